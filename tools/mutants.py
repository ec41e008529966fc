"""One mutant at a time is switched on, and the tests that reach it are run: a plugin of pytest.

`tools/mutation.py` writes the mutants and starts this. pytest imports and collects once; then each
mutant has a fork of that process to itself, so that none costs more than its tests. First a fork
runs every test on what is written, and notes which functions each reaches and how long it takes.
Tests that fail there, as those that look at the source do, are not used.
"""

from __future__ import annotations

import inspect
import json
import os
import select
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial, wraps
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ACTIVE = "MUTANT"
"""The variable that tells processes which tests start which mutant is on."""
AT_ONCE = 2
WARM = ("lindvik", "stockholm")
"""What most tests start from, read once and not in each fork. Reading runs nothing of a subject."""
PATIENCE = 20
"""So many seconds more than its tests took, and three times as long, before a mutant is said to
never end."""


class Switches:
    """What is called for a function that has mutants."""

    def __init__(self) -> None:
        self.module = self.name = ""
        """The mutant that is on."""
        self.reached: set[str] | None = None
        """Functions that have been called, while that is noted."""

    def on(self, mutant: str) -> None:
        """From now on this one is called, here and in processes that are started."""
        self.module, _, self.name = mutant.rpartition(".")
        os.environ[ACTIVE] = mutant

    def picked(self, module: str, versions: dict[str, Callable[..., Any]]) -> Callable[..., Any]:
        """Of a function and its mutants the one to call."""
        written = versions["_mutmut_orig"]
        if self.reached is not None:
            self.reached.add(function_of(f"{module}.{written.__name__}"))
        return versions.get(self.name, written) if self.module == module else written


_switches = Switches()


def switch(versions: dict[str, Callable[..., Any]], *, is_classmethod: bool = False) -> Any:  # noqa: ANN401
    """A decorator: the function as written, or the mutant of it that is on."""

    def made(function: Callable[..., Any]) -> Callable[..., Any]:
        def picked() -> Callable[..., Any]:
            return _switches.picked(function.__module__, versions)

        if is_classmethod:

            @wraps(function)
            def called(cls: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
                return getattr(cls, picked().__name__)(*args, **kwargs)
        elif inspect.isgeneratorfunction(function):

            @wraps(function)
            def called(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
                return (yield from picked()(*args, **kwargs))
        else:

            @wraps(function)
            def called(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
                return picked()(*args, **kwargs)

        return called

    return made


def function_of(mutant: str) -> str:
    """The function that a mutant is one of."""
    return mutant.rpartition("__mutmut_")[0]


if ACTIVE in os.environ:
    _switches.on(os.environ[ACTIVE])


class Known(NamedTuple):
    """What is known of a test."""

    seconds: float
    reaches: list[str]
    passes: bool


def pytest_addoption(parser: pytest.Parser) -> None:
    """What `tools/mutation.py` says."""
    parser.addoption("--mutants", type=Path, help="a list of their names, as JSON")
    parser.addoption("--found", type=Path, help="where each is told with the test that found it")
    parser.addoption("--seconds", type=float, help="of tests, at most, for one mutant")


def pytest_runtestloop(session: pytest.Session) -> bool:
    """In the place of running the tests once."""
    if session.testsfailed:
        raise session.Interrupted("the tests cannot be collected")
    options = session.config.option
    trial = Trial(session, options.seconds)
    with options.found.open("a", encoding="utf-8") as found:
        for mutant, test in trial.of_each(json.loads(options.mutants.read_text(encoding="utf-8"))):
            found.write(f"{mutant}\t{test}\n")
            found.flush()
    return True


class Trial:
    """Mutants against the collected tests."""

    def __init__(self, session: pytest.Session, seconds: float) -> None:
        self._session = session
        self._seconds = seconds
        self._items = {item.nodeid: item for item in session.items}
        self._found: Counter[tuple[str, str]] = Counter()
        """How often a test has found out a mutant of a function, or of a module."""
        for fixture in WARM:
            using = (i for i in session.items if fixture in getattr(i, "fixturenames", ()))
            self._set_up(next(using, None))
        self._known = self._noted()

    def of_each(self, mutants: list[str]) -> Iterator[tuple[str, str]]:
        """Each with the test that found it out; empty: none did."""
        running: dict[int, tuple[str, int, float]] = {}
        rest = iter(mutants)
        while True:
            for mutant in rest:
                tests = self._chosen(function_of(mutant))
                took = sum(self._known[t].seconds for t in tests)
                process, pipe = self._fork(partial(self._first_failing, mutant, tests))
                running[pipe] = mutant, process, time.monotonic() + PATIENCE + 3 * took
                if len(running) == AT_ONCE:
                    break
            if not running:
                return
            soonest = min(end for _, _, end in running.values()) - time.monotonic()
            ready, _, _ = select.select(list(running), [], [], max(0.0, soonest))
            late = [p for p, (_, _, end) in running.items() if end < time.monotonic()]
            for pipe in dict.fromkeys((*ready, *late)):
                mutant, process, _ = running.pop(pipe)
                told = _rest_of(pipe) if pipe in ready else b'"never ends"'
                _ended(process, pipe)
                test = json.loads(told or b'"ends the tests"')
                for place in (function_of(mutant), mutant.rpartition(".")[0]):
                    self._found[place, test] += 1
                yield mutant, test

    def _chosen(self, function: str) -> list[str]:
        """The tests that reach it: first those that find much there and are quick."""
        place = function.rpartition(".")[0]

        def dear(test: str) -> float:
            found = 5 * self._found[function, test] + self._found[place, test]
            return (self._known[test].seconds + 0.003) / (0.02 + found)

        left = self._seconds
        chosen = []
        for test in sorted((t for t, k in self._known.items() if function in k.reaches), key=dear):
            if left > 0:
                chosen.append(test)
            left -= self._known[test].seconds
        return chosen

    def _first_failing(self, mutant: str, tests: list[str]) -> str:
        _switches.on(mutant)
        for test, after in zip(tests, [*tests[1:], None], strict=True):
            if not self._passes(test, after):
                return test
        return ""

    def _passes(self, test: str, after: str | None) -> bool:
        failed = self._session.testsfailed
        item, following = self._items[test], self._items[after] if after else None
        _torn_down(self._session, item)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        return self._session.testsfailed == failed

    def _set_up(self, item: pytest.Item | None) -> None:
        if item is not None:
            _torn_down(self._session, item)
            item.config.hook.pytest_runtest_setup(item=item)

    def _noted(self) -> dict[str, Known]:
        """What each test reaches on what is written; those that fail are left out."""
        process, pipe = self._fork(lambda: list(self._each_noted()))
        told = json.loads(_rest_of(pipe))
        _ended(process, pipe)
        return {test: known for test, *k in told if (known := Known(*k)).passes}

    def _each_noted(self) -> Iterator[tuple[str, float, list[str], bool]]:
        tests = list(self._items)
        for test, after in zip(tests, [*tests[1:], None], strict=True):
            reached = _switches.reached = set()
            begun = time.perf_counter()
            passes = self._passes(test, after)
            yield test, time.perf_counter() - begun, sorted(reached), passes

    def _fork(self, made: Callable[[], object]) -> tuple[int, int]:
        """A process of its own that works something out, and where it is told, as JSON."""
        pipe, end = os.pipe()
        process = os.fork()
        if process:
            os.close(end)
            return process, pipe
        os.setsid()
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        try:
            told = json.dumps(made())
        except BaseException:  # noqa: BLE001  whatever a mutant does, the test did not pass
            told = '"ends the tests"'
        with os.fdopen(end, "w") as whole:
            whole.write(told)
        os._exit(0)


def _torn_down(session: pytest.Session, item: pytest.Item) -> None:
    """What is set up and this test has no use for: pytest itself goes from test to test."""
    session._setupstate.teardown_exact(item)  # noqa: SLF001  nothing public does it


def _rest_of(pipe: int) -> bytes:
    parts = []
    while part := os.read(pipe, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _ended(process: int, pipe: int) -> None:
    os.close(pipe)
    os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
