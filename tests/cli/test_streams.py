"""Where the output goes, and what becomes of it: the exit status says what is true."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from prostcli.cli import terminal
from tests.desk import few

from .conftest import LINDVIK, Prostcli

Program = Callable[..., "subprocess.CompletedProcess[bytes]"]

COMMANDS: dict[str, list[str]] = {
    "status": ["status"],
    "status json": ["status", "--format", "json"],
    "status csv": ["status", "--format", "csv"],
    "status markdown": ["status", "--format", "markdown"],
    "validate": ["validate"],
    "validate json": ["validate", "--output-format", "json"],
    "validate concise": ["validate", "--output-format", "concise"],
    "review": ["review"],
    "annex": ["review", "--board", "teknik", "--year", "2021"],
    "show a board": ["show", "teknik"],
    "show a measure": ["show", "a.2"],
    "new": ["new", "plan", "teknik", "2021", "-o", "-"],
    "explain": ["explain", "PRO201"],
    "help": ["--help"],
    "help of a command": ["status", "--help"],
    "version": ["--version"],
}
QUICK = ("status", "validate json", "help")
each_command = pytest.mark.parametrize(
    "name", [n if n in QUICK else pytest.param(n, marks=pytest.mark.slow) for n in COMMANDS]
)
PROGRAM = Path(sys.executable).parent / "prostcli"
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


@pytest.fixture
def faulty(copied: Path) -> Path:
    """Lindvik with one file more, that cannot be read: `validate` and `status` leave with 1."""
    path = copied / "reports/2020-2022/park/2022-report.yaml"
    path.write_text("kind: report\n" + "utfall: x\n" * 400, encoding="utf-8")
    return copied


def shell(command: str, cwd: Path = LINDVIK) -> subprocess.CompletedProcess[bytes]:
    """Run it as one types it: `$P` is the program."""
    return subprocess.run(
        ["/bin/bash", "-c", command], cwd=cwd, env={**os.environ, "P": str(PROGRAM)},
        capture_output=True, check=False, timeout=60,
    )  # fmt: skip


def untroubled(stderr: bytes) -> bool:
    return b"Traceback" not in stderr and b"Exception ignored" not in stderr


# --- the reader of a pipe


@each_command
def test_a_reader_that_is_gone_from_the_start_is_no_error(program: Program, name: str) -> None:
    there, here = os.pipe()
    os.close(there)
    try:
        ran = program(*COMMANDS[name], stdout=here)
    finally:
        os.close(here)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize(
    "command",
    ["validate", "validate --output-format json", "status", "status --format csv", "show park",
     "review"],
)  # fmt: skip
@pytest.mark.parametrize("reader", ["true", pytest.param("head -1", marks=pytest.mark.slow)])
def test_findings_are_findings_when_nobody_reads_them(
    command: str, reader: str, faulty: Path
) -> None:
    ran = shell(f"$P {command} | {reader} > /dev/null; exit ${{PIPESTATUS[0]}}", faulty)
    assert ran.returncode == 1
    assert untroubled(ran.stderr)


def test_a_reader_that_leaves_in_the_middle(faulty: Path) -> None:
    """More than a pipe holds, so that the write itself is cut off."""
    for number in range(40):
        path = faulty / f"reports/2020-2022/park/{1900 + number}-report.yaml"
        path.write_text("kind: report\n" + f"x{number}: x\n" * 2, encoding="utf-8")
        (path.parent / f"stray{number}").write_bytes(b"")
    with subprocess.Popen(
        [PROGRAM, "status", "--format", "json"], cwd=faulty,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        heard: list[bytes] = []
        listener = threading.Thread(target=lambda: heard.append(process.stderr.read()))  # type: ignore[union-attr]
        listener.start()
        assert process.stdout.read(1) == b"{"
        process.stdout.close()
        listener.join()
        assert process.wait() == 1
    assert untroubled(heard[0])


# --- nowhere to write to


@needs_full
@each_command
def test_a_full_disk_is_no_success(program: Program, name: str) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = program(*COMMANDS[name], stdout=full)
    assert ran.returncode == 2
    assert untroubled(ran.stderr)
    assert ran.stderr.count(b"\n") == 1  # one line says why


@each_command
def test_a_closed_stdout_is_no_success(name: str) -> None:
    ran = shell(f"$P {' '.join(COMMANDS[name])} >&-")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert untroubled(ran.stderr)
    assert ran.stderr.count(b"\n") == 1


@needs_full
@pytest.mark.parametrize("where", [">&-", "> /dev/full"])
def test_findings_that_could_not_be_written_are_2(where: str, faulty: Path) -> None:
    assert shell(f"$P validate {where}", faulty).returncode == 2


def test_what_writes_nothing_to_stdout_needs_none(copied: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    ran = shell(f"$P validate --output-format json --output-file {out} >&- 2>&- <&-", copied)
    assert ran.returncode == 0
    assert out.read_bytes().startswith(b'{\n  "version": 1')
    out = tmp_path / "out.md"
    ran = shell(f"$P review -o {out} >&- 2>&- <&-", copied)
    assert ran.returncode == 0
    assert out.read_bytes().startswith(b"# ")


@pytest.mark.parametrize("where", few(["2>&-", "2> /dev/full"]))
@each_command
def test_talk_that_is_not_heard_alters_nothing(name: str, where: str, faulty: Path) -> None:
    plain = shell(f"$P {' '.join(COMMANDS[name])}", faulty)
    ran = shell(f"$P {' '.join(COMMANDS[name])} {where}", faulty)
    assert (ran.returncode, ran.stdout) == (plain.returncode, plain.stdout)
    assert ran.stderr == b""


@pytest.mark.parametrize("where", few(["2>&-", "2> /dev/full"]))
@pytest.mark.parametrize(
    "command", few(["show nobody", "statos", "status --year x", "explain PRO999"])
)
def test_an_error_that_is_not_heard_is_an_error(command: str, where: str) -> None:
    ran = shell(f"$P {command} {where}")
    assert (ran.returncode, ran.stdout) == (2, b"")


def test_a_closed_stdout_never_ends_up_in_a_file(copied: Path) -> None:
    """A file of data opened under the number of stdout would be written to."""
    before = {p: p.read_bytes() for p in copied.rglob("*.yaml")}
    shell("$P status >&- 2>&- <&-", copied)
    shell("$P validate >&- 2>&- <&-", copied)
    assert {p: p.read_bytes() for p in copied.rglob("*.yaml")} == before


# --- the file that was asked for


@needs_full
@pytest.mark.parametrize("command", [["validate", "--output-file"], ["review", "-o"]])
def test_a_full_disk_under_the_output_file(program: Program, command: list[str]) -> None:
    ran = program(*command, "/dev/full")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert untroubled(ran.stderr)


@pytest.mark.parametrize("command", [["validate", "--output-file"], ["review", "-o"]])
def test_an_old_file_stays_when_the_new_one_does_not_fit(
    command: list[str], tmp_path: Path, faulty: Path
) -> None:
    old = tmp_path / "old.md"
    old.write_bytes(b"old")

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    ran = subprocess.run(
        [PROGRAM, *command, str(old)], cwd=faulty, preexec_fn=small,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "COVERAGE_PROCESS_START": "",
             "COVERAGE_PROCESS_CONFIG": ""},
        capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert ran.returncode == 2
    assert untroubled(ran.stderr)
    assert "disken är full eller filen för stor".encode() in ran.stderr
    assert old.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir() if p != faulty] == ["old.md"]


@pytest.mark.parametrize("command", [["validate", "--output-file"], ["review", "-o"]])
def test_a_folder_that_must_not_be_written_to(
    command: list[str], prostcli: Prostcli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permissions do not stop root, so the system call itself says no."""
    old = tmp_path / "old.md"
    old.write_bytes(b"old")
    whole = os.open

    def refused(path: str | Path, flags: int, mode: int = 0o777, **how: int) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return whole(path, flags, mode, **how)

    monkeypatch.setattr(os, "open", refused)
    ran = prostcli(*command, str(old))
    assert (ran.status, ran.out) == (2, "")
    assert "får inte skrivas" in ran.err
    assert old.read_bytes() == b"old"


# --- encodings


@each_command
@pytest.mark.parametrize(
    "env",
    few(
        [
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"LC_ALL": "C"},
            {"PYTHONIOENCODING": "cp850"},
            {"PYTHONIOENCODING": "ascii"},
            {"PYTHONIOENCODING": "utf-16"},
        ]
    ),
    ids=lambda e: " ".join(f"{k}={v}" for k, v in e.items()),
)
def test_no_encoding_alters_the_status(program: Program, name: str, env: dict[str, str]) -> None:
    ran = program(*COMMANDS[name], env=env)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout


@pytest.mark.slow
@pytest.mark.parametrize("env", [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp850"},
])  # fmt: skip
def test_names_are_told_alike_in_every_locale(
    program: Program, copied: Path, env: dict[str, str]
) -> None:
    park = copied / "reports/2020-2022/park"
    (park / "på.yaml").write_bytes(b"")
    (park / "pa\u030a.yaml").write_bytes(b"")
    Path(os.fsdecode(os.fsencode(park) + b"/\xe5.yaml")).write_bytes(b"")
    command = ["validate", "--output-format", "json"]
    plain = program(*command, cwd=copied)
    ran = program(*command, cwd=copied, env=env)
    assert plain.returncode == ran.returncode == 1
    codes = [b'"code": "%s"' % c for c in (b"PRO503", b"PRO514", b"PRO515")]
    assert [plain.stdout.count(c) for c in codes] == [1, 1, 1]
    assert [ran.stdout.count(c) for c in codes] == [1, 1, 1]
    one = program("validate", "reports/2020-2022/park/på.yaml", cwd=copied, env=env)
    assert one.returncode == 1
    assert b"PRO503" in one.stdout


def test_stdin_stdout_and_stderr_that_are_there_are_left_alone() -> None:
    streams = (sys.stdin, sys.stdout, sys.stderr)
    terminal.prepare()
    assert (sys.stdin, sys.stdout, sys.stderr) == streams


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    ran = shell(f"cd {gone} && rmdir {gone} && $P status")
    assert ran.returncode == 2
    assert untroubled(ran.stderr)
    shutil.rmtree(gone, ignore_errors=True)
