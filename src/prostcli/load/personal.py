"""What in a file can point at a person: in its text, its comments, its keys and its name."""

import codecs
from typing import Any

from prostcli.load.files import PROGRAMME, REPORTS
from prostcli.load.layout import line_starts, span_between, texts
from prostcli.load.yaml import PROGRAMME_LIMITS, Refusal, Spans, read
from prostcli.personal.search import counted, identifying
from prostcli.personal.sightings import Sighting
from prostcli.rules.sightings import MEANT, OF_AN_OFFICE, Seen
from prostcli.source import START_OF_FILE, Place, Span

MOST_SEARCHED = 2 * 1024 * 1024
"""Bytes of a file that is searched; a larger one is told as not searched."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PICTURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"\0\0\1\0",
    b"wOFF", b"wOF2", b"OTTO", b"\0\1\0\0", b"\x7fELF", b"MZ", b"\0asm", b"\xca\xfe\xba\xbe",
)  # fmt: skip
"""How pictures, fonts and programs begin: their digits are no numbers."""
_PACKED = (
    b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf",
    b"\xfd7zXZ",
)  # fmt: skip
"""How documents and archives begin whose text is packed: nothing can be seen in them."""


def searchable(data: bytes) -> str | None:
    """The text of any file, as far as one can be seen; None where it is packed.

    UTF-8, or UTF-16 as spreadsheets write it, with or without its mark. Of anything else each byte
    is taken for a character, so that digits stay digits.
    """
    if data.startswith(_PACKED):
        return None
    if data.startswith(_UTF_16):
        return data.decode("utf-16", errors="replace")
    if b"\0" not in data:
        return data.decode("utf-8", errors="replace").removeprefix("\ufeff")
    if data.startswith(_PICTURES):
        return ""
    even, odd = data[::2].count(b"\0"), data[1::2].count(b"\0")
    if max(even, odd) * 4 > len(data):
        return data.decode("utf-16-be" if even > odd else "utf-16-le", errors="replace")
    return data.decode("utf-8", errors="replace")


def in_text(path: str, text: str, commit: str | None = None) -> list[Seen]:
    """What stands in a file as it is written, each with its lines and columns."""
    found = list(identifying(text))
    if path.startswith(f"{REPORTS}/"):  # where boards tell of their work
        found += counted(text)
    if not found:
        return []
    starts = line_starts(text)
    seen = [Seen(path, span_between(starts, s.start, s.end), s, commit) for s in found]
    folder, _, name = path.rpartition("/")
    if name in MEANT and folder.startswith(f"{PROGRAMME}/"):
        return _not_meant(seen, text, MEANT[name])
    return seen


def _not_meant(seen: list[Seen], text: str, key: str) -> list[Seen]:
    """What is left when an office's own address and number are taken away: those under a key."""
    if not any(s.sighting.kind in OF_AN_OFFICE for s in seen):
        return seen
    spans = Spans.none()
    try:
        read(text, PROGRAMME_LIMITS, spans)
    except Refusal:
        return seen  # nobody knows what stands where
    meant = [span for pointer, span in spans.values.items() if key in pointer]
    return [
        s
        for s in seen
        if s.sighting.kind not in OF_AN_OFFICE or not any(_within(s.span, span) for span in meant)
    ]


def _within(inner: Span, outer: Span) -> bool:
    return outer[:2] <= inner[:2] and inner[2:] <= outer[2:]


def in_name(path: str, commit: str | None = None) -> list[Seen]:
    """What stands in the file's name, or in that of a folder it lies in."""
    # Each by itself: a slash before a year would make it a case number. `2007-2010` has eight
    # digits and no letter for one.
    names = (
        name
        for name in path.split("/")
        if sum(c.isdecimal() or c in "OIl" for c in name) > 8 or "@" in name or "%" in name  # noqa: PLR2004  as above
    )
    return [Seen(path, START_OF_FILE, s, commit) for name in names for s in identifying(name)]


def in_values(path: str, value: Any, plain: list[Seen]) -> list[tuple[Place, Sighting]]:
    r"""What shows only once escapes and line breaks have been read: `"\\u0038112…"`.

    `plain` is what was already seen in the text as it is written.
    """
    known = {(s.sighting.kind, s.sighting.value) for s in plain}
    found = []
    for pointer, on_key, text in texts(value):
        for sighting in identifying(text):
            if (sighting.kind, sighting.value) not in known:
                known.add((sighting.kind, sighting.value))
                found.append((Place(path, pointer, on_key), sighting))
    return found
