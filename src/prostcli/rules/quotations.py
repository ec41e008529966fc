"""Whether what the programme's files quote stands in the paper, for whoever has the paper."""

import re
from collections.abc import Iterator

from prostcli.characters import composed
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


def is_paper_of(material: Material, paper: bytes) -> bool:
    """Whether a programme was taken from exactly this paper, as far as can be told."""
    import hashlib

    wanted = material.programme.paper.sha256
    return wanted is None or hashlib.sha256(paper).hexdigest() == wanted


def quotations(material: Material, paper: bytes) -> list[Diagnostic]:
    """Every quotation against the paper's text (UTF-8, lines counted from 1)."""
    programme = material.programme_file
    found = []
    if not is_paper_of(material, paper):
        found.append(_diagnostic(another_paper, programme.place("paper", "sha256"), {}))
    lines = composed(paper.decode("utf-8", errors="replace")).split("\n")
    for text, where, place in _quoted(material):
        stretch = "\n".join(
            "\n".join(lines[first - 1 : last]) for first, last in line_ranges(where)
        )
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
    """Each quotation with its lines and the place where it stands in our files."""
    for text, lines, place in (*_of_programme(material), *_of_measures(material)):
        if text is not None and lines is not None:
            yield text, lines, place


def _of_programme(material: Material) -> Iterator[tuple[str | None, str | None, Place]]:
    programme, place = material.programme, material.programme_file.place
    for i, goal in enumerate(programme.goals):
        yield goal.text, goal.source, place("goals", i, "text")
    for i, section in enumerate(programme.sections):
        yield section.title, section.source, place("sections", i, "title")
    for i, decision in enumerate(programme.decisions):
        for j, point in enumerate(decision.text):
            yield point, decision.source, place("decisions", i, "text", j)
    for i, amendment in enumerate(programme.amendments):
        yield amendment.text, amendment.source, place("amendments", i, "text")
        where = place("amendments", i, "replaces")
        yield amendment.replaces, amendment.replaces_source, where


def _of_measures(material: Material) -> Iterator[tuple[str | None, str | None, Place]]:
    place = material.obligations_file.place
    for i, obligation in enumerate(material.obligations):
        lines = obligation.source.lines
        yield obligation.text, lines, place("obligations", i, "text")
        yield obligation.addressed_as, lines, place("obligations", i, "addressed_as")
    for i, duty in enumerate(material.duties_file.value.duties):
        yield duty.text, duty.source, material.duties_file.place("duties", i, "text")
