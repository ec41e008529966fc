"""What is found and what is not, by the lists beside this file, and that the document says so."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from prostcli.load.personal import in_text
from prostcli.personal.search import identifying, masked, publishable
from prostcli.personal.sightings import E_MAIL, NUMBER
from prostcli.rules.sightings import SEEN
from tests.personal.lists import Line, lines

WAYS = lines("ways.txt")
FOUND = [line for line in WAYS if not line.heading.startswith("missas ")]
MISSED = [line for line in WAYS if line.heading.startswith("missas ")]
INNOCENT = lines("innocent.txt")
DOCUMENT = (Path(__file__).parents[2] / "docs/personuppgifter.md").read_text(encoding="utf-8")
WARNED = re.compile(r"(PRO\d{3}\??) \| (.*)", re.DOTALL)


def codes(text: str) -> list[str]:
    """What a report's text is told of; with a `?` where it is not certain."""
    seen = in_text("reports/a.yaml", text)
    return sorted({one.rule.code + "?" * (not one.sighting.certain) for one in seen})


def headings(some: list[Line]) -> list[str]:
    return list(dict.fromkeys(line.heading for line in some))


def test_the_lists_are_long_enough_and_hold_nothing_twice() -> None:
    assert len({line.text for line in FOUND}) == len(FOUND) >= 250
    assert len({line.text for line in INNOCENT}) == len(INNOCENT) >= 300
    assert {line.heading.split()[0] for line in FOUND} == {rule.code for rule in SEEN.values()}


@pytest.mark.parametrize("heading", headings(FOUND))
def test_each_way_of_writing_is_found(heading: str) -> None:
    code, _, name = heading.partition(" ")
    told = code + "?" * name.startswith("bara en varning")
    here = [line for line in FOUND if line.heading == heading]
    # A street stands beside words for people, and a count may then be told of too.
    assert [line.written for line in here if told not in codes(line.text)] == []
    others = {"PRO604", "PRO608"} - {told}
    assert [line.written for line in here if {*codes(line.text)} - {told} - others] == []


@pytest.mark.parametrize("heading", headings(MISSED))
def test_what_is_named_as_missed_is_missed(heading: str) -> None:
    code = heading.split()[1]
    here = [line for line in MISSED if line.heading == heading]
    assert [
        line.written for line in here if code in {c.rstrip("?") for c in codes(line.text)}
    ] == []


@pytest.mark.parametrize("heading", headings(FOUND))
def test_what_is_found_is_masked(heading: str) -> None:
    for line in FOUND:
        if line.heading != heading or heading.startswith("PRO608"):
            continue
        seen = list(identifying(line.text))
        for text in (masked(line.text), publishable(line.text)):
            assert len(text) == len(line.text)
            for one in seen:
                if text == masked(line.text) or (one.kind in (NUMBER, E_MAIL) and one.certain):
                    assert not any(map(str.isalnum, text[one.start : one.end])), line.written
        digits = "".join(str(int(c)) for c in masked(line.text) if c.isdecimal())
        assert all(one.value not in digits for one in seen if one.kind == NUMBER), line.written


def test_an_innocent_text_is_no_error_and_each_warning_is_named() -> None:
    told = [(line.written, codes(line.text)) for line in INNOCENT]
    named = [WARNED.fullmatch(written) for written, _ in told]
    assert [
        (written, found)
        for (written, found), name in zip(told, named, strict=True)
        if found != ([name[1]] if name else [])
    ] == []
    errors = {"PRO601", "PRO602"}
    assert [written for written, found in told if errors.intersection(found)] == []


def test_the_document_names_each_way_and_each_miss() -> None:
    assert _listed("## Sätt att skriva som hittas") == headings(FOUND)
    assert [f"missas {one}" for one in _listed("## Det som inte hittas")] == headings(MISSED)


def test_the_document_counts_what_is_in_the_lists() -> None:
    warned = [WARNED.fullmatch(line.written) for line in INNOCENT]
    by_code = Counter(name[1] for name in warned if name)
    said = (
        f"{len(FOUND)} sätt att skriva hittas, {len(MISSED)} missas, och av "
        f"{len(INNOCENT)} ofarliga texter ger {sum(by_code.values())} en varning och ingen ett fel"
    )
    assert said in " ".join(DOCUMENT.split())
    counts = [f"{code.rstrip('?')}: {by_code[code]}" for code in sorted(by_code)]
    assert ", ".join(counts) in " ".join(DOCUMENT.split())


def _listed(title: str) -> list[str]:
    """The items under a title that begin with a code."""
    section = DOCUMENT.partition(f"{title}\n")[2].partition("\n## ")[0]
    items = re.findall(r"^- (PRO\d{3}): ((?:.|\n  )+)$", section, re.MULTILINE)
    return [f"{code} {' '.join(text.split())}" for code, text in items]
