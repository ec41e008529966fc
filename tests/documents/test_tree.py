"""Our Markdown read back: what stands where, and that text stays text."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prostcli.documents.tree import PICTURE, headings, tree, words
from prostcli.escape import markdown_text, markdown_title
from tests.test_escape import PAYLOADS


def _only(root: Element, tag: str) -> Element:
    found = list(root.iter(tag))
    assert len(found) == 1, [e.tag for e in root.iter()]
    return found[0]


TABLE = """\
Innan.

**Tabell 1. Hur det *gick***

| År | Tal |
|---|--:|
| 2012 | 3 |
| **Senare** | |
| 2013 | 4 |

*Underlag: allt.*

Efter.
"""


def test_a_table_has_its_caption_its_note_and_its_headers() -> None:
    root = tree(TABLE)
    table = _only(root, "table")
    assert words(_only(table, "caption")) == "Tabell 1. Hur det gick"
    assert table.get("note") == "Underlag: allt."
    assert [words(p) for p in root.iter("p")] == ["Innan.", "Efter."]
    assert [(c.get("scope"), words(c)) for c in table.iter("th")] == [
        ("col", "År"), ("col", "Tal"), ("row", "2012"), ("rowgroup", "Senare"), ("row", "2013"),
    ]  # fmt: skip
    first, second = table.findall("tbody")
    assert [words(c) for c in first.iter("td")] == ["3"]
    assert second[0][0].get("colspan") == "2"
    assert len(second[0]) == 1


def test_bold_and_italics_elsewhere_are_what_they_are() -> None:
    root = tree("**Alltid.**\n\nText.\n\n| a | b |\n|---|---|\n| c | d |\n\n*Efter* allt.\n")
    assert [words(p) for p in root.iter("p")] == ["Alltid.", "Text.", "Efter allt."]
    assert _only(root, "table").get("note") is None


def test_a_picture_is_known_by_its_place_and_its_note() -> None:
    root = tree("```picture\nmatrix-2012\n```\n\n*Underlag: allt.*\n\n```text\nmatrix-2012\n```\n")
    assert _only(root, "picture").attrib == {"name": "matrix-2012", "note": "Underlag: allt."}
    assert words(_only(root, "pre")) == "matrix-2012"


def test_places_are_no_links() -> None:
    root = tree('[](<#!k12>)**K12** [K12:7]\n\n[K12:7]: <#k12> "a.yaml, rad 7"\n')
    assert _only(root, "span").attrib == {"id": "k12"}
    assert _only(root, "a").attrib == {"href": "#k12", "title": "a.yaml, rad 7"}


def test_headings_have_ids_of_their_own() -> None:
    root = tree("# Allt\n\n## 7. Åtgärderna, 1–3\n\n### Hinder\n\n## Källor\n\n### Hinder\n")
    assert list(headings(root)) == [
        (2, "h-7-atgarderna-1-3", "7. Åtgärderna, 1–3"),
        (3, "h-hinder", "Hinder"),
        (2, "h-kallor", "Källor"),
        (3, "h-hinder-2", "Hinder"),
    ]


def _read_as_text(text: str) -> None:
    """A text in every kind of place is read back as itself, and makes no element."""
    escaped = markdown_text(text)
    shown = " ".join(text.split()) if text.isprintable() else None
    if not escaped.strip():
        return
    document = (
        f"# {escaped}\n\n{escaped}\n\n- {escaped}\n\n> {escaped}\n\n| a | b |\n|---|---|\n"
        f'| {escaped} | x{escaped} |\n\n[K1:1]\n\n[K1:1]: <#k1> "{markdown_title(text)}"\n'
    )
    root = tree(document)
    expected = [
        "document", "h1", "p", "ul", "li", "blockquote", "p", "table", "thead", "tr", "th", "th",
        "tbody", "tr", "th", "td", "p", "a",
    ]  # fmt: skip
    assert [e.tag for e in root.iter()] == expected
    said = [words(e) for e in root.iter() if e.tag in ("h1", "li", "blockquote")]
    assert len(set(said)) == 1
    assert _only(root, "a").get("title", "").strip() == said[0]
    if shown is not None and "\u00a0" not in text and "\u202f" not in text:
        assert " ".join(said[0].split()) == shown


@given(st.text(max_size=60))
def test_any_text_stays_text(text: str) -> None:
    _read_as_text(text)


def test_hostile_texts_stay_text() -> None:
    for text in PAYLOADS:
        _read_as_text(text)


@pytest.mark.parametrize("margin", ["", "> ", "  "])
def test_tables_and_pictures_are_known_wherever_blocks_stand(margin: str) -> None:
    lines = [
        "**Bild**",
        "",
        "| a |",
        "|---|",
        "| b |",
        "",
        "*Underlag.*",
        "",
        "```picture",
        "x",
        "```",
    ]
    text = "\n".join(f"{margin}{line}" for line in lines)
    root = tree(f"- punkt\n\n{text}" if margin == "  " else text)
    assert [words(e) for e in root.iter("caption")] == ["Bild"]
    assert [e.get("note") for e in root.iter("table")] == ["Underlag."]
    assert [e.get("name") for e in root.iter(PICTURE)] == ["x"]
