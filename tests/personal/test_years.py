"""Last fours that look like a time or a year, after the day of birth of each of a hundred years."""

from __future__ import annotations

import pytest

from prostcli.personal.search import identifying
from prostcli.personal.sightings import NUMBER
from tests.desk import few
from tests.made_up import with_check_digit

THREES = [
    *(f"{hour:02}{ten}" for hour in range(24) for ten in (1, 4)),
    *(f"{century}{decade}" for century in (19, 20) for decade in range(10)),
]
"""The last four without their check digit: some minutes of every hour, all decades."""
BY_YEAR = [
    sorted({with_check_digit(f"{year:02}0618{three}") for three in THREES}) for year in range(100)
]
YOUNGEST_FOUND = 35
YOUNGEST_FOUND_IN_BRACKETS = 27


def is_a_year(ten: str) -> bool:
    return ten[6:8] in {"19", "20"}


def is_round(ten: str) -> bool:
    """A year, or a time of whole five minutes."""
    return is_a_year(ten) or ten[9] in "05"


def found(form: str, numbers: list[str]) -> list[str]:
    written = (form.format(b=ten[:6], l=ten[6:]) for ten in numbers)
    text = "\n\n\n\n".join(f"Se {one} i akten" for one in written)
    return sorted(seen.value for seen in identifying(text) if seen.kind == NUMBER)


@pytest.mark.parametrize(
    "form",
    few([
        "{b} {l}", "{b}, sista fyra {l}", "född {b}, {l}", "20{b} {l}", "{b}-{l}", "{b}{l}",
        "19{b}, {l}", "19{b} ({l})", "{b} (sista fyra {l})", "{b}, de fyra sista är {l}",
        "pnr {b} ({l})", "personnummer: {b}, {l}",
    ], 4),
)  # fmt: skip
def test_of_every_year_all_are_found(form: str) -> None:
    numbers = [ten for of_year in BY_YEAR for ten in of_year]
    assert found(form, numbers) == numbers


@pytest.mark.parametrize(
    "form", few(["{b}, {l}", "({b}) {l}", "{b}: {l}", "{b}. {l}", "{b} = {l}"], 2)
)
def test_after_a_sign_none_of_00_to_34_is_found_and_all_others_are(form: str) -> None:
    for year, numbers in enumerate(BY_YEAR):
        assert found(form, numbers) == (numbers if year >= YOUNGEST_FOUND else []), year


@pytest.mark.parametrize("form", ["{b} ({l})", "({b}) ({l})", "{b} [{l}]"])
def test_in_brackets_only_round_times_and_years_of_00_to_26_are_missed(form: str) -> None:
    for year, numbers in enumerate(BY_YEAR):
        past = year >= YOUNGEST_FOUND_IN_BRACKETS
        assert found(form, numbers) == [ten for ten in numbers if past or not is_round(ten)], year


def test_after_a_slash_a_year_is_missed_whenever_one_was_born() -> None:
    for year, numbers in enumerate(BY_YEAR):
        past = year >= YOUNGEST_FOUND
        wanted = [ten for ten in numbers if past and not is_a_year(ten)]
        assert found("{b}/{l}", numbers) == wanted, year


def test_with_the_century_before_it_is_so_for_all_from_2000() -> None:
    for year in range(50):
        assert found("20{b}, {l}", BY_YEAR[year]) == []
        wanted = [ten for ten in BY_YEAR[year] if not is_round(ten)]
        assert found("20{b} ({l})", BY_YEAR[year]) == wanted
