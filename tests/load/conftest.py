"""Real files of every kind, for tests that break them."""

from __future__ import annotations

from pathlib import Path

LINDVIK = Path(__file__).parent.parent / "lindvik"


def _examples() -> dict[str, tuple[str, str]]:
    """One file of each kind: its text and its kind."""
    found = {}
    programme = LINDVIK / "program/2020-2022"
    for kind in ("programme", "boards", "obligations", "duties", "review"):
        found[kind] = ((programme / f"{kind}.yaml").read_text(encoding="utf-8"), kind)
    reports = LINDVIK / "reports/2020-2022"
    for kind, path in {
        "plan": "teknik/2021-plan.yaml",
        "report": "teknik/2021-report-2.yaml",
        "baseline": "fritid/2020-baseline.yaml",
    }.items():
        found[kind] = ((reports / path).read_text(encoding="utf-8"), kind)
    return found


EXAMPLES = _examples()
