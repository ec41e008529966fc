"""What each commit of a range did to each file; a merge, to those of its first parent."""

from typing import NamedTuple

from prostcli.errors import ProstError
from prostcli.load.git.answers import hash_of
from prostcli.load.git.entries import Entry, differences
from prostcli.load.git.log import ends
from prostcli.load.git.plumbing import ask
from prostcli.load.git.repository import Repository, fork


class FileStep(NamedTuple):
    """A file before and after a commit; None where it is not there."""

    commit: str
    path: str
    """From the workspace's root."""
    old: Entry | None
    new: Entry | None


class Steps(NamedTuple):
    """A range of commits, the oldest first."""

    until: str
    merges: dict[str, tuple[str, ...]]
    """By merge, its parents."""
    files: list[FileStep]
    """What each commit did to files that were there before it, or were not."""
    across: list[FileStep]
    """What differs between where its two ends parted and the end, as if one commit had done it."""


def steps(repo: Repository, span: str) -> Steps:
    """The steps of a range, `A..B`: the commits that B has and A has not."""
    since, until = ends(repo, span)
    listed = ask(
        repo.top, "rev-list", "--topo-order", "--reverse", "--parents", until, f"^{since}", "--"
    )
    if not listed:
        raise ProstError("empty-range", range=span)
    lines = [[hash_of(name) for name in line.split(b" ")] for line in listed.splitlines()]
    repo.whole(line[0] for line in lines)
    base = fork(repo, since, until)
    # A commit and one parent: what it did to that one, and a merge is no special case.
    found = _did(repo, [" ".join(line[:2]) for line in lines])
    across = _did(repo, [f"{until} {base}"]) if base is not None else []
    merges = {line[0]: tuple(line[1:]) for line in lines if len(line) > 2}  # noqa: PLR2004
    return Steps(until, merges, found, across)


def _did(repo: Repository, pairs: list[str]) -> list[FileStep]:
    """What commits did, each to its parent."""
    return [
        FileStep(made, path, old, new)
        for (made,), path, old, new in differences(repo, pairs, "--root", "--ignore-submodules")
    ]
