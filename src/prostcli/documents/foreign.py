"""What the files say in another language than a document's, marked as such before it is told.

WCAG 2.1, 3.1.2: the language of each passage can be told by a program. A text in the files is in
the programme's language, words by language are in that of their key; ids and codes are in none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from prostcli.assessment.cells import Assessment, assess
from prostcli.documents.passages import said
from prostcli.model.fields import Text
from prostcli.model.material import Filed, Material

M = TypeVar("M", bound=BaseModel)


def told_in(assessment: Assessment, language: str) -> Assessment:
    """The same, each text that is not in a document's language marked with its own.

    Nothing has to be marked where the programme is in that language too.
    """
    material = assessment.material
    own = material.programme.language
    if own == language:
        return assessment
    marked = assess(_marked(material, _Marking(own, language)), assessment.as_of)
    return replace(marked, flagged=assessment.flagged)


def _marked(material: Material, mark: _Marking) -> Material:
    def filed(file: Filed[M]) -> Filed[M]:
        return replace(file, value=mark.model(file.value))

    return replace(
        material,
        programme_file=filed(material.programme_file),
        register_file=filed(material.register_file),
        obligations_file=filed(material.obligations_file),
        duties_file=filed(material.duties_file),
        review_file=filed(material.review_file) if material.review_file is not None else None,
        submitted=tuple(replace(s, value=mark.model(s.value)) for s in material.submitted),
        known=None,
    )


class _Marking:
    """Marks what is not in the document's language."""

    def __init__(self, own: str, language: str) -> None:
        self.own = own
        """The programme's language."""
        self.language = language
        """The document's."""

    def model(self, value: M) -> M:
        """A value from a file with its texts marked. Nothing has to be checked again."""
        marked = {
            key: self.value(held)
            for key in _keys_of_texts(type(value))
            if (held := getattr(value, key)) is not None
        }
        made = value.model_copy(update=marked)
        for worked_out in made.__dict__.keys() - type(value).model_fields.keys():
            del made.__dict__[worked_out]  # before, of what was not marked
        return made

    def value(self, value: Any) -> Any:  # noqa: ANN401  whatever a model may hold
        """What a key of texts holds: a text, words by language, models, several of these."""
        if isinstance(value, str):
            return said(value, self.own)
        if isinstance(value, BaseModel):
            return self.model(value)
        if isinstance(value, tuple):
            return tuple(self.value(one) for one in value)
        if isinstance(value, Mapping):
            return {key: self.keyed(key, one) for key, one in value.items()}
        return value

    def keyed(self, key: str, value: object) -> object:
        """Words in the language of their key; or models by an id."""
        if not isinstance(value, str):
            return self.value(value)
        return value if key == self.language else said(value, key)


@cache
def _keys_of_texts(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model that hold texts, or models that may."""
    return tuple(
        key
        for key, field in model.model_fields.items()
        if _TEXT in field.metadata or _holds_text(field.annotation)
    )


_TEXT = get_args(Text)[1]
"""What makes a string a text: pydantic takes it off where nothing is around it."""


def _holds_text(hint: object) -> bool:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return True
    return hint == Text or any(_holds_text(part) for part in get_args(hint))
