"""The program from outside: encodings, closed pipes, full disks, and the ways to leave."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from prostcli.cli import waiting
from tests.desk import few

from .conftest import LINDVIK, Prostcli

Program = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_help_names_every_command_in_swedish_and_english(program: Program) -> None:
    swedish = program("--help").stdout.decode()
    for command in ("status", "validate", "review", "show", "new", "explain", "schema"):
        assert command in swedish
    assert "Visa läget, nämnd för nämnd." in swedish
    english = program("--help", env={"PROSTCLI_LANG": "en"}).stdout.decode()
    assert "Visa läget" not in english


@pytest.mark.parametrize("encoding", few(["cp850", "ascii", "cp1252", "utf-8"]))
@pytest.mark.parametrize("command", [["--help"], ["status"], ["validate"], ["explain", "PRO201"]])
def test_no_encoding_stops_the_output(program: Program, encoding: str, command: list[str]) -> None:
    ran = program(*command, env={"PYTHONIOENCODING": encoding})
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == b""
    # The option parser writes its help as UTF-8 where the encoding is plain ASCII.
    assert ran.stdout.decode("utf-8" if command == ["--help"] and encoding == "ascii" else encoding)


def test_in_ascii_the_matrix_uses_the_stand_ins(program: Program) -> None:
    out = program("status", "--year", "2021", env={"PYTHONIOENCODING": "ascii"}).stdout
    assert b"\\u2713" not in out
    assert b"\\u25c" not in out


def test_the_c_locale_is_enough(program: Program) -> None:
    ran = program("status", env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_reader_that_has_had_enough_is_no_error() -> None:
    prostcli = Path(sys.executable).parent / "prostcli"
    ran = subprocess.run(  # noqa: S602  a pipe is what this is about
        f"'{prostcli}' status | head -1; exit ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", cwd=LINDVIK, capture_output=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", ["status", "validate"])
def test_a_full_disk_is_told_by_the_exit_status(program: Program, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = program(command, stdout=full)
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr


def test_the_same_files_and_date_give_the_same_bytes(program: Program, tmp_path: Path) -> None:
    command = ("status", "--root", str(LINDVIK), "--as-of", "2022-04-01", "--format", "json")
    ways = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    ]
    outs = {program(*command, env=e, cwd=c).stdout for e in ways for c in (tmp_path, LINDVIK)}
    assert len(outs) == 1


def test_our_own_fault_is_70_and_shows_no_data(
    prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prostcli import usecases

    def broken(*_: object) -> None:
        raise RuntimeError("811218-9876")

    monkeypatch.setattr(usecases, "view", broken)
    ran = prostcli("status")
    assert ran.status == 70
    assert ran.out == ""
    assert "811218" not in ran.err
    assert "internt fel (RuntimeError-" in ran.err


def test_version(prostcli: Prostcli) -> None:
    ran = prostcli("--version")
    assert ran.status == 0
    assert ran.out.startswith("prostcli 0.")


def test_an_unknown_command_is_told_with_the_nearest(prostcli: Prostcli) -> None:
    ran = prostcli("statos")
    assert ran.status == 2
    assert "Kommandot statos finns inte. Menade du status?" in ran.err


def test_running_without_a_command_shows_what_there_is(program: Program) -> None:
    ran = program()
    assert ran.returncode == 2
    assert ran.stdout == program("--help").stdout
    assert ran.stdout.startswith("Så här: prostcli [VÄLJARE] KOMMANDO".encode())


@pytest.mark.parametrize("code", ["PRO201", "pro201", "obligation-not-planned"])
def test_explain_takes_a_code_or_a_name(prostcli: Prostcli, code: str) -> None:
    ran = prostcli("explain", code)
    assert ran.status == 0
    assert ran.out.startswith("PRO201 obligation-not-planned (fel)\n\n")


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("PRO999", ""), ("PRO210", ""), ("PRO60", ""), ("hej", ""),
        ("PR0318", "PRO318"), ("318", "PRO318"), ("pro-318", "PRO318"), ("PRO 318", "PRO318"),
        ("obligation-not-planed", "obligation-not-planned"),
    ],
)  # fmt: skip
def test_explain_suggests_what_was_meant_and_no_other_number(
    prostcli: Prostcli, code: str, meant: str
) -> None:
    ran = prostcli("explain", code)
    assert (ran.status, ran.out) == (2, "")
    suggested = f"Menade du {meant}? " if meant else ""
    assert f"Koden {code} finns inte. {suggested}Koderna står i" in " ".join(ran.err.split())


def test_whoever_waits_at_a_terminal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(waiting, "PATIENCE", 0.01)
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with waiting.waiting():
        time.sleep(0.5)
    assert "Läser filerna" in terminal.getvalue()
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with waiting.waiting():
        time.sleep(0.05)
    assert pipe.getvalue() == ""
