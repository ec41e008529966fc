"""What a check found: a code, a place and the facts, without words. The language words it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from prostcli.source import START_OF_FILE, Place, Span

Facts: TypeAlias = Mapping[str, object]
"""Names and values that a message is worded from: text, numbers, or lists of text."""


class Severity(StrEnum):
    """How much a finding weighs. Only an error refuses a file (a warning too under `--strict`)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says: where, and with which facts. The engine adds code and severity.

    `severity` is set only where one rule weighs differently by circumstance (an unanswered measure
    is an error in a decided file and a warning in a draft).
    """

    place: Place
    facts: Facts = field(default_factory=dict)
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its code, name and severity, and, once looked up, its span of text."""

    code: str
    name: str
    severity: Severity
    place: Place
    facts: Facts = field(default_factory=dict)
    span: Span = START_OF_FILE

    @property
    def path(self) -> str:
        """The file that it stands in, relative to the workspace's root."""
        return self.place.path


def added(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is told after a change and was not told before it, in the files that are as they were.

    In these nothing has moved; what has, in a file that a fact names, is no news.
    """
    known = Counter(_said(d) for d in before)
    found = []
    for one in after:
        said = _said(one)
        if known[said]:
            known[said] -= 1
        else:
            found.append(one)
    return found


def _said(diagnostic: Diagnostic) -> tuple[str, ...]:
    facts = sorted(
        (key, _without_line(fact))
        for key, fact in diagnostic.facts.items()
        if key not in _SUGGESTED
    )
    place, span = str(diagnostic.place), str(diagnostic.span)
    return diagnostic.code, diagnostic.severity, place, span, str(facts)


_SUGGESTED = ("near", "known", "others")
"""Facts that help to mend it: they change with what else there is."""


def _without_line(fact: object) -> object:
    return re.sub(r":[0-9]+\Z", "", fact) if isinstance(fact, str) else fact


def by_weight(severity: Severity) -> int:
    """A key to sort by: errors before warnings before notes."""
    return list(Severity).index(severity)


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Errors first, so that nothing hides them; then by file, place and code.

    The same files always give the same list.
    """
    return sorted(
        diagnostics,
        key=lambda d: (by_weight(d.severity), d.path, d.span, d.code, str(d.place.pointer)),
    )
