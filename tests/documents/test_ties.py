"""No line ends between a sign and its number, and what is quoted is as it was written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from prostcli.documents.engine import Draft, draft, markdown, tied
from prostcli.documents.tree import tree, words
from prostcli.language import language
from prostcli.publishing.document import Order, publish
from prostcli.usecases import view
from tests.documents.conftest import TOP

SV = language("sv")
SEEN = view(TOP / "examples" / "nordhamn", date(2016, 6, 1))
HELD = (
    # What stands in the files and is no text: the review's own decision, a plan's.
    "18\u00a0maj\u00a02016, §\u00a061, Dnr\u00a0SON\u00a02016/30",
    "kapitel\u00a05", "bilaga\u00a01", "rad\u00a0", "3\u00a0av\u00a0",
)  # fmt: skip


def test_a_page_holds_them_together_and_markdown_can_be_searched() -> None:
    page = publish(SEEN, Order("html", SV)).decode()
    text = re.sub(r"<[^>]+>", "", page)
    plain = publish(SEEN, Order("md", SV)).decode()
    for held in HELD:
        assert held in text, held
        assert held.replace("\u00a0", " ") in plain, held
        assert held not in plain
    assert "nbsp" not in text + plain
    # Only in what boards and council have written may one end there.
    for found in re.finditer(r"Läget \d+ |Underlag: [^.]*\d \w+ \d{4}[,;]", text):
        pytest.fail(found[0])


def test_a_quoted_text_keeps_its_spaces() -> None:
    page = publish(SEEN, Order("html", SV)).decode()
    quoted = "".join(re.findall(r"<blockquote.*?</blockquote>", page, re.DOTALL))
    assert len(quoted) > 1000
    assert "\u00a0" not in quoted


@pytest.mark.parametrize(
    ("text", "held"),
    [("§ 9", "§_9"), ("Dnr 1.2-84/2000", "Dnr_1.2-84/2000"), ("1 december 2000", "1_december_2000"),
     ("Dnr SON 2016/30", "Dnr_SON_2016/30"), ("", ""),
     ("§ 12 och § 13, omedelbart justerade", "§_12 och §_13, omedelbart justerade"),
     ("ett långt ord " * 9, "ett långt ord " * 9)],
)  # fmt: skip
def test_what_is_short_is_held_whole_and_what_is_long_at_its_signs(text: str, held: str) -> None:
    """A long text in one piece would be wider than a column."""
    assert tied(text).replace("\u00a0", "_") == held


@pytest.mark.parametrize("hostile", ["a&nbsp;b", "a\\&nbsp;b", "\\\\&nbsp;b", "&amp;nbsp;", "# b"])
def test_a_text_that_looks_like_one_of_ours_stays_a_text(tmp_path: Path, hostile: str) -> None:
    (tmp_path / "sv").mkdir()
    template = "rad&nbsp;{{ 1 }} {{ x }}; {{ x | tied }}\n"
    (tmp_path / "sv" / "t.md.j2").write_text(template, encoding="utf-8")
    made: Draft = draft("t", SV, tmp_path, x=hostile)
    held = hostile.replace(" ", "\u00a0")
    assert words(tree(made.markdown)) == f"rad\u00a01 {hostile}; {held}"
    assert words(tree(markdown("t", SV, tmp_path, x=hostile))) == f"rad 1 {hostile}; {hostile}"
