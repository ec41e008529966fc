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
    assert len(found) > 15
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
