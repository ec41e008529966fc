"""A finding with the line that it stands on, the place marked, and the way out."""

from __future__ import annotations

from prostcli.output.concise import closing, headline
from prostcli.output.findings import Findings
from prostcli.output.text import cut, painted, show, width

_WIDEST = 100
_BEFORE = 30


def full(findings: Findings) -> str:
    """Everything about each finding, then how many there are."""
    blocks = []
    for diagnostic in findings.diagnostics:
        span = diagnostic.span
        block = [headline(diagnostic, findings)]
        line = findings.line(diagnostic.path, span.line)
        if line.strip():
            end = span.end_column if span.end_line == span.line else len(line) + 1
            block += _marked(line, span.line, span.column, end, colour=findings.colour)
        hint = findings.language.message(diagnostic).hint
        if hint:
            block.append(f"    = {show(hint)}")
        blocks.append("\n".join(block))
    return "\n\n".join([*blocks, closing(findings)]) + "\n"


def _marked(line: str, number: int, start: int, end: int, *, colour: bool) -> list[str]:
    """A line of the file and the mark under it. A long line is cut around the place."""
    cut_off = max(0, start - 1 - _BEFORE) if len(line) > _WIDEST else 0
    lead = "…" if cut_off else ""
    before = lead + show(line[cut_off : start - 1])
    held = show(line[start - 1 : max(end - 1, start)])
    after = show(line[max(end - 1, start) :])
    shown = cut(before + held + after, _WIDEST)
    gutter = f"{number:>4}"
    stretch = max(1, min(width(held), _WIDEST - width(before)))
    mark = painted("^" * stretch, "red", colour=colour)
    return [f"{gutter} | {shown}", f"{' ' * len(gutter)} | {' ' * width(before)}{mark}"]
