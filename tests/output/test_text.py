from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prostcli.characters import HARMLESS
from prostcli.output.text import cut, padded, painted, show, unarmed, visible, width, wrapped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Åtgärd 5.2.4 – ”klar”", "Åtgärd 5.2.4 – ”klar”"),
        ("a\x1b[31mb", "a\\u{001B}[31mb"),
        ("a\x9b31m", "a\\u{009B}31m"),
        ("a\x07\x00", "a\\u{0007}\\u{0000}"),
        ("a\u202eb", "a\\u{202E}b"),
        ("a\u200bb", "a\\u{200B}b"),
        ("a\udc80b", "a\\u{DC80}b"),
        ("a\U000e0041", "a\\u{E0041}"),
        ("a\tb\nc\r\nd", "a b c  d"),
        ("XX\x00XX", "XX\\u{0000}XX"),
        ("a\u200cb\u200dc\x00", "a\u200cb\u200dc\\u{0000}"),
        ("vård\u00adtagare 5\u00a0kr", "vård\u00adtagare 5\u00a0kr"),
        ("1\u202f000\u00a0kr", "1\u202f000\u00a0kr"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_its_number(text: str, shown: str) -> None:
    assert show(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error file=a::b", ":\u200b:error file=a::b"),
        ("  ::error::b", "  :\u200b:error::b"),
        ("\u00a0::error::b", "\u00a0:\u200b:error::b"),
        ("a\n::error::b", "a ::error::b"),
        ("##[error]b", "#\u200b#[error]b"),
        ("a ##[error]b", "a #\u200b#[error]b"),
        ("kl. 12::30", "kl. 12::30"),
        ("# [1]", "# [1]"),
    ],
)
def test_a_command_for_a_build_server_is_broken_up(text: str, shown: str) -> None:
    assert show(text) == shown


@given(st.text())
def test_nothing_shown_acts_on_a_terminal_or_a_build_server(text: str) -> None:
    shown = show(text)
    assert "\n" not in shown
    assert "\r" not in shown
    assert all(c.isprintable() or c in HARMLESS or c == "\u200b" for c in shown)
    assert not shown.lstrip().startswith("::")
    assert "##[" not in shown


@given(st.text())
def test_parts_made_visible_by_themselves_and_disarmed_together(text: str) -> None:
    """A mark may stand anywhere in a line: where it is cut must not matter."""
    for at in range(len(text) + 1):
        assert unarmed(visible(text[:at]) + visible(text[at:])) == show(text)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("åäö", 3),
        ("a\u030a", 1),
        ("漢字", 4),
        ("a\u00adb\u200d", 2),
        ("", 0),
        ("✓", 1),
        ("\u0300", 0),
        ("é\u00ad", 1),
        ("é\u00adb", 2),
        ("XW漢FX", 6),
        ("ｗ", 2),
        ("é", 1),
        ("\u200c", 0),
    ],
)
def test_width_is_what_a_terminal_uses(text: str, columns: int) -> None:
    assert width(text) == columns
    assert width(padded(text, 9)) == 9


PRINTABLE = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")))


@given(PRINTABLE, st.integers(1, 30))
def test_a_cut_text_fits_and_is_the_beginning(text: str, columns: int) -> None:
    short = cut(text, columns)
    assert width(short) <= columns
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


@pytest.mark.parametrize(
    ("text", "columns", "short"),
    [("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("ab cdef", 4, "ab…"), ("漢字", 3, "漢…"),
     ("漢字", 2, "…"), ("abc", 0, "")],
)  # fmt: skip
def test_cut(text: str, columns: int, short: str) -> None:
    assert cut(text, columns) == short


def test_a_letter_in_two_parts_is_not_torn() -> None:
    text = unicodedata.normalize("NFD", "åäö")
    assert cut(text, 2) == unicodedata.normalize("NFD", "å") + "…"


def test_colour_only_where_it_is_wanted() -> None:
    assert painted("fel", "bold red", colour=False) == "fel"
    assert painted("fel", "bold red", colour=True) == "\x1b[1;31mfel\x1b[0m"
    assert painted("fel", "", colour=True) == "fel"
    assert painted("", "red", colour=True) == ""


@pytest.mark.parametrize(
    ("text", "columns", "filled"),
    [("abc", 3, "abc"), ("abc", 4, "abc "), ("abc", 2, "abc"), ("漢", 3, "漢 "), ("", 2, "  ")],
)
def test_padded(text: str, columns: int, filled: str) -> None:
    assert padded(text, columns) == filled


@pytest.mark.parametrize(
    ("text", "columns", "indent", "lines"),
    [
        ("ett två tre", 7, "", ["ett två", "tre"]),
        ("ett två tre", 8, "", ["ett två", "tre"]),
        ("ett två tre", 6, "", ["ett", "två", "tre"]),
        ("ett två", 7, "  ", ["  ett", "  två"]),
        ("ett två", 9, "  ", ["  ett två"]),
        ("abcdefgh", 3, "", ["abc", "def", "gh"]),
        ("abcdef", 3, "", ["abc", "def"]),
        ("a bcdefg h", 4, "", ["a", "bcde", "fg h"]),
        ("abcdef", 4, " ", [" abc", " def"]),
        ("漢字漢", 4, "", ["漢字", "漢"]),
        ("", 5, "", [""]),
        ("", 5, "  ", ["  "]),
        ("a  b", 9, "", ["a  b"]),
        ("a" + "\u00a0" * 5 + "b", 3, "", ["a\u00a0\u00a0", "\u00a0\u00a0\u00a0", "b"]),
        ("漢字", 1, "", ["漢", "字"]),
    ],
)
def test_wrapped(text: str, columns: int, indent: str, lines: list[str]) -> None:
    assert wrapped(text, columns, indent) == lines


def test_wrapped_without_an_indent() -> None:
    assert wrapped("ett två", 3) == ["ett", "två"]


@example("000⺀⺀\xa0", 4, "")
@given(PRINTABLE, st.integers(4, 40), st.sampled_from(["", "  "]))
def test_wrapping_loses_nothing_and_fits(text: str, columns: int, indent: str) -> None:
    lines = wrapped(text, columns, indent)
    assert all(width(line.rstrip(" ")) <= columns for line in lines)
    assert "".join("".join(lines).split(" ")) == "".join(text.split(" "))
