"""Which submission counts on a date, on the least programme there is (`tests/cases/base`)."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.submissions import (
    Standings,
    last_by,
    plan_entries,
    report_entries,
    standings,
    subjects,
)
from prostcli.load.workspace import load
from prostcli.model.material import Material, Submitted
from prostcli.model.submissions import Plan, Report
from prostcli.source import Place
from tests.findings import BASE
from tests.least import PLAN, PLAN_DECIDED, REPORT, REPORT_DECIDED, REPORTS, filed, rewritten

LATE = date(2022, 6, 1)
KEY = ("park", 2021)
UNFITTING = f'fingerprint: "{"0" * 64}"'
"""What makes a file one that has been edited since it was sealed."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def material(root: Path) -> Material:
    found = load(root).editions["2020-2021"].material
    assert found is not None
    return found


def at(root: Path, day: date = LATE) -> Standings:
    return standings(material(root), day)


def numbered(number: int, path: str = REPORT) -> str:
    """The path of the first file of a kind, or of a later one."""
    return path if number == 1 else path.replace(".yaml", f"-{number}.yaml")


def decision(says: str) -> str:
    """`2022-03-10`, `2022-03-10 noted`, `2022-03-10 sealed`, or a draft's: nothing."""
    if not says:
        return ""
    day, _, how = says.partition(" ")
    more = {"": "", "sealed": f", {UNFITTING}"}.get(how, f", how: {how}")
    return f"decision: {{date: {day}{more}}}\n"


def reported(root: Path, files: dict[int, str]) -> None:
    """Park's reports on 2021, by number, each with what its decision says."""
    for number, says in files.items():
        if number != 1:
            filed(root, numbered(number), REPORT, (REPORT_DECIDED, decision(says)))
    rewritten(root, REPORT, (REPORT_DECIDED, decision(files[1])))


@pytest.mark.parametrize(
    ("files", "day", "counting"),
    [
        ({1: "2022-02-10"}, "2022-02-09", None),
        ({1: "2022-02-10"}, "2022-02-10", (1, "decided", ())),
        ({1: "2022-02-10", 2: "2022-03-10"}, "2022-03-09", (1, "decided", ())),
        ({1: "2022-02-10", 2: "2022-03-10"}, "2022-03-10", (2, "decided", (1,))),
        ({1: "2022-03-10", 2: "2022-02-10"}, "2022-03-09", (2, "decided", ())),
        ({1: "2022-03-10", 2: "2022-02-10"}, "2022-03-10", (1, "decided", (2,))),
        ({1: "2022-02-10", 2: "2022-02-10", 10: "2022-02-10"}, "2022-02-10",
         (10, "decided", (1, 2))),
        ({1: "2022-02-10", 2: "2022-03-10 delegated"}, "2022-03-10", (2, "decided", (1,))),
        ({1: "2022-02-10", 2: "2022-03-10 noted"}, "2022-03-10", (1, "decided", ())),
        ({1: "2022-02-10", 2: ""}, "2022-06-01", (1, "decided", ())),
        ({1: "2022-02-10 noted", 2: ""}, "2022-02-09", (2, "draft", ())),
        ({1: "2022-02-10 noted", 2: ""}, "2022-02-10", (1, "received", ())),
        ({1: "2022-03-10 noted", 2: "2022-02-10 office"}, "2022-03-09", (2, "received", ())),
        ({1: "2022-03-10 noted", 2: "2022-02-10 office"}, "2022-03-10", (1, "received", (2,))),
        ({1: "", 2: "", 10: ""}, "2022-02-10", (10, "draft", ())),
    ],
)  # fmt: skip
def test_the_last_decided_counts_else_the_last_received_else_the_last_draft(
    root: Path, files: dict[int, str], day: str, counting: tuple[int, str, tuple[int, ...]] | None
) -> None:
    reported(root, files)
    when = date.fromisoformat(day)
    current = at(root, when).reports.get(KEY)
    there = [
        Submitted(f.slot, f.value) for f in material(root).submitted if isinstance(f.value, Report)
    ]
    assert (current and current.file) == last_by(there, when)
    told = current and (current.file.path, current.standing, current.superseded)
    if counting is None:
        assert told is None
    else:
        number, rank, superseded = counting
        assert told == (numbered(number), rank, tuple(numbered(n) for n in superseded))


def test_what_counts_is_found_by_board_and_year(root: Path) -> None:
    found = at(root)
    plan, report = found.plan(*KEY), found.report(*KEY)
    assert isinstance(plan, Plan)
    assert isinstance(report, Report)
    assert [e.obligation for e in plan.entries] == ["1.1", "1.2", "2.1"]
    assert [e.outcome for e in report.entries] == ["done", "half", "not-ours", None]
    for board, year in (("park", 2020), ("hus", 2021)):
        assert (found.plan(board, year), found.report(board, year)) == (None, None)


OUT_OF_PLACE = ("board: park", "board: skola")
TWICE = ('obligation: "1.2"', 'obligation: "1.1"')
OF_NO_SCALE = ("outcome: half", "outcome: complied")


@pytest.mark.parametrize("fault", [OUT_OF_PLACE, TWICE, OF_NO_SCALE])
def test_what_does_not_tell_what_it_says_counts_for_nothing_and_all_others_do(
    root: Path, fault: tuple[str, str]
) -> None:
    """One of Hus, which is read before Park's."""
    path = f"{REPORTS}/hus/2021-report.yaml"
    own = () if fault == OUT_OF_PLACE else (("board: park", "board: hus"),)
    filed(root, path, REPORT, *own, fault)
    found = at(root)
    assert set(found.reports) == set(found.plans) == {KEY}
    assert {key: [s.path for s in slots] for key, slots in found.refused.items()} == {
        ("hus", 2021, "report"): [path]
    }


def test_beside_what_cannot_be_read_nothing_of_its_kind_counts(root: Path) -> None:
    filed(root, numbered(2), REPORT, OUT_OF_PLACE)
    filed(root, numbered(3), REPORT, (REPORT_DECIDED, decision("2022-03-10 sealed")))
    (root / numbered(4)).write_text("kind: [", encoding="utf-8")
    found = at(root)
    assert (set(found.reports), set(found.plans)) == (set(), {KEY})
    refused = found.refused["park", 2021, "report"]
    assert sorted(s.path for s in refused) == [numbered(n) for n in (2, 3, 4)]
    for number in (2, 3, 4):
        (root / numbered(number)).unlink()
    (root / numbered(2, PLAN)).write_text("kind: [", encoding="utf-8")
    found = at(root)
    assert (set(found.plans), set(found.reports)) == (set(), {KEY})
    assert [s.path for s in found.refused["park", 2021, "plan"]] == [numbered(2, PLAN)]


@pytest.mark.parametrize(
    ("files", "day", "counting"),
    [
        # Before its own decision it is not there; from its day on it stands in the way.
        ({1: "2022-02-10", 2: "2022-03-10 sealed"}, "2022-03-09", 1),
        ({1: "2022-02-10", 2: "2022-03-10 sealed"}, "2022-03-10", None),
        ({1: "2022-02-10", 2: "2022-03-10 sealed"}, "2022-03-11", None),
        # A decided correction stands in for it from its day.
        ({1: "2022-02-10 sealed", 2: "2022-03-10"}, "2022-03-09", None),
        ({1: "2022-02-10 sealed", 2: "2022-03-10"}, "2022-03-10", 2),
        ({1: "2022-02-10 sealed", 2: "2022-03-10"}, "2022-03-11", 2),
        ({1: "2022-03-10", 2: "2022-02-10 sealed"}, "2022-03-10", 1),
        # Of the same day the higher number is the later one.
        ({1: "2022-02-10 sealed", 2: "2022-02-10"}, "2022-02-10", 2),
        ({1: "2022-02-10", 2: "2022-02-10 sealed"}, "2022-02-10", None),
        # What is not decided corrects nothing.
        ({1: "2022-02-10 sealed", 2: "2022-03-10 noted"}, "2022-03-10", None),
        ({1: "2022-02-10 sealed", 2: ""}, "2022-03-10", None),
    ],
)
def test_what_was_edited_after_it_was_sealed_counts_for_nothing_until_it_is_corrected(
    root: Path, files: dict[int, str], day: str, counting: int | None
) -> None:
    reported(root, files)
    (broken,) = (n for n, says in files.items() if says.endswith("sealed"))
    found = at(root, date.fromisoformat(day))
    current = found.reports.get(KEY)
    assert (current and current.file.path) == (counting and numbered(counting))
    refused = {key: [s.path for s in slots] for key, slots in found.refused.items()}
    assert refused == ({} if counting else {("park", 2021, "report"): [numbered(broken)]})


def test_a_plan_that_was_edited_after_it_was_sealed_is_corrected_by_a_plan(root: Path) -> None:
    rewritten(root, PLAN, (PLAN_DECIDED, decision("2020-12-10 sealed")))
    found = at(root)  # the report is decided later, and is no plan
    assert (set(found.plans), set(found.reports)) == (set(), {KEY})
    assert [s.path for s in found.refused["park", 2021, "plan"]] == [PLAN]
    filed(root, numbered(2, PLAN), PLAN, (decision("2020-12-10 sealed"), PLAN_DECIDED))
    found = at(root)
    assert found.plans[KEY].file.path == numbered(2, PLAN)
    assert found.refused == {}


def test_all_that_a_plan_and_a_report_speak_of_stands_somewhere(root: Path) -> None:
    both = """\
      - {id: grus, text: Kratta., also: ["2.2", "1.2"]}
  - obligation: "1.2"
"""
    rewritten(root, PLAN, ('  - obligation: "1.2"\n', both))
    found = at(root)
    plan = found.plans[KEY]
    under = Place(PLAN, ("entries", 0, "activities", 1))
    assert [(o, e.obligation, p, own) for o, e, p, own in plan_entries(plan)] == [
        ("1.1", "1.1", Place(PLAN, ("entries", 0)), True),
        ("2.2", "1.1", under, False),
        ("1.2", "1.1", under, False),
        ("1.2", "1.2", Place(PLAN, ("entries", 1)), True),
        ("2.1", "2.1", Place(PLAN, ("entries", 2)), True),
    ]
    assert subjects(plan.file.value) == {"1.1", "1.2", "2.1", "2.2"}
    report = found.reports[KEY]
    assert [(e.obligation or e.duty, p) for e, p in report_entries(report)] == [
        (subject, Place(REPORT, ("entries", index)))
        for index, subject in enumerate(("1.1", "1.2", "2.1", "fest"))
    ]
    assert subjects(report.file.value) == {"1.1", "1.2", "2.1", "fest"}
