"""When plans are due, on the least programme there is (`tests/cases/base`) with other days.

A plan is due on 31 December of the year before, and not before the board has existed for the months
that the calendar gives a new one, nor before the first day that the measure binds it. The days are
worked out by hand.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.usecases import view
from tests.findings import BASE

LATE = date(2030, 1, 1)
NEW = "names: [{name: Husbolaget}]"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    shutil.rmtree(root / "reports")
    return root


def written(root: Path, name: str, *pairs: tuple[str, str]) -> None:
    path = root / "program/2020-2021" / name
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def term(root: Path, start: str, end: str, months: int = 0) -> None:
    written(
        root,
        "programme.yaml",
        ("{from: 2020-01-01, to: 2021-12-31}", f"{{from: {start}, to: {end}}}"),
        ("  basis: {sv: Påhittat.}", f"  basis: {{sv: Påhittat.}}\n  new_board_months: {months}"),
    )


def due(root: Path, obligation: str, board: str) -> list[tuple[int, str | None]]:
    """The years of the cells and the days that their plans are due."""
    cells = view(root, LATE).assessment.cells
    own = [c for c in cells if (c.obligation, c.board) == (obligation, board)]
    return [(c.year, str(c.expected.plan_due)) for c in own]


@pytest.mark.parametrize(
    ("starts", "months", "first", "second"),
    [
        ("2019-10-30", 2, "2019-12-31", "2020-12-31"),  # two months are up on 30 December
        ("2019-10-31", 2, "2019-12-31", "2020-12-31"),  # on the day itself
        ("2019-11-01", 2, "2020-01-01", "2020-12-31"),  # the day after
        ("2019-12-20", 2, "2020-02-20", "2020-12-31"),
        ("2019-12-20", 0, "2019-12-31", "2020-12-31"),
        ("2019-12-20", 13, "2021-01-20", "2021-01-20"),  # both years' plans
        ("1863-01-01", 2, "2019-12-31", "2020-12-31"),
    ],
)
def test_no_plan_is_due_before_the_board_has_existed_for_a_while(
    root: Path, starts: str, months: int, first: str, second: str
) -> None:
    term(root, "2020-01-01", "2021-12-31", months)
    written(root, "boards.yaml", (NEW, f"{NEW}, valid: {{from: {starts}}}"))
    assert due(root, "2.2", "hus") == [(2020, first), (2021, second)]


def test_a_board_that_starts_late_in_a_year_plans_the_next_no_earlier_than_its_first(
    root: Path,
) -> None:
    term(root, "2020-01-01", "2022-12-31", 2)
    written(root, "boards.yaml", (NEW, f"{NEW}, valid: {{from: 2020-12-15}}"))
    plans = [(2020, "2021-02-15"), (2021, "2021-02-15"), (2022, "2021-12-31")]
    assert due(root, "2.2", "hus") == plans


@pytest.mark.parametrize(
    ("start", "first"),
    [
        ("2020-01-01", "2019-12-31"),  # with the year: planned the December before
        ("2020-01-02", "2020-01-02"),
        ("2020-07-01", "2020-07-01"),
        ("2020-12-31", "2020-12-31"),
    ],
)
def test_a_term_that_begins_in_mid_year_has_no_plan_due_before_it(
    root: Path, start: str, first: str
) -> None:
    term(root, start, "2021-12-31")
    plans = [(2020, first), (2021, "2020-12-31")]
    assert due(root, "2.2", "hus") == plans


@pytest.mark.parametrize(
    ("moves", "year", "first"),
    [
        ("2020-12-30", 2020, "2020-12-30"),
        ("2020-12-31", 2020, "2020-12-31"),
        ("2021-01-01", 2021, "2021-01-01"),
        ("2021-07-01", 2021, "2021-07-01"),
    ],
)
def test_no_plan_is_due_before_the_first_day_that_the_measure_binds(
    root: Path, moves: str, year: int, first: str
) -> None:
    written(
        root,
        "boards.yaml",
        ("date: 2021-07-01", f"date: {moves}"),
        ('obligations: ["1.1"]', 'obligations: ["2.2"]'),
        ("from: {board: skola}", "from: {board: hus}"),
    )
    assert due(root, "2.2", "park")[0] == (year, first)
    assert due(root, "2.2", "park")[1:] == [(y, "2020-12-31") for y in (2021,) if year == 2020]


def test_a_duty_that_goes_on_without_a_gap_has_been_there_since_it_began(root: Path) -> None:
    # Skola was bound until the end of 2020 and is given the measure anew from that very day on.
    written(root, "boards.yaml", ("    valid: {to: 2020-12-31}\n    successors: [larande]\n", ""))
    written(root, "boards.yaml", ("{from: 2021-01-01}", "{from: 2020-01-01}"))
    written(
        root,
        "boards.yaml",
        ("date: 2021-07-01", "date: 2021-01-01"),
    )
    written(
        root,
        "programme.yaml",
        (
            "amendments:",
            (
                "  - {id: igen, body: KF, date: 2020-05-11, status: decided, reference: Dnr 1,"
                " summary: {sv: Gav.}}\namendments:"
            ),
        ),
        (
            "goals:",
            (
                'assignments:\n  - {id: ges, decision: igen, obligations: ["1.1"],'
                " to: {board: skola}, from: 2021-01-01}\ngoals:"
            ),
        ),
    )
    assert due(root, "1.1", "skola") == [(2020, "2019-12-31"), (2021, "2020-12-31")]


@pytest.mark.parametrize(
    ("start", "end"), [("1000-01-01", "1001-12-31"), ("2998-07-01", "2999-12-31")]
)
def test_a_term_at_the_edge_of_the_calendar_has_days_that_exist(
    root: Path, start: str, end: str
) -> None:
    term(root, start, end, 24)
    written(root, "programme.yaml", ("date: 2019-11-25", "date: 1000-01-01"))
    written(root, "boards.yaml", ("{to: 2020-12-31}", f"{{to: {end}}}"))
    written(root, "boards.yaml", ("    successors: [larande]\n", ""))
    written(root, "boards.yaml", ("date: 2021-07-01", f"date: {end}"))
    written(root, "boards.yaml", (NEW, f"{NEW}, valid: {{from: {start}}}"))
    later = f"{int(start[:4]) + 2}{start[4:]}"
    assert [day for _, day in due(root, "2.2", "hus")] == [later, later]


@pytest.mark.parametrize("day", [date.min, date(999, 12, 31), date(3000, 1, 1), date.max])
def test_any_day_can_be_asked_about(root: Path, day: date) -> None:
    assert len(view(root, day).assessment.cells) == 10
