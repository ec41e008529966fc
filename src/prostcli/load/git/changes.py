"""What differs from what git has, by the bytes: git is never made to read the files itself.

To compare them git would run the filters that a repository's attributes and settings name.
"""

import stat

from prostcli.load.files import PROGRAMME, REPORTS, Files, Unreadable
from prostcli.load.git.answers import hash_of
from prostcli.load.git.blobs import as_git_has_it
from prostcli.load.git.entries import Entry
from prostcli.load.git.plumbing import ask
from prostcli.load.git.repository import Repository, commit, fork, head
from prostcli.load.git.snapshot import Snapshot, committed
from prostcli.load.yaml import PROGRAMME_LIMITS


def changed_since(repo: Repository, ref: str, files: Files) -> frozenset[str]:
    """The workspace's files that differ from where the branch left `ref`."""
    return differing(as_left(repo, ref), files)


def as_left(repo: Repository, ref: str) -> Snapshot:
    """The workspace's files where the branch left `ref`.

    Where the two have no common past, as `ref` has them, which tells more changes and never fewer.
    """
    return committed(repo, _left_at(repo, commit(repo, ref)), (PROGRAMME, REPORTS))[1]


def differing(then: Snapshot, files: Files) -> frozenset[str]:
    """The files that differ: committed or not, changed, new or removed."""
    was = {path for folder in (PROGRAMME, REPORTS) for path in then.below(folder)}
    now = {path for folder in (PROGRAMME, REPORTS) for path in files.below(folder)}
    changed = {path for path in was & now if _differs(files, path, then.entries[path])}
    return frozenset(was ^ now | changed)


def _left_at(repo: Repository, base: str) -> str:
    """Where the branch left a commit."""
    tip = head(repo)
    if tip is None:
        return base
    if repo.shallow:
        found = ask(repo.top, "rev-list", f"{base}...{tip}", "--").split()
        repo.whole(hash_of(one) for one in found)
    return fork(repo, base, tip) or base


def _differs(files: Files, path: str, was: Entry) -> bool:
    try:
        data = files.read(path, PROGRAMME_LIMITS.size)
    except Unreadable:
        return stat.S_ISREG(was.mode)
    return as_git_has_it(data, was.blob) is None
