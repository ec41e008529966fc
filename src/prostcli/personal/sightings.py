"""Everything in a text that can point at a person, each with its place; and a text without it."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from prostcli.personal.contacts import e_mail_addresses, street_addresses, telephone_numbers
from prostcli.personal.counts import counts_in_words
from prostcli.personal.numbers import digits_of, personal_numbers

NUMBER: Final = "personal-number"
E_MAIL: Final = "e-mail-address"
PHONE: Final = "telephone-number"
STREET: Final = "street-address"
COUNT: Final = "small-count-in-words"


class Sighting(NamedTuple):
    """Something that can point at a person. `value` is for comparing and is never shown."""

    kind: str
    start: int
    end: int
    value: str
    certain: bool = True
    people: int = 0
    """How many, where it is a count in words."""

    def __repr__(self) -> str:
        """Without the value."""
        return f"Sighting({self.kind}, {self.start}, {self.end})"


def identifying(text: str) -> Iterator[Sighting]:
    """Numbers, addresses and streets. A telephone number inside another find is not told again."""
    taken: list[tuple[int, int]] = []
    for start, end in personal_numbers(text):
        taken.append((start, end))
        yield Sighting(NUMBER, start, end, digits_of(text[start:end]))
    for mail in e_mail_addresses(text):
        taken.append(mail[:2])
        value = re.sub(r"\s", "", text[mail.start : mail.end]).lower()
        yield Sighting(E_MAIL, mail.start, mail.end, value, mail.certain)
    for start, end in telephone_numbers(text):
        if not any(s < end and start < e for s, e in taken):
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
    for seen in identifying(text):
        text = hidden(text, seen.start, seen.end)
    return text


_MAY_HOLD = re.compile(r"\d\D{0,3}\d|[@\uff20\ufe6b]|[(\[]at[)\]]|\s\d", re.IGNORECASE)


def hidden(text: str, start: int, end: int) -> str:
    """A text with each letter and digit of a stretch as `*`, the signs between them as they are."""
    return text[:start] + re.sub(r"[^\W_]", "*", text[start:end]) + text[end:]
