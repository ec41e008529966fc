"""The commits that were, what each did to which file, who made it and when."""

import stat
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from prostcli.errors import ProstError
from prostcli.load.git.answers import hash_of, mode_of, path_of
from prostcli.load.git.plumbing import ask, on_lines
from prostcli.load.git.repository import Repository, commit


class Version(NamedTuple):
    """A file as a commit made it."""

    commit: str
    path: str
    """From the workspace's root."""
    blob: str


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


def log(repo: Repository, folders: Iterable[str], head: str = "HEAD") -> Iterator[Version]:
    """Each version of the files below some folders up to a commit, the newest first.

    Along the first parents: one straight line, in which what a branch brought came with its merge.
    """
    output = ask(
        repo.top, "log", "-z", "--no-color", "--raw", "--no-abbrev", "--no-renames", "--root",
        "--no-ext-diff", "--no-textconv", "--no-show-signature", "--first-parent", "-m",
        "--format=%H",
        head, "--", *(f"{repo.prefix}{folder}" for folder in folders),
    )  # fmt: skip
    for made, path, blob in raw_log(output):
        yield Version(made, repo.inside(path), blob)


def raw_log(output: bytes) -> Iterator[tuple[str, str, str]]:
    """`log --raw -z --format=%H` as commit, path and blob of each file made or changed.

    A commit's hash stands alone; a line that begins with a colon has the next one for its path.
    """
    made = ""
    rest = iter(output.split(b"\0"))
    for part in rest:
        facts = part.lstrip(b"\n")
        if facts.startswith(b":"):
            path = path_of(next(rest, b""))
            parts = facts.split(b" ")
            if len(parts) == 5 and stat.S_ISREG(mode_of(parts[1])):  # noqa: PLR2004  see git-diff(1), RAW
                yield made, path, hash_of(parts[3])
        elif facts:
            made = hash_of(facts.strip())


def commit_facts(repo: Repository, commits: Iterable[str]) -> Iterator[tuple[str, date, str, bool]]:
    """Of each commit its day, its author's name, and whether an older one may have been cut off."""
    wanted = sorted(commits)
    if not wanted:
        return
    output = ask(
        repo.top, "log", "-z", "--no-walk=unsorted", "--stdin", "--no-patch", "--no-color",
        "--no-show-signature", "--format=%H%n%cs%n%P%n%an", given=on_lines(wanted),
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
            yield hash_of(made), text.decode("utf-8", errors="replace")


def _log(repo: Repository, span: str, *options: str) -> bytes:
    first, dots, last = span.partition("..")
    if not dots:
        raise ProstError("no-range", range=span)
    since, until = commit(repo, first), commit(repo, last or "HEAD")
    if not ask(repo.top, "rev-list", "--max-count=1", until, f"^{since}", "--"):
        raise ProstError("empty-range", range=span)
    return ask(
        repo.top, "log", "-z", "--reverse", "--no-color", "--no-renames", "--no-ext-diff",
        "--no-textconv", "--no-show-signature", *options, until, f"^{since}", "--",
    )  # fmt: skip
