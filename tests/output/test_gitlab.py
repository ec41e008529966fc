"""GitLab's Code Quality report, and fingerprints that outlive a moved line."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from prostcli.diagnostic import Diagnostic, Severity
from prostcli.output.findings import Findings
from prostcli.output.fingerprint import fingerprints
from prostcli.output.gitlab import gitlab
from prostcli.source import Span
from tests.output.test_findings import MESSAGE, ONE, PATH, TEXTS, THREE, TWO, finding, findings


def test_an_issue_has_what_gitlab_asks_for() -> None:
    issues = json.loads(gitlab(findings(ONE, TWO, THREE, lang="en")))
    prints = [i.pop("fingerprint") for i in issues]
    assert len(set(prints)) == 3
    assert issues == [
        {
            "description": "PRO101: Unknown key: outcom. Did you mean outcome? "
            "Here may stand: a, b and c.",
            "check_name": "PRO101",
            "severity": "major",
            "location": {"path": PATH, "lines": {"begin": 12}},
        },
        {
            "description": "PRO202: The activity is due on 2008-09-30, but the plan is for 2007. "
            "Check the year.",
            "check_name": "PRO202",
            "severity": "minor",
            "location": {"path": PATH, "lines": {"begin": 20}},
        },
        {
            "description": "PRO507: The measure 5.2.4 does not bind farsta in 2007. "
            "The entry is shown as voluntary and not counted.",
            "check_name": "PRO507",
            "severity": "info",
            "location": {"path": PATH, "lines": {"begin": 31}},
        },
    ]


def test_a_commits_message_stands_for_the_whole_repository() -> None:
    """GitLab wants a path of every issue. This one is the same wherever the workspace lies."""
    found = finding("PRO609", Span(3, 1, 3, 5), MESSAGE, commit="0" * 10, variant="message")
    told = replace(findings(found), shown_path=lambda path: f"somewhere/{path}")
    (issue,) = json.loads(gitlab(told))
    assert issue["location"]["path"] == "."


def test_a_clean_run_is_an_empty_list() -> None:
    assert gitlab(findings()) == "[]\n"


@given(key=TEXTS, path=TEXTS)
def test_a_text_comes_back_as_it_was(key: str, path: str) -> None:
    found = finding("PRO101", path=path, key=key, near=key, known=[key])
    told = findings(found)
    text, hint = told.message(found)
    (issue,) = json.loads(gitlab(told))
    assert issue["location"]["path"] == path
    assert issue["description"] == f"PRO101: {text} {hint}"


# --- fingerprints


def _prints(findings: Findings) -> list[str]:
    return [fingerprint for _, fingerprint in fingerprints(findings)]


def _moved(d: Diagnostic, lines: int) -> Diagnostic:
    span = d.span
    return replace(d, span=Span(span.line + lines, 9, span.end_line + lines, 11))


def test_a_moved_line_keeps_its_fingerprint() -> None:
    before = findings(ONE, ONE, TWO)
    after = findings(*(_moved(d, 40) for d in before.found))
    assert _prints(before) == _prints(after)


def test_the_readers_language_changes_no_fingerprint() -> None:
    found = [*[ONE] * 22, TWO, THREE]
    assert _prints(findings(*found, lang="sv")) == _prints(findings(*found, lang="en"))


def test_of_what_is_left_out_the_weight_makes_no_other_fingerprint() -> None:
    """Code and path are all there is, as what `fingerprints` says."""
    lots = [[replace(ONE, severity=s)] * 22 for s in (Severity.ERROR, Severity.NOTE)]
    assert [_prints(findings(*lot))[-1] for lot in lots] == [_prints(findings(*lots[0]))[-1]] * 2


def test_a_finding_above_another_leaves_the_others_fingerprint() -> None:
    other = finding("PRO101", Span(2, 1, 2, 4), key="abc", near="", known=[])
    assert set(_prints(findings(ONE))) < set(_prints(findings(other, _moved(ONE, 1))))


def test_code_path_and_message_each_make_another() -> None:
    one = finding("PRO106", key="a")
    others = [finding("PRO106", key="b"), finding("PRO102", key="a"), finding(path="b", key="a")]
    assert len({*_prints(findings(one, *others))}) == 4
    # No text can pass for two: what one ends with, the other begins with.
    pair = [finding(path="a,b", key="c"), finding(path="a", key="b,c")]
    assert len({*_prints(findings(*pair))}) == 2


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("kl")), max_size=60))
def test_every_fingerprint_is_unique(kinds: list[tuple[str, str]]) -> None:
    found = findings(*(finding(path=path, key=key) for path, key in kinds))
    prints = _prints(found)
    assert len(set(prints)) == len(prints) == len(found.diagnostics) + len(found.omitted)


def test_how_many_are_left_out_has_one_fingerprint_whatever_the_number() -> None:
    some = [finding(key="a") for _ in range(25)]
    assert set(_prints(findings(*some))) == set(_prints(findings(*some[:22])))
