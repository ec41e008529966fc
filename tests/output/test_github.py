"""Annotations that do what they should and nothing else, and the summary of the run."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prostcli.characters import HARMLESS
from prostcli.diagnostic import Diagnostic, Severity
from prostcli.output.github import command_data, command_property, github, summary
from prostcli.output.text import show, visible
from prostcli.source import Span
from tests.output import reading
from tests.output.test_findings import (
    ATTACKS,
    MESSAGE,
    ONE,
    PATH,
    TEXTS,
    THREE,
    TWO,
    finding,
    findings,
)


def test_an_annotation_stands_on_its_line() -> None:
    assert github(findings(ONE, TWO, THREE, lang="en")) == (
        f"::error file={PATH},line=12,col=5,endLine=12,endColumn=12,"
        "title=PRO101 unknown-key (error)::Unknown key: outcom."
        "%0ADid you mean outcome? Here may stand: a, b and c.\n"
        f"::warning file={PATH},line=20,col=14,endLine=20,endColumn=24,"
        "title=PRO202 due-outside-year (warning)::"
        "The activity is due on 2008-09-30, but the plan is for 2007.%0ACheck the year.\n"
        f"::notice file={PATH},line=31,col=17,endLine=31,endColumn=22,"
        "title=PRO507 voluntary-entry (note)::The measure 5.2.4 does not bind farsta in 2007."
        "%0AThe entry is shown as voluntary and not counted.\n"
        "7 files checked: 1 error, 1 warning and 1 note.\n"
    )


def test_a_place_over_several_lines_has_no_columns() -> None:
    out = github(findings(finding(span=Span(3, 4, 9, 2))))
    assert f"::error file={PATH},line=3,endLine=9,title=PRO106 empty-text (fel)::" in out


def test_a_commits_message_is_on_no_line_of_a_file() -> None:
    found = finding("PRO609", Span(3, 1, 3, 5), MESSAGE, commit="0123abcdef", variant="message")
    told = replace(findings(found), shown_path=lambda path: f"somewhere/{path}")
    (command,) = reading.commands(github(told))
    assert command.properties == {"title": "PRO609 personal-data-in-history (fel)"}
    assert "0123abcdef" in command.message
    ((_, path, *_),) = reading.table(summary(told))
    assert path == MESSAGE


def test_a_clean_run_is_told_without_a_command() -> None:
    assert github(findings()) == "7 filer kontrollerade: inget att anmärka på.\n"


def _lots(number: int, severity: Severity) -> list[Diagnostic]:
    return [finding(path=f"{i:04}", severity=severity) for i in range(number)]


@pytest.mark.parametrize(("number", "told", "rest"), [(9, 9, 0), (10, 9, 1), (25, 9, 16)])
def test_nine_of_each_severity_and_one_line_for_the_rest(number: int, told: int, rest: int) -> None:
    found = [d for s in (Severity.NOTE, Severity.ERROR, Severity.WARNING) for d in _lots(number, s)]
    commands = reading.commands(github(findings(*found, lang="en")))
    for name in ("error", "warning", "notice"):
        ours = [c for c in commands if c.name == name]
        assert [c.properties["file"] for c in ours[:told]] == [f"{i:04}" for i in range(told)]
        assert [c.message for c in ours[told:]] == (
            [f"… and {rest} more: see the summary of the run."] if rest else []
        )
    assert [c.name for c in commands] == sorted(
        (c.name for c in commands), key=["error", "warning", "notice"].index
    )


# --- escaping


@given(st.text() | TEXTS)
@example("::error file=x::y")
@example("100%0A::error::x")
@example("%25")
def test_a_message_stays_in_its_command(text: str) -> None:
    escaped = command_data(text)
    (command,) = reading.commands(f"::error title=a::{escaped}\n")
    assert command == ("error", {"title": "a"}, show(text))
    assert escaped.isprintable() or set(escaped) & {*HARMLESS, "\u200b"}
    assert "##[" not in escaped


@given(st.text() | TEXTS)
@example("a,line=99")
@example("a::b")
@example("%2C%3A%25")
def test_a_value_stays_in_its_property(text: str) -> None:
    (command,) = reading.commands(f"::error file=a,title={command_property(text)}.,line=7::m\n")
    assert command == ("error", {"file": "a", "title": f"{show(text)}.", "line": "7"}, "m")


@given(key=TEXTS, path=TEXTS)
def test_what_a_file_holds_starts_no_command_and_is_told_as_it_is(key: str, path: str) -> None:
    path = f"{path}.yaml"
    found = finding("PRO101", Span(2, 3, 2, 5), path, key=key, near=key, known=[key])
    told = findings(found)
    out = github(told)
    assert re.split(r"\r\n|\r|\n", out) == out.split("\n")
    text, hint = told.message(found)
    (command,) = reading.commands(out)
    assert command == (
        "error",
        {"file": show(path), "line": "2", "col": "3", "endLine": "2", "endColumn": "5",
         "title": "PRO101 unknown-key (fel)"},
        f"{show(text)}\n{show(hint)}",
    )  # fmt: skip
    assert all(c.isprintable() or c in {*HARMLESS, "\n", "\u200b"} for c in out)
    assert "##[" not in out


# --- the summary


def _seen(text: str) -> str:
    return re.sub(" +", " ", visible(text)).strip(" \u00a0")


def test_the_summary_counts_and_lists() -> None:
    out = summary(findings(ONE, TWO, lang="en"))
    assert out.startswith("### prostcli validate\n\n7 files checked: 1 error and 1 warning.\n\n")
    assert out.endswith("|\n\n")
    assert reading.table(out) == [
        ["error", PATH, "12:5", "PRO101",
         "Unknown key: outcom. Did you mean outcome? Here may stand: a, b and c."],
        ["warning", PATH, "20:14", "PRO202",
         "The activity is due on 2008-09-30, but the plan is for 2007. Check the year."],
    ]  # fmt: skip


def test_the_summary_of_a_clean_run_says_so() -> None:
    out = summary(findings(lang="en"))
    assert out == "### prostcli validate\n\n7 files checked: nothing to remark on.\n\n"


@given(key=TEXTS, path=TEXTS)
@example(key="| a | b |", path="[x](http://a)")
@example(key="<script>", path="@name")
def test_no_text_leaves_its_cell(key: str, path: str) -> None:
    path = f"{path}.yaml"
    found = finding("PRO101", Span(2, 3, 2, 5), path, key=key, near=key, known=[key])
    told = findings(found)
    text, hint = told.message(found)
    assert reading.table(summary(told)) == [
        ["fel", _seen(path), "2:3", "PRO101", _seen(f"{text} {hint}")]
    ]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_text_in_the_summary(attack: str) -> None:
    found = finding("PRO101", path="a", key=attack, near="", known=[])
    ((_, _, _, _, said),) = reading.table(summary(findings(found)))
    assert said.startswith(_seen(f"Okänd nyckel: {attack}"))


def test_a_long_summary_is_cut_and_says_how_much_is_left_out() -> None:
    found = [finding(path=f"{i:05}", key="å" * 40) for i in range(2_000)]
    told = findings(*found, lang="en")
    whole, cut = summary(told), summary(told, 50_000)
    assert len(reading.table(whole)) == 2_000
    rows = reading.table(cut)
    assert len(cut.encode()) <= 50_000
    assert len(rows) > 200
    assert rows == reading.table(whole)[: len(rows)]
    left = f"There is no room for {2_000 - len(rows)} more. Run prostcli validate to see all."
    assert cut.endswith(f"|\n\n{left}\n\n")
    assert len(summary(findings(*found * 10)).encode()) <= 1_000_000


def test_what_is_left_out_of_the_table_is_counted_whole() -> None:
    found = [finding(path="a", key="å" * 40) for _ in range(1_000)]
    told = findings(*found, lang="en")
    cut = summary(told, 3_000)
    left = f"There is no room for {1_000 - len(reading.table(cut))} more."
    assert left in cut
