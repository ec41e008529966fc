"""What git is about to commit, what has changed, and what earlier versions hold."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk import few
from tests.made_up import ADDRESS, HYPHENED, LAST, MASKED, PERSONAL
from tests.repositories import Made, made

from .conftest import LINDVIK, Prostcli

REPORT = "reports/2020-2022/teknik/2022-report.yaml"
PROGRAM = Path(sys.executable).parent / "prostcli"
SECRETS = (HYPHENED, PERSONAL, LAST, ADDRESS, ADDRESS.partition("@")[0], "508 25 000")


@pytest.fixture
def repo(tmp_path: Path) -> Made:
    """Lindvik in a repository of its own."""
    files = {
        path.relative_to(LINDVIK).as_posix(): path.read_text(encoding="utf-8")
        for path in LINDVIK.rglob("*")
        if path.is_file()
    }
    return made(tmp_path / "lindvik", files)


def with_number(repo: Made, number: str = HYPHENED) -> str:
    """The report with a number in a comment on its first line."""
    return f"# {number}\n" + (repo.root / REPORT).read_text(encoding="utf-8")


# --- the hook


@pytest.fixture
def hooked(repo: Made) -> Made:
    hook = repo.root / ".git/hooks/pre-commit"
    hook.write_text(
        f"#!/bin/sh\nexec {shlex.quote(str(PROGRAM))} validate --staged\n", encoding="utf-8"
    )
    hook.chmod(0o755)
    return repo


def test_a_report_with_a_personal_number_cannot_be_committed(hooked: Made) -> None:
    before = hooked.git("rev-parse", "HEAD")
    hooked.write({REPORT: with_number(hooked)})
    refused = hooked.tries("commit", "-qam", "x")
    assert refused.returncode != 0
    assert hooked.git("rev-parse", "HEAD") == before
    told = refused.stdout + refused.stderr
    assert f"{REPORT}:1:3: PRO601" in told
    assert MASKED in told
    assert not any(secret in told for secret in SECRETS)


@pytest.mark.parametrize("how", [("-qam", "x"), ("-qm", "x", REPORT)], ids=["all", "one file"])
def test_without_the_number_it_can(how: tuple[str, ...], hooked: Made) -> None:
    hooked.write({REPORT: with_number(hooked, "2022-12-31")})
    assert hooked.tries("commit", *how).returncode == 0
    assert hooked.git("log", "-1", "--format=%s") == "x"


def test_what_counts_is_what_is_staged(hooked: Made) -> None:
    clean = (hooked.root / REPORT).read_text(encoding="utf-8")
    hooked.write({REPORT: with_number(hooked)})
    hooked.git("add", REPORT)
    hooked.write({REPORT: clean})
    assert hooked.tries("commit", "-qm", "x").returncode != 0
    hooked.write({REPORT: f"# 1\n{clean}"})
    hooked.git("add", REPORT)
    hooked.write({REPORT: with_number(hooked)})
    assert hooked.tries("commit", "-qm", "x").returncode == 0


def test_a_commit_of_one_file_is_judged_by_that_file(hooked: Made) -> None:
    other = "reports/2020-2022/park/2022-plan.yaml"
    text = (hooked.root / other).read_text(encoding="utf-8")
    hooked.write({REPORT: with_number(hooked), other: f"# 1\n{text}"})
    hooked.git("add", "-A")
    assert hooked.tries("commit", "-qm", "x", other).returncode == 0
    assert hooked.tries("commit", "-qm", "x", REPORT).returncode != 0


def test_a_number_in_any_other_file_is_refused_too(hooked: Made) -> None:
    hooked.write({"anteckningar/å.txt": f"se {PERSONAL}\n", "om.txt": ADDRESS})
    hooked.git("add", "-A")
    refused = hooked.tries("commit", "-qm", "x")
    assert refused.returncode != 0
    assert "anteckningar/å.txt:1:4: PRO601" in refused.stdout + refused.stderr
    hooked.git("rm", "-q", "--cached", "anteckningar/å.txt")
    assert hooked.tries("commit", "-qm", "x").returncode == 0


@pytest.mark.parametrize(
    ("path", "data"),
    few(
        [
            ("reports/2020-2022/teknik/.2022-report.yaml.swp", HYPHENED.encode()),
            ("reports/.gammalt/n.txt", HYPHENED.encode()),
            ("reports/README.md", HYPHENED.encode()),
            ("klienter.csv", f"namn;pnr\nx;{HYPHENED}\n".encode("utf-16")),
            ("klienter2.csv", f"namn;pnr\nx;{HYPHENED}\n".encode("utf-16-le")),
            ("klienter3.csv", f"namn;pnr\nx;{HYPHENED}\n".encode("utf-16-be")),
            ("text.bin", f"{HYPHENED}\0".encode()),
            ("gammal.txt", f"å {HYPHENED}".encode("cp1252")),
        ],
        1,
    ),
)
def test_a_number_hides_in_no_kind_of_file(path: str, data: bytes, hooked: Made) -> None:
    whole = hooked.root / path
    whole.parent.mkdir(parents=True, exist_ok=True)
    whole.write_bytes(data)
    hooked.git("add", "-A")
    refused = hooked.tries("commit", "-qm", "x")
    assert refused.returncode != 0
    assert "PRO601" in refused.stdout + refused.stderr
    hooked.git("commit", "-qm", "x", "--no-verify")
    asked = [str(PROGRAM), "validate", "program", "--commits", "HEAD~1..HEAD"]
    found = subprocess.run(asked, cwd=hooked.root, capture_output=True, text=True, check=False)
    assert found.returncode == 1
    assert f"{path}:" in found.stdout
    assert "PRO609" in found.stdout


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("stor.txt", b"x" * (2 * 1024 * 1024 + 1)),
        ("reports/README.md", b"x" * (2 * 1024 * 1024 + 1)),
        ("bilaga.pdf", b"%PDF-1.7\n\0"),
        ("tabell.xlsx", b"PK\x03\x04\0"),
    ],
)
def test_what_cannot_be_searched_is_told_and_not_passed_over(
    path: str, data: bytes, repo: Made, prostcli: Prostcli
) -> None:
    (repo.root / path).write_bytes(data)
    repo.git("add", "-A")
    ran = prostcli("validate", "--staged", "--strict", cwd=repo.root)
    assert ran.status == 1
    assert f"{path}:1:1: PRO612 varning" in ran.out


def test_pictures_are_passed_over(repo: Made, prostcli: Prostcli) -> None:
    (repo.root / "bild.png").write_bytes(b"\x89PNG\0" + PERSONAL.encode())
    repo.git("add", "-A")
    assert prostcli("validate", "--staged", "--strict", cwd=repo.root).status == 0


@pytest.mark.slow
def test_the_hook_of_a_workspace_in_a_folder_in_a_linked_worktree(tmp_path: Path) -> None:
    """There git tells the hook GIT_DIR alone, from which no folder of the work tree follows."""
    files = {
        f"stad/{path.relative_to(LINDVIK).as_posix()}": path.read_text(encoding="utf-8")
        for path in LINDVIK.rglob("*")
        if path.is_file()
    }
    first = made(tmp_path / "first", files)
    hook = first.root / ".git/hooks/pre-commit"
    command = f"cd stad && exec {shlex.quote(str(PROGRAM))} validate --staged"
    hook.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    hook.chmod(0o755)
    first.git("worktree", "add", "-q", str(tmp_path / "second"), "-b", "gren")
    second = Made(tmp_path / "second")
    clean = (second.root / "stad" / REPORT).read_text(encoding="utf-8")
    second.write({f"stad/{REPORT}": f"# 1\n{clean}"})
    assert second.tries("commit", "-qam", "x").returncode == 0
    second.write({f"stad/{REPORT}": f"# {HYPHENED}\n{clean}"})
    assert second.tries("commit", "-qam", "x").returncode != 0
    assert second.tries("commit", "-qm", "x", f"stad/{REPORT}").returncode != 0


def test_a_merge_is_judged_as_it_will_be(hooked: Made) -> None:
    hooked.git("checkout", "-qb", "gren")
    hooked.write({REPORT: with_number(hooked)})
    hooked.git("commit", "-qam", "x", "--no-verify")
    hooked.git("checkout", "-q", "main")
    hooked.write({"om.txt": "x"})
    hooked.git("add", "-A")
    hooked.git("commit", "-qm", "x")
    hooked.git("merge", "-q", "--no-commit", "gren")
    assert hooked.tries("commit", "-qm", "x").returncode != 0


# --- --staged


def test_staged_tells_only_of_what_the_commit_changes(repo: Made, prostcli: Prostcli) -> None:
    ran = prostcli("validate", "--staged", cwd=repo.root)
    assert (ran.status, ran.out) == (0, "Inget att kontrollera.\n")
    text = (repo.root / REPORT).read_text(encoding="utf-8")
    repo.write({REPORT: text.replace("year: 2022", "yaer: 2022")})
    ran = prostcli("validate", "--staged", cwd=repo.root)
    assert (ran.status, ran.out) == (0, "Inget att kontrollera.\n")
    repo.git("add", "-A")
    ran = prostcli("validate", "--staged", "--output-format", "concise", cwd=repo.root)
    assert ran.status == 1
    assert {line.split(":")[0] for line in ran.out.splitlines()[:-1]} == {REPORT}
    assert ran.out.splitlines()[-1] == "1 fil kontrollerad: 2 fel."


def test_staged_sees_the_whole_and_tells_what_a_removal_breaks(
    repo: Made, prostcli: Prostcli
) -> None:
    repo.git("rm", "-q", "--cached", "program/2020-2022/boards.yaml")
    ran = prostcli("validate", "--staged", "--output-format", "concise", cwd=repo.root)
    assert ran.status == 1
    assert ran.out.startswith("program/2020-2022/boards.yaml:1:1: PRO501")


def test_staged_tells_what_breaks_elsewhere(repo: Made, prostcli: Prostcli) -> None:
    repo.write({REPORT: with_number(repo)})
    assert exempt(prostcli, repo, f"{REPORT}:1") == 0
    repo.git("add", "-A")
    repo.git("commit", "-qm", "x")
    repo.git("rm", "-q", "program/exemptions.yaml")
    ran = prostcli("validate", "--staged", "--output-format", "concise", cwd=repo.root)
    assert ran.status == 1
    assert f"{REPORT}:1:3: PRO601" in ran.out
    assert "Rätta felen innan det här läggs in." in ran.err
    repo.git("reset", "-q", "--hard")
    repo.git("rm", "-q", "reports/2020-2022/teknik/2021-plan.yaml")
    ran = prostcli("validate", "--staged", "--output-format", "concise", cwd=repo.root)
    assert ran.status == 1
    assert "reports/2020-2022/teknik/2021-report.yaml" in ran.out
    assert "PRO306" in ran.out


def test_findings_are_never_written_over_what_a_board_has_handed_in(
    repo: Made, prostcli: Prostcli
) -> None:
    before = (repo.root / REPORT).read_bytes()
    ran = prostcli("validate", "--output-file", REPORT, cwd=repo.root)
    assert ran.status == 2
    assert (repo.root / REPORT).read_bytes() == before


def test_staged_and_changed_since_exclude_each_other(repo: Made, prostcli: Prostcli) -> None:
    ran = prostcli("validate", "--staged", "--changed-since", "main", cwd=repo.root)
    assert ran.status == 2
    assert "--staged och --changed-since" in ran.err


@pytest.mark.parametrize(
    "options", [("--staged",), ("--changed-since", "main"), ("--commits", "main..HEAD")]
)
def test_outside_a_repository(options: tuple[str, ...], copied: Path, prostcli: Prostcli) -> None:
    ran = prostcli("validate", *options, cwd=copied)
    assert ran.status == 2
    assert "git-förråd" in ran.err


# --- --changed-since


def test_changed_since_tells_of_changed_files_only(repo: Made, prostcli: Prostcli) -> None:
    repo.git("checkout", "-qb", "gren")
    text = (repo.root / REPORT).read_text(encoding="utf-8")
    repo.commit({REPORT: text.replace("    outcome: reached\n", "    outcome: raeched\n", 1)})
    whole = prostcli("validate", "--output-format", "json", cwd=repo.root)
    ran = prostcli("validate", "--changed-since", "main", "--output-format", "json", cwd=repo.root)
    assert ran.status == 1
    told = json.loads(ran.out)
    assert told["summary"]["files"] == 1
    everything = json.loads(whole.out)["diagnostics"]
    rewritten = [d for d in told["diagnostics"] if d["code"] == "PRO705"]
    rest = [d for d in told["diagnostics"] if d["code"] != "PRO705"]
    assert [d["facts"]["changes"] for d in rewritten] == [["a.2.outcome"]]
    assert rest == [d for d in everything if d["path"] == REPORT]
    assert len(everything) > len(rest) > 0


@pytest.mark.parametrize("ref", ["nix", "--output=x", "-Ocat", "main\n::error::x"])
def test_a_ref_that_is_none(ref: str, repo: Made, prostcli: Prostcli) -> None:
    ran = prostcli("validate", f"--changed-since={ref}", cwd=repo.root)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith("prostcli: Git känner inte till ")
    assert len(ran.err.splitlines()) == 1
    assert not (repo.root / "x").exists()


# --- --commits


def test_a_number_that_the_tip_has_not_is_still_in_the_history(
    repo: Made, prostcli: Prostcli
) -> None:
    start = repo.git("rev-parse", "HEAD")
    clean = (repo.root / REPORT).read_text(encoding="utf-8")
    bad = repo.commit({REPORT: with_number(repo)}, f"om {PERSONAL}")
    repo.commit({REPORT: clean})
    args = ("validate", "--changed-since", start, "--output-format")
    assert prostcli(*args, "full", cwd=repo.root).status == 0
    for form in ("full", "concise", "json"):
        ran = prostcli(*args, form, "--commits", f"{start}..HEAD", cwd=repo.root)
        assert ran.status == 1
        assert ran.out.count("PRO609") >= 2
        assert bad[:9] in ran.out
        assert not any(secret in ran.out for secret in SECRETS)
    assert prostcli("validate", REPORT, "--commits", f"{start}..", cwd=repo.root).status == 1


@pytest.mark.parametrize(
    "span", ["HEAD", "HEAD..HEAD", "HEAD..HEAD~1", "HEAD...HEAD", "..", "nix..HEAD"]
)
def test_a_range_without_commits_is_no_clean_one(span: str, repo: Made, prostcli: Prostcli) -> None:
    repo.commit({"om.txt": "x"})
    ran = prostcli("validate", "--commits", span, cwd=repo.root)
    assert (ran.status, ran.out) == (2, "")
    told = {
        "HEAD..HEAD": "HEAD och HEAD är samma commit",
        "HEAD..HEAD~1": "Skriv det äldre först: HEAD~1..HEAD.",
        "nix..HEAD": "nix",
    }
    assert told.get(span, f"{span} är inget spann av commits") in " ".join(ran.err.split())


def test_a_clean_history_says_nothing(repo: Made, prostcli: Prostcli) -> None:
    repo.commit({"om.txt": f"{ADDRESS} 08-508 25 000"})
    ran = prostcli("validate", "program", "--commits", "HEAD~1..HEAD", cwd=repo.root)
    assert (ran.status, ran.err) == (0, "")


def test_a_version_too_large_to_look_at_is_told(repo: Made, prostcli: Prostcli) -> None:
    repo.commit({"stor.txt": "x" * (2 * 1024 * 1024 + 1)})
    ran = prostcli("validate", "program", "--commits", "HEAD~1..HEAD", cwd=repo.root)
    assert ran.status == 0
    assert "stor.txt:1:1: PRO612 varning" in ran.out


# --- exempt


def exempt(
    prostcli: Prostcli, repo: Made, where: str, *more: str, expires: str = "2030-12-31"
) -> int:
    why = ("--reason", "Växelns nummer är offentligt", "--decided-by", "Tekniska nämnden")
    ran = prostcli("exempt", where, *why, "--expires", expires, *more, cwd=repo.root)
    assert not any(secret in ran.out + ran.err for secret in SECRETS)
    return ran.status


@pytest.mark.parametrize("value", ["08-508 25 000", ADDRESS, HYPHENED])
def test_an_exemption_lets_one_thing_stand_until_its_day(
    value: str, repo: Made, prostcli: Prostcli
) -> None:
    repo.write({REPORT: with_number(repo, value)})
    asked = ("validate", "--strict", REPORT, "program")
    assert prostcli(*asked, cwd=repo.root).status == 1
    assert exempt(prostcli, repo, f"{REPORT}:1:3:") == 0
    text = (repo.root / "program/exemptions.yaml").read_text(encoding="utf-8")
    assert value not in text
    assert prostcli(*asked, cwd=repo.root).status == 0
    assert prostcli(*asked, "--as-of", "2031-01-01", cwd=repo.root).status == 1


def test_an_exemption_is_for_one_thing_on_a_line(repo: Made, prostcli: Prostcli) -> None:
    repo.write({REPORT: with_number(repo, f"08-508 25 000 {ADDRESS}")})
    why = ("--reason", "x", "--decided-by", "y", "--expires", "2030-12-31")
    ran = prostcli("exempt", f"{REPORT}:1", *why, cwd=repo.root)
    assert ran.status == 2
    assert f"{REPORT}:1:17 (PRO602) och {REPORT}:1:3 (PRO603)" in ran.err
    assert not (repo.root / "program/exemptions.yaml").exists()
    assert exempt(prostcli, repo, f"{REPORT}:1:3") == 0
    ran = prostcli("validate", REPORT, "--output-format", "concise", cwd=repo.root)
    assert "PRO602" in ran.out
    assert "PRO603" not in ran.out


def test_an_exemption_in_a_file_beside_the_workspace(hooked: Made, prostcli: Prostcli) -> None:
    hooked.write({"anteckningar.txt": f"dnr {HYPHENED}"})
    assert exempt(prostcli, hooked, "anteckningar.txt:1:5") == 0
    hooked.git("add", "-A")
    assert hooked.tries("commit", "-qm", "x").returncode == 0
    ran = prostcli("validate", "--strict", "program", cwd=hooked.root)
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize(
    "grounds",
    [("--decided-by", "Anna Andersson"), ("--reason", f"se {HYPHENED}"), ("--reason", ADDRESS)],
)
def test_no_person_is_named_in_an_exemption(
    grounds: tuple[str, str], repo: Made, prostcli: Prostcli
) -> None:
    repo.write({REPORT: with_number(repo)})
    assert exempt(prostcli, repo, f"{REPORT}:1", *grounds) == 2
    assert not (repo.root / "program/exemptions.yaml").exists()


def test_exemptions_are_never_written_through_a_link(
    repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    repo.write({REPORT: with_number(repo)})
    (repo.root / "program/exemptions.yaml").symlink_to(tmp_path / "evil.yaml")
    assert exempt(prostcli, repo, f"{REPORT}:1") == 2
    assert not (tmp_path / "evil.yaml").exists()


def test_exemptions_are_added_at_the_end_and_once(repo: Made, prostcli: Prostcli) -> None:
    head = "# Granskas av nämnden.\n"
    repo.write({REPORT: f"# 08-508 25 000\n{with_number(repo, ADDRESS)}"})
    assert exempt(prostcli, repo, f"{REPORT}:1") == 0
    path = repo.root / "program/exemptions.yaml"
    first = head + path.read_text(encoding="utf-8")
    path.write_text(first, encoding="utf-8")
    assert exempt(prostcli, repo, f"{REPORT}:2", "--reference", "Dnr 1/2022: ja") == 0
    both = path.read_text(encoding="utf-8")
    assert both.startswith(first)
    assert exempt(prostcli, repo, f"{REPORT}:2") == 2  # it is there already
    assert path.read_text(encoding="utf-8") == both
    assert exempt(prostcli, repo, f"{REPORT}:2", expires="2031-12-31") == 0  # and now for longer
    assert path.read_text(encoding="utf-8").startswith(both)
    assert prostcli("validate", "--strict", REPORT, "program", cwd=repo.root).status == 0


def test_an_exemption_for_an_earlier_version(repo: Made, prostcli: Prostcli) -> None:
    clean = (repo.root / REPORT).read_text(encoding="utf-8")
    repo.commit({REPORT: with_number(repo)})
    repo.commit({REPORT: clean})
    asked = ("validate", "program", "--commits", "HEAD~2..HEAD")
    assert prostcli(*asked, cwd=repo.root).status == 1
    assert exempt(prostcli, repo, f"{REPORT}:1") == 2
    assert exempt(prostcli, repo, f"{REPORT}:1", "--commits", "HEAD~2..HEAD") == 0
    assert prostcli(*asked, "--strict", cwd=repo.root).status == 0


def test_what_cannot_be_exempt(repo: Made, prostcli: Prostcli) -> None:
    for where in (REPORT, f"{REPORT}:x", f"{REPORT}:1", "nix:1"):
        assert exempt(prostcli, repo, where) == 2
    repo.write({REPORT: with_number(repo)})
    assert exempt(prostcli, repo, f"{REPORT}:1", expires="2001-01-01") == 2
    assert exempt(prostcli, repo, f"{REPORT}:1", expires="snart") == 2
    assert exempt(prostcli, repo, f"{REPORT}:1", "--reason", " ") == 2
    assert not (repo.root / "program/exemptions.yaml").exists()


@pytest.mark.parametrize(
    "text",
    [
        "kind: exception\n",
        'kind: exemptions\nexemptions: []\nsalt: "00112233445566778899aabbccddeeff"\n',
        'kind: exemptions\nsalt: "00112233445566778899aabbccddeeff"\nexemptions: [\n]\n',
    ],
)
def test_a_file_of_another_form_is_not_touched(text: str, repo: Made, prostcli: Prostcli) -> None:
    repo.write({REPORT: with_number(repo), "program/exemptions.yaml": text})
    assert exempt(prostcli, repo, f"{REPORT}:1") == 2
    assert (repo.root / "program/exemptions.yaml").read_text(encoding="utf-8") == text


def test_the_hook_reads_the_exemptions_that_are_staged(hooked: Made, prostcli: Prostcli) -> None:
    hooked.write({REPORT: with_number(hooked)})
    assert exempt(prostcli, hooked, f"{REPORT}:1") == 0
    hooked.git("add", REPORT)
    assert hooked.tries("commit", "-qm", "x").returncode != 0
    hooked.git("add", "program")
    assert hooked.tries("commit", "-qm", "x").returncode == 0
    assert os.path.lexists(hooked.root / "program/exemptions.yaml")
