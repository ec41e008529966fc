"""A page that stands by itself and that everyone can read: what can be told without a browser."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import ParseError

import pytest

from prostcli.documents import templates as tools
from prostcli.documents.engine import Draft, Placed
from prostcli.documents.html import Setting, page
from prostcli.documents.passages import said
from prostcli.documents.views.pictures import grid_of
from prostcli.errors import ProstError
from prostcli.language import language
from prostcli.publishing.document import Order, publish
from prostcli.usecases import view
from tests.test_escape import PAYLOADS

TOP = Path(__file__).resolve().parents[2]
VOID = {"meta", "br", "img", "link", "input", "hr", "line", "rect"}


class Page(HTMLParser):
    """The elements of a page in order, with their attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: Counter[str] = Counter()
        self.headings: list[tuple[int, str]] = []
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and re.fullmatch("h[1-6]", self.open[-1]):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def named(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


@pytest.fixture(scope="module", params=["nordhamn", "real", "annex"])
def made(request: pytest.FixtureRequest) -> str:
    root, day = (
        (".", "2010-05-01") if request.param == "real" else ("examples/nordhamn", "2016-06-01")
    )
    order = Order("html", language("sv"))
    if request.param == "annex":
        order = Order("html", language("sv"), "nordvastra", 2014)
    return publish(view(TOP / root, date.fromisoformat(day)), order).decode()


def test_it_has_a_language_a_title_and_headings_in_order(made: str) -> None:
    found = Page(made)
    assert found.named("html") == [{"lang": "sv"}]
    assert [level for level, _ in found.headings].count(1) == 1
    levels = [level for level, _ in found.headings]
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert all(text.strip() for _, text in found.headings)
    assert re.search(r"<title>[^<]{10,}</title>", made)


def test_the_title_comes_first_then_the_contents_and_the_link_past_them(made: str) -> None:
    """For whoever listens, and on a phone, where all stands in one column."""
    body = made[made.index("<body>") :]
    order = ['<a class="skip" href="#start">', "<h1 ", "</h1>", '<nav class="contents"', "</nav>",
             '<main id="start"', "<p>", "<h2 "]  # fmt: skip
    places = [body.index(part) for part in order]
    assert places == sorted(places)
    assert body.count("<h1 ") == body.count("<main") == 1


def test_each_place_is_there_once_and_each_link_leads_somewhere(made: str) -> None:
    found = Page(made)
    ids = Counter(a["id"] for _, a in found.elements if "id" in a)
    assert max(ids.values()) == 1
    targets = [a["href"] for a in found.named("a")]
    assert len(targets) > 5
    assert {t[1:] for t in targets} <= set(ids)
    described = " ".join(a.get("aria-labelledby", "") for _, a in found.elements).split()
    assert set(described) <= set(ids)


def test_it_needs_nothing_from_elsewhere_and_no_script(made: str) -> None:
    found = Page(made)
    assert not found.named("script", "link", "img", "iframe", "object", "embed", "form")
    assert not [a for _, a in found.elements if any(k.startswith("on") for k in a)]
    assert "default-src 'none'" in made
    assert "url(" not in made


def test_every_header_says_what_it_is_the_header_of(made: str) -> None:
    found = Page(made)
    headers = found.named("th")
    assert {h["scope"] for h in headers} <= {"col", "row", "rowgroup", "colgroup"}
    assert len(found.named("table")) == len(found.named("caption"))


def test_every_picture_is_told_in_words(made: str) -> None:
    pictures = Page(made).named("svg")
    for picture in pictures:
        assert picture["role"] == "img"
        assert len(picture["aria-labelledby"].split()) == 2
    assert len(re.findall("<svg", made)) == len(re.findall("<desc ", made))


def test_what_scrolls_can_be_reached_by_the_keyboard(made: str) -> None:
    for frame in [a for _, a in Page(made).elements if a.get("class") == "scroll"]:
        assert frame["tabindex"] == "0"
        assert frame["role"] == "group"
        assert frame["aria-label"]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd",
               "//elsewhere.example/x", "../../x.html", "vbscript:x"],
)  # fmt: skip
def test_a_link_leads_nowhere_else(target: str) -> None:
    draft = Draft(f"# T\n\n[text](<{target}>)\n", {})
    made = page(draft, Setting(language("sv")))
    assert not [a for a in Page(made).named("a") if a["href"] != "#start"]
    assert "text" in made


def test_raw_html_is_never_read_as_such() -> None:
    draft = Draft("# T\n\n<script>alert(1)</script>\n\nx <b onclick=alert(1)>y</b>\n", {})
    made = page(draft, Setting(language("sv")))
    assert not Page(made).named("script", "b")


def test_quotations_tell_their_language_in_a_document_in_another() -> None:
    draft = Draft(f"# T\n\n> {said('Ordagrant.', 'sv')}\n", {})
    made = page(draft, Setting(language("en"), marked=True))
    assert Page(made).named("html") == [{"lang": "en"}]
    assert '<blockquote>\n<p><span lang="sv">Ordagrant.</span></p>' in made


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_title_is_only_text(text: str) -> None:
    from prostcli.escape import markdown_text

    draft = Draft(f"# x{markdown_text(text)}\n", {})
    tags = [tag for tag, _ in Page(page(draft, Setting(language("sv")))).elements]
    plain = [tag for tag, _ in Page(page(Draft("# x\n", {}), Setting(language("sv")))).elements]
    assert tags == plain


def test_an_image_is_told_and_not_fetched() -> None:
    """Only a template of one's own can ask for one."""
    text = "# T\n\n![Karta](/etc/passwd) och ![b](http://example.org/x.png)\n"
    made = page(Draft(text, {}), Setting(language("sv")))
    assert "<p><span>Karta</span> och <span>b</span></p>" in made
    assert "<img" not in made


def test_a_picture_that_cannot_be_read_is_the_fault_of_whose_template_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = Path(shutil.copytree(TOP / "templates", tmp_path / "ours"))
    (ours / "pictures/grid.html.j2").write_text("\n<p>", encoding="utf-8")
    monkeypatch.setattr(tools, "templates_folder", lambda: ours)
    grid = grid_of("g", "Rutor", "Vad det är.", "Nämnd", (), (), ())
    draft = Draft("# T\n\n```picture\ng\n```\n", {"g": Placed(grid, 1)})
    own = tmp_path / "own"
    (own / "pictures").mkdir(parents=True)
    setting = Setting(language("sv"), own)
    with pytest.raises(ParseError):
        page(draft, setting)
    (own / "pictures/grid.html.j2").write_text("\n\n<p>", encoding="utf-8")
    with pytest.raises(ProstError, match="unfit-picture") as raised:
        page(draft, setting)
    assert raised.value.facts == {"template": str(own / "pictures/grid.html.j2"), "line": 3}
