"""What a ledger shows, put together once for the formats that people read."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from prostcli.assessment.activities import (
    FATES,
    Commitment,
    Unplanned,
    commitments,
    tally,
    unplanned,
)
from prostcli.assessment.cells import Assessment
from prostcli.assessment.selection import Selection
from prostcli.language import Language
from prostcli.model.submissions import Done
from prostcli.output.caveats import Caveats, caveats


class Line(NamedTuple):
    """An activity, in words."""

    obligations: tuple[str, ...]
    """The measures that it counts under: the one that it stands at first."""
    text: str
    said: tuple[str, ...]
    """What there is to say of it, sentence by sentence: what became of it first."""
    style: str


class BoardLines(NamedTuple):
    """A board's activities of a year."""

    name: str
    lines: tuple[Line, ...]
    beside: tuple[Line, ...]
    """What it did without having planned it."""


class YearLines(NamedTuple):
    """A year's activities, board by board."""

    year: int
    boards: tuple[BoardLines, ...]


class YearTally(NamedTuple):
    """How many activities of a year have each fate; a joint one is counted once."""

    year: int
    total: int
    numbers: tuple[int, ...]
    """In the order of `LedgerView.fates`."""
    late: int
    unplanned: int


class LedgerView(NamedTuple):
    """Everything that the table and the Markdown show."""

    title: str
    edition: str
    as_of: date
    fictitious: bool
    draft: bool
    """Whether the programme itself is not adopted."""
    years: tuple[YearLines, ...]
    elsewhere: tuple[int, ...]
    """The other years that have something of what was chosen."""
    fates: tuple[str, ...]
    """Those that occur, in the ledger's order."""
    tallies: tuple[YearTally, ...]
    drafts: tuple[tuple[str, int], ...]
    """Boards and years with a plan that is not decided: its activities are not here."""
    invalid: tuple[str, ...]
    caveats: Caveats


def ledger(assessment: Assessment, selection: Selection) -> tuple[Commitment, ...]:
    """The activities that pass."""
    return selection.planned(assessment, commitments(assessment))


def beside(assessment: Assessment, selection: Selection) -> tuple[Unplanned, ...]:
    """What was done without being planned and passes."""
    return selection.unplanned(assessment, unplanned(assessment))


def ledger_view(
    assessment: Assessment, selection: Selection, language: Language, unread: tuple[str, ...]
) -> LedgerView:
    """Put it together. Without a year in the selection each activity of the latest due is told."""
    material = assessment.material
    years = selection.years
    if not years and selection.due is None and not selection.statuses:
        years = (assessment.latest_due_year(),)
    told = selection._replace(years=years)
    shown, extra = ledger(assessment, told), beside(assessment, told)
    # Of the whole: a total that only counted what was chosen would look like all there is.
    whole = selection._replace(years=(), statuses=(), due=None)
    counted, more = ledger(assessment, whole), beside(assessment, whole)
    used = tuple(f for f in FATES if any(c.fate == f for c in counted))
    spoken = {c.year for c in counted} | {u.year for u in more}
    every = selection._replace(years=())
    passing = {c.year for c in ledger(assessment, every)}
    passing |= {u.year for u in beside(assessment, every)}
    return LedgerView(
        title=material.programme.title,
        edition=material.edition,
        as_of=assessment.as_of,
        fictitious=material.programme.fictitious,
        draft=material.programme.draft,
        years=tuple(
            YearLines(y, _boards(assessment, language, shown, extra, y))
            for y in sorted({c.year for c in shown} | {u.year for u in extra} | {*years})
        ),
        elsewhere=tuple(sorted(passing - {*years})),
        fates=used,
        tallies=tuple(_tally(counted, more, y, used) for y in sorted(spoken)),
        drafts=tuple(
            (material.boards[board].short, year)
            for (board, year), current in assessment.standings.plans.items()
            if current.standing != "decided"
            and board in material.boards
            and (not selection.boards or board in selection.boards)
        ),
        invalid=unread,
        caveats=caveats(assessment, selection),
    )


def nothing(view: LedgerView, year: int, language: Language) -> str:
    """That a year has nothing of what was chosen, and which years have."""
    if not view.elsewhere:
        return language.term("activities-none", year=year)
    return language.term("status-elsewhere", year=year, others=view.elsewhere)


def _tally(
    counted: Iterable[Commitment], more: Iterable[Unplanned], year: int, used: tuple[str, ...]
) -> YearTally:
    found = tally(c for c in counted if c.year == year)
    return YearTally(
        year,
        found.planned,
        tuple(found.fates[f] for f in used),
        found.late,
        sum(u.year == year for u in more),
    )


def _boards(
    assessment: Assessment,
    language: Language,
    shown: tuple[Commitment, ...],
    extra: tuple[Unplanned, ...],
    year: int,
) -> tuple[BoardLines, ...]:
    found = []
    for board in assessment.material.register.boards:
        own = [c for c in shown if (c.board, c.year) == (board.id, year)]
        more = [u for u in extra if (u.board, u.year) == (board.id, year)]
        if own or more:
            lines = tuple(_line(assessment, language, c) for c in own)
            besides = tuple(_unplanned_line(assessment, language, u) for u in more)
            found.append(BoardLines(board.short, lines, besides))
    return tuple(found)


def _line(assessment: Assessment, language: Language, found: Commitment) -> Line:
    activity = found.activity
    result = _result(assessment, language, found.fate, found.done)
    said = (
        result[0],
        *_course(language, found),
        *result[1:],
        *_promise(assessment, language, found),
    )
    return Line(found.obligations, activity.text, said, STYLES[found.fate])


def _unplanned_line(assessment: Assessment, language: Language, found: Unplanned) -> Line:
    result = found.done.result.value
    said = tuple(_result(assessment, language, result, found.done))
    return Line((found.subject,), found.done.text or "", said, STYLES[result])


def _result(assessment: Assessment, language: Language, fate: str, done: Done | None) -> list[str]:
    """What became of it, and what the board says about that."""
    word = language.fate(fate)
    if done is None:
        return [f"{word}."]
    to = _short(assessment, done.to) if done.to is not None else ""
    said = [language.term("activity-to", fate=word, to=to) if to else f"{word}."]
    if done.date is not None:
        said.append(language.term("activity-done-on", day=done.date))
    if done.comment:
        said.append(done.comment)
    return said


def _course(language: Language, found: Commitment) -> list[str]:
    """Whether it is late, and who has taken it up."""
    said = []
    if found.late:
        said.append(language.term("activity-late"))
    elif found.late is None and found.fate != "done":
        said.append(language.term("activity-day-passed"))
    follow_up = found.follow_up or ("taken-up" if found.taken_up else "")
    if follow_up:
        years = sorted({year for _, year, _ in found.taken_up})
        said.append(language.term(f"activity-{follow_up}", years=[str(y) for y in years]))
    return said


def _promise(assessment: Assessment, language: Language, found: Commitment) -> list[str]:
    """What the plan said of it beside its text."""
    term, activity = language.term, found.activity
    said = []
    if activity.due is not None:
        said.append(term("activity-due", day=activity.due))
    if activity.unit:
        said.append(term("activity-unit", unit=activity.unit))
    if activity.continues is not None:
        said.append(term("activity-continues", year=activity.continues.year))
    for key, boards in (
        ("activity-joint", [b for b in found.joint if b != found.board]),
        ("activity-with", [b for b in activity.with_ if b not in found.joint]),
    ):
        if boards:
            said.append(term(key, boards=[_short(assessment, b) for b in boards]))
    if found.voluntary:
        said.append(term("activity-voluntary"))
    return said


def _short(assessment: Assessment, board: str) -> str:
    known = assessment.material.boards.get(board)
    return known.short if known else board


STYLES = {
    **dict.fromkeys(FATES, "dim"),
    "done": "green",
    "partly": "yellow",
    "not-done": "red",
    "postponed": "yellow",
    "unanswered": "red",
    "overdue": "red",
    "invalid": "bold red",
}
