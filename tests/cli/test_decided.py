"""What CI and the hook say of a change that rewrites what was decided, or breaks other files."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from prostcli.load import decided
from prostcli.load.git.entries import Entry
from prostcli.load.git.repository import repository
from prostcli.model.material import Slot
from prostcli.output.formats import FORMATS
from prostcli.rules.changes import Version
from tests.findings import BASE
from tests.output.reading import READERS, Told, commands
from tests.repositories import Made, copied, made

from .conftest import Prostcli

FOLDER = "reports/2020-2021/park"
PLAN, REPORT = f"{FOLDER}/2021-plan.yaml", f"{FOLDER}/2021-report.yaml"
SECOND, THIRD = f"{FOLDER}/2021-report-2.yaml", f"{FOLDER}/2021-report-3.yaml"


@pytest.fixture
def repo(tmp_path: Path, prostcli: Prostcli) -> Made:
    """A small programme whose report is sealed and whose plan is decided, on a branch."""
    repo = copied(BASE, tmp_path / "stad")
    seal(repo, prostcli, REPORT)
    repo.commit({}, "start")
    repo.git("checkout", "-qb", "gren")
    return repo


def seal(repo: Made, prostcli: Prostcli, path: str) -> None:
    ran = prostcli("seal", path, cwd=repo.root)
    assert ran.status == 0, ran.err


def resealed(repo: Made, prostcli: Prostcli, old: str, new: str, path: str = REPORT) -> None:
    """A sealed file with something else in it, sealed again as if nothing had happened."""
    repo.edit(path, old, new)
    whole = repo.root / path
    text = re.sub(r', fingerprint: "?\w+"?', "", whole.read_text(encoding="utf-8"))
    whole.write_text(text, encoding="utf-8")
    seal(repo, prostcli, path)


def committed(repo: Made) -> str:
    return repo.commit({}, "x")[:9]


def told(
    prostcli: Prostcli, repo: Made, *how: str, codes: str = "PRO70[45]"
) -> list[tuple[str, str, str, dict[str, object]]]:
    """Path, code, severity and facts of what is told; where it stands is always the first line."""
    ran = prostcli("validate", *how, "--output-format", "json", cwd=repo.root)
    found = [d for d in json.loads(ran.out)["diagnostics"] if re.fullmatch(codes, d["code"])]
    assert ran.status == int(
        any(d["severity"] == "error" for d in json.loads(ran.out)["diagnostics"])
    )
    assert all((d["line"], d["column"]) == (1, 1) for d in found)
    return [(d["path"], d["code"], d["severity"], d["facts"]) for d in found]


COMMITS, SINCE = ("--commits", "main..HEAD"), ("--changed-since", "main")


# --- what was decided


def test_a_report_that_is_rewritten_and_sealed_again(repo: Made, prostcli: Prostcli) -> None:
    resealed(repo, prostcli, "Alla korgar töms.", "Alla korgar töms varje dag.")
    facts = {"correction": SECOND, "changes": ["1.1.summary"]}
    repo.git("add", "-A")
    expected = [(REPORT, "PRO704", "error", facts)]
    assert told(prostcli, repo, "--staged") == expected
    assert told(prostcli, repo, *SINCE) == expected
    commit = committed(repo)
    assert told(prostcli, repo, "--staged") == []
    assert told(prostcli, repo, *SINCE) == expected
    facts |= {"commit": commit, "variant": "in-commit"}
    assert told(prostcli, repo, *COMMITS) == expected
    assert told(prostcli, repo, *COMMITS, *SINCE) == expected  # once, with the commit
    assert told(prostcli, repo, "program", *COMMITS) == expected
    assert told(prostcli, repo) == []  # the files alone are as they should be


def test_a_report_that_is_taken_away(repo: Made, prostcli: Prostcli) -> None:
    repo.git("rm", "-q", REPORT)
    facts: dict[str, object] = {"correction": SECOND, "variant": "gone"}
    for how in (("--staged",), SINCE, (FOLDER, *SINCE)):
        assert told(prostcli, repo, *how) == [(REPORT, "PRO704", "error", facts)]
    assert told(prostcli, repo, "program", *SINCE) == []
    facts |= {"variant": "gone-in-commit", "commit": committed(repo)}
    assert told(prostcli, repo, *COMMITS) == [(REPORT, "PRO704", "error", facts)]


@pytest.mark.parametrize("how", ["taken away", "rewritten"])
def test_a_plan_that_was_decided_and_not_sealed(how: str, repo: Made, prostcli: Prostcli) -> None:
    if how == "rewritten":
        repo.edit(PLAN, "§ 1", "§ 8")
    else:
        (repo.root / PLAN).unlink()
    ((path, code, severity, _),) = told(prostcli, repo, *SINCE)
    assert (path, code, severity) == (PLAN, "PRO705", "warning")
    commit = committed(repo)
    ((path, code, severity, facts),) = told(prostcli, repo, *COMMITS)
    assert (path, code, severity, facts["commit"]) == (PLAN, "PRO705", "warning", commit)


def test_what_is_no_rewriting(repo: Made, prostcli: Prostcli) -> None:
    seal(repo, prostcli, PLAN)
    repo.edit(REPORT, "summary: ", "summary:    ")
    repo.edit(REPORT, "reference: Dnr 2/2022", "reference:  Dnr 2/2022")
    committed(repo)
    (repo.root / "reports/2020-2021/hus/2020-baseline.yaml").unlink()
    draft = (repo.root / REPORT).read_text(encoding="utf-8").replace("year: 2021", "year: 2020")
    draft = re.sub(r"decision: .*\n", "", draft)
    repo.commit({f"{FOLDER}/2020-report.yaml": draft})
    repo.commit({f"{FOLDER}/2020-report.yaml": draft.replace("Alla", "Nästan alla")})
    (repo.root / f"{FOLDER}/2020-report.yaml").unlink()
    committed(repo)
    assert told(prostcli, repo, *COMMITS) == []
    assert told(prostcli, repo, *SINCE) == []


def test_a_range_is_judged_commit_by_commit(repo: Made, prostcli: Prostcli) -> None:
    """What the branch itself has sealed stands from then on; what it has put back was nothing."""
    (repo.root / SECOND).write_bytes((repo.root / REPORT).read_bytes())
    resealed(repo, prostcli, "2022-02-10", "2022-05-10", SECOND)
    committed(repo)
    resealed(repo, prostcli, "Rutinen är ny.", "Rutinen är gammal.", SECOND)
    first = committed(repo)
    resealed(repo, prostcli, "Rutinen är ny.", "Rutinen är gammal.")
    committed(repo)
    resealed(repo, prostcli, "Rutinen är gammal.", "Rutinen är ny.")
    committed(repo)
    ((path, _, _, facts),) = told(prostcli, repo, *COMMITS)
    assert (path, facts["commit"], facts["correction"]) == (SECOND, first, THIRD)
    (repo.root / SECOND).unlink()
    last = committed(repo)
    found = told(prostcli, repo, *COMMITS)
    assert [(p, f["commit"]) for p, _, _, f in found] == [(SECOND, first), (SECOND, last)]


def test_a_file_that_moves_with_its_edition_is_not_gone(repo: Made, prostcli: Prostcli) -> None:
    repo.git("mv", "reports/2020-2021", "reports/2020-2025")
    repo.git("mv", "program/2020-2021", "program/2020-2025")
    assert told(prostcli, repo, "--staged") == []
    committed(repo)
    assert told(prostcli, repo, *COMMITS) == []
    repo.git("mv", f"{FOLDER}/2021-report.yaml".replace("2021/", "2025/"), "2021-report.yaml")
    assert [d[:2] for d in told(prostcli, repo, "--staged")] == [
        ("reports/2020-2025/park/2021-report.yaml", "PRO704")
    ]


@pytest.mark.parametrize(
    "other", [f"{FOLDER}/2021-Report.yaml", "reports/2020-2021/Park/2021-report.yaml"]
)
def test_a_name_that_differs_in_case_is_another_file(
    other: str, repo: Made, prostcli: Prostcli
) -> None:
    (repo.root / other).parent.mkdir(exist_ok=True)
    repo.git("mv", REPORT, other)
    commit = committed(repo)
    ((path, code, _, facts),) = told(prostcli, repo, *COMMITS)
    assert (path, code, facts["commit"]) == (REPORT, "PRO704", commit)


@pytest.mark.parametrize("kind", ["a folder", "a link", "a baseline"])
def test_a_sealed_file_that_has_become_something_else(
    kind: str, repo: Made, prostcli: Prostcli
) -> None:
    whole = repo.root / REPORT
    text = whole.read_text(encoding="utf-8")
    whole.unlink()
    if kind == "a folder":
        repo.write({f"{REPORT}/{Path(REPORT).name}": text})
    elif kind == "a link":
        shutil.move(repo.root / PLAN, repo.root / "plan.yaml")
        whole.symlink_to("../../../plan.yaml")
    else:
        repo.write({REPORT: "kind: baseline\nboard: park\nyear: 2021\nsource: x\nentries: []\n"})
    committed(repo)
    ways = {"a folder": "gone-in-commit", "a link": "unread-in-commit", "a baseline": "in-commit"}
    (found,) = (d for d in told(prostcli, repo, *COMMITS) if d[0] == REPORT)
    assert (found[1], found[3]["variant"]) == ("PRO704", ways[kind])


# --- merges


def with_both_lines(repo: Made) -> None:
    """A commit on the branch and one on main, of files that nobody asks for."""
    repo.commit({"gren.txt": "x"})
    repo.git("checkout", "-q", "main")
    repo.commit({"main.txt": "x"})
    repo.git("checkout", "-q", "gren")


def test_what_a_merge_alone_rewrites(repo: Made, prostcli: Prostcli) -> None:
    with_both_lines(repo)
    repo.git("merge", "-q", "--no-commit", "main")
    resealed(repo, prostcli, "Rutinen är ny.", "Rutinen är gammal.")
    repo.git("add", "-A")
    assert [d[:2] for d in told(prostcli, repo, "--staged")] == [(REPORT, "PRO704")]
    repo.git("commit", "-qm", "x")
    merge = repo.git("rev-parse", "HEAD")[:9]
    ((path, _, _, facts),) = told(prostcli, repo, *COMMITS)
    assert (path, facts["commit"]) == (REPORT, merge)


@pytest.mark.parametrize("side", ["theirs", "ours"])
def test_a_merge_that_loses_what_one_side_has_decided(
    side: str, repo: Made, prostcli: Prostcli
) -> None:
    """Neither side has done anything wrong, and still it is gone."""
    text = (repo.root / REPORT).read_text(encoding="utf-8")
    if side == "ours":
        repo.git("checkout", "-q", "main")
    repo.commit({SECOND: text})  # decided on one side, and never there on the other
    if side == "ours":
        repo.git("checkout", "-q", "gren")
    with_both_lines(repo)
    repo.git("merge", "-q", "--no-commit", "main")
    repo.git("rm", "-qf", SECOND)
    repo.git("commit", "-qm", "x")
    merge = repo.git("rev-parse", "HEAD")[:9]
    ((path, _, _, facts),) = told(prostcli, repo, *COMMITS)
    assert (path, facts["commit"], facts["variant"]) == (SECOND, merge, "gone-in-commit")


def test_a_merge_that_takes_a_draft_for_what_was_sealed(repo: Made, prostcli: Prostcli) -> None:
    """The other line has changed the file too, but never had it as decided."""
    text = (repo.root / REPORT).read_text(encoding="utf-8")
    draft = re.sub(r"decision: .*\n", "", text)
    repo.commit({SECOND: draft})
    repo.git("branch", "-f", "main")
    repo.commit({SECOND: text.replace("02-10", "05-10")})
    repo.git("checkout", "-q", "main")
    theirs = draft.replace("Alla korgar", "Korgarna")
    repo.commit({SECOND: theirs})
    repo.git("checkout", "-q", "gren")
    repo.git("merge", "-q", "--no-commit", "main")
    merge = repo.commit({SECOND: theirs})[:9]
    ((path, code, _, facts),) = told(prostcli, repo, *COMMITS)
    assert (path, code, facts["commit"]) == (SECOND, "PRO704", merge)
    assert facts["changes"] == ["1.1.summary", "decision"]


def test_what_main_has_let_through_is_not_the_branchs(repo: Made, prostcli: Prostcli) -> None:
    with_both_lines(repo)
    repo.git("checkout", "-q", "main")
    resealed(repo, prostcli, "Rutinen är ny.", "Rutinen är gammal.")
    (repo.root / PLAN).unlink()
    committed(repo)
    repo.git("checkout", "-q", "gren")
    assert told(prostcli, repo, *COMMITS) == []
    repo.git("merge", "-qm", "x", "main")
    assert told(prostcli, repo, *COMMITS) == []
    assert told(prostcli, repo, *SINCE) == []
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-qm", "x", "--no-ff", "gren")
    assert told(prostcli, repo, "--commits", "HEAD~1..HEAD") == []


def test_what_a_branch_did_is_told_once_after_its_merge(repo: Made, prostcli: Prostcli) -> None:
    resealed(repo, prostcli, "Rutinen är ny.", "Rutinen är gammal.")
    commit = committed(repo)
    repo.git("checkout", "-q", "main")
    repo.commit({"main.txt": "x"})
    repo.git("merge", "-qm", "x", "--no-ff", "gren")
    ((path, _, _, facts),) = told(prostcli, repo, "--commits", "HEAD~2..HEAD")
    assert (path, facts["commit"]) == (REPORT, commit)


def test_a_workspace_in_a_folder_of_its_repository(tmp_path: Path, prostcli: Prostcli) -> None:
    repo = made(tmp_path / "allt", {})
    shutil.copytree(BASE, repo.root / "stad")
    stad = Made(repo.root / "stad")
    seal(stad, prostcli, REPORT)
    repo.git("add", "-A")
    assert told(prostcli, stad, "--staged") == []  # nothing was there before the first commit
    repo.commit({}, "start")
    repo.git("checkout", "-qb", "gren")
    (stad.root / REPORT).unlink()
    assert [d[0] for d in told(prostcli, stad, *SINCE)] == [REPORT]
    commit = committed(repo)
    assert [(d[0], d[3]["commit"]) for d in told(prostcli, stad, *COMMITS)] == [(REPORT, commit)]


# --- corrections


def test_a_correction_that_is_gone(repo: Made, prostcli: Prostcli) -> None:
    text = (repo.root / REPORT).read_text(encoding="utf-8")
    made = repo.commit({
        SECOND: re.sub(r', fingerprint: "?\w+"?', "", text.replace("02-10", "05-10")),
    })[:9]  # fmt: skip
    seal(repo, prostcli, SECOND)
    sealed = committed(repo)
    third = (repo.root / SECOND).read_text(encoding="utf-8").replace("05-10", "09-10")
    repo.commit({THIRD: third})
    assert told(prostcli, repo, *COMMITS) == []
    assert told(prostcli, repo, codes="PRO706") == []
    repo.git("rm", "-q", SECOND)
    ((path, _, _, facts),) = told(prostcli, repo, "--staged")
    assert (path, facts["correction"]) == (SECOND, f"{FOLDER}/2021-report-4.yaml")
    gone = committed(repo)
    assert [d[3]["commit"] for d in told(prostcli, repo, "--commits", f"{sealed}..")] == [gone]
    ran = prostcli("validate", REPORT, THIRD, cwd=repo.root)
    assert ran.status == 0
    assert f"Före den här rättelsen saknas {SECOND}. Den fanns senast i" in ran.out
    assert f"commit {sealed}" in ran.out
    assert made not in ran.out
    shutil.rmtree(repo.root / ".git")
    ran = prostcli("validate", THIRD, cwd=repo.root)
    assert f"PRO706 varning: Före den här rättelsen saknas {SECOND}.\n" in ran.out


def test_the_first_file_that_is_gone(repo: Made, prostcli: Prostcli) -> None:
    text = (repo.root / REPORT).read_text(encoding="utf-8")
    repo.git("mv", REPORT, SECOND)
    last = repo.git("rev-parse", "HEAD")[:9]
    repo.write({SECOND: text})
    ran = prostcli("validate", SECOND, "--lang", "en", cwd=repo.root)
    assert f"{REPORT} is missing. It was last in commit {last}." in ran.out


def test_a_draft_that_was_taken_away_is_not_missed(repo: Made, prostcli: Prostcli) -> None:
    text = (repo.root / REPORT).read_text(encoding="utf-8")
    repo.commit({SECOND: re.sub(r"decision: .*\n", "", text)})
    repo.git("rm", "-q", SECOND)
    repo.commit({THIRD: text.replace("02-10", "09-10")})
    ran = prostcli("validate", THIRD, "--output-format", "json", cwd=repo.root)
    (found,) = (d for d in json.loads(ran.out)["diagnostics"] if d["code"] == "PRO706")
    assert found["facts"] == {"paths": [SECOND]}


# --- what breaks elsewhere


def elsewhere(prostcli: Prostcli, repo: Made, *how: str) -> tuple[int, set[tuple[str, str]], int]:
    """Exit status, what is told and where, and how many files were checked."""
    ran = prostcli("validate", *how, "--output-format", "json", cwd=repo.root)
    said = json.loads(ran.out)
    return (
        ran.status,
        {(d["path"], d["code"]) for d in said["diagnostics"]},
        said["summary"]["files"],
    )


def everywhere(prostcli: Prostcli, repo: Made) -> None:
    """The same is told before the commit, on the branch, and on top of unfinished work."""
    repo.git("add", "-A")
    staged = elsewhere(prostcli, repo, "--staged")
    assert elsewhere(prostcli, repo, *SINCE) == staged
    committed(repo)
    assert elsewhere(prostcli, repo, *SINCE) == staged


def test_a_plan_that_is_gone_breaks_its_report(repo: Made, prostcli: Prostcli) -> None:
    whole = repo.root / PLAN
    whole.write_text(re.sub(r"decision: .*\n", "", whole.read_text("utf-8")), encoding="utf-8")
    repo.commit({})
    repo.git("checkout", "-qB", "main")
    repo.git("checkout", "-q", "gren")
    (repo.root / PLAN).unlink()
    assert elsewhere(prostcli, repo, *SINCE) == (1, {(REPORT, "PRO306")}, 2)
    everywhere(prostcli, repo)


def test_a_measure_that_is_gone_breaks_what_answers_it(repo: Made, prostcli: Prostcli) -> None:
    path = "program/2020-2021/obligations.yaml"
    text = (repo.root / path).read_text(encoding="utf-8")
    at = text.index('  - id: "1.2"')
    repo.write({path: text[:at] + text[text.index("  - id:", at + 5) :]})
    status, found, _ = elsewhere(prostcli, repo, *SINCE)
    assert status == 1
    assert {(PLAN, "PRO401"), (REPORT, "PRO401")} <= found
    everywhere(prostcli, repo)


def test_a_scale_breaks_the_file_of_another_board(repo: Made, prostcli: Prostcli) -> None:
    """Found by no rule of thumb about folders: the two have nothing but the rule in common."""
    path = "program/2020-2021/programme.yaml"
    text = (repo.root / path).read_text(encoding="utf-8")
    repo.write({path: re.sub(r"\bhalf\b", "hälften".replace("ä", "a"), text)})
    status, found, _ = elsewhere(prostcli, repo, *SINCE)
    assert status == 1
    assert (REPORT, "PRO302") in found
    everywhere(prostcli, repo)


def test_what_was_wrong_before_is_not_told_anew(repo: Made, prostcli: Prostcli) -> None:
    """Also where the programme has changed, and where a fact names a line that has moved."""
    repo.edit(PLAN, "activities:", "activitys:")
    repo.commit({})
    repo.git("checkout", "-qB", "main")
    repo.git("checkout", "-q", "gren")
    assert elsewhere(prostcli, repo)[0] == 1
    path = "program/2020-2021/programme.yaml"
    text = (repo.root / path).read_text(encoding="utf-8")
    repo.write({path: f"# 1\n# 2\n{text}"})
    assert elsewhere(prostcli, repo, *SINCE) == (0, set(), 1)
    everywhere(prostcli, repo)


def test_a_removal_that_breaks_nothing_has_been_checked(repo: Made, prostcli: Prostcli) -> None:
    (repo.root / "reports/2020-2021/hus/2020-baseline.yaml").unlink()
    ran = prostcli("validate", *SINCE, cwd=repo.root)
    assert (ran.status, ran.out) == (0, "1 fil kontrollerad: inget att anmärka på.\n")


def test_a_programme_that_came_with_the_branch(tmp_path: Path, prostcli: Prostcli) -> None:
    repo = copied(BASE, tmp_path / "ny")
    shutil.move(repo.root / "program", tmp_path / "program")
    repo.edit(REPORT, "outcome: done", "outcome: odone")
    repo.commit({}, "start")
    repo.git("checkout", "-qb", "gren")
    shutil.move(tmp_path / "program", repo.root / "program")
    status, found, _ = elsewhere(prostcli, repo, *SINCE)
    assert status == 1
    assert (REPORT, "PRO302") in found
    everywhere(prostcli, repo)


# --- every format


@pytest.mark.parametrize("form", [*READERS, "github"])
@pytest.mark.parametrize("how", [SINCE, COMMITS], ids=["since", "commits"])
def test_every_format_tells_of_a_file_that_is_gone(
    form: str, how: tuple[str, str], repo: Made, prostcli: Prostcli
) -> None:
    repo.git("rm", "-q", REPORT)
    committed(repo)
    ran = prostcli("validate", *how, "--output-format", form, cwd=repo.root)
    assert ran.status == 1
    if form == "github":
        (said,) = (c for c in commands(ran.out) if c.properties["title"].startswith("PRO704 "))
        assert (said.name, said.properties["file"], said.properties["line"]) == (
            "error",
            REPORT,
            "1",
        )
    else:
        (found,) = (t for t in READERS[form](ran.out) if t.code == "PRO704")
        assert found in (Told("PRO704", REPORT, 1, 1), Told("PRO704", REPORT, 1, None))


def test_the_readers_are_of_all_formats() -> None:
    assert {*READERS, "github"} == {*FORMATS}


def test_the_line_that_now_stands_first_is_not_shown(repo: Made, prostcli: Prostcli) -> None:
    resealed(repo, prostcli, "Rutinen är ny.", "Rutinen är gammal.")
    commit = committed(repo)
    ran = prostcli("validate", REPORT, *COMMITS, cwd=repo.root)
    said = ran.out.split("\n\n")[0].splitlines()
    assert said == [
        (f"{REPORT}:1:1: PRO704 Commit {commit} ändrade 1.2.summary i en fil som var förseglad."),
        (
            f"    = Återställ filen som den var. Ska något rättas: skriv en ny fil, {SECOND}, med "
            "ett eget beslut."
        ),
    ]


# --- long ranges


def test_of_a_long_range_only_the_last_versions_are_held(
    repo: Made, prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (repo.root / REPORT).read_text(encoding="utf-8")
    size = len(text.encode()) + 10
    monkeypatch.setattr(decided, "_AT_ONCE", 3)
    monkeypatch.setattr(decided, "_KEPT", 4 * size)
    for n in range(10, 18):
        repo.commit({REPORT: f"{text}# {n}\n"})
    blobs = [repo.git("rev-parse", f"HEAD~{n}:{REPORT}") for n in (*range(8), 0)]
    versions = decided._Versions(repository(repo.root))
    seals = []
    for version in versions.each((REPORT, Entry(0o100644, blob)) for blob in blobs):
        seals.append(version.holds)
        assert sum(s for _, s in versions._last.values()) == versions._size <= 4 * size
    assert (len(set(seals)), seals[0] == seals[-1]) == (8, True)  # also the one read anew
    told_of = [facts["commit"] for _, _, _, facts in told(prostcli, repo, *COMMITS)]
    assert told_of == [c[:9] for c in repo.git("rev-list", "--reverse", "HEAD~8..").split()]


def test_what_a_range_merely_brings_is_not_read(
    repo: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (repo.root / REPORT).read_text(encoding="utf-8")
    repo.commit({f"{FOLDER}/2020-report-{n}.yaml": f"{text}# {n}\n" for n in range(2, 9)})
    repo.commit({REPORT: f"{text}# och mer\n"})
    read: list[str] = []
    version = decided._version

    def noted(slot: Slot, data: bytes | None) -> Version:
        read.append(slot.path)
        return version(slot, data)

    monkeypatch.setattr(decided, "_version", noted)
    (found,) = decided.in_range(repository(repo.root), "main..HEAD")
    assert found.slot.path == REPORT
    assert read == [REPORT, REPORT]  # before and after


def test_what_goes_and_comes_back_elsewhere_in_a_later_commit_has_moved(
    repo: Made, prostcli: Prostcli
) -> None:
    text = (repo.root / REPORT).read_text(encoding="utf-8")
    repo.git("rm", "-q", REPORT)
    committed(repo)
    repo.commit({SECOND: text})
    assert told(prostcli, repo, *COMMITS) == []
    repo.commit({SECOND: f"{text}# och mer\n"})
    assert [path for path, *_ in told(prostcli, repo, *COMMITS)] == [SECOND, REPORT]
