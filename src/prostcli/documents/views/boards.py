"""A board's plan and report of a year, entry by entry: for the appendix and for a board's annex."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from prostcli.assessment.activities import planned
from prostcli.assessment.cells import CLOSED, Cell, YearlyKind
from prostcli.assessment.handed_in import HandedIn
from prostcli.assessment.known import Wording, wordings_in
from prostcli.assessment.submissions import plan_entries, report_entries
from prostcli.documents.sources import Source
from prostcli.documents.views.context import Context, DissentView, Said, dissents
from prostcli.documents.views.figures import CostView, FigureView, cost, figures
from prostcli.documents.views.mid_term import ChangeView, written_off
from prostcli.documents.views.work import ActivityView, commitment
from prostcli.model.boards import Board
from prostcli.model.history import Touched
from prostcli.model.programme import Counts
from prostcli.model.submissions import Baseline, PlanEntry, Report, ReportEntry
from prostcli.source import Place


class DecisionOf(NamedTuple):
    """The decision behind a submission."""

    day: date
    by: str
    by_other: bool
    """Decided by another board than the one that it is about."""
    how: str
    paragraph: str
    reference: str
    dissent: tuple[DissentView, ...]


class Submitted(NamedTuple):
    """A plan or report, whether or not it is there."""

    state: str
    due: date | None
    late: bool
    decision: DecisionOf | None
    source: Source | None
    superseded: tuple[str, ...]
    silent_on: tuple[str, ...]
    shown: bool
    """Whether what it says is told here."""
    invalid: tuple[str, ...] = ()
    """The files that cannot be read, where it is for those that nothing counts."""
    edited: tuple[str, ...] = ()
    """Those that were changed after they had been sealed, likewise."""
    flagged: tuple[str, ...] = ()
    """The codes of its errors, where it counts in spite of them."""
    later: tuple[tuple[str, date], ...] = ()
    """The files of it that are decided after the date, and when: they do not count yet."""


class PlanPart(NamedTuple):
    """What the plan says of a measure."""

    says: str
    text: str
    counted_under: str
    """The measure that it stands at, where it only counts under this one."""
    activities: tuple[ActivityView, ...]
    place: str
    source: Source


class ReportPart(NamedTuple):
    """What the report says of a measure or a duty."""

    outcome: str
    glyph: str
    counted: bool
    addressed: bool
    summary: str
    evidence: str
    effect: str
    obstacles: str
    reason: str
    next_steps: str
    unplanned: tuple[tuple[str, str, str], ...]
    """What was done without being planned: text, result, comment."""
    partners: tuple[str, ...]
    figures: tuple[FigureView, ...]
    cost: CostView | None
    place: str
    source: Source
    touched: Touched | None
    """The commit that last changed it, where that is told."""


class Settled(NamedTuple):
    """The report that called a once-only measure done."""

    year: int
    source: Source


class ReplacedText(NamedTuple):
    """A text that a measure had in an earlier part of the year."""

    text: str
    until: date
    """The last day of it."""


class Entry(NamedTuple):
    """A measure or a duty in a board's year."""

    subject: str
    title: str
    text: str
    """As it was when the year ended."""
    replaced: tuple[ReplacedText, ...]
    duty: bool
    expected: bool
    status: str
    """In words; empty for what is not expected."""
    plan: PlanPart | None
    report: ReportPart | None
    no_plan: str
    """Why nothing stands under the plan: `silent`, where one that is told of has no answer, or the
    state. Empty where something does, and where nothing is asked: it is no silence then."""
    no_report: str
    written_off: ChangeView | None
    """What has written it off: nothing more is asked of the board."""
    settled: Settled | None
    """What has settled it: likewise."""
    told: bool
    """Whether anything is said."""
    flagged: tuple[str, ...]
    """The codes of the errors in what is said, which counts in spite of them."""


class BoardYear(NamedTuple):
    """A board's year."""

    year: int
    name: str
    plan: Submitted
    report: Submitted
    expected: tuple[str, ...]
    entries: tuple[Entry, ...]
    told: tuple[Entry, ...]
    """The entries that say something."""
    untold: tuple[tuple[str, tuple[str, ...]], ...]
    """The rest, by status: which measures have it."""
    answers: tuple[Said, ...]


class Silence(NamedTuple):
    """Years in a row in which a board has said nothing, for which the same holds."""

    first: int
    last: int
    plan: str
    report: str
    expected: tuple[str, ...]


class SilentGroup(NamedTuple):
    """Boards that have said nothing, and of whom the same holds."""

    boards: tuple[str, ...]
    years: tuple[Silence, ...]


class NameView(NamedTuple):
    """What a board was called, and when."""

    name: str
    start: date | None
    end: date | None


class BoardView(NamedTuple):
    """A board over the term."""

    id: str
    short: str
    name: str
    company: bool
    names: tuple[NameView, ...]
    start: date | None
    end: date | None
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    note: str
    source: Source
    years: tuple[BoardYear | Silence, ...]
    baseline: tuple[str, ...]
    """The measures and duties that its baseline is about; "" for what is general."""
    silent: bool
    """Whether it has said nothing at all of the yearly follow-up."""


def boards(context: Context) -> tuple[BoardView, ...]:
    """Appendix 1: every board that was there in the term."""
    term = context.programme.term
    return tuple(
        board_view(context, b)
        for b in context.material.register.boards
        if b.valid.meets(term.start, term.end)
    )


def silent_groups(views: tuple[BoardView, ...]) -> tuple[SilentGroup, ...]:
    """The boards that have said nothing, those of whom the same holds together."""
    found: dict[tuple[BoardYear | Silence, ...], list[str]] = {}
    for view in views:
        if view.silent:
            found.setdefault(view.years, []).append(view.short)
    return tuple(
        SilentGroup(tuple(names), tuple(y for y in years if isinstance(y, Silence)))
        for years, names in found.items()
    )


def board_view(context: Context, board: Board) -> BoardView:
    """A board over the term."""
    told = {y for b, y, _ in context.handed if b == board.id}
    years = _together(board_year(context, board.id, y) for y in sorted(told))
    order = context.material.board_order
    return BoardView(
        id=board.id,
        short=board.short,
        name=board.name_on(min(context.assessment.as_of, context.programme.term.end)),
        company=board.kind == "company",
        names=tuple(NameView(n.name, n.valid.start, n.valid.end) for n in board.names),
        start=board.valid.start,
        end=board.valid.end,
        predecessors=tuple(b.short for b in context.material.predecessors(board.id)),
        successors=context.shorts(board.successors),
        note=context.words(board.note),
        source=context.at_register("boards", order[board.id]),
        years=years,
        baseline=tuple(
            dict.fromkeys(
                context.ref(e.obligation or e.duty or "")
                for s in context.material.submitted
                if isinstance(s.value, Baseline) and s.in_its_place and s.slot.board == board.id
                for e in s.value.entries
            )
        ),
        silent=all(isinstance(y, Silence) for y in years),
    )


def board_year(context: Context, board: str, year: int, *, drafts: bool = False) -> BoardYear:
    """A board's year. What a draft says is told only where `drafts` are wanted."""
    if drafts:
        return _board_year(context, board, year, drafts=True)
    known = context.board_years
    if (board, year) not in known:
        known[board, year] = _board_year(context, board, year, drafts=False)
    return known[board, year]


def _board_year(context: Context, board: str, year: int, *, drafts: bool) -> BoardYear:
    plan = submitted(context, board, year, "plan", drafts=drafts)
    report = submitted(context, board, year, "report", drafts=drafts)
    plans = _plan_parts(context, board, year, drafts=drafts) if plan.shown else {}
    reports = _report_parts(context, board, year) if report.shown else {}
    cells = {c.obligation: c for c in context.assessment.cells_in.get((board, year), ())}
    obligations = context.material.obligation
    # A silence on what does not bind the board is nothing at all.
    free = obligations.keys() - cells.keys()
    plans = {s: p for s, p in plans.items() if s not in free or p.says != "not-addressed"}
    reports = {s: r for s, r in reports.items() if s not in free or r.addressed}
    subjects = [o.id for o in context.material.obligations]
    subjects += [d.id for d in context.material.duties_file.value.duties]
    entries = tuple(
        _entry(
            context,
            s,
            cells.get(s),
            (plan, plans.get(s)),
            (report, reports.get(s)),
            year=year,
            flagged=context.flagged_at(board, year, s),
        )
        for s in subjects
        if s in cells or s in plans or s in reports
    )
    return BoardYear(
        year=year,
        name=context.name_in(board, year),
        plan=plan,
        report=report,
        expected=tuple(cells),
        entries=entries,
        told=tuple(e for e in entries if e.told),
        untold=_untold_by_status(entries),
        answers=_answers(context, board, year, plan, report),
    )


def _untold_by_status(entries: Iterable[Entry]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for entry in entries:
        if not entry.told:
            found.setdefault(entry.status, []).append(entry.subject)
    return tuple((status, tuple(subjects)) for status, subjects in found.items())


def submitted(
    context: Context, board: str, year: int, kind: YearlyKind, *, drafts: bool
) -> Submitted:
    """A plan or report, whether or not it is there."""
    handed = context.handed.get((board, year, kind))
    if handed is None:
        return Submitted("not-expected", None, False, None, None, (), (), False)  # noqa: FBT003
    source = None
    if handed.refused:
        source = context.source(Place(handed.refused[0].path))
    elif handed.file is not None:
        on = ("decision",) if handed.file.file.value.decision else ()
        source = context.source(handed.file.file.place(*on))
    return Submitted(
        state=handed.state,
        due=handed.due,
        late=handed.late,
        decision=decision_of(context, handed),
        source=source,
        superseded=handed.file.superseded if handed.file else (),
        silent_on=handed.silent_on,
        shown=handed.state in ("decided", "received") or (drafts and handed.state == "draft"),
        invalid=tuple(s.path for s in handed.refused if s.path not in context.edited),
        edited=tuple(s.path for s in handed.refused if s.path in context.edited),
        flagged=flagged.codes if (flagged := context.flagged.get((board, year, kind))) else (),
        later=tuple((f.path, f.date) for f in handed.later),
    )


def decision_of(context: Context, handed: HandedIn) -> DecisionOf | None:
    """The decision behind the submission that counts."""
    decision = handed.file.file.value.decision if handed.file and not handed.refused else None
    if decision is None:
        return None
    by = decision.by or handed.board
    return DecisionOf(
        decision.date, context.name(by, decision.date), by != handed.board, decision.how,
        decision.paragraph or "", decision.reference or "", dissents(decision.dissent),
    )  # fmt: skip


def _plan_parts(context: Context, board: str, year: int, *, drafts: bool) -> dict[str, PlanPart]:
    current = context.assessment.standings.plans[board, year]
    ledger = planned(context.assessment, board, year)
    parts: dict[str, PlanPart] = {}
    for obligation, entry, place, own in plan_entries(current):
        if own or obligation not in parts:
            activities = [c for c in ledger if c.obligation == entry.obligation]
            if not own:
                activities = [c for c in activities if obligation in c.activity.also]
            parts[obligation] = PlanPart(
                says=entry.says,
                text=_plan_text(entry),
                counted_under="" if own else entry.obligation,
                activities=tuple(commitment(context, c, drafts=drafts) for c in activities),
                place=entry.place or "",
                source=context.source(place),
            )
    return parts


def _plan_text(entry: PlanEntry) -> str:
    return entry.ongoing or entry.no_activity or ""


def _report_parts(context: Context, board: str, year: int) -> dict[str, ReportPart]:
    current = context.assessment.standings.reports[board, year]
    parts: dict[str, ReportPart] = {}
    for entry, place in report_entries(current):
        counted = current.standing == "decided"
        part = _report_part(context, board, year, entry, place, counted=counted)
        parts.setdefault(entry.subject, part)
    return parts


def _report_part(  # noqa: PLR0913
    context: Context, board: str, year: int, entry: ReportEntry, place: Place, *, counted: bool
) -> ReportPart:
    obligation = context.material.obligation.get(entry.obligation or "")
    outcome = glyph = ""
    if entry.outcome is not None and obligation is not None:
        found = context.programme.outcome(obligation.nature, entry.outcome)
        outcome = context.words(found.label) if found else entry.outcome
        glyph = found.glyph if found else ""
    partners = {p.id: context.words(p.name) for p in context.programme.partners}
    return ReportPart(
        outcome=outcome,
        glyph=glyph,
        counted=counted,
        addressed=not entry.not_addressed,
        summary=entry.summary or "",
        evidence=entry.evidence or "",
        effect=entry.effect or "",
        obstacles=entry.obstacles or "",
        reason=entry.reason or "",
        next_steps=entry.next_steps or "",
        unplanned=tuple(
            (d.text, d.result.value, d.comment or "") for d in entry.activities if d.text
        ),
        partners=tuple(partners.get(p, p) for p in entry.partners),
        figures=figures(context, board, year, entry, place),
        cost=cost(context, board, year, entry, place),
        place=entry.place or "",
        source=context.source(place),
        touched=context.changed.get((place.path, entry.subject)),
    )


def _entry(  # noqa: PLR0913
    context: Context,
    subject: str,
    cell: Cell | None,
    plan: tuple[Submitted, PlanPart | None],
    report: tuple[Submitted, ReportPart | None],
    *,
    year: int,
    flagged: tuple[str, ...],
) -> Entry:
    obligation = context.material.obligation.get(subject)
    status = ""
    if cell is not None and obligation is not None:
        status = context.language.mark(context.programme, obligation.nature, cell.status).label
    *replaced, text = _texts(context, subject, year)
    return Entry(
        subject=subject,
        title=context.title(subject),
        text=text.text,
        replaced=tuple(
            ReplacedText(old.text, new.start - timedelta(days=1))
            for old, new in pairwise((*replaced, text))
            if new.start is not None
        ),
        duty=obligation is None,
        expected=cell is not None,
        status=status,
        plan=plan[1],
        report=report[1],
        no_plan=_untold(cell, "plan", plan[0]) if plan[1] is None else "",
        no_report=_untold(cell, "report", report[0]) if report[1] is None else "",
        written_off=written_off(context, cell) if cell is not None else None,
        settled=_settled(context, cell) if cell is not None else None,
        told=plan[1] is not None or report[1] is not None,
        flagged=flagged,
    )


def _texts(context: Context, subject: str, year: int) -> tuple[Wording, ...]:
    """What a measure or a duty said in a year, the text that the year ended with last."""
    if subject in context.material.obligation:
        return wordings_in(context.material, subject, year, context.assessment.as_of)
    duties = context.material.duties_file.value.duties
    return (Wording(next((d.text for d in duties if d.id == subject), "")),)


def _untold(cell: Cell | None, kind: YearlyKind, there: Submitted) -> str:
    """Why a plan or a report says nothing of a measure; empty where it need not."""
    if cell is None or cell.status in CLOSED:
        return ""
    state = cell.plan if kind == "plan" else cell.report
    if state in ("overdue", "not-due") and there.source is not None:
        return "silent" if there.shown else there.state
    return "" if state == "not-expected" else state


def _settled(context: Context, cell: Cell) -> Settled | None:
    """The decided report of an earlier year that called it done."""
    if cell.status != "settled":
        return None
    year = min(
        c.year
        for c in context.cells_of[cell.obligation]
        if c.board == cell.board and c.report == "decided" and c.counts is Counts.GOOD
    )
    told = report_entries(context.assessment.standings.reports[cell.board, year])
    return Settled(
        year, next(context.source(place) for e, place in told if e.obligation == cell.obligation)
    )


def _answers(
    context: Context, board: str, year: int, plan: Submitted, report: Submitted
) -> tuple[Said, ...]:
    """What the board answers to the programme's own questions."""
    standings = context.assessment.standings
    labels = {q.id: context.words(q.label) for q in context.programme.questions}
    found = []
    for there, currents in ((plan, standings.plans), (report, standings.reports)):
        if there.shown:
            file = currents[board, year].file
            kind = "report" if isinstance(file.value, Report) else "plan"
            for at, answer in enumerate(file.value.answers):
                source = context.source(file.place("answers", at))
                label = labels.get(answer.question, answer.question)
                found.append(Said(kind, year, answer.text, source, answer.question, label))
    return tuple(found)


def _together(years: Iterable[BoardYear]) -> tuple[BoardYear | Silence, ...]:
    """Years in a row that say nothing, and for which the same holds, as one."""
    found: list[BoardYear | Silence] = []
    for year in years:
        if year.told or year.plan.source or year.report.source or year.answers:
            found.append(year)
            continue
        owed = tuple(
            e.subject for e in year.entries if e.expected and not (e.settled or e.written_off)
        )
        same = Silence(year.year, year.year, year.plan.state, year.report.state, owed)
        last = found[-1] if found else None
        if isinstance(last, Silence) and (last.plan, last.report, last.expected, last.last + 1) == (
            same.plan, same.report, same.expected, same.first,
        ):  # fmt: skip
            found[-1] = Silence(last.first, same.last, same.plan, same.report, same.expected)
        else:
            found.append(same)
    return tuple(found)
