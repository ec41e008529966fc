"""Swedish personal identity numbers and co-ordination numbers, however they are written.

Ten or twelve digits, the last of them a check digit over the nine before (Luhn's sum), the first
six or eight a date of birth; in a co-ordination number sixty is added to the day. The rules are
those of folkbokföringslagen (1991:481) § 18 and lagen (2022:1697) om samordningsnummer.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from prostcli.personal.surroundings import Written, is_something_else, is_told

_DASH = r"\-\u2010-\u2015\u2043\u2212\ufe58\ufe63+\u2795"
_DIGIT = "[0-9]"
_IN_DATE = rf"(?:[ \t]?[{_DASH}./_][ \t]?|[ \t])?"
_WORD_BETWEEN = (
    r"(?i:sista|fyra|de|dom|(?:slut|kontroll)?siff(?:ra|ran|ror|rorna)|är|med|på|in|nr|nummer|no|"
    r"slut|slutar|ändelsen?|p(?:ers|erson)?\.?(?:nr|nummer)|kontroll(?:nr|nummer)|"
    r"last|four|digits|ending|the|följt|av|4)(?![^\W_])"
)
_STRONG = re.compile(
    r"(?i)sista|fyra|siffr|slut|ändelse|p(?:ers|erson)?\.?(?:nr|nummer)|kontroll|last|four|digits|ending"
)
_WEAK = re.compile(r"(?i)\W*(?:nr|nummer|no)\W*")
# A line end, and what a list or a comment begins the next line with.
_EOL = r"\r?\n(?:[ \t]*[0-9]{1,2}[.)](?=[ \t]))?"
# Each piece begins with signs of its own, so that a stretch is read in one way only: a report may
# be one long stretch of spaces.
_SIGN_BETWEEN = rf"""[{_DASH}/.,:;·_'’´`"”“»«~=*#()\[\]<>\\{{}}]"""
_BETWEEN = rf"[ \t]*(?:(?:{_SIGN_BETWEEN}|{_EOL}|{_WORD_BETWEEN})[ \t]*){{0,14}}"
# It begins with a digit and looks back from there, as the others: that is found the fastest.
_WRITTEN = re.compile(
    rf"(?P<first>[0-9](?<![0-9]{{2}})[0-9])(?:(?<=18|19|20){_IN_DATE}(?P<second>[0-9]{{2}}))?"
    rf"(?P<one>{_IN_DATE})(?P<month>[01][0-9])(?P<two>{_IN_DATE})(?P<day>[0-9]{{2}})"
    rf"(?P<between>{_BETWEEN})(?P<last>[0-9]{{4}})(?![0-9])"
)
_SIGNS_THAT_JOIN = frozenset("-+./\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
_MOST_SIGNS = 6
_MOST_LINES = 2
# In groups of any size, with one sign or space between: pairs, or each digit by itself.
_APART = rf"(?:[ \t]?[{_DASH}./_·][ \t]?|[ \t]{{1,3}})"
_GROUPED = re.compile(
    rf"[0-9](?<!\w[0-9])(?<![0-9][ {_DASH}./][0-9])"
    rf"(?:{_APART}?[0-9]){{9}}(?:(?:{_APART}?[0-9]){{2}})?"
    rf"(?!\w|{_APART}[0-9])"
)
_ONE_BY_ONE = re.compile(rf"[0-9](?:{_APART}[0-9])+")
_SIGN_BEFORE_LAST = re.compile(
    rf"(?:[0-9][ \t./_·{_DASH}]?)+[ \t]?[{_DASH}][ \t]?[0-9](?:[ \t.]?[0-9]){{3}}"
)
_WITH_LETTERS = re.compile(
    rf"[0-9OoIl](?<!\w[0-9OoIl])(?=[0-9{_DASH} ]{{0,12}}[OoIl])"
    rf"[0-9OoIl]{{5}}(?:[0-9OoIl]{{2}})?[{_DASH} ]?[0-9OoIl]{{4}}(?!\w)"
)
"""The letters O and l for nought and one: so old typewriters write, and so scanners read."""
_LETTERS = str.maketrans("OoIl", "0011")
_MOST_LETTERS = 3

# Two quick looks at the UTF-8 bytes. With all signs and spaces left out, do ten digits, or what is
# written for them, stand in a row?
_ALPHABET = bytes(48 if chr(b) in "0123456789OoIl" else 120 for b in range(256))
_SIGNS = b" \t\r\n-+./:,;_#'~=*\"`()[]<>{}\\" + bytes(range(0x80, 0x100))
_TEN = b"0" * 10
# With everything but letters and digits left out, does a word that may stand between follow a date?
_WORDS = bytes(48 if chr(b).isdecimal() else b for b in range(128)) + bytes(128)
_NO_WORDS = bytes(b for b in range(256) if not (b < 128 and chr(b).isalnum()))  # noqa: PLR2004  ASCII
_WORD_AFTER_DATE = re.compile(
    rb"000000(?i:de|dom|sista|fyra|siffr|slut|ndelse|med|nr0|nummer0|no0|p(?:ers|erson)?n|kontroll|"
    rb"last|the|ending|fljt)"
)
_DOUBLED = str.maketrans("0123456789", "0246813579")
_CENTURIES = ("18", "19", "20")
_CO_ORDINATION = 60
_TEN_DIGITS = 10


class Number(NamedTuple):
    """Where one stands, and its ten digits, for comparing."""

    start: int
    end: int
    ten: str


def may_hold_a_number(data: bytes) -> bool:
    """A quick look at a text in UTF-8."""
    if _TEN in data.translate(_ALPHABET, _SIGNS):
        return True
    return _WORD_AFTER_DATE.search(data.translate(_WORDS, _NO_WORDS)) is not None


def personal_numbers(text: str) -> Iterator[Number]:
    """Where each stands, in the order of the text; none lies over another.

    Organisation numbers have a month above 12 and do not fire; nor do dates and case numbers, by
    what stands around them. About one in two hundred arbitrary numbers of the form 123456-7890
    is a valid one by chance.
    """
    end = 0
    for number in sorted((*_written(text), *_grouped(text), *_with_letters(text))):
        if number.start >= end:
            yield number
            end = number.end


def _written(text: str) -> Iterator[Number]:
    at = before = 0
    while found := _WRITTEN.search(text, at):
        number = _number(found, before)
        if number is not None:
            yield number
            at = before = found.end()
        else:
            # Perhaps the first two digits were something else.
            at = found.start("second" if found["second"] else "month")


def _number(found: re.Match[str], before: int) -> Number | None:
    """What was found, if it is one; `before` is where the last one ended."""
    century, year = (found["first"], found["second"]) if found["second"] else ("", found["first"])
    digits = year + found["month"] + found["day"] + found["last"]
    if not _is_one(century, digits) or not _may_stand_between(found):
        return None
    text, (start, end) = found.string, found.span()
    if found["between"] == "-" and not (
        _touched(text[start - 1 : start]) or _touched(text[end : end + 1])
    ):
        return Number(start, end, digits)  # as nearly all are written
    written = Written(
        text=text,
        start=start,
        end=end,
        year=int(century + year),
        whole=bool(century),
        spread=bool(found["one"]),
        between=found["between"],
        last=found["last"],
        after_another=start - 1 == before,
    )
    return None if is_something_else(written) else Number(start, end, digits)


def _touched(sign: str) -> bool:
    return sign.isalnum() or sign in _SIGNS_THAT_JOIN


def _may_stand_between(found: re.Match[str]) -> bool:
    """Whether what stands between the date and the last four belongs to one number."""
    between = found["between"]
    if len(between) <= 1:
        return True
    if between.count("\n") > _MOST_LINES:
        return False
    if _STRONG.search(between):
        return True
    if any(c.isalpha() for c in between):
        return not found["one"] and _WEAK.fullmatch(between) is not None
    return sum(not c.isspace() for c in between) <= _MOST_SIGNS


def _grouped(text: str) -> Iterator[Number]:
    for found in _GROUPED.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if not _is_one(digits[:-_TEN_DIGITS], digits[-_TEN_DIGITS:]):
            continue
        if _WRITTEN.fullmatch(found[0]):
            continue  # looked at there
        if (
            _ONE_BY_ONE.fullmatch(found[0])
            or _SIGN_BEFORE_LAST.fullmatch(found[0])
            or is_told(text, found.start())
        ):
            yield Number(found.start(), found.end(), digits[-_TEN_DIGITS:])


def _with_letters(text: str) -> Iterator[Number]:
    for found in _WITH_LETTERS.finditer(text):
        letters = sum(c.isalpha() for c in found[0])
        if 0 < letters <= _MOST_LETTERS:
            digits = re.sub(r"\D", "", found[0].translate(_LETTERS))
            if _is_one(digits[:-_TEN_DIGITS], digits[-_TEN_DIGITS:]):
                yield Number(found.start(), found.end(), digits[-_TEN_DIGITS:])


def _is_one(century: str, ten: str) -> bool:
    return (
        _sum_is_right(ten)
        and (not century or century in _CENTURIES)
        and any(_is_born(c, ten) for c in ((century,) if century else ("19", "20")))
    )


def _is_born(century: str, ten: str) -> bool:
    day = int(ten[4:6])
    try:
        date(int(century + ten[:2]), int(ten[2:4]), day - _CO_ORDINATION * (day > _CO_ORDINATION))
    except ValueError:
        return False
    return True


def _sum_is_right(ten: str) -> bool:
    """Every other digit doubled, the digits of all products added up: a multiple of ten."""
    return sum(map(int, ten[::2].translate(_DOUBLED) + ten[1::2])) % 10 == 0
