"""What the commands do, composed: load, check, assess. Returns values; prints nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self, get_args

from prostcli.assessment.cells import Assessment, assess
from prostcli.assessment.differences import Compared, Side, editions, states
from prostcli.assessment.flagged import flagged
from prostcli.diagnostic import Diagnostic, Severity, added, in_order
from prostcli.errors import ProstError
from prostcli.load.files import OURS, PROGRAMME, REPORTS, Unreadable
from prostcli.load.hindsight import explained
from prostcli.load.workspace import (
    PROGRAMME_KINDS,
    Edition,
    Workspace,
    edition_on,
    files_of,
    load,
)
from prostcli.model.boards import Register
from prostcli.model.exemptions import Code
from prostcli.model.fields import without_persons
from prostcli.model.history import Changed
from prostcli.model.material import Material
from prostcli.model.programme import SmallNumbers
from prostcli.rules import CATALOGUE, RULES
from prostcli.rules.exemptions import InForce
from prostcli.rules.quotations import is_paper_of, quotations
from prostcli.rules.rule import Scene, run
from prostcli.rules.sightings import MESSAGE, Seen, told, unchecked
from prostcli.source import START_OF_FILE, Place

if TYPE_CHECKING:
    from prostcli.load.change import Change


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
    """Paths, for showing, of what lies among the reports and is not counted: it cannot be read as a
    submission, or its name says no board, year and kind."""


def check(
    workspace: Workspace,
    day: date,
    paper: bytes | None = None,
    elsewhere: Iterable[Seen] = (),
) -> list[Diagnostic]:
    """Everything wrong in all files of a workspace read watchfully, in order, with the spans.

    Exemptions, and what is dated after today, are judged on `day`. `elsewhere` is what was seen in
    other files, or in earlier versions.
    """
    found = list(workspace.diagnostics)
    materials = [e.material for e in workspace.editions.values() if e.material is not None]
    for material in materials:
        found += located(workspace, run(RULES, Scene(material, day)))
    if paper is not None:
        theirs = [m for m in materials if is_paper_of(m, paper)]
        for material in theirs or materials:
            found += located(workspace, quotations(material, paper))
    thresholds = {m.edition: m.programme.small_numbers.threshold for m in materials}

    def threshold(path: str) -> int:
        edition = path.split("/", 2)[1]
        return thresholds.get(edition, SmallNumbers().threshold)

    exemptions = InForce(workspace.exemptions, day)
    registers = registers_in(workspace)
    found += told((*workspace.seen, *elsewhere), exemptions.exempt, threshold, registers)
    found += located(workspace, exemptions.useless())
    return in_order(explained(workspace, found))


def registers_in(workspace: Workspace) -> list[Register]:
    """The register of boards of every edition that can be read."""
    return [e.material.register for e in workspace.editions.values() if e.material is not None]


class Checked(NamedTuple):
    """What was found, and in which files it was looked for."""

    workspace: Workspace
    diagnostics: list[Diagnostic]
    files: tuple[str, ...]

    @property
    def ours(self) -> tuple[str, ...]:
        """Those of the workspace, also what has been removed."""
        return tuple(f for f in self.files if f.startswith(OURS))

    def only(self, wanted: Callable[[str], bool], more: Iterable[Diagnostic] = ()) -> Self:
        """What is about some of the files, and what else there is to tell.

        What is said of a range of commits stays, whatever file it is about.
        """
        kept = (d for d in self.diagnostics if wanted(d.path) or "commit" in d.facts)
        files = tuple(f for f in self.files if wanted(f))
        return self._replace(diagnostics=in_order([*more, *kept]), files=files)


class Against(NamedTuple):
    """What git is asked, where a check is of a change and not of all there is."""

    staged: bool = False
    """Only what the next commit changes, as it will have it, and what it breaks elsewhere."""
    since: str | None = None
    """Only the files that differ from where the branch left this."""
    commits: str | None = None
    """Also every version in this range: `A..B`."""


def check_change(root: Path, against: Against, paper: bytes | None, day: date) -> Checked:
    """A check of everything, told as far as git says that it has changed."""
    if against == Against():
        workspace = load(root, watchful=True)
        return Checked(workspace, check(workspace, day, paper), workspace.files)
    from prostcli.load.change import change_of
    from prostcli.load.commits import Looked, in_commits, in_staged
    from prostcli.load.decided import Found, in_range, in_states
    from prostcli.load.git.repository import repository
    from prostcli.rules.changes import told as told_rewritten

    repo = repository(root)
    change = change_of(root, repo, staged=against.staged, since=against.since)
    workspace = load(root, change.after if change is not None else None, watchful=True)
    looked = [Looked([], [])]
    if change is not None and change.after is not None:
        told_of = {d.path for d in workspace.diagnostics} | {s.path for s in workspace.seen}
        looked.append(in_staged(change.after, change.paths - {*workspace.files, *told_of}))
    rewritten: list[Found] = []
    if against.commits is not None:
        looked.append(in_commits(repo, against.commits))
        rewritten += in_range(repo, against.commits)
    if change is not None:
        left = change.paths - {one.slot.path for one in rewritten}
        rewritten += in_states(change.replaced, workspace.source, left)
    elsewhere = [one for part in looked for one in part.seen]
    unsearched = [place for part in looked for place in part.unchecked]
    found = check(workspace, day, paper, elsewhere)
    found += [unchecked(*place) for place in unsearched]
    found += told_rewritten(rewritten, workspace.slots)
    found += [_content_not_added(path) for path in (change.announced if change else ())]
    files = {*workspace.files, *(s.path for s in elsewhere), *(path for path, _ in unsearched)}
    files |= {one.slot.path for one in rewritten}
    if change is not None:
        found = _of_change(workspace, change, found, paper, day)
        files = {f for f in files | change.removed(workspace) if f in change.paths}
        files |= {d.path for d in found}
    beyond = sorted(files - {*workspace.files, MESSAGE})
    ours = (f for f in workspace.files if f in files)
    return Checked(workspace, in_order(found), (*ours, *beyond))


def _content_not_added(path: str) -> Diagnostic:
    kind = CATALOGUE["PRO517"]
    return Diagnostic(kind.code, kind.name, kind.severity, Place(path), {}, START_OF_FILE)


def _of_change(
    workspace: Workspace, change: "Change", found: list[Diagnostic], paper: bytes | None, day: date
) -> list[Diagnostic]:
    """What stands in the changed files, or in the commits; and what the change breaks elsewhere.

    That is whatever was not told of the files as they were before it.
    """
    told_all = [d for d in found if d.path in change.paths or "commit" in d.facts]
    rest = [d for d in found if d.path not in change.paths and "commit" not in d.facts]
    if not rest or not any(path.startswith(OURS) for path in change.paths):
        return told_all
    searched = any(d.code.startswith(_PERSONAL) for d in rest)
    try:
        before = load(workspace.root, change.before, watchful=searched)
    except ProstError as error:
        if error.code != "no-programme":
            raise
        return found
    return told_all + added(check(before, day, paper), rest)


_PERSONAL = "PRO6"
"""How the codes begin of what is only found where it is searched for."""


class Spot(NamedTuple):
    """A place in a file as a diagnostic names it; without a column, all of the line."""

    path: str
    line: int
    column: int | None = None


def seen_at(workspace: Workspace, spot: Spot, commits: str | None) -> list[Seen]:
    """What can be exempt at a place: as it stands, or in a version of the range; each once."""
    from prostcli.load.commits import in_commits, in_file
    from prostcli.load.personal import MOST_SEARCHED

    if commits is not None:
        from prostcli.load.git.repository import repository

        seen: Iterable[Seen] = in_commits(repository(workspace.root), commits).seen
    elif spot.path.startswith(OURS):
        seen = workspace.seen
    else:
        try:
            seen = in_file(spot.path, workspace.source.read(spot.path, MOST_SEARCHED))
        except Unreadable:
            seen = ()
    there = {
        (s.rule.code, s.sighting.value): s
        for s in seen
        if (s.path, s.span.line) == spot[:2] and spot.column in (None, s.span.column)
    }
    return [s for (code, _), s in there.items() if code in get_args(Code)]


def located(workspace: Workspace, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics with their spans. A fact that is a place is told as a path and a line."""

    def told_at(fact: object) -> object:
        return f"{fact.path}:{workspace.locate(fact).line}" if isinstance(fact, Place) else fact

    return [
        replace(
            d,
            span=workspace.locate(d.place),
            facts={key: told_at(fact) for key, fact in d.facts.items()},
        )
        for d in diagnostics
    ]


def view(root: Path, as_of: date, wanted: str | None = None, *, placed: bool = False) -> View:
    """The edition asked for, or the one of the date, assessed on that date.

    `placed`: for what tells where nearly everything stands, as a document does. Raises
    `ProgrammeFaultyError` where the programme's own files have an error.
    """
    return seen_in(load(root, watchful=True, placed=placed), as_of, wanted)


def seen_in(workspace: Workspace, as_of: date, wanted: str | None = None) -> View:
    """The same of a workspace that has been read."""
    edition = edition_on(workspace, as_of, wanted)
    assessment = _assessed(workspace, edition, as_of)
    return View(workspace, assessment, _unread(workspace, edition, assessment))


def _assessed(workspace: Workspace, edition: Edition, as_of: date) -> Assessment:
    """The edition on that date, with what counts in spite of its errors."""
    material, errors = _judged(workspace, edition, as_of)
    found = assess(material, as_of)
    return replace(found, flagged=flagged(found.standings, ((d.code, d.place) for d in errors)))


def _unread(workspace: Workspace, edition: Edition, assessment: Assessment) -> tuple[str, ...]:
    """What lies among the edition's reports, or in no edition's, and is not counted."""
    others = tuple(files_of(e)[1] for e in workspace.editions.values() if e is not edition)
    strays = {
        d.path
        for d in workspace.diagnostics
        if d.code in _UNREAD and d.path.startswith(REPORTS) and not d.path.startswith(others)
    }
    unread = sorted({*strays, *(s.path for s in assessment.invalid)})
    if unread:  # what it is imported for is rare, and felt when a command starts
        from prostcli.personal.search import masked_path

        unread = [masked_path(path) for path in unread]
    return tuple(unread)


def entries_in_git(seen: View, paths: Iterable[str]) -> Changed:
    """The commit that last changed what each entry of some submissions says."""
    from prostcli.load.history import entries_changed

    return entries_changed(seen.workspace, f"{REPORTS}/{seen.assessment.material.edition}", paths)


def compare(root: Path, names: tuple[str, str], as_of: date, wanted: str | None) -> Compared:
    """What has changed between two states: each an edition or a ref of git, "" for the files.

    Of two editions it is what the later has made of the earlier.
    """
    present = load(root, watchful=True)
    before, after = (_side(present, name, as_of, wanted) for name in names)
    first, second = before.assessment, after.assessment
    other = first.material.edition != second.material.edition
    found = editions(first.material, second.material) if other else states(first, second)
    return Compared(before, after, tuple(found))


def _side(present: Workspace, name: str, as_of: date, wanted: str | None) -> Side:
    workspace, commit = present, None
    if name and name not in present.editions:
        from prostcli.load.git.entries import must_be_ours
        from prostcli.load.git.repository import repository
        from prostcli.load.git.snapshot import committed

        commit, store = committed(repository(present.root), name)
        must_be_ours(store.entries.items())
        try:
            workspace = load(present.root, store, watchful=True)
        except ProstError as error:
            if error.code == "no-programme":
                raise ProstError("no-programme-then", ref=name) from None
            raise
    edition = edition_on(workspace, as_of, name if name in present.editions else wanted)
    assessment = _assessed(workspace, edition, as_of)
    return Side(without_persons(name), commit, assessment, _unread(workspace, edition, assessment))


_UNREAD = ("PRO001", "PRO002", "PRO116", "PRO503", "PRO508", "PRO514", "PRO515")
"""What is wrong with a file or folder that is not even tried as a submission."""


def sound(workspace: Workspace, edition: Edition, day: date) -> Material:
    """The edition's material, or `ProgrammeFaultyError` where its own files have an error."""
    return _judged(workspace, edition, day)[0]


def _judged(workspace: Workspace, edition: Edition, day: date) -> tuple[Material, list[Diagnostic]]:
    """The edition's material, and every error in what boards have filed.

    Raises `ProgrammeFaultyError` where its own files have an error, whichever rule tells it.
    """
    errors = _errors(workspace, edition, day)
    stopping = [d for d in errors if stops(edition.name, d)]
    if stopping or edition.material is None:
        raise ProgrammeFaultyError(edition.name, in_order(stopping))
    return edition.material, [d for d in errors if d.path.startswith(files_of(edition)[1])]


def stops(edition: str, diagnostic: Diagnostic) -> bool:
    """Whether it stops every figure of an edition: an error in one of the programme's own files.

    One with a slip in its name is one of them, where there is none with the right name.
    Where it stands decides, and nothing else: what all boards answer to is wrong.
    """
    own = {f"{PROGRAMME}/{edition}/{kind}.yaml" for kind in PROGRAMME_KINDS}
    misspelt = diagnostic.facts.get("variant") == "misspelt" and diagnostic.path.startswith(
        f"{PROGRAMME}/{edition}/"
    )
    return diagnostic.severity is Severity.ERROR and (misspelt or diagnostic.path in own)


def _errors(workspace: Workspace, edition: Edition, day: date) -> list[Diagnostic]:
    """Every error in the files of an edition; what is exempt on the day is none."""
    folders = files_of(edition)
    seen = (s for s in workspace.seen if s.path.startswith(folders))
    exemptions = InForce(workspace.exemptions, day)
    known = registers_in(workspace)
    found = [*workspace.diagnostics, *told(seen, exemptions.exempt, lambda _: 0, known)]
    if edition.material is not None:
        rules = run((r for r in RULES if r.severity is Severity.ERROR), Scene(edition.material))
        # What boards have filed is read a second time, for its lines, only by who shows them.
        found += located(workspace, (d for d in rules if stops(edition.name, d)))
        found += (d for d in rules if not stops(edition.name, d))
    return [d for d in found if d.severity is Severity.ERROR and d.path.startswith(folders)]
