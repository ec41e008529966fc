"""What a board, a measure, a section or a status may be called on the command line.

By its id, or by a label that the tool shows for it: in either language, in capitals or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from prostcli.errors import ProstError
from prostcli.language import LANGUAGES, language

if TYPE_CHECKING:
    from prostcli.model.material import Material

Labels: TypeAlias = Mapping[str, Iterable[str]]
"""By id: what else it may be called."""


def meant(given: Iterable[str], labels: Labels, code: str, key: str) -> tuple[str, ...]:
    """The ids of what was asked for. A label that several share stands for all of them.

    `ProstError` of that code, with the value under that key, where a value is neither.
    """
    from prostcli.rules.rule import near

    found: list[str] = []
    for value in given:
        ids = _called(value, labels)
        if not ids:
            known = [*labels, *(word for words in labels.values() for word in words)]
            raise ProstError(code, **{key: value, "near": near(value, known), "known": [*labels]})
        found += ids
    return tuple(dict.fromkeys(found))


def shared(given: Iterable[str], labels: Labels) -> dict[tuple[str, ...], str]:
    """Where a label stands for several ids: these, and the first label that was given for them."""
    found: dict[tuple[str, ...], str] = {}
    for value in given:
        ids = _called(value, labels)
        if len(ids) > 1:
            found.setdefault(ids, value)
    return found


def both(sides: Iterable[Labels]) -> Labels:
    """Those of several states together."""
    found: dict[str, list[str]] = {}
    for labels in sides:
        for key, words in labels.items():
            found.setdefault(key, []).extend(words)
    return found


def boards(material: Material) -> Labels:
    """The boards by all that they have been called."""
    return {
        b.id: {b.short, *b.also, *(n.name for n in b.names), *(n.short for n in b.names if n.short)}
        for b in material.register.boards
    }


def obligations(material: Material) -> Labels:
    """The measures by their labels."""
    return {o.id: o.label.values() for o in material.obligations}


def sections(material: Material) -> Labels:
    """The sections by their headings."""
    return {s.id: (s.title, *s.label.values()) for s in material.programme.sections}


def statuses(material: Material) -> Labels:
    """What a cell can be: the tool's own statuses, and the outcomes of all scales."""
    from prostcli.assessment.cells import STATUSES

    found = {s: [language(code).marks[s].label for code in LANGUAGES] for s in STATUSES}
    for scale in material.programme.scales.values():
        for outcome in scale:
            found.setdefault(outcome.value, []).extend(outcome.label.values())
    return found


def fates() -> Labels:
    """What can become of a planned activity, and what was never planned."""
    from prostcli.assessment.activities import FATES

    found = {f: [language(code).fate(f) for code in LANGUAGES] for f in FATES}
    unplanned = [language(code).terms["activities-unplanned"] for code in LANGUAGES]
    return {**found, "unplanned": unplanned}


def states() -> Labels:
    """What a plan or a report can be."""
    from prostcli.assessment.cells import STATES

    return {s: [language(code).terms[s] for code in LANGUAGES] for s in STATES}


def _called(value: str, labels: Labels) -> tuple[str, ...]:
    """The ids that a value stands for: itself, where it is one."""
    if value in labels:
        return (value,)
    return tuple(i for i, words in labels.items() if _folded(value) in map(_folded, (i, *words)))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
