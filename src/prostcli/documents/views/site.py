"""The pages of a site: each tells of one thing, with the values of the review and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from prostcli.assessment.activities import FATES, Commitment, Tally, tally
from prostcli.assessment.cells import STATUSES, Cell, Share, YearlyKind, share
from prostcli.assessment.parts import answered
from prostcli.documents.sources import Source, anchor
from prostcli.documents.views import Review, pictures, review_of
from prostcli.documents.views.boards import BoardView, BoardYear, board_year
from prostcli.documents.views.caveats import Caveats, of_all, of_subject
from prostcli.documents.views.context import Context, Said
from prostcli.documents.views.follow_up import YearCount
from prostcli.documents.views.measures import MeasureView, SectionView, YearRow
from prostcli.documents.views.pictures import Grid, Matrix
from prostcli.documents.views.work import ActivityView, commitment, undecided_plans
from prostcli.model.boards import Board
from prostcli.model.submissions import Baseline

START: Final = "index.html"
SOURCES: Final = "sources.html"


class Ref(NamedTuple):
    """A thing by its name, and the page that tells of it; "" where none does."""

    label: str
    page: str


class Beside(NamedTuple):
    """The pages of a kind before and after one, in their order."""

    before: Ref | None
    after: Ref | None


class MeasureYear(NamedTuple):
    """A measure in a year."""

    measure: Ref
    row: YearRow


class YearPage(NamedTuple):
    """A year of the term."""

    page: str
    year: int
    beside: Beside
    first: date
    last: date
    cells: int
    share: Share
    answered: bool
    """Whether a decided report answers for any of N."""
    open: bool
    """Whether the time for reporting still runs for all, and nobody has decided a report."""
    silent: int
    """Cells whose report is missing though its time has passed."""
    statuses: tuple[tuple[str, int], ...]
    """How many cells have each status, in words."""
    matrix: Matrix | None
    plans: YearCount
    reports: YearCount
    without_plan: tuple[Ref, ...]
    """The boards whose plan is missing though its time has passed."""
    without_report: tuple[Ref, ...]
    flagged: tuple[tuple[Ref, bool, tuple[str, ...]], ...]
    """What counts in spite of errors: the board, whether it is a plan, the codes."""
    later: tuple[tuple[Ref, bool, date], ...]
    """What is decided after the date: the board, whether it is a plan, the day."""
    measures: tuple[MeasureYear, ...]
    planned: int
    fates: tuple[tuple[str, int], ...]


class ActivityRow(NamedTuple):
    """A planned activity, and where more is told of it."""

    activity: ActivityView
    board: Ref
    measure: Ref
    also: tuple[Ref, ...]


class ActivityYear(NamedTuple):
    """The activities of a year."""

    year: int
    planned: int
    """A joint one is counted once and stands at each of its boards."""
    rows: tuple[ActivityRow, ...]


class StatedThen(NamedTuple):
    """What a board said of something when the programme began."""

    subject: Ref
    """Without a label where it is general."""
    by: str
    text: str
    source: Source


class BoardPage(NamedTuple):
    """A board."""

    page: str
    board: BoardView
    beside: Beside
    predecessors: tuple[Ref, ...]
    successors: tuple[Ref, ...]
    years: tuple[BoardYear, ...]
    baseline: tuple[StatedThen, ...]


class MeasurePage(NamedTuple):
    """A measure."""

    page: str
    measure: MeasureView
    section: SectionView
    beside: Beside
    bound: tuple[Ref, ...]
    """The boards that it binds in any year."""
    activities: tuple[ActivityRow, ...]
    baseline: tuple[Said, ...]
    caveats: Caveats


class Site(NamedTuple):
    """Everything that the pages tell."""

    review: Review
    pages_of_boards: tuple[tuple[str, str], ...]
    """By a board's id."""
    start: YearPage
    """The year that the start page shows: the latest that anything is due for."""
    years: tuple[YearPage, ...]
    boards: tuple[BoardPage, ...]
    handed_in: Matrix
    """Which plans and reports there are."""
    measures: tuple[MeasurePage, ...]
    activities: tuple[ActivityYear, ...]
    undecided_plans: tuple[tuple[Ref, int, str], ...]
    """Board, year and state of plans that are there and do not count."""
    caveats: Caveats
    """Of all plans and reports."""


def board_page(board: str) -> str:
    """The page of a board."""
    return f"board-{board}.html"


def measure_page(measure: str) -> str:
    """The page of a measure."""
    return f"obligation-{measure}.html"


def year_page(year: int) -> str:
    """The page of a year."""
    return f"year-{year}.html"


def in_year(page: str, year: int | str, measure: str = "") -> str:
    """The place of a year on a page, or of a measure in a board's year."""
    return f"{page}#y{year}-{measure}" if measure else f"{page}#y{year}"


def to_sources(source: Source) -> str:
    """Where the mark of a source leads on every page but the review: to the list of sources."""
    return f"{SOURCES}#{anchor(source)}"


def site(context: Context) -> Site:
    """The site on the assessment's date."""
    review = review_of(context)
    material, term = context.material, context.programme.term
    there = [b for b in material.register.boards if b.valid.meets(term.start, term.end)]
    pages = {b.id: board_page(b.id) for b in there}
    ledger = tuple(_row(context, c, pages) for c in context.commitments)
    years = _years(context, review, pages)
    shown = context.assessment.latest_due_year()
    return Site(
        review=review,
        pages_of_boards=tuple(pages.items()),
        start=next(y for y in years if y.year == shown),
        years=years,
        boards=tuple(
            _board(context, view, beside, pages)
            for view, beside in zip(
                review.boards, _beside([Ref(b.short, pages[b.id]) for b in there]), strict=True
            )
        ),
        handed_in=_linked(
            review.follow_up.picture,
            lambda year: year_page(int(year)),
            lambda board, year: in_year(board_page(board), year),
        ),
        measures=_measures(context, review, pages, ledger),
        activities=tuple(
            ActivityYear(
                year,
                _counted(context, year).planned,
                tuple(r for r in ledger if r.activity.year == year),
            )
            for year in sorted({c.year for c in context.commitments})
        ),
        undecided_plans=tuple(
            (_ref(context, pages, h.board), h.year, h.state) for h in undecided_plans(context)
        ),
        caveats=of_all(context),
    )


def _beside(refs: list[Ref]) -> list[Beside]:
    """For each of some pages those beside it."""
    around = [None, *refs, None]
    return [Beside(a, b) for (a, _), (_, b) in pairwise(pairwise(around))]


def _linked(grid: Grid, column: Callable[[str], str], sign: Callable[[str, str], str]) -> Matrix:
    """A grid of boards whose columns and signs lead to where these say, by the ids of both."""
    return Matrix(
        grid.name,
        grid,
        tuple(board_page(row.id) for row in grid.rows),
        tuple(column(c.id) for c in grid.columns),
        tuple(
            tuple(
                sign(row.id, c.id) if s is not None else ""
                for c, s in zip(grid.columns, row.signs, strict=True)
            )
            for row in grid.rows
        ),
    )


def _years(context: Context, review: Review, pages: Mapping[str, str]) -> tuple[YearPage, ...]:
    cells: dict[int, list[Cell]] = {}
    for cell in context.assessment.cells:
        cells.setdefault(cell.year, []).append(cell)
    years = list(context.programme.term.years)
    refs = [Ref(str(y), year_page(y)) for y in years]
    return tuple(
        _year(context, review, pages, year, cells.get(year, []), beside)
        for year, beside in zip(years, _beside(refs), strict=True)
    )


def _year(  # noqa: PLR0913, PLR0917  all that a year is told from
    context: Context,
    review: Review,
    pages: Mapping[str, str],
    year: int,
    cells: list[Cell],
    beside: Beside,
) -> YearPage:
    grid = pictures.matrix(context, year)
    first, last = context.programme.term.within(year)
    counted = _counted(context, year)
    return YearPage(
        page=year_page(year),
        year=year,
        beside=beside,
        first=first,
        last=last,
        cells=len(cells),
        share=share(cells),
        answered=answered(cells),
        open=_open(cells, context.assessment.as_of),
        silent=sum(c.status == "report-overdue" for c in cells),
        statuses=_statuses(context, cells),
        matrix=_linked(
            grid,
            lambda measure: in_year(measure_page(measure), year),
            lambda board, measure: in_year(board_page(board), year, measure),
        )
        if grid is not None
        else None,
        plans=next(c for c in review.follow_up.plans if c.year == year),
        reports=next(c for c in review.follow_up.reports if c.year == year),
        without_plan=_missing(context, pages, year, "plan"),
        without_report=_missing(context, pages, year, "report"),
        flagged=tuple(
            (
                _in_year(context, pages, f.board, year),
                f.kind == "plan",
                f.codes,
            )
            for f in context.assessment.flagged
            if f.year == year
        ),
        later=tuple(
            (
                _in_year(context, pages, h.board, year),
                f.kind == "plan",
                f.date,
            )
            for h in context.handed.values()
            if h.year == year
            for f in h.later
        ),
        measures=tuple(
            MeasureYear(Ref(f"{m.id} {m.label}", measure_page(m.id)), row)
            for section in review.sections
            for m in section.measures
            for row in m.rows
            if row.year == year
        ),
        planned=counted.planned,
        fates=tuple((f, n) for f in FATES if (n := counted.fates[f])),
    )


def _open(cells: list[Cell], as_of: date) -> bool:
    due = [c.expected.report_due for c in cells if c.wants("report")]
    decided = any(c.report == "decided" for c in cells)
    return bool(due) and not decided and all(day is not None and day >= as_of for day in due)


def _statuses(context: Context, cells: list[Cell]) -> tuple[tuple[str, int], ...]:
    """Scales share words: what reads alike is counted together."""
    found: Counter[str] = Counter()
    order: dict[str, int] = {}
    scales = [o.value for scale in context.programme.scales.values() for o in scale]
    place = {status: i for i, status in enumerate([*scales, *STATUSES])}
    for cell in cells:
        nature = context.material.obligation[cell.obligation].nature
        label = context.language.mark(context.programme, nature, cell.status).label
        found[label] += 1
        order.setdefault(label, place[cell.status])
    return tuple(sorted(found.items(), key=lambda item: order[item[0]]))


def _missing(
    context: Context, pages: Mapping[str, str], year: int, kind: YearlyKind
) -> tuple[Ref, ...]:
    return _refs(
        context,
        pages,
        (
            h.board
            for h in context.handed.values()
            if (h.year, h.kind, h.state) == (year, kind, "overdue")
        ),
    )


def _in_year(context: Context, pages: Mapping[str, str], board: str, year: int) -> Ref:
    page = pages.get(board, "")
    return Ref(context.short(board), in_year(page, year) if page else "")


def _ref(context: Context, pages: Mapping[str, str], board: str) -> Ref:
    return Ref(context.short(board), pages.get(board, ""))


def _refs(context: Context, pages: Mapping[str, str], boards: Iterable[str]) -> tuple[Ref, ...]:
    """Boards in the register's order, each once."""
    found, order = {*boards}, context.material.board_order
    return tuple(
        _ref(context, pages, b) for b in sorted(found, key=lambda b: (order.get(b, len(order)), b))
    )


def _counted(context: Context, year: int) -> Tally:
    return tally(c for c in context.commitments if c.year == year)


def _row(context: Context, found: Commitment, pages: Mapping[str, str]) -> ActivityRow:
    short = context.short(found.board)
    page = pages.get(found.board, "")
    return ActivityRow(
        activity=commitment(context, found),
        board=Ref(short, in_year(page, found.year, found.obligation) if page else ""),
        measure=_measure_ref(context, found.obligation),
        also=tuple(_measure_ref(context, o) for o in found.activity.also),
    )


def _measure_ref(context: Context, measure: str) -> Ref:
    return Ref(measure, measure_page(measure) if measure in context.material.obligation else "")


def _titled(context: Context, subject: str) -> Ref:
    ref = _measure_ref(context, subject)
    return Ref(context.title(subject), ref.page)


def _board(
    context: Context, view: BoardView, beside: Beside, pages: Mapping[str, str]
) -> BoardPage:
    years = sorted({y for b, y, _ in context.handed if b == view.id})

    def refs(boards: Iterable[Board]) -> tuple[Ref, ...]:
        return tuple(Ref(b.short, pages.get(b.id, "")) for b in boards)

    return BoardPage(
        page=board_page(view.id),
        board=view,
        beside=beside,
        predecessors=refs(context.material.predecessors(view.id)),
        successors=refs(context.material.successors(view.id)),
        years=tuple(board_year(context, view.id, year) for year in years),
        baseline=tuple(
            StatedThen(
                _titled(context, e.obligation or e.duty or ""),
                e.stated_by,
                e.summary,
                context.source(s.place("entries", at)),
            )
            for s in context.material.submitted
            if isinstance(s.value, Baseline) and s.in_its_place and s.slot.board == view.id
            for at, e in enumerate(s.value.entries)
        ),
    )  # fmt: skip


def _measures(
    context: Context, review: Review, pages: Mapping[str, str], ledger: tuple[ActivityRow, ...]
) -> tuple[MeasurePage, ...]:
    views = [(section, m) for section in review.sections for m in section.measures]
    refs = [Ref(f"{m.id} {m.label}", measure_page(m.id)) for _, m in views]
    baselines = {g.subject: g.said for g in review.baseline.groups}
    return tuple(
        MeasurePage(
            page=measure_page(m.id),
            measure=m,
            section=section,
            beside=beside,
            bound=_refs(context, pages, (c.board for c in context.cells_of[m.id])),
            activities=tuple(r for r in ledger if m.id in (r.activity.subject, *r.activity.also)),
            baseline=baselines.get(m.id, ()),
            caveats=of_subject(context, m.id),
        )
        for (section, m), beside in zip(views, _beside(refs), strict=True)
    )
