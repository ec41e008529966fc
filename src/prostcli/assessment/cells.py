"""The state of every cell on a date, and the shares counted from them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from prostcli.assessment.expectation import Expected, expectations
from prostcli.assessment.flagged import Flagged
from prostcli.assessment.known import (
    Held,
    Wording,
    covered_by,
    in_force,
    known_on,
    wordings,
    write_offs,
)
from prostcli.assessment.submissions import (
    Current,
    Standings,
    plan_entries,
    report_entries,
    standings,
)
from prostcli.model.material import Material, Slot
from prostcli.model.programme import Counts, Outcome
from prostcli.model.submissions import PlanEntry, ReportEntry
from prostcli.source import Place

State: TypeAlias = Literal[
    "not-expected", "not-due", "overdue", "invalid", "draft", "received", "decided"
]

YearlyKind: TypeAlias = Literal["plan", "report"]

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

CLOSED = frozenset({"settled", "written-off"})
"""The statuses of a cell that nothing more is asked of."""


class Cell(NamedTuple):
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
    """What the states rest on: the plan's entry, the report's entry, what writes it off."""
    shared: bool = True
    """Whether the measure is of a nature that has a share: else it is in no n/N and no sum."""
    older_text: tuple[YearlyKind, ...] = ()
    """Those of plan and report that answer a text of the measure that has since been replaced."""

    def wants(self, kind: YearlyKind) -> bool:
        """Whether one is expected, or was: not where the calendar asks none, nor once settled."""
        expected = self.expected
        due = expected.plan_due if kind == "plan" else expected.report_due
        return due is not None and self.status not in CLOSED

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


class Beside(NamedTuple):
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
    flagged: tuple[Flagged, ...] = ()
    """What counts in spite of its errors; empty where nobody has looked for them."""

    @cached_property
    def cells_in(self) -> Mapping[tuple[str, int], tuple[Cell, ...]]:
        """The cells of each board and year."""
        found: dict[tuple[str, int], list[Cell]] = {}
        for cell in self.cells:
            found.setdefault((cell.board, cell.year), []).append(cell)
        return {key: tuple(cells) for key, cells in found.items()}

    @cached_property
    def cells_under(self) -> Mapping[tuple[str, int], tuple[Cell, ...]]:
        """The cells of each measure and year."""
        found: dict[tuple[str, int], list[Cell]] = {}
        for cell in self.cells:
            found.setdefault((cell.obligation, cell.year), []).append(cell)
        return {key: tuple(cells) for key, cells in found.items()}

    @property
    def unassigned(self) -> tuple[str, ...]:
        """The measures that no board has, in any year of the term, by what is decided on the date.

        One that has been given to a board is none of them, though its time may be up or still to
        come: its cells are counted.
        """
        taken = {c.obligation for c in self.cells}
        return tuple(o.id for o in self.material.obligations if o.id not in taken)

    @property
    def anything_handed_in(self) -> bool:
        """Whether there is any plan or report at all on the date, be it one that is not counted."""
        return bool(self.standings.plans or self.standings.reports or self.invalid)

    def latest_due_year(self) -> int:
        """The latest year that anything is due for on the date; the term's first if nothing is."""
        due = {
            c.year
            for c in self.cells
            for day in (c.expected.plan_due, c.expected.report_due)
            if day is not None and day <= self.as_of
        }
        return max(due, default=self.material.programme.term.start.year)


class Share(NamedTuple):
    """n of N: how many of those that were to report have reached it."""

    n: int
    of: int
    exempt: int = 0
    settled: int = 0

    def __str__(self) -> str:
        return f"{self.n}/{self.of}"


def share(cells: Iterable[Cell]) -> Share:
    """N is the cells with a report expected less settled, written off and exempt; n the good.

    What is of a nature without a share, as an ambition, is in neither.
    """
    wanted = [c for c in cells if c.shared and c.expected.report_due is not None]
    settled = [c for c in wanted if c.status in CLOSED]
    rest = [c for c in wanted if c.status not in CLOSED]
    exempt = [c for c in rest if c.counts is Counts.EXEMPT]
    good = [c for c in rest if c.counts is Counts.GOOD]
    return Share(len(good), len(rest) - len(exempt), len(exempt), len(settled))


def tally(cells: Iterable[Cell]) -> Counter[str]:
    """How many cells there are of each status."""
    return Counter(c.status for c in cells)


def bound(material: Material, as_of: date) -> tuple[Expected, ...]:
    """Who is bound by what, as it is known on that date; whatever has been handed in."""
    return expectations(known_on(material, as_of), as_of)


def assess(
    material: Material, as_of: date, expected: tuple[Expected, ...] | None = None
) -> Assessment:
    """The whole edition as it is known on that date. `expected`: `bound` of it, if that is had."""
    material = known_on(material, as_of)
    expected = expectations(material, as_of) if expected is None else expected
    answers = _Answers(material, as_of)
    answers.settle(expected)
    owed = {(c.board, c.year, c.obligation) for c in expected}
    voluntary, duties = _beside(material, answers.standings, owed)
    slots = (s for refused in answers.standings.refused.values() for s in refused)
    return Assessment(
        material,
        as_of,
        answers.standings,
        tuple(answers.cell(c) for c in expected),
        voluntary,
        duties,
        tuple(sorted(slots, key=lambda s: s.path)),
    )


class _Answers:
    """What has been handed in by a date, looked up by board, year and obligation."""

    def __init__(self, material: Material, as_of: date) -> None:
        self.material = material
        self.as_of = as_of
        self.standings = standings(material, as_of)
        self.plans: dict[tuple[str, int, str], tuple[PlanEntry, Place]] = {}
        """The measure's own entry, else the first that it only counts under."""
        self.reports: dict[tuple[str, int, str], tuple[ReportEntry, Place]] = {}
        self.settled: dict[tuple[str, str], int] = {}
        """The first year that a board's decided report called a once-only obligation fulfilled."""
        self.written_off = _written_off(material, as_of)
        self.unshared = {n.id for n in material.programme.natures if not n.share}
        self.texts = {
            o: wordings(material, o, as_of)
            for o in {a.obligation for a in material.programme.amendments if a.start is not None}
            if o in material.obligation
        }
        """The texts of the measures that decisions in mid-term are about."""
        for (board, year), current in self.standings.plans.items():
            for obligation, planned, place, own in plan_entries(current):
                key = (board, year, obligation)
                if own or key not in self.plans:
                    self.plans[key] = (planned, place)
        for (board, year), current in self.standings.reports.items():
            for told, place in report_entries(current):
                if told.obligation is not None:
                    self.reports[board, year, told.obligation] = (told, place)

    def settle(self, expected: tuple[Expected, ...]) -> None:
        """Find what is settled for later years. The cells come year by year."""
        for cell in expected:
            key = (cell.board, cell.obligation)
            once = self.material.obligation[cell.obligation].recurs.kind == "once"
            if once and key not in self.settled:
                _, report, outcome = self._reported(cell)
                if report == "decided" and outcome and outcome.counts is Counts.GOOD:
                    self.settled[key] = cell.year

    def cell(self, expected: Expected) -> Cell:
        """A cell with its state."""
        planned = self.plans.get((expected.board, expected.year, expected.obligation))
        plan = self._state(expected, "plan", told=planned is not None)
        reported, report, outcome = self._reported(expected)
        decided = outcome if report == "decided" else None
        value = decided.value if decided else None
        off = self._off(expected)
        plan_entry = planned[0] if planned else None
        status = _status(plan, report, value, plan_entry)
        if self._is_settled(expected):
            status = "settled"
        elif off is not None:
            status = "written-off"
        places = [t[1] for t in (planned, reported) if t is not None]
        return Cell(
            expected=expected,
            plan=plan,
            report=report,
            outcome=value,
            counts=decided.counts if decided else None,
            preliminary=outcome.value if outcome and report in ("draft", "received") else None,
            status=status,
            plan_entry=plan_entry,
            report_entry=reported[0] if reported else None,
            sources=(*places, off.place) if off is not None else tuple(places),
            shared=self.material.obligation[expected.obligation].nature not in self.unshared,
            older_text=self._older(expected, plan=planned is not None, report=reported is not None),
        )

    def _older(self, expected: Expected, *, plan: bool, report: bool) -> tuple[YearlyKind, ...]:
        """Which of them answers a text that has since been replaced.

        It answers the one that held at the end of its year, as far as that was decided by then.
        """
        texts = self.texts.get(expected.obligation)
        if texts is None:
            return ()
        now = texts.index(in_force(texts, self.as_of))
        key = (expected.board, expected.year)
        files: list[tuple[YearlyKind, Current | None]] = [
            ("plan", self.standings.plans.get(key) if plan else None),
            ("report", self.standings.reports.get(key) if report else None),
        ]
        return tuple(
            kind
            for kind, current in files
            if current is not None and texts.index(_answered(texts, current, expected.last)) < now
        )

    def _off(self, expected: Expected) -> Held | None:
        """What writes the cell off, where anything does."""
        for held, boards in self.written_off.get(expected.obligation, ()):
            if held.start <= expected.last and expected.board in boards:
                return held
        return None

    def _reported(
        self, expected: Expected
    ) -> tuple[tuple[ReportEntry, Place] | None, State, Outcome | None]:
        """The report's entry, its state and its outcome."""
        told = self.reports.get((expected.board, expected.year, expected.obligation))
        state = self._state(expected, "report", told=told is not None)
        if told is None or told[0].outcome is None:
            return told, state, None
        nature = self.material.obligation[expected.obligation].nature
        return told, state, self.material.programme.outcome(nature, told[0].outcome)

    def _is_settled(self, expected: Expected) -> bool:
        year = self.settled.get((expected.board, expected.obligation))
        return year is not None and year < expected.year

    def _state(self, expected: Expected, kind: YearlyKind, *, told: bool) -> State:
        """What has been handed in of a kind for a cell.

        `told`: the submission that counts has something on the obligation. One that is silent on
        it is no answer: silence is never a draft nor a decision.
        """
        due = expected.plan_due if kind == "plan" else expected.report_due
        if (expected.board, expected.year, kind) in self.standings.refused:
            return "invalid"
        if told:
            found = self.standings.plans if kind == "plan" else self.standings.reports
            return found[expected.board, expected.year].standing
        if due is None or self._is_settled(expected) or self._off(expected) is not None:
            return "not-expected"
        return "overdue" if self.as_of > due else "not-due"


def _answered(texts: tuple[Wording, ...], current: Current, last: date) -> Wording:
    """The text that a submission answers; a draft, which has no day, the one its year ends with."""
    decision = current.file.value.decision
    return in_force(texts, last, decision.date if decision is not None else None)


def _written_off(material: Material, as_of: date) -> dict[str, list[tuple[Held, frozenset[str]]]]:
    """What is written off: by obligation, from when, and for which boards."""
    found: dict[str, list[tuple[Held, frozenset[str]]]] = {}
    for off, held in write_offs(material, as_of):
        boards = frozenset(covered_by(material, off))
        for obligation in off.obligations:
            found.setdefault(obligation, []).append((held, boards))
    return found


def _status(
    plan: State,
    report: State,
    outcome: str | None,
    plan_entry: PlanEntry | None,
) -> str:
    """One word for a cell, the first that holds."""
    if report == "decided":
        return outcome or "not-addressed"
    if report in ("invalid", "received", "draft", "overdue"):
        return f"report-{report}"
    if plan in ("invalid", "overdue"):
        return f"plan-{plan}"
    if plan == "decided" and plan_entry is not None:
        return plan_entry.says
    return "upcoming"


def _beside(
    material: Material, counting: Standings, bound: set[tuple[str, int, str]]
) -> tuple[tuple[Beside, ...], tuple[Beside, ...]]:
    """What boards tell of measures that do not bind them, and of duties."""
    voluntary: list[Beside] = []
    duties: list[Beside] = []
    for (board, year), current in counting.plans.items():
        for obligation, entry, place, own in plan_entries(current):
            spoken = own and not entry.not_addressed and obligation in material.obligation
            if spoken and (board, year, obligation) not in bound:
                voluntary.append(Beside(obligation, board, year, None, entry, (place,)))
    for (board, year), current in counting.reports.items():
        for told, place in report_entries(current):
            outcome = told.outcome if current.standing == "decided" else None
            if told.duty is not None:
                duties.append(Beside(told.duty, board, year, outcome, told, (place,)))
            elif (
                told.obligation in material.obligation
                and not told.not_addressed
                and (board, year, told.obligation) not in bound
            ):
                beside = Beside(told.obligation, board, year, outcome, told, (place,))
                voluntary.append(beside)
    order = material.board_order
    last = len(order)

    def ordered(found: list[Beside]) -> tuple[Beside, ...]:
        return tuple(
            sorted(found, key=lambda b: (b.subject, b.year, order.get(b.board, last), b.sources))
        )

    return ordered(voluntary), ordered(duties)
