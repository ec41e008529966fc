"""What `validate` has to tell, before it is put in a format."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from prostcli.diagnostic import Diagnostic, Facts, Severity
from prostcli.language import Language, Message


@dataclass(frozen=True)
class Findings:
    """Diagnostics with their spans, in order, and what is needed to tell them.

    A format asks `path`, `message`, `facts` and `text` for what comes from a file, and nothing
    else, so that what must not be repeated is left out in one place for all of them.
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
        return self.shown_path(diagnostic.path)

    def message(self, diagnostic: Diagnostic) -> Message:
        """What it says, and the way out."""
        return self.language.message(diagnostic)

    def facts(self, diagnostic: Diagnostic) -> Facts:
        """What its message was made of."""
        return diagnostic.facts

    def text(self, diagnostic: Diagnostic) -> str:
        """The line of the file that it stands on; empty where there is none to show."""
        return self.line(diagnostic.path, diagnostic.span.line)
