"""What is decided in mid-term, on the least programme there is (`tests/cases/base`).

Its cells, by hand. 2020: 1.1 park and skola, 1.2 park, 2.1 park, 2.2 hus. 2021: 1.1 park and
larande (until it goes to park in July), 1.2 park, 2.1 park, 2.2 hus.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.cells import Assessment, share, tally
from prostcli.usecases import view
from tests.findings import BASE

BEFORE, AFTER = date(2020, 5, 10), date(2020, 5, 11)
"""The day before the decision, and its day."""
DECISION = """
  - id: senare
    body: Fullmäktige
    date: 2020-05-11
    status: decided
    reference: KS 2020/7
    summary: {sv: Ändrade.}
"""
ADOPTED = "    text: Huset ska hållas öppet.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def decided(root: Path, text: str) -> None:
    """Write a decision of 11 May 2020 into the programme, and what it does."""
    path = root / "program/2020-2021/programme.yaml"
    old = path.read_text(encoding="utf-8")
    whole = old.replace("\namendments:", f"{DECISION}amendments:", 1)
    path.write_text(whole.replace(ADOPTED, ADOPTED + text, 1), encoding="utf-8")


def written(root: Path, name: str, old: str, new: str) -> None:
    path = root / "program/2020-2021" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def seen(root: Path, day: date) -> Assessment:
    return view(root, day).assessment


def keys(assessment: Assessment, obligation: str) -> list[tuple[str, int]]:
    return [(c.board, c.year) for c in assessment.cells if c.obligation == obligation]


def test_an_added_measure_is_unknown_before_its_decision_and_binds_from_its_day(root: Path) -> None:
    written(root, "obligations.yaml", "amendment: tillagg", "amendment: ny")
    decided(
        root,
        """  - {id: ny, decision: senare, change: add, from: 2021-03-01, target: {sv: Avsnitt 2},
      text: Huset ska hållas öppet.}
""",
    )
    before, after = seen(root, BEFORE), seen(root, AFTER)
    assert "2.2" not in before.material.obligation
    assert keys(before, "2.2") == []
    assert keys(after, "2.2") == [("hus", 2021)]
    (cell,) = (c for c in after.cells if c.obligation == "2.2")
    assert (cell.expected.first, cell.expected.plan_due) == (date(2021, 3, 1), date(2021, 3, 1))


def test_nothing_is_due_before_it_was_decided(root: Path) -> None:
    written(root, "obligations.yaml", "amendment: tillagg", "amendment: ny")
    decided(
        root,
        """  - {id: ny, decision: senare, change: add, from: 2020-01-01, target: {sv: Avsnitt 2},
      text: Huset ska hållas öppet.}
""",
    )
    first = next(c for c in seen(root, AFTER).cells if c.obligation == "2.2")
    assert (first.year, first.plan) == (2020, "not-due")
    assert (first.expected.plan_due, first.expected.report_due) == (AFTER, date(2021, 2, 28))


def test_an_ended_measure_binds_nobody_from_its_day(root: Path) -> None:
    end = """  - {id: slut, decision: senare, change: end, obligation: "1.2", from: 2021-01-01,
      target: {sv: Åtgärd 1.2}}
"""
    decided(root, end)
    assert keys(seen(root, BEFORE), "1.2") == [("park", 2020), ("park", 2021)]
    assert keys(seen(root, AFTER), "1.2") == [("park", 2020)]


def test_a_replaced_text_is_in_force_from_its_day_and_the_old_one_is_kept(root: Path) -> None:
    decided(
        root,
        """  - {id: byt, decision: senare, change: replace, obligation: "1.1", from: 2021-07-01,
      target: {sv: Åtgärd 1.1}, replaces: Parken ska städas., text: Parken ska städas varje dag.}
""",
    )
    old, new = "Parken ska städas.", "Parken ska städas varje dag."
    for day, text in ((AFTER, old), (date(2021, 6, 30), old), (date(2021, 7, 1), new)):
        assert seen(root, day).material.obligation["1.1"].text == text
    # The plan was decided on 10 December 2020 and knew of the change, decided in May.
    late = seen(root, date(2022, 6, 1))
    assert [c.older_text for c in late.cells if (c.board, c.obligation) == ("park", "1.1")] == [
        (),
        (),
    ]


def test_a_plan_decided_before_the_text_was_replaced_answers_the_older_one(root: Path) -> None:
    decided(
        root,
        """  - {id: byt, decision: senare, change: replace, obligation: "1.1", from: 2021-07-01,
      target: {sv: Åtgärd 1.1}, replaces: Parken ska städas., text: Parken ska städas varje dag.}
""",
    )
    written(root, "programme.yaml", "date: 2020-05-11", "date: 2021-05-11")
    park = {("park", "1.1", 2021)}

    def older(day: date) -> list[tuple[str, ...]]:
        cells = seen(root, day).cells
        return [c.older_text for c in cells if (c.board, c.obligation, c.year) in park]

    assert older(date(2021, 6, 30)) == [()]  # decided, but not yet in force
    assert older(date(2021, 7, 1)) == [("plan",)]
    assert older(date(2022, 6, 1)) == [("plan",)]  # the report was decided after it


def test_an_assigned_measure_binds_from_its_day(root: Path) -> None:
    written(root, "obligations.yaml", "    addressees: [{board: hus}]\n", "")
    decided(
        root,
        """assignments:
  - {id: ges, decision: senare, obligations: ["2.2"], to: {board: hus}}
""",
    )
    before, after = seen(root, BEFORE), seen(root, AFTER)
    assert (before.unassigned, keys(before, "2.2")) == (("2.2",), [])
    assert (after.unassigned, keys(after, "2.2")) == ((), [("hus", 2020), ("hus", 2021)])
    first = next(c for c in after.cells if c.obligation == "2.2").expected
    assert [(b.kind, b.date) for b in first.basis] == [("assigned", AFTER)]
    assert (first.first, first.plan_due) == (AFTER, AFTER)


def test_what_is_assigned_later_is_unassigned_until_then(root: Path) -> None:
    written(root, "obligations.yaml", "    addressees: [{board: hus}]\n", "")
    decided(
        root,
        """assignments:
  - {id: ges, decision: senare, obligations: ["2.2"], to: {group: alla}, from: 2021-01-01}
""",
    )
    assert seen(root, BEFORE).unassigned == ("2.2",)
    assert not keys(seen(root, BEFORE), "2.2")
    known = seen(root, AFTER)  # decided: what binds from January is counted, and is not unassigned
    assert known.unassigned == ()
    assert keys(known, "2.2") == [("park", 2021), ("hus", 2021), ("larande", 2021)]
    found = seen(root, date(2021, 1, 1))
    assert found.unassigned == ()
    assert keys(found, "2.2") == [("park", 2021), ("hus", 2021), ("larande", 2021)]


def test_a_successor_takes_over_what_was_assigned(root: Path) -> None:
    written(root, "obligations.yaml", "    addressees: [{board: hus}]\n", "")
    decided(
        root,
        """assignments:
  - {id: ges, decision: senare, obligations: ["2.2"], to: {board: skola}}
""",
    )
    assert keys(seen(root, AFTER), "2.2") == [("skola", 2020), ("larande", 2021)]


def test_what_will_be_decided_tomorrow_changes_nothing(root: Path) -> None:
    written(root, "obligations.yaml", "    addressees: [{board: hus}]\n", "")
    decided(
        root,
        """assignments:
  - {id: ges, decision: senare, obligations: ["2.2"], to: {board: hus}}
""",
    )
    assert keys(seen(root, AFTER), "2.2") != []
    written(root, "programme.yaml", "date: 2020-05-11", "date: 2020-05-12")
    assert keys(seen(root, AFTER), "2.2") == []
    assert keys(seen(root, date(2020, 5, 12)), "2.2") != []


def test_what_is_written_off_stays_and_is_not_counted(root: Path) -> None:
    decided(
        root,
        """write_offs:
  - {id: av, decision: senare, obligations: ["2.1"], boards: [park], from: 2021-01-01,
      reason: {sv: Behövs inte.}}
""",
    )
    late = date(2022, 6, 1)
    cells = [c for c in seen(root, late).cells if c.obligation == "2.1"]
    assert [(c.year, c.status) for c in cells] == [(2020, "report-overdue"), (2021, "written-off")]
    assert cells[1].sources[-1].pointer == ("write_offs", 0)
    # 2021 has five cells; less the written off there are four that a report is wanted of.
    whole = [c for c in seen(root, late).cells if c.year == 2021]
    assert (share(whole).of, tally(whole)["written-off"]) == (4, 1)
    earlier = [c for c in seen(root, BEFORE).cells if (c.obligation, c.year) == ("2.1", 2021)]
    assert [c.status for c in earlier] == ["upcoming"]


def test_what_is_written_off_is_not_overdue(root: Path) -> None:
    decided(
        root,
        """write_offs:
  - {id: av, decision: senare, obligations: ["1.1"], reason: {sv: Behövs inte.}}
""",
    )
    larande = [c for c in seen(root, date(2022, 6, 1)).cells if c.board == "larande"]
    assert [(c.status, c.plan, c.report) for c in larande] == [
        ("written-off", "not-expected", "not-expected")
    ]
    assert not any(c.wants("report") for c in larande)


@pytest.mark.parametrize(
    ("start", "status"),
    [
        # Lärande has the measure through 30 June 2021.
        ("2021-06-29", "written-off"),
        ("2021-06-30", "written-off"),
        ("2021-07-01", "report-overdue"),
    ],
)
def test_a_write_off_frees_who_is_still_bound_on_its_first_day(
    root: Path, start: str, status: str
) -> None:
    decided(
        root,
        f"""write_offs:
  - {{id: av, decision: senare, obligations: ["1.1"], from: {start}, reason: {{sv: Behövs inte.}}}}
""",
    )
    cells = [
        c for c in seen(root, date(2022, 6, 1)).cells if (c.obligation, c.year) == ("1.1", 2021)
    ]
    assert {c.board: c.status for c in cells} == {"park": "written-off", "larande": status}


def test_a_board_has_the_name_of_the_day(root: Path) -> None:
    written(
        root,
        "boards.yaml",
        "short: Park, names: [{name: Parknämnden}]",
        "short: Park, names: [{name: Parknämnden, valid: {to: 2020-12-31}}, "
        "{name: Gröna nämnden, short: Grönt, valid: {from: 2021-01-01}}]",
    )
    for day, short in ((date(2020, 12, 31), "Park"), (date(2021, 1, 1), "Grönt")):
        assert seen(root, day).material.boards["park"].short == short


LATER = ("date: 2020-05-11", "date: 2021-03-01")
GIVEN = """assignments:
  - {id: ges, decision: senare, obligations: ["OBLIGATION"], to: {board: BOARD}, from: DAY}
"""


def given(root: Path, obligation: str, board: str, day: str) -> None:
    text = GIVEN.replace("OBLIGATION", obligation).replace("BOARD", board).replace("DAY", day)
    decided(root, text)


def test_what_is_given_back_after_a_transfer_stays_given(root: Path) -> None:
    given(root, "1.1", "larande", "2021-10-01")
    (cell,) = (c for c in seen(root, AFTER).cells if (c.board, c.obligation) == ("larande", "1.1"))
    assert {b.kind for b in cell.expected.basis} == {"successor", "until-transfer", "assigned"}
    assert (cell.expected.first, cell.expected.last) == (date(2021, 1, 1), date(2021, 12, 31))


def test_a_measure_added_after_a_transfer_binds_the_receiver_from_its_own_day(root: Path) -> None:
    written(root, "obligations.yaml", "amendment: tillagg", "amendment: ny")
    written(root, "obligations.yaml", "addressees: [{board: hus}]", "addressees: [{board: skola}]")
    written(root, "boards.yaml", 'obligations: ["1.1"]', 'obligations: ["2.2"]')
    text = "{id: ny, decision: senare, change: add, from: 2021-09-01, target: {sv: x}, text: Hus.}"
    decided(root, f"  - {text}\n")
    (cell,) = (c for c in seen(root, AFTER).cells if c.obligation == "2.2")
    assert (cell.board, cell.expected.first, cell.expected.plan_due) == (
        "park",
        date(2021, 9, 1),
        date(2021, 9, 1),
    )


def test_a_measure_is_not_given_before_it_is_there(root: Path) -> None:
    written(root, "obligations.yaml", "amendment: tillagg", "amendment: ny")
    written(root, "obligations.yaml", "    addressees: [{board: hus}]\n", "")
    text = "{id: ny, decision: senare, change: add, from: 2021-03-01, target: {sv: x}, text: Hus.}"
    decided(
        root,
        f"  - {text}\n"
        """assignments:
  - {id: ges, decision: senare, obligations: ["2.2"], to: {board: park}}
""",
    )
    assert keys(seen(root, AFTER), "2.2") == [("park", 2021)]


def test_nothing_is_due_of_a_successor_before_it_was_decided(root: Path) -> None:
    given(root, "2.1", "skola", "2020-07-01")
    written(root, "programme.yaml", *LATER)
    cells = [c for c in seen(root, date(2021, 3, 1)).cells
             if c.obligation == "2.1" and c.board != "park"]  # fmt: skip
    assert [(c.board, c.year, c.plan, c.expected.plan_due) for c in cells] == [
        ("skola", 2020, "not-due", date(2021, 3, 1)),
        ("larande", 2021, "not-due", date(2021, 3, 1)),
    ]


def test_nothing_is_due_of_a_receiver_before_it_was_decided(root: Path) -> None:
    given(root, "1.1", "hus", "2020-07-01")
    written(root, "boards.yaml", "from: {board: skola}", "from: {board: hus}")
    written(root, "boards.yaml", "to: park", "to: larande")
    written(root, "programme.yaml", "date: 2020-05-11", "date: 2021-08-01")
    cells = [c for c in seen(root, date(2021, 8, 1)).cells if c.obligation == "1.1"]
    found = {(c.board, c.year): c.expected.plan_due for c in cells}
    assert found["hus", 2021] == date(2021, 8, 1)


def test_a_decided_report_is_not_at_fault_for_a_later_decision(root: Path) -> None:
    from prostcli.load.workspace import load
    from prostcli.usecases import check

    given(root, "2.2", "park", "2021-06-01")
    written(root, "programme.yaml", "date: 2020-05-11", "date: 2022-05-01")
    found = {d.code for d in check(load(root, watchful=True), date(2022, 6, 1))}
    assert not found & {"PRO201", "PRO301"}
    written(root, "programme.yaml", "date: 2022-05-01", "date: 2020-05-11")
    found = {d.code for d in check(load(root, watchful=True), date(2022, 6, 1))}
    assert {"PRO201", "PRO301"} <= found


def test_a_measure_that_ends_without_ever_having_had_a_board_stays_unassigned(root: Path) -> None:
    written(root, "obligations.yaml", "    addressees: [{board: hus}]\n", "")
    decided(
        root,
        """  - {id: slut, decision: senare, change: end, obligation: "2.2", from: 2021-01-01,
      target: {sv: Åtgärd 2.2}}
""",
    )
    assert seen(root, date(2020, 12, 31)).unassigned == ("2.2",)
    assert seen(root, date(2021, 1, 1)).unassigned == ("2.2",)


def test_a_measure_that_a_board_has_had_is_never_unassigned_again(root: Path) -> None:
    written(root, "obligations.yaml", "    addressees: [{board: hus}]\n", "")
    written(root, "boards.yaml", "    successors: [larande]\n", "")
    written(root, "boards.yaml", "date: 2021-07-01", "date: 2021-01-01")
    given(root, "2.2", "skola", "2020-06-01")
    assert [
        seen(root, day).unassigned
        for day in (date(2020, 5, 10), date(2020, 5, 11), date(2021, 1, 1), date(2022, 1, 1))
    ] == [("2.2",), (), (), ()]


def test_an_answer_to_a_text_to_come_is_not_an_older_one(root: Path) -> None:
    text = """  - {id: byt, decision: senare, change: replace, obligation: "1.1", from: 2021-07-01,
      target: {sv: x}, replaces: Parken ska städas., text: Parken ska städas varje dag.}
"""
    decided(root, text)
    # The plan of 10 December 2020 knows of the text that its year ends with.
    for day in (date(2021, 1, 15), date(2021, 7, 1), date(2022, 6, 1)):
        cells = [c for c in seen(root, day).cells if (c.board, c.obligation) == ("park", "1.1")]
        assert [c.older_text for c in cells] == [(), ()]
