"""A new plan, report or baseline to fill in: exactly what is expected of a board that year.

What has to be written stands empty, and the schema refuses what is empty: a scaffold is no draft.
What may be written stands as a comment with a placeholder that the schema refuses too. Texts that
come from files are put nowhere but through `write.text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prostcli.assessment.cells import Assessment, Cell
from prostcli.errors import ProstError
from prostcli.language import Language
from prostcli.model.boards import Board
from prostcli.model.material import Kind
from prostcli.rules.rule import near
from prostcli.write.baseline import baseline
from prostcli.write.frame import head
from prostcli.write.page import Page
from prostcli.write.plan import plan
from prostcli.write.report import report

KINDS: tuple[Kind, ...] = ("plan", "report", "baseline")
_CLOSED = ("settled", "written-off")


def scaffold(assessment: Assessment, language: Language, kind: Kind, board: str, year: int) -> str:
    """The text of the file. A `ProstError` says why nothing is wanted of the board that year."""
    material = assessment.material
    found = material.boards.get(board)
    if found is None:
        raise ProstError("no-board", board=board, near=near(board, material.boards))
    _there(assessment, kind, found, year)
    cells = tuple(_wanted(assessment, kind, board, year))
    if not cells:
        _nothing(assessment, language, kind, found, year)
    page = Page(assessment, language, kind, found, year, cells)
    head(page)
    match kind:
        case "plan":
            plan(page)
        case "report":
            report(page)
        case "baseline":
            baseline(page)
    return "\n".join(page.lines) + "\n"


def _there(assessment: Assessment, kind: Kind, board: Board, year: int) -> None:
    """Say no to a year that the programme does not cover or that the board did not see."""
    material = assessment.material
    term = material.programme.term
    if year not in term.years:
        raise ProstError("no-year", year=year, **{"from": term.start, "to": term.end})
    if kind == "baseline" and year != term.start.year:
        raise ProstError("baseline-that-year", year=year, first=term.start.year)
    first, last = term.within(year)
    if board.valid.meets(first, last):
        return
    name = board.name_on(first)
    others = list(board.successors)
    if board.valid.start is not None and board.valid.start > last:
        others = [b.id for b in material.predecessors(board.id)]
    code = "board-not-that-year-others" if others else "board-not-that-year"
    raise ProstError(code, board=name, year=year, others=others)


def _wanted(assessment: Assessment, kind: Kind, board: str, year: int) -> Iterator[Cell]:
    """The cells that the file is to answer, by section."""
    order = {s: i for i, s in enumerate(assessment.material.sections)}
    section = {o.id: order.get(o.section, len(order)) for o in assessment.material.obligations}
    for cell in sorted(assessment.cells, key=lambda c: section[c.obligation]):
        due = {
            "plan": cell.expected.plan_due,
            "report": cell.expected.report_due,
            "baseline": date.max,
        }[kind]
        if (cell.board, cell.year) != (board, year) or due is None:
            continue
        if kind == "baseline" or cell.status not in _CLOSED:
            yield cell


def _nothing(
    assessment: Assessment, language: Language, kind: Kind, board: Board, year: int
) -> None:
    calendar = assessment.material.programme.calendar
    season = {"plan": calendar.plan, "report": calendar.report}.get(kind)
    facts = {"board": board.name_on(date(year, 12, 31)), "year": year}
    if season is not None:
        first, last = season.first_year, season.last_year
        if (first is not None and year < first) or (last is not None and year > last):
            why = language.words(season.why) if season.why else ""
            raise ProstError(f"no-{kind}-that-year", why=why, **facts)
    raise ProstError(f"nothing-expected-{kind}", **facts)
