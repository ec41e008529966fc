"""A transfer from nobody, or to one who never has what is transferred."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.load.workspace import load
from prostcli.usecases import check
from tests.findings import BASE

TWO_STEPS = """\
  - id: till-huset
    date: 2021-03-10
    obligations: ["1.2"]
    from: {{board: park}}
    to: hus
    what: {{sv: Stigen bytte ägare.}}
    fact: {{source: Påhittat, confirmed: true}}
  - id: vidare
    date: {day}
    obligations: ["1.2"]
    from: {{board: hus}}
    to: larande
    what: {{sv: Stigen bytte ägare.}}
    fact: {{source: Påhittat, confirmed: true}}
"""


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2021-03-09", [(2, "unbound")]),
        ("2021-03-10", [(1, "passed-on"), (2, "unbound")]),
        ("2021-03-11", []),
    ],
)
def test_what_goes_on_the_same_day_is_not_told_as_ended(
    day: str, found: list[tuple[int, str]], tmp_path: Path
) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    with (root / "program/2020-2021/boards.yaml").open("a", encoding="utf-8") as file:
        file.write(TWO_STEPS.format(day=day))
    told = [d for d in check(load(root), date(2023, 1, 1)) if d.code == "PRO408"]
    assert [(d.place.pointer[1], d.facts["variant"]) for d in told] == found
    assert [d.facts.get("board") for d in told if d.facts["variant"] == "passed-on"] == [
        "hus" for _, variant in found if variant == "passed-on"
    ]
