"""Street addresses beside words about a case, in a text."""

import re
from bisect import bisect_left
from collections.abc import Iterator

# What the name of a street ends in. The first are told also where the whole name is in small
# letters (`storgatan 5`); the others only with a capital, since a plan or a beach is much else.
_SMALL_TOO = (
    "gata", "gatan", "väg", "vägen", "gränd", "gränden", "torg", "torget", "stig", "stigen",
    "backe", "backen", "allén",
)  # fmt: skip
_CAPITAL = (
    "allé", "kaj", "kajen", "esplanad", "esplanaden", "strand", "stranden", "plan", "plats",
    "platsen", "slinga", "slingan", "ringen", "gången", "leden", "parken", "brink", "brinken",
    "hamnen", "bron", "höjden", "svängen", "trappan", "sluttningen",
)  # fmt: skip
_ENDINGS = (*_SMALL_TOO, *_CAPITAL)
_EVERY = frozenset(_ENDINGS)
_LENGTHS = sorted({len(ending) for ending in _ENDINGS}, reverse=True)
_LONGEST_ENDING = _LENGTHS[0]
# It begins with a blank and looks back from there: that is found the fastest.
_HOUSE = re.compile(
    r"\s(?<=[^\W\d_]\s)\s*(?:(?:nr|nummer)[.:]?\s)?"
    r"[0-9]{1,3}(?:(?:\s?[A-Z]|[a-z])(?!\w)|[–-][0-9]{1,3})?(?![\w:.,-]?[0-9]|\w)"
)
# A number of something else: `Malmskillnadsgatan 25 kvinnor`, `järnvägen 3 km bort`.
_COUNTS = re.compile(
    r"(?i)\s*(?:%|(?:gång(?:er)?|dag(?:ar)?|veck|månad|år|timm|minut|k?m|meter|mil|st|stycken|"
    r"personer|kvinnor|män|klienter|ungdomar|barn|elever|familjer|hushåll|besök|kvällar|nätter|"
    r"lägenheter|bostäder|platser|och\s\d|till\s\d)\b)"
)
_NO_STREET = frozenset((
    "järn", "lands", "motor", "cykel", "gång", "ut", "om", "av", "gen", "in", "bil", "fram",
    "bak", "huvud", "lokal", "bostads", "sido", "affärs", "gå", "tunnel", "till", "verksamhets",
    "handlings", "åtgärds", "detalj", "översikts", "genomförande", "aktivitets",
    "jämställdhets", "kris", "tids", "kommunikations", "informations", "vård", "utbildnings",
    "kurs", "läro", "studie", "tim", "utvecklings", "budget", "drog", "drogpolicy",
    "beredskaps", "arbets", "inköps", "bygg", "projekt", "lönekartläggnings", "samverkans",
    "biblioteks", "besöks", "mötes", "vårdnads", "vistelse", "spel", "fotbolls", "idrotts",
    "vånings", "botten", "över", "under", "mål", "års", "mellan", "kvalitets", "miljö",
    "åtgärdsprogram", "personal", "kompetens", "folkhälso", "trygghets", "delårs",
    "internkontroll", "strategi", "bostadsförsörjnings", "boende", "lek", "sam", "bad", "hand",
    "sand", "upp", "ned", "skid", "samarbets", "plats", "karriär", "slalom", "ingen", "första",
    "andra", "tredje",
))  # fmt: skip
"""What makes another word with such an ending: a plan, a workplace, a railway."""
_SIDES = frozenset((
    "norra", "södra", "östra", "västra", "stora", "lilla", "gamla", "nya", "övre", "nedre",
    "inre", "yttre", "sankt", "sankta",
))  # fmt: skip
_NO_NAMES = frozenset((
    "på", "vid", "i", "från", "över", "till", "längs", "den", "denna", "av", "under", "efter",
    "utmed", "för", "om", "med", "mot", "hela", "varje", "samma", "en", "ett", "mitt",
    "utanför", "kring", "runt", "genom", "bakom", "framför", "vilken", "och", "eller",
    "nämndens", "programmets",
))  # fmt: skip
_NAME = re.compile(r"[^\W\d_][\w’'-]*")
_NAME_BACKWARDS = re.compile(r"[\w’'-]*")
_LONGEST_WORD = 40
_MOST_WORDS_BEFORE = 2
_CASE_WORD = re.compile(
    r"\b(?:klient|bruka|kvinn|man\b|mannen|män|flick|pojk|person|individ|ungdom|elev|barn|familj|"
    r"hushåll|hyresgäst|lägenhet|bostad|bor\b|bodde|boende|hemma|vräk|ärende|anmäl|polis|razzi|"
    r"tillslag|sexuell|utsatt|offer|misshandl|folkbokför|omhändertag|vårdnad)",
    re.IGNORECASE,
)
_BESIDE = 120
_FIELD = re.compile(r"\n[^\S\n]*(?:-[^\S\n]+)?\w+:")
"""Where one field of a file ends and the next begins."""

# A quick look at the UTF-8 bytes: letters in small, digits as spaces, all spaces and what is not
# ASCII left out. So each piece is what stands between two numbers.
_SHAPE = bytes(32 if chr(b).isdecimal() else ord(chr(b).lower()) for b in range(128)) + bytes(128)
_NO_SHAPE = b" \t\r\n" + bytes(range(128, 256))
_LAST = 4
_LAST_LETTERS = frozenset(
    end.encode().translate(_SHAPE, _NO_SHAPE)[-_LAST:] for end in (*_SMALL_TOO, *_CAPITAL)
)
_SHORT_ENDS = tuple(sorted(end for end in _LAST_LETTERS if len(end) < _LAST))


def may_hold_a_street(data: bytes) -> bool:
    """A quick look at a text in UTF-8: a number after what a street's name may end in."""
    shape = data.translate(_SHAPE, _NO_SHAPE)
    ends = {piece[-_LAST:] for piece in shape.split()}
    return (
        not _LAST_LETTERS.isdisjoint(ends)
        or any(end.endswith(_SHORT_ENDS) for end in ends)
        or b"nr" in shape  # Storgatan nr 5
        or b"nummer" in shape
    )


def street_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Streets with a number, where a word about a case stands beside.

    Beside: within 120 characters, in the same field of a file.
    """
    cases: list[int] | None = None
    fields: list[int] = []
    for house in _HOUSE.finditer(text):
        tail = text[max(0, house.start() - _LONGEST_ENDING) : house.start()].lower()
        if not tail.endswith(_ENDINGS) or _COUNTS.match(text, house.end()):
            continue
        if cases is None:
            cases = [case.start() for case in _CASE_WORD.finditer(text)]
            fields = [field.start() for field in _FIELD.finditer(text)] if cases else []
        if not cases:
            return
        ending = next(tail[-n:] for n in _LENGTHS if tail[-n:] in _EVERY)
        word = _beginning(text, house.start() - len(ending))
        if not _stands_beside(cases, fields, word, house.end()):
            continue
        start = _start(text, word, ending, house.start())
        if start is not None:
            yield start, house.end()


def _beginning(text: str, at: int) -> int:
    """Where the word begins that goes on at a place."""
    before = _NAME_BACKWARDS.match(text[max(0, at - _LONGEST_WORD) : at][::-1])
    return at - (before.end() if before else 0)


def _start(text: str, word: int, ending: str, end: int) -> int | None:
    """Where the name begins, or None where it is none: `på gatan 12`, `Handlingsplan 2`."""
    stem = text[word : end - len(ending)].lower()
    small = ending in _SMALL_TOO
    if stem and (stem in _NO_STREET or not (small or text[word].isupper())):
        return None
    if stem and not text[word].isupper():
        return word
    least = max(0, word - _MOST_WORDS_BEFORE * _LONGEST_WORD)
    words = text[least:word].rsplit(None, _MOST_WORDS_BEFORE)[-_MOST_WORDS_BEFORE:]
    start = word
    if not stem:
        said = words.pop() if words and text[word - 1].isspace() else ""
        of_a_side = said.lower() in _SIDES
        if not _NAME.fullmatch(said) or not (of_a_side or (small and _is_name(said))):
            return None
        start = text.rindex(said, least, word)
    while words and text[start - 1].isspace() and _is_name(words[-1]):
        start = text.rindex(words.pop(), least, start)
    return start


def _is_name(word: str) -> bool:
    return word[0].isupper() and _NAME.fullmatch(word) is not None and word.lower() not in _NO_NAMES


def _stands_beside(cases: list[int], fields: list[int], start: int, end: int) -> bool:
    """Whether a word about a case begins near enough, with no new field in between."""
    before = bisect_left(cases, start) - 1
    if before >= 0:
        field = bisect_left(fields, start) - 1
        least = max(start - _BESIDE, fields[field] if field >= 0 else 0)
        if cases[before] >= least:
            return True
    after = bisect_left(cases, end)
    if after == len(cases):
        return False
    field = bisect_left(fields, end)
    most = min(end + _BESIDE, fields[field] if field < len(fields) else end + _BESIDE)
    return cases[after] < most
