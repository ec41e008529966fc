"""How many examples a property is tried on: some at the desk, far more in `.ci/run`.

At the desk the examples are the same each time, so that a test that has passed goes on passing.
In CI they begin from a seed that is new each time; the first lines of the run tell it, and what
to add to try the same again.
"""

from __future__ import annotations

import os
import secrets

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


def new_seed() -> int:
    """A seed for a run in CI."""
    return secrets.randbelow(2**32)
