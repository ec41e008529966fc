"""Templates of somebody's own reach values and nothing behind them, and cost what they may."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import pytest

from prostcli.documents import bounds, templates
from prostcli.documents.engine import html_environment, markdown, text
from prostcli.documents.provenance import Form
from prostcli.documents.templates import filled, templates_folder
from prostcli.errors import ProstError
from prostcli.language import language
from prostcli.model.fields import without_persons
from prostcli.publishing.document import Order, publish
from prostcli.publishing.site import QUICK, publication
from prostcli.usecases import View
from tests.made_up import HYPHENED

SWEDISH = language("sv")


class Seen(NamedTuple):
    """A value of a document."""

    name: str
    parts: tuple[str, ...]
    day: date


SEEN = Seen("ett", ("a", "b"), date(2015, 3, 9))


def own(tmp_path: Path, source: str, **others: str) -> Path:
    (tmp_path / "sv").mkdir()
    for name, told in {"x": source, **others}.items():
        (tmp_path / "sv" / f"{name}.md.j2").write_text(told, encoding="utf-8")
    return tmp_path


def fault(folder: Path) -> tuple[str, Mapping[str, object]]:
    with pytest.raises(ProstError) as raised:
        markdown("x", SWEDISH, folder, v=SEEN)
    return raised.value.code, raised.value.facts


REACHED = {
    "{{ v.name }} {{ v[0] }} {{ v.parts[1] }} {{ v.parts[-1] }} {{ v['name'] }}": "ett ett b b ett",
    "{{ v.day.year }} {{ v.day | day }} {{ v.day | string }}": "2015 9 mars 2015 2015-03-09",
    "{% for p in v.parts %}{{ loop.index }}{{ p }}{% if not loop.last %}, {% endif %}{% endfor %}":
        "1a, 2b",
    "{{ {'ett': 'fyra'}[v.name] }} {{ v.parts | join('+') }} {{ v.name ~ 1 }} {{ v.name[1:] }}":
        "fyra a+b ett1 tt",
    "{% macro m(x) %}<{{ x }}{{ caller() }}>{% endmacro %}{% call m(1) %}2{% endcall %}": "<12>",
    "{% set n = namespace(x=1) %}{% for i in [0, 3] %}{% set n.x = n.x + i %}{% endfor %}{{ n.x }}":
        "4",
    "{{ 7 * 6 - 2 }} {{ 7 // 2 }} {{ '%.2f' | format(1.5) }} {{ -3 | abs }} {{ '7' | int + 1 }}":
        "40 3 1.50 3 8",
    "{{ v.parts | map('upper') | list | length }}{{ [3, 1] | sort | first }}{{ [1, 2] | sum }}":
        "213",
    "{% filter upper %}a{{ v.name }}{% endfilter %}{% set t %}b{% endset %}{{ t }}": "AETTb",
    "{{ 'a' + 'b' }} {{ ([1] + [2]) | length }} {{ v.name | replace('t', 'xy') }}": "ab 2 exyxy",
    "{% for k, x in [('a', 1), ('b', 2), ('a', 3)] |groupby(0)%}{{ k }}{{ x | count }}{% endfor %}":
        "a2b1",
    "{% if 2 is even and v.parts is sequence and 'a' in v.parts %}ja{% endif %}": "ja",
    "{{ {'a': 1, 'b': 2}.b }} {% for k, x in {'c': 3} | items %}{{ k }}{{ x }}{% endfor %}": "2 c3",
    "{% import 'sv/y.md.j2' as y %}{{ y.m('å') }}{% include 'sv/y.md.j2' %}": "(å)y",
}  # fmt: skip


@pytest.mark.parametrize("source", REACHED)
def test_what_a_document_needs_can_be_written(tmp_path: Path, source: str) -> None:
    folder = own(tmp_path, source, y="{% macro m(x) %}({{ x }}){% endmacro %}y")
    assert markdown("x", SWEDISH, folder, v=SEEN) == REACHED[source] + "\n"


NOT_REACHED = [
    "{{ v.count('a') }}", "{{ v.parts.index('a') }}", "{{ v._asdict() }}", "{{ v._fields }}",
    "{{ v._replace(name='b') }}", "{{ v._make }}", "{{ v.__class__ }}", "{{ v['__class__'] }}",
    "{{ 'a'.format(1) }}", "{{ '{0.__class__}'.format(v) }}", "{{ 'a'.join(v.parts) }}",
    "{{ v.name.upper() }}", "{{ v.day.replace(year=1) }}", "{{ v.day.today() }}", "{{ v.day.min }}",
    "{{ [1].append(2) }}", "{{ {}.update({}) }}", "{{ {'a': 1}.items() }}", "{{ (1, 2).count(1) }}",
    "{{ 1 .bit_length() }}", "{{ 1.5.hex() }}", "{{ term.func }}", "{{ place.__self__ }}",
    "{{ place.__func__.__globals__ }}", "{{ range.__module__ }}", "{{ namespace.mro() }}",
    "{{ namespace(a=1)._Namespace__attrs }}", "{{ namespace(a=1).__init__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func }}", "{% macro m() %}{% endmacro %}{{ m.name }}",
    "{% for i in [1] %}{{ loop._iterable }}{% endfor %}", "{{ self }}", "{{ self.x() }}",
    "{% for i in [1] %}{{ loop.cycle.__self__ }}{% endfor %}", "{{ super() }}", "{{ lipsum() }}",
    "{% import 'sv/y.md.j2' as y %}{{ y.__name__ }}", "{{ dict(a=1) }}", "{{ cycler(1) }}",
    "{% import 'sv/y.md.j2' as y %}{{ y._body_stream }}", "{{ joiner() }}", "{{ nowhere }}",
    "{{ v | attr('name') }}", "{{ v.name | safe }}", "{{ v.name | e }}", "{{ v.name | escape }}",
    "{{ v | pprint }}", "{{ v.name | xmlattr }}", "{{ v | tojson }}", "{{ v.parts | random }}",
    "{{ [v] | map(attribute='__class__') | list }}", "{{ [v] | map(attribute='_fields') | first }}",
    "{{ [v] | sum(attribute='name.__class__') }}", "{{ [v] | map('attr', 'name') | list }}",
    "{{ [v] | sort(attribute='day.__class__') | first }}", "{{ v is callable }}",
    "{{ v is filter }}", "{{ [v] | selectattr('name', 'escaped') | list }}", "{{ v() }}",
    "{{ v.name() }}", "{{ [1]() }}", "{{ v | string }}", "{{ [v] | join }}", "{{ v ~ '' }}",
    "{{ [v] | listed }}", "{{ v.day }}", "{{ term('page-of', page=v, pages=1) }}",
    "{{ caption([v]) }}", "{{ v.name | listed }}", "{{ caption(v) }}",
    "{{ picture(v) }}", "{{ v | mark }}", "{{ place('a](b)') }}", "{{ '%s' % v }}",
    "{{ '%(a)s' | format(v) }}", "{{ '%(a)s' | format({}) }}", "{% block a %}{% endblock %}",
    "{% extends 'sv/y.md.j2' %}", "{% for i in [[1]] recursive %}{{ loop(i) }}{% endfor %}",
    "{% macro m() %}{{ varargs }}{% endmacro %}{{ m(1) }}", "{{ range(*[1]) }}",
    "{% macro m() %}{{ kwargs }}{% endmacro %}{{ m(a=1) }}", "{{ range(**{}) }}", "{{ v ** 2 }}",
    "{{ 2 ** 2 }}", "{% do 1 %}", "{% autoescape false %}{% endautoescape %}", "{{ v.nowhere }}",
    "{{ v[7] }}", "{{ v[v] }}", "{{ v.name['upper'] }}", "{{ v.name | map('upper', *v) | list }}",
]  # fmt: skip


@pytest.mark.parametrize("source", NOT_REACHED)
def test_nothing_else_is_reached(tmp_path: Path, source: str) -> None:
    folder = own(tmp_path, f"\n{source}", y="{% macro m(x) %}({{ x }}){% endmacro %}y")
    code, facts = fault(folder)
    assert code == "bad-template"
    assert (facts["template"], facts["line"]) == (str(folder / "sv/x.md.j2"), 2)


DOUBLED = "{% set n = namespace(a='a') %}{% for i in range(99) %}{% set n.a = NEXT %}{% endfor %}"
OVERRUN = {
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}": "steps",
    "{{ range(99999) | map('string') | map('length') | sum }}{% for a in range(99999) %}"
    "{{ range(99999) | max }}{% endfor %}": "steps",
    "{% for a in range(9999) %}{% for b in range(9999) if b is odd %}{% endfor %}{% endfor %}":
        "steps",
    "{% for a in range(9999) %}{{ range(9999) | join | length }}{% endfor %}": "steps",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": "depth",
    "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}":
        "depth",
    "{% macro m() %}{{ caller() }}{% endmacro %}{% macro c() %}{% call m() %}{{ c() }}"
    "{% endcall %}{% endmacro %}{{ c() }}": "depth",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(35) }}":
        "steps",
    "{% include 'sv/x.md.j2' %}": "depth",
    "{% import 'sv/x.md.j2' as x %}": "depth",
    DOUBLED.replace("NEXT", "n.a ~ n.a"): "characters",
    DOUBLED.replace("NEXT", "n.a + n.a"): "characters",
    DOUBLED.replace("NEXT", "[n.a, n.a] | join"): "characters",
    DOUBLED.replace("NEXT", "n.a | replace('a', 'aa')"): "characters",
    DOUBLED.replace("NEXT", "n.a | replace('', 'a')"): "characters",
    DOUBLED.replace("NEXT", "'%s%s' | format(n.a, n.a)"): "characters",
    DOUBLED.replace("NEXT", "[n.a, n.a]"): "held",
    DOUBLED.replace("NEXT", "(n.a, n.a)"): "held",
    DOUBLED.replace("NEXT", "[[n.a, 1], [n.a, 1]] | groupby(1)"): "held",
    DOUBLED.replace("'a'", "[1]").replace("NEXT", "[n.a, n.a] | groupby(0)"): "held",
    DOUBLED.replace("NEXT", "{1: n.a, 2: n.a}"): "held",
    DOUBLED.replace("'a'", "[1]").replace("NEXT", "n.a + n.a"): "held",
    DOUBLED.replace("'a'", "9").replace("NEXT", "n.a * n.a"): "number",
    DOUBLED.replace("'a'", "9").replace("NEXT", "[n.a, n.a] | sum"): "number",
    "{% set n = namespace(a='a') %}{% for i in range(99) %}{% set b %}{{ n.a }}{{ n.a }}"
    "{% endset %}{% set n.a = b %}{% endfor %}": "characters",
    "{% set a = 'a' | replace('', 'b' | replace('b', '" + "c" * 999 + "')) %}"
    "{% set n = namespace(a=a) %}{% for i in range(999) %}{% set n.a = n.a | replace('c', a) %}"
    "{% endfor %}": "characters",
    "{% for i in range(99999) %}{% set a %}" + "text " * 2000 + "{% endset %}{% endfor %}":
        "characters",
    "{% for i in range(99999) %}" + "text " * 2000 + "{% endfor %}": "characters",
    "{% set a %}" + "text " * 9999 + "{% endset %}{% set n = namespace(a=[]) %}"
    "{% for i in range(99999) %}{% set n.a = n.a + [a[i:]] %}{% endfor %}": "characters",
}  # fmt: skip


@pytest.mark.parametrize(
    ("source", "fact"),
    [
        ("{{ term(LONG) }}", "name"), ("{{ {}[LONG] }}", "name"),
        ("{% include ((LONG)[:222]) %}", "wanted"),
    ],
)  # fmt: skip
def test_a_reason_is_a_sentence(tmp_path: Path, source: str, fact: str) -> None:
    """What could not be found is not told at whatever length it has."""
    long = "['abcdefghij'] | join | replace('a', '" + "y" * 999 + "')"
    folder = own(tmp_path, source.replace("LONG", f"({long})"))
    _, facts = fault(folder)
    assert len(str(facts[fact])) == 201
    assert str(facts[fact]).endswith("…")


@pytest.mark.parametrize("source", OVERRUN)
def test_what_costs_too_much_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    monkeypatch.setattr(bounds, "STEPS", 200_000)
    monkeypatch.setattr(bounds, "CHARACTERS", 4_000_000)
    folder = own(tmp_path, f"\n\n{source}")
    code, facts = fault(folder)
    assert code == f"template-{OVERRUN[source]}"
    assert (facts["template"], facts["line"]) == (str(folder / "sv/x.md.j2"), 3)


REFUSED = [
    "{{ 'a' * 10 ** 10 }}", "{{ 'a' * 9999999999 }}", "{{ [1] * 9999999999 }}",
    "{{ 9 ** 9 ** 9 }}", "{{ '%9999999999d' % 1 }}", "{{ '%9999999999d' | format(1) }}",
    "{{ '%*d' | format(9999999999, 1) }}", "{{ '%.9999999999f' | format(1) }}",
    "{{ 'a' | center(10 ** 9) }}", "{{ 'a' | center(1000000000) }}", "{{ 'a' | indent(999999) }}",
    "{{ [1] | batch(999999999, 0) | list }}", "{{ [1] | slice(999999999) | list }}",
    "{{ 5 | round(-999999999) }}", "{{ '%2000000000d' is divisibleby 2 }}", "{{ lipsum(n=99999) }}",
    "{{ '%2000000000d' is even }}", "{{ range(9999999999) }}", "{{ 'a'.ljust(9999999999) }}",
    "{{ 'a' | wordwrap(1) }}", "{{ '9' * 99999 }}", "{{ " + "9" * 5000 + " }}",
    "{{ " + "(" * 5000 + ")" * 5000 + " }}", "{{ 1" + " + 1" * 5000 + " }}",
    "{{ " + "[" * 200 + "]" * 200 + " }}", "{% if 1 %}" * 200 + "{% endif %}" * 200,
    "{% for a in [1] %}" * 30 + "{% endfor %}" * 30, "{{ " + "not " * 5000 + "1 }}",
]  # fmt: skip


@pytest.mark.parametrize("source", REFUSED)
def test_what_would_take_all_there_is_is_never_begun(tmp_path: Path, source: str) -> None:
    folder = own(tmp_path, f"{source}")
    begun = monotonic()
    code, facts = fault(folder)
    assert monotonic() - begun < 10
    assert code in ("bad-template", "template-number", "template-depth")
    assert (facts["template"], facts["line"]) == (str(folder / "sv/x.md.j2"), 1)


@pytest.mark.slow
def test_the_bounds_themselves_hold(tmp_path: Path) -> None:
    """With the real bounds: not for ever, and not beyond what a computer has."""
    source = "{% for a in range(99999) %}{% set b = range(99999) | list %}{% endfor %}"
    folder = own(tmp_path, source)
    assert fault(folder)[0] == "template-steps"


def test_on_a_slow_computer_the_clock_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "SECONDS", -1)
    code, facts = fault(own(tmp_path, "\na"))
    assert (code, facts["line"], facts["seconds"]) == ("template-time", 1, 120)


def test_a_bound_is_what_may_be_and_not_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fourteen steps: the template, the call, what it gives, ten turns, what is written."""
    folder = own(tmp_path, "{% for a in range(10) %}{% endfor %}{{ v.name }}")
    monkeypatch.setattr(bounds, "STEPS", 14)
    assert markdown("x", SWEDISH, folder, v=SEEN) == "ett\n"
    monkeypatch.setattr(bounds, "STEPS", 13)
    assert fault(folder)[0] == "template-steps"


def test_each_filling_is_counted_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "STEPS", 100)
    environment = html_environment(SWEDISH, own(tmp_path, "{% for a in range(60) %}{% endfor %}"))
    for _ in range(3):
        assert filled(environment, "sv/x.md.j2", {}) == ""


def test_a_template_of_ours_that_goes_on_is_the_fault_of_who_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours/sv").mkdir(parents=True)
    (tmp_path / "ours/sv/y.md.j2").write_text("{% for a in range(99) %}{% endfor %}", "utf-8")
    monkeypatch.setattr(templates, "templates_folder", lambda: tmp_path / "ours")
    monkeypatch.setattr(bounds, "STEPS", 50)
    (tmp_path / "own").mkdir()
    folder = own(tmp_path / "own", "\n{% include 'sv/y.md.j2' %}")
    code, facts = fault(folder)
    assert (code, facts["line"]) == ("template-steps", 2)


def test_what_is_masked_stays_so_however_it_is_written(tmp_path: Path) -> None:
    source = (
        "{% macro m() %}{{ caller() }}{% endmacro %}{% macro x() %}x{% endmacro %}"
        "{{ n }} {{ n ~ ' ' ~ n }} {{ [x(), n] | join(' ') }} {{ x() ~ ' ' ~ n }} {{ n | upper }} "
        "{{ [n, n] | listed }} {{ n | word('en') }} {{ n | block }} {{ [n] | first }} "
        "{% call m() %}{{ n }}{% endcall %} {{ term('page-of', page=n, pages=1) }} {{ n | tied }} "
        "{{ n | replace('z', '') }} {{ '%s' | format(n) }} {{ (x() + ' ') + n }} {{ caption(n) }}"
    )
    drawn = markdown("x", SWEDISH, own(tmp_path, source), n=without_persons(HYPHENED))
    assert HYPHENED[-4:] not in drawn.replace("\\", "")
    assert drawn.count("x") == 3
    assert len(re.findall(r"[*]{4}", drawn.replace("\\", ""))) >= 16


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hemligt", encoding="utf-8")
    (tmp_path / "own").mkdir()
    folder = own(tmp_path / "own", "", y="mitt")
    (folder / "sv/x.md.j2").unlink()
    (folder / "sv/x.md.j2").symlink_to("y.md.j2")
    assert markdown("x", SWEDISH, folder) == "mitt\n"
    (folder / "sv/x.md.j2").unlink()
    (folder / "sv/x.md.j2").symlink_to("../../secret")
    assert fault(folder) == ("template-link", {"template": str(folder / "sv/x.md.j2")})
    shutil.rmtree(folder / "sv")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x.md.j2").write_text("hemligt", encoding="utf-8")
    (folder / "sv").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert fault(folder)[0] == "template-link"


def test_what_is_no_plain_file_or_too_large_is_not_read(tmp_path: Path) -> None:
    folder = own(tmp_path, "a" * 1_000_001)
    assert fault(folder)[0] == "template-large"
    (folder / "sv/x.md.j2").write_text("a" * 1_000_000, encoding="utf-8")
    assert len(markdown("x", SWEDISH, folder)) == 1_000_001
    (folder / "sv/review.md.j2").unlink(missing_ok=True)
    os.mkfifo(folder / "sv/words.md.j2")  # not waited for: ours is used
    assert markdown("words", SWEDISH, folder) == "\n"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The tool's own templates as somebody's own."""
    folder = tmp_path / "copied"
    names = shutil.ignore_patterns("__pycache__", "*.typ")
    shutil.copytree(templates_folder(), folder, ignore=names)
    return folder


def without_recipe(data: bytes) -> list[bytes]:
    lines = data.splitlines()
    return [re.sub(rb'<meta name="prostcli"[^>]*>', b"", x) for x in lines if b"<!--" not in x]


@pytest.mark.parametrize("form", ["html", pytest.param("md", marks=pytest.mark.slow)])
def test_the_tools_own_templates_pass(lindvik_view: View, copied: Path, form: Form) -> None:
    """So a city can begin with a copy of them, and every document is the same."""
    for order in (Order(form, SWEDISH), Order(form, language("en"), "skola", 2022)):
        ours = publish(lindvik_view, order)
        theirs = publish(lindvik_view, Order(form, order.language, order.board, order.year, copied))
        assert without_recipe(theirs) == without_recipe(ours)


@pytest.mark.slow
@pytest.mark.parametrize("code", ["sv", "en"])
def test_every_page_passes(lindvik_view: View, copied: Path, code: str) -> None:
    words = language(code)
    ours = publication(lindvik_view, words, makers=QUICK)
    theirs = publication(lindvik_view, words, copied, QUICK)
    different = [n for n in ours if without_recipe(ours[n]) != without_recipe(theirs[n])]
    assert set(different) <= {"downloads.html"}  # how large the files are, with another recipe
    assert text("show-words", words, str, copied) == text("show-words", words, str)
