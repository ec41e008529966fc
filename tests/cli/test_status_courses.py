"""Shares drawn year by year. What is expected is drawn by hand from the two hand counts."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from prostcli.language import LANGUAGES, language
from prostcli.load.workspace import Workspace
from prostcli.output.status.bars import (
    ASCII_RAMP,
    FULL,
    NOBODY,
    OPEN,
    RAMP,
    REST,
    SILENT,
    bar,
    drawn,
    writable,
)
from prostcli.output.status.courses import Point
from prostcli.output.text import width

from .conftest import LINDVIK, TOP, Prostcli

Program = Callable[..., subprocess.CompletedProcess[bytes]]

NORDHAMN = TOP / "examples" / "nordhamn"


def courses(out: str, years: str, states: str = "Läge") -> dict[str, str]:
    """What is drawn, by measure; cut out by the place of its heading."""
    lines = out.split("\n")
    head = next(i for i, line in enumerate(lines) if f"  {years}  {states}" in line)
    start = lines[head].index(years)
    found = {}
    for line in lines[head + 2 :]:
        if line.startswith(years):
            break
        if not line.startswith(" "):
            found[line.split()[0]] = line[start : start + len(years)].rstrip()
    return found


def test_the_courses_of_nordhamn(prostcli: Prostcli) -> None:
    """From the tables of what the reports say, and of who is bound, in its COUNTS.md."""
    out = prostcli("status", "--year", "2014", "--as-of", "2016-03-01", cwd=NORDHAMN).out
    assert courses(out, "12–15") == {
        "1.1": "▃▃██",  # 1/3 (V silent), 1/3 (Z not addressed, F partly), F, F
        "1.2": "▄▆▇▅",  # 4/9, 6/8, 7/8, 5/8
        "1.3": "▁▄██",  # 0/2 (B only received, H partly), 1/2, then H is written off
        "1.4": "▁▁█–",  # ends in 2014
        "2.1": "▁▁▁▄",  # 0/3, 0/2, 0/2, 1/2
        "2.2": "▁▁█░",  # 2015 is a draft and its time is up
        "2.3": "▁█––",  # done once, and settled since
        "2.4": "",  # an ambition
        "2.5": "––▁–",  # added for 2014; in 2015 not applicable
        "3.1": "▄▅▅▅",  # 2/4, 2/3, 2/3, 2/3
        "3.2": "–█▁█",
        "3.3": "█▁██",  # 2013 as corrected
        "3.4": "▃▄▄–",  # 1/3, 1/2, 1/2, ended
    }
    assert "▁ ingen, █ alla, ░ ingen beslutad redovisning, – N är 0, tomt" in " ".join(out.split())


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # No report is in and none is due; b.1 is not asked for in 2022.
        ("2020-12-31", {"a.1": "···", "a.2": "···", "a.3": "···", "b.1": "··–", "1.1": "···"}),
        # The last day for 2021. P is only received and L silent; all of a.2 and a.3 are decided.
        ("2022-03-31", {"a.1": "▄··", "a.2": "▄█–", "a.3": "▁█·", "b.1": "▄·–", "1.1": "▄··"}),
        # The day after: 1/3, 1/1, 1/1, 0/2, 0/2.
        ("2022-04-01", {"a.1": "▄▃·", "a.2": "▄█–", "a.3": "▁█·", "b.1": "▄▁–", "1.1": "▄▁·"}),
        # a.2 corrected to begun. 2022: P, KF and, beside an exempt T, L have said nothing.
        ("2023-04-01", {"a.1": "▄▃░", "a.2": "▄▁█", "a.3": "▁█░", "b.1": "▄▁–", "1.1": "▄▁░"}),
    ],
)
def test_the_courses_of_lindvik(prostcli: Prostcli, day: str, expected: dict[str, str]) -> None:
    out = prostcli("status", "--year", "2021", "--as-of", day).out
    assert courses(out, "20–22") == expected | {"b.2": ""}


def test_a_course_is_of_the_boards_chosen_and_of_every_year(prostcli: Prostcli) -> None:
    chosen = ("--board", "lindvikshus", "--year", "2021", "--as-of", "2023-04-01")
    out = prostcli("status", *chosen).out
    assert courses(out, "20–22") == {"a.2": "█––", "b.1": "█░–", "b.2": "", "1.1": "▁░░"}
    assert "varje år i programtiden" in out
    assert "Bara valda nämnder." in out
    out = prostcli("status", "--board", "teknik", "--year", "2021", "--as-of", "2023-04-01").out
    assert courses(out, "20–22")["1.1"] == "█▁–"  # reached, begun, not relevant


@pytest.mark.parametrize("filters", [["--status", "reached"], ["--due", "2023-04-01"]])
def test_no_course_is_drawn_of_some_statuses_only(prostcli: Prostcli, filters: list[str]) -> None:
    out = prostcli("status", "--year", "2021", "--as-of", "2023-04-01", *filters).out
    assert "Nått  Läge" in out
    assert "20–22" not in out


def test_an_ambition_is_never_drawn(prostcli: Prostcli) -> None:
    out = prostcli("status", "--obligation", "b.2", "--as-of", "2023-04-01").out
    assert "20–22" not in out
    # Its reports are: three of four. It is in no n/N.
    line = next(line for line in out.split("\n") if line.startswith("2020"))
    assert line.split() == ["2020*", "4", "–", "▆▆▆▆▆▁", "3/4", "0+1", "–"]


def test_the_years_have_bars(prostcli: Prostcli) -> None:
    """Lindvik on 2023-04-01: n/N from the hand count.

    Plans: 2021 KF 4, T 4 and P 2 of 14 less L's settled one; 2022 T 3 of 10 less that one.
    Reports: 2020 all but K's 2; 2021 KF 4 and T 4; 2022 T 3.
    """
    out = prostcli("status", "--as-of", "2023-04-01").out
    lines = out.split("\n")
    start = lines.index("Hela programtiden")
    assert [line.split() for line in lines[start + 3 : start + 6]] == [
        ["2020*", "4", "–", "▆▆▆▆▆▁", "12/14", "0+2", "▆▆▁▁▁▁", "4/10"],
        ["2021", "4", "▆▆▆▆▆▁", "10/13", "▆▆▆▆▁▁", "8/13", "3+3", "▆▁▁▁▁▁", "2/9"],
        ["2022", "4", "▆▆▁▁▁▁", "3/9", "▆▆▁▁▁▁", "3/9", "5+6", "▆▆▁▁▁▁", "1/4"],
    ]


def test_a_bar_of_a_year_whose_time_runs_is_dotted_and_its_figure_stays(prostcli: Prostcli) -> None:
    out = prostcli("status", "--as-of", "2022-03-31").out
    line = next(line for line in out.split("\n") if line.startswith("2021"))
    # KF and T have decided 8; P is received, and L's last day is today.
    assert line.split()[-5:] == ["······", "8/13", "3+0", "······", "3/9"]
    assert "· tiden är inte ute för alla" in out


def test_activities_done_of_planned_in_every_year(prostcli: Prostcli) -> None:
    """From the table of what became of them in COUNTS.md of Nordhamn."""
    wanted = "▃▃▄▅ (2012 6/16, 2013 7/17, 2014 7/13, 2015 4/6)."
    for filters in ([], ["--year", "2012"], ["--due", "2016-01-01"]):
        out = prostcli("status", "--as-of", "2016-03-01", *filters, cwd=NORDHAMN).out
        assert f"Genomförda av planerade insatser år för år: {wanted}" in " ".join(out.split())
    out = prostcli("status", "--as-of", "2014-05-20", cwd=NORDHAMN).out
    assert "2013 8/17, 2014 0/13, 2015 –; · tiden är inte ute för alla)" in " ".join(out.split())
    assert "planerade insatser" not in prostcli("status", cwd=TOP).out


@pytest.mark.parametrize(
    ("n", "of", "sign", "plain", "as_bar"),
    [
        (0, 1, "▁", "_", "▁▁▁▁▁▁"), (0, 500, "▁", "_", "▁▁▁▁▁▁"),
        (1, 500, "▂", ":", "▆▁▁▁▁▁"), (1, 8, "▂", ":", "▆▁▁▁▁▁"), (1, 4, "▂", ":", "▆▆▁▁▁▁"),
        (1, 2, "▄", "=", "▆▆▆▁▁▁"), (499, 500, "▇", "=", "▆▆▆▆▆▁"), (1, 1, "█", "|", "▆▆▆▆▆▆"),
        (500, 500, "█", "|", "▆▆▆▆▆▆"),
    ],
)  # fmt: skip
def test_only_none_is_drawn_as_none_and_only_all_as_all(
    n: int, of: int, sign: str, plain: str, as_bar: str
) -> None:
    point = Point(2021, n, of, open=False)
    assert drawn([point], glyphs=True) == sign
    assert drawn([point], glyphs=False) == plain
    assert bar(n, of, is_open=False, glyphs=True) == as_bar
    assert bar(n, of, is_open=False, glyphs=False) == as_bar.replace("▆", "|").replace("▁", "_")


def test_what_has_no_share_to_draw_is_unlike_every_share() -> None:
    points = [
        Point(2020, 0, 0, open=False, silent=True),
        Point(2021, 0, 3, open=True, silent=True),
        Point(2022, 0, 3, open=False, silent=True),
    ]
    assert drawn(points, glyphs=True) == "–·░"
    assert drawn(points, glyphs=False) == "^.~"
    assert bar(1, 3, is_open=True, glyphs=False) == "......"


def test_the_readme_explains_the_signs_that_are_drawn() -> None:
    told = (TOP / "README.md").read_text(encoding="utf-8")
    assert f"`{OPEN}`: somebody still has time; `{SILENT}`: nobody of the N has" in told
    assert f"`{NOBODY}`: N is 0" in told
    stand_ins = " ".join(writable(sign, glyphs=False) for sign in (OPEN, SILENT, NOBODY))
    assert f"they are `{' '.join(ASCII_RAMP)}` and `{stand_ins}`." in told


def test_no_sign_means_one_thing_in_the_matrix_and_another_here(
    stockholm_workspace: Workspace, lindvik_workspace: Workspace
) -> None:
    """But for time that runs, which is the same thing in both."""
    material = [
        e.material
        for w in (stockholm_workspace, lindvik_workspace)
        for e in w.editions.values()
        if e.material
    ]
    outcomes = [o for m in material for scale in m.programme.scales.values() for o in scale]
    marks = [m for code in LANGUAGES for s, m in language(code).marks.items() if s != "upcoming"]
    ours = (NOBODY, SILENT, FULL, REST, OPEN)
    glyphs = {m.glyph for m in marks} | {o.glyph for o in outcomes}
    assert {*RAMP, *ours}.isdisjoint(glyphs)
    plain = {*ASCII_RAMP, *(writable(sign, glyphs=False) for sign in ours)}
    assert plain.isdisjoint({m.ascii for m in marks} | {o.ascii for o in outcomes})
    assert len({writable(sign, glyphs=False) for sign in ours}) == len(ours)


def test_in_ascii_the_courses_have_stand_ins(program: Program) -> None:
    command = ("status", "--year", "2021", "--as-of", "2022-04-01", "--lang", "en")
    out = program(*command, env={"PYTHONIOENCODING": "ascii"}).stdout.decode("ascii")
    assert "  20-22  State" in out
    found = re.findall(r"^(\w\.\d) .* \d/\d  (.{3})    \S", out, re.MULTILINE)
    assert found == [
        ("a.1", "=:."), ("a.2", "=|^"), ("a.3", "_|."), ("b.1", "=_^"),
        ("1.1", "=_."),
    ]  # fmt: skip
    assert "_ none, | all, . the time is not up for all, ^ N is 0" in " ".join(out.split())


@pytest.mark.parametrize("columns", [40, 60, 80, 110, 200])
@pytest.mark.parametrize("cwd", [NORDHAMN, LINDVIK, TOP], ids=["nordhamn", "lindvik", "stockholm"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_pictures_fit(
    prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch, columns: int, cwd: Path, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = prostcli("status", "--as-of", "2014-04-01", "--lang", lang, cwd=cwd).out
    assert [line for line in out.split("\n") if width(line) > columns] == []
    heads = {NORDHAMN: "12–15", LINDVIK: "20–22", TOP: "06–10"}
    assert (f"  {heads[cwd]}  " in out) is (columns >= 60)
    if columns != 60:  # where it depends on the figures
        assert ("▁▁▁▁▁▁ " in out or "······ " in out) is (columns >= 80)
