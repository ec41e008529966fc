"""Findings as GitLab's Code Quality report: the widget of a merge request and its changed lines."""

from prostcli.diagnostic import Diagnostic, Severity
from prostcli.output.findings import Findings
from prostcli.output.fingerprint import fingerprints
from prostcli.output.json import dumped

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab(findings: Findings) -> str:
    """A list of issues. GitLab shows no `check_name`, so the description begins with the code."""
    issues = []
    for item, fingerprint in fingerprints(findings):
        text, hint = findings.message(item)
        line = item.span.line if isinstance(item, Diagnostic) else 1
        issues.append(
            {
                "description": f"{item.code}: {text} {hint}".rstrip(),
                "check_name": item.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[item.severity],
                "location": {"path": findings.path(item), "lines": {"begin": line}},
            }
        )
    return dumped(issues, indent=2) + "\n"
