"""When each file, and each entry of a submission, was last changed in git.

All in one pass over the log: git is asked a handful of times, however many files there are.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from prostcli.errors import ProstError
from prostcli.load.files import Unreadable
from prostcli.load.git import (
    Repository,
    Version,
    commit_facts,
    committed,
    contents,
    log,
    repository,
)
from prostcli.load.schema import fit
from prostcli.load.seal import fingerprint, layout
from prostcli.load.workspace import Workspace
from prostcli.load.yaml import SUBMISSION_LIMITS, Refusal, decode, read
from prostcli.model.history import UNCOMMITTED, Touched
from prostcli.model.submissions import Baseline, Submission

HEAD = ""
"""The subject of what stands before the entries: what the file is, and its decision."""


def files_changed(workspace: Workspace, folders: Iterable[str]) -> dict[str, Touched]:
    """The commit that last changed each file below some folders; empty where there is no git."""
    known = _History.of(workspace, folders)
    if known is None:
        return {}
    return {
        path: UNCOMMITTED if known.differs(path) else known.facts[versions[0].commit]
        for path, versions in known.versions.items()
        if known.differs(path) or known.newest_is_there(path)
    }


def entries_changed(
    workspace: Workspace, folder: str, paths: Iterable[str]
) -> dict[tuple[str, str], Touched]:
    """The commit that last changed what each entry says, by path and measure or duty.

    An entry that only moved, or was laid out anew, has not changed. Empty where there is no git.
    """
    known = _History.of(workspace, [folder])
    if known is None:
        return {}
    wanted = list(paths)
    known.fetch(wanted)
    return {(path, subject): touched for path in wanted for subject, touched in known.entries(path)}


def sealed_version(workspace: Workspace, path: str, now: Submission) -> Submission | None:
    """A sealed file as it was sealed, where git holds such a version."""
    decision = None if isinstance(now, Baseline) else now.decision
    known = _History.of(workspace, [path]) if decision is not None else None
    if known is None or decision is None:
        return None
    for version in known.versions.get(path, ()):
        data = known.data(path, version.blob)
        if data is None:
            continue
        try:
            text = decode(data)
            if fingerprint(layout(text)) == decision.fingerprint:
                return fit(type(now), read(text, SUBMISSION_LIMITS))[0]
        except Refusal:
            continue
    return None


class _History:
    """The versions of the files below some folders, the newest first."""

    def __init__(self, workspace: Workspace, repo: Repository, folders: Iterable[str]) -> None:
        self.workspace = workspace
        self.repo = repo
        self.versions: dict[str, list[Version]] = {}
        for version in log(repo, folders):
            self.versions.setdefault(version.path, []).append(version)
        self.facts = {
            made: Touched(made[:9], day, author, or_earlier)
            for made, day, author, or_earlier in commit_facts(
                repo, {v.commit for versions in self.versions.values() for v in versions}
            )
        }
        self.head = committed(repo, "HEAD")[1]
        self.blobs: dict[str, bytes | None] = {}

    @classmethod
    def of(cls, workspace: Workspace, folders: Iterable[str]) -> "_History | None":
        """None where there is no git, no repository or no commit."""
        try:
            return cls(workspace, repository(workspace.root), folders)
        except ProstError as error:
            if error.code in ("no-git", "no-repository", "git-failed", "no-ref"):
                return None
            raise

    def newest_is_there(self, path: str) -> bool:
        """Whether the newest version is the one of the last commit: not so after some merges."""
        entry = self.head.entries.get(path)
        return entry is not None and entry.blob == self.versions[path][0].blob

    def differs(self, path: str) -> bool:
        """Whether the file is not as the last commit has it."""
        try:
            committed_one = self.head.read(path, SUBMISSION_LIMITS.size)
            return self.workspace.source.read(path, SUBMISSION_LIMITS.size) != committed_one
        except Unreadable:
            return True

    def entries(self, path: str) -> Iterator[tuple[str, Touched]]:
        """Each entry of the file as it is, and the oldest commit since which it has said so."""
        present = _entries(self._present(path))
        left = dict(present)
        since: dict[str, Touched] = dict.fromkeys(left, UNCOMMITTED)
        for version in self.versions.get(path, ()):
            old = _entries(self.data(path, version.blob))
            left = {s: e for s, e in left.items() if old.get(s) == e}
            if not left:
                break
            since |= dict.fromkeys(left, self.facts[version.commit])
        if path in self.versions and not self.newest_is_there(path) and not self.differs(path):
            return  # a merge has made it what it is: nothing is said rather than something wrong
        yield from since.items()

    def _present(self, path: str) -> bytes | None:
        try:
            return self.workspace.source.read(path, SUBMISSION_LIMITS.size)
        except Unreadable:
            return None

    def fetch(self, paths: Iterable[str]) -> None:
        """All versions of some files at once."""
        wanted = {v.blob: None for path in paths for v in self.versions.get(path, ())}
        self.blobs |= dict(contents(self.repo, wanted, SUBMISSION_LIMITS.size))

    def data(self, path: str, blob: str) -> bytes | None:
        """A version's bytes; None where it is too large."""
        if blob not in self.blobs:
            self.fetch([path])
        return self.blobs[blob]


def _entries(data: bytes | None) -> Mapping[str, Any]:
    """What a version says, by measure or duty; what stands before the entries under `HEAD`."""
    if data is None:
        return {}
    try:
        value = read(decode(data), SUBMISSION_LIMITS)
    except Refusal:
        return {}
    if not isinstance(value, dict):
        return {}
    entries = value.get("entries")
    found: dict[str, Any] = {
        HEAD: {k: v for k, v in value.items() if k != "entries"},
    }
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict):
            subject = entry.get("obligation") or entry.get("duty")
            if isinstance(subject, str):
                found[subject] = entry
    return found
