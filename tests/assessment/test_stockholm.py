"""The real programme's expected cells, counted by hand from the paper and the register.

A district board is bound by eleven measures: 5.1.1 (all boards), 5.2.1, 5.2.2, 5.2.3 and 5.2.4,
5.3.3 and 5.3.4, 5.4.1, 5.4.2 and 5.4.3, and 5.5.1. Without the school (from 2007-07-01): eight.

Socialtjänstnämnden by ten: 5.1.1, 5.1.2, 5.2.5, 5.3.1, 5.3.2, 5.3.3, 5.3.4, 5.3.5, 5.4.4, 5.5.1.
Utbildningsnämnden by four: 5.1.1, 5.2.1, 5.2.2, 5.2.3. Idrottsnämnden by two: 5.1.1, 5.2.6.
Kommunstyrelsen by one: 5.1.1. Each of the three companies by two: 5.1.1, 5.3.6.
So beside the districts there are 10 + 4 + 2 + 1 + 3 × 2 = 23.

2006: 18 × 11 + 23 = 221. 2007: 14 × 11 + 23 = 177 (the school still half the year).
2008, 2009 and 2010: 14 × 8 + 23 = 135.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from prostcli.assessment.cells import assess, tally
from prostcli.assessment.expectation import expectations
from prostcli.model.material import Material

DISTRICTS_2006 = {
    "bromma", "enskede-arsta", "farsta", "hagersten", "hasselby-vallingby", "katarina-sofia",
    "kista", "kungsholmen", "liljeholmen", "maria-gamla-stan", "norrmalm", "rinkeby", "skarpnack",
    "skarholmen", "spanga-tensta", "vantor", "alvsjo", "ostermalm",
}  # fmt: skip
MERGED = {
    "katarina-sofia": "sodermalm",
    "maria-gamla-stan": "sodermalm",
    "rinkeby": "rinkeby-kista",
    "kista": "rinkeby-kista",
    "enskede-arsta": "enskede-arsta-vantor",
    "vantor": "enskede-arsta-vantor",
    "hagersten": "hagersten-liljeholmen",
    "liljeholmen": "hagersten-liljeholmen",
}
DISTRICTS_2007 = {MERGED.get(b, b) for b in DISTRICTS_2006}
ELEVEN = ["5.1.1", "5.2.1", "5.2.2", "5.2.3", "5.2.4", "5.3.3", "5.3.4",
          "5.4.1", "5.4.2", "5.4.3", "5.5.1"]  # fmt: skip
SCHOOL = ["5.2.1", "5.2.2", "5.2.3"]


def test_there_are_18_district_boards_and_then_14() -> None:
    assert (len(DISTRICTS_2006), len(DISTRICTS_2007)) == (18, 14)


def test_cells_by_year(stockholm: Material) -> None:
    by_hand = {2006: 221, 2007: 177, 2008: 135, 2009: 135, 2010: 135}
    assert Counter(c.year for c in expectations(stockholm, date.max)) == by_hand


@pytest.mark.parametrize(
    ("year", "districts", "measures"),
    [
        (2006, DISTRICTS_2006, ELEVEN),
        (2007, DISTRICTS_2007, ELEVEN),
        (2008, DISTRICTS_2007, [o for o in ELEVEN if o not in SCHOOL]),
        (2010, DISTRICTS_2007, [o for o in ELEVEN if o not in SCHOOL]),
    ],
)
def test_each_district_board_owes_the_same(
    stockholm: Material, year: int, districts: set[str], measures: list[str]
) -> None:
    held: dict[str, list[str]] = {}
    for cell in expectations(stockholm, date.max):
        if cell.year == year:
            held.setdefault(cell.board, []).append(cell.obligation)
    assert {b for b, owed in held.items() if "5.4.3" in owed} == districts
    assert {tuple(held[b]) for b in districts} == {tuple(measures)}


@pytest.mark.parametrize(
    ("board", "measures"),
    [
        ("socialtjanstnamnden", ["5.1.1", "5.1.2", "5.2.5", "5.3.1", "5.3.2", "5.3.3", "5.3.4",
                                 "5.3.5", "5.4.4", "5.5.1"]),
        ("utbildningsnamnden", ["5.1.1", "5.2.1", "5.2.2", "5.2.3"]),
        ("idrottsnamnden", ["5.1.1", "5.2.6"]),
        ("kommunstyrelsen", ["5.1.1"]),
        ("familjebostader", ["5.1.1", "5.3.6"]),
        ("stockholmshem", ["5.1.1", "5.3.6"]),
        ("svenska-bostader", ["5.1.1", "5.3.6"]),
    ],
)  # fmt: skip
def test_the_others_owe_the_same_every_year(
    stockholm: Material, board: str, measures: list[str]
) -> None:
    for year in range(2006, 2011):
        owed = [
            c.obligation
            for c in expectations(stockholm, date.max)
            if (c.board, c.year) == (board, year)
        ]
        assert owed == measures


def test_measures_that_name_no_board_have_no_cells(stockholm: Material) -> None:
    assert assess(stockholm, date(2010, 6, 30)).unassigned == ("5.1.3", "5.1.4", "5.5.2")
    assert not [
        c for c in expectations(stockholm, date.max) if c.obligation in ("5.1.3", "5.1.4", "5.5.2")
    ]


def test_the_school_binds_the_district_boards_through_june_2007(stockholm: Material) -> None:
    cells = {(c.obligation, c.board, c.year): c for c in expectations(stockholm, date.max)}
    farsta = cells["5.2.1", "farsta", 2007]
    assert (farsta.first, farsta.last) == (date(2007, 1, 1), date(2007, 6, 30))
    assert [b.kind for b in farsta.basis] == ["group", "until-transfer"]
    school = cells["5.2.1", "utbildningsnamnden", 2007]
    assert (school.first, school.last) == (date(2007, 1, 1), date(2007, 12, 31))
    assert school.basis[0].kind == "named"


def test_deadlines(stockholm: Material) -> None:
    cells = {(c.obligation, c.board, c.year): c for c in expectations(stockholm, date.max)}
    assert cells["5.2.4", "farsta", 2006].plan_due is None
    assert cells["5.2.4", "farsta", 2006].report_due == date(2007, 2, 28)
    assert cells["5.2.4", "farsta", 2007].plan_due == date(2006, 12, 31)
    assert cells["5.2.4", "farsta", 2007].report_due == date(2008, 2, 29)
    assert cells["5.2.4", "sodermalm", 2007].plan_due == date(2007, 3, 1)
    assert cells["5.2.4", "sodermalm", 2008].plan_due == date(2007, 12, 31)
    assert cells["5.2.4", "katarina-sofia", 2006].report_due == date(2007, 2, 28)
    assert cells["5.2.4", "farsta", 2010].report_due == date(2011, 2, 28)


@pytest.mark.parametrize(
    ("day", "year", "by_hand"),
    [
        # Nothing is due before the plans for 2007 of the boards that were there already.
        (date(2006, 12, 31), 2007, {"upcoming": 177}),
        # 10 district boards × 11 + 23 owe a plan; the four new boards (44) have until 1 March.
        (date(2007, 1, 1), 2007, {"plan-overdue": 133, "upcoming": 44}),
        (date(2007, 3, 1), 2007, {"plan-overdue": 133, "upcoming": 44}),
        (date(2007, 3, 2), 2007, {"plan-overdue": 177}),
        # 2006 has no plans: its 221 reports are due on 28 February 2007.
        (date(2007, 2, 28), 2006, {"upcoming": 221}),
        (date(2007, 3, 1), 2006, {"report-overdue": 221}),
        # 2007's reports are due on 29 February 2008, a leap year.
        (date(2008, 2, 29), 2007, {"plan-overdue": 177}),
        (date(2008, 3, 1), 2007, {"report-overdue": 177}),
        (date(2010, 6, 30), 2009, {"report-overdue": 135}),
        # When the review is due the reports for 2010 are not.
        (date(2010, 6, 30), 2010, {"plan-overdue": 135}),
        (date(2011, 3, 1), 2010, {"report-overdue": 135}),
    ],
)
def test_with_nothing_handed_in_all_that_is_due_is_overdue(
    stockholm: Material, day: date, year: int, by_hand: dict[str, int]
) -> None:
    bare = type(stockholm)(
        stockholm.edition,
        stockholm.programme_file,
        stockholm.register_file,
        stockholm.obligations_file,
        stockholm.duties_file,
    )
    assert dict(tally(c for c in assess(bare, day).cells if c.year == year)) == by_hand


def test_the_year_shown_is_the_latest_that_anything_is_due_for(stockholm: Material) -> None:
    assert assess(stockholm, date(2006, 8, 1)).latest_due_year() == 2006
    assert assess(stockholm, date(2006, 12, 31)).latest_due_year() == 2007
    assert assess(stockholm, date(2007, 12, 30)).latest_due_year() == 2007
    assert assess(stockholm, date(2007, 12, 31)).latest_due_year() == 2008
    assert assess(stockholm, date(2026, 1, 1)).latest_due_year() == 2010


def test_a_board_is_there_on_its_last_day_and_not_on_the_next(stockholm: Material) -> None:
    last = date(2006, 12, 31)
    for old, new in MERGED.items():
        assert stockholm.boards[old].valid.holds(last)
        assert not stockholm.boards[old].valid.holds(last + timedelta(days=1))
        assert not stockholm.boards[new].valid.holds(last)
        assert stockholm.boards[new].valid.holds(last + timedelta(days=1))
        assert stockholm.boards[old].successors == (new,)
