"""`docs/dialect.md` says what the code does: its limits, its codes and its examples."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from prostcli.characters import FORBIDDEN, HIGHEST_PILE, INVISIBLE
from prostcli.load.files import DEEPEST
from prostcli.load.yaml import (
    _LONGEST_NUMBER,
    PROGRAMME_LIMITS,
    SUBMISSION_LIMITS,
    Refusal,
    decode,
    read,
)
from prostcli.rules import CATALOGUE
from tests.findings import lines_told

TOP = Path(__file__).parent.parent.parent
PAGE = (TOP / "docs" / "dialect.md").read_text(encoding="utf-8")
BASE = TOP / "tests" / "cases" / "base"
REPORT = "reports/2020-2021/park/2021-report.yaml"


def test_the_limits_are_those_of_the_code() -> None:
    assert f"at most {SUBMISSION_LIMITS.size // 1024} KiB" in PAGE
    assert f"a file of the programme {PROGRAMME_LIMITS.size // 2**20} MiB" in PAGE
    assert SUBMISSION_LIMITS.depth == PROGRAMME_LIMITS.depth
    assert f"at most {SUBMISSION_LIMITS.depth} levels" in PAGE
    assert f"at most {SUBMISSION_LIMITS.nodes:,} keys" in PAGE
    assert f"{PROGRAMME_LIMITS.nodes:,} in a file of the programme" in PAGE
    assert f"more than {HIGHEST_PILE} combining marks" in PAGE
    assert f"more than {_LONGEST_NUMBER} digits" in PAGE
    assert f"at most {DEEPEST} folders" in PAGE


def test_every_code_of_the_reader_and_of_files_is_named_and_no_other() -> None:
    named = set(re.findall(r"PRO\d{3}", PAGE))
    assert named <= set(CATALOGUE)
    assert {code for code in CATALOGUE if code.startswith("PRO0")} <= named
    assert {"PRO503", "PRO514", "PRO515"} <= named


def _ranges(cell: str) -> list[tuple[int, int]]:
    found = []
    for first, last in re.findall(r"U\+([0-9A-F]{4,6})(?:–U\+([0-9A-F]{4,6}))?", cell):
        found.append((int(first, 16), int(last or first, 16)))
    return found


def test_the_characters_named_are_the_ones_refused() -> None:
    table = PAGE.partition("PRO005.\n")[2].partition("## Structure")[0]
    said = {
        number
        for row in table.split("\n")
        if row.startswith("| ")
        for first, last in _ranges(row.split("|")[1])
        for number in range(first, last + 1)
    }
    said |= set(range(0xD800, 0xE000))
    said |= {plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)}
    said -= {0x09, 0x0A}
    refused = {n for n in range(0x110000) if FORBIDDEN.search(chr(n))}
    assert refused == said
    assert not any(INVISIBLE.search(chr(n)) for n in refused)


ROWS = [
    (match[1], match[2])
    for match in re.finditer(r"(?m)^\| (`.*?) \| (.*?) \|", PAGE.partition("## Values")[2])
]
KINDS = {"text": str, "a whole number, in base ten": int, "a number, and no whole one": float,
         "a boolean": bool, "nothing": type(None)}  # fmt: skip
EXAMPLES = [
    (example, KINDS[kind])
    for cell, kind in ROWS
    for example in re.findall(r"`([^`]+)`", cell)
    if kind in KINDS and not example.startswith((">-", "\\"))
]


def test_there_are_many_examples() -> None:
    assert len(EXAMPLES) > 35
    assert {kind for _, kind in EXAMPLES} == set(KINDS.values())


@pytest.mark.parametrize(("written", "kind"), EXAMPLES)
def test_an_example_is_read_as_the_page_says(written: str, kind: type) -> None:
    (value,) = read(f"a: {written}\n", SUBMISSION_LIMITS).values()
    assert type(value) is kind


@pytest.mark.parametrize(
    "written", [w for w, kind in EXAMPLES if kind in (float, bool, type(None))]
)
def test_no_number_but_a_whole_one_is_a_count(written: str, tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "root")
    path = root / REPORT
    text = path.read_text(encoding="utf-8")
    assert text.count("value: 40") == 1
    path.write_text(text.replace("value: 40", f"value: {written}"), encoding="utf-8")
    (line,) = lines_told(root)
    assert line.startswith(f"{REPORT}:15:"), line
    assert re.search(r" PRO10[37] ", line), line


@pytest.mark.parametrize("day", [
    "2021-02-30", "2021-1-1", "2021-01-01T12:00:00Z", "20210101", "2021-01-01 ", "٢٠٢١-01-01",
    "2021–01–01", "1 maj 2021",
])  # fmt: skip
def test_a_day_is_one_that_exists_and_in_one_form(day: str, tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "root")
    path = root / REPORT
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{date: 2022-02-10,", f'{{date: "{day}",'), encoding="utf-8")
    (line,) = lines_told(root)
    assert line.startswith(f"{REPORT}:4:18: PRO104 ")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x: &a 1", "PRO009"), ("x: *a", "PRO009"), ("x: {<<: *a}", "PRO009"),
        ("x: !a 1", "PRO010"), ("x: !!int 1", "PRO010"), ("%YAML 1.1\n---\nx: 1", "PRO011"),
        ('x: "\\e"', "PRO005"),
        ('x: "\\u202E"', "PRO005"), ("о: 1", "PRO014"), ("ｏ: 1", "PRO014"), ("x²: 1", "PRO014"),
        ("x:\n\ty: 1", "PRO006"), ("kind: 1\nkind: 2", "PRO013"), ("", "PRO015"),
    ],
)  # fmt: skip
def test_what_the_page_shows_as_refused_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        read(decode(text.encode()), SUBMISSION_LIMITS)
    assert caught.value.code == code


@pytest.mark.parametrize("key", ["Kind", "KIND", "kind ", "kinds"])
def test_a_key_beside_the_real_one_is_unknown(key: str, tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "root")
    path = root / REPORT
    path.write_text(f'"{key}": report\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    (line,) = lines_told(root)
    assert line.startswith(f"{REPORT}:1:1: PRO101 ")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_quotations_are_compared_composed(form: Literal["NFC", "NFD"], tmp_path: Path) -> None:
    """The paper's text in one form, the programme's in the other."""
    case = TOP / "tests" / "cases" / "clean-quotations"
    root = shutil.copytree(BASE, tmp_path / "root")
    shutil.copytree(case, root, dirs_exist_ok=True)
    for path in (root / "program").rglob("*.yaml"):
        text = unicodedata.normalize(form, path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    paper = (case / "paper.txt").read_text(encoding="utf-8")
    assert "å" in paper
    forms: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
    for other in forms:
        found = lines_told(root, unicodedata.normalize(other, paper).encode())
        assert not [line for line in found if " PRO406 " in line], found
