"""What a rule is, what it is given to look at, and how all of them are run."""

import difflib
import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias, cast

from prostcli.assessment.cells import CLOSED, Assessment, assess, bound
from prostcli.assessment.expectation import Expected
from prostcli.characters import composed
from prostcli.diagnostic import Diagnostic, Finding, Severity
from prostcli.model.material import Material, Submitted
from prostcli.model.submissions import Plan, Report, Submission


@dataclass(frozen=True)
class Scene:
    """What a rule sees: the edition, and who is expected to answer what."""

    material: Material
    day: date | None = None
    """The day that the files are checked on; None: what hangs on it is not looked at."""

    @cached_property
    def assessment(self) -> Assessment:
        """The edition as it stands in the end: with every decision that is filed."""
        return assess(self.material, date.max, self._expected)

    @cached_property
    def _expected(self) -> tuple[Expected, ...]:
        """Its cells, without what boards have said of them: often nothing more is asked for."""
        return bound(self.material, date.max)

    @cached_property
    def wanted(self) -> dict[tuple[str, int], list[Expected]]:
        """The cells of a board and a year that are not settled by an earlier report."""
        found: dict[tuple[str, int], list[Expected]] = {}
        for cell in self.assessment.cells:
            if cell.status not in CLOSED:
                found.setdefault((cell.board, cell.year), []).append(cell.expected)
        return found

    @cached_property
    def binding(self) -> set[tuple[str, int, str]]:
        """Every (board, year, obligation) that there is a cell for."""
        return {(c.board, c.year, c.obligation) for c in self._expected}

    @cached_property
    def _held(self) -> dict[str, list[Expected]]:
        """The cells of each measure, whatever boards have said of them."""
        found: dict[str, list[Expected]] = {}
        for expected in self._expected:
            found.setdefault(expected.obligation, []).append(expected)
        return found

    def bound_on(self, obligation: str, day: date) -> set[str]:
        """The boards that a measure binds that day."""
        return {e.board for e in self._held.get(obligation, ()) if e.first <= day <= e.last}

    def bound_from(self, obligation: str, day: date) -> set[str]:
        """The boards that a measure binds that day or later."""
        return {e.board for e in self._held.get(obligation, ()) if day <= e.last}

    @cached_property
    def placed(self) -> tuple[Submitted[Submission], ...]:
        """The submissions whose content is what their path says."""
        return tuple(s for s in self.material.submitted if s.in_its_place)

    @property
    def plans(self) -> Iterator[tuple[Submitted[Plan], Plan]]:
        """The plans that are in their place."""
        return (
            (cast("Submitted[Plan]", s), s.value) for s in self.placed if isinstance(s.value, Plan)
        )

    @property
    def reports(self) -> Iterator[tuple[Submitted[Report], Report]]:
        """The reports that are in their place."""
        return (
            (cast("Submitted[Report]", s), s.value)
            for s in self.placed
            if isinstance(s.value, Report)
        )


Check: TypeAlias = Callable[[Scene], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """A thing that can be wrong: its code for ever, its name, how much it weighs, its manual.

    `check` is None where the reader or the schema finds it, since no values exist yet by then.
    """

    code: str
    name: str
    severity: Severity
    manual: str
    check: Check | None = None


def rule(code: str, name: str, severity: Severity = Severity.ERROR) -> Callable[[Check], Rule]:
    """Make a rule of a function: its docstring is the rule's English manual."""

    def made(check: Check) -> Rule:
        return Rule(code, name, severity, inspect.cleandoc(check.__doc__ or ""), check)

    return made


def run(rules: Iterable[Rule], scene: Scene) -> list[Diagnostic]:
    """Everything the rules find; spans are looked up by whoever can read the files."""
    return [
        Diagnostic(r.code, r.name, f.severity or r.severity, f.place, f.facts)
        for r in rules
        if r.check is not None
        for f in r.check(scene)
    ]


def near(word: str, words: Iterable[str]) -> str:
    """The one of the words that is most like it, or nothing."""
    found = difflib.get_close_matches(composed(word), list(words), n=1, cutoff=0.6)
    return found[0] if found else ""
