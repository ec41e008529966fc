"""A document as PDF: tagged, accessible (PDF/UA-1) and for the archive (PDF/A-2a).

Typst sets it and refuses whatever would not be both. It gets the document as data, so that no text
can become anything but text. What it does not tell is added afterwards: that the first cell of
each row of a table is the row's header.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from prostcli.documents.blocks import Block, Data, blocks
from prostcli.documents.engine import Draft, templates_folder
from prostcli.documents.glyphs import shown
from prostcli.documents.tree import HEADINGS, tree, words
from prostcli.language import Language

if TYPE_CHECKING:
    from pikepdf import Object

TEMPLATE = "review.typ"
REGIONS = {"sv": "SE", "en": "GB"}
_LONGEST_HEADER = 90


@dataclass(frozen=True, slots=True)
class About:
    """What is said of the document beside what stands in it."""

    short_title: str
    """What stands at the top of each page."""
    as_of: date
    """The document's date, which becomes that of the file."""
    cover: bool
    """Whether it has a first page of its own and a list of its contents."""


def pdf(draft: Draft, language: Language, about: About, templates: Path | None = None) -> bytes:
    """The document. The same draft and facts give the same bytes."""
    return _with_row_headers(typeset(draft, language, about, templates))


def typeset(
    draft: Draft, language: Language, about: About, templates: Path | None = None
) -> bytes:
    """The document as typst makes it. An error if it would not be PDF/UA-1 and PDF/A-2a."""
    import typst

    own = templates / TEMPLATE if templates is not None else None
    template = own if own is not None and own.is_file() else templates_folder() / TEMPLATE
    data = json.dumps(_data(draft, language, about), ensure_ascii=False)
    made = typst.compile(
        template.read_bytes(),
        format="pdf",
        sys_inputs={"data": data},
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime.combine(about.as_of, time.min, UTC),
    )
    assert isinstance(made, bytes)  # noqa: S101  one PDF, whatever the number of pages
    return made


def _data(draft: Draft, language: Language, about: About) -> Block:
    root = tree(draft.markdown)
    title = root.find("h1")
    made = blocks(root, draft.pictures, language)
    first = next((at for at, b in enumerate(made) if b["is"] == "heading"), len(made))
    short = about.short_title
    if len(short) > _LONGEST_HEADER:
        short = f"{short[: _LONGEST_HEADER - 1]}…"
    return {
        "title": shown(words(title)) if title is not None else shown(short),
        "short": shown(short),
        "lang": language.code,
        "region": REGIONS[language.code],
        "page": language.term("page-of", page="{page}", pages="{pages}"),
        "cover": about.cover,
        "notices": list[Data](_notices(root)),
        "lead": list[Data](made[:first]),
        "body": list[Data](made[first:]),
        "chapters": list[Data](_chapters(made[first:])),
    }


def _notices(root: Element) -> Iterator[str]:
    """What must be said on every page: the bold words that begin paragraphs before the text."""
    for element in root:
        if element.tag in HEADINGS[1:]:
            return
        if element.tag == "p" and not (element.text or "").strip() and len(element):
            first = element[0]
            if first.tag == "strong":
                yield shown(words(first)).rstrip(".")


def _chapters(body: list[Block]) -> Iterator[Block]:
    """The chapters; the first numbered one, the summary, is to stand alone on a page."""
    chapters: list[list[Block]] = []
    for block in body:
        if block["is"] == "heading" and block["level"] == 1:
            chapters.append([])
        chapters[-1].append(block)
    for chapter in chapters:
        text = chapter[0]["text"]
        first = text[0] if isinstance(text, list) and text else ""
        alone = isinstance(first, str) and first.startswith("1. ")
        yield {"alone": alone, "blocks": list[Data](chapter)}


def _with_row_headers(data: bytes) -> bytes:
    """The first cell of each row in a table's body as the header of its row.

    With that, the lists of column headers that typst gives each cell would be half the truth; what
    heads a cell follows from where it stands.
    """
    import pikepdf

    with pikepdf.open(BytesIO(data)) as document:
        for cell, row_header in _cells(document.Root.StructTreeRoot):
            attributes = cell.get("/A")
            given = list(attributes) if isinstance(attributes, pikepdf.Array) else []  # type: ignore[call-overload]
            of_table = next((a for a in given if a.get("/O") == "/Table"), None)
            if of_table is not None and "/Headers" in of_table:
                del of_table["/Headers"]
            if row_header and cell.S == "/TD":
                cell.S = pikepdf.Name.TH
                if of_table is None:
                    of_table = pikepdf.Dictionary(O=pikepdf.Name.Table)
                    cell.A = pikepdf.Array([of_table, *given])
                of_table["/Scope"] = pikepdf.Name.Row
        out = BytesIO()
        document.save(
            out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return out.getvalue()


def _cells(element: Object, *, body: bool = False) -> Iterator[tuple[Object, bool]]:
    """Every cell of every table, and whether it stands first in a row of a body."""
    for number, child in enumerate(_children(element)):
        if child.S in ("/TH", "/TD"):
            yield child, body and number == 0
        yield from _cells(child, body=child.S == "/TBody" or (body and child.S == "/TR"))


def _children(element: Object) -> Iterator[Object]:
    import pikepdf

    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
