"""Where what a file says came from: the commit that said so first, through branches and merges."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from prostcli.errors import ProstError
from prostcli.load.git.answers import hash_of
from prostcli.load.git.entries import differences
from prostcli.load.git.plumbing import ask
from prostcli.load.git.repository import Repository

Said: TypeAlias = Mapping[str, Any]
"""What a version of a file says of each subject."""


class Commit(NamedTuple):
    """A commit that changed something below the folders, or joined two that did."""

    hash: str
    parents: tuple[str, ...]
    """The nearest before it that did so too."""
    tree: str
    day: date | None
    """When its author wrote it, by the author's own clock; None where there is no such day."""
    author: str


@dataclass(frozen=True)
class Past:
    """The commits that made the files below some folders what they are."""

    repo: Repository
    commits: Mapping[str, Commit]
    """Each before its parents: the first has the files as they are."""
    replaced: Mapping[tuple[str, str], Mapping[str, str | None]] = field(default_factory=dict)
    """By the trees of a parent and its child: the files that differ, from the workspace's root, as
    the parent has them; None for one that it has not."""

    def before(self, parent: str, child: str) -> Mapping[str, str | None]:
        """The files that a commit has otherwise than a parent, as the parent has them."""
        return self.replaced.get((self.commits[parent].tree, self.commits[child].tree), {})

    @property
    def latest(self) -> str:
        """The newest commit that changed any of the files; empty where none ever did."""
        at = next(iter(self.commits), "")
        while at:
            same = (p for p in self.commits[at].parents if not self.before(p, at))
            further = next(same, "")
            if not further:
                break
            at = further
        return at

    def versions(self, path: str) -> Iterator[str]:
        """What a file has been before what it is, as blobs, the newest first."""
        for commit in self.commits.values():
            for parent in commit.parents:
                blob = self.before(parent, commit.hash).get(path)
                if blob is not None:
                    yield blob


def past(repo: Repository, folders: Iterable[str], head: str) -> Past:
    """The past of the files below some folders at a commit."""
    below = [f"{repo.prefix}{folder}" for folder in folders]
    listed = ask(
        repo.top, "rev-list", "--topo-order", "--parents", "--format=tformat:%T%x00%as%x00%an",
        head, "--", *below,
    )  # fmt: skip
    commits = {commit.hash: commit for commit in listed_commits(listed)}
    pairs = {
        (commits[parent].tree, commit.tree): None
        for commit in commits.values()
        for parent in commit.parents
    }
    replaced: dict[tuple[str, str], dict[str, str | None]] = {}
    for pair, path, old, _ in differences(repo, map(" ".join, pairs), below=below):
        one, other = pair
        replaced.setdefault((one, other), {})[path] = old.blob if old is not None else None
    return Past(repo, commits, replaced)


def listed_commits(output: bytes) -> Iterator[Commit]:
    """`rev-list --parents --format=%T%x00%as%x00%an` as commits."""
    lines = output.split(b"\n")
    for head, facts in zip(lines[::2], lines[1::2], strict=False):
        word, *hashes = head.split(b" ")
        parts = facts.split(b"\0", 2)
        if word != b"commit" or not hashes or len(parts) != 3:  # noqa: PLR2004  as asked for
            raise ProstError("git-odd")
        made, *parents = map(hash_of, hashes)
        tree, day, author = parts
        yield Commit(
            made, tuple(parents), hash_of(tree), _day(day), author.decode("utf-8", "replace")
        )


def _day(text: bytes) -> date | None:
    """A commit's day. Anyone can write any, also one that there is not."""
    try:
        return date.fromisoformat(text.decode("ascii", "replace"))
    except ValueError:
        return None


class _Claim(NamedTuple):
    """What a subject is to say, followed back to whoever said so first."""

    value: Any
    by: str | None = None
    """None: the commit at hand says so itself. Else that cannot be read, and this is the last one
    that is known to; empty where not even the newest is."""


@dataclass
class _Held:
    """The claims on a file, and the version of it that they have come to."""

    blob: str
    claims: dict[str, _Claim]


_Look: TypeAlias = Callable[[str, str], Said | None]


def first_said(
    known: Past, files: Mapping[str, tuple[str, Said]], said: _Look
) -> dict[tuple[str, str], str | None]:
    """The commit that each subject of each file has said the same since, by path and subject.

    `files` has the blob of each at the newest commit, and what it is to say by subject; `said`
    tells what a version says, None where it cannot be read: that says nothing of what it meant, and
    takes no credit. None for what comes from before the edge of a shallow clone. A subject that the
    newest commit does not know, or knows otherwise, is not there: it is not committed.

    Where several parents of a merge say the same it is followed to the first of them; where none
    does, the merge itself said so first.
    """
    walk = _Walk(known, said)
    if known.commits:
        walk.join(next(iter(known.commits)), _begun(files, said))
    found: dict[tuple[str, str], str | None] = {}
    for at in known.commits:
        for path, subject, by in walk.leave(at):
            found[path, subject] = None if at in known.repo.edge else by
    return found


@dataclass
class _Walk:
    """The way from the newest commit back, with the claims that wait at each."""

    known: Past
    said: _Look
    waiting: dict[str, dict[str, _Held]] = field(default_factory=dict)

    def join(self, at: str, held: dict[str, _Held]) -> None:
        """Let claims wait at a commit, beside those that have come there by another way."""
        there = self.waiting.setdefault(at, {})
        for path, one in held.items():
            if path in there:
                there[path].claims.update(one.claims)
            else:
                there[path] = one

    def leave(self, at: str) -> Iterator[tuple[str, str, str]]:
        """Go on to the parents of a commit; the path, subject and commit of what ends here."""
        parents = self.known.commits[at].parents
        held = self.waiting.pop(at, {})
        if len(parents) == 1:  # nearly all files stay as they are: they are moved together
            changed = held.keys() & self.known.before(parents[0], at).keys()
            self.join(parents[0], {path: one for path, one in held.items() if path not in changed})
            held = {path: held[path] for path in changed}
        for path, here in held.items():
            there = {p: self.known.before(p, at).get(path, here.blob) for p in parents}
            for subject, claim in here.claims.items():
                further = self.further(at, path, subject, here, there)
                if further is not None:
                    parent, onward = further
                    self.join(parent, {path: onward})
                elif claim.by != "":
                    yield path, subject, claim.by or at

    def further(
        self,
        at: str,
        path: str,
        subject: str,
        here: _Held,
        there: Mapping[str, str | None],
    ) -> tuple[str, _Held] | None:
        """The parent that said so too, else the first that cannot be read; None: here it began."""
        claim, unread = here.claims[subject], None
        for parent, older in there.items():
            if older == here.blob:
                return parent, _Held(older, {subject: claim})
            if older is None:
                continue
            told = self.said(path, older)
            if told is None:
                by = at if claim.by is None else claim.by
                unread = unread or (parent, _Held(older, {subject: claim._replace(by=by)}))
            elif subject in told and told[subject] == claim.value:
                return parent, _Held(older, {subject: claim._replace(by=None)})
        return unread


def _begun(files: Mapping[str, tuple[str, Said]], said: _Look) -> dict[str, _Held]:
    """The claims at the newest commit: of what it says itself, or cannot be asked."""
    begun = {}
    for path, (blob, now) in files.items():
        told = said(path, blob)
        claims = {
            subject: _Claim(value, "" if told is None else None)
            for subject, value in now.items()
            if told is None or (subject in told and told[subject] == value)
        }
        begun[path] = _Held(blob, claims)
    return begun
