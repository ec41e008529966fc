"""The changed organisation (4): which boards merged, were renamed or new, and duties moved."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from prostcli.assessment.cells import Share, share
from prostcli.assessment.parts import in_shares
from prostcli.documents.sources import Source
from prostcli.documents.views.context import Context
from prostcli.model.boards import Board, Fact


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
        cells = in_shares(context.cells_of[obligation.id])
        if cells and any(a.group == group for a in obligation.addressees):
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
