"""What the commands do, composed: load, check, assess. Returns values; prints nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, Self, get_args

from prostcli.assessment.cells import Assessment, assess
from prostcli.diagnostic import Diagnostic, Severity, in_order
from prostcli.errors import ProstError
from prostcli.load.workspace import REPORTS, Edition, Workspace, edition_on, files_of, load
from prostcli.model.exceptions import Code
from prostcli.model.material import Material
from prostcli.model.programme import SmallNumbers
from prostcli.rules import FOUNDATION, RULES
from prostcli.rules.privacy import (
    IN_HISTORY,
    MESSAGE,
    NOT_LOOKED_AT,
    Excuses,
    Seen,
    told,
    unchecked,
)
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


def check(
    workspace: Workspace,
    paper: bytes | None = None,
    day: date = date.min,
    elsewhere: Iterable[Seen] = (),
) -> list[Diagnostic]:
    """Everything wrong in all files, in order, with the spans looked up.

    Exceptions are judged on `day`; left out, none of them has expired. `elsewhere` is what was seen
    in other files, or in earlier versions.
    """
    found = list(workspace.diagnostics)
    materials = [e.material for e in workspace.editions.values() if e.material is not None]
    for material in materials:
        found += located(workspace, run(RULES, Scene(material)))
    if paper is not None:
        theirs = [m for m in materials if is_paper_of(m, paper)]
        for material in theirs or materials:
            found += located(workspace, quotations(material, paper))
    thresholds = {m.edition: m.programme.small_numbers.threshold for m in materials}

    def threshold(path: str) -> int:
        edition = path.split("/", 2)[1]
        return thresholds.get(edition, SmallNumbers().threshold)

    excuses = Excuses(workspace.exceptions, day)
    found += told((*workspace.seen, *elsewhere), excuses, threshold)
    found += located(workspace, excuses.useless())
    return in_order(found)


_OF_COMMITS = frozenset((IN_HISTORY.code, NOT_LOOKED_AT.code))


class Checked(NamedTuple):
    """What was found, and in which files it was looked for."""

    workspace: Workspace
    diagnostics: list[Diagnostic]
    files: tuple[str, ...]

    def only(self, wanted: Callable[[str], bool], more: Iterable[Diagnostic] = ()) -> Self:
        """What is about some of the files, and what else there is to tell.

        What is said of a range of commits stays, whatever file it is about.
        """
        kept = (d for d in self.diagnostics if wanted(d.path) or d.code in _OF_COMMITS)
        files = tuple(f for f in self.files if wanted(f))
        return self._replace(diagnostics=in_order([*more, *kept]), files=files)


class Against(NamedTuple):
    """What git is asked, where a check is of a change and not of all there is."""

    staged: bool = False
    """Only what the next commit changes, as it will have it."""
    since: str | None = None
    """Only the files that differ from where the branch left this."""
    commits: str | None = None
    """Also every version in this range: `A..B`."""


def check_change(root: Path, against: Against, paper: bytes | None, day: date) -> Checked:
    """A check of everything, told as far as git says that it has changed."""
    if against == Against():
        workspace = load(root, watchful=True)
        return Checked(workspace, check(workspace, paper, day), workspace.files)
    from prostcli.load.commits import Looked, beside, in_commits
    from prostcli.load.git import changed_since, repository, to_be_committed

    repo = repository(root)
    store, changed, looked = None, None, Looked((), ())
    elsewhere: list[Seen] = []
    if against.staged:
        changed, store = to_be_committed(repo)
        elsewhere += beside(store, changed)
    elif against.since is not None:
        changed = changed_since(repo, against.since)
    if against.commits is not None:
        looked = in_commits(repo, against.commits)
        elsewhere += looked.seen
    workspace = load(root, store, watchful=True)
    found = check(workspace, paper, day, elsewhere)
    found += [unchecked(path, commit) for path, commit in looked.unchecked]
    beyond = {s.path for s in elsewhere} - {*workspace.files, MESSAGE}
    checked = Checked(workspace, in_order(found), (*workspace.files, *sorted(beyond)))
    return checked if changed is None else checked.only(changed.__contains__)


def seen_at(workspace: Workspace, path: str, line: int, commits: str | None) -> list[Seen]:
    """What can be exempt on a line of a file: as it stands, or in a version of the range."""
    seen: Iterable[Seen] = workspace.seen
    if commits is not None:
        from prostcli.load.commits import in_commits
        from prostcli.load.git import repository

        seen = in_commits(repository(workspace.root), commits).seen
    return [
        s for s in seen
        if s.path == path and s.span.line == line and s.rule.code in get_args(Code)
    ]  # fmt: skip


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
