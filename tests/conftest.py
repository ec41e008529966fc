"""What most tests start from: the repository's own programme, and the small fictitious one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from prostcli.load.workspace import Workspace, load
from prostcli.model.material import Material

TOP = Path(__file__).parent.parent

# A property fails by what it finds and never by the clock: on a busy machine the first example,
# which also imports and compiles, takes longer than hypothesis allows. Work that grows with the
# square of its input has a guard of its own (`tests/timing.py`).
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """No workers where only files or tests are named: starting them would take longer."""
    named = [argument.partition("::")[0] for argument in config.args]
    return 0 if all(name.endswith(".py") for name in named) else None


# Here and nowhere else: a second fixture of the same name would start a second Playwright, which
# one process cannot have.
pytest_plugins = ["tests.browser.chromium"]


@pytest.fixture(scope="session")
def stockholm_workspace() -> Workspace:
    """The repository itself."""
    return load(TOP)


@pytest.fixture(scope="session")
def stockholm(stockholm_workspace: Workspace) -> Material:
    material = stockholm_workspace.editions["2006-2010"].material
    assert material is not None
    return material


@pytest.fixture(scope="session")
def lindvik_workspace() -> Workspace:
    """A fictitious city with another programme, other boards, scales and deadlines."""
    return load(TOP / "tests" / "lindvik")


@pytest.fixture(scope="session")
def lindvik(lindvik_workspace: Workspace) -> Material:
    material = lindvik_workspace.editions["2020-2022"].material
    assert material is not None
    return material


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of Lindvik that a test may change."""
    to = tmp_path / "lindvik"
    shutil.copytree(TOP / "tests" / "lindvik", to)
    return to
