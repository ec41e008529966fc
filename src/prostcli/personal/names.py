"""Whether what stands where a unit or a function should looks like a person's name.

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
))  # fmt: skip
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
