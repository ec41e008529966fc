"""What most tests start from: the repository's own programme, and the small fictitious one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prostcli.load.workspace import Workspace, load
from prostcli.model.material import Material
from tests.properties import IN_CI, SEED, load_profile

TOP = Path(__file__).parent.parent

load_profile()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """No workers where only files or tests are named: starting them would take longer."""
    named = [argument.partition("::")[0] for argument in config.args]
    return 0 if all(name.endswith(".py") for name in named) else None


# Here and nowhere else: a second fixture of the same name would start a second Playwright, which
# one process cannot have.
pytest_plugins = ["tests.browser.chromium"]


def pytest_configure(config: pytest.Config) -> None:
    """One seed for the whole run, which the workers of `-n` get with the other options."""
    if IN_CI and config.getoption("hypothesis_seed", None) is None:
        config.option.hypothesis_seed = str(SEED)


def pytest_report_header(config: pytest.Config) -> str:
    """What to add to a command to try the same examples again."""
    if not IN_CI:
        return "properties: a few examples; far more with CI=1"
    return f"properties: again with CI=1 and --hypothesis-seed={config.option.hypothesis_seed}"


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
