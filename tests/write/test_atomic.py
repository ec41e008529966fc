"""A file is there whole or not at all; what is there is never lost by mistake."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from prostcli.errors import ProstError
from prostcli.write.atomic import create, replace

as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)


def hidden(folder: Path) -> list[str]:
    return [p.name for p in folder.iterdir() if p.name.endswith(".tmp")]


def test_create_makes_the_file_and_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "2007-plan.yaml"
    create(path, "å\n".encode())
    assert path.read_text(encoding="utf-8") == "å\n"
    assert [p.name for p in path.parent.iterdir()] == ["2007-plan.yaml"]


def test_create_never_writes_over_anything(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder").mkdir()
    for name in ("file", "link", "folder"):
        with pytest.raises(ProstError) as raised:
            create(tmp_path / name, b"new")
        assert raised.value.code == "write-exists"
    assert path.read_bytes() == b"old"
    assert not (tmp_path / "nowhere").exists()
    assert hidden(tmp_path) == []


def test_of_many_that_create_the_same_file_one_wins(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    won: list[bytes] = []
    lost: list[str] = []

    def one(data: bytes) -> None:
        try:
            create(path, data)
        except ProstError as error:
            lost.append(error.code)
        else:
            won.append(data)

    threads = [threading.Thread(target=one, args=(bytes([65 + n]) * 9999,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [path.read_bytes()] == won
    assert set(lost) == {"write-exists"}
    assert hidden(path.parent) == []


def test_create_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    create(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    with pytest.raises(ProstError):
        create(tmp_path / "file", b"newer")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert hidden(tmp_path) == []


def test_what_fails_takes_its_new_folders_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProstError) as raised:
        create(tmp_path / "a" / "b" / "file", b"new")
    assert raised.value.code == "write-full"
    assert list(tmp_path.iterdir()) == []


def test_replace_keeps_the_mode_and_follows_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(real)
    replace(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640
    assert hidden(tmp_path) == []


def test_replace_makes_a_file_with_the_modes_of_any_new_file(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        replace(tmp_path / "file", b"new")
    finally:
        os.umask(old)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640


def test_replace_writes_straight_to_what_is_no_plain_file(tmp_path: Path) -> None:
    replace(Path(os.devnull), b"gone")
    assert not Path(os.devnull).is_file()
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(fifo.read_bytes()))
    reader.start()
    replace(fifo, b"through")
    reader.join()
    assert got == [b"through"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("folder", "write-folder"),
        ("gone/file", "write-no-folder"),
        ("file/below", "write-no-folder"),
        ("x" * 300, "write-long-name"),
    ],
)
def test_what_cannot_be_replaced_is_said(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"old")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ProstError) as raised:
        replace(tmp_path / name, b"new")
    assert raised.value.code == code
    assert sorted(tmp_path.iterdir()) == before


def test_a_very_long_name_that_the_system_takes_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("å" * 120)
    create(path, b"new")
    replace(path, b"newer")
    assert path.read_bytes() == b"newer"


@as_root
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    tmp_path.chmod(0o555)
    try:
        for write in (create, replace):
            with pytest.raises(ProstError) as raised:
                write(tmp_path / "other", b"new")
            assert raised.value.code == "write-denied"
    finally:
        tmp_path.chmod(0o755)


FULL = """
import resource, sys
from pathlib import Path
from prostcli.errors import ProstError
from prostcli.write.atomic import create, replace
before = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
for write, name in ((replace, "old"), (create, "new")):
    try:
        write(Path(sys.argv[1], name), b"x" * 5000)
    except ProstError as error:
        print(error.code)
resource.setrlimit(resource.RLIMIT_FSIZE, before)  # coverage has a file of its own to write
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["write-full", "write-full"]
    assert (tmp_path / "old").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["old"]


def test_stopped_in_the_middle_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        create(tmp_path / "a" / "file", b"new")
    assert list(tmp_path.iterdir()) == []
