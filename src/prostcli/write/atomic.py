"""Files written whole or not at all, and never over what must not be touched.

The bytes go to a hidden file in the same folder, which is then given the name. Readers see the old
file or the new one; whatever fails, nothing half is left.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from prostcli.errors import ProstError

_NO_LINKS_HERE = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
_CODES = {
    errno.ENOSPC: "write-full",
    errno.EDQUOT: "write-full",
    errno.EFBIG: "write-full",
    errno.EACCES: "write-denied",
    errno.EPERM: "write-denied",
    errno.EROFS: "write-denied",
    errno.EISDIR: "write-folder",
    errno.ENOTDIR: "write-no-folder",
    errno.ENOENT: "write-no-folder",
    errno.EEXIST: "write-exists",
    errno.ENAMETOOLONG: "write-long-name",
}
_LONGEST_NAME = 200
"""Of the name's own letters in the hidden file's name, which may hold 255 bytes."""


def replace(path: Path, data: bytes) -> None:
    """Put these bytes in the place of the file, keeping its mode; make it if it is not there.

    A link is followed and stays. What is no plain file, as `/dev/stdout`, is written straight to.
    """
    with told(path):
        target = Path(os.path.realpath(path))
        try:
            mode = target.stat().st_mode
        except FileNotFoundError:
            _whole(target, data, None, lambda temporary: temporary.replace(target))
            return
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            path.write_bytes(data)
            return
        keep = stat.S_IMODE(mode)
        _whole(target, data, keep, lambda temporary: temporary.replace(target))


def replace_here(path: Path, data: bytes) -> None:
    """The same where a link is not followed: the file takes the place of whatever has the name."""
    with told(path):
        try:
            found = path.lstat().st_mode
        except FileNotFoundError:
            mode = None
        else:
            mode = stat.S_IMODE(found) if stat.S_ISREG(found) else None
        _whole(path, data, mode, lambda temporary: temporary.replace(path))


def exchange(path: Path, old: bytes, new: bytes) -> None:
    """Put new bytes in the place of the file, as `replace`, but only if it still holds the old.

    A `ProstError` where somebody else has changed it, or is about to: theirs stands. Between two
    who use this there is no gap. Between the last look and the new name an editor that locks
    nothing has some microseconds; what it writes then is written over.
    """
    with told(path), _alone(path):
        target = Path(os.path.realpath(path))

        def finish(temporary: Path) -> None:
            if target.read_bytes() != old:
                raise ProstError("write-changed", file=str(path))
            temporary.replace(target)

        _whole(target, new, stat.S_IMODE(target.stat().st_mode), finish)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the file against others who do the same; never waits.

    Windows has no such hold: a file that is open there cannot be replaced.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        yield
        return
    with path.open("rb") as file:
        try:
            flock(file.fileno(), LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise ProstError("write-changed", file=str(path)) from None
        yield


def create(path: Path, data: bytes) -> None:
    """Make the file, and the folders it lies in. Never over anything, not even in a race."""
    with told(path):
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        made: list[Path] = []
        try:
            _make_folders(path.parent, made)
            _whole(path, data, None, lambda temporary: _name_once(temporary, path, data))
        except BaseException:
            for folder in reversed(made):
                with contextlib.suppress(OSError):
                    folder.rmdir()
            raise


def inside(root: Path, path: str) -> Path:
    """The place of a path of the workspace. Refused where a link would lead elsewhere."""
    place = root / path
    straight = os.path.join(os.path.realpath(root), *path.split("/"))  # noqa: PTH118  as realpath
    if os.path.normcase(os.path.realpath(place)) != os.path.normcase(straight):
        raise ProstError("write-link", file=str(place))
    return place


def unlinked(root: Path, place: Path) -> None:
    """Refuse a place that a link stands for, or, in the workspace, that a link leads to.

    A repository can bring links: what is written to a name in it must not end up elsewhere. What
    leads to the workspace is the person's own. A link to what is no file, as `/dev/stdout`, is one.
    """
    top, whole = Path(os.path.realpath(root)), place.absolute()
    for step in (whole, *whole.parents):
        here = Path(os.path.realpath(step.parent), step.name)
        within = here != top and here.is_relative_to(top)
        if (step == whole or within) and step.is_symlink() and _keeps(step):
            raise ProstError("write-link", file=str(place))


def _keeps(link: Path) -> bool:
    """Whether what is written to a link would lie somewhere: it leads to no pipe or device."""
    return not link.exists() or link.is_file() or link.is_dir()


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """An error of the file system as one that people can read."""
    try:
        yield
    except OSError as error:
        code = _CODES.get(error.errno or 0, "write-other")
        reason = error.strerror or type(error).__name__
        raise ProstError(code, file=str(path), reason=reason) from error


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = []
    while not os.path.lexists(folder):
        missing.append(folder)
        folder = folder.parent
    for new in reversed(missing):
        with contextlib.suppress(FileExistsError):  # someone else was first: as good
            new.mkdir()
            made.append(new)


def _whole(target: Path, data: bytes, mode: int | None, finish: Callable[[Path], object]) -> None:
    """Write all of it to a hidden file beside the target, and let `finish` give it its name."""
    name = target.name.encode("utf-8")[:_LONGEST_NAME].decode("utf-8", "ignore")
    temporary = target.with_name(f".{name}.{secrets.token_hex(4)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(temporary, flags, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        finish(temporary)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _settle(target.parent)


def _name_once(temporary: Path, target: Path, data: bytes) -> None:
    """Give the file its name unless that is taken: a hard link cannot be put over anything."""
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in _NO_LINKS_HERE:
            raise
        _write_once(target, data)
    with contextlib.suppress(OSError):
        temporary.unlink()


def _write_once(target: Path, data: bytes) -> None:
    """The same on a file system without hard links: the name is taken first, then filled."""
    with target.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            with contextlib.suppress(OSError):
                target.unlink()
            raise


def _settle(folder: Path) -> None:
    """Let the new name last through a power cut, where folders can be synchronised."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
