"""E-mail addresses, telephone numbers and street addresses in a text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SIGN_BYTES = tuple(s.encode() for s in ("@", "\uff20", "\ufe6b", "(at)", "[at]", "(AT)", "[AT]"))
_AT = re.compile(r"[@\uff20\ufe6b]|[ ]?(?:\((?:at|AT)\)|\[(?:at|AT)\])[ ]?")
_LOCAL = re.compile(r"[\w.+'’-]")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_LONGEST_LOCAL = 65
_PART = re.compile(r"[._+-]+")
# What a mailbox of an office is called, whole or at the end of a longer word.
_OFFICES = (
    "info", "information", "registrator", "kontakt", "kansli", "kansliet", "kundtjanst", "diarie",
    "diariet", "brevlada", "brevladan", "funktion", "funktionsbrevlada", "reception", "vaxel",
    "webbmaster", "webmaster", "support", "press", "upphandling", "faktura", "namnd", "namnden",
    "forvaltning", "forvaltningen", "enhet", "enheten", "mottagning", "mottagningen", "jour",
    "jouren", "grupp", "gruppen", "teamet", "team", "kontor", "kontoret", "bolaget", "styrelsen",
    "kommun", "stad", "centrum", "skola", "skolan", "polisen", "office", "contact",
    "noreply",
)  # fmt: skip
_ENDINGS = tuple(office for office in _OFFICES if len(office) > 4)  # noqa: PLR2004  no "stad" in "Karlstad"
_WITHOUT_RINGS = str.maketrans("åäöé", "aaoe")
_WHOLE_PERSON = 2

_REST = (
    r"(?:[ \u00a0]?[-\u2010-\u2015/][ \u00a0]?|[ \u00a0])?"
    r"(?:\d{2,3}(?:[ \u00a0]\d{2,3}){1,3}|\d{5,8})"
    r"(?![\w/]|[-.,:]\d)"
)
# Each begins with a letter of its own, and looks back from there: that is found the fastest. A
# number that is free to call, 020, is nobody's own.
_NATIONAL = re.compile(rf"0(?<![\w.,/:+-]0)(?!20[ -])(?:8|[1-79]\d{{1,2}})\)?{_REST}")
_ABROAD = re.compile(rf"(?:\+46|0046)[ \u00a0-]{{0,2}}(?:\(0\)[ \u00a0]?)?[1-9]\d{{0,2}}{_REST}")
_FEWEST_DIGITS = 8

_STREET = re.compile(
    r"(?:gatan?|väg(?:en)?|gränd(?:en)?|torg(?:et)?|stig(?:en)?|backen?|allén?|kajen|"
    r"esplanaden|strand(?:en)?)"
    r"\s+\d{1,3}(?:\s?[A-Z]\b)?(?![\w:.,-]?\d)"
)
_STREETS = tuple(
    s.encode()
    for s in ("gata", "väg", "gränd", "torg", "stig", "backe", "allé", "kaj", "esplanad", "strand")
)
_STREET_NAME = re.compile(r"(?:[A-ZÅÄÖÉ][\w’'-]*\s+){0,2}[A-ZÅÄÖÉ][\w’'-]*\s?\Z")
_LONGEST_NAME = 60
_CASE_WORD = re.compile(
    r"\b(?:klient|bruka|kvinn|man\b|mannen|män|flick|pojk|person|individ|ungdom|elev|barn|familj|"
    r"hushåll|hyresgäst|lägenhet|bostad|bor\b|bodde|boende|hemma|vräk|ärende|anmäl|polis|razzi|"
    r"tillslag|sexuell|utsatt|offer|misshandl)",
    re.IGNORECASE,
)
_BESIDE = 120
_FIELD = re.compile(r"\n\s*(?:-\s+)?\w+:")
"""Where one field of a file ends and the next begins."""


class EMail(NamedTuple):
    """An address, and whether it is surely a person's: two names, and no word for an office."""

    start: int
    end: int
    certain: bool


def e_mail_addresses(text: str) -> Iterator[EMail]:
    """Addresses that are, or may be, those of a person; those of an office are left out."""
    data = text.encode("utf-8", "surrogatepass")
    if not any(sign in data for sign in _SIGN_BYTES):
        return
    for at in _AT.finditer(text):
        after = _DOMAIN.match(text, at.end())
        if after is None:
            continue
        start = at.start()
        while start > max(0, at.start() - _LONGEST_LOCAL) and _LOCAL.match(text[start - 1]):
            start -= 1
        parts = [p for p in _PART.split(text[start : at.start()].lower()) if p]
        if not parts or any(_is_office(part) for part in parts):
            continue
        certain = len(parts) >= _WHOLE_PERSON and all(p.isalpha() for p in parts[:2])
        yield EMail(start, after.end(), certain)


def _is_office(part: str) -> bool:
    plain = part.translate(_WITHOUT_RINGS)
    return plain in _OFFICES or plain.endswith(_ENDINGS)


def telephone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Swedish telephone numbers, with an area code or +46."""
    found = [*_NATIONAL.finditer(text)]
    if "46" in text:
        found += _ABROAD.finditer(text)
    for number in sorted(found, key=re.Match.start):
        if sum(c.isdecimal() for c in number[0]) >= _FEWEST_DIGITS:
            yield number.span()


def street_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Streets with a number, where a word about a case stands beside.

    Beside: within 120 characters, in the same field of a file.
    """
    data = text.encode("utf-8", "surrogatepass")
    if not any(street in data for street in _STREETS):
        return
    for found in _STREET.finditer(text):
        name = _STREET_NAME.search(text, max(0, found.start() - _LONGEST_NAME), found.start())
        start = name.start() if name else found.start()
        if name is None and not text[found.start()].isupper():
            continue
        before = _FIELD.split(text[max(0, start - _BESIDE) : start])[-1]
        after = _FIELD.split(text[found.end() : found.end() + _BESIDE])[0]
        if _CASE_WORD.search(before) or _CASE_WORD.search(after):
            yield start, found.end()
