"""Any text: shown, it acts on nothing; in Markdown it is a line; in YAML it reads back; a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prostcli.characters import composed, is_blank, look_alike, piles_marks
from prostcli.escape import markdown_paragraphs, markdown_text
from prostcli.load.files import clashes, name_fault
from prostcli.output.status.csv import inert
from prostcli.output.text import cut, show, unarmed, visible, width, wrapped

KEPT = "\u00ad\u200b\u200c\u200d\u00a0"


def SEEDS() -> Iterator[bytes]:  # noqa: N802  a constant that is read when it is needed
    """The payloads of the tests."""
    from tests.cli.test_hostile_text import ARGUMENTS, FILE_NAMES
    from tests.cli.test_hostile_text import PAYLOADS as TEXTS
    from tests.test_escape import PAYLOADS

    for text in [*TEXTS, *PAYLOADS, *ARGUMENTS]:
        yield text.encode("utf-8", "surrogateescape")
    yield from FILE_NAMES


def once(data: bytes) -> None:
    """Raise where a text could be more than a text."""
    text = data.decode("utf-8", "surrogateescape")
    shown = show(text)
    _claim(all(c.isprintable() or c in KEPT for c in shown), "what is shown is printable")
    _claim(not shown.lstrip().startswith("::"), "no command")
    _claim("##[" not in shown, "no command of the older kind")
    middle = len(text) // 2
    _claim(unarmed(visible(text[:middle]) + visible(text[middle:])) == shown, "parts are wholes")
    _claim(width(cut(visible(text), 20)) <= 20, "what is cut fits")  # noqa: PLR2004
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


def _claim(holds: object, what: str) -> None:
    if not holds:
        raise AssertionError(what)
