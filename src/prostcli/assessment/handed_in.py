"""What has become of a whole plan or report: one a board, year and kind, beside its cells."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from prostcli.assessment.cells import Assessment, Cell, State, YearlyKind
from prostcli.assessment.submissions import Current
from prostcli.assessment.to_come import ToCome, to_come
from prostcli.model.material import Slot
from prostcli.model.submissions import Baseline

_WORST_FIRST: tuple[State, ...] = ("overdue", "not-due")


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A board's plan or report for a year, whether or not there is one."""

    board: str
    year: int
    kind: YearlyKind
    state: State
    due: date | None
    """The earliest day that any of its measures is due; none: nothing is expected."""
    obligations: tuple[str, ...]
    """The measures that it is expected to answer."""
    silent_on: tuple[str, ...]
    """Expected measures that a submission which is there has no entry for."""
    file: Current | None
    refused: tuple[Slot, ...]
    late: bool = False
    """Whether it was first decided, or received, after its day. A correction is not late."""
    later: tuple[ToCome, ...] = ()
    """The files of it that are decided after the date: they count for nothing yet."""


class Filed(NamedTuple):
    """How many files the figures rest on, by kind."""

    plans: int
    """One a board and year: the one that counts. Drafts and those only received are among them."""
    reports: int
    baselines: int
    beside: int
    """Plans and reports that another of the same board and year stands in for."""


def filed(assessment: Assessment) -> Filed:
    """Counted once, for the status and for every document."""
    standings, submitted = assessment.standings, assessment.material.submitted
    current = {
        (*key, kind): found.file.path
        for kind, there in (("plan", standings.plans), ("report", standings.reports))
        for key, found in there.items()
    }
    return Filed(
        plans=len(standings.plans),
        reports=len(standings.reports),
        baselines=sum(s.slot.kind == "baseline" for s in submitted),
        beside=sum(
            current.get((s.slot.board, s.slot.year, s.slot.kind), s.path) != s.path
            for s in submitted
            if not isinstance(s.value, Baseline)
            and (s.value.decision is None or s.value.decision.date <= assessment.as_of)
        ),
    )


def handed_in(assessment: Assessment) -> tuple[HandedIn, ...]:
    """Every plan and report that is expected, there, or decided after the date.

    In the order of boards, years and kinds.
    """
    cells = assessment.cells_in
    first = _first_days(assessment)
    standings = assessment.standings
    keys = {*cells, *standings.plans, *standings.reports}
    keys |= {(board, year) for board, year, kind in standings.refused if kind != "baseline"}
    later: dict[tuple[str, int, str], tuple[ToCome, ...]] = {}
    for file in to_come(assessment):
        if file.board is not None and file.year is not None:
            key = (file.board, file.year, file.kind)
            later[key] = (*later.get(key, ()), file)
    keys |= {(board, year) for board, year, _ in later}
    order = assessment.material.board_order
    last = len(order)
    kinds: tuple[YearlyKind, ...] = ("plan", "report")
    return tuple(
        replace(
            _handed_in(assessment, cells.get(key, ()), (*key, kind), first.get((*key, kind))),
            later=later.get((*key, kind), ()),
        )
        for key in sorted(keys, key=lambda k: (order.get(k[0], last), k))
        for kind in kinds
    )


def _handed_in(
    assessment: Assessment,
    cells: tuple[Cell, ...],
    which: tuple[str, int, YearlyKind],
    first: date | None,
) -> HandedIn:
    board, year, kind = which
    standings = assessment.standings
    found = (standings.plans if kind == "plan" else standings.reports).get((board, year))
    refused = standings.refused.get((board, year, kind), ())
    wanted = [(c, _due(c, kind)) for c in cells if c.wants(kind)]
    due = min((day for _, day in wanted if day is not None), default=None)
    expected = tuple(c.obligation for c, day in wanted if day is not None)
    state: State
    if refused:
        state = "invalid"
    elif found is not None:
        state = found.standing
    else:
        states = {_state(c, kind) for c, _ in wanted}
        state = next((s for s in _WORST_FIRST if s in states), "not-expected")
    silent = (
        tuple(c.obligation for c, _ in wanted if _state(c, kind) in _WORST_FIRST)
        if found is not None and not refused
        else ()
    )
    late = found is not None and due is not None and first is not None and first > due
    return HandedIn(board, year, kind, state, due, expected, silent, found, refused, late)


def _first_days(assessment: Assessment) -> dict[tuple[str, int, str], date]:
    """The first day that each was decided or received, before it was corrected."""
    found: dict[tuple[str, int, str], date] = {}
    for file in assessment.material.submitted:
        if not isinstance(file.value, Baseline) and file.value.decision is not None:
            key = (file.slot.board, file.slot.year, file.slot.kind)
            day = file.value.decision.date
            found[key] = min(day, found.get(key, day))
    return found


def _due(cell: Cell, kind: YearlyKind) -> date | None:
    return cell.expected.plan_due if kind == "plan" else cell.expected.report_due


def _state(cell: Cell, kind: YearlyKind) -> State:
    return cell.plan if kind == "plan" else cell.report
