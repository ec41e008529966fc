"""What git knows: the versions that were, the files that have changed, what is to be committed.

The only caller of git. Refs and repositories are untrusted: a ref is looked up by a call that takes
it for nothing else, and from then on only its hash is used; nothing that a repository's own
settings name is run (hooks, monitors, filters, external differs). Paths are read NUL-separated,
as bytes.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from prostcli.errors import ProstError
from prostcli.load.files import Unreadable

_SAFE = (
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false",
    "-c", "log.showSignature=false", "-c", "submodule.recurse=false",
    # What a merge alone brought in is looked at, and told in one encoding, whatever is set here.
    "-c", "log.diffMerges=separate", "-c", "i18n.logOutputEncoding=UTF-8",
    "--no-pager", "--no-replace-objects", "--literal-pathspecs",
)  # fmt: skip
_HASH = re.compile(rb"[0-9a-f]{40,64}")
_NO_PARENT = "0" * 40


@dataclass(frozen=True)
class Repository:
    """A repository, and where the workspace lies in it."""

    top: Path
    """Its uppermost folder."""
    prefix: str
    """The workspace's root from there: empty, or with a `/` at the end."""
    shallow: bool = False
    """Whether its older commits have been cut off."""

    def inside(self, path: str) -> str:
        """A path from the repository's top as one from the workspace's root."""
        if path.startswith(self.prefix):
            return path[len(self.prefix) :]
        return os.path.relpath(path, self.prefix).replace(os.sep, "/")


class Version(NamedTuple):
    """A file as a commit made it."""

    commit: str
    path: str
    """From the workspace's root."""
    blob: str


def repository(root: Path) -> Repository:
    """The repository that a workspace lies in."""
    asked = ("--is-shallow-repository", "--show-toplevel", "--show-prefix")
    told = _git(root, "rev-parse", *asked).removesuffix(b"\n").split(b"\n")
    if len(told) != len(asked):  # there is a line break in a folder's name
        told = [_git(root, "rev-parse", one).removesuffix(b"\n") for one in asked]
    shallow, top, prefix = told
    return Repository(Path(_path(top)), _path(prefix), shallow == b"true")


def commit(repo: Repository, ref: str) -> str:
    """The hash of the commit that a ref names."""
    if not ref or ref.startswith("-") or not ref.isprintable():
        raise ProstError("no-ref", ref=ref)
    try:
        found = _git(
            repo.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
        )
    except ProstError as error:
        raise ProstError("no-ref", ref=ref) if error.code == "git-failed" else error from None
    return _hash(found.strip())


def changed_since(repo: Repository, ref: str) -> frozenset[str]:
    """The files that differ from where the branch left `ref`: committed, changed, new or removed.

    Where the two have no common past (a shallow clone) the comparison is with `ref` itself, which
    tells more files and never fewer.
    """
    base = commit(repo, ref)
    try:
        base = _hash(_git(repo.top, "merge-base", base, "HEAD").split(b"\n")[0])
    except ProstError as error:
        if error.code != "git-failed":
            raise
    changed = _git(
        repo.top, "diff-index", "--name-only", "-z", "--no-renames", "--ignore-submodules", base
    )
    new = _git(repo.top, "ls-files", "-z", "--others", "--exclude-standard")
    return frozenset(repo.inside(path) for path in _names(changed + new))


def to_be_committed(repo: Repository) -> tuple[frozenset[str], "Index"]:
    """The files that the next commit changes, and all files as it will have them."""
    try:
        head = _hash(_git(repo.top, "rev-parse", "--verify", "--quiet", "HEAD").strip())
    except ProstError as error:
        if error.code != "git-failed":
            raise
        head = _hash(
            _git(repo.top, "hash-object", "-t", "tree", "--stdin").strip()
        )  # no commit yet
    changed = _git(
        repo.top, "diff-index", "--cached", "--name-only", "-z", "--no-renames",
        "--ignore-submodules", head,
    )  # fmt: skip
    entries = index_entries(_git(repo.top, "ls-files", "-z", "--stage"))
    return (
        frozenset(repo.inside(path) for path in _names(changed)),
        Index(repo, {repo.inside(path): entry for path, entry in entries.items()}),
    )


def committed(
    repo: Repository, ref: str, folders: Iterable[str] | None = None
) -> tuple[str, "Index"]:
    """The commit that a ref names, and all files as it has them, or those below some folders."""
    made = commit(repo, ref)
    below = [f"{repo.prefix}{folder}" for folder in folders or ()]
    entries = tree_entries(_git(repo.top, "ls-tree", "-r", "-z", "--full-tree", made, "--", *below))
    return made, Index(repo, {repo.inside(path): entry for path, entry in entries.items()})


def versions(repo: Repository, span: str) -> Iterator[Version]:
    """Each file that a commit of the range made or changed, the oldest first.

    `A..B`: the commits that B has and A has not. A version that several commits have is told once,
    with the first of them.
    """
    output = _log(repo, span, "--raw", "--no-abbrev", "-m", "--root", "--format=%H")
    seen: set[tuple[str, str]] = set()
    for made, path, blob in raw_log(output):
        if (path, blob) not in seen:
            seen.add((path, blob))
            yield Version(made, repo.inside(path), blob)


def blob_name(data: bytes, like: str) -> str:
    """The name that git gives to a file's bytes, in the hash of a name that it has given."""
    import hashlib

    whole = b"blob %d\0%s" % (len(data), data)
    made = (
        hashlib.sha1(whole, usedforsecurity=False) if len(like) == _SHA1 else hashlib.sha256(whole)
    )
    return made.hexdigest()


_SHA1 = 40


def log(repo: Repository, folders: Iterable[str], head: str = "HEAD") -> Iterator[Version]:
    """Each version of the files below some folders up to a commit, the newest first.

    Along the first parents: one straight line, in which what a branch brought came with its merge.
    """
    output = _git(
        repo.top, "log", "-z", "--no-color", "--raw", "--no-abbrev", "--no-renames", "--root",
        "--no-ext-diff", "--no-textconv", "--no-show-signature", "--first-parent", "-m",
        "--format=%H",
        head, "--", *(f"{repo.prefix}{folder}" for folder in folders),
    )  # fmt: skip
    for made, path, blob in raw_log(output):
        yield Version(made, repo.inside(path), blob)


def commit_facts(repo: Repository, commits: Iterable[str]) -> Iterator[tuple[str, date, str, bool]]:
    """Of each commit its day, its author's name, and whether an older one may have been cut off."""
    wanted = sorted(commits)
    if not wanted:
        return
    output = _git(
        repo.top, "log", "-z", "--no-walk=unsorted", "--stdin", "--no-patch", "--no-color",
        "--no-show-signature", "--format=%H%n%cs%n%P%n%an", given=_asked(wanted),
    )  # fmt: skip
    for part in output.split(b"\0"):
        lines = part.decode("utf-8", errors="replace").split("\n")
        if len(lines) >= 4:  # noqa: PLR2004  as asked for
            made, day, parents, author = lines[:4]
            yield made, _day(day), author, repo.shallow and not parents


def _day(text: str) -> date:
    """A commit's day. Anyone can write any: one that there is not stops what asks, not the tool."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ProstError("git-failed", reason="") from None


def messages(repo: Repository, span: str) -> Iterator[tuple[str, str]]:
    """Each commit of the range and what was written about it."""
    for part in _log(repo, span, "--no-patch", "--format=%H%n%B").split(b"\0"):
        made, line, text = part.partition(b"\n")
        if line:
            yield _hash(made), text.decode("utf-8", errors="replace")


def contents(
    repo: Repository, blobs: Iterable[str], limit: int
) -> Iterator[tuple[str, bytes | None]]:
    """The bytes of blobs, in order; None for one of more than `limit` bytes, or that is gone."""
    wanted = list(blobs)
    if not wanted:
        return
    checked = _git(repo.top, "cat-file", "--batch-check", given=_asked(wanted)).splitlines()
    sizes = [_size(line) for line in checked]
    group: list[str] = []
    together = 0
    for blob, size in zip(wanted, sizes, strict=True):
        if size is None or size > limit:
            yield blob, None
            continue
        group.append(blob)
        together += size
        if together > _AT_ONCE:
            yield from _read_group(repo, group)
            group, together = [], 0
    yield from _read_group(repo, group)


_AT_ONCE = 32 * 1024 * 1024
"""Bytes that are held in memory together."""


def _read_group(repo: Repository, blobs: list[str]) -> Iterator[tuple[str, bytes | None]]:
    found = batch(_git(repo.top, "cat-file", "--batch", given=_asked(blobs))) if blobs else {}
    for blob in blobs:
        yield blob, found.get(blob)


def _asked(blobs: list[str]) -> bytes:
    return "".join(f"{blob}\n" for blob in blobs).encode()


class Entry(NamedTuple):
    """What git has, or is about to commit, at a path."""

    mode: int
    blob: str


@dataclass
class Index:
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


def index_entries(output: bytes) -> dict[str, Entry]:
    """`ls-files --stage -z` as entries by path; of a merge that is not settled, our side."""
    found: dict[str, Entry] = {}
    for line in output.split(b"\0"):
        facts, tab, path = line.partition(b"\t")
        parts = facts.split(b" ")
        if not tab or len(parts) != 3:  # noqa: PLR2004  mode, blob, stage
            continue
        mode, blob, _stage = parts
        found.setdefault(_path(path), Entry(_mode(mode), _hash(blob)))
    return found


def tree_entries(output: bytes) -> dict[str, Entry]:
    """`ls-tree -r -z` as entries by path."""
    found: dict[str, Entry] = {}
    for line in output.split(b"\0"):
        facts, tab, path = line.partition(b"\t")
        parts = facts.split(b" ")
        if tab and len(parts) == 3:  # noqa: PLR2004  mode, kind, hash
            found[_path(path)] = Entry(_mode(parts[0]), _hash(parts[2]))
    return found


def raw_log(output: bytes) -> Iterator[tuple[str, str, str]]:
    """`log --raw -z --format=%H` as commit, path and blob of each file made or changed.

    A commit's hash stands alone; a line that begins with a colon has the next one for its path.
    """
    made = ""
    rest = iter(output.split(b"\0"))
    for part in rest:
        facts = part.lstrip(b"\n")
        if facts.startswith(b":"):
            path = _path(next(rest, b""))
            parts = facts.split(b" ")
            if len(parts) == 5 and stat.S_ISREG(_mode(parts[1])):  # noqa: PLR2004  see git-diff(1), RAW
                yield made, path, _hash(parts[3])
        elif facts:
            made = _hash(facts.strip())


def batch(output: bytes) -> dict[str, bytes]:
    """`cat-file --batch` as bytes by blob."""
    found: dict[str, bytes] = {}
    at = 0
    while (end := output.find(b"\n", at)) >= 0:
        parts = output[at:end].split(b" ")
        at = end + 1
        if len(parts) == 3 and parts[2].isdigit():  # noqa: PLR2004  blob, type, size
            size = int(parts[2])
            found[_hash(parts[0])] = output[at : at + size]
            at += size + 1
    return found


def _size(line: bytes) -> int | None:
    parts = line.split(b" ")
    return int(parts[2]) if len(parts) == 3 and parts[2].isdigit() else None  # noqa: PLR2004


def _path(found: bytes) -> str:
    """A path as the tool has it: UTF-8, and a lone surrogate for a byte that is none."""
    return found.decode("utf-8", "surrogateescape")


def _mode(found: bytes) -> int:
    """A mode as git writes it: six octal digits."""
    if not re.fullmatch(rb"[0-7]{6}", found):
        raise ProstError("git-failed", reason="")
    return int(found, 8)


def _names(output: bytes) -> list[str]:
    return [_path(name) for name in output.split(b"\0") if name]


def _hash(found: bytes) -> str:
    """A hash, and nothing that could be taken for an option."""
    if not _HASH.fullmatch(found):
        raise ProstError("git-failed", reason="")
    return found.decode("ascii")


def _log(repo: Repository, span: str, *options: str) -> bytes:
    first, dots, last = span.partition("..")
    if not dots:
        raise ProstError("no-range", range=span)
    since, until = commit(repo, first), commit(repo, last or "HEAD")
    if not _git(repo.top, "rev-list", "--max-count=1", until, f"^{since}", "--"):
        raise ProstError("empty-range", range=span)
    return _git(
        repo.top, "log", "-z", "--reverse", "--no-color", "--no-renames", "--no-ext-diff",
        "--no-textconv", "--no-show-signature", *options, until, f"^{since}", "--",
    )  # fmt: skip


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers. Cannot run: no git, no repository, or git says no."""
    import subprocess

    # In a hook git says where it is, from the folder that the hook was started in. The index may be
    # one of the commit's own; all else git finds itself, which is right also in a linked worktree.
    environment = {k: v for k, v in os.environ.items() if k not in _FOUND_ANEW}
    if environment.get("GIT_INDEX_FILE"):
        environment["GIT_INDEX_FILE"] = str(Path(environment["GIT_INDEX_FILE"]).absolute())
    environment |= {
        "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
    }  # fmt: skip
    try:
        done = subprocess.run(
            ["git", *_SAFE, *arguments],  # noqa: S607  whichever git the user has
            cwd=root,
            env=environment,
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise ProstError("no-git") from None
    except OSError as error:
        raise ProstError("git-failed", reason=error.strerror or "") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", errors="replace").strip()
        if "not a git repository" in said:
            raise ProstError("no-repository", folder=str(root))
        raise ProstError("git-failed", reason=said.partition("\n")[0])
    return done.stdout


_FOUND_ANEW = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX"))
