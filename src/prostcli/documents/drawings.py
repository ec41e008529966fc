"""Pictures as plain data, for a typesetter that draws them: one dictionary each, as JSON has it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TypeAlias

from prostcli.documents.engine import Placed
from prostcli.documents.glyphs import shown
from prostcli.documents.passages import Part, pieces, plain
from prostcli.documents.views.pictures import Bar, Bars, Grid, Matrix, Panel, Sign, groups_of
from prostcli.language import Language

Data: TypeAlias = "str | int | bool | list[Data] | dict[str, Data] | None"
Block: TypeAlias = dict[str, Data]

_UPRIGHT, _LYING = 26, 48
"""The most columns of a grid on a page that stands and on one that lies."""
_LOW_BARS, _LOW_GRID = 10, 30
"""Rows that surely take no more than a page."""


def drawing(placed: Placed, note: str, language: Language) -> Block:
    """A picture with its caption, legend and note.

    Under `heard` stands what to read out for the signs: for each table that it becomes, by rows and
    by the cells after each row's header; None where the cell says it in words.
    """
    picture = placed.picture
    if isinstance(picture, Matrix):  # what is printed leads nowhere
        picture = picture.grid
    caption = language.term("caption", number=placed.number, text=picture.title)
    common: Block = {
        "is": picture.kind, "caption": spoken(caption), "about": spoken(picture.about),
        "corner": spoken(picture.corner), "note": spoken(note),
        "legend": [_sign(s) for s in picture.legend],
    }  # fmt: skip
    if isinstance(picture, Grid):
        return common | _grid(picture)
    total, nothing = language.term("picture-total"), language.term("picture-nothing")
    return common | {"total": total, "nothing": nothing} | _bars(picture)


def _grid(grid: Grid) -> Block:
    """A grid in as many parts, side by side, as it takes for the signs to be large enough."""
    at = {sign: number for number, sign in enumerate(grid.legend)}
    count = len(grid.columns)
    wide = count > _UPRIGHT
    parts = max(1, math.ceil(count / (_LYING if wide else _UPRIGHT)))
    each = max(1, math.ceil(count / parts))
    cuts = [(start, start + each) for start in range(0, count, each)] or [(0, 0)]
    made: list[Data] = []
    heard: list[Data] = []
    for start, end in cuts:
        columns = grid.columns[start:end]
        rows = [(r.label, r.signs[start:end]) for r in grid.rows]
        made.append({
            "groups": [[spoken(label), count] for label, count in groups_of(columns)],
            "labels": [spoken(c.label) for c in columns],
            "rows": [
                [spoken(label), [None if s is None else at[s] for s in signs]]
                for label, signs in rows
            ],
        })  # fmt: skip
        heard.append([[None if s is None else _heard(s) for s in signs] for _, signs in rows])
    low = len(grid.rows) <= _LOW_GRID and len(cuts) == 1
    return {"wide": wide, "low": low, "parts": made, "heard": heard}


def _heard(sign: Sign) -> Data:
    """The words for a sign, with their language if all of them are in another."""
    languages = [language for language, _ in pieces(sign.label)]
    words = _plain(sign.label)
    return {"text": words, "lang": languages[0]} if languages[0] and len(languages) == 1 else words


def _heard_bars(legend: tuple[Sign, ...], panel: Panel, across: list[str]) -> list[Data]:
    """What stands in the cells of a panel's row, in words and not in signs."""
    bars = {b.label: b for b in panel.bars}
    return [_heard_bar(legend, bars[label]) if label in bars else None for label in across]


def _heard_bar(legend: tuple[Sign, ...], bar: Bar) -> str:
    pairs = zip(legend, bar.numbers, strict=True)
    numbers = ", ".join(f"{_plain(sign.label)} {n}" for sign, n in pairs if n)
    return ". ".join(part for part in (bar.said, numbers) if part)


def _bars(bars: Bars) -> Block:
    """Panels beside each other are a row each; one alone, without a name, has a row for a bar."""
    panels = [p for p in bars.panels if p.bars]
    side_by_side = len(panels) > 1 or any(p.label for p in panels)
    across = sorted({b.label for p in panels for b in p.bars}) if side_by_side else []
    heard: list[Data] = []
    if panels:
        rows = panels if side_by_side else []
        heard.append([_heard_bars(bars.legend, p, across) for p in rows])
    return {
        "low": len(panels) <= _LOW_BARS and len(across) <= _LOW_BARS,
        "said": spoken(bars.said),
        "longest": bars.longest,
        "across": [spoken(label) for label in across],
        "panels": [
            {
                "label": spoken(panel.label),
                "bars": [
                    {"label": spoken(b.label), "numbers": [*b.numbers], "said": b.said}
                    for b in panel.bars
                ],
            }
            for panel in panels
        ],
        "heard": heard,
    }


def _sign(sign: Sign) -> Data:
    glyph = sign.ascii if sign.ascii and shown(sign.glyph) != sign.glyph else sign.glyph
    return {"tone": sign.tone, "glyph": spoken(glyph), "label": spoken(sign.label)}


def _plain(text: str) -> str:
    """A text for where no language can be told."""
    return shown(plain(text))


def spoken(text: str) -> Data:
    """A text as a line of parts if passages are marked in it, else as it is."""
    return _line(pieces(text))


def _line(parts: Iterable[Part]) -> Data:
    line = [_part(language, shown(part)) for language, part in parts]
    return line if any(isinstance(part, dict) for part in line) else "".join(map(str, line))


def _part(language: str, text: str) -> Data:
    return {"is": "said", "lang": language, "text": [text]} if language else text
