"""A workspace: the folder that holds `program/` and `reports/`, read once and whole."""

import contextlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic import BaseModel

from prostcli.diagnostic import Diagnostic, Facts, Severity
from prostcli.errors import ProstError
from prostcli.load.cuts import cuts
from prostcli.load.files import (
    LFS_POINTER,
    PROGRAMME,
    REPORTS,
    Files,
    Folder,
    Unreadable,
    clashes,
    known,
    name_fault,
)
from prostcli.load.git.checkout import must_be_whole, must_hold_all_of
from prostcli.load.layout import line_starts, span_between, texts
from prostcli.load.misspelt import is_beside, misspelt
from prostcli.load.schema import M, Misfit, fit
from prostcli.load.yaml import (
    PROGRAMME_LIMITS,
    SUBMISSION_LIMITS,
    Limits,
    Refusal,
    Spans,
    decode,
    read,
)
from prostcli.model.boards import Register
from prostcli.model.exemptions import Exemptions
from prostcli.model.material import Filed, Kind, Material, Seal, Slot, Submitted
from prostcli.model.obligations import Duties, Obligations
from prostcli.model.programme import Programme
from prostcli.model.review import ReviewWords
from prostcli.model.submissions import Baseline, Plan, Report, Submission
from prostcli.rules import CATALOGUE
from prostcli.rules.rule import near
from prostcli.rules.sightings import Seen
from prostcli.source import START_OF_FILE, Place, Span

if TYPE_CHECKING:
    from prostcli.load.misreading import Misread

EXEMPTIONS = f"{PROGRAMME}/exemptions.yaml"
"""What looks like personal data and may stand all the same, for all editions."""

PROGRAMME_KINDS: Final[dict[str, type[BaseModel]]] = {
    "programme": Programme,
    "boards": Register,
    "obligations": Obligations,
    "duties": Duties,
    "review": ReviewWords,
}
SUBMISSION_KINDS: Final[dict[str, type[Submission]]] = {
    "plan": Plan,
    "report": Report,
    "baseline": Baseline,
}
_REQUIRED = ("programme", "boards", "obligations")
_SLOT = re.compile(
    r"(?P<board>[a-z0-9][a-z0-9-]{0,63})/"
    r"(?P<year>(19|2[01])[0-9]{2})-(?P<kind>plan|report|baseline)(-(?P<version>[2-9]|[1-9][0-9]))?\.yaml",
    re.ASCII,
)
NOT_DATA = ("README.md",)
_COPY = re.compile(r"\.orig$|\.rej$|\.bak$|~$|_(BACKUP|BASE|LOCAL|REMOTE)_[0-9]+\.yaml$")
"""How the copies are named that merging, patching and editors leave behind."""


@dataclass(frozen=True)
class Edition:
    """One edition as far as it could be read."""

    name: str
    material: Material | None
    """None where the programme itself cannot be read."""


@dataclass(frozen=True)
class Workspace:
    """All editions, and what the reader and the schema found wrong."""

    root: Path
    editions: dict[str, Edition]
    diagnostics: tuple[Diagnostic, ...]
    """Their spans are known."""
    files: tuple[str, ...]
    """Every file that was read."""
    texts: dict[str, Spans] = field(default_factory=dict, compare=False)
    """Spans by file, of those that have been asked for."""
    store: Files | None = field(default=None, compare=False)
    """Where the files are read from; None: the folder itself."""
    seen: tuple[Seen, ...] = ()
    """What can point at a person, where that was looked for."""
    exemptions: Filed[Exemptions] | None = None

    @property
    def source(self) -> Files:
        """Where the files are read from."""
        return self.store or Folder(self.root)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every submission that there is, also what cannot be read."""
        materials = [e.material for e in self.editions.values() if e.material is not None]
        return tuple(
            slot for m in materials for slot in (*(f.slot for f in m.submitted), *m.refused)
        )

    def locate(self, place: Place) -> Span:
        """The lines and columns of a place; of its nearest holder if it is not in the file."""
        spans = self.texts.get(place.path)
        if spans is None:
            spans = self.texts[place.path] = _spans(self.source, place.path)
        return span_of(spans, place)

    def text(self, path: str) -> str:
        """A file's text, for showing a line of it; empty if it cannot be read.

        What is no text stands as `\ufffd`, so that the line with the fault can be shown as well.
        """
        try:
            data = self.source.read(path, limits(path).size)
        except Unreadable:
            return ""
        return data.decode("utf-8", errors="replace").removeprefix("\ufeff")


def find_root(start: Path) -> Path:
    """The nearest folder upward that holds `program/`."""
    for folder in (start, *start.parents):
        if (folder / PROGRAMME).is_dir():
            return folder
    must_hold_all_of(start, PROGRAMME)
    raise ProstError("no-workspace", folder=str(start))


def load(
    root: Path, store: Files | None = None, *, watchful: bool = False, placed: bool = False
) -> Workspace:
    """Read every file under `program/` and `reports/`.

    `watchful`: look also for what can point at a person, as a check does, and every figure: an
    error of that kind in the programme's own files stops it.
    `placed`: keep the spans of every file, for what will ask for nearly all of them: else each file
    that a span is asked of is read a second time.
    """
    files = store or Folder(root)
    if store is None:
        must_be_whole(root)
    if store is None and not (root / PROGRAMME).is_dir():
        raise ProstError("no-programme", folder=str(root))
    reader = _Reader(files, watchful=watchful, placed=placed)
    programme = _by_edition(reader.well_named(files.below(PROGRAMME)))
    reports = _by_edition(reader.well_named(files.below(REPORTS)))
    exemptions = reader.exemptions() if EXEMPTIONS in programme.get("", []) else None
    if not any(programme) and not any(files.oddity(p) for p in programme.get("", [])):
        raise ProstError("no-programme", folder=str(root))
    for edition, path in ((e, p) for e in reports for p in reports[e] if e and e not in programme):
        facts = {"edition": edition, "near": near(edition, list(programme))}
        reader.files.append(path)
        reader.report("PRO508", Place(path), facts)
        reader.watch_unread(path)
    editions = {
        name: Edition(name, reader.material(name, programme[name], reports.get(name, [])))
        for name in programme
        if name
    }
    for path in programme.get("", []) + reports.get("", []):
        if path != EXEMPTIONS:
            reader.stray(path)
    return Workspace(
        root,
        editions,
        tuple(reader.diagnostics),
        tuple(reader.files),
        reader.texts,
        store,
        tuple(reader.seen),
        exemptions,
    )


def edition_on(workspace: Workspace, day: date, wanted: str | None = None) -> Edition:
    """The edition asked for; else the one whose term holds the day, else the latest.

    One that is only drafted, with no decision taken on it, comes last: nobody owes anything by it.
    """
    editions = workspace.editions
    if wanted is not None:
        if wanted not in editions:
            raise ProstError(
                "no-edition",
                edition=wanted,
                near=near(wanted, list(editions)),
                known=list(editions),
            )
        return editions[wanted]
    if not editions:
        odd = workspace.source.oddity(PROGRAMME)
        linked = odd is not None and odd.facts.get("variant") == "link"
        code = "programme-linked" if linked else "no-programme"
        raise ProstError(code, folder=str(workspace.root))
    read_ones = [e for e in editions.values() if e.material is not None]
    decided = [e for e in read_ones if e.material and not e.material.programme.draft]
    unread = [e for e in editions.values() if e.material is None]
    for edition in decided or read_ones:
        assert edition.material is not None  # noqa: S101  for the type checker
        term = edition.material.programme.term
        if term.start <= day <= term.end and (decided or not unread):
            return edition
    # One that cannot be read might be the one: better none than the wrong one.
    return unread[-1] if unread else max(decided or read_ones, key=_end_of_term)


def files_of(edition: Edition) -> tuple[str, str]:
    """How the paths of an edition's files begin."""
    return f"{PROGRAMME}/{edition.name}/", f"{REPORTS}/{edition.name}/"


def _end_of_term(edition: Edition) -> tuple[date, str]:
    end = edition.material.programme.term.end if edition.material else date.min
    return end, edition.name


def select(
    workspace: Workspace, paths: Iterable[Path], here: Path, gone: Iterable[str] = ()
) -> tuple[set[str], list[Diagnostic]]:
    """The files that PATHs name, and what is wrong with those that name none.

    `gone`: files that are no longer there, and of which there is something to tell.

    A path is looked for from the current folder, then from the root; a folder means all under it.
    """
    root = Path(os.path.realpath(workspace.root))
    wanted: set[str] = set()
    missing: list[Diagnostic] = []
    # Also a file that is missing and must not be: it is in none of those that were read.
    files = (*workspace.files, *(d.path for d in workspace.diagnostics), *gone)
    for given in paths:
        found, variant = _selected(files, root, given, here)
        wanted |= found
        if not found:
            kind = CATALOGUE["PRO512"]
            place = Place(given.as_posix())
            facts = {"path": given.as_posix(), "variant": variant}
            missing.append(Diagnostic(kind.code, kind.name, kind.severity, place, facts))
    return wanted, missing


def _selected(
    files: tuple[str, ...], root: Path, given: Path, here: Path
) -> tuple[set[str], str | None]:
    """The files under one path; where there are none, why."""
    variant: str | None = "missing"
    for base in (here, root):
        path = base / given
        if not os.path.lexists(path):
            continue
        variant = None
        whole = Path(os.path.realpath(path.parent), path.name) if path.name else path
        if path.name in ("", ".."):
            whole = Path(os.path.realpath(path))
        if not whole.is_relative_to(root):
            if root.is_relative_to(whole) and whole.is_dir():
                return set(files), None
            variant = "outside"
            continue
        inside = known(whole.relative_to(root).as_posix())
        found = {f for f in files if inside in (".", f) or f.startswith(f"{inside}/")}
        if found:
            return found, None
    return set(), variant


def slot_of(path: str) -> Slot | None:
    """What a path under `reports/EDITION/` says that it is."""
    match = _SLOT.fullmatch(path.split("/", 2)[-1])
    if match is None:
        return None
    kind: Kind = match["kind"]  # type: ignore[assignment]
    return Slot(path, match["board"], int(match["year"]), kind, int(match["version"] or 1))


def span_of(spans: Spans, place: Place) -> Span:
    """The span of a place, or of its nearest holder: for a missing key, the first key beside it."""
    pointer = place.pointer
    if place.on_key and pointer in spans.keys:
        return spans.keys[pointer]
    if pointer in spans.values:
        return _first_line(spans, pointer)
    while pointer:
        pointer = pointer[:-1]
        if pointer in spans.values:
            return _first_line(spans, pointer)
    return START_OF_FILE


def _first_line(spans: Spans, pointer: tuple[str | int, ...]) -> Span:
    """A span as it is, or, for a mapping or a list, that of its first key or item."""
    while pointer not in spans.firsts:
        first = (*pointer, 0)
        if first not in spans.values:
            return spans.values[pointer]
        pointer = first
    return spans.firsts[pointer]


def _by_edition(paths: Iterable[str]) -> dict[str, list[str]]:
    """Paths by the folder below `program/` or `reports/`; under "" those in no folder."""
    found: dict[str, list[str]] = {}
    for path in paths:
        parts = path.split("/")
        found.setdefault(parts[1] if len(parts) > 2 else "", []).append(path)  # noqa: PLR2004
    return found


def _stray_as(path: str) -> Facts:
    copy = _COPY.search(path)
    if copy:
        return {"variant": "copy", "ending": copy[0]}
    if not path.startswith(f"{PROGRAMME}/"):
        return {}
    in_edition = path.count("/") > 1
    return {"variant": "programme"} if in_edition else {"variant": "in-no-edition"}


def limits(path: str) -> Limits:
    """How large and deep a file of the workspace may be."""
    return PROGRAMME_LIMITS if path.startswith(f"{PROGRAMME}/") else SUBMISSION_LIMITS


def _spans(files: Files, path: str) -> Spans:
    spans = Spans.none()
    most = limits(path)
    with contextlib.suppress(Unreadable, Refusal):  # what could be read of it is there
        read(decode(files.read(path, most.size)), most, spans)
    return spans


class _Read(NamedTuple):
    """A file of the dialect."""

    text: str
    value: Any

    @property
    def kind(self) -> object:
        """What it says that it is."""
        return self.value.get("kind") if isinstance(self.value, dict) else None


class _Reader:
    """Reads files one by one and gathers what is wrong with them."""

    def __init__(self, source: Files, *, watchful: bool, placed: bool) -> None:
        self.source = source
        self.watchful = watchful
        self.placed = placed
        self.diagnostics: list[Diagnostic] = []
        self.files: list[str] = []
        self.texts: dict[str, Spans] = {}
        self.seen: list[Seen] = []

    def report(
        self,
        code: str,
        place: Place,
        facts: Facts | None = None,
        span: Span = START_OF_FILE,
        severity: Severity | None = None,
    ) -> None:
        kind = CATALOGUE[code]
        self.diagnostics.append(
            Diagnostic(code, kind.name, severity or kind.severity, place, facts or {}, span)
        )

    def well_named(self, paths: Iterable[str]) -> list[str]:
        """Those paths whose names mean the same on every computer; the others are told."""
        listed = list(paths)
        taken = clashes(listed)
        good = []
        for path in listed:
            fault = name_fault(path)
            if path in taken:
                fault = Unreadable("PRO515", other=taken[path])
            if fault is None:
                good.append(path)
            else:
                self.files.append(path)
                self.report(fault.code, Place(path), fault.facts)
                self.watch_unread(path)
        return good

    def material(self, edition: str, programme: list[str], reports: list[str]) -> Material | None:
        """An edition's files as models; None if one that all else rests on is not there."""
        folder = f"{PROGRAMME}/{edition}"
        values: dict[str, Filed[Any]] = {}
        there = {p.removeprefix(f"{folder}/") for p in programme}
        for path in programme:
            name = path.removeprefix(f"{folder}/").removesuffix(".yaml")
            if name not in PROGRAMME_KINDS or not path.endswith(".yaml"):
                self.stray(path, self._meant(path, there))
                continue
            found = self.model(path, PROGRAMME_KINDS[name], name)
            if found is not None:
                values[name] = Filed(path, found)
        for name in _REQUIRED:
            if f"{name}.yaml" not in there:
                self.report("PRO501", Place(f"{folder}/{name}.yaml"))
        submitted, refused = self.submissions(reports)
        if any(name not in values for name in _REQUIRED):
            return None
        if any(f"{name}.yaml" in there and name not in values for name in PROGRAMME_KINDS):
            return None
        none: Filed[Duties] = Filed(f"{folder}/duties.yaml", Duties(kind="duties"))
        return Material(
            edition=edition,
            programme_file=values["programme"],
            register_file=values["boards"],
            obligations_file=values["obligations"],
            duties_file=values.get("duties", none),
            review_file=values.get("review"),
            submitted=submitted,
            refused=refused,
            programme_paths=tuple(values[k].path for k in PROGRAMME_KINDS if k in values),
        )

    def _meant(self, path: str, there: set[str]) -> Facts | None:
        """Which file of the edition's a stray one in its folder is meant for, if any."""
        if path.count("/") > 2:  # noqa: PLR2004  program, edition, name
            return None
        lacking = [name for name in PROGRAMME_KINDS if f"{name}.yaml" not in there]
        return misspelt(path, lacking, lambda: self.source.read(path, limits(path).size))

    def exemptions(self) -> Filed[Exemptions] | None:
        """The file of what may stand all the same."""
        read_file = self.value(EXEMPTIONS)
        if read_file is None:
            return None
        found = self.fitted(EXEMPTIONS, Exemptions, read_file)
        return Filed(EXEMPTIONS, found) if found is not None else None

    def submissions(
        self, paths: list[str]
    ) -> tuple[tuple[Submitted[Submission], ...], tuple[Slot, ...]]:
        """The submissions that could be read, and the slots of those that could not."""
        submitted, refused = [], []
        for path in paths:
            slot = slot_of(path)
            if slot is None:
                self.stray(path)
                continue
            value = self.submission(path, slot)
            if value is None:
                refused.append(slot)
            else:
                submitted.append(Submitted(slot, value, self.seal(path, value)))
        return tuple(submitted), tuple(refused)

    def submission(self, path: str, slot: Slot) -> Submission | None:
        read_file = self.value(path)
        if read_file is None:
            return None
        said = read_file.kind
        kind = said if isinstance(said, str) and said in SUBMISSION_KINDS else slot.kind
        return self.fitted(path, SUBMISSION_KINDS[kind], read_file)

    def seal(self, path: str, value: Submission) -> Seal:
        """Whether its fingerprint fits. Only a file that has one is read again for it."""
        if isinstance(value, Baseline) or value.decision is None:
            return "none"
        if value.decision.fingerprint is None:
            return "none"
        from prostcli.load.layout import layout
        from prostcli.load.seal import fingerprint

        try:
            found = fingerprint(layout(decode(self.source.read(path, SUBMISSION_LIMITS.size))))
        except (Unreadable, Refusal):  # it has changed this very moment
            return "broken"
        return "intact" if found == value.decision.fingerprint else "broken"

    def model(self, path: str, model: type[BaseModel], kind: str) -> BaseModel | None:
        read_file = self.value(path)
        if read_file is None:
            return None
        said = read_file.kind
        if isinstance(said, str) and said in PROGRAMME_KINDS:
            kind = said
        if PROGRAMME_KINDS[kind] is not model:
            self.misfits(path, [Misfit("PRO502", ("kind",), False, {"kind": kind})])  # noqa: FBT003
            return None
        return self.fitted(path, model, read_file)

    def fitted(self, path: str, model: type[M], read_file: "_Read") -> M | None:
        """What was read as a model; None, and diagnostics, where it does not fit."""
        found, misfits = fit(model, read_file.value)
        self.misfits(path, misfits)
        for cut in cuts(read_file.text, limits(path), model):
            facts = {"key": cut.key, "kept": cut.kept, "lost": cut.lost}
            variant = {} if cut.kept else {"variant": "all"}
            self.report("PRO017", Place(path, cut.pointer), facts | variant, cut.span)
        return found

    def value(self, path: str) -> "_Read | None":
        """A file's value; None, and a diagnostic, where it cannot be read."""
        self.files.append(path)
        most = limits(path)
        spans = self.texts.setdefault(path, Spans.none()) if self.placed else None
        try:
            data = self.source.read(path, most.size)
            # Looked through before it is read as YAML: what is refused must be safe to commit too.
            plain = self.watch(path, data)
            if data.startswith(LFS_POINTER):
                raise Refusal("PRO518", START_OF_FILE)  # noqa: TRY301  as all that is refused
            text = decode(data)
            value = read(text, most, spans)
        except Unreadable as error:
            self.report(error.code, Place(path), error.facts)
            self.watch(path)
        except Refusal as error:
            self.report(error.code, Place(path), error.facts, error.span)
        else:
            self.letters(path, text, value)
            if self.watchful and "\\" in text:
                self.watch_values(path, value, plain)
            return _Read(text, value)
        return None

    def letters(self, path: str, text: str, value: Any) -> None:
        """Letters that were read in another encoding, or lost, before the file was saved."""
        if text.isascii() and "\\" not in text:
            return
        from prostcli.load.misreading import misread

        words = list(misread(text))
        if words:
            starts = line_starts(text)
            for word in words:
                self.report_letters(Place(path), word, span_between(starts, word.start, word.end))
        if "\\" in text:  # written as escapes
            known = {w.written for w in words}
            for pointer, on_key, inner in texts(value):
                for word in misread(inner):
                    if word.written not in known:
                        place = Place(path, pointer, on_key)
                        self.report_letters(place, word, span_of(self.spans(path), place))

    def report_letters(self, place: Place, word: "Misread", span: Span) -> None:
        code = "PRO018" if word.meant else "PRO019"
        self.report(code, place, {"written": word.written, "meant": word.meant}, span)

    def watch(self, path: str, data: bytes = b"") -> list[Seen]:
        """What can point at a person in a file's name and text."""
        if not self.watchful:
            return []
        from prostcli.load.personal import in_name, in_text, searchable

        text = searchable(data)
        if text is None:
            self.report("PRO612", Place(path))
        found = in_text(path, text or "")
        self.seen += [*in_name(path), *found]
        return found

    def watch_unread(self, path: str) -> None:
        """The same for a file that is not read as one of ours."""
        data = b""
        if self.watchful and self.source.oddity(path) is None:
            try:
                data = self.source.read(path, PROGRAMME_LIMITS.size)
            except Unreadable:
                self.report("PRO612", Place(path))
        self.watch(path, data)

    def watch_values(self, path: str, value: Any, plain: list[Seen]) -> None:
        """What shows only in the values; where it stands is looked up only for what is found."""
        from prostcli.load.personal import in_values

        for place, sighting in in_values(path, value, plain):
            spans = self.spans(path)
            self.seen.append(Seen(path, span_of(spans, place), sighting))

    def misfits(self, path: str, misfits: list[Misfit]) -> None:
        """What does not fit, at the place in the text: it is read again with spans only then."""
        if not misfits:
            return
        spans = self.spans(path)
        for misfit in misfits:
            place = Place(path, misfit.pointer, misfit.on_key)
            self.report(misfit.code, place, misfit.facts, span_of(spans, place))

    def spans(self, path: str) -> Spans:
        if path not in self.texts:
            self.texts[path] = _spans(self.source, path)
        return self.texts[path]

    def stray(self, path: str, meant: Facts | None = None) -> bool:
        """A file that is none of ours: said, since a report with a wrong name is no report.

        `meant`: the facts of a file of the programme's that has a slip in its name.
        """
        self.watch_unread(path)
        if path.rpartition("/")[2] in NOT_DATA:
            self.files += [path] if self.watchful else []
            return False
        self.files.append(path)
        odd = self.source.oddity(path)
        if odd is not None:
            self.report(odd.code, Place(path), odd.facts)
        else:
            facts = _stray_as(path) if meant is None else meant
            draft = facts.get("variant") == "programme" and is_beside(path, PROGRAMME_KINDS)
            self.report("PRO503", Place(path), facts, severity=Severity.WARNING if draft else None)
        return True
