"""Text that a `#` cuts off: YAML takes what follows for a comment, and nobody sees it go.

A comment beside a text is told by how it is set: two blanks before the `#` and one after. Anything
else may be a part of the text (`enligt beslut #12 och taxan`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from prostcli.load.layout import Comment, Layout, Token, layout, span_between
from prostcli.load.schema import is_text
from prostcli.load.yaml import Limits
from prostcli.source import Pointer, Span


class Cut(NamedTuple):
    """A `#` that may have been meant as text."""

    pointer: Pointer
    """The text that it stands beside."""
    span: Span
    """From the `#` to the end of the line."""
    kept: str
    """What is read of the text, nothing where all of it is gone."""
    lost: str

    @property
    def key(self) -> str:
        """What the text is called. An item goes by its list's name."""
        return next((step for step in reversed(self.pointer) if isinstance(step, str)), "")


_GLUED = re.compile(r"#+[^\s#]")
"""A sign with no blank after it."""
_SUSPECT = re.compile(r"(?m)^(?![ \t]*#).*?(?:\S[ \t]#|[ \t]#+[^\s#])|^[ \t]+#+[^\s#]")
"""In few files anything looks like it: only those are read again for it."""


def cuts(text: str, limits: Limits, model: type[BaseModel]) -> Iterator[Cut]:
    """Each in a text that is known to be of the dialect, in order."""
    if " #" not in text and "\t#" not in text:
        return
    if _SUSPECT.search(text) is None:
        return
    file = layout(text, limits)
    beside: Token | None = None
    for comment in file.comments():
        if comment.last is beside:
            continue  # only what comes first after a text can be a part of it
        beside, pointer = comment.last, comment.last.pointer
        if _cuts(file, comment) and is_text(model, pointer):
            lost = text[comment.start : comment.end].rstrip()
            span = span_between(file.starts, comment.start, comment.start + len(lost))
            kept = "" if comment.last.is_key else _value(file, pointer)
            yield Cut(pointer, span, kept, lost)


def _cuts(file: Layout, comment: Comment) -> bool:
    """Whether the sign stands so that a text may go on behind it."""
    text, last = file.text, comment.last
    glued = _GLUED.match(text, comment.start) is not None
    if file.is_block(last):
        # Beside the block's sign. What comes after a block is no part of it, nor looks like it.
        return glued and comment.start < last.end
    between = text[last.end : comment.start]
    if between.strip() != (":" if last.is_key else ""):
        return False  # a brace or a bracket ends what the text stands in
    if "\n" not in between:
        bare = not last.is_key and last.end > last.start and text[last.start] not in "\"'"
        return glued or (bare and len(between) == 1)
    # On the line below: further in than the key, where the text would go on.
    *blank, indent = between.split("\n")
    return glued and not "".join(blank).strip() and len(indent) > _indent(file, last.pointer)


def _indent(file: Layout, pointer: Pointer) -> int:
    """How far in the key of a text, or the list that it is in, stands; 0 where there is no key."""
    while pointer and pointer not in file.spans.keys:
        pointer = pointer[:-1]
    return file.spans.keys[pointer].column - 1 if pointer else 0


def _value(file: Layout, pointer: Pointer) -> str:
    value = file.value
    for step in pointer:
        value = value[step]
    return "" if value is None else str(value)
