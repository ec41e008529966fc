"""A cell in full, on the least programme there is (`tests/cases/base`)."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.cells import Assessment, Cell, Share, share
from prostcli.assessment.yearly import yearly_shares
from prostcli.model.programme import Counts
from prostcli.model.submissions import PlanEntry, ReportEntry
from prostcli.source import Place
from prostcli.usecases import view
from tests.findings import BASE
from tests.least import (
    OBLIGATIONS,
    PLAN,
    PROGRAMME,
    REPORT,
    REPORT_DECIDED,
    REPORTS,
    filed,
    rewritten,
)

DURING, AFTER = date(2021, 6, 1), date(2022, 6, 1)
"""With the plan of 2021 in and its report not yet due; with both in."""
TWO_TEXTS = """amendments:
  - {id: ny, decision: ny, change: replace, obligation: "1.1", from: FROM, target: {sv: Ett},
     text: Parken ska vara ren.}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def at(root: Path, day: date = AFTER) -> Assessment:
    return view(root, day).assessment


def cell(root: Path, obligation: str = "1.1", day: date = AFTER, board: str = "park") -> Cell:
    wanted = (obligation, board, 2021)
    return next(c for c in at(root, day).cells if (c.obligation, c.board, c.year) == wanted)


def silent_on(root: Path, path: str, obligation: str) -> None:
    """Take an entry out of a plan or a report."""
    text = (root / path).read_text(encoding="utf-8")
    start = text.index(f'  - obligation: "{obligation}"\n')
    end = text.index("  - obligation:", start + 1)
    (root / path).write_text(text[:start] + text[end:], encoding="utf-8")


def test_a_cell_carries_its_entries_and_says_where_they_stand(root: Path) -> None:
    one = cell(root)
    assert (one.plan, one.report, one.status) == ("decided", "decided", "done")
    assert (one.outcome, one.counts, one.preliminary) == ("done", Counts.GOOD, None)
    assert one.plan_entry is not None
    assert one.report_entry is not None
    assert [a.id for a in one.plan_entry.activities or ()] == ["sopor"]
    assert one.report_entry.evidence == "Städprotokollen."
    assert one.sources == (Place(PLAN, ("entries", 0)), Place(REPORT, ("entries", 0)))
    assert (one.shared, one.older_text) == (True, ())
    silent = cell(root, "2.2", board="hus")
    assert (silent.plan, silent.report, silent.status) == ("overdue", "overdue", "report-overdue")
    assert (silent.plan_entry, silent.report_entry, silent.sources) == (None, None, ())


@pytest.mark.parametrize(
    ("decision", "state"),
    [("", "draft"), ("decision: {date: 2022-02-10, how: noted}\n", "received")],
)
def test_what_is_not_decided_is_preliminary_and_counts_as_nothing(
    root: Path, decision: str, state: str
) -> None:
    outcomes = [("1.1", "done"), ("1.2", "half"), ("2.1", "not-ours")]
    counted = [cell(root, name) for name, _ in outcomes]
    assert [(c.outcome, c.counts) for c in counted] == [
        ("done", Counts.GOOD), ("half", Counts.PARTIAL), ("not-ours", Counts.EXEMPT),
    ]  # fmt: skip
    rewritten(root, REPORT, (REPORT_DECIDED, decision))
    for name, outcome in outcomes:
        told = cell(root, name)
        assert (told.report, told.status) == (state, f"report-{state}")
        assert (told.preliminary, told.outcome, told.counts) == (outcome, None, None)


def test_a_report_that_cannot_be_read_says_nothing_of_any_measure(root: Path) -> None:
    (root / "reports/2020-2021/park/2021-report-2.yaml").write_text("kind: [", encoding="utf-8")
    told = cell(root)
    assert (told.plan, told.report, told.status) == ("decided", "invalid", "report-invalid")
    assert (told.outcome, told.report_entry) == (None, None)
    assert told.sources == (Place(PLAN, ("entries", 0)),)


def test_a_plan_that_cannot_be_read_is_neither_late_nor_an_answer(root: Path) -> None:
    (root / f"{REPORTS}/park/2021-plan-2.yaml").write_text("kind: [", encoding="utf-8")
    told = cell(root, day=DURING)
    assert (told.plan, told.report, told.status) == ("invalid", "not-due", "plan-invalid")
    assert (told.plan_entry, told.sources) == (None, ())


def test_a_measures_own_entry_goes_before_what_only_counts_under_it(root: Path) -> None:
    rewritten(root, PLAN, ("        with: [hus]\n", '        also: ["1.2"]\n'),
              ("    no_activity: Ingen har bett om stöd.\n", """\
    activities:
      - {id: stod, text: Ge stöd., also: ["1.1", "1.2"]}
"""))  # fmt: skip
    before, after = cell(root, "1.2", DURING), cell(root, "1.1", DURING)
    assert (before.status, before.sources) == ("ongoing", (Place(PLAN, ("entries", 1)),))
    assert (after.status, after.sources) == ("planned", (Place(PLAN, ("entries", 0)),))
    silent_on(root, PLAN, "1.2")
    told = cell(root, "1.2", DURING)
    place = Place(PLAN, ("entries", 0, "activities", 0))  # of two, the first
    assert (told.plan, told.status, told.sources) == ("decided", "planned", (place,))
    assert told.plan_entry is not None
    assert told.plan_entry.obligation == "1.1"


@pytest.mark.parametrize(
    ("season", "plans", "reports"),
    [
        ("plan: {first_year: 2021, ", [False, True], [True, True]),
        ("report: {last_year: 2020, ", [True, True], [True, False]),
    ],
)
def test_nothing_is_wanted_in_a_year_that_the_calendar_asks_nothing_of(
    root: Path, season: str, plans: list[bool], reports: list[bool]
) -> None:
    rewritten(root, PROGRAMME, (f"  {season[: season.index('{') + 1]}", f"  {season}"))
    own = [c for c in at(root).cells if c.obligation == "2.2"]
    assert [c.year for c in own] == [2020, 2021]
    assert [c.wants("plan") for c in own] == plans
    assert [c.wants("report") for c in own] == reports


def test_a_measure_that_a_decided_report_has_nothing_on_is_not_addressed(root: Path) -> None:
    whole = "outcome: half\n    summary: Rutinen är ny.\n    obstacles: Den är inte känd av alla.\n"
    rewritten(root, REPORT, (whole, "not_addressed: true\n"))
    assert cell(root, "1.2").status == "not-addressed"


def test_a_measure_of_its_own_scale_has_its_outcome_there(root: Path) -> None:
    rewritten(root, PROGRAMME,
              ("  - {id: insats, label: {sv: Insats}}\n", """\
  - {id: insats, label: {sv: Insats}}
  - {id: forbud, label: {sv: Förbud}, scale: forbud, share: false}
"""),
              ("scales:\n", """\
scales:
  forbud:
    - {value: done, counts: bad, glyph: ✗, ascii: O, label: {sv: Brutet}, meaning: {sv: Nej}}
"""))  # fmt: skip
    assert (cell(root).counts, cell(root).shared) == (Counts.GOOD, True)
    rewritten(root, OBLIGATIONS, ("nature: insats", "nature: forbud"))
    assert (cell(root).counts, cell(root).shared) == (Counts.BAD, False)
    assert share([cell(root)]) == Share(0, 0)


def test_what_is_settled_and_what_is_exempt_is_told_beside_the_share(root: Path) -> None:
    rewritten(root, OBLIGATIONS, ("nature: insats", "nature: insats\n    recurrence: once"))
    whole = (root / REPORT).read_text(encoding="utf-8")
    before = whole.replace("year: 2021", "year: 2020").replace("2022-02-10", "2021-02-10")
    (root / "reports/2020-2021/park/2020-report.yaml").write_text(before, encoding="utf-8")
    assessment = at(root)
    own = [c for c in assessment.cells if (c.board, c.year) == ("park", 2021)]
    assert {c.obligation: c.status for c in own} == {
        "1.1": "settled", "1.2": "half", "2.1": "not-ours",
    }  # fmt: skip
    assert [c.wants("plan") for c in own] == [False, True, True]
    assert [c.wants("report") for c in own] == [False, True, True]
    assert share(own) == Share(n=0, of=1, exempt=1, settled=1)
    first = [c for c in assessment.cells if (c.board, c.year) == ("park", 2020)]
    assert share(first) == Share(n=1, of=2, exempt=1, settled=0)
    assert str(share(first)) == "1/2"
    told = yearly_shares(assessment)
    assert (told["1.1"][2021].expected, told["1.1"][2021].answered) == (1, 0)  # Lärande's is wanted
    assert (told["1.2"][2021].expected, told["1.2"][2021].answered) == (1, 1)
    assert told["1.2"][2021].outcomes == (("half", 1),)
    assert told["2.1"][2021].share == Share(0, 0, 1, 0)


def test_what_is_settled_is_not_expected_again(root: Path) -> None:
    rewritten(root, OBLIGATIONS, ("nature: insats", "nature: insats\n    recurrence: once"))
    whole = (root / REPORT).read_text(encoding="utf-8")
    before = whole.replace("year: 2021", "year: 2020").replace("2022-02-10", "2021-02-10")
    (root / "reports/2020-2021/park/2020-report.yaml").write_text(before, encoding="utf-8")
    (root / PLAN).unlink()
    (root / REPORT).unlink()
    told = cell(root)
    assert (told.plan, told.report, told.status) == ("not-expected", "not-expected", "settled")
    assert cell(root, "1.2").status == "report-overdue"


def test_before_anything_is_due_the_first_year_is_shown(root: Path) -> None:
    assert at(root, date(2019, 12, 30)).latest_due_year() == 2020
    assert at(root, date(2020, 12, 30)).latest_due_year() == 2020
    assert at(root, date(2020, 12, 31)).latest_due_year() == 2021


@pytest.mark.parametrize(
    ("decided", "start", "older"),
    [
        # The plan was decided on 10 December 2020, the report on 10 February 2022.
        ("2020-12-09", "2021-12-31", ()),
        ("2020-12-10", "2021-12-31", ()),
        ("2020-12-11", "2021-12-31", ("plan",)),
        ("2020-12-11", "2022-01-01", ("plan", "report")),  # not in force in their year
        ("2022-02-10", "2021-06-01", ("plan",)),
        ("2022-02-11", "2021-06-01", ("plan", "report")),
        ("2022-02-11", "2022-06-01", ("plan", "report")),
        ("2022-02-11", "2022-06-02", ()),  # the day after: not yet in force
    ],
)
def test_which_of_plan_and_report_answer_a_text_that_has_been_replaced(
    root: Path, decided: str, start: str, older: tuple[str, ...]
) -> None:
    rewritten(root, PROGRAMME, ("amendments:\n", f"""\
  - {{id: ny, body: KF, date: {decided}, status: decided, reference: KS 9, summary: {{sv: Ny.}}}}
""" + TWO_TEXTS.replace("FROM", start)))  # fmt: skip
    assert cell(root).older_text == older
    assert cell(root, "1.2").older_text == ()


def test_what_is_silent_on_a_measure_answers_no_text_of_it(root: Path) -> None:
    rewritten(root, PROGRAMME, ("amendments:\n", """\
  - {id: ny, body: KF, date: 2022-02-11, status: decided, reference: KS 9, summary: {sv: Ny.}}
""" + TWO_TEXTS.replace("FROM", "2021-06-01")))  # fmt: skip
    assert cell(root).older_text == ("plan", "report")
    silent_on(root, PLAN, "1.1")
    assert cell(root).older_text == ("report",)
    silent_on(root, REPORT, "1.1")
    assert cell(root).older_text == ()


def test_a_draft_answers_the_text_that_its_year_ends_with(root: Path) -> None:
    rewritten(root, PROGRAMME, ("amendments:\n", """\
  - {id: ny, body: KF, date: 2022-05-01, status: decided, reference: KS 9, summary: {sv: Ny.}}
""" + TWO_TEXTS.replace("FROM", "2021-12-31")))  # fmt: skip
    rewritten(root, REPORT, (REPORT_DECIDED, ""))
    assert cell(root).older_text == ("plan",)


def told_by(root: Path, board: str, kind: str, decision: str, entries: str) -> str:
    path = f"{REPORTS}/{board}/2021-{kind}.yaml"
    (root / path).parent.mkdir(exist_ok=True)
    head = f"kind: {kind}\nboard: {board}\nyear: 2021\n{decision}entries:\n"
    (root / path).write_text(head + entries, encoding="utf-8")
    return path


def test_what_a_plan_says_of_a_measure_that_does_not_bind_the_board_is_voluntary(
    root: Path,
) -> None:
    decision = 'decision: {date: 2020-12-10, paragraph: "§ 3", reference: Dnr 3/2020}\n'
    # The second counts under a measure, the third is nothing at all, the last is no measure.
    path = told_by(root, "hus", "plan", decision, """\
  - {obligation: "1.2", ongoing: Huset hjälper till.}
  - obligation: "2.2"
    activities:
      - {id: dorr, text: Öppna dörren., also: ["1.1"]}
  - {obligation: "2.1", not_addressed: true}
  - {obligation: "9.9", ongoing: Okänt.}
""")  # fmt: skip
    (one,) = at(root, DURING).voluntary
    assert (one.subject, one.board, one.year, one.outcome) == ("1.2", "hus", 2021, None)
    assert isinstance(one.entry, PlanEntry)
    assert one.entry.ongoing == "Huset hjälper till."
    assert one.sources == (Place(path, ("entries", 0)),)


@pytest.mark.parametrize(
    ("decision", "outcomes"),
    [
        ('decision: {date: 2022-02-10, paragraph: "§ 3", reference: Dnr 3}\n', ("half", "done")),
        ("decision: {date: 2022-02-10, how: noted}\n", (None, None)),
        ("", (None, None)),
    ],
)
def test_what_a_report_says_beside_has_an_outcome_where_it_is_decided(
    root: Path, decision: str, outcomes: tuple[str | None, str | None]
) -> None:
    path = told_by(root, "hus", "report", decision, """\
  - {obligation: "1.2", outcome: half, summary: Huset hjälpte till., obstacles: Tiden.}
  - {obligation: "2.1", not_addressed: true}
  - {obligation: "2.2", outcome: done, summary: Öppet., evidence: Dörren.}
  - {obligation: "9.9", outcome: done, summary: Okänt., evidence: Okänt.}
  - {duty: fest, outcome: done, summary: Huset bjöd på tårta.}
""")  # fmt: skip
    assessment = at(root)
    assert [b[:4] for b in assessment.voluntary] == [("1.2", "hus", 2021, outcomes[0])]
    assert [b[:4] for b in assessment.duties] == [
        ("fest", "park", 2021, None), ("fest", "hus", 2021, outcomes[1]),
    ]  # fmt: skip
    told = [b for b in (*assessment.voluntary, *assessment.duties) if b.board == "hus"]
    assert [isinstance(b.entry, ReportEntry) and b.entry.summary for b in told] == [
        "Huset hjälpte till.", "Huset bjöd på tårta.",
    ]  # fmt: skip
    assert [b.sources for b in told] == [(Place(path, ("entries", i)),) for i in (0, 4)]


def test_a_board_that_is_not_in_the_register_is_told_last_of_those_that_need_not(
    root: Path,
) -> None:
    for board in ("aldrig", "hus", "okand", "skola"):
        filed(
            root, f"{REPORTS}/{board}/2021-report.yaml", REPORT, ("board: park", f"board: {board}")
        )
    assessment = at(root)
    boards = ["hus", "skola", "aldrig", "okand"]
    assert [b.board for b in assessment.voluntary if b.subject == "1.2"] == boards
    assert [b.board for b in assessment.duties] == ["park", *boards]
