"""Paths and lines of files as whoever reads the findings knows them."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path


def seen_from(folder: Path, root: Path) -> Callable[[str], str]:
    """Paths from the root as paths from a folder, always with `/`."""

    def shown(path: str) -> str:
        try:
            return Path(os.path.relpath(root / path, folder)).as_posix()
        except ValueError:  # another drive
            return (root / path).as_posix()

    return shown


def lines_of(text: Callable[[str], str]) -> Callable[[str, int], str]:
    """Lines of files, each file split once."""

    @cache
    def split(path: str) -> list[str]:
        return text(path).split("\n")

    def line(path: str, number: int) -> str:
        lines = split(path)
        return lines[number - 1].rstrip("\r") if number <= len(lines) else ""

    return line
