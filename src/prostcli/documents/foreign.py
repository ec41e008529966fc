"""What stands in another language than the document's own, so that it is read aloud in its own.

WCAG 2.1, 3.1.2: the language of each passage can be told by a program. Names are exempt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from prostcli.model.material import Material

STARTS = {"sv": "\ue000", "en": "\ue001"}
"""The sign before a passage in each language. No text from a file can hold one: it is not printable
and is replaced where texts are made inert."""
END = "\ue002"
_CODE = 2
"""Letters of a language's code: words are told by it, and nothing else is."""
_NO_PROSE = frozenset({
    "paragraph", "reference", "source", "lines", "body", "city", "name", "names", "short",
    "replaces_source", "costs_source", "title", "heading", "id", "addressed_as", "origin",
})  # fmt: skip
"""Keys of numbers, places and names."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """The passages that are in the programme's language and not in the document's."""

    language: str
    texts: frozenset[str]

    def marked(self, text: str, escaped: str) -> str:
        """What has been made of a text, between signs if it is one of the passages."""
        foreign = escaped and text in self.texts
        return f"{STARTS[self.language]}{escaped}{END}" if foreign else escaped


NONE = Foreign("sv", frozenset())


def foreign(material: Material, language: str) -> Foreign:
    """What boards and owner have written, and words that the programme has only in its own."""
    own = material.programme.language
    if own == language:
        return NONE
    files: list[BaseModel] = [material.programme, material.obligations_file.value]
    files += [material.duties_file.value, material.register_file.value]
    files += [s.value for s in material.submitted]
    if material.review_file is not None:
        files.append(material.review_file.value)
    found = {text for file in files for text in _texts(file, language)}
    return Foreign(own, frozenset(v for text in found for v in _as_written(text)))


def _texts(value: object, language: str) -> Iterator[str]:
    if isinstance(value, str):
        if " " in value:  # one word alone is an id, a name or a label that is near one
            yield value
        return
    for one in _inside(value, language):
        yield from _texts(one, language)


def _inside(value: object, language: str) -> Iterable[object]:
    """What a value holds; nothing where the document has words of its own for it."""
    if isinstance(value, BaseModel):
        return [getattr(value, key) for key in type(value).model_fields if key not in _NO_PROSE]
    if isinstance(value, Mapping):
        words = all(len(str(key)) == _CODE for key in value)
        return () if words and language in value else value.values()
    return value if isinstance(value, Iterable) else ()


def _as_written(text: str) -> tuple[str, ...]:
    """A text, and what the filters of templates make of it."""
    stopped = text.rstrip()
    stopped = stopped if stopped.endswith((".", "!", "?", "…")) else f"{stopped}."
    return text, text[:1].lower() + text[1:], text[:1].upper() + text[1:], text.lower(), stopped


def signs_away(markdown: str) -> str:
    """A document for people, who see what language it is."""
    return markdown.translate(_AWAY) if END in markdown else markdown


_AWAY = dict.fromkeys(map(ord, (*STARTS.values(), END)))


def as_elements(html: str) -> str:
    """The signs as elements of HTML."""
    if END not in html:
        return html
    for language, start in STARTS.items():
        html = html.replace(start, f'<span lang="{language}">')
    return html.replace(END, "</span>")
