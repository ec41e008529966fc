"""A repository, where a workspace lies in it, and the commits that refs name in it.

A ref is untrusted: it is looked up by a call that takes it for nothing else, and from then on only
its hash is used.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from prostcli.errors import ProstError
from prostcli.load.files import Unreadable, known, read_bytes
from prostcli.load.git.answers import hash_of, path_of
from prostcli.load.git.place import must_be_plain, top_of_repository
from prostcli.load.git.plumbing import ask

_MOST_CUT = 2 * 1024 * 1024
"""Bytes of the list of commits whose parents are not there."""


@dataclass(frozen=True)
class Repository:
    """A repository, and where the workspace lies in it."""

    top: Path
    """Its uppermost folder."""
    prefix: str
    """The workspace's root from there: empty, or with a `/` at the end."""
    edge: frozenset[str] = frozenset()
    """The commits of a shallow clone whose parents have been cut off."""
    sha256: bool = False
    """Whether it names things by SHA-256, and not by SHA-1."""

    @property
    def shallow(self) -> bool:
        """Whether its older commits have been cut off."""
        return bool(self.edge)

    def inside(self, path: str) -> str:
        """A path from the repository's top as one from the workspace's root."""
        if path.startswith(self.prefix):
            return path[len(self.prefix) :]
        return os.path.relpath(path, self.prefix).replace(os.sep, "/")

    def whole(self, commits: Iterable[str]) -> None:
        """Refuse a range that goes back to where the history has been cut off."""
        if self.edge.intersection(commits):
            raise ProstError("shallow")


def repository(root: Path) -> Repository:
    """The repository that a workspace lies in.

    It is looked for where `.git` is, and nowhere else: not even the folder of the workspace is
    taken for one, whatever lies in it.
    """
    top = top_of_repository(root)
    if not os.path.lexists(top / ".git"):
        raise ProstError("no-repository", folder=str(root))
    must_be_plain(top)
    asked = ("--show-prefix", "--show-object-format", "--git-path", "shallow")
    try:
        told = ask(top, "rev-parse", *asked).split(b"\n", 2)
    except ProstError as error:
        if error.code == "no-repository":  # there is a `.git`, and git makes nothing of it
            raise ProstError("broken-repository", folder=str(top)) from None
        raise
    if len(told) != len(asked) - 1:  # --git-path and its value are told of together
        raise ProstError("git-odd")
    above, form, shallow = told
    below = known(root.resolve().relative_to(top).as_posix())
    prefix = path_of(above) + ("" if below == "." else f"{below}/")
    edge = _edge(top / os.fsdecode(shallow.removesuffix(b"\n")))
    return Repository(top, prefix, edge, sha256=form == b"sha256")


def _edge(path: Path) -> frozenset[str]:
    if not path.exists():
        return frozenset()
    try:
        return frozenset(hash_of(line) for line in read_bytes(path, _MOST_CUT).split())
    except Unreadable:
        raise ProstError("shallow") from None


def commit(repo: Repository, ref: str) -> str:
    """The hash of the commit that a ref names."""
    if not ref or ref.startswith("-") or not ref.isprintable():
        raise ProstError("no-ref", ref=ref)
    try:
        found = ask(
            repo.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
        )
    except ProstError as error:
        if error.code != "git-failed":
            raise
        raise ProstError("no-ref-shallow" if repo.shallow else "no-ref", ref=ref) from None
    return hash_of(found.strip())


def head(repo: Repository) -> str | None:
    """The commit that the working tree is of; None before the first."""
    try:
        return hash_of(ask(repo.top, "rev-parse", "--verify", "--quiet", "HEAD").strip())
    except ProstError as error:
        if error.code != "git-failed":
            raise
        return None


def fork(repo: Repository, one: str, other: str) -> str | None:
    """Where two commits parted; None where they have no common past."""
    try:
        return hash_of(ask(repo.top, "merge-base", one, other).split(b"\n")[0])
    except ProstError as error:
        if error.code != "git-failed":
            raise
        return None
