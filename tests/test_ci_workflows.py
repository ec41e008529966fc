"""The ready workflows in `docs/ci`: what they run is there, and nothing sent in can steer them."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from prostcli.cli.main import COMMANDS
from prostcli.output.formats import FORMATS
from tests.test_docs import options

FOLDER = Path(__file__).parent.parent / "docs" / "ci"
TEXTS = {name: (FOLDER / f"{name}.yml").read_text(encoding="utf-8") for name in
         ("github", "gitlab-ci")}  # fmt: skip
GITHUB: dict[Any, Any] = yaml.safe_load(TEXTS["github"])
GITLAB: dict[str, Any] = yaml.safe_load(TEXTS["gitlab-ci"])
(JOB,) = GITHUB["jobs"].values()
STEPS: list[dict[str, Any]] = JOB["steps"]
SCRIPTS: dict[str, list[str]] = {
    "github": [step["run"] for step in STEPS if "run" in step],
    "gitlab-ci": GITLAB["prostcli"]["script"],
}
workflows = pytest.mark.parametrize("name", SCRIPTS)


def _calls(name: str) -> list[list[str]]:
    """The arguments of each call of prostcli."""
    parts = [shlex.split(line.partition(" || ")[0]) for line in SCRIPTS[name]]
    return [part[2:] for part in parts if part[:2] == ["./run", "prostcli"]]


@pytest.mark.slow
@workflows
def test_the_build_servers_own_schema_accepts_it(name: str) -> None:
    """The schemas come with the checker: nothing is fetched."""
    how = {
        "github": ["--builtin-schema", "vendor.github-workflows"],
        "gitlab-ci": ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
    }
    checker = Path(sys.executable).parent / "check-jsonschema"
    ran = subprocess.run(
        [checker, *how[name], FOLDER / f"{name}.yml"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout


@workflows
def test_what_is_run_exists(name: str) -> None:
    for command, *arguments in _calls(name):
        known = options()[command if command in COMMANDS else ""] | {"--version"}
        used = {a.partition("=")[0] for a in (command, *arguments) if a.startswith("-")}
        assert command in COMMANDS or command == "--version"
        assert used <= known
        for option, value in pairwise(arguments):
            assert option != "--output-format" or value in FORMATS


@workflows
def test_everything_is_checked(name: str) -> None:
    assert ["schema", "--check"] in _calls(name)
    assert {"github": RANGE, "gitlab-ci": "$commits"}[name] in " ".join(SCRIPTS[name])


RANGE = "$BASE..$HEAD"


def test_every_form_tells_of_the_history_and_each_reader_sees_a_finding_once() -> None:
    """One call a form, each with `--commits`: another call tells the reader everything twice."""
    checks = [c for c in _calls("github") if c[0] == "validate"]
    assert checks == [["validate", "--commits", RANGE]]
    checks = [c for c in _calls("gitlab-ci") if c[0] == "validate"]
    assert all(c[1:3] == ["--commits", "$commits"] for c in checks)
    forms = [c[4] if c[3:] else "auto" for c in checks]
    assert forms == ["auto", "gitlab", "junit"]


def test_github_gives_the_least_rights_to_a_pull_request_and_nothing_else() -> None:
    assert GITHUB[True] == "pull_request"  # `on`, as YAML 1.1 reads it
    assert GITHUB["permissions"] == {"contents": "read"}
    assert "permissions" not in JOB
    assert "secrets." not in TEXTS["github"]
    assert GITHUB["concurrency"]["cancel-in-progress"] is True
    assert JOB["timeout-minutes"] <= 15


def test_github_pins_each_action_and_fetches_every_commit() -> None:
    used = [step for step in STEPS if "uses" in step]
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"]) for step in used)
    (checkout,) = used
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}


def test_github_puts_nothing_from_an_event_into_a_command() -> None:
    assert all("${{" not in line for line in SCRIPTS["github"])
    assert "github.head_ref" not in TEXTS["github"]
    given = {name for step in STEPS for name in step.get("env", {})}
    used = {name for line in SCRIPTS["github"] for name in re.findall(r"\$(\w+)", line)}
    assert used == given
    values = [value for step in STEPS for value in step.get("env", {}).values()]
    assert all(re.fullmatch(r"\$\{\{ github\.event\.pull_request\.\w+\.sha \}\}", v)
               for v in values)  # fmt: skip


def test_github_tells_everything_though_one_check_says_no() -> None:
    first = next(i for i, step in enumerate(STEPS) if "validate" in step.get("run", ""))
    assert all(step["if"] == "${{ !cancelled() }}" for step in STEPS[first + 1 :])


def test_gitlab_shows_what_the_tool_has_written() -> None:
    job = GITLAB["prostcli"]
    reports = job["artifacts"]["reports"]
    written = {c[c.index("--output-format") + 1]: c[c.index("--output-file") + 1]
               for c in _calls("gitlab-ci") if "--output-file" in c}  # fmt: skip
    assert reports == {"codequality": written["gitlab"], "junit": written["junit"]}
    assert job["artifacts"]["when"] == "always"
    assert job["variables"]["GIT_DEPTH"] == "0"
    assert job["interruptible"] is True
    assert job["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]


def test_gitlab_puts_only_hashes_into_a_command() -> None:
    used = {n for line in SCRIPTS["gitlab-ci"] for n in re.findall(r"\$\{?(\w+)", line)}
    assert used == {"status", "commits", "CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_COMMIT_SHA"}


@pytest.mark.parametrize(("refused", "status"), [("validate", 1), ("schema", 1), ("nothing", 0)])
def test_gitlab_runs_all_and_says_no_if_one_does(tmp_path: Path, refused: str, status: int) -> None:
    """The script as it stands, with a program in place of the tool that notes how it is called."""
    stub = tmp_path / "run"
    stub.write_text(f'#!/bin/sh\necho "$@" >>calls\n[ "$2" != {refused} ]\n', encoding="utf-8")
    stub.chmod(0o755)
    script = "\n".join(SCRIPTS["gitlab-ci"])
    ran = subprocess.run(["sh", "-e", "-c", script], cwd=tmp_path, check=False)
    assert ran.returncode == status
    assert len((tmp_path / "calls").read_text(encoding="utf-8").splitlines()) == 4
