"""A thousand mutated files: no traceback, no hang, no wrong acceptance, no wrong refusal."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor

import pytest

from tests.load.mutants import Fate, Mutant, anything, fate, right, seeds, wrong

MEMORY = 200 * 1024
"""KiB."""
SECONDS = 2.0


def fates(mutants: Iterable[Mutant]) -> list[tuple[Mutant, Fate]]:
    """What becomes of each, in processes that have done nothing else."""
    made = list(mutants)
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=2, mp_context=fresh) as pool:
        return list(zip(made, pool.map(fate, made, chunksize=10, timeout=600), strict=True))


def bounded(found: list[tuple[Mutant, Fate]]) -> None:
    for mutant, its in found:
        assert not its.trouble, (mutant.name, mutant.data[:400], its.trouble)
    slowest = max(found, key=lambda pair: pair[1].seconds)
    # As in tests/timing.py: a slip into quadratic work takes hundreds of times as long.
    assert slowest[1].seconds < 10 * SECONDS, (slowest[0].name, slowest[1].seconds)
    assert max(its.peak for _, its in found) < MEMORY


def refused(found: list[tuple[Mutant, Fate]]) -> None:
    accepted = [(m.name, m.seed.path, m.data[:2000]) for m, its in found if not its.errors]
    assert not accepted, (len(accepted), accepted[0])


def accepted(found: list[tuple[Mutant, Fate]]) -> None:
    for mutant, its in found:
        assert not its.errors, (mutant.name, mutant.seed.path, its.errors, mutant.data[:2000])
        assert its.value == mutant.value, (mutant.name, mutant.data[:2000])


def test_every_seed_is_valid() -> None:
    found = fates(Mutant("itself", s, s.text.encode(), s.value) for s in seeds())
    accepted(found)
    assert len(found) > 15


def test_some_mutated_files() -> None:
    """A few of each, so that every run of the tests sees them."""
    bad, good, other = fates(wrong(12)), fates(right(6)), fates(anything(6))
    refused(bad)
    accepted(good)
    bounded([*bad, *good, *other])


@pytest.mark.slow
def test_six_hundred_files_that_are_wrong() -> None:
    found = fates(wrong(600))
    refused(found)
    bounded(found)


@pytest.mark.slow
def test_four_hundred_files_that_are_right() -> None:
    found = fates(right(400))
    accepted(found)
    bounded(found)


@pytest.mark.slow
def test_six_hundred_files_that_are_anything() -> None:
    bounded(fates(anything(600)))
