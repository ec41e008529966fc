"""What has become of each plan and report, on the least programme there is (`tests/cases/base`)."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.cells import Assessment, Share
from prostcli.assessment.handed_in import Filed, HandedIn, filed, handed_in
from prostcli.assessment.to_come import ToCome
from prostcli.assessment.yearly import YearlyShare, yearly_shares
from prostcli.usecases import view
from tests.findings import BASE
from tests.least import (
    BOARDS,
    OBLIGATIONS,
    PLAN,
    REPORT,
    REPORT_DECIDED,
    REPORTS,
    rewritten,
)
from tests.least import filed as another

AFTER = date(2022, 6, 1)
SECOND = f"{REPORTS}/park/2021-report-2.yaml"
DUE = {
    (2020, "plan"): date(2019, 12, 31), (2020, "report"): date(2021, 2, 28),
    (2021, "plan"): date(2020, 12, 31), (2021, "report"): date(2022, 2, 28),
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def at(root: Path, day: date = AFTER) -> Assessment:
    return view(root, day).assessment


def one(root: Path, board: str, year: int, kind: str, day: date = AFTER) -> HandedIn:
    (found,) = (
        h for h in handed_in(at(root, day)) if (h.board, h.year, h.kind) == (board, year, kind)
    )
    return found


def test_each_is_told_once_in_the_order_of_boards_years_and_kinds(root: Path) -> None:
    measures = {"park": ("1.1", "1.2", "2.1"), "hus": ("2.2",), "skola": ("1.1",),
                "larande": ("1.1",)}  # fmt: skip
    found = handed_in(at(root))
    assert [(h.board, h.year, h.kind, h.state, h.file and h.file.file.path) for h in found] == [
        ("park", 2020, "plan", "overdue", None),
        ("park", 2020, "report", "overdue", None),
        ("park", 2021, "plan", "decided", PLAN),
        ("park", 2021, "report", "decided", REPORT),
        ("hus", 2020, "plan", "overdue", None),
        ("hus", 2020, "report", "overdue", None),
        ("hus", 2021, "plan", "overdue", None),
        ("hus", 2021, "report", "overdue", None),
        ("skola", 2020, "plan", "overdue", None),
        ("skola", 2020, "report", "overdue", None),
        ("larande", 2021, "plan", "overdue", None),
        ("larande", 2021, "report", "overdue", None),
    ]
    for h in found:
        new = date(2021, 1, 1) if (h.board, h.kind) == ("larande", "plan") else None
        assert h.due == (new or DUE[h.year, h.kind])
        assert h.obligations == measures[h.board]
        assert (h.silent_on, h.refused, h.late) == ((), (), False)


def test_what_is_to_come_is_not_due_and_what_was_settled_is_not_expected(root: Path) -> None:
    assert one(root, "hus", 2021, "report", date(2022, 2, 28)).state == "not-due"
    rewritten(root, OBLIGATIONS, ("nature: insats\n    addressees: [{board: hus}]",
              "nature: insats\n    recurrence: once\n    addressees: [{board: hus}]"))  # fmt: skip
    another(root, f"{REPORTS}/hus/2020-report.yaml", REPORT, ("board: park", "board: hus"),
            ("year: 2021", "year: 2020"), ("2022-02-10", "2021-02-10"), ('"1.1"', '"2.2"'),
            ("    activities:\n      - id: sopor\n        result: done\n", ""))  # fmt: skip
    told = one(root, "hus", 2021, "report")
    assert (told.state, told.due, told.obligations) == ("not-expected", None, ())
    first = one(root, "hus", 2020, "report")
    assert (first.state, first.due, first.obligations) == ("decided", DUE[2020, "report"], ("2.2",))


def test_the_measures_that_a_file_has_nothing_on_are_named(root: Path) -> None:
    text = (root / REPORT).read_text(encoding="utf-8")
    start, end = text.index('  - obligation: "1.2"'), text.index('  - obligation: "2.1"')
    (root / REPORT).write_text(text[:start] + text[end:], encoding="utf-8")
    assert one(root, "park", 2021, "report").silent_on == ("1.2",)  # overdue
    assert one(root, "park", 2021, "report", date(2022, 2, 20)).silent_on == ("1.2",)  # not yet
    assert one(root, "park", 2021, "plan").silent_on == ()


def test_a_file_that_cannot_be_read_leaves_nothing_to_go_by(root: Path) -> None:
    (root / SECOND).write_text("kind: [", encoding="utf-8")
    told = one(root, "park", 2021, "report")
    assert (told.state, told.file, told.silent_on) == ("invalid", None, ())
    assert [slot.path for slot in told.refused] == [SECOND]
    assert one(root, "park", 2021, "plan").state == "decided"


def test_who_owes_nothing_is_there_for_what_it_has_filed(root: Path) -> None:
    rewritten(root, OBLIGATIONS, ("addressees: [{board: hus}]", "addressees: [{board: park}]"))
    another(root, f"{REPORTS}/hus/2021-plan.yaml", PLAN, ("board: park", "board: hus"))
    (root / f"{REPORTS}/hus/2020-report.yaml").write_text("kind: [", encoding="utf-8")
    told = [h for h in handed_in(at(root)) if h.board == "hus"]
    assert [(h.year, h.kind, h.state, h.due) for h in told] == [
        (2020, "plan", "not-expected", None),
        (2020, "report", "invalid", None),
        (2021, "plan", "decided", None),
        (2021, "report", "not-expected", None),
    ]


def test_a_board_that_is_not_in_the_register_comes_last(root: Path) -> None:
    for board in ("aldrig", "okand"):
        another(root, f"{REPORTS}/{board}/2021-plan.yaml", PLAN, ("board: park", f"board: {board}"))
    boards = [h.board for h in handed_in(at(root))]
    assert list(dict.fromkeys(boards)) == ["park", "hus", "skola", "larande", "aldrig", "okand"]


@pytest.mark.parametrize(
    ("first", "second", "late"),
    [
        ("2022-02-28", "2022-04-01", False),  # a correction is not late
        ("2022-03-01", "2022-04-01", True),
    ],
)
def test_the_first_day_that_it_was_decided_tells_whether_it_was_late(
    root: Path, first: str, second: str, late: bool
) -> None:
    another(root, SECOND, REPORT, ("2022-02-10", second))
    rewritten(root, REPORT, ("2022-02-10", first))
    assert one(root, "park", 2021, "report").late is late


def test_files_are_counted_by_kind_and_those_that_another_stands_in_for_beside(root: Path) -> None:
    assert filed(at(root)) == Filed(plans=1, reports=1, baselines=1, beside=0)
    another(root, SECOND, REPORT, ("2022-02-10", "2022-06-01"))
    assert filed(at(root, date(2022, 5, 31))) == Filed(1, 1, 1, 0)  # it is not there yet
    assert filed(at(root)) == Filed(1, 1, 1, 1)
    rewritten(root, SECOND, (REPORT_DECIDED.replace("2022-02-10", "2022-06-01"), ""))
    assert filed(at(root)) == Filed(1, 1, 1, 1)  # a draft stands in for nothing, but is there


def test_a_plan_that_is_corrected_is_counted_beside(root: Path) -> None:
    again = f"{REPORTS}/park/2021-plan-2.yaml"
    another(root, again, PLAN, ("2020-12-10", "2021-02-01"))
    assert filed(at(root)) == Filed(plans=1, reports=1, baselines=1, beside=1)
    (root / again).write_text("kind: [", encoding="utf-8")
    assert filed(at(root)) == Filed(plans=0, reports=1, baselines=1, beside=0)  # none stands in


@pytest.mark.parametrize(
    ("day", "beside"), [(date(2022, 2, 28), 0), (date(2022, 3, 1), 1), (date(2022, 3, 2), 1)]
)
def test_what_is_received_beside_a_decided_file_is_there_from_its_day(
    root: Path, day: date, beside: int
) -> None:
    another(root, SECOND, REPORT, (REPORT_DECIDED, "decision: {date: 2022-03-01, how: noted}\n"))
    assert filed(at(root, day)) == Filed(1, 1, 1, beside)
    assert one(root, "park", 2021, "report", day).state == "decided"


def test_a_file_of_a_later_day_is_named_until_that_day(root: Path) -> None:
    third, plan = SECOND.replace("-2.yaml", "-3.yaml"), f"{REPORTS}/larande/2020-plan.yaml"
    another(root, SECOND, REPORT, ("2022-02-10", "2022-04-01"))
    another(root, third, REPORT, ("2022-02-10", "2022-05-01"))
    another(root, plan, PLAN, ("board: park", "board: larande"), ("year: 2021", "year: 2020"),
            ("2020-12-10", "2022-05-01"))  # fmt: skip
    first = ToCome(date(2022, 4, 1), SECOND, "report", "park", 2021)
    last = ToCome(date(2022, 5, 1), third, "report", "park", 2021)
    for day, later in (
        (date(2022, 3, 31), (last, first)),  # the farthest first
        (date(2022, 4, 1), (last,)),
        (date(2022, 4, 30), (last,)),
        (date(2022, 5, 1), ()),
    ):
        assert one(root, "park", 2021, "report", day).later == later
        assert one(root, "park", 2021, "plan", day).later == ()
    told = one(root, "larande", 2020, "plan", date(2022, 4, 30))  # nothing is wanted of it in 2020
    assert (told.state, told.due, told.file) == ("not-expected", None, None)
    assert told.later == (ToCome(date(2022, 5, 1), plan, "plan", "larande", 2020),)


def test_a_baseline_that_cannot_be_read_is_no_plan_and_no_report(root: Path) -> None:
    path = root / f"{REPORTS}/larande/2020-baseline.yaml"
    path.parent.mkdir()
    path.write_text("kind: [", encoding="utf-8")
    assessment = at(root)
    assert [s.kind for s in assessment.invalid] == ["baseline"]
    # It began in 2021.
    assert {h.year for h in handed_in(assessment) if h.board == "larande"} == {2021}


def test_a_year_of_a_measure_in_short(root: Path) -> None:
    told = yearly_shares(at(root))
    assert told["1.1"] == {
        2020: YearlyShare(
            share=Share(0, 2), expected=2, silent_boards=("park", "skola"), answered=0,
            undecided=0, said="–", shared=True, outcomes=(), due=True, silent=2, told=True,
        ),
        2021: YearlyShare(
            share=Share(1, 2), expected=2, silent_boards=("larande",), answered=1,
            undecided=0, said="1/2", shared=True, outcomes=(("done", 1),), due=True, silent=1,
            told=True,
        ),
    }  # fmt: skip
    before = yearly_shares(at(root, date(2022, 2, 9)))["2.2"][2021]
    assert (before.due, before.told, before.silent_boards) == (False, False, ())
    assert yearly_shares(at(root, date(2022, 2, 10)))["1.1"][2021].told  # Park has answered
    rewritten(root, REPORT, (REPORT_DECIDED, ""))
    assert yearly_shares(at(root))["1.1"][2021].undecided == 1
    assert yearly_shares(at(root))["1.1"][2021].answered == 0
    (root / SECOND).write_text("kind: [", encoding="utf-8")
    assert yearly_shares(at(root))["1.2"][2021].undecided == 1


def test_silent_boards_come_in_the_registers_order(root: Path) -> None:
    rewritten(root, BOARDS, ("date: 2021-07-01", "date: 2020-07-01"), ("to: park", "to: hus"))
    assert yearly_shares(at(root))["1.1"][2020].silent_boards == ("park", "hus", "skola")
