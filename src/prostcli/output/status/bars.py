"""Shares as block signs, beside their figures: one sign a year, or a bar.

The lowest sign is kept for 0 and the highest for all, so that neither is ever a matter of rounding.
"""

from collections.abc import Iterable

from prostcli.output.status.courses import Point

RAMP = "▁▂▂▃▄▅▆▇█"
"""From 0 in eighths: as ▁ is 0, one eighth looks like two."""
ASCII_RAMP = "_:=|"
OPEN, NOBODY, SILENT = "·", "–", "░"
"""The time is not up; N is 0; the time is up and nothing is decided.

Of the signs of the matrix only that of time that runs is used here, for it means the same.
"""
FULL, REST = "▆", "▁"
WIDE = 6
"""The columns of a bar."""
SIGNS = "".join(dict.fromkeys(RAMP + OPEN + NOBODY + SILENT + FULL))
_ASCII = {OPEN: ".", NOBODY: "^", SILENT: "~", FULL: "|", REST: "_", RAMP[-1]: "|"}


def writable(sign: str, *, glyphs: bool) -> str:
    """A sign, or its stand-in."""
    return sign if glyphs else _ASCII[sign]


def drawn(points: Iterable[Point], *, glyphs: bool) -> str:
    """A sign a year."""
    return "".join(_sign(p, glyphs=glyphs) for p in points)


def _sign(point: Point, *, glyphs: bool) -> str:
    special = special_sign(point)
    if special:
        return writable(special, glyphs=glyphs)
    ramp = RAMP if glyphs else ASCII_RAMP
    return ramp[_part(point.n, point.of, len(ramp) - 1)]


def special_sign(point: Point) -> str:
    """The sign of a year that has no share to draw."""
    if not point.of:
        return NOBODY
    if point.open:
        return OPEN
    return SILENT if point.silent else ""


def bar(n: int, of: int, *, is_open: bool, glyphs: bool) -> str:
    """A share of something that is not nothing, as a bar."""
    if is_open:
        return writable(OPEN, glyphs=glyphs) * WIDE
    filled = _part(n, of, WIDE)
    full, rest = (writable(sign, glyphs=glyphs) for sign in (FULL, REST))
    return full * filled + rest * (WIDE - filled)


def _part(n: int, of: int, whole: int) -> int:
    """How many of `whole` steps: none only for 0 of N and all only for N of N, else rounded."""
    if n in (0, of):
        return whole if n else 0
    return min(max((2 * whole * n + of) // (2 * of), 1), whole - 1)
