"""The plans and reports as JSON. The shape is promised in README.md: it changes only by adding."""

import json as standard
from collections import Counter
from collections.abc import Iterable

from prostcli.assessment.cells import Assessment
from prostcli.output.submissions.view import Row


def json(assessment: Assessment, rows: Iterable[Row]) -> str:
    """Version 1: each plan and report that is expected or there."""
    found = list(rows)
    whole = {
        "version": 1,
        "programme": assessment.material.edition,
        "as_of": assessment.as_of.isoformat(),
        "submissions": [_row(r) for r in found],
        "summary": _summary(found),
    }
    return standard.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _row(row: Row) -> dict[str, object]:
    handed, decision = row.handed, row.decision
    return {
        "board": handed.board,
        "year": handed.year,
        "kind": handed.kind,
        "state": handed.state,
        "due": handed.due.isoformat() if handed.due else None,
        "late": handed.late,
        "obligations": list(handed.obligations),
        "silent_on": list(handed.silent_on),
        "basis": dict(row.basis),
        "decision": {
            "date": decision.date.isoformat(),
            "by": decision.by or handed.board,
            "how": decision.how,
            "paragraph": decision.paragraph or None,
            "reference": decision.reference or None,
            "dissent": [{"kind": d.kind, "parties": list(d.parties)} for d in decision.dissent],
        }
        if decision
        else None,
        "seal": handed.file.file.seal if handed.file is not None else "none",
        "flagged": list(row.flagged),
        "not_yet": [{"path": f.path, "date": f.date.isoformat()} for f in handed.later],
        "paths": list(row.paths),
    }


def _summary(found: list[Row]) -> dict[str, dict[str, dict[str, int]]]:
    """By year and kind: how many there are in each state."""
    years: dict[str, dict[str, Counter[str]]] = {}
    for row in found:
        year = years.setdefault(str(row.handed.year), {"plan": Counter(), "report": Counter()})
        year[row.handed.kind][row.handed.state] += 1
    return {y: {k: dict(states) for k, states in kinds.items()} for y, kinds in years.items()}
