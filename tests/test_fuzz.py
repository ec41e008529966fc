"""The fuzz targets hold over what they start from, so that they do not rot between two runs."""

from __future__ import annotations

import importlib

import pytest

from fuzz.run import SECONDS_EACH, TARGETS
from tests.timing import within


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_finds_nothing_in_its_seeds(name: str) -> None:
    target = importlib.import_module(f"fuzz.{name}")
    seeds = list(target.SEEDS())
    assert len(seeds) > 2
    for seed in seeds:
        with within(SECONDS_EACH / 30):
            target.once(seed)
