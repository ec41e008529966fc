"""Values are escaped unless we made them, and nothing but text is ever written."""

from __future__ import annotations

from pathlib import Path

import pytest

from prostcli.documents.engine import document_language, markdown, templates_folder, text
from prostcli.documents.text import wrapped
from prostcli.errors import ProstError
from prostcli.language import language

SWEDISH = language("sv")


def _folder(tmp_path: Path, **templates: str) -> Path:
    (tmp_path / "sv").mkdir()
    for name, source in templates.items():
        (tmp_path / "sv" / f"{name}.md.j2").write_text(source, encoding="utf-8")
        (tmp_path / "sv" / f"{name}.txt.j2").write_text(source, encoding="utf-8")
    return tmp_path


def test_values_are_escaped_in_macros_and_filters_too(tmp_path: Path) -> None:
    source = (
        "{% macro m(x) %}<{{ x }}>{% endmacro %}"
        "{{ a }} {{ m(a) }} {{ [a, a] | join(', ') }} {{ [a] | listed }} {{ a | upper_first }}"
        " {{ a ~ a }} {% set b %}{{ a }}{% endset %}{{ b }}"
    )
    drawn = markdown("x", SWEDISH, _folder(tmp_path, x=source), a="*a*")
    one = "\\*a\\*"
    assert drawn == f"{one} <{one}> {one}, {one} {one} {one} {one}{one} {one}\n"


def test_a_template_inside_a_value_is_only_text(tmp_path: Path) -> None:
    drawn = markdown("x", SWEDISH, _folder(tmp_path, x="{{ a }}"), a="{{ 7 * 7 }}")
    assert drawn == "\\{\\{ 7 \\* 7 \\}\\}\n"


@pytest.mark.parametrize("value", [None, True, 1.5, ["a"], object()])
def test_only_texts_and_numbers_are_written(tmp_path: Path, value: object) -> None:
    with pytest.raises(ProstError, match="bad-template"):
        markdown("x", SWEDISH, _folder(tmp_path, x="{{ a }}"), a=value)


@pytest.mark.parametrize("source", ["{{ nothing }}", "{{ a.b.c }}", "{% if %}", "{{ a | nosuch }}"])
def test_a_faulty_template_is_told(tmp_path: Path, source: str) -> None:
    with pytest.raises(ProstError, match="bad-template"):
        markdown("x", SWEDISH, _folder(tmp_path, x=source), a="a")


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProstError, match="no-template"):
        markdown("nosuch", SWEDISH, tmp_path)
    with pytest.raises(ProstError, match="no-folder"):
        markdown("review", SWEDISH, tmp_path / "nosuch")


def test_no_template_outside_the_folders_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hemligt", encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    folder = _folder(inner, x="{% include '../secret' %}")
    with pytest.raises(ProstError, match="no-template"):
        markdown("x", SWEDISH, folder)


def test_a_text_has_its_own_escape(tmp_path: Path) -> None:
    folder = _folder(tmp_path, x="{{ a }} {{ n | number }}")
    assert text("x", SWEDISH, str.upper, folder, a="*å*", n=12345) == "*Å* 12 345\n"


def test_templates_are_found() -> None:
    assert (templates_folder() / "sv" / "review.md.j2").is_file()
    assert document_language("sv") == "sv"
    assert document_language("en") == "en"
    assert document_language("xx") == "sv"


def test_lines_are_wrapped_under_their_own_text() -> None:
    line = "  - " + "ord " * 30
    lines = wrapped(line.rstrip(), 40).split("\n")
    assert all(len(x) <= 40 for x in lines)
    assert lines[0].startswith("  - ord")
    assert all(x.startswith("    ord") for x in lines[1:])
    assert wrapped("a/" * 60, 40) == "a/" * 60
    assert wrapped("kort\n\nkort", 40) == "kort\n\nkort"
