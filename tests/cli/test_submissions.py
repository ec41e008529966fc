"""`prostcli submissions` on Lindvik, read from the files by hand."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.cli.conftest import Prostcli

DAY = ("--as-of", "2022-05-01")


def test_each_submission_and_the_decision_behind_it(prostcli: Prostcli) -> None:
    ran = prostcli("submissions", "--format", "json", "--year", "2021", *DAY)
    whole = json.loads(ran.out)
    found = {(s["board"], s["kind"]): s for s in whole["submissions"]}
    assert {key: s["state"] for key, s in found.items()} == {
        ("kultur-fritid", "plan"): "decided",
        ("teknik", "plan"): "decided",
        ("park", "plan"): "decided",
        ("lindvikshus", "plan"): "overdue",
        ("kultur-fritid", "report"): "decided",
        ("teknik", "report"): "decided",
        ("park", "report"): "received",
        ("lindvikshus", "report"): "overdue",
    }
    assert whole["summary"]["2021"]["report"] == {"decided": 2, "received": 1, "overdue": 1}
    assert found["kultur-fritid", "plan"]["decision"] == {
        "date": "2020-12-15", "by": "fritid", "how": "decided", "paragraph": "§ 91",
        "reference": "Dnr FN 2020/140", "dissent": [],
    }  # fmt: skip
    assert (found["park", "plan"]["late"], found["teknik", "plan"]["late"]) == (True, False)
    assert found["lindvikshus", "report"]["obligations"] == ["b.1", "b.2", "1.1"]


def test_a_corrected_report_names_the_one_that_it_supersedes(prostcli: Prostcli) -> None:
    asked = ("submissions", "--format", "json", "--board", "teknik", "--year", "2021")
    early = json.loads(prostcli(*asked, "--as-of", "2022-05-01").out)["submissions"][1]["paths"]
    late = json.loads(prostcli(*asked, "--as-of", "2023-05-01").out)["submissions"][1]["paths"]
    assert late == [early[0].replace("report.yaml", "report-2.yaml"), *early]


@pytest.mark.parametrize(
    ("options", "boards"),
    [
        (("--status", "received"), ["park"]),
        (("--status", "draft"), ["park"]),  # the plan for 2022
        (("--kind", "plan", "--status", "overdue", "--year", "2021"), ["lindvikshus"]),
        (("--due", "2021-03-31"), ["kultur", "lindvikshus"]),
        (("--board", "park", "--year", "2020"), []),
    ],
)
def test_filters(prostcli: Prostcli, options: tuple[str, ...], boards: list[str]) -> None:
    out = prostcli("submissions", "--format", "csv", *options, *DAY).out
    assert [row["board"] for row in csv.DictReader(io.StringIO(out))] == boards


def test_the_table_tells_who_decided_for_a_board_that_is_gone(prostcli: Prostcli) -> None:
    out = prostcli("submissions", "--year", "2020", *DAY).out
    flat = " ".join(out.split())
    assert "Fritid Beslutad 25 februari 2021, av Kultur- och fritidsnämnden, § 14," in flat
    assert "Kultur Saknas (senast 31 mars 2021)." in flat
    assert max(map(len, out.splitlines())) <= 80


def test_without_a_board_by_that_name_nothing_looks_like_zero(prostcli: Prostcli) -> None:
    for option in (("--board", "kultu"), ("--status", "decide"), ("--kind", "plans")):
        ran = prostcli("submissions", *option, *DAY)
        assert (ran.status, ran.out) == (2, "")


def test_markdown_and_english(prostcli: Prostcli) -> None:
    out = prostcli(
        "submissions", "--year", "2021", "--format", "markdown", "--lang", "en", *DAY
    ).out
    assert "## Reports for 2021" in out
    assert "| Park | Received, noted by the board 24 March 2022 but not decided, § 9. |" in out


def test_a_state_is_known_by_its_label_too(prostcli: Prostcli) -> None:
    by_id = prostcli("submissions", "--status", "received", "--format", "csv", *DAY).out
    assert by_id.count("\n") > 1
    for label in ("Ej nämndbeslutad", "Not decided by the board"):
        assert prostcli("submissions", "--status", label, "--format", "csv", *DAY).out == by_id


def test_a_year_without_anything_names_those_that_have(prostcli: Prostcli) -> None:
    out = " ".join(prostcli("submissions", "--board", "fritid", "--year", "2022", *DAY).out.split())
    assert "Inget att visa för 2022 av det som valts, men väl för 2020" in out
