"""What a board, or those before it, last planned and reported: what a new file is begun from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prostcli.assessment.cells import Assessment
from prostcli.assessment.submissions import Current
from prostcli.model.submissions import (
    Activity,
    Done,
    Plan,
    PlanEntry,
    Report,
    ReportEntry,
    Result,
)

OVER = (Result.DONE, Result.CANCELLED, Result.TRANSFERRED)
"""What has no place in the next plan."""


@dataclass(frozen=True)
class Past:
    """The latest plan and report of one board before a year, each with the year it is about."""

    board: str
    own: bool
    """False: of a predecessor."""
    plan_year: int | None
    plan: Plan | None
    report_year: int | None
    report: Report | None
    reported_plan: Plan | None
    """The plan that the report answers."""

    def planned(self, obligation: str) -> PlanEntry | None:
        """What the plan says of a measure."""
        entries = self.plan.entries if self.plan else ()
        return next((e for e in entries if e.obligation == obligation), None)

    def reported(self, obligation: str) -> ReportEntry | None:
        """What the report says of a measure."""
        entries = self.report.entries if self.report else ()
        return next((e for e in entries if e.obligation == obligation), None)

    def became(self, activity: str) -> Done | None:
        """What the report says of an activity of the plan, if it is about the same year."""
        return self.answer(activity, self.plan_year)

    def answer(self, activity: str, year: int | None) -> Done | None:
        """What the report says of an activity of that year's plan."""
        if self.report is None or self.report_year != year:
            return None
        done = (d for e in self.report.entries for d in e.activities)
        return next((d for d in done if d.id == activity), None)

    def left(self, obligation: str) -> Iterator[tuple[str, Done]]:
        """What the report says was not done or not finished, with the text of the plan."""
        entry = self.reported(obligation)
        planned = activities(self.reported_plan)
        for done in entry.activities if entry else ():
            if done.result in OVER:
                continue
            text = done.text or (planned[done.id].text if done.id in planned else done.id)
            yield text or "", done


def activities(plan: Plan | None) -> dict[str | None, Activity]:
    """The activities of a plan by id."""
    return {a.id: a for e in (plan.entries if plan else ()) for a in e.activities or ()}


def pasts(assessment: Assessment, board: str, year: int) -> list[Past]:
    """The board's own past; where it has none, that of each of its predecessors that has one."""
    own = _past(assessment, board, year, own=True)
    if own.plan or own.report:
        return [own]
    before = assessment.material.predecessors(board)
    found = [_past(assessment, b.id, year, own=False) for b in before]
    return [p for p in found if p.plan or p.report]


def _past(assessment: Assessment, board: str, year: int, *, own: bool) -> Past:
    standings = assessment.standings
    plan_year = _latest(standings.plans, board, year)
    report_year = _latest(standings.reports, board, year)
    return Past(
        board=board,
        own=own,
        plan_year=plan_year,
        plan=standings.plan(board, plan_year) if plan_year is not None else None,
        report_year=report_year,
        report=standings.report(board, report_year) if report_year is not None else None,
        reported_plan=standings.plan(board, report_year) if report_year is not None else None,
    )


def _latest(found: dict[tuple[str, int], Current], board: str, year: int) -> int | None:
    return max((y for b, y in found if b == board and y < year), default=None)
