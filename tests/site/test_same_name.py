"""Two boards with one short name, which `validate` refuses: each still has what is its own."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.cells import assess
from prostcli.documents.site import Pages
from prostcli.documents.views.context import Context
from prostcli.documents.views.show import board_shown
from prostcli.language import language
from prostcli.load.workspace import Workspace, load
from tests.findings import BASE

SWEDISH = language("sv")
DAY = date(2022, 6, 1)


@pytest.fixture
def namesakes(tmp_path: Path) -> Workspace:
    """The base, in which Hus is called Park too."""
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    boards = root / "program/2020-2021/boards.yaml"
    text = boards.read_text(encoding="utf-8")
    assert "short: Hus" in text
    boards.write_text(text.replace("short: Hus", "short: Park"), encoding="utf-8")
    return load(root, watchful=True)


def test_show_tells_of_each_board_what_it_said_itself(namesakes: Workspace) -> None:
    material = namesakes.editions["2020-2021"].material
    assert material is not None
    seen = assess(material, DAY)
    told = {b: board_shown(seen, SWEDISH, namesakes.locate, b).baseline for b in ("park", "hus")}
    assert told["park"] == ()
    assert [s.board_id for s in told["hus"]] == ["hus"] * len(told["hus"])
    assert told["hus"]


def test_the_sites_links_lead_to_each_boards_own_page(namesakes: Workspace) -> None:
    material = namesakes.editions["2020-2021"].material
    assert material is not None
    pages = Pages(Context.of(assess(material, DAY), SWEDISH, namesakes.locate))
    drawn = dict(pages.pages((), (), ()))
    year = drawn["year-2021.html"]
    assert '<a href="board-hus.html">Park</a>' in year  # it has handed nothing in
    measure = drawn["obligation-1.1.html"]
    assert '<a href="board-park.html">Park</a>' in measure  # by what it has reported
    assert "board-hus.html" not in measure  # it is not bound by it
    other = drawn["obligation-2.2.html"]
    assert '<a href="board-hus.html">Park</a>' in other  # by its baseline, and what it is bound by
    assert "board-park.html" not in other
