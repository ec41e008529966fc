"""`prostcli schema`: writes what is stale and nothing else; `--check` only tells."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from prostcli.cli import main


@pytest.fixture(autouse=True)
def _swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PROSTCLI_LANG", raising=False)
    monkeypatch.setattr(sys, "argv", ["prostcli"])


def test_written_then_current_then_stale(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ["--root", str(copied)]
    assert main.run([*root, "schema", "--check"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 8
    assert not (copied / "schema").exists()
    assert main.run(["schema", *root]) == 0
    written = capsys.readouterr().out.splitlines()
    assert written[0] == "schema/2020-2022/plan.schema.json"
    assert main.run([*root, "schema", "--check"]) == 0
    assert capsys.readouterr().out == ""
    times = {p: p.stat().st_mtime_ns for p in (copied / "schema").rglob("*.json")}
    one = copied / "schema/2020-2022/report.schema.json"
    one.write_text("{}", encoding="utf-8")
    assert main.run([*root, "schema", "--check"]) == 1
    assert "report.schema.json" in capsys.readouterr().out
    assert one.read_text(encoding="utf-8") == "{}"
    assert main.run([*root, "schema"]) == 0
    assert capsys.readouterr().out == "schema/2020-2022/report.schema.json\n"
    assert {p for p, t in times.items() if p.stat().st_mtime_ns != t} == {one}


def test_what_is_left_over_is_told_and_left(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ["--root", str(copied)]
    assert main.run([*root, "schema"]) == 0
    for path in ("schema/2020-2022/minutes.schema.json", "schema/2016-2019/plan.schema.json"):
        (copied / path).parent.mkdir(exist_ok=True)
        (copied / path).write_text("{}", encoding="utf-8")
    (copied / "schema/README.md").write_text("About them.", encoding="utf-8")
    capsys.readouterr()
    assert main.run([*root, "schema", "--check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Överblivet schema: schema/2016-2019/plan.schema.json. Ta bort filen.",
        "Överblivet schema: schema/2020-2022/minutes.schema.json. Ta bort filen.",
    ]
    assert main.run([*root, "schema", "--check", "--programme", "2020-2022"]) == 1
    assert "2016-2019" not in capsys.readouterr().out
    assert main.run([*root, "schema"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "minutes.schema.json" in said.err
    assert (copied / "schema/2020-2022/minutes.schema.json").exists()


def test_what_a_linked_folder_leads_to_is_not_the_schema(
    copied: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no part of the repository: whoever fetches it gets the link alone."""
    assert main.run(["--root", str(copied), "schema"]) == 0
    elsewhere = (copied / "schema").rename(tmp_path / "elsewhere")
    (copied / "schema").symlink_to(elsewhere)
    capsys.readouterr()
    assert main.run(["--root", str(copied), "schema", "--check"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 8


def test_line_ends_that_git_changed_are_no_change(copied: Path) -> None:
    assert main.run(["--root", str(copied), "schema"]) == 0
    one = copied / "schema/2020-2022/plan.schema.json"
    one.write_bytes(one.read_bytes().replace(b"\n", b"\r\n"))
    assert main.run(["--root", str(copied), "schema", "--check"]) == 0


def test_no_schema_from_a_programme_with_errors(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copied / "program/2020-2022/boards.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("kind: boards", "kind: board"), "utf-8"
    )
    assert main.run(["--root", str(copied), "schema"]) == 2
    assert "boards.yaml" in capsys.readouterr().err
    assert not (copied / "schema").exists()


def test_something_in_the_way(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copied / "schema").write_text("", encoding="utf-8")
    assert main.run(["--root", str(copied), "schema"]) == 2
    assert "Traceback" not in capsys.readouterr().err
