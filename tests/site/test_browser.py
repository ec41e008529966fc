"""The site in a real browser, opened from a folder: read by all, with script or without."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from prostcli.assessment.parts import Part
from tests.browser.visit import Visit
from tests.site.conftest import TOP, Files, Put

if TYPE_CHECKING:
    from playwright.sync_api import Browser

KINDS = [
    "index.html", "year-2013.html", "obligations.html", "obligation-2.1.html", "boards.html",
    "board-sodra.html", "activities.html", "sources.html", "search.html", "downloads.html",
]  # fmt: skip


@pytest.fixture(scope="session")
def folder(nordhamn: Files, put: Put) -> Path:
    return put(nordhamn)


@pytest.fixture(scope="session")
def stockholm(real: Files, put: Put) -> Path:
    return put(real)


Visiting = Callable[[Path], Visit]

LOOKED_AT = ("color-contrast: ", "th-has-data-cells: ")
"""What axe cannot tell; what it can is no part of these. The contrast of signs and of text in
pictures: `test_every_sign_can_be_told_from_its_ground` counts it out. Headers without cells: those
of a section, that stand over its rows."""


QUICK = ("index.html",)


@pytest.mark.parametrize(
    "name",
    [
        *QUICK,
        *(
            pytest.param(name, marks=pytest.mark.slow)
            for name in (*KINDS, "review.html")
            if name not in QUICK
        ),
    ],
)
def test_everyone_can_read_it(name: str, folder: Path, visit: Visiting) -> None:
    visited = visit(folder / name)
    assert visited.faults(LOOKED_AT) == []
    visited.unfold()
    assert visited.axe().violations == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["index.html", "board-farsta.html", "obligation-5.2.4.html"])
def test_everyone_can_read_the_real_programme(name: str, stockholm: Path, visit: Visiting) -> None:
    assert visit(stockholm / name).faults(LOOKED_AT) == []


def test_the_search_narrows_the_list_as_one_types(folder: Path, visit: Visiting) -> None:
    page = visit(folder / "search.html").page
    lines = page.locator("main > ul > li")
    shown = page.locator("main > ul > li:visible")
    every = lines.count()
    assert shown.count() == every
    said = page.get_by_role("status")
    field = page.get_by_label("Visa bara det som innehåller")
    field.press_sequentially("SODRA")  # Södra: without its dots, and in capitals
    found = shown.count()
    assert 0 < found < every
    assert all("södra" in text.lower() for text in shown.all_inner_texts())
    said.filter(has_text=f"{found} träffar.").wait_for()
    field.fill("södra OMRÅDESNÄMNDEN")
    assert shown.count() == 1
    said.filter(has_text="1 träff.").wait_for()
    assert page.get_by_role("heading", name="Planerade insatser").count() == 0
    field.fill("zzz")
    assert shown.count() == 0
    said.filter(has_text="Ingen träff.").wait_for()
    field.fill("")
    assert shown.count() == every
    said.filter(has_text=f"Alla {every} visas.").wait_for()


def test_the_search_is_used_by_keyboard(folder: Path, visit: Visiting) -> None:
    page = visit(folder / "search.html").page
    page.get_by_label("Visa bara det som innehåller").focus()
    page.keyboard.type("utbildningsnämnden")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").inner_text() == "2.2 En vuxen på varje skola"


def test_what_is_typed_is_only_text(folder: Path, visit: Visiting) -> None:
    visited = visit(folder / "search.html")
    field = visited.page.get_by_label("Visa bara det som innehåller")
    for typed in ("<img src=x onerror=alert(1)>", "(", "[a-", "\\", "{count}", "'\""):
        field.fill(typed)
    assert visited.complaints == []
    assert visited.page.locator("img").count() == 0


def test_without_script_the_list_is_whole_and_no_field_is_seen(
    folder: Path, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "search.html").as_uri())
    assert page.locator("input:visible").count() == 0
    assert page.locator("main > ul > li:visible").count() > 70  # 13 + 10 + 54
    page.get_by_role("link", name="2.1 Årlig kontakt med äldre").click()
    assert page.locator("h1").inner_text() == "2.1 Årlig kontakt med äldre"
    context.close()


def test_a_cell_of_the_matrix_leads_to_the_boards_answer(folder: Path, visit: Visiting) -> None:
    page = visit(folder / "index.html").page
    page.get_by_title("Nordvästra, 2.1 Årlig kontakt med äldre").click()
    assert page.url.endswith("board-nordvastra.html#y2015-2.1")
    assert page.locator("h3:has(:target)").inner_text() == "2.1 Årlig kontakt med äldre"


def test_a_source_leads_to_its_file(folder: Path, visit: Visiting) -> None:
    page = visit(folder / "board-sodra.html").page
    page.locator("a.source").first.click()
    assert "sources.html#k" in page.url
    assert page.locator(":target").count() == 1


def _light(colour: str) -> float:
    """The relative luminance of WCAG 2.1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_sign_can_be_told_from_its_ground() -> None:
    style = (TOP / "templates" / "style.css").read_text(encoding="utf-8")
    grounds = re.findall(r"\.t-([a-z]+) \{ background: (#[0-9a-f]+);", style)
    assert {name for name, _ in grounds} == {*get_args(Part)}
    for name, short in grounds:
        ground = short if len(short) > 4 else "#" + "".join(c + c for c in short[1:])
        ink = "#ffffff" if name == "good" else "#1a1a1a"
        darker, lighter = sorted((_light(ground), _light(ink)))
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, name
