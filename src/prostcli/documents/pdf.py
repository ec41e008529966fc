"""A document as PDF: tagged, accessible (PDF/UA-1) and for the archive (PDF/A-2a).

Typst sets it and refuses whatever would not be both. It gets the document as data, so that no text
can become anything but text. What it does not tell of tables is added afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from xml.etree.ElementTree import Element

from prostcli.documents.blocks import blocks
from prostcli.documents.drawings import Block, Data, spoken
from prostcli.documents.engine import Draft
from prostcli.documents.extras import needed
from prostcli.documents.passages import shortened
from prostcli.documents.provenance import Programs
from prostcli.documents.tagging import finished
from prostcli.documents.templates import TYPST, templates_folder
from prostcli.documents.tree import marked_words, tree
from prostcli.language import Language

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
    recipe: str = ""
    """What is kept in the file, to make it again by."""


def pdf(draft: Draft, language: Language, about: About) -> bytes:
    """The document. The same draft and facts give the same bytes."""
    needed("pdf")
    root = tree(draft.markdown)
    content = blocks(root, draft.pictures, language)
    data = _data(root, content.blocks, language, about)
    return finished(_set(data, about.as_of), content, about.recipe)


def set_by() -> Programs:
    """The programs that make the bytes, and their versions."""
    needed("pdf")
    from importlib.metadata import version

    import pikepdf

    return {"typst": version("typst"), "qpdf": pikepdf.__libqpdf_version__}


def _set(data: Block, as_of: date) -> bytes:
    """What typst makes of it. It is an error if that would not be PDF/UA-1 and PDF/A-2a.

    Only the tool's own program is ever run: typst would fetch packages and read files for another.
    """
    import typst

    program = templates_folder() / TYPST
    made = typst.compile(
        program,
        root=program.parent,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime.combine(as_of, time.min, UTC),
    )
    assert isinstance(made, bytes)  # noqa: S101  one PDF, whatever the number of pages
    return made


def _data(root: Element, made: list[Block], language: Language, about: About) -> Block:
    title = root.find("h1")
    first = next((at for at, b in enumerate(made) if b["is"] == "heading"), len(made))
    short = shortened(about.short_title, _LONGEST_HEADER)
    return {
        "title": spoken(marked_words(title) if title is not None else short),
        "short": spoken(short),
        "lang": language.code,
        "region": REGIONS[language.code],
        "page": language.term("page-of", page="{page}", pages="{pages}"),
        "cover": about.cover,
        "notices": list[Data](_notices(made[:first])),
        "lead": list[Data](made[:first]),
        "chapters": list[Data](_chapters(made[first:])),
    }


def _notices(lead: list[Block]) -> Iterator[Data]:
    """What must be said on every page: the sentences in bold that begin paragraphs of the lead."""
    for block in lead:
        line = block.get("text")
        first = line[0] if isinstance(line, list) and line else None
        if isinstance(first, dict) and first["is"] == "strong" and isinstance(first["text"], list):
            *before, last = first["text"]
            if isinstance(last, str) and last.endswith("."):
                block["notice"] = True
                yield [*before, last.rstrip(".")]


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
