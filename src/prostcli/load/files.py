"""Which files there are, and their bytes: regular files inside the workspace and nothing else."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol


class Files(Protocol):
    """Where a workspace's files are read from: a folder, or what git is about to commit.

    Paths are from the workspace's root, with `/`.
    """

    def below(self, folder: str) -> Iterator[str]:
        """Every entry under a folder that is no folder, in order."""

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a regular file of at most `limit` bytes; `Unreadable` says why not."""

    def oddity(self, path: str) -> "Unreadable | None":
        """What keeps an entry from being a file."""


class Unreadable(Exception):  # noqa: N818  it is wrong data, caught by the one who reads the file
    """The file cannot be read as it is; the code says why."""

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Folder:
    """The files as they stand in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def below(self, folder: str) -> Iterator[str]:
        """Every entry under a folder that is no folder, in order."""
        return below(self.root, folder)

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a regular file."""
        return read_bytes(self.root / path, limit)

    def oddity(self, path: str) -> Unreadable | None:
        """What keeps an entry from being a file."""
        return oddity(self.root / path)


def read_bytes(path: str | Path, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Never waits on a pipe or a device."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        handle = os.open(path, flags)
    except OSError as error:
        raise _unreadable(error) from None
    try:
        facts = os.fstat(handle)
        if stat.S_ISDIR(facts.st_mode):
            raise Unreadable("PRO002", variant="folder")
        if not stat.S_ISREG(facts.st_mode):
            raise Unreadable("PRO002")
        if facts.st_size > limit:
            raise Unreadable("PRO003", limit=limit // 1024)
        data = b""
        # Read in pieces: a file in /proc, or one that grows, tells no true size.
        while len(data) <= limit:
            piece = os.read(handle, min(limit + 1 - len(data), max(facts.st_size + 1, 4096)))
            if not piece:
                return data
            data += piece
        raise Unreadable("PRO003", limit=limit // 1024)
    except OSError as error:
        raise _unreadable(error) from None
    finally:
        os.close(handle)


def _unreadable(error: OSError) -> Unreadable:
    if error.errno == errno.ELOOP:
        return Unreadable("PRO002", variant="link")
    if error.errno == errno.ENXIO:
        return Unreadable("PRO002")
    if error.errno in (errno.EISDIR, errno.ENOTDIR):
        return Unreadable("PRO002", variant="folder")
    variant = {errno.ENOENT: "gone", errno.EACCES: "denied", errno.EPERM: "denied"}
    found = variant.get(error.errno or 0)
    return Unreadable("PRO001", **({"variant": found} if found else {}))


def oddity(path: Path) -> Unreadable | None:
    """What keeps an entry from being a file: that it is a link, a pipe, a folder shut to us."""
    try:
        mode = os.lstat(path).st_mode
    except OSError as error:
        return _unreadable(error)
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        return Unreadable("PRO001", variant="denied")
    return Unreadable("PRO002", variant="link") if stat.S_ISLNK(mode) else Unreadable("PRO002")


def below(root: Path, folder: str) -> Iterator[str]:
    """Every entry under a folder that is no folder, as a path from the root with `/`, in order.

    Links are listed and not followed; hidden names (a leading dot) are left out. A folder named as
    if it were a file is listed as one, so that it is told instead of passed over.
    """
    try:
        with os.scandir(root / folder) as entries:
            found = sorted(entries, key=lambda e: e.name)
    except FileNotFoundError:
        return
    except OSError:
        yield folder
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(".yaml"):
            yield from below(root, path)
        else:
            yield path
