"""Corners of the register and of the files, each on a copy of Lindvik with one thing changed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.cells import Assessment, Cell
from prostcli.assessment.handed_in import filed
from prostcli.assessment.selection import Selection
from prostcli.diagnostic import Diagnostic
from prostcli.language import language
from prostcli.load.workspace import load
from prostcli.output.status.view import status_view
from prostcli.usecases import ProgrammeFaultyError, check, view
from tests.findings import DAY

PROGRAM = Path("program/2020-2022")
REPORTS = Path("reports/2020-2022")


def changed(root: Path, path: Path, *pairs: tuple[str, str]) -> None:
    text = (root / path).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    (root / path).write_text(text, encoding="utf-8")


def seen(root: Path, day: date) -> Assessment:
    return view(root, day).assessment


def cells(assessment: Assessment, **wanted: object) -> list[Cell]:
    return [c for c in assessment.cells if all(getattr(c, k) == v for k, v in wanted.items())]


def found(root: Path, path: Path) -> list[Diagnostic]:
    return [d for d in check(load(root, watchful=True), DAY) if d.path == path.as_posix()]


def test_a_successor_inherits_from_a_board_that_ended_before_the_term(copied: Path) -> None:
    for old, new in (("2020-12-31", "2020-03-31"), ("2021-01-01", "2020-04-01")):
        text = (copied / PROGRAM / "boards.yaml").read_text(encoding="utf-8")
        (copied / PROGRAM / "boards.yaml").write_text(text.replace(old, new), encoding="utf-8")
    shutil.rmtree(copied / "reports")
    own = cells(seen(copied, date(2022, 1, 1)), board="kultur-fritid", obligation="a.3")
    assert [(c.year, [b.kind for b in c.expected.basis]) for c in own] == [
        (2020, ["successor", "successor"]),
        (2021, ["successor", "successor"]),
        (2022, ["successor", "successor"]),
    ]


def test_an_unreadable_edition_is_never_replaced_by_another(copied: Path) -> None:
    newer = copied / "program" / "2023-2025"
    newer.mkdir()
    (newer / "programme.yaml").write_text("kind: programme\nterm: {\n", encoding="utf-8")
    assert seen(copied, date(2022, 1, 1)).material.edition == "2020-2022"
    with pytest.raises(ProgrammeFaultyError):
        seen(copied, date(2024, 1, 1))


def test_nothing_counts_beside_a_correction_that_cannot_be_read(copied: Path) -> None:
    whole = seen(copied, date(2023, 4, 1))
    assert [b.subject for b in whole.duties if b.board == "teknik"] == ["samtal"]
    (copied / REPORTS / "teknik/2022-report-2.yaml").write_text("kind: [\n", encoding="utf-8")
    after = seen(copied, date(2023, 4, 1))
    assert {c.status for c in cells(after, board="teknik", year=2022)} == {"report-invalid"}
    assert [b.subject for b in after.duties if b.board == "teknik"] == []


def test_what_is_settled_is_not_asked_for(copied: Path) -> None:
    shown = status_view(
        seen(copied, date(2023, 4, 1)),
        Selection(years=(2022,)),
        language("sv"),
    )
    row = next(r for r in shown.matrices[0].rows if r.board == "lindvikshus")
    # a.2 is settled since 2020: b.2 and 1.1 are left, and nothing was handed in.
    assert (row.planned, row.reported) == ((0, 2), (0, 2))
    line = next(y for y in shown.years if y.year == 2022)
    assert (line.plans_expected, line.reports_expected) == (9, 9)


def test_an_unregistered_board_does_not_stop_the_check(copied: Path) -> None:
    path = REPORTS / "nobody/2021-plan.yaml"
    (copied / path).parent.mkdir()
    (copied / path).write_text(
        "kind: plan\nboard: nobody\nyear: 2021\n"
        "decision: {date: 2021-06-01, by: fritid, paragraph: § 1, reference: Dnr 1}\nentries: []\n",
        encoding="utf-8",
    )
    assert {d.code for d in found(copied, path)} == {"PRO401", "PRO509"}


def test_a_year_that_cannot_be_meant_is_no_year(copied: Path) -> None:
    path = REPORTS / "teknik/0000-report.yaml"
    (copied / path).write_text("kind: report\n", encoding="utf-8")
    assert [d.code for d in found(copied, path)] == ["PRO503"]


def test_what_a_draft_plan_has_is_only_missed(copied: Path) -> None:
    plan, report = REPORTS / "teknik/2022-plan.yaml", REPORTS / "teknik/2022-report.yaml"
    text = (copied / report).read_text(encoding="utf-8")
    start, end = text.index("    activities:\n"), text.index("  - obligation: b.2")
    (copied / report).write_text(text[:start] + text[end:], encoding="utf-8")
    told = [(d.code, d.severity) for d in found(copied, report)]
    assert ("PRO307", "error") in told
    decision = next(
        line
        for line in (copied / plan).read_text(encoding="utf-8").split("\n")
        if line.startswith("decision:")
    )
    changed(copied, plan, (f"{decision}\n", ""))
    told = [(d.code, d.severity) for d in found(copied, report)]
    assert ("PRO307", "warning") in told
    assert ("PRO307", "error") not in told


def test_beside_a_plan_that_cannot_be_read_no_activity_is_unknown(copied: Path) -> None:
    (copied / REPORTS / "teknik/2021-plan-2.yaml").write_text("kind: [\n", encoding="utf-8")
    report = REPORTS / "teknik/2021-report-2.yaml"
    assert not {"PRO306", "PRO307"} & {d.code for d in found(copied, report)}


def test_a_draft_of_a_correction_is_counted_beside_and_one_decided_later_is_not_there(
    copied: Path,
) -> None:
    def counted() -> tuple[int, int, int, int]:
        return filed(seen(copied, date(2023, 4, 1)))

    assert counted() == (5, 7, 2, 1)
    first = (copied / REPORTS / "teknik/2022-report.yaml").read_text(encoding="utf-8")
    start = first.index("decision:")
    draft = first[:start] + first[first.index("\n", start) + 1 :]
    again = copied / REPORTS / "teknik/2022-report-2.yaml"
    again.write_text(draft, encoding="utf-8")
    assert counted() == (5, 7, 2, 2)
    later = "decision: {date: 2023-05-01, paragraph: § 1, reference: Dnr 1}\n"
    again.write_text(first[:start] + later + first[first.index("\n", start) + 1 :], "utf-8")
    assert counted() == (5, 7, 2, 1)
