"""When something was last changed in git: neither its decision nor the year that it is about."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from prostcli.model.submissions import Submission

Lack: TypeAlias = Literal["", "shallow", "not-fetched", "not-owned", "submodule", "failed"]
"""Why git cannot tell. shallow: a clone whose older commits are cut off; not-fetched: one without
the older files; not-owned: the repository is another user's; submodule: some of it lies in another
repository; failed: git says something else."""


class Touched(NamedTuple):
    """The commit that last changed a thing."""

    commit: str
    day: date | None
    """When its author wrote it; None where no such day can be told."""
    author: str
    """A name: told in the terminal to whoever has the repository, and in no document."""


UNCOMMITTED = Touched("", None, "")
"""It is not as git has it."""


class Changed(NamedTuple):
    """The commit that last changed what each entry says."""

    entries: Mapping[tuple[str, str], Touched]
    """By path and measure or duty."""
    lack: Lack = ""
    """Why an entry is not there."""


UNTOLD = Changed({})


class Sealed(NamedTuple):
    """A sealed file as it was sealed."""

    value: Submission | None
    lack: Lack = ""
    """Why there may be such a version all the same."""


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
    with_lf: frozenset[str] = frozenset()
    """Files that git has with LF and, as it is set, has written with CRLF in the folder."""


NOT_IN_GIT = InGit({}, "", changed=False)
