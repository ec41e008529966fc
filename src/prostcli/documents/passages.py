"""Passages in another language than the document's: a text carries them wherever it is put.

A passage stands between signs for private use, with the code of its language: so the marks go with
it through every sentence, list, caption and picture that it becomes part of. Where a form can tell
languages the signs become an element or a part of a line; where none can be told, in Markdown, in
an attribute or in the name of a file, they are taken away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

_START, _MIDDLE, _END = "\ue000", "\ue001", "\ue002"
_PASSAGE = re.compile(f"{_START}([a-z]{{2}}){_MIDDLE}([^{_START}-{_END}]*){_END}")
_HEAD = len("\ue000sv\ue001")
_SIGN = re.compile(f"[{_START}{_MIDDLE}{_END}]")


def said(text: str, language: str) -> str:
    """A text as a passage in that language. Signs that it has itself mean nothing."""
    if _SIGN.search(text):
        text = _SIGN.sub("\ufffd", text)
    return f"{_START}{language}{_MIDDLE}{text}{_END}"


def plain(text: str) -> str:
    """A text without its marks."""
    return _PASSAGE.sub(r"\2", text) if _END in text else text


Part = tuple[str, str]
"""A part of a text after the code of its language; "" where that is the document's."""
Parts = Callable[[str], Iterable[Part]]


def whole(text: str) -> Iterable[Part]:
    """A text that has no passages marked: it is all of one piece."""
    yield "", text


def pieces(text: str) -> Iterator[Part]:
    """The parts of a text in order: its passages, and what stands between them."""
    last = 0
    for found in _PASSAGE.finditer(text):
        if text[last : found.start()]:
            yield "", text[last : found.start()]
        if found[2]:
            yield found[1], found[2]
        last = found.end()
    if text[last:]:
        yield "", text[last:]


def between_signs(language: str, made: str) -> str:
    """What has been made of a part, marked as that was."""
    return f"{_START}{language}{_MIDDLE}{made}{_END}" if language and made else made


def escaped(escape: Callable[[str], str], parts: Iterable[Part]) -> str:
    """A text of parts, each escaped and marked as before.

    Escaping looks at how a text begins and ends: a letter stands for the part that is beside.
    """
    found = list(parts)
    text = ""
    for at, (language, part) in enumerate(found):
        before, after = "x" if at else "", "x" if at + 1 < len(found) else ""
        made = escape(f"{before}{part}{after}")
        text += between_signs(language, made[len(before) : len(made) - len(after)])
    return text


def first_letter(make: Callable[[str], str], text: str) -> str:
    """A text with another first letter, also where it begins with a passage."""
    at = _HEAD if text.startswith(_START) else 0
    return text[:at] + make(text[at : at + 1]) + text[at + 1 :]


def ends_with(text: str, ends: tuple[str, ...]) -> bool:
    """Whether that is how a text ends, also where a passage ends there."""
    return plain(text).rstrip().endswith(ends)


def shortened(text: str, most: int) -> str:
    """At most so many characters, the last of them a sign that more followed."""
    if len(plain(text)) <= most:
        return text
    left, kept = most - 1, ""
    for code, part in pieces(text):
        cut = part[: max(left, 0)]
        left -= len(cut)
        kept += said(cut, code) if code and cut else cut
    return f"{kept.rstrip()}…"


def as_elements(html: str) -> str:
    """The passages as elements of HTML or SVG.

    In a tag, and in an element that holds only text, nothing can be marked; but if all of the text
    is in one language, such an element says so itself.
    """
    if _END not in html:
        return html
    html = _TEXT_ONLY.sub(_told_by_itself, html)
    return _PASSAGE.sub(_element, html)


_TEXT_ONLY = re.compile(rf"<(title|desc)\b([^<>]*)>([^<]*{_END}[^<]*)</\1>")
_LETTER = re.compile(r"[^\W\d_]")
_ENTITY = re.compile(r"&#?\w+;")


def _told_by_itself(found: re.Match[str]) -> str:
    name, attributes, text = found.groups()
    parts = list(pieces(text))
    codes = {code for code, part in parts if code or _LETTER.search(_ENTITY.sub("", part))}
    lang = f' lang="{codes.pop()}"' if len(codes) == 1 and "" not in codes else ""
    return f"<{name}{attributes}{lang}>{plain(text)}</{name}>"


def _element(passage: re.Match[str]) -> str:
    html, start = passage.string, passage.start()
    tag = html.rfind("<", 0, start)
    if tag > html.rfind(">", 0, start):
        return passage[2]
    name = "tspan" if html.startswith("<text", tag) else "span"
    return f'<{name} lang="{passage[1]}">{passage[2]}</{name}>'
