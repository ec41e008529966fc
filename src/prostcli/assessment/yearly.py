"""What came of a measure in a year, in short: n of N, and who is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from prostcli.assessment.cells import CLOSED, Assessment, Cell, Share, share
from prostcli.assessment.parts import ANSWERED, part, said

if TYPE_CHECKING:
    from datetime import date


class YearlyShare(NamedTuple):
    """A measure in a year on a date."""

    share: Share
    expected: int
    """Reports that are wanted, whether they are due or not."""
    silent_boards: tuple[str, ...]
    """Those whose report is missing though its time has passed, in the register's order."""
    answered: int
    """Those of N that a decided report answers, whatever it says."""
    undecided: int
    """Those of N whose report is a draft, only received, or cannot be read."""
    said: str
    """n/N; a dash where nothing is answered."""
    shared: bool
    """Whether it is of a nature that has a share."""
    outcomes: tuple[tuple[str, int], ...]
    """What decided reports say, and how many say it: all there is to tell without a share."""
    due: bool
    """Whether the report's day has passed."""
    silent: int
    """How many are silent."""
    told: bool
    """Whether n of N says anything yet: its day has passed, one is answered, or nobody owes any."""


def yearly_share(cells: Iterable[Cell], as_of: date) -> YearlyShare | None:
    """A measure's cells of one year in short; None where no report is asked of anyone."""
    asked = [c for c in cells if c.expected.report_due is not None]
    if not asked:
        return None
    owed = [c for c in asked if c.status not in CLOSED]
    silent = tuple(c.board for c in asked if c.status == "report-overdue")
    answered = sum(part(c) in ANSWERED for c in asked)
    due = any(c.expected.report_due < as_of for c in asked if c.expected.report_due)
    return YearlyShare(
        share=share(asked),
        expected=len(owed),
        silent_boards=silent,
        answered=answered,
        undecided=sum(part(c) in ("undecided", "invalid") for c in asked),
        said=said(asked),
        shared=asked[0].shared,
        outcomes=tuple(Counter(c.outcome for c in owed if c.outcome).items()),
        due=due,
        silent=len(silent),
        told=due or answered > 0 or not owed,
    )


def yearly_shares(assessment: Assessment) -> dict[str, dict[int, YearlyShare]]:
    """Every measure's years, by measure and year; those without a report to come left out."""
    found: dict[str, dict[int, list[Cell]]] = {o.id: {} for o in assessment.material.obligations}
    for cell in sorted(assessment.cells, key=lambda c: c.year):  # the boards keep their order
        found[cell.obligation].setdefault(cell.year, []).append(cell)
    return {
        obligation: {
            year: made
            for year, cells in years.items()
            if (made := yearly_share(cells, assessment.as_of)) is not None
        }
        for obligation, years in found.items()
    }
