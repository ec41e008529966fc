"""Where everything stands in a file's text: its keys, its scalars and its comments."""

import operator
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from prostcli.load.yaml import SUBMISSION_LIMITS, Limits, Spans, Value, read
from prostcli.source import Pointer, Span


class Token(NamedTuple):
    """A key or a scalar."""

    start: int
    end: int
    pointer: Pointer
    is_key: bool


class Comment(NamedTuple):
    """From a `#` to the end of its line."""

    start: int
    end: int
    last: Token
    """The last key or scalar that began before it."""


class Layout(NamedTuple):
    """A file's text with its values and where they stand."""

    text: str
    """Without a byte order mark."""
    value: Any
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

    def is_block(self, token: Token) -> bool:
        """Whether a scalar is written under `|` or `>`."""
        return not token.is_key and self.text.startswith(("|", ">"), token.start)

    def comments(self, without: range = range(0)) -> Iterator[Comment]:
        """Each comment in order, as if a part of the text were not there.

        Outside keys and scalars every `#` begins one: the dialect has no tags, anchors or
        directives. So does one after the sign of a block, although within its stretch.
        """
        text = self.text
        last = Token(0, 0, (), is_key=False)
        at = 0
        for token in (*self._tokens(), Token(len(text), len(text), (), is_key=False)):
            while (found := text.find("#", at, token.start)) >= 0:
                at = self.end_of_line(found)
                if found not in without:
                    yield Comment(found, at, last)
            at = token.end
            if token.start in without:
                continue
            last = token
            if self.is_block(token):
                line_end = self.end_of_line(token.start)
                found = text.find("#", token.start, line_end)
                if found >= 0:
                    yield Comment(found, line_end, token)

    def _tokens(self) -> list[Token]:
        spans = self.spans
        found = [Token(*self.stretch(s), pointer, is_key=True) for pointer, s in spans.keys.items()]
        found += [
            Token(*self.stretch(spans.values[p]), p, is_key=False) for p in _scalars(self.value)
        ]
        return sorted(found, key=operator.itemgetter(0, 1))


def layout(text: str, limits: Limits = SUBMISSION_LIMITS) -> Layout:
    """Read a text that is known to be of the dialect, with the places of everything in it."""
    spans = Spans.none()
    value = read(text, limits, spans)
    return Layout(text, value, spans, line_starts(text))


def line_starts(text: str) -> tuple[int, ...]:
    """Where each line begins."""
    return (0, *(found.end() for found in re.finditer("\n", text)))


def span_between(starts: Sequence[int], start: int, end: int) -> Span:
    """A stretch of a text, not empty, as lines and columns."""
    line, last = bisect_right(starts, start), bisect_right(starts, end - 1)
    return Span(line, start - starts[line - 1] + 1, last, end - starts[last - 1] + 1)


def texts(value: Value, pointer: Pointer = ()) -> Iterator[tuple[Pointer, bool, str]]:
    """Every key (then it is True) and every text of a value."""
    if isinstance(value, str):
        yield pointer, False, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield (*pointer, key), True, key
            yield from texts(inner, (*pointer, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, (*pointer, index))


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
