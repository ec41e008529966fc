"""What a sparse checkout leaves out of the folder, though git has it."""

import os
from pathlib import Path

from prostcli.errors import ProstError
from prostcli.load.files import OURS, native, passed_over
from prostcli.load.git.place import git_folder, top_of_repository


def must_be_whole(root: Path) -> None:
    """Refuse a folder where files that the tool reads have been left out.

    Git is started only where there is a list of what to leave out.
    """
    left_out = _left_out(root, OURS)
    if left_out:
        raise ProstError("left-out", count=len(left_out), path=left_out[0])


def must_hold_all_of(folder: Path, name: str) -> None:
    """Refuse a folder without a folder of that name, where one has been left out."""
    left_out = [path for path in _left_out(folder, ("",)) if name in path.split("/")[:-1]]
    if left_out:
        raise ProstError("left-out", count=len(left_out), path=left_out[0])


def _left_out(root: Path, beginnings: tuple[str, ...]) -> list[str]:
    kept = git_folder(top_of_repository(root))
    if kept is None or not os.path.lexists(kept / "info/sparse-checkout"):
        return []
    from prostcli.load.git.answers import paths_of
    from prostcli.load.git.plumbing import ask
    from prostcli.load.git.repository import repository

    repo = repository(root)
    below = [f"{repo.prefix}{beginning}" for beginning in beginnings]
    told = paths_of(ask(repo.top, "ls-files", "-z", "-t", "--", *filter(None, below)))
    skipped = (repo.inside(line[2:]) for line in told if line.startswith("S "))
    return [
        path
        for path in skipped
        if not passed_over(path) and not os.path.lexists(root / native(path))
    ]
