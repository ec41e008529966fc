"""What is tried at the desk, of many that are much alike. `.ci/run` tries them all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def few(values: Iterable[Any], number: int = 1) -> list[Any]:
    """The same values for `parametrize`: the first so many for everyone, the rest slow."""
    listed = list(values)
    return [*listed[:number], *(slow(v) for v in listed[number:])]


def slow(value: Any) -> Any:
    """A value, or a tuple of them, that is tried by `.ci/run` only."""
    values = value if isinstance(value, tuple) else (value,)
    return pytest.param(*values, marks=pytest.mark.slow)
