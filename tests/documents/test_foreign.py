"""What stands in another language than the document's is told to be (WCAG 2.1, 3.1.2)."""

from __future__ import annotations

import zipfile
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

import pytest

from prostcli.documents.engine import Drafting
from prostcli.documents.foreign import END, NONE, STARTS, Foreign, foreign
from prostcli.documents.html import Setting, page
from prostcli.language import language
from prostcli.model.submissions import Report
from prostcli.publishing.document import Order, publish
from prostcli.publishing.site import QUICK, publication
from prostcli.usecases import View, view
from tests.documents.conftest import TOP
from tests.test_escape import PAYLOADS

ENGLISH, SWEDISH = language("en"), language("sv")
OURS = ("Reached", "Basis:", "Report missing", "Evidence", "The owner", "Decided plans")
VOID = {"meta", "br", "line", "rect"}


class Spoken(HTMLParser):
    """The text of a page by the language that it is in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            inherited = self.open[-1] if self.open else ""
            self.open.append(dict(attrs).get("lang") or inherited)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open:
            self.said[self.open[-1]] = self.said.get(self.open[-1], "") + data + "\n"


@pytest.fixture(scope="module")
def nordhamn() -> View:
    return view(TOP / "examples" / "nordhamn", date(2016, 6, 1))


def _told(seen: View) -> list[str]:
    """What decided reports tell in prose."""
    found = []
    for current in seen.assessment.standings.reports.values():
        if current.standing == "decided" and isinstance(current.file.value, Report):
            for entry in current.file.value.entries:
                found += [t for t in (entry.summary, entry.evidence, entry.obstacles) if t]
    return [" ".join(t.split()) for t in found]


def test_what_boards_say_is_in_their_language_in_an_english_review(nordhamn: View) -> None:
    said = Spoken(publish(nordhamn, Order("html", ENGLISH)).decode()).said
    told = _told(nordhamn)
    assert len(told) > 100
    for text in told:
        assert text in said["sv"], text
        assert text not in said["en"], text
    for words in OURS:
        assert words in said["en"], words
        assert words not in said["sv"], words


def test_on_every_page_of_a_site_too(nordhamn: View) -> None:
    files = publication(nordhamn, ENGLISH, makers=QUICK)
    said = Spoken(files["board-sodra.html"].decode()).said
    mine = [t for t in _told(nordhamn) if t in files["board-sodra.html"].decode()]
    assert len(mine) > 5
    assert all(text in said["sv"] and text not in said["en"] for text in mine)


def test_a_document_in_the_programmes_own_language_has_nothing_to_tell(nordhamn: View) -> None:
    assert foreign(nordhamn.assessment.material, "sv") == NONE
    made = publish(nordhamn, Order("html", SWEDISH)).decode()
    assert 'lang="sv"' not in made.partition("<body>")[2]


@pytest.mark.parametrize("code", ["sv", "en"])
def test_the_signs_are_nowhere_in_markdown(nordhamn: View, code: str) -> None:
    text = publish(nordhamn, Order("md", language(code))).decode()
    assert not set(text) & {*STARTS.values(), END}


@pytest.mark.slow
def test_word_has_the_language_of_each_run(nordhamn: View) -> None:
    with zipfile.ZipFile(BytesIO(publish(nordhamn, Order("docx", ENGLISH)))) as archive:
        assert archive.read("word/document.xml").count(b'<w:lang w:val="sv"') > 300


@pytest.mark.parametrize("text", [*PAYLOADS, f"{STARTS['sv']}a{END} b", f"a {END}{END}"])
def test_hostile_text_stays_text_between_the_signs(text: str) -> None:
    (made,) = [t for t in [text] if t]
    drafting = Drafting(ENGLISH, None, Foreign("sv", frozenset({made})))
    tags = []
    for said in (made, "ord"):
        filled = drafting._environment.from_string("# T\n\n- a {{ x }} b\n").render(x=said)
        from prostcli.documents.engine import Draft

        whole = page(Draft(filled, {}), Setting(ENGLISH))
        assert not set(whole) & {*STARTS.values(), END}
        tags.append(whole.count("<") - 2 * whole.count('<span lang="sv">'))
    assert tags[0] == tags[1]
