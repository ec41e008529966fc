"""What became of planned activities, on the least programme there is (`tests/cases/base`)."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

import pytest

from prostcli.assessment.activities import (
    Commitment,
    Fate,
    Tally,
    commitments,
    distinct,
    fates,
    joint,
    planned,
    tally,
    unplanned,
)
from prostcli.source import Place
from prostcli.usecases import view
from tests.findings import BASE
from tests.least import BOARDS, OBLIGATIONS, PROGRAMME, rewritten

REPORTS = "reports/2020-2021"
LATE = date(2022, 6, 1)
FollowUp: TypeAlias = Literal["taken-up", "not-taken-up", "open", ""]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = Path(shutil.copytree(BASE, tmp_path / "root"))
    for path in made.glob(f"{REPORTS}/*/*-[pr]*.yaml"):
        path.unlink()
    return made


def plan(root: Path, board: str, year: int, activities: str, day: str = "2019-12-10") -> None:
    """A decided plan: park's under 1.1, hus's under 2.2, skola's and larande's under 1.1."""
    measure = "2.2" if board == "hus" else "1.1"
    _write(
        root,
        board,
        f"{year}-plan.yaml",
        f"""kind: plan
board: {board}
year: {year}
decision: {{date: {day}}}
entries:
  - obligation: "{measure}"
    activities:
{activities}""",
    )


def report(root: Path, board: str, year: int, activities: str, day: str) -> None:
    measure = "2.2" if board == "hus" else "1.1"
    _write(
        root,
        board,
        f"{year}-report.yaml",
        f"""kind: report
board: {board}
year: {year}
decision: {{date: {day}}}
entries:
  - obligation: "{measure}"
    outcome: half
    summary: En del blev gjort.
    obstacles: Tiden.
    activities:
{activities}""",
    )


def _write(root: Path, board: str, name: str, text: str) -> None:
    folder = root / REPORTS / board
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def found(root: Path, day: date = LATE) -> dict[tuple[str, int, str], Commitment]:
    return {c.key: c for c in commitments(view(root, day).assessment)}


def test_a_joint_activity_is_one_and_told_by_the_board_that_says_least(root: Path) -> None:
    plan(root, "park", 2020, "      - {id: dag, text: En dag i parken., with: [hus]}\n")
    plan(root, "hus", 2020, "      - {id: dag, text: En dag i parken., with: [park]}\n")
    report(root, "park", 2020, "      - {id: dag, result: done}\n", "2021-02-10")
    ledger = found(root)
    assert ledger["park", 2020, "dag"].joint == ledger["hus", 2020, "dag"].joint == ("park", "hus")
    assert [c.board for c in distinct(ledger.values())] == ["hus"]
    assert fates(ledger.values()) == {"overdue": 1}
    report(root, "hus", 2020, "      - {id: dag, result: done}\n", "2021-02-10")
    assert fates(found(root).values()) == {"done": 1}


def test_what_only_one_board_calls_joint_is_each_ones_own(root: Path) -> None:
    plan(root, "park", 2020, "      - {id: dag, text: En dag i parken., with: [hus]}\n")
    plan(root, "hus", 2020, "      - {id: dag, text: En annan dag.}\n")
    ledger = found(root)
    assert [c.joint for c in ledger.values()] == [(), ()]
    assert len(distinct(ledger.values())) == 2


def test_one_that_counts_under_two_measures_is_one(root: Path) -> None:
    plan(root, "park", 2020, '      - {id: dag, text: En dag., also: ["1.2", "2.1"]}\n')
    (only,) = found(root).values()
    assert only.obligations == ("1.1", "1.2", "2.1")
    assert fates([only]).total() == 1


def test_what_is_put_off_is_open_until_the_next_plan_is_decided(root: Path) -> None:
    plan(
        root, "park", 2020, "      - {id: dag, text: En dag.}\n      - {id: natt, text: En natt.}\n"
    )
    answers = "      - {id: dag, result: postponed}\n      - {id: natt, result: postponed}\n"
    report(root, "park", 2020, answers, "2020-12-20")
    assert {c.follow_up for c in found(root, date(2020, 12, 31)).values()} == {"open"}
    again = "      - {id: dag-igen, text: En dag., continues: {year: 2020, id: dag}}\n"
    plan(root, "park", 2021, again, "2021-01-10")
    ledger = found(root, date(2021, 1, 10))
    assert ledger["park", 2020, "dag"].follow_up == "taken-up"
    assert ledger["park", 2020, "dag"].taken_up == (("park", 2021, "dag-igen"),)
    assert ledger["park", 2020, "natt"].follow_up == "not-taken-up"


def test_a_successor_takes_up_what_was_put_off(root: Path) -> None:
    plan(root, "skola", 2020, "      - {id: dag, text: En dag.}\n")
    report(root, "skola", 2020, "      - {id: dag, result: postponed}\n", "2021-02-10")
    plan(root, "larande", 2021, "      - {id: annat, text: Annat.}\n", "2020-12-20")
    assert found(root)["skola", 2020, "dag"].follow_up == "not-taken-up"
    again = "      - {id: dag, text: Dagen., continues: {year: 2020, id: dag, board: skola}}\n"
    plan(root, "larande", 2021, again, "2020-12-20")
    assert found(root)["skola", 2020, "dag"].follow_up == "taken-up"


def test_what_goes_to_another_board_is_looked_for_there(root: Path) -> None:
    plan(root, "park", 2020, "      - {id: dag, text: En dag.}\n")
    gone = "      - {id: dag, result: transferred, to: hus}\n"
    report(root, "park", 2020, gone, "2021-02-10")
    plan(root, "park", 2021, "      - {id: annat, text: Annat.}\n", "2020-12-20")
    assert found(root)["park", 2020, "dag"].follow_up == "open"
    plan(root, "hus", 2021, "      - {id: annat, text: Annat.}\n", "2020-12-20")
    assert found(root)["park", 2020, "dag"].follow_up == "not-taken-up"


@pytest.mark.parametrize(
    ("answer", "late"),
    [
        ("{id: dag, result: done, date: 2020-05-31}", False),
        ("{id: dag, result: done, date: 2020-06-01}", True),
        ("{id: dag, result: done}", None),
        ("{id: dag, result: partly}", True),
        ("{id: dag, result: postponed}", True),
        ("{id: dag, result: cancelled}", False),
        ("{text: Annat., result: done}", None),
    ],
)
def test_late(root: Path, answer: str, late: bool | None) -> None:
    plan(root, "park", 2020, "      - {id: dag, text: En dag., due: 2020-05-31}\n")
    report(root, "park", 2020, f"      - {answer}\n", "2021-02-10")
    assert found(root)["park", 2020, "dag"].late is late
    assert found(root, date(2020, 5, 31))["park", 2020, "dag"].late is False
    assert found(root, date(2020, 6, 1))["park", 2020, "dag"].late is None


def test_the_last_day_of_the_year_needs_no_day_of_the_doing(root: Path) -> None:
    plan(root, "park", 2020, "      - {id: dag, text: En dag., due: 2020-12-31}\n")
    report(root, "park", 2020, "      - {id: dag, result: done}\n", "2021-02-10")
    assert found(root)["park", 2020, "dag"].late is False


def test_what_a_decision_writes_off_is_written_off_from_its_day(root: Path) -> None:
    plan(root, "park", 2020, "      - {id: dag, text: En dag.}\n")
    path = root / "program/2020-2021/programme.yaml"
    text = path.read_text(encoding="utf-8")
    decision = """
  - {id: senare, body: Fullmäktige, date: 2020-05-11, status: decided, reference: KS 2020/7,
     summary: {sv: Skrev av.}}
write_offs:
  - {id: av, decision: senare, activities: [{board: park, year: 2020, id: dag}],
     reason: {sv: Behövs inte.}}
amendments:"""
    path.write_text(text.replace("\namendments:", decision, 1), encoding="utf-8")
    assert found(root, date(2020, 5, 10))["park", 2020, "dag"].fate == "not-due"
    after = found(root, date(2020, 5, 11))["park", 2020, "dag"]
    assert (after.fate, after.answered and after.answered.pointer) == (
        "written-off",
        ("write_offs", 0),
    )


def test_a_joint_one_is_late_and_taken_up_if_it_is_at_any_board(root: Path) -> None:
    for board, other in (("park", "hus"), ("hus", "park")):
        activity = f"      - {{id: dag, text: En dag., due: 2020-06-01, with: [{other}]}}\n"
        plan(root, board, 2020, activity)
        report(root, board, 2020, "      - {id: dag, result: postponed}\n", "2021-02-10")
    plan(root, "park", 2021, "      - {id: annat, text: Annat.}\n", "2020-12-20")
    again = "      - {id: dag, text: En dag., continues: {year: 2020, id: dag}}\n"
    plan(root, "hus", 2021, again, "2020-12-20")
    (one,) = (c for c in distinct(found(root).values()) if c.year == 2020)
    assert (one.follow_up, one.taken_up, one.late) == ("taken-up", (("hus", 2021, "dag"),), True)
    report(root, "park", 2020, "      - {text: Annat., result: done}\n", "2021-02-10")
    (one,) = (c for c in distinct(found(root).values()) if c.year == 2020)
    assert (one.fate, one.late) == ("unanswered", True)


def test_what_is_put_off_is_looked_for_where_the_duty_has_gone(root: Path) -> None:
    path = root / "program/2020-2021/boards.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("date: 2021-07-01", "date: 2021-01-01"), encoding="utf-8")
    plan(root, "skola", 2020, "      - {id: dag, text: En dag.}\n")
    report(root, "skola", 2020, "      - {id: dag, result: postponed}\n", "2021-02-10")
    plan(root, "larande", 2021, "      - {id: annat, text: Annat.}\n", "2020-12-20")
    assert found(root)["skola", 2020, "dag"].follow_up == "open"  # it is park's from January
    plan(root, "park", 2021, "      - {id: annat, text: Annat.}\n", "2020-12-20")
    assert found(root)["skola", 2020, "dag"].follow_up == "not-taken-up"


def test_it_is_looked_for_with_who_came_after_the_board_that_the_duty_went_to(root: Path) -> None:
    """Skola's is Park's from July; Park is Natur from January."""
    path = root / "program/2020-2021/boards.yaml"
    text = path.read_text(encoding="utf-8").replace("date: 2021-07-01", "date: 2020-07-01")
    text = text.replace(
        "names: [{name: Parknämnden}], groups: [alla]}",
        "names: [{name: Parknämnden}], groups: [alla],\n"
        "     valid: {to: 2020-12-31}, successors: [natur]}\n"
        "  - {id: natur, short: Natur, names: [{name: Naturnämnden}], valid: {from: 2021-01-01}}",
    )
    path.write_text(text, encoding="utf-8")
    plan(root, "skola", 2020, "      - {id: dag, text: En dag.}\n")
    report(root, "skola", 2020, "      - {id: dag, result: postponed}\n", "2021-02-10")
    plan(root, "larande", 2021, "      - {id: annat, text: Annat.}\n", "2020-12-20")
    assert found(root)["skola", 2020, "dag"].follow_up == "open"
    plan(root, "natur", 2021, "      - {id: annat, text: Annat.}\n", "2020-12-20")
    assert found(root)["skola", 2020, "dag"].follow_up == "not-taken-up"


def test_of_a_measure_that_has_ended_nothing_is_to_be_taken_up(root: Path) -> None:
    register = root / "program/2020-2021/boards.yaml"
    moved = register.read_text(encoding="utf-8").replace("date: 2021-07-01", "date: 2020-07-01")
    register.write_text(moved, encoding="utf-8")
    path = root / "program/2020-2021/programme.yaml"
    text = path.read_text(encoding="utf-8")
    ends = (
        "  - {id: slut, decision: antaget, change: end, target: {sv: Ett}, obligation: '1.1',\n"
        "     from: 2020-12-31}\n"
    )
    path.write_text(text.replace("goals:\n", f"{ends}goals:\n", 1), encoding="utf-8")
    plan(root, "park", 2020, "      - {id: dag, text: En dag.}\n")
    report(root, "park", 2020, "      - {id: dag, result: postponed}\n", "2021-02-10")
    plan(root, "park", 2021, "      - {id: annat, text: Annat.}\n", "2020-12-20")
    assert found(root)["park", 2020, "dag"].follow_up == ""
    path.write_text(text, encoding="utf-8")
    assert found(root)["park", 2020, "dag"].follow_up == "not-taken-up"


def test_after_the_term_no_plan_could_take_it_up(root: Path) -> None:
    plan(root, "park", 2021, "      - {id: dag, text: En dag.}\n", "2020-12-20")
    report(root, "park", 2021, "      - {id: dag, result: postponed}\n", "2022-02-10")
    assert found(root)["park", 2021, "dag"].follow_up == ""


DAG = "      - {id: dag, text: En dag.}\n"
VOLUNTARY = """\
  - obligation: "2.2"
    activities:
      - {id: natt, text: En natt.}
"""


def test_activities_and_what_no_plan_named_come_by_year_then_in_the_registers_order(
    root: Path,
) -> None:
    """Boards that are not in the register come last, by their ids, however the files are read."""
    boards = ("aldrig-mer", "aldrig", "hus", "larande", "park")
    for board, year in [*((b, 2021) for b in boards), *((b, 2020) for b in reversed(boards))]:
        plan(root, board, year, DAG)
        done = "      - {text: Mer., result: done}\n"
        report(root, board, year, f"{done}      - {{id: dag, result: done}}\n{done}", "2022-02-10")
    order = ("park", "hus", "larande", "aldrig", "aldrig-mer")
    keys = [(board, year) for year in (2020, 2021) for board in order]
    assessment = view(root, LATE).assessment
    assert [c.key for c in commitments(assessment)] == [(*key, "dag") for key in keys]
    more = unplanned(assessment)
    assert [(u.board, u.year) for u in more] == [key for key in keys for _ in range(2)]
    plans, reports, _ = assessment.standings
    backwards = assessment.standings._replace(
        plans=dict(reversed(plans.items())), reports=dict(reversed(reports.items()))
    )
    again = replace(assessment, standings=backwards)
    assert [c.key for c in commitments(again)] == [(*key, "dag") for key in keys]
    assert unplanned(again) == more
    assert [u.subject for u in more if u.board == "hus"] == ["2.2"] * 4
    path = f"{REPORTS}/park/2020-report.yaml"
    assert [u.place for u in more[:2]] == [
        Place(path, ("entries", 0, "activities", 0)),
        Place(path, ("entries", 0, "activities", 2)),
    ]
    assert [(u.done.text, u.done.result.value) for u in more[:1]] == [("Mer.", "done")]


def test_what_a_report_tells_of_a_duty_is_under_the_duty(root: Path) -> None:
    _write(
        root,
        "park",
        "2020-report.yaml",
        "kind: report\nboard: park\nyear: 2020\ndecision: {date: 2021-02-10}\nentries:\n"
        "  - {duty: fest, summary: Den hölls., activities: [{text: Musik., result: done}]}\n",
    )
    (found,) = unplanned(view(root, LATE).assessment)
    assert (found.board, found.year, found.subject) == ("park", 2020, "fest")
    assert unplanned(view(root, date(2021, 2, 9)).assessment) == ()


@pytest.mark.parametrize(("how", "there"), [("", True), (", how: noted", False)])
def test_only_decided_plans_and_reports_are_in_the_ledger(
    root: Path, how: str, there: bool
) -> None:
    plan(root, "hus", 2020, DAG, f"2019-12-10{how}")
    report(root, "hus", 2020, "      - {text: Mer., result: done}\n", f"2021-02-10{how}")
    plan(root, "park", 2020, DAG)
    report(root, "park", 2020, "      - {text: Mer., result: done}\n", "2021-02-10")
    boards = ["park", "hus"] if there else ["park"]
    assessment = view(root, LATE).assessment
    assert [c.board for c in commitments(assessment)] == boards
    assert [u.board for u in unplanned(assessment)] == boards
    assert [c.board for c in planned(assessment, "hus", 2020)] == ["hus"]


def test_an_activity_says_where_it_and_its_answer_stand(root: Path) -> None:
    plan(root, "park", 2020, "      - {id: natt, text: En natt.}\n" + DAG)
    answers = "      - {text: Mer., result: done}\n      - {id: dag, result: partly}\n"
    report(root, "park", 2020, answers, "2021-02-10")
    natt, dag = commitments(view(root, LATE).assessment)
    here, there = f"{REPORTS}/park/2020-plan.yaml", f"{REPORTS}/park/2020-report.yaml"
    assert (natt.planned, natt.answered) == (Place(here, ("entries", 0, "activities", 0)), None)
    assert (natt.fate, natt.done) == ("unanswered", None)
    assert dag.planned == Place(here, ("entries", 0, "activities", 1))
    assert dag.answered == Place(there, ("entries", 0, "activities", 1))
    assert dag.done is not None
    assert (dag.fate, dag.done.id, dag.done.result.value) == ("partly", "dag", "partly")
    assert (dag.board, dag.year, dag.obligation, dag.voluntary) == ("park", 2020, "1.1", False)


@pytest.mark.parametrize(
    ("day", "fate"),
    [("2021-02-27", "not-due"), ("2021-02-28", "not-due"), ("2021-03-01", "overdue")],
)
def test_without_a_report_an_activity_has_the_state_of_what_is_to_answer_it(
    root: Path, day: str, fate: str
) -> None:
    """Park need not report 2.2, nor what is under it."""
    plan(root, "park", 2020, DAG + VOLUNTARY)
    dag, natt = commitments(view(root, date.fromisoformat(day)).assessment)
    assert (dag.fate, dag.voluntary) == (fate, False)
    assert (natt.fate, natt.voluntary) == ("not-expected", True)
    again = root / REPORTS / "park/2020-report-2.yaml"
    again.write_text("kind: [", encoding="utf-8")  # whatever it is about
    told = commitments(view(root, date.fromisoformat(day)).assessment)
    assert [c.fate for c in told] == ["invalid", "invalid"]


@pytest.mark.parametrize(
    ("decision", "fate"),
    [("decision: {date: 2021-02-10, how: noted}\n", "received"), ("", "draft")],
)
def test_an_answer_that_is_not_decided_is_preliminary(root: Path, decision: str, fate: str) -> None:
    plan(root, "park", 2020, DAG)
    report(root, "park", 2020, "      - {id: dag, result: done}\n", "2021-02-10")
    path = root / REPORTS / "park/2020-report.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("decision: {date: 2021-02-10}\n", decision), encoding="utf-8")
    (one,) = commitments(view(root, LATE).assessment)
    assert one.fate == fate
    assert one.done is not None
    path.with_name("2020-report-2.yaml").write_text("kind: [", encoding="utf-8")
    (one,) = commitments(view(root, LATE).assessment)
    assert (one.fate, one.done, one.answered) == ("invalid", None, None)


def test_a_joint_activity_of_another_year_is_another(root: Path) -> None:
    for year in (2020, 2021):
        for board, other in (("park", "hus"), ("hus", "park")):
            plan(root, board, year, f"      - {{id: dag, text: En dag., with: [{other}]}}\n")
    found = distinct(commitments(view(root, LATE).assessment))
    assert [(c.year, c.joint) for c in found] == [(2020, ("park", "hus")), (2021, ("park", "hus"))]


def test_boards_that_are_joined_through_another_are_together(root: Path) -> None:
    """Skola names Hus, that does not name it; Lärande is named and plans something else."""
    joined = {"park": "hus, larande", "hus": "park", "skola": "hus", "larande": "park"}
    for board, others in joined.items():
        name = "natt" if board == "larande" else "dag"
        plan(root, board, 2020, f"      - {{id: {name}, text: En dag., with: [{others}]}}\n")
    ledger = {board: c.joint for (board, _, _), c in found(root).items()}
    assert ledger == {"park": ("park", "hus"), "hus": ("park", "hus"), "skola": (), "larande": ()}
    plan(root, "hus", 2020, "      - {id: dag, text: En dag., with: [skola, park]}\n")
    ledger = {board: c.joint for (board, _, _), c in found(root).items()}
    all_three = ("park", "hus", "skola")
    assert ledger == {"park": all_three, "hus": all_three, "skola": all_three, "larande": ()}


@pytest.mark.parametrize(
    ("due", "late"),
    [("2020-12-31", False), ("2020-12-30", None), ("2020-10-31", None)],
)
def test_what_is_done_within_the_year_by_its_last_day_is_in_time(
    root: Path, due: str, late: bool | None
) -> None:
    plan(root, "park", 2020, f"      - {{id: dag, text: En dag., due: {due}}}\n")
    report(root, "park", 2020, "      - {id: dag, result: done}\n", "2021-02-10")
    assert found(root)["park", 2020, "dag"].late is late


def test_activities_are_counted_once_with_their_fates_and_those_that_are_late(root: Path) -> None:
    for board, other in (("park", "hus"), ("hus", "park")):
        own = f"      - {{id: {board}, text: Eget., due: 2020-05-31}}\n"
        both = f"      - {{id: dag, text: En dag., due: 2020-05-31, with: [{other}]}}\n"
        plan(root, board, 2020, both + own)
        answers = f"      - {{id: dag, result: partly}}\n      - {{id: {board}, result: RESULT}}\n"
        result = "done" if board == "park" else "partly"
        report(root, board, 2020, answers.replace("RESULT", result), "2021-02-10")
    told = tally(commitments(view(root, LATE).assessment))
    # Hus's own and the joint one were not finished by their day; when Park's was, nobody knows.
    assert told == Tally(3, Counter({"partly": 2, "done": 1}), 2)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (("done", False, ""), ("done", False, ""), ("done", False, "")),
        (("done", None, ""), ("done", False, ""), ("done", None, "")),
        (("done", None, ""), ("partly", True, ""), ("partly", True, "")),
        (("cancelled", False, ""), ("done", True, ""), ("cancelled", True, "")),
        (("postponed", True, "open"), ("done", False, ""), ("postponed", True, "open")),
        (("postponed", True, "not-taken-up"), ("done", None, ""),
         ("postponed", True, "not-taken-up")),
        (("postponed", True, "not-taken-up"), ("postponed", True, "open"),
         ("postponed", True, "open")),
        (("postponed", True, "not-taken-up"), ("postponed", True, "taken-up"),
         ("postponed", True, "taken-up")),
        (("transferred", False, "open"), ("postponed", False, "taken-up"),
         ("transferred", False, "taken-up")),
        # Of what is not known to be put off nobody is to take anything up.
        (("postponed", False, "open"), ("unanswered", None, ""), ("unanswered", None, "")),
    ],
)  # fmt: skip
def test_a_joint_one_is_as_far_as_the_board_that_has_come_least_far(
    root: Path,
    one: tuple[Fate, bool | None, FollowUp],
    other: tuple[Fate, bool | None, FollowUp],
    together: tuple[Fate, bool | None, FollowUp],
) -> None:
    for board, partner in (("park", "hus"), ("hus", "park")):
        plan(root, board, 2020, f"      - {{id: dag, text: En dag., with: [{partner}]}}\n")
    ledger = commitments(view(root, LATE).assessment)
    for pair in ((one, other), (other, one)):
        told = (
            replace(c, fate=fate, late=late, follow_up=follow_up)
            for c, (fate, late, follow_up) in zip(ledger, pair, strict=True)
        )
        (made,) = distinct(told)
        assert (made.fate, made.late, made.follow_up) == together


def test_boards_in_a_chain_are_all_together() -> None:
    """Each names its neighbours, and the last one a board that has not planned it."""
    chain = {"a": "b", "b": "ac", "c": "bd", "d": "ce", "e": "df"}
    partners = {(board, 2020, "dag"): tuple(others) for board, others in chain.items()}
    elsewhere = {("f", 2021, "dag"): ("e",), ("f", 2020, "natt"): ("e",)}
    every = ("a", "b", "c", "d", "e")
    assert joint(partners | elsewhere) == {(board, 2020, "dag"): every for board in every}


def test_one_that_is_taken_up_twice_names_both(root: Path) -> None:
    plan(root, "park", 2020, DAG)
    report(root, "park", 2020, "      - {id: dag, result: postponed}\n", "2021-02-10")
    twice = "".join(
        f"      - {{id: {name}, text: En dag., continues: {{year: 2020, id: dag}}}}\n"
        for name in ("forst", "sedan")
    )
    plan(root, "park", 2021, twice, "2020-12-20")
    assert found(root)["park", 2020, "dag"].taken_up == (
        ("park", 2021, "forst"),
        ("park", 2021, "sedan"),
    )


def test_under_what_is_written_off_within_the_next_year_nothing_is_to_be_taken_up(
    root: Path,
) -> None:
    plan(root, "park", 2020, DAG)
    report(root, "park", 2020, "      - {id: dag, result: postponed}\n", "2021-02-10")
    plan(root, "park", 2021, "      - {id: annat, text: Annat.}\n", "2020-12-20")
    assert found(root)["park", 2020, "dag"].follow_up == "not-taken-up"
    rewritten(root, PROGRAMME, ("\namendments:", """
write_offs:
  - {id: av, decision: antaget, obligations: ["1.1"], reason: {sv: Nej.}, from: 2021-12-31}
amendments:"""))  # fmt: skip
    assert found(root)["park", 2020, "dag"].follow_up == ""


TRANSFER = """\
  - id: {id}
    date: {day}
    obligations: ["{measure}"]
    from: {{board: {giver}}}
    to: {receiver}
    what: {{sv: Huset bytte ägare.}}
    fact: {{source: Påhittat, confirmed: true}}
"""
FROM_SKOLA = {"id": "a", "day": "2020-07-01", "measure": "1.1", "giver": "skola"}


@pytest.mark.parametrize(
    ("transfers", "also", "planning", "follow_up"),
    [
        # Hus is bound by 1.1 in its own right: what Skola gave to Park is no matter of its.
        ([FROM_SKOLA | {"receiver": "park"}], "", "park", "not-taken-up"),
        ([FROM_SKOLA | {"receiver": "park"}], "", "hus", "open"),
        # Nor is it where Skola gave another measure to Hus.
        (
            [
                FROM_SKOLA | {"receiver": "park"},
                FROM_SKOLA | {"id": "b", "measure": "2.1", "receiver": "hus"},
            ],
            "",
            "hus",
            "open",
        ),
        # Nor where somebody else gave 1.1 to it.
        (
            [
                FROM_SKOLA | {"receiver": "park"},
                FROM_SKOLA | {"id": "b", "giver": "extra", "receiver": "hus"},
            ],
            "",
            "hus",
            "open",
        ),
        # What counts under two measures can be taken up by who has been given either.
        (
            [
                FROM_SKOLA | {"receiver": "park"},
                FROM_SKOLA | {"id": "b", "measure": "2.1", "receiver": "hus"},
            ],
            "2.1",
            "park",
            "not-taken-up",
        ),
        (
            [
                FROM_SKOLA | {"receiver": "park"},
                FROM_SKOLA | {"id": "b", "measure": "2.1", "receiver": "hus"},
            ],
            "2.1",
            "hus",
            "not-taken-up",
        ),
        # Given on again, in whatever order the register has it.
        (
            [
                FROM_SKOLA | {"id": "b", "day": "2020-09-01", "giver": "extra", "receiver": "hus"},
                FROM_SKOLA | {"receiver": "extra"},
            ],
            "",
            "hus",
            "not-taken-up",
        ),
    ],
)
def test_what_is_put_off_is_looked_for_with_those_that_were_given_its_measure(
    root: Path, transfers: list[dict[str, str]], also: str, planning: str, follow_up: str
) -> None:
    text = (root / BOARDS).read_text(encoding="utf-8")
    head, _ = text.split("transfers:\n")
    head += "  - {id: extra, short: Extra, names: [{name: Extranämnden}]}\n"
    written = "".join(TRANSFER.format(**t) for t in transfers)
    (root / BOARDS).write_text(f"{head}transfers:\n{written}", encoding="utf-8")
    rewritten(
        root,
        OBLIGATIONS,
        ("{board: skola}]", "{board: skola}, {board: hus}, {board: extra}]"),
        ("addressees: [{board: park}]\n    sensitive: clients",
         "addressees: [{board: park}, {board: skola}]\n    sensitive: clients"),
    )  # fmt: skip
    plan(root, "skola", 2020, f'      - {{id: dag, text: En dag., also: ["{also}"]}}\n'
         if also else DAG)  # fmt: skip
    report(root, "skola", 2020, "      - {id: dag, result: postponed}\n", "2021-02-10")
    plan(root, planning, 2021, "      - {id: annat, text: Annat.}\n", "2020-12-20")
    assert found(root)["skola", 2020, "dag"].follow_up == follow_up
