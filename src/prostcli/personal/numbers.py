"""Swedish personal identity numbers and co-ordination numbers, however they are written.

Ten or twelve digits, the last of them a check digit over the nine before (Luhn's sum), the first
six or eight a date of birth; in a co-ordination number sixty is added to the day. The rules are
those of folkbokföringslagen (1991:481) § 18 and lagen (2022:1697) om samordningsnummer.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from prostcli.personal.dashes import DASH, DASHES
from prostcli.personal.surroundings import Written, is_of_a_thing, is_something_else, is_told

_DASH = f"{DASH}+\u2795"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"
"""The day, or that of a co-ordination number: sixty more."""
_IN_DATE = rf"(?:[ \t]?[{_DASH}./_][ \t]?|[ \t])?+"
_WORD_BETWEEN = (
    r"(?i:sista|fyra|de|dom|och(?=[ \t]+(?:de[ \t]+)?(?:fyra[ \t]+)?sista)|"
    r"(?:slut|kontroll)?siff(?:ra|ran|ror|rorna)|är|med|på|in|nr|nummer|no|"
    r"slut|slutar|ändelsen?|(?:p(?:ers|erson)?\.?|kontroll|födelse)(?:nr|nummer)|"
    r"last|four|digits|ending|the|följt|av|4)(?![^\W_])"
)
_STRONG = re.compile(
    r"(?i)sista|fyra|siffr|slut|ändelse|p(?:ers|erson)?\.?(?:nr|nummer)|kontroll|födelse|"
    r"last|four|digits|ending"
)
_WEAK = re.compile(r"(?i)\W*(?:nr|nummer|no)\W*")
# A line end, and what a list or a comment begins the next line with.
_EOL = r"\r?\n(?:[ \t]*[0-9]{1,2}[.)](?=[ \t]))?"
# Each piece begins with signs of its own, so that a stretch is read in one way only: a report may
# be one long stretch of spaces.
_SIGN_BETWEEN = rf"""[{_DASH}/.,:;·•→_'’´`"”“»«~=*#()\[\]<>\\{{}}]"""
_BETWEEN = rf"[ \t]*+(?:(?:{_SIGN_BETWEEN}|{_EOL}|{_WORD_BETWEEN})[ \t]*+){{0,14}}+"
# It begins with a digit and looks back from there, as the others: that is found the fastest.
_WRITTEN = re.compile(
    rf"(?P<first>[0-9](?<![0-9]{{2}})[0-9])(?:(?<=18|19|20){_IN_DATE}(?P<second>[0-9]{{2}}))?"
    rf"(?P<one>{_IN_DATE})(?P<month>{_MONTH})(?P<two>{_IN_DATE})(?P<day>{_DAY})"
    rf"(?P<between>{_BETWEEN})(?P<last>[0-9]{{4}})(?![0-9])"
)
_SIGNS_THAT_JOIN = frozenset(f"{DASHES}+./")
_MOST_SIGNS = 6
_MOST_LINES = 2
# In groups of any size, with one sign or space between.
_APART = rf"(?:[ \t]?[{_DASH}./_·][ \t]?|[ \t]{{1,3}})"
_GROUPED = re.compile(
    rf"[0-9](?<!\w[0-9])(?<![0-9][ {_DASH}./][0-9])"
    rf"(?:{_APART}?[0-9]){{9}}(?:(?:{_APART}?[0-9]){{2}})?"
    rf"(?!\w|{_APART}[0-9])"
)
_PLAIN = re.compile(rf"[0-9]{{6,8}}[ {_DASH}]?[0-9]{{4}}")
# Each digit by itself, as many as stand so: longer numbers beside are none of them.
_ONE_BY_ONE = re.compile(rf"[0-9](?<!\w[0-9])(?:{_APART}[0-9](?!\w)){{9,}}")
_UP_TO_A_STOP = re.compile(r"[0-9](?:(?!\.[ \t])[^0-9]+[0-9])*")
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
    rb"000000(?i:de|dom|och(?:de|sista|fyra)|fdelsen|sista|fyra|siffr|slut|ndelse|med|nr0|nummer0|no0|p(?:ers|erson)?n|kontroll|"
    rb"last|the|ending|fljt)"
)
_DOUBLED = str.maketrans("0123456789", "0246813579")
_CENTURIES = ("18", "19", "20")
_CO_ORDINATION = 60
_TEN_DIGITS = 10
_NO_DIGIT = re.compile("[^0-9]+")


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
    """Where each stands, in the order of the text. None lies within another.

    One may reach into the next, since the first may be one by chance. Organisation numbers have a
    month above 12 and do not fire; nor do dates and case numbers, by what stands around them. About
    one in two hundred arbitrary numbers of the form 123456-7890 is a valid one by chance.
    """
    end = 0
    found = [*_written(text), *_grouped(text), *_one_by_one(text), *_with_letters(text)]
    for number in sorted(found, key=lambda n: (n.start, -n.end)):
        if number.end > end:
            yield number
            end = number.end


def _written(text: str) -> Iterator[Number]:
    at = before = 0
    while found := _WRITTEN.search(text, at):
        number = _number(found, before)
        if number is not None:
            yield number
            before = number.end
        # Perhaps the first two digits were something else, or all of it is one by chance and what
        # it ends in begins another.
        at = found.start("second") if found["second"] else found.start("month")


def _number(found: re.Match[str], before: int) -> Number | None:
    """What was found, if it is one; `before` is where the last one ended."""
    first, second, one, month, day, between, last = found.group(
        "first", "second", "one", "month", "day", "between", "last"
    )
    century, year = (first, second) if second else ("", first)
    digits = year + month + day + last
    if not _is_one(century, digits) or not _may_stand_between(between, one):
        return None
    text, (start, end) = found.string, found.span()
    if not (_touched(text[start - 1 : start]) or _touched(text[end : end + 1])):
        # As nearly all are written.
        if between == "-":
            return Number(start, end, digits)
        if not between and not one:
            return None if is_of_a_thing(text, start, end) else Number(start, end, digits)
    written = Written(
        text=text,
        start=start,
        end=end,
        year=int(century + year),
        whole=bool(century),
        spread=bool(one),
        between=between,
        last=last,
        after_another=start - 1 <= before,
    )
    return None if is_something_else(written) else Number(start, end, digits)


def _touched(sign: str) -> bool:
    return sign.isalnum() or sign in _SIGNS_THAT_JOIN


def _may_stand_between(between: str, within: str) -> bool:
    """Whether what stands between the date and the last four belongs to one number."""
    if len(between) <= 1:
        return True
    if between.count("\n") > _MOST_LINES:
        return False
    if _STRONG.search(between):
        return True
    if any(c.isalpha() for c in between):
        return not within and _WEAK.fullmatch(between) is not None
    return sum(not c.isspace() for c in between) <= _MOST_SIGNS


def _grouped(text: str) -> Iterator[Number]:
    for found in _GROUPED.finditer(text):
        said = found[0]
        if said.isdecimal() or _PLAIN.fullmatch(said):
            continue  # looked at as it is written
        number = _of_digits(said, found.start())
        if (
            number is not None
            and not _WRITTEN.fullmatch(said)
            and (_SIGN_BEFORE_LAST.fullmatch(said) or is_told(text, number.start))
        ):
            yield number


def _one_by_one(text: str) -> Iterator[Number]:
    """`8 1 1 2 …`; a stop and a blank may end it or stand before: `7. 8 1 1 2 …`."""
    for run in _ONE_BY_ONE.finditer(text):
        whole = _of_digits(run[0], run.start())
        if whole is not None:
            yield whole
            continue
        for piece in _UP_TO_A_STOP.finditer(run[0]):
            number = _of_digits(piece[0], run.start() + piece.start())
            if number is not None:
                yield number


def _of_digits(said: str, start: int) -> Number | None:
    """A number in which nothing but its digits counts."""
    digits = _NO_DIGIT.sub("", said)
    century, ten = digits[:-_TEN_DIGITS], digits[-_TEN_DIGITS:]
    if len(ten) < _TEN_DIGITS or not _is_one(century, ten):
        return None
    return Number(start, start + len(said), ten)


def _with_letters(text: str) -> Iterator[Number]:
    for found in _WITH_LETTERS.finditer(text):
        letters = sum(c.isalpha() for c in found[0])
        if 0 < letters <= _MOST_LETTERS:
            number = _of_digits(found[0].translate(_LETTERS), found.start())
            if number is not None:
                yield number


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
    # Of the digits as ASCII, ten times 48 more.
    return sum((ten[::2].translate(_DOUBLED) + ten[1::2]).encode("ascii")) % 10 == 0
