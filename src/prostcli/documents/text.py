"""Lines of plain text fitted to a width, for a terminal."""

from __future__ import annotations

import textwrap

_BULLET = "- "


def wrapped(text: str, columns: int) -> str:
    """Each line broken at spaces; what follows is set in below where the line's own text starts."""
    return "\n".join(part for line in text.split("\n") for part in _lines(line, columns))


def _lines(line: str, columns: int) -> list[str]:
    if len(line) <= columns:
        return [line]
    body = line.lstrip(" ")
    indent = " " * (len(line) - len(body))
    hang = indent + ("  " if body.startswith(_BULLET) else "")
    return textwrap.wrap(
        body,
        columns,
        initial_indent=indent,
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
