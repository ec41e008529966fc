"""Text from a file made inert in Markdown and HTML: it reads as written and becomes nothing else.

What has to be escaped in Markdown was measured against CommonMark and GitHub's additions to it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from prostcli.characters import HARMLESS

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~$^{}@]")
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|xmpp):")
_WWW = re.compile(r"(?i)www\.")
_EMOJI = re.compile(r":(?=[\w+-]+:)")
_START = re.compile(r"^(?:([#+=:%-])|([0-9]{1,9})([.)])(?=\s|$))")
_PARAGRAPH = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")


def markdown_text(text: str) -> str:
    """A text on one line, for any place in a line: a paragraph, a heading, a table cell, a link."""
    if "  " in text or not text.isprintable():  # of all spaces only the common one is printable
        text = _SPACE.sub(" ", text)
    line = text.strip(" \u00a0\u202f")
    if not line.isprintable():
        line = "".join(c if c.isprintable() or c in HARMLESS else "\ufffd" for c in line)
    line = _ANYWHERE.sub(r"\\\g<0>", line)
    if ":" in line:
        line = _ADDRESS.sub(r"\1\\:", line)
    if "w" in line or "W" in line:
        line = _WWW.sub(lambda m: f"{m[0][:-1]}\\.", line)
    if ":" in line:  # an address's own is escaped by now, and still one
        line = _EMOJI.sub(r"\\:", line)
    if len(line) > 1 and line[-1] in "#!":  # the end of a heading; the start of an image
        line = f"{line[:-1]}\\{line[-1]}"
    return _START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)


def markdown_title(text: str) -> str:
    """A text for the title of a link, between quotation marks.

    Some parsers take an entity there for one though a backslash stands before it.
    """
    return markdown_text(text).replace("\\&", "&amp;").replace('"', "&quot;")


@lru_cache(maxsize=1 << 14)
def html_text(text: str) -> str:
    """A text for any place in HTML or XML where text may stand, an attribute in quotes too.

    Names, words and line ends come again and again, so that most are found in the cache.
    """
    if not text.isprintable():
        text = "".join(
            c if c.isprintable() or c in HARMLESS or c == "\n" else "\ufffd" for c in text
        )
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;")


def markdown_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each on one line."""
    parts = _PARAGRAPH.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    return [line for part in parts if (line := markdown_text(part))]
