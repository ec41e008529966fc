"""Each comparison of days in a rule: the day before, the day itself, the day after.

On the least programme there is (`tests/cases/base`): its term is 2020 and 2021, Park decided its
plan for 2021 on 10 December 2020 and its report on 10 February 2022, Skola ends with 2020, Lärande
comes after it, and what Skola had of measure 1.1 goes to Park on 1 July 2021.
"""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from prostcli.load.workspace import load
from prostcli.usecases import check
from tests.findings import BASE, found
from tests.least import (
    BOARDS,
    OBLIGATIONS,
    PLAN,
    PROGRAMME,
    REPORT,
    filed,
    rewritten,
    told,
)

AROUND = (-1, 0, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def around(day: date) -> list[date]:
    return [day + timedelta(days=d) for d in AROUND]


def on_days(root: Path, code: str, path: str, old: str, day: date) -> list[list[str]]:
    """What a rule tells where a day in a file is the day before, the day and the day after."""
    whole = (root / path).read_text(encoding="utf-8")
    assert old in whole
    results = []
    for other in around(day):
        (root / path).write_text(whole.replace(old, other.isoformat(), 1), encoding="utf-8")
        results.append(told(root, code))
    (root / path).write_text(whole, encoding="utf-8")
    return results


def test_a_plan_is_decided_too_early_before_the_year_that_precedes_its_own(root: Path) -> None:
    early = on_days(root, "PRO203", PLAN, "2020-12-10", date(2020, 1, 1))
    assert early == [["2021-plan.yaml:4"], [], []]


@pytest.mark.parametrize(("code", "path"), [("PRO201", PLAN), ("PRO301", REPORT)])
def test_what_was_decided_in_mid_term_after_a_file_is_not_looked_for_in_it(
    root: Path, code: str, path: str
) -> None:
    """Measure 2.2 is given to Park, whose plan and report say nothing of it."""
    rewritten(root, PROGRAMME, ("\namendments:", """
  - {id: givet, body: Fullmäktige, date: DAY, status: decided, reference: KS 9,
     summary: {sv: Gav den.}}
assignments:
  - {id: mer, decision: givet, obligations: ["2.2"], to: {board: park}, from: 2021-03-01}
amendments:"""))  # fmt: skip
    decided = date(2020, 12, 10) if path == PLAN else date(2022, 2, 10)
    name = Path(path).name
    assert on_days(root, code, PROGRAMME, "DAY", decided) == [[f"{name}:5"], [f"{name}:5"], []]


def test_a_report_is_decided_too_early_until_the_day_after_its_period(root: Path) -> None:
    ends_with_the_year = on_days(root, "PRO308", REPORT, "2022-02-10", date(2021, 12, 31))
    assert ends_with_the_year == [["2021-report.yaml:4"], ["2021-report.yaml:4"], []]
    rewritten(root, PROGRAMME, ("to: 2021-12-31", "to: 2021-10-31"))
    with_the_term = on_days(root, "PRO308", REPORT, "2022-02-10", date(2021, 10, 31))
    assert with_the_term == ends_with_the_year
    rewritten(root, BOARDS, ("groups: [alla]}", "groups: [alla], valid: {to: 2021-08-31}}"))
    with_the_board = on_days(root, "PRO308", REPORT, "2022-02-10", date(2021, 8, 31))
    assert with_the_board == ends_with_the_year


def test_the_plan_that_a_report_answers_was_decided_by_the_same_day(root: Path) -> None:
    assert on_days(root, "PRO306", PLAN, "2020-12-10", date(2022, 2, 10)) == [
        [], [], ["2021-report.yaml:11 plan-later"],
    ]  # fmt: skip


def test_the_first_of_the_later_plans_is_named(root: Path) -> None:
    rewritten(root, PLAN, ("2020-12-10", "2022-04-04"))
    other = "reports/2020-2021/park/2021-plan-2.yaml"
    filed(root, other, PLAN, ("2022-04-04", "2022-03-03"))
    assert _day_of_the_later_plan(root) == "2022-03-03"
    rewritten(root, other, ("sopor", "annat"))
    assert _day_of_the_later_plan(root) == "2022-04-04"


def _day_of_the_later_plan(root: Path) -> object:
    (later,) = (d for d in found(root).diagnostics if d.code == "PRO306")
    return later.facts["day"]


def test_of_two_plans_of_the_reports_own_day_neither_is_later(root: Path) -> None:
    """The one with the higher number counts, and it does not have the activity."""
    rewritten(root, PLAN, ("2020-12-10", "2022-02-10"))
    filed(root, "reports/2020-2021/park/2021-plan-2.yaml", PLAN, ("sopor", "annat"))
    assert told(root, "PRO306") == ["2021-report.yaml:11"]


@pytest.mark.parametrize(
    ("path", "line"), [(PROGRAMME, 19), (PLAN, 4), (REPORT, 4)], ids=["programme", "plan", "report"]
)
def test_a_decision_is_still_to_come_until_its_day(root: Path, path: str, line: int) -> None:
    old = {PROGRAMME: "2019-11-25", PLAN: "2020-12-10", REPORT: "2022-02-10"}[path]
    rewritten(root, path, (old, "2025-05-05"))
    workspace = load(root)
    fired = [
        [(Path(d.path).name, d.span.line) for d in check(workspace, day) if d.code == "PRO523"]
        for day in around(date(2025, 5, 5))
    ]
    assert fired == [[(Path(path).name, line)], [], []]


def test_a_proposal_is_never_to_come(root: Path) -> None:
    rewritten(root, PROGRAMME, ("date: 2019-11-25\n    status: decided",
              "date: 2099-01-01\n    status: proposed"))  # fmt: skip
    assert told(root, "PRO523") == []


@pytest.mark.parametrize(
    ("valid", "told_on"),
    [
        ("to: 2020-12-31", ["2021-plan.yaml:3", "2021-report.yaml:3"]),
        ("to: 2021-01-01", []),
        ("from: 2022-01-01", ["2021-plan.yaml:3", "2021-report.yaml:3"]),
        ("from: 2021-12-31", []),
    ],
)
def test_a_board_is_there_in_a_year_that_has_one_of_its_days(
    root: Path, valid: str, told_on: list[str]
) -> None:
    rewritten(root, BOARDS, ("groups: [alla]}", f"groups: [alla], valid: {{{valid}}}}}"))
    assert told(root, "PRO505") == told_on


@pytest.mark.parametrize(
    ("valid", "told_on"),
    [("from: 2021-12-31", []), ("from: 2022-01-01", ["2021-plan.yaml:11"])],
)
def test_a_board_to_do_it_with_is_there_that_year(
    root: Path, valid: str, told_on: list[str]
) -> None:
    rewritten(root, BOARDS, ("[{name: Husbolaget}]", f"[{{name: Husbolaget}}], valid: {{{valid}}}"))
    assert [t for t in told(root, "PRO505") if "baseline" not in t] == told_on


@pytest.mark.parametrize(
    ("valid", "told_on"),
    [("from: 2022-12-31", []), ("from: 2023-01-01", ["2021-report.yaml:13"])],
)
def test_a_board_that_it_is_passed_on_to_may_begin_the_year_after(
    root: Path, valid: str, told_on: list[str]
) -> None:
    rewritten(
        root, REPORT, ("        result: done", "        result: transferred\n        to: hus")
    )
    rewritten(root, BOARDS, ("[{name: Husbolaget}]", f"[{{name: Husbolaget}}], valid: {{{valid}}}"))
    assert [t for t in told(root, "PRO505") if "report" in t] == told_on


def test_a_board_decides_from_its_first_day_to_its_last(root: Path) -> None:
    rewritten(root, BOARDS, ("groups: [alla]}", "groups: [alla], valid: {from: 2020-02-02}}"))
    assert on_days(root, "PRO509", PLAN, "2020-12-10", date(2020, 2, 2)) == [
        ["2021-plan.yaml:4"], [], [],
    ]  # fmt: skip
    rewritten(root, BOARDS, ("from: 2020-02-02", "to: 2021-02-02"))
    rewritten(root, REPORT, ("2022-02-10", "2021-02-01"))
    assert on_days(root, "PRO509", PLAN, "2020-12-10", date(2021, 2, 2)) == [
        [], [], ["2021-plan.yaml:4"],
    ]  # fmt: skip


def test_a_transfer_goes_to_a_board_that_is_there_on_its_day(root: Path) -> None:
    rewritten(root, BOARDS, ("groups: [alla]}", "groups: [alla], valid: {from: 2021-07-01}}"))
    rewritten(root, BOARDS, ("date: 2021-07-01", "date: DAY"))
    assert on_days(root, "PRO408", BOARDS, "DAY", date(2021, 7, 1)) == [
        ["boards.yaml:22 absent"], [], [],
    ]  # fmt: skip


def test_before_the_term_nobody_has_to_have_had_what_is_transferred(root: Path) -> None:
    """Skola has it from 2021 only, when Lärande has ended and is its predecessor."""
    rewritten(root, OBLIGATIONS, ("{board: skola}]", "{board: larande}]"))
    rewritten(root, BOARDS, ("from: {board: skola}", "from: {board: larande}"))
    rewritten(root, BOARDS, ("valid: {from: 2021-01-01}", "valid: {from: 2020-06-01}"))
    rewritten(root, BOARDS, ("date: 2021-07-01", "date: DAY"))
    unbound = ["boards.yaml:20 unbound"]
    assert on_days(root, "PRO408", BOARDS, "DAY", date(2020, 1, 1)) == [[], [], unbound]
    assert on_days(root, "PRO408", BOARDS, "DAY", date(2020, 6, 1)) == [unbound, unbound, []]


def test_a_successor_is_there_on_the_day_after(root: Path) -> None:
    assert on_days(root, "PRO405", BOARDS, "2021-01-01", date(2021, 1, 1)) == [
        [], [], ["boards.yaml:12"],
    ]  # fmt: skip


def test_a_correction_is_decided_after_what_it_corrects(root: Path) -> None:
    path = "reports/2020-2021/park/2021-report-2.yaml"
    filed(root, path, REPORT)
    assert on_days(root, "PRO702", path, "2022-02-10", date(2022, 2, 10)) == [
        ["2021-report-2.yaml:4"], ["2021-report-2.yaml:4 same-day"], [],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("where", "told_on"),
    [
        ("{year: 2020, id: stad}", []),  # Park's own
        ("{year: 2020, id: annat}", ["2021-plan.yaml:11"]),
        ("{year: 2020, id: stad, board: hus}", []),  # its plan cannot be read
        ("{year: 2020, id: stad, board: skola}", ["2021-plan.yaml:11"]),
        ("{year: 2021, id: sopor}", ["2021-plan.yaml:11 later"]),
    ],
)
def test_what_an_activity_continues(root: Path, where: str, told_on: list[str]) -> None:
    filed(
        root,
        "reports/2020-2021/park/2020-plan.yaml",
        PLAN,
        ("year: 2021", "year: 2020"),
        ("2020-12-10", "2019-12-10"),
        ("2021-09-30", "2020-09-30"),
        ("sopor", "stad"),
    )
    (root / "reports/2020-2021/hus/2020-plan.yaml").write_text("kind: [", encoding="utf-8")
    rewritten(root, PLAN, ("        with: [hus]\n", f"        continues: {where}\n"))
    assert told(root, "PRO205") == told_on
