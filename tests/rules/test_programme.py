"""What the rules of the programme's own files say of days, places and what is beside the fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prostcli.diagnostic import Severity
from tests.findings import BASE, found
from tests.least import BOARDS, OBLIGATIONS, PROGRAMME, REPORTS, rewritten, told


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def decided(root: Path, more: str, amendments: str = "") -> None:
    """A decision of 3 February 2020, and what rests on it."""
    rewritten(root, PROGRAMME, ("amendments:\n", f"""\
  - {{id: sedan, body: Fullmäktige, date: 2020-02-03, status: decided, reference: KS 9,
     summary: {{sv: Sedan.}}}}
{more}amendments:
{amendments}"""))  # fmt: skip


def ended(root: Path, obligation: str, day: str) -> None:
    decided(root, "", f"""\
  - {{id: slut, decision: sedan, change: end, obligation: "{obligation}", from: {day},
     target: {{sv: Den}}}}
""")  # fmt: skip


@pytest.mark.parametrize(
    ("day", "is_idle"),
    [("2021-05-30", False), ("2021-05-31", False), ("2021-06-01", True)],
)
def test_a_measure_can_be_ended_until_the_last_day_that_it_binds(
    root: Path, day: str, is_idle: bool
) -> None:
    """Others bind to the end of the term."""
    rewritten(root, BOARDS, ("{name: Husbolaget}]",
              "{name: Husbolaget}], valid: {to: 2021-05-31}"))  # fmt: skip
    ended(root, "2.2", day)
    assert told(root, "PRO416") == (["programme.yaml:26"] if is_idle else [])


@pytest.mark.parametrize(
    ("recurs", "day", "is_idle"),
    [
        ("continuous", "2019-12-31", True),
        ("continuous", "2020-01-01", False),
        ("continuous", "2021-12-31", False),
        ("continuous", "2022-01-01", True),
        ("until 2021-06-30", "2021-06-30", False),
        ("until 2021-06-30", "2021-07-01", True),
        ("until 2022-06-30", "2021-12-31", False),
        ("until 2022-06-30", "2022-01-01", True),
    ],
)
def test_a_measure_that_no_board_has_had_can_be_ended_on_any_day_of_its_term(
    root: Path, recurs: str, day: str, is_idle: bool
) -> None:
    rewritten(root, OBLIGATIONS, ("    addressees: [{board: hus}]\n",
              f"    addressees: []\n    recurrence: {recurs}\n"))  # fmt: skip
    ended(root, "2.2", day)
    assert told(root, "PRO416") == (["programme.yaml:26"] if is_idle else [])


def test_what_ends_an_unknown_measure_ends_nothing(root: Path) -> None:
    ended(root, "9.9", "2021-01-01")
    assert told(root, "PRO416") == []
    assert told(root, "PRO401") == ["programme.yaml:26 obligation"]


def test_what_replaces_the_text_of_an_unknown_measure_is_only_unknown(root: Path) -> None:
    decided(root, "", """\
  - {id: ny, decision: sedan, change: replace, obligation: "9.9", from: 2021-01-01,
     target: {sv: Den}, replaces: Gammal., text: Ny.}
""")  # fmt: skip
    assert [d.code for d in found(root).diagnostics] == ["PRO401"]


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        (["text: Parken ska städas."], [26]),
        (["text: Parken  ska\n       städas."], [26]),
        (["replaces: Parken ska städas., text: Parken ska städas."], [26]),
        (["text: Parken skall städas."], []),
        (["text: parken ska städas."], []),
        (["text: Parken städas.", "text: Parken städas."], [28]),
        (["text: Parken städas.", "text: Parken ska städas."], []),  # back to what it was
    ],
)
def test_a_text_that_the_measure_has_already_is_pointed_at(
    root: Path, texts: list[str], lines: list[int]
) -> None:
    decided(root, "", "".join(f"""\
  - {{id: n{n}, decision: sedan, change: replace, obligation: "1.1", from: 2020-0{3 + n}-01,
     target: {{sv: Den}}, {text}}}
""" for n, text in enumerate(texts)))  # fmt: skip
    assert told(root, "PRO412") == [f"programme.yaml:{line + 1} same-text" for line in lines]


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [
        ("Parken städas.", "Parken städas.", []),  # the same, but from an earlier day
        ("Parken ska städas.", "Parken städas.", []),  # back to what it was
        ("Parken ska städas.", "Parken ska städas.", [28, 30]),
    ],
)
def test_a_later_decision_on_an_earlier_day_leaves_a_text_what_it_did(
    root: Path, first: str, second: str, lines: list[int]
) -> None:
    decided(root, """\
  - {id: efter, body: KF, date: 2020-11-23, status: decided, reference: KS 8, summary: {sv: E.}}
""", f"""\
  - {{id: ett, decision: sedan, change: replace, obligation: "1.1", from: 2020-07-01,
     target: {{sv: Den}}, text: {first}}}
  - {{id: tva, decision: efter, change: replace, obligation: "1.1", from: 2020-05-01,
     target: {{sv: Den}}, text: {second}}}
""")  # fmt: skip
    assert told(root, "PRO412") == [f"programme.yaml:{line} same-text" for line in lines]


def test_an_amendment_of_the_programme_as_adopted_is_not_in_mid_term(root: Path) -> None:
    rewritten(root, PROGRAMME, ("    source: L1\n", ""))
    assert told(root, "PRO411") == []
    rewritten(root, PROGRAMME, ("    change: add\n", "    change: add\n    from: 2020-01-01\n"))
    assert told(root, "PRO411") == ["programme.yaml:24 unsourced"]


@pytest.mark.parametrize(
    ("plan", "lines"), [("kind: [", []), (None, ["programme.yaml:26 activity"])]
)
def test_of_a_plan_that_cannot_be_read_nothing_is_said_to_be_missing(
    root: Path, plan: str | None, lines: list[str]
) -> None:
    decided(root, """\
write_offs:
  - {id: bort, decision: sedan, reason: {sv: Ej}, activities: [{board: hus, year: 2021, id: a}]}
""")  # fmt: skip
    if plan is not None:
        (root / f"{REPORTS}/hus/2021-plan.yaml").write_text(plan, encoding="utf-8")
    assert told(root, "PRO413") == lines


def test_a_measure_that_is_given_in_vain_is_pointed_at(root: Path) -> None:
    decided(root, """\
assignments:
  - id: mer
    decision: sedan
    to: {board: skola}
    from: 2020-12-31
    obligations:
      - "1.2"
      - "2.2"
""")  # fmt: skip
    assert told(root, "PRO415") == []
    rewritten(root, PROGRAMME, ("from: 2020-12-31\n", "from: 2021-01-01\n"))
    assert told(root, "PRO415") == ["programme.yaml:31", "programme.yaml:32"]


def given(root: Path, *assignments: str) -> None:
    """Assignments on lines 26, 27 and so on, of a decision of 3 February 2020."""
    listed = (f"  - {{id: g{n}, decision: sedan, {g}}}\n" for n, g in enumerate(assignments))
    decided(root, "assignments:\n" + "".join(listed))


@pytest.mark.parametrize(
    ("measure", "to", "start", "is_idle"),
    [
        ("1.1", "board: park", "2020-02-03", True),
        ("1.1", "board: park", "2019-06-01", True),  # before the term there is nothing to bind
        ("1.1", "board: skola", "2020-06-01", True),
        ("1.1", "board: larande", "2021-03-10", False),  # what it inherited is transferred in July
        ("1.1", "board: larande", "2021-07-01", False),
        ("1.1", "board: hus", "2021-03-10", False),
        ("1.1", "group: alla", "2021-03-10", False),  # Hus is new
        ("1.2", "board: hus", "2021-03-10", False),
        ("2.2", "board: park", "2021-12-31", False),
    ],
)
def test_a_measure_that_is_given_to_whom_it_binds_as_long_is_pointed_at(
    root: Path, measure: str, to: str, start: str, is_idle: bool
) -> None:
    given(root, f'obligations: ["{measure}"], to: {{{to}}}, from: {start}')
    assert told(root, "PRO415") == (["programme.yaml:26 bound"] if is_idle else [])


def test_a_measure_that_binds_a_whole_group_is_pointed_at_in_the_list(root: Path) -> None:
    """Skola is no more by then."""
    rewritten(root, OBLIGATIONS, ("[{board: park}, {board: skola}]", "[{group: alla}]"))
    given(root, 'to: {group: alla}, from: 2021-01-01, obligations: ["1.2", "1.1"]')
    (idle,) = (d for d in found(root).diagnostics if d.code == "PRO415")
    assert idle.facts == {"id": "1.1", "day": "2021-01-01", "variant": "bound"}
    assert idle.severity is Severity.WARNING  # it may confirm what holds
    text = (root / PROGRAMME).read_text(encoding="utf-8").splitlines()[idle.span.line - 1]
    assert text[idle.span.column - 1 :].startswith('"1.1"')


@pytest.mark.parametrize(("start", "is_idle"), [("2020-06-30", False), ("2020-07-01", True)])
def test_a_measure_that_is_given_to_whom_it_is_transferred_to_is_pointed_at_from_that_day(
    root: Path, start: str, is_idle: bool
) -> None:
    rewritten(root, BOARDS, ('["1.1"]', '["2.2"]'), ("{board: skola}", "{board: hus}"),
              ("date: 2021-07-01", "date: 2020-07-01"))  # fmt: skip
    given(root, f'obligations: ["2.2"], to: {{board: park}}, from: {start}')
    assert told(root, "PRO415") == (["programme.yaml:26 bound"] if is_idle else [])


@pytest.mark.parametrize("start", ["2020-06-01", "2021-01-01", "2021-03-10"])
def test_a_measure_that_is_given_to_whom_will_inherit_it_is_pointed_at(
    root: Path, start: str
) -> None:
    """Nothing is transferred, so Lärande has it as long as it is there."""
    rewritten(root, BOARDS, ('["1.1"]', '["2.2"]'), ("{board: skola}", "{board: hus}"))
    given(root, f'obligations: ["1.1"], to: {{board: larande}}, from: {start}')
    assert told(root, "PRO415") == ["programme.yaml:26 bound"]


def test_a_measure_that_is_given_between_two_transfers_binds_in_between(root: Path) -> None:
    """Hus loses it and gets it back within a year: of that year the first and last day stay."""
    rewritten(root, BOARDS, ("transfers:\n", """\
transfers:
  - {id: bort, date: 2020-04-01, obligations: ["2.2"], from: {board: hus}, to: park,
     what: {sv: Bort.}, fact: {source: P, confirmed: true}}
  - {id: hem, date: 2020-10-01, obligations: ["2.2"], from: {board: park}, to: hus,
     what: {sv: Hem.}, fact: {source: P, confirmed: true}}
"""))  # fmt: skip
    given(
        root,
        'obligations: ["2.2"], to: {board: hus}, from: 2020-06-01',
        'obligations: ["2.2"], to: {board: hus}, from: 2020-10-01',
    )
    assert told(root, "PRO415") == ["programme.yaml:27 bound"]


@pytest.mark.parametrize(
    ("back", "start", "is_idle"),
    [
        ("2020-04-02", "2020-04-01", False),  # the one day without
        ("2020-04-02", "2020-04-02", True),
        ("2020-04-02", "2020-04-03", True),
        ("2020-04-03", "2020-04-02", False),
        ("2020-04-01", "2020-03-01", True),
        ("2020-04-01", "2020-04-01", True),
    ],
)
def test_a_single_day_in_between_is_something(
    root: Path, back: str, start: str, *, is_idle: bool
) -> None:
    rewritten(root, BOARDS, ("transfers:\n", f"""\
transfers:
  - {{id: bort, date: 2020-04-01, obligations: ["2.2"], from: {{board: hus}}, to: park,
     what: {{sv: Bort.}}, fact: {{source: P, confirmed: true}}}}
  - {{id: hem, date: {back}, obligations: ["2.2"], from: {{board: park}}, to: hus,
     what: {{sv: Hem.}}, fact: {{source: P, confirmed: true}}}}
"""))  # fmt: skip
    given(root, f'obligations: ["2.2"], to: {{board: hus}}, from: {start}')
    assert told(root, "PRO415") == (["programme.yaml:26 bound"] if is_idle else [])


@pytest.mark.parametrize(
    ("first", "second", "idle"),
    [
        ("to: {board: hus}", "to: {board: hus}", [27]),  # alike: the first is not idle
        ("to: {board: hus}, from: 2020-05-01", "to: {board: hus}, from: 2020-03-01", [26]),
        ("to: {group: alla}", "to: {board: hus}", [27]),
        ("to: {board: hus}", "to: {group: alla}", [26]),
        ("to: {board: hus}", "to: {group: alla}, from: 2020-02-04", []),
        ("to: {board: hus}", "to: {board: larande}", []),
    ],
)
def test_of_two_assignments_one_can_leave_nothing_to_the_other(
    root: Path, first: str, second: str, idle: list[int]
) -> None:
    given(root, *(f'obligations: ["1.2"], {to}' for to in (first, second)))
    assert told(root, "PRO415") == [f"programme.yaml:{line} bound" for line in idle]


@pytest.mark.parametrize("start", ["2020-03-01", "2021-05-01"])
def test_a_later_decision_leaves_an_earlier_one_what_it_did(root: Path, start: str) -> None:
    """What is decided afterwards from an earlier day: Hus was bound all the same until then."""
    decided(root, f"""\
  - {{id: efter, body: KF, date: 2020-11-23, status: decided, reference: KS 8, summary: {{sv: E.}}}}
assignments:
  - {{id: ett, decision: sedan, obligations: ["1.2"], to: {{board: hus}}, from: 2020-05-01}}
  - {{id: tva, decision: efter, obligations: ["1.2"], to: {{board: hus}}, from: {start}}}
""")  # fmt: skip
    assert told(root, "PRO415") == (["programme.yaml:28 bound"] if start > "2021" else [])


def test_a_measure_that_is_transferred_before_it_is_added_binds_when_it_is_there(
    root: Path,
) -> None:
    """Given in February to the board that has it anyway when it is added in May."""
    rewritten(root, OBLIGATIONS, ("    addressees: [{board: hus}]\n    amendment: tillagg\n",
              "    amendment: ny\n"))  # fmt: skip
    rewritten(root, BOARDS, ("transfers:\n", """\
transfers:
  - {id: dit, date: 2020-04-01, obligations: ["2.2"], from: {board: hus}, to: park,
     what: {sv: Dit.}, fact: {source: P, confirmed: true}}
"""))  # fmt: skip
    decided(root, """\
  - {id: maj, body: KF, date: 2020-05-04, status: decided, reference: KS 8, summary: {sv: E.}}
assignments:
  - {id: ett, decision: sedan, obligations: ["2.2"], to: {board: park}}
""", """\
  - {id: ny, decision: maj, change: add, from: 2020-05-11, target: {sv: D}, text: Hus.}
""")  # fmt: skip
    assert told(root, "PRO415") == ["programme.yaml:27 bound"]


def test_a_measure_that_is_transferred_from_nobody_is_pointed_at(root: Path) -> None:
    rewritten(root, BOARDS, ('    obligations: ["1.1"]\n', """\
    obligations:
      - "9.9"
      - "1.1"
      - "2.1"
"""))  # fmt: skip
    assert told(root, "PRO401") == ["boards.yaml:21 obligation"]
    assert told(root, "PRO408") == ["boards.yaml:23 unbound"]


def test_a_transfer_from_a_board_that_is_not_in_the_register_is_from_nobody(root: Path) -> None:
    rewritten(root, BOARDS, ("from: {board: skola}", "from: {board: okand}"))
    assert told(root, "PRO401") == ["boards.yaml:21 board"]
    assert told(root, "PRO408") == ["boards.yaml:20 unbound"]


@pytest.mark.parametrize(
    ("start", "lines"),
    [
        ("2021-06-30", ["boards.yaml:20 unbound"]),  # it was there the day before, with Hus
        ("2021-07-01", []),
        ("2021-07-02", []),
    ],
)
def test_a_measure_that_is_added_from_the_day_of_a_transfer_needs_nobody_before_it(
    root: Path, start: str, lines: list[str]
) -> None:
    rewritten(root, PROGRAMME, ("    change: add\n", f"    change: add\n    from: {start}\n"))
    rewritten(root, BOARDS, ('obligations: ["1.1"]', 'obligations: ["2.2"]'))
    assert told(root, "PRO408") == lines


def test_each_of_two_with_the_same_id_is_told_where_the_second_stands(root: Path) -> None:
    rewritten(root, BOARDS, ("transfers:\n", """\
transfers:
  - id: flytt
    date: 2021-08-01
    obligations: ["2.1"]
    from: {board: park}
    to: hus
    what: {sv: Också.}
    fact: {source: Påhittat, confirmed: true}
"""))  # fmt: skip
    assert told(root, "PRO402") == ["boards.yaml:25"]


@pytest.mark.parametrize(
    ("nature", "column"),
    [("id: insats, label: {sv: Insats}", 10), ("scale: x, id: insats, label: {sv: Insats}", 13)],
)
def test_a_scale_that_is_missing_is_told_where_it_is_named_or_meant(
    root: Path, nature: str, column: int
) -> None:
    rewritten(root, PROGRAMME, ("  default:\n", "  annan:\n"),
              ("id: insats, label: {sv: Insats}", nature))  # fmt: skip
    (missing,) = (d for d in found(root).diagnostics if d.code == "PRO409")
    assert (missing.span.line, missing.span.column) == (35, column)
