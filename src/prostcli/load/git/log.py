"""A range of commits: which they are, what each did to which file, what was written about it."""

import stat
from collections.abc import Iterator
from typing import NamedTuple

from prostcli.errors import ProstError
from prostcli.load.files import PROGRAMME, REPORTS
from prostcli.load.git.answers import hash_of
from prostcli.load.git.blobs import batch
from prostcli.load.git.entries import differences, must_be_ours
from prostcli.load.git.plumbing import ask, on_lines
from prostcli.load.git.repository import Repository, commit
from prostcli.load.git.snapshot import committed


class Version(NamedTuple):
    """A file as a commit made it."""

    commit: str
    path: str
    """From the workspace's root."""
    blob: str


def ends(repo: Repository, span: str) -> tuple[str, str]:
    """The two commits of a range, `A..B`."""
    first, dots, last = span.partition("..")
    if not first or not dots or last.startswith("."):
        raise ProstError("no-range", range=span)
    return commit(repo, first), commit(repo, last or "HEAD")


def commits_in(repo: Repository, span: str) -> list[str]:
    """The commits of a range, the oldest first; `A..B`: those that B has and A has not.

    Cannot run: it has none, or goes back to where a shallow clone has been cut off, so that nobody
    knows which they are.
    """
    since, until = ends(repo, span)
    found = ask(repo.top, "rev-list", "--reverse", until, f"^{since}", "--").split()
    if not found:
        first, _, last = span.partition("..")
        facts = {"range": span, "first": first, "last": last or "HEAD"}
        raise ProstError("empty-range", variant="same" if since == until else "", **facts)
    commits = [hash_of(one) for one in found]
    repo.whole(commits)
    return commits


def versions(repo: Repository, span: str) -> Iterator[Version]:
    """Each file that a commit of the range made or changed, the oldest first.

    A commit is held against each of its parents. A version that several commits have is told once,
    with the first of them.

    Cannot run: one of the workspace's folders is another repository. It need not have come in the
    range: what was done in it since is in none of these commits.
    """
    seen: set[tuple[str, str]] = set()
    commits = commits_in(repo, span)
    must_be_ours(committed(repo, commits[-1], (PROGRAMME, REPORTS))[1].entries.items())
    for (made,), path, _, new in differences(repo, commits, "-m", "--root"):
        must_be_ours([(path, new)])
        if new is None or not stat.S_ISREG(new.mode):
            continue
        if (path, new.blob) not in seen:
            seen.add((path, new.blob))
            yield Version(made, path, new.blob)


def messages(repo: Repository, span: str) -> Iterator[tuple[str, str]]:
    """Each commit of the range and what was written about it.

    Of another encoding than UTF-8 it is enough that digits stay digits.
    """
    commits = commits_in(repo, span)
    found = batch(ask(repo.top, "cat-file", "--batch", given=on_lines(commits)))
    for made in commits:
        _, _, text = found.get(made, b"").partition(b"\n\n")
        yield made, text.decode("utf-8", errors="replace")
