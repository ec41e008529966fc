"""What git prints, or anything at all: parsed into plain values, or passed over."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from prostcli.errors import ProstError
from prostcli.load.git.blobs import batch
from prostcli.load.git.entries import raw_differences
from prostcli.load.git.past import listed_commits
from prostcli.load.git.snapshot import index_entries, tree_entries

PARSERS = (
    index_entries, tree_entries, raw_differences, batch, listed_commits,
)  # fmt: skip
HASH = b"0123456789abcdef0123456789abcdef01234567"


def SEEDS() -> Iterator[bytes]:  # noqa: N802  a constant that is read when it is needed
    """One of each output that is parsed."""
    yield b"100644 " + HASH + b" 0\treports/2006-2010/farsta/2007-plan.yaml\0"
    yield HASH + b"\0\0:000000 100644 " + b"0" * 40 + b" " + HASH + b" A\0reports/x.yaml\0"
    yield HASH + b" blob 3\nabc\n" + HASH + b" missing\n"
    yield b"commit " + HASH + b" " + HASH + b"\n" + HASH + b"\x002008-02-14\0Test\n"
    yield HASH + b" " + HASH + b"\n:100644 000000 " + HASH + b" " + b"0" * 40 + b" D\0x.yaml\0"


def once(data: bytes) -> None:
    """Raise for anything but values and the tool's own refusal."""
    for parse in PARSERS:
        with contextlib.suppress(ProstError):
            list(parse(data))
