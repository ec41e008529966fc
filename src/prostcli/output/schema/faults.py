"""What an editor says of a fault, in the words of the finding that `validate` gives.

An editor words a broken rule of a JSON Schema itself, in English, unless the schema brings the
words: `errorMessage` for a type, a choice, a key that is missing or unknown, `patternErrorMessage`
for a form. It has one place for them in each schema, so a schema with several rules is split. For
a rule that has no such place (a least number, exactly one of some keys) there is an `else` that
nothing fits, which can have words.
"""

from collections.abc import Iterable
from typing import Final

from prostcli.language import Language
from prostcli.model.fields import DAYS, DOTTED, LINES, SLUG
from prostcli.model.obligations import RECURRENCE
from prostcli.output.schema.values import OUTCOME, Node

WRITTEN = r"\S"
"""More than spaces."""

_FORMS: Final[dict[str, str]] = {
    WRITTEN: "PRO106",
    SLUG: "PRO105",
    DOTTED: "PRO105",
    DAYS: "PRO104",
    LINES: "PRO110.lines",
    RECURRENCE: "PRO110.recurrence",
}
"""By the pattern of a text: what it is if the text does not fit."""

_LANGUAGE = "^[a-z]{2}$"


class Faults:
    """Gives every rule of a schema its words, in place."""

    def __init__(self, language: Language, edition: str) -> None:
        self.language = language
        self.edition = edition

    def say(self, message: str, **facts: object) -> str:
        """The words of a finding, its way out and its code."""
        text, hint = self.language.messages[message]
        words = " ".join(w for w in (text, hint) if w)
        return f"{self.language.filled(words, facts)} ({message.partition('.')[0]})"

    def term(self, term: str, code: str, **facts: object) -> str:
        """The words for a finding that an editor cannot tell as fully as `validate` does."""
        return f"{self.language.filled(self.language.terms[term], facts)} ({code})"

    def ids(self, node: Node, what: str) -> None:
        """A list of the edition's ids."""
        if what == OUTCOME:
            node["errorMessage"] = self.say("PRO107", key=what, allowed=node["enum"])
        else:
            node["errorMessage"] = self.term("fault-unknown-id", "PRO401", edition=self.edition)

    def file(self, node: Node, name: str) -> None:
        """A whole file."""
        self._model(node, name, self.say("PRO103.file"))

    def model(self, node: Node, name: str, keys: Iterable[str]) -> None:
        """A model that those keys hold."""
        self._model(node, name, self.say("PRO103.mapping", key=self.language.listed(keys)))

    def _model(self, node: Node, name: str, no_mapping: str) -> None:
        properties = node["properties"]
        known = list(properties)
        said = self.term("fault-unknown-key", "PRO101", known=known)
        rules: list[Node] = [{"propertyNames": {"enum": known, "errorMessage": said}}]
        rules += [self._missing(key) for key in node.pop("required", ())]
        rules += self._whole(name)
        node.pop("additionalProperties")
        node["errorMessage"] = no_mapping
        _also(node, rules)
        for key, inner in properties.items():
            self.value(inner, key)

    def value(self, node: Node, key: str) -> None:
        """What stands at a key. A reference has its words where it leads."""
        if "$ref" in node:
            return
        empty = node.pop("empty", False)
        if "anyOf" in node:
            self._number_or_word(node, key)
        elif "const" in node:
            allowed = ["true"] if node["const"] is True else [node["const"]]
            node["errorMessage"] = self.say("PRO107.only", key=key, allowed=allowed)
        elif "enum" in node:
            node["errorMessage"] = self.say("PRO107", key=key, allowed=node["enum"])
        else:
            kinds = {"string": self._text, "integer": self._number, "boolean": self._truth}
            kinds |= {"array": self._list, "object": self._by_name}
            kinds[node["type"]](node, key)
        if empty:
            self._or_nothing(node)

    @staticmethod
    def _or_nothing(node: Node) -> None:
        """What may stand empty until it is written: with nothing after the key, or a block."""
        node["type"] = ["string", "null"]
        if "pattern" in node:
            node["pattern"] += "|^$"
            return
        # A choice with a null in it would have the editor offer that too.
        words = {key: node.pop(key) for key in list(node) if "num" in key}
        words["errorMessage"] = node["errorMessage"]
        _also(node, [{"if": {"type": "string", "minLength": 1}, "then": words}])
        node["defaultSnippets"] = [
            {"label": value, "body": value, "description": told}
            for value, told in zip(words["enum"], words["enumDescriptions"], strict=True)
        ]

    def _text(self, node: Node, key: str) -> None:
        message = _FORMS.get(node["pattern"], "PRO110.pattern")
        node["patternErrorMessage"] = self.say(message, key=key)
        if message == "PRO104":
            node["errorMessage"] = node["patternErrorMessage"]
        else:
            node["errorMessage"] = self.term("fault-text", "PRO103", key=key)

    def _number(self, node: Node, key: str) -> None:
        node["errorMessage"] = self.say("PRO103.number", key=key)
        _also(node, self._bounds(node, key))

    def _bounds(self, node: Node, key: str) -> list[Node]:
        bounds = (("minimum", "PRO109.low"), ("maximum", "PRO109.high"))
        return [
            _unless({rule: bound}, self.say(message, key=key, bound=bound))
            for rule, message in bounds
            if (bound := node.pop(rule, None)) is not None
        ]

    def _number_or_word(self, node: Node, key: str) -> None:
        """In one piece: of two alternatives an editor tells both, in words of its own."""
        number, word = node.pop("anyOf")
        allowed = word.get("enum") or [word["const"]]
        message = "PRO107.count" if "masked" in allowed else "PRO107.or-number"
        said = self.say(message, key=key, allowed=allowed)
        node |= {"type": ["integer", "string"], "errorMessage": said}
        words = {**word, "enum": allowed, "errorMessage": said}
        words.pop("const", None)
        either = {"if": {"type": "string"}, "then": words}
        _also(node, [either, *self._bounds(number, key)])
        node["defaultSnippets"] = [
            {"label": value, "body": value, "description": told}
            for value, told in zip(allowed, words["enumDescriptions"], strict=True)
        ]

    def _truth(self, node: Node, key: str) -> None:
        node["errorMessage"] = self.say("PRO103.truth", key=key)

    def _list(self, node: Node, key: str) -> None:
        node["errorMessage"] = self.say("PRO103.list", key=key)
        least = node.pop("minItems", None)
        if least is not None:
            _also(node, [_unless({"minItems": least}, self.say("PRO106", key=key))])
        self.value(node["items"], key)

    def _by_name(self, node: Node, key: str) -> None:
        """Values under names of the file's own: words by language, scales by their ids."""
        ((pattern, inner),) = node["patternProperties"].items()
        if pattern == _LANGUAGE:
            said = self.term("fault-language", "PRO110")
        else:
            said = self.say("PRO105", key=key)
        rules = [{"propertyNames": {"pattern": pattern, "patternErrorMessage": said}}]
        least = {"minProperties": node.pop("minProperties")}
        rules.append(_unless(least, self.say("PRO106", key=key)))
        node["errorMessage"] = self.say("PRO103.mapping", key=key)
        _also(node, rules)
        self.value(inner, key)

    def _missing(self, key: str) -> Node:
        return {**_has(key), "errorMessage": self.say("PRO102", key=key)}

    def _one_of(self, *keys: str) -> Node:
        test = {"oneOf": [_has(key) for key in keys]}
        return _unless(test, self.say("PRO108", keys=list(keys)))

    def _whole(self, name: str) -> list[Node]:
        """What the model's own validators ask of a value as a whole."""
        kinds = {
            "PlanEntry": ("activities", "ongoing", "no_activity", "not_addressed"),
            "BoardOrGroup": ("board", "group"),
            "Addressee": ("board", "group"),
            "DutyAddressee": ("board", "group", "other"),
            "WriteOff": ("obligations", "activities"),
        }
        if name in kinds:
            return [self._one_of(*kinds[name])]
        match name:
            case "ReportEntry":
                answered = self._one_of("outcome", "not_addressed")
                return [
                    self._one_of("obligation", "duty"),
                    {"if": _has("obligation"), "then": answered},
                    {"if": _has("duty"), "then": self._missing("summary")},
                ]
            case "Done":
                said = self.say("PRO108.transferred")
                moved = {"properties": {"result": {"const": "transferred"}}, **_has("result")}
                named = {**_has("to"), "errorMessage": said}
                return [
                    self._one_of("id", "text"),
                    {"if": moved, "then": named, "else": _never(_has("to"), said)},
                ]
            case "BaselineEntry":
                keys = ["obligation", "duty"]
                rules = [_never(_has(*keys), self.say("PRO108", keys=keys))]
            case "Board":
                followed = {"properties": {"successors": {"minItems": 1}}, **_has("successors")}
                ended = {"properties": {"valid": _has("to")}, **_has("valid")}
                rules = [{"if": followed, "then": _unless(ended, self.say("PRO112"))}]
            case "Amendment":
                ends = {"properties": {"change": {"const": "end"}}, **_has("change")}
                ending = {"allOf": [self._missing("obligation"), self._missing("from")]}
                rules = [{"if": ends, "then": ending, "else": self._missing("text")}]
            case _:
                rules = []
        return rules


def _has(*keys: str) -> Node:
    return {"required": list(keys)}


def _nothing(said: str) -> Node:
    """What no value fits, with the words for it: `false` and `not` can have none."""
    return {"enum": [], "errorMessage": said}


def _unless(test: Node, said: str) -> Node:
    return {"if": test, "else": _nothing(said)}


def _never(test: Node, said: str) -> Node:
    return {"if": test, "then": _nothing(said)}


def _also(node: Node, rules: list[Node]) -> None:
    """Rules beside the node's own, for what is of the right type.

    Behind an `if`, since an editor offers the parts of an `allOf` as if they were a choice.
    """
    if rules:
        node |= {"if": {"type": node["type"]}, "then": {"allOf": rules}}
