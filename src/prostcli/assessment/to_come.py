"""Decisions dated after the date: what rests on them does not count yet, and is named."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from prostcli.assessment.cells import Assessment
from prostcli.model.material import Material
from prostcli.model.submissions import Baseline


class ToCome(NamedTuple):
    """A file with a decision to come."""

    date: date
    path: str
    kind: str
    """plan, report, programme or review."""
    board: str | None = None
    year: int | None = None


def to_come(assessment: Assessment) -> tuple[ToCome, ...]:
    """Those dated after the date, the farthest first: a slip of the pen is often the farthest."""
    found = {f for f in _dated(assessment.material) if f.date > assessment.as_of}
    return tuple(sorted(found, key=lambda f: (-f.date.toordinal(), f.path)))


def _dated(material: Material) -> Iterator[ToCome]:
    for decision in material.programme.decisions:
        if decision.date is not None and decision.status == "decided":
            yield ToCome(decision.date, material.programme_file.path, "programme")
    review = material.review_file
    if review is not None and review.value.decision is not None:
        yield ToCome(review.value.decision.date, review.path, "review")
    for file in material.submitted:
        if not isinstance(file.value, Baseline) and file.value.decision is not None:
            slot = file.slot
            day = file.value.decision.date
            yield ToCome(day, file.path, slot.kind, slot.board, slot.year)
