"""Any text: shown, it acts on nothing; in Markdown it is a line; a name; masked, it is nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prostcli.characters import HARMLESS, composed, is_blank, look_alike, piles_marks
from prostcli.escape import markdown_paragraphs, markdown_text
from prostcli.load.files import clashes, name_fault
from prostcli.output.csv import inert
from prostcli.output.text import cut, show, unarmed, visible, width, wrapped
from prostcli.personal.search import counted, identifying, masked
from prostcli.personal.sightings import E_MAIL, NUMBER

BREAK = "\u200b"
"""What breaks up a command for a build server."""


def SEEDS() -> Iterator[bytes]:  # noqa: N802  a constant that is read when it is needed
    """The payloads of the tests."""
    from tests.cli.test_hostile_text import ARGUMENTS, FILE_NAMES
    from tests.cli.test_hostile_text import PAYLOADS as TEXTS
    from tests.made_up import ADDRESS, BORN, CO_ORDINATION, HYPHENED, PERSONAL
    from tests.test_escape import PAYLOADS

    for text in [*TEXTS, *PAYLOADS, *ARGUMENTS]:
        yield text.encode("utf-8", "surrogateescape")
    yield from FILE_NAMES
    # Half a number, and long after nothing. Ten digits first: with fewer no text is searched.
    for gap in (" ", "-", " -", "\u00a0", "\n"):
        yield f"0123456789 {BORN}{gap * (20_000 // len(gap))}x".encode()
        yield f"0123456789 {BORN[:4]}{gap * (20_000 // len(gap))}{BORN[4:]}".encode()
    for text in (PERSONAL, HYPHENED, CO_ORDINATION, ADDRESS, f"08-508 25 000 och {HYPHENED}"):
        yield f"Klienten {text} bor på Storgatan 12, tre kvinnor.".encode()


def once(data: bytes) -> None:
    """Raise where a text could be more than a text."""
    text = data.decode("utf-8", "surrogateescape")
    shown = show(text)
    _claim(all(c.isprintable() or c in {*HARMLESS, BREAK} for c in shown), "what is shown is seen")
    _claim(not shown.lstrip().startswith("::"), "no command")
    _claim("##[" not in shown, "no command of the older kind")
    middle = len(text) // 2
    _claim(unarmed(visible(text[:middle]) + visible(text[middle:])) == shown, "parts are wholes")
    _claim(width(cut(visible(text), 20)) <= 20, "what is cut fits")  # noqa: PLR2004  any width
    lines = wrapped(visible(text), 20)
    _claim("".join("".join(lines).split()) == "".join(visible(text).split()), "wrapping loses none")
    for line in [markdown_text(text), *markdown_paragraphs(text)]:
        _claim("\n" not in line and "\r" not in line, "a line of Markdown")
        _claim(not re.search(r"(?<!\\)(\\\\)*[`*_\[\]<>|]", line), "a sign of Markdown's")
    _claim(inert(text)[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n"), "a formula")
    path = f"reports/{text}"
    name_fault(path)
    _claim(set(clashes([path, path.swapcase()])) <= {path, path.swapcase()}, "a clash of others")
    is_blank(text)
    look_alike(text)
    if not piles_marks(text):
        composed(text)
    seen = [*identifying(text)]
    for one in (*seen, *counted(text)):
        _claim(0 <= one.start < one.end <= len(text), "what is seen is in the text")
    private = masked(text)
    _claim(len(private) == len(text), "what is masked keeps its place")
    _claim(not any(re.search(r"[^\W_]", private[s.start : s.end]) for s in seen), "it is masked")
    # A telephone number or a street that no gap parted from a find may be told by what is masked.
    left = {one.kind for one in identifying(private)}
    _claim(not left & {NUMBER, E_MAIL}, "what is masked points at nobody")


def _claim(holds: object, what: str) -> None:
    if not holds:
        raise AssertionError(what)
