"""Choosing cells: by year, board, measure, section and status, or by what is due."""

from datetime import date
from typing import NamedTuple

from prostcli.assessment.cells import Assessment, Beside, Cell


class Selection(NamedTuple):
    """Exact filters; an empty one lets everything through, several values are alternatives."""

    years: tuple[int, ...] = ()
    boards: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    due: date | None = None
    """Only cells with a plan or report due by then and not handed in."""

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


def missing_by(cell: Cell, day: date) -> tuple[str, ...]:
    """Which of plan and report are due by that day and not handed in."""
    found = []
    for kind, due, state in (
        ("plan", cell.expected.plan_due, cell.plan),
        ("report", cell.expected.report_due, cell.report),
    ):
        handed_in = state in ("decided", "received", "not-expected")
        if due is not None and due <= day and not handed_in:
            found.append(kind)
    return tuple(found)
