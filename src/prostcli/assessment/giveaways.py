"""Which numbers give a hidden one away: the sums that figures may be parts of, and what to hide.

A number is hidden where it is small, where its board has masked it, and where a hidden one could be
worked out from it. What is hidden only grows, until no sum that is looked at gives anything away.
Which sums, why these, and what is not defended: `docs/decisions/0036-small-numbers.md`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations, pairwise
from typing import Literal, NamedTuple, Protocol, TypeAlias

from prostcli.model.submissions import Figure
from prostcli.source import Pointer

VALUE, WOMEN, MEN = KEYS = ("value", "women", "men")

Where: TypeAlias = tuple[int, str, Pointer]
"""Which of the states that are told together, the path, and the way to the figure."""
Cell: TypeAlias = tuple[int, str]
"""One number: which figure, and which of its keys."""

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


class Masks:
    """What is hidden, decided when it is made."""

    def __init__(self, told: Sequence[Stated], threshold: int) -> None:
        self.told = told
        self.threshold = threshold
        self.most = max(threshold, 1) - 1
        """The largest small number. What a board masks is taken to be small too."""
        self.numbers = [_numbers(f.figure) for f in told]
        self.hidden: list[set[str]] = [set() for _ in told]
        self.looked = 0
        """How many numbers have been looked at, counting again: what it costs."""
        self._checks: list[_Check] = [*_Sexes.of(told), *_Copies.of(told), *_Versions.of(told)]
        self._checks += _sums(self)
        self._of: list[list[int]] = [[] for _ in told]
        self._sizes: list[int] = []
        for at, check in enumerate(self._checks):
            members = {*check.members}
            self._sizes.append(len(members))
            for i in members:
                self._of[i].append(at)
        self._due: list[tuple[int, int]] = []
        self._waiting: set[int] = set()
        self._settle()

    def shown(self, i: int, key: str) -> int | None:
        """The number, where it is shown."""
        return None if key in self.hidden[i] else self.numbers[i].get(key)

    def _settle(self) -> None:
        for i in range(len(self.told)):
            for key in self.hidden_from_the_start(i):
                self._hide(i, key)
        while self._due:  # small groups first, so that a large one is looked at when they are done
            _, at = heappop(self._due)
            self._waiting.discard(at)
            self.looked += self._sizes[at]
            for i, key in tuple(self._checks[at].reveals(self)):
                self._hide(i, key)

    def hidden_from_the_start(self, i: int) -> Iterator[str]:
        """The keys of what is small, masked or withheld by itself."""
        told, numbers = self.told[i], self.numbers[i]
        written = dict(zip(KEYS, _written(told.figure), strict=True))
        sexes = (WOMEN, MEN) if written[WOMEN] is not None or written[MEN] is not None else ()
        for key in KEYS:
            small = told.figure.protected and numbers.get(key, self.threshold) < self.threshold
            # Where one sex is told of and something is masked, the other is there, and unknown.
            unsaid = key in sexes and key not in numbers and "masked" in written.values()
            if small or written[key] == "masked" or told.withheld or unsaid:
                yield key

    def _hide(self, i: int, key: str) -> None:
        if key not in self.hidden[i]:
            self.hidden[i].add(key)
            for at in self._of[i]:
                self._ask(at)

    def _ask(self, at: int) -> None:
        if at not in self._waiting:
            self._waiting.add(at)
            heappush(self._due, (self._sizes[at], at))


class _Check(Protocol):
    """Numbers of which some may give others away."""

    @property
    def members(self) -> Collection[int]:
        """The figures that it is about."""

    def reveals(self, masks: Masks) -> Iterable[Cell]:
        """What has to be hidden too."""


@dataclass(frozen=True, slots=True)
class _Sexes:
    """One figure: all are the women and the men together."""

    members: tuple[int]

    @classmethod
    def of(cls, told: Sequence[Stated]) -> Iterator[_Sexes]:
        for i, f in enumerate(told):
            if f.figure.women is not None or f.figure.men is not None:
                yield cls((i,))

    def reveals(self, masks: Masks) -> Iterator[Cell]:
        (i,) = self.members
        if not masks.hidden[i]:
            return
        shown = [k for k in masks.numbers[i] if k not in masks.hidden[i]]
        given = [k for k in shown if isinstance(getattr(masks.told[i].figure, k), int)]
        if len(given) == 2:  # noqa: PLR2004  of two the third is known
            yield from ((i, key) for key in given if key != VALUE)
        # What could be worked out of two that were shown can be no more.
        yield from ((i, key) for key in shown if key not in given)


@dataclass(frozen=True, slots=True)
class _Copies:
    """A figure under one name, of one board and year: under several measures, or corrected."""

    members: tuple[int, ...]

    @classmethod
    def of(cls, told: Sequence[Stated]) -> Iterator[_Copies]:
        for found in _by(told, range(len(told)), lambda f: (f.board, f.year, f.figure.name)):
            if len(found) > 1:
                yield cls(found)

    def reveals(self, masks: Masks) -> Iterator[Cell]:
        """The same number; beside one that the board has masked, any."""
        for key in KEYS:
            secret = {masks.numbers[i].get(key) for i in self.members if key in masks.hidden[i]}
            for i in self.members:
                number = masks.shown(i, key)
                if number is not None and (number in secret or None in secret):
                    yield i, key


@dataclass(frozen=True, slots=True)
class _Versions:
    """What a board says of a measure and a year in one file and in another, or now and before."""

    members: tuple[int, ...]

    @classmethod
    def of(cls, told: Sequence[Stated]) -> Iterator[_Versions]:
        for found in _by(told, range(len(told)), cls._subject):
            if len({told[i].where[:2] for i in found}) > 1:
                yield cls(found)

    @staticmethod
    def _subject(figure: Stated) -> Hashable:
        return figure.board, figure.year, figure.subject, figure.figure.counts

    def reveals(self, masks: Masks) -> Iterator[Cell]:
        """Two versions of a number that differ by a small one, where something is hidden."""
        if not any(masks.hidden[i] for i in self.members):
            return
        found: dict[tuple[str, str], dict[int, list[int]]] = {}
        for i in self.members:
            for key in KEYS:
                number = masks.shown(i, key)
                if number is not None:
                    same = found.setdefault((masks.told[i].figure.name, key), {})
                    same.setdefault(number, []).append(i)
        for (_, key), same in found.items():
            for less, more in pairwise(sorted(same)):
                if more - less <= masks.most:
                    yield from ((i, key) for i in (*same[less], *same[more]))


@dataclass(frozen=True, slots=True)
class _Sum:
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

    def reveals(self, masks: Masks) -> Iterator[Cell]:
        if not any(masks.hidden[i] for i in self.members):
            return
        there = {key for i in self.members for key in masks.numbers[i]}
        found = {key: _Parts(masks, self, key) for key in there}
        for total, part in _ADDED:
            if total not in there or part not in there:
                continue
            parts = found[part]
            largest = max((masks.numbers[i].get(total, 0) for i in self.totals), default=0)
            for i in self.totals:
                number = masks.numbers[i].get(total)
                if number is None:
                    continue
                paired = total == part and (
                    self.pairs == "all" or (self.pairs == "largest" and number == largest)
                )
                if total not in masks.hidden[i]:
                    if parts.give_away(i, number, paired=paired):
                        yield i, total
                elif number > masks.most:
                    at = parts.adding_up(i, number, paired=paired)
                    if at is not None:
                        yield at, part


_ADDED = ((VALUE, VALUE), (WOMEN, WOMEN), (MEN, MEN), (VALUE, WOMEN), (VALUE, MEN))
"""The key of a total and of its parts. All less the men of the others: where the women are few."""


class _Known(NamedTuple):
    """What can be known of a hidden number: between what it lies."""

    low: int
    high: int | None
    """None: only that it is not small."""
    number: int | None
    """What it is, where it is not small."""


class _Parts:
    """The numbers under one key of some figures, of which others may be the sum."""

    def __init__(self, masks: Masks, group: _Sum, key: str) -> None:
        self.key = key
        self.most = masks.most
        self.close = group.close
        self.own = {i: n for i in group.parts if (n := masks.shown(i, key)) is not None}
        self.order = sorted((n, i) for i, n in self.own.items())
        self.shown = [n for n, _ in self.order]
        self.total = sum(self.shown)
        self.secrets = {i: _known(masks, i, key) for i in group.parts if key in masks.hidden[i]}
        self.low = sum(s.low for s in self.secrets.values())
        self.high = sum(s.high or 0 for s in self.secrets.values())
        self.boundless = sum(s.high is None for s in self.secrets.values())
        self.small = sum(s.number is None for s in self.secrets.values())
        self.large = Counter(s.number for s in self.secrets.values() if s.number is not None)

    def give_away(self, i: int, number: int, *, paired: bool) -> bool:
        """Whether a total that is shown leaves too little, or just what is hidden.

        Less all the others, less all but one, and, paired, less any one.
        """
        mine = self.secrets.get(i)
        count = len(self.secrets) - (mine is not None)
        if not count and not self.close:
            return False
        own = self.own.get(i)
        others = len(self.shown) - (own is not None)
        if others + count < 2 and not self.close:  # noqa: PLR2004  one part is no sum
            return False
        less = number - self.total + (own or 0)
        spans = [*self._spans(count, mine)]
        few = self.close or self.small > (mine is not None and mine.number is None)
        if others and few:
            spans.append((0, self.most))
        if any(a <= less <= b for a, b in spans) or (others and self._is_large(less, mine)):
            return True
        # Of three parts two are left, which is a pair. Where even the largest part is less than
        # what lacks, leaving one out is no help.
        several = others > 1 and (others + count > 3 or paired)  # noqa: PLR2004  as said above
        wanted: list[tuple[int, int]] = []
        if several and less + self.shown[-1] >= 0:
            wanted += ((a - less, b - less) for a, b in spans)
            wanted += ((n - less, n - less) for n in self.large if self._is_large(n, mine))
        if paired:
            wanted += [(number - self.most, number)] if few else []
            wanted += ((number - n, number - n) for n in self.large if self._is_large(n, mine))
        return any(self._holds(a, b, own) for a, b in wanted)

    def _is_large(self, number: int, mine: _Known | None) -> bool:
        """Whether a hidden number that is not small, other than the total's own, is just that."""
        return self.large[number] > (mine is not None and mine.number == number)

    def _spans(self, count: int, mine: _Known | None) -> Iterator[tuple[int, int]]:
        """What is left, from and to, that would say something of a hidden number.

        With several hidden, what is left between says nothing of any of them: each may still be any
        small number, even if one has nothing to do with the total.
        """
        low, high, boundless = self.low, self.high, self.boundless
        if mine is not None:
            low, high = low - mine.low, high - (mine.high or 0)
            boundless -= mine.high is None
        if count and not boundless:
            yield low, low + self.most
            yield max(low, high - 2 * self.most + 1), high

    def _holds(self, least: int, most: int, own: int | None) -> bool:
        """Whether a part that is shown, other than the total itself, lies between."""
        there = bisect_right(self.shown, most) - bisect_left(self.shown, least)
        return there > (own is not None and least <= own <= most)

    def adding_up(self, i: int, number: int, *, paired: bool) -> int | None:
        """The largest of the shown parts that make up a hidden total: all, all but one, or two.

        One part that is the same number is no sum.
        """
        own = self.own.get(i)
        count = len(self.shown) - (own is not None)
        over = self.total - (own or 0) - number
        if count > 1 and over == 0:
            return next(at for _, at in reversed(self.order) if at != i)
        if count > 2 and self._holds(over, over, own):  # noqa: PLR2004  one left out is no sum
            larger = ((n, at) for n, at in reversed(self.order) if at != i)
            first, second = next(larger), next(larger)
            return second[1] if first[0] == over else first[1]
        there = Counter(self.shown if paired else ())
        for n, at in reversed(self.order if paired else ()):
            rest = number - n
            if rest > n:
                break
            if at != i and there[rest] > (rest == own) + (rest == n):
                return at
        return None


def _known(masks: Masks, i: int, key: str) -> _Known:
    number = masks.numbers[i].get(key)
    if number is None or number <= masks.most:
        return _Known(0, masks.most, None)
    whole = masks.shown(i, VALUE) if key != VALUE else None
    if whole is not None and 0 <= whole - number <= masks.most:
        return _Known(whole - masks.most, whole, number)
    return _Known(0, None, number)


def _sums(masks: Masks) -> Iterator[_Sum]:
    """Everything that is looked at as a sum."""
    told, others = masks.told, _OtherNames(masks)
    every = range(len(told))
    for found in _by(told, every, lambda f: (f.where[:2], f.where[2][:2], f.figure.counts)):
        if len(found) > 1:
            yield _Sum(found, found, close=True)
    met: set[_Sum] = set()
    for standing in sorted({f.standing for f in told} - {BESIDE}):
        # What is decided is told together; so is that and what is received; so is that and drafts.
        layer = [i for i in every if told[i].standing <= standing]
        for group in (*_over_reports(told, layer), *others.sums(layer)):
            if group not in met:
                met.add(group)
                yield group


def _over_reports(told: Sequence[Stated], layer: Sequence[int]) -> Iterator[_Sum]:
    """Over measures, boards and years, always in one state of the files."""
    for found in _by(told, layer, lambda f: (f.where[0], f.board, f.year, f.figure.name)):
        distinct = tuple({_written(told[i].figure): i for i in found}.values())
        if len(distinct) > 1:
            yield _Sum(distinct, distinct)
    for found in _by(told, layer, lambda f: (f.where[0], f.subject, f.figure.name, f.year)):
        if len(found) > 1:
            yield from _over_boards(told, found)
    for found in _by(told, layer, lambda f: (f.where[0], f.subject, f.figure.name, f.board)):
        yield from _over_years(told, found)
    for found in _by(told, layer, lambda f: (f.where[0], f.subject, f.figure.name)):
        if len({told[i].year for i in found}) > 1:
            yield _Sum(found, found, pairs="none")
    for found in _by(told, layer, lambda f: (f.where[0], f.figure.name, f.year)):
        if len({told[i].subject for i in found}) > 1:
            yield from _over_boards(told, _once(told, found))


_FEW = 8
"""Where more numbers nearly are the sum, nobody can tell which of them is."""


class _OtherNames:
    """A sum often has a name of its own: "in the whole city", "2014 and 2015".

    Of all that could be meant only what nearly adds up is looked at: what is far from the sum of
    the parts, whatever the hidden ones may be, tells nothing of them.
    """

    def __init__(self, masks: Masks) -> None:
        self.masks = masks
        self.told = masks.told

    def sums(self, layer: Sequence[int]) -> Iterator[_Sum]:
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
        for found in _by(told, layer, lambda f: (f.where[0], f.figure.counts, key(f))):
            if any(
                told[i].figure.protected or any(self.masks.hidden_from_the_start(i)) for i in found
            ):
                numbers = self.masks.numbers
                yield _ByNumber(
                    found,
                    {k: sorted((numbers[i][k], i) for i in found if k in numbers[i]) for k in KEYS},
                )

    def _names(self, found: _ByNumber) -> Iterator[tuple[int, ...]]:
        """Those of each name: under each measure, and under all."""
        for same in _by(self.told, found.figures, lambda f: f.figure.name):
            measures = _by(self.told, same, lambda f: f.subject)
            for parts in dict.fromkeys((_once(self.told, same), *measures)):
                if len(parts) > 1:
                    yield parts

    def _near(self, found: _ByNumber, parts: tuple[int, ...], since: int = 0) -> Iterator[_Sum]:
        told, numbers, most = self.told, self.masks.numbers, self.masks.most
        name = told[parts[0]].figure.name
        totals: set[int] = set()
        for total, part in _ADDED:
            known = [n for i in parts if (n := numbers[i].get(part)) is not None]
            least = sum(n for n in known if n > most)
            largest = sum(known) + (len(parts) - len(known) + 1) * most
            for i in found.between(total, least, largest) if known else ():
                if told[i].figure.name != name and told[i].year >= since:
                    totals.add(i)
                    if len(totals) > _FEW:
                        return
        if totals:
            yield _Sum(tuple(sorted(totals)), parts, pairs="none")


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
        {(told[i].board, told[i].year, _written(told[i].figure)): i for i in found}.values()
    )


def _over_boards(told: Sequence[Stated], found: tuple[int, ...]) -> Iterator[_Sum]:
    """Any board may tell the sum for all, or for all of a group."""
    yield _Sum(found, found, pairs="largest")
    for parts in _in_groups(told, found):
        yield _Sum(found, parts, pairs="none")


def _in_groups(told: Sequence[Stated], found: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Those of each group of boards, where it is several and not all."""
    for group in sorted({g for i in found for g in told[i].groups}):
        parts = tuple(i for i in found if group in told[i].groups)
        if 1 < len(parts) < len(found):
            yield parts


def _over_years(told: Sequence[Stated], found: tuple[int, ...]) -> Iterator[_Sum]:
    """A year's number may be what has come up to then."""
    earlier: tuple[int, ...] = ()
    for year in sorted({told[i].year for i in found}):
        then = tuple(i for i in found if told[i].year == year)
        if earlier:
            yield _Sum(then, earlier)
        earlier += then


def _written(figure: Figure) -> tuple[object, ...]:
    return tuple(getattr(figure, key) for key in KEYS)


def _numbers(figure: Figure) -> dict[str, int]:
    """What is given, and what is left out or lost but can be worked out: it is as good as told."""
    found = {k: n for k in KEYS if isinstance(n := getattr(figure, k), int)}
    if "masked" not in _written(figure):
        if WOMEN in found and MEN in found:
            found.setdefault(VALUE, found[WOMEN] + found[MEN])
        for sex, other in ((WOMEN, MEN), (MEN, WOMEN)):
            if sex in found and found.get(VALUE, 0) >= found[sex]:
                found.setdefault(other, found[VALUE] - found[sex])
    return found


def _by(
    told: Sequence[Stated], of: Iterable[int], key: Callable[[Stated], Hashable]
) -> Iterable[tuple[int, ...]]:
    found: dict[Hashable, list[int]] = {}
    for i in of:
        found.setdefault(key(told[i]), []).append(i)
    return [tuple(members) for members in found.values()]
