"""All files as a commit has them, or as the next one will."""

import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from prostcli.errors import ProstError
from prostcli.load.files import Unreadable
from prostcli.load.git.answers import hash_of, mode_of, path_of, paths_of
from prostcli.load.git.blobs import contents
from prostcli.load.git.plumbing import ask
from prostcli.load.git.repository import Repository, commit


class Entry(NamedTuple):
    """What git has, or is about to commit, at a path."""

    mode: int
    blob: str


@dataclass
class Snapshot:
    """The files as git is about to commit them, or as a commit has them."""

    repo: Repository
    entries: dict[str, Entry]
    _read: dict[str, bytes | None] = field(default_factory=dict)

    def below(self, folder: str) -> Iterator[str]:
        """Every entry under a folder, in order; hidden names are left out."""
        for path in sorted(self.entries):
            if path == folder or (path.startswith(f"{folder}/") and "/." not in path):
                yield path

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a regular file."""
        odd = self.oddity(path)
        if odd is not None:
            raise odd
        if path not in self._read:
            self._fetch(path.partition("/")[0], limit)
        data = self._read[path]
        if data is None or len(data) > limit:
            raise Unreadable("PRO003", limit=limit // 1024)
        return data

    def _fetch(self, folder: str, limit: int) -> None:
        """All of a folder at once: git is asked a few times and not once a file."""
        paths = [p for p in self.entries if p.startswith(f"{folder}/")]
        found = dict(contents(self.repo, {self.entries[p].blob: None for p in paths}, limit))
        self._read |= {p: found[self.entries[p].blob] for p in paths}

    def oddity(self, path: str) -> Unreadable | None:
        """What keeps an entry from being a file."""
        entry = self.entries.get(path)
        if entry is None:
            return Unreadable("PRO001", variant="gone")
        if stat.S_ISREG(entry.mode):
            return None if "/" in path else Unreadable("PRO002", variant="no-folder")
        link = {"variant": "link"} if stat.S_ISLNK(entry.mode) else {}
        return Unreadable("PRO002", **link)


def committed(
    repo: Repository, ref: str, folders: Iterable[str] | None = None
) -> tuple[str, Snapshot]:
    """The commit that a ref names, and all files as it has them, or those below some folders."""
    made = commit(repo, ref)
    below = [f"{repo.prefix}{folder}" for folder in folders or ()]
    entries = tree_entries(ask(repo.top, "ls-tree", "-r", "-z", "--full-tree", made, "--", *below))
    return made, Snapshot(repo, {repo.inside(path): entry for path, entry in entries.items()})


def to_be_committed(repo: Repository) -> tuple[frozenset[str], Snapshot]:
    """The files that the next commit changes, and all files as it will have them."""
    try:
        head = hash_of(ask(repo.top, "rev-parse", "--verify", "--quiet", "HEAD").strip())
    except ProstError as error:
        if error.code != "git-failed":
            raise
        head = hash_of(
            ask(repo.top, "hash-object", "-t", "tree", "--stdin").strip()
        )  # no commit yet
    changed = ask(
        repo.top, "diff-index", "--cached", "--name-only", "-z", "--no-renames",
        "--ignore-submodules", head,
    )  # fmt: skip
    entries = index_entries(ask(repo.top, "ls-files", "-z", "--stage"))
    return (
        frozenset(repo.inside(path) for path in paths_of(changed)),
        Snapshot(repo, {repo.inside(path): entry for path, entry in entries.items()}),
    )


def index_entries(output: bytes) -> dict[str, Entry]:
    """`ls-files --stage -z` as entries by path; of a merge that is not settled, our side."""
    found: dict[str, Entry] = {}
    for line in output.split(b"\0"):
        facts, tab, path = line.partition(b"\t")
        parts = facts.split(b" ")
        if not tab or len(parts) != 3:  # noqa: PLR2004  mode, blob, stage
            continue
        mode, blob, _stage = parts
        found.setdefault(path_of(path), Entry(mode_of(mode), hash_of(blob)))
    return found


def tree_entries(output: bytes) -> dict[str, Entry]:
    """`ls-tree -r -z` as entries by path."""
    found: dict[str, Entry] = {}
    for line in output.split(b"\0"):
        facts, tab, path = line.partition(b"\t")
        parts = facts.split(b" ")
        if tab and len(parts) == 3:  # noqa: PLR2004  mode, kind, hash
            found[path_of(path)] = Entry(mode_of(parts[0]), hash_of(parts[2]))
    return found
