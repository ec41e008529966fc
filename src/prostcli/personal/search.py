"""Everything in a text that can point at a person, each with its place; and a text without it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from prostcli.personal.contacts import e_mail_addresses, street_addresses, telephone_numbers
from prostcli.personal.counts import counts_in_words
from prostcli.personal.numbers import digits_of, personal_numbers
from prostcli.personal.sightings import COUNT, E_MAIL, NUMBER, PHONE, STREET, Sighting


def identifying(text: str) -> Iterator[Sighting]:
    """Numbers, addresses and streets. A telephone number inside another find is not told again."""
    ends = [0]
    starts = [-1]
    for start, end in personal_numbers(text):
        starts.append(start)
        ends.append(end)
        yield Sighting(NUMBER, start, end, digits_of(text[start:end]))
    for mail in e_mail_addresses(text):
        value = re.sub(r"\s", "", text[mail.start : mail.end]).lower()
        yield Sighting(E_MAIL, mail.start, mail.end, value, mail.certain)
    for start, end in telephone_numbers(text):
        # The last personal number that starts before this one ends: does it reach into it?
        if ends[bisect_left(starts, end) - 1] <= start:
            yield Sighting(PHONE, start, end, re.sub(r"\D", "", text[start:end]))
    for start, end in street_addresses(text):
        yield Sighting(STREET, start, end, re.sub(r"\s+", " ", text[start:end]).lower())


def counted(text: str) -> Iterator[Sighting]:
    """Counts of people in words."""
    for start, end, number in counts_in_words(text):
        value = re.sub(r"\s+", " ", text[start:end]).lower()
        yield Sighting(COUNT, start, end, value, people=number)


def masked(text: str) -> str:
    """A text in which what can point at a person is unreadable, and everything is in its place."""
    if not _MAY_HOLD.search(text):
        return text
    return hidden(text, ((seen.start, seen.end) for seen in identifying(text)))


def masked_path(path: str) -> str:
    """The same for a path: each name by itself, since a slash before a year is a case number's."""
    return "/".join(masked(name) for name in path.split("/"))


_MAY_HOLD = re.compile(r"\d\D{0,3}\d|[@\uff20\ufe6b]|[(\[]at[)\]]|\s\d", re.IGNORECASE)


def hidden(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """A text with each letter and digit of some stretches as `*`, the signs between as they are."""
    pieces = []
    at = 0
    for start, end in sorted(stretches):
        pieces += [text[at:start], re.sub(r"[^\W_]", "*", text[max(at, start) : end])]
        at = max(at, end)
    return "".join([*pieces, text[at:]])
