"""How many examples a property is tried on: some at the desk, far more in `.ci/run`.

At the desk and in CI the examples are the same each time, so that a change fails by what it does
and not by its turn. New ones are sought by hand: `CI=1 ./run pytest --hypothesis-seed=N`. What they
find becomes an example of its own, and `SEED` another number.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

IN_CI = bool(os.environ.get("CI"))
SEED = 20261128
"""What the examples in CI begin from; the head of the run tells it."""
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
