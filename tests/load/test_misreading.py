"""Letters that were read in another encoding are told; those of other languages are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prostcli.load.misreading import Misread, misread
from prostcli.load.yaml import Refusal, decode

TOP = Path(__file__).parent.parent.parent
SENTENCE = "Hälsocentralen på Öjers väg får åtta nya lägenheter, Älta och Åre lika så."
WORDS = ["Hälsocentralen", "på", "Öjers", "väg", "får", "åtta", "lägenheter", "Älta", "Åre", "så"]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp850", "cp437"])
@pytest.mark.parametrize("times", [1, 2])
def test_utf_8_read_as_something_else_is_told_with_what_it_was(encoding: str, times: int) -> None:
    broken = SENTENCE
    for _ in range(times):
        broken = broken.encode("utf-8").decode(encoding)
    found = list(misread(broken))
    assert [m.meant for m in found] == WORDS
    for m in found:
        assert m.written in broken
        assert not broken[m.start].isascii()
        assert m.written.index(broken[m.start : m.end]) >= 0


def test_where_it_stands() -> None:
    assert list(misread("Vi sÃ¥g tvÃ¥ Ã¶ar.")) == [
        Misread(4, 6, "sÃ¥g", "såg"),
        Misread(10, 12, "tvÃ¥", "två"),
        Misread(13, 15, "Ã¶ar", "öar"),
    ]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("m‰nniskor", "människor"), ("ˆver", "över"), ("Âtg‰rd", "åtgärd"), ("bˆr", "bör"),
        ("kvŠll", "kväll"), ("frŒn", "från"), ("vŠnthjšlp", "vänthjölp"), ("idŽ", "idé"),
        ("v„nta", "vänta"), ("g†r", "går"),
        ("â€œcitat", "“citat"), ("â€“", "–"), ("25Â°C", "°C"), ("Â§", "§"), ("cafÃ©", "café"),
        ("oÌˆppen", "öppen"), ("ideÌ\u0081", "idé"), ("SKÃ…NE", "SKÅNE"), ("BRÃ„NNA", "BRÄNNA"),
    ],
)  # fmt: skip
def test_a_word_is_told_as_it_was(broken: str, whole: str) -> None:
    assert [m.meant for m in misread(f"Se {broken} nu.")] == [whole]


INNOCENT = """
São João, JOÃO, SÃO PAULO, IRMÃ, irmã, Câmara, ÂNGELA, Âge, pâté, maître, garçon, Noël, naïve,
Renée, Škoda, Dušan, Žižek, Œuvre, œuvre, ƒ(x), Łódź, Dvořák, ”IRMÔ, «IRMû, „citat“, „Ärlig“,
‚a‘, 5 ‰, 12‰, 3, 5 ‰ av, 0, 2‰-gräns, √2, √ 9, x ≈ y, 3 × 4, 10 ÷ 2, 25 °C, § 9, ¬ a, 5 €, £5,
½, Å…, BLÅ…, ”SKÅ”, FÖ”, ÅÄÖ–ÅÄÖ, Ä”, Ö’s, é, à la carte, Ørsted, Æbelø, ÞÓRR, ß, ñ, † 1912,
noten†, „ett” och „två”, ├─ träd, Gūž, Ñandú, ÜBER, Ébène, Ô, ÒL, Ìsola, Â, Ã, 100 € – 200 €,
”Öppet hus”, Müller’s, Öjersväg 5 Å, Č, ă Ă
""".replace("\n", " ")


@pytest.mark.parametrize("word", [w.strip() for w in INNOCENT.split(",")])
def test_ordinary_writing_of_many_languages_is_left_alone(word: str) -> None:
    assert list(misread(f"Se {word} nu.")) == []
    assert list(misread(word)) == []


@pytest.mark.parametrize("sign", ["\u201d", "\u2019", "\u00bb", "\u2026", "\u2013"])
def test_a_sign_after_a_word_in_capitals_is_no_half_of_a_letter(sign: str) -> None:
    assert list(misread(f"IRM\u00c3{sign}")) == []
    assert [m.start for m in misread(f"irm\u00c3{sign}")] == [3]
    assert [m.start for m in misread(f"IRM\u00c3{sign}S")] == [3]


@given(st.text(alphabet="abcåäöÅÄÖéüØæ §½–—”“’…\u00a0.,()5%:‰€°"))
def test_swedish_is_never_told(text: str) -> None:
    assert all(set(m.written) & set("‰") for m in misread(text))


@given(st.text(alphabet="abcåäöÅÄÖéüÉà –§°½", min_size=1))
def test_what_is_told_is_what_it_was(text: str) -> None:
    """Of a text that was whole: all that is told of it, broken, is a word of it."""
    broken = text.encode("utf-8").decode("cp1252", errors="ignore")
    for m in misread(broken):
        assert m.meant in text or not m.meant.strip()


def test_a_lost_letter_is_told_without_a_guess() -> None:
    assert list(misread("En \ufffdver\ufffdenskommelse.")) == [
        Misread(3, 8, "\ufffdver\ufffdenskommelse", "")
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp850", "cp437"])
def test_so_is_its_mark_where_that_was_misread_in_its_turn(encoding: str) -> None:
    mark = "\ufffd".encode().decode(encoding)
    text = f"Stöd ut{mark}kas."
    assert list(misread(text)) == [Misread(7, 10, f"ut{mark}kas", "")]
    assert list(misread("Olé! ¿Qué? – ½ tjänst")) == []


def test_a_letter_of_which_half_is_a_control_is_told_and_not_the_control() -> None:
    with pytest.raises(Refusal) as caught:
        decode("a: b\nc: Vid Ã\x85re.\n".encode())
    error = caught.value
    assert (error.code, error.facts) == ("PRO018", {"written": "Ã\x85re", "meant": "Åre"})
    assert (error.span.line, error.span.column) == (2, 8)
    with pytest.raises(Refusal) as caught:
        decode("c: Vid \x85re.\n".encode())
    assert caught.value.code == "PRO005"


def test_nothing_in_the_repository_is_told() -> None:
    for folder in ("program", "reports", "examples", "templates", "tests/lindvik", "schema"):
        for path in (TOP / folder).rglob("*"):
            if path.suffix in {".yaml", ".j2", ".json"}:
                assert not list(misread(path.read_text(encoding="utf-8"))), path
