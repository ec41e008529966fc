"""What git prints, as values: hashes, modes and paths."""

import re

from prostcli.errors import ProstError

SUBMODULE = 0o160000
"""The kind of what is another repository's commit: git has none of the files in it."""
_HASH = re.compile(rb"[0-9a-f]{40,64}")


def path_of(found: bytes) -> str:
    """A path as the tool has it: UTF-8, and a lone surrogate for a byte that is none."""
    return found.decode("utf-8", "surrogateescape")


def mode_of(found: bytes) -> int:
    """A mode as git writes it: six octal digits."""
    if not re.fullmatch(rb"[0-7]{6}", found):
        raise ProstError("git-odd")
    return int(found, 8)


def paths_of(output: bytes) -> list[str]:
    """Paths that each end with a NUL."""
    return [path_of(name) for name in output.split(b"\0") if name]


def hash_of(found: bytes) -> str:
    """A hash, and nothing that could be taken for an option."""
    if not _HASH.fullmatch(found):
        raise ProstError("git-odd")
    return found.decode("ascii")
