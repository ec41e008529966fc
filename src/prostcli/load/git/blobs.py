"""The bytes that git keeps, and the names that it gives them."""

import hashlib
from collections.abc import Iterable, Iterator

from prostcli.errors import ProstError
from prostcli.load.git.answers import hash_of
from prostcli.load.git.plumbing import ask, on_lines
from prostcli.load.git.repository import Repository

_AT_ONCE = 32 * 1024 * 1024
"""Bytes that are held in memory together."""
_SHA1 = 40
"""Digits in a name by SHA-1; one by SHA-256 has more."""


def contents(
    repo: Repository, blobs: Iterable[str], limit: int
) -> Iterator[tuple[str, bytes | None]]:
    """The bytes of blobs, in order; None for one of more than `limit` bytes.

    Cannot run: one is not there, since the clone is partial or the repository is damaged.
    """
    wanted = list(blobs)
    if not wanted:
        return
    checked = ask(repo.top, "cat-file", "--batch-check", given=on_lines(wanted)).splitlines()
    group: list[str] = []
    together = 0
    for blob, size in zip(wanted, map(_size, checked), strict=True):
        if size > limit:
            yield blob, None
            continue
        group.append(blob)
        together += size
        if together > _AT_ONCE:
            yield from _read_group(repo, group)
            group, together = [], 0
    yield from _read_group(repo, group)


def _read_group(repo: Repository, blobs: list[str]) -> Iterator[tuple[str, bytes | None]]:
    found = batch(ask(repo.top, "cat-file", "--batch", given=on_lines(blobs))) if blobs else {}
    for blob in blobs:
        yield blob, found.get(blob)


def batch(output: bytes) -> dict[str, bytes]:
    """`cat-file --batch` as bytes by name."""
    found: dict[str, bytes] = {}
    at = 0
    while (end := output.find(b"\n", at)) >= 0:
        parts = output[at:end].split(b" ")
        at = end + 1
        if len(parts) == 3 and parts[2].isdigit():  # noqa: PLR2004  name, type, size
            size = int(parts[2])
            found[hash_of(parts[0])] = output[at : at + size]
            at += size + 1
    return found


def _size(line: bytes) -> int:
    parts = line.split(b" ")
    if len(parts) != 3 or not parts[2].isdigit():  # noqa: PLR2004  name, type, size
        raise ProstError("missing-object")
    return int(parts[2])


def as_git_has_it(data: bytes, blob: str) -> bytes | None:
    """A file's bytes as git has them under a name; None where it has others.

    Where git is set to write CRLF (`core.autocrlf`, the attribute `eol`) what it keeps has LF. No
    other change that git can be told to make of a file is undone: they are programs, or other
    encodings, which the tool does not read.
    """
    if name(data, like=blob) == blob:
        return data
    plain = data.replace(b"\r\n", b"\n")
    return plain if plain != data and name(plain, like=blob) == blob else None


def name(data: bytes, like: str, kind: bytes = b"blob") -> str:
    """The name that git gives to bytes, in the hash of a name that it has given."""
    whole = b"%s %d\0%s" % (kind, len(data), data)
    if len(like) > _SHA1:
        return hashlib.sha256(whole).hexdigest()
    return hashlib.sha1(whole, usedforsecurity=False).hexdigest()
