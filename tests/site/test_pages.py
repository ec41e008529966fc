"""The pages of a site: whole, linked, and true to the hand count."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from prostcli.language import language
from prostcli.publishing.site import QUICK, Made, Maker, publication
from prostcli.usecases import view
from tests.assessment.test_nordhamn import STATUS_ROWS, numbers
from tests.cli.conftest import prostcli as prostcli  # noqa: PLC0414  a fixture
from tests.cli.test_hostile_text import PAYLOADS, _fill, _text_fields
from tests.site.conftest import NORDHAMN, TOP, Files, made
from tests.site.reading import Read

SITES = ("nordhamn", "lindvik", "real")
OURS = re.compile(
    r"(index|year-\d{4}|obligations|obligation-[a-z0-9.-]+|boards|board-[a-z0-9-]+|activities"
    r"|review|review-document|sources|search|downloads)\.html|(status|activities|submissions)"
    r"(-excel\.csv|\.csv|\.json)|review\.md"
)
WORDS = {
    "complied": "Efterlevs, kontrollerat", "not-checked": "Ej kontrollerat", "breach": "Avvikelse",
    "fulfilled": "Uppfylls helt", "partly": "Uppfylls delvis", "not-fulfilled": "Uppfylls inte",
    "not-applicable": "Ej tillämpligt", "in-place": "Rutin finns",
    "partly-in-place": "Rutin finns delvis", "not-in-place": "Rutin saknas",
    "not-addressed": "Berörs inte", "report-received": "Ej nämndbeslutad",
    "report-overdue": "Redovisning saknas", "report-draft": "Utkast",
    "settled": "Slutförd tidigare", "written-off": "Avskriven",
}  # fmt: skip


def pages(files: Files) -> dict[str, Read]:
    return {name: Read(data) for name, data in files.items() if name.endswith(".html")}


@pytest.fixture(scope="session", params=SITES)
def site(request: pytest.FixtureRequest, every: dict[str, Files]) -> Files:
    return every[request.param]


@pytest.fixture(scope="session")
def read(site: Files) -> dict[str, Read]:
    return pages(site)


def test_names_are_plain(site: Files) -> None:
    assert not [name for name in site if not OURS.fullmatch(name)]


def test_a_page_for_each_thing(real: Files, nordhamn: Files) -> None:
    boards = {n for n in real if n.startswith("board-")}
    assert len(boards) == 29
    assert len({n for n in real if n.startswith("obligation-")}) == 22
    assert {n for n in real if n.startswith("year-")} == {
        f"year-{y}.html" for y in range(2006, 2011)
    }
    assert "board-farsta.html" in boards
    assert "obligation-5.2.4.html" in real
    assert len({n for n in nordhamn if n.startswith("obligation-")}) == 13


def test_every_link_leads_somewhere(site: Files, read: dict[str, Read]) -> None:
    links, places = 0, {name: set(page.ids()) for name, page in read.items()}
    for name, page in read.items():
        ids = page.ids()
        assert len(ids) == len(set(ids)), (name, sorted(i for i in ids if ids.count(i) > 1)[:3])
        for link in page.all("a"):
            target = link.attributes["href"]
            if target.startswith(("http:", "https:")):
                continue
            links += 1
            file, _, anchor = target.partition("#")
            assert "/" not in file, (name, target)
            assert not file or file in site, (name, target)

            if anchor:
                assert unquote(anchor) in places[file or name], (name, target)
    assert links > 500


def test_every_page_can_be_found(read: dict[str, Read]) -> None:
    """From the start, by links alone."""
    found, ahead = {"index.html"}, ["index.html"]
    while ahead:
        for link in read[ahead.pop()].all("a"):
            file = link.attributes["href"].partition("#")[0]
            if file.endswith(".html") and file not in found and "/" not in file:
                found.add(file)
                ahead.append(file)
    assert found == set(read)


def test_every_page_has_what_a_reader_needs(read: dict[str, Read]) -> None:
    titles = []
    for name, page in read.items():
        assert page.all("html")[0].attributes["lang"] == "sv", name
        assert page.text("title"), name
        assert len(page.all("h1")) == 1, name
        assert page.text("h1"), name
        assert len(page.all("main")) == 1, name
        titles.append(page.text("title"))
        if name == "review-document.html":
            continue
        assert page.all("a")[0].attributes == {"class": "skip", "href": "#start"}, name
        current = [t for t in page.all("a") if "aria-current" in t.attributes]
        belongs = not name.startswith(("board-", "obligation-"))
        assert [t.attributes["aria-current"] for t in current] == (
            ["page"] if belongs else ["true"]
        )
        assert re.search(
            r"Underlag: program \d{4}-\d{4} så som det stod \d+ \w+ \d{4}\.", page.text("footer")
        )
    assert len(set(titles)) >= len(titles) - 1  # the review twice, in two layouts


def test_nothing_is_fetched_and_no_script_runs_but_the_search(read: dict[str, Read]) -> None:
    for name, page in read.items():
        assert not {t.name for t in page.tags} & {"img", "link", "iframe", "object", "form", "base"}
        assert not [t for t in page.tags if "src" in t.attributes]
        assert not [t for t in page.tags if any(a.startswith("on") for a in t.attributes)]
        policy = next(
            t.attributes["content"]
            for t in page.all("meta")
            if t.attributes.get("http-equiv") == "Content-Security-Policy"
        )
        assert "default-src 'none'" in policy, name
        scripts = [text for where, text in page.texts if where[-1:] == ("script",)]
        assert len(scripts) == (name == "search.html"), name
        if scripts:
            digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
            assert f"script-src 'sha256-{digest}'" in policy
            assert "innerHTML" not in scripts[0]
            assert "eval" not in scripts[0]
        else:
            assert "script-src 'unsafe" not in policy


def test_the_matrix_leads_from_each_cell_to_the_boards_year(nordhamn: Files) -> None:
    page = Read(nordhamn["index.html"])
    cells = [t.attributes["href"] for t in page.all("a") if "td" in t.inside]
    assert len(cells) == 22  # counted by hand for 2015
    assert "board-sodra.html#y2015-2.1" in cells
    heads = [t.attributes["href"] for t in page.all("a") if "thead" in t.inside]
    assert "obligation-2.1.html#y2015" in heads
    assert page.text("caption").startswith("Tabell 1. Läget 2015")


def test_the_start_shows_the_latest_year_that_anything_is_due_for(real: Files) -> None:
    page = Read(real["index.html"])
    assert "Läget 2010" in page.text("main")
    assert "Inget är inlagt." in page.text("main")
    assert "135 fall" in page.text("main")
    assert "Tiden för att redovisa löper." in page.text("main")


UNANSWERED = {"2015": 1}
"""Cells of N in measures that nobody has answered, whose share is a dash: U's draft on 2.2."""
LAST = [row for row in STATUS_ROWS if row[0] == "2016-03-01"]


@pytest.mark.parametrize("row", LAST, ids=lambda row: str(row[1]))
def test_figures_are_those_counted_by_hand(nordhamn: Files, row: list[str]) -> None:
    _, year, cells, share, statuses, _ = row
    page = Read(nordhamn[f"year-{year}.html"])
    n, of = share.split("/")
    text = page.text("main")
    assert f"Åtgärderna: {cells} fall." in text
    assert f"är åtgärden nådd i {n} av {of}." in text
    for status, number in numbers(statuses).items():
        assert re.search(rf"{re.escape(WORDS[status])} {number}\b", text), status
    cell_texts = [text.strip() for where, text in page.texts if where[-1:] == ("td",)]
    told = [text.split("/") for text in cell_texts if re.fullmatch(r"\d+/\d+", text)]
    measures = [(int(a), int(b)) for a, b in told]
    silent = UNANSWERED.get(year, 0)
    assert [sum(c) for c in zip(*measures, strict=True)] == [int(n), int(of) - silent]


def test_figures_follow_the_date() -> None:
    before = Read(made(NORDHAMN, "2014-05-20")["year-2013.html"]).text("main")
    after = Read(made(NORDHAMN, "2014-05-21")["year-2013.html"]).text("main")
    assert "är åtgärden nådd i 14 av 25." in before
    assert "är åtgärden nådd i 13 av 25." in after


def test_while_the_time_runs_no_share_is_told() -> None:
    text = Read(made(NORDHAMN, "2012-01-01")["year-2012.html"]).text("main")
    assert "29 fall" in text
    assert "Tiden för att redovisa löper." in text
    assert "är åtgärden nådd" not in text


def test_planned_activities_are_those_counted_by_hand(nordhamn: Files) -> None:
    page = Read(nordhamn["activities.html"])
    assert "Beslutade planer tar upp 52 planerade insatser." in page.text("main")  # 16+17+13+6
    rows = [t for t in page.all("tr") if "tbody" in t.inside]
    in_the_picture = 4
    assert len(rows) == 17 + 17 + 14 + 6 + in_the_picture  # joint ones at each board


def test_a_draft_is_named_and_not_retold(nordhamn: Files) -> None:
    """Utbildningsnämndens report for 2015 is a draft in the example."""
    draft = ("Fritt inträde även i år", "Rektorernas svar i december", "Enkäten i årskurs fem")
    for name, data in nordhamn.items():
        assert not [text for text in draft if text in data.decode()], name
    assert "utkast" in Read(nordhamn["board-utbildningsnamnden.html"]).text("main")
    cells = json.loads(nordhamn["status.json"])["cells"]
    drafts = [c for c in cells if c["report"] == "draft"]
    assert len(drafts) == 2
    assert {c["preliminary"] for c in drafts} == {None}
    assert [c["preliminary"] for c in cells if c["report"] == "received"].count(None) == 0


def test_nothing_that_a_draft_says_is_told(tmp_path: Path) -> None:
    root = tmp_path / "nordhamn"
    shutil.copytree(NORDHAMN, root)
    report = root / "reports/2012-2015/utbildningsnamnden/2015-report.yaml"
    text = report.read_text(encoding="utf-8")
    answer = "- {id: uppfoljning, result: done}"
    assert text.endswith(f"{answer}\n")
    text = text.replace(
        answer, "- {id: uppfoljning, result: done, date: 2015-10-05, comment: Hemligt ett.}"
    )
    text += """\
      - {text: Hemligt två., result: done}
    figures:
      - {name: x, label: Hemligt tre, value: 40, unit: st, counts: staff}
  - obligation: "3.3"
    outcome: fulfilled
    summary: Hemligt fyra.
    evidence: Hemligt fem.
  - duty: oppningskonferens
    summary: Hemligt sex.
answers:
  - {question: stod, text: Hemligt sju.}
"""
    report.write_text(text, encoding="utf-8")
    seen = view(root, date(2016, 3, 1))
    assert not seen.unread
    files = publication(seen, language("sv"))
    status = json.loads(files["status.json"])
    beside = [(b["board"], b["year"]) for b in (*status["voluntary"], *status["duties"])]
    assert ("utbildningsnamnden", 2015) not in beside
    told = (*seen.assessment.voluntary, *seen.assessment.duties)
    assert [(b.board, b.year) for b in told].count(("utbildningsnamnden", 2015)) == 2
    for name, data in files.items():
        assert b"Hemligt" not in data, name
        assert b"2015-10-05" not in data, name


def test_what_a_command_gives_is_what_is_downloaded(lindvik: Files, prostcli: object) -> None:
    """Lindvik has no drafts, so that nothing is left out."""
    for what in ("status", "activities", "submissions"):
        for form, end in (("csv", ".csv"), ("csv-excel", "-excel.csv"), ("json", ".json")):
            ran = prostcli(what, "--format", form, "--as-of", "2023-04-01")  # type: ignore[operator]
            assert ran.out.encode() == lindvik[f"{what}{end}"], (what, form)
    ran = prostcli("review", "--as-of", "2023-04-01")  # type: ignore[operator]
    assert ran.out.encode() == lindvik["review.md"]


def test_the_page_of_downloads_says_which_csv_is_for_whom(lindvik: Files) -> None:
    text = Read(lindvik["downloads.html"]).text("main")
    for what in ("status", "activities", "submissions"):
        assert f"{what}.csv (CSV)" in text
        assert f"{what}-excel.csv (CSV för Excel)" in text
    assert "”CSV för Excel” öppnas rätt i Excel på svenska" in text
    assert "65001: Unicode (UTF-8)" in text


def test_a_form_that_cannot_be_made_is_said_to_be_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    from prostcli.publishing import site as module

    def never(_made: Made) -> bytes:
        raise AssertionError

    monkeypatch.setattr(module, "lacking", lambda name: f"installera-{name}")
    makers = (*QUICK, Maker("review", "review.pdf", "PDF", never, "pdf"))
    seen = view(NORDHAMN, date(2016, 3, 1))
    files = publication(seen, language("sv"), makers=makers)
    assert "review.pdf" not in files
    text = Read(files["downloads.html"]).text("main")
    assert "Uppföljningen finns inte här som PDF" in text
    assert "PDF: installera med installera-pdf" in text


def test_the_same_files_give_the_same_bytes(nordhamn: Files) -> None:
    assert made(NORDHAMN, "2016-03-01") == nordhamn


def test_hostile_text_stays_text(copied: Path, lindvik: Files) -> None:
    plain = pages(lindvik)
    allowed = {t.name for page in plain.values() for t in page.tags}
    more = [
        "</script><script>alert(1)</script>", "</title><b>", "[x](javascript:alert(1))",
        "![x](http://example.org/x.png)", "```picture\nmatrix-2022\n```", "[](<#!start>)",
        '" onclick="alert(1)', "<!-- x", "]]>", "</main>",
    ]  # fmt: skip
    _fill(copied, _text_fields(), more + PAYLOADS)
    files = made(copied, "2023-04-01")
    assert not [name for name in files if not OURS.fullmatch(name)]
    for name, page in pages(files).items():
        assert {t.name for t in page.tags} <= allowed, name
        assert not [t for t in page.tags if any(a.startswith("on") for a in t.attributes)], name
        for link in page.all("a"):
            assert re.fullmatch(r"[a-z0-9.-]*(#[\w.-]+)?", link.attributes["href"]), name
        assert len(page.all("script")) == (name == "search.html")
        assert len(page.all("main")) == 1
    told = pages(files)
    assert any("<script>alert(1)</script>" in page.text() for page in told.values())
    assert any("[x](javascript:alert(1))" in page.text() for page in told.values())


def test_personal_numbers_are_masked(copied: Path) -> None:
    from tests.made_up import HYPHENED

    report = copied / "reports/2020-2022/teknik/2021-report.yaml"
    text = report.read_text(encoding="utf-8")
    assert text.count("    summary: ") > 0
    report.write_text(
        text.replace("    summary: ", f"    summary: {HYPHENED} ", 1), encoding="utf-8"
    )
    for name, data in made(copied, "2023-04-01").items():
        assert HYPHENED.encode() not in data, name


def test_what_cannot_be_read_is_said_on_every_page(copied: Path) -> None:
    (copied / "reports/2020-2022/teknik/2021-report.yaml").write_text("kind: nothing\n")
    for name, page in pages(made(copied, "2023-04-01")).items():
        if name != "review-document.html":
            assert "teknik/2021-report.yaml" in page.text("header"), name


def test_before_anything_is_there() -> None:
    files = made(TOP, "2006-07-01", "2006-2010")
    read = pages(files)
    assert "Inget är inlagt." in read["index.html"].text("main")
    assert "Ingen beslutad plan tar upp någon insats." in read["activities.html"].text("main")
    assert "Ännu inga." in read["search.html"].text("main")


def changed(path: Path, change: Callable[[Any], None]) -> None:
    """A file of YAML with something in it changed."""
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(value)
    text = json.dumps(value, ensure_ascii=False, default=str)
    path.write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_a_hundred_boards(copied: Path) -> None:
    def more(register: Any) -> None:
        register["boards"] += [
            {"id": f"ny-{n:03}", "short": f"Ny {n}", "names": [{"name": f"Nämnd nummer {n}"}],
             "groups": ["utenamnder"]}
            for n in range(94)
        ]  # fmt: skip

    changed(copied / "program/2020-2022/boards.yaml", more)
    files = made(copied, "2023-04-01")
    assert len([n for n in files if n.startswith("board-")]) == 100
    rows = [t for t in Read(files["year-2022.html"]).all("tr") if t.inside[-1] == "tbody"]
    assert len(rows) > 94


def test_measures_that_bind_nobody(copied: Path) -> None:
    def nobody(file: Any) -> None:
        for measure in file["obligations"]:
            measure["addressees"] = []

    changed(copied / "program/2020-2022/obligations.yaml", nobody)
    # A duty that binds nobody cannot change hands.
    changed(copied / "program/2020-2022/boards.yaml", lambda file: file.pop("transfers"))
    files = made(copied, "2021-04-01")
    text = Read(files["index.html"]).text("main")
    assert "ingen skulle planera eller redovisa något" in text
    assert not Read(files["index.html"]).all("table")


@pytest.mark.slow
def test_the_documents_to_download_are_those_that_review_makes() -> None:
    """All four forms; none tells what a draft says."""
    from prostcli.documents.provenance import recipe_in
    from tests.documents.forms import in_word
    from tests.documents.test_pdf import close, pages_of

    files = publication(view(NORDHAMN, date(2016, 3, 1)), language("sv"))
    assert files.keys() - {n for n in files if OURS.fullmatch(n)} == {"review.pdf", "review.docx"}
    for name in ("review.pdf", "review.docx", "review.md", "review-document.html"):
        assert recipe_in(files[name]).as_of == "2016-03-01"
    told = ("Fritt inträde även i år", "Rektorernas svar i december", "Enkäten i årskurs fem")
    text = "".join(pages_of(files["review.pdf"]))
    assert close("Ett par räcker inte till ytterområdena") in text.replace("-", "")
    assert not [t for t in told if close(t) in text.replace("-", "")]
    assert len(in_word(files["review.docx"])) > 30
    page = Read(files["downloads.html"]).text("main")
    assert "PDF" in page
    assert "Word" in page
