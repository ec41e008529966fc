"""The review as a page, in a browser: for everyone, folded and unfolded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from prostcli.language import language
from prostcli.publishing.document import Order, publish
from prostcli.usecases import view
from tests.browser.visit import Visit

TOP = Path(__file__).resolve().parents[2]
LOOKED_AT = ("color-contrast:", "th-has-data-cells:")
"""What axe cannot judge and has been looked at: single signs and text in a picture, whose colours
tests/documents/test_style.py measures; headers of groups of rows."""

pytestmark = pytest.mark.slow


@pytest.fixture(params=["nordhamn-sv", "nordhamn-en", "real-sv", "annex-sv"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    place, _, code = request.param.partition("-")
    root, day = (".", "2009-03-15") if place == "real" else ("examples/nordhamn", "2016-06-01")
    order = Order("html", language(code))
    if place == "annex":
        order = Order("html", language(code), "nordvastra", 2014)
    file = tmp_path / "review.html"
    file.write_bytes(publish(view(TOP / root, date.fromisoformat(day)), order))
    return file


def test_everyone_can_read_it(made: Path, visit: Callable[[Path], Visit]) -> None:
    page = visit(made)
    assert page.axe().violations == []
    page.unfold()
    assert page.faults(LOOKED_AT) == []


def test_the_title_is_what_is_seen_first(made: Path, visit: Callable[[Path], Visit]) -> None:
    page = visit(made).page
    for width in (360, 375, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        title, contents, text = (
            page.locator(part).first.bounding_box() for part in ("h1", "nav.contents", "main > p")
        )
        assert title is not None
        assert contents is not None
        assert text is not None
        assert title["y"] + title["height"] <= min(contents["y"], text["y"])
        assert title["x"] <= min(contents["x"], text["x"]) + 4


def test_the_link_past_the_contents_leads_to_the_text(
    made: Path, visit: Callable[[Path], Visit]
) -> None:
    page = visit(made).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "start"
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('nav')")
