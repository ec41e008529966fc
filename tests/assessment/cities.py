"""Made-up figures of a city, with the sums that they really are: over boards, years, measures …"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from prostcli.assessment.sums import KEYS, MEN, VALUE, WOMEN, Stated
from prostcli.model.submissions import Figure
from tests.assessment.audit import Sum

THRESHOLD = 5
Numbers = dict[str, int]


class City(NamedTuple):
    """Figures as they are filed, what the numbers really are, and which are sums of which."""

    told: list[Stated]
    real: list[Numbers]
    sums: list[Sum]


def figure(
    value: object, women: object = None, men: object = None, name: str = "n", counts: str = "pupils"
) -> Figure:
    """A figure with what tests do not look at filled in."""
    return Figure.model_validate({
        "name": name, "label": "L", "value": value, "unit": "st", "counts": counts,
        "women": women, "men": men,
    })  # fmt: skip


def city(random: Random) -> City:
    """One to three names, each with one kind of sum: small numbers are many, and often masked."""
    made = _Making(random)
    for at in range(random.randrange(1, 4)):
        random.choice(_KINDS)(made, f"n{at}")
    return City(made.told, made.real, made.sums)


class _Making:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.told: list[Stated] = []
        self.real: list[Numbers] = []
        self.sums: list[Sum] = []
        self.boards = [f"b{i}" for i in range(random.randrange(2, 6))]
        self.years = range(2007, 2007 + random.randrange(1, 4))
        several = len(self.boards) > 3
        self.grouped = {*random.sample(self.boards, random.randrange(2, 4))} if several else set()

    @property
    def last(self) -> int:
        return self.years[-1]

    def measure(self) -> str:
        return f"m{self.random.randrange(2)}"

    def numbers(self, value: int | None = None) -> Numbers:
        draw = self.random
        if value is None:
            kind = draw.random()
            value = draw.randrange(
                *((0, 5) if kind < 0.35 else (5, 16) if kind < 0.6 else (0, 400))
            )
        few = draw.randint(0, min(value, 6))
        women = draw.choice((draw.randint(0, value), few, value - few))
        return {VALUE: value, WOMEN: women, MEN: value - women}

    def file(
        self, board: str, year: int, measure: str, name: str, real: Numbers | None = None
    ) -> int:
        """File a figure: some numbers masked, few missing; its number."""
        real = real or self.numbers()
        told: tuple[str, ...] = (VALUE,)
        if WOMEN in real:
            told = self.random.choice(((VALUE,), KEYS, KEYS, (VALUE, WOMEN), (VALUE, MEN)))
        filed: dict[str, object] = {}
        for key in told:
            chance = self.random.random()
            masked = real[key] < THRESHOLD and chance < 0.5
            filed[key] = "masked" if masked else "missing" if chance > 0.97 else real[key]
        at = len(self.told)
        where = (0, f"{board}/{year}", ("entries", measure, "figures", at))
        groups = frozenset("g" if board in self.grouped else "")
        this = figure(filed[VALUE], filed.get(WOMEN), filed.get(MEN), name)
        self.told.append(Stated(where, board, year, measure, this, groups))
        self.real.append(real if len(told) > 1 else {VALUE: real[VALUE]})
        return at

    def row(self, name: str, measure: str, year: int | None = None) -> list[int]:
        return [self.file(b, year or self.last, measure, name) for b in self.boards]

    def total(  # noqa: PLR0917  as `file`
        self, parts: Sequence[int], board: str, year: int, measure: str, name: str, of: str = ""
    ) -> None:
        """File a sum of others, or of one sex of others."""
        if of:
            real = self.numbers(sum(self.real[i][of] for i in parts))
        else:
            known = [k for k in KEYS if all(k in self.real[i] for i in parts)]
            real = {k: sum(self.real[i][k] for i in parts) for k in known}
        at = self.file(board, year, measure, name, real)
        for key in KEYS if not of else (VALUE,):
            if key in self.real[at] and all((of or key) in self.real[i] for i in parts):
                self.sums.append(Sum((at, key), tuple((i, of or key) for i in parts)))


def _boards(made: _Making, name: str) -> None:
    measure = made.measure()
    made.total(made.row(name, measure), "all", made.last, measure, name)


def _boards_but_one(made: _Making, name: str) -> None:
    measure = made.measure()
    parts = made.row(name, measure)
    parts += [made.file(b, made.last, measure, name) for b in ("x1", "x2")]
    made.total(parts[:-1], "all", made.last, measure, name)


def _group(made: _Making, name: str) -> None:
    measure = made.measure()
    parts = [i for i in made.row(name, measure) if made.told[i].groups]
    if parts:
        made.total(parts, "all", made.last, measure, name)


def _own_name(made: _Making, name: str) -> None:
    measure = made.measure()
    made.total(made.row(name, measure), "all", made.last, measure, f"{name}-staden")


def _up_to_a_year(made: _Making, name: str) -> None:
    measure, board = made.measure(), made.boards[0]
    parts = [made.file(board, year, measure, name) for year in made.years]
    if len(parts) > 1:
        made.total(parts, board, made.last + 1, measure, name)


def _some_years(made: _Making, name: str) -> None:
    measure, board = made.measure(), made.boards[0]
    parts = [made.file(board, year, measure, name) for year in made.years]
    if len(parts) > 1:
        made.total(parts[-2:], board, made.last, measure, f"{name}-ar")


def _boards_and_years(made: _Making, name: str) -> None:
    measure = made.measure()
    parts = [i for year in made.years for i in made.row(name, measure, year)]
    made.total(parts, "all", made.last + 1, measure, name)


def _measures(made: _Making, name: str) -> None:
    board = made.boards[0]
    parts = [made.file(board, made.last, f"m{k}", name) for k in range(made.random.randrange(2, 4))]
    made.total(parts, board, made.last, "m9", name)


def _entry(made: _Making, name: str) -> None:
    board, entry = made.boards[0], f"e-{name}"
    parts = [
        made.file(board, made.last, entry, f"{name}-{k}")
        for k in range(made.random.randrange(2, 4))
    ]
    made.total(parts, board, made.last, entry, name)


def _sex_of_an_entry(made: _Making, name: str) -> None:
    board, entry = made.boards[0], f"e-{name}"
    at = made.file(board, made.last, entry, name)
    if WOMEN in made.real[at]:
        sex = made.random.choice((WOMEN, MEN))
        made.total([at], board, made.last, entry, f"{name}-kon", of=sex)


def _sex_of_boards(made: _Making, name: str) -> None:
    measure = made.measure()
    parts = made.row(name, measure)
    if all(WOMEN in made.real[i] for i in parts):
        sex = made.random.choice((WOMEN, MEN))
        made.total(parts, "all", made.last, measure, name, of=sex)


def _said_again(made: _Making, name: str) -> None:
    measure, board = made.measure(), made.boards[0]
    at = made.file(board, made.last, measure, name)
    made.total([at], board, made.last, "m8", name)


def _no_sum(made: _Making, name: str) -> None:
    made.row(name, made.measure())


_KINDS = (
    _boards, _boards_but_one, _group, _own_name, _up_to_a_year, _some_years, _boards_and_years,
    _measures, _entry, _sex_of_an_entry, _sex_of_boards, _said_again, _no_sum,
)  # fmt: skip
