"""The schemas for editors say what the models say, with the edition's own ids and words."""

from __future__ import annotations

import calendar
import copy
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from prostcli.assessment.cells import assess
from prostcli.language import LANGUAGES, language
from prostcli.load.schema import fit
from prostcli.load.workspace import PROGRAMME_KINDS, SUBMISSION_KINDS, Workspace
from prostcli.load.yaml import PROGRAMME_LIMITS, decode, read
from prostcli.model.fields import DAYS
from prostcli.model.material import Kind, Material
from prostcli.output.schema.schemas import MODELS, schema, schemas
from prostcli.write.scaffold import scaffold
from tests.write.filling import filled, parsed
from tests.write.test_scaffold import LATE, scaffolds

TOP = Path(__file__).parents[2]
SV = language("sv")
ALL = {**PROGRAMME_KINDS, **SUBMISSION_KINDS}


def validators(material: Material) -> dict[str, Draft202012Validator]:
    made = {kind: schema(material, SV, kind) for kind in MODELS}
    return {
        kind: Draft202012Validator(each, format_checker=Draft202012Validator.FORMAT_CHECKER)
        for kind, each in made.items()
    }


@pytest.fixture(scope="module")
def stockholm_schemas(stockholm: Material) -> dict[str, Draft202012Validator]:
    return validators(stockholm)


@pytest.fixture(scope="module")
def lindvik_schemas(lindvik: Material) -> dict[str, Draft202012Validator]:
    return validators(lindvik)


def nodes(node: Any) -> Iterator[Any]:
    yield node
    for inner in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        yield from nodes(inner)


@pytest.mark.parametrize("city", ["stockholm", "lindvik"])
def test_each_is_a_schema_without_nulls_and_defaults(
    city: str, request: pytest.FixtureRequest
) -> None:
    for validator in request.getfixturevalue(f"{city}_schemas").values():
        Draft202012Validator.check_schema(validator.schema)
        for node in nodes(validator.schema):
            if isinstance(node, dict):
                assert "default" not in node
                assert node.get("type") != "null"
            assert node is not None


def test_the_committed_ones_are_those_of_the_files(stockholm: Material) -> None:
    made = schemas(stockholm, language(stockholm.programme.language))
    for path, text in made.items():
        assert (TOP / path).read_text(encoding="utf-8") == text, "run prostcli schema"
    there = {p.relative_to(TOP).as_posix() for p in (TOP / "schema/2006-2010").iterdir()}
    assert there == set(made)


@pytest.mark.parametrize("city", ["stockholm", "lindvik"])
def test_every_file_there_is_passes(city: str, request: pytest.FixtureRequest) -> None:
    workspace: Workspace = request.getfixturevalue(f"{city}_workspace")
    made = request.getfixturevalue(f"{city}_schemas")
    assert len(workspace.files) > 10
    for path in workspace.files:
        data = (workspace.root / path).read_bytes()
        value = read(decode(data), PROGRAMME_LIMITS)
        assert list(made[value["kind"]].iter_errors(value)) == [], path


def test_every_scaffold_is_refused_and_passes_when_filled_in(
    lindvik: Material, lindvik_schemas: dict[str, Draft202012Validator]
) -> None:
    for assessment, kind, board, year in scaffolds(lindvik):
        text = scaffold(assessment, SV, kind, board, year)
        assert not lindvik_schemas[kind].is_valid(parsed(text)), (kind, board, year)
        assert lindvik_schemas[kind].is_valid(parsed(filled(text))), (kind, board, year)


def test_a_scaffold_of_the_real_programme(
    stockholm: Material, stockholm_schemas: dict[str, Draft202012Validator]
) -> None:
    wanted: list[tuple[Kind, int]] = [("plan", 2008), ("report", 2007), ("baseline", 2006)]
    for kind, year in wanted:
        text = scaffold(assess(stockholm, LATE), SV, kind, "farsta", year)
        assert not stockholm_schemas[kind].is_valid(parsed(text))
        assert stockholm_schemas[kind].is_valid(parsed(filled(text)))


DECISION = {
    "date": "2008-02-14",
    "by": "farsta",
    "how": "noted",
    "paragraph": "§ 7",
    "reference": "Dnr 1",
    "dissent": [{"kind": "reservation", "parties": ["m", "fp"]}],
}
PLAN: dict[str, Any] = {
    "kind": "plan", "board": "farsta", "year": 2007, "decision": DECISION,
    "entries": [
        {"obligation": "5.2.4", "place": "s. 14", "activities": [
            {"id": "oppettider", "text": "Utöka.", "due": "2007-09-30", "unit": "Enheten",
             "also": ["5.4.1"], "with": ["skarpnack"]}]},
        {"obligation": "5.3.3", "ongoing": "Fortsätter."},
        {"obligation": "5.4.2", "no_activity": "Först 2008."},
        {"obligation": "5.5.1", "not_addressed": True},
    ],
    "answers": [{"question": "folkhalsa", "text": "Ja."}],
}  # fmt: skip
REPORT: dict[str, Any] = {
    "kind": "report", "board": "farsta", "year": 2007, "decision": DECISION,
    "entries": [
        {"obligation": "5.2.4", "outcome": "partly", "summary": "Öppet.", "evidence": "Schema.",
         "effect": "Fler.", "obstacles": "Lokal.", "reason": "Nej.", "next_steps": "Ny lokal.",
         "activities": [{"id": "oppettider", "result": "partly", "comment": "Väntar."},
                        {"text": "Föreläsning.", "result": "transferred", "to": "skarpnack"}],
         "partners": ["polisen"],
         "figures": [{"name": "besok", "label": "Besök", "value": 1240, "unit": "st",
                      "counts": "visits", "women": "masked", "men": "missing"}],
         "cost": {"amount": 120000, "funding": "Egen budget"}, "place": "s. 3"},
        {"obligation": "5.5.1", "not_addressed": True},
        {"duty": "seminarier", "summary": "Femton chefer."},
    ],
    "answers": [{"question": "folkhalsa", "text": "Ja."}],
}  # fmt: skip
BASELINE: dict[str, Any] = {
    "kind": "baseline", "board": "farsta", "year": 2006, "source": "Remissvar",
    "entries": [
        {"obligation": "5.2.4", "summary": "Ja.", "source": "L1", "stated_by": "board"},
        {"duty": "seminarier", "summary": "Ja.", "source": "L1", "stated_by": "office"},
        {"summary": "Ja.", "source": "L1", "stated_by": "office"},
    ],
}  # fmt: skip
WHOLE = {"plan": PLAN, "report": REPORT, "baseline": BASELINE}


def test_a_day_that_there_is_not_is_refused_by_its_form_already() -> None:
    """An editor knows no calendar: only 29 February of the wrong year gets through."""
    for month, day in itertools.product(range(14), range(33)):
        there = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2008, month)[1]
        assert (re.search(DAYS, f"2008-{month:02}-{day:02}") is not None) == there


GONE = object()
BROKEN: list[tuple[str, tuple[str | int, ...], object]] = [
    ("plan", ("entries", 0, "actvities"), []),
    ("plan", ("board",), GONE),
    ("plan", ("kind",), "report"),
    ("plan", ("year",), "2007"),
    ("plan", ("year",), 20007),
    ("plan", ("decision", "date"), "2008-02-30"),
    ("plan", ("decision", "date"), "14 februari"),
    ("plan", ("decision", "how"), "kanske"),
    ("plan", ("decision", "fingerprint"), "abc"),
    ("plan", ("decision", "dissent", 0, "parties"), []),
    ("plan", ("decision", "dissent", 0, "parties"), ["Anna Andersson"]),
    ("plan", ("entries", 0, "ongoing"), "Också."),
    ("plan", ("entries", 1, "ongoing"), GONE),
    ("plan", ("entries", 1, "ongoing"), ""),
    ("plan", ("entries", 1, "ongoing"), "  "),
    ("plan", ("entries", 3, "not_addressed"), False),
    ("plan", ("entries", 0, "activities"), []),
    ("plan", ("entries", 0, "activities", 0, "id"), "Öppettider"),
    ("plan", ("entries", 0, "activities", 0, "text"), GONE),
    ("plan", ("entries", 0, "activities", 0, "also"), "5.4.1"),
    ("plan", ("entries", 0, "obligation"), 5.2),
    ("plan", ("entries",), {"a": 1}),
    ("plan", ("answers", 0, "text"), None),
    ("report", ("entries", 0, "not_addressed"), True),
    ("report", ("entries", 0, "outcome"), GONE),
    ("report", ("entries", 0, "duty"), "seminarier"),
    ("report", ("entries", 2, "summary"), GONE),
    ("report", ("entries", 0, "activities", 0, "text"), "Också text."),
    ("report", ("entries", 0, "activities", 0, "to"), "skarpnack"),
    ("report", ("entries", 0, "activities", 1, "to"), GONE),
    ("report", ("entries", 0, "activities", 0, "result"), "klart"),
    ("report", ("entries", 0, "figures", 0, "value"), -1),
    ("report", ("entries", 0, "figures", 0, "value"), "många"),
    ("report", ("entries", 0, "figures", 0, "counts"), GONE),
    ("report", ("entries", 0, "cost", "amount"), 0.5),
    ("report", ("entries", 0, "cost", "funding"), GONE),
    ("baseline", ("entries", 0, "duty"), "seminarier"),
    ("baseline", ("entries", 0, "stated_by"), "någon"),
    ("baseline", ("decision",), {}),
]


@pytest.mark.parametrize("kind", WHOLE)
def test_a_file_with_every_key_passes_both(
    kind: str, stockholm_schemas: dict[str, Draft202012Validator]
) -> None:
    assert fit(SUBMISSION_KINDS[kind], WHOLE[kind])[1] == []
    assert list(stockholm_schemas[kind].iter_errors(WHOLE[kind])) == []


def broken(value: Any, pointer: tuple[str | int, ...], new: object) -> Any:
    value = copy.deepcopy(value)
    inner = value
    for step in pointer[:-1]:
        inner = inner[step]
    if new is GONE:
        del inner[pointer[-1]]
    else:
        inner[pointer[-1]] = new
    return value


@pytest.mark.parametrize(
    ("kind", "pointer", "new"), BROKEN, ids=[str(n) for n in range(len(BROKEN))]
)
def test_what_the_models_refuse_the_schema_refuses(
    kind: str,
    pointer: tuple[str | int, ...],
    new: object,
    stockholm_schemas: dict[str, Draft202012Validator],
) -> None:
    value = broken(WHOLE[kind], pointer, new)
    assert fit(SUBMISSION_KINDS[kind], value)[1] != []
    assert not stockholm_schemas[kind].is_valid(value)


OUT = [
    ("plan", ("board",), "fasrta"),
    ("plan", ("decision", "by"), "fasrta"),
    ("plan", ("entries", 0, "obligation"), "5.9.9"),
    ("plan", ("entries", 0, "activities", 0, "with"), ["fasrta"]),
    ("plan", ("answers", 0, "question"), "folkhälsa"),
    ("report", ("entries", 0, "outcome"), "bra"),
    ("report", ("entries", 0, "partners"), ["grannen"]),
    ("report", ("entries", 2, "duty"), "fest"),
]


@pytest.mark.parametrize(("kind", "pointer", "new"), OUT, ids=[str(n) for n in range(len(OUT))])
def test_ids_that_the_edition_does_not_have_are_refused_as_one_types(
    kind: str,
    pointer: tuple[str | int, ...],
    new: object,
    stockholm_schemas: dict[str, Draft202012Validator],
) -> None:
    assert not stockholm_schemas[kind].is_valid(broken(WHOLE[kind], pointer, new))


# (kind of file, where, what is put there): what the models ask of the programme's own files.
PROGRAMME: list[tuple[str, tuple[str | int, ...], object]] = [
    ("programme", ("city",), GONE),
    ("programme", ("short_title",), {}),
    ("programme", ("short_title",), {"svenska": "x"}),
    ("programme", ("paper", "sha256"), "abc"),
    ("programme", ("costs_source",), "rad 3"),
    ("programme", ("calendar", "plan", "due", "day"), "first"),
    ("programme", ("scales", "default", 0, "glyph"), "två"),
    ("boards", ("boards", 0, "names"), []),
    ("boards", ("boards", 0, "successors"), ["farsta"]),
    ("boards", ("transfers", 0, "from"), {"group": "alla", "board": "farsta"}),
    ("obligations", ("obligations", 0, "recurrence"), "ibland"),
    ("obligations", ("obligations", 0, "modality"), "måste"),
    ("obligations", ("obligations", 0, "addressees"), [{}]),
    ("duties", ("duties", 0, "addressees"), [{"board": "farsta", "other": "någon"}]),
    ("review", ("conclusions",), [{"text": " "}]),
]


@pytest.mark.parametrize(
    ("kind", "pointer", "new"), PROGRAMME, ids=[str(n) for n in range(len(PROGRAMME))]
)
def test_the_programmes_own_files_too(
    kind: str,
    pointer: tuple[str | int, ...],
    new: object,
    stockholm_schemas: dict[str, Draft202012Validator],
) -> None:
    data = (TOP / "program/2006-2010" / f"{kind}.yaml").read_bytes()
    value = broken(read(decode(data), PROGRAMME_LIMITS), pointer, new)
    assert fit(ALL[kind], value)[1] != []
    assert not stockholm_schemas[kind].is_valid(value)


def test_where_the_edition_has_no_such_ids_any_id_may_stand(lindvik: Material) -> None:
    programme = lindvik.programme.model_copy(update={"partners": (), "questions": ()})
    bare = replace(lindvik, programme_file=replace(lindvik.programme_file, value=programme))
    made = schema(bare, SV, "report")
    assert "id-partner" not in made["$defs"]
    partner = made["$defs"]["ReportEntry"]["properties"]["partners"]["items"]
    assert Draft202012Validator(partner).is_valid("grannen")
    assert not Draft202012Validator(partner).is_valid("Grannen")
    assert "defaultSnippets" not in made["properties"]["answers"]


@pytest.mark.parametrize("city", ["stockholm", "lindvik"])
def test_more_than_one_item_is_offered_for_a_list(
    city: str, request: pytest.FixtureRequest
) -> None:
    """With only one the editor would put it in with the key, as if it were no item of a list."""
    offered = [
        node["defaultSnippets"]
        for validator in request.getfixturevalue(f"{city}_schemas").values()
        for node in nodes(validator.schema)
        if isinstance(node, dict) and "items" in node and "defaultSnippets" in node
    ]
    assert len(offered) == 8
    assert all(len(snippets) > 1 for snippets in offered)


def test_the_words_are_the_programmes(stockholm_schemas: dict[str, Draft202012Validator]) -> None:
    made: Any = stockholm_schemas["report"].schema
    outcomes = made["$defs"]["id-outcome"]
    said = dict(zip(outcomes["enum"], outcomes["enumDescriptions"], strict=True))
    assert said["partly"] == "Uppfylls delvis: Något väsentligt återstår"
    assert said["complied"].startswith("Efterlevs")
    entry = made["$defs"]["ReportEntry"]["properties"]
    assert entry["outcome"]["title"] == "Utfall"
    assert made["$defs"]["Result"]["enumDescriptions"][0] == "Genomförd"
    counts = made["$defs"]["Figure"]["properties"]["counts"]
    assert counts["enumDescriptions"][0] == "klienter"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", MODELS)
def test_every_key_and_every_choice_is_explained(stockholm: Material, code: str, kind: str) -> None:
    made = schema(stockholm, language(code), kind)
    for model in [made, *made["$defs"].values()]:
        for key, inner in model.get("properties", {}).items():
            assert inner["title"], key
            assert inner["description"].endswith("."), key
            assert "`" not in inner["title"] + inner["description"], key
    for node in nodes({k: v for k, v in made.items() if k != "then"}):
        if isinstance(node, dict) and node.get("enum") and node.get("type") == "string":
            assert len(node["enumDescriptions"]) == len(node["enum"]), node
            assert all(node["enumDescriptions"]), node


def test_every_language_explains_the_same_keys_and_no_others(stockholm: Material) -> None:
    used = set()
    for kind, model in MODELS.items():
        made = schema(stockholm, SV, kind)
        for name, node in [(model.__name__, made), *made["$defs"].items()]:
            for key in node.get("properties", {}):
                used.add(f"{name}.{key}" if f"{name}.{key}" in SV.keys else key)
    for code in LANGUAGES:
        assert set(language(code).keys) == used, code


@pytest.mark.parametrize("kind", MODELS)
def test_every_rule_of_a_schema_brings_its_words(stockholm: Material, kind: str) -> None:
    """A type, a choice, a form, a missing key: where there are none an editor speaks English."""
    for node in _judging(schema(stockholm, SV, kind)):
        rules = {"type", "enum", "const", "required", "propertyNames"} & set(node)
        if rules and "propertyNames" not in node:
            assert re.search(r" \(PRO[14]\d\d\)$", node["errorMessage"]), node
        if "pattern" in node:
            assert re.search(r" \(PRO1\d\d\)$", node["patternErrorMessage"]), node
        unworded = {
            "additionalProperties", "minItems", "maxItems", "minLength", "maxLength", "minimum",
            "maximum", "minProperties", "not", "oneOf", "anyOf", "uniqueItems",
        }  # fmt: skip
        assert not unworded & set(node), node


def _judging(node: Any) -> Iterator[Any]:
    """The parts of a schema that a value can be refused by: not those behind an `if`."""
    if isinstance(node, bool):
        return
    yield node
    for key in ("then", "else", "items", "propertyNames"):
        if key in node:
            yield from _judging(node[key])
    for key in ("properties", "patternProperties", "$defs"):
        for inner in node.get(key, {}).values():
            yield from _judging(inner)
    for inner in node.get("allOf", ()):
        yield from _judging(inner)


@pytest.mark.parametrize("city", ["stockholm", "lindvik"])
def test_an_editor_can_load_them_for_each_file(city: str, request: pytest.FixtureRequest) -> None:
    for path, text in schemas(request.getfixturevalue(city), SV).items():
        assert len(text.encode()) < 200_000, path


def test_the_same_bytes_every_time(lindvik: Material) -> None:
    once = schemas(lindvik, SV)
    assert once == schemas(lindvik, SV)
    for text in once.values():
        assert text.endswith("}\n")
        assert "\\u" not in text
        assert json.loads(text)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
