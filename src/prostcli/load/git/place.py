"""Where git keeps its things, found without git: a command that needs no more starts no program."""

import os
from pathlib import Path

from prostcli.load.files import Unreadable, read_bytes

_LONGEST = 4096
"""Bytes of a `.git` that is a file: it holds one path."""


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
