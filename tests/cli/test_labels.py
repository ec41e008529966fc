"""What a board and a measure may be called on the command line, and when that is not enough."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Prostcli
from tests.findings import BASE, found
from tests.repositories import Made


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


COMMANDS = [["status"], ["activities"], ["submissions"], ["diff", "HEAD"]]
SAID = "Flera heter ”{}”: {}. Alla är med; ange id:t för den som menas.\n"


def committed(root: Path) -> None:
    repo = Made(root)
    repo.git("init", "-q")
    repo.commit({})


@pytest.fixture
def other(root: Path) -> Path:
    """Hus has been called what Park is called now; nothing has changed since the commit."""
    register = root / "program/2020-2021/boards.yaml"
    text = register.read_text(encoding="utf-8")
    assert "short: Hus," in text
    text = text.replace("short: Hus,", "short: Hus, also: [Park],")
    register.write_text(text, encoding="utf-8")
    committed(root)
    return root


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["Park"], [("Park", "park och hus")]),
        (["Park", "PARK", "Park"], [("Park", "park och hus")]),
        (["Lärandenämnden", "Park"],
         [("Lärandenämnden", "skola och larande"), ("Park", "park och hus")]),
        (["park"], []),
        (["park", "Parknämnden", "Hus"], []),
        ([], []),
    ],
)  # fmt: skip
def test_a_filter_that_chooses_several_boards_by_one_name_says_so_once(
    prostcli: Prostcli,
    other: Path,
    command: list[str],
    asked: list[str],
    said: list[tuple[str, str]],
) -> None:
    chosen = prostcli(*command, *(f"--board={a}" for a in asked), cwd=other)
    assert (chosen.status, chosen.err) == (0, "".join(SAID.format(*s) for s in said))


@pytest.mark.parametrize("command", ["status", "activities", "submissions"])
def test_all_that_have_the_name_are_chosen(prostcli: Prostcli, other: Path, command: str) -> None:
    by_name = prostcli(command, "--board", "Park", "--format", "json", cwd=other)
    by_id = prostcli(command, "--board", "hus", "--board", "park", "--format", "json", cwd=other)
    assert (by_name.out, by_id.err) == (by_id.out, "")
    in_english = prostcli("--lang", "en", command, "--board", "Park", cwd=other)
    assert in_english.err == (
        "Several are called “Park”: park and hus. "
        "All of them are chosen; give the id of the one you mean.\n"
    )


@pytest.mark.parametrize("command", [["status"], ["activities"], ["diff", "HEAD"]])
def test_a_filter_that_chooses_several_measures_by_one_name_says_so(
    prostcli: Prostcli, root: Path, command: list[str]
) -> None:
    measures = root / "program/2020-2021/obligations.yaml"
    text = measures.read_text(encoding="utf-8")
    measures.write_text(text.replace("{sv: Öppet hus}", "{sv: Städa}"), encoding="utf-8")
    committed(root)
    chosen = prostcli(*command, "--obligation", "Städa", "--obligation", "1.2", cwd=root)
    assert (chosen.status, chosen.err) == (0, SAID.format("Städa", "1.1 och 2.2"))


def test_a_filter_that_chooses_several_sections_by_one_name_says_so(
    prostcli: Prostcli, root: Path
) -> None:
    programme = root / "program/2020-2021/programme.yaml"
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("{sv: Två}", "{sv: Ett}"), encoding="utf-8")
    chosen = prostcli("status", "--section", "ett", cwd=root)
    assert (chosen.status, chosen.err) == (0, SAID.format("ett", "1 och 2"))


def test_capitals_make_no_other_short_name(root: Path) -> None:
    register = root / "program/2020-2021/boards.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("short: Lärande", "short: SKOLA"), encoding="utf-8")
    (shared,) = (d for d in found(root).diagnostics if d.code == "PRO402")
    assert shared.facts == {"id": "SKOLA", "variant": "short"}
