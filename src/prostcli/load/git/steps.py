"""What each commit of a range did to each file; a merge, to those of its first parent."""

import stat
from collections.abc import Iterator
from typing import NamedTuple

from prostcli.errors import ProstError
from prostcli.load.git.answers import hash_of, mode_of, path_of
from prostcli.load.git.log import ends
from prostcli.load.git.plumbing import ask, on_lines
from prostcli.load.git.repository import Repository, fork
from prostcli.load.git.snapshot import Entry


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
    output = _differences(repo, [" ".join(line[:2]) for line in lines])
    found = [s._replace(path=repo.inside(s.path)) for s in raw_steps(output)]
    across = []
    if base is not None:
        output = _differences(repo, [f"{until} {base}"])
        across = [s._replace(path=repo.inside(s.path)) for s in raw_steps(output)]
    merges = {line[0]: tuple(line[1:]) for line in lines if len(line) > 2}  # noqa: PLR2004
    return Steps(until, merges, found, across)


def _differences(repo: Repository, pairs: list[str]) -> bytes:
    """By trees alone: no file of the working tree is looked at."""
    return ask(
        repo.top, "diff-tree", "--stdin", "-r", "-z", "--raw", "--no-abbrev", "--no-renames",
        "--root", "--ignore-submodules", given=on_lines(pairs),
    )  # fmt: skip


def raw_steps(output: bytes) -> Iterator[FileStep]:
    """`diff-tree --stdin -z --raw` as steps; paths are from the repository's top.

    A commit's hash stands alone; a line that begins with a colon has the next one for its path.
    """
    made = ""
    rest = iter(output.split(b"\0"))
    for part in rest:
        facts = part.lstrip(b"\n")
        if facts.startswith(b":"):
            path = path_of(next(rest, b""))
            parts = facts[1:].split(b" ")
            if len(parts) == 5:  # noqa: PLR2004  see git-diff(1), RAW
                old, new = (_entry(parts[n], parts[n + 2]) for n in (0, 1))
                yield FileStep(made, path, old, new)
        elif facts:
            made = hash_of(facts.strip())


def _entry(mode: bytes, blob: bytes) -> Entry | None:
    entry = Entry(mode_of(mode), hash_of(blob))
    return entry if stat.S_IFMT(entry.mode) else None
