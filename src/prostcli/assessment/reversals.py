"""What was met once and is told, in a later year, not to be: it stays settled, and is said."""

from collections.abc import Iterator
from typing import NamedTuple

from prostcli.assessment.cells import Assessment
from prostcli.model.programme import Counts
from prostcli.source import Place


class Reversal(NamedTuple):
    """A decided report that calls a settled measure partly met or not met."""

    obligation: str
    board: str
    year: int
    outcome: str
    met: int
    """The year in which the board's report called it met."""
    place: Place
    """The report's entry."""


def reversals(assessment: Assessment) -> Iterator[Reversal]:
    """Each of them, by measure, then board, then year. It changes no figure."""
    met: dict[tuple[str, str], int] = {}
    for cell in assessment.cells:
        key = (cell.obligation, cell.board)
        if cell.status != "settled":
            if cell.counts is Counts.GOOD:
                met.setdefault(key, cell.year)
        elif cell.outcome is not None and cell.counts in (Counts.PARTIAL, Counts.BAD):
            place = cell.sources[1 if cell.plan_entry is not None else 0]
            yield Reversal(*key, cell.year, cell.outcome, met[key], place)
