"""What a board does not owe is neither asked for nor told as its answer, in any document."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.documents import views
from prostcli.documents.views.boards import Silence
from prostcli.documents.views.show import board_shown
from prostcli.language import language
from prostcli.usecases import View, view
from tests.findings import BASE

SV = language("sv")
PARK = "reports/2020-2021/park/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The least programme; of 2.2, `hus` is free from 2021, by a decision."""
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    put(
        root / "program/2020-2021/programme.yaml",
        "amendments:",
        """\
  - {id: fri, body: Fullmäktige, date: 2020-10-05, status: decided, reference: KS 2020/9,
    summary: {sv: Befriade Hus.}}
write_offs:
  - {id: fri, decision: fri, obligations: ["2.2"], from: 2021-01-01, reason: {sv: Huset är sålt.}}
amendments:""",
    )
    return root


def put(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def review(seen: View) -> views.Review:
    return views.review(seen.assessment, SV, seen.workspace.locate)


@pytest.mark.parametrize("day", [date(2022, 2, 27), date(2022, 2, 28), date(2022, 3, 1)])
def test_what_is_written_off_is_not_told_as_still_running(root: Path, day: date) -> None:
    """Nor before the report's day, nor on it, nor after it."""
    made = review(view(root, day))
    (row,) = (r for s in made.summary.sections for r in s.rows if r.id == "2.2")
    told = [(c.told, c.said) for c in row.cells if c is not None]
    assert told == [(True, "–"), (True, "–")]


def test_before_the_decision_its_time_is_running(root: Path) -> None:
    made = review(view(root, date(2020, 10, 4)))
    (row,) = (r for s in made.summary.sections for r in s.rows if r.id == "2.2")
    assert [c.told for c in row.cells if c is not None] == [False, False]


def test_a_silent_board_was_not_to_report_what_it_is_free_from(root: Path) -> None:
    made = review(view(root, date(2022, 6, 1)))
    (group,) = (g for g in made.silent if g.boards == ("Hus",))
    assert [(y.first, y.last, y.expected) for y in group.years] == [
        (2020, 2020, ("2.2",)),
        (2021, 2021, ()),
    ]


@pytest.mark.parametrize(
    ("kind", "before", "entry"),
    [
        ("plan", "answers:", '  - {obligation: "2.2", not_addressed: true}\n'),
        ("report", "  - duty:", '  - {obligation: "2.2", not_addressed: true}\n'),
    ],
)
def test_silence_on_what_does_not_bind_is_told_nowhere(
    root: Path, kind: str, before: str, entry: str
) -> None:
    put(root / f"{PARK}2021-{kind}.yaml", before, entry + before)
    seen = view(root, date(2022, 6, 1))
    locate = seen.workspace.locate
    shown = board_shown(seen.assessment, SV, locate, "park").years
    annex = views.annex(seen.assessment, SV, locate, "park", 2021).year
    whole = next(b for b in review(seen).boards if b.id == "park").years
    for year in (*shown, annex, *whole):
        if not isinstance(year, Silence) and year.year == 2021:
            assert "2.2" not in [e.subject for e in year.entries]
            assert {"1.1", "1.2", "2.1"} <= {e.subject for e in year.entries}
