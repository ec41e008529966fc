"""The files that a document rests on, numbered, so that each statement can bear a short mark."""

from __future__ import annotations

from typing import NamedTuple

from prostcli.model.material import Material
from prostcli.source import Locate, Place


class Source(NamedTuple):
    """A place in a file: `K12:7` is line 7 of the file that the list gives number 12."""

    number: int
    line: int
    path: str


def label(source: Source) -> str:
    """The mark without its brackets."""
    return f"K{source.number}:{source.line}"


def anchor(source: Source) -> str:
    """The name of the file's place in the list."""
    return f"k{source.number}"


def where(source: Source) -> str:
    """The place as it is told in a terminal."""
    return f"{source.path}:{source.line}"


class Sources:
    """Gives out marks. The numbers follow the files' own order and not the order of use."""

    def __init__(self, material: Material, locate: Locate) -> None:
        self._locate = locate
        self.paths = _paths(material)
        self._number = {path: at for at, path in enumerate(self.paths, 1)}
        self._given: dict[Place, Source] = {}

    def __call__(self, place: Place) -> Source:
        """The mark of a place."""
        source = self._given.get(place)
        if source is None:
            source = Source(self._number[place.path], self._locate(place).line, place.path)
            self._given[place] = source
        return source

    def number(self, path: str) -> int:
        """A file's number in the list."""
        return self._number[path]

    @property
    def used(self) -> tuple[Source, ...]:
        """Every mark given out, in order."""
        return tuple(sorted(set(self._given.values())))


def _paths(material: Material) -> tuple[str, ...]:
    """The programme's files, then what each board submitted, in the register's order."""
    order = material.board_order
    slots = [*(s.slot for s in material.submitted), *material.refused]
    slots.sort(key=lambda s: (order.get(s.board, len(order)), s.board, s.year, s.path))
    return tuple(dict.fromkeys([*material.programme_paths, *(s.path for s in slots)]))
