"""Bytes to plain values, and to the span of text that each was read from.

The dialect is YAML 1.2's core, narrowed to what a report needs: one document of mappings, lists and
scalars; no aliases, tags, directives or repeated keys; text, whole numbers, true, false and null.
Dates stay text until a model wants a day, and `no` is a word. Text comes out composed (NFC),
however it was written, so that nobody after has to think of it. `docs/dialect.md` describes it.

libyaml's event stream is the parser. Its compose step and ruamel's constructors are never used:
they recurse without limit, resolve tags and expand aliases, and crash on hostile bytes.
"""

import re
from typing import Any, NamedTuple, Self, TypeAlias

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
    StreamEndEvent,
)

from prostcli.characters import (
    CURLY_QUOTES,
    FORBIDDEN,
    FORBIDDEN_ASCII,
    HIGHEST_PILE,
    INVISIBLE,
    is_blank,
    look_alike,
    named,
    piles_marks,
)
from prostcli.characters import (
    composed as compose,
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
    firsts: dict[Pointer, Span]
    """The first key of each mapping, by the mapping's pointer."""

    @classmethod
    def none(cls) -> Self:
        """To be filled by `read`."""
        return cls({}, {}, {})


_INT = re.compile(r"[-+]?[0-9]+", re.ASCII)
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
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
    if text.replace("\n", "").isprintable():  # nothing of what is forbidden is: the quick way out
        return text
    forbidden = (FORBIDDEN_ASCII if text.isascii() else FORBIDDEN).search(text)
    if forbidden:
        at = forbidden.start()
        if "\x80" <= text[at] <= "\x9f":  # part of a letter that was read in another encoding?
            from prostcli.load.misreading import misread

            word = next((m for m in misread(text) if m.start <= at < m.end), None)
            if word is not None:
                where = _at(text[: word.start])
                raise Refusal("PRO018", where, written=word.written, meant=word.meant)
        raise Refusal("PRO005", _at(text[:at]), character=_number(forbidden[0]))
    return text


def read(text: str, limits: Limits, spans: Spans | None = None) -> Value:
    """The one document in a text, as plain values; fills `spans` where that is given.

    Raises `Refusal` for anything outside the dialect, at the first place where it shows.
    """
    # libyaml is given bytes of its own encoding: it then never guesses at another.
    data = text.encode("utf-8")
    parser = CParser(data)
    try:
        return _document(parser, text, limits, spans, composed=_is_composed(data))
    except YAMLError as error:
        unmerged = _UNMERGED.search(text)
        if unmerged:
            where = _at(text[: unmerged.start()])
            raise Refusal("PRO006", where, variant="merge") from None
        raise _syntax(error, text) from None
    finally:
        parser.dispose()


_UNMERGED = re.compile(r"^(?:<{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
"""What git leaves in a file where two changes could not be put together."""


def _is_composed(data: bytes) -> bool:
    """Whether a text is surely composed, so that its scalars need not be looked at one by one.

    All is of ASCII, the Latin blocks below U+0300 and common punctuation, and there are no escapes
    that could stand for something else. U+2000, U+2001, U+2126, U+212A, U+212B and U+2329 are not
    composed although they look as if they were.
    """
    return (
        not data.translate(None, _LATIN)
        and b"\\" not in data
        and not any(
            odd in data for odd in (b"\xe2\x80\x80", b"\xe2\x80\x81", b"\xe2\x84", b"\xe2\x8c")
        )
    )


_LATIN = bytes(b for b in range(256) if b < 0xCC or b == 0xE2)  # noqa: PLR2004


def _document(
    parser: CParser, text: str, limits: Limits, spans: Spans | None, *, composed: bool
) -> Value:
    parser.get_event()  # the stream's start
    start = parser.get_event()
    if type(start) is StreamEndEvent:
        raise Refusal("PRO015", Span(1, 1, 1, 1))
    if start.version or start.tags:
        raise Refusal("PRO011", _span(start))
    value = _value(parser, limits, spans, composed=composed)
    while type(end := parser.get_event()) is not StreamEndEvent:
        if type(end) is not DocumentEndEvent:
            if type(end) is DocumentStartEvent and (end.version or end.tags):
                raise Refusal("PRO011", _span(end))
            raise Refusal("PRO012", _span(end))
        if end.explicit:
            _check_end(text, end.end_mark.line + 1)
    if value is None:
        raise Refusal("PRO015", Span(1, 1, 1, 1))
    return value


def _check_end(text: str, lines: int) -> None:
    """Refuse a second `...`: libyaml passes over any number of them."""
    for number, line in enumerate(text.split("\n")[lines:], lines + 1):
        if line.startswith("..."):
            raise Refusal("PRO012", Span(number, 1, number, 4), variant="end")


def _value(parser: CParser, limits: Limits, spans: Spans | None, *, composed: bool) -> Value:  # noqa: C901, PLR0912, PLR0915
    """One value with all that is in it. A loop with a stack of its own: depth costs no recursion.

    `holder` is the innermost open container, `key` what its next value goes under: the key that
    waits in a mapping, `_NO_KEY` between two pairs, None in a list. `stack` has the same of the
    containers around it, and where each began. `here` is the route to `holder`, where spans are
    wanted.

    This is where the time goes when thousands of files are read: it asks each event once, and
    makes pointers only for spans.
    """
    top: list[Value] = []
    holder: Any = top
    key: Any = None
    stack: list[tuple[Any, Any, Any]] = []
    here: Pointer = ()
    nodes = 0
    most, deepest = limits.nodes, limits.depth
    get_event = parser.get_event
    while True:
        event = get_event()
        kind = type(event)
        if kind is ScalarEvent:
            nodes += 1
            if event.anchor is not None or event.ctag is not None or nodes > most:
                raise _refused(event, limits)
            value: Value = event.value
            style = event.style
            if not composed and not value.isascii():
                value = _composed(value, event)
            if key is _NO_KEY:
                # Nearly every key is a plain word; the others are looked at closely.
                plain = not style and value.isascii() and value.isidentifier()
                key = value if plain and value not in _WORDS else _key(value, event)
                if key in holder:
                    raise Refusal("PRO013", _span(event), key=key)
                if spans is not None:
                    pointer = (*here, key)
                    spans.keys[pointer] = _span(event)
                    spans.firsts.setdefault(here, spans.keys[pointer])
                continue
            if not style:
                if not value or value[0] in _MAYBE_TYPED:
                    value = _typed(value, event)
            elif style == '"':
                _check_escapes(value, event)
            if key is None:
                holder.append(value)
            else:
                holder[key] = value
            if spans is not None:
                spans.values[here if holder is top else _pointer(here, holder, key)] = _span(event)
            if holder is top:
                return value
            if key is not None:
                key = _NO_KEY
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = holder
            holder, key, mark = stack.pop()
            if spans is not None:
                spans.values[here] = _extent(spans, here, mark, event, value)
                here = here[:-1]
            if holder is top:
                return value
            if key is not None:
                key = _NO_KEY
        else:
            nodes += 1
            alias = kind is AliasEvent
            if alias or event.anchor is not None or event.ctag is not None or nodes > most:
                raise _refused(event, limits)
            if key is _NO_KEY:
                raise Refusal("PRO014", _span(event), variant="container")
            if len(stack) >= deepest:
                raise Refusal("PRO007", _span(event), limit=deepest)
            value = {} if kind is MappingStartEvent else []
            if key is None:
                holder.append(value)
            else:
                holder[key] = value
            if spans is not None and holder is not top:
                here = _pointer(here, holder, key)
            stack.append((holder, key, event.start_mark))
            holder, key = value, _NO_KEY if kind is MappingStartEvent else None


class _NoKey:
    pass


_NO_KEY = _NoKey()


def _refused(event: Any, limits: Limits) -> Refusal:
    """Why a node is not of the dialect, or one too many."""
    if type(event) is AliasEvent or event.anchor is not None:
        return Refusal("PRO009", _span(event))
    if event.ctag is not None:
        return Refusal("PRO010", _span(event))
    return Refusal("PRO008", _span(event), limit=limits.nodes)


def _pointer(here: Pointer, holder: Any, key: Any) -> Pointer:
    """The route to what has just been put under a key of a container, or last in it."""
    return (*here, len(holder) - 1 if key is None else key)


def _composed(text: str, event: Any) -> str:
    if piles_marks(text):
        raise Refusal("PRO005", _span(event), variant="marks", limit=HIGHEST_PILE)
    return compose(text)


def _key(key: str, event: Any) -> str:
    """A key: text in letters that everybody can tell apart. Given composed, as all text is."""
    if event.style == '"':
        _check_escapes(key, event)
    if not event.style and (not key or key[0] in _MAYBE_TYPED):
        typed = _typed(key, event)
        if not isinstance(typed, str):
            raise Refusal("PRO014", _span(event), variant="number")
    if is_blank(key):
        raise Refusal("PRO014", _span(event), variant="empty")
    odd = INVISIBLE.search(key)
    if odd:
        indented = not event.style and odd.start() == 0 and odd[0] in _HARD_BLANKS
        character = named(odd[0])
        raise Refusal(
            "PRO014",
            _span(event),
            variant="blank" if indented else "invisible",
            character=character,
        )
    alike = look_alike(key)
    if alike is not None:
        raise Refusal("PRO014", _span(event), variant="letter", character=named(alike))
    return key


def _typed(text: str, event: Any) -> Value:
    """A plain scalar as null, boolean, number or text."""
    if text in _WORDS:
        return _WORDS[text]
    if not _NUMBER.fullmatch(text):
        return text
    if not _INT.fullmatch(text):
        return float(text)
    if len(text.lstrip("+-")) > _LONGEST_NUMBER:
        raise Refusal("PRO016", _span(event))
    return int(text)


def _check_escapes(text: str, event: Any) -> None:
    """Refuse what was written as an escape and would have been refused raw."""
    forbidden = FORBIDDEN.search(text)
    if forbidden:
        raise Refusal("PRO005", _span(event), character=_number(forbidden[0]))


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


def _number(character: str) -> str:
    return f"U+{ord(character[0]):04X}"


_PROBLEMS = (
    ("mapping values are not allowed", "colon"),
    ("found unexpected ':'", "colon"),
    ("mapping keys are not allowed", "question"),
    ("could not find expected ':'", "no-colon"),
    ("cannot start any token", "start"),
    ("did not find expected '-' indicator", "list"),
    ("block sequence entries are not allowed", "list"),
    ("did not find expected key", "indent"),
    ("did not find expected ',' or", "bracket"),
    ("did not find expected node content", "bracket"),
    ("found unexpected end of stream", "quote"),
    ("found unexpected document indicator", "quote"),
    ("did not find expected comment or line break", "block"),
    ("found unknown escape character", "escape"),
    ("did not find expected hexdecimal number", "escape"),
    ("invalid Unicode character escape code", "escape"),
    ("did not find the expected", "indent"),
    ("found a tab character", "tab"),
    ("did not find expected <document start>", "indent"),
)


_NOT_OURS = (
    ("scanning an a", "PRO009"),  # alias, anchor: `*viktigt*` is one that is not even well formed
    ("a tag", "PRO010"),
    ("tag handle", "PRO010"),
    ("directive", "PRO011"),
    ("incompatible YAML document", "PRO011"),
)
"""What is no part of the dialect, where libyaml stumbles over it before there is an event."""


def _syntax(error: YAMLError, text: str) -> Refusal:
    """What libyaml complains of, as one of the mistakes that people make."""
    problem = str(getattr(error, "problem", "") or "")
    whole = f"{getattr(error, 'context', '') or ''} {problem}"
    code = next((code for text, code in _NOT_OURS if text in whole), "PRO006")
    variant = next((v for text, v in _PROBLEMS if text in problem), "other")
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if code != "PRO006" or variant in ("quote", "no-colon", "bracket"):
        marks.reverse()  # where it began says more than where the file ended
    mark = next((m for m in marks if m is not None), None)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    where = Span(line, column, line, column + 1)
    if code != "PRO006":
        return Refusal(code, where)
    lines = text.split("\n")
    suspects = [(m.line, _HARD_BLANK) for m in marks if m is not None]
    for number, expression in (*suspects, (line - 2, _HARD_VALUE)):
        blank = expression.match(lines[number]) if 0 <= number < len(lines) else None
        if blank:
            where = Span(number + 1, blank.end(), number + 1, blank.end() + 1)
            return Refusal(code, where, variant="blank", character=named(blank[0][-1]))
    at = lines[line - 1] if line <= len(lines) else ""
    curly = _CURLY_VALUE.match(at)
    if curly and variant in ("colon", "no-colon", "indent", "bracket"):
        where = Span(line, curly.end(), line, curly.end() + 1)
        return Refusal(code, where, variant="curly", character=curly[0][-1])
    goes_on = variant in ("no-colon", "indent") and not at.lstrip().startswith("- ")
    if variant == "bracket" and (cut := _CUT_WITHIN.match(at, column)):
        where = Span(line, cut.end(), line, cut.end() + 1)
        refusal = Refusal(code, where, variant="bracket-hash")
    elif variant == "list" and _DASH_VALUE.match(at):
        refusal = Refusal(code, where, variant="dash")
    elif goes_on and line > 1 and _CUT.match(lines[line - 2]):
        refusal = Refusal(code, where, variant="hash")
    else:
        refusal = Refusal(code, where, variant=variant)
    return refusal


_HARD_BLANKS = (
    "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_DASH_VALUE = re.compile(r"\s*(?:- +)*\w+: +-(?:\s|$)")
_CURLY_VALUE = re.compile(f"[ \t]*(?:- +)*[A-Za-z_]+:[ \t]+[{CURLY_QUOTES}]")
_HARD_VALUE = re.compile(f"[ \t]*(?:- +)*[A-Za-z_]+:[ \t]*[{_HARD_BLANKS}]")
_HARD_BLANK = re.compile(f"{_HARD_VALUE.pattern}|[ \t]*(?:- +)*[{_HARD_BLANKS}]")
"""One where YAML wants its own: after the colon; in the indentation, or after the dash."""
_CUT = re.compile(r"[ \t]*[^\s#].*?(?:\S[ \t]#|[ \t]#+[^\s#])")
"""A line that may go on behind a `#`, and on the line below."""
_CUT_WITHIN = re.compile(r"""(?:"[^"]*"|'[^']*'|[^"'\s]|[ \t](?!#))*[ \t]#""")
"""The rest of a line whose bracket a `#` keeps from being closed."""
