"""The least programme there is (`tests/cases/base`), for a test to change, and what a rule says."""

from __future__ import annotations

from pathlib import Path

from tests.findings import found

PROGRAMME, BOARDS, OBLIGATIONS, REVIEW = (
    f"program/2020-2021/{name}.yaml" for name in ("programme", "boards", "obligations", "review")
)
REPORTS = "reports/2020-2021"
PLAN, REPORT = f"{REPORTS}/park/2021-plan.yaml", f"{REPORTS}/park/2021-report.yaml"
PLAN_DECIDED = 'decision: {date: 2020-12-10, paragraph: "§ 1", reference: Dnr 1/2020}\n'
REPORT_DECIDED = 'decision: {date: 2022-02-10, paragraph: "§ 2", reference: Dnr 2/2022}\n'


def rewritten(root: Path, path: str, *pairs: tuple[str, str]) -> None:
    """Each first text replaced by the second, once, where the first time it stands."""
    text = (root / path).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    (root / path).write_text(text, encoding="utf-8")


def filed(root: Path, path: str, like: str, *pairs: tuple[str, str]) -> None:
    """Another file, as one that is there with changes."""
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text((root / like).read_text(encoding="utf-8"), encoding="utf-8")
    rewritten(root, path, *pairs)


def told(root: Path, code: str) -> list[str]:
    """Where a rule fires, as `file:line`, and in which variant."""
    return [
        f"{Path(d.path).name}:{d.span.line} {d.facts.get('variant') or ''}".rstrip()
        for d in found(root).diagnostics
        if d.code == code
    ]


def without_evidence(root: Path) -> None:
    """An error in a report that counts all the same (PRO303)."""
    rewritten(root, REPORT, ("    evidence: Städprotokollen.\n", ""))
