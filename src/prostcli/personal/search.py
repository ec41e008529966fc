"""Everything in a text that can point at a person, each with its place; and a text without it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from prostcli.characters import FORBIDDEN, INVISIBLE
from prostcli.personal.contacts import e_mail_addresses, street_addresses, telephone_numbers
from prostcli.personal.counts import counts_in_words
from prostcli.personal.numbers import digits_of, personal_numbers
from prostcli.personal.sightings import COUNT, E_MAIL, NUMBER, PHONE, STREET, Sighting


def identifying(text: str) -> Iterator[Sighting]:
    """Numbers, addresses and streets, also where something that nobody sees stands in them.

    A telephone number inside another find is not told again.
    """
    if not _may_hide(text) or not _UNSEEN.search(text):
        yield from _in_plain(text)
        return
    kept = [i for i, c in enumerate(text) if c.isspace() or not _UNSEEN.match(c)]
    plain = (text[i] if text[i] in "\t\r\n" or not text[i].isspace() else " " for i in kept)
    for seen in _in_plain("".join(plain)):
        yield seen._replace(start=kept[seen.start], end=kept[seen.end - 1] + 1)


# Joiners and soft hyphens may stand in a text; controls and what is no UTF-8 may not, but a file
# that is refused for them must not show what they hide.
_UNSEEN = re.compile(f"{INVISIBLE.pattern}|{FORBIDDEN.pattern}|[\ufffd\u0300-\u036f]")
_RARE = b"\xcc\xcd\xe1\xe3\xef\xf3"
_COMMON = bytes(b for b in range(256) if b not in _RARE)


def _may_hide(text: str) -> bool:
    """A quick look: what is not printed, or a letter whose UTF-8 begins as a mark's or filler's."""
    if not text.replace("\n", "").isprintable():
        return True
    data = text.encode("utf-8", "surrogatepass")
    return bool(data.translate(None, _COMMON)) or b"\xe2\xa0\x80" in data  # U+2800, a blank


def _in_plain(text: str) -> Iterator[Sighting]:
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
    return _masked(text) if _MAY_HOLD.search(text) else text


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
    if not _MAY_HOLD.search(text):
        return text
    if ".yaml" in text:
        text = _PATH.sub(lambda m: masked_path(m[0]), text)
    if not _MAY_HOLD_THESE.search(text) and not _may_hide(text):
        return text
    never = (s for s in identifying(text) if s.kind in (NUMBER, E_MAIL) and s.certain)
    return hidden(text, ((s.start, s.end) for s in never))


_PATH = re.compile(r"[^\s,]+\.yaml")
# Both begin with a set of characters, so that all others are passed over at once.
_FIRST = r"[\d@\uff20\ufe6b(\[]"
_AT = r"(?<=[@\uff20\ufe6b])|(?<=[(\[])[Aa][Tt][)\]]"
_MAY_HOLD = re.compile(rf"{_FIRST}(?:(?<=\d)(?:(?<=\s\d)|\D{{0,9}}\d)|{_AT})")
_MAY_HOLD_THESE = re.compile(rf"{_FIRST}(?:(?<=\d)(?:\D*+\d){{9}}|{_AT})")
"""A number, which has ten digits, or an address."""


def hidden(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """A text with each letter and digit of some stretches as `*`, the signs between as they are."""
    pieces = []
    at = 0
    for start, end in sorted(stretches):
        pieces += [text[at:start], re.sub(r"[^\W_]", "*", text[max(at, start) : end])]
        at = max(at, end)
    return "".join([*pieces, text[at:]])
