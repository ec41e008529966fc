"""One measure or one board, whole, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from prostcli.assessment.activities import FATES, Commitment, fates
from prostcli.assessment.cells import Assessment, Cell
from prostcli.assessment.expectation import Basis
from prostcli.documents.sources import Sources, where
from prostcli.documents.views.boards import (
    BoardView,
    BoardYear,
    ReportPart,
    board_view,
    board_year,
)
from prostcli.documents.views.caveats import Caveats, of_question, of_subject
from prostcli.documents.views.context import Changed, Context, Said
from prostcli.documents.views.front import AmendmentView, Front, decisions, front
from prostcli.documents.views.measures import MeasureView, baseline, measure
from prostcli.documents.views.mid_term import ChangeView, WordingView, changes, texts
from prostcli.documents.views.work import (
    ActivityView,
    DutyView,
    QuestionView,
    commitment,
    currents,
    duties,
    question_view,
)
from prostcli.language import Language
from prostcli.model.boards import Board
from prostcli.model.submissions import Report
from prostcli.source import Locate


class BasisView(NamedTuple):
    """A reason why boards owe something."""

    kind: str
    group: str
    board: str
    day: date | None
    source: str
    boards: tuple[str, ...]
    first: int
    last: int


class DueDays(NamedTuple):
    """When a year's plan and report are due, where they are."""

    year: int
    plan: tuple[date, ...]
    report: date | None


class Told(NamedTuple):
    """What a board's report says of a measure or a duty in a year."""

    board: str
    year: int
    report: ReportPart


class DutyShown(NamedTuple):
    """A duty outside the yearly follow-up, whole."""

    front: Front
    duty: DutyView
    told: tuple[Told, ...]
    readings: tuple[str, ...]
    caveats: Caveats


class QuestionShown(NamedTuple):
    """Something the programme asks, the answers, and who has answered nothing."""

    front: Front
    id: str
    question: QuestionView
    silent: tuple[tuple[int, tuple[str, ...]], ...]
    """By year, the boards that it is put to, with a decided plan or report that has no answer."""
    caveats: Caveats


class ObligationShown(NamedTuple):
    """A measure, whole."""

    front: Front
    measure: MeasureView
    section: str
    numbering: str
    """Who numbered the measures."""
    amendment: AmendmentView | None
    texts: tuple[WordingView, ...]
    changes: tuple[ChangeView, ...]
    """What has been decided of it in mid-term."""
    basis: tuple[BasisView, ...]
    due: tuple[DueDays, ...]
    told: tuple[Told, ...]
    fates: tuple[tuple[str, int], ...]
    """How many of the activities have become what; a joint one is counted once."""
    activities: tuple[ActivityView, ...]
    baseline: tuple[Said, ...]
    duties: tuple[tuple[str, DutyView], ...]
    """Duties that concern it, and how."""
    readings: tuple[str, ...]
    caveats: Caveats


class Bound(NamedTuple):
    """What a board is bound by, and until when."""

    obligation: str
    label: str
    start: date
    end: date
    basis: tuple[BasisView, ...]


class Kin(NamedTuple):
    """A board before or after another, and what it has planned and reported."""

    id: str
    name: str
    day: date | None
    """The last day of one before; the first day of one after."""
    direct: bool
    """Whether there is no other between the two."""
    years: tuple[BoardYear, ...]
    activities: tuple[ActivityView, ...]


class BoardShown(NamedTuple):
    """A board, whole."""

    front: Front
    board: BoardView
    source: str
    groups: tuple[str, ...]
    bound: tuple[Bound, ...]
    years: tuple[BoardYear, ...]
    fates: tuple[tuple[str, int], ...]
    activities: tuple[ActivityView, ...]
    baseline: tuple[Said, ...]
    before: tuple[Kin, ...]
    after: tuple[Kin, ...]


def obligation_shown(
    assessment: Assessment,
    language: Language,
    locate: Locate,
    obligation: str,
    changed: Changed | None = None,
) -> ObligationShown:
    """A measure, whole. It is one of the programme's."""
    sources = Sources(assessment.material, locate)
    context = Context(assessment, language, sources, changed=changed or {})
    material = context.material
    found = material.obligation[obligation]
    cells = context.cells_of[obligation]
    said = [s for g in baseline(context).groups if g.subject == obligation for s in g.said]
    added = [a for a in decisions(context).amendments if obligation in a.obligations]
    section = material.sections.get(found.section)
    about = [r for r in context.programme.readings if obligation in r.about]
    own = [c for c in context.commitments if obligation in c.obligations]
    return ObligationShown(
        front=front(context),
        measure=measure(context, found, len(said)),
        section=f"{section.id} {context.words(section.label)}" if section else found.section,
        numbering=context.words(context.programme.numbering),
        amendment=added[0] if added else None,
        texts=texts(context, obligation),
        changes=changes(context, obligation),
        basis=_basis(context, cells),
        due=_due(cells),
        told=_told(context, obligation),
        fates=_fates(own),
        activities=tuple(commitment(context, c) for c in own),
        baseline=tuple(said),
        duties=tuple(
            (kind, d) for d in duties(context) for kind, o in d.relations if o == obligation
        ),
        readings=tuple(context.words(r.text) for r in about),
        caveats=of_subject(context, obligation),
    )


def duty_shown(assessment: Assessment, language: Language, locate: Locate, duty: str) -> DutyShown:
    """A duty, whole. It is one of the programme's."""
    context = Context.of(assessment, language, locate)
    found = next(d for d in duties(context) if d.id == duty)
    about = (r for r in context.programme.readings if duty in r.about)
    readings = tuple(context.words(r.text) for r in about)
    told, caveats = _told(context, duty), of_subject(context, duty)
    return DutyShown(front(context), found, told, readings, caveats)


def question_shown(
    assessment: Assessment, language: Language, locate: Locate, question: str
) -> QuestionShown:
    """A question of the programme, and the answers. It is one of the programme's."""
    context = Context.of(assessment, language, locate)
    asked = context.programme.questions
    index = next(i for i, q in enumerate(asked) if q.id == question)
    members = context.material.members
    to = {*asked[index].boards, *(b.id for name in asked[index].boards for b in members(name))}
    silent: dict[int, dict[str, bool]] = {}
    for board, year, current in currents(context):
        put = not to or board in to
        if current.standing == "decided" and put and current.file.value.kind in asked[index].kinds:
            answered = any(a.question == question for a in current.file.value.answers)
            years = silent.setdefault(year, {})
            years[board] = years.get(board, False) or answered
    return QuestionShown(
        front(context),
        question,
        question_view(context, index),
        tuple(
            (year, names)
            for year, boards in sorted(silent.items())
            if (names := context.shorts(b for b, answered in boards.items() if not answered))
        ),
        of_question(context, question),
    )


def _told(context: Context, subject: str) -> tuple[Told, ...]:
    """What reports say of a measure or a duty, by year, then board. A draft is not told.

    Nor is what is voluntary: that stands by itself.
    """
    found = []
    for board, year, current in currents(context):
        report = current.file.value
        if isinstance(report, Report) and any(
            subject in (e.obligation, e.duty) for e in report.entries
        ):
            shown = board_year(context, board, year)
            entry = next((e for e in shown.entries if e.subject == subject), None)
            if entry and entry.report and (entry.expected or entry.duty):
                found.append(Told(context.short(board), year, entry.report))
    return tuple(found)


def board_shown(
    assessment: Assessment,
    language: Language,
    locate: Locate,
    board: str,
    changed: Changed | None = None,
) -> BoardShown:
    """A board, whole. It is one of the register's."""
    sources = Sources(assessment.material, locate)
    context = Context(assessment, language, sources, changed=changed or {})
    material = context.material
    found = material.boards[board]
    view = board_view(context, found)
    cells = [c for c in assessment.cells if c.board == board]
    own = [c for c in context.commitments if c.board == board]
    groups = baseline(context)
    everything = [*(s for g in groups.groups for s in g.said), *groups.general]
    return BoardShown(
        front=front(context),
        board=view,
        source=where(view.source),
        groups=tuple(
            context.words(g.label)
            for g in material.register.groups
            if found in tuple(material.members(g.id))
        ),
        bound=_bound(context, cells),
        years=_years(context, board),
        fates=_fates(own),
        activities=tuple(commitment(context, c) for c in own),
        baseline=tuple(s for s in everything if s.board_id == board),
        before=tuple(_before(context, found)),
        after=tuple(_after(context, found)),
    )


def _fates(found: Iterable[Commitment]) -> tuple[tuple[str, int], ...]:
    numbers = fates(found)
    return tuple((fate, numbers[fate]) for fate in FATES if numbers[fate])


def _before(context: Context, board: Board) -> Iterator[Kin]:
    direct = context.material.predecessors(board.id)
    for one in context.material.before(board.id):
        yield _kin(context, one, one.names[-1].name, one.valid.end, direct=one in direct)


def _after(context: Context, board: Board) -> Iterator[Kin]:
    direct = context.material.successors(board.id)
    for one in context.material.after(board.id):
        yield _kin(context, one, one.names[0].name, one.valid.start, direct=one in direct)


def _kin(context: Context, board: Board, name: str, day: date | None, *, direct: bool) -> Kin:
    return Kin(
        id=board.id,
        name=name,
        day=day,
        direct=direct,
        years=_years(context, board.id),
        activities=tuple(
            commitment(context, c) for c in context.commitments if c.board == board.id
        ),
    )


def _years(context: Context, board: str) -> tuple[BoardYear, ...]:
    years = sorted({y for b, y, _ in context.handed if b == board})
    return tuple(board_year(context, board, y) for y in years)


def _bound(context: Context, cells: Iterable[Cell]) -> tuple[Bound, ...]:
    by_obligation: dict[str, list[Cell]] = {}
    for cell in cells:
        by_obligation.setdefault(cell.obligation, []).append(cell)
    return tuple(
        Bound(
            obligation=obligation,
            label=context.subject(obligation),
            start=min(c.expected.first for c in found),
            end=max(c.expected.last for c in found),
            basis=_basis(context, found),
        )
        for obligation, found in by_obligation.items()
    )


def _basis(context: Context, cells: Iterable[Cell]) -> tuple[BasisView, ...]:
    """The reasons behind some cells, each once, with the boards and years that it holds for."""
    spans: dict[tuple[Basis, str], list[int]] = {}
    for cell in cells:
        for basis in cell.expected.basis:
            spans.setdefault((basis, cell.board), []).append(cell.year)
    found: dict[tuple[Basis, int, int], list[str]] = {}
    for (basis, board), years in spans.items():
        found.setdefault((basis, min(years), max(years)), []).append(board)
    groups = context.material.groups
    return tuple(
        BasisView(
            kind=basis.kind,
            group=context.words(groups[basis.group].label) if basis.group in groups else "",
            board=context.short(basis.board) if basis.board else "",
            day=basis.date,
            source=where(context.source(basis.place)),
            boards=context.shorts(boards),
            first=first,
            last=last,
        )
        for (basis, first, last), boards in found.items()
    )


def _due(cells: Iterable[Cell]) -> tuple[DueDays, ...]:
    by_year: dict[int, list[Cell]] = {}
    for cell in cells:
        by_year.setdefault(cell.year, []).append(cell)
    return tuple(
        DueDays(
            year,
            tuple(sorted({c.expected.plan_due for c in found if c.expected.plan_due})),
            next((c.expected.report_due for c in found if c.expected.report_due), None),
        )
        for year, found in sorted(by_year.items())
    )
