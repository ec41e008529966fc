"""Plans and reports before and after a change: whether what was decided in them still stands.

What counts as a change is `rules/changes.py`; here the versions are found and read.
"""

import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from prostcli.errors import ProstError
from prostcli.load.files import REPORTS, Files, Unreadable, passed_over
from prostcli.load.git.blobs import contents
from prostcli.load.git.entries import Entry
from prostcli.load.git.past import past
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
    before: Version
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
    found = rewritten(made, {s.after.slot.path: s.after for s in made})
    return [one for one in map(Found._make, found) if one.how.way != "unread"]


def in_range(repo: Repository, span: str) -> list[Found]:
    """What the commits of a range did, and left so."""
    told = steps(repo, span)
    files = [s for s in told.files if submission(s.path) is not None]
    across = [s for s in told.across if submission(s.path) is not None]
    if not any(s.old for s in (*files, *across)):
        return []  # files that came: nothing in them was decided before
    versions = _Versions(repo)
    versions.fetch(s.old for s in (*files, *across))
    files = list(_without_what_others_did(repo, told.merges, versions, files))
    _, last = committed(repo, told.until, [REPORTS])
    found = [Found(*one) for one in versions.rewritten(files, last.entries)]
    # A merge that took the one side's file, and not what had been decided on the other, has
    # changed nothing for the one that it was taken from. Where the range ends it shows.
    already = {one.before.slot.path for one in found}
    late = (Found(*one) for one in versions.rewritten(across, last.entries))
    return found + [one for one in late if one.before.slot.path not in already]


def last_decided(root: Path, path: str) -> str | None:
    """The last commit that has a file that is gone, if it was decided; else None.

    None also where git cannot tell.
    """
    with suppress(ProstError):
        repo = repository(root)
        tip = head(repo)
        if tip is None:
            return None
        there = committed(repo, tip, [path])[1].entries.get(path)
        found = (tip, there.blob) if there is not None else _before_it_went(repo, path, tip)
        if found is not None:
            version = _Versions(repo).at(path, Entry(stat.S_IFREG, found[1]))
            return found[0] if version.stays else None
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
    files: Iterable[FileStep],
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

    for step in files:
        first, *others = merges.get(step.commit, ("",))
        before = versions.at(step.path, step.old)
        if not others or not before.stays:
            yield step
            continue
        taken = (o for o in others if entry(o, step.path) == step.new)
        if not any(had(before, first, other) for other in taken):
            yield step


class _Versions:
    """Versions of submissions that git keeps, each read once."""

    def __init__(self, repo: Repository) -> None:
        self._repo = repo
        self._blobs: dict[str, bytes | None] = {}
        self._read: dict[tuple[str, str], Version] = {}

    def fetch(self, entries: Iterable[Entry | None]) -> None:
        """The bytes of all of them at once."""
        asked = (e.blob for e in entries if e is not None and stat.S_ISREG(e.mode))
        wanted = {blob: None for blob in asked if blob not in self._blobs}
        self._blobs |= dict(contents(self._repo, wanted, SUBMISSION_LIMITS.size))

    def rewritten(
        self, files: list[FileStep], last: Mapping[str, Entry]
    ) -> Iterator[tuple[str, Version, Rewriting]]:
        """What these steps did and left so, where `last` is what there is in the end."""
        decided = {s.path for s in files if s.old is not None and self.at(s.path, s.old).stays}
        if not decided:
            return iter(())
        # Beside them only what came: one of those that are gone may have moved there.
        files = [s for s in files if s.path in decided or s.old is None]
        self.fetch(entry for s in files for entry in (s.new, last.get(s.path)))
        made = [Step(s.commit, self.at(s.path, s.old), self.at(s.path, s.new)) for s in files]
        return rewritten(made, {s.path: self.at(s.path, last.get(s.path)) for s in files})

    def at(self, path: str, entry: Entry | None) -> Version:
        """A file as an entry has it."""
        slot = submission(path)
        assert slot is not None  # noqa: S101  only such are asked for
        if entry is None:
            return Version(slot, there=False)
        if not stat.S_ISREG(entry.mode):
            return Version(slot)
        key = (path, entry.blob)
        if key not in self._read:
            if entry.blob not in self._blobs:
                self.fetch([entry])
            self._read[key] = _version(slot, self._blobs[entry.blob])
        return self._read[key]


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
