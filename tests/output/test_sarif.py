"""SARIF that the official schema accepts, and that means what it says."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from prostcli.language import LANGUAGES, language
from prostcli.output.findings import Findings
from prostcli.output.fingerprint import fingerprints
from prostcli.output.sarif import message_text, relative_uri, sarif
from prostcli.output.text import show
from prostcli.rules import CATALOGUE
from prostcli.source import Span
from tests.output.test_findings import (
    MESSAGE,
    ONE,
    PATH,
    TEXTS,
    THREE,
    TWO,
    finding,
    findings,
)

SCHEMA = Path(__file__).parent / "sarif" / "sarif-schema-2.1.0.json"


@pytest.fixture(scope="module")
def valid() -> Draft7Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def _run(findings: Findings) -> dict[str, Any]:
    whole = json.loads(sarif(findings))
    assert whole["version"] == "2.1.0"
    (run,) = whole["runs"]
    assert isinstance(run, dict)
    return run


def test_the_schema_is_the_official_one_unchanged() -> None:
    said = (SCHEMA.parent / "README.md").read_text(encoding="utf-8")
    assert hashlib.sha256(SCHEMA.read_bytes()).hexdigest() in said


MANY = findings(*[finding(key=f"k{i}") for i in range(22)], TWO, THREE)


@pytest.mark.parametrize("told", [findings(), findings(ONE, TWO, THREE, lang="en"), MANY])
def test_the_official_schema_accepts_it(told: Findings, valid: Draft7Validator) -> None:
    assert [e.message for e in valid.iter_errors(json.loads(sarif(told)))] == []


def test_the_official_schema_would_refuse_what_is_wrong(valid: Draft7Validator) -> None:
    whole = json.loads(sarif(findings(ONE)))
    whole["runs"][0]["results"][0]["level"] = "fatal"
    whole["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(list(valid.iter_errors(whole))) == 2


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_rule_is_there_with_its_manual(code: str) -> None:
    driver = _run(findings(lang=code))["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("prostcli", version("prostcli"))
    assert [r["id"] for r in driver["rules"]] == list(CATALOGUE)
    for told in driver["rules"]:
        rule = CATALOGUE[told["id"]]
        manual = language("sv").manuals[rule.code] if code == "sv" else rule.manual
        assert told["name"] == rule.name
        assert told["help"] == {"text": manual, "markdown": manual}
        assert told["defaultConfiguration"] == {"level": rule.severity}
        full = told["fullDescription"]["text"]
        assert manual.replace("\n", " ").startswith(full)
        short = told["shortDescription"]["text"]
        assert short.endswith((".", "?"))
        assert "{" not in short


def test_the_run_says_what_its_columns_count_and_its_language() -> None:
    run = _run(findings(lang="en"))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["language"] == "en"
    assert run["automationDetails"] == {"id": "prostcli/validate/"}
    assert run["invocations"] == [
        {"executionSuccessful": True, "toolExecutionNotifications": []}
    ]  # fmt: skip


def test_a_result_has_its_rule_place_and_fingerprint() -> None:
    told = findings(ONE, TWO, THREE, lang="en")
    run = _run(told)
    rules = run["tool"]["driver"]["rules"]
    for result, (_, fingerprint) in zip(run["results"], fingerprints(told), strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"] == {"prostcli/v1": fingerprint}
    first = run["results"][0]
    assert first["ruleId"] == "PRO101"
    assert first["message"] == {
        "text": "Unknown key: outcom. Did you mean outcome? Here may stand: a, b and c."
    }
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note"]
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": PATH},
                "region": {"startLine": 12, "startColumn": 5, "endLine": 12, "endColumn": 12},
            }
        }
    ]


def test_what_is_left_out_is_a_notification_of_its_rule() -> None:
    run = _run(MANY)
    ((notification,),) = [i["toolExecutionNotifications"] for i in run["invocations"]]
    rule = notification["associatedRule"]
    assert run["tool"]["driver"]["rules"][rule["index"]]["id"] == rule["id"] == "PRO106"
    assert notification["message"] == {"text": "… och 2 PRO106 till i samma fil."}


# --- escaping


@given(st.text() | TEXTS)
@example("//evil.example/x")
@example("https://evil.example/x")
@example("javascript:x")
@example("/x")
@example("a b#c?d%20e\\f")
@example("reports/2020/n\u00e4mnd.yaml")
@example("a\udc80b")
@example("a\ud800b")
def test_a_path_is_a_uri_that_leads_nowhere_else(path: str) -> None:
    uri = relative_uri(path)
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*", uri)
    split = urlsplit(uri)
    assert (split.scheme, split.netloc, split.query, split.fragment) == ("", "", "", "")
    assert not uri.startswith("/")
    if path and ".." not in path:
        assert urljoin("https://a.example/top/", uri).startswith("https://a.example/top/")
    errors = (
        "surrogatepass" if re.search("[\ud800-\udc7f\udd00-\udfff]", path) else "surrogateescape"
    )
    assert unquote(uri, errors=errors) == path


def test_the_bytes_of_a_name_come_out_as_they_are() -> None:
    assert relative_uri("reports/å b/2007.yaml") == "reports/%C3%A5%20b/2007.yaml"
    assert relative_uri("a\udce5.yaml") == "a%E5.yaml"


def _rendered(message: str) -> str:
    """A message as a viewer shows it, by SARIF 2.1.0, §3.11.5 and §3.11.6.

    First the placeholders: `{{` and `}}` are braces, any other brace begins or ends one. Then the
    links: a bracket that no backslash stands before begins or ends the words of one.
    """
    assert not re.search(r"[{}]", re.sub(r"\{\{|\}\}", "", message)), "a placeholder"
    message = message.replace("{{", "{").replace("}}", "}")
    assert not re.search(r"[\[\]]", re.sub(r"\\[\\\[\]]", "", message)), "a link"
    return re.sub(r"\\([\\\[\]])", r"\1", message)


@given(st.text() | TEXTS | st.text("[](){}\\0a"))
@example("[klicka](https://evil.example)")
@example("[a](1)")
@example("]](((]()")
@example("{0} {1}{{2}} }{")
@example("\\[a\\](1)")
def test_a_viewer_shows_a_message_as_it_is_and_nothing_of_it_acts(text: str) -> None:
    assert _rendered(message_text(text)) == show(text)


def test_what_a_key_says_is_no_placeholder_and_no_link() -> None:
    (result,) = _run(findings(finding("PRO106", key="{0}[a](1)\\")))["results"]
    assert result["message"]["text"].startswith("{{0}}\\[a\\](1)\\\\ är inte ifyllt.")


def test_a_commits_message_is_no_artifact(valid: Draft7Validator) -> None:
    found = [finding("PRO609", Span(i, 1, i, 5), MESSAGE, commit="0" * 10, variant="message")
             for i in range(1, 23)]  # fmt: skip
    told = replace(findings(*found), shown_path=lambda path: f"somewhere/{path}")
    run = _run(told)
    ((notification,),) = [i["toolExecutionNotifications"] for i in run["invocations"]]
    assert len(run["results"]) == 20
    assert not any("locations" in item for item in (*run["results"], notification))
    assert [*valid.iter_errors(json.loads(sarif(told)))] == []


@given(key=TEXTS, path=TEXTS)
def test_a_text_comes_back_as_it_is_shown(key: str, path: str) -> None:
    path = path or "a"
    found = finding("PRO101", Span(2, 3, 2, 5), path, key=key, near=key, known=[key])
    told = findings(found)
    text, hint = told.message(found)
    (result,) = _run(told)["results"]
    assert result["message"]["text"] == message_text(f"{text} {hint}")
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri, errors="surrogateescape") == path
