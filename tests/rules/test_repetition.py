"""Texts that stand in more than one file: told as a hint, once, and in linear time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from prostcli.load.workspace import load
from prostcli.model.material import Material, Slot, Submitted
from prostcli.model.submissions import (
    Activity,
    Decision,
    Plan,
    PlanEntry,
    Report,
    ReportEntry,
    Submission,
)
from prostcli.output.formats import FORMATS
from prostcli.rules.repetition import repeated_text
from prostcli.rules.rule import Scene, run
from tests.findings import BASE, CASES, laid
from tests.findings import told as shown
from tests.timing import within

TEXT = "Uppsökande arbete varje fredagskväll hela året."


@pytest.fixture
def material() -> Material:
    found = load(BASE).editions["2020-2021"].material
    assert found is not None
    return found


def plan(
    board: str,
    year: int,
    *texts: str,
    activity: dict[str, object] | None = None,
    day: date | None = None,
    version: int = 1,
) -> Submitted[Submission]:
    entries = tuple(
        PlanEntry(
            obligation=f"9.{n}",
            activities=(
                Activity.model_validate({"id": f"a{n}", "text": text, **(activity or {})}),
            ),
        )
        for n, text in enumerate(texts)
    )
    decision = Decision(date=day or date(year - 1, 12, 1))
    number = f"-{version}" if version > 1 else ""
    slot = Slot(f"{board}/{year}-plan{number}.yaml", board, year, "plan", version)
    value = Plan(kind="plan", board=board, year=year, decision=decision, entries=entries)
    return Submitted(slot, value)


def told(material: Material, *files: Submitted[Submission]) -> list[tuple[str, str, int]]:
    """Where each repeated text stands, where it stood first, and how many more there are."""
    scene = Scene(replace(material, submitted=files))
    return [
        (d.path, d.facts["first"].path, d.facts["more"])  # type: ignore[misc, attr-defined]
        for d in run((repeated_text,), scene)
    ]


def test_the_first_place_and_how_many_more(material: Material) -> None:
    files = (plan("park", 2021, TEXT), plan("hus", 2020, TEXT), plan("park", 2020, f" {TEXT}\n "))
    assert told(material, *files) == [
        ("hus/2020-plan.yaml", "park/2020-plan.yaml", 0),
        ("park/2021-plan.yaml", "park/2020-plan.yaml", 1),
    ]


def test_a_plan_and_the_report_of_its_year_are_one_and_the_same(material: Material) -> None:
    entry = ReportEntry(obligation="9.0", outcome="half", summary=TEXT, obstacles="Tid.")
    decision = Decision(date=date(2021, 2, 1))
    value = Report(kind="report", board="park", year=2020, decision=decision, entries=(entry,))
    slot = Slot("park/2020-report.yaml", "park", 2020, "report")
    report: Submitted[Submission] = Submitted(slot, value)
    assert told(material, plan("park", 2020, TEXT), report) == []
    assert told(material, plan("park", 2020, TEXT), plan("hus", 2020, TEXT), report) == [
        ("hus/2020-plan.yaml", "park/2020-plan.yaml", 0),
        ("park/2020-report.yaml", "hus/2020-plan.yaml", 0),
    ]


def test_a_text_is_told_once_a_file(material: Material) -> None:
    found = told(material, plan("park", 2020, TEXT, TEXT), plan("park", 2021, TEXT, TEXT))
    assert found == [("park/2021-plan.yaml", "park/2020-plan.yaml", 0)]


@pytest.mark.parametrize("text", [TEXT[:39], TEXT.upper()])
def test_what_is_short_or_written_otherwise_is_not_told(material: Material, text: str) -> None:
    first = text if len(text) < 40 else TEXT
    assert told(material, plan("park", 2020, first), plan("park", 2021, text)) == []


def test_forty_characters_are_enough(material: Material) -> None:
    text = "x" * 40
    assert len(told(material, plan("park", 2020, text), plan("park", 2021, text))) == 1


def test_what_is_superseded_is_not_told_nor_named(material: Material) -> None:
    later = plan("park", 2020, "Något helt annat.", day=date(2020, 5, 1), version=2)
    assert told(material, plan("park", 2020, TEXT), later, plan("park", 2021, TEXT)) == []


def test_a_joint_activity_is_told_unless_each_names_the_other(material: Material) -> None:
    ours = plan("park", 2020, TEXT, activity={"with": ["hus"]})
    assert told(material, ours, plan("hus", 2020, TEXT, activity={"with": ["park"]})) == []
    assert len(told(material, ours, plan("hus", 2020, TEXT))) == 1
    theirs = plan("hus", 2020, TEXT, activity={"with": ["park"]})
    assert len(told(material, plan("park", 2020, TEXT), theirs)) == 1
    # Next year it is the same text again.
    assert len(told(material, ours, plan("hus", 2021, TEXT, activity={"with": ["park"]}))) == 1


def test_what_is_taken_up_again_is_not_told(material: Material) -> None:
    again = plan("park", 2021, TEXT, activity={"continues": {"year": 2020, "id": "a0"}})
    assert told(material, plan("park", 2020, TEXT), again) == []


@pytest.mark.slow
def test_thousands_of_entries_take_no_time(material: Material) -> None:
    many = [f"{TEXT} {n}" for n in range(5000)]
    files = [plan(b, y, *(TEXT for _ in range(200)), *many, activity={"with": ["park", "hus"]})
             for b in ("park", "hus", "larande") for y in (2020, 2021)]  # fmt: skip
    with within(1):
        found = told(material, *files)
    assert len(found) > 5000


@pytest.mark.parametrize("form", FORMATS)
def test_a_hint_is_shown_in_every_format(form: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    laid(root, BASE)
    laid(root, CASES / "PRO312-repeated-text")
    text = shown(root, FORMATS[form].render)
    assert "PRO312" in text
    assert "hus/2020-report.yaml:8" in text
