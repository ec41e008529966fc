"""What is done of what is wanted, year by year, as it is drawn."""

from datetime import date
from typing import NamedTuple

from prostcli.assessment.activities import PENDING, Commitment, tally
from prostcli.assessment.cells import Assessment, Cell, YearlyKind, share
from prostcli.assessment.parts import answered
from prostcli.model.material import Material


class Point(NamedTuple):
    """A year's n of N, as it is drawn."""

    year: int
    n: int
    of: int
    open: bool
    """Somebody still has time and has decided nothing: what is known is not yet the year's."""
    silent: bool = False
    """Nobody of the N has a decided report."""


def has_share(material: Material, obligation: str) -> bool:
    """Whether a measure is of a nature that is counted in n of N."""
    nature = material.programme.nature(material.obligation[obligation].nature)
    return nature is None or nature.share


def awaited(cell: Cell, kind: YearlyKind, day: date) -> bool:
    """Whether it is expected, not decided, and its time is not up. The last day is part of it."""
    due = cell.expected.plan_due if kind == "plan" else cell.expected.report_due
    state = cell.plan if kind == "plan" else cell.report
    return due is not None and due >= day and cell.wants(kind) and state != "decided"


def courses(assessment: Assessment, cells: tuple[Cell, ...]) -> dict[str, tuple[Point, ...]]:
    """The measures' shares year by year, of those whose nature has one."""
    material = assessment.material
    held: dict[tuple[str, int], list[Cell]] = {}
    for cell in cells:
        held.setdefault((cell.obligation, cell.year), []).append(cell)
    return {
        o.id: tuple(
            _point(held.get((o.id, year), []), year, assessment.as_of)
            for year in material.programme.term.years
        )
        for o in material.obligations
        if has_share(material, o.id)
    }


def _point(cells: list[Cell], year: int, day: date) -> Point:
    counted = share(cells)
    return Point(
        year,
        counted.n,
        counted.of,
        open=any(awaited(c, "report", day) for c in cells),
        silent=not answered(cells),
    )


def activity_course(assessment: Assessment, planned: tuple[Commitment, ...]) -> tuple[Point, ...]:
    """Done of planned, year by year; empty where nothing is."""
    if not planned:
        return ()
    in_time = {
        (c.board, c.year) for c in assessment.cells if awaited(c, "report", assessment.as_of)
    }
    points = []
    for year in assessment.material.programme.term.years:
        own = [c for c in planned if c.year == year]
        count, fates, _ = tally(own)
        waiting = any(c.fate in PENDING and (c.board, year) in in_time for c in own)
        points.append(Point(year, fates["done"], count, open=waiting))
    return tuple(points)
