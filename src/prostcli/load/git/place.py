"""Where git keeps its things, found without git: a command that needs no more starts no program."""

import os
from pathlib import Path

from prostcli.errors import ProstError
from prostcli.load.files import Unreadable, read_bytes

_LONGEST = 4096
"""Bytes of a `.git` that is a file: it holds one path."""
_PLAIN = ("HEAD", "config", "index", "packed-refs", "shallow")
"""What git reads whatever it is asked, where it is there."""


def top_of_repository(folder: Path) -> Path:
    """The nearest folder upward that git keeps its things in; the folder itself if there is none.

    Links are followed first. In a worktree or a submodule `.git` is a file.
    """
    whole = folder.resolve()
    return next((f for f in (whole, *whole.parents) if os.path.lexists(f / ".git")), whole)


def git_folder(top: Path) -> Path | None:
    """The folder with the settings and the index of just this working tree."""
    named = top / ".git"
    if named.is_dir():
        return named
    try:
        told = os.fsdecode(read_bytes(named, _LONGEST))
    except Unreadable:
        return None
    key, _, path = told.strip().partition(": ")
    return top / path if key == "gitdir" else None


def must_be_plain(top: Path) -> None:
    """Refuse a repository with a pipe where git reads a file: it would wait for ever."""
    kept = git_folder(top)
    for path in () if kept is None else (kept / name for name in _PLAIN):
        if os.path.lexists(path) and not path.is_file():
            raise ProstError("broken-repository", folder=str(top))
