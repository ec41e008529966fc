"""Colours that everyone can tell from what lies under them: WCAG 2.1, 1.4.3 and 1.4.11."""

from __future__ import annotations

import re

import pytest

from prostcli.assessment.parts import PARTS
from prostcli.documents.templates import templates_folder

STYLE = (templates_folder() / "style.css").read_text(encoding="utf-8")
INK = "#1a1a1a"


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it, of `#rgb` or `#rrggbb`."""
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _fill(tone: str) -> str:
    found = re.search(rf"^\.t-{tone} {{ background: (#\w+); fill: (#\w+);", STYLE, re.MULTILINE)
    assert found is not None
    assert found[1] == found[2]
    return found[1]


def test_the_measure_itself() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)  # the well-known near miss


@pytest.mark.parametrize("tone", PARTS)
def test_a_sign_can_be_read_on_its_tone(tone: str) -> None:
    text = "#fff" if tone == "good" else INK
    assert contrast(text, _fill(tone)) >= 4.5


def test_white_stands_only_on_the_dark_tone() -> None:
    assert "span.t-good, td.t-good { color: #fff; }" in STYLE
    assert "svg text.on-good { fill: #fff; }" in STYLE
    assert re.findall(r"\.on-(\w+)", STYLE) == ["good", "good"]


def test_what_is_reached_can_be_told_from_the_rest_without_colours() -> None:
    """In grey print as well as by the sign."""
    others = [p for p in PARTS if p != "good"]
    assert all(contrast(_fill("good"), _fill(p)) >= 2 for p in others)


@pytest.mark.parametrize("name", ["ink", "soft", "link"])
def test_text_can_be_read_on_the_page(name: str) -> None:
    colour = re.search(rf"--{name}: (#\w+);", STYLE)
    assert colour is not None
    assert contrast(colour[1], "#fff") >= 4.5
    assert contrast(colour[1], "#fff3c4") >= 4.5  # where a link has led


def test_the_focus_can_be_seen() -> None:
    outline = re.search(r"outline: 3px solid (#\w+)", STYLE)
    assert outline is not None
    assert contrast(outline[1], "#fff") >= 3
