"""Findings as JSON. The shape is promised in README.md: it changes only by adding."""

import json as standard
import re

from prostcli.diagnostic import Severity
from prostcli.output.findings import Findings


def json(findings: Findings) -> str:
    """Version 1: every diagnostic with its facts and its words, what is left out, and a summary."""
    diagnostics = []
    for d in findings.diagnostics:
        message = findings.message(d)
        diagnostics.append(
            {
                "code": d.code,
                "name": d.name,
                "severity": d.severity.value,
                "message": message.text,
                "hint": message.hint,
                "path": findings.path(d),
                "line": d.span.line,
                "column": d.span.column,
                "end_line": d.span.end_line,
                "end_column": d.span.end_column,
                "facts": {k: _plain(v) for k, v in findings.facts(d).items() if v is not None},
            }
        )
    omitted = [
        {
            "code": o.code,
            "name": o.name,
            "severity": o.severity.value,
            "path": findings.path(o),
            "count": o.count,
        }
        for o in findings.omitted
    ]
    summary = {
        "files": len(findings.files),
        "errors": findings.counts[Severity.ERROR],
        "warnings": findings.counts[Severity.WARNING],
        "notes": findings.counts[Severity.NOTE],
    }
    whole = {"version": 1, "diagnostics": diagnostics, "omitted": omitted, "summary": summary}
    return dumped(whole, indent=2) + "\n"


def dumped(value: object, indent: int | None = None) -> str:
    """JSON in which nothing acts on a terminal or a build server.

    What is not printable is written as its number. It can only stand inside a string.
    """
    text = standard.dumps(value, ensure_ascii=False, indent=indent)
    text = re.sub(
        r"[^\n -~]", lambda m: m[0] if m[0].isprintable() else standard.dumps(m[0])[1:-1], text
    )
    return text.replace("##[", "#\\u0023[")


def _plain(value: object) -> object:
    if isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return [_plain(v) for v in value] if isinstance(value, list | tuple) else str(value)
