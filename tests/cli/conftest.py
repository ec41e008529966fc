"""Running the command line as its user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from prostcli.cli import main

TOP = Path(__file__).parent.parent.parent
LINDVIK = TOP / "tests" / "lindvik"

OF_ACTIONS = ("GITHUB_ACTIONS", "GITHUB_WORKFLOW", "GITHUB_STEP_SUMMARY")
"""What a workflow of GitHub sets, under which a test may itself be running."""


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Prostcli = Callable[..., Ran]


@pytest.fixture
def prostcli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Prostcli:
    """Run a command in this process, in the workspace of Lindvik unless told otherwise."""
    monkeypatch.delenv("PROSTCLI_LANG", raising=False)
    for name in ("FORCE_COLOR", *OF_ACTIONS):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False, raising=False)

    def run(*arguments: str, cwd: Path = LINDVIK) -> Ran:
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["prostcli", *arguments])
        status = main.run(list(arguments))
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the installed program as a process of its own."""

    def run(
        *arguments: str, cwd: Path = LINDVIK, env: Mapping[str, str] | None = None, **how: object
    ) -> subprocess.CompletedProcess[bytes]:
        whole = {**os.environ, "COLUMNS": "80", **(env or {})}
        for name in {"FORCE_COLOR", *OF_ACTIONS} - {*(env or {})}:
            whole.pop(name, None)
        how.setdefault("stdout", subprocess.PIPE)
        how.setdefault("stderr", subprocess.PIPE)
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            [Path(sys.executable).parent / "prostcli", *arguments],
            cwd=cwd, env=whole, check=False, timeout=60, **how,
        )  # fmt: skip

    return run
