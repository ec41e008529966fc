"""`prostcli new` as an official uses it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from prostcli.cli import main
from tests.write.filling import empty_lines, filled

PLAN = "reports/2020-2022/park/2022-report.yaml"


@pytest.fixture
def root(copied: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("PROSTCLI_LANG", raising=False)
    monkeypatch.setattr(sys, "argv", ["prostcli"])
    monkeypatch.chdir(copied)
    return copied


def test_a_file_in_its_place_that_validate_names_line_by_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.run(["new", "report", "park", "2022"]) == 0
    said = capsys.readouterr()
    assert said.out == f"{PLAN}\n"
    assert f"prostcli validate {PLAN}" in said.err
    text = (root / PLAN).read_text(encoding="utf-8")
    assert main.run(["validate", PLAN, "--output-format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    lines = text.split("\n")
    texts = {n for n in empty_lines(text) if not lines[n - 1].endswith("outcome:")}
    assert texts <= {d["line"] for d in found}
    assert main.run(["status", "--board", "park", "--year", "2022", "--format", "json"]) == 1
    cells = json.loads(capsys.readouterr().out)["cells"]
    assert {c["report"] for c in cells} == {"invalid"}
    (root / PLAN).write_text(filled(text), encoding="utf-8")
    assert main.run(["validate", PLAN, "--strict"]) == 0


def test_never_over_a_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / "reports/2020-2022/park/2022-plan.yaml").read_bytes()
    assert main.run(["new", "plan", "park", "2022"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "finns redan" in said.err
    assert (root / "reports/2020-2022/park/2022-plan.yaml").read_bytes() == before


def test_to_stdout_and_to_another_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["new", "plan", "park", "2022", "-o", "-"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("# yaml-language-server: $schema=../../../schema/2020-2022/plan.schema")
    assert main.run(["new", "plan", "park", "2022", "-o", "mitt/utkast.yaml"]) == 0
    assert capsys.readouterr().out == "mitt/utkast.yaml\n"
    assert (root / "mitt/utkast.yaml").read_text(encoding="utf-8") == text
    assert main.run(["new", "plan", "park", "2022", "-o", "mitt/utkast.yaml"]) == 2


def test_from_a_folder_below_the_path_is_told_from_there(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "reports" / "2020-2022" / "park")
    assert main.run(["new", "report", "park", "2022"]) == 0
    assert capsys.readouterr().out == "2022-report.yaml\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["plan", "park", "nästa"], "nästa är inget årtal"),
        (["plan", "park", "22"], "22 är inget årtal"),
        (["plna", "park", "2022"], "Menade du plan?"),
        (["plan", "prk", "2022"], "Menade du park?"),
        (["plan", "kultur", "2022"], "kultur-fritid"),
        (["plan", "park", "2020"], "fanns inte 2020"),
        (["plan", "teknik", "2020"], "Ingen plan för 2020 väntas"),
        (["plan", "teknik", "2023"], "gäller inte 2023"),
    ],
    ids=str,
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    before = sorted(root.rglob("*"))
    assert main.run(["new", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert len(told.err.splitlines()) == 1
    assert sorted(root.rglob("*")) == before


def test_in_english_the_values_are_the_same(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.write.filling import parsed

    texts = []
    for lang in ("sv", "en"):
        assert main.run(["--lang", lang, "new", "report", "teknik", "2022", "-o", "-"]) == 0
        texts.append(capsys.readouterr().out)
    assert parsed(texts[0]) == parsed(texts[1])
    assert "Kontrollera" in texts[0]
    assert "Kontrollera" not in texts[1]
    assert root.is_dir()
