"""Why a board owes something, word for word, and from which day to which.

On the least programme there is (`tests/cases/base`): measure 1.1 names Park and Skola, Skola ends
with 2020, Lärande comes after it, and on 1 July 2021 Park takes over what Skola had.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.cells import assess
from prostcli.assessment.expectation import Basis, Expected, later
from prostcli.load.workspace import load
from prostcli.source import Place
from tests.findings import BASE
from tests.least import BOARDS, OBLIGATIONS, PROGRAMME, rewritten, told

LAST = date(2021, 12, 31)
NAMED = tuple(
    Basis("named", Place(OBLIGATIONS, ("obligations", 0, "addressees", at))) for at in range(2)
)
INHERITED = Basis(
    "successor", Place(BOARDS, ("boards", 2, "successors")), board="skola", date=date(2021, 1, 1)
)
MOVED = Place(BOARDS, ("transfers", 0))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def expected(root: Path, obligation: str = "1.1") -> dict[tuple[str, int], Expected]:
    material = load(root).editions["2020-2021"].material
    assert material is not None
    return {
        (c.board, c.year): c.expected
        for c in assess(material, date.max).cells
        if c.obligation == obligation
    }


def bound(root: Path, obligation: str = "1.1") -> dict[tuple[str, int], tuple[date, date]]:
    return {key: (e.first, e.last) for key, e in expected(root, obligation).items()}


def assigned(root: Path, to: str, start: str, obligation: str = "2.2") -> None:
    rewritten(root, PROGRAMME, ("amendments:", f"""\
  - {{id: givet, body: Fullmäktige, date: 2020-02-03, status: decided, reference: KS 9,
     summary: {{sv: Gav den.}}}}
assignments:
  - {{id: mer, decision: givet, obligations: ["{obligation}"], to: {{{to}}}, from: {start}}}
amendments:"""))  # fmt: skip


def test_each_reason_is_told_with_its_place_and_its_day(root: Path) -> None:
    day = date(2021, 7, 1)
    assert {key: e.basis for key, e in expected(root).items()} == {
        ("park", 2020): (NAMED[0],),
        ("park", 2021): (NAMED[0], Basis("transferred", MOVED, board="skola", date=day)),
        ("skola", 2020): (NAMED[1],),
        ("larande", 2021): (INHERITED, Basis("until-transfer", MOVED, board="park", date=day)),
    }


def test_a_group_is_told_and_a_board_that_is_addressed_twice_has_both_reasons(root: Path) -> None:
    rewritten(
        root, OBLIGATIONS, ("[{board: park}, {board: skola}]", "[{board: hus}, {group: alla}]")
    )
    rewritten(root, BOARDS, ("from: {board: skola}", "from: {group: alla}"))
    place = Place(OBLIGATIONS, ("obligations", 0, "addressees", 1))
    found = expected(root)
    group = Basis("group", place, group="alla")
    assert found["hus", 2020].basis == (
        Basis("named", Place(OBLIGATIONS, ("obligations", 0, "addressees", 0))),
        group,
    )
    assert found["skola", 2020].basis == (group,)
    assert found["park", 2021].basis == (
        group, Basis("transferred", MOVED, group="alla", date=date(2021, 7, 1)),
    )  # fmt: skip


def test_the_boards_of_a_measure_come_in_the_registers_order(root: Path) -> None:
    rewritten(
        root,
        OBLIGATIONS,
        ("[{board: park}, {board: skola}]", "[{board: skola}, {board: hus}, {board: park}]"),
    )
    assert [board for board, year in expected(root) if year == 2020] == ["park", "hus", "skola"]


def test_what_is_assigned_to_a_group_says_which_and_from_when(root: Path) -> None:
    assigned(root, "group: alla", "2020-05-04")
    place = Place(PROGRAMME, ("assignments", 0))
    reason = Basis("assigned", place, group="alla", date=date(2020, 5, 4))
    assert expected(root, "2.2")["skola", 2020].basis == (reason,)


@pytest.mark.parametrize(
    ("valid", "first"),
    [
        ("from: 2020-05-03", date(2020, 5, 4)),  # there before it was given the measure
        ("from: 2020-05-04", date(2020, 5, 4)),
        ("from: 2020-05-05", date(2020, 5, 5)),
    ],
)
def test_an_assigned_measure_binds_a_board_from_when_both_are_there(
    root: Path, valid: str, first: date
) -> None:
    rewritten(root, BOARDS, ("groups: [alla]}", f"groups: [alla], valid: {{{valid}}}}}"))
    assigned(root, "board: park", "2020-05-04")
    assert bound(root, "2.2")["park", 2020] == (first, date(2020, 12, 31))


@pytest.mark.parametrize(
    ("start", "lines"),
    [
        ("2020-12-30", {("skola", 2020), ("larande", 2021)}),
        ("2020-12-31", {("skola", 2020), ("larande", 2021)}),
        ("2021-01-01", set()),  # Skola is no more, so there is nothing to come after
    ],
)
def test_what_a_board_is_given_after_its_last_day_nobody_inherits(
    root: Path, start: str, lines: set[tuple[str, int]]
) -> None:
    assigned(root, "board: skola", start)
    assert {*bound(root, "2.2")} == {("hus", 2020), ("hus", 2021), *lines}
    assert (told(root, "PRO415") == []) is bool(lines)


@pytest.mark.parametrize(
    ("day", "park"),
    [
        ("2021-12-30", (date(2021, 12, 30), LAST)),
        ("2021-12-31", (LAST, LAST)),
        ("2022-01-01", None),
    ],
)
def test_a_transfer_on_the_terms_last_day_gives_a_day(
    root: Path, day: str, park: tuple[date, date] | None
) -> None:
    rewritten(root, OBLIGATIONS, ("[{board: park}, {board: skola}]", "[{board: skola}]"))
    rewritten(root, BOARDS, ("date: 2021-07-01", f"date: {day}"))
    assert bound(root).get(("park", 2021)) == park


@pytest.mark.parametrize(
    ("day", "skola", "park"),
    [
        ("2020-12-30", date(2020, 12, 29), date(2020, 12, 30)),
        ("2020-12-31", date(2020, 12, 30), date(2020, 12, 31)),  # Skola's last day
        ("2021-01-01", date(2020, 12, 31), date(2021, 1, 1)),  # Lärande never has it
    ],
)
def test_a_duty_leaves_the_day_before_a_transfer(
    root: Path, day: str, skola: date, park: date
) -> None:
    rewritten(root, OBLIGATIONS, ("[{board: park}, {board: skola}]", "[{board: skola}]"))
    rewritten(root, BOARDS, ("date: 2021-07-01", f"date: {day}"))
    found = bound(root)
    assert found["skola", 2020] == (date(2020, 1, 1), skola)
    assert min(first for (board, _), (first, _) in found.items() if board == "park") == park
    assert {board for board, _ in found} == {"skola", "park"}


@pytest.mark.parametrize("start", ["2020-02-01", "2021-07-01"])
def test_who_takes_over_has_it_from_the_transfer_to_its_own_last_day(
    root: Path, start: str
) -> None:
    rewritten(root, BOARDS, ("to: park", "to: hus"), ("date: 2021-07-01", "date: 2021-07-02"),
              ("{name: Husbolaget}]",
               f"{{name: Husbolaget}}], valid: {{from: {start}, to: 2021-09-30}}"))  # fmt: skip
    assert bound(root)["hus", 2021] == (date(2021, 7, 2), date(2021, 9, 30))


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2021-06-30", date(2021, 6, 30)),  # it goes with the rest
        ("2021-07-01", LAST),
        ("2021-07-02", LAST),
    ],
)
def test_what_a_board_is_given_from_the_day_of_a_transfer_it_keeps(
    root: Path, start: str, last: date
) -> None:
    assigned(root, "board: hus", start)
    rewritten(root, BOARDS, ('obligations: ["1.1"]', 'obligations: ["2.2"]'),
              ("from: {board: skola}", "from: {board: hus}"))  # fmt: skip
    assert bound(root, "2.2")["hus", 2021] == (date(2021, 1, 1), last)
    assert bound(root, "2.2")["park", 2021] == (date(2021, 7, 1), LAST)


def test_a_duty_that_leaves_with_the_year_says_so_in_it(root: Path) -> None:
    rewritten(root, BOARDS, ('obligations: ["1.1"]', 'obligations: ["2.2"]'),
              ("from: {board: skola}", "from: {board: hus}"),
              ("date: 2021-07-01", "date: 2021-01-01"))  # fmt: skip
    (_, leaves) = expected(root, "2.2")["hus", 2020].basis
    assert leaves == Basis("until-transfer", MOVED, board="park", date=date(2021, 1, 1))


def test_a_duty_that_has_been_given_back_twice_has_been_there_since_it_began(root: Path) -> None:
    """Each time from the day that it left, so there is no gap. Plans are due half a year before."""
    rewritten(root, PROGRAMME, ("plan: {due: {years: -1, month: 12,",
              "plan: {due: {years: -1, month: 6,"), ("amendments:", """\
  - {id: givet, body: KF, date: 2019-12-01, status: decided, reference: KS 9, summary: {sv: G.}}
assignments:
  - {id: ett, decision: givet, obligations: ["2.2"], to: {board: hus}, from: 2020-07-02}
  - {id: tva, decision: givet, obligations: ["2.2"], to: {board: hus}, from: 2020-09-01}
amendments:"""))  # fmt: skip
    text = (root / BOARDS).read_text(encoding="utf-8")
    kept, moved = text[: text.index("  - id: flytt")], text[text.index("  - id: flytt") :]
    moved = moved.replace("1.1", "2.2").replace("{board: skola}", "{board: hus}")
    for number, day in enumerate(("2020-07-02", "2020-09-01")):
        kept += moved.replace("flytt", f"flytt-{number}").replace("2021-07-01", day)
    (root / BOARDS).write_text(kept, encoding="utf-8")
    assert bound(root, "2.2")["hus", 2021] == (date(2021, 1, 1), LAST)
    assert expected(root, "2.2")["hus", 2021].plan_due == date(2020, 6, 30)


def test_a_transfer_takes_a_duty_from_those_who_came_after_those_who_came_after(
    root: Path,
) -> None:
    rewritten(root, BOARDS, ("valid: {from: 2021-01-01}",
              "valid: {from: 2021-01-01, to: 2021-03-31}\n    successors: [hus]"))  # fmt: skip
    assert bound(root)["hus", 2021] == (date(2021, 4, 1), date(2021, 6, 30))


def test_a_board_that_is_there_for_a_day_is_bound_that_day(root: Path) -> None:
    day = date(2021, 5, 5)
    rewritten(
        root, BOARDS, ("groups: [alla]}", f"groups: [alla], valid: {{from: {day}, to: {day}}}}}")
    )
    rewritten(root, BOARDS, ("date: 2021-07-01", "date: 2022-07-01"))
    assert bound(root)["park", 2021] == (day, day)


def test_a_merger_of_two_is_bound_once_for_both_reasons_be_it_for_a_day(root: Path) -> None:
    rewritten(root, BOARDS, ("groups: [alla]}",
              "groups: [alla], valid: {to: 2020-12-31}, successors: [larande]}"))  # fmt: skip
    rewritten(root, BOARDS, ("to: park", "to: hus"))
    park = INHERITED._replace(place=Place(BOARDS, ("boards", 0, "successors")), board="park")
    assert expected(root)["larande", 2021].basis == (park, INHERITED)
    # What Skola had goes to Hus in July: Lärande keeps it, since it has it from Park too.
    assert bound(root)["larande", 2021] == (date(2021, 1, 1), LAST)
    rewritten(
        root, OBLIGATIONS, ("nature: insats", "nature: insats\n    recurrence: until 2021-01-01")
    )
    assert expected(root)["larande", 2021].basis == (park, INHERITED)
    assert bound(root)["larande", 2021] == (date(2021, 1, 1), date(2021, 1, 1))


def test_who_takes_over_has_known_of_it_since_it_was_decided(root: Path) -> None:
    rewritten(root, PROGRAMME, ("change: add\n", "change: add\n    from: 2020-03-01\n"))
    rewritten(root, BOARDS, ('obligations: ["1.1"]', 'obligations: ["2.2"]'),
              ("from: {board: skola}", "from: {board: hus}"))  # fmt: skip
    assert expected(root, "2.2")["hus", 2021].known == date(2019, 11, 25)
    assert expected(root, "2.2")["park", 2021].known == date(2019, 11, 25)


def test_who_is_bound_in_its_own_right_inherits_nothing_be_it_for_a_day(root: Path) -> None:
    rewritten(root, OBLIGATIONS, ("{board: park}, {b", "{board: larande}, {b"),
              ("nature: insats", "nature: insats\n    recurrence: until 2021-01-01"))  # fmt: skip
    assert expected(root)["larande", 2021].basis == (NAMED[0],)


def test_a_successor_that_is_not_in_the_register_hides_no_other(root: Path) -> None:
    rewritten(root, BOARDS, ("successors: [larande]", "successors: [okand, larande]"))
    assert expected(root)["larande", 2021].basis[0] == INHERITED


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2020, 1, 31), 0, date(2020, 1, 31)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2021, 1, 28), 1, date(2021, 2, 28)),
        (date(2020, 3, 31), 1, date(2020, 4, 30)),
        (date(2020, 11, 30), 1, date(2020, 12, 30)),
        (date(2020, 11, 30), 2, date(2021, 1, 30)),
        (date(2020, 10, 31), 14, date(2021, 12, 31)),
    ],
)
def test_so_many_months_later_is_the_same_day_or_the_months_last(
    day: date, months: int, then: date
) -> None:
    assert later(day, months) == then
