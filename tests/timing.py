"""How long a thing may take, in processor time."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done inside takes less. Not held against it while coverage looks on."""
    start = time.process_time()
    yield
    spent = time.process_time() - start
    assert spent < seconds or sys.gettrace() is not None, f"{spent:.2f} s"
