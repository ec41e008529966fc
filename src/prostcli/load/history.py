"""When each file, and each entry of a submission, was last changed in git, and by whom.

All in one pass over the log: git is asked a handful of times, however many files there are.
"""

import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, get_args

from prostcli.errors import ProstError
from prostcli.load.files import REPORTS, Unreadable, passed_over
from prostcli.load.git.answers import SUBMODULE
from prostcli.load.git.blobs import as_git_has_it, contents
from prostcli.load.git.entries import Entry
from prostcli.load.git.past import Past, Said, first_said, past
from prostcli.load.git.place import NotPlain
from prostcli.load.git.repository import head, repository
from prostcli.load.git.snapshot import committed
from prostcli.load.layout import layout
from prostcli.load.schema import fit
from prostcli.load.seal import fingerprint
from prostcli.load.workspace import NOT_DATA, Workspace, limits
from prostcli.load.yaml import SUBMISSION_LIMITS, Refusal, decode, read
from prostcli.model.fields import without_persons
from prostcli.model.history import NOT_IN_GIT, UNCOMMITTED, Changed, InGit, Lack, Sealed, Touched
from prostcli.model.submissions import Baseline, Submission

HEAD = ""
"""The subject of what stands before the entries: what the file is, and its decision."""
_SILENT = ("no-git", "no-repository")
"""Where there is no git, nothing is said of it."""
_FILES = (stat.S_IFREG, stat.S_IFLNK)
"""Not another repository's commit, which stands where there is a folder."""


def in_git(workspace: Workspace, folders: Iterable[str], ref: str | None = None) -> InGit:
    """How the files below some folders stand in git at a ref; `NOT_IN_GIT` where there is none.

    Cannot run: there is a repository, and it cannot tell, as of what a shallow clone has cut off.
    """
    folders = tuple(folders)
    try:
        known = _History(workspace, folders, ref)
    except ProstError as error:
        if error.code in _SILENT:
            return NOT_IN_GIT
        raise
    if not known.past.commits:
        return NOT_IN_GIT
    below = tuple(f"{folder}/" for folder in folders)
    present = {path for path in workspace.files if path.startswith(below) and _is_told(path)}
    committed = {
        path: entry
        for path, entry in known.entries.items()
        if path.startswith(below) and _is_told(path) and stat.S_IFMT(entry.mode) in _FILES
    }
    # Of what is no YAML nothing but the name is told, however large it is.
    read = {path: entry.blob for path, entry in committed.items() if path.endswith(".yaml")}
    files: dict[str, Touched] = {}
    with_lf = set()
    since = first_said(
        known.past,
        {path: (blob, {HEAD: blob}) for path, blob in read.items()},
        lambda _, blob: {HEAD: blob},
    )
    for (path, _), made in since.items():
        if made is None:
            raise ProstError("shallow")
        if not stat.S_ISREG(committed[path].mode):  # where a link leads is not looked at
            same = workspace.source.oddity(path) is not None
        else:
            data = known.present(path, limits(path).size)
            kept = as_git_has_it(data, read[path]) if data is not None else None
            same = kept is not None
            if same and kept != data:
                with_lf.add(path)
        files[path] = known.touched(made) if same else UNCOMMITTED
    return InGit(
        files=files,
        commit=known.past.latest,
        changed=present != committed.keys() or UNCOMMITTED in files.values(),
        prefix=known.repo.prefix,
        with_lf=frozenset(with_lf),
    )


def _is_told(path: str) -> bool:
    """Whether a document hangs on it, if only by telling that there is such a file."""
    return not passed_over(path) and path.rpartition("/")[2] not in NOT_DATA


def entries_changed(workspace: Workspace, folder: str, paths: Iterable[str]) -> Changed:
    """The commit that last changed what each entry says.

    An entry that only moved, or was laid out anew, has not changed. Where git cannot tell of one it
    is not there, and `lack` says why; all is empty where there is no git.
    """
    try:
        known = _History(workspace, [folder])
        since, now = known.entries_since(set(paths))
        apart = known.apart(path for path, _ in now)
    except NotPlain:
        raise
    except ProstError as error:
        return Changed({}, "" if error.code in _SILENT else _lack(error))
    found = {key: UNCOMMITTED for key in now if key[0] not in apart}
    for key, made in since.items():
        if made is None:
            del found[key]
        else:
            found[key] = known.touched(made)
    return Changed(found, "shallow" if None in since.values() else "submodule" if apart else "")


def sealed_version(workspace: Workspace, path: str, now: Submission) -> Sealed:
    """A sealed file as it was sealed, where git holds such a version."""
    decision = None if isinstance(now, Baseline) else now.decision
    if decision is None:
        return Sealed(None)
    try:
        known = _History(workspace, [path])
        for blob in known.blobs_of(path):
            with suppress(Refusal):
                text = decode(known.data(path, blob) or b"")
                if fingerprint(layout(text)) == decision.fingerprint:
                    return Sealed(fit(type(now), read(text, SUBMISSION_LIMITS))[0])
    except NotPlain:
        raise
    except ProstError as error:
        return Sealed(None, "" if error.code in _SILENT else _lack(error))
    return Sealed(None, "shallow" if known.repo.shallow else "")


def _lack(error: ProstError) -> Lack:
    return next((lack for lack in get_args(Lack) if lack == error.code), "failed")


class _History:
    """The versions of the files below some folders.

    Raises `ProstError` where there is no git, no repository, or not all that it needs.
    """

    def __init__(
        self, workspace: Workspace, folders: Iterable[str], ref: str | None = None
    ) -> None:
        self.workspace = workspace
        self.repo = repository(workspace.root)
        self.entries: Mapping[str, Entry] = {}
        self.past = Past(self.repo, {})
        self.tip = ref or head(self.repo)
        if self.tip is not None:  # else there is no commit yet
            folders = tuple(folders)
            self.tip, snapshot = committed(self.repo, self.tip, folders)
            self.entries = snapshot.entries
            self.past = past(self.repo, folders, self.tip)
        self._blobs: dict[str, bytes | None] = {}
        self._said: dict[str, Said | None] = {}

    def apart(self, paths: Iterable[str]) -> set[str]:
        """Those that lie in another repository: this one has the folder and none of its files."""
        unknown = {path for path in paths if path not in self.entries}
        if not unknown or self.tip is None:
            return set()
        there = committed(self.repo, self.tip, [REPORTS])[1].entries
        others = tuple(
            f"{path}/" for path, entry in there.items() if stat.S_IFMT(entry.mode) == SUBMODULE
        )
        return {path for path in unknown if path.startswith(others)}

    def touched(self, commit: str) -> Touched:
        """What is told of a commit."""
        made = self.past.commits[commit]
        return Touched(made.hash[:9], made.day, without_persons(made.author))

    def present(self, path: str, limit: int) -> bytes | None:
        """The file as it is; None where it cannot be read."""
        try:
            return self.workspace.source.read(path, limit)
        except Unreadable:
            return None

    def entries_since(
        self, paths: set[str]
    ) -> tuple[dict[tuple[str, str], str | None], list[tuple[str, str]]]:
        """The commit since which each entry has said what it says, and all entries there are."""
        files, now = {}, []
        for path in sorted(paths):
            here = entries_of(self.present(path, SUBMISSION_LIMITS.size)) or {}
            now += [(path, subject) for subject in here]
            if path in self.entries:
                files[path] = (self.entries[path].blob, here)
        self.fetch(blob for path in files for blob in self.blobs_of(path))
        return first_said(self.past, files, self.said), now

    def said(self, path: str, blob: str) -> Said | None:
        """What a version says of each subject; None where it cannot be read."""
        if blob not in self._said:
            self._said[blob] = entries_of(self.data(path, blob))
        return self._said[blob]

    def blobs_of(self, path: str) -> list[str]:
        """All that a file is and has been, the newest first."""
        latest = [self.entries[path].blob] if path in self.entries else []
        return list(dict.fromkeys([*latest, *self.past.versions(path)]))

    def fetch(self, blobs: Iterable[str]) -> None:
        """All of some blobs at once."""
        self._blobs |= contents(self.repo, dict.fromkeys(blobs), SUBMISSION_LIMITS.size)

    def data(self, path: str, blob: str) -> bytes | None:
        """A version's bytes; None where it is too large."""
        if blob not in self._blobs:
            self.fetch(self.blobs_of(path))
        return self._blobs[blob]


def entries_of(data: bytes | None) -> Said | None:
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
