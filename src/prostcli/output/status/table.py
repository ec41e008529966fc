"""The status on a terminal: a matrix of boards and measures, and what to know about it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from prostcli.language import Language, Mark
from prostcli.output.status.view import Column, Missing, StatusView, YearMatrix
from prostcli.output.text import cut, padded, show, width

GAP = "  "
"""Between the columns."""

ROOMY = 110
"""From this width on a board's row tells more."""


@dataclass(frozen=True)
class Screen:
    """What the table is drawn on."""

    columns: int
    colour: bool
    glyphs: bool
    """False: the ASCII stand-ins, for an encoding that lacks the signs."""


def table(view: StatusView, language: Language, screen: Screen) -> str:
    """Everything, no line wider than the screen."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=screen.columns,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        safe_box=not screen.glyphs,
    )
    term = language.term
    console.print(Text(show(view.title), style="bold"))
    console.print(term("status-on", edition=view.edition, day=view.as_of))
    if view.fictitious:
        console.print(Text(term("fictitious"), style="bold magenta"))
    if view.invalid:
        console.print()
        console.print(Text(language.counted("invalid-files", len(view.invalid)), style="bold red"))
        for path in view.invalid:
            console.print(f"  {show(path)}", soft_wrap=True)
    if view.empty:
        console.print()
        console.print(term("status-empty"))
    for matrix in view.matrices:
        console.print()
        _year(console, matrix, language, screen)
    if view.years:
        console.print()
        _years(console, view, language)
    _overdue(console, view, language)
    if view.unassigned:
        console.print()
        console.print(Text(term("status-unassigned"), style="bold"))
        for obligation, label in view.unassigned:
            console.print(Text(f"  {obligation}  {show(label)}"))
    console.print()
    console.print(Text(_rests_on(view, language), style="dim"))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _year(console: Console, matrix: YearMatrix, language: Language, screen: Screen) -> None:
    term = language.term
    whole_ids = sum(width(c.obligation) + 1 for c in matrix.columns)
    if _name_width(matrix, language, screen) + whole_ids + 40 <= screen.columns:
        matrix = replace(
            matrix, columns=tuple(replace(c, short=c.obligation) for c in matrix.columns)
        )
    heading = term("status-year", year=matrix.year)
    if not matrix.whole:
        heading += " " + term("status-part", first=matrix.first, last=matrix.last)
    console.print(Text(heading, style="bold"))
    if not matrix.rows:
        console.print(term("status-no-cells"))
        return
    for part in _parts(matrix, language, screen):
        console.print(_matrix(matrix, part, language, screen), soft_wrap=True)
    console.print(_legend(matrix, language, screen))
    console.print()
    console.print(_measures(matrix, language, screen))


def _parts(matrix: YearMatrix, language: Language, screen: Screen) -> Iterator[list[list[Column]]]:
    """The sections, as many side by side as the screen has room for."""
    sections: dict[str, list[Column]] = {}
    for column in matrix.columns:
        sections.setdefault(column.section, []).append(column)
    room = screen.columns - _name_width(matrix, language, screen) - 10
    if screen.columns >= ROOMY:
        room -= 24
    part: list[list[Column]] = []
    used = 0
    for columns in _pieces(sections, room):
        needed = _columns_width(columns) + 2
        if part and used + needed > room:
            yield part
            part, used = [], 0
        part.append(columns)
        used += needed
    yield part


def _pieces(sections: dict[str, list[Column]], room: int) -> Iterator[list[Column]]:
    """The sections' columns; one with more measures than the screen is wide, in pieces."""
    for columns in sections.values():
        piece: list[Column] = []
        for column in columns:
            if piece and _columns_width([*piece, column]) > room:
                yield piece
                piece = []
            piece.append(column)
        yield piece


def _columns_width(columns: list[Column]) -> int:
    wide = max(width(c.short) for c in columns)
    return max(len(columns) * (wide + 1) - 1, width(columns[0].section))


def _name_width(matrix: YearMatrix, language: Language, screen: Screen) -> int:
    longest = max(width(r.name) for r in matrix.rows)
    return min(max(longest, width(language.term("board-heading"))), max(12, screen.columns // 3))


def _matrix(
    matrix: YearMatrix, part: list[list[Column]], language: Language, screen: Screen
) -> Text:
    """Boards by measures.

    Laid out by hand: narrow columns below a common heading, one sign a cell, are no table of
    rich's, and cost a tenth.
    """
    term = language.term
    name_width = _name_width(matrix, language, screen)
    place = {c.obligation: i for i, c in enumerate(matrix.columns)}
    marks = dict(matrix.legend)
    endings = _endings(matrix, term, roomy=screen.columns >= ROOMY)
    above, heads = [" " * name_width], [padded(term("board-heading"), name_width)]
    for columns in part:
        wide = _columns_width(columns)
        each = max(width(c.short) for c in columns)
        above.append(padded(columns[0].section, wide))
        heads.append(padded(" ".join(padded(c.short, each) for c in columns), wide))
    heads += [head.rjust(wide) for head, wide, _ in endings]
    line = GAP.join(heads)
    text = Text(
        f"{GAP.join(above).rstrip()}\n{line}\n{('─' if screen.glyphs else '-') * width(line)}"
    )
    for index, row in enumerate(matrix.rows):
        text.append("\n" + padded(cut(show(row.name), name_width), name_width))
        for columns in part:
            text.append(GAP)
            each = max(width(c.short) for c in columns)
            for column in columns[:-1]:
                _append(text, row.statuses[place[column.obligation]], marks, screen, each + 1)
            last = _columns_width(columns) - (len(columns) - 1) * (each + 1)
            _append(text, row.statuses[place[columns[-1].obligation]], marks, screen, last)
        for _, wide, values in endings:
            text.append(GAP + values[index].rjust(wide))
    return text


def _append(
    text: Text, status: str | None, marks: dict[str, Mark], screen: Screen, columns: int
) -> None:
    """A cell's sign in its colour, filled with spaces."""
    if status is None:
        text.append(" " * columns)
    else:
        mark = marks[status]
        text.append(mark.glyph if screen.glyphs else mark.ascii, style=mark.style)
        text.append(" " * (columns - 1))


def _endings(
    matrix: YearMatrix, term: Callable[[str], str], *, roomy: bool
) -> list[tuple[str, int, list[str]]]:
    """The columns after the matrix: head, width, and a value a row."""
    columns = {"share": [_of(r.share.n, r.share.of) for r in matrix.rows]}
    if roomy:
        columns["plans-decided"] = [_of(*r.planned) for r in matrix.rows]
        columns["reports-decided"] = [_of(*r.reported) for r in matrix.rows]
    return [
        (term(f"{key}-heading"), max(width(v) for v in (*values, term(f"{key}-heading"))), values)
        for key, values in columns.items()
    ]


def _of(n: int, whole: int) -> str:
    return f"{n}/{whole}" if whole else "–"


def _legend(matrix: YearMatrix, language: Language, screen: Screen) -> Text:
    """The marks that occur, on as few lines as they fit; no mark is parted from its word."""
    text = Text()
    used = 0
    for status, mark in matrix.legend:
        glyph = mark.glyph if screen.glyphs else mark.ascii
        words = f"{glyph} {show(mark.label)}"
        if used and used + width(words) + 3 > screen.columns:
            text.append("\n")
            used = 0
        if used:
            text.append("   ")
        text.append(glyph, style=mark.style)
        text.append(words.removeprefix(glyph))
        used += width(words) + (3 if used else 0)
        del status
    text.append(f"\n{language.term('share-explained')}", style="dim")
    return text


def _measures(matrix: YearMatrix, language: Language, screen: Screen) -> Table:
    """A line a measure: how many have reached it, and the other states by mark."""
    drawn = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    marks = dict(matrix.legend)
    room = max(16, screen.columns - 42)
    drawn.add_column(language.term("obligation-heading"), no_wrap=True)
    drawn.add_column("", no_wrap=True, max_width=room)
    drawn.add_column(language.term("share-heading"), justify="right", no_wrap=True)
    drawn.add_column(language.term("states-heading"))
    for column in matrix.columns:
        if not column.tally:
            continue
        states = Text()
        for status, number in column.tally:
            mark = marks[status]
            states.append(mark.glyph if screen.glyphs else mark.ascii, style=mark.style)
            states.append(f"\u00a0{number} ")
        label = column.label + (f" ({language.term('advisory')})" if column.advisory else "")
        reached = str(column.share) if column.shares and column.share.of else "–"
        drawn.add_row(Text(column.obligation), Text(cut(show(label), room)), Text(reached), states)
    return drawn


def _years(console: Console, view: StatusView, language: Language) -> None:
    term = language.term
    console.print(Text(term("status-years"), style="bold"))
    drawn = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for key in ("year", "boards", "plans-decided", "reports-decided", "missing", "share"):
        left = key == "year"
        drawn.add_column(term(f"{key}-heading"), justify="left" if left else "right")
    for line in view.years:
        late = line.plans["overdue"] + line.reports["overdue"]
        drawn.add_row(
            f"{line.year}{'*' if line.partly_covered else ''}",
            str(line.boards),
            f"{line.plans['decided']}/{line.plans_expected}" if line.plans_expected else "–",
            f"{line.reports['decided']}/{line.reports_expected}" if line.reports_expected else "–",
            Text(str(late) if late else "–", style="red" if late else ""),
            str(line.share) if line.share.of else "–",
        )
    console.print(drawn)
    if any(line.partly_covered for line in view.years):
        console.print(Text(f"* {term('status-partly')}", style="dim"))
    console.print(Text(term("status-years-note"), style="dim"))


def _overdue(console: Console, view: StatusView, language: Language) -> None:
    console.print()
    if not view.missing:
        console.print(language.term("status-nothing-overdue"))
        return
    console.print(Text(language.term("status-overdue"), style="bold"))
    for missing in view.missing:
        console.print(Text(f"  {missing_line(missing, language)}"))
    console.print(Text(language.term("status-overdue-note"), style="dim"))


def missing_line(missing: Missing, language: Language) -> str:
    """Who has not handed in what, and when it was due."""
    who = (
        language.counted("everyone", len(missing.boards))
        if missing.everyone
        else ", ".join(show(b) for b in missing.boards)
    )
    kind = language.term(f"{missing.kind}-of-year", year=missing.year)
    return language.term("status-missing", kind=kind, due=missing.due, who=who)


def _rests_on(view: StatusView, language: Language) -> str:
    """What the figures rest on."""
    parts = [
        language.counted(f"{kind}-file", view.files[kind])
        for kind in ("programme", "plan", "report", "baseline")
    ]
    return language.term(
        "status-rests-on", edition=view.edition, day=view.as_of, files=language.listed(parts)
    )
