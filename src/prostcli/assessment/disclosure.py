"""What may be shown of each figure of an edition: the same in every document of a date.

What is hidden is decided once, over every report that is there on the date, and each document asks:
two documents together may not tell what neither tells by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from prostcli.assessment.cells import Assessment
from prostcli.assessment.giveaways import Masks
from prostcli.assessment.sums import BESIDE, DECIDED, DRAFT, KEYS, RECEIVED, Stated, Where
from prostcli.model.submissions import Figure, Report
from prostcli.source import Place

MASKED: Final = "masked"

__all__ = ["KEYS", "MASKED", "Disclosure", "disclosure", "stated"]

_STANDINGS = {"decided": DECIDED, "received": RECEIVED, "draft": DRAFT}


class Disclosure:
    """What is hidden of each figure."""

    def __init__(self, hidden: Mapping[Where, frozenset[str]]) -> None:
        self._hidden = hidden

    def shown(self, figure: Figure, place: Place, state: int = 0) -> Figure:
        """The figure as it may be shown. One that nobody has looked at is hidden whole."""
        hidden = self._hidden.get((state, place.path, place.pointer), KEYS)
        words = {key: MASKED for key in hidden if getattr(figure, key) not in (None, "missing")}
        return figure.model_copy(update=words) if words else figure


def disclosure(*states: Assessment) -> Disclosure:
    """What is hidden in an edition on a date, or in two states of it that are told together."""
    threshold = max(s.material.programme.small_numbers.threshold for s in states)
    told = [f for at, seen in enumerate(states) for f in stated(seen, at)]
    masks = Masks(told, threshold)
    return Disclosure({f.where: frozenset(h) for f, h in zip(told, masks.hidden, strict=True)})


def stated(seen: Assessment, state: int) -> Iterator[Stated]:
    """Every figure of a report that is there on the date, also of one that does not count."""
    material = seen.material
    groups = {b.id: frozenset(b.groups) for b in material.register.boards}
    for file in material.submitted:
        report, slot = file.value, file.slot
        if not isinstance(report, Report):
            continue
        if report.decision is not None and report.decision.date > seen.as_of:
            continue
        current = seen.standings.reports.get((slot.board, slot.year))
        counts = current is not None and current.file.path == slot.path
        standing = _STANDINGS[current.standing] if current and counts else BESIDE
        for i, entry in enumerate(report.entries):
            subject = entry.subject
            obligation = material.obligation.get(subject)
            for j, figure in enumerate(entry.figures):
                yield Stated(
                    where=(state, slot.path, ("entries", i, "figures", j)),
                    board=slot.board,
                    year=slot.year,
                    subject=subject,
                    figure=figure,
                    groups=groups.get(slot.board, frozenset()),
                    standing=standing,
                    withheld=obligation is not None
                    and obligation.withholds(slot.board, figure.counts),
                )
