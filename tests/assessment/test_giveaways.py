"""No number that is hidden can be worked out from what is shown: by example, and by an attacker."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prostcli.assessment.giveaways import (
    BESIDE,
    DECIDED,
    DRAFT,
    KEYS,
    RECEIVED,
    Masks,
    Stated,
)
from prostcli.model.submissions import Figure
from tests.properties import examples

T = 5
Numbers = tuple[object, object, object]


def figure(
    value: object, women: object = None, men: object = None, name: str = "n", counts: str = "pupils"
) -> Figure:
    return Figure.model_validate({
        "name": name, "label": "L", "value": value, "unit": "st", "counts": counts,
        "women": women, "men": men,
    })  # fmt: skip


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
    assert found == [(40, "..", ".."), ("missing", "..", "missing"), (40, "..", None)]
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


# --- an attacker


class Sum(NamedTuple):
    """A number that really is others together."""

    total: tuple[int, str]
    parts: tuple[tuple[int, str], ...]
    sexes: bool = False
    """Of two sexes that are hidden nobody knows that both are few."""


World = list[tuple[Stated, dict[str, int]]]
"""Figures as they are filed, and what the numbers really are."""


def attack(world: World) -> set[tuple[int, str]]:
    """What somebody learns who knows the threshold and every sum that is one."""
    told = [f for f, _ in world]
    masks = Masks(told, T)
    truth = {(i, k): n for i, (_, real) in enumerate(world) for k, n in real.items()}
    known = {
        (i, k)
        for i, (f, _) in enumerate(world)
        for k in KEYS
        if k not in masks.hidden[i] and isinstance(getattr(f.figure, k), int)
    }
    few = {(i, k) for (i, k), n in truth.items() if k in masks.hidden[i] and n < T}
    sums = [Sum((i, "value"), ((i, "women"), (i, "men")), sexes=True) for i in range(len(told))]
    sums = [s for s in (*sums, *relations(world, truth)) if holds(s, truth)]
    learnt: set[tuple[int, str]] = set()
    while True:
        new: set[tuple[int, str]] = set()
        for s in sums:
            lacking = [c for c in (s.total, *s.parts) if c not in known]
            if len(lacking) == 1:
                new |= {*lacking}
            elif s.total in known and lacking and few >= {*lacking} and not s.sexes:
                left = sum(truth[c] for c in lacking)
                if left in (0, len(lacking) * (T - 1)):
                    new |= {*lacking}
        if not new:
            return learnt
        known |= new
        learnt |= new


def holds(s: Sum, truth: dict[tuple[int, str], int]) -> bool:
    cells = (s.total, *s.parts)
    return all(c in truth for c in cells) and truth[s.total] == sum(truth[c] for c in s.parts)


def relations(world: World, truth: dict[tuple[int, str], int]) -> Iterator[Sum]:
    """Every sum that is defended."""
    told = [f for f, _ in world]
    every = range(len(told))
    for i in every:
        for j in every:
            a, b = told[i], told[j]
            if i != j and (a.board, a.year, a.figure.name) == (b.board, b.year, b.figure.name):
                yield from (Sum((i, k), ((j, k),)) for k in KEYS)
        f = told[i]
        entry = [j for j in every if (told[j].where[1], told[j].subject, told[j].figure.counts)
                 == (f.where[1], f.subject, f.figure.counts)]  # fmt: skip
        yield from added(i, entry, truth, pairs=True)
        for most in (DECIDED, RECEIVED, DRAFT):
            there = [j for j in every if told[j].standing <= most]
            if i not in there:
                continue
            name = [j for j in there if told[j].figure.name == f.figure.name]
            distinct = {tuple(getattr(told[j].figure, k) for k in KEYS): j for j in name
                        if (told[j].board, told[j].year) == (f.board, f.year)}  # fmt: skip
            if i in distinct.values():
                yield from added(i, [*distinct.values()], truth, pairs=True)
            name = [j for j in name if told[j].subject == f.subject]
            boards = [j for j in name if told[j].year == f.year]
            largest = truth.get((i, "value"), 0) == max(
                (truth[j, "value"] for j in boards if (j, "value") in truth), default=0
            )
            yield from added(i, boards, truth, pairs=largest and "value")
            yield from added(i, name, truth, pairs=False)
            own = [j for j in name if told[j].board == f.board and told[j].year < f.year]
            yield from added(i, own, truth, pairs=True)


def added(
    i: int, members: list[int], truth: dict[tuple[int, str], int], pairs: bool | str
) -> Iterator[Sum]:
    """All the others, all but one, and two."""
    for total, part in (("value", "value"), ("women", "women"), ("men", "men"),
                        ("value", "women"), ("value", "men")):  # fmt: skip
        parts = [(j, part) for j in members if j != i and (j, part) in truth]
        if len(parts) > 1:
            yield Sum((i, total), tuple(parts))
        if len(parts) > 3 or (len(parts) > 2 and pairs is True):
            for left_out in parts:
                yield Sum((i, total), tuple(p for p in parts if p != left_out))
        if total == part and (pairs is True or pairs == total):
            for a in parts:
                yield from (Sum((i, total), (a, b)) for b in parts if a < b)


NAMES = ("x", "y")


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Reports in which many numbers are sums of others."""
    made: World = []
    slots = draw(st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from((2007, 2008, 2009)),
                  st.sampled_from(("1", "2")), st.sampled_from(NAMES)),
        min_size=1, max_size=9, unique=True,
    ))  # fmt: skip
    standings = {key: draw(st.sampled_from((DECIDED, DECIDED, RECEIVED, DRAFT)))
                 for key in sorted({(b, y) for b, y, *_ in slots})}  # fmt: skip
    at = count()
    for board, year, subject, name in slots:
        real: dict[str, int] = {}
        number = draw(st.one_of(st.integers(0, 12), st.integers(0, 60)))
        a_sum = draw(st.booleans())
        if made and a_sum:
            of = draw(st.lists(st.sampled_from(made), min_size=1, max_size=4))
            key = draw(st.sampled_from(KEYS))
            number = sum(r.get(key, r["value"]) for _, r in of)
        real["value"] = number
        sexes = draw(st.sampled_from(("none", "both", "both", "women")))
        if sexes != "none":
            women = draw(st.integers(0, number))
            real |= {"women": women, "men": number - women}
        filed: dict[str, object] = dict(real)
        if sexes == "women":
            del filed["men"]
        for key, n in real.items():
            if n < T and key in filed and draw(st.booleans()):
                filed[key] = "masked"
        f = figure(filed["value"], filed.get("women"), filed.get("men"), name=name)
        path = f"{board}/{year}"
        made.append((Stated((0, path, ("entries", subject, "figures", next(at))), board, year,
                            subject, f, frozenset(), standings[board, year]), real))  # fmt: skip
    return made


@examples(300)
@given(worlds())
def test_nobody_learns_a_small_number(world: World) -> None:
    learnt = attack(world)
    small = {(i, k) for i, k in learnt if world[i][1][k] < T}
    assert small == set(), [(f.where, f.figure, r) for f, r in world]


@examples(100)
@given(worlds())
def test_what_is_small_is_hidden(world: World) -> None:
    for (f, _), numbers in zip(world, shown([f for f, _ in world]), strict=True):
        for key, number in zip(KEYS, numbers, strict=True):
            given_ = getattr(f.figure, key)
            assert number in (given_, "..")
            assert (given_ is None) == (number is None)
            assert not isinstance(number, int) or number >= T


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
