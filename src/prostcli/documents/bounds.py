"""What a template of somebody's own may cost: steps, characters, depth and time, counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from time import monotonic
from typing import Literal, TypeAlias, TypeVar

from jinja2 import TemplateError

STEPS = 5_000_000
"""Turns of loops, calls, filters and values written in one filling. The tool's own templates take
some 40,000 for the review of a city with nine boards."""
CHARACTERS = 100_000_000
"""Made in one filling, whatever becomes of them."""
SECONDS = 120.0
"""For one filling, on a computer that is slower than the steps take for granted."""
DEPTH = 40
"""Of calls within calls."""
LARGEST = 10**15
"""What a number may come to: all that a template counts is far below."""
HELD = 100_000
"""Of what a list of the template's own holds, and the lists in it."""

Overrun: TypeAlias = Literal["steps", "characters", "time", "depth", "number", "held"]
T = TypeVar("T")


class OverrunError(TemplateError):
    """A template has cost more than it may."""

    def __init__(self, what: Overrun) -> None:
        super().__init__(what)
        self.what = what


class Meter:
    """Counts what one filling costs. Steps and characters are the same on every computer."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Count from nothing again."""
        self.steps = self.characters = self.depth = 0
        self._until = monotonic() + SECONDS

    def step(self) -> None:
        """Count a step, and look at the clock: no single step takes long."""
        self.steps += 1
        if self.steps > STEPS:
            raise OverrunError("steps")
        if monotonic() > self._until:
            raise OverrunError("time")

    def room(self, characters: int) -> None:
        """Count characters that are about to be made."""
        self.characters += characters
        if self.characters > CHARACTERS:
            raise OverrunError("characters")

    def each(self, values: Iterable[T]) -> Iterator[T]:
        """The values, each counted when it is asked for."""
        for value in values:
            self.step()
            yield value

    def deeper(self) -> None:
        """Count a call within a call; it is left by taking one from `depth`."""
        self.depth += 1
        if self.depth > DEPTH:
            raise OverrunError("depth")

    def number(self, value: T) -> T:
        """A number that is not too large to go on with."""
        if isinstance(value, int) and abs(value) > LARGEST:
            raise OverrunError("number")
        return value

    def hold(self, values: T) -> T:
        """A list, tuple or dictionary that is not too large, with what it holds."""
        if _size(values, HELD) > HELD:
            raise OverrunError("held")
        return values


def text_of(value: object) -> str:
    """A text or a number as a text. What holds others is none: it could be without end."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float | date):
        return str(value)
    raise TypeError(f"not a text: {type(value).__name__}")


def _size(values: object, most: int) -> int:
    """How much a list holds, and the lists in it; it is not counted much beyond the most."""
    count = 0
    parts = values.values() if isinstance(values, dict) else values
    assert isinstance(parts, Iterable)  # noqa: S101  so called
    for part in parts:
        count += 1
        if type(part) in (list, tuple, dict):
            count += _size(part, most - count)
        if count > most:
            break
    return count
