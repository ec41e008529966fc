"""Which submission counts on a date: the last decided by then, else one received, else a draft."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple, TypeAlias, TypeVar, cast

from prostcli.model.material import Material, Slot, Submitted
from prostcli.model.submissions import (
    Baseline,
    Entry,
    Plan,
    PlanEntry,
    Report,
    ReportEntry,
    Submission,
)
from prostcli.source import Place

Standing: TypeAlias = Literal["draft", "received", "decided"]
Key: TypeAlias = tuple[str, int]
"""Board and year."""

S = TypeVar("S", bound=Plan | Report)


class Current(NamedTuple):
    """The submission that counts for a board and a year on a date."""

    file: Submitted[Plan] | Submitted[Report]
    standing: Standing
    superseded: tuple[str, ...] = ()
    """Paths of earlier ones of the same standing, since corrected."""


class Standings(NamedTuple):
    """What counts on a date, by board and year, and what could not be read."""

    plans: dict[Key, Current]
    reports: dict[Key, Current]
    refused: dict[tuple[str, int, str], tuple[Slot, ...]]

    def plan(self, board: str, year: int) -> Plan | None:
        """The plan that counts, whatever its standing."""
        current = self.plans.get((board, year))
        return cast("Plan", current.file.value) if current else None

    def report(self, board: str, year: int) -> Report | None:
        """The report that counts, whatever its standing."""
        current = self.reports.get((board, year))
        return cast("Report", current.file.value) if current else None


def standing(submission: Plan | Report) -> Standing:
    """Whether a submission is a draft, received or decided."""
    if submission.decision is None:
        return "draft"
    return "decided" if submission.decision.counts else "received"


def standings(material: Material, as_of: date) -> Standings:
    """What counts on that date. With a decision after it, a submission is not there at all."""
    plans: dict[Key, list[Submitted[Plan]]] = {}
    reports: dict[Key, list[Submitted[Report]]] = {}
    unsure: list[Slot] = []
    broken: list[Submitted[Submission]] = []
    for file in material.submitted:
        if not file.in_its_place or not _plain(material, file.value):
            unsure.append(file.slot)
            continue
        if file.seal == "broken":
            broken.append(file)
            continue
        key = (file.slot.board, file.slot.year)
        if isinstance(file.value, Plan):
            plans.setdefault(key, []).append(cast("Submitted[Plan]", file))
        elif isinstance(file.value, Report):
            reports.setdefault(key, []).append(cast("Submitted[Report]", file))
    unsure += [f.slot for f in broken if not _superseded(f, plans, reports, as_of)]
    refused: dict[tuple[str, int, str], tuple[Slot, ...]] = {}
    for slot in (*material.refused, *unsure):
        where = (slot.board, slot.year, slot.kind)
        refused[where] = (*refused.get(where, ()), slot)
    return Standings(
        _counting(plans, "plan", refused, as_of),
        _counting(reports, "report", refused, as_of),
        refused,
    )


def _superseded(
    broken: Submitted[Submission],
    plans: Mapping[Key, list[Submitted[Plan]]],
    reports: Mapping[Key, list[Submitted[Report]]],
    as_of: date,
) -> bool:
    """Whether a later decision counts instead of a file with a broken seal, or it is not there yet.

    What has been corrected counts for nothing, so that nothing unsure rests on it.
    """
    value, key = broken.value, (broken.slot.board, broken.slot.year)
    if isinstance(value, Baseline) or value.decision is None:
        return False
    if value.decision.date > as_of:
        return True
    others: Iterable[Submitted[Plan] | Submitted[Report]] = (
        plans if isinstance(value, Plan) else reports
    ).get(key, ())
    mine = (value.decision.date, broken.slot.version)
    return any(
        o.value.decision is not None
        and o.value.decision.counts
        and mine < (o.value.decision.date, o.slot.version)
        and o.value.decision.date <= as_of
        for o in others
    )


def _plain(material: Material, submission: Submission) -> bool:
    """Whether it can be told what it says: one entry a measure, each outcome of its scale."""
    entries: tuple[Entry, ...] = submission.entries
    told = [e.obligation for e in entries if e.obligation is not None]
    if isinstance(submission, Baseline):
        return True
    if len(set(told)) < len(told):
        return False
    return not isinstance(submission, Report) or all(
        material.programme.outcome(material.obligation[e.obligation].nature, e.outcome) is not None
        for e in submission.entries
        if e.outcome is not None and e.obligation in material.obligation
    )


def _counting(
    files: Mapping[Key, list[Submitted[S]]],
    kind: str,
    refused: Mapping[tuple[str, int, str], tuple[Slot, ...]],
    as_of: date,
) -> dict[Key, Current]:
    """What counts. Nothing does beside one that cannot be read: it might be the correction."""
    return {
        key: current
        for key, there in files.items()
        if (*key, kind) not in refused and (current := _current(there, as_of)) is not None
    }


def last_by(files: Iterable[Submitted[S]], day: date) -> Submitted[S] | None:
    """Of the submissions of one board, year and kind, the one that counts on that day."""
    found = _ranked(files, day)
    return found[-1] if found else None


def _ranked(files: Iterable[Submitted[S]], day: date) -> list[Submitted[S]]:
    """Those of the best standing that is there on that day, the oldest first."""
    there = [f for f in files if f.value.decision is None or f.value.decision.date <= day]
    for wanted in ("decided", "received", "draft"):
        found = sorted((f for f in there if standing(f.value) == wanted), key=_age)
        if found:
            return found
    return []


def _current(files: list[Submitted[S]], as_of: date) -> Current | None:
    found = _ranked(files, as_of)
    if not found:
        return None
    rank = standing(found[-1].value)
    superseded = tuple(f.path for f in found[:-1]) if rank != "draft" else ()
    return Current(cast("Submitted[Plan] | Submitted[Report]", found[-1]), rank, superseded)


def _age(file: Submitted[S]) -> tuple[date, int, str]:
    decision = file.value.decision
    return (decision.date if decision else date.min, file.slot.version, file.path)


def plan_entries(current: Current) -> Iterator[tuple[str, PlanEntry, Place, bool]]:
    """Each obligation that a plan speaks of, the entry, its place, and whether it is its own entry.

    An obligation that an activity only counts under (`also`) needs no entry of its own.
    """
    plan = cast("Plan", current.file.value)
    for index, entry in enumerate(plan.entries):
        yield entry.obligation, entry, current.file.place("entries", index), True
        for at, activity in enumerate(entry.activities or ()):
            for obligation in activity.also:
                place = current.file.place("entries", index, "activities", at)
                yield obligation, entry, place, False


def subjects(value: Plan | Report) -> frozenset[str]:
    """The measures and duties that a plan or report speaks of."""
    told = (e.subject for e in value.entries)
    if isinstance(value, Report):
        return frozenset(told)
    also = (o for e in value.entries for a in e.activities or () for o in a.also)
    return frozenset((*told, *also))


def report_entries(current: Current) -> Iterator[tuple[ReportEntry, Place]]:
    """Each entry of a report with its place."""
    report = cast("Report", current.file.value)
    for index, entry in enumerate(report.entries):
        yield entry, current.file.place("entries", index)
