"""What stands in another language than the document's is told to be (WCAG 2.1, 3.1.2)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from ruamel.yaml import YAML

from prostcli.documents.blocks import blocks
from prostcli.documents.engine import Draft, Drafting, html_environment
from prostcli.documents.foreign import told_in
from prostcli.documents.html import Setting, page
from prostcli.documents.passages import as_elements, pieces, plain, said, shortened
from prostcli.documents.pdf import About, _data
from prostcli.documents.tree import tree
from prostcli.documents.views.pictures import GridRow, Sign, _used
from prostcli.language import language
from prostcli.publishing.document import Order, content, publish
from prostcli.publishing.site import QUICK, publication
from prostcli.usecases import View, view
from tests.desk import few
from tests.documents.conftest import TOP
from tests.documents.vocabulary import WORD, scalars, vocabulary
from tests.test_escape import PAYLOADS

ENGLISH, SWEDISH = language("en"), language("sv")
SIGNS = set("\ue000\ue001\ue002")
VOID = {"meta", "br", "line", "rect", "col", "input"}


class Told(NamedTuple):
    """A text of a document, and the language that the document says it is in."""

    text: str
    language: str
    inside: str
    """The element that it stands in."""


class Page(HTMLParser):
    """The texts of a page. Attributes are left out: nothing in one can be marked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.told: list[Told] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            inherited = self.open[-1][1] if self.open else ""
            self.open.append((tag, dict(attrs).get("lang") or inherited))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            opened, _ = self.open.pop()
            assert opened == tag

    def handle_data(self, data: str) -> None:
        if self.open and data.strip() and self.open[-1][0] not in ("style", "script"):
            self.told.append(Told(data, self.open[-1][1], self.open[-1][0]))


NO_TEXTS = ("is", "align", "tone", "glyph", "place", "lang", "region", "page")
"""Keys of the PDF's data that hold codes and signs, and not words to be read."""


def _in_data(data: object, code: str) -> Iterator[Told]:
    """The texts of what a PDF is set from."""
    if isinstance(data, str):
        yield Told(data, code, "")
    elif isinstance(data, list):
        for part in data:
            yield from _in_data(part, code)
    elif isinstance(data, dict) and data.get("is") == "folded":
        yield Told("".join(data["pieces"]), code, "")
    elif isinstance(data, dict):
        for key, part in data.items():
            if key not in NO_TEXTS:
                yield from _in_data(part, data.get("lang", code))


def _in_pdf(seen: View) -> list[Told]:
    made = content(seen, Order("pdf", ENGLISH))
    root = tree(made.draft.markdown)
    found = blocks(root, made.draft.pictures, ENGLISH).blocks
    about = About(made.short_title, seen.assessment.as_of, cover=True)
    return list(_in_data(_data(root, found, ENGLISH, about), "en"))


def _in_html(seen: View) -> list[Told]:
    return Page(publish(seen, Order("html", ENGLISH)).decode()).told


def _on_pages(seen: View) -> list[Told]:
    files = publication(seen, ENGLISH, makers=QUICK).items()
    return [t for name, data in files if name.endswith(".html") for t in Page(data.decode()).told]


FORMS = {"html": _in_html, "site": _on_pages, "pdf": _in_pdf}
WHERE = {
    "nordhamn": (TOP / "examples" / "nordhamn", date(2016, 6, 1), "2012-2015"),
    "lindvik": (TOP / "tests" / "lindvik", date(2023, 4, 1), None),
    "stockholm": (TOP, date(2010, 7, 1), "2006-2010"),
}


@pytest.fixture(scope="module", params=WHERE)
def seen(request: pytest.FixtureRequest) -> View:
    return view(*WHERE[request.param])


@pytest.fixture(scope="module")
def nordhamn() -> View:
    return view(*WHERE["nordhamn"])


# Every text, in every form ------------------------------------------------------------------------


class Given(NamedTuple):
    """What stands in the files, read apart from our own reader."""

    swedish: set[str]
    english: set[str]
    ids: set[str]


def _given(root: Path, edition: str) -> Given:
    found = Given(set(), set(), set())
    folders = (root / "program" / edition, root / "reports" / edition)
    for path in (p for folder in folders for p in folder.rglob("*.yaml")):
        _sort(YAML(typ="safe").load(path.read_text(encoding="utf-8")), found)
    return found


def _sort(value: object, found: Given) -> None:
    if isinstance(value, dict) and value.keys() & {"sv", "en"}:
        found.english.update(scalars(value.get("en", "")))
        if "en" not in value:  # else it is not shown
            found.swedish.update(scalars(value["sv"]))
    elif isinstance(value, dict):
        found.ids.update(scalars(value.get("id", "")))
        for part in value.values():
            _sort(part, found)
    elif isinstance(value, list):
        for part in value:
            _sort(part, found)
    else:
        found.swedish.update(scalars(value))


def _words(texts: set[str]) -> set[str]:
    return {w.lower() for text in texts for w in WORD.findall(text)}


CODES = re.compile(
    r"[\w.-]+/[\w./-]+|[\w-]+\.(?:yaml|html|csv|json|md|pdf|docx)\b"  # files
    r"|\b[0-9a-f]{7,64}\b|\bK\d+(?::\d+)?|\bSHA-256\b"  # fingerprints, marks of sources
    r"|\((?:[a-zåäö]{1,12}, )*[a-zåäö]{1,12}\)(?=[,.; ]|$)"  # parties, by the names they have
)
"""What is no word of a language: the names of files, fingerprints, abbreviations of names."""
HOLD_ONLY_TEXT = ("title", "desc")
"""Elements that can hold no other: where such a text is of two languages neither can be marked.
The page has the same words in its heading, the picture in its table, where both are."""
CUT = re.compile(r"\S+$")
"""The last word of a label in a picture: it may be cut off. The table has the whole."""
QUOTED = {"bör", "kan", "ska"}
"""Swedish words that the English templates themselves quote."""


@pytest.mark.parametrize("form", few(FORMS))
def test_every_swedish_word_is_told_to_be_swedish(seen: View, form: str) -> None:
    """Each word in an English place is one of the tool's own or of the files' English, and each in
    a Swedish place stands in the files. No longer Swedish text stands in an English place."""
    given = _given(seen.workspace.root, seen.assessment.material.edition)
    ours = (vocabulary(ENGLISH) | _words(given.english) | {"h", "kb"}) - QUOTED
    theirs = _words(given.swedish) | QUOTED
    long = {" ".join(t.split()) for t in given.swedish if len(t.split()) > 2}
    long = {t for t in long if not any(t in told for told in given.english)}  # a name within
    found = FORMS[form](seen)
    for text, code, inside in found:
        left = CODES.sub(" ", text)
        if code == "sv":
            left = left if inside != "tspan" else CUT.sub("", left)
            assert _words({left}) <= theirs, text
        elif inside not in HOLD_ONLY_TEXT:
            assert code == "en"
            words = {w for w in left.split() if w.strip(".,:;()") not in given.ids}
            assert _words(words) <= ours, text
            spaced = " ".join(text.split())
            assert not [t for t in long if t in spaced], text
    assert sum(t.language == "sv" for t in found) > 100


@pytest.mark.slow
def test_word_has_the_language_of_each_run(nordhamn: View) -> None:
    with zipfile.ZipFile(BytesIO(publish(nordhamn, Order("docx", ENGLISH)))) as archive:
        made = archive.read("word/document.xml").decode()
    runs = re.findall(r"<w:r>.*?</w:r>", made, re.DOTALL)
    told = {
        t: 'w:lang w:val="sv"' in run for run in runs for t in re.findall(r">([^<]+)</w:t>", run)
    }
    for text in ("Att mötas", "Öppna mötesplatser", "Hamnhem", "Nordhamn"):
        assert told[text], text
    for text in ("Reached", "Fulfilled"):
        assert told[text] is False, text


@pytest.mark.parametrize("code", few(["en", "sv"]))
def test_the_signs_are_nowhere_in_a_document(nordhamn: View, code: str) -> None:
    for form in ("md", "html"):
        assert not set(publish(nordhamn, Order(form, language(code))).decode()) & SIGNS
    files = publication(nordhamn, language(code), makers=QUICK)
    assert not [name for name, data in files.items() if set(data.decode()) & SIGNS]


def test_markdown_is_as_if_nothing_was_marked(seen: View, monkeypatch: pytest.MonkeyPatch) -> None:
    made = publish(seen, Order("md", ENGLISH))
    monkeypatch.setattr("prostcli.publishing.document.told_in", lambda assessment, _: assessment)
    assert publish(seen, Order("md", ENGLISH)) == made


def test_what_is_no_document_is_not_marked(nordhamn: View) -> None:
    ours, theirs = (publication(nordhamn, code, makers=QUICK) for code in (ENGLISH, SWEDISH))
    for name in ("activities.csv", "activities.json", "status.json"):
        assert ours[name] == theirs[name]


def test_a_document_in_the_programmes_own_language_has_nothing_to_tell(nordhamn: View) -> None:
    assert told_in(nordhamn.assessment, "sv") is nordhamn.assessment
    made = publish(nordhamn, Order("html", SWEDISH)).decode()
    assert 'lang="sv"' not in made.partition("<body>")[2]


def test_marking_changes_no_figure(nordhamn: View) -> None:
    told = told_in(nordhamn.assessment, "en")
    assert told.cells != nordhamn.assessment.cells  # the entries in them are marked
    facts = [
        [(c.expected, c.plan, c.report, c.outcome, c.status, c.sources) for c in a.cells]
        for a in (told, nordhamn.assessment)
    ]
    assert facts[0] == facts[1]


# Where the marks go ------------------------------------------------------------------------------


def _spans(template: str, **views: object) -> list[tuple[str | None, str]]:
    """What stands in spans with a language of their own."""
    drafting = Drafting(ENGLISH, marked=True)
    filled = drafting._environment.from_string(f"# T\n\n{template}\n").render(**views)
    found = (e for e in tree(filled).iter("span") if e.get("lang"))
    return [(e.get("lang"), "".join(e.itertext())) for e in found]


ADVICE, GROUP = said("ett råd", "sv"), said("en förening", "sv")


@pytest.mark.parametrize(
    "template",
    [
        "{{ x | listed }}",
        '{{ x | join(", ") }}',
        "{{ x[0] }} {{ x[1] }}",
        '{{ x[0] ~ ", " ~ x[1] }}',
        '{{ caption("Scale: " ~ (x | join("; "))) }}\n\n| a |\n|---|\n| b |\n',
        "| {{ x[0] }} |\n|---|\n| **{{ x[1] }}** |\n",
        "## 1.1 {{ x[0] }}, {{ x[1] }}",
        "[{{ x[0] }}](a.html): *{{ x[1] }}*",
    ],
)
def test_a_mark_goes_with_its_text(template: str) -> None:
    assert _spans(template, x=[ADVICE, GROUP]) == [("sv", "ett råd"), ("sv", "en förening")]


def test_filters_see_the_text_and_not_its_marks() -> None:
    assert _spans("{{ x | upper_first }}", x=ADVICE) == [("sv", "Ett råd")]
    assert _spans("{{ x | upper_first | lower_first }}", x=ADVICE) == [("sv", "ett råd")]
    drafting = Drafting(ENGLISH, marked=True)
    stopped = drafting._environment.from_string("{{ x | stop }}")
    assert plain(stopped.render(x=said("Klart.", "sv"))) == "Klart."
    assert plain(stopped.render(x=said("Klart", "sv"))) == "Klart."


def test_paragraphs_are_told_one_by_one() -> None:
    assert _spans("{{ x | block }}", x=said("Ett\n\nTvå", "sv")) == [("sv", "Ett"), ("sv", "Två")]


def test_a_word_that_a_template_quotes() -> None:
    assert _spans('the text says “{{ "bör" | word("sv") }}”') == [("sv", "bör")]


def test_a_note_keeps_its_passages() -> None:
    text = f"| a |\n|---|\n| b |\n\n*Basis: {ADVICE}.*\n"
    made = page(Draft(f"# T\n\n{text}", {}), Setting(ENGLISH, marked=True))
    assert '<p>Basis: <span lang="sv">ett råd</span>.</p>' in made


def test_contents_and_title_keep_their_passages() -> None:
    made = page(Draft(f"# {ADVICE}\n\n## 1 {GROUP}\n", {}), Setting(ENGLISH, marked=True))
    assert '<title lang="sv">ett råd</title>' in made
    assert '<a href="#h-1-en-forening">1 <span lang="sv">en förening</span></a>' in made
    assert '<h2 id="h-1-en-forening">1 <span lang="sv">en förening</span></h2>' in made


@pytest.mark.parametrize(
    ("html", "elements"),
    [
        (f"<p>a {ADVICE}</p>", '<p>a <span lang="sv">ett råd</span></p>'),
        (
            f'<p title="{ADVICE}">{ADVICE}</p>',
            '<p title="ett råd"><span lang="sv">ett råd</span></p>',
        ),
        (
            f"<svg><text>1 {ADVICE}</text></svg>",
            '<svg><text>1 <tspan lang="sv">ett råd</tspan></text></svg>',
        ),
        (f"<title>{ADVICE} – {GROUP}</title>", '<title lang="sv">ett råd – en förening</title>'),
        (f'<desc id="d">{ADVICE}: a.</desc>', '<desc id="d">ett råd: a.</desc>'),
        (f"<title>{ADVICE} {said('neuvo', 'fi')}</title>", "<title>ett råd neuvo</title>"),
    ],
)
def test_elements_of_each_kind(html: str, elements: str) -> None:
    assert as_elements(html) == elements


@pytest.mark.parametrize(
    ("most", "cut"), [(30, "1 ett råd, en förening"), (9, "1 ett rå…"), (4, "1 e…"), (3, "1…")]
)
def test_a_text_that_is_cut_off_keeps_its_marks(most: int, cut: str) -> None:
    text = f"1 {ADVICE}, {GROUP}"
    made = shortened(text, most)
    assert plain(made) == cut
    assert not set(plain(made)) & SIGNS
    assert all(language == "sv" for language, part in pieces(made) if part.strip("1 ,…"))


def test_words_by_language_are_told_by_their_key(nordhamn: View) -> None:
    assessment = nordhamn.assessment
    programme = assessment.material.programme
    labels = {"fi": "Suomeksi"}
    changed = programme.model_copy(update={"about": labels, "numbering": {"sv": "På", "en": "On"}})
    file = assessment.material.programme_file
    material = replace(assessment.material, programme_file=replace(file, value=changed))
    told = told_in(replace(assessment, material=material), "en").material.programme
    assert told.about == {"fi": said("Suomeksi", "fi")}
    assert told.numbering["en"] == "On"
    assert told.title == said(programme.title, "sv")
    assert (told.edition, told.sections[0].id, told.forge) == (
        programme.edition, programme.sections[0].id, programme.forge,
    )  # fmt: skip


def test_the_top_of_a_pdfs_pages_keeps_its_passages() -> None:
    text = f"# T\n\n**Not {ADVICE}.** More\n\n**Ours.** More\n\n## 1. Chapter\n"
    root = tree(text)
    about = About(f"Short {GROUP}", date(2016, 6, 1), cover=False)
    data = _data(root, blocks(root, {}, ENGLISH).blocks, ENGLISH, about)

    def swedish(text: str) -> dict[str, object]:
        return {"is": "said", "lang": "sv", "text": [text]}

    assert data["short"] == ["Short ", swedish("en förening")]
    assert data["notices"] == [["Not ", swedish("ett råd"), ""], ["Ours"]]


def test_signs_stand_in_the_order_of_their_words() -> None:
    first, second = Sign("good", "✓", said("a", "sv")), Sign("good", "+", "b")
    assert _used([GridRow("", (second, first))]) == (first, second)


# Safe --------------------------------------------------------------------------------------------

HOSTILE = [*PAYLOADS, said("a", "sv"), f"{said('a', 'sv')} b", "a \ue002\ue002", "\ue000sv\ue001a"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_between_the_signs(text: str) -> None:
    """No other element comes of it than that of its language; signs of its own mean nothing."""
    tags = []
    for marked in (said(text, "sv"), "word"):
        drafting = Drafting(ENGLISH, marked=True)
        filled = drafting._environment.from_string("# T {{ x }}\n\n- a {{ x }} b\n").render(
            x=marked
        )
        made = page(Draft(filled, {}), Setting(ENGLISH, marked=True))
        assert not set(made) & SIGNS
        tags.append(made.count("<") - 2 * made.count('<span lang="sv">'))
    assert tags[0] == tags[1]


@pytest.mark.parametrize("text", HOSTILE[-4:])
def test_signs_of_a_text_are_none_where_nothing_is_marked(text: str) -> None:
    drafting = Drafting(SWEDISH)
    filled = drafting._environment.from_string("# T\n\n{{ x }}\n").render(x=text)
    made = page(Draft(filled, {}), Setting(SWEDISH))
    assert not set(made) & SIGNS
    assert "<span" not in made
    shown = html_environment(SWEDISH).from_string('<p title="{{ x }}">{{ x }}</p>').render(x=text)
    assert not set(shown) & SIGNS
    assert shown.count("<") == 2


@pytest.mark.parametrize("text", [f"{ADVICE}<b>", f'{ADVICE}" onclick="x', f"{GROUP}</title>"])
def test_an_attribute_holds_no_mark_and_no_markup(text: str) -> None:
    layout = '<p title="{{ x }}">{{ x }}</p><title>{{ x }}</title>'
    environment = html_environment(ENGLISH, marked=True)
    made = as_elements(environment.from_string(layout).render(x=text))
    assert re.fullmatch(
        r'<p title="[^"<>]*">[^<]*<span lang="sv">[^<]*</span>[^<]*</p>'
        r"<title(?: lang=\"sv\")?>[^<]*</title>",
        made,
    )
    assert not set(made) & SIGNS
