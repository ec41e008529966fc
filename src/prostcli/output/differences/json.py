"""Changes as JSON. The shape is promised in README.md: it changes only by adding."""

import json as standard
from collections import Counter
from typing import Any

from prostcli.assessment.differences import Change, Compared, Side
from prostcli.output.caveats import as_json
from prostcli.output.differences.words import named


def json(compared: Compared) -> str:
    """Version 1: each change, and how many there are of each kind."""
    numbers: dict[str, Counter[str]] = {}
    for change in compared.changes:
        numbers.setdefault(change.area, Counter())[change.kind] += 1
    whole = {
        "version": 1,
        "as_of": compared.after.assessment.as_of.isoformat(),
        "before": _side(compared, compared.before),
        "after": _side(compared, compared.after),
        "changes": [_change(c) for c in compared.changes],
        "summary": {area: dict(kinds) for area, kinds in numbers.items()},
    }
    return standard.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _side(compared: Compared, side: Side) -> dict[str, Any]:
    return {
        "name": side.name or None,
        "commit": side.commit,
        "programme": side.assessment.material.edition,
        **as_json(named(compared, side)),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "area": change.area,
        "kind": change.kind,
        "subject": change.subject or None,
        "board": change.board or None,
        "year": change.year,
        "path": change.path or None,
        "keys": list(change.keys),
        "before": change.before,
        "after": change.after,
    }
