"""Values are escaped unless we made them, and nothing but text is ever written."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from jinja2 import FileSystemBytecodeCache, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from prostcli.documents import templates as tools
from prostcli.documents.engine import markdown, text
from prostcli.documents.templates import document_language, environment_of, templates_folder
from prostcli.documents.text import wrapped
from prostcli.errors import ProstError
from prostcli.language import LANGUAGES, language

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


FAULTS = {
    "{{ 1/0 }}": ("", ""),
    "{{ [1, a] | sort }}": ("", ""),
    "{{ a | day }}": ("", ""),
    "{{ [a] }}": ("", ""),
    "{{ nothing }}": ("name", "nothing"),
    "{{ a.b.c }}": ("name", "b"),
    "{{ 'nosuch' | term }}": ("name", "nosuch"),
    "{{ {'a': 1}['b'] }}": ("name", "b"),
    "{{ a[7] }}": ("name", "7"),
    "{{ a.__class__.__mro__ }}": ("unsafe", "__class__"),
    "{{ a | nosuch }}": ("filter", "nosuch"),
    "{{ a is nosuch }}": ("test", "nosuch"),
    "{{ a() }}": ("call", ""),
    "{{ a | listed(1, 2) }}": ("call", ""),
    "{% macro m(x) %}{% endmacro %}{{ m(1, 2) }}": ("call", ""),
    "{% foo %}": ("tag", "foo"),
    "{% for b in a %}{% endif %}": ("tag", "endif"),
    "{% block b %}{% endblock %}": ("tag", "block"),
    "{% if a %}{% for b in a %}{% endfor %}": ("unclosed", "if"),
    "{{ 'a' * 10 ** 10 }}": ("sum", "**"),
    "{{ range(*[1]) }}": ("sum", "*"),
    "{{ " + "(1, " * 61 + "2" + ")" * 61 + " }}": ("depth", ""),
    "{{ a }": ("sign", "}"),
    "{{ a ; }}": ("sign", ";"),
    "{{ 'a }}": ("sign", "'"),
    "{% if %}": ("syntax", ""),
    "{# a": ("syntax", ""),
    "{% raw %}a": ("syntax", ""),
    "{% raw %}{% endraw": ("syntax", ""),
    "{% set 1 = 2 %}": ("syntax", ""),
    "\x85å": ("encoding", ""),
}


@pytest.mark.parametrize("source", FAULTS)
def test_a_faulty_template_of_ones_own_is_told_plainly_with_its_line(
    tmp_path: Path, source: str
) -> None:
    folder = _folder(tmp_path, x="")
    (folder / "sv/x.md.j2").write_bytes(f"\n\n{source}\n".encode("latin-1"))
    with pytest.raises(ProstError, match="bad-template") as raised:
        markdown("x", SWEDISH, folder, a="a")
    facts = raised.value.facts
    assert (facts["template"], facts["line"]) == (str(folder / "sv/x.md.j2"), 3)
    assert (facts["variant"], facts["name"]) == FAULTS[source]
    for code in LANGUAGES:
        told = language(code).error(raised.value.code, facts)
        assert str(facts["template"]) in told.text
        assert re.search(r" \d( |\.|:|,|$)", told.text)
        assert told.hint
        assert not re.search(r"Error|Jinja|object|attribute|NoneType|undefined", told.text)


@pytest.mark.parametrize("source", ["{{ nothing.b }}", "{{ a", "{% include 'sv/z.md.j2' %}"])
@pytest.mark.parametrize("way", ["../own", "./../city/../own", "link", "link/../own", "city/own"])
def test_however_the_folder_is_named_the_fault_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, way: str
) -> None:
    """`link` leads elsewhere, so that `link/..` is another folder than its letters say."""
    city = tmp_path / "city"
    city.mkdir()
    _own(tmp_path, f"\n\n{source}")
    (city / "link").symlink_to(tmp_path / "own", target_is_directory=True)
    (city / "city").symlink_to(tmp_path, target_is_directory=True)
    monkeypatch.chdir(city)
    with pytest.raises(ProstError) as raised:
        markdown("x", SWEDISH, Path(way))
    facts = raised.value.facts
    assert raised.value.code in ("bad-template", "no-template")
    assert (facts["template"], facts["line"]) == (str(Path(way, "sv/x.md.j2")), 3)


def test_a_template_that_is_a_link_is_told_by_its_own_name(tmp_path: Path) -> None:
    own = _own(tmp_path, "")
    (own / "kept").write_text("{{ nothing }}", encoding="utf-8")
    (own / "sv/x.md.j2").unlink()
    (own / "sv/x.md.j2").symlink_to(own / "kept")
    with pytest.raises(ProstError, match="bad-template") as raised:
        markdown("x", SWEDISH, own)
    assert raised.value.facts["template"] == str(own / "sv/x.md.j2")


def test_what_a_template_of_ones_own_refers_to_must_be_there(tmp_path: Path) -> None:
    folder = _folder(tmp_path, x="\n{% include 'sv/y.md.j2' %}")
    with pytest.raises(ProstError, match="no-template") as raised:
        markdown("x", SWEDISH, folder)
    assert raised.value.facts == {
        "template": str(folder / "sv/x.md.j2"), "line": 2, "wanted": "sv/y.md.j2",
    }  # fmt: skip


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the tool's own templates."""
    (tmp_path / "ours").mkdir()
    folder = _folder(tmp_path / "ours")
    monkeypatch.setattr(tools, "templates_folder", lambda: folder)
    return folder


def _own(tmp_path: Path, source: str) -> Path:
    (tmp_path / "own").mkdir()
    return _folder(tmp_path / "own", x=source)


def test_a_fault_in_the_tools_own_templates_is_its_own(tmp_path: Path, ours: Path) -> None:
    (ours / "sv/y.md.j2").write_text("{{ 1/0 }}", encoding="utf-8")
    own = _own(tmp_path, "{% include 'sv/y.md.j2' %}")
    for template, folder in (("y", None), ("y", own), ("x", own)):
        with pytest.raises(ZeroDivisionError):
            markdown(template, SWEDISH, folder)
    (ours / "sv/y.md.j2").write_text("{% if %}", encoding="utf-8")
    with pytest.raises(TemplateSyntaxError):
        markdown("x", SWEDISH, own)


def test_what_a_macro_of_the_tools_is_given_is_the_givers_fault(tmp_path: Path, ours: Path) -> None:
    (ours / "sv/y.md.j2").write_text(
        "{% macro half(a) %}{{ a / 2 }}{% endmacro %}", encoding="utf-8"
    )
    own = _own(tmp_path, "{% import 'sv/y.md.j2' as y %}\n{{ y.half('a') }}")
    with pytest.raises(ProstError, match="bad-template") as raised:
        markdown("x", SWEDISH, own)
    assert (raised.value.facts["template"], raised.value.facts["line"]) == (
        str(own / "sv/x.md.j2"), 2,
    )  # fmt: skip


@pytest.mark.parametrize("source", ["\x01", "```picture\nnosuch\n```"])
def test_what_cannot_be_set_is_told(tmp_path: Path, source: str) -> None:
    with pytest.raises(ProstError, match="unfit-templates"):
        markdown("x", SWEDISH, _folder(tmp_path, x=source))


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateNotFound):  # which of ours there are is our own affair
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


def test_what_is_compiled_is_kept_in_no_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a branch could bring code that nobody reads; templates of one's own are not kept."""
    kept = environment_of(None, Markup).bytecode_cache
    assert isinstance(kept, FileSystemBytecodeCache)
    assert Path(kept.directory).parent == Path(sys.prefix)
    assert environment_of(tmp_path, Markup).bytecode_cache is None
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    assert environment_of(None, Markup).bytecode_cache is None


def test_lines_are_wrapped_under_their_own_text() -> None:
    line = "  - " + "ord " * 30
    lines = wrapped(line.rstrip(), 40).split("\n")
    assert all(len(x) <= 40 for x in lines)
    assert lines[0].startswith("  - ord")
    assert all(x.startswith("    ord") for x in lines[1:])
    assert wrapped("a/" * 60, 40) == "a/" * 60
    assert wrapped("kort\n\nkort", 40) == "kort\n\nkort"
