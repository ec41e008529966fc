"""No number that is hidden can be worked out from what is shown, by example."""

from __future__ import annotations

from random import Random

import pytest

from prostcli.assessment.giveaways import Masks
from prostcli.assessment.sums import BESIDE, DECIDED, DRAFT, KEYS, RECEIVED, Stated
from prostcli.model.submissions import Figure
from tests.assessment.cities import figure

T = 5
Numbers = tuple[object, object, object]


def said(
    board: str,
    year: int,
    *figures: Figure,
    subject: str = "a.1",
    path: str = "",
    standing: int = DECIDED,
    groups: str = "",
    state: int = 0,
    withheld: bool = False,
) -> list[Stated]:
    """An entry of a report."""
    where = path or f"{board}/{year}"
    return [
        Stated((state, where, ("entries", subject, "figures", j)), board, year, subject, f,
               frozenset(groups.split()), standing, withheld)
        for j, f in enumerate(figures)
    ]  # fmt: skip


def shown(*entries: list[Stated], threshold: int = T) -> list[tuple[object, ...]]:
    """What is shown of each figure: `..` for what is hidden."""
    told = [f for entry in entries for f in entry]
    masks = Masks(told, threshold)
    return [
        tuple(
            ".." if k in masks.hidden[i] and n not in (None, "missing") else n
            for k in KEYS
            for n in (getattr(f.figure, k),)
        )
        for i, f in enumerate(told)
    ]


def values(*entries: list[Stated]) -> list[object]:
    return [numbers[0] for numbers in shown(*entries)]


# --- women and men


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [
        ((12, 7, 5), (12, 7, 5)),
        ((12, 2, 10), (12, "..", "..")),
        ((12, 10, 2), (12, "..", "..")),
        ((12, 0, 12), (12, "..", "..")),
        ((6, 3, 3), (6, "..", "..")),
        ((4, 2, 2), ("..", "..", "..")),
        ((0, 0, 0), ("..", "..", "..")),
        ((0, None, None), ("..", None, None)),
        ((5, None, None), (5, None, None)),
        (("masked", 10, 12), ("..", "..", "..")),
        (("masked", 10, 2), ("..", 10, "..")),
        ((12, "masked", 5), (12, "..", "..")),
        ((12, 10, None), (12, "..", None)),
        ((12, None, 10), (12, None, "..")),
        ((12, 12, "missing"), (12, "..", "missing")),
        ((12, 7, None), (12, 7, None)),
        (("missing", 7, 2), ("missing", 7, "..")),
    ],
)
def test_all_are_women_and_men(given_: Numbers, wanted: Numbers) -> None:
    assert shown(said("a", 2007, figure(*given_))) == [wanted]


def test_what_counts_no_people_is_hidden_only_where_the_board_hides_it() -> None:
    numbers = [figure(12, 2, 10, counts="staff"), figure(3, counts="visits"),
               figure(12, "masked", 10, counts="staff")]  # fmt: skip
    assert [shown(said("a", 2007, f))[0] for f in numbers] == [
        (12, 2, 10), (3, None, None), (12, "..", "..")
    ]  # fmt: skip


def test_the_threshold_decides() -> None:
    assert shown(said("a", 2007, figure(3, 1, 2)), threshold=1) == [(3, 1, 2)]
    assert shown(said("a", 2007, figure(3, 0, 3)), threshold=1) == [(3, "..", "..")]
    assert shown(said("a", 2007, figure(3, 0, 3)), threshold=0) == [(3, 0, 3)]
    assert shown(said("a", 2007, figure(30, 20, 10)), threshold=20) == [(30, "..", "..")]


# --- sums: in each, the hidden number is 3


def test_in_an_entry() -> None:
    parts = (figure(40, name="alla"), figure(37, name="kvar"), figure(3, name="nya"))
    assert values(said("a", 2007, *parts)) == ["..", 37, ".."]


def test_in_an_entry_beside_what_has_nothing_to_do_with_it() -> None:
    parts = (figure(40, name="alla"), figure(37, name="kvar"), figure(3, name="nya"),
             figure(11, name="andra"), figure(19, name="tredje"))  # fmt: skip
    assert values(said("a", 2007, *parts)) == ["..", 37, "..", 11, 19]


def test_in_an_entry_one_figure_may_be_the_women_of_another() -> None:
    parts = (figure(40, 37, 3, name="alla"), figure(37, name="kvinnor"))
    assert shown(said("a", 2007, *parts)) == [("..", "..", ".."), ("..", None, None)]


def test_figures_that_count_different_things_are_no_sum() -> None:
    parts = (figure(40, name="x", counts="visits"), figure(37, name="y", counts="visits"),
             figure(3, name="z"))  # fmt: skip
    assert values(said("a", 2007, *parts)) == [40, 37, ".."]


def test_where_nothing_is_hidden_nothing_more_is() -> None:
    assert values(said("a", 2007, figure(40, name="x"), figure(37, name="y"))) == [40, 37]


def test_over_boards() -> None:
    boards = (said("a", 2007, figure(60)), said("b", 2007, figure(37)), said("c", 2007, figure(3)))
    assert values(said("all", 2007, figure(100)), *boards) == ["..", 60, 37, ".."]


def test_over_boards_though_one_has_nothing_to_do_with_it() -> None:
    boards = (said("a", 2007, figure(60)), said("b", 2007, figure(37)), said("c", 2007, figure(3)),
              said("d", 2007, figure(70)))  # fmt: skip
    assert values(said("all", 2007, figure(100)), *boards) == ["..", 60, 37, "..", 70]


def test_over_the_boards_of_a_group() -> None:
    boards = (
        said("a", 2007, figure(60), groups="d"), said("b", 2007, figure(37), groups="d"),
        said("c", 2007, figure(3), groups="d"), said("e", 2007, figure(70), groups="h"),
        said("f", 2007, figure(80), groups="h"),
    )  # fmt: skip
    assert values(said("all", 2007, figure(100)), *boards) == ["..", 60, 37, "..", 70, 80]


def test_boards_that_are_alike_are_no_sum() -> None:
    """20 less 18 is small, but larger boards stand beside: neither is a sum for all."""
    boards = [said(b, 2007, figure(n)) for b, n in zip("abcde", (20, 18, 31, 3, 90), strict=True)]
    assert values(*boards) == [20, 18, 31, "..", 90]


def test_a_total_beside_many_hidden_numbers_is_shown() -> None:
    """What is left is 9, of four hidden: each may be any of 0 to 4, whatever one of them is.

    Left of four are at most 16; less two that are known to be 4, 8. From 5 to 8 nothing is said.
    """
    hidden = [said(b, 2007, figure(n)) for b, n in zip("cdef", (1, 2, 1, 3), strict=True)]
    assert values(said("all", 2007, figure(47)), said("a", 2007, figure(40)), *hidden)[0] == 47
    hidden = [said(b, 2007, figure(n)) for b, n in zip("cdef", (4, 4, 4, 4), strict=True)]
    assert values(said("all", 2007, figure(56)), said("a", 2007, figure(40)), *hidden)[0] == ".."
    hidden = [said(b, 2007, figure(n)) for b, n in zip("cdef", (0, 0, 0, 0), strict=True)]
    assert values(said("all", 2007, figure(40)), said("a", 2007, figure(40)), *hidden)[0] == ".."


def test_a_sum_has_a_name_of_its_own() -> None:
    """Over boards; over years, the last of them or some; over the boards of a group."""
    city = said("a", 2015, figure(24, name="staden")), said("b", 2015, figure(21))
    assert values(*city, said("c", 2015, figure(3))) == ["..", 21, ".."]
    years = said("a", 2013, figure(40)), said("a", 2014, figure(29)), said("a", 2015, figure(2))
    both = said("a", 2015, figure(31, name="2014-2015"), subject="a.2")
    assert values(*years, both) == [40, 29, "..", ".."]
    whole = said("a", 2016, figure(71, name="hela-tiden"))
    assert values(*years, whole) == [40, 29, "..", ".."]
    group = said("x", 2015, figure(9)), said("a", 2015, figure(24, name="gruppen"))
    parts = said("b", 2015, figure(21), groups="g"), said("c", 2015, figure(3), groups="g")
    assert values(*group, *parts) == [9, "..", 21, ".."]


def test_what_is_far_from_the_sum_or_is_something_else_is_shown() -> None:
    parts = said("b", 2015, figure(21)), said("c", 2015, figure(3))
    assert values(said("a", 2015, figure(60, name="staden")), *parts) == [60, 21, ".."]
    assert values(said("a", 2014, figure(24, name="staden")), *parts) == [24, 21, ".."]
    cases = figure(24, name="arenden", counts="cases")
    assert values(said("a", 2015, cases), *parts) == [24, 21, ".."]


def test_where_many_numbers_could_be_the_sum_none_tells() -> None:
    parts = said("b", 2015, figure(21)), said("c", 2015, figure(3))
    many = [said(f"d{i}", 2015, figure(24, name=f"m{i}")) for i in range(9)]
    assert values(*many, *parts) == [24] * 9 + [21, ".."]
    assert values(*many[1:], *parts) == [".."] * 8 + [21, ".."]


def test_over_boards_that_tell_of_it_under_different_measures() -> None:
    one, other = said("a", 2015, figure(22)), said("b", 2015, figure(20), subject="a.2")
    assert values(one, other, said("c", 2015, figure(2), subject="a.3")) == ["..", 20, ".."]


def test_over_boards_for_women() -> None:
    boards = (said("a", 2007, figure(60, 40, 20)), said("b", 2007, figure(20, 3, 17)))
    found = shown(said("all", 2007, figure(80, 43, 37)), *boards)
    assert found == [(80, "..", ".."), (60, 40, 20), (20, "..", "..")]


def test_over_years() -> None:
    years = (said("a", 2007, figure(3)), said("a", 2008, figure(40)), said("a", 2009, figure(43)))
    assert values(*years) == ["..", 40, ".."]


def test_over_years_with_a_later_year_beside() -> None:
    years = [said("a", 2006 + i, figure(n)) for i, n in enumerate((3, 40, 43, 90))]
    assert values(*years) == ["..", 40, "..", 90]


def test_over_measures_as_a_sum() -> None:
    told = [said("a", 2007, figure(n), subject=s) for n, s in ((100, "1"), (97, "2"), (3, "3"))]
    assert values(*told) == ["..", 97, ".."]


def test_the_same_number_under_another_measure_is_hidden_alike() -> None:
    found = shown(
        said("a", 2007, figure(40, 37, 3), subject="1"),
        said("a", 2007, figure("missing", 37, "missing"), subject="2"),
        said("a", 2007, figure(40, 37, None), subject="3"),
    )
    # The totals too: 40 could be 40 and a lost number, which then is nought.
    assert found == [("..", "..", ".."), ("missing", "..", "missing"), ("..", "..", None)]
    kept = shown(said("a", 2007, figure(40, 37, 3), subject="1"),
                 said("a", 2007, figure(40, 37, None), subject="3"))  # fmt: skip
    assert kept == [(40, "..", ".."), (40, "..", None)]
    assert values(said("a", 2007, figure("masked"), subject="1"),
                  said("a", 2007, figure(9), subject="2")) == ["..", ".."]  # fmt: skip


def test_a_correction_does_not_tell_what_it_hides() -> None:
    """First 40 in all; in the correction 37 and, by themselves, some few."""
    first = said("a", 2007, figure(40), path="r1", standing=BESIDE)
    later = said("a", 2007, figure(37), figure("masked", name="nya"), path="r2")
    assert values(first, later) == ["..", "..", ".."]
    assert values(said("a", 2007, figure(9), path="r1", standing=BESIDE),
                  said("a", 2007, figure("masked"), path="r2")) == ["..", ".."]  # fmt: skip
    assert values(said("a", 2007, figure(9), path="r1", standing=BESIDE),
                  said("a", 2007, figure(8), path="r2")) == [9, 8]  # fmt: skip


def test_a_draft_hides_and_never_unmasks() -> None:
    decided = (said("all", 2007, figure(100)), said("a", 2007, figure(60)),
               said("b", 2007, figure(37)), said("c", 2007, figure(3)))  # fmt: skip
    more = (said("d", 2007, figure(70), standing=RECEIVED),
            said("e", 2007, figure(55), standing=DRAFT),
            said("f", 2007, figure(50), standing=DRAFT))  # fmt: skip
    assert values(*decided) == ["..", 60, 37, ".."]
    assert values(*decided, *more) == ["..", 60, 37, "..", 70, 55, 50]
    draft = said("c", 2007, figure(3), standing=DRAFT)
    assert values(*decided[:3], draft) == ["..", 60, 37, ".."]


def test_what_is_withheld_counts_as_hidden() -> None:
    told = [said("all", 2007, figure(100)), said("a", 2007, figure(70))]
    assert values(*told, said("b", 2007, figure(30), withheld=True)) == ["..", 70, ".."]


def test_what_is_hidden_does_not_come_back_another_way() -> None:
    """The total for all is hidden for the sake of one board; so are its women and men then."""
    told = (said("all", 2007, figure(100, 60, 40)), said("a", 2007, figure(97)),
            said("b", 2007, figure(3)))  # fmt: skip
    assert shown(*told)[0] == ("..", "..", "..")
    split = said("all", 2007, figure(100), figure(60, name="nya"), figure(40, name="kvar"))
    assert values(split, *told[1:]) == ["..", "..", 40, 97, ".."]


def test_a_lost_total_does_not_come_back_with_the_one_for_all() -> None:
    """100 less 58 are 42, all of a; less the 40 women there are the men, who are hidden."""
    told = (said("all", 2007, figure(100)), said("a", 2007, figure("missing", 40, 2)),
            said("b", 2007, figure(58)))  # fmt: skip
    assert shown(*told)[:2] == [("..", None, None), ("missing", 40, "..")]


# --- found by the audit


def test_a_sex_that_is_left_out_beside_a_masked_one_is_all_less_some_few() -> None:
    """60, of whom few are men: the women are 56 to 60, and 85 are those women and 27 others."""
    one, other = said("a", 2007, figure(60, None, "masked")), said("b", 2007, figure(27))
    found = shown(one, other, said("all", 2007, figure(85)))
    assert found == [(60, None, ".."), (27, None, None), (85, None, None)]
    women = said("b", 2007, figure(50, 27, 23))
    found = shown(one, women, said("all", 2007, figure(85)))
    assert found == [(60, None, ".."), (50, 27, 23), ("..", None, None)]


@pytest.mark.parametrize("left", [0, 4, 5])
def test_a_lost_number_that_a_sum_brings_back_is_not_small(left: int) -> None:
    lost, known = said("a", 2007, figure("missing")), said("b", 2007, figure(40))
    total = said("all", 2007, figure(40 + left))
    assert shown(lost, known, total)[0] == ("missing", None, None)
    assert values(lost, known, total)[2] == (".." if left < T else 45)


def test_a_lost_total_brings_no_sex_back_with_it() -> None:
    """Of a all are lost, and the men, who are few, hidden: all are 30 women and them."""
    lost, other = said("a", 2007, figure("missing", 30, "masked")), said("b", 2007, figure(40))
    assert shown(lost, other, said("all", 2007, figure(72)))[2] == ("..", None, None)
    assert shown(lost, other, said("all", 2007, figure(75)))[2] == (75, None, None)


def test_a_lost_number_beside_a_sex_that_is_nought() -> None:
    assert shown(said("a", 2007, figure("missing", 0, None)))[0] == ("missing", "..", None)


def test_a_sum_of_a_number_and_nought_is_no_copy() -> None:
    told = [said("a", 2007, figure(n), subject=s) for n, s in ((0, "1"), (39, "2"), (39, "3"))]
    assert values(*told) == ["..", "..", ".."]
    assert values(*told[1:]) == [39, 39]


def edition(names: int) -> list[Stated]:
    """Thirty boards that tell of three measures over four years, each under so many names."""
    draw = Random(36)  # noqa: S311  no secret: the same numbers each time
    return [
        Stated((0, f"{b}/{y}", ("entries", s, "figures", n)), f"b{b}", y, f"s{s}",
               figure(draw.choice((draw.randrange(8), draw.randrange(9999))), name=f"n{n}"))
        for n in range(names) for b in range(30) for y in range(2007, 2011) for s in range(3)
    ]  # fmt: skip


def test_the_cost_grows_with_the_number_of_figures() -> None:
    """Counted, not timed: figures looked at, again for each sum they may be part of."""
    few, many = edition(2), edition(16)
    assert len(many) == 8 * len(few) == 5760
    assert Masks(many, T).looked < 12 * Masks(few, T).looked


def test_as_many_figures_as_one_file_can_hold_come_to_an_end() -> None:
    one = said("a", 2007, *(figure((i * 37) % 991, i % 7, name=f"n{i}") for i in range(2500)))
    masks = Masks(one, T)
    assert masks.looked < 20 * len(one)
