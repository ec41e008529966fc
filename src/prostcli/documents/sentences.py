"""The first sentence of somebody's words, for a place where the whole has no room."""

from __future__ import annotations

import re

from prostcli.documents.passages import between_signs, pieces

LONGEST = 200
_END = re.compile(r"[.!?](?=\s+([^\W\d_])|\s*$)")
"""Where a sentence may end. A small letter after it goes on ("t.ex. en"), and so does a number."""


def first_sentence(text: str) -> str | None:
    """What stands up to the first full stop, exclamation or question mark that ends a sentence.

    The whole text where there is none; nothing where it is longer than `LONGEST`: words that are
    cut off say something else than was meant. A text in another language stays marked as such.
    """
    language, words = next(iter(pieces(text)), ("", ""))
    words = " ".join(words.split())
    ends = (e.end() for e in _END.finditer(words) if e[1] is None or not e[1].islower())
    sentence = words[: next(ends, len(words))]
    return between_signs(language, sentence) if 0 < len(sentence) <= LONGEST else None
