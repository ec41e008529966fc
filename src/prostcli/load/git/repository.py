"""A repository, where a workspace lies in it, and the commits that refs name in it.

A ref is untrusted: it is looked up by a call that takes it for nothing else, and from then on only
its hash is used.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from prostcli.errors import ProstError
from prostcli.load.git.answers import hash_of, path_of
from prostcli.load.git.plumbing import ask


@dataclass(frozen=True)
class Repository:
    """A repository, and where the workspace lies in it."""

    top: Path
    """Its uppermost folder."""
    prefix: str
    """The workspace's root from there: empty, or with a `/` at the end."""
    shallow: bool = False
    """Whether its older commits have been cut off."""

    def inside(self, path: str) -> str:
        """A path from the repository's top as one from the workspace's root."""
        if path.startswith(self.prefix):
            return path[len(self.prefix) :]
        return os.path.relpath(path, self.prefix).replace(os.sep, "/")


def repository(root: Path) -> Repository:
    """The repository that a workspace lies in."""
    asked = ("--is-shallow-repository", "--show-toplevel", "--show-prefix")
    told = ask(root, "rev-parse", *asked).removesuffix(b"\n").split(b"\n")
    if len(told) != len(asked):  # there is a line break in a folder's name
        told = [ask(root, "rev-parse", one).removesuffix(b"\n") for one in asked]
    shallow, top, prefix = told
    return Repository(Path(path_of(top)), path_of(prefix), shallow == b"true")


def commit(repo: Repository, ref: str) -> str:
    """The hash of the commit that a ref names."""
    if not ref or ref.startswith("-") or not ref.isprintable():
        raise ProstError("no-ref", ref=ref)
    try:
        found = ask(
            repo.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
        )
    except ProstError as error:
        raise ProstError("no-ref", ref=ref) if error.code == "git-failed" else error from None
    return hash_of(found.strip())
