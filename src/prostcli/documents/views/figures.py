"""Figures and costs as they may be shown. No sum is made: it could tell what is masked."""

from __future__ import annotations

from typing import NamedTuple

from prostcli.assessment.disclosure import MASKED
from prostcli.documents.sources import Source
from prostcli.documents.views.context import Context
from prostcli.model.obligations import Obligation
from prostcli.model.submissions import Count, Figure, ReportEntry
from prostcli.source import Place


class FigureView(NamedTuple):
    """A number that a board gives; `masked` and `missing` are words of their own."""

    board: str
    year: int
    subject: str
    label: str
    unit: str
    value: Count
    women: Count | None
    men: Count | None
    source: Source
    by_sex: bool
    """Whether it says anything of women and men."""
    hides: bool
    """Whether anything in it is masked."""
    lacks: bool
    """Whether anything in it is missing."""


class CostView(NamedTuple):
    """What a board says that something cost, and who paid."""

    board: str
    year: int
    subject: str
    amount: int
    funding: str
    source: Source


def figures(
    context: Context, board: str, year: int, entry: ReportEntry, place: Place
) -> tuple[FigureView, ...]:
    """The figures of an entry that may be shown."""
    subject = entry.subject
    obligation = context.material.obligation.get(subject)
    found = []
    for index, figure in enumerate(entry.figures):
        if not _withheld(obligation, board, figure):
            where = Place(place.path, (*place.pointer, "figures", index))
            shown = context.disclosure.shown(figure, where)
            numbers = (shown.value, shown.women, shown.men)
            found.append(
                FigureView(
                    context.short(board),
                    year,
                    context.ref(subject),
                    shown.label,
                    shown.unit,
                    *numbers,
                    context.source(where),
                    by_sex=numbers[1:] != (None, None),
                    hides=MASKED in numbers,
                    lacks="missing" in numbers,
                )
            )
    return tuple(found)


def cost(
    context: Context, board: str, year: int, entry: ReportEntry, place: Place
) -> CostView | None:
    """The cost of an entry, where it may be shown."""
    subject = entry.subject
    obligation = context.material.obligation.get(subject)
    if entry.cost is None or (obligation is not None and obligation.sensitive == "cases"):
        return None
    source = context.source(Place(place.path, (*place.pointer, "cost")))
    return CostView(
        context.short(board),
        year,
        context.ref(subject),
        entry.cost.amount,
        entry.cost.funding,
        source,
    )


def _withheld(obligation: Obligation | None, board: str, figure: Figure) -> bool:
    """Whether a measure is so sensitive that the figure is not shown, whatever it is."""
    return obligation is not None and obligation.withholds(board, figure.counts)
