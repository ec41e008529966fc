"""The review as PDF: what it promises to eyes, ears and archives, read back from the file."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from prostcli.documents import views
from prostcli.documents.blocks import blocks
from prostcli.documents.engine import Draft, Placed, draft
from prostcli.documents.passages import said
from prostcli.documents.pdf import About, pdf
from prostcli.documents.provenance import as_comments
from prostcli.documents.tree import tree
from prostcli.documents.views.pictures import (
    Bars,
    Column,
    Grid,
    GridRow,
    Panel,
    Sign,
    bar_of,
    bars_of,
    grid_of,
)
from prostcli.escape import markdown_text
from prostcli.language import language
from prostcli.usecases import View, view
from tests.documents.conftest import TOP

SWEDISH = language("sv")
NORDHAMN = TOP / "examples" / "nordhamn"
HOSTILE = (
    r"#evil() *x* @lab $a$ <x> \\ // [b](c) `d` #link(\"e\") \u{41} \#f = g \"; /* h */ ~i _j_"
)
DAY = date(2016, 6, 1)


@pytest.fixture(autouse=True)
def _what_it_takes() -> None:
    for module in ("typst", "pikepdf", "page"):
        if importlib.util.find_spec(module) is None:
            if os.environ.get("CI") == "true":
                pytest.fail(f"{module} is missing: the development lock has it")
            pytest.skip(f"{module} is not installed")


def of_review(seen: View) -> bytes:
    whole = views.review(seen.assessment, SWEDISH, seen.workspace.locate)
    about = About(whole.front.short_title, seen.assessment.as_of, cover=True)
    return pdf(draft("review", SWEDISH, r=whole), SWEDISH, about)


def of_text(markdown: str, *pictures: Grid | Bars, cover: bool = False) -> bytes:
    placed = {p.name: Placed(p, number) for number, p in enumerate(pictures, 1)}
    places = "".join(f"\n\n```picture\n{name}\n```\n" for name in placed)
    about = About("Kort", DAY, cover=cover)
    return pdf(Draft(markdown + places, placed), SWEDISH, about)


@pytest.fixture(scope="module")
def lindvik_pdf(lindvik_view: View) -> bytes:
    return of_review(lindvik_view)


@pytest.fixture(scope="module")
def nordhamn_pdf() -> bytes:
    return of_review(view(NORDHAMN, DAY))


def opened(data: bytes) -> Any:
    import pikepdf

    return pikepdf.open(BytesIO(data))


def below(element: Any, *kinds: str) -> Iterator[Any]:
    """The elements of these kinds in the tree of tags, in order."""
    import pikepdf

    kids = element.get("/K")
    for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            if str(kid.S) in kinds:
                yield kid
            yield from below(kid, *kinds)


def scope(cell: Any) -> str:
    found = [str(a.Scope) for a in cell.get("/A", []) if a.O == "/Table" and "/Scope" in a]
    return found[0] if found else ""


def valid(data: bytes) -> None:
    import page

    for profile, rules in (("ua1", 104), ("2a", 154)):
        report = page.validate_pdf_bytes(data, profile=profile)
        told = {f.rule_id for f in report.failures}
        if told == {"PDFA2A-STREAM-LENGTH-001"}:
            # It takes a stream's last byte for part of the end of the line if it is a CR, as in
            # one of 256 of those that are compressed.
            _lengths_are_right(data)
        else:
            assert [(f.rule_id, f.message) for f in report.failures] == []
        assert report.rules.passed == rules - len(told)


def _lengths_are_right(data: bytes) -> None:
    streams = list(re.finditer(rb"/Length (\d+)[^\n]*>>\nstream\n", data))
    assert len(streams) == data.count(b"\nendstream")
    for stream in streams:
        end = stream.end() + int(stream[1])
        assert data[end:].startswith(b"\nendstream")


def pages_of(data: bytes) -> list[str]:
    """The text of each page in the order that it is drawn in, without white space.

    Read by the tables that each font brings for it; the glyph 0, which is none, must not be there.
    """
    with opened(data) as document:
        return [close("".join(text for _, text in _drawn(page))) for page in document.pages]


def _drawn(page: Any) -> Iterator[tuple[Any, str]]:
    """The texts of a page, each with what the page says of it where it is drawn."""
    import pikepdf

    fonts = {
        name: _letters(font.ToUnicode.read_bytes())
        for name, font in page.Resources.get("/Font", {}).items()
    }
    letters: dict[int, str] = {}
    marks: list[Any] = []
    for drawing in pikepdf.parse_content_stream(page):
        operands: list[Any] = list(drawing.operands)
        operator = str(drawing.operator)
        if operator in ("BDC", "BMC"):
            marks.append(operands[1] if operands[1:] else {})
        elif operator == "EMC":
            marks.pop()
        elif operator == "Tf":
            letters = fonts[str(operands[0])]
        elif operator in ("Tj", "TJ"):
            shown = operands[0] if operator == "TJ" else [operands[0]]
            for part in shown:
                if isinstance(part, pikepdf.String):
                    drawn = bytes(part)
                    glyphs = [
                        int.from_bytes(drawn[at : at + 2], "big") for at in range(0, len(drawn), 2)
                    ]
                    assert 0 not in glyphs
                    text = "".join(letters.get(glyph, "") for glyph in glyphs)
                    yield (marks[-1] if marks else {}), text


def told_in(data: bytes) -> dict[str, str]:
    """What a PDF has by the language that it says it is in, without white space.

    A stretch of text says it itself, or an element around it does, or else the document.
    """
    import pikepdf

    found: dict[str, str] = {}

    def read(element: Any, language: str) -> None:
        language = str(element.get("/Lang", language))
        kids = element.get("/K")
        for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                mark, text = stretches[element.Pg.objgen][kid]
                told = str(mark.get("/Lang", language))
                found[told] = found.get(told, "") + close(text)
            elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                read(kid, language)

    with opened(data) as document:
        stretches: dict[Any, dict[int, tuple[Any, str]]] = {}
        for page in document.pages:
            own = stretches.setdefault(page.obj.objgen, {})
            for mark, text in _drawn(page):
                if "/MCID" in mark:
                    own[int(mark.MCID)] = (mark, own.get(int(mark.MCID), (mark, ""))[1] + text)
        read(document.Root.StructTreeRoot, str(document.Root.Lang))
    return found


def _letters(table: bytes) -> dict[int, str]:
    """What each glyph of a font stands for."""
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table.decode("latin-1"), re.DOTALL):
        for glyph, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(glyph, 16)] = bytes.fromhex(text).decode("utf-16-be")
    assert found
    assert b"beginbfrange" not in table
    return found


def close(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def grid(rows: int, columns: int) -> Grid:
    legend = (
        Sign("good", "✓", "Uppfylls helt"),
        Sign("silent", "!", "Redovisning saknas"),
        Sign("partial", "◐", "Uppfylls delvis"),
    )
    return grid_of(
        "rutor", "Läget", "En rad för varje nämnd.", "Nämnd",
        tuple(Column(f"{c // 7} Avsnitt", f"{c // 7}.{c % 7}", "Åtgärden") for c in range(columns)),
        tuple(
            GridRow(
                f"Nämnd {r}",
                tuple(None if (r + c) % 4 == 3 else legend[(r + c) % 4] for c in range(columns)),
            )
            for r in range(rows)
        ),
        legend,
    )  # fmt: skip


def test_it_tells_its_title_language_and_day(lindvik_pdf: bytes) -> None:
    with opened(lindvik_pdf) as found:
        assert str(found.docinfo.Title).startswith("Uppföljning av ")
        assert str(found.Root.Lang) == "sv-SE"
        assert bool(found.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(found.Root.MarkInfo.Marked)
        assert str(found.docinfo.CreationDate) == "D:20230401000000Z"
        assert len(found.Root.Outlines.keys()) > 1
        with found.open_metadata() as told:
            assert told["xmp:CreateDate"].startswith("2023-04-01T00:00:00")
            assert (told["pdfuaid:part"], told["pdfaid:part"]) == ("1", "2")
            assert told["pdfaid:conformance"] == "A"


def test_every_row_and_column_of_a_table_has_its_header(lindvik_pdf: bytes) -> None:
    with opened(lindvik_pdf) as found:
        tables = list(below(found.Root.StructTreeRoot, "/Table"))
        assert len(tables) > 5
        for table in tables:
            assert len(list(below(table, "/Caption"))) == 1
            headed = list(below(table, "/THead"))
            assert len(headed) == 1
            assert {scope(c) for c in below(headed[0], "/TH", "/TD")} == {"/Column"}
            for body in below(table, "/TBody"):
                for row in below(body, "/TR"):
                    first, *others = below(row, "/TH", "/TD")
                    assert str(first.S) == "/TH"
                    # A row of nothing but a header heads the rows below it.
                    assert scope(first) == ("/Row" if others else "/Column")
                    assert {str(c.S) for c in others} <= {"/TD"}


def test_rows_of_a_table_in_a_list_have_their_header_too() -> None:
    markdown = (
        "# T\n\n- a\n\n  | x | y |\n  |---|---|\n  | b | c |\n\n| x | y |\n|---|---|\n| d | e |"
    )
    with opened(of_text(markdown)) as found:
        bodies = list(below(found.Root.StructTreeRoot, "/TBody"))
        firsts = [next(below(b, "/TH", "/TD")) for b in bodies]
        assert [(str(f.S), scope(f)) for f in firsts] == [("/TH", "/Row")] * 2


def test_a_cell_of_signs_can_be_heard() -> None:
    with opened(of_text("# T", grid(3, 4))) as found:
        rows = [
            [str(c.get("/ActualText", "")) for c in list(below(row, "/TH", "/TD"))[1:]]
            for row in below(next(below(found.Root.StructTreeRoot, "/TBody")), "/TR")
        ]
    good, silent, partial = "Uppfylls helt", "Redovisning saknas", "Uppfylls delvis"
    assert rows == [
        [good, silent, partial, ""],
        [silent, partial, "", good],
        [partial, "", good, silent],
    ]


def test_bars_beside_each_other_are_heard_with_their_numbers() -> None:
    legend = (Sign("good", "✓", "Nått"), Sign("silent", "!", "Saknas"))
    panels = (
        Panel("Ett", (bar_of("2014", (3, 1), "3/4"), bar_of("2015", (0, 2), "0/2"))),
        Panel("Två", (bar_of("2015", (5, 0), ""),)),
    )
    bars = bars_of("staplar", "Läget", "En stapel.", "År", "Nått (n/N)", legend, panels)
    with opened(of_text("# T", bars)) as found:
        table = next(below(found.Root.StructTreeRoot, "/Table"))
        heard = [str(c.get("/ActualText", "")) for c in below(table, "/TD")]
    assert heard == ["3/4. Nått 3, Saknas 1", "0/2. Saknas 2", "", "Nått 5"]


def test_a_mark_leads_to_its_file_in_the_list(lindvik_view: View, lindvik_pdf: bytes) -> None:
    whole = views.review(lindvik_view.assessment, SWEDISH, lindvik_view.workspace.locate)
    numbers = {f.path: f.number for f in (*whole.sources.programme, *whole.sources.submissions)}
    with opened(lindvik_pdf) as found:
        places: dict[str, set[tuple[int, float]]] = {}
        pages = {page.obj.objgen: number for number, page in enumerate(found.pages)}
        for page in found.pages:
            for link in page.get("/Annots", []):
                assert "/A" not in link or str(link.A.URI).startswith(("https://", "http://"))
                told = re.match(r"(\S+\.yaml), rad \d+$", str(link.Contents))
                if told and "/Dest" in link:
                    at = (pages[link.Dest[0].objgen], -float(link.Dest[3]))
                    places.setdefault(told[1], set()).add(at)
    assert len(places) > 5
    assert all(len(at) == 1 for at in places.values())  # the same file, the same place
    by_number = sorted(places, key=lambda path: numbers[path])
    by_place = sorted(places, key=lambda path: min(places[path]))
    assert by_number == by_place


def test_links_lead_to_the_web_or_to_places_that_are_there() -> None:
    text = (
        "# T\n\n[ett](https://example.org/a?b=c#d) [två](javascript:alert) [tre](file:///etc)\n\n"
        "[fyra](#borta) [fem](#k1) [sex](to:0) [](<#!k1>)här [](<#!k1>)igen"
    )
    with opened(of_text(text)) as found:
        links = found.pages[0].Annots.as_list()
        assert [str(k.A.URI) for k in links if "/A" in k] == ["https://example.org/a?b=c#d"]
        assert [str(k.Contents) for k in links if "/Dest" in k] == ["fem"]
        assert len(list(below(found.Root.StructTreeRoot, "/Link"))) == 2


def test_hostile_text_is_text() -> None:
    said = markdown_text(HOSTILE)
    text = f"# {said}\n\n{said}\n\n- {said}\n\n**{said}**\n\n| a | b |\n|---|---|\n| {said} | c |"
    sign = Sign("good", "#", HOSTILE)
    hostile = grid_of(
        "rutor", HOSTILE, HOSTILE, HOSTILE, (Column(HOSTILE, HOSTILE, ""),),
        (GridRow(HOSTILE, (sign,)),), (sign,),
    )  # fmt: skip
    made = of_text(text, hostile)
    with opened(made) as found:
        assert str(found.docinfo.Title) == HOSTILE
    valid(made)
    assert "".join(pages_of(made)).count(close(HOSTILE)) >= 8


def test_what_no_font_has_is_told_by_its_number() -> None:
    made = of_text("# Text 你 😀 ع e\u0301\u0323 \u200d a\u0300 \ue000 Å", grid(1, 1))
    with opened(made) as found:
        assert str(found.docinfo.Title) == (
            "Text [U+4F60] [U+1F600] [U+0639] e[U+0301][U+0323]  a[U+0300] [U+E000] Å"
        )
    assert "[U+4F60]" in pages_of(made)[0]


def test_every_sign_is_in_a_font() -> None:
    signs = "✓ ◐ ✗ ? ○ ✎ ‼ ! · ⊘ ◆ ▷ ↻ ∅ ◌ □ ⁇ / + → ⇄ – …"
    made = of_text(f"# T\n\n{signs} **{signs}** *{signs}*")
    assert pages_of(made)[0].count(close(signs)) == 3


def test_a_name_with_a_hyphen_is_no_long_word() -> None:
    name = "Hägersten-Liljeholmens"
    root = tree(f"# T\n\n{name} program/2012-2015/programme.yaml")
    made = blocks(root, {}, SWEDISH).blocks[0]["text"]
    assert made == [
        f"{name} ",
        {"is": "folded", "pieces": ["program/", "2012-", "2015/", "programme.", "yaml"]},
    ]


def test_no_line_ends_within_an_option() -> None:
    lines = "\n\n".join(f"{'x' * n} {'ord ' * 12}`prostcli review --check`" for n in range(1, 40))
    with opened(of_text(f"# T\n\n{lines}")) as found:
        drawn = [text for page in found.pages for _, text in _drawn(page)]
    assert [text.strip() for text in drawn if "-" in text] == ["--check"] * 39


def test_a_long_word_is_whole() -> None:
    long = "x" * 3000 + "f0/a-" * 30
    made = of_text(f"# T\n\n{long}\n\n| a | b | c |\n|---|---|---|\n| {long} | {long} | 1 |")
    assert "".join(pages_of(made)).count("f0/a-" * 30) == 3  # without a hyphen of the tool's own


@pytest.mark.slow
def test_a_long_word_stays_on_the_page(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("pdftotext is missing: .ci/run installs it")
        pytest.skip("pdftotext is not installed")
    long = "x" * 3000 + "f0/a-" * 30
    file = tmp_path / "a.pdf"
    file.write_bytes(of_text(f"# T\n\n{long}\n\n| a | b |\n|---|---|\n| {long} | {long} |"))
    command = ["pdftotext", "-bbox", str(file), "-"]
    boxes = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    right = [float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert len(right) > 100
    assert max(right) <= 595 - 55  # A4 less its margin, in points


def test_pages_are_numbered_and_bear_what_must_be_said(nordhamn_pdf: bytes) -> None:
    pages = pages_of(nordhamn_pdf)
    for number, page in enumerate(pages, 1):
        assert f"Sida{number}av{len(pages)}" in page
        assert "Påhittatexempel" in page


def summary_of(data: bytes) -> str:
    """The page of the summary, which the next chapter follows on a page of its own."""
    contents, summary, after = pages_of(data)[1:4]
    assert "Innehåll" in contents
    assert "2.Programmetochbesluten" in after
    return summary


def test_the_summary_is_one_page(nordhamn_pdf: bytes) -> None:
    summary = summary_of(nordhamn_pdf)
    assert "1.Sammanfattning" in summary
    assert "Vilkasominteharredovisat" in summary
    # 1 Att mötas, year by year, by the tables of COUNTS.md.
    assert re.search(r"5/15.*8/14.*10/11.*7/10", summary)


def test_the_figures_are_those_counted_by_hand(nordhamn_pdf: bytes) -> None:
    counts = (TOP / "tests" / "nordhamn" / "COUNTS.md").read_text(encoding="utf-8")
    by_hand = re.findall(
        r"^\| 2016-03-01 \| (\d{4}) \| \d+ \| (\d+)/(\d+) \|", counts, re.MULTILINE
    )
    assert len(by_hand) == 4
    with opened(nordhamn_pdf) as found:
        tables = list(below(found.Root.StructTreeRoot, "/Table"))
        sections = tables[1]  # after that of the goals
        rows = [
            [str(c.get("/ActualText", "")) for c in below(row, "/TD")]
            for row in below(sections, "/TR")
        ]
    shares = [[re.match(r"(\d+)/(\d+)\. ", text) for text in row] for row in rows if row]
    summed = [
        tuple(str(sum(int(share[part]) for share in year if share)) for part in (1, 2))
        for year in zip(*shares, strict=True)
    ]
    assert summed == [(n, of) for _, n, of in by_hand]


def test_only_sentences_in_bold_are_said_on_every_page() -> None:
    text = "# T\n\n**Utkast.** Inte beslutat.\n\n**Plan:** beslutad.\n\n" + "## R\n\nText.\n\n" * 40
    pages = pages_of(of_text(text))
    assert "Utkast" in pages[1]
    assert "Plan" not in pages[1]


@pytest.mark.slow
def test_nordhamn_is_accessible_and_for_the_archive(nordhamn_pdf: bytes) -> None:
    valid(nordhamn_pdf)


@pytest.mark.slow
def test_the_real_programme_is_accessible_and_for_the_archive(real_view: View) -> None:
    made = of_review(real_view)
    valid(made)
    assert "Vilkasominteharredovisat" in summary_of(made)


@pytest.mark.slow
@pytest.mark.parametrize(("rows", "columns"), [(100, 60), (100, 26), (1, 27), (0, 0), (5, 0)])
def test_a_grid_of_any_size_is_set(rows: int, columns: int) -> None:
    made = of_text("# T\n\n## Före", grid(rows, columns), cover=True)
    valid(made)
    with opened(made) as found:
        cells = list(below(found.Root.StructTreeRoot, "/TD"))
        assert len(cells) == rows * columns
        assert sum("/ActualText" in c for c in cells) == sum(
            s is not None for row in grid(rows, columns).rows for s in row.signs
        )
    assert "".join(pages_of(made)).count("Nämnd99") == (2 if columns > 48 else 1) * (rows == 100)


@pytest.mark.slow
def test_empty_and_odd_documents_are_set() -> None:
    empty = bars_of("inga", "Inget", "", "År", "", (), ())
    valid(of_text("# T", empty))
    valid(of_text("", cover=True))
    valid(
        of_text(
            "# T\n\n#### Djupt\n\n## Ytligt\n\n##### Djupt igen\n\n1. a\n\n   b\n2. - c\n   - d"
        )
    )
    valid(
        of_text(
            "# T\n\n---\n\n`kod` ![bild](x.png)\n\n    block\n\n> - a\n>\n> | x |\n> |---|\n> | y |"
        )
    )


@pytest.mark.slow
def test_nothing_told_at_all_is_set(lindvik_view: View) -> None:
    material = replace(lindvik_view.assessment.material, submitted=())
    from prostcli.assessment.cells import assess

    bare = replace(lindvik_view, assessment=assess(material, date(2023, 4, 1)))
    valid(of_review(bare))


@pytest.mark.slow
def test_an_annex_is_set(lindvik_view: View) -> None:
    assessment = lindvik_view.assessment
    cell = assessment.cells[0]
    annex = views.annex(assessment, SWEDISH, lindvik_view.workspace.locate, cell.board, cell.year)
    about = About(annex.front.short_title, assessment.as_of, cover=False)
    valid(pdf(draft("annex", SWEDISH, a=annex), SWEDISH, about))


@pytest.mark.slow
def test_all_characters_that_are_let_through_have_a_glyph() -> None:
    from prostcli.documents.glyphs import shown

    all_of_them = [c for n in range(0x20, 0x10000) if (c := chr(n)).isprintable() and shown(c) == c]
    assert len(all_of_them) > 4000
    text = " ".join(markdown_text(c) for c in all_of_them)
    of_text(f"# T\n\n{text}\n\n**{text}**\n\n*{text}*\n\n***{text}***")


def test_a_recipe_is_kept() -> None:
    recipe = '{"a":"' + "x" * 40_000 + '"}'  # longer than a string of a PDF/A may be
    made = pdf(Draft("# T", {}), SWEDISH, About("Kort", DAY, cover=False, recipe=recipe))
    assert made.rpartition(b"startxref\n")[0].endswith(as_comments(recipe))
    valid(made)


def test_each_passage_has_its_language() -> None:
    """In a line, a heading, the title, a table, and a picture with all that it says."""
    names = ["rubrik", "kapitel", "rad", "citat", "cell", "bild", "spalt", "nämnd", "läge", "fot"]
    of = {name: said(name, "sv") for name in names}
    sign = Sign("good", "✓", of["läge"])
    grid = grid_of(
        "g", f"Of {of['bild']}", "About", "Board", (Column(f"1 {of['spalt']}", "1.1", ""),),
        (GridRow(of["nämnd"], (sign,)),), (sign,),
    )  # fmt: skip
    bars = bars_of(
        "b", f"Of {of['bild']}", "About", "Year", "", (sign,),
        (Panel(of["spalt"], (bar_of("2007", (1,), ""),)),),
    )  # fmt: skip
    text = (
        f"# Title {of['rubrik']}\n\n## 1. {of['kapitel']}\n\nOurs {of['rad']}.\n\n"
        f"> {of['citat']}\n\n| Head |\n|---|\n| {of['cell']} |\n\n*Basis: {of['fot']}*\n\n"
        "```picture\ng\n```\n\n```picture\nb\n```\n"
    )
    about = About("Short", DAY, cover=True)
    places = {"g": Placed(grid, 1), "b": Placed(bars, 2)}
    data = pdf(Draft(text, places), language("en"), about)
    valid(data)
    found = told_in(data)
    assert set(found) == {"sv", "en-GB"}
    for name in names:
        assert name in found["sv"], name
        assert name not in found["en-GB"], name
    for name in ("Title", "Ours", "Head", "Basis:", "About", "Board", "Of"):
        assert name in found["en-GB"], name
        assert name not in found["sv"], name
    with opened(data) as document:
        assert str(document.docinfo["/Title"]) == "Title rubrik"
        heard = [c for c in below(document.Root.StructTreeRoot, "/TD") if "/ActualText" in c]
        assert ("läge", "sv") in {(str(c.ActualText), str(c.get("/Lang"))) for c in heard}


SCRIPT = """
import hashlib, sys
from datetime import date
from pathlib import Path
from prostcli.documents import views
from prostcli.documents.blocks import blocks
from prostcli.documents.engine import draft
from prostcli.documents.passages import said
from prostcli.documents.pdf import About, pdf
from prostcli.language import language
from prostcli.usecases import view
sv = language("sv")
seen = view(Path(sys.argv[1]), date(2023, 4, 1))
whole = views.review(seen.assessment, sv, seen.workspace.locate)
about = About(whole.front.short_title, seen.assessment.as_of, cover=True)
print(hashlib.sha256(pdf(draft("review", sv, r=whole), sv, about)).hexdigest())
"""


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes(lindvik_pdf: bytes, tmp_path: Path) -> None:
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "UTC", "LC_ALL": "sv_SE.UTF-8"},
    )
    for around in surroundings:
        command = [sys.executable, "-c", SCRIPT, str(TOP / "tests" / "lindvik")]
        found = subprocess.run(
            command, cwd=tmp_path, env=os.environ | around, capture_output=True, check=True
        )
        assert found.stdout.decode().strip() == hashlib.sha256(lindvik_pdf).hexdigest()
