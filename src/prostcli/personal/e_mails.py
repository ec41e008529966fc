"""E-mail addresses in a text: those of a person, and not those of an office."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from prostcli.personal.names import ends_as_a_surname, is_first_name, is_place_too

_BRACKETED = re.compile(rb"[(\[{] ?at? ?[)\]}]")
_AT = re.compile(
    r"[ \t]?(?:\r?\n[ \t]*)?@[ \t]?(?:\r?\n[ \t]*)?"
    r"|[ ]?[(\[{][ ]?(?:(?i:at|snabel-?a)|a|@)[ ]?[)\]}][ ]?|[ ](?i:snabel-?a|at)[ ]"
)
_DOT = r"(?:\.|[ ]?[(\[{][ ]?(?i:dot|punkt)[ ]?[)\]}][ ]?|[ ](?i:dot|punkt)[ ])"
_LOCAL_BACKWARDS = re.compile(r"[\w.+'’-]*")
_DOMAIN = re.compile(rf"[\w-]+(?:{_DOT}[\w-]+)+")
_LONGEST_LOCAL = 65
_PART = re.compile(r"[._+-]+")
_FEWEST_PARTS = 2
_WITHOUT_RINGS = str.maketrans("åäöéü", "aaoeu")

# What only an office's mailbox is called, whole or at the end of a longer word.
_OFFICES = frozenset((
    "info", "information", "registrator", "kontakt", "kansli", "kansliet", "kundtjanst",
    "diarie", "diariet", "brevlada", "brevladan", "funktion", "funktionsbrevlada", "reception",
    "vaxel", "webbmaster", "webmaster", "support", "press", "upphandling", "faktura", "namnd",
    "namnden", "forvaltning", "forvaltningen", "enhet", "enheten", "mottagning", "mottagningen",
    "jour", "jouren", "grupp", "gruppen", "teamet", "team", "kontor", "kontoret", "bolaget",
    "styrelsen", "kommun", "centrum", "office", "contact", "noreply", "polisen", "skolan",
    "helpdesk", "bokning", "anmalan", "namnsekreterare", "servicecenter", "kontaktcenter",
    "medborgarservice", "ekonomi", "lon", "hr", "it", "post", "mail", "arkiv", "arkivet",
    "dataskydd", "dataskyddsombud", "redaktion", "redaktionen", "postmaster", "abuse", "admin",
    "fornamn", "efternamn", "forskolan", "biblioteket", "museet", "fritidsgarden",
    "hemtjansten", "socialtjansten",
))  # fmt: skip
_ENDINGS = tuple(sorted(office for office in _OFFICES if len(office) > 4))  # noqa: PLR2004  no "post"
# What offices and their matters are called, beside another such word: `barn.ungdom`. Some are
# surnames or their endings too, and one with a first name before it is a person's: `lisa.skola`.
_MATTERS = frozenset((
    "aktivitet", "aldre", "aldreomsorg", "aldrevard", "alkohol", "anhorig", "anlaggning",
    "arbete", "arbetsliv", "arbetsmarknad", "arkitekt", "asyl", "avlopp", "avfall", "barn",
    "barnochungdom", "behandling", "beredskap", "bidrag", "bibliotek", "bistand", "bostad",
    "bostader", "brand", "budget", "bygg", "bygglov", "byggnad", "centralen", "chef", "digital",
    "digitalisering", "djur", "drift", "dialog", "drog", "droger", "elev", "elevhalsa",
    "energi", "enkat", "extern", "exploatering", "familj", "familjer", "familjehem",
    "familjeratt", "fastighet", "fastigheter", "faltarbete", "falt", "forebyggande", "forening",
    "forskola", "forsorjning", "framtid", "fritid", "fritidsgard", "forsakring", "fysisk",
    "gata", "gator", "gatu", "gemensam", "god", "grundskola", "gymnasieskola", "gymnasium",
    "hallbar", "hallbarhet", "handel", "handikapp", "halsa", "halsoskydd", "hemtjanst", "hyra",
    "hyror", "idrott", "individ", "innovation", "inkop", "insats", "integration", "intern",
    "invandring", "juridik", "jamstalldhet", "kansli", "klimat", "kommunikation", "kompetens",
    "komvux", "konst", "kost", "kris", "kultur", "kulturskola", "kvalitet", "kvinnofrid", "lag",
    "larm", "ledning", "livsmedel", "lokal", "lokaler", "lokalvard", "lss", "lvm", "lvu",
    "mangfald", "mark", "marknad", "matning", "medborgare", "media", "migration", "miljo",
    "missbruk", "mobilitet", "musik", "myndighet", "maltid", "manniskohandel", "namnd",
    "naring", "naringsliv", "natur", "nyanlanda", "omsorg", "omvardnad", "ordning", "park",
    "personal", "plan", "planering", "politik", "pris", "projekt", "psykiatri", "raddning",
    "radgivning", "region", "renhallning", "resor", "resurs", "risk", "sakerhet", "samhalle",
    "samhallsbyggnad", "samordning", "samverkan", "sekretariat", "service", "simhall", "skola",
    "skolor", "skolhalsa", "sjukvard", "sjukskoterska", "social", "socialjour",
    "socialpsykiatri", "socialt", "sport", "stab", "stad", "stadsbyggnad", "stadsdel",
    "stadsmiljo", "stadsplanering", "statistik", "stod", "strategi", "studie", "studier",
    "sysselsattning", "tandvard", "teknik", "telefoni", "tillstand", "tillsyn", "torg",
    "trafik", "transport", "trygg", "trygghet", "turism", "ung", "unga", "ungdom", "ungdomar",
    "upphandling", "uppdrag", "utbildning", "utredning", "utveckling", "utvardering", "vag",
    "vagar", "vald", "var", "vard", "vatten", "verksamhet", "vuxen", "vuxenutbildning", "vuxna",
    "vuxenstod", "varme", "yrkesutbildning", "agare", "arende", "overformyndare", "oppenvard",
    "oversikt", "och", "for", "norra", "sodra", "ostra", "vastra", "norr", "soder", "city",
    "no", "reply", "do", "not", "stads", "familje", "fritids", "skol", "kommunens", "stadens",
    "mr", "fragor", "manskliga", "rattigheter", "sprak", "sprakcafe", "cafe", "ny", "start",
    "nystart", "gron", "grona", "huset", "hus", "familjens", "brottsoffer", "funktionsratt",
    "demokrati", "heder", "hedersrelaterat", "ombud", "oppna", "oppen", "kvinno", "kvinnor",
    "jamlik", "namn", "jobb", "fortroendevald", "hallplats",
    "data", "skydd", "fou", "rapport", "brotts", "offer", "mini", "villan", "prastgarden",
    "sdf", "sdn", "sn", "ks", "kf", "bup", "bris",
))  # fmt: skip
_MATTER_ENDINGS = (
    "omsorg", "vard", "halsa", "skola", "stod", "tjanst", "tjanster", "utbildning", "utveckling",
    "planering", "verksamhet", "hjalp", "service", "avdelning", "avdelningen", "sektion", "byran",
    "projektet", "samordnare", "sekreterare", "handlaggare", "ledning", "radgivning", "garden",
    "centralen", "center", "boende", "miljo", "behandling", "frid", "bruk",
)  # fmt: skip


class EMail(NamedTuple):
    """An address, and whether it is surely a person's: two names, and no word for an office."""

    start: int
    end: int
    certain: bool


def may_hold_an_address(data: bytes) -> bool:
    """A quick look at a text in UTF-8."""
    if b"@" in data:
        return True
    small = data.lower()
    return b" at " in small or b"snabel" in small or _BRACKETED.search(small) is not None


def e_mail_addresses(text: str) -> Iterator[EMail]:
    """Addresses that are, or may be, those of a person; those of an office are left out.

    Those that lie over each other are one.
    """
    last: EMail | None = None
    for at in _AT.finditer(text):
        after = _DOMAIN.match(text, at.end())
        if after is None:
            continue
        backwards = text[max(0, at.start() - _LONGEST_LOCAL) : at.start()][::-1]
        before = _LOCAL_BACKWARDS.match(backwards)
        start = at.start() - (before.end() if before else 0)
        local = text[start : at.start()]
        if not local or (at[0] != "@" and not _is_sign(at[0], _parts(local))):
            continue
        certain = _is_a_persons(local)
        if certain is None:
            continue
        if last is not None and start < last.end:
            last = EMail(last.start, after.end(), certain or last.certain)
            continue
        if last is not None:
            yield last
        last = EMail(start, after.end(), certain)
    if last is not None:
        yield last


def _is_sign(at: str, parts: list[str]) -> bool:
    """Whether the sign makes it an address: not in `anna @ torget`, `se vidare at example.org`."""
    if at.strip()[0] in "([{":
        return bool(parts)
    return len(parts) >= _FEWEST_PARTS and ("@" in at or is_first_name(parts[0]))


def _parts(local: str) -> list[str]:
    return [part for part in _PART.split(without_rings(local)) if part]


def without_rings(text: str) -> str:
    """A name as it is written in an address: small letters, and none of å, ä and ö."""
    return text.lower().translate(_WITHOUT_RINGS)


@lru_cache(maxsize=1024)
def _is_a_persons(local: str) -> bool | None:
    """Whether a mailbox is a person's; False where it may be, None where it is an office's."""
    first, *rest = _parts(local) or ("noreply",)
    if not rest:
        return None if _is_office(first) or _is_matter(first) else False
    second = rest[0].rstrip("0123456789")
    if is_first_name(first) and second.isalpha():
        # `maria.ungdom`: Maria is a parish too. `karl.johan.skolan` is called after a person.
        of_a_place = is_place_too(first) and (_is_office(second) or _is_matter(second))
        return not (of_a_place or any(map(_is_office, rest[1:])))
    if any(map(_is_office, (first, *rest))):
        return None
    if _is_matter(first):  # `bibliotek.norr`, but perhaps `kris.andersson`
        return False if ends_as_a_surname(second) else None
    if any(map(_is_matter, rest)):
        return False  # `farsta.kultur`, `arvid.park`
    return first.isalpha() and second.isalpha()


def _is_office(part: str) -> bool:
    return part in _OFFICES or part.endswith(_ENDINGS)


def _is_matter(part: str) -> bool:
    return part in _MATTERS or part.endswith(_MATTER_ENDINGS)
