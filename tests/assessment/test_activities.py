"""What became of planned activities, on the least programme there is (`tests/cases/base`)."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.activities import Commitment, commitments, distinct, fates
from prostcli.usecases import view
from tests.findings import BASE

REPORTS = "reports/2020-2021"
LATE = date(2022, 6, 1)


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
