"""One set of data, several forms: the same numbers in all."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from prostcli.documents.provenance import Form
from prostcli.language import language
from prostcli.publishing.document import Order, publish
from prostcli.usecases import view
from tests.documents.forms import Tables, in_html, in_markdown, in_word
from tests.documents.test_pdf import close, pages_of

TOP = Path(__file__).resolve().parents[2]
PLACES = {
    "nordhamn": ("examples/nordhamn", "2016-06-01"),
    "lindvik": ("tests/lindvik", "2023-04-01"),
    "real": (".", "2010-05-01"),
}


def _made(place: str, form: Form) -> bytes:
    root, day = PLACES[place]
    return publish(view(TOP / root, date.fromisoformat(day)), Order(form, language("sv")))


def _filled(tables: Tables) -> dict[str, list[list[str]]]:
    """Without empty cells: forms differ in how a row says that it only has a header."""
    return {caption: [[c for c in row if c] for row in rows] for caption, rows in tables.items()}


def _signless(rows: list[list[str]]) -> list[list[str]]:
    """Markdown's headings of columns bear the signs that a picture's legend has elsewhere."""
    head = [re.sub(r"^[^\w(] (?=\w)", "", cell) for cell in rows[0]]
    return [head, *rows[1:]]


@pytest.mark.parametrize("place", PLACES)
def test_html_has_the_tables_of_markdown(place: str) -> None:
    there = _filled(in_markdown(_made(place, "md").decode()))
    found = _filled(in_html(_made(place, "html").decode()))
    assert list(found) == list(there)
    assert len(found) >= {"real": 10}.get(place, 16)  # where nothing is entered few are drawn
    for caption, rows in there.items():
        if "Vad nämnderna och bolagen har lämnat" in caption:  # years above, plan and report below
            years, kinds, *below = found[caption]
            headings = [f"{year} {kind}" for year in years[1:] for kind in ("Plan", "Redovisning")]
            assert sorted(rows[0][1:]) == sorted(h for h in headings if h in rows[0])
            assert [h.split()[1] for h in rows[0][1:]] == kinds
            assert below == rows[1:]
        else:
            assert found[caption] == _signless(rows), caption


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_word_has_the_tables_of_html(place: str) -> None:
    there = _filled(in_html(_made(place, "html").decode()))
    found = _filled(in_word(_made(place, "docx")))
    assert list(found) == list(there)
    for caption, rows in there.items():
        assert found[caption] == rows, caption


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_pdf_has_the_rows_of_markdown(place: str) -> None:
    """Every row of every table, in order; of bars, which are drawn, each share.

    Hyphens at the ends of lines are left out of both. A row that goes on over a page's end, with
    the header of the next page in the midst of it, is looked for number by number.
    """
    pages = (re.sub(r"Sida\d+av\d+$", "", page) for page in pages_of(_made(place, "pdf")))
    text = "".join(pages).replace("-", "")
    at = text.index("1.Sammanfattning", text.index("Bilaga2"))
    whole = broken = 0
    for caption, table in in_markdown(_made(place, "md").decode()).items():
        at = text.index(_close(caption), at)
        end = text.find("Underlag:program", at)
        if table[0][1:2] == ["Alla"]:
            shares = [row[-1] for row in table[1:] if re.fullmatch(r"\d+/\d+", row[-1])]
            assert all(share in text[at:end] for share in shares), caption
            continue
        for row in table[1:]:
            found = text.find(_close("".join(row)), at, end)
            if found >= 0:
                whole, at = whole + 1, found
            else:
                broken += 1
                for number in re.findall(r"K\d+:\d+|\d+/\d+|\d+", " ".join(row)):
                    assert number in text[at:end], (caption, row, number)
    assert whole > 100
    assert broken < whole / 20


def _close(text: str) -> str:
    return close(text).translate(ASCII).replace("-", "")


ASCII = str.maketrans({"✕": "M"})
"""A sign of Lindvik's that no font of the PDF has, and the letter that its scale gives for it."""
