"""A sign of life for whoever is waiting at a terminal."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from prostcli.cli.words import word

PATIENCE = 1.0
"""Seconds before anything is said."""


@contextmanager
def waiting() -> Iterator[None]:
    """Say on stderr that work is going on, where it takes over a second and a person is looking."""
    if not sys.stderr.isatty():
        yield
        return
    shown: list[Any] = []

    def begin() -> None:
        from rich.console import Console

        status = Console(stderr=True).status(word("working"))
        status.start()
        shown.append(status)

    timer = threading.Timer(PATIENCE, begin)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        for status in shown:
            status.stop()
