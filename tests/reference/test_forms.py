"""The figures of one date are the same in every form, and the second reading's."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from prostcli.cli import main
from tests.properties import examples
from tests.reference import contract, promises
from tests.reference.contract import Cell, City, reached
from tests.reference.programmes import cities, put
from tests.reference.test_reference import dates

Run = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """What a command prints."""
    for name in ("PROSTCLI_LANG", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "200")

    def ran(*arguments: str) -> str:
        status = main.run(["--lang", "sv", *arguments])
        out, err = capsys.readouterr()
        assert status in (0, 1), err
        return str(out)

    return ran


@st.composite
def standings(draw: st.DrawFn) -> tuple[City, date]:
    city = draw(cities())
    return city, draw(dates(city))


def in_yaml(city: City, root: Path) -> None:
    """The city as an official would write it, and not as JSON."""
    for name in ("programme", "boards", "obligations"):
        put(root / f"program/e/{name}.yaml", as_yaml(getattr(city, name)))
    for path, value in city.reports.items():
        put(root / path, "kind: [\n" if value is None else as_yaml(value))


def as_yaml(value: object) -> str:
    return yaml.safe_dump(json.loads(json.dumps(value)), allow_unicode=True, sort_keys=False)


def test_every_form_tells_the_same(run: Run) -> None:
    compared: Counter[str] = Counter()

    @examples(4, 60)
    @given(standings())
    def each(standing: tuple[City, date]) -> None:
        told_alike(run, *standing, compared)

    each()
    assert all(compared[form] for form in ("review", "show")), compared


def told_alike(run: Run, city: City, on: date, compared: Counter[str]) -> None:
    """`compared`: how many n/N review and `show` have told; none before a year's time is out."""
    cells = contract.cells(city, on)
    assume(cells)
    with tempfile.TemporaryDirectory() as folder:
        in_yaml(city, Path(folder))
        command = ("--root", folder, "--as-of", on.isoformat())
        rows = list(csv.DictReader(io.StringIO(run(*command, "status", "--format", "csv"))))
        assert [in_a_row(r) for r in rows] == sorted_as(rows, cells)
        whole = [(c["status"], c["outcome"]) for c in json.loads(
            run(*command, "status", "--format", "json"))["cells"]]  # fmt: skip
        assert whole == [(r["status"], r["outcome"] or None) for r in rows]
        of_years(run(*command, "status"), cells)
        for year in sorted({c.year for c in cells}):
            told = run(*command, "status", "--format", "markdown", "--year", str(year))
            of_years(told, cells)
            of_year(told, [c for c in cells if c.year == year])
        drawn = run(*command, "review", "--format", "md", "-o", "-")
        compared["review"] += of_review(drawn, cells)
        for measure in {c.obligation for c in cells if c.share}:
            own = [c for c in cells if c.obligation == measure]
            compared["show"] += of_show(run(*command, "show", measure), own)
        told = run(*command, "activities", "--format", "csv")
        found = {(r["board"], int(r["year"]), r["id"]): r["fate"]
                 for r in csv.DictReader(io.StringIO(told)) if r["planned"] == "true"}  # fmt: skip
        assert found == {
            (p.board, p.year, p.id): p.fate for p in promises.promises(city, cells, on)
        }


def in_a_row(row: dict[str, str]) -> tuple[str, ...]:
    keys = ("obligation", "board", "year", "plan_expected", "report_expected", "plan_due",
            "report_due", "plan", "report", "outcome", "preliminary", "status")  # fmt: skip
    return tuple(row[key] for key in keys)


def sorted_as(rows: list[dict[str, str]], cells: list[Cell]) -> list[tuple[str, ...]]:
    order = [(r["obligation"], r["board"], r["year"]) for r in rows]
    found = [
        (
            c.obligation, c.board, str(c.year), yes(c.plan_due), yes(c.report_due),
            written(c.plan_due), written(c.report_due), c.plan, c.report, c.outcome or "",
            c.preliminary or "", c.status,
        )
        for c in cells
    ]  # fmt: skip
    return sorted(found, key=lambda row: order.index((row[0], row[1], row[2])))


def yes(due: date | None) -> str:
    return "false" if due is None else "true"


def written(due: date | None) -> str:
    return "" if due is None else due.isoformat()


def share(cells: list[Cell]) -> str:
    n, of = reached(cells)
    return f"{n}/{of}" if of else "–"


def of_years(told: str, cells: list[Cell]) -> None:
    """The whole term, a line a year: planned, late plans and reports, n/N."""
    lines = {}
    for line in told[told.index("Hela programtiden") :].splitlines():
        words = [w for w in re.split(r"[\s|]+", line) if w.strip("▆▁·")]
        if re.match(r"\d{4}\\?\*?$", words[0] if words else "") and len(words) == WORDS:
            lines[int(words[0][:4])] = words[2:]
    for own in by_year(cells):
        assert own[0].year in lines, told
        planned, reported, overdue, n_of = lines[own[0].year]
        assert planned == handed_in(own, "plan")
        assert reported == handed_in(own, "report")
        late = [sum(getattr(c, kind) == "overdue" for c in own) for kind in ("plan", "report")]
        assert overdue in ("+".join(map(str, late)), "" if any(late) else "–")
        assert n_of == share(own)


WORDS = 6
"""A year, its boards, plans, reports, what is late, n/N."""


def handed_in(cells: list[Cell], kind: str) -> str:
    owed = [c for c in cells if getattr(c, f"{kind}_due") and not (c.settled or c.written_off)]
    return f"{sum(getattr(c, kind) == 'decided' for c in owed)}/{len(owed)}" if owed else "–"


def of_year(told: str, cells: list[Cell]) -> None:
    """The matrix of a year: n/N of each measure."""
    rows = dict(re.findall(r"^\| ([st]\.\d) \| [^|]* \| (\S+) \|", told, re.MULTILINE))
    for measure in {c.obligation for c in cells if c.share}:
        assert rows[measure] == share([c for c in cells if c.obligation == measure])


def of_review(told: str, cells: list[Cell]) -> int:
    """The review's table of measures by year, as far as a year's time is out; how many it told."""
    compared = 0
    for measure in {c.obligation for c in cells if c.share}:
        own = {
            str(o[0].year): share(o) for o in by_year([c for c in cells if c.obligation == measure])
        }
        heads: list[str] = []
        for line in told.splitlines():
            row = [cell.strip() for cell in line.strip("|").split("|")]
            if re.fullmatch(r"20\d\d\D*", row[-1]):
                heads = [head[:4] for head in row]
            if row[0].startswith(f"{measure} M") and len(row) == len(heads):
                shown = {h: c.split(" ")[0] for h, c in zip(heads[1:], row[1:], strict=True)}
                n_of = {year: said for year, said in shown.items() if "/" in said}
                assert n_of.items() <= own.items()
                compared += len(n_of)
    return compared


def of_show(told: str, cells: list[Cell]) -> int:
    """One measure, year by year, as far as a year's time is out; how many it told."""
    own = {str(of[0].year): share(of) for of in by_year(cells)}
    n_of = dict(re.findall(r"(\d{4}): (\d+/\d+) har nått", told))
    assert n_of.items() <= own.items()
    return len(n_of)


def by_year(cells: list[Cell]) -> Iterator[list[Cell]]:
    for year in sorted({c.year for c in cells}):
        yield [c for c in cells if c.year == year]
