"""The figures that are told, and which of them may be the sum of others.

Figures do not say what they are sums of. Looked at is what a reader would try: all that one entry
says, the same name over measures, boards and years, and what nearly adds up under another name.
Why these, and what is left out: `docs/decisions/0036-small-numbers.md`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple, TypeAlias

from prostcli.model.submissions import Figure
from prostcli.source import Pointer

VALUE, WOMEN, MEN = KEYS = ("value", "women", "men")

Where: TypeAlias = tuple[int, str, Pointer]
"""Which of the states that are told together, the path, and the way to the figure."""
DECIDED, RECEIVED, DRAFT, BESIDE = range(4)
"""What the report of a figure counts as; the last: as nothing, or no longer."""


class Stated(NamedTuple):
    """A figure, and what tells which others it may be the sum or a part of."""

    where: Where
    board: str
    year: int
    subject: str
    """Id of the measure or the duty."""
    figure: Figure
    groups: frozenset[str] = frozenset()
    """The groups of the register that the board belongs to."""
    standing: int = DECIDED
    withheld: bool = False
    """Never shown, whatever it is."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Figures of which one may be the sum of others."""

    totals: tuple[int, ...]
    parts: tuple[int, ...]
    pairs: Literal["all", "largest", "none"] = "all"
    """Which totals may also be of one shown part and a hidden one, whatever else there is."""
    close: bool = False
    """Of one entry: one figure may be the women of another, so any number hidden counts."""

    @property
    def members(self) -> tuple[int, ...]:
        """The figures that it is about."""
        return (*self.totals, *self.parts)


ADDED = ((VALUE, VALUE), (WOMEN, WOMEN), (MEN, MEN), (VALUE, WOMEN), (VALUE, MEN))
"""The key of a total and of its parts. All less the men of the others: where the women are few."""


def sums(
    told: Sequence[Stated], numbers: Sequence[Mapping[str, int]], most: int, secret: Collection[int]
) -> Iterator[Sum]:
    """Everything that is looked at as a sum.

    `numbers` is what is known to those who have the files, `most` the largest small number, and
    `secret` the figures of which something is hidden from the start.
    """
    others = _OtherNames(told, numbers, most, secret)
    every = range(len(told))
    for found in by(told, every, lambda f: (f.where[:2], f.where[2][:2], f.figure.counts)):
        if len(found) > 1:
            yield Sum(found, found, close=True)
    met: set[Sum] = set()
    for standing in sorted({f.standing for f in told} - {BESIDE}):
        # What is decided is told together; so is that and what is received; so is that and drafts.
        layer = [i for i in every if told[i].standing <= standing]
        for group in (*_over_reports(told, layer), *others.sums(layer)):
            if group not in met:
                met.add(group)
                yield group


def _over_reports(told: Sequence[Stated], layer: Sequence[int]) -> Iterator[Sum]:
    """Over measures, boards and years, always in one state of the files."""
    for found in by(told, layer, lambda f: (f.where[0], f.board, f.year, f.figure.name)):
        # What is said twice may be one number, or a number and a sum of it and nought.
        both = dict.fromkeys((_once(told, found), found))
        yield from (Sum(some, some) for some in both if len(some) > 1)
    for found in by(told, layer, lambda f: (f.where[0], f.subject, f.figure.name, f.year)):
        if len(found) > 1:
            yield from _over_boards(told, found)
    for found in by(told, layer, lambda f: (f.where[0], f.subject, f.figure.name, f.board)):
        yield from _over_years(told, found)
    for found in by(told, layer, lambda f: (f.where[0], f.subject, f.figure.name)):
        if len({told[i].year for i in found}) > 1:
            yield Sum(found, found, pairs="none")
    for found in by(told, layer, lambda f: (f.where[0], f.figure.name, f.year)):
        if len({told[i].subject for i in found}) > 1:
            yield from _over_boards(told, _once(told, found))


_FEW = 8
"""Where more numbers nearly are the sum, nobody can tell which of them is."""


class _OtherNames:
    """A sum often has a name of its own: "in the whole city", "2014 and 2015".

    Of all that could be meant only what nearly adds up is looked at: what is far from the sum of
    the parts, whatever the hidden ones may be, tells nothing of them.
    """

    def __init__(
        self,
        told: Sequence[Stated],
        numbers: Sequence[Mapping[str, int]],
        most: int,
        secret: Collection[int],
    ) -> None:
        self.told = told
        self.numbers = numbers
        self.most = most
        self.secret = secret

    def sums(self, layer: Sequence[int]) -> Iterator[Sum]:
        """Over boards in a year, and over some years running of a board."""
        for found in self._kinds(layer, lambda f: f.year):
            for parts in self._names(found):
                for some in (parts, *_in_groups(self.told, parts)):
                    yield from self._near(found, some)
        for found in self._kinds(layer, lambda f: f.board):
            for parts in self._names(found):
                years = sorted({self.told[i].year for i in parts})
                for first, last in combinations(years, 2):
                    some = tuple(i for i in parts if first <= self.told[i].year <= last)
                    yield from self._near(found, some, last)

    def _kinds(
        self, layer: Sequence[int], key: Callable[[Stated], Hashable]
    ) -> Iterator[_ByNumber]:
        """The figures that count the same, where some of them may be hidden."""
        told = self.told
        for found in by(told, layer, lambda f: (f.where[0], f.figure.counts, key(f))):
            if any(told[i].figure.protected or i in self.secret for i in found):
                numbers = self.numbers
                yield _ByNumber(
                    found,
                    {k: sorted((numbers[i][k], i) for i in found if k in numbers[i]) for k in KEYS},
                )

    def _names(self, found: _ByNumber) -> Iterator[tuple[int, ...]]:
        """Those of each name: under each measure, and under all."""
        for same in by(self.told, found.figures, lambda f: f.figure.name):
            measures = by(self.told, same, lambda f: f.subject)
            for parts in dict.fromkeys((_once(self.told, same), *measures)):
                if len(parts) > 1:
                    yield parts

    def _near(self, found: _ByNumber, parts: tuple[int, ...], since: int = 0) -> Iterator[Sum]:
        told, numbers, most = self.told, self.numbers, self.most
        name = told[parts[0]].figure.name
        totals: set[int] = set()
        for total, part in ADDED:
            known = [n for i in parts if (n := numbers[i].get(part)) is not None]
            # Of a number that is missing only the sex that is told is known.
            lost = (numbers[i] for i in parts if part == VALUE and VALUE not in numbers[i])
            sexes = sum(n for numbers_known in lost for n in numbers_known.values())
            least = sum(n for n in known if n > most) + sexes
            largest = sum(known) + sexes + (len(parts) - len(known) + 1) * most
            for i in found.between(total, least, largest) if known else ():
                if told[i].figure.name != name and told[i].year >= since:
                    totals.add(i)
                    if len(totals) > _FEW:
                        return
        if totals:
            yield Sum(tuple(sorted(totals)), parts, pairs="none")


class _ByNumber(NamedTuple):
    """Figures, and their numbers in order under each key."""

    figures: tuple[int, ...]
    numbers: Mapping[str, list[tuple[int, int]]]

    def between(self, key: str, least: int, most: int) -> Iterator[int]:
        """The figures whose number lies between."""
        there = self.numbers[key]
        for at in range(bisect_left(there, (least,)), len(there)):
            if there[at][0] > most:
                return
            yield there[at][1]


def _once(told: Sequence[Stated], found: Sequence[int]) -> tuple[int, ...]:
    """Those without what a board says again of a year, under another measure."""
    return tuple(
        {(told[i].board, told[i].year, written(told[i].figure)): i for i in found}.values()
    )


def _over_boards(told: Sequence[Stated], found: tuple[int, ...]) -> Iterator[Sum]:
    """Any board may tell the sum for all, or for all of a group."""
    yield Sum(found, found, pairs="largest")
    for parts in _in_groups(told, found):
        yield Sum(found, parts, pairs="none")


def _in_groups(told: Sequence[Stated], found: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Those of each group of boards, where it is several and not all."""
    for group in sorted({g for i in found for g in told[i].groups}):
        parts = tuple(i for i in found if group in told[i].groups)
        if 1 < len(parts) < len(found):
            yield parts


def _over_years(told: Sequence[Stated], found: tuple[int, ...]) -> Iterator[Sum]:
    """A year's number may be what has come up to then."""
    earlier: tuple[int, ...] = ()
    for year in sorted({told[i].year for i in found}):
        then = tuple(i for i in found if told[i].year == year)
        if earlier:
            yield Sum(then, earlier)
        earlier += then


def written(figure: Figure) -> tuple[object, ...]:
    """What the file says: a number, a word, or nothing."""
    return tuple(getattr(figure, key) for key in KEYS)


def numbers_of(figure: Figure) -> dict[str, int]:
    """What is given, and what is left out or lost but can be worked out: it is as good as told."""
    found = {k: n for k in KEYS if isinstance(n := getattr(figure, k), int)}
    if "masked" not in written(figure):
        if WOMEN in found and MEN in found:
            found.setdefault(VALUE, found[WOMEN] + found[MEN])
        for sex, other in ((WOMEN, MEN), (MEN, WOMEN)):
            if sex in found and VALUE in found and found[VALUE] >= found[sex]:
                found.setdefault(other, found[VALUE] - found[sex])
    return found


def by(
    told: Sequence[Stated], of: Iterable[int], key: Callable[[Stated], Hashable]
) -> Iterable[tuple[int, ...]]:
    """Some of the figures, put together by what a key says of them."""
    found: dict[Hashable, list[int]] = {}
    for i in of:
        found.setdefault(key(told[i]), []).append(i)
    return [tuple(members) for members in found.values()]
