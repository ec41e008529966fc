"""A guard against work that grows with the square of its input."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done inside ends, in processor time, within thirty times what it should take.

    No measure of speed (that is for `benchmarks/`): on any machine a slip into quadratic work
    takes hundreds of times as long.
    """
    start = time.process_time()
    yield
    spent = time.process_time() - start
    assert spent < 30 * seconds, f"{spent:.2f} s"
