"""The tool and the second reading agree on whole random programmes: cell by cell, day by day."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

from prostcli.assessment.selection import Selection
from prostcli.language import language
from prostcli.load.workspace import load
from prostcli.output.activities.json import json as activities_json
from prostcli.output.activities.view import beside, ledger
from prostcli.output.caveats import Caveats
from prostcli.output.status.json import json as status_json
from prostcli.output.status.view import status_view
from prostcli.usecases import ProgrammeFaultyError, View, seen_in
from tests.properties import SEED, examples
from tests.reference import contract, promises
from tests.reference.contract import A_DAY, City
from tests.reference.programmes import UNREADABLE, cities, days_that_matter, written

MOST_REFUSED = 0.1
"""So many programmes may have errors of their own: then the tool gives no figures to compare."""
PARTS, ROUNDS = 4, 10
"""In `.ci/run`: so many parts, each of so many rounds of a hundred programmes on two dates."""


@st.composite
def dates(draw: st.DrawFn, city: City) -> date:
    """Mostly a day that stands in the files or is one's last to hand in, or one beside it."""
    pool = draw(st.sampled_from(("cells", "activities", "files")))
    cells = [] if pool == "files" else contract.cells(city, LATER)
    found: set[date | None] = set()
    if pool == "cells":
        found = {due for c in cells for due in (c.plan_due, c.report_due)}
    elif pool == "activities":
        planned = (p.planned for p in promises.promises(city, cells, LATER))
        found = {contract.day(activity["due"]) for activity in planned if "due" in activity}
    among = sorted(day for day in found if day) or days_that_matter(city)
    return draw(st.sampled_from(among)) + draw(st.integers(-1, 1)) * A_DAY


LATER = date(2030, 1, 1)


def compared(told: Counter[str], data: st.DataObject) -> None:
    """One programme on two dates."""
    city = data.draw(cities())
    with tempfile.TemporaryDirectory() as folder:
        written(city, Path(folder), data.draw(st.sampled_from(UNREADABLE)))
        workspace = load(Path(folder))
        for _ in range(2):
            on = data.draw(dates(city))
            told["asked"] += 1
            try:
                seen = seen_in(workspace, on)
            except ProgrammeFaultyError:
                told["refused"] += 1
            else:
                assert list(differences(city, seen, on)) == [], on
                told["cells"] += len(seen.assessment.cells)


def test_the_tool_and_the_second_reading_agree() -> None:
    told: Counter[str] = Counter()

    @examples(100, 200)
    @given(st.data())
    def each(data: st.DataObject) -> None:
        compared(told, data)

    each()
    assert told["refused"] <= MOST_REFUSED * told["asked"]
    assert told["cells"] > told["asked"]


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_they_agree_on_many_thousand(
    part: int, pytestconfig: pytest.Config, record_property: Any
) -> None:
    told: Counter[str] = Counter()
    first = int(pytestconfig.getoption("hypothesis_seed") or SEED)
    for own_seed in range(first + part, first + part + PARTS * ROUNDS, PARTS):

        @seed(own_seed)
        @examples(100, 100)
        @given(st.data())
        def each(data: st.DataObject) -> None:
            compared(told, data)

        print(f"part {part}, seed {own_seed}")  # shown where it fails
        each()
    record_property("compared", dict(told))
    print(f"part {part}: {dict(told)}")
    assert told["refused"] <= MOST_REFUSED * told["asked"]


# ---------------------------------------------------------------- what is compared


def differences(city: City, seen: View, on: date) -> Iterator[tuple[Any, ...]]:
    """Where they differ: of what, what the tool says, what the second reading says."""
    told = json.loads(status_json(seen.assessment, Selection(), seen.workspace.locate))
    cells = contract.cells(city, on)
    yield from unequal(
        {(c["obligation"], c["board"], c["year"]): of_tool(c) for c in told["cells"]},
        {(c.obligation, c.board, c.year): of_contract(c) for c in cells},
    )
    yield from unequal(
        {"unassigned": told["unassigned"]}, {"unassigned": contract.unassigned(city, cells, on)}
    )
    yield from unequal(
        {(v["obligation"], v["board"], v["year"]): v["outcome"] for v in told["voluntary"]},
        {(v.subject, v.board, v.year): v.outcome for v in contract.voluntary(city, cells, on)},
    )
    yield from shares(cells, seen)
    yield from activities(city, cells, seen, on)


def unequal(tool: dict[Any, Any], contract_: dict[Any, Any]) -> Iterator[tuple[Any, ...]]:
    for key in sorted({*tool, *contract_}, key=str):
        if tool.get(key, "nothing") != contract_.get(key, "nothing"):
            yield key, tool.get(key, "nothing"), contract_.get(key, "nothing")


def of_tool(cell: dict[str, Any]) -> tuple[Any, ...]:
    return (
        cell["expected"], cell["due"], cell["bound"], cell["plan"], cell["report"],
        cell["outcome"], cell["preliminary"], cell["status"],
    )  # fmt: skip


def of_contract(cell: contract.Cell) -> tuple[Any, ...]:
    due = {"plan": cell.plan_due, "report": cell.report_due}
    return (
        {kind: on is not None for kind, on in due.items()},
        {kind: on and on.isoformat() for kind, on in due.items()},
        {"from": cell.bound[0].isoformat(), "to": cell.bound[-1].isoformat()},
        cell.plan, cell.report, cell.outcome, cell.preliminary, cell.status,
    )  # fmt: skip


def shares(cells: list[contract.Cell], seen: View) -> Iterator[tuple[Any, ...]]:
    """n/N of each measure, board and year, and of each year: what every list is made of."""
    years = tuple(seen.assessment.material.programme.term.years)
    shown = status_view(seen.assessment, Selection(years=years), language("sv"))
    for matrix in shown.matrices:
        of_year = [c for c in cells if c.year == matrix.year]
        yield from unequal(
            {(matrix.year, c.obligation): tuple(c.share)[:2] for c in matrix.columns},
            {
                (matrix.year, c.obligation): contract.reached(
                    [x for x in of_year if x.obligation == c.obligation]
                )
                for c in matrix.columns
            },
        )
        yield from unequal(
            {(matrix.year, r.board): tuple(r.share)[:2] for r in matrix.rows},
            {
                (matrix.year, r.board): contract.reached([x for x in of_year if x.board == r.board])
                for r in matrix.rows
            },
        )
    yield from unequal(
        {line.year: tuple(line.share)[:2] for line in shown.years},
        {year: contract.reached([c for c in cells if c.year == year]) for year in years},
    )


def activities(
    city: City, cells: list[contract.Cell], seen: View, on: date
) -> Iterator[tuple[Any, ...]]:
    """Each activity's fate, and the counts of them."""
    found = ledger(seen.assessment, Selection())
    more = beside(seen.assessment, Selection())
    told = json.loads(
        activities_json(seen.assessment, found, more, Caveats(), seen.workspace.locate)
    )
    mine = promises.promises(city, cells, on)
    yield from unequal(
        {
            (a["board"], a["year"], a["id"]): (
                a["obligation"], a["voluntary"], a["fate"], a["late"], sorted(a["joint"]),
                a["follow_up"], sorted((t["board"], t["year"], t["id"]) for t in a["taken_up"]),
            )
            for a in told["activities"]
        },
        {
            (p.board, p.year, p.id): (
                p.obligation, p.voluntary, p.fate, p.late, p.joint, p.follow_up, sorted(p.taken_up),
            )
            for p in mine
        },
    )  # fmt: skip
    yield from unequal(
        {year: counts["fates"] for year, counts in told["summary"].items() if counts["planned"]},
        {str(p.year): promises.fates(mine, p.year) for p in mine},
    )
