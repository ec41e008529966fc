"""How much work prostcli is, measured against a yardstick in the same minute.

    ./run python benchmarks/run.py [--runs 7] [--files 3000]

Each comparison runs its two commands turn by turn and gives the median of the ratios of each pair,
so that a busy machine slows both. What is counted is the CPU time (user + system) of the whole
process, start-up included, and the most memory it held. Nothing is asserted: the goals are printed
beside. How to read it: benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

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
IMPORTS = "import typer, pydantic, rich.table"
THAT_DAY = "2010-07-01"
FULL_SIZE = 3000
"""Files: what the goal is set for. With a few, the start-up is most of it."""


class Cost(NamedTuple):
    """What a process used."""

    cpu: float
    """Seconds, user and system."""
    memory: float
    """MiB at the most."""


class Comparison(NamedTuple):
    """A command and its yardstick."""

    name: str
    goal: str
    ours: list[str]
    yardstick: list[str]


def cost(command: list[str]) -> Cost:
    """Run it once with its output thrown away; it must succeed."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    nothing = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawn(command[0], command, environment, file_actions=nothing)
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{' '.join(command)}: failed")
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 2**20)


def compare(comparison: Comparison, runs: int) -> str:
    """A line of the table."""
    for command in (comparison.ours, comparison.yardstick):
        cost(command)  # not counted: it writes the .pyc files and warms the disk's cache
    pairs = [(cost(comparison.ours), cost(comparison.yardstick)) for _ in range(runs)]
    ratios = sorted(ours.cpu / theirs.cpu for ours, theirs in pairs)
    ours = statistics.median(p[0].cpu for p in pairs)
    theirs = statistics.median(p[1].cpu for p in pairs)
    memory = max(p[0].memory for p in pairs)
    ratio = f"**{statistics.median(ratios):.2f}** ({ratios[0]:.2f}–{ratios[-1]:.2f})"
    return (
        f"| {comparison.name} | {_time(ours)} | {_time(theirs)} | {ratio} "
        f"| {comparison.goal} | {memory:.0f} MiB |"
    )


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def comparisons(folder: Path, sizes: list[int]) -> list[Comparison]:
    """What is compared; makes the files to do it on."""
    found = []
    for files in sizes:
        workspace = folder / str(files)
        generate = [sys.executable, str(HERE / "generate.py"), str(workspace), "--files"]
        cost([*generate, str(files)])
        found.append(
            Comparison(
                f"`validate`, {files:,} files / parsing them with PyYAML's `CSafeLoader`",
                "≤ 1.5" if files >= FULL_SIZE else "–",
                [str(PROSTCLI), "--root", str(workspace), "validate"],
                [sys.executable, "-c", PARSE, str(workspace)],
            )
        )
    status = [str(PROSTCLI), "--root", str(REPOSITORY), "--as-of", THAT_DAY, "status"]
    imports = [sys.executable, "-c", IMPORTS]
    return [*found, Comparison(f"`status` here / `{IMPORTS}`", "≤ 2.5", status, imports)]


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="pairs of runs (5 or more)")
    parser.add_argument("--files", type=int, action="append", help="how many files (repeatable)")
    given = parser.parse_args()
    packages = ("prostcli", "pydantic", "ruamel.yaml.clib", "typer", "rich", "PyYAML")
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors;")
    print(", ".join(f"{name} {version(name)}" for name in packages) + f"; {given.runs} pairs.\n")
    print("| what / yardstick | CPU | yardstick | ratio (least–most) | goal | peak memory |")
    print("|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for comparison in comparisons(Path(folder), given.files or [300, FULL_SIZE]):
            print(compare(comparison, given.runs), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
