"""Swedish personal identity numbers and co-ordination numbers, however they are written.

Ten or twelve digits, the last of them a check digit over the nine before (Luhn's sum), the first
six or eight a date of birth; in a co-ordination number sixty is added to the day. The rules are
those of folkbokföringslagen (1991:481) § 18 and lagen (2022:1697) om samordningsnummer.
"""

import re
from collections.abc import Iterator
from datetime import date

_DASH = r"\-\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d+\uff0b\u2795"
_EOL = r"\r?\n[ \t]*(?:\#[ \t]*)?"
# Between the date and the last four: a sign with or without spaces, or a text broken over two
# lines. A dash and a space at the start of a line is an item of a list and no sign. Each stretch of
# spaces can be read in one way only: a report may be one long stretch.
_BEFORE_LAST = rf"(?:[ \t]*(?:[{_DASH}/.,:;·_'~=*][ \t]*){{0,3}}(?:{_EOL})?|{_EOL}[{_DASH}](?=\d))"
_IN_DATE = rf"[ \t./{_DASH}]?"
_WRITTEN = re.compile(
    rf"(?<!\d)(?P<year>(?:\d\d)?\d\d)(?P<one>{_IN_DATE})(?P<month>\d\d){_IN_DATE}(?P<day>\d\d)"
    rf"(?P<sign>{_BEFORE_LAST})(?P<last>\d{{4}})(?!\d)"
)
_NUMBERED = re.compile(r"\d[-–.]$")
_GOES_ON = re.compile(rf"[{_DASH}.]\d|/\d\d")
_TIME_OR_YEAR = re.compile(r"([01]\d|2[0-3])[0-5]\d|20\d\d")
_HEX = re.compile(r"[0-9a-fA-F]{24,}")
# A quick look at the UTF-8 bytes: with all signs and spaces left out, do ten digits stand in a row?
# What may be a digit of another script counts as one by its first byte, so that none is overlooked.
_ALPHABET = bytes(
    48 if chr(b) in "0123456789" or (b >= 0xD9 and b != 0xE2) else 120  # noqa: PLR2004  0xE2: dashes
    for b in range(256)
)
_SIGNS = b" \t\r\n-+./:,;_#'~=*" + bytes(range(0x80, 0xC0)) + b"\xc2\xe2"
_TEN = b"0" * 10
_CENTURIES = ("18", "19", "20")
_CO_ORDINATION = 60


def personal_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where each stands, as start and end in the text.

    Organisation numbers have a month above 12 and do not fire; nor do dates and case numbers, by
    what stands around them. About one in two hundred arbitrary numbers of the form 123456-7890
    is a valid one by chance.
    """
    if _TEN not in text.encode("utf-8", "surrogatepass").translate(_ALPHABET, _SIGNS):
        return
    at = 0
    while found := _WRITTEN.search(text, at):
        if _is_one(found) and not _is_part_of_another(found):
            yield found.span()
            at = found.end()
        else:
            at = found.start("month")  # perhaps the first two digits were something else


def digits_of(written: str) -> str:
    """The ten digits of a number, however it was written: for comparing."""
    return "".join(str(int(c)) for c in written if c.isdecimal())[-10:]


def _is_one(found: re.Match[str]) -> bool:
    year, month, day, last = (
        "".join(str(int(c)) for c in found[part]) for part in ("year", "month", "day", "last")
    )
    whole = len(year) == 4  # noqa: PLR2004  with its century
    if whole and year[:2] not in _CENTURIES:
        return False
    born = int(day) - (_CO_ORDINATION if int(day) > _CO_ORDINATION else 0)
    years = (int(year),) if whole else (1900 + int(year), 2000 + int(year))
    if not any(_is_day(y, int(month), born) for y in years):
        return False
    return _sum_is_right(f"{year[-2:]}{month}{day}{last}")


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _sum_is_right(ten: str) -> bool:
    """Every other digit doubled, the digits of all products added up: a multiple of ten."""
    products = (int(d) * (2 - i % 2) for i, d in enumerate(ten))
    return sum(p // 10 + p % 10 for p in products) % 10 == 0


def _is_part_of_another(found: re.Match[str]) -> bool:
    """Whether it is a piece of a date range, a case number or a fingerprint."""
    text, start, end = found.string, found.start(), found.end()
    day = len(found["year"]) == 4 and found["one"]  # noqa: PLR2004  2007-02-28
    if day and not found["sign"].strip() and _TIME_OR_YEAR.fullmatch(found["last"]):
        return True  # 2007-02-28 1245: a day and the time
    if _NUMBERED.search(text, max(0, start - 2), start) or _GOES_ON.match(text, end):
        return True
    around = _HEX.search(text, max(0, start - 64), end + 64)
    return around is not None and around.start() <= start and end <= around.end()
