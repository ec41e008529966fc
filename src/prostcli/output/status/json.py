"""The status as JSON. The shape is promised in README.md: it changes only by adding."""

import json as standard
from collections.abc import Iterable

from prostcli.assessment.activities import Commitment, commitments, fates
from prostcli.assessment.cells import STATES, Assessment, Beside, Cell
from prostcli.assessment.expectation import Basis
from prostcli.assessment.selection import Selection
from prostcli.output.caveats import as_json, caveats
from prostcli.source import Locate, Place


def json(assessment: Assessment, selection: Selection, locate: Locate) -> str:
    """Version 1: the cells chosen, and what is told beside them."""
    cells = selection.of(assessment)
    chosen = selection._replace(statuses=(), due=None)
    activities = chosen.planned(assessment, commitments(assessment))
    whole = {
        "version": 1,
        "programme": assessment.material.edition,
        "as_of": assessment.as_of.isoformat(),
        "cells": [_cell(c, locate) for c in cells],
        "unassigned": list(assessment.unassigned),
        "voluntary": [
            _beside("obligation", b, locate)
            for b in selection.beside(assessment, assessment.voluntary)
        ],
        "duties": [
            _beside("duty", b, locate) for b in selection.beside(assessment, assessment.duties)
        ],
        "invalid": [
            {"path": s.path, "board": s.board, "year": s.year, "kind": s.kind}
            for s in assessment.invalid
        ],
        **as_json(caveats(assessment, selection)),
        "summary": _summary(cells, activities),
    }
    return standard.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _cell(cell: Cell, locate: Locate) -> dict[str, object]:
    expected = cell.expected
    return {
        "obligation": cell.obligation,
        "board": cell.board,
        "year": cell.year,
        "expected": {
            "plan": expected.plan_due is not None,
            "report": expected.report_due is not None,
        },
        "due": {
            "plan": expected.plan_due.isoformat() if expected.plan_due else None,
            "report": expected.report_due.isoformat() if expected.report_due else None,
        },
        "bound": {"from": expected.first.isoformat(), "to": expected.last.isoformat()},
        "basis": [_basis(b, locate) for b in expected.basis],
        "plan": cell.plan,
        "report": cell.report,
        "outcome": cell.outcome,
        "preliminary": cell.preliminary,
        "status": cell.status,
        "older_text": list(cell.older_text),
        "sources": sources(cell.sources, locate),
    }


def _basis(basis: Basis, locate: Locate) -> dict[str, object]:
    found: dict[str, object] = {"kind": basis.kind}
    if basis.group is not None:
        found["group"] = basis.group
    if basis.board is not None:
        found["board"] = basis.board
    if basis.date is not None:
        found["date"] = basis.date.isoformat()
    return found | {"path": basis.place.path, "line": locate(basis.place).line}


def _beside(key: str, beside: Beside, locate: Locate) -> dict[str, object]:
    return {
        key: beside.subject,
        "board": beside.board,
        "year": beside.year,
        "outcome": beside.outcome,
        "sources": sources(beside.sources, locate),
    }


def sources(places: Iterable[Place], locate: Locate) -> list[dict[str, object]]:
    """Files and lines."""
    return [{"path": p.path, "line": locate(p).line} for p in places]


def _summary(
    cells: tuple[Cell, ...], activities: tuple[Commitment, ...]
) -> dict[str, dict[str, dict[str, int]]]:
    """By year: how many cells have each state of plan and report, and each status.

    And how many planned activities have become what, a joint one counted once.
    """
    summary: dict[str, dict[str, dict[str, int]]] = {}
    for cell in cells:
        year = summary.setdefault(
            str(cell.year),
            {
                "plan": dict.fromkeys(STATES, 0),
                "report": dict.fromkeys(STATES, 0),
                "status": {},
                "activities": {},
            },
        )
        year["plan"][cell.plan] += 1
        year["report"][cell.report] += 1
        year["status"][cell.status] = year["status"].get(cell.status, 0) + 1
    for name, states in summary.items():
        states["activities"] = dict(fates(c for c in activities if str(c.year) == name))
    return summary
