"""Codes, statuses and keys as words for people, in one language at a time."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from prostcli.diagnostic import Diagnostic
    from prostcli.model.programme import Programme

LANGUAGES = ("sv", "en")
"""The languages there is a file for in `languages/`."""
_FACT = re.compile(r"\{(\w+)\}")


class Mark(NamedTuple):
    """How a status looks and reads."""

    glyph: str
    ascii: str
    label: str
    meaning: str
    style: str = ""
    """A colour of the terminal; never the only sign."""


class Message(NamedTuple):
    """What a diagnostic says, and the way out; both are filled with its facts."""

    text: str
    hint: str = ""


class Key(NamedTuple):
    """What an editor says of a key in a file."""

    title: str
    about: str
    """One plain sentence; what is to be typed stands between backticks."""


@dataclass(frozen=True)
class Language:
    """Everything that is said in one language. One file in `languages/` makes one."""

    code: str
    months: tuple[str, ...]
    and_word: str
    decimal: str
    thousands: str
    """What stands between the thousands of a number."""
    marks: Mapping[str, Mark]
    """By status, for those that no scale of a programme names."""
    terms: Mapping[str, str]
    """Single words and short phrases by key."""
    messages: Mapping[str, Message]
    """By diagnostic code."""
    manuals: Mapping[str, str] = field(default_factory=dict)
    """By diagnostic code; empty in English, where the rule's own text is the manual."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    """By the code of a `ProstError`."""
    keys: Mapping[str, Key] = field(default_factory=dict)
    """By the key in a file, or `Model.key` where it means something of its own there."""

    def term(self, key: str, **facts: object) -> str:
        """The word or phrase of that key, filled with facts."""
        return self.filled(self.terms[key], facts)

    def counted(self, key: str, number: int, **facts: object) -> str:
        """`1 fil`, `2 filer`: the term `one-KEY` or `many-KEY`, filled with the number."""
        return self.term(f"{'one' if number == 1 else 'many'}-{key}", count=number, **facts)

    def message(self, diagnostic: Diagnostic) -> Message:
        """What a diagnostic says, filled with its facts."""
        text, hint = self.messages[diagnostic.code]
        variant = diagnostic.facts.get("variant")
        if variant is not None and f"{diagnostic.code}.{variant}" in self.messages:
            text, hint = self.messages[f"{diagnostic.code}.{variant}"]
        facts = diagnostic.facts
        if facts.get("near"):
            hint = " ".join(h for h in (self.terms["did-you-mean"], hint) if h)
        return Message(self.filled(text, facts), self.filled(hint, facts))

    def key(self, model: str, key: str) -> Key:
        """What is said of a key of that model."""
        return self.keys.get(f"{model}.{key}") or self.keys[key]

    def error(self, code: str, facts: Mapping[str, object]) -> Message:
        """What a `ProstError` says."""
        text, hint = self.errors.get(f"{code}.{facts.get('variant') or ''}") or self.errors[code]
        if facts.get("near"):
            hint = " ".join(h for h in (self.terms["did-you-mean"], hint) if h)
        return Message(self.filled(text, facts), self.filled(hint, facts))

    def filled(self, template: str, facts: Mapping[str, object]) -> str:
        """`{name}` in a template replaced by the fact of that name, in words."""
        if "{" not in template:
            return template
        return _FACT.sub(lambda m: self.worded(facts.get(m[1], "")), template)

    def worded(self, fact: object) -> str:
        """A fact as text: a list joined with commas and an "and", a date written out."""
        if isinstance(fact, str):
            return fact
        if isinstance(fact, date):
            return self.day(fact)
        if isinstance(fact, dict):
            return self.words(fact)
        if isinstance(fact, Iterable):
            return self.listed([self.worded(f) for f in fact])
        return str(fact)

    def day(self, day: date) -> str:
        """A day written out: 31 december 2006."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def listed(self, parts: Iterable[str]) -> str:
        """`a, b och c`."""
        *head, last = list(parts) or [""]
        return f"{', '.join(head)} {self.and_word} {last}" if head else last

    def words(self, words: dict[str, str]) -> str:
        """The programme's words in this language, else in Swedish, else in whichever there is."""
        return words.get(self.code) or words.get("sv") or next(iter(words.values()))

    def fate(self, fate: str) -> str:
        """What became of a planned activity, or why nothing is known of it."""
        return self.terms.get(f"fate-{fate}") or self.terms[fate]

    def mark(self, programme: Programme, nature: str, status: str) -> Mark:
        """How a cell's status looks: an outcome of the nature's scale, or one of the rest."""
        outcome = programme.outcome(nature, status)
        if outcome is None:
            return self.marks[status]
        style = OUTCOME_STYLES[outcome.counts]
        label, meaning = self.words(outcome.label), self.words(outcome.meaning)
        return Mark(outcome.glyph, outcome.ascii, label, meaning, style)

    def outcomes(self, programme: Programme, nature: str, told: Iterable[tuple[str, int]]) -> str:
        """Outcomes and how many have each, in words; the number is left out where it is one."""
        named = [(self.mark(programme, nature, value).label, n) for value, n in told]
        return ", ".join(f"{label} {n}" if n > 1 else label for label, n in named)


OUTCOME_STYLES = {
    "good": "green",
    "partial": "yellow",
    "bad": "red",
    "unknown": "magenta",
    "exempt": "dim",
}


@cache
def language(code: str) -> Language:
    """The language of that code: one of `LANGUAGES`."""
    module = importlib.import_module(f"prostcli.languages.{code}")
    found: Language = module.LANGUAGE
    return found
