"""First names, and whether what stands where a unit or a function should is a person's name.

First names: the most common ones of men and women in Sweden by Statistics Sweden's yearly tables
(SCB, Namnstatistik). Surnames are told by their endings.
"""

import re
from itertools import pairwise

_FIRST = frozenset((
    "anna", "eva", "maria", "karin", "kristina", "christina", "lena", "sara", "kerstin", "ingrid",
    "emma", "marie", "birgitta", "malin", "jenny", "inger", "annika", "ulla", "linda", "susanne",
    "elin", "monica", "monika", "hanna", "johanna", "carina", "elisabet", "elisabeth", "sofia",
    "katarina", "margareta", "helena", "camilla", "marianne", "anette", "annette", "barbro", "åsa",
    "siv", "ida", "gunilla", "therese", "lisa", "gun", "julia", "frida", "amanda", "jessica",
    "emelie", "agneta", "sandra", "josefin", "louise", "anita", "ann", "berit", "britt", "ellen",
    "yvonne", "alice", "lars", "mikael", "anders", "johan", "erik", "per", "peter", "karl", "jan",
    "thomas", "tomas", "daniel", "fredrik", "hans", "andreas", "stefan", "mats", "bengt", "magnus",
    "martin", "mattias", "nils", "jonas", "bo", "niklas", "leif", "björn", "robert", "patrik",
    "marcus", "markus", "kjell", "alexander", "ulf", "håkan", "david", "christer", "christian",
    "joakim", "henrik", "jonathan", "simon", "gustav", "sven", "göran", "roger", "johannes", "john",
    "kent", "tommy", "gunnar", "rickard", "emil", "filip", "anton", "jörgen", "rolf", "ali",
    "mohamed", "mohammed", "ahmed", "fatima", "hassan", "sebastian", "viktor", "oskar", "robin",
    "claes", "ronny", "kurt", "tobias",
    "adam", "agnes", "albin", "alexandra", "alfred", "alma", "alva", "amir", "andrea", "angelica",
    "anneli", "annelie", "annie", "ann-marie", "antonia", "arne", "aron", "arvid", "astrid",
    "august", "axel", "beatrice", "benjamin", "bernt", "bertil", "birger", "birgit", "bodil",
    "börje", "caroline", "cecilia", "charlotte", "christoffer", "clara", "claudia",
    "conny", "dag", "dagmar", "dan", "daniela", "dennis", "diana", "ebba", "edit", "edvard",
    "edvin", "einar", "elias", "elisa", "ella", "elsa", "elvira", "erika", "ester", "evelina",
    "fanny", "felicia", "felix", "folke", "frans", "fredrika", "gabriel", "gabriella", "georg",
    "gerd", "greta", "gudrun", "gun-britt", "gunvor", "gustaf", "hampus", "hanne", "harald",
    "harriet", "hedda", "hedvig", "helen", "helene", "helge", "henning", "henny", "hilda", "hugo",
    "håvard", "ibrahim", "ines", "inga", "ingela", "ingeborg", "ingemar", "ingvar", "irene",
    "iris", "irma", "isabella", "isabelle", "ivar", "jakob", "jasmine", "jennifer", "jens",
    "jesper", "jim", "jimmy", "joel", "josefine", "julius", "kajsa", "karolina", "kasper",
    "kennet", "kenneth", "kevin", "kim", "klara", "klas", "krister", "kristian", "kristoffer",
    "lars-erik", "lasse", "laura", "leila", "lennart", "leo", "leon", "lilian", "linn", "linnea",
    "linnéa", "linus", "lisbeth", "liv", "lotta", "love", "lovisa", "lucas", "ludvig", "lukas",
    "madeleine", "maja", "maj", "margit", "mariam", "marie-louise", "marika", "marina", "mathias",
    "matilda", "mathilda", "maud", "maurits", "max", "melker", "mia", "michael", "mila", "mimmi",
    "moa", "mona", "morgan", "mustafa", "märta", "natalie", "nathalie", "nicklas", "niclas",
    "nicole", "nina", "noah", "nora", "olga", "olivia", "olle", "olof", "omar", "oscar", "otto",
    "ove", "patric", "patricia", "paul", "paula", "petra", "philip", "pia", "pontus", "rasmus",
    "rebecca", "rebecka", "regina", "reza", "rikard", "rita", "roland", "ronja", "rose-marie",
    "rune", "ruth", "saga", "samir", "samuel", "sanna", "selma", "signe", "sigrid", "sigurd",
    "sigvard", "sigfrid", "simone", "siri", "sixten", "sofie", "solveig", "staffan", "stella",
    "stig", "stina", "sture", "sune", "susanna", "svante", "tage", "tea", "teodor", "teresa",
    "theodor", "tilda", "tim", "tom", "tora", "tore", "torbjörn", "tord", "torsten", "tova",
    "tove", "tuva", "ture", "tyra", "ulrica", "ulrika", "ulrik", "urban", "ursula", "valter",
    "vanja", "vendela", "vera", "veronica", "veronika", "victor", "victoria", "viktoria",
    "vilhelm", "vilma", "vincent", "viola", "viveka", "walter", "wilhelm", "william", "wilma",
    "yasmin", "ylva", "yusuf", "zahra", "zara", "åke", "örjan", "östen",
))  # fmt: skip
_PLAIN = str.maketrans("åäöé", "aaoe")
_FIRST_IN_ADDRESSES = frozenset(name.translate(_PLAIN) for name in _FIRST)
_PLACES_TOO = frozenset((
    "adolf", "elisabet", "engelbrekt", "gustav", "hedvig", "jakob", "johannes", "katarina", "klara",
    "liv", "maria", "matteus", "olof", "oskar", "oscar", "sofia", "vera", "saga", "stella",
))  # fmt: skip
"""Parishes, schools and projects bear these as well, or they are words: `liv.halsa`."""
_SURNAME = re.compile(
    r"\w+(?:sson|ssen|ström|strand|berg|borg|lund|gren|qvist|kvist|holm|mark|lind|dahl|stedt|"
    r"stad|ell|ius|vall|wall|felt|feldt|hov|ski|vic|ić|ović)s?\Z"
)
_WORD = re.compile(r"[^\W\d_](?:[\w’']|-(?=\w))*")
_UNIT = re.compile(
    r"(?:enhet|grupp|team|mottagning|kontor|förvaltning|nämnd|skola|skolor|center|centrum|centralen|"
    r"avdelning|byrå|stab|jour|bolag|verksamhet|ledning|stöd|vård|omsorg|tjänst|hem|hus|gård|"
    r"bibliotek|råd|utskott|fält|del|projekt|ungdom|gamla|norra|södra|västra|östra|unit|"
    r"office|department|service|board)"
    r"(?:en|et|n|t|er|erna|ar|arna|s)?\Z",
    re.IGNORECASE,
)
_PARTICLES = frozenset(("af", "von", "de", "van", "der", "el", "al"))


def is_first_name(part: str) -> bool:
    """Whether a part of an address, without rings and dots, is a common first name."""
    return part in _FIRST_IN_ADDRESSES


def is_place_too(first: str) -> bool:
    """Whether a first name is as well a parish's, a school's or a project's: `maria.ungdom`."""
    return first in _PLACES_TOO


def ends_as_a_surname(part: str) -> bool:
    """Whether a part of an address ends as surnames do."""
    return _SURNAME.fullmatch(part) is not None


def looks_like_a_person(text: str) -> bool:
    """Whether two capitalised words after each other are a first name and a surname.

    The first must be a common first name, or the second end as a surname does; neither may be a
    word for a unit. `Enheten för barn och ungdom` and `Farsta ungdomsmottagning` are none.
    """
    words = [w for w in _WORD.findall(text) if w.lower() not in _PARTICLES]
    return any(_are_names(one, two) for one, two in pairwise(words))


def _are_names(one: str, two: str) -> bool:
    if not (one[0].isupper() and two[0].isupper()) or one.isupper() or two.isupper():
        return False
    if _UNIT.search(one) or _UNIT.search(two):
        return False
    first = one.lower().split("-")[0] in _FIRST
    return first or (_SURNAME.fullmatch(two.lower()) is not None and one.isalpha())
