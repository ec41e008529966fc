"""Whether what the programme's files quote stands in the paper, for whoever has the paper."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from prostcli.diagnostic import Diagnostic, Finding
from prostcli.model.fields import line_ranges
from prostcli.model.material import Material
from prostcli.rules.rule import Rule, Scene, rule
from prostcli.source import Place


@rule("PRO406", "quotation-differs")
def quotation_differs(scene: Scene) -> Iterator[Finding]:  # noqa: ARG001  needs the paper: see quotations()
    """A text that is said to be verbatim does not stand on the lines that it names.

    Compared with the hyphens at line ends joined and white space made one. Checked only with
    `validate --source FILE`.
    """
    yield from ()


@rule("PRO407", "another-paper")
def another_paper(scene: Scene) -> Iterator[Finding]:  # noqa: ARG001  needs the paper: see quotations()
    """The file given as the paper is not the one that the programme was taken from.

    Its SHA-256 is not that of `paper.sha256` in `programme.yaml`, so no line number can be
    trusted. Checked only with `validate --source FILE`.
    """
    yield from ()


QUOTATIONS: tuple[Rule, ...] = (quotation_differs, another_paper)


def quotations(material: Material, paper: bytes) -> list[Diagnostic]:
    """Every quotation against the paper's text (UTF-8, lines counted from 1)."""
    programme = material.programme_file
    found = []
    wanted = programme.value.paper.sha256
    if wanted is not None and hashlib.sha256(paper).hexdigest() != wanted:
        found.append(_diagnostic(another_paper, programme.place("paper", "sha256"), {}))
    lines = paper.decode("utf-8", errors="replace").split("\n")
    for text, where, place in _quoted(material):
        stretch = "\n".join("\n".join(lines[first - 1 : last]) for first, last in line_ranges(where))
        # " … " stands where something between two passages is left out.
        if any(joined(part) not in joined(stretch) for part in text.split(" … ")):
            found.append(_diagnostic(quotation_differs, place, {"lines": where}))
    return found


def joined(text: str) -> str:
    """A text as one line: words broken over lines made whole, white space made one space.

    A hyphen at a line's end may be the word's own ("vård- och") or the printer's: both readings
    are made the same by leaving out hyphens and the spaces after them altogether.
    """
    return re.sub(r"\s+", " ", re.sub(r"[-\u00ad]\s*", "", text)).strip()


def _diagnostic(kind: Rule, place: Place, facts: dict[str, object]) -> Diagnostic:
    return Diagnostic(kind.code, kind.name, kind.severity, place, facts)


def _quoted(material: Material) -> Iterator[tuple[str, str, Place]]:
    programme = material.programme_file
    for i, goal in enumerate(programme.value.goals):
        if goal.source:
            yield goal.text, goal.source, programme.place("goals", i, "text")
    for i, section in enumerate(programme.value.sections):
        if section.source:
            yield section.title, section.source, programme.place("sections", i, "title")
    for i, decision in enumerate(programme.value.decisions):
        for j, point in enumerate(decision.text):
            if decision.source:
                yield point, decision.source, programme.place("decisions", i, "text", j)
    for i, amendment in enumerate(programme.value.amendments):
        if amendment.source:
            yield amendment.text, amendment.source, programme.place("amendments", i, "text")
        if amendment.replaces and amendment.replaces_source:
            place = programme.place("amendments", i, "replaces")
            yield amendment.replaces, amendment.replaces_source, place
    for i, obligation in enumerate(material.obligations):
        place = material.obligations_file.place("obligations", i, "text")
        yield obligation.text, obligation.source.lines, place
        if obligation.addressed_as:
            place = material.obligations_file.place("obligations", i, "addressed_as")
            yield obligation.addressed_as, obligation.source.lines, place
    for i, duty in enumerate(material.duties_file.value.duties):
        yield duty.text, duty.source, material.duties_file.place("duties", i, "text")
