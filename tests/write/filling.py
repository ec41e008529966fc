"""Filling in a scaffold as an official would: only what stands empty."""

from __future__ import annotations

import re
from typing import Any

from prostcli.load.schema import Misfit, fit
from prostcli.load.workspace import SUBMISSION_KINDS, span_of
from prostcli.load.yaml import SUBMISSION_LIMITS, Refusal, Spans, decode, read
from prostcli.source import Place

_EMPTY_TEXT = re.compile(r"^( *)([a-z_]+|- [a-z_]+): >-$")
_EMPTY_WORD = re.compile(r"^( *)(outcome|result|stated_by):$")


def parsed(text: str) -> Any:
    return read(decode(text.encode()), SUBMISSION_LIMITS)


def refused(kind: str, text: str) -> dict[int, Misfit]:
    """What the schema refuses, by line."""
    spans = Spans(*({} for _ in Spans._fields))
    value = read(decode(text.encode()), SUBMISSION_LIMITS, spans)
    _, misfits = fit(SUBMISSION_KINDS[kind], value)
    found = {}
    for misfit in misfits:
        found[span_of(spans, Place("", misfit.pointer, misfit.on_key)).line] = misfit
    return found


def fits(kind: str, text: str) -> bool:
    try:
        return fit(SUBMISSION_KINDS[kind], parsed(text))[0] is not None
    except Refusal:
        return False


def empty_lines(text: str) -> list[int]:
    """The numbers of the lines with a key and nothing under it."""
    lines = text.split("\n")
    return [n for n, line in enumerate(lines, 1) if _is_empty(lines, n - 1, line)]


def _is_empty(lines: list[str], at: int, line: str) -> bool:
    if _EMPTY_TEXT.match(line):
        return not lines[at + 1].strip()
    return bool(_EMPTY_WORD.match(line))


def filled(text: str, but: int | None = None) -> str:
    """The scaffold with a text in every empty place, and the first word where one is chosen.

    The line `but` is left as it is.
    """
    lines = text.split("\n")
    out = []
    for at, line in enumerate(lines):
        if at + 1 != but and _is_empty(lines, at, line):
            block, word = _EMPTY_TEXT.match(line), _EMPTY_WORD.match(line)
            if word:
                chosen = {"result": "done", "stated_by": "board"}.get(word[2])
                out.append(f"{line} {chosen or _first_choice(lines, at)}")
                continue
            assert block
            out += [line, f"{block[1]}    En text: med kolon # och annat."]
            continue
        out.append(line)
    return "\n".join(out)


def _first_choice(lines: list[str], at: int) -> str:
    """The first outcome of those listed in the comment above."""
    while "=" in lines[at - 1]:
        at -= 1
    return lines[at].split("#")[1].split("=")[0].strip()
