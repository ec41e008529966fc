"""How findings look: the mark under the right characters, and nothing from a file let through."""

from __future__ import annotations

import json as standard
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prostcli.characters import HARMLESS
from prostcli.diagnostic import Diagnostic, Severity
from prostcli.language import language
from prostcli.output.concise import concise
from prostcli.output.findings import MOST_OF_A_KIND, Findings
from prostcli.output.formats import FORMATS
from prostcli.output.full import full
from prostcli.output.json import json
from prostcli.output.text import width
from prostcli.rules import CATALOGUE
from prostcli.source import Place, Span
from tests.properties import examples
from tests.timing import within

PATH = "reports/2006-2010/farsta/2007-report.yaml"
MESSAGE = "."
"""What stands for a file where something was written about a commit."""
Render = Callable[[Findings], str]


def finding(
    code: str = "PRO106",
    span: Span = Span(1, 1, 1, 2),  # noqa: B008  a tuple
    path: str = PATH,
    severity: Severity | None = None,
    **facts: object,
) -> Diagnostic:
    rule = CATALOGUE[code]
    facts = facts or {"key": "summary"}
    return Diagnostic(code, rule.name, severity or rule.severity, Place(path), facts, span)


def findings(
    *found: Diagnostic, line: str = "", colour: bool = False, lang: str = "sv"
) -> Findings:
    files = tuple(f"reports/2006-2010/{letter}/2007-report.yaml" for letter in "abcdefg")
    return Findings(found, files, language(lang), str, lambda _path, _number: line, colour)


def marked(line: str, start: int, end: int) -> tuple[str, str]:
    """The line as shown and the part of it that the mark stands under."""
    out = full(findings(finding(span=Span(3, start, 3, end)), line=line)).split("\n")
    shown, mark = out[1], out[2]
    assert shown.startswith("   3 | ")
    assert re.fullmatch(r"     \| *\^+", mark)
    left, right = mark.index("^"), len(mark)
    under = ""
    column = 0
    held = False
    for character in shown:
        if width(character):  # a sign without a width of its own goes with the letter before it
            held = left <= column < right
        if held:
            under += character
        column += width(character)
    return shown.removeprefix("   3 | "), under


# --- the mark


@pytest.mark.parametrize(
    ("line", "start", "end", "under"),
    [
        ("summary: x", 1, 8, "summary"),
        ("    summary: åäö ÅÄÖ", 14, 17, "åäö"),
        ("åäö: klar", 6, 10, "klar"),
        ("a\u030aa\u0308o\u0308: klar", 9, 13, "klar"),
        ("漢字: klar", 5, 9, "klar"),
        ("漢字: klar", 1, 3, "漢字"),
        ("\tsummary: klar", 2, 9, "summary"),
        ("a:\tb", 4, 5, "b"),
        ("a\x1bb: klar", 6, 10, "klar"),
        ("a\x1bb: klar", 2, 3, "\\u{001B}"),
        ("a\u202eb: klar", 6, 10, "klar"),
        ("vård\u00adtagare: x", 14, 15, "x"),
        ("a: ##[error]b: c", 16, 17, "c"),
        ("summary:", 9, 10, ""),
        ("summary: x", 10, 10, "x"),
    ],
)
def test_the_mark_stands_under_its_characters(line: str, start: int, end: int, under: str) -> None:
    assert marked(line, start, end)[1].replace("\u200b", "") == under


def test_a_letter_in_two_parts_is_marked_as_one() -> None:
    shown, under = marked("a\u030ar: x", 1, 4)
    assert shown == "a\u030ar: x"
    assert under == "a\u030ar"


@pytest.mark.parametrize("sign", ["x", "å", "漢", "\x1b", "a\u030a", "\t"])
@pytest.mark.parametrize("before", [0, 1, 29, 30, 31, 50, 99, 100, 101, 150, 5000])
@pytest.mark.parametrize("after", [0, 200])
def test_a_long_line_is_cut_around_the_place(sign: str, before: int, after: int) -> None:
    lead = (sign * before)[:before]
    line = f"{lead}klar{sign * after}"
    shown, under = marked(line, len(lead) + 1, len(lead) + 5)
    assert under == "klar"
    assert width(shown) <= 100


def test_a_long_place_is_marked_as_far_as_it_is_shown() -> None:
    shown, under = marked("a: " + "b" * 500, 4, 504)
    assert shown == "a: " + "b" * 96 + "…"
    assert under == "b" * 96 + "…"


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    found = finding(span=Span(3, 4, 9, 2))
    out = full(findings(found, line="a: ett två  ")).split("\n")
    assert out[2] == "     |    " + "^" * len("ett två  ")


def test_an_empty_line_is_not_shown() -> None:
    out = full(findings(finding(), line="  "))
    assert out.split("\n")[:2] == [
        f"{PATH}:1:1: PRO106 summary är inte ifyllt.",
        "    = Fyll i, eller ta bort nyckeln om den får utelämnas.",
    ]


# --- whole outputs, by hand

ONE = finding("PRO101", Span(12, 5, 12, 12), key="outcom", near="outcome", known=["a", "b", "c"])
TWO = finding("PRO202", Span(20, 14, 20, 24), day="2008-09-30", year=2007)
THREE = finding("PRO507", Span(31, 17, 31, 22), id="5.2.4", board="farsta", year=2007)


def test_full() -> None:
    assert full(findings(ONE, TWO, THREE, line="    outcom: fulfilled, 2008-09-30")) == (
        f"{PATH}:12:5: PRO101 Okänd nyckel: outcom.\n"
        "  12 |     outcom: fulfilled, 2008-09-30\n"
        "     |     ^^^^^^^\n"
        "    = Menade du outcome? Här kan stå: a, b och c.\n"
        "\n"
        f"{PATH}:20:14: PRO202 varning: "
        "Insatsen ska vara klar 2008-09-30, men planen gäller 2007.\n"
        "  20 |     outcom: fulfilled, 2008-09-30\n"
        "     |              ^^^^^^^^^^\n"
        "    = Kontrollera året.\n"
        "\n"
        f"{PATH}:31:17: PRO507 upplysning: Åtgärden 5.2.4 gäller inte farsta 2007.\n"
        "  31 |     outcom: fulfilled, 2008-09-30\n"
        "     |                 ^^^^^\n"
        "    = Posten visas som frivillig och räknas inte.\n"
        "\n"
        "7 filer kontrollerade: 1 fel, 1 varning och 1 upplysning.\n"
    )


def test_concise() -> None:
    assert concise(findings(ONE, TWO, THREE, lang="en")) == (
        f"{PATH}:12:5: PRO101 Unknown key: outcom.\n"
        f"{PATH}:20:14: PRO202 warning: "
        "The activity is due on 2008-09-30, but the plan is for 2007.\n"
        f"{PATH}:31:17: PRO507 note: The measure 5.2.4 does not bind farsta in 2007.\n"
        "7 files checked: 1 error, 1 warning and 1 note.\n"
    )


@pytest.mark.parametrize("render", [full, concise])
def test_nothing_found(render: Render) -> None:
    assert render(findings()) == "7 filer kontrollerade: inget att anmärka på.\n"


def test_colour_changes_nothing_but_colour() -> None:
    plain = full(findings(ONE, TWO, line="    outcom: x"))
    coloured = full(findings(ONE, TWO, line="    outcom: x", colour=True))
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_json_is_the_contract() -> None:
    found = finding(
        "PRO201", Span(5, 1, 5, 8), id="5.2.4", label={"sv": "Öppet", "en": "Open"}, year=2007,
        board="farsta", variant=None,
    )  # fmt: skip
    assert standard.loads(json(findings(found, TWO))) == {
        "version": 1,
        "diagnostics": [
            {
                "code": "PRO201",
                "name": "obligation-not-planned",
                "severity": "error",
                "message": "Planen säger inget om åtgärden 5.2.4 (Öppet).",
                "hint": language("sv").messages["PRO201"].hint,
                "path": PATH,
                "line": 5,
                "column": 1,
                "end_line": 5,
                "end_column": 8,
                "facts": {
                    "id": "5.2.4",
                    "label": {"sv": "Öppet", "en": "Open"},
                    "year": 2007,
                    "board": "farsta",
                },
            },
            {
                "code": "PRO202",
                "name": "due-outside-year",
                "severity": "warning",
                "message": "Insatsen ska vara klar 2008-09-30, men planen gäller 2007.",
                "hint": "Kontrollera året.",
                "path": PATH,
                "line": 20,
                "column": 14,
                "end_line": 20,
                "end_column": 24,
                "facts": {"day": "2008-09-30", "year": 2007},
            },
        ],
        "omitted": [],
        "summary": {"files": 7, "errors": 1, "warnings": 1, "notes": 0},
    }


def test_json_is_readable_and_ends_its_line() -> None:
    text = json(findings(ONE))
    assert '"message": "Okänd nyckel: outcom."' in text
    assert text.endswith("}\n")


def test_formats_by_name() -> None:
    """Text is for whoever stands in a folder; machine formats tell paths from the root."""
    paths = {name: form.paths for name, form in FORMATS.items()}
    assert paths == {
        "full": "current", "concise": "current", "json": "root", "github": "repository",
        "gitlab": "repository", "sarif": "repository", "junit": "repository",
    }  # fmt: skip
    assert all(form.render.__name__ == name for name, form in FORMATS.items())


# --- nothing of a file's acts on a terminal or a build server

ATTACKS = [
    "\x1b]0;title\x07", "\x9b31m", "\x1b[2J", "a\r::error::b", "a\n::error file=x::b", "\u202eabc",
    "\u2028::error::b", "::error::b", "  ::warning::b", "##[error]b", "a##[command]b", "\udc80",
    "\U000e0041", "\x00", "\ufeff::error::b", "[/x] [bold]", ":skull:", "\u00a0::error::b",
    '"}, {"code": "PRO999"', "\\u001b[31m",
]  # fmt: skip
TEXTS = st.lists(st.text(max_size=5) | st.sampled_from(ATTACKS), max_size=4).map("".join)


def harmless(text: str) -> None:
    for line in text.split("\n"):
        assert all(c.isprintable() or c in HARMLESS or c == "\u200b" for c in line)
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"github"}))  # its commands: test_github.py
@given(key=TEXTS, path=TEXTS, line=TEXTS, at=st.tuples(st.integers(1, 30), st.integers(0, 30)))
def test_what_a_file_holds_does_nothing(
    name: str, key: str, path: str, line: str, at: tuple[int, int]
) -> None:
    span = Span(1, at[0], 1, sum(at))
    found = finding("PRO101", span, path or "a", key=key, near=key, known=[key, key])
    line = line.replace("\n", " ")  # it is one line of a file
    harmless(FORMATS[name].render(findings(found, line=line)))


@pytest.mark.parametrize("name", FORMATS)
@examples(8, 125)
@given(path=TEXTS)
def test_a_name_does_nothing_where_findings_are_left_out(name: str, path: str) -> None:
    out = FORMATS[name].render(findings(*[finding(path=path or "a")] * (MOST_OF_A_KIND + 5)))
    ours = re.compile(r"::error file=[^:]*::|::error title=prostcli::")
    harmless(ours.sub("", out) if name == "github" else out)


@given(key=TEXTS, path=TEXTS)
def test_json_says_what_the_file_says(key: str, path: str) -> None:
    (found,) = standard.loads(json(findings(finding("PRO101", path=path, key=key))))["diagnostics"]
    assert (found["facts"]["key"], found["path"]) == (key, path)


@given(key=TEXTS, path=TEXTS)
def test_json_can_be_written_as_utf8(key: str, path: str) -> None:
    assert json(findings(finding("PRO101", path=path, key=key))).encode("utf-8")


def test_a_fact_is_told_no_longer_than_it_can_be_read() -> None:
    found = finding("PRO101", key="k" * 5000, near="n" * 121, known=["a"] * 51, count=10**9)
    told = findings(found)
    assert told.facts(found) == {
        "key": "k" * 119 + "…", "near": "n" * 119 + "…", "known": ["a"] * 50 + ["…"],
        "count": 10**9,
    }  # fmt: skip
    assert told.message(found).text == f"Okänd nyckel: {'k' * 119}…."
    words = finding("PRO201", id="x" * 120, label={"sv": "y" * 121}, year=2007, board="farsta")
    assert findings(words).facts(words)["id"] == "x" * 120
    assert findings(words).facts(words)["label"] == {"sv": "y" * 119 + "…"}


def test_each_finding_is_one_line_whatever_it_holds() -> None:
    found = finding("PRO101", path="a\nb:1:1: PRO999 c", key="x\ny\r\nz")
    assert len(concise(findings(found)).split("\n")) == 3


def test_thousands_of_findings_on_one_long_line_are_shown_in_time() -> None:
    line = "å{}," * 15_000
    found = [
        finding(span=Span(1, 4 * i + 2, 1, 4 * i + 4), path=f"{i // MOST_OF_A_KIND}.yaml")
        for i in range(3_000)
    ]
    with within(2):
        out = full(findings(*found, line=line))
    assert out.count("^^") == 3_000
