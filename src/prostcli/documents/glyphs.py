"""Which characters the fonts have that a PDF is set with, and what is written for the rest.

The fonts are those inside typst: the same on every machine. PDF/A and PDF/UA want a glyph for each
character, so that a text in letters which no font has would stop the whole document. Writing that
runs from right to left is among the rest: typst 0.15 breaks down over some of it.
"""

from __future__ import annotations

import re

_STRANGE = re.compile(
    "[^ -~\u00a0-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u04ff\u1d00-\u1dbf\u1e00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57"
    "\u2000-\u200a\u2010-\u2027\u202f-\u2040\u2042\u2044-\u2052\u2054-\u205f\u2070-\u2071"
    "\u2074-\u208e\u2090-\u209c\u20a0-\u20bf\u2100-\u211e\u2120\u2122\u2124\u2126-\u2151"
    "\u2153-\u2184\u2189\u2190-\u23fe\u2460-\u2606\u2609-\u262f\u2638-\u268b\u2690-\u269c"
    "\u26a0-\u26a7\u26aa-\u26af\u26b2\u2701-\u2704\u2706-\u2709\u270c-\u2714\u2717-\u2726"
    "\u272a-\u274b\u274d\u274f-\u2752\u2756\u2758-\u275e\u2761-\u277f\u2794\u2798-\u27af"
    "\u27b1-\u2b73\u2b76-\u2b95\ufb00-\ufb06\ufffd]"
)
"""A table of its own and no question to a font: those inside typst can only be used by it. A test
sets every one of these in the four styles."""
_UNSEEN = re.compile("[\u200c\u200d]")
"""Joiners, which mean nothing between these letters."""


def shown(text: str) -> str:
    """A text in characters that can be shown; another is told by its number: `[U+4F60]`."""
    if text.isascii() and text.isprintable():
        return text
    return _STRANGE.sub(_told, _UNSEEN.sub("", text))


def _told(found: re.Match[str]) -> str:
    character = found[0]
    return " " if character.isspace() else f"[U+{ord(character):04X}]"
