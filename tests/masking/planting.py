"""A workspace with a number and an address wherever a file can hold a text, an id or a name.

What takes texts and ids is asked of the models, so that a key added to them is planted too.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

import yaml
from pydantic import BaseModel

from prostcli.load.workspace import PROGRAMME_KINDS, SUBMISSION_KINDS, slot_of
from prostcli.model.exemptions import Exemptions
from prostcli.model.fields import Dotted, Slug, Text, Words
from tests.made_up import ADDRESS, HYPHENED, PERSONAL
from tests.repositories import Made, copied

LINDVIK = Path(__file__).parent.parent / "lindvik"
EDITION = "2020-2022"
SAID = f"Se {HYPHENED} och {ADDRESS}"
MODELS: tuple[type[BaseModel], ...] = (
    *PROGRAMME_KINDS.values(), *SUBMISSION_KINDS.values(), Exemptions,
)  # fmt: skip
_TEXT = get_args(Text)[1]
_IDS = (get_args(Slug)[1], get_args(Dotted)[1])
_NOT_ADDED = {
    ("PlanEntry", "ongoing"), ("PlanEntry", "no_activity"),  # one of four
    ("DutyAddressee", "other"),  # instead of a board
    ("Amendment", "replaces"),  # of what is replaced only
    ("Done", "text"),  # instead of an id
}  # fmt: skip

Key = tuple[str, str]
"""A model's name and a key of it."""


class Leaf(NamedTuple):
    """A plain value where a model holds no other model, and what may stand there."""

    key: Key
    hint: Any
    marks: tuple[Any, ...]

    @property
    def is_text(self) -> bool:
        """Whether it is a text."""
        return _TEXT in self.marks

    @property
    def is_id(self) -> bool:
        """Whether it is an id."""
        return any(one in self.marks for one in _IDS)


def leaves(hint: Any, key: Key = ("", ""), marks: tuple[Any, ...] = ()) -> Iterator[Leaf]:
    """All that may stand in a model or a key of it, each key once."""
    yield from _leaves(hint, key, marks, set())


def _leaves(hint: Any, key: Key, marks: tuple[Any, ...], seen: set[Any]) -> Iterator[Leaf]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        if hint not in seen:
            seen.add(hint)
            for name, field in hint.model_fields.items():
                inner = (hint.__name__, name)
                yield from _leaves(field.annotation, inner, tuple(field.metadata), seen)
        return
    more = (*marks, *getattr(hint, "__metadata__", ()))
    if hasattr(hint, "__metadata__"):
        yield from _leaves(get_args(hint)[0], key, more, seen)
    elif get_origin(hint) is not None and str(get_origin(hint)) != "typing.Literal":
        for part in get_args(hint):
            if part not in (..., type(None)):
                yield from _leaves(part, key, () if part in (str, int) else more, seen)
    else:
        yield Leaf(key, hint, more)


class Planter:
    """Puts something in every text, or in every id, of plain values; knows in which keys it has."""

    def __init__(self, *, ids: bool = False) -> None:
        self.ids = ids
        self.planted: set[Key] = set()
        self._made = 0

    def value(  # noqa: PLR0911  a line for each kind of type
        self, hint: Any, value: Any, key: Key = ("", ""), marks: tuple[Any, ...] = ()
    ) -> Any:
        """What stands at a place, planted."""
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return self._model(hint, value) if isinstance(value, dict) else value
        marks = (*marks, *getattr(hint, "__metadata__", ()))
        parts = [p for p in get_args(hint) if p not in (..., type(None))]
        if hasattr(hint, "__metadata__"):
            return self.value(parts[0], value, key, marks)
        if get_origin(hint) is dict and isinstance(value, dict):
            kept = {}
            if self.ids and _is_any(parts[0], _IDS):
                kept = {PERSONAL: None}
                self.planted.add(key)
            return {k: self.value(parts[1], v, key) for k, v in value.items()} | kept
        if isinstance(value, list):
            return [self.value(parts[0], v, key, marks) for v in value]
        if parts and isinstance(value, str | dict):
            made = [self.value(p, value, key, marks) for p in parts]
            return next((m for m in made if m != value), value)
        if isinstance(value, str) and not self.ids and _TEXT in marks:
            self.planted.add(key)
            return f"{value} {SAID}"
        if isinstance(value, str) and self.ids and any(one in marks for one in _IDS):
            self.planted.add(key)
            return HYPHENED
        return value

    def _model(self, model: type[BaseModel], value: dict[str, Any]) -> dict[str, Any]:
        made = dict(value)
        for name, field in model.model_fields.items():
            key, written = (model.__name__, name), field.alias or name
            marks = tuple(field.metadata)
            if written in made:
                made[written] = self.value(field.annotation, made[written], key, marks)
            elif self.ids or (key not in _NOT_ADDED and _is_optional_text(field.annotation)):
                new = self.made(field.annotation, key, marks)
                if new is not None:
                    made[written] = new
        return made

    def made(self, hint: Any, key: Key, marks: tuple[Any, ...] = ()) -> Any:
        """A value for a key that is not there; None where it would hold neither text nor id."""
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            fields = hint.model_fields.items()
            found = {
                f.alias or n: self.made(f.annotation, (hint.__name__, n), tuple(f.metadata))
                for n, f in fields
            }
            return {k: v for k, v in found.items() if v is not None} or None
        marks = (*marks, *getattr(hint, "__metadata__", ()))
        parts = [p for p in get_args(hint) if p not in (..., type(None))]
        if get_origin(hint) is dict:
            return {"sv": self.made(parts[1], key)}
        if get_origin(hint) is tuple:
            new = self.made(parts[0], key, marks)
            return None if new is None else [new]
        if parts:
            return next((m for p in parts if (m := self.made(p, key, marks)) is not None), None)
        if hint is not str or not any(one in marks for one in (_TEXT, *_IDS)):
            return None
        self.planted.add(key)
        self._made += 1  # no two boards may have one name
        return f"{self._made}. {SAID}" if _TEXT in marks else HYPHENED


def _is_optional_text(hint: Any) -> bool:
    return Text in get_args(hint) or Words in get_args(hint)


def _is_any(hint: Any, marks: tuple[Any, ...]) -> bool:
    return any(one in getattr(hint, "__metadata__", ()) for one in marks)


def kind_of(path: str) -> type[BaseModel]:
    """The model of a file of the workspace."""
    name = path.rpartition("/")[2].removesuffix(".yaml")
    if path.startswith("program/"):
        return PROGRAMME_KINDS[name]
    slot = slot_of(path)
    assert slot is not None
    return SUBMISSION_KINDS[slot.kind]


def rewritten(root: Path, path: str, make: Callable[[type[BaseModel], Any], Any]) -> None:
    """Write a file anew with other values, and the number in a comment."""
    whole = root / path
    value = make(kind_of(path), yaml.safe_load(whole.read_text(encoding="utf-8")))
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000)
    whole.write_text(f"# {SAID}\n{text}", encoding="utf-8")


def files(root: Path, folder: str) -> list[str]:
    """The YAML files below a folder, from the root."""
    return sorted(p.relative_to(root).as_posix() for p in (root / folder).rglob("*.yaml"))


def planted_texts(root: Path) -> tuple[Made, set[Key]]:
    """A sound programme whose every text holds both; beside it files that are refused.

    Those have the number for every id, or lie under a name that has it. git has it too: as author,
    as branch and in what is said of a commit.
    """
    repo = copied(LINDVIK, root)
    repo.git("add", "-A")
    repo.git("commit", "-qm", "start")
    texts, ids = Planter(), Planter(ids=True)
    report = f"reports/{EDITION}/teknik/2021-report.yaml"
    rewritten(root, report, lambda _, v: {**v, "entries": [_with_place(e) for e in v["entries"]]})
    for path in (*files(root, f"program/{EDITION}"), *files(root, "reports")):
        rewritten(root, path, texts.value)
    for kept in ("teknik/2021-plan", "teknik/2021-report", "fritid/2020-baseline"):
        path = f"reports/{EDITION}/{kept}-9.yaml"
        shutil.copy(root / f"reports/{EDITION}/{kept}.yaml", root / path)
        rewritten(root, path, ids.value)
    _misnamed(root)
    repo.git("add", "-A")
    author = f"{ADDRESS} {HYPHENED} <x@example.org>"
    repo.git("commit", "-qm", SAID, f"--author={author}")
    repo.git("branch", HYPHENED)
    return repo, texts.planted | ids.planted


def _with_place(entry: dict[str, Any]) -> dict[str, Any]:
    return {**entry, "place": "s. 4"}


def _misnamed(root: Path) -> None:
    plan = (root / f"reports/{EDITION}/teknik/2021-plan.yaml").read_bytes()
    for path in (
        f"reports/{EDITION}/{PERSONAL}/2021-plan.yaml", f"reports/{EDITION}/teknik/{HYPHENED}.yaml",
        f"reports/{EDITION}/{ADDRESS}.yaml", f"reports/{HYPHENED}/teknik/2021-plan.yaml",
        f"program/{HYPHENED}/programme.yaml", f"schema/{EDITION}/{HYPHENED}.schema.json",
    ):  # fmt: skip
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(plan)


def planted_programme(root: Path) -> tuple[Made, set[Key]]:
    """The number for every id of the programme's own files."""
    repo = copied(LINDVIK, root)
    ids = Planter(ids=True)
    for path in files(root, f"program/{EDITION}"):
        rewritten(root, path, ids.value)
    (root / f"program/{EDITION}/{HYPHENED}.yaml").write_text(SAID, encoding="utf-8")
    repo.git("add", "-A")
    repo.git("commit", "-qm", "start")
    return repo, ids.planted
