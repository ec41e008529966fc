"""Personal numbers, and what looks like them. The numbers are made up when the test runs."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prostcli.personal.search import identifying
from prostcli.personal.sightings import NUMBER
from tests.made_up import BORN, CO_ORDINATION, HYPHENED, LAST, PERSONAL, with_check_digit


def personal_numbers(text: str) -> list[tuple[int, int]]:
    return [(s.start, s.end) for s in identifying(text) if s.kind == NUMBER]


FULL_WIDTH = str.maketrans("0123456789-", "０１２３４５６７８９－")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

WRITTEN = {
    "ten digits": PERSONAL,
    "a hyphen": HYPHENED,
    "twelve digits": f"19{PERSONAL}",
    "twelve and a hyphen": f"19{HYPHENED}",
    "over a hundred years": f"{BORN}+{LAST}",
    "a space": f"{BORN} {LAST}",
    "an en dash": f"{BORN}–{LAST}",
    "an em dash": f"{BORN}—{LAST}",
    "a hyphen that does not break": f"{BORN}\u2011{LAST}",
    "a minus sign": f"{BORN}\u2212{LAST}",
    "a soft hyphen": f"{BORN}\u00ad{LAST}",
    "spaces around": f"{BORN} - {LAST}",
    "no-break space": f"{BORN}\u00a0{LAST}",
    "a slash": f"{BORN}/{LAST}",
    "a full stop": f"{BORN}.{LAST}",
    "pairs": f"81 12 18-{LAST}",
    "pairs with hyphens": f"81-12-18-{LAST}",
    "an ISO date": f"1981-12-18-{LAST}",
    "full width": HYPHENED.translate(FULL_WIDTH),
    "Arabic digits": PERSONAL.translate(ARABIC),
    "co-ordination": CO_ORDINATION,
    "co-ordination with a hyphen": f"{CO_ORDINATION[:6]}-{CO_ORDINATION[6:]}",
    "co-ordination of twelve": f"19{CO_ORDINATION}",
    "folded after the hyphen": f"{BORN}-\n      {LAST}",
    "folded before the hyphen": f"{BORN}\n      -{LAST}",
    "folded in a comment": f"{BORN}-\n  # {LAST}",
    "folded, Windows": f"{BORN}-\r\n  {LAST}",
    "a joiner that nobody sees": f"{BORN}\u200d-{LAST}",
    "a space that nobody sees": f"{BORN}\u200b{LAST}",
    "a soft hyphen within the date": f"81\u00ad12\u00ad18-{LAST}",
    "an em space": f"{BORN}\u2003{LAST}",
    "an ideographic space": f"{BORN}\u3000{LAST}",
    "an ISO date and a space": f"1981-12-18 {LAST}",
    "a comma": f"{BORN}, {LAST}",
    "two hyphens": f"{BORN}--{LAST}",
    "a sign of equality": f"{BORN} = {LAST}",
    "a variation selector": f"{BORN}\ufe0f{LAST}",
    "an accent": f"{BORN}\u0301-{LAST}",
    "soft hyphens everywhere": "\u00ad".join(PERSONAL),
    "a control character": f"{BORN}\x00{LAST}",
    "a byte that is no UTF-8": f"{BORN}\ufffd{LAST}",
    "turned round": f"{BORN}\u202e-{LAST}",
    "an apostrophe": f"{BORN}'{LAST}",
    "a tilde": f"{BORN}~{LAST}",
    "a long stretch of spaces": f"{BORN}{' ' * 500}-{' ' * 500}{LAST}",
    "two items of a list": f"{BORN}\n- {LAST}",
    "a day and what may be a time": "1981-12-18 " + with_check_digit("811218" + "124")[6:],
    "born on a leap day": with_check_digit("000229" + "123"),
}


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize(
    "around", ["{}", "Pnr {}.", "pnr/{}", "(se {})", "x{}y", "{},", "dnr:{}", "{}:", "åäö {} åäö"]
)
def test_a_number_is_found_however_it_is_written(name: str, around: str) -> None:
    text = around.format(WRITTEN[name])
    start = around.index("{")
    assert (personal_numbers(text)) == [(start, start + len(WRITTEN[name]))]


YEAR = date(2007, 1, 1).year
ALIKE = {
    "a wrong check digit": f"{BORN}-{LAST[:3]}{(int(LAST[3]) + 1) % 10}",
    "month 13": with_check_digit("811318987"),
    "30 February": with_check_digit("810230987"),
    "day 0": with_check_digit("811200987"),
    "day 60": with_check_digit("811260987"),
    "day 92": with_check_digit("811292987"),
    "no leap year": f"19{with_check_digit('010229' + '123')}",
    "an organisation": with_check_digit("556036079"),
    "an organisation with 16": "16" + with_check_digit("212000014"),
    "a century that nobody is of": f"17{PERSONAL}",
    "the year 2181": f"21{PERSONAL}",
    "eleven digits": f"1{PERSONAL}",
    "thirteen digits": f"119{PERSONAL}",
    "a case number": "325-5130/2005",
    "a case number that is a right number": f"dnr {HYPHENED}/2006",
    "a case number after a year": f"2006-{HYPHENED}",
    "a day": "2007-02-28",
    "two days": "2006-07-01–2010-06-30",
    "two days, spaced": "2006-07-01 – 2010-06-30",
    "days without signs": "20060701-20100630",
    "a day and a time": "2007-12-18 " + with_check_digit("071218" + "124")[6:],
    "a day and a year": "2007-12-18 " + with_check_digit("071218" + "200")[6:],
    "two figures": f"value: {BORN}\nwomen: {LAST}",
    "an amount": "1 240 000 000 kronor",
    "years": "2006, 2007, 2008, 2009",
    "lines": "L3925-3927, L3551-3560",
    "a telephone": "08-508 25 000",
    "a mobile telephone": "+46 70 123 45 67",
    "a fingerprint": f"ab12cd34ef56ab12{PERSONAL}cd34ef56ab12cd34",
    "an ISBN": "978-91-7000-150-0",
    "a version": "1.2.3.4.5.6.7.8.9.0",
    "measures": "5.1.1 5.1.2 5.1.3 5.1.4",
    "half of one": BORN,
    "the other half": LAST,
    "part of something longer": f"{HYPHENED}-12345",
}


@pytest.mark.parametrize("name", ALIKE)
def test_what_is_no_number_does_not_fire(name: str) -> None:
    assert (personal_numbers(f"se {ALIKE[name]} i akten")) == []


def test_both_of_two_are_found() -> None:
    text = f"{HYPHENED} och 19{CO_ORDINATION}"
    assert [text[a:b] for a, b in personal_numbers(text)] == [HYPHENED, f"19{CO_ORDINATION}"]


def test_one_after_a_number_that_is_none() -> None:
    text = f"12 34 {HYPHENED}"
    assert [text[a:b] for a, b in personal_numbers(text)] == [HYPHENED]


@pytest.mark.parametrize("name", WRITTEN)
def test_numbers_are_compared_by_their_ten_digits(name: str) -> None:
    (found,) = (s.value for s in identifying(WRITTEN[name]) if s.kind == NUMBER)
    assert len(found) == 10
    others = [with_check_digit(nine) for nine in ("000229" + "123", "811218" + "124")]
    assert found in (PERSONAL, CO_ORDINATION, *others)


DAYS = st.dates(date(1890, 1, 1), date(2026, 1, 1))
SIGNS = st.sampled_from(["", "-", "+", " ", "–", "\u2011", " - ", "\u00a0"])


@given(DAYS, st.integers(0, 999), SIGNS, st.booleans(), st.booleans())
def test_every_right_number_is_found_and_no_wrong_one(
    day: date, serial: int, sign: str, whole: bool, co_ordination: bool
) -> None:
    born = f"{day:%m}{day.day + 60 * co_ordination:02}"
    ten = with_check_digit(f"{day:%y}{born}{serial:03}")
    century = f"{day:%Y}"[:2] if whole else ""
    number = f"{century}{ten[:6]}{sign}{ten[6:]}"
    assert (personal_numbers(f"a {number} b")) == [(2, 2 + len(number))]
    for other in "0123456789".replace(ten[-1], ""):
        assert (personal_numbers(f"a {number[:-1]}{other} b")) == []


@given(st.text(max_size=80))
def test_places_lie_inside_the_text_and_hold_ten_or_twelve_digits(text: str) -> None:
    for start, end in personal_numbers(text):
        assert len(re.findall(r"\d", text[start:end])) in (10, 12)
