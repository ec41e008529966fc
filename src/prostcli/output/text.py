"""Text from a file made safe to print: nothing in it acts on a terminal or starts a command."""

import re
import unicodedata

from prostcli.characters import HARMLESS

_COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\[)", re.MULTILINE)


def show(text: str) -> str:
    """A text on one line, with everything that is not printable written as its number.

    A line that a build server would take for a command of its own (`::error`, `##[error]`) is
    broken up.
    """
    return unarmed(visible(text))


def visible(text: str) -> str:
    """A text on one line, with everything that is not printable written as its number."""
    return text if text.isprintable() else "".join(_shown(c) for c in text)


def unarmed(text: str) -> str:
    """A visible text without commands for a build server. Done once, to a whole line."""
    return _COMMAND.sub(lambda m: f"{m[0]}\u200b", text) if ":" in text or "#" in text else text


def _shown(character: str) -> str:
    if character in "\n\t\r":
        return " "
    if character.isprintable() or character in HARMLESS:
        return character
    return f"\\u{{{ord(character):04X}}}"


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii() or (max(text) < "\u0300" and "\u00ad" not in text):
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or c in "\u00ad\u200b\u200c\u200d"
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


def padded(text: str, columns: int) -> str:
    """A text filled with spaces to that many columns."""
    return text + " " * max(0, columns - width(text))


def cut(text: str, columns: int) -> str:
    """A text of at most that many columns, with `…` where something was left out."""
    if width(text) <= columns:
        return text
    return f"{text[: _fitting(text, columns - 1)].rstrip()}…" if columns > 0 else ""


def _fitting(text: str, columns: int) -> int:
    """How many characters of a text fit in so many columns."""
    for at, character in enumerate(text):
        columns -= width(character)
        if columns < 0:
            return at
    return len(text)


def wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """A text on lines of at most that many columns, each beginning with the indent."""
    lines: list[str] = []
    line = indent
    for word in text.split(" "):
        piece = word
        if line.strip(" ") and width(line) + 1 + width(piece) > columns:
            lines.append(line)
            line = indent
        while width(indent) + width(piece) > columns:
            taken = max(1, _fitting(piece, columns - width(indent)))
            lines.append(indent + piece[:taken])
            piece = piece[taken:]
        line += piece if line == indent else f" {piece}"
    return [*lines, line] if line.strip(" ") or not lines else lines


_ANSI = {
    "bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34",
    "magenta": "35", "cyan": "36",
}  # fmt: skip


def painted(text: str, style: str, *, colour: bool) -> str:
    """A text in a style of the terminal, where colour is wanted."""
    codes = ";".join(_ANSI[s] for s in style.split() if s in _ANSI)
    return f"\x1b[{codes}m{text}\x1b[0m" if colour and codes and text else text
