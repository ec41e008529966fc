"""One line a finding, and one that counts them."""

from prostcli.diagnostic import Diagnostic, Severity
from prostcli.output.findings import Findings, Omitted
from prostcli.output.text import painted, show

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def concise(findings: Findings) -> str:
    """`path:line:column: CODE message`, a line each."""
    lines = [headline(item, findings) for item in findings.told]
    return "\n".join([*lines, closing(findings)]) + "\n"


def headline(item: Diagnostic | Omitted, findings: Findings) -> str:
    """The first line of a finding, or the only one on those that are left out.

    A warning and a note say that they are one.
    """
    where, said = show(findings.path(item)), show(findings.message(item).text)
    if isinstance(item, Omitted):
        return f"{where}: {said}"
    code = painted(item.code, _STYLES[item.severity], colour=findings.colour)
    kind = ""
    if item.severity is not Severity.ERROR:
        kind = findings.language.term(f"severity-{item.severity}") + ": "
    return f"{where}:{item.span.line}:{item.span.column}: {code} {kind}{said}"


def closing(findings: Findings) -> str:
    """How many files were checked, and what was found in them."""
    counts = findings.counts
    language = findings.language
    files = language.counted("checked", len(findings.files))
    found = [
        language.counted(f"severity-{severity}", number)
        for severity, number in counts.items()
        if number
    ]
    if not found and not findings.files:
        return language.term("closing-nothing")
    if not found:
        return language.term("closing-clean", files=files)
    return language.term("closing", files=files, found=language.listed(found))
