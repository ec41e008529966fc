"""Choosing cells: by year, board, measure, section and status, or by what is due."""

from datetime import date
from typing import NamedTuple

from prostcli.assessment.activities import FINAL, Commitment, Unplanned
from prostcli.assessment.cells import CLOSED, Assessment, Beside, Cell, State, YearlyKind


class Selection(NamedTuple):
    """Exact filters; an empty one lets everything through, several values are alternatives."""

    years: tuple[int, ...] = ()
    boards: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    due: date | None = None
    """Only cells with a plan or report due by then and not handed in."""

    def has(self, board: str, year: int) -> bool:
        """Whether what is a board's of a year passes."""
        return (not self.years or year in self.years) and (not self.boards or board in self.boards)

    def measures(self, assessment: Assessment) -> frozenset[str] | None:
        """The measures that pass; None: all, and what is of no measure too."""
        if not self.obligations and not self.sections:
            return None
        return frozenset(
            o.id
            for o in assessment.material.obligations
            if (not self.obligations or o.id in self.obligations)
            and (not self.sections or o.section in self.sections)
        )

    def of(self, assessment: Assessment) -> tuple[Cell, ...]:
        """The cells that pass."""
        section = {o.id: o.section for o in assessment.material.obligations}
        return tuple(
            c
            for c in assessment.cells
            if (not self.years or c.year in self.years)
            and (not self.boards or c.board in self.boards)
            and (not self.obligations or c.obligation in self.obligations)
            and (not self.sections or section[c.obligation] in self.sections)
            and (not self.statuses or c.status in self.statuses)
            and (self.due is None or missing_by(c, self.due))
        )

    def beside(self, assessment: Assessment, told: tuple[Beside, ...]) -> tuple[Beside, ...]:
        """What is told beside the cells and passes: it has no status and is never due."""
        section = {o.id: o.section for o in assessment.material.obligations}
        if self.statuses or self.due is not None:
            return ()
        return tuple(
            b
            for b in told
            if (not self.years or b.year in self.years)
            and (not self.boards or b.board in self.boards)
            and (not self.obligations or b.subject in self.obligations)
            and (not self.sections or section.get(b.subject) in self.sections)
        )

    def planned(
        self, assessment: Assessment, found: tuple[Commitment, ...]
    ) -> tuple[Commitment, ...]:
        """The activities that pass: under any of their measures. A status is what became of it.

        What is due is what was to be done by then and is not.
        """
        section = {o.id: o.section for o in assessment.material.obligations}
        return tuple(
            c
            for c in found
            if (not self.years or c.year in self.years)
            and (not self.boards or c.board in self.boards)
            and (not self.obligations or not {*self.obligations}.isdisjoint(c.obligations))
            and (not self.sections or any(section.get(o) in self.sections for o in c.obligations))
            and (not self.statuses or c.fate in self.statuses)
            and (self.due is None or _undone_by(c, self.due))
        )

    def unplanned(
        self, assessment: Assessment, found: tuple[Unplanned, ...]
    ) -> tuple[Unplanned, ...]:
        """What was done without being planned and passes: it was never due."""
        section = {o.id: o.section for o in assessment.material.obligations}
        if self.due is not None:
            return ()
        return tuple(
            u
            for u in found
            if (not self.years or u.year in self.years)
            and (not self.boards or u.board in self.boards)
            and (not self.obligations or u.subject in self.obligations)
            and (not self.sections or section.get(u.subject) in self.sections)
            and (not self.statuses or "unplanned" in self.statuses)
        )


def _undone_by(commitment: Commitment, day: date) -> bool:
    due = commitment.activity.due
    return due is not None and due <= day and commitment.fate not in FINAL


def missing_by(cell: Cell, day: date) -> tuple[YearlyKind, ...]:
    """Which of plan and report are due by that day and not handed in.

    Neither of a cell that is settled or written off, though a draft of it may be there.
    """
    if cell.status in CLOSED:
        return ()
    kinds: tuple[tuple[YearlyKind, date | None, State], ...] = (
        ("plan", cell.expected.plan_due, cell.plan),
        ("report", cell.expected.report_due, cell.report),
    )
    return tuple(
        kind
        for kind, due, state in kinds
        if due is not None and due <= day and state not in ("decided", "received")
    )
