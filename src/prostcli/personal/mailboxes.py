"""Mailboxes with the names of boards.

Two places before the @ look like a person's two names, and are not.
"""

import re
from collections.abc import Iterable

from prostcli.personal.e_mails import without_rings
from prostcli.personal.names import is_first_name
from prostcli.personal.sightings import E_MAIL, Sighting

_LOCAL = re.compile(r"[\w.+'’-]+")
_BETWEEN = re.compile(r"[\W_\d]+")
_SHORTEST = 2
"""Letters in a word of a board's: one letter is somebody's initial."""


class Mailboxes:
    """The mailboxes of some boards; of each, all that it is called: id, short names and names."""

    def __init__(self, boards: Iterable[Iterable[str]]) -> None:
        self._boards = [frozenset(_words(called)) for called in boards]
        self._any = frozenset[str]().union(*self._boards)

    def weighed(self, seen: Sighting) -> Sighting | None:
        """What was seen; None where it is the mailbox of a board, or of several together.

        Where a first name comes first, as in `maria.norra@`, it may be a person's too: uncertain
        where all of it is one board's name, and else as it was.
        """
        found = _LOCAL.match(seen.value) if seen.kind == E_MAIL else None
        if found is None:
            return seen
        parts = _parts(found[0])
        if not parts:
            return seen
        if is_first_name(parts[0]):
            one = any(words.issuperset(parts) for words in self._boards)
            return seen._replace(certain=False) if one else seen
        # One word of the name in two parts, also without the s that joins them: `hamn.huset`.
        if self._any.issuperset(parts) or self._any & {"".join(parts), "s".join(parts)}:
            return None
        return seen


def _parts(text: str) -> list[str]:
    return [part for part in _BETWEEN.split(without_rings(text)) if part]


def _words(called: Iterable[str]) -> Iterable[str]:
    """Each word of a board's names, and each name in one word."""
    for name in called:
        parts = _parts(name)
        yield from (part for part in (*parts, "".join(parts)) if len(part) >= _SHORTEST)
