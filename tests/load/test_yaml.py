from __future__ import annotations

import json
import re
import unicodedata
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, reject
from hypothesis import strategies as st

from prostcli.load.yaml import SUBMISSION_LIMITS, Limits, Refusal, Spans, decode, read
from prostcli.source import Pointer, Span
from tests.properties import examples
from tests.timing import within

LARGE = Limits(size=10**7, nodes=10**6, depth=64)


def value_of(text: str) -> Any:
    return read(text, SUBMISSION_LIMITS)


def refusal_of(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(decode(data), SUBMISSION_LIMITS)
    return caught.value


def trouble_with(data: bytes) -> Refusal | None:
    """Why it is refused, if it is. Any other exception is the test's to show."""
    try:
        read(decode(data), SUBMISSION_LIMITS, Spans.none())
    except Refusal as error:
        return error
    return None


def cut_out(text: str, span: Span) -> str:
    """The stretch of text that a span names: lines and columns from 1, the end exclusive."""
    lines = text.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first, last = lines[span.line - 1], lines[span.end_line - 1]
    between = lines[span.line : span.end_line - 1]
    return "\n".join([first[span.column - 1 :], *between, last[: span.end_column - 1]])


# --- what a plain word is


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0), ("7", 7), ("+5", 5), ("-5", -5), ("0777", 777), ("007", 7),
        ("123456789012345678", 123456789012345678), ("-123456789012345678", -123456789012345678),
        ("1e3", 1000.0), ("1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("-1.5E-3", -0.0015),
        ("5.1", 5.1), (".inf", float("inf")), ("-.inf", float("-inf")),
        ("~", None), ("null", None), ("Null", None), ("NULL", None), ("", None),
        ("true", True), ("True", True), ("TRUE", True),
        ("false", False), ("False", False), ("FALSE", False),
    ],
)  # fmt: skip
def test_typed_words(text: str, value: object) -> None:
    found = value_of(f"a: {text}\n")["a"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    "text",
    [
        "0o17", "0x1F", "0b1", "1_000", "12:30:45", "1 000", "1,5", "10%", "5.1.1", "1e", "e3",
        "no", "No", "NO", "yes", "on", "off", "y", "n", "nUlL", "tRUE", "nej", "ja",
        "2007-02-28", "2007-02-30", "2026-13-45", "2007-02-28T25:61:61Z",
        "=", "<<", "+", ".", "..", "--1", "§ 9", "s. 14", "9 §", "١٢", "½",
    ],
)  # fmt: skip
def test_other_words_stay_text(text: str) -> None:
    assert value_of(f"a: {text}\n") == {"a": text}


def test_nan_is_a_number_and_no_text() -> None:
    found = value_of("a: .nan")["a"]
    assert isinstance(found, float)
    assert found != found  # noqa: PLR0124  only not-a-number differs from itself


@pytest.mark.parametrize("text", ["no", "7", "~", "true", "2007-02-28", "0777", "", " "])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_what_is_in_quotation_marks_is_text(text: str, quote: str) -> None:
    assert value_of(f"a: {quote}{text}{quote}") == {"a": text}


@pytest.mark.parametrize("digits", ["1" * 19, "-" + "1" * 19, "9" * 5000])
def test_a_number_too_long_to_be_a_count_is_refused_where_it_stands(digits: str) -> None:
    error = refusal_of(f"a: 1\nb: {digits}\n".encode())
    assert (error.code, error.span) == ("PRO016", Span(2, 4, 2, 4 + len(digits)))


def test_block_texts() -> None:
    text = "a: >-\n  ett: två\n  tre\n\n  fyra\nb: |\n  # fem\n  - sex\nc: ett\n  två\n"
    assert value_of(text) == {"a": "ett: två tre\nfyra", "b": "# fem\n- sex\n", "c": "ett två"}


# --- keys


def test_keys_are_compared_as_they_look() -> None:
    composed, apart = unicodedata.normalize("NFC", "å"), unicodedata.normalize("NFD", "å")
    assert value_of(f"{apart}: 1\n") == {composed: 1}
    error = refusal_of(f"{composed}: 1\n{apart}: 2\n".encode())
    assert (error.code, error.span, error.facts) == ("PRO013", Span(2, 1, 2, 3), {"key": "å"})


def test_a_key_may_come_again_elsewhere() -> None:
    assert value_of("a: {b: 1}\nb: [{a: 1}, {a: 2}]\n") == {
        "a": {"b": 1},
        "b": [{"a": 1}, {"a": 2}],
    }


@pytest.mark.parametrize(
    ("text", "variant", "column"),
    [
        ("[a]: 1", "container", 1), ("{a: 1}: 1", "container", 1), ("? [a]\n: 1", "container", 3),
        ("1: a", "number", 1), ("~: a", "number", 1), ("null: a", "number", 1),
        ("true: a", "number", 1), ("1.5: a", "number", 1), ("? \n: a", "number", 2),
        ("'': a", "empty", 1), ('" ": a', "empty", 1), ("\u00a0: 1", "empty", 1),
        ("b: {'\u200b\u3164': 1}", "empty", 5),
    ],
)  # fmt: skip
def test_a_key_is_plain_text(text: str, variant: str, column: int) -> None:
    error = refusal_of(text.encode())
    assert (error.code, error.facts) == ("PRO014", {"variant": variant})
    assert (error.span.line, error.span.column) == (1, column)


INVISIBLE_ONES = {
    "a no-break space": "\u00a0", "a soft hyphen": "\u00ad", "a grapheme joiner": "\u034f",
    "a Hangul choseong filler": "\u115f", "a Hangul jungseong filler": "\u1160",
    "a Khmer vowel": "\u17b4", "a Mongolian variation selector": "\u180b",
    "a Mongolian vowel separator": "\u180e", "an em space": "\u2003",
    "a zero width space": "\u200b", "a zero width non-joiner": "\u200c",
    "a zero width joiner": "\u200d", "a narrow no-break space": "\u202f",
    "a mathematical space": "\u205f", "a word joiner": "\u2060", "an invisible plus": "\u2064",
    "a Braille blank": "\u2800", "an ideographic space": "\u3000", "a Hangul filler": "\u3164",
    "a variation selector": "\ufe0f", "a half-width filler": "\uffa0",
    "a variation selector of ideographs": "\U000e0100",
}  # fmt: skip


@pytest.mark.parametrize("name", INVISIBLE_ONES)
@pytest.mark.parametrize("frame", ["kind: 1\nou{}t: 2\n", "kind: 1\n'out{}': 2\n"])
def test_nothing_invisible_stands_in_a_key(name: str, frame: str) -> None:
    sign = INVISIBLE_ONES[name]
    error = refusal_of(frame.format(sign).encode())
    assert (error.code, error.facts["variant"]) == ("PRO014", "invisible")
    assert str(error.facts["character"]).startswith(f"U+{ord(sign):04X} ")
    assert (error.span.line, error.span.column) == (2, 1)
    escaped = f'kind: 1\n"out\\U{ord(sign):08x}": 2\n'
    assert refusal_of(escaped.encode()).facts == error.facts


@pytest.mark.parametrize("name", INVISIBLE_ONES)
def test_in_a_text_the_invisible_is_harmless(name: str) -> None:
    text = f"Hon{INVISIBLE_ONES[name]}an"
    assert value_of(f"a: {text}\nb: '{text}'\nc: |-\n  {text}\n") == {
        "a": text,
        "b": text,
        "c": text,
    }


@pytest.mark.parametrize(
    ("key", "character"),
    [
        ("оutcome", "U+043E CYRILLIC SMALL LETTER O"),
        ("kινd", "U+03B9 GREEK SMALL LETTER IOTA"),
        ("ｋind", "U+FF4B FULLWIDTH LATIN SMALL LETTER K"),
        ("kınd", "U+0131 LATIN SMALL LETTER DOTLESS I"),
        ("𝐤ind", "U+1D424 MATHEMATICAL BOLD SMALL K"),
        ("yeаr", "U+0430 CYRILLIC SMALL LETTER A"),
        ("кот", "U+043A CYRILLIC SMALL LETTER KA"),
        ("a²", "U+00B2 SUPERSCRIPT TWO"),
        ("kınd: 1\nkind", "U+0131 LATIN SMALL LETTER DOTLESS I"),
    ],
)  # fmt: skip
def test_a_key_whose_letters_pass_for_others_is_refused(key: str, character: str) -> None:
    error = refusal_of(f"{key}: 1\n".encode())
    assert (error.code, error.facts["variant"]) == ("PRO014", "letter")
    assert (error.span.line, error.span.column) == (1, 1)
    assert error.facts["character"] == character


@pytest.mark.parametrize(
    "key", ["no", "on", "2007-plan", "'7'", '"true"', "å", "Ärende nr é", "§ 9", "<<", "0x1", "a–b"]
)
def test_a_word_may_be_a_key(key: str) -> None:
    assert list(value_of(f"{key}: 1")) == [key.strip("'\"")]


@pytest.mark.parametrize("text", [
    "Skarpnäcks nämnd", "e\u0301te\u0301", "\u212b", "ﬁ", "한국", "n\u0303 & o\u0308",
])  # fmt: skip
def test_text_is_composed_however_it_was_written(text: str) -> None:
    apart, whole = (unicodedata.normalize(form, text) for form in ("NFD", "NFC"))
    escaped = json.dumps(apart)
    for written in (apart, f"'{apart}'", f'"{apart}"', escaped, f"|-\n  {apart}", f">-\n  {apart}"):
        assert value_of(f"a: {written}\n") == {"a": whole}


def test_thirty_accents_on_each_other_are_read_and_one_more_is_not() -> None:
    pile = "a" + "\u0323" * 30
    assert value_of(f"a: {pile}") == {"a": unicodedata.normalize("NFC", pile)}
    assert value_of(f"a: {pile * 9}") == {"a": unicodedata.normalize("NFC", pile) * 9}
    error = refusal_of(f"a: {pile}\u0323".encode())
    assert (error.code, error.span) == ("PRO005", Span(1, 4, 1, 36))
    assert error.facts == {"variant": "marks", "limit": 30}


@pytest.mark.parametrize("text", [
    "a: 1\n", "---\na: 1\n", "a: 1\n...\n", "---\na: 1\n...\n", "--- # x\na: 1\n... # y\n# z\n\n",
    "# x\n---\na: 1", "a: 1\n...", "---\r\na: 1\r\n...\r\n", "\r\n---\na: 1\r\n...\n",
    "--- {a: 1}\n...\n", "a: 1 # ...\n", "{a: 1\n}\n... \n # ...\n",
])  # fmt: skip
def test_one_start_and_one_end_are_allowed(text: str) -> None:
    assert value_of(text) == {"a": 1}


def test_line_ends_may_be_mixed_and_come_out_alike() -> None:
    text = "a: |\r\n  x\n  y\r\nb: >-\n  x\r\n  y\n\r\n  z\nc: 'x\r\n  y'\r\n"
    assert value_of(text) == {"a": "x\ny\n", "b": "x y\nz", "c": "x y"}


# --- hostile input: code and place, and never longer than two seconds

HEAD = "kind: report\n"
HOSTILE: dict[str, tuple[bytes, str, int, int]] = {
    "alias bomb": (
        b"a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n", "PRO009", 1, 4),
    "alias of nothing": (b"a: *b\n", "PRO009", 1, 4),
    "alias of itself": (b"&a [*a]\n", "PRO009", 1, 1),
    "anchor on a key": (b"&a a: 1\n", "PRO009", 1, 1),
    "merge into itself": (b"a: &a\n  <<: *a\n", "PRO009", 1, 4),
    "emphasis": ("a: *viktigt* på riktigt\n".encode(), "PRO009", 1, 4),
    "a Swedish anchor": ("a: &ånger\n".encode(), "PRO009", 1, 4),
    "brackets": (b"a: " + b"[" * 100_000, "PRO007", 1, 19),
    "braces": (b"{a: " * 50_000, "PRO007", 1, 65),
    "steps": (b"".join(b" " * i + b"a:\n" for i in range(500)), "PRO007", 17, 17),
    "lists in lists": (b"- " * 50_000, "PRO007", 1, 33),
    "an enormous number": (b"a: " + b"9" * 200_000, "PRO016", 1, 4),
    "a hexadecimal escape beyond everything": (b'a: "\\UFFFFFFFF"', "PRO006", 1, 7),
    "half a surrogate pair": (b'a: "\\ud800"', "PRO006", 1, 7),
    "a null as an escape": (b'a: "\\0"', "PRO005", 1, 4),
    "a control sequence as an escape": (b'a: "\\x9b31m"', "PRO005", 1, 4),
    "a return as an escape": (b'a: "a\\rb"', "PRO005", 1, 4),
    "a hidden escape in a key": (b'"a\\eb": 1', "PRO005", 1, 1),
    "tags of letters": ("a: \U000e0041\n".encode(), "PRO005", 1, 4),
    "a line separator": ("a: å\u2028b: 1\n".encode(), "PRO005", 1, 5),
    "a next line": ("a: å\u0085b: 1\n".encode(), "PRO005", 1, 5),
    "delete": (b"a: \x7f", "PRO005", 1, 4),
    "a non-character": ("a: å\ufffe".encode(), "PRO005", 1, 5),
    "surrogates in UTF-8": (b"a: \xed\xa0\x80", "PRO004", 1, 4),
    "an overlong slash": (b"a: \xc0\xaf", "PRO004", 1, 4),
    "cut in the middle of a letter": ("a: å".encode()[:-1], "PRO004", 1, 4),
    "Windows-1252": ("a: 1\nb: \u00e5".encode("cp1252"), "PRO004", 2, 4),
    "Mac Roman": ("a: å".encode("mac_roman"), "PRO004", 1, 4),
    "cp850": ("a: å".encode("cp850"), "PRO004", 1, 4),
    "UTF-16, little end first": (b"\xff\xfea\0:\0", "PRO004", 1, 1),
    "UTF-16, big end first": (b"\xfe\xff\0a\0:", "PRO004", 1, 1),
    "UTF-16 without a mark": ("a: 1".encode("utf-16-le"), "PRO005", 1, 2),
    "UTF-32": ("a: 1".encode("utf-32"), "PRO004", 1, 1),
    "int": (b"a: !!int abc", "PRO010", 1, 4),
    "python": (b"a: !!python/object/apply:os.system [id]", "PRO010", 1, 4),
    "binary": (b"a: !!binary aGVq", "PRO010", 1, 4),
    "a tag of no kind": (b"a: ! x", "PRO010", 1, 4),
    "a tag on a key": (b"!!str a: 1", "PRO010", 1, 1),
    "a verbatim tag": (b"a: !<tag:x> 1", "PRO010", 1, 4),
    "a tag that never ends": (b"a: !<x", "PRO010", 1, 4),
    "YAML 1.1": (b"%YAML 1.1\n---\na: 1\n", "PRO011", 1, 1),
    "YAML 1.3": (b"%YAML 1.3\n---\na: 1\n", "PRO011", 1, 1),
    "YAML 999999999999": (b"%YAML 999999999999.1\n---\n", "PRO011", 1, 1),
    "two documents": (b"a: 1\n---\nb: 2\n", "PRO012", 2, 1),
    "two documents after an end": (b"a: 1\n...\n---\nb: 2\n", "PRO012", 3, 1),
    "a directive between": (b"a: 1\n...\n%YAML 1.2\n---\nb: 2\n", "PRO011", 3, 1),
    "a mapping as a key": (b"? {a: 1}\n: 2\n", "PRO014", 1, 3),
    "a key that is everything": (b"a" * 200_000 + b": 1", "PRO006", 1, 200_001),
    "nothing": (b"", "PRO015", 1, 1),
    "a mark and nothing": (b"\xef\xbb\xbf", "PRO015", 1, 1),
    "spaces": (b" \n \n", "PRO015", 1, 1),
    "two ends": (b"---\na: 1\n...\n...\n", "PRO012", 4, 1),
    "two ends with a comment between": (b"a: 1\n... # 1\n# 2\n\n...", "PRO012", 5, 1),
    "an end before everything": (b"...\na: 1\n", "PRO006", 1, 1),
    "text after the end": (b"a: 1\n...\nb: 1\n", "PRO006", 3, 1),
    "the start of nothing": (b"a: 1\n---\n", "PRO012", 2, 1),
    "a non-character of another plane": ("a: å\U0001ffff".encode(), "PRO005", 1, 5),
    "a non-character in the middle": ("a: å\ufdd0".encode(), "PRO005", 1, 5),
    "a mark that turned text once": ("a: å\u206a".encode(), "PRO005", 1, 5),
    "an Arabic letter mark": ("a: å\u061c".encode(), "PRO005", 1, 5),
    "an old Mac's line ends": (b"a: 1\rb: 2\r", "PRO005", 1, 5),
    "a return before a line end": (b"a: 1\r\r\n", "PRO005", 1, 5),
    "a mark in the middle": ("a: x\ufeffy".encode(), "PRO005", 1, 5),
    "a mark as an escape": (b'a: "\\uFEFF"', "PRO005", 1, 4),
    "a next line as an escape": (b'a: "\\N"', "PRO005", 1, 4),
    "a line separator as an escape": (b'a: "\\L"', "PRO005", 1, 4),
    "a paragraph separator as an escape": (b'a: "\\P"', "PRO005", 1, 4),
    "a tag as an escape": (b'a: "\\U000E0041"', "PRO005", 1, 4),
    "a pile of accents": (b"b: 1\na: e" + "\u0301\u0323".encode() * 60_000, "PRO005", 2, 4),
    "a pile of accents as escapes": (
        b'a: "e' + b"\\u0301\\u0323" * 20_000 + b'"', "PRO005", 1, 4),
    "a pile of accents as a key": (
        b"? e" + "\u0301\u0323".encode() * 60_000 + b"\n: 1", "PRO005", 1, 3),
    "an empty document": (b"---\n---\n", "PRO012", 2, 1),
    "many values": (b"a: [" + b"1," * 30_000 + b"]", "PRO008", 1, 5 + 2 * 19_997),
    "many keys": (b"".join(b"k%d:\n" % i for i in range(15_000)), "PRO008", 10_000, 7),
    "a tab": (b"a:\n\tb: 1\n", "PRO006", 2, 1),
    "a question in braces": ("a: {b: Hur många?}\n".encode(), "PRO006", 1, 4),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_refused_where_it_shows(name: str) -> None:
    data, code, line, column = HOSTILE[name]
    with within(2):
        error = refusal_of(data)
    assert (error.code, error.span.line, error.span.column) == (code, line, column)


TOLD: list[tuple[bytes, str, tuple[int, int, int, int], dict[str, object]]] = [
    (b"\xff\xfea\0", "PRO004", (1, 1, 1, 1), {"variant": "utf16"}),
    (b"\xfe\xff\0a", "PRO004", (1, 1, 1, 1), {"variant": "utf16"}),
    (b"\xef\xbb\xbfa: \xe5", "PRO004", (1, 4, 1, 5), {"byte": "0xE5"}),
    (b"a: 1\nb: \xe5", "PRO004", (2, 4, 2, 5), {"byte": "0xE5"}),
    (b"\xef\xbb\xbfa: \x1b", "PRO005", (1, 4, 1, 5), {"character": "U+001B"}),
    ("å: \u202e".encode(), "PRO005", (1, 4, 1, 5), {"character": "U+202E"}),
    (b'a: "\\e[m"', "PRO005", (1, 4, 1, 10), {"character": "U+001B"}),
    (b'"\\e": 1', "PRO005", (1, 1, 1, 5), {"character": "U+001B"}),
    (b"a: 1\n...\n... \n", "PRO012", (3, 1, 3, 4), {"variant": "end"}),
    (b"a: " + b"[" * 20, "PRO007", (1, 19, 1, 20), {"limit": 16}),
    (b"[" + b"1," * 20_000 + b"]", "PRO008", (1, 40_000, 1, 40_001), {"limit": 20_000}),
    (b"a: 1\na: 2", "PRO013", (2, 1, 2, 2), {"key": "a"}),
    (b"a: *b", "PRO009", (1, 4, 1, 6), {}),
    (b"a: &b 1", "PRO009", (1, 4, 1, 8), {}),
    (b"a: !b 1", "PRO010", (1, 4, 1, 8), {}),
    (b"a: !<b", "PRO010", (1, 4, 1, 5), {}),
    (b"9999999999999999999: 1", "PRO016", (1, 1, 1, 20), {}),
    (b"a: b: c", "PRO006", (1, 5, 1, 6), {"variant": "colon"}),
    (b"a: 1\nb: 'c\nd: 1\n", "PRO006", (2, 4, 2, 5), {"variant": "quote"}),
    (b"a: 1\nb\nc: 1\n", "PRO006", (2, 1, 2, 2), {"variant": "no-colon"}),
    (b"a: [1, 2\nb: 1\n", "PRO006", (1, 4, 1, 5), {"variant": "bracket"}),
    (b"a: {b: c #3 och #4, d: 1}\nb: 1\n", "PRO006", (1, 10, 1, 11), {"variant": "bracket-hash"}),
    (b"a: [b, c \t# d]\nb: 1\n", "PRO006", (1, 11, 1, 12), {"variant": "bracket-hash"}),
    (b"a: {b: 'c #3', d: \"e #4\"\nb: 1\n", "PRO006", (1, 4, 1, 5), {"variant": "bracket"}),
    (b"a: {b: it's c#3, d: e\nb: 1\n", "PRO006", (1, 4, 1, 5), {"variant": "bracket"}),
    (b"a: @b", "PRO006", (1, 4, 1, 5), {"variant": "start"}),
    (b"a:\n  - b\n  c: 1\n", "PRO006", (3, 3, 3, 4), {"variant": "list"}),
    (b"a: -\nb: c\n", "PRO006", (1, 4, 1, 5), {"variant": "dash"}),
    (b"a: -\r\n", "PRO006", (1, 4, 1, 5), {"variant": "dash"}),
    (b"a:\n  - b: - c d\n", "PRO006", (2, 8, 2, 9), {"variant": "dash"}),
    (b"a: ?\nb: c\n", "PRO006", (1, 4, 1, 5), {"variant": "question"}),
    (b"a: ? ja\n", "PRO006", (1, 4, 1, 5), {"variant": "question"}),
    (b"a: |x\n", "PRO006", (1, 5, 1, 6), {"variant": "block"}),
    (b'a: "\\q"', "PRO006", (1, 5, 1, 6), {"variant": "escape"}),
    (b"a: |\n  x\n\ty\n", "PRO006", (3, 1, 3, 2), {"variant": "tab"}),
    (b"", "PRO015", (1, 1, 1, 1), {}),
]


@pytest.mark.parametrize(
    ("data", "code", "span", "facts"), TOLD, ids=[f"{c}-{d[:20]!r}" for d, c, *_ in TOLD]
)
def test_what_is_told_of_a_refusal(
    data: bytes, code: str, span: tuple[int, int, int, int], facts: dict[str, object]
) -> None:
    error = refusal_of(data)
    assert (error.code, tuple(error.span), error.facts) == (code, span, facts)
    assert str(error) == str((code, error.span))


def test_the_hint_for_a_question_in_braces_is_its_own() -> None:
    """libyaml takes the `?` before a `}` for the start of a key: the hint says so."""
    assert refusal_of(b"a: {b: Hur?}").facts == {"variant": "bracket"}
    assert value_of("a: {b: 'Hur?', c: 'Ja'}\nd: Hur?\n") == {
        "a": {"b": "Hur?", "c": "Ja"},
        "d": "Hur?",
    }


@pytest.mark.parametrize(
    "data",
    [
        b"a: " + b"x" * 250_000,
        b"#" * 250_000 + b"\na: 1",
        b"a: [" + b"[]," * 9_000 + b"]",
        b"a: '" + b"''" * 120_000 + b"'",
        b'a: "' + b"\\n" * 120_000 + b'"',
        b"a: >\n" + b"  x\n" * 60_000,
    ],
    ids=["a word", "a comment", "lists", "quotation marks", "escapes", "lines"],
)
def test_large_and_harmless_input_is_read_in_time(data: bytes) -> None:
    with within(2):
        assert list(read(decode(data), SUBMISSION_LIMITS, Spans.none())) == ["a"]


# --- properties


@given(st.binary(max_size=400))
@examples(100, 2500)
def test_arbitrary_bytes_are_read_or_refused(data: bytes) -> None:
    error = trouble_with(data)
    assert error is None or (error.code.startswith("PRO0") and min(error.span) >= 1)


SCRAPS = (
    "a", "b:", "-", "[", "]", "{", "}", ",", "?", "!", "&", "*", "#", "|", ">", "'", '"', "%", "@",
    "`", "~", "\\", "\\x", "\\u00", "---", "...", "%YAML", "<<:", "1", "-1", "1e9", ".inf", "true",
    "no", "2007-02-30", "å", "", "\n", "\n ", "\n  ", "\n-", "\n\t", "\u202e", "e\u0301", "\0",
    "\r", "\r\n", "\ufeff",
)  # fmt: skip
YAMLISH = st.lists(st.sampled_from(SCRAPS), max_size=40)


@given(YAMLISH)
@examples(300, 7500)
def test_scraps_of_yaml_are_read_or_refused_inside_the_text(scraps: list[str]) -> None:
    text = " ".join(scraps)
    error = trouble_with(text.encode())
    if error is not None:
        lines = [*text.removeprefix("\ufeff").split("\n"), ""]
        assert 1 <= error.span.line <= len(lines)
        assert 1 <= error.span.column <= len(lines[error.span.line - 1]) + 1


@pytest.mark.parametrize(
    ("text", "pointer", "span"),
    [
        ("a:\n  b: 1\n  c: 22\n\n# x\nd: 2\n", ("a",), Span(2, 3, 3, 8)),
        ("a:\n  - b\n  - c\n\nd: 1\n", ("a",), Span(2, 3, 3, 6)),
        ("a:\n  - b: 1\n    c: 2\n\n\nd: 1\n", ("a", 0), Span(2, 5, 3, 9)),
        ("a:\n  - [b,\n     c]\n\nd: 1\n", ("a",), Span(2, 3, 3, 8)),
        ("a: {b: 1}\n\nd: 1\n", ("a",), Span(1, 4, 1, 10)),
        ("a: []\n\nd: 1\n", ("a",), Span(1, 4, 1, 6)),
        ("a:\n  b: 1\n\n# x\n", (), Span(1, 1, 2, 7)),
    ],
)
def test_a_block_ends_where_its_last_value_does(text: str, pointer: Pointer, span: Span) -> None:
    spans = Spans.none()
    read(text, SUBMISSION_LIMITS, spans)
    assert spans.values[pointer] == span


LETTERS = st.text(
    st.characters(
        codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"), include_characters="\n"
    ),
    max_size=20,
)
SCALARS = st.one_of(
    LETTERS,
    st.sampled_from(
        ["no", "~", "0777", "2007-02-30", "å: b", "- a", "#", "a #b", "", " ", "?", "'"]
    ),
    st.integers(-(10**17), 10**17),
    st.booleans(),
    st.none(),
)
# Keys of letters beyond Latin-1 are refused, for they may pass for others.
KEYS = st.text(
    st.characters(max_codepoint=0xFF, categories=("L", "Nd"), exclude_characters="ªº"),
    min_size=1, max_size=8,
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
STYLES = st.randoms(use_true_random=False)


def _written(value: Any, indent: int, dice: Random, *, flow: bool) -> str:
    """YAML for a value, in a style that the dice choose."""
    if isinstance(value, str):
        return _text(value, indent, dice, flow=flow)
    if not isinstance(value, dict | list):
        words = ["null", "~", ""] if value is None and not flow else [json.dumps(value)]
        return dice.choice(words)
    if value and not flow and dice.random() < 0.6:
        pad = "\n" + " " * indent
        if isinstance(value, dict):
            parts = [f"{_key(k, dice)}:{_apart(v, indent + 2, dice)}" for k, v in value.items()]
            return pad + pad.join(parts)
        return pad + pad.join(f"-{_apart(v, indent + 2, dice)}" for v in value)
    if isinstance(value, dict):
        inner = (
            f"{_key(k, dice)}: {_written(v, indent, dice, flow=True)}" for k, v in value.items()
        )
        return "{" + dice.choice([", ", " , "]).join(inner) + "}"
    return "[" + ", ".join(_written(v, indent, dice, flow=True) for v in value) + "]"


def _apart(value: Any, indent: int, dice: Random) -> str:
    text = _written(value, indent, dice, flow=False)
    return text if text.startswith("\n") else f" {text}"


def _key(key: str, dice: Random) -> str:
    return dice.choice([json.dumps(key, ensure_ascii=False), f"'{key}'"])


def _text(text: str, indent: int, dice: Random, *, flow: bool) -> str:
    styles = ["double"]
    if "\n" not in text:
        styles.append("single")
        if re.fullmatch(r"[a-zåäöA-ZÅÄÖ§][a-zåäö0-9 .]*[a-zåäö]", text) and text not in (
            "null",
            "true",
        ):
            styles += ["plain"] * 3
    elif not flow and re.fullmatch(r"[^\s#][^\n]*[^\s](\n[^\s][^\n]*[^\s])*", text):
        styles += ["literal"] * 3
    style = dice.choice(styles)
    if style == "double":
        # Outside the basic plane JSON writes two escapes for a letter, which YAML does not join.
        whole = dice.random() < 0.5 and all(ord(c) < 0x10000 for c in text)
        return json.dumps(text, ensure_ascii=whole)
    if style == "single":
        return "'" + text.replace("'", "''") + "'"
    if style == "literal":
        pad = "\n" + " " * (indent + 1)
        return "|-" + pad + text.replace("\n", pad)
    return text


def _each(value: Any, pointer: Pointer = ()) -> list[tuple[Pointer, Any]]:
    found = [(pointer, value)]
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            found += _each(inner, (*pointer, key))
    return found


def _sliced(text: str, span: Span) -> Any:
    """What a span's text reads as, once it stands alone: shifted in as far as where it was."""
    piece = cut_out(text, span)
    if not piece.strip():
        return None
    return read(f"x:\n- {' ' * max(0, span.column - 3)}{piece}\n" if span.column > 2
                else f"{piece}\n", LARGE)  # fmt: skip


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), STYLES, st.booleans(), st.booleans())
@examples(120, 3000)
@example({"a": {"b": ["å", {"c": None}]}, "d": "x"}, Random(3), True, True)  # noqa: S311
def test_every_span_slices_text_that_reads_back_to_its_value(
    value: dict[str, Any], dice: Random, crlf: bool, bom: bool
) -> None:
    value = {unicodedata.normalize("NFC", k): v for k, v in value.items()}
    written = _written(value, 0, dice, flow=False).removeprefix("\n") + "\n"
    data = written.replace("\n", "\r\n" if crlf else "\n").encode()
    try:
        text = decode(b"\xef\xbb\xbf" + data if bom else data)
        spans = Spans.none()
        found = read(text, LARGE, spans)
    except Refusal:
        reject()  # a style that does not carry this text
    text = text.replace("\r\n", "\n")
    places = dict(_each(found))
    assert set(places) == set(spans.values)
    for pointer, span in spans.values.items():
        assert span.end_column - 1 <= len(text.split("\n")[span.end_line - 1])
        whole = _sliced(text, span)
        if pointer and span.column > 2 and cut_out(text, span).strip():
            (whole,) = whole["x"]
        assert whole == places[pointer], (pointer, span, text)
    for pointer, span in spans.keys.items():
        (key,) = read(f"[{cut_out(text, span)}]", LARGE)
        assert unicodedata.normalize("NFC", str(key)) == pointer[-1]
        if pointer[:-1] not in {
            p[:-1] for p in list(spans.keys)[: list(spans.keys).index(pointer)]
        }:
            assert spans.firsts[pointer[:-1]] == span


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
@examples(60, 1500)
def test_json_reads_as_what_it_says(value: dict[str, Any]) -> None:
    """JSON is YAML; only keys that look alike, and whole numbers that are too long, are refused."""
    text = json.dumps(value, ensure_ascii=False)
    error = trouble_with(text.encode())
    if error is not None:
        assert error.code == "PRO013"
        return
    found = read(decode(text.encode()), LARGE)
    keys_composed = json.dumps(found, ensure_ascii=False)
    assert unicodedata.normalize("NFC", keys_composed) == unicodedata.normalize("NFC", text)
