"""The settings for VS Code: each file has its schema, nothing is sent out, nothing rewritten."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from typing import Any

import pytest

from prostcli.load.workspace import Workspace
from prostcli.output.schema.schemas import MODELS, home
from tests.schema.language_server import TOP


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((TOP / ".vscode/settings.json").read_text(encoding="utf-8"))
    return found


def test_the_yaml_extension_is_recommended_and_nothing_else() -> None:
    said = json.loads((TOP / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert said == {"recommendations": ["redhat.vscode-yaml"]}


def test_nothing_is_sent_out(settings: dict[str, Any]) -> None:
    assert settings["redhat.telemetry.enabled"] is False
    assert settings["yaml.schemaStore.enable"] is False
    assert settings["yaml.kubernetesCRDStore.enable"] is False
    assert not any(schema.startswith("http") for schema in settings["yaml.schemas"])


def test_a_file_is_saved_as_it_was_written(settings: dict[str, Any]) -> None:
    """Fingerprints and error positions rest on the bytes; `.editorconfig` says the same."""
    assert settings["yaml.format.enable"] is False
    assert "files.eol" not in settings
    yaml = settings["[yaml]"]
    assert "files.eol" not in yaml
    for habit in (
        "editor.formatOnSave",
        "editor.formatOnPaste",
        "files.trimTrailingWhitespace",
        "files.trimFinalNewlines",
        "files.insertFinalNewline",
    ):
        assert yaml[habit] is False, habit
    assert yaml["editor.insertSpaces"] is True


def test_every_schema_there_is_and_no_other_is_named(
    settings: dict[str, Any], stockholm_workspace: Workspace
) -> None:
    editions = stockholm_workspace.editions
    wanted = {home(edition, kind) for edition in editions for kind in MODELS}
    assert set(settings["yaml.schemas"]) == wanted
    assert all((TOP / path).is_file() for path in wanted)


def test_every_file_has_just_one_schema_the_one_of_its_kind(
    settings: dict[str, Any], stockholm_workspace: Workspace
) -> None:
    assert len(stockholm_workspace.files) > 20
    names = [*stockholm_workspace.files]
    folder = "reports/2006-2010/farsta"
    names += [f"{folder}/{n}.yaml" for n in ("2007-plan", "2007-report", "2007-report-2")]
    for path in names:
        stem = path.rpartition("/")[2].removesuffix(".yaml")
        kind = stem.split("-")[1] if path.startswith("reports/") else stem
        schemas = settings["yaml.schemas"].items()
        assert [s for s, files in schemas if fnmatchcase(path, files)] == [home("2006-2010", kind)]
