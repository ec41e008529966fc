"""Adding to a file that somebody else has made and reads."""

import os
from pathlib import Path


def append(path: Path, data: bytes) -> None:
    """Put the bytes last in the file. It must be there, and what is no file is not waited for."""
    flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    with os.fdopen(os.open(path, flags), "wb") as file:
        file.write(data)
