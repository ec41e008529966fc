"""check-jsonschema, which knows nothing of prostcli, finds the same schema errors over all cases.

With its own reader of YAML, the generated schemas of the case's edition and no code of ours.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import NamedTuple

import check_jsonschema  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner

from prostcli.diagnostic import Diagnostic
from prostcli.language import language
from prostcli.load.workspace import EXEMPTIONS, Workspace, load
from prostcli.output.schema.schemas import home, schemas
from prostcli.usecases import check
from tests.findings import BASE, CASES, DAY
from tests.test_cases import NAMES

pytestmark = pytest.mark.slow

SV = language("sv")
EDITION = "2020-2021"

BEYOND = {
    "PRO110.deadline": "a day that not every year has hangs on the month beside it",
    "PRO111": "no schema compares two days",
    "PRO114": "a warning about marks that a text may have",
}
"""What a schema cannot tell, and why."""

ALSO = {
    "PRO302": "an outcome of no scale at all; one of another measure's scale fits the schema",
    "PRO401": "an id that the edition does not have: the schema lists them, as `NAMES` says",
    "PRO502": "the file's name chooses the schema, so another kind does not fit it",
    "PRO504": "the same, for a submission",
    "PRO510": "the schema lists the years of the term",
}
"""What the schema tells although another rule finds it, since it is made for one edition."""

OPEN = (
    "boards.groups", "boards.successors", "transfers.to", "transfers.from.board",
    "transfers.from.group", "amendments.decision", "questions.boards", "readings.about",
)  # fmt: skip
"""Keys that may hold an id that stands in the same file, so that one can be added."""


NO_VALUES = ("PRO503", "PRO508", "PRO518")
"""Files that are in no place, or that git keeps elsewhere."""


class Told(NamedTuple):
    """A file, and a key or item in it as a JSON path."""

    file: str
    place: str


class Case(NamedTuple):
    """A case, and which of its files there are values in for a schema to look at."""

    root: Path
    found: list[Diagnostic]
    schemas: dict[str, str]
    files: list[str]

    def ids(self, kind: str, what: str) -> list[str]:
        """The ids that the schema of a kind of file lists, none where it has no list."""
        listed = json.loads(self.schemas[home(EDITION, kind)])["$defs"].get(f"id-{what}", {})
        return list(listed.get("enum", []))


def _laid(root: Path, name: str) -> Workspace:
    shutil.copytree(BASE, root)
    ignored = shutil.ignore_patterns("expected.txt", "removed.txt", "paper.txt")
    shutil.copytree(CASES / name, root, dirs_exist_ok=True, ignore=ignored)
    removed = CASES / name / "removed.txt"
    for path in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (root / path).unlink()
    return load(root)


def _kind(path: str) -> str:
    """The kind that a file's name says."""
    stem = path.rpartition("/")[2].removesuffix(".yaml")
    return stem.split("-")[1] if path.startswith("reports/") else stem


def _told_by_a_schema(d: Diagnostic, case: Case) -> bool:
    """Whether the finding is one that a schema of the edition can tell."""
    if d.code in BEYOND or f"{d.code}.{d.facts.get('variant')}" in BEYOND:
        return False
    keys = ".".join(step for step in d.place.pointer if isinstance(step, str))
    if d.code == "PRO302":
        return d.facts["value"] not in case.ids("report", "outcome")
    if d.code == "PRO401":
        # An edition with no duty at all has no list of them: any id fits its schema.
        duties = d.facts["variant"] != "duty" or case.ids(_kind(d.path), "duty")
        return keys not in OPEN and bool(duties)
    if d.code == "PRO504":
        return keys == "kind"
    return d.code.startswith("PRO1") or d.code in ALSO


def _path(diagnostic: Diagnostic, *, above: bool = False) -> str:
    steps = diagnostic.place.pointer[:-1] if above else diagnostic.place.pointer
    return "$" + "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in steps)


def _case(root: Path, name: str, base: dict[str, str]) -> Case:
    workspace = _laid(root, name)
    found = check(workspace, DAY)
    # The reader refuses what is no value; no schema belongs to a file in no place.
    left = {d.path for d in found if d.code.startswith("PRO0") or d.code in NO_VALUES}
    material = workspace.editions[EDITION].material
    changed = (CASES / name / "program").exists() and material is not None
    made = schemas(material, SV) if changed and material is not None else base
    # Exemptions are written by `exempt`, for all editions: there is no schema for them.
    return Case(root, found, made, sorted(set(workspace.files) - left - {EXEMPTIONS}))


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    """All cases. One whose programme cannot be read is checked with the schemas of the base."""
    material = load(BASE).editions[EDITION].material
    assert material is not None
    base = schemas(material, SV)
    top = tmp_path_factory.mktemp("cases")
    return {name: _case(top / name, name, base) for name in NAMES}


@pytest.fixture(scope="module")
def other(cases: dict[str, Case], tmp_path_factory: pytest.TempPathFactory) -> set[Told]:
    """What check-jsonschema says of all of them, asked once for each schema."""
    asked: dict[str, list[str]] = {}
    for case in cases.values():
        for file in case.files:
            text = case.schemas[home(EDITION, _kind(file))]
            asked.setdefault(text, []).append(str(case.root / file))
    schema = tmp_path_factory.mktemp("schema") / "schema.json"
    told: set[Told] = set()
    for text, files in asked.items():
        schema.write_text(text, encoding="utf-8")
        options = ["--output-format", "json", "--schemafile", str(schema)]
        ran = CliRunner().invoke(check_jsonschema.main, [*options, *files])
        assert ran.exit_code in (0, 1), ran.output
        said = json.loads(ran.stdout)
        assert said.get("parse_errors", []) == []
        told |= {Told(e["filename"], e["path"]) for e in said["errors"]}
    return told


@pytest.mark.parametrize("name", NAMES)
def test_both_find_schema_errors_in_the_same_places(
    name: str, cases: dict[str, Case], other: set[Told]
) -> None:
    case = cases[name]
    ours = [d for d in case.found if d.path in case.files and _told_by_a_schema(d, case)]
    theirs = {t for t in other if Path(t.file).is_relative_to(case.root)}
    assert {t.file for t in theirs} == {str(case.root / d.path) for d in ours}
    places = {str(case.root / d.path): set[str]() for d in ours}
    for d in ours:  # a key that is missing or unknown is told where it would stand
        both = {_path(d), _path(d, above=True)}
        places[str(case.root / d.path)] |= both
        assert both & {t.place for t in theirs if t.file == str(case.root / d.path)}, d
    # In a file of another kind than its name says there is nothing that the schema fits.
    others = {t.file for t in theirs if t.place == "$.kind"}
    assert [t for t in theirs if t.file not in others and t.place not in places[t.file]] == []


def test_the_schemas_find_something(other: set[Told]) -> None:
    assert len({t.file for t in other}) > 30
