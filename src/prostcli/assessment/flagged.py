"""What counts in spite of errors in it, since the board decided it: every view says so by name."""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

from prostcli.assessment.submissions import Current, Standings
from prostcli.source import Place

_Kind: TypeAlias = Literal["plan", "report"]


class Flagged(NamedTuple):
    """A decided plan or report that counts on a date, and has errors."""

    path: str
    board: str
    year: int
    kind: _Kind
    faults: tuple[tuple[str, str], ...]
    """The code of each, and the measure or duty whose entry it stands in; empty: in none."""

    @property
    def codes(self) -> tuple[str, ...]:
        """What is wrong, each code once."""
        return tuple(sorted({code for code, _ in self.faults}))

    def within(self, subjects: Collection[str]) -> tuple[tuple[str, str], ...]:
        """The faults in the entries of some measures or duties, and those in no entry."""
        return tuple((c, where) for c, where in self.faults if not where or where in subjects)

    def at(self, subject: str) -> tuple[str, ...]:
        """What is wrong in the entry of a measure or a duty; of none: what stands in no entry."""
        return tuple(sorted({code for code, where in self.faults if where == subject}))


def flagged(standings: Standings, errors: Iterable[tuple[str, Place]]) -> tuple[Flagged, ...]:
    """Of the errors in what boards have filed, those in what counts; by path.

    What is of bytes or shape is not among them: such a file counts for nothing.
    """
    found: dict[str, list[tuple[str, Place]]] = {}
    for code, place in errors:
        found.setdefault(place.path, []).append((code, place))
    kinds: tuple[tuple[_Kind, Mapping[tuple[str, int], Current]], ...] = (
        ("plan", standings.plans),
        ("report", standings.reports),
    )
    return tuple(
        sorted(
            Flagged(
                current.file.path,
                board,
                year,
                kind,
                tuple((code, _subject(current, place)) for code, place in found[current.file.path]),
            )
            for kind, there in kinds
            for (board, year), current in there.items()
            if current.standing == "decided" and current.file.path in found
        )
    )


def _subject(current: Current, place: Place) -> str:
    key, index = (*place.pointer, None, None)[:2]
    if key != "entries" or not isinstance(index, int):
        return ""
    return current.file.value.entries[index].subject
