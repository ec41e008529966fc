"""JSON Schemas for editors: the models, with an edition's own ids, scales and words.

They let an editor complete and explain as one types, and let anyone check a file without prostcli.
What only the whole workspace can tell (what a board owes, what the plan had) is for `validate`.
"""

import json
from collections.abc import Iterator
from typing import Final

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
from prostcli.output.schema.faults import WRITTEN, Faults
from prostcli.output.schema.snippets import Snippets
from prostcli.output.schema.values import NAMES, Node, Value, Values, explain

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

FOLDER = "schema"
"""Where the schemas are, from the workspace's root: a folder an edition in it."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def home(edition: str, kind: str) -> str:
    """Where the schema belongs, from the workspace's root."""
    return f"{FOLDER}/{edition}/{kind}.schema.json"


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
    definitions: dict[str, Node] = made.pop("$defs", {})
    dressing = _Dressing(material, language)
    held = _held({"": made, **definitions})
    for name, node in definitions.items():
        dressing.definition(node, name, held[name])
    dressing.file(made, MODELS[kind].__name__)
    definitions |= dressing.ids()
    title = f"{language.term(f'schema-{kind}')}, {material.edition}"
    return {"$schema": DIALECT, "title": title, **made, "$defs": dict(sorted(definitions.items()))}


def _text(made: Node) -> str:
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _held(models: dict[str, Node]) -> dict[str, list[str]]:
    """By definition: the keys that hold such a value."""
    found: dict[str, list[str]] = {}
    for model in models.values():
        for key, inner in model.get("properties", {}).items():
            for reference in _references(inner):
                keys = found.setdefault(reference.rpartition("/")[2], [])
                if key not in keys:
                    keys.append(key)
    return found


def _references(node: object) -> Iterator[str]:
    if isinstance(node, dict) and "$ref" in node:
        yield node["$ref"]
    elif isinstance(node, dict | list):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from _references(inner)


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


class _Dressing:
    """Gives pydantic's schemas of one kind of file their words, their ids and what to put in."""

    def __init__(self, material: Material, language: Language) -> None:
        self._material = material
        self._language = language
        self._values = Values(material, language)
        self._faults = Faults(language, material.edition)
        self._snippets = Snippets(self._values)
        self._used: list[str] = []
        """The lists of ids that the schema refers to."""

    def file(self, node: Node, name: str) -> None:
        """What the whole file is."""
        self._dress(node, name)
        self._faults.file(node, name)

    def definition(self, node: Node, name: str, keys: list[str]) -> None:
        """What those keys hold: a model, or a choice of words."""
        self._dress(node, name, key=keys[0])
        if "enum" in node:
            self._faults.value(node, keys[0])
        else:
            self._faults.model(node, name, keys)

    def ids(self) -> dict[str, Node]:
        """The lists of ids, each once in a schema."""
        made: dict[str, Node] = {}
        for what in self._used:
            values = self._values.of(what)
            node: Node = {"type": "string", "enum": [v.value for v in values]}
            explain(node, values)
            self._faults.ids(node, what)
            made[_id_of(what)] = node
        return made

    def _dress(self, node: Node, name: str, key: str = "") -> None:
        node.pop("description", None)
        self._tidy(node, key)
        for each, inner in node.get("properties", {}).items():
            self._explain(inner, name, each)
        snippets = self._snippets.of_model(name)
        if snippets:
            node["defaultSnippets"] = snippets

    def _explain(self, node: Node, model: str, key: str) -> None:
        """What a key is, which ids may stand there, and what to put in."""
        title, about = self._language.key(model, key)
        node |= {"title": title, "description": about.replace("`", "")}
        if "`" in about:
            node["markdownDescription"] = about
        if key == "year":
            self._years(node)
        elif (model, key) in NAMES:
            self._restrict(node.get("items", node), NAMES[model, key])
        snippets = self._snippets.of_key(model, key)
        if snippets:
            node["defaultSnippets"] = snippets

    def _tidy(self, node: object, key: str) -> None:
        """Take away pydantic's titles; refuse texts of only spaces; explain fixed choices.

        `key` is the key in the file that the value stands at.
        """
        if isinstance(node, list):
            for item in node:
                self._tidy(item, key)
        if not isinstance(node, dict):
            return
        if isinstance(node.get("title"), str):
            del node["title"]
        if node.pop("minLength", None) is not None:
            node.setdefault("pattern", WRITTEN)
        words = node.get("enum") or [node.get("const")]
        explain(node, [Value(v, self._values.choice(key, v)) for v in words if isinstance(v, str)])
        for inner in node.values():
            self._tidy(inner, key)
        for name, inner in node.get("properties", {}).items():
            self._tidy(inner, name)

    def _years(self, node: Node) -> None:
        """Only the programme's years: others `validate` refuses too."""
        for bound in ("minimum", "maximum"):
            del node[bound]
        node["enum"] = list(self._material.programme.term.years)

    def _restrict(self, node: Node, what: str) -> None:
        """Let only the edition's ids stand here; where there are none at all, whatever is an id."""
        if not self._values.of(what):
            return
        if what not in self._used:
            self._used.append(what)
        for key in ("pattern", "type"):
            node.pop(key, None)
        node["$ref"] = f"#/$defs/{_id_of(what)}"


def _id_of(what: str) -> str:
    return f"id-{what}"
