"""What is told of each plan and report, put together once for all formats."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from prostcli.assessment.cells import Assessment, Cell
from prostcli.assessment.expectation import Basis
from prostcli.assessment.handed_in import HandedIn, handed_in
from prostcli.language import Language
from prostcli.model.submissions import Decision

KINDS = ("plan", "report")


class Wanted(NamedTuple):
    """Which plans and reports are asked for; what is empty lets everything through."""

    years: tuple[int, ...] = ()
    boards: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    due: date | None = None
    """Only those due by then and neither decided nor received."""


class Row(NamedTuple):
    """A board's plan or report of a year, whether or not it is there."""

    handed: HandedIn
    name: str
    decision: Decision | None
    by: str
    """Who decided, where it was another board; else empty."""
    basis: tuple[tuple[str, int], ...]
    """Why it is owed, in words, and for how many measures."""
    heirs: tuple[str, ...]
    """Of a board that has ended, those who decide its last report."""
    flagged: tuple[str, ...]
    """The codes of its errors, where it counts in spite of them."""
    paths: tuple[str, ...]
    """The file that counts, those that cannot be read, and those that were superseded."""


class Group(NamedTuple):
    """The plans or the reports of a year."""

    kind: str
    year: int
    rows: tuple[Row, ...]


class SubmissionsView(NamedTuple):
    """Everything that the table and the Markdown show."""

    title: str
    edition: str
    as_of: date
    fictitious: bool
    draft: bool
    """Whether the programme itself is not adopted."""
    groups: tuple[Group, ...]
    years: tuple[int, ...]
    """Those that were looked at; none: all."""
    elsewhere: tuple[int, ...]
    """The other years in which something of what was chosen is expected or there."""
    invalid: tuple[str, ...]


def rows(assessment: Assessment, wanted: Wanted, language: Language) -> Iterator[Row]:
    """Those that are expected or there, and pass; in the order of years, kinds and boards."""
    cells: dict[tuple[str, int], list[Cell]] = {}
    for cell in assessment.cells:
        cells.setdefault((cell.board, cell.year), []).append(cell)
    codes = {(f.board, f.year, f.kind): f.codes for f in assessment.flagged}
    found = [h for h in handed_in(assessment) if _passes(h, wanted)]
    for handed in sorted(found, key=lambda h: (h.year, KINDS.index(h.kind))):
        of_year = cells.get((handed.board, handed.year), [])
        found_wrong = codes.get((handed.board, handed.year, handed.kind), ())
        yield _row(assessment, language, handed, of_year, found_wrong)


def submissions_view(
    assessment: Assessment, wanted: Wanted, language: Language, unread: tuple[str, ...]
) -> SubmissionsView:
    """Put it together. Without a year: those of the latest that anything is due for."""
    material = assessment.material
    if not wanted.years and wanted.due is None and not wanted.states:
        wanted = wanted._replace(years=(assessment.latest_due_year(),))
    every = [h for h in handed_in(assessment) if _passes(h, wanted._replace(years=()))]
    groups: dict[tuple[int, str], list[Row]] = {}
    for row in rows(assessment, wanted, language):
        groups.setdefault((row.handed.year, row.handed.kind), []).append(row)
    return SubmissionsView(
        title=material.programme.title,
        edition=material.edition,
        as_of=assessment.as_of,
        fictitious=material.programme.fictitious,
        draft=material.programme.draft,
        groups=tuple(Group(kind, year, tuple(found)) for (year, kind), found in groups.items()),
        years=wanted.years,
        elsewhere=tuple(sorted({h.year for h in every if h.year not in wanted.years})),
        invalid=unread,
    )


def said(row: Row, language: Language) -> str:
    """A row in words: in what state it is, by which decision, and whether it was late."""
    term, handed, decision = language.term, row.handed, row.decision
    parts = [term(handed.state)]
    if decision is not None:
        parts = [term(f"submission-{decision.how}", day=decision.date)]
        if row.by:
            parts.append(term("submission-by", board=row.by))
        parts += [t for t in (decision.paragraph, decision.reference) if t]
    text = ", ".join(parts)
    if handed.due is not None and handed.state in ("overdue", "not-due", "draft"):
        text += " " + term("submission-due", day=handed.due)
    if row.heirs and handed.state in ("overdue", "not-due", "draft"):
        text += ". " + term("submission-heirs", boards=row.heirs)
    if handed.late:
        text += " " + term("submission-late", day=handed.due)
    if handed.file is not None and handed.file.file.seal == "intact":
        text += ". " + term("submission-sealed")
    if handed.silent_on:
        text += ". " + term("submission-silent", obligations=handed.silent_on)
    if handed.file is not None and handed.file.superseded:
        text += ". " + language.counted("submission-superseded", len(handed.file.superseded))
    text += "".join(f". {caveat}" for caveat in _caveats(row, language))
    return text[0].upper() + text[1:] + "."


def _caveats(row: Row, language: Language) -> Iterator[str]:
    """That it counts in spite of errors, and which files of it do not count yet."""
    if row.flagged:
        yield language.term("submission-flagged", codes=row.flagged)
    for found in row.handed.later:
        yield language.term("submission-not-yet", path=found.path, day=found.date)


def nothing(view: SubmissionsView, language: Language) -> str:
    """That nothing passes in the years that were looked at, and in which years something does."""
    if not view.elsewhere:
        return language.term("status-no-cells")
    years = {"year": view.years, "others": view.elsewhere}
    return language.term("status-elsewhere", **years)


def owed(row: Row, language: Language) -> str:
    """For how many measures it answers, and why."""
    number = len(row.handed.obligations)
    if not number:
        return language.term("submission-owes-none")
    why = [f"{count} ({words})" if len(row.basis) > 1 else words for words, count in row.basis]
    return language.counted("submission-owes", number, why=why)


def _passes(handed: HandedIn, wanted: Wanted) -> bool:
    there = handed.file is not None or handed.refused or handed.due is not None or handed.later
    open_by = handed.due is not None and wanted.due is not None and handed.due <= wanted.due
    return (
        bool(there)
        and (not wanted.years or handed.year in wanted.years)
        and (not wanted.boards or handed.board in wanted.boards)
        and (not wanted.kinds or handed.kind in wanted.kinds)
        and (not wanted.states or handed.state in wanted.states)
        and (wanted.due is None or (open_by and handed.state not in ("decided", "received")))
    )


def _row(
    assessment: Assessment,
    language: Language,
    handed: HandedIn,
    cells: list[Cell],
    codes: tuple[str, ...],
) -> Row:
    boards = assessment.material.boards
    known = boards.get(handed.board)
    decision = None
    if handed.file is not None and not handed.refused:
        decision = handed.file.file.value.decision
    by = decision.by if decision is not None and decision.by else handed.board
    other = by != handed.board
    by_name = boards[by].name_on(decision.date) if decision and by in boards else by
    paths = [handed.file.file.path] if handed.file is not None and not handed.refused else []
    paths += [slot.path for slot in handed.refused]
    paths += handed.file.superseded if handed.file is not None else ()
    expected = [c for c in cells if c.obligation in handed.obligations]
    return Row(
        handed,
        known.short if known else handed.board,
        decision,
        by_name if other else "",
        tuple(_basis(assessment, language, expected)),
        tuple(b.short for b in assessment.material.successors(handed.board))
        if handed.kind == "report"
        else (),
        codes,
        tuple(paths),
    )


def _basis(
    assessment: Assessment, language: Language, cells: list[Cell]
) -> Iterator[tuple[str, int]]:
    """Why a board owes what it owes: each reason, and for how many measures. Each counts once."""
    first = Counter(_reason(assessment, language, c.expected.basis[0]) for c in cells)
    yield from sorted(first.items(), key=lambda item: -item[1])


def _reason(assessment: Assessment, language: Language, basis: Basis) -> str:
    material = assessment.material
    group = material.groups.get(basis.group or "")
    board = material.boards.get(basis.board or "")
    facts = {
        "group": language.words(group.label) if group else "",
        "board": board.short if board else "",
    }
    return language.term(f"basis-{basis.kind}", **facts)
