"""What is quoted of a measure is what it said in the year that a file or an annex is about."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.known import wordings_in
from prostcli.documents.engine import markdown
from prostcli.documents.views import annex
from prostcli.language import language
from prostcli.usecases import view
from prostcli.write.scaffold import scaffold
from tests.findings import BASE

OLD, NEW = "Huset ska hållas öppet.", "Huset ska hållas öppet alla dagar."
DECISION = """
  - {id: senare, body: Fullmäktige, date: 2020-05-11, status: decided, reference: KS 2020/7,
    summary: {sv: Ändrade.}}
"""


def amended(root: Path, start: str) -> Path:
    """The least programme, 2020–2021, with another text for 2.2 from a day in it."""
    shutil.copytree(BASE, root)
    path = root / "program/2020-2021/programme.yaml"
    change = f"""  - {{id: ny, decision: senare, change: replace, obligation: "2.2", from: {start},
      target: {{sv: Huset}}, text: {NEW}}}
"""
    text = path.read_text(encoding="utf-8").replace("\namendments:", f"{DECISION}amendments:", 1)
    assert f"    text: {OLD}\n" in text
    text = text.replace(f"    text: {OLD}\n", f"    text: {OLD}\n{change}", 1)
    path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("start", "held"),
    [
        ("2020-12-31", [[OLD, NEW], [NEW]]),
        ("2021-01-01", [[OLD], [NEW]]),
        ("2021-01-02", [[OLD], [OLD, NEW]]),
        ("2021-12-31", [[OLD], [OLD, NEW]]),
    ],
)
def test_the_texts_of_a_year(tmp_path: Path, start: str, held: list[list[str]]) -> None:
    assessment = view(amended(tmp_path / "root", start), date(2020, 5, 11)).assessment
    material = assessment.material
    assert [
        [w.text for w in wordings_in(material, "2.2", year, assessment.as_of)]
        for year in (2020, 2021)
    ] == held


def test_before_the_decision_there_is_one_text(tmp_path: Path) -> None:
    assessment = view(amended(tmp_path / "root", "2021-01-01"), date(2020, 5, 10)).assessment
    (only,) = wordings_in(assessment.material, "2.2", 2021, assessment.as_of)
    assert only.text == OLD


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("sv", f"Till och med den 30 juni 2021 löd åtgärden: ”{OLD}”"),
        ("en", f"Until 30 June 2021 the measure read: “{OLD}”"),
    ],
)
def test_annex_and_scaffold_quote_the_year_and_what_held_before(
    tmp_path: Path, code: str, sentence: str
) -> None:
    seen = view(amended(tmp_path / "root", "2021-07-01"), date(2022, 6, 1))
    for year, texts in ((2020, [OLD]), (2021, [NEW, sentence])):
        words, found = language(code), seen.assessment
        drawn = markdown("annex", words, a=annex(found, words, seen.workspace.locate, "hus", year))
        made = scaffold(found, words, "plan", "hus", year)
        for told in (drawn, " ".join(made.replace("\n  # ", " ").split())):
            assert all(text in told for text in texts)
            assert (NEW in told) == (NEW in texts)
