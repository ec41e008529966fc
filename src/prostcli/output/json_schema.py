"""JSON Schemas for editors: the models, with an edition's own ids, scales and words.

They let an editor complete and explain as one types, and let anyone check a file without prostcli.
What only the whole workspace can tell (what a board owes, what the plan had) is for `validate`.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from prostcli.language import Language
from prostcli.model.boards import Register
from prostcli.model.material import Material
from prostcli.model.obligations import Duties, Obligations
from prostcli.model.programme import Programme
from prostcli.model.review import ReviewWords
from prostcli.model.submissions import Baseline, Plan, Report

MODELS: Final[dict[str, type[BaseModel]]] = {
    "plan": Plan,
    "report": Report,
    "baseline": Baseline,
    "programme": Programme,
    "boards": Register,
    "obligations": Obligations,
    "duties": Duties,
    "review": ReviewWords,
}
"""By the `kind` that a file says it is."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Node: TypeAlias = dict[str, Any]


def home(edition: str, kind: str) -> str:
    """Where the schema belongs, from the workspace's root."""
    return f"schema/{edition}/{kind}.schema.json"


def schemas(material: Material, language: Language) -> dict[str, str]:
    """Every schema of the edition as JSON text, by its path from the workspace's root."""
    return {
        home(material.edition, kind): _text(schema(material, language, kind)) for kind in MODELS
    }


def schema(material: Material, language: Language, kind: str) -> Node:
    """The schema of one kind of file."""
    made: Node = MODELS[kind].model_json_schema(
        by_alias=True, schema_generator=_Generator, mode="validation"
    )
    words = _Words(material, language)
    definitions = made.pop("$defs", {})
    top = MODELS[kind].__name__
    for name, node in {top: made, **definitions}.items():
        _dress(node, name, words)
    definitions |= {_id_of(of): _ids(values) for of, values in words.used.items()}
    title = f"{language.term(f'schema-{kind}')}, {material.edition}"
    return {
        "$schema": DIALECT,
        "title": title,
        **{k: v for k, v in made.items() if k != "title"},
        "$defs": dict(sorted(definitions.items())),
    }


def _text(made: Node) -> str:
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


class _Generator(GenerateJsonSchema):
    """Pydantic's schema without what an editor would offer as a value: nulls and defaults.

    A key that may be left out may not stand empty: neither here nor for prostcli.
    """

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """The schema of what may be left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The schema without the default."""
        return self.generate_inner(schema["schema"])


class _Value(NamedTuple):
    """A value that may stand somewhere, and what it means."""

    value: str
    words: str


class _Words:
    """What may stand where ids are wanted, each with the words for it."""

    def __init__(self, material: Material, language: Language) -> None:
        self.material = material
        self.language = language
        self.used: dict[str, tuple[_Value, ...]] = {}
        """The lists that the schema refers to."""

    def values(self, of: str) -> tuple[_Value, ...]:
        found: dict[str, Callable[[], Iterable[_Value]]] = {
            "obligation": self._obligations,
            "board": self._boards,
            "partner": self._partners,
            "question": self._questions,
            "duty": self._duties,
            "outcome": self._outcomes,
            "goal": self._goals,
            "section": self._sections,
            "nature": self._natures,
            "decision": self._decisions,
            "amendment": self._amendments,
            "group": self._groups,
        }
        return tuple(found[of]())

    def _obligations(self) -> Iterator[_Value]:
        words = self.language.words
        for o in self.material.obligations:
            yield _Value(o.id, f"{words(o.label)}. {o.text}")

    def _boards(self) -> Iterator[_Value]:
        for board in self.material.register.boards:
            names = ", ".join(n.name for n in board.names)
            start, end = board.valid.start, board.valid.end
            when = f" ({start or ''}–{end or ''})" if start or end else ""
            yield _Value(board.id, f"{names}{when}")

    def _partners(self) -> Iterator[_Value]:
        for p in self.material.programme.partners:
            yield _Value(p.id, self.language.words(p.name))

    def _questions(self) -> Iterator[_Value]:
        for q in self.material.programme.questions:
            yield _Value(q.id, self.language.words(q.text))

    def _duties(self) -> Iterator[_Value]:
        for d in self.material.duties_file.value.duties:
            yield _Value(d.id, self.language.words(d.label))

    def _outcomes(self) -> Iterator[_Value]:
        """The values of every scale; of one that is in several, the words of each."""
        found: dict[str, list[str]] = {}
        words = self.language.words
        for scale in self.material.programme.scales.values():
            for o in scale:
                said = found.setdefault(o.value, [])
                text = f"{words(o.label)}: {words(o.meaning)}"
                if text not in said:
                    said.append(text)
        for value, said in found.items():
            yield _Value(value, " / ".join(said))

    def _goals(self) -> Iterator[_Value]:
        for g in self.material.programme.goals:
            yield _Value(g.id, self.language.words(g.label))

    def _sections(self) -> Iterator[_Value]:
        for s in self.material.programme.sections:
            yield _Value(s.id, self.language.words(s.label))

    def _natures(self) -> Iterator[_Value]:
        for n in self.material.programme.natures:
            yield _Value(n.id, self.language.words(n.label))

    def _decisions(self) -> Iterator[_Value]:
        for d in self.material.programme.decisions:
            yield _Value(d.id, self.language.words(d.summary))

    def _amendments(self) -> Iterator[_Value]:
        for a in self.material.programme.amendments:
            yield _Value(a.id, a.text)

    def _groups(self) -> Iterator[_Value]:
        for g in self.material.register.groups:
            yield _Value(g.id, self.language.words(g.label))

    def choice(self, key: str, value: str) -> str:
        """The words for a value that the tool itself has, as a result or what a figure counts."""
        terms = self.language.terms
        if key == "result":
            return terms.get(value, "")
        if key in ("women", "men"):
            key = "value"
        return terms.get(f"choice-{key}-{value}") or terms.get(f"scaffold-{key}-{value}", "")


# What each key names. A file's own ids are left open: one more can be written and pointed at.
_NAMES: Final[dict[tuple[str, str], str]] = {
    **{(kind, "board"): "board" for kind in ("Plan", "Report", "Baseline")},
    ("Decision", "by"): "board",
    ("PlanEntry", "obligation"): "obligation",
    ("Activity", "also"): "obligation",
    ("Activity", "with"): "board",
    ("Answer", "question"): "question",
    ("ReportEntry", "obligation"): "obligation",
    ("ReportEntry", "duty"): "duty",
    ("ReportEntry", "outcome"): "outcome",
    ("ReportEntry", "partners"): "partner",
    ("Done", "to"): "board",
    ("BaselineEntry", "obligation"): "obligation",
    ("BaselineEntry", "duty"): "duty",
    ("Programme", "owner"): "board",
    ("Transfer", "obligations"): "obligation",
    ("Obligation", "section"): "section",
    ("Obligation", "nature"): "nature",
    ("Obligation", "partners"): "partner",
    ("Obligation", "client_counts_from"): "board",
    ("Obligation", "amendment"): "amendment",
    ("Addressee", "board"): "board",
    ("Addressee", "group"): "group",
    ("GoalLink", "goals"): "goal",
    ("Duty", "decision"): "decision",
    ("Duty", "partners"): "partner",
    ("DutyAddressee", "board"): "board",
    ("DutyAddressee", "group"): "group",
    ("Relation", "obligation"): "obligation",
    ("GoalWords", "goal"): "goal",
    ("SectionWords", "section"): "section",
    ("DutyWords", "duty"): "duty",
    ("Conclusion", "obligation"): "obligation",
}


def _has(*keys: str) -> Node:
    return {"required": list(keys)}


def _not(*keys: str) -> Node:
    """None of these keys."""
    return {"not": {"anyOf": [_has(key) for key in keys]}}


def _one_of(*keys: str) -> Node:
    return {"oneOf": [_has(key) for key in keys]}


# What the models' own validators ask of a value as a whole.
_WHOLE: Final[dict[str, Node]] = {
    "PlanEntry": _one_of("activities", "ongoing", "no_activity", "not_addressed"),
    "ReportEntry": {
        "oneOf": [
            {**_has("obligation"), **_not("duty"), **_one_of("outcome", "not_addressed")},
            {**_has("duty", "summary"), **_not("obligation")},
        ]
    },
    "Done": {
        **_one_of("id", "text"),
        "if": {"properties": {"result": {"const": "transferred"}}, **_has("result")},
        "then": _has("to"),
        "else": _not("to"),
    },
    "BaselineEntry": {"not": _has("obligation", "duty")},
    "Leaver": _one_of("board", "group"),
    "Addressee": _one_of("board", "group"),
    "DutyAddressee": _one_of("board", "group", "other"),
    "Board": {
        "if": {"properties": {"successors": {"minItems": 1}}, **_has("successors")},
        "then": {"properties": {"valid": _has("to")}, **_has("valid")},
    },
}


def _dress(node: Node, name: str, words: _Words) -> None:
    """Give a model's schema its words, its ids and what holds for it as a whole."""
    node.pop("description", None)
    _tidy(node, words, name.lower())
    terms = words.language.terms
    for key, inner in node.get("properties", {}).items():
        label = terms.get(f"key-{name}-{key}") or terms.get(f"key-{key}")
        question = terms.get(f"scaffold-ask-{key}") if name in _ASKED else None
        if label:
            inner["title"] = label
        if question and "{" not in question:
            inner["description"] = question
        of = _NAMES.get((name, key))
        if of is not None:
            _restrict(inner.get("items", inner), of, words)
    node.update(_WHOLE.get(name, {}))


_ASKED = ("PlanEntry", "Activity", "ReportEntry", "Done", "BaselineEntry")
"""The models whose keys a scaffold asks for."""


def _tidy(node: object, words: _Words, key: str) -> None:
    """Take away pydantic's titles; refuse texts of only spaces; explain fixed choices.

    `key` is the key in the file that the value stands at.
    """
    if isinstance(node, list):
        for item in node:
            _tidy(item, words, key)
    if not isinstance(node, dict):
        return
    if isinstance(node.get("title"), str):
        del node["title"]
    if node.get("type") == "string" and node.get("minLength") == 1 and "pattern" not in node:
        node["pattern"] = r"\S"
    if "patternProperties" in node:
        node["additionalProperties"] = False
    if "enum" in node:
        _explain(node, [_Value(v, words.choice(key, v)) for v in node["enum"]])
    for inner in node.values():
        _tidy(inner, words, key)
    for name, inner in node.get("properties", {}).items():
        _tidy(inner, words, name)


def _restrict(node: Node, of: str, words: _Words) -> None:
    """Let only the edition's ids stand here; where there are none at all, whatever is an id."""
    values = words.values(of)
    if values:
        words.used[of] = values
        node.pop("pattern", None)
        node.pop("type", None)
        node["$ref"] = f"#/$defs/{_id_of(of)}"


def _id_of(of: str) -> str:
    return f"id-{of}"


def _ids(values: tuple[_Value, ...]) -> Node:
    """The list of ids, once in a schema."""
    node: Node = {"type": "string", "enum": [v.value for v in values]}
    _explain(node, values)
    return node


def _explain(node: Node, values: Iterable[_Value]) -> None:
    """The words for each value, under both of the names that editors read."""
    said = [v.words for v in values]
    if any(said):
        node["enumDescriptions"] = said
        node["markdownEnumDescriptions"] = [_markdown(s) for s in said]


def _markdown(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|~" else c for c in text)
