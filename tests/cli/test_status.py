from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.selection import Selection
from prostcli.language import Language, language
from prostcli.output.screen import Screen
from prostcli.output.status.table import table
from prostcli.output.status.view import StatusView, status_view
from prostcli.output.text import width
from prostcli.usecases import view

from .conftest import LINDVIK, TOP, Prostcli

AS_OF = ("--as-of", "2022-04-01")


def test_the_table_of_a_year(prostcli: Prostcli) -> None:
    """Every mark below was placed by hand from tests/lindvik/COUNTS.md."""
    ran = prostcli("status", "--year", "2021", *AS_OF)
    assert ran.status == 0
    assert ran.err == ""
    lines = ran.out.split("\n")
    start = lines.index("År 2021")
    assert lines[start + 1 : start + 10] == [
        "                   a      b    1",
        "Nämnd eller bolag  1 2 3  1 2  1 2  Nått",
        "────────────────────────────────────────",
        # a.1 unseen, a.2 voluntary, a.3 reached, b.1 begun; b.2 begun, in no share
        "Kultur och fritid  ? + ●  ◔ ◔        1/3",
        # a.1 without fault, a.2 reached (the correction comes in June), b.2 reached, 1.1 begun
        "Teknik             ◉ ●      ●  ◔     2/3",
        "Park               ◌        ◌        0/1",
        "Lindvikshus          ◆    ! !  !     0/2",
        "● I mål   ◔ På väg   ◉ Besiktigat utan fel   ? Inte besiktigat",
        "◆ Slutförd tidigare   ◌ Ej nämndbeslutad   ! Redovisning saknas",
    ]


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("cwd", [LINDVIK, TOP], ids=["lindvik", "stockholm"])
def test_no_line_is_wider_than_the_screen(
    prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch, columns: int, cwd: Path
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = prostcli("status", *AS_OF, "--lang", "sv", cwd=cwd)
    assert ran.status == 0 or cwd == TOP
    assert [line for line in ran.out.split("\n") if width(line) > columns] == []


def _view(lang: str) -> tuple[StatusView, Language]:
    seen = view(TOP / "examples/nordhamn", date(2016, 6, 1), None)
    words = language(lang)
    return status_view(seen.assessment, Selection(), words, seen.unread), words


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_heads_and_cells_line_up_however_narrow(lang: str) -> None:
    """Read as a person does: what stands below the number of a measure is its sign."""
    shown, words = _view(lang)
    for columns in range(30, 81):
        lines = table(shown, words, Screen(columns, colour=False, glyphs=True)).split("\n")
        for matrix in shown.matrices:
            begin = lines.index(words.term("status-year", year=matrix.year))
            read = _signs_below_heads(lines[begin + 1 :], len(matrix.rows))
            marks = {status: mark.glyph for status, mark in matrix.legend}
            expected = [
                {
                    column.obligation: marks[status]
                    for column, status in zip(matrix.columns, row.statuses, strict=True)
                    if status is not None
                }
                for row in matrix.rows
            ]
            assert read == expected, (columns, matrix.year)


def _signs_below_heads(lines: list[str], boards: int) -> list[dict[str, str]]:
    """By measure what stands in its column, a board at a time, in all parts of a matrix."""
    read: list[dict[str, str]] = [{} for _ in range(boards)]
    while len(lines) > 2 and lines[2].startswith("──"):
        sections = [(m.start(), m[0]) for m in re.finditer(r"\S+", lines[0])]
        heads = [(m.start(), m[0]) for m in re.finditer(r"\S+", lines[1])]
        numbers = {
            at: next(s for start, s in reversed(sections) if start <= at) + f".{head}"
            for at, head in heads[:-1]
            if at >= sections[0][0]
        }
        for board, line in zip(read, lines[3 : 3 + boards], strict=True):
            for at, sign in enumerate(line):
                if sections[0][0] <= at <= max(numbers) and sign != " ":
                    assert numbers.get(at) not in board
                    board[numbers[at]] = sign
            assert re.search(r" (\d+/\d+|–)$", line)
        lines = lines[3 + boards :]
    return read


def test_every_board_and_measure_is_shown_however_narrow(
    prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = prostcli("status", *AS_OF, "--year", "2010", cwd=TOP).out
    for section in ("5.1", "5.2", "5.3", "5.4", "5.5"):
        assert f" {section}" in out


def test_json_has_the_shape_of_the_contract(prostcli: Prostcli) -> None:
    ran = prostcli("status", "--format", "json", *AS_OF)
    whole = json.loads(ran.out)
    assert (whole["version"], whole["programme"], whole["as_of"]) == (1, "2020-2022", "2022-04-01")
    assert len(whole["cells"]) == 38
    assert whole["unassigned"] == ["1.2"]
    cell = next(
        c
        for c in whole["cells"]
        if (c["obligation"], c["board"], c["year"]) == ("a.1", "teknik", 2021)
    )
    basis = cell.pop("basis")
    sources = cell.pop("sources")
    assert cell == {
        "obligation": "a.1",
        "board": "teknik",
        "year": 2021,
        "expected": {"plan": True, "report": True},
        "due": {"plan": "2021-01-31", "report": "2022-03-31"},
        "bound": {"from": "2021-01-01", "to": "2021-06-30"},
        "plan": "decided",
        "report": "decided",
        "outcome": "without-fault",
        "preliminary": None,
        "status": "without-fault",
        "older_text": [],
    }
    assert [b["kind"] for b in basis] == ["group", "until-transfer"]
    for source in (*basis, *sources):
        line = (
            (LINDVIK / source["path"]).read_text(encoding="utf-8").split("\n")[source["line"] - 1]
        )
        assert line.strip()
    text = (LINDVIK / sources[1]["path"]).read_text(encoding="utf-8").split("\n")
    assert text[sources[1]["line"] - 1].strip() == "- obligation: a.1"
    summary = whole["summary"]["2022"]
    assert summary["status"] == {
        "planned": 1, "no-activity": 1, "upcoming": 1, "plan-overdue": 5, "settled": 2,
    }  # fmt: skip
    # KF 2, P's b.2 and L's b.2 and 1.1; L's a.2 is settled, T's decided, P's a.1 a draft.
    assert summary["plan"] == {
        "not-expected": 1, "not-due": 0, "overdue": 5, "invalid": 0, "draft": 1, "received": 0,
        "decided": 3,
    }  # fmt: skip


def test_csv_has_every_cell_and_the_columns_of_the_contract(prostcli: Prostcli) -> None:
    ran = prostcli("status", "--format", "csv", *AS_OF)
    rows = list(csv.reader(io.StringIO(ran.out)))
    assert ",".join(rows[0]) == (
        "programme,as_of,obligation,board,year,plan_expected,report_expected,plan_due,report_due,"
        "plan,report,outcome,preliminary,status,path,line"
    )
    assert len(rows) == 39
    assert "\r" not in ran.out
    row = next(r for r in rows if r[2:5] == ["a.1", "park", "2021"])
    assert row[5:14] == [
        "true", "true", "2021-07-01", "2022-03-31", "decided", "received", "", "without-fault",
        "report-received",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "cells"),
    [
        (["--year", "2020"], 14),
        (["--year", "2020", "--year", "2022"], 24),
        (["--board", "teknik"], 11),
        (["--obligation", "a.1"], 6),
        (["--section", "b"], 16),
        (["--status", "settled"], 3),
        (["--status", "plan-overdue", "--year", "2022"], 5),
        # Due by the day of the question and not handed in: F's and T's are; K's two are not.
        (["--due", "2021-03-31", "--year", "2020"], 2),
    ],
)
def test_filters_are_exact_and_may_be_repeated(
    prostcli: Prostcli, filters: list[str], cells: int
) -> None:
    whole = json.loads(prostcli("status", "--format", "json", *AS_OF, *filters).out)
    assert len(whole["cells"]) == cells


@pytest.mark.parametrize(
    ("label", "same"),
    [
        (["--board", "Tekniska nämnden"], ["--board", "teknik"]),
        (["--board", "TEKNIK"], ["--board", "teknik"]),
        (["--status", "Redovisning saknas"], ["--status", "report-overdue"]),
        (["--status", "report missing"], ["--status", "report-overdue"]),
        (["--status", "i  mål"], ["--status", "reached"]),
        (["--status", "Besiktigat utan fel"], ["--status", "without-fault"]),
        (["--obligation", "besiktning av lekplatser"], ["--obligation", "a.1"]),
    ],
)
def test_a_label_in_either_language_is_as_good_as_an_id(
    prostcli: Prostcli, label: list[str], same: list[str]
) -> None:
    asked = prostcli("status", "--format", "csv", *AS_OF, *label)
    by_id = prostcli("status", "--format", "csv", *AS_OF, *same)
    assert (asked.status, asked.err) == (0, "")
    assert asked.out == by_id.out
    assert asked.out.count("\n") > 1


def test_a_status_is_looked_for_in_every_year(prostcli: Prostcli) -> None:
    out = prostcli("status", "--status", "settled", *AS_OF).out
    years = [line for line in out.split("\n") if line.startswith("År 2")]
    assert years == ["År 2021", "År 2022"]  # a.2: L from 2021, and T's of 2021 from 2022


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_what_is_late_is_told_whatever_status_is_looked_for(prostcli: Prostcli, form: str) -> None:
    late = [
        line for line in _flat(prostcli("status", "--format", form, *AS_OF).out) if "senast" in line
    ]
    assert len(late) == 4
    out = prostcli("status", "--status", "reached", "--format", form, *AS_OF).out
    assert [line for line in _flat(out) if "senast" in line] == late


def _flat(out: str) -> list[str]:
    """The items of the lists, each on a line."""
    return re.sub(r"\n {4,}", " ", out).split("\n")


def test_a_measures_share_is_of_all_its_cells_whatever_status_is_looked_for(
    prostcli: Prostcli,
) -> None:
    out = prostcli("status", "--status", "reached", "--year", "2021", *AS_OF).out
    assert "Teknik               ●      ●        2/3" in out


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_a_year_without_anything_names_those_that_have(prostcli: Prostcli, form: str) -> None:
    out = prostcli("status", "--board", "fritid", "--format", form, *AS_OF).out
    assert "Inget att visa för 2022 av det som valts, men väl för 2020" in out
    out = prostcli("status", "--status", "plan-invalid", "--format", form, *AS_OF).out
    assert "Inget att visa för de val som gjorts." in out


def test_what_is_due_by_a_day_and_not_handed_in(prostcli: Prostcli) -> None:
    out = prostcli("status", "--due", "2022-01-31", "--as-of", "2022-01-10").out
    assert "plan 2022, senast 31 januari 2022: Kultur och fritid, Teknik, Park" in out
    assert "redovisning 2020, senast 31 mars 2021: Kultur" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--board", "tekniks"], "Menade du teknik?"),
        (["--obligation", "a.9"], "Det finns ingen åtgärd a.9."),
        (["--section", "x"], "Det finns inget avsnitt x."),
        (["--status", "overdue"], "Det finns inget läge overdue."),
        (["--year", "2019"], "Programmet gäller inte 2019."),
        (["--year", "twenty"], "twenty är inget årtal."),
        (["--as-of", "2022-02-30"], "2022-02-30 är ingen dag som finns."),
        (["--format", "xml"], "Formatet xml finns inte."),
        (["--programme", "2020"], "Programmet 2020 finns inte."),
        (["--lang", "fi"], "Språket fi finns inte."),
        (["--bord", "teknik"], "Väljaren --bord finns inte. Menade du --board?"),
        (["--year"], "Väljaren --year behöver ett värde."),
        (["extra"], "För många ord på kommandoraden: extra."),
    ],
)
def test_a_slip_on_the_command_line_is_told_and_nothing_is_shown(
    prostcli: Prostcli, arguments: list[str], said: str
) -> None:
    ran = prostcli("status", *arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_file_that_cannot_be_read_is_named_first_and_counted_nowhere(
    prostcli: Prostcli, copied: Path
) -> None:
    report = copied / "reports" / "2020-2022" / "teknik" / "2022-report.yaml"
    report.write_text(report.read_text(encoding="utf-8") + "  - broken: [\n", encoding="utf-8")
    ran = prostcli("status", "--as-of", "2023-04-01", cwd=copied)
    assert ran.status == 1
    head = ran.out.split("År 2022")[0]
    assert "reports/2020-2022/teknik/2022-report.yaml" in head
    whole = prostcli("status", "--as-of", "2023-04-01", "--format", "json", cwd=copied)
    assert whole.status == 1
    cells = json.loads(whole.out)
    states = {c["status"] for c in cells["cells"] if (c["board"], c["year"]) == ("teknik", 2022)}
    # a.2: the report that settled it was corrected, and 2022's cannot be read.
    assert states == {"report-invalid"}
    assert [f["path"] for f in cells["invalid"]] == ["reports/2020-2022/teknik/2022-report.yaml"]


def test_no_figure_is_given_from_a_programme_with_errors(prostcli: Prostcli, copied: Path) -> None:
    boards = copied / "program" / "2020-2022" / "boards.yaml"
    boards.write_text(
        boards.read_text(encoding="utf-8").replace("groups: [", "groups: [nobody, ", 1),
        encoding="utf-8",
    )
    ran = prostcli("status", cwd=copied)
    assert (ran.status, ran.out) == (2, "")
    assert "Gruppen nobody finns inte" in ran.err


def test_options_may_stand_before_and_after_the_command(prostcli: Prostcli, tmp_path: Path) -> None:
    before = prostcli("--root", str(LINDVIK), "--as-of", "2022-04-01", "status", cwd=tmp_path)
    after = prostcli("status", "--root", str(LINDVIK), "--as-of", "2022-04-01", cwd=tmp_path)
    assert before == after
    assert before.status == 0


def test_where_there_is_no_programme_it_says_so(prostcli: Prostcli, tmp_path: Path) -> None:
    ran = prostcli("status", cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert "Här finns inget program" in ran.err
    assert prostcli("status", "--root", str(tmp_path / "no"), cwd=tmp_path).status == 2


def test_markdown_is_a_document_of_its_own(prostcli: Prostcli) -> None:
    out = prostcli("status", "--format", "markdown", "--year", "2021", *AS_OF).out
    assert out.startswith("# Lek och fritid åt alla")
    assert "| Teknik | ◉ | ● |  |  | ● | ◔ |  | 2/3 |" in out
    tables = [line for line in out.split("\n") if line.startswith("|")]
    assert tables
    assert all(line.endswith("|") for line in tables)


def test_an_outcome_of_no_scale_is_named_first_and_counted_nowhere(
    prostcli: Prostcli, copied: Path
) -> None:
    path = copied / "reports/2020-2022/teknik/2022-report.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("outcome: reached", "outcome: complied", 1), encoding="utf-8")
    for command in ("status", "review", "show"):
        subject = ["teknik"] if command == "show" else []
        ran = prostcli(command, *subject, "--as-of", "2023-04-01", cwd=copied)
        assert ran.status == 1, command
        assert "teknik/2022-report.yaml" in ran.out + ran.err
    whole = json.loads(
        prostcli("status", "--as-of", "2023-04-01", "--format", "json", cwd=copied).out
    )
    states = {c["status"] for c in whole["cells"] if (c["board"], c["year"]) == ("teknik", 2022)}
    assert states == {"report-invalid"}


def test_a_misnamed_report_is_not_silence(prostcli: Prostcli, copied: Path) -> None:
    folder = copied / "reports/2020-2022/teknik"
    (folder / "2022-report.yaml").rename(folder / "2022-rapport.yaml")
    ran = prostcli("status", "--as-of", "2023-04-01", cwd=copied)
    assert ran.status == 1
    assert "teknik/2022-rapport.yaml" in ran.out.split("År 2022")[0]


def test_what_is_asked_for_by_a_day_to_come_is_not_called_late(prostcli: Prostcli) -> None:
    out = prostcli("status", "--as-of", "2022-01-10", "--due", "2022-01-31").out
    assert "Ska vara inlämnat senast 31 januari 2022 men är det inte" in out
    assert "Tiden har gått ut" not in out


def test_a_draft_past_its_day_is_told_as_not_handed_in(prostcli: Prostcli) -> None:
    out = prostcli("status", *AS_OF).out
    assert "plan 2022, senast 31 januari 2022: Kultur och fritid, Park*, Lindvikshus" in out
    assert "* Ett utkast finns" in out


def test_the_figures_rest_on_the_files_that_are_there_on_the_day(prostcli: Prostcli) -> None:
    # By 2021-03-31: KF's and T's plans and P's draft; the reports of L, F and T.
    out = prostcli("status", "--as-of", "2021-03-31").out
    assert "3 planer, 3 redovisningar och 2" in " ".join(out.split())


def test_an_annex_of_a_board_that_is_gone_points_to_the_next(prostcli: Prostcli) -> None:
    ran = prostcli("review", "--board", "kultur", "--year", "2021")
    assert (ran.status, ran.out) == (2, "")
    assert "Kulturnämnden fanns inte 2021. Menade du kultur-fritid?" in ran.err


def test_what_the_matrix_does_not_show_is_told_below_it(prostcli: Prostcli) -> None:
    out = " ".join(prostcli("status", "--as-of", "2023-05-01").out.split())
    assert "a.2 Teknik 2020–2021: På väg. Hinder 2021: Norrby föll bort" in out
    assert "1.2 Redskap att låna (frivilligt: Teknik 2020)" in out
    assert "Åtgärder som ingen nämnd har redovisat" not in out  # each has been, by someone


def test_a_measure_that_nobody_has_reported_is_named(prostcli: Prostcli) -> None:
    # Park's report of 2021 is only received, and that of 2022 is missing.
    out = prostcli("status", "--as-of", "2023-05-01", "--board", "park").out
    below = out[out.index("Åtgärder som ingen nämnd har redovisat något år") :].splitlines()
    assert [line.split()[0] for line in below[1:3]] == ["a.1", "b.2"]


@pytest.mark.parametrize(
    ("cwd", "day", "expected"),
    [
        # Counted by hand in the folders: files there, less one 2013-plan-2 and one 2013-report-2.
        (TOP / "examples" / "nordhamn", "2016-03-01", [31, 30, 5]),
        (LINDVIK, "2023-04-01", [5, 7, 2]),  # 2021-report-2 of teknik
        (TOP, "2010-07-01", [0, 0, 17]),
    ],
    ids=["nordhamn", "lindvik", "stockholm"],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_status_and_review_count_the_same_files(
    prostcli: Prostcli, cwd: Path, day: str, expected: list[int], lang: str
) -> None:
    """Those that count, and how many versions beside them do not."""
    beside = len([*cwd.glob("reports/*/*/*-[0-9].yaml")])
    kinds = {"sv": r"plan(?:er)?|redovisning(?:ar)?", "en": r"plans?|reports?"}[lang]
    more = {"sv": r"Ytterligare (\d+) version", "en": r"(\d+) more version"}[lang]
    ends = {"sv": r"nulägesbeskrivning|beskrivning(?:ar)? av nuläget", "en": "baseline"}[lang]
    at = ("--as-of", day, "--lang", lang)
    for command in (("status",), ("status", "--format", "markdown"), ("review",)):
        out = " ".join(prostcli(*command, *at, cwd=cwd).out.split())
        start = re.search(
            r"Siffrorna vilar|Dokumentet vilar|The figures rest|This document rest", out
        )
        assert start is not None
        told = out[start.end() :][:400]
        counts = re.search(rf"(\d+) (?:{kinds}), (\d+) (?:{kinds}) \w+ (\d+) (?:{ends})", told)
        assert counts is not None, told
        assert [int(n) for n in counts.groups()] == expected
        assert [int(n) for n in re.findall(more, told)] == ([beside] if beside else [])


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_note_calls_a_column_what_its_heading_does(lang: str) -> None:
    term = language(lang).term
    assert term("status-years-note").startswith(f"{term('missing-heading')}: ")
