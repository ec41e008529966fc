"""Where a thing stands: a pointer into a file's data, and the span of text it was read from."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

Pointer: TypeAlias = tuple[str | int, ...]
"""The route to a value from the top of a file: keys and indices, `("entries", 2, "outcome")`."""


class Span(NamedTuple):
    """A stretch of text. Lines and columns count from 1, in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START_OF_FILE = Span(1, 1, 1, 1)


class Place(NamedTuple):
    """A value in a file of the workspace, not yet looked up as lines and columns.

    `path` is relative to the workspace's root, always with `/`. `on_key` points at the key of the
    last step instead of its value.
    """

    path: str
    pointer: Pointer = ()
    on_key: bool = False


Locate: TypeAlias = Callable[[Place], Span]
"""Looks a place up in the files: made by `load`, handed to whoever must tell lines."""
