"""When something was last changed in git: neither its decision nor the year that it is about."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Touched(NamedTuple):
    """The commit that last changed a thing."""

    commit: str
    day: date
    author: str
    """A name: told in the terminal to whoever has the repository, and in no document."""
    or_earlier: bool = False
    """The repository is shallow, and this is as far back as it goes."""


UNCOMMITTED = Touched("", date.min, "")
"""It is not as git has it."""


class InGit(NamedTuple):
    """How an edition's files stand in git."""

    files: Mapping[str, Touched]
    """By path: the commit that last changed it."""
    commit: str
    """The last commit that changed any of them, in full; empty where there is no git."""
    changed: bool
    """Whether any of them is not as the last commit has it."""
    prefix: str = ""
    """Where the workspace lies in its repository: empty, or with a `/` at the end."""


NOT_IN_GIT = InGit({}, "", changed=False)
