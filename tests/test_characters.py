"""Characters that may not stand where nobody sees that they do."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prostcli.characters import (
    FORBIDDEN,
    FORBIDDEN_ASCII,
    HARMLESS,
    INVISIBLE,
    composed,
    is_blank,
    look_alike,
    named,
    piles_marks,
)


def test_in_ascii_both_patterns_say_the_same() -> None:
    for text in [chr(n) for n in range(128)] + ["\r\n", "\r\r\n", "a\rb", "\n\r"]:
        assert bool(FORBIDDEN_ASCII.search(text)) == bool(FORBIDDEN.search(text)), ascii(text)


def test_what_is_printable_is_not_forbidden() -> None:
    """The reader's quick way out rests on it."""
    assert not [n for n in range(0x110000) if chr(n).isprintable() and FORBIDDEN.search(chr(n))]


def test_what_is_harmless_needs_the_exception_and_a_text_may_hold_it() -> None:
    assert not any(c.isprintable() or FORBIDDEN.search(c) for c in HARMLESS)
    assert all(INVISIBLE.search(c) for c in HARMLESS)
    assert {unicodedata.category(c) for c in HARMLESS} <= {"Cf", "Zs"}


def test_every_space_and_format_character_is_forbidden_or_invisible() -> None:
    """But for those of scripts in which they are seen (Arabic signs, music, shorthand)."""
    left = {
        n
        for n in range(0x110000)
        if unicodedata.category(chr(n)) in ("Cf", "Zs", "Zl", "Zp") and chr(n) != " "
        if not FORBIDDEN.search(chr(n)) and not INVISIBLE.search(chr(n))
    }
    scripts = {unicodedata.name(chr(n)).split()[0] for n in left}
    assert scripts <= {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "SHORTHAND", "MUSICAL", "OGHAM"}


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t", "\u00a0", "\u200b", "\u3164 \u2060", "\ufe0f", "\u2800"]
)
def test_a_text_that_nobody_sees_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["\u3164a", "a", " a ", "\u200ba", "å", "–", "\u00a0.", "\ue000"])
def test_a_text_with_anything_to_see_is_not(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("kind", None), ("åX", None), ("å ä ö é ü ß ø", None),
        ("§ 9 – ”x” … €", None), ("☃ → ✓", None),
        ("a\u0430b", "\u0430"), ("\uff41", "\uff41"), ("x²", "²"), ("ª", "ª"), ("º", "º"),
        ("³¹", "³"),
        ("①", "①"), ("٣", "٣"), ("a\u0323", "\u0323"), ("ÿĀ", "Ā"), ("→о", "о"),
    ],
)  # fmt: skip
def test_the_first_letter_that_may_pass_for_another(text: str, letter: str | None) -> None:
    assert look_alike(text) == letter


@pytest.mark.parametrize(
    ("text", "piles"),
    [
        ("a" + "\u0301" * 30, False), ("a" + "\u0301" * 31, True), ("\u0323\u0301" * 15, False),
        ("\u0323\u0301" * 16, True), (("a" + "\u0301" * 30) * 5, False), ("漢" * 100, False),
        ("漢" * 40 + "\u0301" * 31, True), ("漢" * 40 + "\u0301" * 30, False), ("", False),
        ("\u0301" * 20 + "漢" + "\u0301" * 20, False), ("x\u0301" * 100, False),
        ("\u0301" * 20 + "a" + "\u0301" * 31, True), ("\u0300" * 31, True),
        ("\u0301" * 30 + "漢", False),
    ],
)  # fmt: skip
def test_more_than_thirty_marks_on_each_other(text: str, piles: bool) -> None:
    assert piles_marks(text) is piles


@given(st.text())
@example("e\u0301")
def test_composed_is_nfc(text: str) -> None:
    assert composed(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("character", "name"),
    [("\u200b", "U+200B ZERO WIDTH SPACE"), ("\x07", "U+0007"), ("\U000e0041",
     "U+E0041 TAG LATIN CAPITAL LETTER A"), ("\ue000", "U+E000")],
)  # fmt: skip
def test_a_character_is_named(character: str, name: str) -> None:
    assert named(character) == name
