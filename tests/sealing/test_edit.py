"""A thousand plans and reports, however written: sealing adds the decision and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any, ClassVar

import pytest
import yaml

from prostcli.errors import ProstError
from prostcli.load.layout import layout
from prostcli.load.seal import fingerprint
from prostcli.load.yaml import decode
from prostcli.sealing import sealed
from prostcli.write.decision import Given
from tests.desk import few
from tests.load.mutants import RIGHT, Seed, seeds

GIVEN = Given(date(2022, 3, 1), "park", "delegated", '§ 9 "b": #1', "Dnr KS\\2022: 4 {å}")
_DECISION = re.compile(r"^decision:.*\n(?: .*\n)*", re.MULTILINE)


class _Text(yaml.CSafeLoader):
    """Somebody else's reader, that gives every scalar as text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]


def read_by_another(data: bytes) -> Any:
    return yaml.load(data.decode("utf-8-sig"), Loader=_Text)  # noqa: S506  a safe loader


def written(count: int) -> Iterator[tuple[str, Seed, bytes]]:
    """Submissions in every way of writing, with and without a decision."""
    made = [s for s in seeds() if not s.path.endswith("baseline.yaml")]
    made += [s._replace(text=_DECISION.sub("", s.text)) for s in made]
    for number in range(count):
        name, make = RIGHT[number % len(RIGHT)]
        dice = Random(number)  # noqa: S311  the same files each time
        seed = dice.choice(made)
        yield f"{name} {number}", seed, make(seed, dice)


def given_for(value: dict[str, Any], dice: Random) -> Given:
    """What nobody has said yet, some of it."""
    held = value.get("decision", {})
    free = [k for k in GIVEN._fields if k not in held]
    optional = [k for k in free if k != "date" and dice.random() < 0.7]
    return GIVEN.only(["date", *optional] if "date" in free else optional)


def added(before: str, after: str) -> str:
    """The one stretch by which a text has grown."""
    start = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
                 len(before))  # fmt: skip
    length = len(after) - len(before)
    assert after[:start] + after[start + length :] == before
    return after[start : start + length]


@pytest.mark.parametrize("edits", few([120, 1100]))
def test_edits_change_no_other_character(edits: int) -> None:
    for number, (name, _, data) in enumerate(written(edits)):
        told = (name, data[:3000])
        before = read_by_another(data)
        given = given_for(before, Random(number))  # noqa: S311
        result = sealed(data, given)
        new = added(data.decode(), result.decode())
        after = read_by_another(result)
        mark = after["decision"].pop("fingerprint")
        assert mark in new, told
        expected = before.get("decision", {}) | {
            key: str(value) for key, value in given._asdict().items() if value is not None
        }
        assert after.pop("decision") == expected, told
        before.pop("decision", None)
        assert after == before, told
        assert list(after) == list(before), told
        assert mark == fingerprint(layout(decode(result))), told
        returns = new.count("\r\n")
        if b"\r\n" not in data:
            assert returns == 0, told
        elif data.count(b"\n") == data.count(b"\r\n"):
            assert returns == new.count("\n"), told


PLACES = {
    "a comment after the year": (
        "kind: plan\nboard: park\nyear: 2021 # året\n\n# poster\nentries: []\n",
        (
            "kind: plan\nboard: park\nyear: 2021 # året\ndecision:\n  date: 2022-03-01\n"
            '  fingerprint: "MARK"\n\n# poster\nentries: []\n'
        ),
    ),
    "no line end last": (
        "kind: plan\r\nboard: park\r\nyear: 2021",
        (
            "kind: plan\r\nboard: park\r\nyear: 2021\r\ndecision:\r\n  date: 2022-03-01\r\n"
            '  fingerprint: "MARK"'
        ),
    ),
    "in braces, with a comment": (
        "{kind: plan, board: park, year: 2021 # året\n, entries: []}",
        (
            "{kind: plan, board: park, year: 2021, decision: {date: 2022-03-01, "
            'fingerprint: "MARK"}'
            " # året\n, entries: []}"
        ),
    ),
    "an indented file": (
        "  kind: plan\n  board: park\n  year: 2021\n",
        (
            "  kind: plan\n  board: park\n  year: 2021\n  decision:\n    date: 2022-03-01\n"
            '    fingerprint: "MARK"\n'
        ),
    ),
    "a decision over lines, with comments": (
        (
            "kind: plan\nboard: park\ndecision: # så här\n    paragraph: >-\n      § 9\n\n"
            "    # sist\nyear: 2021\n"
        ),
        (
            "kind: plan\nboard: park\ndecision: # så här\n    paragraph: >-\n      § 9\n\n"
            '    date: 2022-03-01\n    fingerprint: "MARK"\n    # sist\nyear: 2021\n'
        ),
    ),
    "a decision in braces over lines": (
        "kind: plan\nboard: park\nyear: 2021\ndecision: {\n  how: noted, # anmält\n}\n",
        (
            "kind: plan\nboard: park\nyear: 2021\ndecision: {\n  how: noted, date: 2022-03-01, "
            'fingerprint: "MARK", # anmält\n}\n'
        ),
    ),
    "a byte order mark and an end": (
        "\ufeff---\nkind: plan\nboard: park\nyear: 2021\n...\n",
        (
            "\ufeff---\nkind: plan\nboard: park\nyear: 2021\ndecision:\n  date: 2022-03-01\n"
            '  fingerprint: "MARK"\n...\n'
        ),
    ),
    "odd keys": (
        "? kind\n: plan\n? board\n: park\n? year\n: 2021\n? entries\n: []\n",
        (
            "? kind\n: plan\n? board\n: park\n? year\n: 2021\ndecision:\n  date: 2022-03-01\n"
            '  fingerprint: "MARK"\n? entries\n: []\n'
        ),
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_where_the_decision_is_put(name: str) -> None:
    before, after = PLACES[name]
    result = sealed(before.encode(), Given(date=date(2022, 3, 1))).decode()
    assert re.sub('"[0-9a-f]{64}"', '"MARK"', result) == after


def test_what_leaves_no_room_is_refused() -> None:
    """A block that keeps its line ends would take the one that is put after it for its own."""
    text = "kind: plan\nboard: park\nyear: 2021\ndecision:\n  reference: |+\n    D"
    with pytest.raises(ProstError) as raised:
        sealed(text.encode(), Given(date=date(2022, 3, 1)))
    assert raised.value.code == "seal-form"
    result = sealed(f"{text}\n\n".encode(), Given(date=date(2022, 3, 1)))
    assert read_by_another(result)["decision"]["reference"] == "D\n\n"
