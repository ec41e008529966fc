from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.findings import BASE, CASES, laid

from .conftest import LINDVIK, TOP, Prostcli

REPORT = "reports/2020-2022/teknik/2022-report.yaml"


def test_the_repositorys_own_data_is_sound(prostcli: Prostcli) -> None:
    ran = prostcli("validate", "--strict", cwd=TOP)
    assert ran.status == 0
    # Nothing but notes on what the owner has not yet written for the review.
    assert set(re.findall(r"PRO\d+", ran.out)) <= {"PRO801", "PRO802", "PRO803", "PRO804"}


def test_warnings_fail_only_when_strict(prostcli: Prostcli) -> None:
    assert prostcli("validate").status == 0
    assert prostcli("validate", "--strict").status == 1


def test_hints_come_last_and_fail_never(prostcli: Prostcli, tmp_path: Path) -> None:
    laid(tmp_path, BASE)
    laid(tmp_path, CASES / "PRO312-repeated-text")
    assert prostcli("validate", "--strict", cwd=tmp_path).status == 0
    laid(tmp_path, CASES / "PRO703-nothing-to-correct")
    told = prostcli("validate", "--output-format", "concise", cwd=tmp_path).out.splitlines()
    kinds = [line.split(" ")[2] for line in told if " PRO" in line]
    assert kinds == sorted(kinds, key=["varning:", "upplysning:"].index)
    assert {"varning:", "upplysning:"} == set(kinds)


def _break(root: Path) -> None:
    """Two faults in one report: an unknown key, and a word that no scale has."""
    path = root / REPORT
    text = path.read_text(encoding="utf-8")
    assert "    outcome: reached\n" in text
    text = text.replace("    outcome: reached\n", "    outcome: raeched\n", 1)
    path.write_text(text.replace("kind: report\n", "kind: report\nyaer: 2022\n"), encoding="utf-8")


def test_everything_is_told_in_one_run_on_its_own_line(prostcli: Prostcli, copied: Path) -> None:
    _break(copied)
    ran = prostcli("validate", REPORT, "--output-format", "concise", cwd=copied)
    assert ran.status == 1
    assert ran.out.startswith(f"{REPORT}:4:1: PRO101 Okänd nyckel: yaer.\n")
    assert ran.err == ""


def test_full_shows_the_line_the_place_and_the_way_out(prostcli: Prostcli, copied: Path) -> None:
    _break(copied)
    out = prostcli("validate", REPORT, cwd=copied).out
    assert out.split("\n")[:4] == [
        f"{REPORT}:4:1: PRO101 Okänd nyckel: yaer.",
        "   4 | yaer: 2022",
        "     | ^^^^",
        "    = Menade du year? Här kan stå: kind, board, year, decision, entries och answers.",
    ]


def test_json_has_the_shape_of_the_contract(prostcli: Prostcli, copied: Path) -> None:
    _break(copied)
    whole = json.loads(prostcli("validate", REPORT, "--output-format", "json", cwd=copied).out)
    assert whole["version"] == 1
    assert whole["summary"] == {"files": 1, "errors": 1, "warnings": 0, "notes": 0}
    (found,) = whole["diagnostics"]
    assert found.pop("message") == "Okänd nyckel: yaer."
    assert found.pop("hint").startswith("Menade du year?")
    assert found == {
        "code": "PRO101", "name": "unknown-key", "severity": "error", "path": REPORT,
        "line": 4, "column": 1, "end_line": 4, "end_column": 5,
        "facts": {
            "key": "yaer", "near": "year",
            "known": ["kind", "board", "year", "decision", "entries", "answers"],
        },
    }  # fmt: skip


def test_a_path_is_looked_for_from_here_and_then_from_the_root(prostcli: Prostcli) -> None:
    here = LINDVIK / "reports" / "2020-2022"
    assert "2 filer" in prostcli("validate", "fritid", cwd=here).out
    assert "2 filer" in prostcli("validate", "reports/2020-2022/fritid", cwd=here).out
    assert "20 filer" in prostcli("validate", ".", cwd=LINDVIK).out
    ran = prostcli("validate", "teknik/2022-plan.yaml", "--output-format", "concise", cwd=here)
    assert ran.out.startswith("teknik/2022-plan.yaml:")


@pytest.mark.parametrize(
    "path", ["nowhere.yaml", "COUNTS.md", "/etc/hostname", "reports/2020-2022/nobody"]
)
def test_a_path_that_holds_nothing_is_never_silence(prostcli: Prostcli, path: str) -> None:
    ran = prostcli("validate", path, "--output-format", "concise")
    assert ran.status == 1
    assert "PRO512" in ran.out


def test_a_pipe_does_not_hang_the_check(prostcli: Prostcli, copied: Path) -> None:
    os.mkfifo(copied / "reports" / "2020-2022" / "teknik" / "2021-plan-2.yaml")
    ran = prostcli("validate", "--output-format", "concise", cwd=copied)
    assert ran.status == 1
    assert "2021-plan-2.yaml:1:1: PRO002 Det här är ingen vanlig fil." in ran.out


def test_output_goes_to_a_file_when_asked(prostcli: Prostcli, tmp_path: Path) -> None:
    to = tmp_path / "found.json"
    ran = prostcli("validate", "--output-format", "json", "--output-file", str(to))
    assert (ran.status, ran.out) == (0, "")
    assert json.loads(to.read_text(encoding="utf-8"))["summary"]["files"] == 20


def test_validate_writes_nothing(prostcli: Prostcli, copied: Path) -> None:
    def state() -> list[tuple[str, int]]:
        return sorted((str(p), p.stat().st_mtime_ns) for p in copied.rglob("*"))

    before = state()
    prostcli("validate", cwd=copied)
    assert state() == before


def test_quotations_are_checked_against_the_paper(prostcli: Prostcli, copied: Path) -> None:
    assert prostcli("validate", "--source", "handling.txt", cwd=copied).status == 0
    path = copied / "program" / "2020-2022" / "obligations.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("varje år låta", "vartannat år låta", 1), encoding="utf-8")
    ran = prostcli("validate", "--source", "handling.txt", cwd=copied)
    assert ran.status == 1
    assert "PRO406 Citatet står inte på raderna" in ran.out
    (copied / "handling.txt").write_text("another\n", encoding="utf-8")
    assert "PRO407" in prostcli("validate", "--source", "handling.txt", cwd=copied).out
    assert prostcli("validate", "--source", "no.txt", cwd=copied).status == 2


def test_one_edition_alone(prostcli: Prostcli) -> None:
    assert prostcli("validate", "--programme", "2020-2022").status == 0
    assert prostcli("validate", "--programme", "2019").status == 2


def test_without_a_programme_it_cannot_run(prostcli: Prostcli, tmp_path: Path) -> None:
    assert prostcli("validate", cwd=tmp_path).status == 2
    (tmp_path / "program").mkdir()
    ran = prostcli("validate", cwd=tmp_path)
    assert ran.status == 2
    assert "Det finns inget program" in ran.err


def test_an_edition_without_its_files_is_told(prostcli: Prostcli, copied: Path) -> None:
    (copied / "program" / "2020-2022" / "boards.yaml").unlink()
    ran = prostcli("validate", "--output-format", "concise", cwd=copied)
    assert ran.status == 1
    assert "program/2020-2022/boards.yaml:1:1: PRO501 Filen saknas" in ran.out
    assert prostcli("status", cwd=copied).status == 2


def test_english(prostcli: Prostcli, copied: Path) -> None:
    _break(copied)
    out = prostcli("validate", REPORT, "--lang", "en", cwd=copied).out
    assert "PRO101 Unknown key: yaer." in out
    assert "Okänd" not in out
