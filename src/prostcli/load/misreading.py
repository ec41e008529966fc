"""Letters that were read in another encoding than they were written in: `UtÃ¶ka` for `Utöka`.

The file is UTF-8 and nothing is wrong with its bytes: the text was broken before it was saved. What
it was meant to be is found by going the same way back, and only where that gives a letter or a sign
of ordinary writing. `São`, `JOÃO` and `Câmara` are left alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from prostcli.characters import composed

LOST = "\ufffd"
"""What programs put where they cannot tell the letter: what it was cannot be found again."""


class Misread(NamedTuple):
    """A word with such letters, or the mark of a lost one."""

    start: int
    """Of the first such letter."""
    end: int
    """After the last."""
    written: str
    """The whole word. Digits are no part of one."""
    meant: str
    """Empty where it is lost."""


def misread(text: str) -> Iterator[Misread]:
    """Each in a text, in order."""
    if text.isascii() or not any(sign in text for sign in _SIGNS):
        return
    expression, meant = _readings()
    for found in _WORD.finditer(text):
        word, first = found[0], found.start()
        if _SIGN.search(word) is None:
            continue
        lost = list(_LOST.finditer(word))
        if lost:
            yield Misread(first + lost[0].start(), first + lost[-1].end(), word, "")
            continue
        places = [p for p in expression.finditer(word) if not _innocent(word, p)]
        if places:
            # All of the word: what was broken twice is whole the first time or not at all.
            whole = composed(expression.sub(lambda m: meant[m[0]], word))
            yield Misread(first + places[0].start(), first + places[-1].end(), word, whole)
            continue
        for trigger, table in _SINGLE:
            sign = trigger.search(word)
            before = text[max(0, first - 3) : first].rstrip()
            if sign and not before[-1:].isdigit():  # 5 ‰ is a share
                yield Misread(first + sign.start(), first + sign.end(), word, word.translate(table))
                break


_SIGNS = "ÃÂâÌÔÒ√¬‚├┬╠ˆ‰ŠŒŽ„†¿┐" + LOST
"""At least one of them stands in everything that is found."""

_SIGN = re.compile(f"[{_SIGNS}]")
_WORD = re.compile("[A-Za-z\x80-\U0010ffff]+")

_LETTERS = (
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"
    "\xa0§°½¼¾´»«·£©®±²³µ×–—‘’“”„•…€‰\u0300\u0301\u0302\u0303\u0308\u030a"
)
"""What may have been meant. Those that combine come from Macs, which store ö as two characters."""
_READ_AS = ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")


_LOST = re.compile(f"{LOST}|ï¿½|ÔøΩ|´┐¢|∩┐╜")
"""The mark itself, and as it is read by one byte a letter (Windows, Mac, DOS)."""


@cache
def _readings() -> tuple[re.Pattern[str], dict[str, str]]:
    """UTF-8 read as one byte a letter, once and twice, and what it was."""
    meant: dict[str, str] = {}
    for letter in _LETTERS:
        for encoding in _READ_AS:
            once = _read_as(letter, encoding)
            meant.setdefault(once, letter)
            meant.setdefault(_read_as(once, encoding), letter)
    rests: dict[str, list[str]] = {}
    for signs in sorted(meant, key=lambda s: (-len(s), s)):  # twice before once
        rests.setdefault(signs[0], []).append(re.escape(signs[1:]))
    branches = (f"{re.escape(lead)}(?:{'|'.join(rest)})" for lead, rest in rests.items())
    return re.compile("|".join(branches)), meant


def _read_as(text: str, encoding: str) -> str:
    """What becomes of UTF-8. A byte that an encoding lacks stays as it is, as in most programs."""
    return "".join(
        bytes([b]).decode(encoding, errors="ignore") or chr(b) for b in text.encode("utf-8")
    )


def _innocent(word: str, place: re.Match[str]) -> bool:
    """A word in capitals before a sign, as `IRMÃ` before `”`: the letter is the word's own."""
    lead, sign = place[0][0], place[0][1:]
    return (
        lead in "ÃÂ"
        and sign in _CLOSING
        and place.end() == len(word)
        and place.start() > 0
        and word[place.start() - 1].isupper()
    )


_CLOSING = ("”", "“", "’", "»", "…", "–", "—", "\xa0", "")

_SINGLE = (
    # Windows' bytes read as a Mac's: `Utˆka`, `f‰ltet`.
    (re.compile(r"(?<=[^\W\d_])[ˆ‰]|[ˆ‰](?=[^\W\d_])"), str.maketrans("Â‰ˆ≈ƒ÷È", "åäöÅÄÖé")),
    # A Mac's as Windows': `fŠltet`, `pŒ`. `š` by itself may be a name's.
    (re.compile(r"(?<=[a-zåäö])[ŠŒŽ]"), str.maketrans("ŒŠšŽ", "åäöé")),
    # DOS's as Windows': `f„ltet`.
    (re.compile(r"(?<=[a-zåäö])[„†](?=[a-zåäö])"), str.maketrans("†„”", "åäö")),
)
"""One letter read as one other: only where no writing has it, and what it is read as then."""
