"""Findings as SARIF 2.1.0, for code scanning and editors, with the manual of every rule."""

import re

from prostcli.diagnostic import Diagnostic
from prostcli.language import Language
from prostcli.output.findings import Findings, Omitted
from prostcli.output.fingerprint import fingerprints
from prostcli.output.json import dumped
from prostcli.output.text import show
from prostcli.rules import CATALOGUE
from prostcli.rules.rule import Rule

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_INDEX = {code: index for index, code in enumerate(CATALOGUE)}


def sarif(findings: Findings) -> str:
    """One run, on one line: with all the manuals it is large enough without being laid out."""
    from importlib.metadata import version

    results, notifications = [], []
    for item, fingerprint in fingerprints(findings):
        if isinstance(item, Omitted):
            notifications.append(_notification(item, findings))
        else:
            results.append(_result(item, fingerprint, findings))
    driver = {
        "name": "prostcli",
        "version": version("prostcli"),
        "rules": [_rule(rule, findings.language) for rule in CATALOGUE.values()],
    }
    run = {
        "tool": {"driver": driver},
        "language": findings.language.code,
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "prostcli/validate/"},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notifications}],
        "results": results,
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: Rule, language: Language) -> dict[str, object]:
    """A rule with its manual in the user's language."""
    manual = language.manuals.get(rule.code) or rule.manual
    told = re.sub(r"\{\w+\}", "…", language.messages[rule.code].text)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": told},
        "fullDescription": {"text": " ".join(manual.split("\n\n")[0].split())},
        "help": {"text": manual, "markdown": manual},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(item: Diagnostic, fingerprint: str, findings: Findings) -> dict[str, object]:
    span = item.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {
        "ruleId": item.code,
        "ruleIndex": _INDEX[item.code],
        "level": item.severity.value,
        "message": _message(item, findings),
        **_locations(item, findings, {"region": region}),
        "partialFingerprints": {"prostcli/v1": fingerprint},
    }


def _notification(item: Omitted, findings: Findings) -> dict[str, object]:
    """That there is more than is told: no result in itself."""
    return {
        "associatedRule": {"id": item.code, "index": _INDEX[item.code]},
        "level": "note",
        "message": _message(item, findings),
        **_locations(item, findings, {}),
    }


def _message(item: Diagnostic | Omitted, findings: Findings) -> dict[str, str]:
    text, hint = findings.message(item)
    return {"text": message_text(f"{text} {hint}".rstrip())}


def _locations(
    item: Diagnostic | Omitted, findings: Findings, where: dict[str, object]
) -> dict[str, object]:
    """Where it stands; nothing for what was written about a commit, which is no artifact."""
    if not findings.in_file(item):
        return {}
    artifact = {"uri": relative_uri(findings.path(item))}
    return {"locations": [{"physicalLocation": {"artifactLocation": artifact, **where}}]}


def message_text(text: str) -> str:
    """A text as a message: no `{0}` in it is a placeholder, and no `[words](address)` a link.

    By SARIF 2.1.0, §3.11.5 and §3.11.6. A viewer takes the signs of escaping away again.
    """
    return re.sub(r"[\\\[\]]", r"\\\g<0>", show(text)).replace("{", "{{").replace("}", "}}")


def relative_uri(path: str) -> str:
    """A path from the top of the repository as a URI that leads nowhere else.

    The bytes of a file's name that are no UTF-8 come out as they are.
    """
    from urllib.parse import quote

    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a half character, as Windows allows
        data = path.encode("utf-8", "surrogatepass")
    uri = quote(data, safe="/")
    return f"%2F{uri[1:]}" if uri.startswith("/") else uri
