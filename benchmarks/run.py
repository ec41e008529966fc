"""How much work prostcli is, measured against a yardstick in the same minute.

    ./run python benchmarks/run.py [--runs 7] [--files 3000] [--city FOLDER]

Each comparison runs its two commands turn by turn and gives the median of the ratios of each pair,
so that a busy machine slows both. What is counted is the CPU time (user + system) of the whole
process and of those it started, start-up included, the time by the clock, and the most memory that
one of them held. Nothing is asserted: the goals are printed beside. What cannot be made here is
said to be skipped. How to read it: benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from prostcli.documents.extras import EXTRAS, needed
from prostcli.errors import ProstError

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
PROSTCLI = Path(sys.executable).parent / "prostcli"
PARSE = """\
import os, sys, yaml
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            yaml.load(file.read(), yaml.CSafeLoader)
"""
CORE_ALONE = f"""\
import sys
sys.modules.update(dict.fromkeys({[m for extra in EXTRAS.values() for m in extra.modules]}))
from prostcli.cli.main import main
main()
"""
"""The tool where no extra is installed: Python finds none of their modules."""
IMPORTS = "import typer, pydantic, rich.table"
THAT_DAY = "2010-07-01"
EXAMPLE = REPOSITORY / "examples" / "nordhamn"
EXAMPLES_DAY = "2016-06-01"
WHOLES_DAY = "2006-07-01"
"""Every plan and report of the whole city is decided by then."""
FORMATS = {"html": ("≤ 5 s", None), "pdf": ("≤ 5 s", "pdf"), "docx": ("–", "word")}
"""Of the review: the goal by the clock, and the extra that it needs."""
LARGE_RUNS = 3
"""Pairs at the most of what takes seconds."""
FULL_SIZE = 3000
"""Files: what the goal is set for. With a few, the start-up is most of it."""


class Cost(NamedTuple):
    """What a process used."""

    cpu: float
    """Seconds, user and system."""
    clock: float
    """Seconds by the clock."""
    memory: float
    """MiB at the most."""


class Comparison(NamedTuple):
    """A command and its yardstick."""

    name: str
    goal: str
    ours: list[str]
    yardstick: list[str]
    most_runs: int | None = None


def cost(command: list[str]) -> Cost:
    """Run it once with its output thrown away; it must succeed."""
    used = _used(command)
    if used is None:
        raise SystemExit(f"{' '.join(command)}: failed")
    return used


def _used(command: list[str]) -> Cost | None:
    """What it used; None where it did not succeed."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    nothing = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, environment, file_actions=nothing)
    _, status, used = os.wait4(child, 0)
    clock = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        return None
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    return Cost(used.ru_utime + used.ru_stime, clock, used.ru_maxrss * unit / 2**20)


def compare(comparison: Comparison, runs: int) -> str:
    """A line of the table."""
    runs = min(runs, comparison.most_runs or runs)
    for command in (comparison.ours, comparison.yardstick):
        cost(command)  # not counted: it writes the .pyc files and warms the disk's cache
    pairs = [(cost(comparison.ours), cost(comparison.yardstick)) for _ in range(runs)]
    ratios = sorted(ours.cpu / theirs.cpu for ours, theirs in pairs)
    ours = statistics.median(p[0].cpu for p in pairs)
    clock = statistics.median(p[0].clock for p in pairs)
    theirs = statistics.median(p[1].cpu for p in pairs)
    memory = max(p[0].memory for p in pairs)
    ratio = f"**{statistics.median(ratios):.2f}** ({ratios[0]:.2f}–{ratios[-1]:.2f})"
    return (
        f"| {comparison.name} | {_time(ours)} | {_time(clock)} | {_time(theirs)} | {ratio} "
        f"| {comparison.goal} | {memory:.0f} MiB |"
    )


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def comparisons(folder: Path, sizes: list[int], city: Path | None) -> Iterator[Comparison | str]:
    """What is compared, on files made for it; or a line that says why something is not."""
    for files in sizes:
        workspace = _generated(folder / str(files), "--files", str(files))
        yield Comparison(
            f"`validate`, {files:,} files / parsing them with PyYAML's `CSafeLoader`",
            "≤ 1.5" if files >= FULL_SIZE else "–",
            _prostcli(workspace, "validate"),
            [sys.executable, "-c", PARSE, str(workspace)],
        )
    here = _prostcli(REPOSITORY, "status", "--as-of", THAT_DAY)
    yield Comparison(f"`status` here / `{IMPORTS}`", "≤ 2.5", here, [sys.executable, "-c", IMPORTS])
    yield Comparison(
        "`review` of the example in Markdown / `status` of it",
        "≤ 1.5",
        _prostcli(EXAMPLE, "review", "--as-of", EXAMPLES_DAY, "-o", str(folder / "example.md")),
        _prostcli(EXAMPLE, "status", "--as-of", EXAMPLES_DAY),
    )
    if city is not None:
        yield from documents(folder, city)
    else:
        yield from documents(folder, _generated(folder / "whole", "--whole"), "--as-of", WHOLES_DAY)


def documents(folder: Path, whole: Path, *day: str) -> Iterator[Comparison | str]:
    """The documents of a whole city, each against `status` of the same city."""
    status = _prostcli(whole, "status", *day)
    for form, (goal, extra) in FORMATS.items():
        name = f"`review --format {form}`, the whole city / `status` of it"
        missing = _missing(extra)
        command = _prostcli(
            whole, "review", *day, "--format", form, "-o", str(folder / f"whole.{form}")
        )
        if missing:
            yield _skipped(name, goal, missing)
        else:
            yield Comparison(name, goal, command, status, LARGE_RUNS)
    for made, program, goal, missing in (
        ("`site` without PDF and Word", [sys.executable, "-c", CORE_ALONE], "≤ 5 s", ""),
        ("`site` with PDF and Word", [str(PROSTCLI)], "–", _missing("pdf") or _missing("word")),
    ):
        name = f"{made}, the whole city / `status` of it"
        if missing:
            yield _skipped(name, goal, missing)
        else:
            place = str(folder / f"site-{len(program)}")
            command = [*program, "--root", str(whole), "site", *day, "-o", place]
            yield Comparison(name, goal, command, status, LARGE_RUNS)


def _generated(workspace: Path, *options: str) -> Path:
    cost([sys.executable, str(HERE / "generate.py"), str(workspace), *options])
    return workspace


def _prostcli(root: Path, *arguments: str) -> list[str]:
    return [str(PROSTCLI), "--root", str(root), *arguments]


def _missing(extra: str | None) -> str:
    """Why a form cannot be made here; empty where it can."""
    if extra is not None:
        try:
            needed(extra)
        except ProstError:
            return f"{EXTRAS[extra].makes} needs `./run --extra {extra}`"
    return ""


def _skipped(name: str, goal: str, why: str) -> str:
    return f"| {name} | skipped: {why} | – | – | – | {goal} | – |"


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="pairs (5 or more; of the large 3)")
    parser.add_argument("--files", type=int, action="append", help="how many files (repeatable)")
    parser.add_argument(
        "--city", type=Path, help="documents of this programme, for the made-up one"
    )
    given = parser.parse_args()
    packages = ("prostcli", "pydantic", "ruamel.yaml.clib", "typer", "rich", "PyYAML")
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors;")
    print(", ".join(f"{name} {version(name)}" for name in packages) + f"; {given.runs} pairs.\n")
    print("| what / yardstick | CPU | clock | yardstick | ratio (least–most) | goal | memory |")
    print("|---|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for comparison in comparisons(Path(folder), given.files or [300, FULL_SIZE], given.city):
            line = comparison if isinstance(comparison, str) else compare(comparison, given.runs)
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
