"""The benchmarks run, on valid files that are the same each time. No test looks at the clock."""

import filecmp
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.cells import assess
from prostcli.load.workspace import load
from prostcli.usecases import check
from tests.desk import few
from tests.findings import DAY

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
LINDVIK = Path(__file__).resolve().parent / "lindvik"


def generate(folder: Path, *options: str) -> int:
    command = [sys.executable, str(BENCHMARKS / "generate.py"), str(folder), *options]
    return subprocess.run(command, check=False, capture_output=True).returncode


def test_generated_files_are_valid_real_and_of_the_size_they_say(tmp_path: Path) -> None:
    assert generate(tmp_path / "a", "--files", "50") == 0
    workspace = load(tmp_path / "a")
    assert check(workspace, DAY) == []
    reports = list((tmp_path / "a" / "reports").rglob("*.yaml"))
    assert len(reports) == 50
    texts = [p.read_text(encoding="utf-8") for p in reports]
    assert 4_000 < sum(len(t.encode()) for t in texts) / len(texts) < 6_500
    assert all(11 <= t.count("  - obligation:") <= 16 for t in texts)
    assert len(set(texts)) == 50
    assert all(t.startswith("# Påhittad kommun") for t in texts)


@pytest.mark.slow
def test_the_whole_city_is_valid_and_all_of_it_is_decided(tmp_path: Path) -> None:
    assert generate(tmp_path / "a", "--whole") == 0
    workspace = load(tmp_path / "a")
    assert check(workspace, DAY) == []
    files = list((tmp_path / "a").rglob("*.yaml"))
    assert len(files) == 3 + 300
    assert all(f.read_text(encoding="utf-8").startswith("# Påhittad kommun") for f in files)
    (edition,) = workspace.editions.values()
    assert edition.material is not None
    cells = assess(edition.material, date(2006, 7, 1)).cells
    assert len(cells) == 4_500
    assert len({(c.obligation, c.board, c.year) for c in cells}) == 4_500
    assert {(c.plan, c.report) for c in cells} == {("decided", "decided")}
    assert [len({getattr(c, of) for c in cells}) for of in ("obligation", "board", "year")] == [
        30, 30, 5,
    ]  # fmt: skip


@pytest.mark.parametrize(("options", "files"), few([(["--files", "21"], 24), (["--whole"], 303)]))
def test_the_same_choice_gives_the_same_bytes(
    options: list[str], files: int, tmp_path: Path
) -> None:
    assert generate(tmp_path / "a", *options) == generate(tmp_path / "b", *options) == 0
    names = [p.relative_to(tmp_path / "a") for p in (tmp_path / "a").rglob("*.yaml")]
    same, other, missing = filecmp.cmpfiles(
        tmp_path / "a", tmp_path / "b", [str(n) for n in names], shallow=False
    )
    assert (len(same), other, missing) == (files, [], [])


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    assert generate(tmp_path, "--files", "1") == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "posix_spawn"), reason="needs wait4")
def test_a_run_prints_a_line_a_comparison() -> None:
    done = subprocess.run(
        [sys.executable, BENCHMARKS / "run.py", "--runs", "1", "--files", "4", "--city", LINDVIK],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("| `")]
    assert len(lines) == 8
    assert all(re.search(r"\*\*[0-9]+\.[0-9]{2}\*\*|skipped: .", line) for line in lines)
    assert not any("skipped" in line for line in lines[:4])
    assert all(line.count(" | ") == 6 for line in lines)
