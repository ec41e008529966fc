"""The baseline (5), the goals (6), the measures (7) and those without a responsible board (11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from prostcli.assessment.cells import STATUSES, Beside, Cell, Share, YearlyKind, share
from prostcli.assessment.parts import said
from prostcli.documents.sources import Source
from prostcli.documents.views import pictures
from prostcli.documents.views.context import Context, Said, Written
from prostcli.documents.views.mid_term import ChangeView, WordingView, changes, texts
from prostcli.documents.views.pictures import Bars
from prostcli.model.obligations import Obligation
from prostcli.model.programme import Counts
from prostcli.model.submissions import Baseline, PlanEntry, ReportEntry

SILENT = ("report-overdue", "plan-overdue", "upcoming")
"""Statuses of a cell that nothing has been said of."""
_NAMED_AT_MOST = 3


class BaselineGroup(NamedTuple):
    """What boards said of a measure, or of a duty, when the programme began."""

    subject: str
    title: str
    said: tuple[Said, ...]


class BaselineView(NamedTuple):
    """Chapter 5."""

    groups: tuple[BaselineGroup, ...]
    general: tuple[Said, ...]
    boards: tuple[str, ...]
    without: tuple[str, ...]
    """Boards of the first day of the term that have no baseline."""
    files: int


class GoalView(NamedTuple):
    """A goal, and the owner's judgement of it."""

    label: str
    text: str
    lines: str
    source: Source
    words: Written | None
    measures: tuple[tuple[str, str], ...]
    """Measures linked to it by the editors: id, and why."""


class AddresseeView(NamedTuple):
    """Who is bound."""

    name: str
    group: bool
    members: tuple[str, ...]
    """The members, where they are few."""
    unit: str
    role: str
    condition: str


class Named(NamedTuple):
    """A board in a status, with the source of it where it has said something."""

    board: str
    source: Source | None
    preliminary: str
    """An outcome that is told and does not count; empty if there is none."""
    older_text: str = ""
    """`report` or `plan`: the one that answers a text of the measure that has been replaced."""
    flagged: tuple[str, ...] = ()
    """The codes of the errors in its entry of the measure, which counts in spite of them."""
    board_id: str = ""
    """The board's id, by which its page is found."""


class StatusGroup(NamedTuple):
    """The boards that share a status in a year."""

    status: str
    label: str
    boards: tuple[Named, ...]
    counted: bool
    """Whether they are in N."""
    everyone: bool
    """Whether that is all of the year's boards, and they are many."""


class YearRow(NamedTuple):
    """A measure in a year."""

    year: int
    share: Share
    said: str
    """n/N; a dash where nothing is answered; where there is no share, that it is told in words."""
    expected: int
    open: bool
    """Whether the time for reporting still runs and nobody has decided a report."""
    groups: tuple[StatusGroup, ...]


class ReversalView(NamedTuple):
    """A report that calls a settled measure partly met or not met."""

    board: str
    year: int
    met: int
    """The year by whose report it is settled."""
    label: str
    source: Source


class Wanted(NamedTuple):
    """How many were to report each of some years in a row, and whether the time has passed."""

    first: int
    last: int
    boards: int
    due: bool


class VoluntaryView(NamedTuple):
    """Something told of a measure that does not bind the board."""

    board: str
    year: int
    plan: bool
    label: str
    text: str
    source: Source
    board_id: str = ""
    """The board's id, by which its page is found."""


class MeasureView(NamedTuple):
    """A measure, whole."""

    id: str
    label: str
    text: str
    heading: str
    bullet: int | None
    lines: str
    source: Source
    nature: str
    shared: bool
    modality: str
    recurrence: str
    until: str
    addressed_as: str
    addressees: tuple[AddresseeView, ...]
    taken_over: tuple[tuple[str, date], ...]
    """The boards that took it over, and from which day."""
    partners: tuple[str, ...]
    texts: tuple[WordingView, ...]
    """Where it has had more than one."""
    changes: tuple[ChangeView, ...]
    """What has been decided of it in mid-term."""
    amendment: bool
    sensitive: str
    goals: tuple[str, ...]
    goals_why: str
    note: str
    readings: tuple[int, ...]
    rows: tuple[YearRow, ...]
    wanted: tuple[Wanted, ...]
    told: bool
    """Whether any board that is bound has planned or reported anything."""
    evidence: tuple[Said, ...]
    obstacles: tuple[Said, ...]
    reasons: tuple[Said, ...]
    voluntary: tuple[VoluntaryView, ...]
    baseline: int
    """How many boards said something of it when the programme began."""

    reversals: tuple[ReversalView, ...]
    unassigned: bool
    """Whether no board answers for it: it names none, and no decision has given it to one."""


class SectionView(NamedTuple):
    """A section, whole."""

    id: str
    label: str
    title: str
    lines: str
    source: Source
    words: Written | None
    measures: tuple[MeasureView, ...]
    picture: Bars


def baseline(context: Context) -> BaselineView:
    """Chapter 5."""
    material = context.material
    by_subject: dict[str, list[Said]] = {o.id: [] for o in material.obligations}
    by_subject |= {d.id: [] for d in material.duties_file.value.duties}
    general: list[Said] = []
    boards: list[str] = []
    order = material.board_order
    files = [s for s in material.submitted if isinstance(s.value, Baseline) and s.in_its_place]
    for file in sorted(files, key=lambda s: (order.get(s.slot.board, len(order)), s.path)):
        assert isinstance(file.value, Baseline)  # noqa: S101  so chosen
        boards.append(file.slot.board)
        for index, entry in enumerate(file.value.entries):
            subject = entry.obligation or entry.duty
            said = Said(
                context.short(file.slot.board), file.slot.year, entry.summary,
                context.source(file.place("entries", index)), subject or "", entry.stated_by,
                file.slot.board,
            )  # fmt: skip
            if subject is None:
                general.append(said)
            else:
                by_subject.setdefault(subject, []).append(said)
    start = context.programme.term.start
    there = [b.id for b in material.register.boards if b.valid.holds(start)]
    return BaselineView(
        groups=tuple(
            BaselineGroup(subject, context.title(subject), tuple(said))
            for subject, said in by_subject.items()
            if said
        ),
        general=tuple(general),
        boards=context.shorts(boards),
        without=context.shorts(b for b in there if b not in boards),
        files=len(files),
    )


def judged(context: Context) -> dict[str, Written]:
    """What the owner has written of goals."""
    return {
        g.goal: Written(g.text, context.at_review("goals", i), g.source)
        for i, g in enumerate(context.words_of_owner.goals)
        if g.text
    }


def goals(context: Context) -> tuple[GoalView, ...]:
    """Chapter 6."""
    words = judged(context)
    found = []
    for index, goal in enumerate(context.programme.goals):
        linked = tuple(
            (o.id, context.words(o.interpretation.why))
            for o in context.material.obligations
            if o.interpretation is not None and goal.id in o.interpretation.goals
        )
        found.append(
            GoalView(
                context.words(goal.label),
                goal.text,
                goal.source or "",
                context.at_programme("goals", index),
                words.get(goal.id),
                linked,
            )
        )
    return tuple(found)


def sections(context: Context) -> tuple[SectionView, ...]:
    """Chapter 7."""
    words = {
        s.section: (i, s.text) for i, s in enumerate(context.words_of_owner.sections) if s.text
    }
    baselines = _baselines(context)
    found = []
    for index, section in enumerate(context.programme.sections):
        written = None
        if section.id in words:
            at, said = words[section.id]
            written = Written(said, context.at_review("sections", at))
        found.append(
            SectionView(
                id=section.id,
                label=context.words(section.label),
                title=section.title,
                lines=section.source or "",
                source=context.at_programme("sections", index),
                words=written,
                measures=tuple(
                    measure(context, o, baselines.get(o.id, 0))
                    for o in context.material.obligations
                    if o.section == section.id
                ),
                picture=pictures.measures(context, section.id),
            )
        )
    return tuple(found)


def measure(context: Context, obligation: Obligation, baselines: int) -> MeasureView:
    """A measure, whole."""
    programme = context.programme
    nature = programme.nature(obligation.nature)
    cells = context.cells_of[obligation.id]
    amendments = {a.id for a in programme.amendments}
    labels = {g.id: context.words(g.label) for g in programme.goals}
    link = obligation.interpretation
    until = obligation.recurs.until
    had = texts(context, obligation.id)
    years = sorted({c.year for c in cells})
    return MeasureView(
        id=obligation.id,
        label=context.words(obligation.label),
        text=obligation.text,
        heading=obligation.source.heading or "",
        bullet=obligation.source.bullet,
        lines=obligation.source.lines or "",
        source=context.at_obligation(obligation),
        nature=context.words(nature.label) if nature else obligation.nature,
        shared=nature.share if nature else True,
        modality=obligation.modality or "",
        recurrence=obligation.recurs.kind,
        until=context.language.day(until) if until else "",
        addressed_as=obligation.addressed_as or "",
        addressees=_addressees(context, obligation),
        taken_over=_taken_over(context, cells),
        partners=_partners(context, obligation.partners),
        texts=had if len(had) > 1 else (),
        changes=changes(context, obligation.id),
        amendment=obligation.amendment in amendments,
        sensitive=obligation.sensitive or "",
        goals=tuple(labels.get(g, g) for g in link.goals) if link else (),
        goals_why=context.words(link.why) if link else "",
        note=context.words(obligation.note),
        readings=tuple(
            i for i, r in enumerate(programme.readings, 1) if obligation.id in r.about
        ),
        rows=tuple(_year(context, obligation, [c for c in cells if c.year == y]) for y in years),
        wanted=_wanted(context, cells, years),
        told=any(c.status not in SILENT for c in cells),
        evidence=_said(context, obligation, cells, "evidence"),
        obstacles=_said(context, obligation, cells, "obstacles"),
        reasons=_said(context, obligation, cells, "reason"),
        voluntary=_voluntary(context, obligation.id),
        baseline=baselines,
        reversals=tuple(_reversals(context, obligation)),
        unassigned=obligation.id in context.assessment.unassigned,
    )  # fmt: skip


def _voluntary(context: Context, obligation: str) -> tuple[VoluntaryView, ...]:
    """What is told of a measure by boards that it does not bind. A draft is not told."""
    found = []
    standings = context.assessment.standings
    for beside in context.assessment.voluntary:
        entry, planned = beside.entry, isinstance(beside.entry, PlanEntry)
        currents = standings.plans if planned else standings.reports
        standing = currents[beside.board, beside.year].standing
        text = _words_of(entry)
        if beside.subject == obligation and text and standing != "draft":
            found.append(
                VoluntaryView(
                    board=context.short(beside.board),
                    year=beside.year,
                    plan=planned,
                    label=_outcome(context, beside),
                    text=text,
                    source=context.source(beside.sources[0]),
                    board_id=beside.board,
                )
            )
    return tuple(found)


def _words_of(entry: PlanEntry | ReportEntry) -> str:
    if isinstance(entry, PlanEntry):
        texts = [a.text for a in entry.activities or ()]
        return " ".join(texts) or entry.ongoing or entry.no_activity or ""
    return entry.summary or ""


def _outcome(context: Context, beside: Beside) -> str:
    """The outcome in words; empty where none is told or decided."""
    if beside.outcome is None:
        return ""
    found = context.programme.outcome(
        context.material.obligation[beside.subject].nature, beside.outcome
    )
    return context.words(found.label) if found else beside.outcome


def _baselines(context: Context) -> dict[str, int]:
    found: dict[str, set[str]] = {}
    for file in context.material.submitted:
        if isinstance(file.value, Baseline) and file.in_its_place:
            for entry in file.value.entries:
                if entry.obligation is not None:
                    found.setdefault(entry.obligation, set()).add(file.slot.board)
    return {obligation: len(boards) for obligation, boards in found.items()}


def _taken_over(context: Context, cells: Iterable[Cell]) -> tuple[tuple[str, date], ...]:
    found = {
        (context.name(c.board, basis.date), basis.date): None
        for c in cells
        for basis in c.expected.basis
        if basis.kind == "transferred" and basis.date is not None
    }
    return tuple(sorted(found, key=lambda item: item[1]))


def _addressees(context: Context, obligation: Obligation) -> tuple[AddresseeView, ...]:
    found = []
    for addressee in obligation.addressees:
        members: tuple[str, ...] = ()
        if addressee.group is not None:
            group = context.material.groups.get(addressee.group)
            name = context.words(group.label) if group else addressee.group
            boards = [b.id for b in context.material.members(addressee.group)]
            if len(boards) <= _NAMED_AT_MOST and all(_whole_term(context, b) for b in boards):
                members = context.shorts(boards)
        else:
            day = min(context.assessment.as_of, context.programme.term.end)
            name = context.name(addressee.board or "", day)
        found.append(
            AddresseeView(
                name,
                addressee.group is not None,
                members,
                addressee.unit or "",
                context.words(addressee.role),
                context.words(addressee.condition),
            )
        )
    return tuple(found)


def _whole_term(context: Context, board: str) -> bool:
    valid, term = context.material.boards[board].valid, context.programme.term
    return valid.holds(term.start) and valid.holds(term.end)


def _partners(context: Context, partners: Iterable[str]) -> tuple[str, ...]:
    names = {p.id: context.words(p.name) for p in context.programme.partners}
    return tuple(names.get(p, p) for p in partners)


def _wanted(context: Context, cells: Iterable[Cell], years: Iterable[int]) -> tuple[Wanted, ...]:
    cells = tuple(cells)
    found: list[Wanted] = []
    for year in years:
        days = [c.expected.report_due for c in cells if c.year == year and c.wants("report")]
        due = [d for d in days if d is not None]
        passed = bool(due) and max(due) < context.assessment.as_of
        if found and (found[-1].boards, found[-1].due) == (len(due), passed):
            found[-1] = Wanted(found[-1].first, year, len(due), passed)
        else:
            found.append(Wanted(year, year, len(due), passed))
    return tuple(found)


def _year(context: Context, obligation: Obligation, cells: list[Cell]) -> YearRow:
    outcomes = [o.value for o in context.programme.scale(obligation.nature)]
    order = {status: i for i, status in enumerate([*outcomes, *STATUSES])}
    by_status: dict[str, list[Cell]] = {}
    for cell in cells:
        by_status.setdefault(cell.status, []).append(cell)
    groups = []
    for status in sorted(by_status, key=lambda s: order[s]):
        found = by_status[status]
        mark = context.language.mark(context.programme, obligation.nature, status)
        label = mark.label
        groups.append(
            StatusGroup(
                status=status,
                label=label,
                boards=tuple(
                    Named(
                        context.short(c.board),
                        _basis(context, c),
                        _preliminary(context, c),
                        _older_text(c),
                        context.flagged_at(c.board, c.year, c.obligation),
                        c.board,
                    )
                    for c in found
                ),
                counted=found[0].counts is not Counts.EXEMPT
                and status not in ("settled", "written-off"),
                everyone=len(found) == len(cells) > _NAMED_AT_MOST and status in SILENT,
            )
        )
    wanted = [c for c in cells if c.wants("report")]
    due = [c.expected.report_due for c in wanted if c.expected.report_due is not None]
    running = bool(due) and all(d >= context.assessment.as_of for d in due)
    told = any(c.report == "decided" for c in cells)
    in_share = said(cells) if cells[0].shared else context.language.term("share-in-words")
    return YearRow(
        cells[0].year, share(cells), in_share, len(cells), running and not told, tuple(groups)
    )


def _reversals(context: Context, obligation: Obligation) -> Iterator[ReversalView]:
    for found in context.reversals:
        if found.obligation == obligation.id:
            mark = context.language.mark(context.programme, obligation.nature, found.outcome)
            board, source = context.short(found.board), context.source(found.place)
            yield ReversalView(board, found.year, found.met, mark.label, source)


def _older_text(cell: Cell) -> str:
    """What is told here, if it answers a text that has since been replaced."""
    told: YearlyKind = "report" if cell.report_entry is not None else "plan"
    return told if told in cell.older_text else "plan" if "plan" in cell.older_text else ""


def _preliminary(context: Context, cell: Cell) -> str:
    """The outcome that a received report tells; a draft's is nobody's business yet."""
    if cell.preliminary is None or cell.report != "received":
        return ""
    nature = context.material.obligation[cell.obligation].nature
    return context.language.mark(context.programme, nature, cell.preliminary).label


def _basis(context: Context, cell: Cell) -> Source | None:
    """The mark of what a cell's status rests on; none where it rests on silence."""
    if not cell.sources or cell.status in SILENT:
        return None
    if cell.report_entry is None and cell.report not in ("not-due", "not-expected"):
        return None
    return context.source(cell.sources[-1])


def _said(
    context: Context, obligation: Obligation, cells: Iterable[Cell], key: str
) -> tuple[Said, ...]:
    """What decided reports say under a key, by year and board."""
    found = []
    for cell in sorted(cells, key=lambda c: c.year):
        entry = cell.report_entry
        text = getattr(entry, key) if entry is not None else None
        if cell.report == "decided" and text and cell.outcome is not None:
            mark = context.language.mark(context.programme, obligation.nature, cell.outcome)
            found.append(
                Said(
                    context.short(cell.board),
                    cell.year,
                    text,
                    context.source(cell.sources[-1]),
                    obligation.id,
                    mark.label,
                    cell.board,
                )
            )
    return tuple(found)
