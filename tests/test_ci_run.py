"""`.ci/run` fetches what the tests drive though a mirror fails, and lets nothing be skipped.

It runs as it stands, in a folder of its own, with programs in place of the real ones that note how
they are called.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

RUN = Path(__file__).parent.parent / ".ci" / "run"
NOTE = '#!/bin/sh\necho "${0##*/} CI=$CI DEBIAN_FRONTEND=$DEBIAN_FRONTEND $*" >>"$NOTES"\n'
PASSED_ON = 'shift\nexec "$@"\n'
FAILS_ONCE = '[ -e "$NOTES.$1" ] || { : >"$NOTES.$1"; exit 100; }\n'
"""By what comes first among the arguments that are no options."""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine without Node and Chromium, on which all else does what it is asked."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / "bin").mkdir()
    shutil.copy(RUN, tmp_path / ".ci" / "run")
    _program(tmp_path / "run")
    for name in ("apt-get", "npm", "sleep"):
        _program(tmp_path / "bin" / name)
    _program(tmp_path / "bin" / "timeout", PASSED_ON)
    for name in ("bash", "dirname", "grep", "sh"):
        found = shutil.which(name)
        assert found is not None
        (tmp_path / "bin" / name).symlink_to(found)
    return tmp_path


def _program(path: Path, then: str = "") -> None:
    path.write_text(NOTE + then, encoding="utf-8")
    path.chmod(0o755)


def _ran(machine: Path) -> tuple[int, list[str]]:
    """Its status, and the calls in their order."""
    notes = machine / "notes"
    ran = subprocess.run(
        [machine / "bin" / "bash", machine / ".ci" / "run"],
        env={
            "PATH": str(machine / "bin"),
            "NOTES": str(notes),
            "PROST_CHROMIUM": str(machine / "bin" / "chromium"),
        },
        capture_output=True,
        check=False,
        timeout=60,
    )
    return ran.returncode, notes.read_text(encoding="utf-8").splitlines()


def _fetching(calls: list[str]) -> list[str]:
    """What apt and npm were asked, as the first word that is no option."""
    words = [call.split() for call in calls if call.startswith(("apt-get", "npm"))]
    return [f"{w[0]} {next(x for x in w if x in ('update', 'install'))}" for w in words]


def test_each_step_runs_and_none_lets_a_test_be_skipped(machine: Path) -> None:
    status, calls = _ran(machine)
    assert status == 0
    assert all(" CI=true DEBIAN_FRONTEND=noninteractive " in call for call in calls)
    assert calls[-1].startswith("run CI=true DEBIAN_FRONTEND=noninteractive pytest")
    apt = ["apt-get update", "apt-get install"]
    assert _fetching(calls) == [*apt, "npm install", *apt]
    installs = [call for call in calls if call.startswith("apt-get") and " install " in call]
    assert [call.split("--no-install-recommends ")[1] for call in installs] == [
        "nodejs npm",
        "chromium fonts-liberation poppler-utils",
    ]


def test_what_is_there_is_not_fetched(machine: Path) -> None:
    for name in ("chromium", "node", "pdftotext"):
        _program(machine / "bin" / name)
    status, calls = _ran(machine)
    assert status == 0
    assert _fetching(calls) == ["npm install"]


def test_what_fetches_has_an_end(machine: Path) -> None:
    """A call that hangs would take the whole run's time."""
    _, calls = _ran(machine)
    words = [call.split()[3:] for call in calls if call.startswith("timeout")]
    apt = [["600", "apt-get"]] * 2
    assert [w[:2] for w in words] == [*apt, ["600", "npm"], *apt]


@pytest.mark.parametrize("fails", ["update", "install"])
def test_the_index_is_fetched_anew_before_each_try(machine: Path, fails: str) -> None:
    _program(machine / "bin" / "chromium")
    _program(machine / "bin" / "pdftotext")
    script = f'case " $* " in *" {fails} "*) set -- {fails};{FAILS_ONCE.strip()};; esac\n'
    _program(machine / "bin" / "apt-get", script)
    status, calls = _ran(machine)
    assert status == 0
    first = {"update": ["update"], "install": ["update", "install"]}[fails]
    apt = [call.removeprefix("apt-get ") for call in _fetching(calls) if "apt-get" in call]
    assert apt == [*first, "update", "install"]
    assert sum(call.startswith("sleep") for call in calls) == 1


def test_a_list_that_does_not_come_is_an_error_to_apt(machine: Path) -> None:
    _, calls = _ran(machine)
    for call in (c for c in calls if c.startswith("apt-get")):
        assert "-o APT::Update::Error-Mode=any -o Acquire::Retries=3" in call


def test_what_never_comes_ends_the_run(machine: Path) -> None:
    _program(machine / "bin" / "npm", "exit 1\n")
    status, calls = _ran(machine)
    assert status == 1
    assert not any(" pytest" in call for call in calls)
    assert sum(call.startswith("npm") for call in calls) == 4
