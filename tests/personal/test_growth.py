"""Every search takes time by the length of its text, and never by the square of it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from prostcli.personal.counts import counts_in_words
from prostcli.personal.e_mails import e_mail_addresses
from prostcli.personal.names import looks_like_a_person
from prostcli.personal.numbers import personal_numbers
from prostcli.personal.reading import read
from prostcli.personal.search import identifying, publishable
from prostcli.personal.streets import street_addresses
from prostcli.personal.telephones import telephone_numbers
from tests.made_up import BORN, HYPHENED, PERSONAL

SHORT = 400
LONGER = 8
SQUARE = 2.5
"""Times as long as by the length: a text of eight times the length would take eight times that."""

# What each expression may begin with, and every sign that may be repeated within.
PREFIXES = (
    "1", "19", "20", "0", "07", "08", "+46", "0046", "00 46", BORN, f"{BORN}-", f"{BORN}, sista ",
    f"{BORN} de ", "1981-12-18", "81 12 18", PERSONAL, HYPHENED, "8 1 1 2 1 8", "8l1218",
    f"pnr {HYPHENED}", f"dnr {HYPHENED}/2007", "@", "a.b@", "a.b@c", "a.b@c.de", "anna.b at c.de",
    "anna.b@\n", "(at)", "(a)", "snabel-a", "gatan", "Gatan 5", "storgatan 5", "storgatan 5 klient",
    "Södra Vägen 1", "Hamnplan 2 man", "två", "tre kvinnor", "2 klienter i ", "tre a b",
    "Tabell 4 barn", "Anna", "Anna Andersson", "&", "&#", "&#49;", "&nbsp;", "%", "%3", "%31",
    "%c3", "<", "<b", "<b>", "<a ", "a" * 50, "k:", "-k:",
)  # fmt: skip
REPEATED = (
    "", " ", "\n", "\t", "\n ", "\r\n", "-", "–", ".", ",", ":", "/", "#", "(", "*", "_", "0",
    "12", "a", "å", "A", "\u00a0", "\u00ad", "\u200b", "１", "\u0301", "a ", "A ", "1 ", "1-",
    "\n- ", ".a",
)  # fmt: skip


def _taken(search: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    search(text)
    return time.process_time() - start


def _grows_as_its_text(search: Callable[[str], object], piece: str) -> bool:
    """Whether a longer text takes no more than its length; tried again, since machines differ."""
    short, long = (piece * (size // len(piece)) for size in (SHORT, SHORT * LONGER))
    for _ in range(5):
        least = min(_taken(search, short) for _ in range(2))
        if _taken(search, long) <= max(least, 1e-4) * LONGER * SQUARE:
            return True
    return False


def _everything(text: str) -> None:
    """Each expression on all of the text, without the quick looks that mostly spare it that."""
    for search in (
        personal_numbers, e_mail_addresses, telephone_numbers, street_addresses, counts_in_words,
        identifying,
    ):  # fmt: skip
        for _ in search(text):
            pass
    read(text, text.encode("utf-8", "surrogatepass"))
    looks_like_a_person(text)
    publishable(text)


def _stretches(prefix: str, sign: str) -> bool:
    """The same where one stretch grows, and not the number of pieces."""
    short, long = (prefix + sign * (size // len(sign)) for size in (SHORT, SHORT * LONGER))
    return any(
        _taken(_everything, long) <= max(_taken(_everything, short), 2e-4) * LONGER * SQUARE
        for _ in range(5)
    )


def test_a_text_of_one_thing_again_and_again() -> None:
    assert [p for p in PREFIXES[::2] if not _grows_as_its_text(_everything, f"{p} ")] == []


def test_one_long_stretch_after_each_beginning() -> None:
    assert [p for p in PREFIXES if not _stretches(p, " ")] == []
    assert [p for p in PREFIXES if "gatan" in p and not _stretches(p, "\n")] == []


def test_a_search_that_goes_back_to_the_beginning_is_seen() -> None:
    assert not _grows_as_its_text(re.compile(r"a[a ]*b").findall, "a ")


@pytest.mark.slow
@pytest.mark.parametrize("sign", REPEATED)
def test_each_beginning_and_each_sign(sign: str) -> None:
    assert [p for p in PREFIXES if not _grows_as_its_text(_everything, f"{p}{sign}")] == []
    assert [p for p in PREFIXES if sign and not _stretches(p, sign)] == []
