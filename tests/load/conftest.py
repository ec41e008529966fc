"""Real files of every kind, for tests that break them."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from prostcli.source import Pointer

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

JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=5), st.sampled_from(["~", "no", "2007-02-30", "masked", "5.2.4", "x" * 70]),
    st.sampled_from(["2021-01-01", "0001-01-01", "9999-12-31", "park", "skola", "1.1", "done"]),
    st.just([]), st.just({}), st.just([None]), st.just({"a": 1}), st.just([{"b": [1]}]),
)  # fmt: skip


def places(value: Any, pointer: Pointer = ()) -> list[Pointer]:
    """Everything that a value holds, however deep."""
    found: list[Pointer] = []
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            found += [(*pointer, key), *places(inner, (*pointer, key))]
    return found


def break_one(value: Any, data: st.DataObject) -> Pointer:
    """Replace one value, take it away, or give it an unheard-of neighbour; tell where it was."""
    where = data.draw(st.sampled_from(places(value) or [()]))
    if not where:
        return where
    holder = value
    for step in where[:-1]:
        holder = holder[step]
    how = data.draw(st.sampled_from(["replaced", "removed", "added"]))
    if how == "replaced":
        holder[where[-1]] = copy.deepcopy(data.draw(JUNK))
    elif how == "removed":
        del holder[where[-1]]
    elif isinstance(holder, dict):
        holder["unheard-of"] = copy.deepcopy(data.draw(JUNK))
    return where
