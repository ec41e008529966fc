"""What `validate` has to tell, before it is put in a format."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from prostcli.diagnostic import Diagnostic, Severity
from prostcli.language import Language


@dataclass(frozen=True)
class Findings:
    """Diagnostics with their spans, in order, and what is needed to tell them."""

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
