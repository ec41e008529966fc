"""The summary (1): how it stands, in sentences, in a picture and in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from prostcli.assessment.cells import Cell, Share, share
from prostcli.assessment.parts import (
    COUNTED,
    NOTHING,
    OPEN,
    SHORT,
    UNCOUNTED,
    Part,
    answered,
    in_shares,
    parts,
    said,
)
from prostcli.assessment.yearly import YearlyShare, yearly_shares
from prostcli.documents.sentences import first_sentence
from prostcli.documents.views import pictures
from prostcli.documents.views.context import Context, Written
from prostcli.documents.views.measures import judged
from prostcli.documents.views.pictures import Bars
from prostcli.model.obligations import Obligation


class Row(NamedTuple):
    """A measure over the years."""

    id: str
    label: str
    cells: tuple[YearlyShare | None, ...]
    shared: bool
    """Whether a share says anything of it."""


class SectionRows(NamedTuple):
    """A section's measures over the years."""

    id: str
    label: str
    rows: tuple[Row, ...]


class Missing(NamedTuple):
    """Who has not reported some years in a row though the time has passed."""

    first: int
    last: int
    boards: tuple[str, ...]
    expected: int
    everyone: bool
    """Whether none of them has."""


class State(NamedTuple):
    """How a goal's or a section's measures stand in the year that the summary is about."""

    label: str
    measures: int
    """How many measures it has, those without a responsible board too."""
    counted: int
    """Those of them whose cells are in the share."""
    share: Share
    answered: bool
    """Whether a decided report answers for any of N."""
    rest: tuple[tuple[str, int], ...]
    """What became of the others of N, in words, and how many they are."""
    uncounted: tuple[tuple[str, int], ...]
    """The same of those that are not in N."""
    in_words: tuple[tuple[str, str], ...]
    """Measures without a share that somebody was to report: their ids and outcomes, in words."""
    words: Written | None
    """The owner's judgement of it."""
    quoted: str | None
    """The first sentence of the judgement, if it has one that is short enough."""


class Reached(NamedTuple):
    """A measure in the year that the summary is about."""

    id: str
    label: str
    share: Share


class Ended(NamedTuple):
    """A measure that does not count any more, and how it stood in the last year that it did."""

    id: str
    label: str
    year: int
    said: str


class Summary(NamedTuple):
    """Chapter 1."""

    words: Written | None
    year: int | None
    """The latest year whose reports were all due by the date; None before the first of them."""
    years: tuple[int, ...]
    goal_states: tuple[State, ...]
    section_states: tuple[State, ...]
    reached: tuple[Reached, ...]
    """Measures that all of N have reached in the year."""
    short: tuple[tuple[Reached, int], ...]
    """Those that some of N have reached partly or not at all by a decided report, and how many."""
    open: tuple[tuple[Reached, int], ...]
    """Those that no decided report tells of for some of N, be they in `short` too, and how many."""
    ended: tuple[Ended, ...]
    decided: bool
    """Whether any report for the year is decided."""
    goals_picture: Bars | None
    sections_picture: Bars
    sections: tuple[SectionRows, ...]
    missing: tuple[Missing, ...]
    unassigned: tuple[str, ...]
    goals_written: int
    goals: int


def summary(context: Context) -> Summary:
    """Chapter 1."""
    judgement = judged(context)
    programme = context.programme
    shares = yearly_shares(context.assessment)
    year = told_year(context)
    measures = _reached(context, year)
    return Summary(
        words=context.written("summary"),
        year=year,
        years=tuple(programme.term.years),
        goal_states=tuple(
            _state(
                context,
                context.words(g.label),
                pictures.linked(context, g.id),
                year,
                words=judgement.get(g.id),
            )
            for g in programme.goals
        ),
        section_states=tuple(
            _state(
                context,
                f"{s.id} {context.words(s.label)}",
                [o for o in context.material.obligations if o.section == s.id],
                year,
            )
            for s in programme.sections
        ),
        reached=tuple(m for m, _ in measures if m.share.n == m.share.of),
        short=_with(measures, SHORT),
        open=_with(measures, OPEN),
        ended=_ended(context, year),
        decided=any(c.year == year and c.report == "decided" for c in context.assessment.cells),
        goals_picture=pictures.goals(context, year) if year is not None else None,
        sections_picture=pictures.sections(context),
        sections=tuple(
            SectionRows(s.id, context.words(s.label), _rows(context, s.id, shares))
            for s in programme.sections
        ),
        missing=missing(context),
        unassigned=context.assessment.unassigned,
        goals_written=sum(g.id in judgement for g in programme.goals),
        goals=len(programme.goals),
    )


def missing(context: Context) -> tuple[Missing, ...]:
    """By year, the boards whose report is missing though its time has passed."""
    found: list[Missing] = []
    for year in context.programme.term.years:
        wanted = [h for (_, y, kind), h in context.handed.items() if (y, kind) == (year, "report")]
        wanted = [h for h in wanted if h.due is not None]
        late = [h.board for h in wanted if h.state == "overdue"]
        boards = context.shorts(late)
        last = found[-1] if found else None
        if last and (last.last + 1, last.boards, last.expected) == (year, boards, len(wanted)):
            found[-1] = last._replace(last=year)
        elif late:
            everyone = len(boards) == len(wanted)
            found.append(Missing(year, year, boards, len(wanted), everyone))
    return tuple(found)


def _rows(
    context: Context, section: str, shares: dict[str, dict[int, YearlyShare]]
) -> tuple[Row, ...]:
    rows = []
    for obligation in context.material.obligations:
        if obligation.section == section:
            nature = context.programme.nature(obligation.nature)
            shared = nature.share if nature else True
            cells = [shares[obligation.id].get(y) for y in context.programme.term.years]
            if not shared:
                cells = [c and c._replace(said=_in_words(context, obligation, c)) for c in cells]
            rows.append(Row(obligation.id, context.words(obligation.label), tuple(cells), shared))
    return tuple(rows)


def _in_words(context: Context, obligation: Obligation, year: YearlyShare) -> str:
    """What a measure without a share came to in a year; a dash where nothing is decided."""
    return context.language.outcomes(context.programme, obligation.nature, year.outcomes) or NOTHING


def told_year(context: Context) -> int | None:
    """The latest year of the term whose reports were all due by the date."""
    last: dict[int, date] = {}
    for cell in context.assessment.cells:
        if cell.wants("report") and cell.expected.report_due is not None:
            due = cell.expected.report_due
            last[cell.year] = max(due, last.get(cell.year, due))
    return max((y for y, day in last.items() if day < context.assessment.as_of), default=None)


def _in(context: Context, measures: Iterable[Obligation], year: int | None) -> list[Cell]:
    return [
        c for o in measures for c in context.cells_of[o.id]
        if c.year == year and c.expected.report_due is not None
    ]  # fmt: skip


def _state(
    context: Context,
    label: str,
    measures: Iterable[Obligation],
    year: int | None,
    *,
    words: Written | None = None,
) -> State:
    measures = tuple(measures)
    cells = _in(context, measures, year)
    return State(
        label=label,
        measures=len(measures),
        counted=len({c.obligation for c in in_shares(cells)}),
        share=share(cells),
        answered=answered(cells),
        rest=_named(context, in_shares(cells), COUNTED[1:]),
        uncounted=_named(context, in_shares(cells), UNCOUNTED),
        in_words=tuple(_told_in_words(context, measures, year)),
        words=words,
        quoted=first_sentence(words.text) if words else None,
    )


def _told_in_words(
    context: Context, measures: Iterable[Obligation], year: int | None
) -> Iterator[tuple[str, str]]:
    for measure in measures:
        cells = _in(context, [measure], year)
        if cells and not cells[0].shared:
            told = Counter(c.outcome for c in cells if c.outcome and c.wants("report"))
            words = context.language.outcomes(context.programme, measure.nature, told.items())
            yield measure.id, words


def _named(
    context: Context, cells: Iterable[Cell], wanted: Iterable[Part]
) -> tuple[tuple[str, int], ...]:
    """The parts that there are, in words, and how many cells each has."""
    numbers = parts(cells)
    term = context.language.term
    return tuple((term(f"part-{p}"), numbers[p]) for p in wanted if numbers[p])


def _ended(context: Context, year: int | None) -> tuple[Ended, ...]:
    """Measures that nobody is to report on any more in the year, and how they stood when last."""
    found = []
    for obligation in context.material.obligations:
        cells = context.cells_of[obligation.id]
        years = {y for y in {c.year for c in cells} if share(_of(cells, y)).of}
        before = [y for y in years if year is not None and y < year]
        if before and year not in years:
            last = max(before)
            label = context.words(obligation.label)
            found.append(Ended(obligation.id, label, last, said(_of(cells, last))))
    return tuple(found)


def _of(cells: Iterable[Cell], year: int) -> list[Cell]:
    return [c for c in cells if c.year == year and c.expected.report_due is not None]


def _reached(context: Context, year: int | None) -> list[tuple[Reached, Counter[Part]]]:
    """Each measure that somebody was to report for the year, and what became of it."""
    found = []
    for obligation in context.material.obligations:
        cells = _in(context, [obligation], year)
        counted = share(cells)
        if counted.of:
            label = context.words(obligation.label)
            found.append((Reached(obligation.id, label, counted), parts(cells)))
    return found


def _with(
    measures: Iterable[tuple[Reached, Counter[Part]]], wanted: tuple[Part, ...]
) -> tuple[tuple[Reached, int], ...]:
    """The measures that any of N are in one of these parts for, and how many."""
    numbered = ((m, sum(numbers[p] for p in wanted)) for m, numbers in measures)
    return tuple((m, n) for m, n in numbered if n)
