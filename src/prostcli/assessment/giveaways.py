"""Which numbers give a hidden one away, and what to hide.

A number is hidden where it is small, where its board has masked it, and where a hidden one could be
worked out from it. What is hidden only grows, until no sum that is looked at (`sums.py`) gives
anything away. Why so, and what is not defended: `docs/decisions/0036-small-numbers.md`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeAlias

from prostcli.assessment.sums import (
    ADDED,
    KEYS,
    MEN,
    VALUE,
    WOMEN,
    Stated,
    Sum,
    by,
    numbers_of,
    sums,
    written,
)
from prostcli.model.submissions import Figure

Cell: TypeAlias = tuple[int, str]
"""One number: which figure, and which of its keys."""


class Masks:
    """What is hidden, decided when it is made."""

    def __init__(self, told: Sequence[Stated], threshold: int) -> None:
        self.told = told
        self.threshold = threshold
        self.most = max(threshold, 1) - 1
        """The largest small number. What a board masks is taken to be small too."""
        self.numbers = [numbers_of(f.figure) for f in told]
        self.lost = [_lost(f.figure, n) for f, n in zip(told, self.numbers, strict=True)]
        self.hidden: list[set[str]] = [set() for _ in told]
        self.looked = 0
        """How many numbers have been looked at, counting again: what it costs."""
        self._checks: list[_Check] = [*_Sexes.of(told), *_Copies.of(told), *_Versions.of(told)]
        secret = {i for i in range(len(told)) if any(self.hidden_from_the_start(i))}
        self._checks += map(_Adding, sums(told, self.numbers, self.most, secret))
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
            if self.lost[i]:
                for at in self._of[i]:
                    self._ask(at)
        while self._due:  # small groups first, so that a large one is looked at when they are done
            _, at = heappop(self._due)
            self._waiting.discard(at)
            self.looked += self._sizes[at]
            for i, key in tuple(self._checks[at].reveals(self)):
                self._hide(i, key)

    def hidden_from_the_start(self, i: int) -> Iterator[str]:
        """The keys of what is small, masked or withheld by itself."""
        told, numbers = self.told[i], self.numbers[i]
        said = dict(zip(KEYS, written(told.figure), strict=True))
        sexes = (WOMEN, MEN) if said[WOMEN] is not None or said[MEN] is not None else ()
        for key in KEYS:
            small = told.figure.protected and numbers.get(key, self.threshold) < self.threshold
            # Where one sex is told of and something is masked, the other is there, and unknown.
            unsaid = key in sexes and key not in numbers and "masked" in said.values()
            if small or said[key] == "masked" or told.withheld or unsaid:
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
        for found in by(told, range(len(told)), lambda f: (f.board, f.year, f.figure.name)):
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
        for found in by(told, range(len(told)), cls._subject):
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
class _Adding:
    """Figures of which one may be the sum of others."""

    sum: Sum

    @property
    def members(self) -> tuple[int, ...]:
        """The figures that it is about."""
        return self.sum.members

    def reveals(self, masks: Masks) -> Iterator[Cell]:
        if not any(masks.hidden[i] or masks.lost[i] for i in self.members):
            return
        there = {key for i in self.members for key in masks.numbers[i]}
        found = {key: _Parts(masks, self.sum, key) for key in there}
        for total, part in ADDED:
            if total not in there or part not in there:
                continue
            parts = found[part]
            largest = max((masks.numbers[i].get(total, 0) for i in self.sum.totals), default=0)
            for i in self.sum.totals:
                number = masks.numbers[i].get(total)
                if number is None:
                    continue
                paired = total == part and (
                    self.sum.pairs == "all" or (self.sum.pairs == "largest" and number == largest)
                )
                if total not in masks.hidden[i]:
                    if parts.give_away(i, number, paired=paired):
                        yield i, total
                elif number > masks.most:
                    at = parts.adding_up(i, number, paired=paired)
                    if at is not None:
                        yield at, part


class _Known(NamedTuple):
    """What can be known of a hidden number: between what it lies."""

    low: int
    high: int | None
    """None: only that it is not small."""
    number: int | None
    """What it is, where it is not small."""
    lost: bool = False
    """Whether nobody hides it, and nobody has it: the files say that it is missing."""


class _Parts:
    """The numbers under one key of some figures, of which others may be the sum."""

    def __init__(self, masks: Masks, group: Sum, key: str) -> None:
        self.key = key
        self.most = masks.most
        self.close = group.close
        self.own = {i: n for i in group.parts if (n := masks.shown(i, key)) is not None}
        self.order = sorted((n, i) for i, n in self.own.items())
        self.shown = [n for n, _ in self.order]
        self.total = sum(self.shown)
        self.secrets = {
            i: _known(masks, i, key)
            for i in group.parts
            if key in masks.hidden[i] or key in masks.lost[i]
        }
        self.low = sum(s.low for s in self.secrets.values())
        self.high = sum(s.high or 0 for s in self.secrets.values())
        self.boundless = sum(s.high is None for s in self.secrets.values())
        self.lost = sum(s.lost for s in self.secrets.values())
        self.small = sum(s.number is None and not s.lost for s in self.secrets.values())
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
        own_small = mine is not None and mine.number is None and not mine.lost
        few = self.close or self.small > own_small
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
        low, high, boundless, lost = self.low, self.high, self.boundless, self.lost
        if mine is not None:
            low, high = low - mine.low, high - (mine.high or 0)
            boundless -= mine.high is None
            lost -= mine.lost
        if count and boundless == lost:
            yield low, low + self.most
            if not lost:
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
    number, whole = masks.numbers[i].get(key), masks.shown(i, VALUE)
    if key in masks.lost[i]:
        told = [n for sex in (WOMEN, MEN) if (n := masks.shown(i, sex)) is not None]
        return _Known(sum(told), None, None, lost=True)
    if key != VALUE and whole is not None and _left_out(masks.told[i].figure, key):
        return _Known(max(whole - masks.most, 0), whole, None)
    if number is None or number <= masks.most:
        return _Known(0, masks.most, None)
    if key != VALUE and whole is not None and 0 <= whole - number <= masks.most:
        return _Known(whole - masks.most, whole, number)
    return _Known(0, None, number)


def _left_out(figure: Figure, sex: str) -> bool:
    """Whether a sex is not told of, beside one that the board has masked: all less some few."""
    other = figure.men if sex == WOMEN else figure.women
    return getattr(figure, sex) is None and other == "masked"


def _lost(figure: Figure, numbers: Mapping[str, int]) -> frozenset[str]:
    """The keys of numbers that are missing, of what is protected: a sum could bring them back."""
    if not figure.protected:
        return frozenset()
    return frozenset(k for k in KEYS if getattr(figure, k) == "missing" and k not in numbers)
