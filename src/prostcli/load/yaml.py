"""Bytes to plain values, and to the span of text that each was read from.

The dialect is YAML 1.2's core, narrowed to what a report needs: one document of mappings, lists and
scalars; no aliases, tags, directives or repeated keys; text, whole numbers, true, false and null.
Dates stay text until a model wants a day, and `no` is a word.

libyaml's event stream is the parser. Its compose step and ruamel's constructors are never used:
they recurse without limit, resolve tags and expand aliases, and crash on hostile bytes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple, TypeAlias

from _ruamel_yaml import CParser
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from prostcli.source import Pointer, Span

Value: TypeAlias = Any
"""A mapping with text keys, a list, text, a whole number, a decimal number, a boolean or None."""


class Limits(NamedTuple):
    """How much of it there may be."""

    size: int
    """Bytes."""
    nodes: int
    """Keys, values, lists and mappings together."""
    depth: int = 16


SUBMISSION_LIMITS = Limits(size=256 * 1024, nodes=20_000)
PROGRAMME_LIMITS = Limits(size=2 * 1024 * 1024, nodes=200_000)


class Refusal(Exception):  # noqa: N818  it is wrong data, caught by the one who reads the file
    """The text is not of the dialect: the code says why, the span where."""

    def __init__(self, code: str, span: Span, /, **facts: object) -> None:
        super().__init__(code, span)
        self.code = code
        self.span = span
        self.facts = facts


class Spans(NamedTuple):
    """Where keys and values stand, by pointer."""

    keys: dict[Pointer, Span]
    values: dict[Pointer, Span]


# What no file may hold, raw or written as an escape: controls but tab and line ends, the separators
# that libyaml takes for line ends, marks that turn the text's direction, interlinear marks, tags,
# a second byte order mark, lone surrogates, non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e"
    "\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]|\r(?!\n)"
)
_FORBIDDEN_ASCII = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060-\u2064\u180e\u00a0]")

_INT = re.compile(r"[-+]?[0-9]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_LONGEST_NUMBER = 18
_WORDS: dict[str, Value] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
    ".inf": float("inf"), "+.inf": float("inf"), "-.inf": float("-inf"), ".nan": float("nan"),
}  # fmt: skip
_MAYBE_TYPED = frozenset("0123456789+-.~nNtTfF")


def decode(data: bytes) -> str:
    """UTF-8 text without its byte order mark. A `Refusal` names what is not allowed, and where."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refusal("PRO004", Span(1, 1, 1, 1), variant="utf16")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        raise Refusal("PRO004", _at(before), byte=f"0x{data[error.start]:02X}") from None
    text = text.removeprefix("\ufeff")
    forbidden = (_FORBIDDEN_ASCII if text.isascii() else _FORBIDDEN).search(text)
    if forbidden:
        where = _at(text[: forbidden.start()])
        raise Refusal("PRO005", where, character=_named(forbidden[0]))
    return text


def read(text: str, limits: Limits, spans: Spans | None = None) -> Value:
    """The one document in a text, as plain values; fills `spans` where that is given.

    Raises `Refusal` for anything outside the dialect, at the first place where it shows.
    """
    # libyaml is given bytes of its own encoding: it then never guesses at another.
    parser = CParser(text.encode("utf-8"))
    try:
        return _document(parser, limits, spans)
    except YAMLError as error:
        raise _syntax(error) from None
    finally:
        parser.dispose()


def _document(parser: CParser, limits: Limits, spans: Spans | None) -> Value:
    parser.get_event()  # the stream's start
    start = parser.get_event()
    if type(start) is StreamEndEvent:
        raise Refusal("PRO015", Span(1, 1, 1, 1))
    if start.version or start.tags:
        raise Refusal("PRO011", _span(start))
    value = _value(parser, limits, spans)
    while type(end := parser.get_event()) is not StreamEndEvent:
        if type(end) is not DocumentEndEvent:
            if type(end) is DocumentStartEvent and (end.version or end.tags):
                raise Refusal("PRO011", _span(end))
            raise Refusal("PRO012", _span(end))
    if value is None:
        raise Refusal("PRO015", Span(1, 1, 1, 1))
    return value


def _value(parser: CParser, limits: Limits, spans: Spans | None) -> Value:  # noqa: C901, PLR0912, PLR0915
    """One value with all that is in it. A loop with a stack of its own: depth costs no recursion.

    `keys` holds, for each open container, None in a list, or the key that waits for its value in a
    mapping (`_NO_KEY` between two pairs).
    """
    containers: list[dict[str, Value] | list[Value]] = []
    keys: list[Any] = []
    starts: list[Any] = []
    path: list[str | int] = []
    nodes = 0
    while True:
        event = parser.get_event()
        kind = type(event)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            value: Value = containers.pop()
            keys.pop()
            mark = starts.pop()
            if spans is not None:
                spans.values[tuple(path)] = _extent(spans, tuple(path), mark, event, value)
            if not containers:
                return value
            path.pop()
            if keys[-1] is not None:
                keys[-1] = _NO_KEY
            continue
        if kind is AliasEvent or (event.anchor is not None):
            raise Refusal("PRO009", _span(event))
        if event.tag is not None:
            raise Refusal("PRO010", _span(event))
        nodes += 1
        if nodes > limits.nodes:
            raise Refusal("PRO008", _span(event), limit=limits.nodes)
        parent = containers[-1] if containers else None
        if parent is not None and keys[-1] is _NO_KEY:
            key = _key(event, parent)
            keys[-1] = key
            path.append(key)
            if spans is not None:
                spans.keys[tuple(path)] = _span(event)
            continue
        if kind is ScalarEvent:
            value = event.value
            style = event.style
            if not style:
                if not value or value[0] in _MAYBE_TYPED:
                    value = _typed(value, event)
            elif style == '"':
                _check_escapes(value, event)
        elif kind is MappingStartEvent:
            value = {}
        elif kind is SequenceStartEvent:
            value = []
        else:  # pragma: no cover  libyaml gives no other event inside a document
            raise Refusal("PRO006", _span(event))
        if type(parent) is list:
            path.append(len(parent))
            parent.append(value)
        elif parent is not None:
            parent[keys[-1]] = value  # type: ignore[call-overload]
        if kind is ScalarEvent:
            if spans is not None:
                spans.values[tuple(path)] = _span(event)
            if parent is None:
                return value
            path.pop()
            if keys[-1] is not None:
                keys[-1] = _NO_KEY
            continue
        if len(containers) >= limits.depth:
            raise Refusal("PRO007", _span(event), limit=limits.depth)
        containers.append(value)
        keys.append(_NO_KEY if kind is MappingStartEvent else None)
        starts.append(event.start_mark)


class _NoKey:
    pass


_NO_KEY = _NoKey()


def _key(event: Any, parent: Any) -> str:
    """A key: text in plain letters, not there yet."""
    if type(event) is not ScalarEvent:
        raise Refusal("PRO014", _span(event), variant="container")
    key: str = event.value
    if event.style == '"':
        _check_escapes(key, event)
    if not event.style and (not key or key[0] in _MAYBE_TYPED):
        typed = _typed(key, event)
        if not isinstance(typed, str):
            raise Refusal("PRO014", _span(event), variant="number")
    if not key.strip() or _INVISIBLE.search(key):
        raise Refusal("PRO014", _span(event), variant="invisible")
    if not key.isascii():
        key = unicodedata.normalize("NFC", key)
    if key in parent:
        raise Refusal("PRO013", _span(event), key=key)
    return key


def _typed(text: str, event: Any) -> Value:
    """A plain scalar as null, boolean, number or text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        if len(text) > _LONGEST_NUMBER:
            raise Refusal("PRO016", _span(event))
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def _check_escapes(text: str, event: Any) -> None:
    """Refuse what was written as an escape and would have been refused raw."""
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        raise Refusal("PRO005", _span(event), character=_named(forbidden[0]))


def _extent(spans: Spans, pointer: Pointer, start: Any, end: Any, value: Value) -> Span:
    """A container's span. A block ends where its last child does: its mark is the next token's."""
    last: Pointer | None = None
    if value and end.start_mark.index == end.end_mark.index:
        last = (*pointer, next(reversed(value)) if isinstance(value, dict) else len(value) - 1)
    if last is not None and last in spans.values:
        stop = spans.values[last]
        return Span(start.line + 1, start.column + 1, stop.end_line, stop.end_column)
    mark = end.end_mark
    return Span(start.line + 1, start.column + 1, mark.line + 1, mark.column + 1)


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _at(before: str) -> Span:
    """The place just after a stretch of text."""
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(line, column, line, column + 1)


def _named(character: str) -> str:
    return f"U+{ord(character[0]):04X}"


_PROBLEMS = (
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no-colon"),
    ("cannot start any token", "start"),
    ("did not find expected '-' indicator", "list"),
    ("block sequence entries are not allowed", "list"),
    ("did not find expected key", "indent"),
    ("did not find expected ',' or", "bracket"),
    ("did not find expected node content", "bracket"),
    ("found unexpected end of stream", "quote"),
    ("found unknown escape character", "escape"),
    ("did not find expected hexdecimal number", "escape"),
    ("invalid Unicode character escape code", "escape"),
    ("did not find the expected", "indent"),
    ("found a tab character", "tab"),
    ("did not find expected <document start>", "indent"),
)


def _syntax(error: YAMLError) -> Refusal:
    """Libyaml's complaint, as one of the mistakes that people make."""
    problem = str(getattr(error, "problem", "") or "")
    variant = next((v for text, v in _PROBLEMS if text in problem), "other")
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if variant in ("quote", "no-colon", "bracket"):
        marks.reverse()  # where it began says more than where the file ended
    mark = next((m for m in marks if m is not None), None)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    return Refusal("PRO006", Span(line, column, line, column + 1), variant=variant)
