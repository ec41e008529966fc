"""What a decided file held, as one number: values and comments, and nothing of how they are set.

`docs/decisions/0028-what-a-seal-covers.md` says what counts. What this page makes of a file is a
promise: a seal is checked years after it was made.
"""

import hashlib
import json
import operator
import re
from collections.abc import Iterator
from typing import NamedTuple

from prostcli.characters import composed
from prostcli.load.yaml import SUBMISSION_LIMITS, Spans, Value, read
from prostcli.source import Pointer, Span

_FORM = "prostcli-seal-1"
"""The first thing that is hashed: another way of counting would have another name."""
DECISION = "decision"


class Layout(NamedTuple):
    """A submission's text with its values and where they stand."""

    text: str
    """Without a byte order mark."""
    value: dict[str, Value]
    spans: Spans
    starts: tuple[int, ...]
    """Where each line begins."""

    def at(self, line: int, column: int) -> int:
        """The place in the text. A block may end on the line after the last."""
        return self.starts[line - 1] + column - 1 if line <= len(self.starts) else len(self.text)

    def stretch(self, span: Span) -> tuple[int, int]:
        """Where a span begins and ends in the text."""
        return self.at(span.line, span.column), self.at(span.end_line, span.end_column)

    def end_of_line(self, at: int) -> int:
        """Where the line that a place is in ends, before its line end."""
        end = self.text.find("\n", at)
        return end if end >= 0 else len(self.text)

    def in_braces(self, *pointer: str | int) -> bool:
        """Whether a mapping is written in braces and not over lines."""
        return self.text.startswith("{", self.stretch(self.spans.values[pointer])[0])


class Room(NamedTuple):
    """Where keys are put into a decision, or a decision into a file."""

    at: int
    """After a value in braces; else where a line begins, or the end of the text."""
    indent: int | None
    """Spaces before a key; None in braces."""
    fresh: bool
    """Whether there is no decision yet, so that `decision` itself has to be written."""


def layout(text: str) -> Layout:
    """Read a submission, known to be valid, with the places of everything in it."""
    spans = Spans.none()
    value = read(text, SUBMISSION_LIMITS, spans)
    starts = (0, *(found.end() for found in re.finditer("\n", text)))
    return Layout(text, value, spans, starts)


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

    Not those within the decision. Outside keys and scalars every `#` begins one: the dialect has no
    tags, anchors or directives.
    """
    text = file.text
    decision = _decision(file)
    last: Pointer = ()
    at = 0
    for start, end, pointer in (*_keys_and_scalars(file), (len(text), len(text), ())):
        while (found := text.find("#", at, start)) >= 0:
            at = file.end_of_line(found)
            if found not in decision:
                yield last, _words(text[found + 1 : at])
        if start in decision:
            at = end
            continue
        last = pointer
        if text.startswith(("|", ">"), start):
            # What stands after the sign of a block is a comment, although within its stretch.
            line_end = file.end_of_line(start)
            found = text.find("#", start, line_end)
            if found >= 0:
                yield last, _words(text[found + 1 : line_end])
        at = end


def _keys_and_scalars(file: Layout) -> list[tuple[int, int, Pointer]]:
    """Where each begins and ends, in the order of the text."""
    spans = file.spans
    found = [(*file.stretch(span), pointer) for pointer, span in spans.keys.items()]
    found += [(*file.stretch(spans.values[p]), p) for p in _scalars(file.value)]
    return sorted(found, key=operator.itemgetter(0, 1))


def _scalars(value: Value, pointer: Pointer = ()) -> Iterator[Pointer]:
    """The reader bounds how deep it goes."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _scalars(inner, (*pointer, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _scalars(inner, (*pointer, index))
    else:
        yield pointer


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
