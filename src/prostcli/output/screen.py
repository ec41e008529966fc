"""What is drawn on a terminal: how wide it is, whether it has colours, and a plain table on it."""

from collections.abc import Iterable
from typing import NamedTuple

from prostcli.language import Mark
from prostcli.output.text import padded, painted, show, width, wrapped

GAP = "  "
"""Between the columns."""


class Screen(NamedTuple):
    """What the table is drawn on."""

    columns: int
    colour: bool
    glyphs: bool
    """False: the ASCII stand-ins, for an encoding that lacks the signs."""

    def paint(self, text: str, style: str) -> str:
        """A text in a style, where there is colour."""
        return painted(text, style, colour=self.colour)

    def sign(self, mark: Mark) -> str:
        """A status as one sign in its colour."""
        return self.paint(mark.glyph if self.glyphs else mark.ascii, mark.style)

    def rule(self, columns: int) -> str:
        """A line under a heading."""
        return ("─" if self.glyphs else "-") * columns

    def prose(self, text: str, style: str = "", indent: str = "") -> list[str]:
        """A text on as many lines as it takes."""
        return [self.paint(line, style) for line in wrapped(show(text), self.columns, indent)]

    def beside(self, lists: Iterable[tuple[str, list[str]]]) -> list[str]:
        """Lists under their headings, an empty line before each."""
        lines = []
        for heading, told in lists:
            lines += ["", *self.prose(heading, "bold")]
            for line in told:
                first, *rest = self.prose(line, indent="      ")
                lines += [f"  {first.lstrip()}", *rest]
        return lines


def plain_table(
    heads: tuple[str, ...], rows: list[tuple[str, ...]], screen: Screen, right: tuple[int, ...]
) -> list[str]:
    """A plain table. Only the last column may hold colours."""
    last = len(heads) - 1
    wide = [max(width(r[i]) for r in (heads, *rows)) for i in range(last)]
    wide.append(max(width(r[last]) for r in (heads, *rows)) if last in right else 0)
    gap = GAP if sum(wide) + last * len(GAP) <= screen.columns else " "
    lines = [
        gap.join(
            row[i].rjust(wide[i]) if i in right else padded(row[i], wide[i])
            for i in range(len(heads))
        )
        for row in (heads, *rows)
    ]
    return [lines[0], screen.rule(min(width(lines[0]), screen.columns)), *lines[1:]]
