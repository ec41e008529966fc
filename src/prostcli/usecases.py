"""What the commands do, composed: load, check, assess. Returns values; prints nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from prostcli.assessment.cells import Assessment, assess
from prostcli.diagnostic import Diagnostic, Severity, in_order
from prostcli.errors import ProstError
from prostcli.load.workspace import REPORTS, Edition, Workspace, edition_on, files_of, load
from prostcli.model.material import Material
from prostcli.rules import FOUNDATION, RULES
from prostcli.rules.quotations import is_paper_of, quotations
from prostcli.rules.rule import Scene, run


class ProgrammeFaultyError(ProstError):
    """The programme's own files have errors, so no figure can be given."""

    def __init__(self, edition: str, diagnostics: list[Diagnostic]) -> None:
        super().__init__("programme-faulty", edition=edition, count=len(diagnostics))
        self.diagnostics = diagnostics


@dataclass(frozen=True)
class View:
    """An edition as it stands on a date, and the files that it stands on."""

    workspace: Workspace
    assessment: Assessment
    unread: tuple[str, ...]
    """Paths of what lies among the reports and is not counted: it cannot be read as a submission,
    or its name says no board, year and kind."""


def check(workspace: Workspace, paper: bytes | None = None) -> list[Diagnostic]:
    """Everything wrong in all files, in order, with the spans looked up."""
    found = list(workspace.diagnostics)
    materials = [e.material for e in workspace.editions.values() if e.material is not None]
    for material in materials:
        found += located(workspace, run(RULES, Scene(material)))
    if paper is not None:
        theirs = [m for m in materials if is_paper_of(m, paper)]
        for material in theirs or materials:
            found += located(workspace, quotations(material, paper))
    return in_order(found)


def located(workspace: Workspace, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics with their spans."""
    return [replace(d, span=workspace.locate(d.place)) for d in diagnostics]


def view(root: Path, as_of: date, wanted: str | None = None) -> View:
    """The edition asked for, or the one of the date, assessed on that date.

    Raises `ProgrammeFaultyError` where the programme's own files have an error.
    """
    workspace = load(root)
    edition = edition_on(workspace, as_of, wanted)
    assessment = assess(_sound(workspace, edition), as_of)
    others = tuple(files_of(e)[1] for e in workspace.editions.values() if e is not edition)
    strays = {
        d.path
        for d in workspace.diagnostics
        if d.code in _UNREAD and d.path.startswith(REPORTS) and not d.path.startswith(others)
    }
    unread = tuple(sorted({*strays, *(s.path for s in assessment.invalid)}))
    return View(workspace, assessment, unread)


_UNREAD = ("PRO001", "PRO002", "PRO503", "PRO508", "PRO514", "PRO515")
"""What is wrong with a file or folder that is not even tried as a submission."""


def _sound(workspace: Workspace, edition: Edition) -> Material:
    """The edition's material, if nothing is wrong with the programme itself."""
    folder, _ = files_of(edition)
    faults = [d for d in workspace.diagnostics if d.path.startswith(folder)]
    if edition.material is not None:
        found = run(FOUNDATION, Scene(edition.material))
        faults += located(workspace, (d for d in found if d.path.startswith(folder)))
    errors = [d for d in faults if d.severity is Severity.ERROR]
    if errors or edition.material is None:
        raise ProgrammeFaultyError(edition.name, in_order(errors))
    return edition.material
