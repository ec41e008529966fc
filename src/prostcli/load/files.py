"""Which files there are, and their bytes: regular files inside the workspace and nothing else.

A path here is the tool's own: from the root, with `/`, and UTF-8 whatever the locale; a byte that
is no UTF-8 stands as a lone surrogate, as in Python's own paths.
"""

import contextlib
import errno
import os
import re
import stat
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from prostcli.characters import FORBIDDEN, INVISIBLE, composed, named
from prostcli.personal.glance import may_point_at_someone

PROGRAMME = "program"
REPORTS = "reports"
OURS = (f"{PROGRAMME}/", f"{REPORTS}/")
"""How the paths of a workspace's own files begin."""

LFS_POINTER = b"version https://git-lfs.github.com/spec/"
"""How a file begins that stands where Git LFS has the file itself elsewhere."""

DEEPEST = 16
"""Folders in each other under `program/` or `reports/`; what lies deeper is not looked at."""


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
        return read_inside(self.root, path, limit)

    def oddity(self, path: str) -> Unreadable | None:
        """What keeps an entry from being a file."""
        return oddity(self.root, path)


class Otherwise:
    """The same files, with one of them as it would be."""

    def __init__(self, files: Files, path: str, data: bytes) -> None:
        self.files = files
        self.path = path
        self.data = data

    def below(self, folder: str) -> Iterator[str]:
        """Every entry under a folder that is no folder, in order."""
        return self.files.below(folder)

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a regular file, or those that the one would have."""
        if path != self.path:
            return self.files.read(path, limit)
        if len(self.data) > limit:
            raise Unreadable("PRO003", limit=limit // 1024)
        return self.data

    def oddity(self, path: str) -> Unreadable | None:
        """What keeps an entry from being a file."""
        return self.files.oddity(path)


def read_bytes(path: str | Path, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Never waits on a pipe or a device."""
    try:
        handle = os.open(path, _READING)
    except OSError as error:
        raise _unreadable(error) from None
    return _read(handle, limit)


def read_inside(root: Path, path: str, limit: int) -> bytes:
    """The same for a path of the workspace, read through no link, not even one put there just now.

    Each folder is opened from the one above it: the name of a folder may have changed hands since
    it was listed.
    """
    *folders, name = native(path).split("/")
    try:
        if os.open in os.supports_dir_fd:
            handle = _open_from(root, folders, name)
        else:  # Windows: next best
            whole = Path(os.path.realpath(root), *folders, name)
            if os.path.realpath(whole) != str(whole):
                raise Unreadable("PRO002", variant="link")
            handle = os.open(whole, _READING)
    except OSError as error:
        raise _unreadable(error) from None
    return _read(handle, limit)


_READING = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC")
)


def _open_from(root: Path, folders: list[str], name: str) -> int:
    folder = os.open(root, os.O_RDONLY)
    try:
        for step in folders:
            inner = os.open(step, _READING, dir_fd=folder)
            os.close(folder)
            folder = inner
        return os.open(name, _READING, dir_fd=folder)
    finally:
        os.close(folder)


def _read(handle: int, limit: int) -> bytes:
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


def oddity(root: Path, path: str) -> Unreadable | None:
    """What keeps an entry from being a file: that it is a link, a pipe, a folder shut to us."""
    if len(path.split("/")) > DEEPEST:
        return Unreadable("PRO002", variant="deep")
    try:
        mode = os.lstat(root / native(path)).st_mode
    except OSError as error:
        return _unreadable(error)
    if stat.S_ISREG(mode):
        return None if "/" in path else Unreadable("PRO002", variant="no-folder")
    if stat.S_ISDIR(mode):
        if path.endswith(".yaml"):
            return Unreadable("PRO002", variant="folder")
        return Unreadable("PRO001", variant="denied")
    return Unreadable("PRO002", variant="link") if stat.S_ISLNK(mode) else Unreadable("PRO002")


def below(root: Path, folder: str) -> Iterator[str]:
    """Every entry under a folder that is no folder, as a path from the root with `/`, in order.

    Links are listed and not followed; hidden names (a leading dot), and what Windows and Office
    leave behind, are left out. A folder named as if it were a file, one that cannot be listed and
    one that lies too deep are listed as files, so that they are told instead of passed over.
    """
    with contextlib.suppress(OSError):
        if not stat.S_ISDIR(os.lstat(root / native(folder)).st_mode):
            yield folder
            return
    if len(folder.split("/")) > DEEPEST:
        yield folder
        return
    try:
        with os.scandir(root / native(folder)) as entries:
            found = sorted((known(e.name), _is_folder(e)) for e in entries)
    except FileNotFoundError:
        return
    except OSError:
        yield folder
        return
    for name, is_folder in found:
        if passed_over(name):
            continue
        path = f"{folder}/{name}"
        if is_folder and not name.endswith(".yaml"):
            yield from below(root, path)
        else:
            yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:  # whoever looks at it closely is told why
        return False


def native(path: str) -> str:
    """A path of the tool's as the system takes it: another than UTF-8 only in an old locale."""
    if sys.getfilesystemencoding() == "utf-8":
        return path
    return os.fsdecode(path.encode("utf-8", "surrogateescape"))


def known(name: str) -> str:
    """A name or a path of the system's as the tool has it."""
    if sys.getfilesystemencoding() == "utf-8":
        return name
    return os.fsencode(name).decode("utf-8", "surrogateescape")


_LEFT_BY_SYSTEM = re.compile(r"(?i)(thumbs\.db|ehthumbs\.db|desktop\.ini|~\$.*)")


def left_by_system(path: str) -> bool:
    """Whether it is one of the files that Windows and Office leave on every share."""
    return _LEFT_BY_SYSTEM.fullmatch(path.rpartition("/")[2]) is not None


def passed_over(path: str) -> bool:
    """Whether it is hidden, or lies in a hidden folder, or was left by the system."""
    return path.startswith(".") or "/." in path or left_by_system(path)


_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?")
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ]$')


def name_fault(path: str) -> Unreadable | None:
    """What is wrong with a name in a path.

    Not every computer could hold or show it, or it would show the number of a person: names of
    files and folders stand in every list of sources.
    """
    plain = path.isascii() and path.isprintable()
    for name in path.split("/"):
        odd = None if plain else FORBIDDEN.search(name) or INVISIBLE.search(name)
        odd = odd or (None if plain else re.search(r"[\t\r\n]", name))
        if odd and "\udc80" <= odd[0] <= "\udcff":
            return Unreadable("PRO514", variant="bytes", byte=f"0x{ord(odd[0]) - 0xDC00:02X}")
        if odd:
            return Unreadable("PRO514", variant="invisible", character=named(odd[0]))
        if not plain and not unicodedata.is_normalized("NFC", name):
            return Unreadable("PRO514", variant="decomposed")
        if _DEVICE.fullmatch(name) or _NOT_ON_WINDOWS.search(name):
            return Unreadable("PRO514", variant="windows", file=name)
        if may_point_at_someone(name):
            from prostcli.personal.search import holds_number

            if holds_number(name):
                return Unreadable("PRO116", variant="name")
    return None


def clashes(paths: Iterable[str]) -> dict[str, str]:
    """Paths that some computers take for another one, and that other: `Farsta/` beside `farsta/`.

    Many file systems tell neither case nor the two forms of å apart, and would keep one of the
    two. The one that is not all small letters is told, else the later.
    """
    paths = list(paths)
    if all(p == _folded(p) for p in paths):
        return {}
    spelt: dict[str, str] = {}
    found: dict[str, str] = {}
    for path in sorted(paths, key=lambda p: (p != _folded(p), p)):
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            stem = "/".join(parts[:depth])
            other = spelt.setdefault(_folded(stem), stem)
            if other != stem:
                found[path] = other
                break
    return found


def _folded(path: str) -> str:
    if path.isascii() and path.islower():
        return path
    return composed(composed(path).casefold())
