"""What `validate` has to tell, before it is put in a format."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from prostcli.diagnostic import Diagnostic, Facts, Severity
from prostcli.language import Language, Message
from prostcli.personal.search import hidden, masked
from prostcli.rules.privacy import IN_HISTORY, PRIVACY, SEEN
from prostcli.source import Span


@dataclass(frozen=True)
class Findings:
    """Diagnostics with their spans, in order, and what is needed to tell them.

    A format asks `path`, `message`, `facts` and `text` for what comes from a file, and nothing
    else: what can point at a person is masked here, in one place for all of them.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    """How many files were checked."""
    language: Language
    shown_path: Callable[[str], str]
    """A path as the reader of this format knows it."""
    line: Callable[[str, int], str]
    """A line of a file, by path and number from 1."""
    colour: bool = False

    @property
    def counts(self) -> dict[Severity, int]:
        """How many of each severity."""
        found = Counter(d.severity for d in self.diagnostics)
        return {s: found[s] for s in Severity}

    def path(self, diagnostic: Diagnostic) -> str:
        """The file that it stands in, as the reader of this format knows it."""
        return masked(self.shown_path(diagnostic.path))

    def message(self, diagnostic: Diagnostic) -> Message:
        """What it says, and the way out."""
        text, hint = self.language.message(diagnostic)
        return Message(masked(text), masked(hint))

    def facts(self, diagnostic: Diagnostic) -> Facts:
        """What its message was made of."""
        return {key: _masked(fact) for key, fact in diagnostic.facts.items()}

    def text(self, diagnostic: Diagnostic) -> str:
        """The line of the file that it stands on; empty where there is none to show."""
        if diagnostic.code == IN_HISTORY.code:
            return ""  # its line is one of an earlier version
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
        return masked(hidden(line, stretches))

    @cached_property
    def _hidden(self) -> dict[str, list[Span]]:
        """The places in each file that no line may show."""
        found: dict[str, list[Span]] = {}
        for d in self.diagnostics:
            if d.code in _NEVER_SHOWN:
                found.setdefault(d.path, []).append(d.span)
        return found


def _masked(fact: object) -> object:
    if isinstance(fact, str):
        return masked(fact)
    if isinstance(fact, dict):
        return {masked(str(key)): _masked(value) for key, value in fact.items()}
    return [_masked(f) for f in fact] if isinstance(fact, list | tuple) else fact


_NEVER_SHOWN = frozenset(r.code for r in (*SEEN.values(), *PRIVACY))
