"""The state of every cell on a date (DESIGN §3), and the shares counted from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from prostcli.assessment.expectation import Expected, expectations
from prostcli.assessment.submissions import (
    Standings,
    plan_entries,
    report_entries,
    standings,
)
from prostcli.model.material import Material, Slot
from prostcli.model.programme import Counts
from prostcli.model.submissions import PlanEntry, ReportEntry
from prostcli.source import Place

State: TypeAlias = Literal[
    "not-expected", "not-due", "overdue", "invalid", "draft", "received", "decided"
]

STATES: tuple[State, ...] = (
    "not-expected", "not-due", "overdue", "invalid", "draft", "received", "decided",
)  # fmt: skip

STATUSES = (
    "settled", "written-off", "not-addressed",
    "report-invalid", "report-received", "report-draft", "report-overdue",
    "plan-invalid", "plan-overdue",
    "planned", "ongoing", "no-activity", "upcoming",
)  # fmt: skip
"""The one-word statuses beside the outcomes of the scales."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One (obligation, board, year) on a date."""

    expected: Expected
    plan: State
    report: State
    outcome: str | None
    """From a decided report only."""
    counts: Counts | None
    """What the outcome counts as."""
    preliminary: str | None
    """From a draft or a received report; never counted."""
    status: str
    plan_entry: PlanEntry | None = None
    report_entry: ReportEntry | None = None
    sources: tuple[Place, ...] = ()
    """What the states rest on: the plan's entry, the report's entry."""

    @property
    def obligation(self) -> str:
        """The measure's id."""
        return self.expected.obligation

    @property
    def board(self) -> str:
        """The board's id."""
        return self.expected.board

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.expected.year


@dataclass(frozen=True, slots=True)
class Beside:
    """Something told that is not expected: a voluntary entry, or one about a duty."""

    subject: str
    """Id of the obligation or the duty."""
    board: str
    year: int
    outcome: str | None
    entry: PlanEntry | ReportEntry
    sources: tuple[Place, ...]


@dataclass(frozen=True)
class Assessment:
    """Everything at a date: the cells, what was told beside them, and what could not be read."""

    material: Material
    as_of: date
    standings: Standings
    cells: tuple[Cell, ...]
    voluntary: tuple[Beside, ...]
    duties: tuple[Beside, ...]
    invalid: tuple[Slot, ...]
    """Submissions that are not counted since they cannot be read as what their path says."""

    @property
    def unassigned(self) -> tuple[str, ...]:
        """The measures that no board is bound by."""
        return tuple(o.id for o in self.material.obligations if not o.addressees)

    def latest_due_year(self) -> int:
        """The latest year that anything is due for on the date; the term's first if nothing is."""
        due = {
            c.year
            for c in self.cells
            for day in (c.expected.plan_due, c.expected.report_due)
            if day is not None and day <= self.as_of
        }
        return max(due, default=self.material.programme.term.start.year)


@dataclass(frozen=True, slots=True)
class Share:
    """n of N: how many of those that were to report have reached it."""

    n: int
    of: int
    exempt: int = 0
    settled: int = 0

    def __str__(self) -> str:
        return f"{self.n}/{self.of}"


def share(cells: Iterable[Cell]) -> Share:
    """N is the cells with a report expected less settled, written off and exempt; n the good."""
    wanted = [c for c in cells if c.expected.report_due is not None]
    settled = [c for c in wanted if c.status in ("settled", "written-off")]
    rest = [c for c in wanted if c.status not in ("settled", "written-off")]
    exempt = [c for c in rest if c.counts is Counts.EXEMPT]
    good = [c for c in rest if c.counts is Counts.GOOD]
    return Share(len(good), len(rest) - len(exempt), len(exempt), len(settled))


def tally(cells: Iterable[Cell]) -> Counter[str]:
    """How many cells there are of each status."""
    return Counter(c.status for c in cells)


def assess(material: Material, as_of: date) -> Assessment:
    """The whole edition on that date."""
    counting = standings(material, as_of)
    expected = expectations(material)
    plans = _plan_index(counting)
    reports = _report_index(counting)
    settled = _settlements(material, expected, counting, reports)
    cells = []
    for cell in expected:
        key = (cell.board, cell.year, cell.obligation)
        cells.append(_cell(material, cell, as_of, counting, plans.get(key, []),
                           reports.get(key, []), settled))
    bound = {(c.board, c.year, c.obligation) for c in expected}
    voluntary, duties = _beside(material, counting, bound)
    invalid = tuple(
        sorted((s for slots in counting.refused.values() for s in slots), key=lambda s: s.path)
    )
    return Assessment(material, as_of, counting, tuple(cells), voluntary, duties, invalid)


_PlanIndex: TypeAlias = dict[tuple[str, int, str], list[tuple[PlanEntry, Place, bool]]]
_ReportIndex: TypeAlias = dict[tuple[str, int, str], list[tuple[ReportEntry, Place]]]


def _plan_index(counting: Standings) -> _PlanIndex:
    found: _PlanIndex = {}
    for (board, year), current in counting.plans.items():
        for obligation, entry, place, own in plan_entries(current):
            found.setdefault((board, year, obligation), []).append((entry, place, own))
    return found


def _report_index(counting: Standings) -> _ReportIndex:
    found: _ReportIndex = {}
    for (board, year), current in counting.reports.items():
        for entry, place in report_entries(current):
            if entry.obligation is not None:
                found.setdefault((board, year, entry.obligation), []).append((entry, place))
    return found


def _settlements(
    material: Material,
    expected: tuple[Expected, ...],
    counting: Standings,
    reports: _ReportIndex,
) -> dict[tuple[str, str], int]:
    """The first year that a board's decided report called a once-only obligation fulfilled."""
    settled: dict[tuple[str, str], int] = {}
    for cell in expected:
        obligation = material.obligation[cell.obligation]
        key = (cell.board, cell.obligation)
        if obligation.recurs.kind != "once" or key in settled:
            continue
        current = counting.reports.get((cell.board, cell.year))
        if current is None or current.standing != "decided":
            continue
        if (cell.board, cell.year, "report") in counting.refused:
            continue
        entries = reports.get((cell.board, cell.year, cell.obligation), [])
        if len(entries) == 1 and entries[0][0].outcome is not None:
            outcome = material.programme.outcome(obligation.nature, entries[0][0].outcome)
            if outcome is not None and outcome.counts is Counts.GOOD:
                settled[key] = cell.year
    return settled


def _cell(  # noqa: PLR0913  the three indices are one lookup each
    material: Material,
    expected: Expected,
    as_of: date,
    counting: Standings,
    plans: list[tuple[PlanEntry, Place, bool]],
    reports: list[tuple[ReportEntry, Place]],
    settled: dict[tuple[str, str], int],
) -> Cell:
    done = settled.get((expected.board, expected.obligation))
    is_settled = done is not None and done < expected.year
    own_plans = [p for p in plans if p[2]]
    plan = _state(
        expected, "plan", as_of, counting,
        told=bool(plans), clash=len(own_plans) > 1, closed=is_settled,
    )  # fmt: skip
    nature = material.obligation[expected.obligation].nature
    value = reports[0][0].outcome if reports else None
    outcome = material.programme.outcome(nature, value) if value is not None else None
    clash = len(reports) > 1 or (value is not None and outcome is None)
    report = _state(
        expected, "report", as_of, counting,
        told=bool(reports), clash=clash, closed=is_settled,
    )  # fmt: skip
    plan_entry = (own_plans or plans)[0] if plans and plan not in ("invalid",) else None
    report_entry = reports[0] if reports and report != "invalid" else None
    decided = outcome if report == "decided" else None
    told = (plan_entry, report_entry)
    return Cell(
        expected=expected,
        plan=plan,
        report=report,
        outcome=decided.value if decided else None,
        counts=decided.counts if decided else None,
        preliminary=outcome.value if outcome and report in ("draft", "received") else None,
        status="settled"
        if is_settled
        else _status(plan, report, decided.value if decided else None, plan_entry),
        plan_entry=plan_entry[0] if plan_entry else None,
        report_entry=report_entry[0] if report_entry else None,
        sources=tuple(t[1] for t in told if t is not None),
    )


def _state(  # noqa: PLR0913
    expected: Expected,
    kind: Literal["plan", "report"],
    as_of: date,
    counting: Standings,
    *,
    told: bool,
    clash: bool,
    closed: bool,
) -> State:
    """What has been handed in of a kind for a cell.

    `told`: the submission that counts has something on the obligation. One that is silent on it is
    no answer: silence is never a draft nor a decision.
    """
    due = expected.plan_due if kind == "plan" else expected.report_due
    if (expected.board, expected.year, kind) in counting.refused or clash:
        return "invalid"
    if told:
        found = counting.plans if kind == "plan" else counting.reports
        return found[expected.board, expected.year].standing
    if due is None or closed:
        return "not-expected"
    return "overdue" if as_of > due else "not-due"


def _status(
    plan: State,
    report: State,
    outcome: str | None,
    plan_entry: tuple[PlanEntry, Place, bool] | None,
) -> str:
    """One word for a cell, the first that holds."""
    if report == "decided":
        return outcome or "not-addressed"
    if report in ("invalid", "received", "draft", "overdue"):
        return f"report-{report}"
    if plan in ("invalid", "overdue"):
        return f"plan-{plan}"
    if plan == "decided" and plan_entry is not None:
        entry, _, own = plan_entry
        return entry.says if own else "planned"
    return "upcoming"


def _beside(
    material: Material, counting: Standings, bound: set[tuple[str, int, str]]
) -> tuple[tuple[Beside, ...], tuple[Beside, ...]]:
    """What boards tell of measures that do not bind them, and of duties."""
    voluntary: list[Beside] = []
    duties: list[Beside] = []
    for (board, year), current in counting.plans.items():
        for obligation, entry, place, own in plan_entries(current):
            if own and (board, year, obligation) not in bound and obligation in material.obligation:
                voluntary.append(Beside(obligation, board, year, None, entry, (place,)))
    for (board, year), current in counting.reports.items():
        for told, place in report_entries(current):
            outcome = told.outcome if current.standing == "decided" else None
            if told.duty is not None:
                duties.append(Beside(told.duty, board, year, outcome, told, (place,)))
            elif (
                told.obligation in material.obligation
                and (board, year, told.obligation) not in bound
            ):
                beside = Beside(told.obligation, board, year, outcome, told, (place,))
                voluntary.append(beside)
    order = material.board_order
    return tuple(
        tuple(sorted(found, key=lambda b: (b.subject, b.year, order.get(b.board, 0), b.sources)))
        for found in (voluntary, duties)
    )  # type: ignore[return-value]
