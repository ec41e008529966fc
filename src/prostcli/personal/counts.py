"""Small numbers of people in running text: `tre unga kvinnor`, `2 klienter`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_NUMBERS = {
    "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
    "elva": 11, "tolv": 12, "par": 2, "båda": 2, "bägge": 2,
}  # fmt: skip
# Whole words: `två ungdomsmottagningar` and `tre familjecentraler` are no people.
_PEOPLE = {
    **dict.fromkeys(("klient", "person", "individ", "elev", "familj"), ("", "er", "erna", "en")),
    **dict.fromkeys(("ungdom", "tonåring"), ("", "ar", "arna", "en")),
    **dict.fromkeys(("kvinn", "flick"), ("a", "an", "or", "orna")),
    "pojk": ("e", "en", "ar", "arna"), "man": ("", "nen"), "män": ("", "nen"), "barn": ("", "en"),
    "brukar": ("e", "na"), "hushåll": ("", "en"), "hyresgäst": ("", "er", "erna", "en"),
    "ärende": ("", "n", "na", "t"), "offer": ("",),
}  # fmt: skip
"""The beginning of each word for people or cases, and its endings."""
_STEMS = tuple(_PEOPLE)
_FURTHEST = 4
_LONGEST_BEFORE = 28
_NOT_OF_THEM = (
    r"och|eller|till|procent|gång\w*|möte\w*|dag\w*|veck\w*|månad\w*|år|timm\w*|minut\w*|tillfäll\w*|"
    rf"{'|'.join(_NUMBERS)}"
)
"""Words after which the number is not of the people: `3 procent av eleverna`, `två gånger`."""
_NUMBERED = re.compile(
    r"klass|årskurs|åk|årskurserna|kapitel|kap\.?|punkt(?:en)?|sidan?|sid\.?|sidorna|s\.|"
    r"grupp(?:en)?|rad(?:en)?|tabell(?:en)?|diagram(?:met)?|figur(?:en)?|bild(?:en)?|bilagan?|"
    r"avsnitt(?:et)?|(?:del)?mål(?:et)?|åtgärd(?:en)?|steg(?:et)?|fas(?:en)?|del|nivån?|"
    r"version|etapp(?:en)?|rum(?:met)?|hus(?:et)?|linje|buss|nr\.?|nummer|paragraf(?:en)?|§|"
    r"veckan?|v\.|dag(?:en)?|den|kl\.?|kategorin?|alternativ(?:et)?|frågan?|område(?:t)?|"
    r"\w{0,20}plan(?:en)?|\w{0,20}plats(?:en)?|prioritet|uppdrag(?:et)?|fält|kolumn(?:en)?|ruta|"
    r"not(?:en)?|typ|modul(?:en)?|spår(?:et)?|program|budget|klockan|paket"
)
"""The word before, where a number is one of a series and counts nobody: `Tabell 4 barn`."""
_STAFF = re.compile(
    r"(?i)\s+(?:i|från|ur|på|inom)\s+(?:\w+\s+){0,2}?(?:(?:styr|arbets|referens|projekt|lednings|"
    r"berednings|samverkans|expert|planerings)grupp\w*|\w{0,30}(?:styrels|presidi|utskott|"
    r"förvaltning|personal|kansli|kommitt|nämnd|ledning)\w*)"
)
"""Those who work with a matter, and not those whom it is about: `fyra personer i styrgruppen`."""
_WORDS = "|".join(f"{stem}(?:{'|'.join(ends)})" for stem, ends in _PEOPLE.items())
_FIRST = "".join(sorted({letter for word in _NUMBERS for letter in (word[0], word[0].upper())}))
_REST = "|".join(
    rf"(?<=[{first}{first.upper()}])(?i:{'|'.join(w[1:] for w in _NUMBERS if w[0] == first)})"
    for first in _FIRST
    if first.islower()
)
# It begins with a set of characters, so that all others are passed over at once. Not as a part of
# something else: 5.2.4, 3–4, 2007.
_COUNT = re.compile(
    rf"(?P<number>[1-9{_FIRST}](?<![\w.,:/–-].)(?:(?<=\d)\d?|{_REST}))\s+"
    rf"(?i:(?:(?!(?:{_NOT_OF_THEM})\b)[^\W\d]+\s+){{0,2}}?(?:{_WORDS})\b)"
)


class Count(NamedTuple):
    """A number of people, and where it stands."""

    start: int
    end: int
    number: int


def counts_in_words(text: str) -> Iterator[Count]:
    """Counts up to 99 with at most two words before the people: `två av våra klienter` has two.

    "en" and "ett" are articles far more often than counts, and do not fire.
    """
    if not _may_have_any(text):
        return
    for found in _COUNT.finditer(text):
        before = text[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
        if before[-1:].isspace() and _is_numbered(before):
            continue
        if _STAFF.match(text, found.end()):
            continue
        said = found["number"].lower()
        yield Count(found.start(), found.end(), _NUMBERS.get(said) or int(said))


def _is_numbered(before: str) -> bool:
    words = before.lower().split()
    return bool(words) and _NUMBERED.fullmatch(words[-1].lstrip("(\"'”")) is not None


def _may_have_any(text: str) -> bool:
    """A quick look: a word that may be a number, and people among the next three."""
    words = text.split()
    return any(
        w.lower().startswith(_STEMS)
        for i, said in enumerate(words)
        if said in _SAID
        for w in words[i + 1 : i + _FURTHEST]
    )


_SAID = frozenset(
    before + said
    for word in (*_NUMBERS, *map(str, range(1, 100)))
    for said in (word, word.capitalize(), word.upper())
    for before in ("", '"', "'", "(", "”", "»", "“", "’")
)
