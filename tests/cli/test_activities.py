"""`prostcli activities` on Lindvik. What its plans of 2021 name, read from the files by hand:

Kultur och fritid four: the pool is done, the sign language is not answered, the doors are put off,
the threshold is done. Teknik three: the inspection is done, the second one went to Park, the walk
is done by the first report and done in part by its correction. Park two, in a report that is only
received. 2022: Teknik's checklist, and signs under a measure that is settled by then.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from tests.cli.conftest import Prostcli

END = ("--as-of", "2023-04-01")
OF_2021 = {
    "done": 3, "partly": 1, "postponed": 1, "transferred": 1, "unanswered": 1, "received": 2,
}  # fmt: skip


def ledger(prostcli: Prostcli, *options: str) -> Any:
    ran = prostcli("activities", "--format", "json", *END, *options)
    assert ran.status == 0
    return json.loads(ran.out)


def test_the_figures_are_those_counted_by_hand(prostcli: Prostcli) -> None:
    year = ledger(prostcli)["summary"]["2021"]
    assert year == {"planned": 9, "fates": OF_2021, "late": 2, "unplanned": 1}


def test_status_has_the_same_figures(prostcli: Prostcli) -> None:
    ran = prostcli("status", "--format", "json", *END)
    assert json.loads(ran.out)["summary"]["2021"]["activities"] == OF_2021
    text = prostcli("status", "--year", "2021", *END).out
    assert "Planerade insatser 2021: 9, varav 3 genomförda, 2 försenade och 1 ej" in text


def test_before_the_correction_the_first_report_counts(prostcli: Prostcli) -> None:
    ran = prostcli("activities", "--format", "json", "--as-of", "2022-04-01", "--board", "teknik")
    assert json.loads(ran.out)["summary"]["2021"]["fates"] == {"done": 2, "transferred": 1}


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (("--year", "2021", "--board", "teknik"), 3),
        (("--status", "postponed"), 1),
        (("--status", "unanswered", "--status", "transferred"), 2),
        (("--year", "2021", "--obligation", "1.1"), 1),  # the walk counts under it too
        (("--section", "1", "--year", "2021"), 1),
        (("--due", "2021-06-30"), 1),  # the doors; what was due before is done
        (("--status", "unplanned"), 0),
    ],
)
def test_filters(prostcli: Prostcli, options: tuple[str, ...], number: int) -> None:
    assert len(ledger(prostcli, *options)["activities"]) == number


def test_what_was_not_planned_can_be_asked_for(prostcli: Prostcli) -> None:
    (only,) = ledger(prostcli, "--status", "unplanned")["unplanned"]
    assert (only["board"], only["obligation"], only["result"]) == ("kultur-fritid", "a.3", "done")


def test_csv_has_a_line_an_activity(prostcli: Prostcli) -> None:
    out = prostcli("activities", "--format", "csv", "--year", "2021", *END).out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [r["planned"] for r in rows].count("true") == 9
    (doors,) = (r for r in rows if r["fate"] == "postponed")
    assert (doors["obligation"], doors["due"], doors["late"]) == ("b.1", "2021-06-30", "true")
    assert doors["path"].endswith("kultur-fritid/2021-report.yaml")


def test_the_table_says_what_is_not_known(prostcli: Prostcli) -> None:
    out = " ".join(prostcli("activities", "--year", "2021", *END).out.split())
    assert "Byta sporthallens dörrar. Uppskjuten. Försenad." in out
    assert "Det finns ännu ingen beslutad plan för året därpå." in out
    assert "Svar inkommet, inte beslutat. Dagen har passerat." in out
    assert "Planer som ännu inte är beslutade, och vars insatser inte är med: Park 2022." in out


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_no_line_is_wider_than_the_screen(
    prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = prostcli("activities", "--year", "2021", *END).out
    assert max(map(len, out.splitlines())) <= int(columns)


def test_a_slip_of_the_pen_is_not_zero(prostcli: Prostcli) -> None:
    ran = prostcli("activities", "--status", "postpond", *END)
    assert ran.status == 2
    assert "postponed" in ran.err


def test_english(prostcli: Prostcli) -> None:
    out = prostcli("activities", "--year", "2021", "--lang", "en", *END).out
    assert "Planned activities. Programme 2020-2022. As of 1 April 2023." in out


def test_markdown(prostcli: Prostcli) -> None:
    out = prostcli("activities", "--year", "2021", "--format", "markdown", *END).out
    assert "- b.1 Byta sporthallens dörrar. **Uppskjuten.** Försenad." in out
    assert "| 2021 | 9 | 3 |" in out


def test_the_totals_of_a_year_are_of_all_its_activities(prostcli: Prostcli) -> None:
    whole = prostcli("activities", "--year", "2021", *END).out
    totals = whole[whole.index("Hela programtiden") :]
    assert prostcli("activities", "--status", "postponed", *END).out.endswith(totals)


def test_a_fate_is_known_by_its_label_too(prostcli: Prostcli) -> None:
    for label in ("Uppskjuten", "uppskjuten", "Postponed"):
        assert len(ledger(prostcli, "--status", label)["activities"]) == 1


def test_a_year_without_activities_names_those_that_have(prostcli: Prostcli) -> None:
    out = prostcli("activities", "--board", "park", "--year", "2020", *END).out
    assert "Inget att visa för 2020 av det som valts, men väl för 2021" in " ".join(out.split())
    none = prostcli("activities", "--status", "written-off", *END).out
    assert "Inget att visa för de val som gjorts." in none
