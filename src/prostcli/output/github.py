"""Findings on the lines of a pull request, and as a table in the summary of a workflow's run."""

from collections import Counter
from collections.abc import Iterable

from prostcli.diagnostic import Diagnostic, Severity
from prostcli.escape import markdown_text
from prostcli.output.concise import closing
from prostcli.output.findings import Findings, Omitted
from prostcli.output.text import show, visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MOST = 9
"""GitHub shows ten of a kind from each step and drops the rest unsaid: the tenth tells of them."""
SUMMARY_LIMIT = 1_000_000
"""Bytes. GitHub drops a whole summary above 1 MiB."""


def github(findings: Findings) -> str:
    """A workflow command for each finding, errors first, and the line that counts them."""
    lines = []
    for severity in Severity:
        items = _spread(item for item in findings.told if item.severity is severity)
        lines += [_command(item, findings) for item in items[:_MOST]]
        rest = _number(items[_MOST:])
        if rest:
            said = findings.language.term("more-in-summary", count=rest)
            lines.append(f"::{_COMMANDS[severity]} title=prostcli::{command_data(said)}")
    return "\n".join([*lines, closing(findings)]) + "\n"


def _spread(items: Iterable[Diagnostic | Omitted]) -> list[Diagnostic | Omitted]:
    """The first of each file, then the second of each: nine shall not all fall on one board."""
    before: Counter[str] = Counter()
    turns = []
    for item in items:
        file = item.file if isinstance(item, Omitted) else item.path
        turns.append((before[file], item))
        before[file] += 1
    return [item for _, item in sorted(turns, key=lambda turn: turn[0])]


def _command(item: Diagnostic | Omitted, findings: Findings) -> str:
    """The command that puts a finding on its line."""
    text, hint = findings.message(item)
    place: dict[str, object] = {}
    in_file = findings.in_file(item)
    if in_file:
        place["file"] = findings.path(item)
    if in_file and isinstance(item, Diagnostic):
        span = item.span
        place["line"] = span.line
        if span.line == span.end_line:  # GitHub refuses columns on different lines
            place |= {"col": span.column, "endLine": span.end_line, "endColumn": span.end_column}
        else:
            place["endLine"] = span.end_line
    severity = findings.language.term(f"severity-{item.severity}")
    place["title"] = f"{item.code} {item.name} ({severity})"
    properties = ",".join(f"{k}={command_property(str(v))}" for k, v in place.items())
    said = command_data(text) + (f"%0A{command_data(hint)}" if hint else "")
    return f"::{_COMMANDS[item.severity]} {properties}::{said}"


def command_data(text: str) -> str:
    """A text as the message of a workflow command: on one line, and no command in itself."""
    return show(text).replace("%", "%25")


def command_property(text: str) -> str:
    """A text as the value of a workflow command's property."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")


def _number(items: Iterable[Diagnostic | Omitted]) -> int:
    """How many findings these stand for."""
    return sum(item.count if isinstance(item, Omitted) else 1 for item in items)


def summary(findings: Findings, limit: int = SUMMARY_LIMIT) -> str:
    """Markdown: what was counted, and a table of all that is told, in at most `limit` bytes."""
    term = findings.language.term
    head = f"### prostcli validate\n\n{markdown_text(closing(findings))}\n"
    items = list(findings.told)
    if not items:
        return f"{head}\n"
    names = [term(f"summary-{name}") for name in ("severity", "file", "line", "code", "said")]
    lines = [f"| {' | '.join(names)} |", "|---|---|---|---|---|"]
    room = limit - 1000 - len(head.encode())  # a thousand for what stands around the rows
    for number, item in enumerate(items):
        row = _row(item, findings)
        room -= len(row.encode()) + 1
        if room < 0:
            left = findings.language.counted("left-out", _number(items[number:]))
            return "\n".join([head, *lines, "", left, "", ""])
        lines.append(row)
    return "\n".join([head, *lines, "", ""])


def _row(item: Diagnostic | Omitted, findings: Findings) -> str:
    """A row of the table."""
    place = f"{item.span.line}:{item.span.column}" if isinstance(item, Diagnostic) else ""
    text, hint = findings.message(item)
    cells = (
        findings.language.term(f"severity-{item.severity}"),
        findings.path(item),
        place,
        item.code,
        f"{text} {hint}".rstrip(),
    )
    return f"| {' | '.join(markdown_text(visible(cell)) for cell in cells)} |"
