"""A folder of files that we make: made whole again each time, and never over what is not ours.

A list in the folder, `.prostcli-site`, names the files of the last time. What it does not name is
somebody else's.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from prostcli.errors import ProstError
from prostcli.write.atomic import replace, told

LIST = ".prostcli-site"
_HEAD = "prostcli site 1"


def placed(root: Path, folder: Path) -> None:
    """Refuse a folder that is the workspace itself, or lies where its files do."""
    top, place = Path(os.path.realpath(root)), Path(os.path.realpath(folder))
    ours = tuple(top / name for name in ("program", "reports", "schema", "templates", ".git"))
    if place == top or any(place.is_relative_to(one) for one in ours):
        raise ProstError("site-misplaced", folder=str(folder))


def refill(folder: Path, files: Mapping[str, bytes], first: str) -> None:
    """Write the files, `first` last of them, and take away those of the last time that are no more.

    Each is whole at any moment. One that is as it should be is not touched.
    """
    before = _listed(folder)
    for name in files:
        if name not in before and os.path.lexists(folder / name):
            raise ProstError("site-in-the-way", file=str(folder / name))
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    # Until all is done the list names the old and the new: what is cut short is mended next time.
    _write(folder / LIST, _as_list({*before, *files}))
    for name in sorted(files, key=lambda name: (name == first, name)):
        _write(folder / name, files[name])
    for name in sorted(before - files.keys()):
        with contextlib.suppress(FileNotFoundError), told(folder / name):
            (folder / name).unlink()
    _write(folder / LIST, _as_list(files))


def _listed(folder: Path) -> set[str]:
    """The names of the last time; a refusal where the folder is somebody else's."""
    if not os.path.lexists(folder):
        return set()
    if not folder.is_dir():
        raise ProstError("site-not-ours", folder=str(folder))
    with told(folder):
        if not any(folder.iterdir()):
            return set()
        try:
            head, *names = (folder / LIST).read_bytes().decode("utf-8").splitlines() or [""]
        except (FileNotFoundError, UnicodeDecodeError):
            head, names = "", []
    if head != _HEAD:
        raise ProstError("site-not-ours", folder=str(folder))
    return {name for name in names if _is_name(name)}


def _is_name(name: str) -> bool:
    """Whether it can be a file in the folder itself: an edited list leads nowhere else."""
    return name not in ("", ".", "..", LIST) and not {"/", "\\", ":", "\0"} & set(name)


def _as_list(names: Mapping[str, object] | set[str]) -> bytes:
    return "".join(f"{line}\n" for line in (_HEAD, *sorted(names))).encode("utf-8")


def _write(path: Path, data: bytes) -> None:
    if path.is_symlink():  # else it would be written through
        raise ProstError("write-link", file=str(path))
    with contextlib.suppress(OSError):
        if path.read_bytes() == data:
            return
    replace(path, data)
