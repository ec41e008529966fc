"""The programme as known on a date: what has been decided by then, and what things are called.

Decisions in mid-term change it: a measure is added, gets another text or ends, is given to a board
or is written off. Each is known from the day of its decision and holds from a day of its own.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from prostcli.model.boards import Board
from prostcli.model.fields import BoardOrGroup
from prostcli.model.material import Filed, Material
from prostcli.model.obligations import Obligation
from prostcli.model.programme import Amendment, Assignment, WriteOff
from prostcli.source import Place


class Held(NamedTuple):
    """An amendment, an assignment or a write-off that has been decided."""

    decided: date
    start: date
    """The first day that it holds."""
    place: Place


class Wording(NamedTuple):
    """A text that a measure has or has had."""

    text: str
    start: date | None = None
    """The first day of it; None: as the programme was adopted."""
    decided: date | None = None
    place: Place | None = None
    """Where the amendment stands; None: the measure's own text."""
    decision: str = ""
    """Id of the decision that gave it."""


def days(material: Material, as_of: date) -> dict[str, date]:
    """The decisions taken by then, and their days. A proposal is none, nor one without a day."""
    return {
        d.id: d.date
        for d in material.programme.decisions
        if d.status == "decided" and d.date is not None and d.date <= as_of
    }


def amendments(material: Material, as_of: date) -> Iterator[tuple[Amendment, Held]]:
    """The amendments in mid-term that have been decided, in the file's order."""
    taken = days(material, as_of)
    for index, found in enumerate(material.programme.amendments):
        if found.start is not None and found.decision in taken:
            place = material.programme_file.place("amendments", index)
            yield found, Held(taken[found.decision], found.start, place)


def assignments(material: Material, as_of: date) -> Iterator[tuple[Assignment, Held]]:
    """The assignments that have been decided, in the file's order."""
    taken = days(material, as_of)
    for index, found in enumerate(material.programme.assignments):
        if found.decision in taken:
            decided = taken[found.decision]
            place = material.programme_file.place("assignments", index)
            yield found, Held(decided, found.start or decided, place)


def write_offs(material: Material, as_of: date) -> Iterator[tuple[WriteOff, Held]]:
    """The write-offs that have been decided, in the file's order."""
    taken = days(material, as_of)
    for index, found in enumerate(material.programme.write_offs):
        if found.decision in taken:
            decided = taken[found.decision]
            place = material.programme_file.place("write_offs", index)
            yield found, Held(decided, found.start or decided, place)


def covered(material: Material, to: BoardOrGroup) -> Iterator[Board]:
    """The boards that are meant."""
    if to.group is not None:
        yield from material.members(to.group)
    elif to.board in material.boards:
        yield material.boards[to.board]


def covered_by(material: Material, off: WriteOff) -> Iterator[str]:
    """The boards that a write-off frees of its measures: all of them where it names none."""
    if not off.boards:
        yield from material.boards
    for name in off.boards:
        if name in material.boards:
            yield name
        elif name in material.groups:
            yield from (board.id for board in material.members(name))


def wordings(material: Material, obligation: str, as_of: date) -> tuple[Wording, ...]:
    """The texts of a measure that are decided by then, the oldest first. They hold in turn."""
    _, index = material.obligation_place[obligation]
    adopted = material.obligations_file.value.obligations[int(index)].text
    later = sorted(
        (
            Wording(amendment.text, held.start, held.decided, held.place, amendment.decision)
            for amendment, held in amendments(material, as_of)
            if amendment.change == "replace"
            and amendment.obligation == obligation
            and amendment.text is not None
        ),
        key=lambda w: (w.start, w.decided),
    )
    return (Wording(adopted), *later)


def in_force(texts: tuple[Wording, ...], day: date, by: date | None = None) -> Wording:
    """The text that held on a day, of those that had been decided by another."""
    return [
        w
        for w in texts
        if (w.start is None or w.start <= day)
        and (by is None or w.decided is None or w.decided <= by)
    ][-1]


def wordings_in(material: Material, obligation: str, year: int, as_of: date) -> tuple[Wording, ...]:
    """The texts of a measure that hold on any day of the year that the programme covers.

    The oldest first; the last is the one that the year ends with.
    """
    first, last = material.programme.term.within(year)
    texts = wordings(material, obligation, as_of)
    return tuple(
        w
        for w, replaced in zip_longest(texts, (w.start for w in texts[1:]))
        if (w.start is None or w.start <= last) and (replaced is None or first < replaced)
    )


def known_on(material: Material, as_of: date) -> Material:
    """The material as it was known that day.

    Measures that a later decision adds are not there, texts are those in force, and boards have
    their names of the day. What stands where in the files is not touched.
    """
    changed = list(amendments(material, as_of))
    mid_term = {a.id for a in material.programme.amendments if a.start is not None}
    decided = {a.id for a, _ in changed}
    replaced = {a.obligation for a, _ in changed if a.change == "replace"}

    def known(obligation: Obligation) -> Obligation:
        if obligation.id not in replaced:
            return obligation
        text = in_force(wordings(material, obligation.id, as_of), as_of).text
        return obligation.model_copy(update={"text": text})

    measures = tuple(
        known(o)
        for o in material.obligations
        if o.amendment not in mid_term or o.amendment in decided
    )
    register = material.register
    if any(n.short for b in register.boards for n in b.names):
        boards = tuple(b.model_copy(update={"short": b.short_on(as_of)}) for b in register.boards)
        register = register.model_copy(update={"boards": boards})
    return replace(
        material, register_file=Filed(material.register_file.path, register), known=measures
    )
