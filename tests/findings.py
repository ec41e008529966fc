"""What `validate` finds in a folder, and how a format tells it: for tests of rules and formats."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from prostcli.language import language
from prostcli.load.workspace import load
from prostcli.output.concise import concise
from prostcli.output.findings import Findings
from prostcli.usecases import check

DAY = date(2026, 1, 1)
"""The day that exemptions are judged on."""
CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"


def laid(root: Path, case: Path) -> bytes | None:
    """Put a case's files over those of the base in a folder; the paper that comes with it."""
    notes = shutil.ignore_patterns("expected.txt", "removed.txt", "paper.txt")
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=notes)
    removed = case / "removed.txt"
    if removed.exists():
        for path in removed.read_text(encoding="utf-8").split():
            (root / path).unlink()
    paper = case / "paper.txt"
    return paper.read_bytes() if paper.exists() else None


def found(root: Path, paper: bytes | None = None, lang: str = "sv") -> Findings:
    """All findings in a workspace."""
    workspace = load(root, watchful=True)

    def line(path: str, number: int) -> str:
        lines = workspace.text(path).split("\n")
        return lines[number - 1].rstrip("\r") if number <= len(lines) else ""

    return Findings(tuple(check(workspace, DAY, paper)), workspace.files, language(lang), str, line)


def told(
    root: Path,
    render: Callable[[Findings], str] = concise,
    paper: bytes | None = None,
    lang: str = "sv",
) -> str:
    """All findings in a workspace, in a format."""
    return render(found(root, paper, lang))


def lines_told(root: Path, paper: bytes | None = None) -> list[str]:
    """Each finding as `path:line:column: CODE message`, without the count at the end."""
    return told(root, concise, paper).splitlines()[:-1]
