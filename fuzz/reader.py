"""Any bytes: read or refused, with every place inside the text, and nothing else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from prostcli.load.yaml import SUBMISSION_LIMITS, Refusal, Spans, decode, read
from prostcli.source import Span

TESTS = Path(__file__).parent.parent / "tests"


def SEEDS() -> Iterator[bytes]:  # noqa: N802  a constant that is read when it is needed
    """The files of all test cases, and the hostile table of the reader's tests."""
    from tests.load.test_yaml import HOSTILE

    for path in sorted(TESTS.glob("cases/**/*.yaml")):
        yield path.read_bytes()
    for data, *_ in HOSTILE.values():
        yield data[:20_000]


def once(data: bytes) -> None:
    """Raise for anything but a value or a refusal."""
    text = data.decode("utf-8", errors="replace").removeprefix("\ufeff")
    lines = [*text.split("\n"), ""]
    spans = Spans.none()
    try:
        value = read(decode(data), SUBMISSION_LIMITS, spans)
    except Refusal as error:
        _inside(error.span, lines)
        return
    for span in [*spans.keys.values(), *spans.values.values(), *spans.firsts.values()]:
        _inside(span, lines)
    _composed(value)
    if read(decode(data), SUBMISSION_LIMITS) != value and value == value:  # noqa: PLR0124  not-a-number
        raise AssertionError("read otherwise with positions than without")


def _inside(span: Span, lines: list[str]) -> None:
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    if not (1, 1) <= start <= end or span.end_line > len(lines):
        raise AssertionError(f"{span} is no stretch of {len(lines)} lines")
    for line, column in (start, end):
        if column > len(lines[line - 1]) + 2:
            raise AssertionError(f"{span} lies beyond its line")


def _composed(value: object) -> None:
    if isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
        raise AssertionError("text that is not composed")
    if isinstance(value, dict):
        for key, inner in value.items():
            _composed(key)
            _composed(inner)
    elif isinstance(value, list):
        for inner in value:
            _composed(inner)
