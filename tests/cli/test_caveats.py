"""What every command names: what counts in spite of errors, and what does not count yet."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Prostcli
from tests.findings import BASE, CASES, laid

REPORT = "reports/2020-2021/park/2021-report.yaml"
PLAN = "reports/2020-2021/park/2021-plan.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def written(root: Path, path: str, *pairs: tuple[str, str]) -> None:
    text = (root / path).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    (root / path).write_text(text, encoding="utf-8")


def without_evidence(root: Path) -> None:
    written(root, REPORT, ("    evidence: Städprotokollen.\n", ""))


def test_every_command_names_what_counts_in_spite_of_errors(root: Path, prostcli: Prostcli) -> None:
    without_evidence(root)
    written(root, REPORT, ("date: 2022-02-10", "date: 2021-12-31"))  # PRO308, which is in no entry
    of = ("--root", str(root), "--as-of", "2022-06-01", "--lang", "en")

    def flat(*arguments: str) -> str:
        ran = prostcli(*of, *arguments)
        assert ran.status == 0, ran.err
        return " ".join(ran.out.split())

    assert f"{REPORT}: PRO303, PRO308" in flat("activities", "--year", "2021")
    assert "PRO303" not in flat("activities", "--board", "hus", "--year", "2021")
    assert "Counted in spite of errors that prostcli validate shows: PRO303 and PRO308" in flat(
        "submissions", "--year", "2021"
    )
    measure = flat("show", "1.1")
    assert "Park (counted in spite of errors: PRO303)" in measure
    assert f"Park 2021, report: PRO303 and PRO308 ({REPORT})" in measure
    other = flat("show", "2.1")
    assert f"Park 2021, report: PRO308 ({REPORT})" in other
    assert "PRO303" not in other
    assert "Counted in spite of errors: PRO303." in flat("show", "park")
    assert "PRO30" not in flat("show", "hus")
    review = flat("review", "-o", "-")
    assert "; counted in spite of errors: PRO303 and PRO308 [" in review
    assert "*Counted in spite of errors: PRO303.*" in review
    assert "(counted in spite of errors: PRO303)" in review
    asked = ("submissions", "--year", "2021", "--board", "park", "--format")
    assert prostcli(*of, *asked, "csv").out.splitlines()[-1].endswith(f"{REPORT},,PRO303 PRO308,")


def test_every_command_names_what_does_not_count_yet(root: Path, prostcli: Prostcli) -> None:
    written(root, REPORT, ("date: 2022-02-10", "date: 2105-02-26"))
    of = ("--root", str(root), "--as-of", "2022-06-01", "--lang", "en")

    def flat(*arguments: str) -> str:
        ran = prostcli(*of, *arguments)
        assert ran.status == 0, ran.err
        return " ".join(ran.out.split())

    dated = f"{REPORT}: dated 26 February 2105, does not count yet"
    below = f"a decision dated 26 February 2105 does not count yet: {REPORT}"
    assert dated in flat("activities", "--year", "2021")
    assert dated in flat("show", "1.1")
    assert dated in flat("review", "-o", "-")
    assert below in flat("show", "park")
    assert below in flat("review", "-o", "-")
    assert below[1:] in flat("review", "-o", "-", "--board", "park", "--year", "2021")
    row = flat("submissions", "--year", "2021", "--board", "park", "--kind", "report")
    assert f"{REPORT}: decision dated 26 February 2105, does not count yet" in row
    assert "2105" not in flat("submissions", "--year", "2021", "--kind", "plan")
    assert "2105" not in flat("show", "hus")
    found = json.loads(prostcli(*of, "activities", "--format", "json").out)["not_yet"]
    assert [(f["path"], f["date"]) for f in found] == [(REPORT, "2105-02-26")]


def test_the_site_names_both(root: Path, prostcli: Prostcli, tmp_path: Path) -> None:
    without_evidence(root)
    written(root, PLAN, ("date: 20", "date: 21"))
    of = ("--root", str(root), "--as-of", "2022-06-01", "--lang", "sv")
    ran = prostcli(*of, "site", "-o", str(tmp_path / "site"))
    assert ran.status == 0, ran.err
    for page in ("board-park", "year-2021", "obligation-1.1", "review"):
        text = (tmp_path / f"site/{page}.html").read_text(encoding="utf-8").lower()
        assert "räknas trots fel" in text, page
        assert page == "obligation-1.1" or "räknas inte än" in text, page


def test_a_plan_that_nobody_expects_is_named_before_its_day(root: Path, prostcli: Prostcli) -> None:
    path = "reports/2020-2021/hus/2020-plan.yaml"
    head = "kind: plan\nboard: hus\nyear: 2020\n"
    decision = 'decision: {date: 2105-01-01, paragraph: "§ 1", reference: Dnr 1}\n'
    (root / path).write_text(f"{head}{decision}entries: []\n", encoding="utf-8")
    ran = prostcli(
        "--root", str(root), "--as-of", "2022-06-01", "submissions", "--board", "hus",
        "--year", "2020", "--format", "json",
    )  # fmt: skip
    found = {s["kind"]: s["not_yet"] for s in json.loads(ran.out)["submissions"]}
    assert found["plan"] == [{"path": path, "date": "2105-01-01"}]


def test_a_voluntary_plan_is_called_one(root: Path, prostcli: Prostcli) -> None:
    of = ("--root", str(root), "--as-of", "2022-06-01", "--lang", "sv", "status", "--year", "2021")
    entry = '  - {obligation: "2.2", ongoing: Vi hjälper till.}\n'
    written(root, PLAN, ("answers:", f"{entry}answers:"))
    out = prostcli(*of).out
    assert "⊕ Frivillig plan" in out
    assert "Frivillig redovisning" not in out
    told = '  - {obligation: "2.2", outcome: half, obstacles: Regnet i maj.}\n'
    text = (root / REPORT).read_text(encoding="utf-8")
    written(root, REPORT, ("entries:\n", f"entries:\n{told}"))
    out = prostcli(*of).out
    assert "+ Frivillig redovisning" in out
    assert "Frivillig plan" not in out
    assert text != (root / REPORT).read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["table", "markdown"])
@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        (("status", "--status", "written-off"), "År 2"),
        (("status", "--year", "2020", "--status", "done"), "År 2"),
        (("activities", "--year", "2020"), "Insatser 2"),
    ],
)
def test_there_is_no_heading_over_nothing(
    prostcli: Prostcli, root: Path, asked: tuple[str, ...], heading: str, form: str
) -> None:
    of = ("--root", str(root), "--as-of", "2022-06-01", "--lang", "sv")
    ran = prostcli(*of, *asked, "--format", form)
    assert ran.status == 0, ran.err
    lines = ran.out.splitlines()
    assert "Inget att visa" in ran.out
    assert [line for line in lines if line.removeprefix("## ").startswith(heading)] == []


def test_the_summary_is_not_gainsaid_by_a_settled_measure(root: Path, prostcli: Prostcli) -> None:
    """Of one that is settled a report may say less: it does not count, and chapter 7 tells it."""
    laid(root, CASES / "PRO313-not-met-once-met")
    reached = "outcome: done\n    summary: Rutinen är ny.\n    evidence: Protokollen."
    written(
        root,
        REPORT,
        ("outcome: half\n    summary: Rutinen är ny.", reached),
        ("    obstacles: Den är inte känd av alla.\n", ""),
    )
    of = ("--root", str(root), "--as-of", "2022-06-01", "review", "-o", "-", "--lang")
    for code, whole, told in (
        ("sv", "Redovisningen för 2021 säger halvt.", "Av det som räknas 2021 säger ingen "),
        ("en", "The report for 2021 says halvt.", "Of what counts in 2021 no decided report "),
    ):
        out = prostcli(*of, code).out
        assert whole in out, out
        assert told in out, out
