"""A change that a check is of: which files differ between which two states."""

from pathlib import Path
from typing import NamedTuple

from prostcli.load.files import OURS, Folder, passed_over
from prostcli.load.git.changes import as_left, differing
from prostcli.load.git.entries import must_be_ours
from prostcli.load.git.repository import Repository
from prostcli.load.git.snapshot import Snapshot, in_index, last_commit, to_be_committed
from prostcli.load.workspace import Workspace


class Change(NamedTuple):
    """The files that differ between two states, and the states."""

    paths: frozenset[str]
    before: Snapshot
    after: Snapshot | None
    """None: the files as they stand in the folder."""

    @property
    def replaced(self) -> Snapshot:
        """What the changed files were: of the state before no more than they, which is quick."""
        there = self.before.entries
        return Snapshot(self.before.repo, {p: there[p] for p in self.paths if p in there})

    @property
    def announced(self) -> list[str]:
        """Files of the workspace's that git knows the names of, and that will not be committed."""
        return sorted(self.after.announced & self.paths) if self.after is not None else []

    def removed(self, workspace: Workspace) -> set[str]:
        """The workspace's own files that are no longer there."""
        there = set(workspace.files)
        return {
            path
            for path in self.paths & self.before.entries.keys()
            if path.startswith(OURS)
            and not passed_over(path)
            and path not in there
            and (odd := workspace.source.oddity(path)) is not None
            and odd.facts.get("variant") == "gone"
        }


def change_of(root: Path, repo: Repository, *, staged: bool, since: str | None) -> Change | None:
    """What the next commit changes, or what has changed since the branch left `since`."""
    if staged:
        changed, store = to_be_committed(repo)
        must_be_ours(store.entries.items())
        announced = frozenset(path for path in store.announced if path.startswith(OURS))
        return Change(changed | announced, last_commit(repo), store)
    if since is None:
        return None
    before = as_left(repo, since)
    must_be_ours(before.entries.items())
    must_be_ours(in_index(repo).items())
    return Change(differing(before, Folder(root)), before, None)
