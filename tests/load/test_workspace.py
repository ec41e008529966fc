from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prostcli.errors import ProstError
from prostcli.load.files import Unreadable, read_bytes
from prostcli.load.workspace import edition_on, find_root, load, select, slot_of, span_of
from prostcli.load.yaml import PROGRAMME_LIMITS, Spans, read
from prostcli.output.full import full
from prostcli.source import START_OF_FILE, Place, Span
from prostcli.usecases import check
from tests.findings import DAY, told
from tests.properties import examples
from tests.timing import within

from .conftest import LINDVIK, break_one

CASES = LINDVIK.parent / "cases"
FARSTA = "reports/2006-2010/farsta"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASES / "base", tmp_path / "root"))


# --- which files


@pytest.mark.parametrize(
    ("name", "slot"),
    [
        ("2007-plan.yaml", ("farsta", 2007, "plan", 1)),
        ("2007-report-2.yaml", ("farsta", 2007, "report", 2)),
        ("2007-report-12.yaml", ("farsta", 2007, "report", 12)),
        ("2006-baseline.yaml", ("farsta", 2006, "baseline", 1)),
        ("2007-report-1.yaml", None),
        ("2007-report-02.yaml", None),
        ("2007-report-100.yaml", None),
        ("2007-report.yml", None),
        ("2007-Report.yaml", None),
        ("07-report.yaml", None),
        ("2007-report.yaml.bak", None),
        ("2007-report.yaml\n", None),
        ("٢٠٠٧-report.yaml", None),
        ("older/2007-report.yaml", None),
    ],
)
def test_a_path_says_what_a_file_is(name: str, slot: tuple[str, int, str, int] | None) -> None:
    found = slot_of(f"{FARSTA}/{name}")
    assert (found and (found.board, found.year, found.kind, found.version)) == slot


def test_the_root_is_the_nearest_folder_upward_with_a_programme(root: Path) -> None:
    deep = root / "reports/2020-2021/park"
    assert find_root(deep) == root
    assert find_root(root) == root
    with pytest.raises(ProstError) as caught:
        find_root(root.parent)
    assert caught.value.code == "no-workspace"


@pytest.mark.parametrize("what", ["nothing", "an empty folder", "a file"])
def test_without_an_edition_there_is_no_programme(tmp_path: Path, what: str) -> None:
    if what != "nothing":
        (tmp_path / "program").mkdir()
    if what == "a file":
        (tmp_path / "program/notes.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ProstError) as caught:
        load(tmp_path)
    assert caught.value.code == "no-programme"


def test_a_workspace_without_reports_is_sound(root: Path) -> None:
    shutil.rmtree(root / "reports")
    workspace = load(root)
    assert workspace.diagnostics == ()
    assert len(workspace.files) == 5


def test_the_files_that_may_be_left_out(root: Path) -> None:
    for name in ("duties", "review"):
        (root / f"program/2020-2021/{name}.yaml").unlink()
    for path in (root / "reports").rglob("*-report.yaml"):
        path.unlink()
    workspace = load(root)
    assert check(workspace, DAY) == []
    material = workspace.editions["2020-2021"].material
    assert material is not None
    assert material.duties_file.value.duties == ()
    assert material.review_file is None


def test_the_edition_of_a_day() -> None:
    workspace = load(LINDVIK)
    for day in (date(2020, 4, 1), date(2022, 12, 31), date(1999, 1, 1), date(2050, 1, 1)):
        assert edition_on(workspace, day).name == "2020-2022"
    with pytest.raises(ProstError) as caught:
        edition_on(workspace, date(2020, 4, 1), "2020-2023")
    assert caught.value.facts["near"] == "2020-2022"


def test_two_editions_each_have_their_days(root: Path) -> None:
    later = root / "program/2022-2023"
    shutil.copytree(root / "program/2020-2021", later)
    path = later / "programme.yaml"
    text = path.read_text(encoding="utf-8").replace("edition: 2020-2021", "edition: 2022-2023")
    text = text.replace("from: 2020-01-01, to: 2021-12-31", "from: 2022-01-01, to: 2023-12-31")
    path.write_text(text, encoding="utf-8")
    workspace = load(root)
    assert check(workspace, DAY) == []
    for day, name in {
        "2021-12-31": "2020-2021", "2022-01-01": "2022-2023", "2019-01-01": "2022-2023",
    }.items():  # fmt: skip
        assert edition_on(workspace, date.fromisoformat(day)).name == name


@pytest.mark.parametrize(
    ("given", "here", "files"),
    [
        (".", ".", 8),
        ("reports", ".", 3),
        ("park", "reports/2020-2021", 2),
        ("reports/2020-2021/park", "reports/2020-2021", 2),
        ("../hus", "reports/2020-2021/park", 1),
        ("..", "reports/2020-2021/park", 3),
        ("reports/2020-2021/park/2021-plan.yaml", ".", 1),
        ("reports/2020-2021/park/../hus/2020-baseline.yaml", ".", 1),
        ("program/2020-2021/", ".", 5),
    ],
)
def test_a_path_is_looked_for_from_here_then_from_the_root(
    root: Path, given: str, here: str, files: int
) -> None:
    wanted, missing = select(load(root), [Path(given)], root / here)
    assert (len(wanted), missing) == (files, [])


def test_a_folder_above_the_root_means_everything(root: Path) -> None:
    workspace = load(root)
    assert select(workspace, [root.parent], root) == (set(workspace.files), [])


# --- bytes


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 1024)
    assert read_bytes(path, 1024) == b"x" * 1024
    path.write_bytes(b"x" * 1025)
    with pytest.raises(Unreadable) as caught:
        read_bytes(path, 1024)
    assert (caught.value.code, caught.value.facts) == ("PRO003", {"limit": 1})


def test_a_file_that_tells_no_size_is_read_to_the_limit() -> None:
    """Files in /proc say that they are empty."""
    assert b"Linux" in read_bytes("/proc/version", 4096)
    with pytest.raises(Unreadable) as caught:
        read_bytes("/proc/self/environ", 1)
    assert caught.value.code == "PRO003"


@pytest.mark.parametrize(
    ("path", "code", "variant"),
    [
        ("/dev/zero", "PRO002", None),
        ("/proc", "PRO002", "folder"),
        ("/nowhere", "PRO001", "gone"),
        ("/dev/null/x", "PRO002", "folder"),
    ],
)
def test_what_is_no_file_is_not_read(path: str, code: str, variant: str | None) -> None:
    with pytest.raises(Unreadable) as caught:
        read_bytes(path, 1024)
    assert (caught.value.code, caught.value.facts.get("variant")) == (code, variant)


# --- places

TEXT = """\
kind: plan
decision: {date: 2007-01-01, by: farsta}
entries:
  - obligation: a.1
    activities:
      - id: x
        also: [b.1, b.2]
  - {}
answers: []
"""


@pytest.mark.parametrize(
    ("place", "span"),
    [
        (Place("x", ("kind",)), Span(1, 7, 1, 11)),
        (Place("x", ("kind",), on_key=True), Span(1, 1, 1, 5)),
        (Place("x", ("decision", "by")), Span(2, 34, 2, 40)),
        (Place("x", ("decision", "by"), on_key=True), Span(2, 30, 2, 32)),
        # A key that is not there: the first key beside which it would stand.
        (Place("x", ("decision", "how"), on_key=True), Span(2, 12, 2, 16)),
        (Place("x", ("year",), on_key=True), Span(1, 1, 1, 5)),
        # A mapping or a list: its first key or item, so that no mark runs over several lines.
        (Place("x", ("entries", 0)), Span(4, 5, 4, 15)),
        (Place("x", ("entries",)), Span(4, 5, 4, 15)),
        (Place("x", ("entries", 0, "activities", 0)), Span(6, 9, 6, 11)),
        (Place("x", ("entries", 0, "activities", 0, "also")), Span(7, 16, 7, 19)),
        (Place("x", ("entries", 0, "activities", 0, "also", 1)), Span(7, 21, 7, 24)),
        (Place("x", ("entries", 1)), Span(8, 5, 8, 7)),
        (Place("x", ("answers",)), Span(9, 10, 9, 12)),
        (Place("x", ("answers", 3, "text")), Span(9, 10, 9, 12)),
        (Place("x", ()), Span(1, 1, 1, 5)),
    ],
)
def test_where_a_place_is(place: Place, span: Span) -> None:
    spans = Spans.none()
    read(TEXT, PROGRAMME_LIMITS, spans)
    assert span_of(spans, place) == span


def test_a_place_in_a_file_without_text_is_its_start() -> None:
    assert span_of(Spans.none(), Place("x", ("a", 0))) == START_OF_FILE


def test_a_line_is_shown_also_where_it_cannot_be_read(root: Path) -> None:
    path = root / "reports/2020-2021/park/2021-plan.yaml"
    path.write_bytes(b"\xef\xbb\xbfkind: pl\xe4n\n\x1b\n")
    workspace = load(root)
    assert workspace.text("reports/2020-2021/park/2021-plan.yaml") == "kind: pl\ufffdn\n\x1b\n"
    assert workspace.text("reports/2020-2021/park/2099-plan.yaml") == ""


# --- the same files give the same answer


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_files_never_alters_the_result(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All faults of all cases in one workspace, listed in another order by the file system."""
    root = tmp_path / "root"
    shutil.copytree(LINDVIK, root)
    for number, case in enumerate(sorted(CASES.glob("PRO*/reports"))):
        for path in case.rglob("*.yaml"):
            to = root / "reports/2020-2022" / ("park" if number % 2 else "teknik")
            shutil.copy(path, to / f"{2000 + number}-{path.name.partition('-')[2]}")
    plain = load(root)
    expected = (check(plain, DAY), plain.files, plain.editions)
    whole = os.scandir

    @contextmanager
    def shuffled(path: Path) -> Iterator[list[os.DirEntry[str]]]:
        with whole(path) as entries:
            found = sorted(entries, key=lambda e: e.name)
        Random(seed).shuffle(found)  # noqa: S311
        yield found

    monkeypatch.setattr(os, "scandir", shuffled)
    again = load(root)
    assert (check(again, DAY), again.files, again.editions) == expected
    assert len(expected[0]) > 100


def test_neither_hash_seed_nor_zone_nor_language_nor_folder_alters_the_output(
    root: Path, tmp_path: Path
) -> None:
    shutil.copytree(CASES / "PRO401-unknown-id", root, dirs_exist_ok=True)
    (root / "reports/2020-2021/park/2021-plan-2.yaml").write_text("år: 1\n", encoding="utf-8")

    def output(**env: str) -> bytes:
        program = Path(sys.executable).parent / "prostcli"
        command = [str(program), "validate", "--output-format", "json", "--root", str(root)]
        whole = {"PATH": os.environ["PATH"], **env}
        ran = subprocess.run(command, capture_output=True, cwd=tmp_path, env=whole, check=False)
        assert (ran.returncode, ran.stderr) == (1, b"")
        return ran.stdout

    first = output(PYTHONHASHSEED="0", TZ="UTC", PYTHONUTF8="1")
    second = output(PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C.UTF-8", LANG="sv_SE.UTF-8")
    assert first == second


# --- whatever is broken, everything else is still checked

FILES = sorted(p.relative_to(CASES / "base").as_posix() for p in (CASES / "base").rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES)
@given(data=st.data())
@examples(25)
def test_no_broken_value_stops_the_check(
    path: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One to three values of a file are replaced or taken away; JSON is YAML."""
    root = tmp_path_factory.mktemp("broken") / "root"
    shutil.copytree(CASES / "base", root)
    value = read((root / path).read_text(encoding="utf-8"), PROGRAMME_LIMITS)
    for _ in range(data.draw(st.integers(1, 3))):
        break_one(value, data)
    (root / path).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    out = told(root, full)
    assert out.endswith(".\n")
    shutil.rmtree(root)


@pytest.mark.parametrize("path", FILES)
@given(junk=st.binary(max_size=60))
@examples(10)
def test_no_bytes_stop_the_check(
    path: str, junk: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("junk") / "root"
    shutil.copytree(CASES / "base", root)
    (root / path).write_bytes(junk)
    assert path in told(root, full)
    shutil.rmtree(root)


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("kind", ["[boards]", "{a: 1}", "7", "~", "nothing", "''"])
def test_a_kind_may_be_anything(path: str, kind: str, root: Path) -> None:
    lines = (root / path).read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if line.startswith("kind:"))
    lines[at] = f"kind: {kind}\n"
    (root / path).write_text("".join(lines), encoding="utf-8")
    assert f"{path}:{at + 1}:" in told(root)


def test_an_edition_with_one_broken_file_is_not_counted(root: Path) -> None:
    (root / "program/2020-2021/duties.yaml").write_text("kind: duty\n", encoding="utf-8")
    assert load(root).editions["2020-2021"].material is None


# --- faults by the thousand

HEAD = "kind: report\nboard: park\nyear: 2021\n"
MANY = {
    "unknown keys": HEAD + "".join(f"outcom{i}: 1\n" for i in range(9000)),
    "entries with nothing": HEAD + "entries: [" + "{}," * 19_000 + "]\n",
    "half entries": HEAD + "entries:\n" + "  - outcome: x\n" * 6000,
    "half entries on one line": HEAD + "entries: [" + "{outcome: x}," * 6000 + "]\n",
    "unknown partners": HEAD
    + 'entries:\n  - {obligation: "1.1", outcome: half, obstacles: x, partners: ['
    + "".join(f"polise{i}," for i in range(9000))
    + "]}\n",
}


@pytest.mark.parametrize("name", MANY)
def test_thousands_of_faults_are_found_in_time(name: str, root: Path) -> None:
    (root / "reports/2020-2021/park/2021-report.yaml").write_text(MANY[name], encoding="utf-8")
    with within(2):
        assert len(check(load(root, watchful=True), DAY)) >= 6000


def test_places_kept_at_once_are_those_that_are_looked_up_later(root: Path) -> None:
    folder = root / "reports/2020-2021/park"
    (folder / "2021-plan.yaml").write_text("kind: plan\nboard: [a\n", encoding="utf-8")
    (folder / "2021-report.yaml").write_bytes(b"kind: report # \xff\n")
    later, at_once = load(root), load(root, placed=True)
    assert at_once.diagnostics == later.diagnostics
    assert at_once.texts.keys() == set(later.files)
    for path in later.files:
        later.locate(Place(path))
    assert at_once.texts == later.texts
    assert at_once.texts["reports/2020-2021/park/2021-plan.yaml"].values
