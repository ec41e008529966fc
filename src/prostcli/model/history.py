"""When something was last changed in git: neither its decision nor the year that it is about."""

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
