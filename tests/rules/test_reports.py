"""What the rules of reports pass over, and that they go on to the next entry, file or board."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prostcli.diagnostic import Severity
from tests.findings import BASE, found
from tests.least import (
    OBLIGATIONS,
    PLAN,
    PLAN_DECIDED,
    PROGRAMME,
    REPORT,
    REPORT_DECIDED,
    REPORTS,
    filed,
    rewritten,
    told,
)

DUTY = "  - duty: fest\n    summary: Festen hölls i juni.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def test_an_entry_without_an_outcome_hides_no_other(root: Path) -> None:
    rewritten(root, REPORT, (DUTY, ""), ("entries:\n", f"entries:\n{DUTY}"),
              ("outcome: half", "outcome: halv"))  # fmt: skip
    assert told(root, "PRO302") == ["2021-report.yaml:19"]


@pytest.mark.parametrize(
    ("outcome", "codes"),
    [("kept", ["PRO303"]), ("broken", ["PRO304"]), ("void", ["PRO305"]), ("done", ["PRO302"])],
)
def test_an_outcome_is_judged_by_the_scale_of_its_own_nature(
    root: Path, outcome: str, codes: list[str]
) -> None:
    rewritten(root, PROGRAMME,
              ("  - {id: insats, label: {sv: Insats}}\n", """\
  - {id: insats, label: {sv: Insats}}
  - {id: forbud, label: {sv: Förbud}, scale: forbud}
"""),
              ("scales:\n", """\
scales:
  forbud:
    - {value: kept, counts: good, glyph: ✓, ascii: G, label: {sv: Följt}, meaning: {sv: Ja}}
    - {value: broken, counts: bad, glyph: ✗, ascii: O, label: {sv: Brutet}, meaning: {sv: Nej}}
    - {value: void, counts: exempt, glyph: ⊘, ascii: E, label: {sv: Ej}, meaning: {sv: Ej}}
"""))  # fmt: skip
    rewritten(root, OBLIGATIONS, ("nature: insats", "nature: forbud"))
    rewritten(root, REPORT, ("outcome: done", f"outcome: {outcome}"),
              ("    evidence: Städprotokollen.\n", ""))  # fmt: skip
    assert [d.code for d in found(root).diagnostics if d.code.startswith("PRO3")] == codes


def test_what_is_silent_on_an_activity_is_only_warned_of_while_one_is_a_draft(root: Path) -> None:
    rewritten(root, REPORT, ("""\
    activities:
      - id: sopor
        result: done
""", ""))  # fmt: skip

    def weights() -> list[Severity]:
        return [d.severity for d in found(root).diagnostics if d.code == "PRO307"]

    assert weights() == [Severity.ERROR]
    rewritten(root, REPORT, (REPORT_DECIDED, ""))
    assert weights() == [Severity.WARNING]
    rewritten(root, PLAN, (PLAN_DECIDED, ""))
    assert weights() == [Severity.WARNING]
    rewritten(root, REPORT, ("entries:", f"{REPORT_DECIDED}entries:"))
    assert weights() == [Severity.WARNING]


@pytest.mark.parametrize(
    ("activity", "lines"),
    [
        ("{board: park, year: 2021, id: sopor}", []),
        ("{board: park, year: 2020, id: sopor}", ["2021-report.yaml:6"]),
        ("{board: hus, year: 2021, id: sopor}", ["2021-report.yaml:6"]),
        ("{board: park, year: 2021, id: annat}", ["2021-report.yaml:6"]),
    ],
)
def test_an_activity_that_is_written_off_needs_no_answer(
    root: Path, activity: str, lines: list[str]
) -> None:
    rewritten(root, PROGRAMME, ("amendments:", f"""\
  - {{id: strok, body: Fullmäktige, date: 2021-05-03, status: decided, reference: KS 9,
     summary: {{sv: Strök den.}}}}
write_offs:
  - {{id: bort, decision: strok, reason: {{sv: Ej}}, activities: [{activity}]}}
amendments:"""))  # fmt: skip
    rewritten(root, REPORT, ("""\
    activities:
      - id: sopor
        result: done
""", ""))  # fmt: skip
    assert told(root, "PRO307") == lines


def test_a_report_beside_a_plan_that_cannot_be_read_hides_no_other(root: Path) -> None:
    """Hus's report comes before Park's."""
    filed(root, f"{REPORTS}/hus/2021-report.yaml", REPORT, ("board: park", "board: hus"))
    rewritten(root, REPORT, ("id: sopor", "id: annat"))
    (root / f"{REPORTS}/hus/2021-plan.yaml").write_text("kind: [", encoding="utf-8")
    for code in ("PRO306", "PRO307"):
        assert told(root, code) == [
            "2021-report.yaml:11" if code == "PRO306" else "2021-report.yaml:6"
        ]
    (root / f"{REPORTS}/hus/2021-plan.yaml").unlink()
    assert told(root, "PRO306") == ["2021-report.yaml:11 no-plan", "2021-report.yaml:11"]
    assert told(root, "PRO307") == ["2021-report.yaml:6"]


def test_a_draft_hides_no_report_that_was_decided_too_early(root: Path) -> None:
    filed(root, f"{REPORTS}/hus/2021-report.yaml", REPORT,
          ("board: park", "board: hus"), (REPORT_DECIDED, ""))  # fmt: skip
    rewritten(root, REPORT, ("2022-02-10", "2021-12-31"))
    assert told(root, "PRO308") == ["2021-report.yaml:4"]
