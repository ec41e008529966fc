"""What counts in spite of errors, and what does not count yet, on `tests/cases/base`."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from prostcli.assessment.flagged import Flagged
from prostcli.assessment.reversals import reversals
from prostcli.assessment.selection import Selection
from prostcli.documents import views
from prostcli.documents.views.boards import BoardYear
from prostcli.language import language
from prostcli.load.workspace import load
from prostcli.output.status.json import json as status_json
from prostcli.output.status.markdown import markdown
from prostcli.output.status.view import status_view
from prostcli.usecases import View, check, view
from tests.findings import BASE, CASES, DAY, laid
from tests.least import PLAN, REPORT, rewritten, without_evidence

DECIDED = date(2022, 2, 10)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def as_json(seen: View) -> Any:
    return json.loads(status_json(seen.assessment, Selection(), seen.workspace.locate))


def test_a_report_with_errors_counts_and_is_named(root: Path) -> None:
    without_evidence(root)
    seen = view(root, DECIDED)
    (cell,) = (c for c in seen.assessment.cells if c.status == "done")
    assert (cell.obligation, cell.board, cell.year) == ("1.1", "park", 2021)
    assert as_json(seen)["flagged"] == [
        {"path": REPORT, "board": "park", "year": 2021, "kind": "report", "codes": ["PRO303"]}
    ]
    shown = status_view(seen.assessment, Selection(), language("sv"))
    assert f"{REPORT}: PRO303" in markdown(shown, language("sv"))


def test_plans_and_reports_are_named_by_path_each_fault_with_its_entry(root: Path) -> None:
    """An unknown partner at 1.1 of the plan; no evidence at 1.1 of the report, decided too early,
    no obstacles at 1.2, and an unknown partner at the feast."""
    rewritten(root, PLAN, ("with: [hus]", "with: [okand]"))
    without_evidence(root)
    rewritten(
        root,
        REPORT,
        ("date: 2022-02-10", "date: 2021-12-31"),
        ("    obstacles: Den är inte känd av alla.\n", ""),
        ("    summary: Festen hölls i juni.\n", "    summary: Den hölls.\n    partners: [x]\n"),
    )
    plan = Flagged(PLAN, "park", 2021, "plan", (("PRO401", "1.1"),))
    faults = {("PRO308", ""), ("PRO303", "1.1"), ("PRO304", "1.2"), ("PRO401", "fest")}
    told_plan, told_report = view(root, DECIDED).assessment.flagged
    assert told_plan == plan
    assert told_report._replace(faults=()) == Flagged(REPORT, "park", 2021, "report", ())
    assert {*told_report.faults} == faults
    assert told_report.codes == ("PRO303", "PRO304", "PRO308", "PRO401")
    at = [told_report.at(subject) for subject in ("1.1", "1.2", "fest", "2.1", "")]
    assert at == [("PRO303",), ("PRO304",), ("PRO401",), (), ("PRO308",)]


@pytest.mark.parametrize(
    ("measure", "codes"),
    [("1.1", ["PRO303", "PRO308"]), ("1.2", ["PRO308"]), ("2.2", None)],
)
def test_of_chosen_measures_the_faults_of_their_entries_and_of_none_are_told(
    root: Path, measure: str, codes: list[str] | None
) -> None:
    """Decided too early is a fault of the whole file; 2.2 is none that Park speaks of."""
    without_evidence(root)
    rewritten(root, REPORT, ("date: 2022-02-10", "date: 2021-12-31"))
    seen = view(root, DECIDED)
    chosen = Selection(obligations=(measure,))
    told = json.loads(status_json(seen.assessment, chosen, seen.workspace.locate))["flagged"]
    assert [f["codes"] for f in told] == ([codes] if codes else [])


def test_before_its_day_it_is_not_there_to_be_named(root: Path) -> None:
    without_evidence(root)
    days = (date(2022, 2, 9), date(2022, 2, 10), date(2022, 2, 11))
    assert [len(view(root, day).assessment.flagged) for day in days] == [0, 1, 1]


def test_neither_a_draft_nor_what_has_been_corrected_is_named(root: Path) -> None:
    whole = (root / REPORT).read_text(encoding="utf-8")
    without_evidence(root)
    later = whole.replace("2022-02-10", "2022-03-10").replace("Dnr 2/2022", "Dnr 3/2022")
    correction = REPORT.replace("report.yaml", "report-2.yaml")
    (root / correction).write_text(later, encoding="utf-8")
    assert view(root, date(2022, 3, 9)).assessment.flagged != ()
    assert view(root, date(2022, 3, 10)).assessment.flagged == ()
    (root / correction).unlink()
    rewritten(
        root,
        REPORT,
        ('decision: {date: 2022-02-10, paragraph: "§ 2", reference: Dnr 2/2022}\n', ""),
    )
    assert view(root, date(2022, 3, 10)).assessment.flagged == ()


def test_the_review_and_the_annex_name_it_at_the_entry(root: Path) -> None:
    without_evidence(root)
    rewritten(root, REPORT, ("date: 2022-02-10", "date: 2021-12-31"))  # and decided too early
    seen = view(root, date(2022, 6, 1))
    review = views.review(seen.assessment, language("sv"), seen.workspace.locate)
    assert review.follow_up.flagged == (("Park", 2021, False, ("PRO303", "PRO308")),)
    (year,) = (y for b in review.boards for y in b.years if isinstance(y, BoardYear))
    assert year.report.flagged == ("PRO303", "PRO308")
    assert year.plan.flagged == ()
    assert {e.subject: e.flagged for e in year.entries if e.flagged} == {"1.1": ("PRO303",)}


def test_a_decision_to_come_is_named_and_counts_from_its_day(root: Path) -> None:
    rewritten(root, REPORT, ("date: 2022-02-10", "date: 2105-02-26"))
    days = (date(2105, 2, 25), date(2105, 2, 26), date(2105, 2, 27))
    found = [as_json(view(root, day)) for day in days]
    assert [f["not_yet"] for f in found] == [
        [{"path": REPORT, "board": "park", "year": 2021, "kind": "report", "date": "2105-02-26"}],
        [],
        [],
    ]
    assert [f["summary"]["2021"]["report"]["decided"] for f in found] == [0, 3, 3]
    shown = status_view(view(root, days[0]).assessment, Selection(), language("sv"))
    assert f"{REPORT}: daterat 26 februari 2105, räknas inte än" in markdown(shown, language("sv"))
    shown = status_view(view(root, days[0]).assessment, Selection(), language("en"))
    assert "dated 26 February 2105, does not count yet" in markdown(shown, language("en"))


def test_validate_warns_of_it_until_its_day(root: Path) -> None:
    days = (date(2022, 2, 9), date(2022, 2, 10), date(2022, 2, 11))
    found = [
        [d.code for d in check(load(root, watchful=True), day) if d.path == REPORT] for day in days
    ]
    assert found == [["PRO523"], [], []]


def test_what_was_met_once_and_is_told_not_to_be_stays_settled(root: Path) -> None:
    laid(root, CASES / "PRO313-not-met-once-met")
    seen = view(root, date(2022, 6, 1))
    cells = [c for c in seen.assessment.cells if (c.obligation, c.board) == ("1.1", "park")]
    assert [(c.year, c.status, c.outcome) for c in cells] == [
        (2020, "done", "done"),
        (2021, "settled", "half"),
    ]
    (found,) = reversals(seen.assessment)
    assert (found.year, found.met, found.outcome) == (2021, 2020, "half")
    review = views.review(seen.assessment, language("sv"), seen.workspace.locate)
    (told,) = (r for s in review.sections for m in s.measures for r in m.reversals)
    assert (told.board, told.year, told.met, told.label) == ("Park", 2021, 2020, "Halvt")


def test_silence_on_a_measure_that_does_not_bind_is_nothing(root: Path) -> None:
    entry = '  - {obligation: "2.2", ongoing: Vi hjälper till.}\nanswers:'
    rewritten(root, PLAN, ("answers:", entry))
    assert [v.subject for v in view(root, DECIDED).assessment.voluntary] == ["2.2"]
    rewritten(root, PLAN, ("ongoing: Vi hjälper till.", "not_addressed: true"))
    assert view(root, DECIDED).assessment.voluntary == ()
    assert [d.code for d in check(load(root, watchful=True), DAY)] == []


def test_nothing_is_said_of_what_continues_a_plan_that_cannot_be_read(root: Path) -> None:
    continued = "        with: [hus]\n        continues: {year: 2020, id: gammal}\n"
    rewritten(root, PLAN, ("        with: [hus]\n", continued))

    def codes() -> list[str]:
        return [d.code for d in check(load(root, watchful=True), DAY)]

    assert codes() == ["PRO205"]
    earlier = root / "reports/2020-2021/park/2020-plan.yaml"
    earlier.write_text("kind: plan: fel\n", encoding="utf-8")
    assert codes() == ["PRO006"]


DECISION = """\
  - id: av
    body: KF
    date: 2021-05-11
    status: decided
    reference: Dnr 1
    summary: {sv: Skrev av.}
amendments:"""
WRITE_OFF = """\
write_offs:
  - {id: av, decision: av, obligations: ["2.2"], reason: {sv: Nej.}}
goals:"""


def test_a_draft_of_what_is_written_off_is_nobodys_delay(root: Path) -> None:
    programme = "program/2020-2021/programme.yaml"
    rewritten(root, programme, ("amendments:", DECISION), ("goals:", WRITE_OFF))
    (root / "reports/2020-2021/hus/2021-report.yaml").write_text(
        "kind: report\nboard: hus\nyear: 2021\nentries:\n"
        '  - {obligation: "2.2", outcome: half, obstacles: Regn.}\n',
        encoding="utf-8",
    )
    seen = view(root, date(2023, 1, 1))
    (cell,) = (c for c in seen.assessment.cells if (c.obligation, c.year) == ("2.2", 2021))
    assert (cell.plan, cell.report, cell.status) == ("not-expected", "draft", "written-off")
    assert cell.expected.report_due == date(2022, 2, 28)
    shown = status_view(seen.assessment, Selection(due=date(2023, 1, 1)), language("sv"))
    assert [m.year for m in shown.missing if {"Hus", "Hus*"} & {*m.boards}] == [2020, 2020]
