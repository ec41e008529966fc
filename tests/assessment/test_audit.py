"""No hidden number can be worked out: the least and the most that each can be, by programming."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prostcli.assessment.cells import assess
from prostcli.assessment.disclosure import stated
from prostcli.assessment.giveaways import Masks
from prostcli.assessment.sums import KEYS, MEN, VALUE, WOMEN, Stated
from prostcli.load.workspace import edition_on, load
from tests.assessment.audit import Cell, Known, Reader, Sum, without_circles
from tests.assessment.cities import THRESHOLD, City, Numbers, city, figure
from tests.properties import examples

MOST_HIDDEN = 0.56
"""Of the numbers that are not small, in cities where nearly all are bound up with one that is."""
TOP = Path(__file__).parent.parent.parent
EXAMPLE = TOP / "examples" / "nordhamn"


def audited(made: City, *, told: bool = True) -> tuple[Reader, Masks, set[Cell]]:
    """One who reads all that is shown, and the hidden numbers that are small.

    He knows the sums and, if `told`, of each small number but the sexes that it is small.
    """
    masks = Masks(made.told, THRESHOLD)
    truth = {(i, k): n for i, real in enumerate(made.real) for k, n in real.items()}
    shown = {
        (i, k)
        for i, f in enumerate(made.told)
        for k in KEYS
        if k not in masks.hidden[i] and isinstance(getattr(f.figure, k), int)
    }
    small = {
        (i, k)
        for (i, k), n in truth.items()
        if n < THRESHOLD
        and made.told[i].figure.protected
        and (k in masks.hidden[i] or getattr(made.told[i].figure, k) == "missing")
    }
    sexes = [Sum((i, VALUE), ((i, WOMEN), (i, MEN))) for i, r in enumerate(made.real) if WOMEN in r]
    at_most = {cell: THRESHOLD - 1 for cell in small if told and cell[1] == VALUE}
    return Reader(truth, shown, [*sexes, *made.sums], at_most), masks, small


def learnt(made: City) -> set[Cell]:
    """The small numbers that can be nothing else."""
    reader, _, small = audited(made)
    return {cell for cell in small if reader.single(cell)}


def told_small(made: City) -> set[Cell]:
    """Which of two sexes is the small one, where the rules hide that, and it can be told.

    The board has given both, and the total is shown and not small. Of all else it is told that it
    is below the threshold; only by a document does nobody know whether it is hidden for that.
    """
    reader, masks, small = audited(made, told=False)
    found = set()
    for i, key in small:
        f = made.told[i].figure
        given_ = all(isinstance(getattr(f, k), int) for k in KEYS)
        if key != VALUE and given_ and VALUE not in masks.hidden[i]:
            known = reader.known((i, key))
            if known.most is not None and known.most < THRESHOLD:
                found.add((i, key))
    return found


# --- the audit itself


def one(
    *figures: tuple[Numbers, tuple[object, ...]], sums: tuple[Sum, ...] = (), apart: bool = True
) -> City:
    """Each of a board of its own, or all in one entry: what it is, and what is filed."""
    told = [
        Stated((0, f"b{i if apart else 0}/2021", ("entries", "m", "figures", i)),
               f"b{i if apart else 0}", 2021, "m", figure(filed[0], filed[1], filed[2], f"n{i}"))
        for i, (_, filed) in enumerate(figures)
    ]  # fmt: skip
    return City(told, [real for real, _ in figures], list(sums))


def test_it_knows_what_is_shown_and_no_more() -> None:
    made = one(({VALUE: 30, WOMEN: 2, MEN: 28}, (30, 2, 28)))
    reader, masks, small = audited(made)
    assert (masks.hidden, small) == ([{WOMEN, MEN}], {(0, WOMEN)})
    assert reader.known((0, WOMEN)) == Known(0, 30)
    assert learnt(made) == told_small(made) == set()


def test_it_finds_what_two_sums_tell_together() -> None:
    """a + b = 7 and a + b + c = 9: c is 2, and of a and b each is 3 or 4."""
    small = [(({VALUE: n}), ("masked", None, None)) for n in (3, 4, 2)]
    large = [({VALUE: n}, (n, None, None)) for n in (7, 9)]
    a, b, c, d, e = ((i, VALUE) for i in range(5))
    made = one(*small, *large, sums=(Sum(d, (a, b)), Sum(e, (a, b, c))))
    reader, _, _ = audited(made)
    assert [reader.known(cell) for cell in (a, b, c)] == [Known(3, 4), Known(3, 4), Known(2, 2)]
    assert learnt(made) == {c}


def test_it_finds_a_sum_of_nothing_and_of_the_most() -> None:
    for number, total in ((0, 30), (4, 38)):
        parts = [({VALUE: number}, ("masked", None, None))] * 2
        made = one(*parts, ({VALUE: 30}, (30, None, None)), ({VALUE: total}, (total, None, None)),
                   sums=(Sum((3, VALUE), ((0, VALUE), (1, VALUE), (2, VALUE))),))  # fmt: skip
        assert learnt(made) == {(0, VALUE), (1, VALUE)}


def test_it_finds_which_of_two_sexes_is_small() -> None:
    """30 with few women; 41 of whom the women are those 2 and 39."""
    first = ({VALUE: 30, WOMEN: 2, MEN: 28}, (30, 2, 28))
    made = one(first, ({VALUE: 9, WOMEN: 2, MEN: 7}, (9, 2, 7)), ({VALUE: 4}, (4, None, None)),
               sums=(Sum((2, VALUE), ((0, WOMEN), (1, WOMEN))),))  # fmt: skip
    made.told[2] = made.told[2]._replace(figure=figure(4, counts="staff"))
    assert told_small(made) == {(0, WOMEN), (1, WOMEN)}
    assert told_small(one(first)) == set()


def test_a_sum_of_its_own_sum_is_none() -> None:
    a, b, c = ((i, VALUE) for i in range(3))
    sums = [Sum(a, (b, c)), Sum(b, (a, c)), Sum(c, (b,)), Sum(a, (c,))]
    assert without_circles(sums) == [sums[0], sums[2], sums[3]]


# --- made-up cities, and what hypothesis makes of them


def _faults(made: City) -> tuple[set[Cell], set[Cell]]:
    return learnt(made), told_small(made)


@pytest.mark.parametrize("seed", range(40))
def test_nothing_is_learnt_of_a_city(seed: int) -> None:
    assert _faults(city(Random(seed))) == (set(), set())  # noqa: S311  the same each time


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(10))
def test_nothing_is_learnt_of_many_cities(hundred: int) -> None:
    seeds = range(1000 + 100 * hundred, 1100 + 100 * hundred)
    found = {seed: _faults(city(Random(seed))) for seed in seeds}  # noqa: S311  the same each time
    assert {seed: f for seed, f in found.items() if any(f)} == {}


@examples(25, 1000)
@given(st.randoms(use_true_random=False))
def test_nothing_is_learnt_whatever_is_drawn(random: Random) -> None:
    made = city(random)
    assert _faults(made) == (set(), set()), made


@examples(50)
@given(st.randoms(use_true_random=False))
def test_what_is_small_is_hidden(random: Random) -> None:
    made = city(random)
    for f, hidden in zip(made.told, Masks(made.told, THRESHOLD).hidden, strict=True):
        for key in KEYS:
            number = getattr(f.figure, key)
            assert number != "masked" or key in hidden
            assert not isinstance(number, int) or number >= THRESHOLD or key in hidden


def test_no_more_is_hidden_than_was_found_needful() -> None:
    """What is hidden without need would pass every other test here."""
    counted: Counter[str] = Counter()
    for seed in range(300):
        made = city(Random(seed))  # noqa: S311  the same each time
        masks = Masks(made.told, THRESHOLD)
        for f, real, hidden in zip(made.told, made.real, masks.hidden, strict=True):
            for key in KEYS:
                if isinstance(getattr(f.figure, key), int):
                    small = real[key] < THRESHOLD
                    counted["small" if small else "hidden" if key in hidden else "shown"] += 1
    assert counted["small"] > 1000
    assert counted["hidden"] / (counted["hidden"] + counted["shown"]) < MOST_HIDDEN


# --- the example


def _sums_that_hold(told: list[Stated], real: list[Numbers]) -> Iterator[Sum]:
    """By one name of a board's figures, in a year: all boards' and one that is their sum."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for i, f in enumerate(told):
        for group in (
            ("boards", f.subject, f.figure.name, f.year),
            ("years", f.subject, f.figure.name, f.board),
            ("measures", f.board, f.year, f.figure.name),
            ("entry", f.where[1], f.where[2][:2], f.figure.counts),
        ):
            groups.setdefault(group, []).append(i)
    for members in groups.values():
        for i in members:
            for key in KEYS:
                parts = tuple((j, key) for j in members if j != i and key in real[j])
                if len(parts) > 1 and real[i].get(key) == sum(real[j][k] for j, k in parts):
                    yield Sum((i, key), parts)


@pytest.mark.parametrize("guess", [0, 1, 4])
def test_nothing_is_learnt_of_the_example(guess: int) -> None:
    """Whatever the numbers are that its boards have masked."""
    day = date(2016, 6, 1)
    material = edition_on(load(EXAMPLE), day).material
    assert material is not None
    told = list(stated(assess(material, day), 0))
    real = [
        {k: guess if n == "masked" else n for k in KEYS
         if isinstance(n := getattr(f.figure, k), int) or n == "masked"}
        for f in told
    ]  # fmt: skip
    for numbers in real:  # what is left out of two sexes is the rest
        if VALUE in numbers:
            for sex, other in ((WOMEN, MEN), (MEN, WOMEN)):
                if sex in numbers and other not in numbers:
                    numbers[other] = numbers[VALUE] - numbers[sex]
    sums = without_circles([*_sums_that_hold(told, real)])
    made = City(told, [_adding_up(r) for r in real], sums)
    assert len(told) == 20
    assert learnt(made) == set()


def _adding_up(real: Numbers) -> Numbers:
    """Without sexes of which one is unknown."""
    whole = {VALUE, WOMEN, MEN} <= {*real} and real[VALUE] == real[WOMEN] + real[MEN]
    return real if whole else {k: n for k, n in real.items() if k == VALUE}
