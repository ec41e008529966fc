"""Properties say the same on a machine that is busy."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, settings

TESTS = Path(__file__).parent


def test_no_property_fails_by_the_clock() -> None:
    ours = settings()
    assert ours.deadline is None
    assert HealthCheck.too_slow in ours.suppress_health_check


def test_no_test_sets_a_clock_of_its_own() -> None:
    """Whoever suppresses another check keeps this one suppressed too."""
    for path in TESTS.rglob("test_*.py"):
        if path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8")
        assert "deadline=" not in text, path
        for checks in re.findall(r"suppress_health_check=\[([^]]*)\]", text):
            assert "HealthCheck.too_slow" in checks, path
