"""What in a file can point at a person: in its text, its comments, its keys and its name."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from prostcli.personal.search import counted, identifying
from prostcli.personal.sightings import Sighting
from prostcli.rules.privacy import Seen
from prostcli.source import START_OF_FILE, Place, Pointer, Span

SUBMISSIONS = "reports/"
"""Small numbers in words are looked for only where boards tell of their work."""


def in_text(path: str, text: str, commit: str | None = None) -> list[Seen]:
    """What stands in a file as it is written, each with its lines and columns."""
    found = list(identifying(text))
    if path.startswith(SUBMISSIONS):
        found += counted(text)
    if not found:
        return []
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    return [Seen(path, _span(starts, s), s, commit) for s in found]


def in_name(path: str, commit: str | None = None) -> list[Seen]:
    """What stands in the file's name, or in that of a folder it lies in."""
    names = path.split("/")  # each by itself: a slash before a year would make it a case number
    return [Seen(path, START_OF_FILE, s, commit) for name in names for s in identifying(name)]


def in_values(path: str, value: Any, plain: list[Seen]) -> list[tuple[Place, Sighting]]:
    r"""What shows only once escapes and line breaks have been read: `"\\u0038112…"`.

    `plain` is what was already seen in the text as it is written.
    """
    known = {(s.sighting.kind, s.sighting.value) for s in plain}
    found = []
    for pointer, on_key, text in _texts(value):
        for sighting in identifying(text):
            if (sighting.kind, sighting.value) not in known:
                known.add((sighting.kind, sighting.value))
                found.append((Place(path, pointer, on_key), sighting))
    return found


def _texts(value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, bool, str]]:
    """Every key and every text of a value."""
    if isinstance(value, str):
        yield pointer, False, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield (*pointer, key), True, key
            yield from _texts(inner, (*pointer, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*pointer, index))


def _span(starts: list[int], sighting: Sighting) -> Span:
    """Offsets as lines and columns from 1."""
    line, last = bisect_right(starts, sighting.start), bisect_right(starts, sighting.end - 1)
    return Span(
        line, sighting.start - starts[line - 1] + 1, last, sighting.end - starts[last - 1] + 1
    )
