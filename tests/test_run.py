"""The script `run`, without a network: what it decides, and how it starts a command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parent.parent / "run"
FILES = ("pyproject.toml", "requirements.lock", "requirements-dev.lock")
EXTRAS = ("requirements-pdf.lock", "requirements-word.lock")


def load() -> Any:
    loader = SourceFileLoader("run_script", str(SCRIPT))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


run = load()


class Installers:
    """Stands in for uv and pip: remembers what it was asked, and does what it was told."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.fail: set[str] = set()
        self.killed = False

    def __call__(self, _here: object, _lock: int, command: list[str]) -> bool:
        if self.killed:
            raise KeyboardInterrupt
        name = "uv" if Path(command[0]).stem == "uv" else command[2]
        self.asked.append(f"{name} {command[-1]}")
        return name not in self.fail


@pytest.fixture
def installers(monkeypatch: pytest.MonkeyPatch) -> Installers:
    stand_in = Installers()
    monkeypatch.setattr(run, "_succeeds", stand_in)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    return stand_in


@pytest.fixture
def here(tmp_path: Path) -> Any:
    """A checkout in a folder with a space, its .venv made and up to date."""
    root = tmp_path.resolve() / "a checkout"
    root.mkdir()
    shutil.copy(SCRIPT, root)
    for name in (*FILES, *EXTRAS):
        shutil.copy(SCRIPT.parent / name, root)
    checkout = run.Checkout(str(root))
    venv.create(checkout.venv, symlinks=os.name != "nt")
    installed = Path(checkout.copy("root")).parent
    installed.mkdir()
    for name in FILES:
        shutil.copy(root / name, installed)
    (installed / "root").write_bytes(os.fsencode(root))
    return checkout


def append(path: str, text: str) -> None:
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(text)


def call(here: Any, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, here.file("run"), *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


def test_the_tool_itself_needs_only_the_core() -> None:
    assert run.needs("prostcli", []) == ["requirements.lock", "pyproject.toml"]
    assert run.needs("pytest", []) == [
        "requirements.lock",
        "requirements-dev.lock",
        "pyproject.toml",
    ]


def test_an_extra_is_added_to_the_core_and_not_the_test_tools() -> None:
    assert run.needs("prostcli", ["pdf"]) == [
        "requirements.lock",
        "requirements-pdf.lock",
        "pyproject.toml",
    ]


def test_without_a_command_it_says_how_to_use_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main([]) == 2
    assert run.main(["--help"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("usage: ./run [--extra EXTRA]... COMMAND") == 2


def test_an_old_python_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert run.main(["prostcli"]) == 2
    assert capsys.readouterr().err == (
        "run: this is Python 3.9.2, and 3.11 or newer is needed: try python3.11 run ...\n"
    )


def test_nothing_is_done_when_nothing_has_changed(here: Any, installers: Installers) -> None:
    assert here.changed("pytest", []) == []
    run.set_up(here, "pytest", [])
    assert installers.asked == []


@pytest.mark.parametrize(
    ("name", "tool", "tests"),
    [
        ("requirements.lock", True, True),
        ("requirements-dev.lock", False, True),
        ("pyproject.toml", True, True),
        ("LICENSE", False, False),
    ],
)
def test_a_changed_file_counts_for_who_needs_it(
    here: Any, name: str, tool: bool, tests: bool
) -> None:
    append(here.file(name), "# changed\n")
    assert here.changed("prostcli", []) == [name] * tool
    assert here.changed("pytest", []) == [name] * tests


def test_a_venv_without_its_last_stamp_counts_as_none(here: Any) -> None:
    Path(here.copy("root")).unlink()
    assert here.changed("prostcli", []) == run.needs("prostcli", [])


def test_a_venv_whose_python_is_gone_counts_as_none(here: Any) -> None:
    Path(here.python).unlink()
    assert here.changed("prostcli", []) == run.needs("prostcli", [])


def test_a_venv_that_was_moved_counts_as_none(here: Any) -> None:
    moved = Path(here.root).rename(here.root + " elsewhere")
    assert run.Checkout(str(moved)).changed("prostcli", []) == run.needs("prostcli", [])


def test_a_changed_lock_is_installed_then_the_project(here: Any, installers: Installers) -> None:
    append(here.file("requirements-dev.lock"), "# changed\n")
    installers.fail = {"pip"}
    with pytest.raises(run.CannotRunError):
        run.set_up(here, "pytest", [])
    assert here.is_whole()
    assert here.changed("pytest", []) == ["requirements-dev.lock"]
    installers.fail = set()
    run.set_up(here, "pytest", [])
    assert here.changed("pytest", []) == []
    steps = [step for step in installers.asked if not step.startswith("ensurepip")]
    assert steps == ["pip requirements-dev.lock", "pip requirements-dev.lock", "pip ."]


def test_a_venv_is_made_again_after_its_installer_was_killed(
    here: Any, installers: Installers
) -> None:
    append(here.file("requirements.lock"), "# changed\n")
    installers.killed = True
    with pytest.raises(KeyboardInterrupt):
        run.set_up(here, "prostcli", [])
    assert not here.is_whole()
    leftover = Path(here.venv, "leftover")
    leftover.touch()
    installers.killed = False
    run.set_up(here, "prostcli", [])
    assert here.is_whole()
    assert not leftover.exists()


def test_uv_is_used_and_pip_where_it_cannot(
    here: Any, installers: Installers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name)
    append(here.file("requirements.lock"), "# changed\n")
    run.set_up(here, "prostcli", [])
    assert installers.asked == ["uv requirements.lock", "uv ."]
    append(here.file("requirements.lock"), "# changed again\n")
    installers.asked.clear()
    installers.fail = {"uv"}
    run.set_up(here, "prostcli", [])
    steps = [step for step in installers.asked if not step.startswith("ensurepip")]
    assert steps == ["uv requirements.lock", "pip requirements.lock", "uv .", "pip ."]


def test_a_setting_of_a_tool_installs_nothing_the_project_table_does(
    here: Any, installers: Installers
) -> None:
    append(here.file("pyproject.toml"), "[tool.something]\nelse = 1\n")
    run.set_up(here, "pytest", [])
    assert here.changed("pytest", []) == []
    assert installers.asked == []
    append(here.file("pyproject.toml"), "[project.urls]\nsomewhere = 'there'\n")
    run.set_up(here, "pytest", [])
    assert here.changed("pytest", []) == []
    assert [step for step in installers.asked if not step.startswith("ensurepip")] == ["pip ."]


def test_a_missing_lock_is_said_to_be_missing(here: Any) -> None:
    Path(here.file("requirements.lock")).unlink()
    with pytest.raises(run.CannotRunError, match=r"^there is no requirements\.lock in "):
        run.set_up(here, "prostcli", [])
    assert here.is_whole()


def installed(stand_in: Installers) -> list[str]:
    return [step for step in stand_in.asked if not step.startswith("ensurepip")]


def test_an_extra_is_installed_once_and_followed_from_then_on(
    here: Any, installers: Installers
) -> None:
    assert here.changed("prostcli", []) == []
    run.set_up(here, "prostcli", ["pdf"])
    assert installed(installers) == ["pip requirements-pdf.lock", "pip ."]
    assert here.changed("prostcli", ["pdf"]) == []
    append(here.file("requirements-pdf.lock"), "# changed\n")
    append(here.file("requirements-word.lock"), "# changed\n")
    assert here.changed("prostcli", []) == ["requirements-pdf.lock"]
    assert here.changed("prostcli", ["word"]) == ["requirements-pdf.lock", "requirements-word.lock"]


def test_an_extra_that_could_not_be_installed_holds_nothing_else_up(
    here: Any, installers: Installers
) -> None:
    installers.fail = {"pip"}
    with pytest.raises(run.CannotRunError):
        run.set_up(here, "prostcli", ["pdf"])
    assert here.changed("prostcli", []) == []
    assert here.changed("prostcli", ["pdf"]) == ["requirements-pdf.lock"]


@pytest.mark.parametrize("how", ["fails", "is killed", "was moved"])
def test_an_extra_is_not_forgotten_when_venv_is_mended(
    here: Any, installers: Installers, how: str
) -> None:
    run.set_up(here, "prostcli", ["pdf"])
    append(here.file("requirements.lock"), "# changed\n")
    if how == "was moved":
        here = run.Checkout(str(Path(here.root).rename(here.root + " elsewhere")))
    else:
        installers.fail, installers.killed = {"pip"} if how == "fails" else set(), how != "fails"
        with pytest.raises((run.CannotRunError, KeyboardInterrupt)):
            run.set_up(here, "prostcli", [])
        installers.fail, installers.killed = set(), False
    installers.asked.clear()
    run.set_up(here, "prostcli", [])
    assert Path(here.copy("requirements-pdf.lock")).exists()
    assert here.changed("prostcli", []) == []


def test_what_the_tests_need_has_every_extra_in_it(here: Any, installers: Installers) -> None:
    append(here.file("requirements-dev.lock"), "# changed\n")
    run.set_up(here, "pytest", ["pdf", "word"])
    assert installed(installers) == ["pip requirements-dev.lock", "pip ."]
    assert here.changed("prostcli", ["pdf", "word"]) == []


def test_an_extra_that_is_no_more_is_let_go(here: Any, installers: Installers) -> None:
    run.set_up(here, "prostcli", ["pdf"])
    assert installed(installers) == ["pip requirements-pdf.lock", "pip ."]
    Path(here.file("requirements-pdf.lock")).unlink()
    assert here.changed("prostcli", []) == []


def test_extras_come_before_the_command(here: Any, tmp_path: Path) -> None:
    for name in EXTRAS:
        shutil.copy(here.file(name), here.copy(name))
    program = "import sys; print(sys.argv[1:])"
    options = ["--extra", "pdf", "--extra", "word"]
    result = call(here, *options, "python", "-c", program, "--extra", "x", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "['--extra', 'x']\n"
    result = call(here, *options, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "run: installed in .venv: pdf, word\n"


@pytest.mark.parametrize("extra", ["dev", "", "pfd", "../pdf"])
def test_an_unknown_extra_is_told_with_those_there_are(
    here: Any, tmp_path: Path, extra: str
) -> None:
    result = call(here, "--extra", extra, "prostcli", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"run: there is no extra {extra!r}; there are: pdf, word\n"


def test_an_extra_without_a_name_is_a_mistake(here: Any, tmp_path: Path) -> None:
    result = call(here, "--extra", cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr.startswith("usage: ./run [--extra EXTRA]...")


def test_one_at_a_time(tmp_path: Path) -> None:
    first = run._lock(str(tmp_path / "lock"))
    second = os.open(tmp_path / "lock", os.O_RDWR)
    assert not run._try_lock(second)
    os.close(first)
    assert run._try_lock(second)
    os.close(second)


def test_a_command_keeps_folder_output_and_exit_status(here: Any, tmp_path: Path) -> None:
    program = "import os, sys; print(os.getcwd(), sys.prefix, sys.argv[1:]); sys.exit(3)"
    result = call(here, "python", "-c", program, "a b", "--help", cwd=tmp_path)
    assert result.stdout == f"{tmp_path.resolve()} {here.venv} ['a b', '--help']\n"
    assert result.stderr == ""
    assert result.returncode == 3


def test_an_unknown_command_is_127(here: Any, tmp_path: Path) -> None:
    result = call(here, "no-such-command", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (127, "")
    assert result.stderr == "run: no such command: no-such-command\n"


@pytest.mark.skipif(os.name == "nt", reason="no such signals there")
def test_a_command_ended_by_a_signal_is_seen_to_be(here: Any, tmp_path: Path) -> None:
    program = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    assert call(here, "python", "-c", program, cwd=tmp_path).returncode == -15
