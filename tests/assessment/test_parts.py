"""Every cell is in one part, and the parts that count add up to N."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.cells import share
from prostcli.assessment.parts import COUNTED, UNCOUNTED, in_shares, parts
from prostcli.usecases import view

TOP = Path(__file__).resolve().parents[2]

# From the tables of answers in tests/nordhamn/COUNTS.md, on 2016-06-01, cell by cell:
# 2012: 29 cells. V's five are silent, and nobody else's; B's two are of its office only.
#   good: N 1.1 1.2 3.1 3.4, K 1.2, S 1.2 3.1 3.3, F 1.2 = 9;
#   partly: S 2.3 2.4, U 2.2, F 1.4, N 2.1, Z 1.1 2.1 3.1, H 1.3 = 9;
#   bad: Z 1.2 (X), 3.4 (n) = 2; not checked: U 1.2, H 1.2 = 2.
# 2015: 22 cells. Z's three are silent, U's two are a draft, H's 1.3 written off, S's 2.3 settled,
#   F's 2.5 does not apply; not checked: H 1.2; good: the rest, 22-3-2-1-1-1-1 = 13.
BY_HAND = {
    2012: {"good": 9, "partial": 9, "bad": 2, "unknown": 2, "undecided": 2, "silent": 5},
    2015: {
        "good": 13, "unknown": 1, "undecided": 2, "silent": 3, "exempt": 1, "closed": 2,
    },
}  # fmt: skip


def test_the_parts_of_a_year_are_those_counted_by_hand() -> None:
    cells = view(TOP / "examples/nordhamn", date(2016, 6, 1)).assessment.cells
    for year, expected in BY_HAND.items():
        assert parts(c for c in cells if c.year == year) == Counter(expected)


def test_a_decided_report_that_is_silent_on_a_measure_is_neither_missing_nor_bad() -> None:
    """Z answered 1.1 of 2013 with "not addressed"."""
    cells = view(TOP / "examples/nordhamn", date(2016, 6, 1)).assessment.cells
    of = [c for c in cells if (c.board, c.obligation, c.year) == ("sodra", "1.1", 2013)]
    assert parts(of) == Counter({"untouched": 1})


@pytest.mark.parametrize(
    ("root", "days"),
    [
        ("examples/nordhamn", ["2011-12-31", "2013-03-01", "2014-04-01", "2016-06-01"]),
        ("tests/lindvik", ["2020-06-01", "2021-03-15", "2022-04-01", "2023-04-01"]),
        (".", ["2006-08-01", "2008-03-31", "2010-05-01", "2012-01-01"]),
    ],
)
def test_they_add_up_to_the_share(root: str, days: list[str]) -> None:
    for day in days:
        cells = view(TOP / root, date.fromisoformat(day)).assessment.cells
        for year in {c.year for c in cells}:
            of = [c for c in cells if c.year == year]
            counted, whole = parts(in_shares(of)), share(of)
            assert sum(counted[p] for p in COUNTED) == whole.of
            assert counted["good"] == whole.n
            assert [counted[p] for p in UNCOUNTED] == [whole.exempt, whole.settled]
