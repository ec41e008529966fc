"""The fictitious programme against its hand count, `tests/lindvik/COUNTS.md`."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from prostcli.assessment.cells import assess, share, tally
from prostcli.assessment.expectation import Expected, expectations
from prostcli.model.material import Material

COUNTS = (Path(__file__).parent.parent / "lindvik" / "COUNTS.md").read_text(encoding="utf-8")


def _rows(heading: str) -> list[list[str]]:
    """The rows of the first table below a heading of the hand count, its head first."""
    below = COUNTS.split(heading, 1)[1].splitlines()
    table: list[list[str]] = []
    for line in below:
        if line.startswith("|"):
            table.append([cell.strip() for cell in line.strip("|").split("|")])
        elif table:
            break
    return [row for row in table if not row[0].startswith("---")]


_HEAD, *_BY_DATE = _rows("### The same as a table")


@pytest.mark.parametrize("row", _BY_DATE, ids=lambda row: f"{row[0]} for {row[1]}")
def test_statuses_on_a_date_are_those_counted_by_hand(lindvik: Material, row: list[str]) -> None:
    statuses = [head.split(" ")[0] for head in _HEAD[2:-1]]
    by_hand = {s: int(n) for s, n in zip(statuses, row[2:-1], strict=True) if n}
    assert sum(by_hand.values()) == int(row[-1])
    cells = assess(lindvik, date.fromisoformat(row[0])).cells
    assert dict(tally(c for c in cells if c.year == int(row[1]))) == by_hand


def test_there_are_as_many_dates_in_the_hand_count_as_were_counted() -> None:
    assert len(_BY_DATE) == 7 * 3


@pytest.mark.parametrize("row", _rows("## n/N on 2023-04-01")[1:], ids=lambda row: row[0])
def test_shares_are_those_counted_by_hand(lindvik: Material, row: list[str]) -> None:
    obligation = row[0].split(" ")[0]
    cells = assess(lindvik, date(2023, 4, 1)).cells
    for year, told in zip((2020, 2021, 2022), row[1:], strict=True):
        held = [c for c in cells if c.year == year and obligation in ("sum", c.obligation)]
        if "/" in told:
            assert str(share(held)) == told.strip("*").split("*")[0].split(":")[0]
        else:
            assert not held
            assert told.startswith("no cells")


def _of(lindvik: Material, year: int) -> dict[tuple[str, str], Expected]:
    return {(c.obligation, c.board): c for c in expectations(lindvik, date.max) if c.year == year}


def test_a_new_board_has_two_months_for_its_first_plan(lindvik: Material) -> None:
    cells = _of(lindvik, 2021)
    assert cells["b.2", "kultur-fritid"].plan_due == date(2021, 3, 1)
    assert cells["b.2", "park"].plan_due == date(2021, 7, 1)
    assert cells["b.2", "teknik"].plan_due == date(2021, 1, 31)
    assert _of(lindvik, 2022)["b.2", "park"].plan_due == date(2022, 1, 31)


def test_a_transfer_ends_the_duty_for_one_and_begins_it_for_the_other(lindvik: Material) -> None:
    cells = _of(lindvik, 2021)
    leaving, coming = cells["a.1", "teknik"], cells["a.1", "park"]
    assert [b.kind for b in leaving.basis] == ["group", "until-transfer"]
    assert (leaving.first, leaving.last) == (date(2021, 1, 1), date(2021, 6, 30))
    assert [b.kind for b in coming.basis] == ["transferred"]
    assert (coming.first, coming.last) == (date(2021, 7, 1), date(2021, 12, 31))
    assert [k for k in _of(lindvik, 2022) if k[0] == "a.1"] == [("a.1", "park")]


def test_a_successor_owes_what_named_its_predecessors_once(lindvik: Material) -> None:
    cell = _of(lindvik, 2021)["a.3", "kultur-fritid"]
    assert [(b.kind, b.board) for b in cell.basis] == [
        ("successor", "fritid"),
        ("successor", "kultur"),
    ]


def test_the_first_year_has_no_plans_and_is_short(lindvik: Material) -> None:
    cells = _of(lindvik, 2020)
    assert {c.plan_due for c in cells.values()} == {None}
    assert {c.first for c in cells.values()} == {date(2020, 4, 1)}
    assert {c.report_due for c in cells.values()} == {date(2021, 3, 31)}


def test_an_outcome_is_only_ever_a_decided_reports(lindvik: Material) -> None:
    cells = {(c.obligation, c.board, c.year): c for c in assess(lindvik, date(2022, 4, 1)).cells}
    noted = cells["a.1", "park", 2021]
    assert (noted.report, noted.outcome, noted.preliminary) == ("received", None, "without-fault")
    assert noted.status == "report-received"
    draft = cells["a.1", "park", 2022]
    assert (draft.plan, draft.status) == ("draft", "upcoming")


def test_a_correction_replaces_what_it_corrects_from_its_own_day(lindvik: Material) -> None:
    def outcome(day: date) -> tuple[str | None, tuple[str, ...]]:
        seen = assess(lindvik, day)
        cell = next(
            c for c in seen.cells if (c.obligation, c.board, c.year) == ("a.2", "teknik", 2021)
        )
        return cell.outcome, seen.standings.reports["teknik", 2021].superseded

    corrected = date(2022, 6, 9)
    assert outcome(corrected - timedelta(days=1)) == ("reached", ())
    assert outcome(corrected) == (
        "begun",
        ("reports/2020-2022/teknik/2021-report.yaml",),
    )


def test_what_is_told_beside_is_shown_and_not_counted(lindvik: Material) -> None:
    seen = assess(lindvik, date(2023, 4, 1))
    assert [(b.subject, b.board, b.year, b.outcome) for b in seen.voluntary] == [
        ("1.2", "teknik", 2020, "reached"),
        ("a.2", "kultur-fritid", 2021, "begun"),
    ]
    assert [(b.subject, b.board, b.year) for b in seen.duties] == [
        ("invigning", "kultur-fritid", 2021),
        ("samtal", "teknik", 2022),
    ]
    assert seen.unassigned == ("1.2",)


def test_the_cells_of_a_term_do_not_depend_on_the_date(lindvik: Material) -> None:
    days = [date(2019, 1, 1), date(2021, 7, 1), date(2030, 1, 1)]
    assert len({tuple(c.expected for c in assess(lindvik, d).cells) for d in days}) == 1
    assert Counter(c.year for c in expectations(lindvik, date.max)) == {
        2020: 14,
        2021: 14,
        2022: 10,
    }
