"""Cases are folders: the files that differ from `base`, and what `validate` says of them.

To add one: a folder `CODE-name` in `tests/cases` with its files and `expected.txt`. `paper.txt` is
the paper for the quotations; `removed.txt` names files of `base` that are not there. What git
cannot hold, or nobody could read in a diff, is built in `RECIPES` below.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from prostcli.load.workspace import load, select
from prostcli.rules import CATALOGUE

from .findings import BASE, CASES, laid, lines_told
from .made_up import BORN, EARLY, HYPHENED, LAST, MASKED, PERSONAL

NAMES = sorted(p.name for p in CASES.iterdir() if p != BASE)
REPORT = "reports/2020-2021/park/2021-report.yaml"
REVIEW = "program/2020-2021/review.yaml"
ANOTHER = "reports/2020-2021/park/2021-report-2.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The programme that every case starts from."""
    return Path(shutil.copytree(BASE, tmp_path / "root"))


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_told_as_expected(name: str, root: Path) -> None:
    case = CASES / name
    paper = laid(root, case)
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert lines_told(root, paper) == expected


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_named_for_the_rule_that_it_fires(name: str) -> None:
    expected = (CASES / name / "expected.txt").read_text(encoding="utf-8")
    code, _, rest = name.partition("-")
    if code == "clean":
        assert expected == ""
    else:
        assert CATALOGUE[code].name == rest
        assert f" {code} " in expected


Recipe = Callable[[Path], object]


def _raw(data: bytes) -> Recipe:
    return lambda root: (root / ANOTHER).write_bytes(data)


def _edited(old: bytes, new: bytes) -> Recipe:
    def edit(root: Path) -> None:
        data = (root / REPORT).read_bytes()
        assert data.count(old) == 1
        later = data.replace(b"2022-02-10", b"2022-02-11")  # a correction comes after
        (root / ANOTHER).write_bytes(later.replace(old, new))

    return edit


def _correction_of_what_cannot_be_read(root: Path) -> None:
    _edited(LINE, LINE)(root)
    (root / REPORT).write_bytes(b"kind: a: b\n")


def _folder(root: Path) -> None:
    (root / ANOTHER).mkdir()
    (root / ANOTHER / "2021-report.yaml").write_text("kind: report\n", encoding="utf-8")


def _linked_folder(root: Path) -> None:
    (root / "reports/2020-2021/lank").symlink_to(root / "reports/2020-2021/park")


STRAY = "PRO503 Filnamnet säger inte vilken nämnd, vilket år och vad, så filen räknas inte."
UNSEEN = "PRO514 Namnet har ett tecken som inte syns (U+000A), så filen läses inte."
LINE = "Alla korgar töms.".encode()
NUMBER = "PRO601 Ett personnummer eller samordningsnummer."
NAMED = "PRO116 Det står ett personnummer i namnet på filen eller på en mapp som den ligger i."
AS_ID = "Det som står i {} är ett personnummer, och det kan inget id vara."
PROGRAMME = "program/2020-2021/programme.yaml"
OBLIGATIONS = "program/2020-2021/obligations.yaml"


def _replaced(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) >= 1
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


RECIPES: dict[str, tuple[Recipe, list[str]]] = {
    "a pipe": (
        lambda root: os.mkfifo(root / ANOTHER),
        [f"{ANOTHER}:1:1: PRO002 Det här är ingen vanlig fil."],
    ),
    "a socket": (
        lambda root: os.mknod(root / ANOTHER, stat.S_IFSOCK | 0o600),
        [f"{ANOTHER}:1:1: PRO002 Det här är ingen vanlig fil."],
    ),
    "a device": (
        lambda root: (root / ANOTHER).symlink_to("/dev/zero"),
        [f"{ANOTHER}:1:1: PRO002 Det här är en länk, inte en fil."],
    ),
    "a link to itself": (
        lambda root: (root / ANOTHER).symlink_to(root / ANOTHER),
        [f"{ANOTHER}:1:1: PRO002 Det här är en länk, inte en fil."],
    ),
    "a linked folder": (
        _linked_folder,
        ["reports/2020-2021/lank:1:1: PRO002 Det här är en länk, inte en fil."],
    ),
    "a folder": (
        _folder,
        [f"{ANOTHER}:1:1: PRO002 Här står en mapp där det ska vara en fil."],
    ),
    "31 accents": (
        _edited(LINE, ("Alla korgar to" + "\u0323" * 31 + "ms").encode()),
        [f"{ANOTHER}:8:14: PRO005 Fler än 30 accenter på samma bokstav."],
    ),
    "a correction of what cannot be read": (
        _correction_of_what_cannot_be_read,
        [f"{REPORT}:1:8: PRO006 Ett kolon som inte går att förstå här."],
    ),
    "a file of 257 KiB": (
        _edited(LINE, b"x" * 257 * 1024),
        [f"{ANOTHER}:1:1: PRO003 Filen är större än 256 KiB och läses inte."],
    ),
    "Windows-1252": (
        _edited(LINE, "Alla korgar töms.".encode("cp1252")),
        [f"{ANOTHER}:8:27: PRO004 Filen är inte UTF-8 (byte 0xF6)."],
    ),
    "UTF-16": (
        _raw("kind: report\n".encode("utf-16")),
        [f"{ANOTHER}:1:1: PRO004 Filen är sparad som UTF-16."],
    ),
    "a byte order mark and Windows-1252": (
        _raw(b"\xef\xbb\xbfkind: r\xe4port\n"),
        [f"{ANOTHER}:1:8: PRO004 Filen är inte UTF-8 (byte 0xE4)."],
    ),
    "NUL": (
        _edited(LINE, b"Alla\0"),
        [f"{ANOTHER}:8:18: PRO005 Otillåtet osynligt tecken U+0000."],
    ),
    "a raw escape": (
        _edited(LINE, "öppet \x1b[31m".encode()),
        [f"{ANOTHER}:8:20: PRO005 Otillåtet osynligt tecken U+001B."],
    ),
    "an escape written as one": (
        _edited(LINE, b'"Alla \\e[31m"'),
        [f"{ANOTHER}:8:14: PRO005 Otillåtet osynligt tecken U+001B."],
    ),
    "text turned round": (
        _edited(LINE, "Alla \u202e korgar".encode()),
        [f"{ANOTHER}:8:19: PRO005 Otillåtet osynligt tecken U+202E."],
    ),
    "a carriage return alone": (
        _edited(LINE, b"Alla\rkorgar"),
        [f"{ANOTHER}:8:18: PRO005 Otillåtet osynligt tecken U+000D."],
    ),
    "two byte order marks": (
        _raw(b"\xef\xbb\xbf\xef\xbb\xbfkind: report\n"),
        [f"{ANOTHER}:1:1: PRO005 Otillåtet osynligt tecken U+FEFF."],
    ),
    "20,001 values": (
        _edited(b"partners: [polisen]", b"partners: [" + b"polisen," * 20_000 + b"]"),
        # Before the list stand 35 keys, values and containers; each item takes eight characters.
        [f"{ANOTHER}:13:{16 + 8 * (20_000 - 35)}: PRO008 Fler än 20000 värden i en fil."],
    ),
    "a file name with a line end and a command": (
        lambda root: (root / "reports/2020-2021/park/a\n::error file=x::b.yaml").write_bytes(b""),
        [f"reports/2020-2021/park/a ::error file=x::b.yaml:1:1: {UNSEEN}"],
    ),
    "CRLF and a byte order mark": (
        lambda root: (root / REPORT).write_bytes(
            b"\xef\xbb\xbf" + (root / REPORT).read_bytes().replace(b"\n", b"\r\n")
        ),
        [],
    ),
    "hidden files": (
        lambda root: (root / "reports/2020-2021/park/.2021-report.yaml.swp").write_bytes(b"\0"),
        [],
    ),
    "a personal number in a value": (
        _edited(LINE, f"Se {HYPHENED}.".encode()),
        [f"{ANOTHER}:8:17: {NUMBER}"],
    ),
    "a personal number in a comment": (
        _edited(b"kind: report\n", f"kind: report # {PERSONAL}\n".encode()),
        [f"{ANOTHER}:1:16: {NUMBER}"],
    ),
    "a personal number in a key": (
        _edited(b"kind: report\n", f'kind: report\n"{HYPHENED}": x\n'.encode()),
        [f"{ANOTHER}:2:1: PRO116 Nyckeln är ett personnummer.", f"{ANOTHER}:2:2: {NUMBER}"],
    ),
    "a personal number as a key of scales": (
        lambda root: _replaced(root, PROGRAMME, "  default:\n", f'  "{HYPHENED}":\n'),
        [f"{PROGRAMME}:37:3: PRO116 Nyckeln är ett personnummer.", f"{PROGRAMME}:37:4: {NUMBER}"],
    ),
    "a personal number as an id": (
        _edited(b"partners: [polisen]", f'partners: [polisen, "{PERSONAL}"]'.encode()),
        [f"{ANOTHER}:13:25: PRO116 {AS_ID.format('partners')}", f"{ANOTHER}:13:26: {NUMBER}"],
    ),
    "a personal number in the midst of an id": (
        _edited(b"name: korgar", f"name: korg-{HYPHENED}".encode()),
        [f"{ANOTHER}:15:16: PRO116 {AS_ID.format('name')}", f"{ANOTHER}:15:21: {NUMBER}"],
    ),
    "a personal number as an id in escapes": (
        _edited(b"partners: [polisen]", f'partners: ["\\x38{HYPHENED[1:]}"]'.encode()),
        [f"{ANOTHER}:13:16: PRO116 {AS_ID.format('partners')}", f"{ANOTHER}:13:16: {NUMBER}"],
    ),
    "a personal number as lines of the paper": (
        lambda root: _replaced(root, OBLIGATIONS, "lines: L3-4", f"lines: L{EARLY}"),
        [
            f"{OBLIGATIONS}:7:21: PRO116 Talet i lines är ett personnummer.",
            f"{OBLIGATIONS}:7:22: {NUMBER}",
        ],
    ),
    "a personal number that is read as a count": (
        _edited(b"value: 40", f"value: {PERSONAL}".encode()),
        [
            f"{ANOTHER}:15:46: PRO116 Talet i value är ett personnummer.",
            f"{ANOTHER}:15:46: {NUMBER}",
        ],
    ),
    "a personal number over two lines": (
        _edited(LINE, f"Se {BORN}-\n      {LAST}.".encode()),
        [f"{ANOTHER}:8:17: {NUMBER}"],
    ),
    "a personal number in escapes": (
        _edited(LINE, f'"Se \\x38{HYPHENED[1:]}."'.encode()),
        [f"{ANOTHER}:8:14: {NUMBER}"],
    ),
    "a personal number in a file that is no YAML": (
        _raw(f"kind: a: {HYPHENED}\n".encode()),
        [
            f"{ANOTHER}:1:8: PRO006 Ett kolon som inte går att förstå här.",
            f"{ANOTHER}:1:10: {NUMBER}",
        ],
    ),
    "a personal number in a file that is not UTF-8": (
        _raw(f"kind: r\u00e4port {HYPHENED}\n".encode("cp1252")),
        [f"{ANOTHER}:1:8: PRO004 Filen är inte UTF-8 (byte 0xE4).", f"{ANOTHER}:1:14: {NUMBER}"],
    ),
    "a personal number in a file's name": (
        lambda root: (root / f"reports/2020-2021/park/{HYPHENED}.yaml").write_bytes(b""),
        [
            f"reports/2020-2021/park/{MASKED}.yaml:1:1: {NAMED}",
            f"reports/2020-2021/park/{MASKED}.yaml:1:1: {NUMBER}",
        ],
    ),
    "a personal number for a board's folder": (
        lambda root: (root / "reports/2020-2021/park").rename(
            root / "reports/2020-2021" / PERSONAL
        ),
        [
            f"reports/2020-2021/{'*' * 10}/{name}:1:1: {said}"
            for name in ("2021-plan.yaml", "2021-report.yaml")
            for said in (NAMED, NUMBER)
        ],
    ),
    "a personal number in a text about the folder": (
        lambda root: (root / "reports/README.md").write_text(HYPHENED, encoding="utf-8"),
        [f"reports/README.md:1:1: {NUMBER}"],
    ),
    "a personal number in the programme": (
        lambda root: (root / REVIEW).write_text(
            (root / REVIEW)
            .read_text(encoding="utf-8")
            .replace("Det mesta blev gjort.", f"Se {HYPHENED}."),
            encoding="utf-8",
        ),
        [f"{REVIEW}:5:13: {NUMBER}"],
    ),
    "a text about the folder": (
        lambda root: (root / "reports/README.md").write_bytes(b"Read me."),
        [],
    ),
    "a file that is in no edition": (
        lambda root: (root / "reports/2021-plan.yaml").write_bytes(b"kind: plan"),
        [f"reports/2021-plan.yaml:1:1: {STRAY}"],
    ),
}


@pytest.mark.parametrize("name", RECIPES)
def test_what_no_folder_holds(name: str, root: Path) -> None:
    build, expected = RECIPES[name]
    build(root)
    assert lines_told(root) == expected


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (2, "PRO001 Filen finns inte längre."),
        (13, "PRO001 Filen får inte läsas."),
        (5, "PRO001 Filen går inte att öppna."),
    ],
)
def test_a_file_that_cannot_be_opened(
    number: int, said: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permissions do not stop root, so the system call itself says no."""
    whole = os.open

    def refused(path: Path, flags: int) -> int:
        if str(path).endswith("2021-report.yaml"):
            raise OSError(number, os.strerror(number))
        return whole(path, flags)

    monkeypatch.setattr(os, "open", refused)
    assert lines_told(root) == [f"{REPORT}:1:1: {said}"]


def test_a_folder_that_cannot_be_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.scandir

    def refused(path: Path) -> object:
        if path.name == "park":
            raise PermissionError(13, os.strerror(13))
        return whole(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert lines_told(root) == ["reports/2020-2021/park:1:1: PRO001 Filen får inte läsas."]


def test_a_file_that_fails_while_it_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_handle: int, _size: int) -> bytes:
        raise OSError(5, os.strerror(5))

    monkeypatch.setattr(os, "read", failing)
    assert {line.partition(": ")[2] for line in lines_told(root)} == {
        "PRO001 Filen går inte att öppna."
    }


def test_a_file_that_is_gone_before_it_is_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "reports/2020-2021/notes.txt").write_text("x", encoding="utf-8")
    whole = os.lstat

    def gone(path: Path) -> os.stat_result:
        if str(path).endswith("notes.txt"):
            raise FileNotFoundError(2, os.strerror(2))
        return whole(path)

    monkeypatch.setattr(os, "lstat", gone)
    assert lines_told(root) == ["reports/2020-2021/notes.txt:1:1: PRO001 Filen finns inte längre."]


@pytest.mark.parametrize(
    ("given", "variant"),
    [
        ("reports/2020-2021/nobody", "missing"),
        ("reports/2020-2021/park/2099-plan.yaml", "missing"),
        ("/etc/hostname", "outside"),
        ("notes", None),
    ],
)
def test_a_path_that_holds_nothing(root: Path, given: str, variant: str | None) -> None:
    (root / "notes").mkdir()
    wanted, (missing,) = select(load(root), [Path(given)], root)
    assert not wanted
    assert (missing.code, missing.facts["variant"]) == ("PRO512", variant)
    assert missing.path == given


def test_a_path_also_holds_what_is_said_of_missing_and_misfiled_files(root: Path) -> None:
    (root / "program/2020-2021/boards.yaml").unlink()
    shutil.copytree(root / "reports/2020-2021", root / "reports/2019")
    workspace = load(root)
    wanted, missing = select(workspace, [Path("program"), Path("reports/2019/park")], root)
    assert not missing
    found = {(d.code, d.path) for d in workspace.diagnostics if d.path in wanted}
    assert ("PRO501", "program/2020-2021/boards.yaml") in found
    assert ("PRO508", "reports/2019/park/2021-plan.yaml") in found


def test_every_code_has_a_case_that_fires_it() -> None:
    told = "".join((CASES / name / "expected.txt").read_text(encoding="utf-8") for name in NAMES)
    told += "".join(line for _, lines in RECIPES.values() for line in lines)
    fired = set(re.findall(r":\d+:\d+: (PRO\d{3}) ", told))
    # These two need the system to fail, or a PATH: tested above.
    elsewhere = {"PRO001", "PRO512"}
    # These need git or a day: tested in tests/cli/test_changes.py, tests/cli/test_checkouts.py,
    # tests/cli/test_decided.py and tests/rules/test_privacy.py.
    elsewhere |= {"PRO516", "PRO517", "PRO609", "PRO610", "PRO612", "PRO704", "PRO705"}
    assert set(CATALOGUE) - fired == elsewhere
