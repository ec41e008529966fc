"""What git has at a path: a file, a link, or another repository; and how that differs."""

import stat
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prostcli.errors import ProstError
from prostcli.load.files import OURS
from prostcli.load.git.answers import SUBMODULE, hash_of, mode_of, path_of
from prostcli.load.git.plumbing import ask, on_lines
from prostcli.load.git.repository import Repository


class Entry(NamedTuple):
    """What git has, or is about to commit, at a path."""

    mode: int
    blob: str
    unmerged: bool = False
    """Whether a merge has left it with more than one version."""


class Difference(NamedTuple):
    """How an entry differs between two trees, or between a commit and its parent."""

    of: tuple[str, ...]
    """What was compared: the one commit, or the two trees."""
    path: str
    """From the repository's top, as git tells it."""
    old: Entry | None
    """None: it is not there."""
    new: Entry | None


def differences(
    repo: Repository, pairs: Iterable[str], *options: str, below: Iterable[str] = ()
) -> Iterator[Difference]:
    """How trees differ, or commits from their parents; paths are from the workspace's root.

    `pairs`: two trees, a commit, or a commit and its parent. By trees alone: no file of the working
    tree is looked at.
    """
    output = ask(
        repo.top, "diff-tree", "--stdin", "-r", "-z", "--raw", "--no-abbrev", "--no-renames",
        *options, "--", *below, given=on_lines(pairs),
    )  # fmt: skip
    return (one._replace(path=repo.inside(one.path)) for one in raw_differences(output))


def raw_differences(output: bytes) -> Iterator[Difference]:
    """`diff-tree --stdin -z --raw` as differences.

    Hashes stand on a line or between two NULs: they tell of what the following ones are. A line
    that begins with a colon has what comes after the next NUL for its path; see git-diff(1), RAW.
    """
    of: tuple[str, ...] = ()
    rest = iter(output.split(b"\0"))
    for part in rest:
        for line in part.split(b"\n"):
            if line.startswith(b":"):
                facts = line[1:].split(b" ")
                if len(facts) != 5:  # noqa: PLR2004  two modes, two hashes, a letter
                    raise ProstError("git-odd")
                old, new = (_entry(facts[n], facts[n + 2]) for n in (0, 1))
                yield Difference(of, path_of(next(rest, b"")), old, new)
            elif line:
                of = tuple(map(hash_of, line.split(b" ")))


def _entry(mode: bytes, blob: bytes) -> Entry | None:
    entry = Entry(mode_of(mode), hash_of(blob))
    return entry if stat.S_IFMT(entry.mode) else None


def must_be_ours(entries: Iterable[tuple[str, Entry | None]]) -> None:
    """Refuse entries of which one is another repository, and stands where the tool reads.

    What lies in it git knows nothing of here. Paths are from the workspace's root.
    """
    for path, entry in entries:
        other = entry is not None and stat.S_IFMT(entry.mode) == SUBMODULE
        if other and f"{path}/".startswith(OURS):
            raise ProstError("submodule", path=path)
