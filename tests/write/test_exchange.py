"""A file is changed only from what was read: neither another editor nor a kill loses anything."""

from __future__ import annotations

import fcntl
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from prostcli.errors import ProstError
from prostcli.write.atomic import exchange


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "2007-plan.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    return path


def changed(path: Path, old: bytes = b"old") -> str:
    with pytest.raises(ProstError) as raised:
        exchange(path, old, b"new")
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    return raised.value.code


def test_the_new_stands_in_the_place_of_the_old_with_its_mode(file: Path) -> None:
    exchange(file, b"old", b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_what_somebody_else_has_written_stands(file: Path) -> None:
    file.write_bytes(b"theirs")
    assert changed(file) == "write-changed"
    assert file.read_bytes() == b"theirs"


def test_what_is_written_at_the_last_moment_stands(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(_handle: int) -> None:
        file.write_bytes(b"theirs")

    monkeypatch.setattr("os.fsync", meanwhile)
    assert changed(file) == "write-changed"
    assert file.read_bytes() == b"theirs"


def test_of_two_at_once_one_waits_for_nothing(file: Path) -> None:
    with file.open("rb") as held:
        fcntl.flock(held.fileno(), fcntl.LOCK_EX)
        assert changed(file) == "write-changed"
    assert file.read_bytes() == b"old"


def test_a_kill_in_the_middle_leaves_the_old(file: Path) -> None:
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from prostcli.write.atomic import exchange\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "exchange(Path(sys.argv[1]), b'old', b'new')\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(file)], check=False)
    assert done.returncode == -9
    assert file.read_bytes() == b"old"


def test_a_file_that_is_gone_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ProstError) as raised:
        exchange(tmp_path / "gone", b"old", b"new")
    assert raised.value.code == "write-no-folder"
    assert list(tmp_path.iterdir()) == []
