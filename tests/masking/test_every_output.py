"""No command tells the number or the address, in any form, from any place in any file.

A command that is added has to say here what it is run with; one that shows what files say must show
it masked, so that a run which shows nothing is no proof.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from prostcli.cli import activities, diff, main, status, submissions
from prostcli.output.formats import FORMATS
from prostcli.publishing.document import FORMS
from tests.cli.conftest import OF_ACTIONS, TOP
from tests.desk import few
from tests.made_up import ADDRESS, HYPHENED, MASKED, PERSONAL
from tests.masking.planting import EDITION, MODELS, SAID, leaves, planted_programme, planted_texts
from tests.masking.reading import leaks
from tests.repositories import Made

DAY = "2023-06-01"
ALL = "*" * len(PERSONAL)
REPORT = f"reports/{EDITION}/teknik/2021-report"


class Run(NamedTuple):
    """A command line, and whether it shows what files say."""

    arguments: str
    shows: bool = True
    status: int | None = 1
    """1 in most, since some files cannot be read; None: whichever."""


def _lists(command: str, formats: tuple[str, ...]) -> list[Run]:
    return [Run(f"{command} --format {form}", command != "status") for form in formats]


RUNS: dict[str, list[Run]] = {
    "status": [*_lists("status", status.FORMATS), Run(f"status --board {PERSONAL}", False, 2)],
    "activities": [*_lists("activities", activities.FORMATS), Run("activities --year 2021")],
    "submissions": _lists("submissions", submissions.FORMATS),
    "validate": [
        *(Run(f"validate --output-format {form}") for form in FORMATS),
        Run("validate --staged", False, None), Run("validate --commits HEAD~2..HEAD"),
        Run("validate --changed-since HEAD~2"), Run(f"validate {HYPHENED}.yaml", False),
        Run("validate --output-file found.txt", False),
    ],
    "review": [
        *(Run(f"review --format {form}", form in ("md", "html")) for form in FORMS),
        Run("review --board teknik --year 2021"), Run("review --lang en"),
        Run("review --templates mallar"),
    ],
    "site": [Run(f"site -o program/{HYPHENED}", False, 2)],  # more below
    "serve": [Run(f"serve --port {PERSONAL}", False, 2)],  # more below
    "show": [
        Run("show a.1"), Run("show teknik"), Run("show kultur-fritid"), Run("show barnens-rost"),
        Run("show invigning"),
        Run(f"show {HYPHENED}", False, 2),
    ],
    "diff": [
        *(Run(f"diff HEAD~2 --format {form}") for form in diff.FORMATS),
        Run(f"diff HEAD~2 {HYPHENED}"), Run(f"diff HEAD~2 {HYPHENED} --format json"),
    ],
    "new": [
        Run("new plan teknik 2022 -o -", status=0), Run("new report teknik 2022 -o -", status=0),
        Run("new baseline kultur-fritid 2020 -o -", False, None),
        Run("new review -o -", status=0),
        Run(f"new plan teknik 2022 -o {HYPHENED}.yaml", False, 0),
        Run(f"new plan {PERSONAL} 2022", False, 2),
    ],
    "seal": [
        Run(f"seal {REPORT}-9.yaml"), Run(f"seal {REPORT}.yaml --date 2022-03-01", False, 2),
        Run(f"seal reports/{EDITION}/{PERSONAL}/2021-plan.yaml", False, None),
        Run(f"seal {REPORT}.yaml --by {PERSONAL} --date 2022-03-01", False, None),
    ],
    "explain": [Run("explain PRO116", False, 0), Run(f"explain {HYPHENED}", False, 2)],
    "schema": [Run("schema --check", False), Run("schema", False, 0)],
    "exempt": [
        Run(f"exempt {REPORT}.yaml:1 --reason {HYPHENED} --decided-by a --expires 2030-01-01",
            False, 2),
        Run(f"exempt {HYPHENED}:1:1 --reason a --decided-by a --expires 2030-01-01", False, 2),
        Run(f"exempt {REPORT}.yaml:1 --reason a --decided-by a --expires 2030-01-01", False, 2),
    ],
}  # fmt: skip


ARGUMENTS = {
    "root": f"--root /{HYPHENED}/x",
    "option": f"--{HYPHENED}",
    "programme": f"--programme {HYPHENED}",
    "as-of": f"--as-of {HYPHENED}",
    "lang": f"--lang {ADDRESS}",
    "many": f"{HYPHENED} {HYPHENED} {HYPHENED} {HYPHENED}",
}
"""What may be mistaken in any command."""
Prostcli = Callable[[Path, list[str]], tuple[int, bytes]]


@pytest.fixture
def told(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Prostcli:
    """Run a command in a folder; its status, and all that it wrote to stdout and stderr."""
    for name in ("PROSTCLI_LANG", "FORCE_COLOR", *OF_ACTIONS):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "4000")  # no line is broken within a number

    def run(folder: Path, arguments: list[str]) -> tuple[int, bytes]:
        monkeypatch.chdir(folder)
        status = main.run(arguments)
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return status, captured.out + captured.err

    return run


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Where all that was planted may stand, so that there are figures, and documents are written.

    What has the number for an id is refused all the same.
    """
    folder = tmp_path_factory.mktemp("texts") / f"x-{HYPHENED}"
    repo, _ = planted_texts(folder)
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        for column in (1 + len("# Se "), 1 + len(f"# Se {HYPHENED} och ")):
            where = f"{REPORT}.yaml:1:{column}"
            given = ["--reason", "A", "--decided-by", "B", "--expires", "2030-01-01"]
            assert main.run(["exempt", where, *given]) == 0
    for word in ("A", "B"):
        repo.edit("program/exemptions.yaml", f"      {word}\n", f"      {SAID}\n")
    repo.git("add", "-A")
    repo.git("commit", "-qm", "exempt")
    repo.git("branch", "-f", HYPHENED)
    mallar = folder / "mallar" / "sv"
    mallar.mkdir(parents=True)
    own = (TOP / "templates" / "sv" / "review.md.j2").read_text(encoding="utf-8")
    (mallar / "review.md.j2").write_text(f"{own}\n\nRing {HYPHENED}.\n", encoding="utf-8")
    return repo


def test_every_command_is_run() -> None:
    app = main.application([])
    assert set(RUNS) == {command.name for command in app.registered_commands}


def test_every_kind_of_place_is_planted(tmp_path: Path) -> None:
    _, planted = planted_texts(tmp_path / "texts")
    _, more = planted_programme(tmp_path / "programme")
    wanted = {leaf.key for model in MODELS for leaf in leaves(model) if leaf.is_text or leaf.is_id}
    assert {key for key in wanted - planted - more if key[0] != "Exemption"} == set()


def _params() -> Iterator[object]:
    """The first of each command at the desk, all of them where there is time."""
    for runs in RUNS.values():
        for at, run in enumerate(runs):
            name = run.arguments.replace(PERSONAL, "P").replace(HYPHENED, "H")
            yield pytest.param(run, id=name, marks=[pytest.mark.slow] if at else [])


@pytest.mark.parametrize("run", [*_params()])
def test_a_command_tells_no_number(run: Run, texts: Made, told: Prostcli) -> None:
    before = _files(texts.root)
    status, out = told(texts.root, ["--as-of", DAY, *run.arguments.split(" ")])
    assert run.status in (None, status), out.decode()
    assert leaks(out) == []
    made = {p: d for p, d in _files(texts.root).items() if before.get(p) != d}
    for path, data in made.items():
        assert leaks(data) == [], path
    if run.shows:
        assert MASKED.encode() in out.replace(b"\\", b"") or ALL.encode() in out.replace(b"\\", b"")


def _files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and ".git/" not in p.as_posix()
    }


@pytest.mark.parametrize(
    "command",
    few(
        [*(f"review -o {{}}/review.{form}" for form in ("html", "md", "pdf", "docx")), "site -o {}"]
    ),
)
def test_a_document_of_what_may_stand_is_written_and_masked(
    command: str, tmp_path: Path, texts: Made, told: Prostcli
) -> None:
    status, out = told(texts.root, ["--as-of", DAY, *command.format(tmp_path).split(" ")])
    assert status == 1, out.decode()  # some files are refused
    assert leaks(out.replace(str(tmp_path).encode(), b"")) == []
    made = _files(tmp_path)
    assert made
    for path, data in made.items():
        assert leaks(path.encode()) == []
        assert leaks(data) == [], path
    for path in made.keys() & {"review.md", "review.html", "activities.csv"}:
        assert made[path].replace(b"\\", b"").count(MASKED.encode()) > 5


def test_where_the_programme_has_such_ids_nothing_is_told_but_that(
    tmp_path: Path, told: Prostcli
) -> None:
    repo, _ = planted_programme(tmp_path / "x")
    for command in (
        "status", "activities", "submissions", "review", "site -o made", "show a.1", "diff HEAD",
        "new plan teknik 2022", "schema", "serve",
    ):  # fmt: skip
        status, out = told(repo.root, ["--as-of", DAY, *command.split(" ")])
        assert (status, leaks(out)) == (2, []), command
        assert b"PRO116" in out


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_no_format_tells_an_id_of_the_programme(form: str, tmp_path: Path, told: Prostcli) -> None:
    repo, _ = planted_programme(tmp_path / "x")
    status, out = told(repo.root, ["validate", "--output-format", form])
    assert (status, leaks(out)) == (1, [])


@pytest.mark.parametrize("command", sorted(RUNS))
@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(text, id=name, marks=[pytest.mark.slow] if at > 1 else [])
        for at, (name, text) in enumerate(ARGUMENTS.items())
    ],
)
def test_no_argument_is_repeated(command: str, arguments: str, texts: Made, told: Prostcli) -> None:
    status, out = told(texts.root, [command, *arguments.split(" ")])
    assert status in (1, 2), out
    assert out
    assert leaks(out) == []
