"""A text as it is read: without what nobody sees, and with each escape as what it stands for.

A hyphen as `&shy;-` or `%2D`, or digits of full width: to the one who reads them it is the same.
What is found in the reading is told of its place in the text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from prostcli.characters import FORBIDDEN, INVISIBLE

# Controls and what is no UTF-8 may not stand in a file, but one that is refused for them must not
# show what they hide.
_UNSEEN = f"{INVISIBLE.pattern}|{FORBIDDEN.pattern}|[\ufffd\u0300-\u036f]"
_LETTERS_IN_TWO = "[aoAO]\u0308|[aA]\u030a|[eE]\u0301"
_OF_OTHER_SCRIPTS = r"[^\W\x00-\x7f](?<=\d)|[\uff01-\uff5e\ufe6b]"
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});"
_PERCENT = r"(?:%[0-9a-fA-F]{2})+"
# The tags that leave a number one number; those of a table's cells do not.
_TAG = (
    r"</?(?:a|abbr|b|br|code|del|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|tt|u|var|wbr)"
    r"(?:[\s/][^<>]{0,200})?>"
)
# A tag is no part of the text, but what it says can be anything: `href="mailto:…"`. It comes last.
_TELLS = re.compile(r"[\d@]")
_APART = "\n\n\n"
"""More lines than any find stretches over."""
_LONGEST = 40
"""Signs after what may be an escape or the beginning of a number."""
_CHANGED_SIGN = re.compile(f"{_LETTERS_IN_TWO}|{_UNSEEN}|{_OF_OTHER_SCRIPTS}")
# Much that nobody sees, one sign after the other, is left out in one go.
_CHANGED = re.compile(
    rf"(?P<entity>{_ENTITY})|(?P<percent>{_PERCENT})|(?P<out>{_TAG}|(?:(?!\s)(?:{_UNSEEN}))+)"
    rf"|{_CHANGED_SIGN.pattern}"
)
_MARKS = (
    (b"&", re.compile(_ENTITY)), (b"%", re.compile(_PERCENT)), (b"<", re.compile(_TAG))
)  # fmt: skip
_PLAIN = bytes(b for b in range(0x80) if 0x20 <= b < 0x7F or b in b"\t\r\n")  # noqa: PLR2004  ASCII
_USUAL = frozenset("åäöÅÄÖéÉüÜ–—‐‑−”“’‘»«…§°·•½×")
"""A quick look: signs beyond ASCII that every report has, and that are read as they are."""
_FULL_WIDTH = 0xFEE0


class Reading(NamedTuple):
    """What is read, and where each stretch of it stands in the text.

    A stretch is as it stands there (`widths` 0), or one sign for so many in the text.
    """

    text: str
    starts: list[int]
    sources: list[int]
    widths: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of a place in the reading."""
        return self.place_of(start)[0], self.place_of(end - 1)[1]

    def place_of(self, place: int) -> tuple[int, int]:
        """Where one sign of the reading begins and ends in the text."""
        at = bisect_right(self.starts, place) - 1
        width = self.widths[at]
        if width:
            return self.sources[at], self.sources[at] + width
        begin = self.sources[at] + place - self.starts[at]
        return begin, begin + 1


def read(text: str, data: bytes) -> Reading | None:
    """How a text is read, where that is not as it stands; `data` is the text in UTF-8."""
    if not (has_odd_signs(data) or _has_escapes(text, data)):
        return None
    pieces, starts, sources, widths = [], [0], [0], [0]
    length = 0
    for piece, source, width in _pieces(text):
        if piece:
            starts.append(length)
            sources.append(source)
            widths.append(width)
            pieces.append(piece)
            length += len(piece)
    return Reading("".join(pieces), starts, sources, widths)


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """What is read, where it stands in the text, and how much of it that takes; 0: as it stands.

    What a tag says comes last, apart from the rest, and so does what may be no escape.
    """
    at = 0
    apart: list[tuple[int, int]] = []
    for found in _CHANGED.finditer(text):
        begin, end = found.span()
        yield text[at:begin], at, 0
        at = end
        if found.lastgroup == "percent":
            if text[begin + 1 : end + 1].isdecimal():  # `100%811218-…`: a share beside a number
                goes_on = apart and apart[-1][1] > begin  # one of many, near each other
                apart.append((apart.pop()[0] if goes_on else begin + 1, end + _LONGEST))
            for sign, width in _percent_decoded(found[0]):
                yield _read_as(sign), begin, width
                begin += width
        elif found.lastgroup == "entity":
            yield "".join(map(_read_as, _entity_decoded(found[0]))), begin, end - begin
        elif found.lastgroup is None:
            yield _read_as(found[0]), begin, end - begin
        elif _TELLS.search(found[0]):
            apart.append((begin, end))
    yield text[at:], at, 0
    for begin, end in apart:
        yield _APART, begin, 1
        yield text[begin:end], begin, 0


def has_odd_signs(data: bytes) -> bool:
    """A quick look at a text in UTF-8, for what is not seen or is read as something else."""
    odd = data.translate(None, _PLAIN)
    if not odd:
        return False
    signs = odd.decode("utf-8", "surrogatepass")
    return not _USUAL.issuperset(signs) and _CHANGED_SIGN.search(signs) is not None


def _has_escapes(text: str, data: bytes) -> bool:
    return any(mark in data and escape.search(text) for mark, escape in _MARKS)


@lru_cache(maxsize=4096)
def _read_as(sign: str) -> str:
    """One sign, one letter and its mark, or what a full-width form stands for."""
    if len(sign) > 1:
        return unicodedata.normalize("NFC", sign)
    if sign.isspace():
        return sign if sign in "\t\r\n" else " "
    if "\uff01" <= sign <= "\uff5e":
        return chr(ord(sign) - _FULL_WIDTH)
    if sign == "\ufe6b":
        return "@"
    if sign.isdecimal():
        return str(int(sign))
    return "" if _CHANGED_SIGN.match(sign) else sign


def _entity_decoded(entity: str) -> str:
    from html import unescape  # a list of two thousand names: only where one stands

    return unescape(entity)


def _percent_decoded(escaped: str) -> list[tuple[str, int]]:
    """Each sign, and how many in the text it is: three for every byte."""
    data = bytes.fromhex(escaped.replace("%", ""))
    try:
        return [(sign, 3 * len(sign.encode())) for sign in data.decode("utf-8")]
    except UnicodeDecodeError:
        return [(sign, 3) for sign in data.decode("latin-1")]
