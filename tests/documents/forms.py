"""What stands in the tables of a document, read from each form by another reader than its maker."""

from __future__ import annotations

import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree as ET

Tables = dict[str, list[list[str]]]
"""Rows of cells by the table's number and caption."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def in_markdown(text: str) -> Tables:
    """By the lines alone."""
    found: Tables = {}
    rows: list[list[str]] | None = None
    for line in text.split("\n"):
        if caption := re.fullmatch(r"\*\*((?:Tabell|Table) \d+\. .*)\*\*", line):
            rows = found.setdefault(_plain(caption[1]), [])
        elif rows is not None and line.startswith("| "):
            rows.append([_plain(c) for c in re.split(r"(?<!\\)\|", line)[1:-1]])
        elif line.strip() and not line.startswith("|"):
            rows = None
    return found


def _plain(cell: str) -> str:
    cell = re.sub(r'<a id="k\d+"></a>', "", cell)
    cell = re.sub(r"\[(K\d+:\d+)\]", r"\1", cell)
    cell = re.sub(r"(?<!\\)\*+", "", cell)
    return _spaced(re.sub(r"\\(.)", r"\1", cell))


def _spaced(text: str) -> str:
    return " ".join(text.split())


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: Tables = {}
        self.rows: list[list[str]] = []
        self.text: list[str] | None = None
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.rows = []
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th", "caption"):
            self.text = []
        elif tag == "span" and ("class", "heard") in attrs:
            self.hidden += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self.text is not None:
            self.rows[-1].append(_spaced("".join(self.text)))
        elif tag == "caption" and self.text is not None:
            self.found[_spaced("".join(self.text))] = self.rows
        elif tag == "span":
            self.hidden = 0

    def handle_data(self, data: str) -> None:
        if self.text is not None and not self.hidden:
            self.text.append(data)


def in_html(text: str) -> Tables:
    """By Python's own parser of HTML."""
    parser = _Tables()
    parser.feed(text)
    return parser.found


def in_word(data: bytes) -> Tables:
    """From the part of the file that Word reads."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314  our own
    found: Tables = {}
    caption = ""
    body = root.find(f"{_W}body")
    assert body is not None
    for block in body:
        if block.tag == f"{_W}p":
            style = block.find(f"{_W}pPr/{_W}pStyle")
            if style is not None and style.get(f"{_W}val") == "TableCaption":
                caption = _text(block)
        elif block.tag == f"{_W}tbl":
            found[caption] = [
                [_text(cell) for cell in row.iter(f"{_W}tc")] for row in block.iter(f"{_W}tr")
            ]
    return found


def _text(element: ET.Element) -> str:
    return _spaced("".join(t.text or "" for t in element.iter(f"{_W}t")))
