"""The first sentence of what an owner has written, as it is quoted in the summary."""

from __future__ import annotations

from datetime import date

import pytest

from prostcli.documents.passages import plain, said
from prostcli.documents.sentences import LONGEST, first_sentence
from prostcli.language import language
from prostcli.publishing.document import Order, publish
from prostcli.usecases import view
from tests.documents.conftest import TOP


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Målet är nått. Mer återstår.", "Målet är nått."),
        ("Är målet nått? Nej.", "Är målet nått?"),
        ("Målet är nått!", "Målet är nått!"),
        ("Målet är nått", "Målet är nått"),
        ("Målet är\n  nått.\n\nMer återstår.", "Målet är nått."),
        ("Andelen är 3.5 procent. Mer.", "Andelen är 3.5 procent."),
        ("Flera, t.ex. skolan, har börjat. Mer.", "Flera, t.ex. skolan, har börjat."),
        ("Det kostade ca. 3 miljoner. Mer.", "Det kostade ca. 3 miljoner."),
        (f"{'x' * (LONGEST - 1)}. Mer.", f"{'x' * (LONGEST - 1)}."),
        (f"{'x' * LONGEST}. Mer.", None),
        ("", None),
    ],
)
def test_the_first_sentence(text: str, first: str | None) -> None:
    assert first_sentence(text) == first


def test_it_keeps_its_language() -> None:
    found = first_sentence(said("Målet är nått. Mer återstår.", "sv"))
    assert found == said("Målet är nått.", "sv")
    assert plain(found) == "Målet är nått."


@pytest.mark.parametrize(
    ("lang", "quoted"),
    [
        ("sv", "Social- och omsorgsnämnden: ”Målet är på god väg.” (kapitel 6)."),
        ("en", "Social- och omsorgsnämnden: “Målet är på god väg.” (chapter 6)."),
    ],
)
def test_the_summary_quotes_what_the_owner_says_of_a_goal(lang: str, quoted: str) -> None:
    seen = view(TOP / "examples" / "nordhamn", date(2016, 6, 1))
    made = publish(seen, Order("md", language(lang))).decode()
    assert f"- **Någonstans att gå.** {quoted} " in made
