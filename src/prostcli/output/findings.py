"""What `validate` has to tell, before it is put in a format."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from prostcli.diagnostic import Diagnostic, Facts, Severity, by_weight
from prostcli.language import Language, Message
from prostcli.personal.search import hidden, identifying, masked, masked_path
from prostcli.rules.changes import CHANGES
from prostcli.rules.privacy import PRIVACY
from prostcli.rules.sightings import IN_HISTORY, MESSAGE, SEEN
from prostcli.source import Span

MOST_OF_A_KIND = 20
"""How many findings of one code in one file are told one by one. Of more than that nobody reads."""
_LONGEST = 120
"""Characters of a fact that are told: a key may be as long as its file."""
_MOST = 50
"""Items of a list that are told."""


@dataclass(frozen=True, slots=True)
class Omitted:
    """Findings of one code in one file that are counted and not told one by one."""

    code: str
    name: str
    severity: Severity
    file: str
    """The path from the workspace's root."""
    count: int


@dataclass(frozen=True)
class Findings:
    """What was found, in order and with spans, and what is needed to tell it.

    Every format tells the same: `diagnostics` one by one, the rest counted in `omitted`.

    A format asks `path`, `message`, `facts` and `text` for what comes from a file, and nothing
    else: what can point at a person is masked here, in one place for all of them.
    """

    found: tuple[Diagnostic, ...]
    """Everything. What a format tells of it stands in `diagnostics`."""
    files: tuple[str, ...]
    """The files that were checked, as paths from the workspace's root."""
    language: Language
    shown_path: Callable[[str], str]
    """A path as the reader of this format knows it."""
    line: Callable[[str, int], str]
    """A line of a file, by path and number from 1."""
    colour: bool = False

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is told one by one: at most twenty of a code in a file, the weightiest first."""
        return self._selected[0]

    @cached_property
    def omitted(self) -> tuple[Omitted, ...]:
        """How many more of each code there are in a file."""
        return self._selected[1]

    @cached_property
    def _selected(self) -> tuple[tuple[Diagnostic, ...], tuple[Omitted, ...]]:
        told: list[Diagnostic] = []
        seen: Counter[tuple[str, str]] = Counter()
        rest: Counter[tuple[str, str, Severity, str]] = Counter()
        for d in self.found:
            seen[d.path, d.code] += 1
            if seen[d.path, d.code] <= MOST_OF_A_KIND:
                told.append(d)
            else:
                rest[d.code, d.name, d.severity, d.path] += 1
        more = [Omitted(*kind, count) for kind, count in rest.items()]
        return tuple(told), tuple(sorted(more, key=lambda o: (*_holder(o), o.code)))

    @property
    def told(self) -> Iterator[Diagnostic | Omitted]:
        """All in order; how many more there are in a file stands last of what is said of it."""
        waiting = list(reversed(self.omitted))
        for d in self.diagnostics:
            while waiting and _holder(waiting[-1]) < _holder(d):
                yield waiting.pop()
            yield d
        yield from reversed(waiting)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many of each severity were found, told one by one or not."""
        found = Counter(d.severity for d in self.found)
        return {s: found[s] for s in Severity}

    def path(self, item: Diagnostic | Omitted) -> str:
        """The file that it stands in, as the reader of this format knows it."""
        return self.file(item.file if isinstance(item, Omitted) else item.path)

    def in_file(self, item: Diagnostic | Omitted) -> bool:
        """Whether it stands in a file, and not in what was written about a commit."""
        return (item.file if isinstance(item, Omitted) else item.path) != MESSAGE

    def file(self, path: str) -> str:
        """A file that was checked, as the reader of this format knows it."""
        if path == MESSAGE:  # no file: the same from every folder
            return path
        return masked_path(self.shown_path(path))

    def message(self, item: Diagnostic | Omitted) -> Message:
        """What it says, and the way out."""
        if isinstance(item, Omitted):
            return Message(self.language.counted("more-of-a-kind", item.count, code=item.code))
        text, hint = self.language.message(replace(item, facts=self.facts(item)))
        return Message(masked(text), masked(hint))

    def facts(self, diagnostic: Diagnostic) -> Facts:
        """What its message was made of, none longer than can be read."""
        return {key: _tellable(fact) for key, fact in diagnostic.facts.items()}

    def text(self, diagnostic: Diagnostic) -> str:
        """The line of the file that it stands on; empty where there is none to show."""
        if diagnostic.code in _OF_ANOTHER_VERSION:
            return ""
        at = (diagnostic.path, diagnostic.span.line)
        if at not in self._shown:
            self._shown[at] = self._without_persons(*at)
        return self._shown[at]

    @cached_property
    def _shown(self) -> dict[tuple[str, int], str]:
        """Lines that have been asked for: one may be as long as its file, and hold many finds."""
        return {}

    def _without_persons(self, path: str, number: int) -> str:
        line = self.line(path, number)
        stretches = []
        for span in self._hidden.get(path, ()):
            if span.line <= number <= span.end_line:
                start = span.column - 1 if span.line == number else 0
                end = span.end_column - 1 if span.end_line == number else len(line)
                stretches.append((start, end))
        # What a figure counts is no help in finding the fault, and two of three tell the third.
        stretches += [seen.span(1) for seen in _NUMBER_OF_FIGURE.finditer(line)]
        # Both at once: where a file is of another encoding the places are not the line's own.
        stretches += [(seen.start, seen.end) for seen in identifying(line)]
        return hidden(line, stretches)

    @cached_property
    def _hidden(self) -> dict[str, list[Span]]:
        """The places in each file that no line may show, told one by one or not."""
        found: dict[str, list[Span]] = {}
        for d in self.found:
            if d.code in _NEVER_SHOWN:
                found.setdefault(d.path, []).append(d.span)
        return found


_NUMBER_OF_FIGURE = re.compile(r"""\b(?:value|women|men)["']?\s*:\s*["']?([\d+\-_.,]*\d)""")
_OF_ANOTHER_VERSION = frozenset(r.code for r in (IN_HISTORY, *CHANGES))
"""What is about a version that the file no longer has: none of its lines is meant."""
_NEVER_SHOWN = frozenset(r.code for r in (*SEEN.values(), *PRIVACY))


def _holder(item: Diagnostic | Omitted) -> tuple[int, str]:
    """What is told together: one severity in one file."""
    return by_weight(item.severity), item.file if isinstance(item, Omitted) else item.path


def _tellable(fact: object) -> object:
    """A fact without what can point at a person, cut where it is longer than anyone reads.

    In that order: what is cut may no longer be recognised.
    """
    if isinstance(fact, str):
        fact = masked_path(masked(fact))
        return fact if len(fact) <= _LONGEST else f"{fact[: _LONGEST - 1]}…"
    if isinstance(fact, dict):
        return {key: _tellable(value) for key, value in fact.items()}
    if isinstance(fact, list | tuple):
        return [*(_tellable(f) for f in fact[:_MOST]), *(["…"] if len(fact) > _MOST else [])]
    return fact
