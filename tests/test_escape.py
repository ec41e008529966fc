"""No text from a file can become anything but text."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from prostcli.escape import markdown_paragraphs, markdown_text
from tests.properties import examples

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

POSITIONS = {
    "paragraph": ("{}\n", {"paragraph"}),
    "two lines": ("Före\n{}\n", {"paragraph"}),
    "heading": ("## {}\n", {"heading"}),
    "item": ("- {}\n", {"bullet_list", "list_item", "paragraph"}),
    "numbered": ("1. {}\n", {"ordered_list", "list_item", "paragraph"}),
    "quotation": ("> {}\n", {"blockquote", "paragraph"}),
    "cell": ("| a | b |\n|---|---|\n| {} | c |\n", {"table", "thead", "tr", "th", "tbody", "td"}),
    "middle": ("Före {} [K1:1]\n\n[K1:1]: #k1\n", {"paragraph"}),
    "brackets": ("Före ({}) efter\n", {"paragraph"}),
}

PAYLOADS = [
    "# Rubrik", "- punkt", "+ punkt", "* punkt", "1. ett", "1) ett", "> citat", "---", "***",
    "===", "```kod", "~~~", "    kod", "\tkod", "<b>fet</b>", "<script>", "<!-- x -->", "<?php",
    "[länk](http://a)", "![bild](a)", "[K1:1]", "[^1]", "[^1]: not", "[a]: #b", "`kod`", "**fet**",
    "_kursiv_", "~~struken~~", "a | b", "|---|", "&amp;", "&#35;", "http://a.se", "www.a.se",
    "_http://a", "a@b.se", "mailto:a@b", "$x$", "{{ 7*7 }}", "{% x %}", ":skull:", "\\", "\\\\",
    "rad\nrad", "rad\r\n# rad", "a\n\n# b", "a\u2028# b", "a\x85- b", "slut!", "slut #", "#", "!",
    ": def", "% titel", "=> x", "x  \ny", "\u202eabc", "a\x00b", "a\x1b[31mb", "***a*** b",
]  # fmt: skip


def _tokens(tokens: list[Token] | None) -> list[Token]:
    return [t for token in tokens or [] for t in (token, *_tokens(token.children))]


def _inert(text: str, position: str) -> None:
    frame, allowed = POSITIONS[position]
    tokens = _tokens(READER.parse(frame.format(markdown_text(text))))
    kinds = {re.sub(r"_(open|close)$", "", t.type) for t in tokens}
    extra = {"link"} if position == "middle" else set()
    assert kinds <= allowed | {"inline", "text", "softbreak", "text_special"} | extra
    assert sum(t.type == "link_open" for t in tokens) == len(extra)


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("text", PAYLOADS)
def test_a_payload_stays_text(text: str, position: str) -> None:
    if markdown_text(text) or position not in ("paragraph", "two lines"):
        _inert(text, position)


SIGNS = st.text(st.sampled_from("\\`*_[]<>&|~$^{}@#+=:-1.)(! \n\t/hwtps:a'\"å\u2028\u202e\x00"))


@examples(100, 1500)
@given(text=st.one_of(st.text(), SIGNS), position=st.sampled_from(sorted(POSITIONS)))
@example(text="_http://a", position="paragraph")
def test_any_text_stays_text(text: str, position: str) -> None:
    _inert(text, position)


@given(st.one_of(st.text(), SIGNS))
def test_the_text_reads_as_it_was_written(text: str) -> None:
    written = markdown_text(text)
    tokens = _tokens(READER.parse(f"x{written}x")) if written else []
    read = "".join(t.content for t in tokens if t.type in ("text", "text_special"))
    plain = re.sub(r"[^\S\u00a0\u202f]+", " ", text).strip(" \u00a0\u202f")
    plain = "".join(
        c if c.isprintable() or c in "\u00ad\u200c\u200d\u00a0\u202f" else "\ufffd" for c in plain
    )
    assert read == (f"x{plain}x" if written else "")


@given(st.one_of(st.text(), SIGNS))
def test_no_address_becomes_a_link_by_itself(text: str) -> None:
    written = markdown_text(text)
    assert not re.search(r"(?i)(https?|ftp|mailto|xmpp):|www\.|(?<!\\)@|(?<!\\):[\w+-]+:", written)


@given(st.one_of(st.text(), SIGNS))
def test_paragraphs_are_lines(text: str) -> None:
    assert all(p and "\n" not in p for p in markdown_paragraphs(text))


def test_dates_numbers_and_references_stay_readable() -> None:
    for text in ("2006-12-31", "§ 9", "Dnr 1.2-456/2006", "50 %", "1.1", "5.2.6 Idrott", "s. 14"):
        assert markdown_text(text) == text


def test_paragraphs_are_kept() -> None:
    assert markdown_paragraphs("Ett\ntvå\n\n# Tre\r\n\r\nfyra") == ["Ett två", "\\# Tre", "fyra"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("se http://a.se och HTTPS://b", "se http\\://a.se och HTTPS\\://b"),
        ("mailto:a", "mailto\\:a"), ("www.a.se", "www\\.a.se"),
        ("WWW.b", "WWW\\.b"), ("a  b", "a b"),
        (":skull:", "\\:skull:"),
        ("a :x: b", "a \\:x: b"), ("slut!", "slut\\!"), ("slut #", "slut \\#"), ("a!", "a\\!"),
        ("!", "!"), ("#", "\\#"), ("1. ett", "1\\. ett"), ("12) två", "12\\) två"),
        ("- x", "\\- x"), ("+ x", "\\+ x"), ("XAXX", "XAXX"), ("aX", "aX"), ("  å\u00a0", "å"),
        ("a\t\n b", "a b"),
        ("a\u00a0b\u202fc", "a\u00a0b\u202fc"), ("a\u00adb", "a\u00adb"), ("a\x00b", "a\ufffdb"),
        ("`*_[]<>&|~$^{}@\\", "".join(f"\\{c}" for c in "`*_[]<>&|~$^{}@\\")),
    ],
)  # fmt: skip
def test_what_is_escaped_and_nothing_more(text: str, written: str) -> None:
    assert markdown_text(text) == written


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [("a\r\nb", ["a b"]), ("a\rb", ["a b"]), ("a\r\rb", ["a", "b"]), ("a\r\n\r\nb", ["a", "b"]),
     ("X\n\nX", ["X", "X"]), ("\n\na\n\n", ["a"]), ("a\n \t\nb", ["a", "b"]), ("", [])],
)  # fmt: skip
def test_paragraphs_end_where_a_line_is_empty(text: str, paragraphs: list[str]) -> None:
    assert markdown_paragraphs(text) == paragraphs
