"""`validate` in the formats of build servers: chosen, with the right paths, and truthful."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from prostcli.output.formats import FORMATS
from tests.cli.conftest import LINDVIK, Prostcli
from tests.output import reading

REPORT = "reports/2020-2022/teknik/2022-report.yaml"
Program = Callable[..., CompletedProcess[bytes]]
MACHINE = ("json", "gitlab", "sarif")


@pytest.fixture
def broken(copied: Path) -> Path:
    """Lindvik with an unknown key, and text that is not ASCII, in one report."""
    path = copied / REPORT
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kind: report\n", "kind: report\når: 2022\n"), encoding="utf-8")
    return copied


@pytest.fixture
def actions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, prostcli: Prostcli) -> Path:
    """As in a step of a workflow; the file of the run's summary."""
    del prostcli  # it has taken the variables away
    summary = tmp_path / "summary.md"
    summary.write_text("What another step said.\n\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKFLOW", "Check")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    return summary


# --- which format


def test_auto_is_full_outside_actions(prostcli: Prostcli, broken: Path) -> None:
    full = prostcli("validate", "--output-format", "full", cwd=broken)
    assert prostcli("validate", cwd=broken) == full
    assert prostcli("validate", "--output-format", "auto", cwd=broken) == full


@pytest.mark.usefixtures("actions")
def test_auto_is_github_under_actions(prostcli: Prostcli, broken: Path) -> None:
    ran = prostcli("validate", cwd=broken)
    assert ran.status == 1
    assert reading.commands(ran.out)[0].properties["file"] == REPORT
    assert ran == prostcli("validate", "--output-format", "github", cwd=broken)


@pytest.mark.parametrize("to", [(), ("--output-file", "out.txt")])
def test_paths_in_the_summary_are_from_the_top_of_the_repository(
    prostcli: Prostcli, broken: Path, actions: Path, to: tuple[str, ...]
) -> None:
    (broken.parent / ".git").mkdir()
    prostcli("validate", *to, cwd=broken)
    assert reading.table(actions.read_text(encoding="utf-8"))[0][1] == f"lindvik/{REPORT}"


@pytest.mark.parametrize("name", ["GITHUB_ACTIONS", "GITHUB_WORKFLOW"])
@pytest.mark.usefixtures("actions")
def test_one_of_the_two_variables_is_not_enough(
    prostcli: Prostcli, broken: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(name)
    assert not reading.commands(prostcli("validate", cwd=broken).out)


def test_auto_to_a_file_is_full(prostcli: Prostcli, broken: Path, actions: Path) -> None:
    to = broken / "out.txt"
    ran = prostcli("validate", "--output-file", str(to), cwd=broken)
    assert (ran.status, ran.out) == (1, "")
    assert to.read_text(encoding="utf-8").startswith(f"{REPORT}:4:1: PRO101 Okänd nyckel: år.\n")
    assert len(reading.table(actions.read_text(encoding="utf-8"))) > 0


def test_an_unknown_format_names_those_there_are(prostcli: Prostcli) -> None:
    ran = prostcli("validate", "--output-format", "xml")
    assert ran.status == 2
    assert "auto, full, concise, json, github, gitlab, sarif och junit" in ran.err


# --- the summary


def test_the_summary_is_appended(prostcli: Prostcli, broken: Path, actions: Path) -> None:
    prostcli("validate", "--lang", "en", cwd=broken)
    text = actions.read_text(encoding="utf-8")
    assert text.startswith("What another step said.\n\n### prostcli validate\n\n")
    (first, *_) = reading.table(text)
    assert first[:4] == ["error", REPORT, "4:1", "PRO101"]
    assert first[4].startswith("Unknown key: år.")


def test_a_clean_run_says_so_in_the_summary(prostcli: Prostcli, actions: Path) -> None:
    plan = "reports/2020-2022/park/2021-plan.yaml"
    assert prostcli("validate", plan, "--output-format", "github").status == 0
    assert actions.read_text(encoding="utf-8").endswith(
        "### prostcli validate\n\n1 fil kontrollerad: inget att anmärka på.\n\n"
    )


@pytest.mark.parametrize("name", ["full", "concise", "json", "gitlab", "sarif", "junit"])
def test_another_format_leaves_the_summary_alone(
    prostcli: Prostcli, broken: Path, actions: Path, name: str
) -> None:
    prostcli("validate", "--output-format", name, cwd=broken)
    assert actions.read_text(encoding="utf-8") == "What another step said.\n\n"


def test_there_is_no_summary_outside_actions(
    prostcli: Prostcli, broken: Path, actions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_WORKFLOW")
    prostcli("validate", "--output-format", "github", cwd=broken)
    assert actions.read_text(encoding="utf-8") == "What another step said.\n\n"


def _gone(summary: Path) -> None:
    summary.unlink()


def _folder(summary: Path) -> None:
    summary.unlink()
    summary.mkdir()


def _full(summary: Path) -> None:
    summary.unlink()
    summary.symlink_to("/dev/full")


@pytest.mark.parametrize("spoil", [_gone, _folder, _full])
@pytest.mark.parametrize("status", [0, 1])
def test_a_summary_that_cannot_be_written_is_said_and_changes_nothing(
    prostcli: Prostcli, broken: Path, actions: Path, spoil: Callable[[Path], None], status: int
) -> None:
    spoil(actions)
    ran = prostcli("validate", cwd=broken if status else LINDVIK)
    assert ran.status == status
    assert ran.err.startswith("prostcli: sammanfattningen till GitHub kunde inte skrivas: ")
    assert ran.err.count("\n") == 1
    assert spoil is not _gone or not actions.exists()


def test_a_summary_that_is_a_pipe_is_not_waited_for(program: Program, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # nobody reads it
    names = {"GITHUB_ACTIONS": "true", "GITHUB_WORKFLOW": "Check"}
    ran = program("validate", env={**names, "GITHUB_STEP_SUMMARY": str(tmp_path / "pipe")})
    assert ran.returncode == 0
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.usefixtures("actions")
def test_no_file_for_the_summary_is_said(
    prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    ran = prostcli("validate", "--lang", "en")
    assert ran.status == 0
    assert ran.err == (
        "prostcli: the summary for GitHub could not be written: "
        "GITHUB_STEP_SUMMARY names no file.\n"
    )


# --- paths


def _paths(name: str, out: str) -> set[str]:
    if name == "github":
        return {c.properties["file"] for c in reading.commands(out) if "file" in c.properties}
    return {told.path for told in reading.READERS[name](out)}


@pytest.mark.parametrize("git", ["folder", "file", "none"])
@pytest.mark.parametrize("name", FORMATS)
def test_paths_are_those_that_the_reader_knows(
    prostcli: Prostcli, broken: Path, tmp_path: Path, name: str, git: str
) -> None:
    """The workspace lies in `data/stad` of a repository, and the command is run in `elsewhere`."""
    top = tmp_path / "top"
    root = top / "data" / "stad"
    shutil.move(broken, root)
    (tmp_path / "elsewhere").mkdir()
    if git == "folder":
        (top / ".git").mkdir()
    elif git == "file":  # as in a worktree
        (top / ".git").write_text("gitdir: somewhere\n", encoding="utf-8")
    ran = prostcli(
        "validate", REPORT, "--root", str(root), "--output-format", name, cwd=tmp_path / "elsewhere"
    )
    assert ran.status == 1
    if FORMATS[name].paths == "current":
        expected = f"../top/data/stad/{REPORT}"
    elif FORMATS[name].paths == "root" or git == "none":
        expected = REPORT
    else:
        expected = f"data/stad/{REPORT}"
    assert _paths(name, ran.out) == {expected}


def test_a_linked_root_is_the_folder_that_it_leads_to(
    prostcli: Prostcli, broken: Path, tmp_path: Path
) -> None:
    (broken / ".git").mkdir()
    (tmp_path / "link").symlink_to(broken)
    ran = prostcli(
        "validate", REPORT, "--root", str(tmp_path / "link"), "--output-format", "gitlab"
    )
    assert _paths("gitlab", ran.out) == {REPORT}


def test_a_path_from_the_command_line_is_a_relative_uri_too(prostcli: Prostcli) -> None:
    ran = prostcli("validate", "/etc/hostname", "--output-format", "sarif")
    (told,) = reading.sarif(ran.out)
    assert told.code == "PRO512"
    assert told.path.startswith("../")
    assert told.path.endswith("/etc/hostname")


# --- the same in every format


@pytest.mark.parametrize("name", FORMATS)
def test_the_exit_status_is_the_same_in_every_format(
    prostcli: Prostcli, broken: Path, name: str
) -> None:
    plan = "reports/2020-2022/park/2021-plan.yaml"
    assert prostcli("validate", "--output-format", name, cwd=broken).status == 1
    assert prostcli("validate", "--output-format", name).status == 0  # warnings only
    assert prostcli("validate", "--output-format", name, "--strict").status == 1
    assert prostcli("validate", plan, "--output-format", name, "--strict").status == 0


def test_every_format_tells_the_same(prostcli: Prostcli, broken: Path) -> None:
    def told(name: str) -> Counter[tuple[str, str, int]]:
        out = prostcli("validate", "--output-format", name, cwd=broken).out
        return Counter((t.code, t.path, t.line) for t in reading.READERS[name](out))

    first, *others = (told(name) for name in reading.READERS)
    assert first.total() > 1
    assert all(other == first for other in others)


@pytest.mark.parametrize("name", [*MACHINE, "junit", "github"])
def test_a_machine_format_is_utf8_whatever_the_terminal_is(
    program: Program, broken: Path, name: str
) -> None:
    environment = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    ran = program("validate", REPORT, "--output-format", name, cwd=broken, env=environment)
    assert ran.returncode == 1
    text = ran.stdout.decode("utf-8")
    assert "Okänd nyckel: år." in (text if name not in MACHINE else json.dumps(
        json.loads(text), ensure_ascii=False))  # fmt: skip
    assert ran.stderr == b""
