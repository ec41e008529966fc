"""Swedish telephone numbers in a text: with an area code, a mobile's, or with +46."""

import re
from collections.abc import Iterator

from prostcli.personal.dashes import DASH

_JOIN = rf"(?:[ ]?[{DASH}/.][ ]?|[ ]{{1,2}})"
_REST = (
    rf"(?:{_JOIN})?(?:"
    rf"[0-9]{{1,3}}(?:[ ]{{1,2}}[0-9]{{2,3}}){{1,3}}"
    rf"|[0-9]{{2,3}}(?P<sign>[{DASH}.])[0-9]{{2,3}}(?P=sign)[0-9]{{2,3}}"
    rf"|[0-9]{{5,8}}|[0-9]{{3}}[ {DASH}.][0-9]{{4}})"
    rf"(?![\w/]|[{DASH}.,:][0-9])"
)
# Each begins with a sign of its own, and looks back from there: that is found the fastest. Not
# after a digit, letter or sign that makes it a part of something else; `tel:` is a sign of its own.
# What is free to call (020, 0200) or costs the same everywhere (077) is nobody's own.
_NATIONAL = re.compile(
    rf"0(?<![0-9-]0)(?<![\w,/+{DASH}]0)(?:(?<![.:]0)|(?<=[^\W\d_][:.]0))(?!20|77)"
    rf"(?:(?:8|[1-79][0-9]{{1,2}})\)?{_REST}"
    rf"|[ ]?7[ ]?[02369](?:[ ]?[0-9]){{7}}(?![ {DASH}.,/:]?\w)"
    rf"|[1-9](?:[ ][0-9]{{2}}){{4}}(?![ {DASH}.,/:]?\w))"
)
_ABROAD = re.compile(
    rf"(?:\+|(?<![0-9])00)[ ]?46(?:[ {DASH}.)]|\(0\)){{0,4}}[1-9][0-9]{{0,2}}\)?{_REST}"
)
_FEWEST_DIGITS = 8
_NO_TELEPHONE = re.compile(
    r"(?i)(?<![^\W_])(?:dnr|diarie\w*|ären\w+|mål(?:nr|nummer)?|isbn|issn|konto\w*|clearing\w*|"
    r"bankgiro|bg|plusgiro|postgiro|pg|org\.?[ -]?(?:nr|nummer)|organisationsn\w+|faktura\w*|ocr|"
    r"reference|beteckning|fastighet\w*|lgh|version|sfs|artikel\w*|order\w*)"
    r"[\s.:\"'(-]{0,3}(?:nr|nummer)?[\s.:\"']{0,2}\Z"
)
_NEAR = 28


def telephone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where each stands; not after a word that says it is a case number or an account."""
    found = [*_NATIONAL.finditer(text)]
    if "46" in text:
        found += _ABROAD.finditer(text)
    end = 0
    for number in sorted(found, key=re.Match.start):
        start = number.start()
        if start < end or sum(map(str.isdecimal, number[0])) < _FEWEST_DIGITS:
            continue
        if _NO_TELEPHONE.search(text, max(0, start - _NEAR), start) is None:
            end = number.end()
            yield start, end
