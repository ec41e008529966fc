"""A plain value against its model: either the model, or everything that is wrong with it."""

import types
import typing
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from prostcli.characters import CURLY_QUOTES, INVISIBLE, named
from prostcli.model.fields import WRITTEN, MayStandEmpty
from prostcli.personal.glance import may_point_at_someone
from prostcli.rules.rule import near
from prostcli.source import Pointer

M = TypeVar("M", bound=BaseModel)


class Misfit(NamedTuple):
    """One thing that does not fit the model."""

    code: str
    pointer: Pointer
    on_key: bool
    facts: dict[str, object]


_CODES = {
    "extra_forbidden": "PRO101",
    "missing": "PRO102",
    "bad_date": "PRO104",
    "far_date": "PRO104",
    "bad_id": "PRO105",
    "personal_number": "PRO116",
    "empty_text": "PRO106",
    "literal_error": "PRO107",
    "enum": "PRO107",
    "one_of": "PRO108",
    "transferred_to": "PRO108",
    "greater_than_equal": "PRO109",
    "less_than_equal": "PRO109",
    "bad_lines": "PRO110",
    "bad_recurrence": "PRO110",
    "bad_deadline": "PRO110",
    "string_pattern_mismatch": "PRO110",
    "period_reversed": "PRO111",
    "successor_without_end": "PRO112",
    "too_short": "PRO106",
    "string_too_short": "PRO106",
    "string_too_long": "PRO110",
}
_WANTED = {
    "string_type": "text",
    "int_type": "number",
    "int_from_float": "number",
    "bool_type": "truth",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "tuple_type": "list",
    "list_type": "list",
}

_VARIANTS = {
    "transferred_to": "transferred",
    "bad_lines": "lines",
    "bad_recurrence": "recurrence",
    "bad_deadline": "deadline",
    "far_date": "far",
    "string_pattern_mismatch": "pattern",
    "string_too_long": "pattern",
}


def fit(model: type[M], value: Any) -> tuple[M | None, list[Misfit]]:
    """The value as that model, or None and every misfit.

    A key that is there with nothing after it is a misfit, also where it might have been left out:
    nobody can tell whether it was forgotten. Only where the model says so it may stand empty.
    """
    nulls = [pointer for pointer in _nulls(value) if not _may_stand_empty(model, pointer)]
    misfits: list[Misfit] = []
    try:
        fitting = model.model_validate(value)
    except ValidationError as error:
        misfits = _misfits(model, value, error.errors(include_url=False, include_context=True))
    else:
        if not nulls:
            return fitting, []
    told = {m.pointer for m in misfits}
    for pointer in nulls:
        if pointer not in told:
            facts: dict[str, object] = {"key": _key(pointer), "variant": "other-none"}
            misfits.append(Misfit("PRO103", pointer, on_key=False, facts=facts))
    return None, misfits


def _misfits(model: type[BaseModel], value: Any, found: list[Any]) -> list[Misfit]:
    """What pydantic found, in our terms."""
    words = _words(value, found)
    misfits: list[Misfit] = []
    told: set[Pointer] = set()
    for item in found:
        for misfit in _misfit(model, value, item, words):
            if misfit.pointer not in told:
                misfits.append(misfit)
            if misfit.pointer in words:
                told.add(misfit.pointer)  # neither branch of a union fits: one fault, not two
    return misfits


def _key(pointer: Pointer) -> str:
    """What a place is called. An item goes by its list's name: the span tells which one it is."""
    return next((step for step in reversed(pointer) if isinstance(step, str)), "")


def _nulls(value: Any, pointer: Pointer = ()) -> Iterator[Pointer]:
    """Where there is a key, or an item of a list, and nothing after it."""
    items = (
        value.items() if type(value) is dict else enumerate(value if type(value) is list else ())
    )
    for step, inner in items:
        if inner is None:
            yield (*pointer, step)
        elif type(inner) is dict or type(inner) is list:
            yield from _nulls(inner, (*pointer, step))


def _words(value: Any, found: Sequence[Any]) -> dict[Pointer, list[str]]:
    """Where a number or one of some words may stand and neither does: the words, by pointer."""
    return {
        _pointer(value, item["loc"][:-1])[0]: _allowed(str(item["ctx"]["expected"]))
        for item in found
        if item["loc"] and str(item["loc"][-1]).startswith("literal[")
    }


def _misfit(
    model: type[BaseModel], value: Any, item: Any, words: dict[Pointer, list[str]]
) -> Iterator[Misfit]:
    kind, given = item["type"], item.get("input")
    pointer, on_key = _pointer(value, item["loc"])
    above, _ = _pointer(value, item["loc"][:-1])
    if above in words:
        pointer, on_key = above, False  # the last step is a branch of the union, no key
    if kind in ("too_short", "too_long") and isinstance(given, Sequence) and given:
        return  # pydantic counts only the items that fit: those that do not are told themselves
    code = _CODES.get(kind, "PRO103")
    if pointer in words and code == "PRO103":
        code = "PRO107"
    if kind == "one_of" and len(item["ctx"]["keys"]) == 1:
        code, pointer, on_key = "PRO102", (*pointer, *item["ctx"]["keys"]), True
    facts: dict[str, object] = {"key": _key(pointer)}
    if (on_key or code == "PRO101") and _is_number(pointer[-1]):
        yield Misfit("PRO116", pointer, on_key=True, facts={"variant": "key"})
        return
    as_key = code == "PRO101"
    mark = _typographic(code, kind, pointer[-1] if as_key else given, count=pointer in words)
    if mark:
        quotes = mark in CURLY_QUOTES
        facts |= {"character": mark if quotes else named(mark)}
        facts |= {"variant": "key" if as_key else "quotes" if quotes else "blank"}
        yield Misfit("PRO113", pointer, as_key, facts)
        return
    if code == "PRO101":
        keys = keys_at(model, pointer[:-1])
        facts |= {"near": near(str(pointer[-1]), keys), "known": keys}
        on_key = True
    elif pointer in words and code == "PRO107":
        allowed = words[pointer]
        facts |= {"variant": "count" if "masked" in allowed else "or-number", "allowed": allowed}
        facts["near"] = near(given, allowed) if isinstance(given, str) else ""
    elif code == "PRO103":
        facts["variant"] = _wanted(_WANTED.get(kind, "other"), given) if pointer else "file"
    else:
        facts |= _facts(kind, given, item.get("ctx", {}))
    yield Misfit(code, pointer, on_key, facts)


def _typographic(code: str, kind: str, given: Any, *, count: bool) -> str:
    """The mark of a word processor that keeps a value from being what is wanted, if there is one.

    Quotation marks that are not YAML's, or a blank that looks like any other.
    """
    if not isinstance(given, str) or not given:
        return ""
    if code in _IN_OTHER_FORM or kind in ("int_type", "bool_type"):
        quotes = next((c for c in (given[0], given[-1]) if c in CURLY_QUOTES), "")
        blank = None if count or code == "PRO103" else INVISIBLE.search(given)
        return quotes or (blank[0] if blank else "")
    return ""


_IN_OTHER_FORM = ("PRO101", "PRO104", "PRO105", "PRO107", "PRO110")


def _facts(kind: str, given: Any, context: Any) -> dict[str, object]:
    """What a message needs beside the key."""
    if kind in ("literal_error", "enum"):
        allowed = _allowed(str(context.get("expected", "")))
        facts: dict[str, object] = {"allowed": allowed}
        facts["near"] = near(given, allowed) if isinstance(given, str) else ""
        return facts | ({"variant": "only"} if len(allowed) == 1 else {})
    if kind == "one_of":
        return {"keys": context["keys"]}
    if kind in ("greater_than_equal", "less_than_equal"):
        low = "ge" in context
        return {"bound": context["ge" if low else "le"], "variant": "low" if low else "high"}
    variant = _VARIANTS.get(kind)
    if kind == "personal_number" and not (isinstance(given, str) and given[0] != "L"):
        variant = "number"  # an amount, or lines of the paper: no id
    return {"variant": variant} if variant else {}


def _is_number(key: str | int) -> bool:
    """Whether a key is, or holds, the number of a person."""
    if isinstance(key, int) or not may_point_at_someone(key):
        return False
    from prostcli.personal.search import holds_number

    return holds_number(key)


def _wanted(wanted: str, given: Any) -> str:
    """What should stand there, and whether what does is nothing, or a bare number for a text."""
    if given is None:
        return f"{wanted}-none"
    bare = wanted == "text" and isinstance(given, bool | int | float)
    return "text-bare" if bare else wanted


def _pointer(value: Any, loc: Sequence[str | int]) -> tuple[Pointer, bool]:
    """Pydantic's location as a pointer into the value: its steps that are no key are left out."""
    steps: list[str | int] = []
    on_key = False
    for step in loc:
        if _holds(value, step):
            value = value[step]
            steps.append(step)
        elif isinstance(value, dict) and isinstance(step, str) and step == loc[-1]:
            steps.append(step)  # a key that is missing
            on_key = True
        elif step == "[key]":
            on_key = True
    return tuple(steps), on_key


def _holds(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def keys_at(model: type[BaseModel], pointer: Pointer) -> list[str]:
    """The keys that a model has at a place below it."""
    return [
        field.alias or name
        for kind in _models_at(model, pointer)
        for name, field in kind.model_fields.items()
    ]


def _may_stand_empty(model: type[BaseModel], pointer: Pointer) -> bool:
    """Whether the model takes nothing at that place for what is not yet written."""
    at = max((i for i, step in enumerate(pointer) if isinstance(step, str)), default=None)
    if at is None:
        return False
    for kind in _models_at(model, pointer[:at]):
        for name, field in kind.model_fields.items():
            if (field.alias or name) == pointer[at]:
                marks: Sequence[Any] = field.metadata
                if at + 1 < len(pointer):  # an item of a list
                    items = typing.get_args(field.annotation)
                    marks = [m for i in items for m in getattr(i, "__metadata__", ())]
                return any(isinstance(mark, MayStandEmpty) for mark in marks)
    return False


def is_text(model: type[BaseModel], pointer: Pointer) -> bool:
    """Whether something written stands at that place, as apart from an id, a day or a number."""
    for at in reversed(range(len(pointer))):
        for kind in _models_at(model, pointer[:at]):
            for name, field in kind.model_fields.items():
                if (field.alias or name) == pointer[at]:
                    return WRITTEN in field.metadata or _holds_text(field.annotation)
    return False


def _holds_text(annotation: Any) -> bool:
    """Whether a type is of text, by itself, in a list or by language."""
    marks = getattr(annotation, "__metadata__", ())
    return WRITTEN in marks or any(_holds_text(part) for part in typing.get_args(annotation))


def _models_at(model: type[BaseModel], pointer: Pointer) -> list[type[BaseModel]]:
    """The models that may stand at a place below one."""
    kinds: list[Any] = [model]
    for step in pointer:
        inner: list[Any] = []
        for kind in kinds:
            if isinstance(step, int):
                inner += _items(kind)
            elif isinstance(kind, type) and issubclass(kind, BaseModel):
                inner += [
                    part
                    for name, field in kind.model_fields.items()
                    if (field.alias or name) == step
                    for part in _parts(field.annotation)
                ]
            else:
                inner += _values(kind)
        kinds = inner
    return [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]


def _parts(annotation: Any) -> list[Any]:
    """A union or an annotated type as the types it is made of."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _parts(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        return [p for a in typing.get_args(annotation) for p in _parts(a)]
    return [annotation]


def _items(annotation: Any) -> list[Any]:
    if typing.get_origin(annotation) in (tuple, list):
        return [p for a in typing.get_args(annotation) if a is not ... for p in _parts(a)]
    return []


def _values(annotation: Any) -> list[Any]:
    if typing.get_origin(annotation) is dict:
        return _parts(typing.get_args(annotation)[1])
    return []


def _allowed(expected: str) -> list[str]:
    """Pydantic's "'a', 'b' or 'c'" as a list, `True` as YAML writes it."""
    parts = [p.strip("' ") for p in expected.replace(" or ", ", ").split(",") if p.strip()]
    return [{"True": "true", "False": "false"}.get(p, p) for p in parts]
