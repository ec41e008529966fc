"""What is told of a sealed file that has been edited."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.findings import BASE, CASES, found, laid


def test_the_next_free_correction_is_named_with_its_path(tmp_path: Path) -> None:
    laid(tmp_path, BASE)
    laid(tmp_path, CASES / "PRO701-sealed-file-changed")
    folder = tmp_path / "reports/2020-2021/park"
    (broken,) = found(tmp_path).diagnostics
    assert broken.facts["correction"] == "reports/2020-2021/park/2021-report-2.yaml"
    # Another kind has its own numbers; an unreadable correction has its number too.
    shutil.copy(folder / "2021-plan.yaml", folder / "2021-plan-7.yaml")
    (folder / "2021-report-3.yaml").write_text("kind: report\n", encoding="utf-8")
    (again,) = (d for d in found(tmp_path).diagnostics if d.code == "PRO701")
    assert again.facts["correction"] == "reports/2020-2021/park/2021-report-4.yaml"
