"""What every command names: what counts in spite of errors, and what does not count yet."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Prostcli
from tests.findings import BASE, CASES, laid
from tests.least import PLAN, REPORT, rewritten, without_evidence


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def test_every_command_names_what_counts_in_spite_of_errors(root: Path, prostcli: Prostcli) -> None:
    without_evidence(root)
    rewritten(root, REPORT, ("date: 2022-02-10", "date: 2021-12-31"))
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


CHOSEN: dict[tuple[str, ...], tuple[str, ...]] = {
    (): ("PRO303", "PRO308"),
    ("--board", "park"): ("PRO303", "PRO308"),
    ("--board", "hus"): (),
    ("--year", "2021"): ("PRO303", "PRO308"),
    ("--year", "2020"): (),
    ("--obligation", "1.1"): ("PRO303", "PRO308"),
    ("--obligation", "1.2"): ("PRO308",),
    ("--obligation", "2.2"): (),
    ("--section", "1"): ("PRO303", "PRO308"),
    ("--section", "2"): ("PRO308",),
    ("--board", "park", "--year", "2020"): (),
}
"""By the filters: what is wrong in park's report, PRO303 in 1.1 and PRO308 in no entry."""


@pytest.mark.parametrize("form", ["json", "table", "markdown"])
@pytest.mark.parametrize(
    ("command", "asked"),
    [
        *((command, asked) for command in ("status", "activities") for asked in CHOSEN),
        # It has no other filters: a row tells of a whole file.
        *(
            ("submissions", asked)
            for asked in CHOSEN
            if not {*asked} & {"--obligation", "--section"}
        ),
    ],
)
def test_the_filters_choose_what_is_named_the_same_in_every_list(
    root: Path, prostcli: Prostcli, command: str, form: str, asked: tuple[str, ...]
) -> None:
    without_evidence(root)
    # PRO308, which is in no entry.
    rewritten(root, REPORT, ("date: 2022-02-10", "date: 2021-12-31"))
    rewritten(root, PLAN, ("date: 2020-12-10", "date: 2105-12-10"))
    of = ("--root", str(root), "--as-of", "2022-06-01", command, *asked, "--format", form)
    out = prostcli(*of).out
    codes = tuple(c for c in ("PRO303", "PRO308") if c in out)
    assert codes == CHOSEN[asked]
    assert ("2105" in out) == bool(codes)


def test_what_the_programme_decides_later_is_named_whatever_is_chosen(
    root: Path, prostcli: Prostcli
) -> None:
    path = "program/2020-2021/programme.yaml"
    text = (root / path).read_text(encoding="utf-8")
    day = re.search(r"date: (20[0-9]{2}-[0-9]{2}-[0-9]{2})", text)
    assert day is not None
    rewritten(root, path, (day[0], "date: 2105-02-26"))
    for command in ("status", "activities"):
        ran = prostcli(
            "--root", str(root), "--as-of", "2022-06-01", command, "--board", "hus",
            "--obligation", "2.2", "--format", "json",
        )  # fmt: skip
        assert [f["path"] for f in json.loads(ran.out)["not_yet"]] == [path]


def test_every_command_names_what_does_not_count_yet(root: Path, prostcli: Prostcli) -> None:
    rewritten(root, REPORT, ("date: 2022-02-10", "date: 2105-02-26"))
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
    rewritten(root, PLAN, ("date: 20", "date: 21"))
    of = ("--root", str(root), "--as-of", "2022-06-01", "--lang", "sv")
    ran = prostcli(*of, "site", "-o", str(tmp_path / "site"))
    assert ran.status == 0, ran.err
    for page in ("board-park", "year-2021", "obligation-1.1", "activities", "review"):
        text = (tmp_path / f"site/{page}.html").read_text(encoding="utf-8").lower()
        assert "räknas trots fel" in text, page
        assert "räknas inte än" in text, page
    text = (tmp_path / "site/obligation-2.2.html").read_text(encoding="utf-8")
    assert "Räknas trots fel" not in text  # no entry of it has one, and the plan does not name it
    assert "räknas inte än" not in text


@pytest.mark.parametrize(
    ("code", "dated"),
    [
        ("sv", f"Beslut med senare datum, räknas inte än: {REPORT} (26 februari 2105)."),
        ("en", f"Decisions dated later, which do not count yet: {REPORT} (26 February 2105)."),
    ],
)
def test_a_report_that_does_not_count_yet_is_named_on_the_pages_of_what_it_tells(
    root: Path, prostcli: Prostcli, tmp_path: Path, code: str, dated: str
) -> None:
    rewritten(root, REPORT, ("date: 2022-02-10", "date: 2105-02-26"))
    of = ("--root", str(root), "--as-of", "2022-06-01", "--lang", code)
    ran = prostcli(*of, "site", "-o", str(tmp_path / "site"))
    assert ran.status == 0, ran.err
    for page in ("obligation-1.1", "activities"):
        html = (tmp_path / f"site/{page}.html").read_text(encoding="utf-8")
        assert " ".join(re.sub(r"<[^>]*>", "", html).split()).count(dated) == 1, page


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
    rewritten(root, PLAN, ("answers:", f"{entry}answers:"))
    out = prostcli(*of).out
    assert "⊕ Frivillig plan" in out
    assert "Frivillig redovisning" not in out
    told = '  - {obligation: "2.2", outcome: half, obstacles: Regnet i maj.}\n'
    rewritten(root, REPORT, ("entries:\n", f"entries:\n{told}"))
    out = prostcli(*of).out
    assert "+ Frivillig redovisning" in out
    assert "Frivillig plan" not in out


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


def test_the_summary_and_a_settled_measure_do_not_contradict_each_other(
    root: Path, prostcli: Prostcli
) -> None:
    """Of one that is settled a report may say less: it does not count, and chapter 7 tells it."""
    laid(root, CASES / "PRO313-not-met-once-met")
    reached = "outcome: done\n    summary: Rutinen är ny.\n    evidence: Protokollen."
    rewritten(
        root,
        REPORT,
        ("outcome: half\n    summary: Rutinen är ny.", reached),
        ("    obstacles: Den är inte känd av alla.\n", ""),
    )
    of = ("--root", str(root), "--as-of", "2022-06-01", "review", "-o", "-", "--lang")
    for code, whole, told in (
        (
            "sv",
            "Redovisningen för 2021 säger halvt.",
            "Bland de beslutade redovisningar som räknas för 2021 säger ingen att ",
        ),
        (
            "en",
            "The report for 2021 says halvt.",
            "Among the decided reports that count for 2021, none says ",
        ),
    ):
        out = prostcli(*of, code).out
        assert whole in out, out
        assert told in out, out
