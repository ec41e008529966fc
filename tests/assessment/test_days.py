"""Each comparison of days: the day before, the day itself, the day after.

On the least programme there is (`tests/cases/base`). By hand from its files: the plan for 2021 is
due on 31 December 2020, the report for 2020 on 28 February 2021 and that for 2021 on 28 February
2022. Park decided its plan on 10 December 2020 and its report on 10 February 2022; the activity in
it was to be done by 30 September 2021. Hus has handed in nothing.
"""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from prostcli.assessment.activities import commitments
from prostcli.assessment.cells import Assessment, Cell
from prostcli.assessment.handed_in import HandedIn, handed_in
from prostcli.assessment.selection import Selection
from prostcli.assessment.yearly import yearly_shares
from prostcli.language import language
from prostcli.output.status.courses import awaited
from prostcli.output.status.view import status_view
from prostcli.usecases import view
from tests.findings import BASE

PLAN_DUE, REPORT_DUE = date(2020, 12, 31), date(2022, 2, 28)
PLAN, REPORT = "reports/2020-2021/park/2021-plan.yaml", "reports/2020-2021/park/2021-report.yaml"
DECIDED = 'decision: {date: 2022-02-10, paragraph: "§ 2", reference: Dnr 2/2022}\n'
AROUND = (-1, 0, 1)
"""The day before, the day, the day after."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def at(root: Path, day: date, distance: int = 0) -> Assessment:
    return view(root, day + timedelta(days=distance)).assessment


def cell(assessment: Assessment, obligation: str, board: str, year: int) -> Cell:
    wanted = (obligation, board, year)
    return next(c for c in assessment.cells if (c.obligation, c.board, c.year) == wanted)


def rewritten(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def late(root: Path, day: date, distance: int) -> list[tuple[str, int, tuple[str, ...]]]:
    """What `status` calls late: kind, year and boards."""
    shown = status_view(at(root, day, distance), Selection(), language("sv"))
    return [(m.kind, m.year, m.boards) for m in shown.missing]


def handed(assessment: Assessment, board: str, year: int, kind: str) -> HandedIn:
    wanted = (board, year, kind)
    return next(h for h in handed_in(assessment) if (h.board, h.year, h.kind) == wanted)


def test_a_plan_is_overdue_from_the_day_after_its_last(root: Path) -> None:
    states = [cell(at(root, PLAN_DUE, d), "2.2", "hus", 2021).plan for d in AROUND]
    assert states == ["not-due", "not-due", "overdue"]
    words = [cell(at(root, PLAN_DUE, d), "2.2", "hus", 2021).status for d in AROUND]
    assert words == ["upcoming", "upcoming", "plan-overdue"]


def test_a_report_is_overdue_from_the_day_after_its_last(root: Path) -> None:
    states = [cell(at(root, REPORT_DUE, d), "2.2", "hus", 2021).report for d in AROUND]
    assert states == ["not-due", "not-due", "overdue"]


def test_a_draft_is_late_from_the_day_after_its_last(root: Path) -> None:
    rewritten(root, REPORT, DECIDED, "")
    parks = [
        [line for line in late(root, REPORT_DUE, d) if line[:2] == ("report", 2021)] for d in AROUND
    ]
    # Of those that owe a report for 2021, park has a draft, which an asterisk tells.
    assert parks[:2] == [[], []]
    assert parks[2] == [("report", 2021, ("Park*", "Hus", "Lärande"))]


def test_what_is_due_by_a_day_is_due_on_it_too(root: Path) -> None:
    for distance, number in zip(AROUND, (0, 1, 1), strict=True):
        due = REPORT_DUE + timedelta(days=distance)
        found = Selection(boards=("hus",), years=(2021,), due=due).of(at(root, REPORT_DUE))
        plan_too = [c for c in found if c.report == "not-due"]
        assert len(plan_too) == 1  # its plan is overdue on each of the days
        shown = status_view(at(root, REPORT_DUE), Selection(boards=("hus",), due=due), SV)
        assert [m.kind for m in shown.missing if m.year == 2021].count("report") == number


SV = language("sv")


def test_a_year_is_shown_from_the_day_that_something_is_due_for_it(root: Path) -> None:
    assert [at(root, PLAN_DUE, d).latest_due_year() for d in AROUND] == [2020, 2021, 2021]


def test_a_years_share_is_told_from_the_day_after_its_reports_are_due(root: Path) -> None:
    shutil.rmtree(root / "reports")
    shares = [yearly_shares(at(root, REPORT_DUE, d))["2.2"][2021] for d in AROUND]
    assert [s.due for s in shares] == [False, False, True]
    assert [s.silent_boards for s in shares] == [(), (), ("hus",)]


def test_a_report_is_awaited_on_its_last_day_too(root: Path) -> None:
    for distance, still in zip(AROUND, (True, True, False), strict=True):
        day = REPORT_DUE + timedelta(days=distance)
        assert awaited(cell(at(root, day), "2.2", "hus", 2021), "report", day) is still


def test_a_decision_counts_from_its_own_day(root: Path) -> None:
    decided = date(2022, 2, 10)
    found = [cell(at(root, decided, d), "1.1", "park", 2021) for d in AROUND]
    assert [(c.report, c.outcome) for c in found] == [
        ("not-due", None), ("decided", "done"), ("decided", "done"),
    ]  # fmt: skip
    plans = [cell(at(root, date(2020, 12, 10), d), "1.1", "park", 2021).plan for d in AROUND]
    assert plans == ["not-due", "decided", "decided"]


def test_a_correction_counts_from_its_own_day_and_of_one_day_the_later_version(root: Path) -> None:
    first = (root / REPORT).read_text(encoding="utf-8")
    changed = first.replace("outcome: half", "outcome: undone", 1)
    assert changed != first
    second = root / "reports/2020-2021/park/2021-report-2.yaml"
    corrected = date(2022, 3, 10)
    second.write_text(changed.replace("2022-02-10", "2022-03-10", 1), encoding="utf-8")
    outcomes = [cell(at(root, corrected, d), "1.2", "park", 2021).outcome for d in AROUND]
    assert outcomes == ["half", "undone", "undone"]
    second.write_text(changed, encoding="utf-8")  # of the same day as the first
    assert cell(at(root, date(2022, 2, 10)), "1.2", "park", 2021).outcome == "undone"


def test_a_report_is_late_if_it_was_first_decided_after_its_last_day(root: Path) -> None:
    for distance, is_late in zip(AROUND, (False, False, True), strict=True):
        day = REPORT_DUE + timedelta(days=distance)
        old = (root / REPORT).read_text(encoding="utf-8")
        (root / REPORT).write_text(old.replace("2022-02-10", day.isoformat(), 1), encoding="utf-8")
        assert handed(at(root, date(2022, 6, 1)), "park", 2021, "report").late is is_late
        (root / REPORT).write_text(old, encoding="utf-8")


def test_an_activitys_day_has_passed_the_day_after_it(root: Path) -> None:
    day = date(2021, 9, 30)
    told = [commitments(at(root, day, d))[0].late for d in AROUND]
    assert told == [False, False, None]  # then nothing tells whether it was done


@pytest.mark.parametrize(("distance", "is_late"), [(-1, False), (0, False), (1, True)])
def test_an_activity_done_after_its_day_is_late(root: Path, distance: int, is_late: bool) -> None:
    done = date(2021, 9, 30) + timedelta(days=distance)
    rewritten(
        root, REPORT, "        result: done\n", f"        result: done\n        date: {done}\n"
    )
    (only,) = commitments(at(root, date(2022, 6, 1)))
    assert (only.fate, only.late) == ("done", is_late)


def test_a_duty_passes_on_the_day_of_a_transfer_and_on_the_day_after_a_boards_last(
    root: Path,
) -> None:
    assessment = at(root, date(2022, 6, 1))
    bound = {(c.board, c.year): (c.expected.first, c.expected.last) for c in assessment.cells
             if c.obligation == "1.1"}  # fmt: skip
    assert bound == {
        ("park", 2020): (date(2020, 1, 1), date(2020, 12, 31)),
        ("park", 2021): (date(2021, 1, 1), date(2021, 12, 31)),
        ("skola", 2020): (date(2020, 1, 1), date(2020, 12, 31)),
        ("larande", 2021): (date(2021, 1, 1), date(2021, 6, 30)),
    }


def test_on_one_day_boards_end_before_duties_are_transferred(root: Path) -> None:
    """The heir of a board that ends as its duty is transferred never has it."""
    rewritten(root, "program/2020-2021/boards.yaml", "date: 2021-07-01", "date: 2021-01-01")
    bound = [(c.board, c.year) for c in at(root, date(2022, 6, 1)).cells if c.obligation == "1.1"]
    assert bound == [("park", 2020), ("park", 2021), ("skola", 2020)]


@pytest.mark.parametrize("own", ["board: larande", "group: alla"])
def test_a_transfer_leaves_an_heir_what_it_has_in_its_own_right(root: Path, own: str) -> None:
    """What Skola had is Park's from July; Lärande is Skola's heir, and is named beside it too."""
    rewritten(root, "program/2020-2021/obligations.yaml", "{board: skola}]", f"{{{own}}}, "
              "{board: skola}]")  # fmt: skip
    (cell,) = (c for c in at(root, date(2022, 6, 1)).cells
               if (c.obligation, c.board, c.year) == ("1.1", "larande", 2021))  # fmt: skip
    assert (cell.expected.first, cell.expected.last) == (date(2021, 1, 1), date(2021, 12, 31))
    assert [b.kind for b in cell.expected.basis] == [
        "named" if own == "board: larande" else "group"
    ]


def test_of_two_texts_the_one_that_holds_last_is_in_force(root: Path) -> None:
    """Two decisions of one day, whose texts follow each other: the file's order says nothing."""
    programme = "program/2020-2021/programme.yaml"
    rewritten(root, programme, "\namendments:", """
  - {id: senare, body: Fullmäktige, date: 2020-05-11, status: decided, reference: KS 2020/7,
     summary: {sv: Ändrade.}}
  - {id: samma-dag, body: Fullmäktige, date: 2020-05-11, status: decided, reference: KS 2020/8,
     summary: {sv: Ändrade.}}
amendments:
  - {id: sedan, decision: samma-dag, change: replace, obligation: "1.1", from: 2021-03-01,
     target: {sv: Ett}, text: Sedan.}
  - {id: forst, decision: senare, change: replace, obligation: "1.1", from: 2020-07-01,
     target: {sv: Ett}, text: Först.}""")  # fmt: skip

    def text(day: date) -> str:
        return at(root, day).material.obligation["1.1"].text

    assert [text(date(2020, 7, 1) + timedelta(days=d)) for d in AROUND] == [
        "Parken ska städas.", "Först.", "Först.",
    ]  # fmt: skip
    assert [text(date(2021, 3, 1) + timedelta(days=d)) for d in AROUND] == [
        "Först.", "Sedan.", "Sedan.",
    ]  # fmt: skip
