"""What can point at a person in the versions that git keeps, or is about to keep."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prostcli.load.files import LFS_POINTER, OURS, left_by_system
from prostcli.load.git.blobs import contents
from prostcli.load.git.log import messages, versions
from prostcli.load.git.repository import Repository
from prostcli.load.git.snapshot import Snapshot
from prostcli.load.personal import MOST_SEARCHED, in_name, in_text, searchable
from prostcli.personal.sightings import E_MAIL, NUMBER
from prostcli.rules.sightings import MESSAGE, Seen


class Version(NamedTuple):
    """A file to be searched, and the commit that it is of; None where it is not committed yet."""

    path: str
    commit: str | None = None


class Looked(NamedTuple):
    """What was seen, and what could not be looked at."""

    seen: list[Seen]
    unchecked: list[Version]


def in_commits(repo: Repository, span: str) -> Looked:
    """All versions of all files in a range of commits, `A..B`, and what was written about them."""
    places: dict[str, list[Version]] = {}
    for made in versions(repo, span):
        places.setdefault(made.blob, []).append(Version(made.path, made.commit))
    looked = _in_blobs(repo, places)
    for commit, text in messages(repo, span):
        looked.seen.extend(s for s in in_text(MESSAGE, text, commit) if s.sighting.kind == NUMBER)
    return looked


def in_staged(index: Snapshot, paths: Iterable[str]) -> Looked:
    """Files that are about to be committed."""
    places: dict[str, list[Version]] = {}
    for path in sorted(paths):
        if path in index.entries:
            places.setdefault(index.entries[path].blob, []).append(Version(path))
    return _in_blobs(index.repo, places)


def in_file(path: str, data: bytes) -> list[Seen]:
    """What refuses a commit in one file."""
    return list(_weighty(path, in_text(path, searchable(data) or "")))


def _in_blobs(repo: Repository, places: dict[str, list[Version]]) -> Looked:
    found = Looked([], [])
    for blob, data in contents(repo, places, MOST_SEARCHED):
        text = searchable(data) if data is not None else None
        if data is not None and data.startswith(LFS_POINTER):
            text = None  # the file itself is elsewhere
        for place in places[blob]:
            found.seen.extend(_weighty(place.path, in_name(*place)))
            if text is None:
                if not left_by_system(place.path):
                    found.unchecked.append(place)
            else:
                found.seen.extend(_weighty(place.path, in_text(place.path, text, place.commit)))
    return found


def _weighty(path: str, seen: Iterable[Seen]) -> Iterator[Seen]:
    """What refuses a commit: persons' addresses only where boards' texts are."""
    ours = path.startswith(OURS)
    for one in seen:
        kind, certain = one.sighting.kind, one.sighting.certain
        if kind == NUMBER or (ours and kind == E_MAIL and certain):
            yield one
