"""A finding with the line that it stands on, the place marked, and the way out."""

from prostcli.diagnostic import Diagnostic
from prostcli.output.concise import closing, headline
from prostcli.output.findings import Findings
from prostcli.output.text import cut, painted, show, unarmed, visible, width

_WIDEST = 100
_BEFORE = 30


def full(findings: Findings) -> str:
    """Everything about each finding, then how many there are."""
    blocks = []
    for item in findings.told:
        block = [headline(item, findings)]
        if isinstance(item, Diagnostic) and (line := findings.text(item)).strip():
            span = item.span
            end = span.end_column if span.end_line == span.line else len(line) + 1
            block += _marked(line, span.line, span.column, end, colour=findings.colour)
        hint = findings.message(item).hint
        if hint:
            block.append(f"    = {show(hint)}")
        blocks.append("\n".join(block))
    return "\n\n".join([*blocks, closing(findings)]) + "\n"


def _marked(line: str, number: int, start: int, end: int, *, colour: bool) -> list[str]:
    """A line of the file and the mark under it. A long line is cut around the place."""
    at, stop = start - 1, max(end - 1, start)
    # A line may be as long as its file: no more of it is looked at than can be shown.
    before = visible(line[max(0, at - _WIDEST) : at])
    held = visible(line[at : min(stop, at + _WIDEST)])
    after = visible(line[stop : stop + _WIDEST])
    if at > _WIDEST or width(before) + width(held) + width(after) > _WIDEST:
        before = _end_of(before, _BEFORE)
    gutter = f"{number:>4}"
    stretch = max(1, min(width(held), _WIDEST - width(before)))
    mark = painted("^" * stretch, "red", colour=colour)
    shown = unarmed(cut(before + held + after, _WIDEST))
    return [f"{gutter} | {shown}", f"{' ' * len(gutter)} | {' ' * width(before)}{mark}"]


def _end_of(text: str, columns: int) -> str:
    """The last columns of a text, with `…` where something was left out."""
    if width(text) <= columns:
        return text
    start, room = len(text), columns - 1
    while start and (room := room - width(text[start - 1])) >= 0:
        start -= 1
    while start < len(text) and width(text[start]) == 0:
        start += 1  # a sign that belongs to the letter before it
    return f"…{text[start:]}"
