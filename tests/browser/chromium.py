"""A real browser for the tests of pages: Debian's chromium, driven by Playwright, without a net."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.visit import WIDE, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VARIABLE = "PROST_CHROMIUM"
"""Names the program; left out: where Debian has it."""

_OPTIONS = [
    "--headless",
    "--no-sandbox",  # CI is root in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    # Else it lets Tab reach scrolling regions that no other browser would reach.
    "--disable-features=KeyboardFocusableScrollers",
]


def chromium() -> Path:
    """The browser; skips the test where it or Playwright is missing, and fails it in CI."""
    program = Path(os.environ.get(VARIABLE) or "/usr/bin/chromium")
    if find_spec("playwright") is None or find_spec("axe_playwright_python") is None:
        missing = "Playwright with axe"
    elif not os.access(program, os.X_OK):
        missing = f"chromium (as {program})"
    else:
        return program
    if os.environ.get("CI") == "true":
        pytest.fail(f"{missing} is missing: .ci/run installs it")
    pytest.skip(f"{missing} is not installed")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for each process that runs tests."""
    program = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=_OPTIONS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[Path], Visit]]:
    """Opens a file in a window of its own, that is closed after the test."""
    contexts = []

    def opened(path: Path) -> Visit:
        contexts.append(browser.new_context(viewport=WIDE, reduced_motion="reduce"))
        return Visit(contexts[-1].new_page(), path)

    yield opened
    for context in contexts:
        context.close()
