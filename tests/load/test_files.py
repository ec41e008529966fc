"""What a file system can hold: only regular files inside the workspace are read, the rest told."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from prostcli.load import files
from prostcli.load.files import Unreadable, clashes, name_fault, native, read_inside
from prostcli.load.workspace import load
from prostcli.usecases import check
from tests.findings import DAY, lines_told
from tests.timing import within

BASE = Path(__file__).parent.parent / "cases" / "base"
PARK = "reports/2020-2021/park"
PLAN = f"{PARK}/2021-plan.yaml"
ELSEWHERE = "kind: plan\nboard: secret\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the workspace with a file whose words must never be seen."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "2021-plan.yaml").write_text(ELSEWHERE, encoding="utf-8")
    return folder


# --- what stands where a folder should


def _reports_is_a_link(root: Path) -> None:
    (root / "reports").rename(root / "elsewhere")
    (root / "reports").symlink_to(root / "elsewhere")


def _edition_is_a_link_out(root: Path) -> None:
    shutil.rmtree(root / "reports/2020-2021")
    (root / "reports/2020-2021").symlink_to(root.parent / "outside")


def _board_is_a_link_out(root: Path) -> None:
    shutil.rmtree(root / PARK)
    (root / PARK).symlink_to(root.parent / "outside")


def _program_is_a_link(root: Path) -> None:
    (root / "program").rename(root / "elsewhere")
    (root / "program").symlink_to(root / "elsewhere")


def _edition_of_the_programme_is_a_link(root: Path) -> None:
    (root / "program/2020-2021").rename(root / "elsewhere")
    (root / "program/2020-2021").symlink_to(root / "elsewhere")


def _reports_is_a_file(root: Path) -> None:
    shutil.rmtree(root / "reports")
    (root / "reports").write_text("x", encoding="utf-8")


def _reports_is_a_pipe(root: Path) -> None:
    shutil.rmtree(root / "reports")
    os.mkfifo(root / "reports")


def _board_is_a_loop(root: Path) -> None:
    shutil.rmtree(root / PARK)
    (root / PARK).symlink_to(root / PARK)


def _board_is_a_socket(root: Path) -> None:
    shutil.rmtree(root / PARK)
    here = Path.cwd()
    os.chdir(root / "reports/2020-2021")  # the path of a socket may be no longer than 108 bytes
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("park")
    finally:
        os.chdir(here)


def _board_is_a_file(root: Path) -> None:
    shutil.rmtree(root / PARK)
    (root / PARK).write_text("x", encoding="utf-8")


LINK = "PRO002 Det här är en länk, inte en fil."
NO_FILE = "PRO002 Det här är ingen vanlig fil."
NO_FOLDER = "PRO002 Här står en fil där det ska vara en mapp."
STRAY = "PRO503 Filnamnet säger inte vilken nämnd, vilket år och vad, så filen räknas inte."

INSTEAD_OF_FOLDERS: dict[str, tuple[Callable[[Path], None], str]] = {
    "reports is a link": (_reports_is_a_link, f"reports:1:1: {LINK}"),
    "reports is a file": (_reports_is_a_file, f"reports:1:1: {NO_FOLDER}"),
    "reports is a pipe": (_reports_is_a_pipe, f"reports:1:1: {NO_FILE}"),
    "an edition's reports are a link out": (
        _edition_is_a_link_out,
        f"reports/2020-2021:1:1: {LINK}",
    ),
    "a board's folder is a link out": (_board_is_a_link_out, f"{PARK}:1:1: {LINK}"),
    "a board's folder is a loop": (_board_is_a_loop, f"{PARK}:1:1: {LINK}"),
    "a board's folder is a socket": (_board_is_a_socket, f"{PARK}:1:1: {NO_FILE}"),
    "a board's folder is a file": (_board_is_a_file, f"{PARK}:1:1: {STRAY}"),
    "program is a link": (_program_is_a_link, f"program:1:1: {LINK}"),
    "an edition is a link": (
        _edition_of_the_programme_is_a_link,
        f"program/2020-2021:1:1: {LINK}",
    ),
}


@pytest.mark.parametrize("name", INSTEAD_OF_FOLDERS)
@pytest.mark.usefixtures("outside")
def test_what_stands_where_a_folder_should_is_told_and_not_followed(name: str, root: Path) -> None:
    build, expected = INSTEAD_OF_FOLDERS[name]
    build(root)
    lines = [line for line in lines_told(root) if " PRO508 " not in line]
    assert lines == [expected]
    assert not any("secret" in str(e) for e in load(root).editions.values())


# --- what changes hands while it is read


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_a_folder_swapped_for_a_link_is_not_read_through(
    depth: int, root: Path, outside: Path
) -> None:
    """The path was listed; then one of its folders, or the file, became a link to elsewhere."""
    steps = PLAN.split("/")
    (root / PLAN).write_text("kind: plan\n", encoding="utf-8")
    assert read_inside(root, PLAN, 1024) == b"kind: plan\n"
    copy = outside.joinpath(*steps[1:])
    copy.parent.mkdir(parents=True)
    copy.write_text(ELSEWHERE, encoding="utf-8")
    swapped = root.joinpath(*steps[:depth])
    swapped.rename(root / "moved")
    swapped.symlink_to(outside.joinpath(*steps[1:depth]))
    assert (root / PLAN).read_text(encoding="utf-8") == ELSEWHERE  # as a plain open would
    with pytest.raises(Unreadable) as caught:
        read_inside(root, PLAN, 1024)
    assert (caught.value.code, caught.value.facts) == ("PRO002", {"variant": "link"})


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_where_folders_cannot_be_opened_one_from_the_other(
    depth: int, root: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows."""
    monkeypatch.setattr(os, "supports_dir_fd", set())
    assert read_inside(root, PLAN, 99999) == (root / PLAN).read_bytes()
    steps = PLAN.split("/")
    copy = outside.joinpath(*steps[1:])
    copy.parent.mkdir(parents=True)
    copy.write_text(ELSEWHERE, encoding="utf-8")
    swapped = root.joinpath(*steps[:depth])
    swapped.rename(root / "moved")
    swapped.symlink_to(outside.joinpath(*steps[1:depth]))
    with pytest.raises(Unreadable) as caught:
        read_inside(root, PLAN, 1024)
    assert (caught.value.code, caught.value.facts) == ("PRO002", {"variant": "link"})


def test_the_root_itself_may_be_reached_through_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    assert check(load(tmp_path / "link", watchful=True), DAY) == []


@pytest.mark.parametrize("kind", ["gone", "a pipe", "a folder"])
def test_a_file_that_became_something_else_after_it_was_listed(kind: str, root: Path) -> None:
    (root / PLAN).unlink()
    if kind == "a pipe":
        os.mkfifo(root / PLAN)
    elif kind == "a folder":
        (root / PLAN).mkdir()
    with within(2), pytest.raises(Unreadable) as caught:
        read_inside(root, PLAN, 1024)
    expected = {
        "gone": ("PRO001", "gone"), "a pipe": ("PRO002", None), "a folder": ("PRO002", "folder"),
    }  # fmt: skip
    assert (caught.value.code, caught.value.facts.get("variant")) == expected[kind]


# --- names

NAMES: dict[str, tuple[bytes, str]] = {
    "a line end": (b"a\nb", "Namnet har ett tecken som inte syns (U+000A)"),
    "a tab": (b"2021-plan\t", "Namnet har ett tecken som inte syns (U+0009)"),
    "an escape": (b"\x1b[31m", "Namnet har ett tecken som inte syns (U+001B)"),
    "delete": (b"2021-plan\x7f", "Namnet har ett tecken som inte syns (U+007F)"),
    "text turned round": (
        "2021-\u202enalp".encode(),
        "Namnet har ett tecken som inte syns (U+202E RIGHT-TO-LEFT OVERRIDE)",
    ),
    "a zero width space": (
        "2021-plan\u200b".encode(),
        "Namnet har ett tecken som inte syns (U+200B ZERO WIDTH SPACE)",
    ),
    "a soft hyphen": (
        "2021-\u00adplan".encode(),
        "Namnet har ett tecken som inte syns (U+00AD SOFT HYPHEN)",
    ),
    "a no-break space": (
        "2021\u00a0plan".encode(),
        "Namnet har ett tecken som inte syns (U+00A0 NO-BREAK SPACE)",
    ),
    "tags": (
        "2021-plan\U000e0041".encode(),
        "Namnet har ett tecken som inte syns (U+E0041 TAG LATIN CAPITAL LETTER A)",
    ),
    "Windows-1252": (b"\xe5r", "Namnet är inte UTF-8 (byte 0xE5)"),
    "å as two characters": (
        unicodedata.normalize("NFD", "plan på").encode(),
        "Namnet har en bokstav som är skriven som två tecken (NFD)",
    ),
    "a device of Windows": (b"con.txt", "Windows tar inte emot namnet con.txt"),
    "a port of Windows": (b"LPT1", "Windows tar inte emot namnet LPT1"),
    "a colon": (b"2021:plan", "Windows tar inte emot namnet 2021:plan"),
    "a dot at the end": (b"2021-plan.", "Windows tar inte emot namnet 2021-plan."),
    "a space at the end": (b"2021-plan ", "Windows tar inte emot namnet 2021-plan "),
    "a backslash": (b"2021\\plan", "Windows tar inte emot namnet 2021\\plan"),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("of", ["a file", "a folder"])
def test_a_name_that_not_every_computer_can_hold_or_show_is_told(
    name: str, of: str, root: Path
) -> None:
    raw, said = NAMES[name]
    path = Path(os.fsdecode(os.fsencode(root / PARK) + b"/" + raw))
    if of == "a folder":
        path.mkdir()
        path /= "2021-plan.yaml"
    path.write_text(ELSEWHERE, encoding="utf-8")
    (line,) = lines_told(root)
    assert line.partition(":1:1: ")[2] == f"PRO514 {said}, så filen läses inte."
    assert all(c.isprintable() or c in "\u00ad\u00a0" for c in line)


@pytest.mark.parametrize(
    "path",
    [
        "reports/2006-2010/farsta/2007-plan.yaml", "reports/plan för park.yaml",
        "reports/README.md", "reports/конец/x.yaml", "reports/console/com.yaml",
        "reports/auxiliary/lpt.yaml",
        "reports/å ä ö.yaml", "reports/a.b.c", "reports/한국.yaml",
    ],
)  # fmt: skip
def test_other_names_are_no_fault_by_themselves(path: str) -> None:
    assert name_fault(path) is None


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (["2021-Plan.yaml"], {"2021-Plan.yaml": "2021-plan.yaml"}),
        (["2021-PLAN.yaml", "2021-Plan.yaml"], {
            "2021-PLAN.yaml": "2021-plan.yaml", "2021-Plan.yaml": "2021-plan.yaml"}),
        (["å.yaml", "a\u030a.yaml"], {"a\u030a.yaml": "å.yaml"}),
        (["Å.yaml", "å.yaml"], {"Å.yaml": "å.yaml"}),
        (["STRASSE", "straße"], {"straße": "STRASSE"}),
        (["A", "B", "c"], {}),
    ],
)  # fmt: skip
def test_names_that_some_computers_take_for_each_other(
    others: list[str], told: dict[str, str]
) -> None:
    paths = [f"{PARK}/{n}" for n in ["2021-plan.yaml", "2021-report.yaml", *others]]
    expected = {f"{PARK}/{a}": f"{PARK}/{b}" for a, b in told.items()}
    assert clashes(paths) == clashes(reversed(paths)) == expected


def test_folders_that_some_computers_take_for_each_other() -> None:
    paths = ["reports/Ed/park/a.yaml", "reports/ed/Park/b.yaml", "reports/ed/park/c.yaml"]
    assert clashes(paths) == {
        "reports/Ed/park/a.yaml": "reports/ed",
        "reports/ed/Park/b.yaml": "reports/ed/park",
    }


def test_names_that_clash_are_told_and_the_plain_one_is_read(root: Path) -> None:
    shutil.copytree(root / PARK, root / "reports/2020-2021/PARK")
    (root / PARK / "2021-PLAN.yaml").write_text(ELSEWHERE, encoding="utf-8")
    said = "PRO515 På många datorer är det här samma sökväg som {}, så filen läses inte."
    assert lines_told(root) == [
        f"reports/2020-2021/PARK/2021-plan.yaml:1:1: {said.format(PARK)}",
        f"reports/2020-2021/PARK/2021-report.yaml:1:1: {said.format(PARK)}",
        f"{PARK}/2021-PLAN.yaml:1:1: {said.format(PLAN)}",
    ]


def test_paths_are_the_same_whatever_the_locale(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an old locale Python has each byte of å as a lone surrogate: the tool has å."""
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: "ascii")
    monkeypatch.setattr(os, "fsencode", lambda p: str(p).encode("ascii", "surrogateescape"))
    monkeypatch.setattr(os, "fsdecode", lambda p: p.decode("ascii", "surrogateescape"))
    assert files.known("p\udcc3\udca5.yaml") == "på.yaml"
    assert native("på.yaml") == "p\udcc3\udca5.yaml"
    assert native(files.known("\udce5.yaml")) == "\udce5.yaml"
    assert check(load(root, watchful=True), DAY) == []


# --- bombs


def test_five_thousand_folders_in_each_other(root: Path) -> None:
    here = os.open(root / PARK, os.O_RDONLY)
    for _ in range(5000):
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    with within(2):
        (line,) = lines_told(root)
    deep = "/".join([PARK, *"d" * 14])
    assert line == f"{deep}:1:1: PRO002 Den här mappen ligger för djupt: inget i den läses."
    _unbuild(root / PARK / "d")


def _unbuild(top: Path) -> None:
    """Take away what `rmtree` cannot: it would recurse."""
    while (top / "d").exists():
        second = top / "d"
        second.rename(top.with_name("moved"))
        top.rmdir()
        top.with_name("moved").rename(top)
    top.rmdir()


def test_folders_with_the_longest_names(root: Path) -> None:
    """Sixteen of them make a path longer than the system takes."""
    here = os.open(root / PARK, os.O_RDONLY)
    for _ in range(15):
        os.mkdir("d" * 255, dir_fd=here)
        inner = os.open("d" * 255, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    (line,) = lines_told(root)
    assert "PRO00" in line


@pytest.mark.slow
def test_a_hundred_thousand_entries(root: Path) -> None:
    for number in range(100_000):
        os.mknod(root / PARK / f"x{number}")
    with within(10):
        found = check(load(root, watchful=True), DAY)
    assert len(found) == 100_000
    assert {d.code for d in found} == {"PRO503"}
