"""Everything in a text that can point at a person, each with its place; and a text without it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from prostcli.personal.counts import counts_in_words
from prostcli.personal.e_mails import e_mail_addresses, may_hold_an_address
from prostcli.personal.numbers import may_hold_a_number, personal_numbers
from prostcli.personal.reading import has_odd_signs, read
from prostcli.personal.sightings import COUNT, E_MAIL, NUMBER, PHONE, STREET, Sighting
from prostcli.personal.streets import may_hold_a_street, street_addresses
from prostcli.personal.telephones import telephone_numbers


def identifying(text: str) -> Iterator[Sighting]:
    """Numbers, addresses and streets, also where something that nobody sees stands in them.

    A telephone number inside a personal number is not told again.
    """
    data = text.encode("utf-8", "surrogatepass")
    reading = read(text, data)
    if reading is None:
        yield from _in_plain(text, data)
        return
    for seen in _in_plain(reading.text, reading.text.encode("utf-8", "surrogatepass")):
        start, end = reading.span(seen.start, seen.end)
        yield seen._replace(start=start, end=end)


def _in_plain(text: str, data: bytes) -> Iterator[Sighting]:
    ends = [0]
    starts = [-1]
    if may_hold_a_number(data):
        for start, end, ten in personal_numbers(text):
            starts.append(start)
            ends.append(end)
            yield Sighting(NUMBER, start, end, ten)
    if may_hold_an_address(data):
        for mail in e_mail_addresses(text):
            value = "".join(text[mail.start : mail.end].split()).lower()
            yield Sighting(E_MAIL, mail.start, mail.end, value, mail.certain)
    for start, end in telephone_numbers(text):
        if ends[bisect_right(starts, start) - 1] < end:
            yield Sighting(PHONE, start, end, _NO_DIGIT.sub("", text[start:end]))
    if may_hold_a_street(data):
        for start, end in street_addresses(text):
            yield Sighting(STREET, start, end, " ".join(text[start:end].split()).lower())


def counted(text: str) -> Iterator[Sighting]:
    """Counts of people in words."""
    for start, end, number in counts_in_words(text):
        value = re.sub(r"\s+", " ", text[start:end]).lower()
        yield Sighting(COUNT, start, end, value, people=number)


def holds_number(text: str) -> bool:
    """Whether the number of a person stands anywhere in a text."""
    return any(seen.kind == NUMBER for seen in identifying(text))


def masked(text: str) -> str:
    """A text in which what can point at a person is unreadable, and everything is in its place."""
    return _masked(text) if _may_hold(text, _ANY) else text


@lru_cache(maxsize=2048)
def _masked(text: str) -> str:
    """Ids and paths come again and again in a table."""
    return hidden(text, ((seen.start, seen.end) for seen in identifying(text)))


@lru_cache(maxsize=4096)
def masked_path(path: str) -> str:
    """The same for a path: each name by itself, since a slash before a year is a case number's."""
    return "/".join(masked(name) for name in path.split("/"))


def publishable(text: str) -> str:
    """A text for a document: personal numbers, and addresses that are surely persons', are masked.

    Where nobody has minded the findings, they at least go no further. The names in a path are
    looked at each by itself.
    """
    if not _may_hold(text, _ANY):
        return text
    if ".yaml" in text:
        text = _PATH.sub(lambda m: masked_path(m[0]), text)
    if not _may_hold(text, _NUMBER_OR_ADDRESS):
        return text
    never = (s for s in identifying(text) if s.kind in (NUMBER, E_MAIL) and s.certain)
    return hidden(text, ((s.start, s.end) for s in never))


_NO_DIGIT = re.compile(r"\D+")
_PATH = re.compile(r"[^\s,]+\.yaml")
# Both begin with a set of characters, so that all others are passed over at once.
_FIRST = r"[\d@\uff20\ufe6b(\[{&%]"
_SIGN = (
    r"(?<=[@\uff20\ufe6b])|(?<=[(\[{])[ ]?(?:[Aa][Tt]|a)[ ]?[)\]}]"
    r"|(?<=&)[#A-Za-z]|(?<=%)[0-9A-Fa-f]{2}"
)
_ANY = re.compile(rf"{_FIRST}(?:(?<=\d)(?:(?<=\s\d)|\D{{0,9}}\d|[OoIl])|{_SIGN})")
_NUMBER_OR_ADDRESS = re.compile(
    rf"{_FIRST}(?:(?<=\d)(?:(?<=[OoIl]\d)|[OoIl]|(?:\D*+\d){{9}})|{_SIGN})"
)
"""A number, which has ten digits or letters for some of them, or an address."""


def _may_hold(text: str, these: re.Pattern[str]) -> bool:
    """A quick look at a text, which is mostly a short one."""
    if these.search(text):
        return True
    small = text.lower()
    if " at " in small or "snabel" in small:
        return True
    return not text.isascii() and has_odd_signs(text.encode("utf-8", "surrogatepass"))


_SHOWN = re.compile(r"[^\W_]")


def hidden(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """A text with each letter and digit of some stretches as `*`, the signs between as they are."""
    pieces = []
    at = 0
    for start, end in sorted(stretches):
        pieces += [text[at:start], _SHOWN.sub("*", text[max(at, start) : end])]
        at = max(at, end)
    return "".join([*pieces, text[at:]])
