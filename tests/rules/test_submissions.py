"""What the rules of plans and reports alike say of who was there and what is corrected."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.findings import BASE, found
from tests.least import BOARDS, PLAN, PLAN_DECIDED, REPORT, REPORTS, filed, rewritten, told

SECOND = f"{REPORTS}/park/2021-plan-2.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def facts(root: Path, code: str) -> dict[str, object]:
    (only,) = (d for d in found(root).diagnostics if d.code == code)
    return dict(only.facts)


@pytest.mark.parametrize(
    ("board", "year", "others"),
    [("skola", 2021, ["larande"]), ("larande", 2020, ["skola"]), ("hus", 2020, [])],
)
def test_of_a_board_that_is_not_there_its_kin_is_told(
    root: Path, board: str, year: int, others: list[str]
) -> None:
    rewritten(root, BOARDS, ("{name: Husbolaget}]",
              "{name: Husbolaget}], valid: {from: 2021-01-01}"))  # fmt: skip
    (root / f"{REPORTS}/hus/2020-baseline.yaml").unlink()
    filed(root, f"{REPORTS}/{board}/{year}-plan.yaml", PLAN,
          ("board: park", f"board: {board}"), ("year: 2021", f"year: {year}"))  # fmt: skip
    rewritten(root, f"{REPORTS}/{board}/{year}-plan.yaml", ("        with: [hus]\n", ""))
    assert facts(root, "PRO505") == {
        "board": board, "year": year, "others": others,
        "variant": "others" if others else None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("board", "day", "others"),
    [
        ("skola", "2021-01-01", ["larande"]),
        ("larande", "2020-12-31", ["skola"]),
        ("hus", "2020-12-31", []),
    ],
)
def test_of_a_board_that_has_not_decided_its_kin_that_was_there_is_told(
    root: Path, board: str, day: str, others: list[str]
) -> None:
    rewritten(root, BOARDS, ("{name: Husbolaget}]",
              "{name: Husbolaget}], valid: {from: 2021-01-01}"))  # fmt: skip
    filed(root, f"{REPORTS}/{board}/2021-plan.yaml", PLAN,
          ("board: park", f"board: {board}"), ("2020-12-10", day))  # fmt: skip
    assert facts(root, "PRO509") == {
        "board": board, "day": day, "others": others, "variant": "others" if others else None,
    }  # fmt: skip


def test_an_heir_that_was_not_there_either_is_not_told(root: Path) -> None:
    rewritten(root, BOARDS, ("valid: {from: 2021-01-01}",
              "valid: {from: 2021-01-01, to: 2021-06-30}"))  # fmt: skip
    filed(root, f"{REPORTS}/skola/2020-report.yaml", REPORT,
          ("board: park", "board: skola"), ("year: 2021", "year: 2020"))  # fmt: skip
    assert facts(root, "PRO509")["others"] == []


def test_a_term_that_does_not_reach_a_year_is_told_from_end_to_end(root: Path) -> None:
    filed(root, f"{REPORTS}/park/2022-plan.yaml", PLAN, ("year: 2021", "year: 2022"))
    assert facts(root, "PRO510") == {"year": 2022, "from": "2020-01-01", "to": "2021-12-31"}


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [
        ("decided", "decided", ["2021-plan-2.yaml:4 same-day"]),
        ("noted", "noted", ["2021-plan-2.yaml:4 same-day"]),
        ("noted", "decided", []),
        ("decided", "noted", ["2021-plan-2.yaml:4 received"]),
        ("decided", "draft", []),
        ("draft", "decided", []),
    ],
)
def test_only_what_is_of_one_kind_is_told_apart_by_its_day(
    root: Path, first: str, second: str, lines: list[str]
) -> None:
    filed(root, SECOND, PLAN)
    for path, how in ((PLAN, first), (SECOND, second)):
        if how == "draft":
            rewritten(root, path, (PLAN_DECIDED, ""))
        else:
            rewritten(root, path, ("2020-12-10", f"2020-12-10, how: {how}"))
    assert told(root, "PRO702") == lines
    assert told(root, "PRO703") == (["2021-plan-2.yaml:1"] if first == "draft" else [])


@pytest.mark.parametrize(
    ("versions", "paths"),
    [
        ((1, 2, 3), []),
        ((1, 3), ["2021-plan-2.yaml"]),
        ((1, 4), ["2021-plan-2.yaml", "2021-plan-3.yaml"]),
        ((1, 2, 5), ["2021-plan-3.yaml", "2021-plan-4.yaml"]),
        ((1, 3, 4), ["2021-plan-2.yaml"]),
    ],
)
def test_each_number_that_is_skipped_is_told(
    root: Path, versions: tuple[int, ...], paths: list[str]
) -> None:
    for number in versions[1:]:
        filed(root, f"{REPORTS}/park/2021-plan-{number}.yaml", PLAN,
              ("2020-12-10", f"2020-12-1{number}"))  # fmt: skip
    skipped = [d.facts["paths"] for d in found(root).diagnostics if d.code == "PRO706"]
    assert skipped == ([[f"{REPORTS}/park/{name}" for name in paths]] if paths else [])
