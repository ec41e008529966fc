"""What became of cells, in parts that each cell is in one of: for whoever wants to see the whole.

Those of `COUNTED` add up to N, and the first of them is n (`cells.share`), of the cells of measures
whose nature has a share (`in_shares`).
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final, Literal, TypeAlias, get_args

from prostcli.assessment.cells import CLOSED, Cell, share

Part: TypeAlias = Literal[
    "good", "partial", "bad", "unknown", "untouched", "undecided", "invalid", "silent", "waiting",
    "exempt", "closed",
]  # fmt: skip

PARTS: Final[tuple[Part, ...]] = get_args(Part)
ANSWERED: Final[tuple[Part, ...]] = ("good", "partial", "bad", "unknown", "untouched")
"""Those of N that a decided report answers. Where there are none, n of N is silence, no result."""
SHORT: Final[tuple[Part, ...]] = ("partial", "bad")
"""Those that a decided report says have come short. Nothing else of N may be told as a failure."""
UNCOUNTED: Final[tuple[Part, ...]] = ("exempt", "closed")
COUNTED: Final[tuple[Part, ...]] = tuple(p for p in PARTS if p not in UNCOUNTED)
OPEN: Final[tuple[Part, ...]] = tuple(p for p in COUNTED if p not in ("good", *SHORT))
"""Those of N of which no decided report says how it went."""


def part(cell: Cell) -> Part:
    """The part that a cell belongs to, by what its report says; a plan is no answer.

    `good partial bad unknown exempt`: what the outcome of a decided report counts as. `untouched`:
    a decided report that does not address the measure. `undecided`: one that is a draft or only
    received. `silent`: none, though its time has passed. `waiting`: none, and the time still runs.
    `closed`: done in an earlier year, or written off.
    """
    if cell.status in CLOSED:
        return "closed"
    if cell.counts is not None:
        return cell.counts.value
    by_state: dict[str, Part] = {
        "decided": "untouched",
        "draft": "undecided",
        "received": "undecided",
        "invalid": "invalid",
        "overdue": "silent",
    }
    return by_state.get(cell.report, "waiting")


def parts(cells: Iterable[Cell]) -> Counter[Part]:
    """How many cells there are in each part, of those that a report is expected for."""
    return Counter(part(c) for c in cells if c.expected.report_due is not None)


def in_shares(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Those that n/N and its sums are of: a report is expected, and their nature has a share."""
    return tuple(c for c in cells if c.shared and c.expected.report_due is not None)


def answered(cells: Iterable[Cell]) -> bool:
    """Whether a decided report answers for any of N."""
    return any(part(c) in ANSWERED for c in in_shares(cells))


NOTHING: Final = "–"


def said(cells: Iterable[Cell]) -> str:
    """`n/N` where a decided report answers for any of N; else a dash: silence is no result."""
    cells = in_shares(cells)
    return str(share(cells)) if answered(cells) else NOTHING
