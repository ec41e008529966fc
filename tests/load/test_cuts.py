"""Which `#` may have cut a text off, and which begins a comment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prostcli.load import cuts as module
from prostcli.load.cuts import cuts
from prostcli.load.workspace import PROGRAMME_KINDS, SUBMISSION_KINDS, limits
from prostcli.load.yaml import SUBMISSION_LIMITS, Refusal, read
from prostcli.model.programme import Programme
from prostcli.model.review import ReviewWords
from prostcli.model.submissions import Report
from tests.findings import BASE

TOP = Path(__file__).parent.parent.parent
HEAD = 'kind: report\nboard: park\nyear: 2021\nentries:\n  - obligation: "1.1"\n'
"""Five lines."""


def found(text: str) -> list[tuple[int, int, int, str, str]]:
    """Line, column and end of each, what is kept and what is lost."""
    return [
        (c.span.line, c.span.column, c.span.end_column, c.kept, c.lost)
        for c in cuts(HEAD + text, SUBMISSION_LIMITS, Report)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("    summary: Taxan höjs #2 gången.\n", (6, 25, 35, "Taxan höjs", "#2 gången.")),
        ("    summary: Klart. # kommentar\n", (6, 21, 32, "Klart.", "# kommentar")),
        ("    summary: Klart.  #kommentar\n", (6, 22, 32, "Klart.", "#kommentar")),
        ("    summary: Klart.\t# tabb\n", (6, 21, 27, "Klart.", "# tabb")),
        ("    summary: Klart. #\n", (6, 21, 22, "Klart.", "#")),
        ("    summary: Klart.   ##två\n", (6, 23, 28, "Klart.", "##två")),
        ("    summary: Rad ett\n      rad två #3 i raden.  \n", (7, 15, 26, "Rad ett rad två",
                                                           "#3 i raden.")),
        ("    summary: Rad ett\r\n      rad två #3.\r\n", (7, 15, 18, "Rad ett rad två", "#3.")),
        ("    summary: Rad ett\n      #2 rad.\n", (7, 7, 14, "Rad ett", "#2 rad.")),
        ("    summary: Rad ett\n\n      #2 rad.\n", (8, 7, 14, "Rad ett", "#2 rad.")),
        ("    summary: #2 gången\n", (6, 14, 23, "", "#2 gången")),
        ("    summary: #2 gången\n      höjdes taxan.\n", (6, 14, 23, "", "#2 gången")),
        ("    summary: >- #2 gången\n      höjs taxan.\n", (6, 17, 26, "höjs taxan.", "#2 gången")),
        ('    summary: "Klart" #2\n', (6, 22, 24, "Klart", "#2")),
        ("    summary: 12 #3\n", (6, 17, 19, "12", "#3")),
        ("    figures: [{name: a, unit: st #1\n      , label: L}]\n", (6, 34, 36, "st", "#1")),
        ("    cost: {amount: 5, funding: Bidrag #1\n      }\n", (6, 39, 41, "Bidrag", "#1")),
    ],
)  # fmt: skip
def test_what_may_be_text_is_told(text: str, wanted: tuple[int, int, int, str, str]) -> None:
    assert found(text) == [wanted]


@pytest.mark.parametrize("text", [
    "    summary: Klart.  # kommentar\n",
    "    summary: Klart.      # kommentar\n",
    "    summary: Klart.  ## kommentar\n",
    "    summary: Klart.  #\n",
    "    summary: C# och F#.\n",
    "    summary: Klart.\u00a0#2\n",  # a hard blank begins no comment
    "    summary: 'Klart #2'\n",
    "    summary: Klart.\n    #reason: Ingen.\n",
    "    summary: Klart.\n      # reason: Ingen.\n",
    "    summary: Klart.\n#2\n",
    "    summary: >-  # Vad gjordes?\n      Punkt #2 klar.\n",
    "    summary: |\n      Punkt #2 klar.\n      #3 också.\n    # slut\n",
    "    summary: # på nästa rad\n      Klart.\n",
    '    summary: "Klart" # citat\n',
    "    outcome: done # ett av värdena\n",
    "    partners: [polisen] #alla\n",
    "    summary: Klart.\n    partners: [polisen]  #alla\n",
    "    figures: [{name: a, unit: st}] #ett\n",
    "    cost: {amount: 5 #kr\n      , funding: Bidrag}\n",
])  # fmt: skip
def test_what_is_a_comment_or_beside_no_text_passes(text: str) -> None:
    assert found(text) == []


def test_texts_of_every_kind_are_looked_at() -> None:
    """By language, in a list, and such as may stand empty."""
    about = "about:\n  sv: Om avsnitt #5.\n  en: On section five.\ndraft: true # x\n"
    assert [(c.pointer, c.lost) for c in cuts(about, SUBMISSION_LIMITS, Programme)] == [
        (("about", "sv"), "#5.")
    ]
    points = "proposal:\n  - Godkänna #1\n  - #2\n  -\ngoals:\n  - {goal: a}\nsummary: #3\n"
    assert [(c.pointer, c.key, c.lost) for c in cuts(points, SUBMISSION_LIMITS, ReviewWords)] == [
        (("proposal", 0), "proposal", "#1"), (("proposal", 1), "proposal", "#2"),
        (("summary",), "summary", "#3"),
    ]  # fmt: skip


@given(
    st.lists(st.sampled_from(["a", "#", " ", "  ", "\n      ", "'", "b#", "\t"]), max_size=9),
    st.sampled_from(["", ">-\n      ", "|\n      "]),
)
def test_what_is_not_told_is_whole_or_has_a_comment_set_as_one(
    parts: list[str], style: str
) -> None:
    """Each letter that was written is in the value, or in a comment set as one."""
    written = "a" + "".join(parts)
    text = f"    summary: {style}{written}\n"
    try:
        value = read(HEAD + text, SUBMISSION_LIMITS)["entries"][0].get("summary")
    except Refusal:
        return
    if not isinstance(value, str) or found(text):
        return
    kept = "".join(value.split())
    assert "".join(written.split()).startswith(kept)
    lost = "".join(written.split())[len(kept) :]
    if lost:
        assert re.search(r"(?:[ \t]{2}|\t)#+\s|\n      #", f"{written}\n")


@pytest.mark.parametrize("text", ["\n  #x\nkind: report\n", "- a\n  #x\n", "a\n  #x\n"])
def test_a_sign_that_stands_beside_no_key_is_a_comment(text: str) -> None:
    assert list(cuts(text, SUBMISSION_LIMITS, Report)) == []


def test_files_that_look_like_nothing_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "layout", None)
    scaffold = (
        "# Ta bort # och ett blanksteg\n    # due: x  # När?\n    #\n    summary: >-\n      a\n"
    )
    assert found(scaffold) == []


def test_no_file_of_the_repository_is_cut() -> None:
    kinds = {**PROGRAMME_KINDS, **SUBMISSION_KINDS}
    looked = 0
    for folder in (TOP / "program", TOP / "reports", TOP / "examples", BASE):
        for path in folder.rglob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            kind = text.partition("\nkind: ")[2].split("\n")[0] or text[6:].split("\n")[0]
            if kind in kinds:
                looked += 1
                assert not list(cuts(text, limits("program/x"), kinds[kind])), path
    assert looked > 80
