"""Sites made once: of the example with a whole cycle, of Lindvik, and of the real programme."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from prostcli.language import language
from prostcli.publishing.site import QUICK, publication
from prostcli.usecases import view

TOP = Path(__file__).resolve().parents[2]
NORDHAMN = TOP / "examples" / "nordhamn"
LINDVIK = TOP / "tests" / "lindvik"

Files = dict[str, bytes]


def made(root: Path, day: str, edition: str | None = None) -> Files:
    """The site of a workspace, by names."""
    return publication(view(root, date.fromisoformat(day), edition), language("sv"), makers=QUICK)


@pytest.fixture(scope="session")
def nordhamn() -> Files:
    return made(NORDHAMN, "2016-03-01")


@pytest.fixture(scope="session")
def lindvik() -> Files:
    return made(LINDVIK, "2023-04-01")


@pytest.fixture(scope="session")
def real() -> Files:
    return made(TOP, "2010-05-01", "2006-2010")


@pytest.fixture(scope="session")
def every(nordhamn: Files, lindvik: Files, real: Files) -> dict[str, Files]:
    return {"nordhamn": nordhamn, "lindvik": lindvik, "real": real}


Put = Callable[[Files], Path]


@pytest.fixture(scope="session")
def put(tmp_path_factory: pytest.TempPathFactory) -> Put:
    """Writes a site to a folder of its own, with a name that an address must escape."""

    def written(files: Files) -> Path:
        folder = tmp_path_factory.mktemp("en mapp å")
        for name, data in files.items():
            (folder / name).write_bytes(data)
        return folder

    return written
