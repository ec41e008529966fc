"""What has been decided in mid-term: what it changes, by whom it was decided and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from prostcli.assessment.cells import Cell
from prostcli.assessment.known import (
    Held,
    amendments,
    assignments,
    in_force,
    wordings,
    write_offs,
)
from prostcli.documents.sources import Source
from prostcli.documents.views.context import Context
from prostcli.model.programme import Amendment, Assignment, PlannedActivity, WriteOff


class ChangeView(NamedTuple):
    """A change that has been decided by the date."""

    kind: str
    """`added`, `replaced`, `ended`, `assigned`, `written-off` or `activity-written-off`."""
    obligations: tuple[str, ...]
    start: date
    """The first day that it holds."""
    decided: date
    decided_by: str
    paragraph: str
    reference: str
    before: str
    text: str
    boards: tuple[str, ...]
    """To whom it is given, or for whom it is written off; empty: for all."""
    activities: tuple[str, ...]
    note: str
    source: Source


class WordingView(NamedTuple):
    """A text that a measure has or has had, and the days that it holds."""

    text: str
    start: date | None
    end: date | None
    """The last day of it."""
    current: bool
    decided_by: str
    decided: date | None
    source: Source | None


def changes(context: Context, obligation: str | None = None) -> tuple[ChangeView, ...]:
    """What has been decided in mid-term, of one measure or of all, in the order of the days."""
    found = [c for c in _all(context) if obligation is None or obligation in c.obligations]
    return tuple(sorted(found, key=lambda c: (c.start, c.decided)))


def texts(context: Context, obligation: str) -> tuple[WordingView, ...]:
    """The texts of a measure, the oldest first; a single one is none that has been replaced."""
    material, as_of = context.material, context.assessment.as_of
    found = wordings(material, obligation, as_of)
    now = in_force(found, as_of)
    bodies = {d.id: d.body for d in context.programme.decisions}
    return tuple(
        WordingView(
            text=wording.text,
            start=wording.start,
            end=_day_before(found[at + 1].start) if at + 1 < len(found) else None,
            current=wording is now,
            decided_by=bodies.get(wording.decision, ""),
            decided=wording.decided,
            source=context.source(wording.place) if wording.place else None,
        )
        for at, wording in enumerate(found)
    )


def _day_before(day: date | None) -> date | None:
    return day - timedelta(days=1) if day is not None else None


def _all(context: Context) -> Iterator[ChangeView]:
    material, as_of = context.material, context.assessment.as_of
    for amendment, held in amendments(material, as_of):
        yield _amended(context, amendment, held)
    for assignment, held in assignments(material, as_of):
        group = material.groups.get(assignment.to.group or "")
        to = context.words(group.label) if group else context.short(assignment.to.board or "")
        view = _change(context, assignment, held, "assigned", assignment.obligations)
        yield view._replace(boards=(to,), note=context.words(assignment.note))
    for off, held in write_offs(material, as_of):
        yield _off(context, off, held)


def written_off(context: Context, cell: Cell) -> ChangeView | None:
    """What has written a cell off, where anything has."""
    if cell.status != "written-off":
        return None
    found = write_offs(context.material, context.assessment.as_of)
    return next(_off(context, off, held) for off, held in found if held.place in cell.sources)


def _off(context: Context, off: WriteOff, held: Held) -> ChangeView:
    kind = "written-off" if off.obligations else "activity-written-off"
    planned = (f"{context.short(a.board)} {a.year}, {_named(context, a)}" for a in off.activities)
    return _change(context, off, held, kind, off.obligations)._replace(
        boards=tuple(_boards(context, off)),
        activities=tuple(planned),
        note=context.words(off.reason),
    )


def _named(context: Context, planned: PlannedActivity) -> str:
    """What the plan says of an activity, quoted; its id where the plan that counts has none."""
    plan = context.assessment.standings.plan(planned.board, planned.year)
    for entry in plan.entries if plan is not None else ():
        for activity in entry.activities or ():
            if activity.id == planned.id:
                return context.language.term("quoted", text=activity.text)
    return planned.id


def _amended(context: Context, amendment: Amendment, held: Held) -> ChangeView:
    obligations: tuple[str, ...] = (amendment.obligation,) if amendment.obligation else ()
    if amendment.change == "add":
        added = context.material.obligations_file.value.obligations
        obligations = tuple(o.id for o in added if o.amendment == amendment.id)
    kind = {"add": "added", "replace": "replaced", "end": "ended"}[amendment.change]
    view = _change(context, amendment, held, kind, obligations)
    return view._replace(
        before=amendment.replaces or "",
        text=amendment.text or "",
        note=context.words(amendment.note),
    )


def _change(
    context: Context,
    decided: Amendment | Assignment | WriteOff,
    held: Held,
    kind: str,
    obligations: tuple[str, ...],
) -> ChangeView:
    decision = next(d for d in context.programme.decisions if d.id == decided.decision)
    return ChangeView(
        kind=kind,
        obligations=obligations,
        start=held.start,
        decided=held.decided,
        decided_by=decision.body,
        paragraph=decision.paragraph or "",
        reference=decision.reference or "",
        before="",
        text="",
        boards=(),
        activities=(),
        note="",
        source=context.source(held.place),
    )


def _boards(context: Context, off: WriteOff) -> Iterator[str]:
    groups = context.material.groups
    for name in off.boards:
        yield context.words(groups[name].label) if name in groups else context.short(name)
