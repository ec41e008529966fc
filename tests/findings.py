"""What `validate` finds in a folder, and how a format tells it: for tests of rules and formats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from prostcli.language import language
from prostcli.load.workspace import load
from prostcli.output.concise import concise
from prostcli.output.findings import Findings
from prostcli.usecases import check


def told(
    root: Path,
    render: Callable[[Findings], str] = concise,
    paper: bytes | None = None,
    lang: str = "sv",
) -> str:
    """All findings in a workspace, in a format."""
    workspace = load(root)

    def line(path: str, number: int) -> str:
        lines = workspace.text(path).split("\n")
        return lines[number - 1].rstrip("\r") if number <= len(lines) else ""

    found = tuple(check(workspace, paper))
    return render(Findings(found, workspace.files, language(lang), str, line))


def lines_told(root: Path, paper: bytes | None = None) -> list[str]:
    """Each finding as `path:line:column: CODE message`, without the count at the end."""
    return told(root, concise, paper).splitlines()[:-1]
