"""When each file, and each entry of a submission, was last changed in git.

All in one pass over the log: git is asked a handful of times, however many files there are.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from prostcli.errors import ProstError
from prostcli.load.files import Unreadable
from prostcli.load.git.blobs import blob_name, contents
from prostcli.load.git.log import Version, commit_facts, log
from prostcli.load.git.repository import repository
from prostcli.load.git.snapshot import committed
from prostcli.load.layout import layout
from prostcli.load.schema import fit
from prostcli.load.seal import fingerprint
from prostcli.load.workspace import Workspace, limits
from prostcli.load.yaml import SUBMISSION_LIMITS, Refusal, decode, read
from prostcli.model.history import NOT_IN_GIT, UNCOMMITTED, InGit, Touched
from prostcli.model.submissions import Baseline, Submission

HEAD = ""
"""The subject of what stands before the entries: what the file is, and its decision."""


def in_git(workspace: Workspace, folders: Iterable[str], ref: str = "HEAD") -> InGit:
    """How the files below some folders stand in git at a ref; `NOT_IN_GIT` where there is none."""
    with suppress(ProstError):
        known = _History(workspace, folders, ref)
        below = tuple(f"{folder}/" for folder in folders)
        present = {path for path in workspace.files if path.startswith(below)}
        committed = {path for path in known.head.entries if path.startswith(below)}
        read = {path for path in committed if path.endswith(".yaml")}
        files = {
            path: UNCOMMITTED if known.differs(path) else known.facts[versions[0].commit]
            for path, versions in known.versions.items()
            if path in present or path in committed
        }
        return InGit(
            files=files,
            commit=known.latest,
            changed=not (read <= present <= committed) or UNCOMMITTED in files.values(),
            prefix=known.repo.prefix,
        )
    return NOT_IN_GIT


def entries_changed(
    workspace: Workspace, folder: str, paths: Iterable[str]
) -> dict[tuple[str, str], Touched]:
    """The commit that last changed what each entry says, by path and measure or duty.

    An entry that only moved, or was laid out anew, has not changed. Empty where there is no git.
    """
    with suppress(ProstError):
        known = _History(workspace, [folder])
        wanted = list(paths)
        known.fetch(wanted)
        return {
            (path, subject): touched for path in wanted for subject, touched in known.entries(path)
        }
    return {}


def sealed_version(workspace: Workspace, path: str, now: Submission) -> Submission | None:
    """A sealed file as it was sealed, where git holds such a version."""
    decision = None if isinstance(now, Baseline) else now.decision
    if decision is None:
        return None
    with suppress(ProstError):
        known = _History(workspace, [path])
        for version in known.versions.get(path, ()):
            data = known.data(path, version.blob)
            with suppress(Refusal):
                text = decode(data or b"")
                if fingerprint(layout(text)) == decision.fingerprint:
                    return fit(type(now), read(text, SUBMISSION_LIMITS))[0]
    return None


class _History:
    """The versions of the files below some folders, the newest first.

    Raises `ProstError` where there is no git, no repository, no commit, or not all that it needs.
    """

    def __init__(self, workspace: Workspace, folders: Iterable[str], ref: str = "HEAD") -> None:
        self.workspace = workspace
        self.repo = repo = repository(workspace.root)
        folders = tuple(folders)
        head, self.head = committed(repo, ref, folders)
        self.versions: dict[str, list[Version]] = {}
        self.latest = ""
        """The newest commit that changed any of the files."""
        for version in log(repo, folders, head):
            self.latest = self.latest or version.commit
            self.versions.setdefault(version.path, []).append(version)
        self.facts = {
            made: Touched(made[:9], day, author, or_earlier)
            for made, day, author, or_earlier in commit_facts(
                repo, {v.commit for versions in self.versions.values() for v in versions}
            )
        }
        self.blobs: dict[str, bytes | None] = {}

    def differs(self, path: str) -> bool:
        """Whether the file is not as the last commit has it.

        By git's own name for its bytes, so that git need not be asked for them.
        """
        entry = self.head.entries.get(path)
        try:
            data = self.workspace.source.read(path, limits(path).size)
        except Unreadable:
            return True
        return entry is None or blob_name(data, like=entry.blob) != entry.blob

    def entries(self, path: str) -> Iterator[tuple[str, Touched]]:
        """Each entry of the file as it is, and the oldest commit since which it has said so."""
        present = _entries(self._present(path)) or {}
        left = dict(present)
        since: dict[str, Touched] = dict.fromkeys(left, UNCOMMITTED)
        for version in self.versions.get(path, ()):
            old = _entries(self.data(path, version.blob))
            if old is None:
                continue  # it could not be read: that says nothing of what it meant
            left = {s: e for s, e in left.items() if old.get(s) == e}
            if not left:
                break
            since |= dict.fromkeys(left, self.facts[version.commit])
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


def _entries(data: bytes | None) -> Mapping[str, Any] | None:
    """What a version says, by measure or duty; what stands before the entries under `HEAD`.

    None where it cannot be read.
    """
    try:
        value = read(decode(data or b""), SUBMISSION_LIMITS)
    except Refusal:
        return None
    if not isinstance(value, dict):
        return None
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
