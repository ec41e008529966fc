"""What others install from this repository says what the program can do."""

from __future__ import annotations

import shlex
from pathlib import Path

import typer.main
import yaml

from prostcli.cli.main import COMMANDS, application

TOP = Path(__file__).parent.parent


def test_the_hook_runs_a_command_that_there_is_on_all_that_is_staged() -> None:
    (hook,) = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, command, *options = shlex.split(hook["entry"])
    assert program == "prostcli"
    assert command in COMMANDS
    assert options == ["--staged"]
    known = typer.main.get_command(application([command]))
    assert "--staged" in {o for p in known.commands[command].params for o in p.opts}  # type: ignore[attr-defined]
    assert hook["pass_filenames"] is False
    assert hook["always_run"] is True
    assert hook["language"] == "python"
