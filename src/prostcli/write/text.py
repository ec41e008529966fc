"""Text as YAML that reads back as exactly that text, and as comments that nothing gets out of."""

from __future__ import annotations

import re

from prostcli.characters import FORBIDDEN

WIDTH = 88
"""The columns that a line is wrapped at."""

_UNPRINTABLE = re.compile(f"\r|{FORBIDDEN.pattern}")
"""What the reader refuses raw, and every return."""
_BREAK = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
"""A space that a folded text may be broken at: one by itself between two words."""
_PLAIN = re.compile(
    r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)*"  # farsta, a.1
    r"|[0-9]+(\.[0-9]+){2,}"  # 5.2.4; 5.1 is a number
    r"|[0-9]{1,3}(-[0-9]{1,3}){1,10}",  # 5-2-4-1, no date
    re.ASCII,
)
_READ_AS_OTHER = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def plain(id_: str) -> str:
    """An id as it stands in YAML: in quotation marks only where it would be read as no text."""
    if _PLAIN.fullmatch(id_) and id_ not in _READ_AS_OTHER:
        return id_
    return quoted(id_)


def quoted(text: str) -> str:
    """Any text in double quotation marks."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


_ESCAPED = re.compile(f'["\\\\\t\n]|{_UNPRINTABLE.pattern}')
_SHORT = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    number = ord(sign)
    return _SHORT.get(sign) or (f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08X}")  # noqa: PLR2004


def keyed(key: str, text: str, indent: int) -> list[str]:
    """A key and its text: as a folded block, or in quotation marks where a block cannot hold it."""
    margin = " " * indent
    pieces = re.split("(\n+)", text)
    if any(not _folds(piece) for piece in pieces[::2]):
        return [f"{margin}{key}: {quoted(text)}"]
    lines = [f"{margin}{key}: >-"]
    for at, piece in enumerate(pieces):
        if at % 2:
            lines += [""] * len(piece)
        else:
            lines += [f"{margin}  {line}" for line in _wrapped(piece, WIDTH - indent - 2)]
    return lines


def _folds(piece: str) -> bool:
    """Whether a paragraph keeps every sign of its in a folded block."""
    return bool(piece) and piece.strip(" \t") == piece and not _UNPRINTABLE.search(piece)


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in _BREAK.split(text):
        if not lines[-1]:
            lines[-1] = word
        elif len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def one_line(text: str, longest: int | None = None) -> str:
    """A text without line breaks and unprintable signs, cut after so many signs."""
    text = _UNPRINTABLE.sub("\ufffd", " ".join(text.split()))
    if longest is not None and len(text) > longest:
        return f"{text[:longest].rstrip()} …"
    return text


def comment(text: str, indent: int = 0, lead: str = "", longest: int | None = None) -> list[str]:
    """A text as comment lines, after a lead. The lines that follow are moved in a bit."""
    lead = _UNPRINTABLE.sub("\ufffd", re.sub(r"\s", " ", lead))
    start = lead[: len(lead) - len(lead.lstrip())]
    margin = f"{' ' * indent}# {start}"
    hang = "  " if lead.strip() else ""
    whole = f"{lead.strip()} {one_line(text, longest)}".strip()
    lines = _wrapped(whole, WIDTH - len(margin) - len(hang))
    return [f"{margin}{hang if at else ''}{line}".rstrip() for at, line in enumerate(lines)]
