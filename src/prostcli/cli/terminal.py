"""Where the output goes: a terminal or not, how wide, which signs it can show, and who hears it."""

import contextlib
import os
import shutil
import sys
from typing import TextIO

from prostcli.errors import ProstError
from prostcli.output.text import show
from prostcli.personal.glance import may_point_at_someone


def colour() -> bool:
    """Whether to use colour: on a terminal unless `NO_COLOR`; elsewhere only with `FORCE_COLOR`."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """How wide the terminal is; 80 where there is none and `COLUMNS` does not say."""
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def can_show(signs: str) -> bool:
    """Whether stdout's encoding has these signs."""
    try:
        signs.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def as_utf8() -> None:
    """Let stdout be UTF-8, for formats that are, whatever a terminal here would show."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8")


def put(text: str) -> None:
    """Write what a command was asked for.

    A reader who has gone away, as `head`, has had enough: that is no fault of anyone's, and the
    exit status stays what it is. Raises `ProstError` for a full disk, a closed stdout and the like.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        abandon(sys.stdout)
    except OSError as error:
        abandon(sys.stdout)
        raise ProstError("output-lost", reason=error.strerror or type(error).__name__) from error


def put_bytes(data: bytes) -> None:
    """Write what is no text, as `put` does."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        abandon(sys.stdout)
    except OSError as error:
        abandon(sys.stdout)
        raise ProstError("output-lost", reason=error.strerror or type(error).__name__) from error


def put_line(text: str) -> None:
    """Write a line of a result that names a file, or says something of one."""
    put(f"{tellable(text)}\n")


def say(text: str) -> None:
    """Write a line of talk. What is said to nobody alters no result."""
    try:
        print(tellable(text), file=sys.stderr, flush=True)
    except OSError:
        abandon(sys.stderr)


def tellable(text: str) -> str:
    """A line for a person to read.

    It may name a file, repeat an argument or what another program said, which no value of ours has
    been through: what can point at a person is masked here.
    """
    if may_point_at_someone(text) or sum(map(str.isdecimal, text)) >= _FEWEST_DIGITS:
        from prostcli.personal.search import masked, masked_path

        text = masked_path(masked(text))
    return show(text)


_FEWEST_DIGITS = 8
"""In a telephone number."""


def abandon(stream: TextIO) -> None:
    """Point a stream at nothing, so that leaving does not fail over what could not be written."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def prepare() -> None:
    """Let no character stop the output: what the encoding lacks is written as an escape.

    A stream that was closed when we started gets a stand-in. In its number no file of data can
    then be opened; and Python would print to stdout what is meant for a stderr that is not there.
    What is written to the stand-in of stdout is lost, and said to be.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115  open till the end
    if sys.stdout is None:
        nothing = os.open(os.devnull, os.O_RDONLY)  # so that every write to it fails
        sys.stdout = open(nothing, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
