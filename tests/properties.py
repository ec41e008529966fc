"""How many examples a property is tried on: some at the desk, far more in `.ci/run`.

At the desk the examples are the same each time, so that a test that has passed goes on passing.
In CI they begin from a seed that is another for each commit; the first lines of the run tell it,
and what to add to try the same again.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from hypothesis import HealthCheck, settings

IN_CI = bool(os.environ.get("CI"))
MORE = 5
"""So many times as many examples in CI, unless the property says otherwise."""


def load_profile() -> None:
    """What holds for every property.

    A property fails by what it finds and never by the clock: on a busy machine the first example,
    which also imports and compiles, takes longer than hypothesis allows. Work that grows with the
    square of its input has a guard of its own (`tests/timing.py`).
    """
    patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
    settings.register_profile("desk", patient, derandomize=True)
    settings.register_profile("ci", patient, max_examples=100 * MORE, database=None)
    settings.load_profile("ci" if IN_CI else "desk")


def examples(desk: int, ci: int | None = None) -> settings:
    """So many examples, as a decorator in the place of `settings(max_examples=…)`.

    `ci`: for what is dear, so that five times as many would take too long.
    """
    return settings(max_examples=(desk * MORE if ci is None else ci) if IN_CI else desk)


def seed_of_the_commit() -> int:
    """The seed of a run in CI: another for each commit, and for one commit always the same.

    So every change is tried on examples of its own, and a commit that has passed goes on passing.
    """
    asked = ["git", "rev-parse", "HEAD"]
    told = subprocess.run(asked, cwd=Path(__file__).parent, capture_output=True, check=False)
    return int(told.stdout[:8], 16) if told.returncode == 0 else 0
