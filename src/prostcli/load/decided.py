"""Plans and reports before and after a change: whether what was decided in them still stands.

What counts as a change is `rules/changes.py`; here the versions are found and read.
"""

import stat
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeGuard

from prostcli.errors import ProstError
from prostcli.load.files import REPORTS, Files, Unreadable, passed_over
from prostcli.load.git.blobs import contents
from prostcli.load.git.entries import Entry
from prostcli.load.git.past import past
from prostcli.load.git.place import NotPlain
from prostcli.load.git.repository import Repository, fork, head, repository
from prostcli.load.git.snapshot import committed
from prostcli.load.git.steps import FileStep, steps
from prostcli.load.layout import layout
from prostcli.load.schema import fit
from prostcli.load.seal import fingerprint
from prostcli.load.workspace import SUBMISSION_KINDS, slot_of
from prostcli.load.yaml import SUBMISSION_LIMITS, Refusal, decode, read
from prostcli.model.material import Slot
from prostcli.rules.changes import Rewriting, Step, Version, rewriting, rewritten


class Found(NamedTuple):
    """What was decided in a file and no longer stands there."""

    commit: str
    """The commit that changed it; empty where it is not committed."""
    slot: Slot
    how: Rewriting


def in_states(before: Files, after: Files, paths: Iterable[str]) -> list[Found]:
    """What differs between two states of the files, in those that are named.

    Not what cannot be read in the later one: that is an error of its own, to be mended first.
    """
    slots = [slot for path in sorted(paths) if (slot := submission(path)) is not None]
    old = {slot.path: _in_state(before, slot) for slot in slots}
    if not any(version.stays for version in old.values()):
        return []
    made = [Step("", old[slot.path], _in_state(after, slot)) for slot in slots]
    found = rewritten(made, lambda wanted: [s.after for s in made if wanted(s.after.slot)])
    return [one for one in map(Found._make, found) if one.how.way != "unread"]


def in_range(repo: Repository, span: str) -> list[Found]:
    """What the commits of a range did, and left so."""
    told = steps(repo, span)
    files = [s for s in told.files if submission(s.path) is not None]
    across = [s for s in told.across if submission(s.path) is not None]
    if not any(s.old for s in (*files, *across)):
        return []  # files that came: nothing in them was decided before
    versions = _Versions(repo)
    files = list(_without_what_others_did(repo, told.merges, versions, files))
    _, last = committed(repo, told.until, [REPORTS])
    there = [s for step in across + files if (s := submission(step.path)) is not None]
    slots = {slot.path: slot for slot in there}
    read = _without_what_merely_came(files)
    found = [Found(*one) for one in versions.rewritten(read, slots, last.entries)]
    # A merge that took the one side's file, and not what had been decided on the other, has
    # changed nothing for the one that it was taken from. Where the range ends it shows.
    already = {one.slot.path for one in found}
    left = [s for s in across if s.old is not None]
    late = (Found(*one) for one in versions.rewritten(left, slots, last.entries))
    return found + [one for one in late if one.slot.path not in already]


def last_decided(root: Path, path: str) -> str | None:
    """The last commit that has a file that is gone, if it was decided; else None.

    None also where git cannot tell.
    """
    try:
        repo = repository(root)
        tip = head(repo)
        if tip is None:
            return None
        there = committed(repo, tip, [path])[1].entries.get(path)
        found = (tip, there.blob) if there is not None else _before_it_went(repo, path, tip)
        if found is not None:
            version = _Versions(repo).at(path, Entry(stat.S_IFREG, found[1]))
            return found[0] if version.stays else None
    except NotPlain:
        raise
    except ProstError:
        pass
    return None


def _before_it_went(repo: Repository, path: str, tip: str) -> tuple[str, str] | None:
    """The last commit that has a file, and the file, where the newest has none."""
    known = past(repo, [path], tip)
    return next(
        (
            (parent, blob)
            for made in known.commits.values()
            for parent in made.parents
            if (blob := known.before(parent, made.hash).get(path)) is not None
        ),
        None,
    )


def submission(path: str) -> Slot | None:
    """What a path is as a submission; None for any other file."""
    if not path.startswith(f"{REPORTS}/") or passed_over(path):
        return None
    return slot_of(path)


def _without_what_others_did(
    repo: Repository,
    merges: dict[str, tuple[str, ...]],
    versions: "_Versions",
    files: list[FileStep],
) -> Iterator[FileStep]:
    """Steps without what a merge took as another of its parents has it, who had had it as decided.

    That line changed it, and is judged for it: in the range, or in what the range is merged into.
    """
    states: dict[str, Mapping[str, Entry]] = {}
    forks: dict[tuple[str, str], str | None] = {}

    def entry(commit: str, path: str) -> Entry | None:
        if commit not in states:
            states[commit] = committed(repo, commit, [REPORTS])[1].entries
        return states[commit].get(path)

    def had(before: Version, one: str, other: str) -> bool:
        """Whether it was as decided already where two commits parted."""
        if (one, other) not in forks:
            forks[one, other] = fork(repo, one, other)
        parted, path = forks[one, other], before.slot.path
        return parted is not None and not rewriting(before, versions.at(path, entry(parted, path)))

    of_merges = [step for step in files if step.commit in merges]
    old = versions.each((step.path, step.old) for step in of_merges)
    for step in files:
        if step.commit not in merges:
            yield step
            continue
        first, *others = merges[step.commit]
        before = next(old)
        if not before.stays:
            yield step
            continue
        taken = (o for o in others if entry(o, step.path) == step.new)
        if not any(had(before, first, other) for other in taken):
            yield step


_AT_ONCE = 16
"""Versions that git is asked for together: at most 4 MiB, since a submission has a limit."""
_KEPT = 3 * 1024 * 1024
"""Bytes of the files whose versions are kept: many are asked for again soon. What is kept is what
was read of them, some ten times as large."""


class _Versions:
    """Versions of submissions that git keeps, of which those that were read last are held.

    A range may have any number of them, each as large as a file may be.
    """

    def __init__(self, repo: Repository) -> None:
        self._repo = repo
        self._last: dict[tuple[str, str], tuple[Version, int]] = {}
        """By blob and kind, with the size of the file; in no other respect does a place matter."""
        self._size = 0

    def rewritten(
        self, files: list[FileStep], slots: Mapping[str, Slot], last: Mapping[str, Entry]
    ) -> Iterator[tuple[str, Slot, Rewriting]]:
        """What these steps did and left so, where `last` is what there is of `slots` in the end."""
        return rewritten(
            self._made(files),
            lambda wanted: self.each(
                (path, last.get(path)) for path, slot in slots.items() if wanted(slot)
            ),
        )

    def _made(self, files: list[FileStep]) -> Iterator[Step]:
        both = self.each((s.path, entry) for s in files for entry in (s.old, s.new))
        for s in files:
            yield Step(s.commit, before=next(both), after=next(both))

    def at(self, path: str, entry: Entry | None) -> Version:
        """A file as an entry has it."""
        return next(self.each([(path, entry)]))

    def each(self, wanted: Iterable[tuple[str, Entry | None]]) -> Iterator[Version]:
        """Files as some entries have them, in order."""
        rest = iter(wanted)
        while group := list(islice(rest, _AT_ONCE)):
            yield from self._together(group)

    def _together(self, group: list[tuple[str, Entry | None]]) -> Iterator[Version]:
        asked = [(slot, entry) for path, entry in group if (slot := submission(path)) is not None]
        read = dict(self._read((entry.blob, slot) for slot, entry in asked if _is_file(entry)))
        for slot, entry in asked:
            if _is_file(entry):
                yield read[entry.blob, slot.kind]._replace(slot=slot)
            else:
                yield Version(slot, there=entry is not None)

    def _read(
        self, wanted: Iterable[tuple[str, Slot]]
    ) -> Iterator[tuple[tuple[str, str], Version]]:
        unread: dict[str, dict[str, Slot]] = {}
        for blob, slot in wanted:
            held = self._last.get((blob, slot.kind))
            if held is not None:
                yield (blob, slot.kind), held[0]
            else:
                unread.setdefault(blob, {})[slot.kind] = slot
        for blob, data in contents(self._repo, unread, SUBMISSION_LIMITS.size):
            for kind, slot in unread[blob].items():
                version = _version(slot, data)
                self._keep((blob, kind), version, len(data or b""))
                yield (blob, kind), version

    def _keep(self, key: tuple[str, str], version: Version, size: int) -> None:
        self._last[key] = version, size
        self._size += size
        while self._size > _KEPT:
            self._size -= self._last.pop(next(iter(self._last)))[1]


def _without_what_merely_came(files: list[FileStep]) -> list[FileStep]:
    """Steps without the files that came in a commit which changes none, and were never there.

    They rewrite nothing, put nothing back, and nothing has moved to them.
    """
    changing = {step.commit for step in files if step.old is not None}
    there: set[str] = set()
    left: list[FileStep] = []
    for step in files:
        if step.commit in changing or step.path in there:
            there.add(step.path)
            left.append(step)
    return left


def _is_file(entry: Entry | None) -> TypeGuard[Entry]:
    return entry is not None and stat.S_ISREG(entry.mode)


def _in_state(files: Files, slot: Slot) -> Version:
    odd = files.oddity(slot.path)
    if odd is not None:
        return Version(slot, there=odd.facts.get("variant") not in ("gone", "folder"))
    try:
        return _version(slot, files.read(slot.path, SUBMISSION_LIMITS.size))
    except Unreadable:
        return Version(slot)


def _version(slot: Slot, data: bytes | None) -> Version:
    """A submission's bytes as what they say; None for more than a submission may hold."""
    if data is None:
        return Version(slot)
    try:
        text = decode(data)
        value = read(text, SUBMISSION_LIMITS)
    except Refusal:
        return Version(slot)
    said = value.get("kind") if isinstance(value, dict) else None
    kind = said if isinstance(said, str) and said in SUBMISSION_KINDS else slot.kind
    found, _ = fit(SUBMISSION_KINDS[kind], value)
    return Version(slot, found, fingerprint(layout(text))) if found is not None else Version(slot)
