"""`show`: one measure, one board."""

from __future__ import annotations

import pytest
from inline_snapshot import external_file

from prostcli.documents.engine import text
from prostcli.documents.text import wrapped
from prostcli.documents.views.show import board_shown, obligation_shown
from prostcli.language import language
from prostcli.output.text import visible
from prostcli.usecases import View
from tests.cli.conftest import TOP, Prostcli
from tests.cli.conftest import prostcli as prostcli  # noqa: PLC0414  a fixture

SWEDISH = language("sv")


def _obligation(seen: View, wanted: str) -> str:
    made = obligation_shown(seen.assessment, SWEDISH, seen.workspace.locate, wanted)
    return wrapped(text("show-obligation", SWEDISH, visible, s=made), 80)


def _board(seen: View, wanted: str) -> str:
    made = board_shown(seen.assessment, SWEDISH, seen.workspace.locate, wanted)
    return wrapped(text("show-board", SWEDISH, visible, s=made), 80)


def test_golden(lindvik_view: View) -> None:
    shown = [_obligation(lindvik_view, i) for i in ("a.1", "b.2", "1.2")]
    shown += [_board(lindvik_view, b) for b in ("kultur", "kultur-fritid", "teknik")]
    line = "=" * 80
    assert f"\n{line}\n\n".join(shown) == external_file("golden/lindvik-show.txt", format=".txt")


@pytest.mark.parametrize("which", ["lindvik", "real"])
def test_everything_can_be_shown_in_80_columns(which: str, request: pytest.FixtureRequest) -> None:
    seen: View = request.getfixturevalue(f"{which}_view")
    shown = [_obligation(seen, i) for i in list(seen.assessment.material.obligation)[::2]]
    shown += [_board(seen, b) for b in list(seen.assessment.material.boards)[::4]]
    for line in "".join(shown).split("\n"):
        assert len(line) <= 80 or " " not in line.strip("- ")


def test_a_boards_history_follows_succession_both_ways(lindvik_view: View) -> None:
    shown = _board(lindvik_view, "kultur-fritid")
    before = shown[shown.index("FÖREGÅNGARNA") : shown.index("PLANERADE INSATSER")]
    assert "2020, Fritidsnämnden\n    Plan: ska inte lämnas\n    Redovisning: beslutad" in before
    assert "2020, Kulturnämnden\n    Plan: ska inte lämnas\n    Redovisning: saknas" in before
    shown = _board(lindvik_view, "kultur")
    known = "Efterträds av Kultur- och fritidsnämnden (kultur-fritid) från 1 januari 2021."
    assert known in shown
    after = shown[shown.index("EFTERTRÄDARNA") :]
    assert "2021, Kultur- och fritidsnämnden\n    Plan: beslutad 15 december 2020" in after
    assert "- Kultur och fritid 2021, b.1: Byta sporthallens dörrar." in after


def test_the_link_to_goals_is_said_to_be_ours(lindvik_view: View) -> None:
    assert "Nå fram (redaktionens tolkning)" in _obligation(lindvik_view, "a.1")


def test_a_measure_tells_what_boards_say_and_what_is_voluntary_once(lindvik_view: View) -> None:
    shown = _obligation(lindvik_view, "1.2")
    assert "VAD NÄMNDERNA SÄGER" not in shown
    assert shown.count("Lådan i Stadsparken") == 1
    shown = _obligation(lindvik_view, "b.2")
    said = shown[shown.index("VAD NÄMNDERNA SÄGER") :]
    assert "Teknik 2020: berörs inte i den beslutade redovisningen." in said
    assert "Barn som provade skridskobanan: .. barn." in said


def test_a_duty_and_a_question_can_be_shown(prostcli: Prostcli) -> None:
    root = ("--root", str(TOP / "examples/nordhamn"), "--as-of", "2016-03-01")
    duty = " ".join(prostcli(*root, "show", "oppningskonferens").out.split())
    assert "Senast 31 december 2012." in duty
    assert "Social och omsorg 2012: Konferensen hölls den 14 mars i Folkets hus" in duty
    assert "Deltagare: 180 personer. Kostnad: 45 000 kronor." in duty
    none = prostcli(*root, "show", "bemotande").out
    assert "Ingen läsbar redovisning säger något om uppdraget." in none
    question = " ".join(prostcli(*root, "show", "stod").out.split())
    assert "Södra 2013, plan: Nämnden ber om besök av anhörigenheten i mars." in question
    assert "2014: Kommunstyrelsen, Utbildning, Kultur och fritid, Nordvästra, Södra," in question
