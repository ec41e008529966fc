"""What can point at a person in the versions that git keeps, or is about to keep."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prostcli.load.git import OURS, Index, Repository, contents, messages, versions
from prostcli.load.sightings import in_name, in_text
from prostcli.personal.sightings import E_MAIL, NUMBER
from prostcli.rules.privacy import MESSAGE, Seen

_LARGEST = 2 * 1024 * 1024


class Looked(NamedTuple):
    """What was seen, and what could not be looked at."""

    seen: tuple[Seen, ...]
    unchecked: tuple[tuple[str, str], ...]
    """Path and commit."""


def in_commits(repo: Repository, span: str) -> Looked:
    """All versions of all files in a range of commits, `A..B`, and what was written about them."""
    found: list[Seen] = []
    unchecked: list[tuple[str, str]] = []
    for commit, text in messages(repo, span):
        found += (s for s in in_text(MESSAGE, text, commit) if s.sighting.kind == NUMBER)
    made = list(versions(repo, span))
    for version in made:
        found += _weighty(version.path, in_name(version.path, version.commit))
    data = dict.fromkeys(v.blob for v in made)
    by_blob: dict[str, list[tuple[str, str]]] = {}
    for version in made:
        by_blob.setdefault(version.blob, []).append((version.path, version.commit))
    for blob, content in contents(repo, data, _LARGEST):
        for path, commit in by_blob[blob]:
            if content is None:
                unchecked.append((path, commit))
            else:
                found += _weighty(path, _in_bytes(path, content, commit))
    return Looked(tuple(found), tuple(unchecked))


def beside(index: Index, changed: Iterable[str]) -> Iterator[Seen]:
    """Personal numbers in what is about to be committed outside `program/` and `reports/`."""
    paths = [p for p in sorted(changed) if not p.startswith(OURS) and p in index.entries]
    blobs = dict.fromkeys(index.entries[p].blob for p in paths)
    data = dict(contents(index.repo, blobs, _LARGEST))
    for path in paths:
        yield from _weighty(path, in_name(path))
        yield from _weighty(path, _in_bytes(path, data.get(index.entries[path].blob) or b""))


def _in_bytes(path: str, data: bytes, commit: str | None = None) -> list[Seen]:
    if b"\0" in data and not path.startswith(OURS):
        return []  # a picture, a program: its digits are no numbers
    text = data.decode("utf-8", errors="replace").removeprefix("\ufeff")
    return in_text(path, text, commit)


def _weighty(path: str, seen: Iterable[Seen]) -> Iterator[Seen]:
    """What refuses a commit: persons' addresses only where boards' texts are."""
    ours = path.startswith(OURS)
    for one in seen:
        kind, certain = one.sighting.kind, one.sighting.certain
        if kind == NUMBER or (ours and kind == E_MAIL and certain):
            yield one
