"""Lindvik and the real programme, assessed and told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from prostcli.documents import views
from prostcli.documents.engine import markdown
from prostcli.language import language
from prostcli.usecases import View, view

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[1]


def told(seen: View) -> str:
    """The review of what was seen."""
    swedish = language("sv")
    whole = views.review(seen.assessment, swedish, seen.workspace.locate)
    return markdown("review", swedish, r=whole)


@pytest.fixture(scope="session")
def lindvik_view() -> View:
    return view(TOP / "tests" / "lindvik", date(2023, 4, 1))


@pytest.fixture(scope="session")
def lindvik_whole(lindvik_view: View) -> views.Review:
    return views.review(lindvik_view.assessment, language("sv"), lindvik_view.workspace.locate)


@pytest.fixture(scope="session")
def lindvik_review(lindvik_view: View) -> str:
    return told(lindvik_view)


@pytest.fixture(scope="session")
def real_view() -> View:
    return view(TOP, date(2010, 5, 1), "2006-2010")


@pytest.fixture(scope="session")
def real_review(real_view: View) -> str:
    return told(real_view)
