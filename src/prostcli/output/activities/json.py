"""The ledger as JSON. The shape is promised in README.md: it changes only by adding."""

import json as standard

from prostcli.assessment.activities import Commitment, Unplanned, tally
from prostcli.assessment.cells import Assessment
from prostcli.output.caveats import Caveats, as_json
from prostcli.source import Locate, Place


def json(
    assessment: Assessment,
    found: tuple[Commitment, ...],
    beside: tuple[Unplanned, ...],
    named: Caveats,
    locate: Locate,
) -> str:
    """Version 1: the activities chosen, and what was done without being planned."""
    obligations = assessment.material.obligation
    whole = {
        "version": 1,
        "programme": assessment.material.edition,
        "as_of": assessment.as_of.isoformat(),
        "activities": [_activity(c, locate) for c in found],
        "unplanned": [
            {
                "obligation" if u.subject in obligations else "duty": u.subject,
                "board": u.board,
                "year": u.year,
                "text": u.done.text or "",
                "result": u.done.result.value,
                "date": u.done.date.isoformat() if u.done.date else None,
                "comment": u.done.comment or None,
                "source": _source(u.place, locate),
            }
            for u in beside
        ],
        "invalid": [
            {"path": s.path, "board": s.board, "year": s.year, "kind": s.kind}
            for s in assessment.invalid
        ],
        **as_json(named),
        "summary": summary(found, beside),
    }
    return standard.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def summary(
    found: tuple[Commitment, ...], beside: tuple[Unplanned, ...]
) -> dict[str, dict[str, object]]:
    """By year: how many activities there are, a joint one counted once, and what became of them."""
    years: dict[str, dict[str, object]] = {}
    for year in sorted({c.year for c in found} | {u.year for u in beside}):
        counted = tally(c for c in found if c.year == year)
        years[str(year)] = {
            "planned": counted.planned,
            "fates": dict(counted.fates),
            "late": counted.late,
            "unplanned": sum(u.year == year for u in beside),
        }
    return years


def _activity(found: Commitment, locate: Locate) -> dict[str, object]:
    activity, done = found.activity, found.done
    earlier = activity.continues
    return {
        "id": activity.id,
        "board": found.board,
        "year": found.year,
        "obligation": found.obligation,
        "also": list(activity.also),
        "text": activity.text,
        "unit": activity.unit or None,
        "due": activity.due.isoformat() if activity.due else None,
        "with": list(activity.with_),
        "joint": list(found.joint),
        "voluntary": found.voluntary,
        "fate": found.fate,
        "late": found.late,
        "date": done.date.isoformat() if done and done.date else None,
        "to": done.to if done and done.to else None,
        "comment": done.comment if done and done.comment else None,
        "continues": _key(earlier.board or found.board, earlier.year, earlier.id)
        if earlier
        else None,
        "follow_up": found.follow_up or None,
        "taken_up": [_key(*key) for key in found.taken_up],
        "planned": _source(found.planned, locate),
        "answered": _source(found.answered, locate) if found.answered else None,
    }


def _key(board: str, year: int, name: str) -> dict[str, object]:
    return {"board": board, "year": year, "id": name}


def _source(place: Place, locate: Locate) -> dict[str, object]:
    return {"path": place.path, "line": locate(place).line}
