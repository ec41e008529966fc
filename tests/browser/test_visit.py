"""The checks of pages find what is wrong with a page, and nothing in a good one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.chromium import chromium
from tests.browser.visit import Visit

pytestmark = pytest.mark.slow  # whether the checks of pages themselves find what is wrong
Visiting = Callable[[Path], Visit]

GOOD = """\
<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Uppföljning</title>
<style>
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 0; }
.region { overflow-x: auto; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
td { min-width: 10rem; }
</style>
</head>
<body>
<a class="skip" href="#content">Till innehållet</a>
<header><p>Nordhamn (påhittad)</p></header>
<main id="content">
<h1>Uppföljning</h1>
<p>Läs om <a href="#table">åtgärderna</a>.<span class="hidden">Texten för den som lyssnar</span></p>
<details><summary>Mer</summary><p>Längre ner finns <a href="#content">början</a>.</p></details>
<div class="region" id="table" tabindex="0" role="region" aria-label="Åtgärder">
<table>
<thead><tr><th scope="col">Nämnd</th><th scope="col">År</th><th scope="col">Utfall</th></tr></thead>
<tbody><tr><th scope="row">Parknämnden</th><td>2021</td><td>Delvis genomförd</td></tr></tbody>
</table>
</div>
<svg role="img" aria-label="Två av tre" width="120" height="20" viewBox="0 0 120 20">
<rect width="80" height="20" fill="#1f5c99"/><path d="M0 0L400 0" stroke="#000"/>
<text x="85" y="15">2/3</text></svg>
</main>
</body>
</html>
"""

LOOKED_AT = ("color-contrast: text:",)


@pytest.fixture
def changed(tmp_path: Path, visit: Visiting) -> Callable[[dict[str, str]], Visit]:
    """The good page opened, with these things in it replaced."""

    def opened(changes: dict[str, str]) -> Visit:
        text = GOOD
        for old, new in changes.items():
            assert text.count(old) == 1
            text = text.replace(old, new)
        page = tmp_path / "sida å.html"
        page.write_text(text, encoding="utf-8")
        return visit(page)

    return opened


Changed = Callable[[dict[str, str]], Visit]


def begun(lines: list[str], end: str) -> list[str]:
    return sorted(line.partition(end)[0] for line in lines)


def test_a_good_page_has_no_faults(changed: Changed) -> None:
    visited = changed({})
    assert visited.faults(LOOKED_AT) == []
    visited.unfold()
    assert visited.faults(LOOKED_AT) == []
    assert visited.axe("dark").violations == []
    assert visited.page.evaluate("innerWidth") == 1280


def test_axe_names_the_rule_and_the_element(changed: Changed) -> None:
    visited = changed(
        {
            ' lang="sv"': "",
            "<title>Uppföljning</title>": "",
            "<main id": "<div id",
            "</main>": "</div>",
            "<h1>": '<img src="data:image/gif;base64,"><h1 style="color: #999">',
            "<svg": "<h3>Bild</h3><svg",
        }
    )
    found = visited.axe().violations
    assert {
        "color-contrast: h1",
        "document-title: html",
        "heading-order: h3",
        "html-has-lang: html",
        "image-alt: img",
        "landmark-one-main: html",
    } <= set(begun(found, ": Fix"))
    assert set(found) <= set(visited.faults())


def test_a_contrast_that_only_dark_colours_have_is_found(changed: Changed) -> None:
    style = "@media (prefers-color-scheme: dark) { h1 { color: #999; } }</style>"
    visited = changed({"</style>": style})
    assert visited.axe("light").violations == []
    assert begun(visited.axe("dark").violations, ": Fix") == ["color-contrast: h1"]


def test_what_axe_cannot_tell_is_not_passed_over(changed: Changed) -> None:
    visited = changed({"<h1>": '<h1 style="background: linear-gradient(#fff, #000)">'})
    found = visited.axe()
    assert found.violations == []
    undecided = ["color-contrast: h1", "color-contrast: text"]
    assert begun(found.undecided, ": Fix") == undecided
    assert begun(visited.faults(LOOKED_AT), ": Fix") == undecided[:1]


def test_what_the_browser_complains_of_is_found(changed: Changed) -> None:
    policy = "script-src 'unsafe-inline'; style-src file: https:"
    head = f"""\
<meta http-equiv="Content-Security-Policy" content="{policy}">
<script>console.error('inte bra')</script>
<script>console.warn('varning')</script>
<script>throw new Error('trasig')</script>
<link rel="stylesheet" href="finns-inte.css">
<link rel="stylesheet" href="//a.example/b.css">
<link rel="stylesheet" href="https://a.example/c.css">
</head>"""
    visited = changed({"</head>": head, "<h1>": '<h1 style="color: #000">'})
    for complaint in (
        "console: inte bra",
        "console: varning",
        "console: Applying inline style violates",
        "script: trasig",
        "failed: file:///",
        "failed: file://a.example/b.css",
        "goes out: https://a.example/c.css",
    ):
        assert [c for c in visited.complaints if c.startswith(complaint)], visited.complaints
    assert set(visited.complaints) <= set(visited.faults())


def test_what_the_keyboard_cannot_do_is_found(changed: Changed) -> None:
    visited = changed(
        {
            ".skip:focus { left: 0; }": "",
            '<a href="#table">': '<a href="#table" style="outline: none">',
            "<summary>": '<summary style="outline: 2px solid transparent">',
            "</main>": "<p><a href='#content' tabindex='1'>Upp</a></p></main>",
        }
    )
    found = visited.keyboard()
    assert found == [
        'keyboard: Tab does not reach a "Upp"',
        'keyboard: focus is not seen on a "Till innehållet"',
        'keyboard: focus is not seen on a "åtgärderna"',
        'keyboard: focus is not seen on summary "Mer"',
    ]
    assert set(found) <= set(visited.faults())


def test_a_trap_for_the_keyboard_is_found(changed: Changed) -> None:
    trap = "<p onkeydown='event.preventDefault()'><a href='#table'>Här</a></p><h1>"
    assert 'keyboard: Tab does not reach summary "Mer"' in changed({"<h1>": trap}).keyboard()


def test_a_focus_shown_by_a_shadow_is_seen(changed: Changed) -> None:
    style = "a:focus { outline: none; box-shadow: 0 0 0 3px #000; }</style>"
    assert changed({"</style>": style}).keyboard() == []


def test_a_region_that_only_a_mouse_can_scroll_is_found_at_every_width(changed: Changed) -> None:
    visited = changed({' tabindex="0" role="region" aria-label="Åtgärder"': ""})
    assert visited.keyboard() == []  # on a wide screen the table has room
    assert begun(visited.reflow(), ' "') == ["reflow: only a mouse can scroll div#table"]
    visited.page.set_viewport_size({"width": 320, "height": 256})
    assert begun(visited.keyboard(), ' "') == ["keyboard: only a mouse can scroll div#table"]


def test_what_does_not_fit_at_four_hundred_per_cent_is_found(changed: Changed) -> None:
    visited = changed(
        {
            ".region { overflow-x: auto; }": "",
            "<h1>": "<h1>Jämställdhetsintegreringssamordnare",
            "<p>Nord": '<p style="min-width: 400px">Nord',
            "<summary>": '<summary style="height: 8px; overflow: hidden">',
            "2/3": "två av tre åtgärder",
        }
    )
    found = visited.reflow()
    assert found == [
        'reflow: p "Nordhamn (påhittad)" is too wide',
        'reflow: h1 "JämställdhetsintegreringssamordnareUppfö" is too wide',
        'reflow: th "Utfall" is too wide',
        'reflow: td "Delvis genomförd" is too wide',
        'reflow: summary "Mer" is cut off',
        'reflow: text "två av tre åtgärder" is cut off',
    ]
    assert set(found) <= set(visited.faults())


def test_a_page_that_is_too_wide_for_no_visible_reason_is_found(changed: Changed) -> None:
    visited = changed({"</style>": "main::after { content: ''; padding: 300px; }</style>"})
    assert [line for line in visited.reflow() if "too wide" in line]


def test_a_missing_browser_skips_the_test_and_fails_it_in_ci(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PROST_CHROMIUM", str(tmp_path / "none"))
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"chromium .* is not installed"):
        chromium()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"chromium .* is missing"):
        chromium()
