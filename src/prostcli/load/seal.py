"""What a decided file held, as one number: values and comments, and nothing of how they are set.

`docs/decisions/0028-what-a-seal-covers.md` says what counts. What this page makes of a file is a
promise: a seal is checked years after it was made.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import NamedTuple

from prostcli.characters import composed
from prostcli.load.layout import Layout
from prostcli.source import Pointer

_FORM = "prostcli-seal-1"
"""The first thing that is hashed: another way of counting would have another name."""
DECISION = "decision"


class Room(NamedTuple):
    """Where keys are put into a decision, or a decision into a file."""

    at: int
    """After a value in braces; else where a line begins, or the end of the text."""
    indent: int | None
    """Spaces before a key; None in braces."""
    fresh: bool
    """Whether there is no decision yet, so that `decision` itself has to be written."""


def fingerprint(file: Layout) -> str:
    """SHA-256 of the values, with their types and order, and the comments, without `decision`."""
    held = {key: value for key, value in file.value.items() if key != DECISION}
    told = [_FORM, held, list(_comments(file))]
    whole = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()


def room(file: Layout) -> Room:
    """Where a decision, or what is missing of one, is put: after `year`, or last in what is there.

    After `year` is where the scaffolds of `new` have it.
    """
    fresh = DECISION not in file.value
    holder: Pointer = () if fresh else (DECISION,)
    last = "year" if fresh else next(reversed(file.value[DECISION]))
    end = file.spans.values[*holder, last]
    at = file.stretch(end)[1]
    if file.in_braces(*holder):
        return Room(at, None, fresh)
    if end.end_column > 1:  # else it is a block, which ends where the next line begins
        at = min(file.end_of_line(at) + 1, len(file.text))
    return Room(at, file.spans.values[holder].column - 1, fresh)


def _comments(file: Layout) -> Iterator[tuple[Pointer, str]]:
    """Each comment in order, and the last key or value that began before it.

    Not those within the decision, which is no last key or value either.
    """
    for comment in file.comments(without=_decision(file)):
        yield comment.last.pointer, _words(file.text[comment.start + 1 : comment.end])


def _decision(file: Layout) -> range:
    """The part of the text that is the decision's: to the brace, or to the end of its last line."""
    if DECISION not in file.value:
        return range(0)
    start = file.stretch(file.spans.keys[DECISION,])[0]
    value = file.spans.values[DECISION,]
    end = file.stretch(value)[1]
    if value.end_column > 1 and not file.in_braces(DECISION):
        end = file.end_of_line(end)
    return range(start, end)


def _words(comment: str) -> str:
    return composed(comment.strip())
