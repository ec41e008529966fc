"""What is written where a text is asked for and there is none: a sign, or a word instead of one."""

import re
from typing import Final

_FILLERS: Final = frozenset({
    "na", "n a", "tbd", "tba", "tbc", "todo", "test", "text", "text här", "skriv här", "fyll i",
    "fyll i här", "dito", "ditto", "do", "d o", "s o", "samma", "samma här", "idem",
    "ifylls senare", "fylls i senare", "kommer senare", "kommer", "kompletteras",
    "kompletteras senare", "återkommer", "skrivs senare", "lorem ipsum",
})  # fmt: skip
"""What says nothing wherever it stands."""
_NONE: Final = frozenset({
    "saknas", "inget", "inga", "ingen", "ingenting", "intet", "nej", "ja", "ok", "okej", "finns",
    "finns inte", "finns ej", "okänt", "ej känt", "inte känt", "vet ej", "vet inte",
    "ej svar", "inget svar", "svar saknas",
    "uppgift saknas", "uppgifter saknas", "ingen uppgift", "inga uppgifter", "ingen information",
    "underlag saknas", "underlag finns", "underlag finns inte", "inget underlag", "inga hinder",
    "inga synpunkter", "inget att rapportera", "inget att redovisa", "inget särskilt",
    "ingen kommentar", "inga kommentarer", "ej angivet", "inte angivet", "ej ifyllt",
    "ej relevant", "inte relevant", "irrelevant", "ej aktuellt", "inte aktuellt", "ej aktuell",
    "ej tillämpligt", "inte tillämpligt", "ej tillämplig", "ej tillämpbart", "ej applicerbart",
    "gäller ej", "gäller inte", "none", "nothing", "no", "yes", "unknown", "missing", "not known",
    "not available", "not applicable", "not relevant", "nil",
})  # fmt: skip
"""What says nothing where the outcome asks for something: elsewhere it may be the answer."""
_POINTER: Final = re.compile(
    r"(?:(?:se|enl|enligt|jfr|jämför|som|liksom|samma|svar|svaret|svarat|beskrivits|beskrivet"
    r"|text|texten|beskrivning|beskrivningen|redovisning|redovisningen|rapport|i|under|punkt"
    r"|punkten|åtgärd|åtgärden|fråga|frågan|även|också|ovan|as|see|same|the|answer|in) )+"
    r"(?:ovan|ovanstående|ovannämnda|nedan|nedanstående|föregående"
    r"|(?:det )?föregående (?:svar|svaret|text|punkt|åtgärd|fråga|rad|sida)"
    r"|ovanstående (?:svar|text|punkt|åtgärd|redovisning)|above|below|previous)"
    r"|(?:se|enl|enligt|jfr|jämför|see) (?:även |också )?(?:det |i )?"
    r"(?:tidigare|förut|förra året|föregående år|fjolåret|fjol|tidigare svar|before|last year)"
)
"""What leads to another place of the form that it was copied from: what stands "above" is not here.
What leads to a document by its name, a number or a section is evidence, and none of these."""
_ONE_SIGN: Final = re.compile(r"(\w)\1*|\d\d?")
"""`x`, `xxx`, `1`, `12`: no text. A year or a day may be one."""
_AROUND: Final = " \t\n.,:;!?*_-–—()[]\"'”“’"
_BETWEEN: Final = re.compile(r"[\W_]+")


def says_nothing(text: str, *, asked: bool) -> bool:
    """Whether a text is only a sign (`-`, `…`, `x`, `1`), or a word that stands in for one.

    `asked`: the outcome asks for it, so that "none" is no answer.
    """
    words = _BETWEEN.sub(" ", text.casefold().replace("n.a.", "na")).strip()
    return (
        not words
        or words in _FILLERS
        or (asked and words in _NONE)
        or _ONE_SIGN.fullmatch(text.casefold().strip(_AROUND)) is not None
        or (len(words) < _LONGEST and _POINTER.fullmatch(words) is not None)
    )


_LONGEST: Final = 80
"""Of what only leads elsewhere: what is longer says something."""
