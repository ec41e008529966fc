"""Characters that may not stand in a file, a key or a file name, since nobody sees that they do."""

import re
import unicodedata

FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls but tab and line ends; U+0085 among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # what turns the text's direction, or did once
    "\u2028\u2029"  # separators that libyaml takes for line ends
    "\ufeff\ufff9-\ufffb"  # a second byte order mark, interlinear marks
    "\ud800-\udfff"  # lone surrogates
    "\ufdd0-\ufdef"  # non-characters, here and at the end of each plane
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "\U000e0000-\U000e00ff"  # tags: a message that only a machine reads
    "]|\r(?!\n)"
)
"""What no file may hold, raw or written as an escape."""

FORBIDDEN_ASCII = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")
"""The same in a text that is all ASCII, found eight times as fast."""

INVISIBLE = re.compile(
    "[\u00a0\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200d\u202f\u205f-\u2065"
    "\u2800\u3000\u3164\ufe00-\ufe0f\uffa0\ufffc\U000e0100-\U000e01ef]"
)
"""What leaves no mark on paper and is no control: joiners, spaces of odd widths, soft hyphens,
fillers, variation selectors. Fine in a text; in a key or a name it makes two of what looks like
one."""

CURLY_QUOTES = "“”„‟‘’‚‛«»"
"""What word processors make of the quotation marks on the keyboard. To YAML they are letters."""

HARMLESS = frozenset("\u00ad\u200c\u200d\u00a0\u202f")
"""What is not printable and is shown as it is all the same: soft hyphen, joiners and no-break
spaces. They belong to ordinary writing, and act on no terminal and no document."""


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen."""
    rest = text.strip()
    if rest and rest[0].isalnum():
        return rest[0] in _BLANK_LETTERS and not INVISIBLE.sub("", rest).strip()
    return not rest or not (rest.isascii() or INVISIBLE.sub("", rest).strip())


_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0"
"""Fillers that Unicode calls letters."""


def composed(text: str) -> str:
    """A text in Unicode's composed form (NFC), in which all comparing is done.

    What comes from outside is asked `piles_marks` first.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def piles_marks(text: str) -> bool:
    """Whether over thirty combining marks follow on each other: no writing has that.

    Sorting such a pile takes time by the square of its height, so nothing composes one. Thirty is
    the bound of Unicode's own stream-safe form (UAX 15).
    """
    if len(text.encode("utf-8", "surrogatepass")) - len(text) <= HIGHEST_PILE:
        return False  # too few letters beyond ASCII: the quick way out of nearly every text
    for stretch in _MAYBE_PILED.finditer(text):
        height = 0
        for character in stretch[0]:
            height = height + 1 if unicodedata.combining(character) else 0
            if height > HIGHEST_PILE:
                return True
    return False


HIGHEST_PILE = 30
_MAYBE_PILED = re.compile(f"[\u0300-\U0010ffff]{{{HIGHEST_PILE + 1},}}")  # cheap, and mostly enough


def look_alike(text: str) -> str | None:
    """The first letter or digit that is neither ASCII nor of Western Europe: it may pass for one.

    Cyrillic `о`, full-width `ｏ` and the number sign `①` are such; `å`, `é` and `§` are not.
    """
    if text.isascii():
        return None
    odd = (c for c in text if c > "\u00ff" or c in "\u00aa\u00b2\u00b3\u00b9\u00ba")
    return next((c for c in odd if unicodedata.category(c)[0] in "LMN"), None)


def named(character: str) -> str:
    """A character by its number and, if it has one, its name: `U+200B ZERO WIDTH SPACE`."""
    number = f"U+{ord(character):04X}"
    return f"{number} {unicodedata.name(character, '')}".strip()
