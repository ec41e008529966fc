"""What a checkout leaves out of the folder, though git has it.

Git knows it by a mark in its index, not by the patterns of a sparse checkout: `git update-index
--skip-worktree` sets the mark alone, and patterns that are no longer used may be left behind.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from prostcli.errors import ProstError
from prostcli.load.files import OURS, Unreadable, known, native, passed_over, read_bytes
from prostcli.load.git.answers import SUBMODULE, mode_of, path_of
from prostcli.load.git.place import git_folder, top_of_repository

if TYPE_CHECKING:
    from prostcli.load.git.repository import Repository


class _Missing(NamedTuple):
    why: Literal["left-out", "not-checked-out", "submodule-not-there", "nested-not-there"]
    path: str


_NOT_THERE = ("submodule-not-there", "nested-not-there")
"""Another repository in this one, of which there is nothing here. Git knows where to fetch the
first from; the second is what `git add .` makes of a repository that somebody has made inside."""
_MOST_INDEX = 64 * 1024 * 1024
"""Bytes of an index that is read here; of a larger one git is asked."""
_MOST_NAMED = 1024 * 1024
"""Bytes of a list of submodules."""


def must_be_whole(root: Path) -> None:
    """Refuse a folder where files that the tool reads have been left out.

    Git is started only where its index can say so.
    """
    _refuse(list(_missing(root, tuple(name.rstrip("/") for name in OURS))))


def must_hold_all_of(folder: Path, name: str) -> None:
    """Refuse a folder with no folder of that name in or above it, where one has been left out."""
    top = top_of_repository(folder)
    here = known(folder.resolve().relative_to(top).as_posix())

    def may_hold(one: _Missing) -> bool:
        if one.why in _NOT_THERE:
            return f"{here}/".startswith(f"{one.path}/")
        return name in one.path.split("/")[:-1]

    _refuse([one for one in _missing(top, ()) if may_hold(one)])


def _refuse(missing: list[_Missing]) -> None:
    if missing:
        why, path = missing[0]
        raise ProstError(why, count=sum(one.why == why for one in missing), path=path)


def _missing(root: Path, names: tuple[str, ...]) -> Iterator[_Missing]:
    """What is not there of all below some names, or of everything."""
    top = top_of_repository(root)
    kept = git_folder(top)
    if kept is None:
        return
    unwritten = not os.path.lexists(kept / "index")
    if not unwritten and not _may_tell(kept):
        return
    from prostcli.load.git.repository import repository

    try:
        repo = repository(root)
    except ProstError as error:
        if unwritten and error.code in ("no-git", "broken-repository"):
            return  # nothing says that there is anything to leave out
        raise
    for one in _in_head(repo, names) if unwritten else _in_index(repo, names):
        if not passed_over(one.path) and not _there(root, one):
            yield one


def _may_tell(kept: Path) -> bool:
    """Whether the index can hold the mark, or another repository in this one.

    Its second version cannot hold the mark, and git writes no later one unless a file bears it, or
    another mark as rare, or it was told to (gitformat-index(5)). One that is split has most of it
    elsewhere. Of one that is a link, or cannot be read, git is asked, which follows links.
    """
    try:
        index = read_bytes(kept / "index", _MOST_INDEX)
    except Unreadable:
        return True
    if index[:8] != b"DIRC\0\0\0\2" or _may_hold_another(index):
        return True
    with os.scandir(kept) as there:
        return any(entry.name.startswith("sharedindex.") for entry in there)


def _may_hold_another(index: bytes) -> bool:
    """Whether the kind of another repository stands where the kind of an entry can stand.

    Entries begin after twelve bytes and are as long as a multiple of eight; their kind is their
    seventh number of four bytes. That something else stands so is rare, and then git is asked.
    """
    kind = SUBMODULE.to_bytes(4, "big")
    at = index.find(kind)
    while at >= 0 and at % 8 != 4:  # noqa: PLR2004  12 + 6 * 4
        at = index.find(kind, at + 1)
    return at >= 0


def _in_index(repo: "Repository", names: tuple[str, ...]) -> Iterator[_Missing]:
    """What bears the mark, and other repositories that stand in this one."""
    from prostcli.load.git.plumbing import ask

    fetched_from = _submodules(repo.top)
    below = [f"{repo.prefix}{name}" for name in names]
    for line in ask(repo.top, "ls-files", "-z", "-t", "--stage", "--", *below).split(b"\0"):
        facts, tab, path = line.partition(b"\t")
        mark, _, entry = facts.partition(b" ")
        if tab and mark == b"S":
            yield _Missing("left-out", repo.inside(path_of(path)))
        elif tab and mode_of(entry[:6]) == SUBMODULE:
            has_address = path_of(path) in fetched_from
            yield _Missing(
                "submodule-not-there" if has_address else "nested-not-there",
                repo.inside(path_of(path)),
            )


def _submodules(top: Path) -> frozenset[str]:
    """Where the repositories belong that git has an address of, from the uppermost folder."""
    try:
        text = read_bytes(top / ".gitmodules", _MOST_NAMED).decode("utf-8", "surrogateescape")
    except Unreadable:
        return frozenset()
    settings = (line.partition("=") for line in text.splitlines())
    return frozenset(v.strip().strip('"') for k, _, v in settings if k.strip() == "path")


def _in_head(repo: "Repository", names: tuple[str, ...]) -> Iterator[_Missing]:
    """All of the last commit, where git has not written down that it is checked out."""
    from prostcli.load.git.repository import head
    from prostcli.load.git.snapshot import committed

    tip = head(repo)
    there = committed(repo, tip, names)[1].entries if tip is not None else ()
    yield from (_Missing("not-checked-out", path) for path in there)


def _there(root: Path, one: _Missing) -> bool:
    path = root / native(one.path)
    return os.path.lexists(path / ".git" if one.why in _NOT_THERE else path)
