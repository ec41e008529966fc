"""The bytes that git keeps, and the names that it gives them."""

from collections.abc import Iterable, Iterator

from prostcli.load.git.answers import hash_of
from prostcli.load.git.plumbing import ask, on_lines
from prostcli.load.git.repository import Repository


def contents(
    repo: Repository, blobs: Iterable[str], limit: int
) -> Iterator[tuple[str, bytes | None]]:
    """The bytes of blobs, in order; None for one of more than `limit` bytes, or that is gone."""
    wanted = list(blobs)
    if not wanted:
        return
    checked = ask(repo.top, "cat-file", "--batch-check", given=on_lines(wanted)).splitlines()
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
    found = batch(ask(repo.top, "cat-file", "--batch", given=on_lines(blobs))) if blobs else {}
    for blob in blobs:
        yield blob, found.get(blob)


def batch(output: bytes) -> dict[str, bytes]:
    """`cat-file --batch` as bytes by blob."""
    found: dict[str, bytes] = {}
    at = 0
    while (end := output.find(b"\n", at)) >= 0:
        parts = output[at:end].split(b" ")
        at = end + 1
        if len(parts) == 3 and parts[2].isdigit():  # noqa: PLR2004  blob, type, size
            size = int(parts[2])
            found[hash_of(parts[0])] = output[at : at + size]
            at += size + 1
    return found


def _size(line: bytes) -> int | None:
    parts = line.split(b" ")
    return int(parts[2]) if len(parts) == 3 and parts[2].isdigit() else None  # noqa: PLR2004


def blob_name(data: bytes, like: str) -> str:
    """The name that git gives to a file's bytes, in the hash of a name that it has given."""
    import hashlib

    whole = b"blob %d\0%s" % (len(data), data)
    made = (
        hashlib.sha1(whole, usedforsecurity=False) if len(like) == _SHA1 else hashlib.sha256(whole)
    )
    return made.hexdigest()


_SHA1 = 40
