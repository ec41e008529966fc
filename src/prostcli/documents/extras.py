"""The formats that need more than the core: what each needs, and how it is installed."""

from __future__ import annotations

import os
import shlex
import sys
from importlib.util import find_spec
from pathlib import Path
from subprocess import list2cmdline
from typing import NamedTuple

from prostcli.errors import ProstError

_WINDOWS = os.name == "nt"


class Extra(NamedTuple):
    """An extra of the package."""

    makes: str
    """What it makes, as it is called in every language."""
    modules: tuple[str, ...]
    """What is imported, one from each of its packages."""


EXTRAS = {"pdf": Extra("PDF", ("typst", "pikepdf")), "word": Extra("Word", ("pypandoc",))}
"""By name, as in pyproject.toml."""


def needed(name: str) -> None:
    """Raise, with the command that installs it, where something of this extra is not installed.

    It is looked for and not imported: to be asked before any work is done.
    """
    command = lacking(name)
    if command is not None:
        raise ProstError("extra-missing", format=EXTRAS[name].makes, command=command)


def lacking(name: str) -> str | None:
    """The command that installs what is missing of this extra; None where nothing is."""
    there = all(find_spec(module) is not None for module in EXTRAS[name].modules)
    return None if there else _installs(name)


def _installs(name: str) -> str:
    """The command, as it is to be typed where the person stands."""
    checkout = Path(__file__).resolve().parents[3]
    script = checkout / "run"
    # With a Python that ./run has not set up, ./run would install for another one.
    if script.is_file() and Path(sys.prefix).resolve() == checkout / ".venv":
        here = Path.cwd() == checkout
        start = (
            ["py", "run" if here else str(script)] if _WINDOWS else ["./run" if here else script]
        )
        return _typed(*start, "--extra", name)
    return _typed(sys.executable, "-m", "pip", "install") + f' "prostcli[{name}]"'


def _typed(*words: str | Path) -> str:
    line = [str(word) for word in words]
    return list2cmdline(line) if _WINDOWS else shlex.join(line)
