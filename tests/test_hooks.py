"""What others install from this repository says what the program can do."""

from __future__ import annotations

import shlex
from pathlib import Path

import yaml

from tests.test_docs import options

TOP = Path(__file__).parent.parent


def test_the_hook_runs_what_there_is_where_the_stages_are_known() -> None:
    (hook,) = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, command, *used = shlex.split(hook["entry"])
    assert program == "prostcli"
    assert {*used} <= options()[command]
    assert hook["stages"] == ["pre-commit", "pre-merge-commit"]  # names that came with 3.2.0
    assert hook["minimum_pre_commit_version"] == "3.2.0"
