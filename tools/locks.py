"""Make the lock files from pyproject.toml, and check that they still belong to it.

    ./run python tools/locks.py check              are the locks made from these dependencies?
    ./run python tools/locks.py make [--upgrade]   make them again (needs uv; keeps the pins it can)

requirements.lock holds what the tool needs, requirements-dev.lock everything. The dev lock begins
with a line for each extra that names the packages it needs; `run` cuts them out with their hashes.

`make` asks whichever package index this machine's uv is set up for and writes down only names,
versions and hashes: no lock says where a package came from.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CORE = "requirements.lock"
DEV = "requirements-dev.lock"
HEADER = "# dependencies: sha256:"
EXTRA = "# extra "  # before an extra's name and packages; `run` knows it too
OLDEST_PYTHON = "3.11"


class LockError(Exception):
    """What is wrong, in one line for a person."""


def dependency_tables(pyproject: dict[str, Any]) -> dict[str, Any]:
    """The parts of pyproject.toml that say what to install, and nothing else of it."""
    project = pyproject.get("project", {})
    return {
        "build-system.requires": pyproject.get("build-system", {}).get("requires", []),
        "project.requires-python": project.get("requires-python", ""),
        "project.dependencies": project.get("dependencies", []),
        "project.optional-dependencies": project.get("optional-dependencies", {}),
        "dependency-groups": pyproject.get("dependency-groups", {}),
    }


def fingerprint(tables: dict[str, Any]) -> str:
    """SHA-256 over the tables, the same whatever their order, spacing and comments."""
    canonical = json.dumps(tables, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def entries(lock: str) -> list[str]:
    """What a lock lists, each with its hashes and notes: what begins in the first column."""
    found: list[str] = []
    for line in lock.splitlines(keepends=True):
        if not line.startswith((" ", "#")):
            found.append(line)
        elif found:
            found[-1] += line
    return found


def extra_lines(lock: str, extras: Iterable[str]) -> list[str]:
    """For each extra the line of the dev lock that names its packages.

    Those are what the extra asks for, what that asks for, and so on: by the notes after "via".
    """
    asked_by: dict[str, set[str]] = {}
    for entry in entries(lock):
        notes = [line.strip() for line in entry.splitlines() if line.startswith("    #")]
        askers = {note.lstrip("# ").removeprefix("via ") for note in notes}
        asked_by.setdefault(entry.partition("==")[0], set()).update(askers)
    lines = []
    for extra in sorted(extras):
        packages: set[str] = set()
        more = {f"-r {extra}.in"}
        while more := {name for name, askers in asked_by.items() if askers & more} - packages:
            packages |= more
        lines.append(f"{EXTRA}{extra}: {' '.join(sorted(packages))}")
    return lines


def check(root: Path) -> None:
    """Raise where a lock is missing, of other dependencies, names an address, or they disagree."""
    tables = _tables_of(root)
    pins: dict[str, set[str]] = {}
    for name in (CORE, DEV):
        try:
            text = (root / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise LockError(f"{name} is missing") from None
        head = [HEADER + fingerprint(tables)]
        lines = text.splitlines()
        if lines[:1] != head:
            raise LockError(f"{name} was made from other dependencies than pyproject.toml has now")
        _refuse_addresses(name, text)
        if name == DEV:
            head += extra_lines(text, tables["project.optional-dependencies"])
        for number, line in enumerate(head, start=1):
            if lines[number - 1 : number] != [line]:
                raise LockError(f"{name}:{number} should be: {line}")
        for number, line in enumerate(lines, start=1):
            if number > len(head) and line.startswith("#"):
                raise LockError(f"{name}:{number} should not be there: {line}")
        pins[name] = {entry.split()[0] for entry in entries(text)}
    for pin in sorted(pins[CORE] - pins[DEV]):
        raise LockError(f"{DEV} has not {pin}, as {CORE} has")


def make(root: Path, *, upgrade: bool) -> None:
    """Write both locks; the dev lock holds everything, with the core lock's versions."""
    uv = shutil.which("uv")
    if uv is None:
        raise LockError("making the locks needs uv, and it is not on PATH")
    tables = _tables_of(root)
    groups: dict[str, list[str]] = tables["dependency-groups"]
    extras: dict[str, list[str]] = tables["project.optional-dependencies"]
    inputs = {
        "core.in": tables["project.dependencies"],
        "build.in": tables["build-system.requires"],
        **{f"{extra}.in": lines for extra, lines in sorted(extras.items())},
        "dev.in": groups["dev"],
    }
    texts: dict[str, str] = {}
    # In a folder of its own, so that "via" notes say "core.in" and no path of this machine.
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        for name, lines in inputs.items():
            (work / name).write_text("\n".join([*lines, ""]), encoding="utf-8")
        if not upgrade:
            for name in (CORE, DEV):
                if (root / name).exists():
                    shutil.copy(root / name, work / name)
        _compile(uv, work, CORE, ["core.in", "build.in"], upgrade=upgrade)
        _compile(uv, work, DEV, [*inputs, "--constraints", CORE], upgrade=upgrade)
        for name in (CORE, DEV):
            texts[name] = "".join(entries((work / name).read_text("utf-8")))
    for name, text in texts.items():
        _refuse_addresses(name, text)
    for name, text in texts.items():
        head = [HEADER + fingerprint(tables), *(extra_lines(text, extras) if name == DEV else [])]
        whole = "".join(f"{line}\n" for line in head) + text
        (root / name).write_text(whole, encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """0 good, 1 the locks do not fit or could not be made."""
    parser = argparse.ArgumentParser(description="The lock files: check them, or make them again.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="are the locks made from pyproject.toml's dependencies?")
    making = commands.add_parser("make", help="make them again with uv")
    making.add_argument("--upgrade", action="store_true", help="take the newest versions allowed")
    options = parser.parse_args(arguments)
    try:
        if options.command == "make":
            make(ROOT, upgrade=options.upgrade)
        check(ROOT)
    except LockError as error:
        hint = "" if options.command == "make" else "; run: ./run python tools/locks.py make"
        print(f"locks: {error}{hint}", file=sys.stderr)
        return 1
    return 0


def _tables_of(root: Path) -> dict[str, Any]:
    return dependency_tables(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8")))


def _compile(uv: str, work: Path, output: str, arguments: list[str], *, upgrade: bool) -> None:
    command = [uv, "pip", "compile", *arguments, "--output-file", output]
    command += ["--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes"]
    command += ["--no-header", "--quiet"]
    command += ["--upgrade"] if upgrade else []
    # The project's virtual environment is no business of a lock for all machines.
    environment = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    if subprocess.run(command, cwd=work, env=environment, check=False).returncode:
        raise LockError(f"uv could not make {output}")


def _refuse_addresses(name: str, text: str) -> None:
    for number, line in enumerate(text.splitlines(), start=1):
        if "://" in line or " @ " in line or line.startswith("-"):
            raise LockError(f"{name}:{number} names an address or an index")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
