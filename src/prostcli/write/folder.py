"""A folder of files that we make: made whole again each time, and never over what is not ours.

A list in the folder, `.prostcli-site`, names the files of the last time and the hash of each. Only
a plain file that still has its hash is replaced or taken away: an edited or forged list leads to
nothing else. No link is followed, neither to the folder, nor in it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from prostcli.errors import ProstError
from prostcli.write.atomic import replace_here, told, unlinked

LIST = ".prostcli-site"
_HEAD = "prostcli site 2"
_EARLIER = "prostcli site 1"
"""That held no hashes."""
_LINE = re.compile(r"([0-9a-f]{64}) (.+)")
_LARGEST = 16 * 2**20
"""Bytes of a list: of a site with 100,000 pages."""

Listed = Mapping[str, set[str]]
"""By name the hashes that a file of ours may have: of the last time, and of one cut short."""


def placed(root: Path, folder: Path) -> None:
    """Refuse a folder that is the workspace itself, or lies where its files do, or is a link."""
    top, place = Path(os.path.realpath(root)), Path(os.path.realpath(folder))
    ours = tuple(top / name for name in ("program", "reports", "schema", "templates", ".git"))
    if place == top or any(place.is_relative_to(one) for one in ours):
        raise ProstError("site-misplaced", folder=str(folder))
    unlinked(root, folder)


def refill(folder: Path, files: Mapping[str, bytes], first: str) -> None:
    """Write the files, `first` last of them, and take away those of the last time that are no more.

    Each is whole at any moment. One that is as it should be is not touched. Before anything is
    written all of them are looked at: where one is not as we left it, nothing is done.
    """
    before = _listed(folder)
    new = {name: _hash(data) for name, data in files.items()}
    stale = []
    for name in sorted({*files, *before}):
        there = _hash_of(folder / name)
        if there is None or there == new.get(name):
            continue
        if name not in before:
            raise ProstError("site-in-the-way", file=str(folder / name))
        if there not in before[name]:
            raise ProstError("site-changed", file=str(folder / name))
        stale.append(name)
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    # Until all is done the list names the old and the new: what is cut short is mended next time.
    both = [(name, each) for name, hashes in before.items() for each in hashes]
    _write(folder / LIST, _as_list([*both, *new.items()]))
    for name in sorted(files, key=lambda name: (name == first, name)):
        if name in stale or not os.path.lexists(folder / name):
            replace_here(folder / name, files[name])
    for name in stale:
        if name not in files:
            with contextlib.suppress(FileNotFoundError), told(folder / name):
                (folder / name).unlink()
    _write(folder / LIST, _as_list(new.items()))


def _listed(folder: Path) -> Listed:
    """The files of the last time; a refusal where the folder is somebody else's."""
    if not os.path.lexists(folder):
        return {}
    if folder.is_symlink():
        raise ProstError("write-link", file=str(folder))
    if not folder.is_dir():
        raise ProstError("site-not-ours", folder=str(folder))
    with told(folder):
        if not any(folder.iterdir()):
            return {}
    data = _plain(folder / LIST, _LARGEST)
    try:
        head, *lines = (data or b"").decode("utf-8").splitlines() or [""]
    except UnicodeDecodeError:
        head, lines = "", []
    if head == _EARLIER:
        raise ProstError("site-old", folder=str(folder))
    if head != _HEAD:
        raise ProstError("site-not-ours", folder=str(folder))
    found: dict[str, set[str]] = {}
    for line in lines:
        one = _LINE.fullmatch(line)
        if one is not None and _is_name(one[2]):
            found.setdefault(one[2], set()).add(one[1])
    return found


def _is_name(name: str) -> bool:
    """Whether it can be a file in the folder itself: an edited list leads nowhere else."""
    return name not in (".", "..", LIST) and not {"/", "\\", ":", "\0"} & set(name)


def _as_list(files: Iterable[tuple[str, str]]) -> bytes:
    lines = sorted({f"{each} {name}" for name, each in files}, key=lambda line: line[65:])
    return "".join(f"{line}\n" for line in (_HEAD, *lines)).encode("utf-8")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _hash_of(path: Path) -> str | None:
    data = _plain(path, None)
    return None if data is None else _hash(data)


def _plain(path: Path, most: int | None) -> bytes | None:
    """What a plain file holds; None where there is nothing. What is anything else is refused.

    A link is not followed, and a pipe not waited for.
    """
    try:
        kind = path.lstat().st_mode
        if not stat.S_ISREG(kind):
            raise ProstError("site-odd", file=str(path))
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EMLINK):  # it has become a link just now
            raise ProstError("site-odd", file=str(path)) from error
        with told(path):
            raise
    with told(path), os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise ProstError("site-odd", file=str(path))
        data = file.read() if most is None else file.read(most + 1)
    if most is not None and len(data) > most:
        raise ProstError("site-odd", file=str(path))
    return data


def _write(path: Path, data: bytes) -> None:
    if _plain(path, _LARGEST) != data:
        replace_here(path, data)
