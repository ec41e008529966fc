"""What stands around ten digits that are a right personal number: are they something else.

A date and a time, a case number, a piece of a fingerprint and an amount have ten digits too, and
one in ten of them the right check digit. In doubt it is a personal number: a case number can be
exempt, and what git has once been given stays. A word for a personal number before it settles it.
"""

import re
from typing import NamedTuple

from prostcli.personal.dashes import DASH, DASHES

_NEAR = 28
_STOPS = " \t\r\n.:,;=(\"'*_/-"
_TOLD = re.compile(
    r"(?i)(?<![^\W_])(?:person(?:al)?[ -]?(?:nr|nummer|number|id)\w*|pers\.?[ -]?nr|p[.-]?nr|"
    r"samordningsn\w+|samnr|född|födda?|f|born|id-?(?:nr|nummer))"
    r"[\s.:,;=(\"'*_]{0,4}(?:är\s|nr\s)?\Z"
)
_CASE = re.compile(
    r"(?i)(?<![^\W_])(?:dnr|diarien\w+|diariefört|reference|register\w*|ref|beteckning|"
    r"ärende(?:t|n)?|ärende(?:nr|nummer)|mål(?:et|nr|nummer)?|case|sn|sdn|ks)\b"
    r"[\s.:,;=(\"'/-]{0,4}(?:nr|nummer)?[\s.:\"']{0,2}\Z"
)
_NO_NUMBER_OF_A_PERSON = re.compile(
    r"(?i)(?<![^\W_])(?:isbn|issn|ocr|iban|ean|gtin|faktura|order|artikel|kolli|serie)[\w-]*"
    r"[\s.:\"']{0,3}\Z"
)
_TIME_OR_YEAR = re.compile(r"([01]\d|2[0-3])[0-5]\d|(?:19|20)\d\d")
_ROUND_TIME_OR_YEAR = re.compile(r"(?:[01]\d|2[0-3])[0-5][05]|(?:19|20)\d\d")
"""As the hours of meetings and visits are given: whole five minutes."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(
    r"(?i)[ \t]?(?:%|(?:st|kr|kronor|tkr|mkr|mnkr|sek|personer|invånare|besök|klienter|elever|barn|"
    r"ungdomar|hushåll|timmar|ärenden|exemplar|anställda|kvinnor|män|platser|lägenheter)\b)"
)
_LIST_NUMBER = re.compile(r"(?<![\w.,/-])[0-9]{1,2}[-–.)]\Z")
_ACCOUNT = re.compile(r"(?<![\w-])(?:3300|3782)[-, ]{1,2}\Z")
"""The clearing numbers of accounts that are called by their owner's personal number."""
_BEFORE = re.compile(rf"[0-9][{DASH}.]\Z")
_GOES_ON = re.compile(rf"[{DASH}+.][0-9]")
_SHORT_TAIL = re.compile(rf"[{DASH}][0-9]{{1,2}}(?![\w{DASH}.]|[.,][0-9])")
_ANOTHER = re.compile(rf"[{DASH}](?:19|20)?[0-9]{{6}}[{DASH}+]?[0-9]{{4}}(?![0-9])")
_CASE_YEAR = re.compile(r"/[0-9]{2,4}(?![0-9])")
_HEX = re.compile(r"[0-9a-fA-F]{24,}")
_IN_FOURS = re.compile(r"[ ][0-9]{4}(?![0-9])")
_JOINS = frozenset(("", "+", *DASHES))
_RECENT = range(2000, 2050)
_SHORT_RECENT = 35
_IN_BRACKETS = 27
"""The first short year that is a year of birth and no day of the work: 1935, and 1927 where the
four others stand by themselves in brackets, as those of a person do and a time hardly does. So in
brackets only a time of whole five minutes and a year are taken for that."""
_OPENS, _CLOSES = tuple("([{<"), tuple(")]}>")


class Written(NamedTuple):
    """A number as it is written, in its text."""

    text: str
    start: int
    end: int
    year: int
    """Of the date: four digits if it is `whole`, else two."""
    whole: bool
    spread: bool
    """Whether signs stand within the date."""
    between: str
    last: str
    after_another: bool
    """Whether no more than a sign stands between it and the number before, or it begins in that."""


def is_told(text: str, start: int) -> bool:
    """Whether a word for a personal number stands before a place."""
    return _said_before(_TOLD, text, start)


def _said_before(what: re.Pattern[str], text: str, start: int) -> bool:
    near = text[max(0, start - _NEAR) : start]
    return near.rstrip(_STOPS)[-1:].isalpha() and what.search(near) is not None


def is_something_else(number: Written) -> bool:
    """Whether it is a date and a time or an amount, or a piece of something longer."""
    text, start, end = number.text, number.start, number.end
    if is_told(text, start):
        return False
    return (
        _is_a_day_and_more(number)
        or (_begins_before(number) and not number.after_another)
        or _goes_on(number)
        or _is_of_another_kind(text, start, end, number.between)
    )


def is_of_a_thing(text: str, start: int, end: int) -> bool:
    """Whether a word beside says that the digits are an amount, an account or a book's number."""
    beside = _said_before(_NO_NUMBER_OF_A_PERSON, text, start) or _COUNTED.match(text, end)
    return bool(beside) and not is_told(text, start)


def _is_a_day_and_more(number: Written) -> bool:
    """`2007-02-28 1245`, `2006-12-31: 3124`, `061214, 2007 års plan`, `2006-12-31 3124 besök`."""
    between = number.between
    a_year = _YEAR.fullmatch(number.last) is not None
    if "/" in between and a_year:
        return True  # 061214/2007: a case number
    in_brackets = _is_in_brackets(number)
    first_past = _IN_BRACKETS if in_brackets else _SHORT_RECENT
    recent = number.year in _RECENT if number.whole else number.year < first_past
    a_day = number.whole and number.spread and recent
    if between in _JOINS or (between.strip() in _JOINS and not between.isspace()):
        return a_day and a_year and between != "-"  # 2006-07-01 – 2010
    if _COUNTED.match(number.text, number.end):
        return True
    if not recent or any(c.isalpha() for c in between):
        return False
    if a_day:
        return not between.isspace() or _TIME_OR_YEAR.fullmatch(number.last) is not None
    doubtful = _ROUND_TIME_OR_YEAR if in_brackets else _TIME_OR_YEAR
    return not between.isspace() and doubtful.fullmatch(number.last) is not None


def _is_in_brackets(number: Written) -> bool:
    """Whether the last four stand by themselves in brackets."""
    closes = number.text[number.end : number.end + 1] in _CLOSES
    return closes and number.between[-1:] in _OPENS


def _begins_before(number: Written) -> bool:
    """Whether it is the end of something longer: `2006-` and a number are a case's.

    One or two digits are the number in a list, and a clearing number that of an account.
    """
    text, start = number.text, number.start
    if not _BEFORE.search(text, max(0, start - 2), start):
        return False
    near = max(0, start - 8)
    return not (_LIST_NUMBER.search(text, near, start) or _ACCOUNT.search(text, near, start))


def _goes_on(number: Written) -> bool:
    """Whether it is the beginning of something longer.

    A slash and a year are a case number's only where a word for a case stands before.
    """
    text, start, end = number.text, number.start, number.end
    if _CASE_YEAR.match(text, end):
        return _said_before(_CASE, text, start)
    if not _GOES_ON.match(text, end):
        return False
    if _ANOTHER.match(text, end):
        return False
    dated = number.spread or _YEAR.fullmatch(number.last)
    return bool(dated) or not _SHORT_TAIL.match(text, end)


def _is_of_another_kind(text: str, start: int, end: int, between: str) -> bool:
    """A fingerprint, an account in groups of four, or what a word before it says it is."""
    if text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum():
        around = _HEX.search(text, max(0, start - 64), end + 64)
        if around is not None and around.start() <= start and end <= around.end():
            return True
    if between == " " and _IN_FOURS.match(text, end):
        return True
    return not between and is_of_a_thing(text, start, end)
