"""A document as PDF: tagged, accessible (PDF/UA-1) and for the archive (PDF/A-2a).

Typst sets it and refuses whatever would not be both. It gets the document as data, so that no text
can become anything but text. What it does not tell of tables is added afterwards.
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

from prostcli.documents.blocks import Block, Data, blocks, heard
from prostcli.documents.engine import Draft, templates_folder
from prostcli.documents.extras import needed
from prostcli.documents.glyphs import shown
from prostcli.documents.tree import HEADINGS, tree, words
from prostcli.errors import ProstError
from prostcli.language import Language

if TYPE_CHECKING:
    from pikepdf import Object

PDF_KEY = "/Prostcli"
"""Where a recipe is kept, in the document information."""
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
    quoted: str = ""
    """The language of what is quoted word for word, where it is another than the document's."""
    recipe: str = ""
    """What is kept in the file under `PDF_KEY`, to make it again by."""


def pdf(draft: Draft, language: Language, about: About, templates: Path | None = None) -> bytes:
    """The document. The same draft and facts give the same bytes."""
    needed("pdf")
    data = _data(draft, language, about)
    return _finished(_set(data, about.as_of, templates), data, about.recipe)


def _set(data: Block, as_of: date, templates: Path | None) -> bytes:
    """What typst makes of it. It is an error if that would not be PDF/UA-1 and PDF/A-2a."""
    import typst

    own = templates / TEMPLATE if templates is not None else None
    template = own if own is not None and own.is_file() else templates_folder() / TEMPLATE
    try:
        made = typst.compile(
            template.read_bytes(),
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            ignore_system_fonts=True,
            pdf_standards=["a-2a", "ua-1"],
            timestamp=datetime.combine(as_of, time.min, UTC),
        )
    except typst.TypstError as error:
        if template is not own:
            raise
        raise ProstError("bad-template", template=TEMPLATE, why=str(error)) from error
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
        "quoted": about.quoted,
        "page": language.term("page-of", page="{page}", pages="{pages}"),
        "cover": about.cover,
        "notices": list[Data](_notices(root)),
        "lead": list[Data](made[:first]),
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


def _finished(data: bytes, told: Block, recipe: str) -> bytes:
    """With what typst does not tell of tables, with the recipe, and with an id of its content.

    With row headers in place, the lists of column headers that typst gives each cell would be half
    the truth: what heads a cell follows from where it stands. A cell of nothing but signs gets the
    words for them, since many a screen reader says nothing at a sign.
    """
    import pikepdf

    with pikepdf.open(BytesIO(data)) as document:
        tables = list(_below(document.Root.StructTreeRoot, "/Table"))
        texts = list(heard([told["lead"], *_blocks_of(told["chapters"])]))
        if len(texts) != len(tables):  # a layout of somebody's own
            texts = [None] * len(tables)
        for table, text in zip(tables, texts, strict=True):
            _head(table, text)
        if recipe:
            document.docinfo[PDF_KEY] = recipe
        made = BytesIO()
        document.save(
            made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return made.getvalue()


def _blocks_of(chapters: Data) -> Iterator[Data]:
    for chapter in chapters if isinstance(chapters, list) else ():
        if isinstance(chapter, dict):
            yield chapter["blocks"]


def _head(table: Object, texts: Data) -> None:
    """Make the first cell of each row in the body its header; give the others their words."""
    from pikepdf import Name

    for cell in _below(table, "/TH", "/TD"):
        facts = _of_table(cell)
        if "/Headers" in facts:
            del facts["/Headers"]
    rows = [r for body in _below(table, "/TBody") for r in _below(body, "/TR")]
    for number, row in enumerate(rows):
        first, *others = _below(row, "/TH", "/TD")
        if first.S == "/TD":
            first.S = Name.TH
            _of_table(first)["/Scope"] = Name.Row
        if isinstance(texts, list) and texts:
            words_of_row = texts[number]
            assert isinstance(words_of_row, list)  # noqa: S101  as `heard` says
            for cell, text in zip(others, words_of_row, strict=True):
                if isinstance(text, str):
                    cell.ActualText = text


def _of_table(cell: Object) -> Object:
    """What is told of a cell as a cell."""
    from pikepdf import Array, Dictionary, Name

    given = cell.get("/A")
    facts = list(given.as_list()) if isinstance(given, Array) else []
    for fact in facts:
        if fact.get("/O") == "/Table":
            return fact
    cell.A = Array([Dictionary(O=Name.Table), *facts])
    made: Object = cell.A[0]
    return made


def _below(element: Object, *kinds: str) -> Iterator[Object]:
    """The elements of these kinds below one, and none that is inside another of them."""
    from pikepdf import Array, Dictionary

    kids = element.get("/K")
    for kid in kids.as_list() if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            if kid.S in kinds:
                yield kid
            else:
                yield from _below(kid, *kinds)
