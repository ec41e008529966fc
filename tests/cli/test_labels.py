"""What a board and a measure may be called on the command line, and when that is not enough."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Prostcli
from tests.findings import BASE, found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Skolnämnden is called Lärandenämnden before another board is."""
    made = Path(shutil.copytree(BASE, tmp_path / "root"))
    register = made / "program/2020-2021/boards.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("Skolnämnden", "Lärandenämnden"), encoding="utf-8")
    return made


@pytest.mark.parametrize("name", ["Lärande", "lärande", "LÄRANDE", "larande"])
def test_a_board_is_shown_by_its_short_name_in_capitals_or_not(
    prostcli: Prostcli, root: Path, name: str
) -> None:
    shown = prostcli("show", name, cwd=root)
    assert (shown.status, shown.out) == (0, prostcli("show", "larande", cwd=root).out)


def test_a_name_that_two_boards_have_is_told_with_their_ids(prostcli: Prostcli, root: Path) -> None:
    shown = prostcli("show", "Lärandenämnden", cwd=root)
    assert (shown.status, shown.out) == (2, "")
    assert "Flera heter ”Lärandenämnden”: skola och larande." in shown.err
    in_english = prostcli("--lang", "en", "show", "Lärandenämnden", cwd=root)
    assert "Several are called “Lärandenämnden”: skola and larande." in in_english.err


def test_capitals_make_no_other_short_name(root: Path) -> None:
    register = root / "program/2020-2021/boards.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("short: Lärande", "short: SKOLA"), encoding="utf-8")
    (shared,) = (d for d in found(root).diagnostics if d.code == "PRO402")
    assert shared.facts == {"id": "SKOLA", "variant": "short"}
