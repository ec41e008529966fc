"""What differs between two submissions, and between two editions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from prostcli.assessment.differences import Change, between, editions
from prostcli.model.submissions import Report
from prostcli.usecases import view
from tests.cli.conftest import TOP

ENTRY = {"obligation": "1.1", "outcome": "partly", "summary": "Två av tre.", "obstacles": "Tid."}


def report(*entries: Mapping[str, object], **more: object) -> Report:
    return Report.model_validate(
        {"kind": "report", "board": "sodra", "year": 2013, "entries": list(entries), **more}
    )


@pytest.mark.parametrize(
    ("after", "keys", "before", "now"),
    [
        (report({**ENTRY, "outcome": "fulfilled"}), ("entries", "1.1", "outcome"),
         "partly", "fulfilled"),
        (report({**ENTRY, "effect": "Fler."}), ("entries", "1.1", "effect"), None, "Fler."),
        (report(ENTRY, {"duty": "konferens", "summary": "Hölls."}), ("entries", "konferens"), None,
         {"duty": "konferens", "summary": "Hölls."}),
        (report({**ENTRY, "activities": [{"id": "lokal", "result": "done"}]}),
         ("entries", "1.1", "activities"), None, [{"id": "lokal", "result": "done"}]),
        (report(ENTRY, decision={"date": "2014-02-14"}), ("decision",), None,
         {"date": "2014-02-14", "how": "decided"}),
    ],
)  # fmt: skip
def test_what_changed_is_told_by_its_way(
    after: Report, keys: tuple[str, ...], before: object, now: object
) -> None:
    (change,) = between(report(ENTRY), after)
    assert (change.keys, change.before, change.after) == (keys, before, now)
    assert (change.area, change.board, change.year) == ("report", "sodra", 2013)
    (back,) = between(after, report(ENTRY))
    assert (back.keys, back.before, back.after) == (keys, now, before)


def test_the_order_of_entries_is_no_difference() -> None:
    other = {**ENTRY, "obligation": "1.2"}
    assert list(between(report(ENTRY, other), report(other, ENTRY))) == []


def test_an_activity_is_matched_by_its_id() -> None:
    first = {**ENTRY, "activities": [{"id": "a", "result": "done"}, {"id": "b", "result": "done"}]}
    last = {**ENTRY, "activities": [{"id": "b", "result": "partly"}, {"id": "a", "result": "done"}]}
    (change,) = between(report(first), report(last))
    assert change.keys == ("entries", "1.1", "activities", "b", "result")
    assert change.subject == "1.1"


def test_what_a_draft_makes_of_the_programme_before_it() -> None:
    root, day = TOP / "examples/nordhamn", date(2016, 6, 1)
    old, new = (view(root, day, e).assessment.material for e in ("2012-2015", "2016-2019"))
    found = [c for c in editions(old, new) if c.area == "obligation"]

    def of(kind: str) -> list[tuple[str, ...]]:
        return [(c.subject, *c.keys) for c in found if c.kind == kind]

    # Read from the two obligations.yaml: 2.1 is carried on as it reads since 2014.
    assert of("carried") == [("1.2", "1.3"), ("2.1", "2.1"), ("2.2", "2.2")]
    assert of("changed") == [("1.1", "1.1"), ("3.1", "3.3"), ("3.2", "3.2")]
    assert of("added") == [("2.3",)]
    assert of("removed") == [("1.2",), ("1.4",), ("2.3",), ("2.4",), ("2.5",), ("3.1",), ("3.4",)]
    changed = next(c for c in found if c.subject == "3.2" and c.kind == "changed")
    assert isinstance(changed, Change)
    assert changed.before == "Nordhamns stad ska delta i det nationella nätverket mot ensamhet."
