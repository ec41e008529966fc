"""What stops every figure: an error in the programme's own files, whichever rule tells it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from prostcli.diagnostic import Diagnostic, Severity
from prostcli.load.workspace import Workspace, load
from prostcli.model.exemptions import fingerprint
from prostcli.rules import CATALOGUE
from prostcli.rules.changes import CHANGES
from prostcli.rules.decisions import DECISIONS
from prostcli.rules.plan import PLAN
from prostcli.rules.privacy import PRIVACY
from prostcli.rules.report import REPORT
from prostcli.rules.rule import Rule
from prostcli.rules.submission import SUBMISSION
from prostcli.source import Place
from prostcli.usecases import ProgrammeFaultyError, check, seen_in, stops
from tests.findings import BASE, CASES, DAY, laid
from tests.made_up import ADDRESS, HYPHENED, PERSONAL

ONE_DAY = timedelta(days=1)
EDITION = "2020-2021"
OWN = [f"program/{EDITION}/{kind}.yaml"
       for kind in ("programme", "boards", "obligations", "duties", "review")]  # fmt: skip
ERRORS = [r for r in CATALOGUE.values() if r.severity is Severity.ERROR]
BY_READING = ("PRO0", "PRO1")
"""How the codes begin of what the reader and the schema find in any file alike."""


@pytest.mark.parametrize("rule", ERRORS, ids=lambda r: r.code)
def test_the_place_decides_and_not_the_rule(rule: Rule) -> None:
    def at(path: str, severity: Severity = Severity.ERROR) -> Diagnostic:
        return Diagnostic(rule.code, rule.name, severity, Place(path))

    assert all(stops(EDITION, at(path)) for path in OWN)
    assert not any(stops("2022-2023", at(path)) for path in OWN)
    assert not any(stops(EDITION, at(path, Severity.WARNING)) for path in OWN)
    for other in ("notes.yaml", "sub/boards.yaml", "boards.yaml.orig"):
        assert not stops(EDITION, at(f"program/{EDITION}/{other}"))
    assert not stops(EDITION, at("program/exemptions.yaml"))
    assert not stops(EDITION, at(f"reports/{EDITION}/park/2021-plan.yaml"))


def _cases() -> Iterator[str]:
    for case in sorted(CASES.iterdir()):
        if case != BASE and (case / "program").exists() | (case / "removed.txt").exists():
            yield case.name


def _told(root: Path) -> set[str]:
    """The errors that `validate` tells of in the programme's own files."""
    found = check(load(root, watchful=True), DAY)
    return {
        d.code
        for d in found
        if (d.path in OWN or d.facts.get("variant") == "misspelt") and d.severity is Severity.ERROR
    }


def _stopping(root: Path) -> set[str]:
    try:
        seen_in(load(root, watchful=True), DAY, EDITION)
    except ProgrammeFaultyError as error:
        return {d.code for d in error.diagnostics}
    return set()


@pytest.mark.parametrize("name", list(_cases()))
def test_what_validate_tells_of_the_programmes_files_stops_the_figures(
    name: str, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    laid(root, CASES / name)
    assert _stopping(root) == _told(root)


NAME, DAY_OF_TERM = "text: En fest ska hållas.", "from: 2021-01-01"
EDITS = {
    "PRO006": ("duties", NAME, "text: En fest: en ska hållas."),
    "PRO104": ("boards", DAY_OF_TERM, "from: 2021-02-30"),
    "PRO105": ("boards", "id: hus,", "id: Hus,"),
    "PRO601": ("duties", NAME, f"text: En fest {HYPHENED} ska hållas."),
    "PRO602": ("duties", NAME, f"text: En fest hos {ADDRESS} ska hållas."),
}
"""What no folder of a case holds."""


@pytest.mark.parametrize("code", EDITS)
def test_what_is_seen_in_the_bytes_or_the_text_stops_them_too(code: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    kind, old, new = EDITS[code]
    path = root / f"program/{EDITION}/{kind}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert _stopping(root) == _told(root) == {code}


def test_what_git_keeps_elsewhere_stops_them_too(tmp_path: Path) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 9\n"
    (root / f"program/{EDITION}/duties.yaml").write_text(pointer, encoding="utf-8")
    assert _stopping(root) == _told(root) == {"PRO518"}


BY_NAME = ("PRO503", "PRO508", "PRO512", "PRO514", "PRO515")
"""Of paths that are read as nothing of ours."""
NEEDS_MORE = ("PRO407", "PRO516", "PRO609")
"""Only found when there is the paper, git's index, or an earlier version, to look at."""
BY_GIT = ("PRO518",)
"""What git has left in the place of a file."""


def test_every_other_rule_points_only_at_what_boards_have_filed() -> None:
    told = " ".join((CASES / name / "expected.txt").read_text("utf-8") for name in _cases())
    shown = {code for path in OWN for code in re.findall(rf"{path}:\S+ (PRO\d+)", told)}
    filed = {r.code for r in (*SUBMISSION, *DECISIONS, *CHANGES, *PLAN, *REPORT, *PRIVACY)}
    read = {r.code for r in ERRORS if r.code.startswith(BY_READING)}
    rest = {r.code for r in ERRORS} - shown - read - EDITS.keys() - filed
    assert sorted(rest) == sorted((*BY_NAME, *NEEDS_MORE, *BY_GIT))


def test_an_exempted_number_in_the_programme_stops_nothing(tmp_path: Path) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    path = root / f"program/{EDITION}/duties.yaml"
    text = path.read_text(encoding="utf-8").replace(NAME, EDITS["PRO601"][2])
    path.write_text(text, encoding="utf-8")
    salt = "0" * 32
    exemption = {"code": "PRO601", "fingerprint": fingerprint(salt, "PRO601", PERSONAL)}
    (root / "program/exemptions.yaml").write_text(
        f"kind: exemptions\nsalt: '{salt}'\nexemptions:\n"
        f"  - {{code: PRO601, fingerprint: {exemption['fingerprint']}, reason: Ett diarienummer.,"
        f" decided_by: park, expires: {DAY}}}\n",
        encoding="utf-8",
    )
    workspace = load(root, watchful=True)
    days = [DAY - ONE_DAY, DAY, DAY + ONE_DAY]
    assert [_stops(workspace, day) for day in days] == [False, False, True]


def _stops(workspace: Workspace, day: date) -> bool:
    try:
        seen_in(workspace, day, EDITION)
    except ProgrammeFaultyError:
        return True
    return False


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("duties.yml", "duties"), ("Review.yaml", "review"), ("reviews.yaml", "review"),
        ("dutys.yaml", "duties"), ("DUTIES.YAML", "duties"), ("review.yaml.txt", "review"),
        ("duties.yam", "duties"), ("duties.yml.txt", "duties"), ("duties", "duties"),
        ("Duties.txt", "duties"), ("dutys", "duties"), ("preview.yaml", "review"),
        ("duties.yaml.orig", "duties"), ("duties.yaml.bak", "duties"), ("duties.yaml~", "duties"),
        ("obligations.yml", "obligations"), ("boards.yml", "boards"), ("program.yaml", "programme"),
    ],
)  # fmt: skip
def test_a_file_with_a_slip_in_its_name_stops_the_figures(
    wrong: str, right: str, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    folder = root / "program" / EDITION
    whole = (folder / f"{right}.yaml").read_bytes()
    (folder / f"{right}.yaml").unlink()
    (folder / wrong).write_bytes(whole)
    with pytest.raises(ProgrammeFaultyError) as raised:
        seen_in(load(root, watchful=True), DAY, EDITION)
    told = {d.path: d.facts for d in raised.value.diagnostics if d.code == "PRO503"}
    assert told == {f"program/{EDITION}/{wrong}": {"variant": "misspelt", "meant": f"{right}.yaml"}}
    (folder / f"{right}.yaml").write_bytes(whole)
    if wrong.casefold() == f"{right}.yaml":
        return  # many computers cannot have both: PRO515
    seen_in(load(root, watchful=True), DAY, EDITION)  # beside it, it is a copy
    codes = {d.code for d in check(load(root, watchful=True), DAY) if d.path.endswith(wrong)}
    assert codes == {"PRO503"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("notes.txt", "kind: review\n"), ("notes.yaml", "a: 1\n"), ("preview.md", ""),
        ("preview.yaml", "a: b\n"), ("review-draft.yaml", "kind: review\n"),
        ("review.txt", "Att skriva.\n"), ("review", ""), ("uppdrag.yaml", "kind: review\n"),
        ("reviewing.yaml", "kind: review\n"), ("review.yaml.rej", "kind: review\n"),
        ("review_BASE_1.yaml", "kind: review\n"),
        ("indicators.yaml", "kind: indicators\n"), ("old/review.yaml", "kind: review\n"),
        ("notes.yaml", "kind: plan\n"), ("README.md", "kind: review\n"),
    ],
)  # fmt: skip
def test_another_file_beside_the_programmes_stops_nothing(
    name: str, text: str, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    (root / "program" / EDITION / "review.yaml").unlink()
    file = root / "program" / EDITION / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    seen = seen_in(load(root, watchful=True), DAY, EDITION)
    assert seen.assessment.material.review_file is None


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("review-draft.yaml", Severity.WARNING), ("utkast_review.yaml", Severity.WARNING),
        ("notes.yaml", Severity.ERROR), ("draft-notes.yaml", Severity.ERROR),
        ("previews-old.yaml", Severity.ERROR), ("review_BASE_1.yaml", Severity.ERROR),
    ],
)  # fmt: skip
def test_a_draft_beside_the_programmes_files_is_only_a_warning(
    name: str, severity: Severity, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    (root / "program" / EDITION / name).write_text("kind: review\n", encoding="utf-8")
    found = check(load(root, watchful=True), DAY)
    assert [(d.code, d.severity) for d in found if d.path.endswith(name)] == [("PRO503", severity)]
