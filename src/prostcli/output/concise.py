"""One line a finding, and one that counts them."""

from prostcli.diagnostic import Diagnostic, Severity
from prostcli.output.findings import Findings
from prostcli.output.text import painted, show

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def concise(findings: Findings) -> str:
    """`path:line:column: CODE message`, a line each."""
    lines = [headline(d, findings) for d in findings.diagnostics]
    return "\n".join([*lines, closing(findings)]) + "\n"


def headline(diagnostic: Diagnostic, findings: Findings) -> str:
    """The first line of a finding. A warning and a note say that they are one."""
    language = findings.language
    span = diagnostic.span
    where = f"{show(findings.path(diagnostic))}:{span.line}:{span.column}:"
    code = painted(diagnostic.code, _STYLES[diagnostic.severity], colour=findings.colour)
    kind = ""
    if diagnostic.severity is not Severity.ERROR:
        kind = language.term(f"severity-{diagnostic.severity}") + ": "
    return f"{where} {code} {kind}{show(findings.message(diagnostic).text)}"


def closing(findings: Findings) -> str:
    """How many files were checked, and what was found in them."""
    counts = findings.counts
    language = findings.language
    files = language.counted("checked", findings.files)
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
