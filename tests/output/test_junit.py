"""JUnit: a passing case for a clean file, a failing one that tells all that is said of a file."""

from __future__ import annotations

import sys
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from prostcli.output.findings import Findings
from prostcli.output.junit import junit
from prostcli.output.text import show
from prostcli.source import Span
from tests.output.test_findings import ONE, PATH, TEXTS, TWO, finding, findings


def _suite(findings: Findings) -> ET.Element:
    root = ET.fromstring(junit(findings).encode())  # noqa: S314  our own output
    assert root.tag == "testsuites"
    (suite,) = root
    return suite


def test_a_clean_file_is_a_case_that_passes() -> None:
    suite = _suite(findings())
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("7", "0", "0")
    assert [case.get("name") for case in suite] == list(findings().files)
    assert all(len(case) == 0 for case in suite)


def test_a_file_with_an_error_fails_and_tells_its_warnings_too() -> None:
    suite = _suite(findings(ONE, TWO, lang="en"))
    assert (suite.get("tests"), suite.get("failures")) == ("8", "1")
    (case,) = [c for c in suite if c.get("name") == PATH]
    assert case.get("file") == PATH
    (failure,) = case
    assert failure.tag == "failure"
    assert failure.attrib == {"type": "PRO101", "message": "PRO101 Unknown key: outcom."}
    assert failure.text == (
        f"{PATH}:12:5: PRO101 Unknown key: outcom.\n"
        "    = Did you mean outcome? Here may stand: a, b and c.\n"
        f"{PATH}:20:14: PRO202 warning: "
        "The activity is due on 2008-09-30, but the plan is for 2007.\n"
        "    = Check the year."
    )


def test_a_file_with_only_warnings_passes_and_says_them() -> None:
    checked = findings().files[2]
    suite = _suite(findings(finding("PRO202", path=checked, day="2008-09-30", year=2007)))
    assert (suite.get("tests"), suite.get("failures")) == ("7", "0")
    (said,) = list(suite)[2]
    assert said.tag == "system-out"
    assert (said.text or "").startswith(f"{checked}:1:1: PRO202 varning: ")


def test_no_colour_even_where_the_terminal_has_it() -> None:
    assert "\x1b" not in junit(findings(ONE))


@given(key=TEXTS, path=TEXTS)
def test_a_text_comes_back_as_it_is_shown(key: str, path: str) -> None:
    path = path or "a"
    found = finding("PRO101", Span(2, 3, 2, 5), path, key=key, near=key, known=[key])
    told = findings(found)
    text, hint = told.message(found)
    case = list(_suite(told))[-1]
    assert case.get("name") == show(path)
    (failure,) = case
    assert failure.get("message") == f"PRO101 {show(text)}"
    assert failure.text == f"{show(path)}:2:3: PRO101 {show(text)}\n    = {show(hint)}"


@pytest.mark.parametrize("start", range(0, sys.maxunicode + 1, 0x1000))
def test_every_character_is_one_that_xml_can_hold(start: int) -> None:
    """Those it cannot hold, even escaped, are shown as their numbers."""
    text = "".join(map(chr, range(start, min(start + 0x1000, sys.maxunicode + 1))))
    element = ET.Element("a", {"b": show(text)})
    element.text = show(text)
    back = ET.fromstring(ET.tostring(element))  # noqa: S314  our own output
    assert (back.text, back.get("b")) == (show(text), show(text))
