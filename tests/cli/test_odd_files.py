"""Every command among odd files: it survives, tells what is not counted, and writes nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.load.test_files import BASE, INSTEAD_OF_FOLDERS

from .conftest import Prostcli

COMMANDS = [
    ["status"], ["status", "--format", "json"], ["status", "--format", "csv"],
    ["status", "--format", "markdown"], ["show", "hus"], ["review"],
    ["review", "--board", "hus", "--year", "2021"], ["new", "plan", "hus", "2021", "-o", "-"],
    ["validate"], ["validate", "reports"], ["validate", "--output-format", "json"],
    ["schema", "--check"], ["explain", "PRO002"], ["--help"], ["--version"],
]  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def snapshot(root: Path) -> dict[str, tuple[object, ...]]:
    """Everything in a folder: names, kinds, modes, contents, times of change."""
    found: dict[str, tuple[object, ...]] = {}
    for folder, folders, files in os.walk(root):
        for name in [".", *folders, *files]:
            path = Path(folder, name)
            facts = path.lstat()
            data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            found[str(path)] = (facts.st_mode, facts.st_size, facts.st_mtime_ns, facts.st_ino, data)
    return found


@pytest.mark.parametrize("name", INSTEAD_OF_FOLDERS)
def test_what_is_not_counted_is_named_and_is_1(name: str, root: Path, prostcli: Prostcli) -> None:
    build, expected = INSTEAD_OF_FOLDERS[name]
    (root.parent / "outside").mkdir()
    build(root)
    odd = expected.partition(":")[0]
    of_the_programme = odd.startswith("program")
    for command in COMMANDS:
        ran = prostcli(*command, cwd=root)
        assert "internt fel" not in ran.err, command
        if command[0] in ("status", "show", "review"):
            assert ran.status == (2 if of_the_programme else 1), command
            assert of_the_programme or odd in ran.out + ran.err, command
        if command[0] == "validate" and command[-1] != "reports":
            assert ran.status == 1
            assert odd in ran.out


@pytest.mark.parametrize("odd", ["reports/2020-2012/park", "reports/2020–2021/park", "reports"])
def test_reports_that_are_filed_where_no_edition_is(
    odd: str, root: Path, prostcli: Prostcli
) -> None:
    (root / odd).mkdir(parents=True, exist_ok=True)
    shutil.move(root / "reports/2020-2021/park/2021-plan.yaml", root / odd / "2021-plan.yaml")
    for command in (["status"], ["status", "--format", "json"], ["show", "park"]):
        ran = prostcli(*command, cwd=root)
        assert ran.status == 1, command
        assert f"{odd}/2021-plan.yaml" in ran.out + ran.err


def test_reports_of_another_edition_are_not_this_ones_fault(root: Path, prostcli: Prostcli) -> None:
    later = root / "program/2022-2023"
    shutil.copytree(root / "program/2020-2021", later)
    path = later / "programme.yaml"
    text = path.read_text(encoding="utf-8").replace("edition: 2020-2021", "edition: 2022-2023")
    text = text.replace("from: 2020-01-01, to: 2021-12-31", "from: 2022-01-01, to: 2023-12-31")
    path.write_text(text, encoding="utf-8")
    (root / "reports/2022-2023").mkdir()
    (root / "reports/2022-2023/notes.txt").write_text("x", encoding="utf-8")
    assert prostcli("status", "--programme", "2020-2021", cwd=root).status == 0
    assert prostcli("status", "--programme", "2022-2023", cwd=root).status == 1


@pytest.mark.parametrize("state", ["sound", "faulty"])
def test_what_only_tells_writes_nothing(state: str, root: Path, prostcli: Prostcli) -> None:
    if state == "faulty":
        (root / "reports/2020-2021/park/2021-plan.yaml").write_bytes(b"\xff")
        (root / "reports/2020-2021/park/a\nb").symlink_to("/etc/passwd")
    assert prostcli("schema", cwd=root).status == 0
    before = snapshot(root)
    for command in COMMANDS:
        prostcli(*command, cwd=root)
    assert snapshot(root) == before


def test_validate_writes_its_output_file_and_nothing_else(root: Path, prostcli: Prostcli) -> None:
    before = snapshot(root)
    out = root / "found.json"
    ran = prostcli("validate", "--output-format", "json", "--output-file", "found.json", cwd=root)
    assert (ran.status, ran.out) == (0, "")
    after = snapshot(root)
    assert set(after) - set(before) == {str(out)}
    out.unlink()
    moved = {p: (f[0], f[4]) for p, f in snapshot(root).items()}
    assert moved == {p: (f[0], f[4]) for p, f in before.items()}


@pytest.mark.parametrize("linked", ["reports", "reports/2020-2021", "reports/2020-2021/hus"])
def test_new_writes_through_no_link_out_of_the_workspace(
    linked: str, root: Path, prostcli: Prostcli
) -> None:
    outside = root.parent / "outside"
    shutil.move(root / linked, outside)
    (root / linked).symlink_to(outside)
    before = snapshot(outside)
    ran = prostcli("new", "plan", "hus", "2021", cwd=root)
    assert (ran.status, ran.out) == (2, "")
    assert snapshot(outside) == before


def test_schema_writes_through_no_link_out_of_the_workspace(root: Path, prostcli: Prostcli) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (root / "schema").symlink_to(outside)
    ran = prostcli("schema", cwd=root)
    assert (ran.status, ran.out) == (2, "")
    assert list(outside.iterdir()) == []
