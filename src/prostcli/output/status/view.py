"""What a status shows, counted once for the formats that people read."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from prostcli.assessment.activities import Commitment, commitments
from prostcli.assessment.activities import tally as activities
from prostcli.assessment.cells import (
    CLOSED,
    Assessment,
    Cell,
    Share,
    YearlyKind,
    share,
    tally,
)
from prostcli.assessment.handed_in import Filed, filed
from prostcli.assessment.selection import Selection, missing_by
from prostcli.language import Language, Mark
from prostcli.model.programme import Counts
from prostcli.model.submissions import ReportEntry
from prostcli.output.caveats import Caveats, caveats
from prostcli.output.status.courses import Point, activity_course, awaited, courses

FEW = 5
"""So many boards are named even where they are all that there are."""


class Row(NamedTuple):
    """A board's line in the matrix: a status for each column, in order."""

    board: str
    name: str
    statuses: tuple[str | None, ...]
    """None: nothing is expected of the board there; `voluntary`: it reported all the same, or only
    planned, `voluntary-plan`."""
    share: Share
    planned: tuple[int, int]
    """Cells with a decided plan, of those with one expected."""
    reported: tuple[int, int]
    """Cells with a decided report, of those with one expected."""


class Column(NamedTuple):
    """A measure: its id, its place in its section, and what became of it."""

    obligation: str
    section: str
    short: str
    label: str
    share: Share
    tally: tuple[tuple[str, int], ...]
    """How many cells of each status, in the legend's order."""
    advisory: bool
    """True for a "bör" or a "kan"."""


class YearMatrix(NamedTuple):
    """One year: boards × measures."""

    year: int
    first: date
    last: date
    """The part of the year that the programme covers."""
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    legend: tuple[tuple[str, Mark], ...]
    """The statuses that occur, with their marks."""
    elsewhere: tuple[int, ...]
    """The other years in which what was chosen has cells."""

    @property
    def whole(self) -> bool:
        """Whether the programme covers the whole year."""
        return (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)


class YearLine(NamedTuple):
    """One year in a line."""

    year: int
    plans: Counter[str]
    reports: Counter[str]
    plans_expected: int
    reports_expected: int
    share: Share
    partly_covered: bool
    boards: int
    plans_open: bool
    reports_open: bool
    """Somebody still has time and has decided none."""
    shared: bool
    """Whether any of the measures is of a nature that has a share."""


class Missing(NamedTuple):
    """Plans or reports of a year that are due and not handed in, by whom."""

    kind: str
    year: int
    due: date
    boards: tuple[str, ...]
    """Names; an asterisk after one that has a draft."""
    everyone: bool
    """All that were to hand one in then."""
    cells: int


class Ledger(NamedTuple):
    """The planned activities of a year in a line; a joint one is counted once."""

    year: int
    planned: int
    done: int
    late: int
    unanswered: int


class Unassigned(NamedTuple):
    """A measure without a responsible board, and who has told of it all the same."""

    obligation: str
    label: str
    told: tuple[str, ...]
    """Boards, each with the year."""


class Persisting(NamedTuple):
    """A measure that a board has not reached in several years running, with the same outcome."""

    obligation: str
    board: str
    first: int
    last: int
    outcome: str
    obstacles: str
    """What stood in the way, in the last of the years."""


class StatusView(NamedTuple):
    """Everything that the table and the Markdown show."""

    title: str
    edition: str
    as_of: date
    fictitious: bool
    draft: bool
    """Whether the programme itself is not adopted."""
    matrices: tuple[YearMatrix, ...]
    courses: dict[str, tuple[Point, ...]]
    """The measures' shares in every year of the term, whatever years are chosen. Without those
    whose nature has no share; none where only some statuses are chosen, for they would be a course
    of something else than the figures beside them."""
    years: tuple[YearLine, ...]
    ledgers: tuple[Ledger, ...]
    """Of the years of the matrices that have any."""
    activities: tuple[Point, ...]
    """Done of planned in every year of the term; empty if nothing is planned in any."""
    boards_chosen: bool
    """Whether only some boards are counted."""
    missing: tuple[Missing, ...]
    missing_by: date | None
    """The day asked about; none: what is overdue on the date."""
    unassigned: tuple[Unassigned, ...]
    unreported: tuple[tuple[str, str], ...]
    """Measures that were due and that no board has decided a report on in any year: id, label."""
    persisting: tuple[Persisting, ...]
    invalid: tuple[str, ...]
    """Paths of submissions that are not counted."""
    caveats: Caveats
    programme_files: int
    filed: Filed
    """What else it rests on."""
    empty: bool
    """No plan and no report is filed at all."""


def status_view(
    assessment: Assessment,
    selection: Selection,
    language: Language,
    unread: tuple[str, ...] = (),
) -> StatusView:
    """Count it. Without a year in the selection: the latest that anything is due for.

    Where statuses are chosen, every year that has them. What is late, and the whole term's figures,
    hang on no status: else nothing would seem to be late where only what is done is looked at.
    """
    material = assessment.material
    cells = selection._replace(years=()).of(assessment)
    unbound = selection._replace(years=(), statuses=(), due=None)
    whole = unbound.of(assessment)
    years = _years(assessment, selection, cells)
    day = selection.due or assessment.as_of
    current = (*assessment.standings.plans.values(), *assessment.standings.reports.values())
    partial = selection.statuses or selection.due is not None
    planned = unbound.planned(assessment, commitments(assessment))
    return StatusView(
        title=material.programme.title,
        edition=material.edition,
        as_of=assessment.as_of,
        fictitious=material.programme.fictitious,
        draft=material.programme.draft,
        matrices=tuple(_matrix(assessment, selection, language, y) for y in years),
        courses={} if partial else courses(assessment, whole),
        years=tuple(_line(assessment, [c for c in whole if c.year == y], y)
                    for y in material.programme.term.years),
        ledgers=tuple(_ledgers(planned, years)),
        activities=activity_course(assessment, planned),
        boards_chosen=bool(selection.boards),
        missing=_missing(assessment, whole, day, open_too=selection.due is not None),
        missing_by=selection.due,
        unassigned=tuple(_unassigned(assessment, language)),
        unreported=() if selection.statuses else tuple(_unreported(assessment, language, whole)),
        persisting=() if selection.statuses else tuple(_persisting(assessment, language, whole)),
        invalid=unread,
        caveats=caveats(assessment, selection),
        programme_files=len(material.programme_paths),
        filed=filed(assessment),
        empty=not current and not unread,
    )  # fmt: skip


def _years(
    assessment: Assessment, selection: Selection, cells: tuple[Cell, ...]
) -> tuple[int, ...]:
    """The years of which there is a matrix, in order."""
    if selection.years:
        return tuple(sorted(set(selection.years)))
    if selection.statuses and cells:
        return tuple(sorted({c.year for c in cells}))
    return () if selection.due is not None else (assessment.latest_due_year(),)


def _matrix(
    assessment: Assessment, selection: Selection, language: Language, year: int
) -> YearMatrix:
    """The chosen cells of a year. n/N is of them all, whatever status or day is looked for."""
    cells = selection._replace(years=()).of(assessment)
    counted = selection._replace(years=(year,), statuses=(), due=None).of(assessment)
    material = assessment.material
    first, last = material.programme.term.within(year)
    held = [c for c in cells if c.year == year]
    by_place = {(c.board, c.obligation): c for c in held}
    told: dict[str, dict[str, str]] = {}
    for beside in assessment.voluntary:  # of both, the report is told
        if beside.year == year:
            of_board = told.setdefault(beside.board, {})
            if isinstance(beside.entry, ReportEntry):
                of_board[beside.subject] = "voluntary"
            else:
                of_board.setdefault(beside.subject, "voluntary-plan")
    shown = [
        o
        for o in material.obligations
        if (not selection.obligations or o.id in selection.obligations)
        and (not selection.sections or o.section in selection.sections)
    ]
    rows = []
    seen: dict[str, Mark] = {}
    for board in material.register.boards:
        own = [c for c in held if c.board == board.id]
        extra = told.get(board.id, {}) if not selection.statuses else {}
        if selection.boards and board.id not in selection.boards:
            continue
        if not own and not (extra and board.valid.meets(first, last)):
            continue
        statuses: list[str | None] = []
        for o in shown:
            cell = by_place.get((board.id, o.id))
            status = cell.status if cell else extra.get(o.id)
            statuses.append(status)
            if status is not None:
                seen.setdefault(status, language.mark(material.programme, o.nature, status))
        every = [c for c in counted if c.board == board.id]
        plans = [c for c in every if c.wants("plan")]
        reports = [c for c in every if c.wants("report")]
        rows.append(
            Row(
                board.id,
                board.short,
                tuple(statuses),
                share(every),
                (sum(c.plan == "decided" for c in plans), len(plans)),
                (sum(c.report == "decided" for c in reports), len(reports)),
            )
        )
    order = _legend_order(assessment)
    legend = tuple(sorted(seen.items(), key=lambda item: order.index(item[0])))
    columns = []
    for o in shown:
        own = [c for c in held if c.obligation == o.id]
        counts = tally(own)
        columns.append(
            Column(
                obligation=o.id,
                section=o.section,
                short=o.id.removeprefix(f"{o.section}."),
                label=language.words(o.label),
                share=share(c for c in counted if c.obligation == o.id),
                tally=tuple((s, counts[s]) for s in order if counts[s]),
                advisory=o.modality in ("bör", "kan"),
            )
        )
    elsewhere = tuple(sorted({c.year for c in cells} - {year}))
    return YearMatrix(year, first, last, tuple(rows), tuple(columns), legend, elsewhere)


def _legend_order(assessment: Assessment) -> list[str]:
    """The outcomes in the order of the scales, then the other statuses."""
    outcomes = [o.value for scale in assessment.material.programme.scales.values() for o in scale]
    rest = (
        "settled", "written-off", "not-addressed", "report-received", "report-draft",
        "report-overdue", "report-invalid", "planned", "ongoing", "no-activity", "plan-overdue",
        "plan-invalid", "upcoming", "voluntary", "voluntary-plan",
    )  # fmt: skip
    return [*dict.fromkeys(outcomes), *rest]


def _line(assessment: Assessment, cells: list[Cell], year: int) -> YearLine:
    first, last = assessment.material.programme.term.within(year)
    return YearLine(
        year=year,
        plans=Counter(c.plan for c in cells if c.wants("plan")),
        reports=Counter(c.report for c in cells if c.wants("report")),
        plans_expected=sum(c.wants("plan") for c in cells),
        reports_expected=sum(c.wants("report") for c in cells),
        share=share(cells),
        partly_covered=(first, last) != (date(year, 1, 1), date(year, 12, 31)),
        boards=len({c.board for c in cells}),
        plans_open=any(awaited(c, "plan", assessment.as_of) for c in cells),
        reports_open=any(awaited(c, "report", assessment.as_of) for c in cells),
        shared=any(c.shared for c in cells),
    )


def _unassigned(assessment: Assessment, language: Language) -> Iterator[Unassigned]:
    material = assessment.material
    for obligation in assessment.unassigned:
        told = (b for b in assessment.voluntary if b.subject == obligation)
        who = dict.fromkeys(
            f"{material.boards[b.board].short} {b.year}" for b in told if b.board in material.boards
        )
        yield Unassigned(obligation, language.words(material.obligation[obligation].label), (*who,))


def _unreported(
    assessment: Assessment, language: Language, cells: tuple[Cell, ...]
) -> Iterator[tuple[str, str]]:
    if not assessment.standings.reports:
        return  # then none is, and that is told first of all
    for obligation in assessment.material.obligations:
        own = [c for c in cells if c.obligation == obligation.id and c.status not in CLOSED]
        due = any(
            c.expected.report_due is not None and c.expected.report_due < assessment.as_of
            for c in own
        )
        if due and not any(c.report == "decided" for c in own):
            yield obligation.id, language.words(obligation.label)


def _persisting(
    assessment: Assessment, language: Language, cells: tuple[Cell, ...]
) -> Iterator[Persisting]:
    """Years running with one outcome that is partial or bad. The cells come year by year."""
    material = assessment.material
    runs: dict[tuple[str, str], list[list[Cell]]] = {}
    for cell in cells:
        if cell.counts not in (Counts.PARTIAL, Counts.BAD) or cell.status in CLOSED:
            continue
        found = runs.setdefault((cell.obligation, cell.board), [])
        last = found[-1][-1] if found else None
        if last and (last.year + 1, last.outcome) == (cell.year, cell.outcome):
            found[-1].append(cell)
        else:
            found.append([cell])
    for (obligation, board), found in runs.items():
        for run in found:
            if len(run) > 1:
                end = run[-1]
                nature = material.obligation[obligation].nature
                told = end.report_entry.obstacles if end.report_entry else None
                yield Persisting(
                    obligation,
                    material.boards[board].short,
                    run[0].year,
                    end.year,
                    language.mark(material.programme, nature, end.status).label,
                    told or "",
                )


def _ledgers(planned: tuple[Commitment, ...], years: tuple[int, ...]) -> Iterator[Ledger]:
    for year in years:
        count, fates, late = activities(c for c in planned if c.year == year)
        if count:
            yield Ledger(year, count, fates["done"], late, fates["unanswered"])


def _missing(
    assessment: Assessment, cells: tuple[Cell, ...], day: date, *, open_too: bool
) -> tuple[Missing, ...]:
    """What is overdue, or, with a day asked for, all that is due by then and not handed in."""
    material = assessment.material
    found: dict[tuple[date, int, str], dict[str, int]] = {}
    wanted: dict[tuple[date, int, str], set[str]] = {}
    drafts: set[tuple[date, int, str, str]] = set()
    for cell in cells:
        kinds: tuple[tuple[YearlyKind, date | None], ...] = (
            ("plan", cell.expected.plan_due),
            ("report", cell.expected.report_due),
        )
        for kind, due in kinds:
            if due is None or not cell.wants(kind):
                continue
            key = (due, cell.year, kind)
            wanted.setdefault(key, set()).add(cell.board)
            state = cell.plan if kind == "plan" else cell.report
            late = state == "overdue" or (state == "draft" and due < day)
            if (kind in missing_by(cell, day)) if open_too else late:
                boards = found.setdefault(key, {})
                if state == "draft":
                    drafts.add((*key, cell.board))
                boards[cell.board] = boards.get(cell.board, 0) + 1
    return tuple(
        Missing(
            kind,
            year,
            due,
            tuple(
                material.boards[b].short + ("*" if (due, year, kind, b) in drafts else "")
                for b in sorted(boards, key=material.board_order.__getitem__)
            ),
            len(boards) == len(wanted[due, year, kind])
            and len(boards) > FEW
            and not any((due, year, kind, b) in drafts for b in boards),
            sum(boards.values()),
        )
        for (due, year, kind), boards in sorted(found.items())
    )
