"""What a seal covers: values and comments, and nothing of how they are set."""

from __future__ import annotations

import hashlib
import json

import pytest
import yaml

from prostcli.load.layout import layout
from prostcli.load.seal import fingerprint
from tests.load.mutants import seeds

FILE = """\
# yaml-language-server: $schema=x.json
kind: plan
board: park
year: 2021 # året
decision: # ej med
  # ej med
  date: 2020-12-10 # ej med
# efter beslutet
entries: # poster
  - obligation: "1.1"
    ongoing: > # vikt # två
      Första # ingen kommentar
      raden

      # inte heller

    # sist i posten
  - obligation: '1.2#3' #tätt
    place: s. 1#2
  # slut
"""
COUNTED = (
    '["prostcli-seal-1",'
    '{"kind":"plan","board":"park","year":2021,"entries":['
    '{"obligation":"1.1","ongoing":"Första # ingen kommentar raden\\n# inte heller\\n"},'
    '{"obligation":"1.2#3","place":"s. 1#2"}]},'
    '[[[],"yaml-language-server: $schema=x.json"],'
    '[["year"],"året"],'
    '[["year"],"efter beslutet"],'
    '[["entries"],"poster"],'
    '[["entries",0,"ongoing"],"vikt # två"],'
    '[["entries",0,"ongoing"],"sist i posten"],'
    '[["entries",1,"obligation"],"tätt"],'
    '[["entries",1,"place"],"slut"]]]'
)
"""Written by hand from the decision page."""


def mark(text: str) -> str:
    return fingerprint(layout(text))


def test_what_is_counted_is_what_the_decision_page_says() -> None:
    assert mark(FILE) == hashlib.sha256(COUNTED.encode()).hexdigest()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\r\n"),
        ("board: park", "board:   'park'"),
        ("# året", "#   året  "),
        (
            "- obligation: '1.2#3' #tätt\n    place",
            '-     obligation: "1.2#3"    #   tätt\n\n        place',
        ),
        (
            "- obligation: '1.2#3' #tätt\n    place: s. 1#2",
            "- {obligation: 1.2#3, #tätt\n  place: s. 1#2}",
        ),
        ("decision: # ej med\n  # ej med\n  date: 2020-12-10 # ej med\n", ""),
        ("2020-12-10", "2020-12-11"),
        ("# ej med", "# något annat"),
        ("year: 2021 #", "\n\nyear: 2021     #"),
        ("park", "park\n"),
        ("place: s. 1#2", "place: >-\n      s. 1#2"),
        ("# ej med\n#", '# ej med\n  paragraph: "§ 9" # ej med\n#'),
    ],
)
def test_what_may_differ(old: str, new: str) -> None:
    assert FILE.count(old)
    assert mark(FILE.replace(old, new)) == mark(FILE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("year: 2021", 'year: "2021"'),
        ("board: park", "board: Park"),
        ("# året", "# åren"),
        (" # året", ""),
        ("# efter beslutet\n", ""),
        ("vikt", "vikter"),
        ("# sist i posten", "# sist i posten\n    #"),
        ("kind: plan\nboard: park", "board: park\nkind: plan"),
        ("    # sist i posten\n", ""),
        ("raden\n\n", "raden\n"),
        ("#tätt", "\n    #tät"),
        ("  # slut\n", ""),
    ],
)
def test_what_breaks_a_seal(old: str, new: str) -> None:
    assert FILE.count(old) == 1
    assert mark(FILE.replace(old, new)) != mark(FILE)


def test_the_same_values_written_by_other_programs_have_the_same_fingerprint() -> None:
    for seed in seeds():
        value = seed.value
        ways = [json.dumps(value), json.dumps(value, ensure_ascii=False, indent=3)]
        ways += [
            yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=width, indent=indent,
                           default_flow_style=flow)
            for width, indent, flow in ((20, 2, False), (9999, 8, False), (80, 2, True))
        ]  # fmt: skip
        marks = {mark(text) for text in (*ways, ways[-2].replace("\n", "\r\n"))}
        assert len(marks) == 1, seed.path
