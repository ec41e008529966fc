"""What the rules of the programme's own files say of days, places and what is beside the fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

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
      - "1.1"
      - "2.2"
""")  # fmt: skip
    assert told(root, "PRO415") == []
    rewritten(root, PROGRAMME, ("from: 2020-12-31\n", "from: 2021-01-01\n"))
    assert told(root, "PRO415") == ["programme.yaml:31", "programme.yaml:32"]


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
