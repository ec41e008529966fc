"""A glance at a text, for whether anything in it may have to be masked.

It costs next to nothing and loads nothing, since every text of every file is given one; whoever is
in doubt asks `search`. It may be wrong in one way only: no text that `search.publishable` changes
passes it.
"""

import re

# It begins with a set of characters, so that all others are passed over at once. Six digits not far
# from each other; a sign of an address, or what stands for a sign; a tag, which may part digits.
_SOME = re.compile(
    r"[\d@\uff20\ufe6b&%(\[{<](?:"
    r"(?<=\d)(?:\D{0,40}?\d){5}|(?<=[@\uff20\ufe6b&])|(?<=%)40|(?<=[(\[{])\s*[Aa]"
    r"|(?<=<)[/A-Za-z])"
)
_AT = (" at ", "snabel")
_SHORTEST = 7
"""Characters of an address."""
# What nobody sees may stand anywhere in a number: letters whose UTF-8 begins as a mark's or a
# filler's are left to the search.
_RARE = b"\xcc\xcd\xe1\xe3\xef\xf3"
_COMMON = bytes(b for b in range(256) if b not in _RARE)


def may_point_at_someone(text: str) -> bool:
    """Whether it is worth a search."""
    if len(text) < _SHORTEST:
        return False
    if _SOME.search(text):
        return True
    line = text.lower().replace("\n", " ")
    if any(word in line for word in _AT):
        return True
    if text.isascii():
        return False
    return not line.isprintable() or bool(text.encode("utf-8", "replace").translate(None, _COMMON))
