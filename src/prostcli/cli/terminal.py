"""Where the output goes: a terminal or not, colour or not, how wide, which signs it can show."""

import os
import shutil
import sys


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


def prepare() -> None:
    """Let no character stop the output: what the encoding lacks is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
