"""Fuzzing on demand: each target for so many seconds, guided by what it reaches in the code.

    ./run python -m pip install --no-deps "atheris>=3,<4"    once
    ./run python fuzz/run.py --seconds 60 [TARGET]...

Atheris is in no lock of the project's: it has wheels for some systems only, and nothing that must
hold for a change depends on it. A target is a module beside this one with `SEEDS`, a function that
gives valid and hostile examples, and `once`, which raises for whatever must not happen.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
TARGETS = ("reader", "escapers", "git_output")
SECONDS_EACH = 10
"""For one input: as `tests/timing.py`, far more than it may take on a quiet machine."""
MEGABYTES = 512
"""For the whole process: atheris' own counters take most of what 200 MB leave over."""


def main() -> int:
    """Run the targets one after the other; 1 where one has found something."""
    if sys.argv[1:2] == ["--child"]:
        _fuzz(sys.argv[2], sys.argv[3:])
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    given = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print((__doc__ or "").split("\n\n")[1], file=sys.stderr)
        return 2
    return max(_run(target, given.seconds) for target in given.targets or TARGETS)


def _run(target: str, seconds: int) -> int:
    """One target in a process of its own. What it found is left in `fuzz/found/`."""
    sys.path[:0] = [str(HERE), str(HERE.parent)]
    found = HERE / "found"
    found.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(importlib.import_module(target).SEEDS()):
            (Path(corpus) / f"seed{number:04}").write_bytes(seed)
        command = [
            sys.executable, __file__, "--child", target, corpus,
            f"-max_total_time={seconds}", f"-timeout={SECONDS_EACH}", f"-rss_limit_mb={MEGABYTES}",
            f"-artifact_prefix={found}/{target}-", "-max_len=20000", "-print_final_stats=1",
        ]  # fmt: skip
        return 1 if subprocess.call(command) else 0


def _fuzz(target: str, options: list[str]) -> None:
    import atheris

    sys.path[:0] = [str(HERE), str(HERE.parent)]
    with atheris.instrument_imports(include=["prostcli"]):
        once = importlib.import_module(target).once
    atheris.Setup([sys.argv[0], *options], once)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
