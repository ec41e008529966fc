"""All files as a commit has them, or as the next one will."""

import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from prostcli.load.files import Unreadable, passed_over
from prostcli.load.git.answers import hash_of, mode_of, path_of, paths_of
from prostcli.load.git.blobs import contents, name
from prostcli.load.git.entries import Entry
from prostcli.load.git.plumbing import ask
from prostcli.load.git.repository import Repository, commit, head


@dataclass
class Snapshot:
    """The files as git is about to commit them, or as a commit has them."""

    repo: Repository
    entries: Mapping[str, Entry]
    announced: frozenset[str] = frozenset()
    """Of what is about to be committed, paths of which git has been told the names alone
    (`git add -N`): they will not be there."""
    _read: dict[str, bytes | None] = field(default_factory=dict)

    def below(self, folder: str) -> Iterator[str]:
        """Every entry under a folder, in order; names that are passed over are left out."""
        for path in sorted(self.entries):
            if path == folder or (path.startswith(f"{folder}/") and not passed_over(path)):
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
        paths = [
            p
            for p, entry in self.entries.items()
            if p.startswith(f"{folder}/") and stat.S_ISREG(entry.mode)
        ]
        found = dict(contents(self.repo, {self.entries[p].blob: None for p in paths}, limit))
        self._read |= {p: found[self.entries[p].blob] for p in paths}

    def oddity(self, path: str) -> Unreadable | None:
        """What keeps an entry from being a file."""
        entry = self.entries.get(path)
        if entry is None:
            return Unreadable("PRO001", variant="gone")
        if entry.unmerged:
            return Unreadable("PRO516")
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


def last_commit(repo: Repository) -> Snapshot:
    """All files as the last commit has them; none where there is no commit yet."""
    tip = head(repo)
    return committed(repo, tip)[1] if tip is not None else Snapshot(repo, {})


def to_be_committed(repo: Repository) -> tuple[frozenset[str], Snapshot]:
    """The files that the next commit changes, and all files as it will have them."""
    none = "0" * (64 if repo.sha256 else 40)
    tree = head(repo) or name(b"", like=none, kind=b"tree")  # of nothing: no commit yet
    entries = in_index(repo)
    changed = _changed(repo, tree, "--ita-invisible-in-index")
    announced: frozenset[str] = frozenset()
    nothing = name(b"", like=none)
    if any(entry.blob == nothing for entry in entries.values()):
        # Only the one of the two knows a name that is there alone, as an empty file.
        told = _changed(repo, tree, "--ita-visible-in-index")
        announced = frozenset(
            path
            for path, entry in entries.items()
            if entry.blob == nothing and changed.get(path) != told.get(path)
        )
    present = {path: entry for path, entry in entries.items() if path not in announced}
    return frozenset(changed), Snapshot(repo, present, announced)


def in_index(repo: Repository) -> dict[str, Entry]:
    """What git has been told to commit next, from the workspace's root."""
    found = index_entries(ask(repo.top, "ls-files", "-z", "--stage"))
    return {repo.inside(path): entry for path, entry in found.items()}


def _changed(repo: Repository, tree: str, names: str) -> dict[str, str]:
    """How each file differs that the next commit changes, by a letter of git's."""
    output = ask(
        repo.top, "diff-index", "--cached", "--name-status", "-z", "--no-renames",
        "--ignore-submodules", names, tree, "--",
    )  # fmt: skip
    told = paths_of(output)
    return dict(zip(map(repo.inside, told[1::2]), told[::2], strict=False))


def index_entries(output: bytes) -> dict[str, Entry]:
    """`ls-files --stage -z` as entries by path."""
    found: dict[str, Entry] = {}
    for line in output.split(b"\0"):
        facts, tab, path = line.partition(b"\t")
        parts = facts.split(b" ")
        if not tab or len(parts) != 3:  # noqa: PLR2004  mode, blob, stage
            continue
        mode, blob, stage = parts
        entry = Entry(mode_of(mode), hash_of(blob), unmerged=stage != b"0")
        found.setdefault(path_of(path), entry)
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
