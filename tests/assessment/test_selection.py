"""What a choice lets through, on the least programme there is (`tests/cases/base`)."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.activities import FATES, FINAL, Commitment, Unplanned
from prostcli.assessment.cells import Assessment, Beside
from prostcli.assessment.selection import Selection, missing_by
from prostcli.model.submissions import Activity, Done, PlanEntry
from prostcli.source import Place
from prostcli.usecases import view
from tests.findings import BASE
from tests.least import PROGRAMME, REPORT, REPORT_DECIDED, rewritten

AFTER = date(2022, 6, 1)
SOME = (("1.1", "hus", 2020), ("1.2", "park", 2021), ("2.2", "park", 2020), ("fest", "hus", 2021))
"""A subject, a board and a year each; 1.1 and 1.2 are of section 1, and the feast is a duty."""
CHOICES = [
    (Selection(), [0, 1, 2, 3]),
    (Selection(years=(2021,)), [1, 3]),
    (Selection(years=(2020, 2021)), [0, 1, 2, 3]),
    (Selection(boards=("park",)), [1, 2]),
    (Selection(boards=("skola",)), []),
    (Selection(obligations=("1.1",)), [0]),
    (Selection(obligations=("2.2", "1.1", "2.1")), [0, 2]),
    (Selection(sections=("1",)), [0, 1]),
    (Selection(sections=("2",)), [2]),
    (Selection(years=(2020,), boards=("park",)), [2]),
    (Selection(boards=("park",), obligations=("1.1",)), []),
    (Selection(obligations=("2.2",), sections=("1",)), []),
    (Selection(years=(2021,), sections=("1",)), [1]),
]
PLACE = Place(REPORT, ())
ENTRY = PlanEntry(obligation="1.1", ongoing="Det pågår.")
DONE = Done.model_validate({"text": "Mer.", "result": "done"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return view(BASE, AFTER).assessment


def planned(
    subject: str = "1.1",
    board: str = "park",
    year: int = 2020,
    fate: str = "partly",
    **says: object,
) -> Commitment:
    activity = Activity.model_validate({"id": "dag", "text": "En dag."} | says)
    return Commitment(board, year, subject, activity, fate, PLACE)


@pytest.mark.parametrize(("selection", "passing"), CHOICES)
def test_whatever_is_told_passes_by_its_year_its_board_and_its_measure(
    assessment: Assessment, selection: Selection, passing: list[int]
) -> None:
    told = tuple(Beside(s, b, y, None, ENTRY, (PLACE,)) for s, b, y in SOME)
    assert selection.beside(assessment, told) == tuple(told[i] for i in passing)
    more = tuple(Unplanned(b, y, s, DONE, PLACE) for s, b, y in SOME)
    assert selection.unplanned(assessment, more) == tuple(more[i] for i in passing)
    found = tuple(planned(s, b, y) for s, b, y in SOME)
    assert selection.planned(assessment, found) == tuple(found[i] for i in passing)


@pytest.mark.parametrize(("selection", "_"), CHOICES)
def test_cells_pass_by_year_board_measure_and_section(
    assessment: Assessment, selection: Selection, _: object
) -> None:
    def meant(obligation: str, board: str, year: int) -> bool:
        return (
            year in (selection.years or (2020, 2021))
            and board in (selection.boards or ("park", "hus", "skola", "larande"))
            and obligation in (selection.obligations or ("1.1", "1.2", "2.1", "2.2"))
            and obligation[0] in (selection.sections or ("1", "2"))
        )

    every = [(c.obligation, c.board, c.year) for c in assessment.cells]
    assert len(every) == 10
    found = [(c.obligation, c.board, c.year) for c in selection.of(assessment)]
    assert found == [key for key in every if meant(*key)]


@pytest.mark.parametrize(
    ("selection", "measures"),
    [
        (Selection(years=(2020,), boards=("park",)), None),
        (Selection(obligations=("1.1", "2.2")), {"1.1", "2.2"}),
        (Selection(sections=("1",)), {"1.1", "1.2"}),
        (Selection(obligations=("1.1", "2.2"), sections=("2",)), {"2.2"}),
    ],
)
def test_the_measures_that_are_chosen(
    assessment: Assessment, selection: Selection, measures: set[str] | None
) -> None:
    assert selection.measures(assessment) == measures


@pytest.mark.parametrize(
    ("selection", "passes"),
    [
        (Selection(), True),
        (Selection(years=(2020, 2021)), True),
        (Selection(years=(2021,)), False),
        (Selection(boards=("hus", "park")), True),
        (Selection(boards=("hus",)), False),
        (Selection(years=(2020,), boards=("hus",)), False),
        (Selection(years=(2021,), boards=("park",)), False),
        (Selection(years=(2020,), boards=("park",)), True),
    ],
)
def test_what_is_a_boards_of_a_year_passes_by_both(selection: Selection, passes: bool) -> None:
    assert selection.has("park", 2020) is passes


def test_a_status_is_of_cells_and_of_activities_and_of_nothing_beside(
    assessment: Assessment,
) -> None:
    done, late = Selection(statuses=("done",)), Selection(statuses=("report-overdue", "half"))
    assert [(c.obligation, c.board) for c in done.of(assessment)] == [("1.1", "park")]
    assert {c.status for c in late.of(assessment)} == {"report-overdue", "half"}
    told = (Beside("1.1", "hus", 2020, "done", ENTRY, (PLACE,)),)
    assert done.beside(assessment, told) == ()
    found = (planned(fate="done"), planned(fate="partly"), planned(fate="overdue"))
    assert done.planned(assessment, found) == found[:1]
    assert Selection(statuses=("done", "overdue")).planned(assessment, found) == found[::2]
    more = (Unplanned("hus", 2020, "1.1", DONE, PLACE),)
    assert done.unplanned(assessment, more) == ()
    assert Selection(statuses=("done", "unplanned")).unplanned(assessment, more) == more


def test_an_activity_passes_under_any_of_its_measures(assessment: Assessment) -> None:
    found = (planned("1.1"), planned("1.1", also=("2.1", "2.2")), planned("2.2"))
    assert Selection(obligations=("2.2", "1.2")).planned(assessment, found) == found[1:]
    assert Selection(sections=("2",)).planned(assessment, found) == found[1:]
    assert Selection(sections=("1",)).planned(assessment, found) == found[:2]


def test_what_is_due_of_activities_is_what_was_to_be_done_by_then_and_may_still_be(
    assessment: Assessment,
) -> None:
    day = date(2020, 5, 31)
    due = Selection(due=day)
    days = (date(2020, 5, 30), day, date(2020, 6, 1), None)
    found = tuple(planned(due=d) for d in days)
    assert due.planned(assessment, found) == found[:2]
    fates = tuple(planned(fate=fate, due=day) for fate in FATES)
    assert {c.fate for c in due.planned(assessment, fates)} == {*FATES} - {*FINAL}
    told = (Beside("1.1", "hus", 2020, None, ENTRY, (PLACE,)),)
    assert due.beside(assessment, told) == ()  # nobody owes it
    assert due.unplanned(assessment, (Unplanned("hus", 2020, "1.1", DONE, PLACE),)) == ()


OF_2020 = {("park", 2020): "p", ("hus", 2020): "p", ("skola", 2020): "p"}
BOTH = dict.fromkeys(OF_2020, "pr")
OF_2021 = {("hus", 2021): "p", ("larande", 2021): "p"}


@pytest.mark.parametrize(
    ("day", "missing"),
    [
        (date(2019, 12, 30), {}),
        (date(2019, 12, 31), OF_2020),
        (date(2020, 12, 30), OF_2020),
        (date(2020, 12, 31), OF_2020 | {("hus", 2021): "p"}),
        (date(2021, 1, 1), OF_2020 | OF_2021),  # the day that Lärande begins
        (date(2021, 2, 27), OF_2020 | OF_2021),
        (date(2021, 2, 28), BOTH | OF_2021),
        (date(2022, 2, 27), BOTH | OF_2021),
        (date(2022, 2, 28), BOTH | dict.fromkeys(OF_2021, "pr")),
    ],
)
def test_what_is_due_is_what_is_wanted_by_then_and_not_handed_in(
    assessment: Assessment, day: date, missing: dict[tuple[str, int], str]
) -> None:
    """Park has planned 2021 and reported it; nobody has handed in anything else."""
    found = {
        (c.board, c.year): "".join(kind[0] for kind in missing_by(c, day))
        for c in Selection(due=day).of(assessment)
    }
    assert found == missing


@pytest.mark.parametrize(
    ("decision", "missing"),
    [(REPORT_DECIDED, ()), ("decision: {date: 2022-02-10, how: noted}\n", ()), ("", ("report",))],
)
def test_what_is_received_is_handed_in_and_a_draft_is_not(
    root: Path, decision: str, missing: tuple[str, ...]
) -> None:
    rewritten(root, REPORT, (REPORT_DECIDED, decision))
    cells = Selection(boards=("park",), years=(2021,)).of(view(root, AFTER).assessment)
    assert [missing_by(c, AFTER) for c in cells] == [missing] * 3


def test_a_plan_is_missed_also_where_no_report_is_asked(root: Path) -> None:
    rewritten(root, PROGRAMME, ("  report: {", "  report: {last_year: 2020, "))
    (cell,) = Selection(boards=("hus",), years=(2021,)).of(view(root, AFTER).assessment)
    assert missing_by(cell, AFTER) == ("plan",)
