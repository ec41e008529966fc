"""How the follow-up was made (3), and the changed organisation (4)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from prostcli.assessment.cells import Share, YearlyKind, share
from prostcli.documents.sources import Source
from prostcli.documents.views import pictures
from prostcli.documents.views.context import Context
from prostcli.documents.views.pictures import Grid
from prostcli.documents.views.summary import Missing, missing
from prostcli.model.boards import Board, Fact


class YearCount(NamedTuple):
    """How many plans or reports there are of a year. A board counts once."""

    year: int
    expected: int
    decided: int
    received: int
    draft: int
    invalid: int
    overdue: int
    not_due: int
    late: tuple[str, ...]
    """Decided, but after its day."""
    half: bool
    """The programme covers only a part of the year."""


class NotFinal(NamedTuple):
    """A plan or report that is there and does not count, or not for everything."""

    board: str
    year: int
    plan: bool
    state: str
    paths: tuple[str, ...]
    silent_on: tuple[str, ...]


class ReadingView(NamedTuple):
    """A place where the paper leaves room, and how this edition reads it."""

    number: int
    text: str
    about: tuple[str, ...]
    basis: str
    source: Source


class ScaleValue(NamedTuple):
    """A value of a scale."""

    label: str
    meaning: str
    counts: str


class ScaleView(NamedTuple):
    """A scale and the kinds of measure that are judged by it."""

    natures: tuple[str, ...]
    unshared: tuple[str, ...]
    """Those of them that never get a share."""
    values: tuple[ScaleValue, ...]
    source: Source


class FollowUp(NamedTuple):
    """Chapter 3."""

    plans: tuple[YearCount, ...]
    reports: tuple[YearCount, ...]
    missing: tuple[Missing, ...]
    not_final: tuple[NotFinal, ...]
    silent: tuple[NotFinal, ...]
    """Decided, with no entry for some expected measure."""
    no_plan_years: tuple[int, ...]
    no_report_years: tuple[int, ...]
    plan_why: str
    report_why: str
    calendar_basis: str
    calendar_note: str
    calendar_source: Source
    readings: tuple[ReadingView, ...]
    indicators: str
    indicators_source: Source | None
    threshold: int
    threshold_basis: str
    threshold_source: Source
    scales: tuple[ScaleView, ...]
    register_basis: str
    register_source: Source
    picture: Grid
    """Which plans and reports there are."""


class Origin(NamedTuple):
    """Where a statement from outside the paper comes from."""

    source: str
    confirmed: bool
    note: str


class Merger(NamedTuple):
    """Boards that ended together and the one that took over."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    day: date
    """The first day of the new order."""
    origins: tuple[tuple[str, Origin], ...]
    marks: tuple[Source, ...]


class Renaming(NamedTuple):
    """A board that changed its name."""

    before: str
    after: str
    day: date | None
    origin: Origin | None
    note: str
    mark: Source


class Newcomer(NamedTuple):
    """A board that began in the term without a predecessor."""

    name: str
    day: date
    origin: Origin | None
    note: str
    mark: Source


class TransferView(NamedTuple):
    """A duty that changed hands."""

    what: str
    day: date
    obligations: tuple[str, ...]
    leaves: str
    to: str
    origin: Origin
    mark: Source


class GroupSize(NamedTuple):
    """How many members a group had in each year of the term."""

    label: str
    sizes: tuple[int, ...]
    changed: bool
    falls_at: int | None
    """The first year with fewer members than the year before."""
    before: int
    after: int
    shares: tuple[tuple[str, Share, Share], ...]
    """The measures that bind the group, in the year before and the first with fewer members."""
    mark: Source


class LastReport(NamedTuple):
    """The last report of boards that ended in the term, those of which the same holds together."""

    boards: tuple[str, ...]
    year: int
    state: str
    due: date | None
    decided_by: str


class Organisation(NamedTuple):
    """Chapter 4."""

    years: tuple[int, ...]
    mergers: tuple[Merger, ...]
    renamings: tuple[Renaming, ...]
    newcomers: tuple[Newcomer, ...]
    transfers: tuple[TransferView, ...]
    groups: tuple[GroupSize, ...]
    last_reports: tuple[LastReport, ...]


def follow_up(context: Context) -> FollowUp:
    """Chapter 3."""
    programme = context.programme
    calendar, small = programme.calendar, programme.small_numbers
    plans, reports = counts(context, "plan"), counts(context, "report")
    states = ("invalid", "received", "draft")
    not_final = tuple(
        NotFinal(
            context.short(h.board), h.year, h.kind == "plan", h.state,
            tuple(s.path for s in h.refused) or ((h.file.file.path,) if h.file else ()),
            h.silent_on,
        )
        for h in sorted(context.handed.values(), key=lambda h: h.year)
        if h.state in states or h.silent_on
    )  # fmt: skip
    return FollowUp(
        plans=plans,
        reports=reports,
        missing=missing(context),
        not_final=tuple(n for n in not_final if n.state in states),
        silent=tuple(n for n in not_final if n.state == "decided" and n.silent_on),
        no_plan_years=tuple(c.year for c in plans if not c.expected),
        no_report_years=tuple(c.year for c in reports if not c.expected),
        plan_why=context.words(calendar.plan.why),
        report_why=context.words(calendar.report.why),
        calendar_basis=context.words(calendar.basis),
        calendar_note=context.words(calendar.note),
        calendar_source=context.at_programme("calendar"),
        readings=tuple(
            ReadingView(
                i + 1,
                context.words(r.text),
                tuple(context.ref(a) for a in r.about),
                r.source or "",
                context.at_programme("readings", i),
            )
            for i, r in enumerate(programme.readings)
        ),
        indicators=context.words(programme.indicators),
        indicators_source=context.at_programme("indicators") if programme.indicators else None,
        threshold=small.threshold,
        threshold_basis=context.words(small.basis),
        threshold_source=context.at_programme("small_numbers"),
        scales=tuple(_scale(context, name) for name in programme.scales),
        register_basis=context.words(context.material.register.basis),
        register_source=context.at_register("basis"),
        picture=pictures.material(context),
    )


def counts(context: Context, kind: YearlyKind) -> tuple[YearCount, ...]:
    """By year, what has become of the plans or the reports."""
    term = context.programme.term
    rows = []
    for year in term.years:
        found = [h for (_, y, k), h in context.handed.items() if (y, k) == (year, kind)]
        found = [h for h in found if h.due is not None]
        number = {
            s: sum(h.state == s for h in found)
            for s in ("decided", "received", "draft", "invalid", "overdue", "not-due")
        }
        late = context.shorts(h.board for h in found if h.state == "decided" and h.late)
        start, end = term.within(year)
        half = (start, end) != (date(year, 1, 1), date(year, 12, 31))
        rows.append(
            YearCount(
                year,
                len(found),
                number["decided"],
                number["received"],
                number["draft"],
                number["invalid"],
                number["overdue"],
                number["not-due"],
                late,
                half,
            )
        )
    return tuple(rows)


def _scale(context: Context, name: str) -> ScaleView:
    programme = context.programme
    natures = [n for n in programme.natures if n.scale == name]
    used = {o.nature for o in context.material.obligations}
    natures = [n for n in natures if n.id in used]
    return ScaleView(
        natures=tuple(context.words(n.label) for n in natures),
        unshared=tuple(context.words(n.label) for n in natures if not n.share),
        values=tuple(
            ScaleValue(context.words(o.label), context.words(o.meaning), o.counts.value)
            for o in programme.scales[name]
        ),
        source=context.at_programme("scales", name),
    )


def organisation(context: Context) -> Organisation:
    """Chapter 4."""
    term = context.programme.term
    return Organisation(
        years=tuple(term.years),
        mergers=_mergers(context),
        renamings=_renamings(context),
        newcomers=_newcomers(context),
        transfers=_transfers(context),
        groups=tuple(_sizes(context, i) for i in range(len(context.material.register.groups))),
        last_reports=_last_reports(context),
    )


def _origin(context: Context, fact: Fact | None) -> Origin | None:
    if fact is None:
        return None
    return Origin(fact.source, fact.confirmed, context.words(fact.note))


def _ended(context: Context) -> list[Board]:
    """The boards that ended before the term did."""
    term = context.programme.term
    return [
        b for b in context.material.register.boards
        if b.valid.end is not None and term.start <= b.valid.end < term.end
    ]  # fmt: skip


def _mergers(context: Context) -> tuple[Merger, ...]:
    groups: dict[tuple[date, tuple[str, ...]], list[Board]] = {}
    for board in _ended(context):
        assert board.valid.end is not None  # noqa: S101  so chosen
        day = date.fromordinal(board.valid.end.toordinal() + 1)
        groups.setdefault((day, board.successors), []).append(board)
    boards, order = context.material.boards, context.material.board_order
    found = []
    for (day, successors), ended in groups.items():
        involved = [*ended, *(boards[s] for s in successors if s in boards)]
        origins: dict[Origin, list[str]] = {}
        for board in involved:
            origin = _origin(context, board.fact)
            if origin is not None:
                origins.setdefault(origin, []).append(board.short)
        found.append(
            Merger(
                before=tuple(b.names[-1].name for b in ended),
                after=tuple(context.name(s, day) for s in successors),
                day=day,
                origins=tuple((", ".join(names), origin) for origin, names in origins.items()),
                marks=tuple(context.at_register("boards", order[b.id]) for b in involved),
            )
        )
    return tuple(sorted(found, key=lambda m: m.day))


def _renamings(context: Context) -> tuple[Renaming, ...]:
    term = context.programme.term
    found = []
    for index, board in enumerate(context.material.register.boards):
        for at, (old, new) in enumerate(pairwise(board.names), 1):
            day = new.valid.start
            if day is None or term.start < day <= term.end:
                found.append(
                    Renaming(
                        old.name,
                        new.name,
                        day,
                        _origin(context, new.fact or board.fact),
                        context.words(board.note),
                        context.at_register("boards", index, "names", at),
                    )
                )
    return tuple(found)


def _newcomers(context: Context) -> tuple[Newcomer, ...]:
    term = context.programme.term
    return tuple(
        Newcomer(
            b.names[0].name,
            b.valid.start,
            _origin(context, b.fact),
            context.words(b.note),
            context.at_register("boards", i),
        )
        for i, b in enumerate(context.material.register.boards)
        if b.valid.start is not None
        and term.start < b.valid.start <= term.end
        and not context.material.predecessors(b.id)
    )


def _transfers(context: Context) -> tuple[TransferView, ...]:
    found = []
    for i, transfer in enumerate(context.material.register.transfers):
        leaves = transfer.leaves
        group = context.material.groups.get(leaves.group) if leaves.group else None
        origin = _origin(context, transfer.fact)
        assert origin is not None  # noqa: S101  a transfer's fact is required
        found.append(
            TransferView(
                what=context.words(transfer.what),
                day=transfer.date,
                obligations=transfer.obligations,
                leaves=context.words(group.label)
                if group
                else context.name(leaves.board or "", transfer.date),
                to=context.name(transfer.to, transfer.date),
                origin=origin,
                mark=context.at_register("transfers", i),
            )
        )
    return tuple(found)


def _sizes(context: Context, index: int) -> GroupSize:
    group = context.material.register.groups[index]
    term = context.programme.term
    sizes = tuple(
        sum(b.valid.meets(*term.within(year)) for b in context.material.members(group.id))
        for year in term.years
    )
    falls = next(
        (i for i, pair in enumerate(pairwise(sizes), 1) if pair[1] < pair[0]),
        None,
    )
    return GroupSize(
        label=context.words(group.label),
        sizes=sizes,
        changed=len(set(sizes)) > 1,
        falls_at=term.years[falls] if falls is not None else None,
        before=sizes[falls - 1] if falls is not None else sizes[0],
        after=sizes[falls] if falls is not None else sizes[-1],
        shares=_before_and_after(context, group.id, term.years[falls]) if falls is not None else (),
        mark=context.at_register("groups", index),
    )


def _before_and_after(
    context: Context, group: str, year: int
) -> tuple[tuple[str, Share, Share], ...]:
    found = []
    for obligation in context.material.obligations:
        if any(a.group == group for a in obligation.addressees):
            cells = context.cells_of[obligation.id]
            before, after = (share(c for c in cells if c.year == y) for y in (year - 1, year))
            found.append((obligation.id, before, after))
    return tuple(found)


def _last_reports(context: Context) -> tuple[LastReport, ...]:
    found: dict[tuple[int, str, date | None, str], list[str]] = {}
    for board in _ended(context):
        assert board.valid.end is not None  # noqa: S101  so chosen
        handed = context.handed.get((board.id, board.valid.end.year, "report"))
        if handed is not None and handed.due is not None:
            decision = handed.file.file.value.decision if handed.file else None
            by = context.name(decision.by or board.id, decision.date) if decision else ""
            key = (handed.year, handed.state, handed.due, by)
            found.setdefault(key, []).append(board.short)
    return tuple(LastReport(tuple(names), *key) for key, names in found.items())
