"""A document as plain data, for a typesetter that reads data: every text is data, never markup.

A block or a part of a line is a dictionary that says what it `is`; plain text is a string. What is
made here can be written as JSON.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple
from xml.etree.ElementTree import Element

from prostcli.documents.drawings import Block, Data, drawing, spoken
from prostcli.documents.engine import Placed
from prostcli.documents.glyphs import shown
from prostcli.documents.tree import HEADINGS, PICTURE, words
from prostcli.language import Language

_STYLES = {"strong": "strong", "em": "em", "code": "code"}
_LONG = re.compile(r"\S{20,}")
_LONGEST_WORD = 30
"""Longer than any that is hyphenated rightly."""
_FOLDS = re.compile(r"[^/\\._:=&?#-]{1,10}[/\\._:=&?#-]?|[/\\._:=&?#-]")
_SHORT_CELL = 16
_LONG_CELL = 600
"""A row with a cell of more characters may be broken over pages."""
_INTRODUCED = ("list", "quote", "table", "grid", "bars")
_LONGEST_INTRODUCTION = 90
_NO_TEXT = 24
"""A paragraph of no more characters below a heading is just a mark of its source."""
_LOW_TABLE, _LOW_TEXT = 12, 1500
"""Rows, and characters, of a table that surely takes no more than a part of a page."""
_MARK = re.compile(r"K\d+:\d+")


class Link(NamedTuple):
    """Where a link leads, and what it is called where it stands alone."""

    to: str
    """A place in the document, `#k12`, or an address on the web."""
    told: str


@dataclass(frozen=True, slots=True)
class Blocks:
    """A document in blocks, its title left out."""

    blocks: list[Block]
    links: list[Link]
    """By the number that the part of a line has under `link`."""


def blocks(root: Element, pictures: Mapping[str, Placed], language: Language) -> Blocks:
    """The document as data."""
    document = _Document(root, pictures, language)
    made = document.blocks(e for e in root if e.tag != "h1")
    return Blocks(made, document.links)


class _Document:
    """What is known of the whole while its parts are made."""

    def __init__(self, root: Element, pictures: Mapping[str, Placed], language: Language) -> None:
        self.pictures, self.language = pictures, language
        self.links: list[Link] = []
        there = {name for e in root.iter("span") if (name := e.get("id"))}
        self.places = there & {e.get("href", "")[1:] for e in root.iter("a")}
        """Places that are there and that something leads to."""
        self.unset = set(self.places)
        """Those that have not come yet: the first of a name counts."""
        self.depth = 0

    def blocks(self, elements: Iterable[Element]) -> list[Block]:
        made = [block for element in elements for block in self.block(element)]
        _keep(made)
        return made

    def block(self, element: Element) -> Iterator[Block]:
        if element.tag in HEADINGS:
            # A level is never skipped, whatever a text or a template of somebody's own does.
            self.depth = min(int(element.tag[1]) - 1 or 1, self.depth + 1)
            yield {"is": "heading", "level": self.depth, "text": self.line(element)}
        elif element.tag == "p":
            yield _paragraph(self.line(element))
        elif element.tag in ("ul", "ol"):
            start = int(element.get("start", "1")) if element.tag == "ol" else None
            items: list[Data] = [list[Data](self.item(e)) for e in element]
            yield {"is": "list", "start": start, "items": items}
        elif element.tag == "blockquote":
            yield {"is": "quote", "blocks": list[Data](self.blocks(element))}
        elif element.tag == "table":
            yield self.table(element)
        elif element.tag == PICTURE:
            placed = self.pictures[element.get("name", "")]
            yield drawing(placed, element.get("note", ""), self.language)
        elif element.tag == "pre":
            yield _paragraph([*_folded(shown(words(element)))])
        elif element.tag == "hr":
            yield {"is": "rule"}
        else:
            yield _paragraph([*self.part(element)])

    def item(self, element: Element) -> list[Block]:
        """An item of a list: one line with what hangs below it, or blocks."""
        inner = [e for e in element if e.tag in ("p", "ul", "ol", "blockquote", "table", "pre")]
        if not inner or inner[0].tag == "p":
            return self.blocks(inner) or [_paragraph(self.line(element))]
        line = Element("p")
        line.text = element.text
        line.extend(e for e in element if e not in inner)
        return [_paragraph(self.line(line)), *self.blocks(inner)]

    def table(self, table: Element) -> Block:
        caption = table.find("caption")
        heads = table.findall("thead/tr/th")
        rows: list[Data] = []
        for row in table.iterfind("tbody/tr"):
            group = bool(len(row)) and row[0].get("scope") == "rowgroup"
            cells: list[Data] = [self.line(c) for c in row]
            long = any(len(words(c)) > _LONG_CELL for c in row)
            rows.append({"group": group, "cells": cells, "long": long})
        body = [r for r in table.iterfind("tbody/tr") if len(r) == len(heads)]
        return {
            "is": "table",
            "caption": self.line(caption) if caption is not None else None,
            "note": spoken(table.get("note", "")),
            "align": [h.get("align", "left") for h in heads],
            "shares": [_share([len(words(r[at])) for r in body]) for at in range(len(heads))],
            "low": len(rows) <= _LOW_TABLE and len(words(table)) <= _LOW_TEXT,
            "head": [self.line(h) for h in heads],
            "rows": rows,
        }  # fmt: skip

    def line(self, element: Element) -> list[Data]:
        """The parts of a line."""
        return [*_folded(shown(element.text or "")), *self.parts(element)]

    def parts(self, element: Element) -> Iterator[Data]:
        for child in element:
            yield from self.part(child)
            yield from _folded(shown(child.tail or ""))

    def part(self, element: Element) -> Iterator[Data]:
        if element.tag in _STYLES:
            yield {"is": _STYLES[element.tag], "text": self.line(element)}
        elif element.tag == "br":
            yield {"is": "break"}
        elif element.tag == "img":
            yield from _folded(shown(element.get("alt", "")))
        elif element.tag == "a" and (to := self.leads(element.get("href", ""))):
            mark = _MARK.fullmatch(words(element)) is not None
            yield {"is": "link", "link": len(self.links), "mark": mark, "text": self.line(element)}
            self.links.append(Link(to, shown(element.get("title", "")) or words(element)))
        elif element.tag == "span" and element.get("id") in self.unset:
            name = element.get("id", "")
            self.unset.remove(name)
            yield {"is": "place", "place": name}
            yield from self.line(element)
        elif element.tag == "span" and element.get("lang"):
            yield {"is": "said", "lang": element.get("lang"), "text": self.line(element)}
        else:
            yield from self.line(element)

    def leads(self, href: str) -> str:
        """Where a link may lead: to a place that is there, or to the web."""
        if href.startswith("#"):
            return href if href[1:] in self.places else ""
        return href if href.startswith(("https://", "http://")) else ""


def heard(made: Iterable[Data]) -> Iterator[Data]:
    """For each table that blocks become, in their order: what to read out for the signs in it.

    It goes by rows and by the cells after each row's header; None where a text says it all.
    """
    for block in made:
        if isinstance(block, list):
            yield from heard(block)
        elif isinstance(block, dict) and block["is"] == "table":
            yield None
        elif isinstance(block, dict):
            for key in ("heard", "blocks", "items"):
                inner = block.get(key)
                if isinstance(inner, list):
                    yield from inner if key == "heard" else heard(inner)


def _paragraph(line: list[Data]) -> Block:
    return {"is": "paragraph", "text": line, "keep": False}


def _keep(made: list[Block]) -> None:
    """Mark the short paragraphs that must not be parted from what they introduce."""
    before = ""
    for block, after in zip_longest(made, made[1:]):
        text = block.get("text")
        if block["is"] == "paragraph" and isinstance(text, list):
            introduces = after is not None and after["is"] in _INTRODUCED
            most = _LONGEST_INTRODUCTION if introduces else _NO_TEXT if before == "heading" else -1
            block["keep"] = _length(text) <= most
        before = str(block["is"])


def _length(line: list[Data]) -> int:
    """How many characters a line has."""
    inner = (p.get("text", p.get("pieces")) if isinstance(p, dict) else p for p in line)
    return sum(
        _length(p) if isinstance(p, list) else len(p) if isinstance(p, str) else 0 for p in inner
    )


def _share(lengths: list[int]) -> int:
    """How wide a column is beside others; 0 where it is as wide as what stands in it."""
    if max(lengths, default=0) <= _SHORT_CELL:
        return 0
    return round(10 * math.sqrt(max(_SHORT_CELL, sum(lengths) / len(lengths))))


def _folded(text: str) -> Iterator[Data]:
    """A text, its words that are too long for a line in pieces: a hyphen there would be a lie."""
    last = 0
    for found in _LONG.finditer(text):
        word = found[0]
        parts = word.strip(".,:;!?()”\"'").split("-")
        if all(p.isalpha() and len(p) <= _LONGEST_WORD for p in parts):
            continue  # a word or a name, hyphenated as such
        yield text[last : found.start()]
        yield {"is": "folded", "pieces": [*_FOLDS.findall(word)]}
        last = found.end()
    if text[last:]:
        yield text[last:]
