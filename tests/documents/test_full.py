"""The real programme as it might be told in full: every board answers, each in another way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from prostcli.assessment.cells import assess
from prostcli.documents import views
from prostcli.language import language
from prostcli.model.material import Material, Slot, Submitted
from prostcli.model.submissions import Plan, Report, Submission
from prostcli.usecases import View
from tests.documents.conftest import told

SWEDISH = language("sv")
RESULTS = ("done", "partly", "not-done", "postponed", "cancelled", "unanswered")


def _entry(material: Material, obligation: str, turn: int) -> dict[str, object]:
    found = material.obligation[obligation]
    scale = material.programme.scale(found.nature)
    if turn % 7 == 6:
        return {"obligation": obligation, "not_addressed": True}
    outcome = scale[turn % len(scale)]
    said = {
        "good": {"evidence": "Vi har kontrollerat."},
        "exempt": {"reason": "Verksamheten finns inte här."},
    }.get(outcome.counts.value, {"obstacles": "Tiden räckte inte."})
    activities = [{"id": f"a-{obligation.replace('.', '-')}", "result": RESULTS[turn % 6]}]
    return {
        "obligation": obligation,
        "outcome": outcome.value,
        "summary": f"Läget för {obligation}.",
        "activities": activities if turn % 5 else [],
        **said,
    }


def _told_by(material: Material, board: str, year: int, bound: list[str]) -> list[Submission]:
    seed = len(board) + year
    entries = [_entry(material, o, seed + i) for i, o in enumerate(bound)]
    report = {"kind": "report", "board": board, "year": year, "entries": entries}
    planned = [
        {
            "obligation": o,
            "activities": [{"id": f"a-{o.replace('.', '-')}", "text": f"Insats för {o}."}],
        }
        for o in bound
    ]
    plan = {"kind": "plan", "board": board, "year": year, "entries": planned}
    plan["decision"] = {"date": f"{year - 1}-12-14"}
    report["decision"] = {
        "date": f"{year + 1}-02-14",
        "how": "noted" if seed % 9 == 0 else "decided",
    }
    made: list[Submission] = [Report.model_validate(report)]
    if year > 2006:
        made.append(Plan.model_validate(plan))
    return made


@pytest.fixture(scope="module")
def full(real_view: View) -> View:
    assessment = real_view.assessment
    material = assessment.material
    bound: dict[tuple[str, int], list[str]] = {}
    for cell in assessment.cells:
        bound.setdefault((cell.board, cell.year), []).append(cell.obligation)
    submitted = list(material.submitted)
    for (board, year), obligations in bound.items():
        if board != "kista" and year < 2010:
            for value in _told_by(material, board, year, obligations):
                assert value.kind != "baseline"
                path = f"reports/2006-2010/{board}/{year}-{value.kind}.yaml"
                submitted.append(Submitted(Slot(path, board, year, value.kind), value))
    turned = replace(material, submitted=tuple(submitted))
    return replace(real_view, assessment=assess(turned, date(2010, 5, 1)))


def test_before_and_after_a_merger_stand_side_by_side(full: View) -> None:
    whole = views.review(full.assessment, SWEDISH, full.workspace.locate)
    group = next(g for g in whole.organisation.groups if g.falls_at)
    assert (group.before, group.after, group.falls_at) == (18, 14, 2007)
    text = told(full)
    assert f"År 2006 var antalet i gruppen ”{group.label}” 18, år 2007 var det 14." in text
    for obligation, before, after in group.shares:
        assert f"{obligation}: {before.n} av {before.of} och {after.n} av {after.of}" in text


def test_every_activity_has_a_fate(full: View) -> None:
    whole = views.review(full.assessment, SWEDISH, full.workspace.locate)
    found = whole.activities
    assert found.total == sum(r.total for r in found.rows)
    for row in found.rows:
        assert sum(row.numbers) == row.total
    listed = {fate: len(items) for fate, items in found.groups}
    for fate, number in listed.items():
        index = found.fates.index(fate)
        assert number == sum(r.numbers[index] for r in found.rows)


def test_the_groups_of_a_row_are_its_cells(full: View) -> None:
    whole = views.review(full.assessment, SWEDISH, full.workspace.locate)
    for section in whole.sections:
        for measure in section.measures:
            for row in measure.rows:
                assert sum(len(g.boards) for g in row.groups) == row.expected
                counted = sum(len(g.boards) for g in row.groups if g.counted)
                assert row.share.of == (counted if measure.shared else 0)


def test_only_the_silent_board_is_missing(full: View) -> None:
    whole = views.review(full.assessment, SWEDISH, full.workspace.locate)
    assert [(m.first, m.boards) for m in whole.summary.missing] == [(2006, ("Kista",))]
    assert [g.boards for g in whole.silent] == [("Kista",)]


def test_a_voluntary_draft_is_not_told(real_view: View) -> None:
    material = real_view.assessment.material
    entry = {"obligation": "5.1.3", "ongoing": "Vi ser över reglerna."}
    for decision, told_of in (({"date": "2006-12-14"}, True), (None, False)):
        plan: dict[str, object] = {"kind": "plan", "board": "farsta", "year": 2007}
        plan |= {"entries": [entry]} | ({"decision": decision} if decision else {})
        slot = Slot("reports/2006-2010/farsta/2007-plan.yaml", "farsta", 2007, "plan")
        turned = replace(material, submitted=(Submitted(slot, Plan.model_validate(plan)),))
        seen = replace(real_view, assessment=assess(turned, date(2010, 5, 1)))
        assert ("Farsta 2007, plan: Vi ser över reglerna." in told(seen)) == told_of
