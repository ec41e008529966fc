"""The ledger of activities: each one that a decided plan names, and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, cast

from prostcli.assessment.cells import Assessment
from prostcli.assessment.submissions import Current, report_entries
from prostcli.model.submissions import Activity, Done, Plan
from prostcli.source import Place

Fate: TypeAlias = str
"""A value of `Result`, or one of `PENDING`: why nothing is known of it."""

PENDING = ("invalid", "received", "draft", "overdue", "not-due", "not-expected")
"""The state of the report that has yet to answer, where it is not decided."""

FATES: tuple[Fate, ...] = (
    "done", "partly", "not-done", "postponed", "cancelled", "transferred", "unanswered", *PENDING,
)  # fmt: skip
"""Every fate, in the order that a table has them."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """An activity of a decided plan. It is counted once, under the measure that it stands at."""

    board: str
    year: int
    obligation: str
    activity: Activity
    fate: Fate
    planned: Place
    done: Done | None = None
    """The answer, also a preliminary one."""
    answered: Place | None = None
    voluntary: bool = False
    """Planned under a measure that does not bind the board."""


@dataclass(frozen=True, slots=True)
class Unplanned:
    """Something that a decided report tells of and no plan named."""

    board: str
    year: int
    subject: str
    """Id of the obligation or the duty."""
    done: Done
    place: Place


def commitments(assessment: Assessment) -> tuple[Commitment, ...]:
    """What decided plans name, by year, then board, in the order of the plans."""
    order = assessment.material.board_order
    plans = assessment.standings.plans
    found: list[Commitment] = []
    for board, year in sorted(plans, key=lambda k: (k[1], order.get(k[0], len(order)), k[0])):
        current = plans[board, year]
        refused = (board, year, "plan") in assessment.standings.refused
        if current.standing == "decided" and not refused:
            found += _of_plan(assessment, board, year, current)
    return tuple(found)


def planned(assessment: Assessment, board: str, year: int) -> tuple[Commitment, ...]:
    """What one board's plan of a year names, also where the plan is not decided."""
    current = assessment.standings.plans[board, year]
    return tuple(_of_plan(assessment, board, year, current))


def unplanned(assessment: Assessment) -> tuple[Unplanned, ...]:
    """What decided reports tell of beside the plans, by year, then board."""
    order = assessment.material.board_order
    reports = assessment.standings.reports
    found: list[Unplanned] = []
    for board, year in sorted(reports, key=lambda k: (k[1], order.get(k[0], len(order)), k[0])):
        current = reports[board, year]
        if current.standing == "decided" and not _refused(assessment, board, year):
            for entry, place in report_entries(current):
                subject = entry.obligation or entry.duty or ""
                for at, done in enumerate(entry.activities):
                    if done.id is None:
                        pointer = (*place.pointer, "activities", at)
                        where = Place(place.path, pointer)
                        found.append(Unplanned(board, year, subject, done, where))
    return tuple(found)


def _of_plan(
    assessment: Assessment, board: str, year: int, current: Current
) -> Iterator[Commitment]:
    bound = {c.obligation: c for c in assessment.cells if (c.board, c.year) == (board, year)}
    answers, waiting = _answers(assessment, board, year)
    plan = cast("Plan", current.file.value)
    for index, entry in enumerate(plan.entries):
        cell = bound.get(entry.obligation)
        for at, activity in enumerate(entry.activities or ()):
            answer = answers.get(activity.id)
            if waiting is not None:
                pending = cell.report if cell and waiting == "none" else waiting
                fate: Fate = "not-expected" if pending == "none" else pending
            else:
                fate = answer[0].result.value if answer else "unanswered"
            yield Commitment(
                board=board,
                year=year,
                obligation=entry.obligation,
                activity=activity,
                fate=fate,
                planned=current.file.place("entries", index, "activities", at),
                done=answer[0] if answer else None,
                answered=answer[1] if answer else None,
                voluntary=cell is None,
            )


def _answers(
    assessment: Assessment, board: str, year: int
) -> tuple[dict[str, tuple[Done, Place]], str | None]:
    """The report's answers by the activity's id; and, unless it is decided, its state."""
    if _refused(assessment, board, year):
        return {}, "invalid"
    current = assessment.standings.reports.get((board, year))
    if current is None:
        return {}, "none"
    answers: dict[str, tuple[Done, Place]] = {}
    for entry, place in report_entries(current):
        for at, done in enumerate(entry.activities):
            if done.id is not None:
                where = Place(place.path, (*place.pointer, "activities", at))
                answers.setdefault(done.id, (done, where))
    return answers, None if current.standing == "decided" else current.standing


def _refused(assessment: Assessment, board: str, year: int) -> bool:
    return (board, year, "report") in assessment.standings.refused
