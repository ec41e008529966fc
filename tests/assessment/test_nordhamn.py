"""The example against its hand count, `tests/nordhamn/COUNTS.md`, through the command line."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from prostcli.assessment.activities import commitments
from prostcli.assessment.cells import STATUSES, share
from prostcli.usecases import view
from tests.cli.conftest import TOP, Prostcli
from tests.cli.conftest import prostcli as prostcli  # noqa: PLC0414  a fixture

NORDHAMN = TOP / "examples" / "nordhamn"
COUNTS = (Path(__file__).parent.parent / "nordhamn" / "COUNTS.md").read_text(encoding="utf-8")
LAST = "2016-03-01"


def rows(heading: str) -> list[list[str]]:
    """The rows below the head of the first table under a heading of the hand count."""
    below = COUNTS.split(heading, 1)[1]
    table = below[below.index("\n|") :].split("\n\n", 1)[0].strip().splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]


def numbers(text: str) -> dict[str, int]:
    """`planned 11, ongoing 9` as numbers by name."""
    return {name: int(n) for name, n in re.findall(r"([a-z-]+) (\d+)", text)}


def asked(prostcli: Prostcli, command: str, day: str) -> Any:
    ran = prostcli("--root", str(NORDHAMN), command, "--format", "json", "--as-of", day)
    assert ran.status == 0, ran.err
    return json.loads(ran.out)


STATUS_ROWS = rows("## The status of every cell on some dates")


def test_there_is_a_dozen_dates_and_more() -> None:
    assert len({row[0] for row in STATUS_ROWS}) >= 12


@pytest.mark.parametrize("row", STATUS_ROWS, ids=lambda row: f"{row[0]} for {row[1]}")
def test_statuses_are_those_counted_by_hand(prostcli: Prostcli, row: list[str]) -> None:
    day, year, cells, _, statuses, _ = row
    by_hand = numbers(statuses)
    assert sum(by_hand.values()) == int(cells)
    assert asked(prostcli, "status", day)["summary"][year]["status"] == by_hand


@pytest.mark.parametrize("row", STATUS_ROWS, ids=lambda row: f"{row[0]} for {row[1]}")
def test_shares_are_those_counted_by_hand(row: list[str]) -> None:
    from datetime import date

    found = view(NORDHAMN, date.fromisoformat(row[0])).assessment
    assert str(share(c for c in found.cells if c.year == int(row[1]))) == row[3]


@pytest.mark.parametrize(
    "row", rows("## What became of planned activities"), ids=lambda row: f"{row[0]} for {row[1]}"
)
def test_activities_are_those_counted_by_hand(prostcli: Prostcli, row: list[str]) -> None:
    day, year, planned, fates, late, unplanned = row
    by_hand = numbers(fates)
    assert sum(by_hand.values()) == int(planned)
    assert asked(prostcli, "activities", day)["summary"].get(year) == {
        "planned": int(planned),
        "fates": by_hand,
        "late": int(late),
        "unplanned": int(unplanned),
    }


def test_what_was_put_off_is_followed() -> None:
    from datetime import date

    found = view(NORDHAMN, date.fromisoformat(LAST)).assessment
    followed = {c.activity.id: c.follow_up for c in commitments(found) if c.follow_up}
    assert followed == {
        "utbildningspaket": "taken-up",
        "hembesok": "taken-up",
        "kvallsprov-hosten": "taken-up",
        "odlingslador": "not-taken-up",
        "mote-holmen": "taken-up",
        "vardskap": "taken-up",
    }


def test_every_status_and_glyph_appears_on_some_date(prostcli: Prostcli) -> None:
    seen = {s for row in STATUS_ROWS for s in numbers(row[4])}
    not_in_a_sound_workspace = {"report-invalid", "plan-invalid"}
    assert {*STATUSES} - not_in_a_sound_workspace <= seen
    assert {"fulfilled", "partly", "not-fulfilled", "not-applicable", "complied", "breach",
            "not-checked", "in-place", "partly-in-place", "not-in-place"} <= seen  # fmt: skip
    assert asked(prostcli, "status", LAST)["voluntary"]


def test_the_example_is_without_findings(prostcli: Prostcli) -> None:
    for paper in ("paper.txt", "utkast.txt"):
        ran = prostcli("--root", str(NORDHAMN), "validate", "--source", str(NORDHAMN / paper),
                       "--output-format", "json")  # fmt: skip
        told = json.loads(ran.out)["diagnostics"]
        assert [d for d in told if d["severity"] != "note"] == []


def test_every_file_says_that_it_is_fictitious() -> None:
    files = [p for p in NORDHAMN.rglob("*") if p.is_file()]
    assert len(files) > 70
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0].lower()
        assert "påhitta" in first, path


def test_a_drafted_edition_is_shown_only_when_asked_for(prostcli: Prostcli) -> None:
    told = prostcli("--root", str(NORDHAMN), "status", "--as-of", "2017-05-01").out
    assert "Program 2012-2015." in told
    asked_for = prostcli("--root", str(NORDHAMN), "status", "--programme", "2016-2019").out
    assert "Program 2016-2019." in asked_for


BREAKS = {
    "PRO0": ("kultur-fritid/2015-plan.yaml", "kind: plan", "kind: plan\nkind: plan"),
    "PRO1": ("kultur-fritid/2015-plan.yaml", "ongoing: Fri entré", "ongoign: Fri entré"),
    "PRO2": ("nordvastra/2014-plan.yaml", "id: it-larare}", "id: it-lararna}"),
    "PRO3": ("hamnhem/2014-report.yaml", "    evidence: Förvaltarnas rapport i november.\n", ""),
    "PRO4": (
        "../../program/2012-2015/programme.yaml",
        "bor ensam.\n    text",
        "bor ensam nu.\n    text",
    ),
    "PRO5": ("hamnhem/2014-report.yaml", "board: hamnhem", "board: sodra"),
    "PRO6": ("hamnhem/2014-report.yaml", "november.", "november, ring 08-123 45 67."),
    "PRO7": ("kultur-fritid/2014-report.yaml", "Alla sju", "Alla åtta"),
}


@pytest.mark.parametrize("family", BREAKS)
def test_a_rule_of_each_family_watches_over_it(
    family: str, tmp_path: Path, prostcli: Prostcli
) -> None:
    root = Path(shutil.copytree(NORDHAMN, tmp_path / "nordhamn"))
    name, old, new = BREAKS[family]
    path = root / "reports/2012-2015" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    ran = prostcli("--root", str(root), "validate", "--output-format", "json")
    found = {d["code"] for d in json.loads(ran.out)["diagnostics"] if d["severity"] != "note"}
    assert {code[:4] for code in found} >= {family}
    assert ran.status == 1 or family == "PRO6"


def edited(tmp_path: Path, name: str, old: str, new: str) -> Path:
    root = Path(shutil.copytree(NORDHAMN, tmp_path / "nordhamn"))
    path = root / "reports/2012-2015" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return root


def test_a_broken_seal_of_what_has_been_corrected_takes_nothing_away(
    tmp_path: Path, prostcli: Prostcli
) -> None:
    root = edited(
        tmp_path, "socialnamnden/2013-report.yaml", "sex utbildningar", "åtta utbildningar"
    )
    asked = ("--root", str(root), "status", "--format", "json", "--as-of")
    ran = prostcli(*asked, LAST)
    assert ran.status == 0
    assert json.loads(ran.out)["summary"]["2013"]["status"]["partly"] == 7
    before = prostcli(*asked, "2014-05-20")  # the day before the correction it is what counts
    assert before.status == 1
    assert json.loads(before.out)["summary"]["2013"]["status"]["report-invalid"] == 5
    told = prostcli("--root", str(root), "validate", "--output-format", "json")
    errors = [d for d in json.loads(told.out)["diagnostics"] if d["severity"] == "error"]
    assert [d["code"] for d in errors] == ["PRO701"]


def test_a_broken_seal_of_the_correction_leaves_nothing_sure(
    tmp_path: Path, prostcli: Prostcli
) -> None:
    root = edited(tmp_path, "socialnamnden/2013-report-2.yaml", "vakant", "ledig")
    ran = prostcli("--root", str(root), "status", "--format", "json", "--as-of", LAST)
    assert ran.status == 1
    assert json.loads(ran.out)["summary"]["2013"]["status"]["report-invalid"] == 5


def test_a_draft_programme_says_that_nobody_owes_anything(prostcli: Prostcli) -> None:
    for command in ("status", "activities", "submissions"):
        for form in ("table", "markdown"):
            out = prostcli("--root", str(NORDHAMN), command, "--programme", "2016-2019",
                           "--format", form).out  # fmt: skip
            assert "programmet är inte antaget" in " ".join(out.split())


def test_the_owners_words_are_not_there_before_their_decision(prostcli: Prostcli) -> None:
    def out(day: str) -> str:
        return prostcli("--root", str(NORDHAMN), "review", "--as-of", day).out

    words = "Södra områdesnämnden har inte redovisat 2015"
    assert words in out("2016-05-18")
    assert words not in out("2016-05-17")


def test_a_state_is_looked_for_in_every_year(prostcli: Prostcli) -> None:
    asked = ("--root", str(NORDHAMN), "submissions", "--status", "overdue", "--as-of", LAST)
    out = prostcli(*asked).out
    for heading in ("Planer för 2012", "Redovisningar för 2012", "Planer för 2014",
                    "Redovisningar för 2013", "Redovisningar för 2015"):  # fmt: skip
        assert heading in out
    assert "Ska beslutas av\n" in out or "Ska beslutas av Nordvästra" in out


def test_a_plan_written_against_an_older_text_is_told(prostcli: Prostcli) -> None:
    asked = ("--root", str(NORDHAMN), "show", "2.1", "--as-of", "2014-06-01")
    out = " ".join(prostcli(*asked).out.split())
    assert "Planerad: Nordvästra (reports/2012-2015/nordvastra/2014-plan.yaml:9), Södra" in out
    assert "Södra (planen skrevs mot tidigare lydelse)" in out
