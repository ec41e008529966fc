"""What git answers, read from real repositories and from bytes."""

from __future__ import annotations

import ast
import contextlib
import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import prostcli
from prostcli.errors import ProstError
from prostcli.load.commits import in_commits
from prostcli.load.files import Folder, Unreadable
from prostcli.load.git.blobs import batch, contents
from prostcli.load.git.changes import changed_since
from prostcli.load.git.entries import Entry, raw_differences
from prostcli.load.git.log import messages, versions
from prostcli.load.git.repository import commit, repository
from prostcli.load.git.snapshot import committed, index_entries, to_be_committed, tree_entries
from tests.made_up import ADDRESS, HYPHENED, PERSONAL
from tests.repositories import Made, made

PLAN = "reports/2020-2021/park/2021-plan.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Made:
    return made(tmp_path / "repo", {PLAN: "kind: plan\n", "program/a.yaml": "a: 1\n"})


def code_of(caught: pytest.ExceptionInfo[ProstError]) -> str:
    return caught.value.code


# --- refs


@pytest.mark.parametrize(
    "ref",
    ["nix", "", "--output=x", "-O", "HEAD^{tree}", "a..b", "HEAD\nx", "\x1b[31m", "@{", "HEAD:"],
)
def test_a_ref_is_a_commit_or_refused_and_nothing_is_run_or_written(ref: str, repo: Made) -> None:
    before = sorted(p.name for p in repo.root.iterdir())
    with pytest.raises(ProstError) as caught:
        commit(repository(repo.root), ref)
    assert code_of(caught) == "no-ref"
    assert sorted(p.name for p in repo.root.iterdir()) == before


def test_a_ref_may_be_a_branch_a_tag_or_a_hash(repo: Made) -> None:
    head = repo.git("rev-parse", "HEAD")
    repo.git("tag", "-a", "-m", "x", "v1")
    repo.git("branch", "gren-å")
    for ref in ("HEAD", "v1", "gren-å", head, head[:10]):
        assert commit(repository(repo.root), ref) == head


def test_a_folder_in_no_repository(tmp_path: Path) -> None:
    with pytest.raises(ProstError) as caught:
        repository(tmp_path)
    assert code_of(caught) == "no-repository"


def test_a_machine_without_git(repo: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ProstError) as caught:
        repository(repo.root)
    assert code_of(caught) == "no-git"


def test_no_monitor_that_the_repository_names_is_run(repo: Made, tmp_path: Path) -> None:
    script = tmp_path / "run"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\n", encoding="utf-8")
    script.chmod(0o755)
    repo.write({PLAN: "kind: plan # x\n"})
    repo.git("add", "-A")
    repo.git("config", "core.fsmonitor", str(script))
    found = repository(repo.root)
    _, index = to_be_committed(found)
    assert index.read(PLAN, 1000) == b"kind: plan # x\n"
    changed_since(found, "HEAD", Folder(repo.root))
    assert not (tmp_path / "ran").exists()


def test_git_is_not_looked_for_where_the_command_is_run(
    repo: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "git"
    here.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\n", encoding="utf-8")
    here.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    for folders in (".", "", f"..{os.sep}{tmp_path.name}"):
        monkeypatch.setenv("PATH", folders)
        with pytest.raises(ProstError) as caught:
            repository(repo.root)
        assert code_of(caught) == "no-git"
    assert not (tmp_path / "ran").exists()


def test_git_is_asked_nothing_that_reads_a_file_of_the_folder() -> None:
    source = Path(prostcli.__file__).parent
    allowed = {
        "rev-parse", "rev-list", "merge-base", "cat-file", "ls-tree", "ls-files", "diff-tree",
        "diff-index",
    }  # fmt: skip
    asked: list[list[str]] = []
    for path in source.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "ask":
                given = [a.value for a in node.args if isinstance(a, ast.Constant)]
                asked.append([one for one in given if isinstance(one, str)])
        if "subprocess" in path.read_text(encoding="utf-8"):
            inside = path.relative_to(source).as_posix()
            assert inside in ("load/git/plumbing.py", "documents/word.py", "documents/extras.py")
    assert {command for command, *_ in asked} == allowed
    assert all("--cached" in options for command, *options in asked if command == "diff-index")
    assert not any({"--others", "--modified", "-m"} & {*o} for c, *o in asked if c == "ls-files")


# --- what has changed


def test_changed_is_what_differs_from_where_the_branch_left(repo: Made) -> None:
    repo.git("checkout", "-qb", "gren")
    repo.commit({"program/b.yaml": "b: 1\n"})
    repo.git("checkout", "-q", "main")
    repo.commit({"program/only-on-main.yaml": "x: 1\n"})
    repo.git("checkout", "-q", "gren")
    repo.write({"program/new.yaml": "c: 1\n", "program/a.yaml": "a: 2\n"})
    (repo.root / PLAN).unlink()
    changed = changed_since(repository(repo.root), "main", Folder(repo.root))
    assert changed == {"program/b.yaml", "program/new.yaml", "program/a.yaml", PLAN}


def test_without_a_common_past_everything_that_differs_has_changed(repo: Made) -> None:
    repo.git("checkout", "-q", "--orphan", "annan")
    repo.commit({"program/b.yaml": "b: 1\n"})
    assert changed_since(repository(repo.root), "main", Folder(repo.root)) == {"program/b.yaml"}


def test_names_that_git_would_quote(repo: Made) -> None:
    name = 'reports/å "ö"\n.yaml'
    repo.write({name: "x"})
    assert changed_since(repository(repo.root), "HEAD", Folder(repo.root)) == {name}
    repo.git("add", "-A")
    changed, index = to_be_committed(repository(repo.root))
    assert changed == {name}
    assert index.read(name, 10) == b"x"


def test_a_workspace_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    repo = made(tmp_path / "repo", {f"stad/{PLAN}": "a\n", "other.txt": "b\n"})
    repo.write({f"stad/{PLAN}": "c\n", "other.txt": "d\n"})
    repo.git("add", "-A")
    found = repository(repo.root / "stad")
    assert changed_since(found, "HEAD", Folder(repo.root / "stad")) == {PLAN}
    changed, index = to_be_committed(found)
    assert changed == {PLAN, "../other.txt"}
    assert index.read(PLAN, 10) == b"c\n"
    repo.git("commit", "-qm", "x")
    assert {v.path for v in versions(found, "HEAD~1..HEAD")} == {PLAN, "../other.txt"}


@pytest.mark.skipif(os.name == "nt", reason="no name there has a line break")
def test_a_line_break_in_the_name_of_a_folder(tmp_path: Path) -> None:
    repo = made(tmp_path / "två\nrader", {f"stad\nnorr/{PLAN}": "a\n"})
    found = repository(repo.root / "stad\nnorr")
    assert (found.top, found.prefix) == (repo.root.resolve(), "stad\nnorr/")
    assert not found.shallow
    assert committed(found, "HEAD")[1].entries.keys() == {PLAN}


def test_a_commits_files_below_some_folders(tmp_path: Path) -> None:
    other = PLAN.replace("2020-2021", "2020")  # begins alike and is another folder
    repo = made(tmp_path / "repo", {f"stad/{p}": "a\n" for p in (PLAN, other, "program/a.yaml")})
    found = repository(repo.root / "stad")
    head, index = committed(found, "HEAD", ["reports/2020"])
    assert head == repo.git("rev-parse", "HEAD").strip()
    assert index.entries.keys() == {other}
    _, index = committed(found, "HEAD", [PLAN, "program", "none"])
    assert index.entries.keys() == {PLAN, "program/a.yaml"}


# --- what is to be committed


def test_the_index_has_what_will_be_committed_and_not_what_lies_in_the_folder(repo: Made) -> None:
    repo.write({PLAN: "kind: plan # staged\n"})
    repo.git("add", PLAN)
    repo.write({PLAN: "kind: plan # later\n", "program/b.yaml": "b\n"})
    changed, index = to_be_committed(repository(repo.root))
    assert changed == {PLAN}
    assert index.read(PLAN, 1000) == b"kind: plan # staged\n"
    assert list(index.below("program")) == ["program/a.yaml"]


def test_the_first_commit_of_all(tmp_path: Path) -> None:
    repo = made(tmp_path / "repo", {})
    repo.write({PLAN: "x\n"})
    repo.git("add", "-A")
    assert to_be_committed(repository(repo.root))[0] == {PLAN}


def test_what_is_no_file_in_the_index_and_what_is_too_large(repo: Made) -> None:
    (repo.root / "reports/link.yaml").symlink_to("/etc/passwd")
    repo.write({"reports/large.yaml": "x" * 2000, "reports/huge.yaml": "x" * (2 * 1024 * 1024 + 1)})
    repo.git("add", "-A")
    _, index = to_be_committed(repository(repo.root))
    for path, code in {
        "reports/link.yaml": "PRO002", "reports/large.yaml": "PRO003",
        "reports/huge.yaml": "PRO003", "reports/none.yaml": "PRO001",
    }.items():  # fmt: skip
        with pytest.raises(Unreadable) as caught:
            index.read(path, 1000)
        assert caught.value.code == code


# --- versions


def test_each_version_of_a_range_is_told_once_the_oldest_first(repo: Made) -> None:
    one = repo.commit({PLAN: "1\n"})
    two = repo.commit({PLAN: "2\n", "program/c.yaml": "c\n"})
    repo.commit({PLAN: "1\n"})  # a version that was there before
    repo.git("rm", "-q", "program/c.yaml")
    repo.git("commit", "-qm", "borta")
    found = repository(repo.root)
    assert [(v.commit, v.path) for v in versions(found, "HEAD~4..HEAD")] == [
        (one, PLAN), (two, "program/c.yaml"), (two, PLAN),
    ]  # fmt: skip
    blobs = [v.blob for v in versions(found, "HEAD~4..")]
    assert [data for _, data in contents(found, blobs, 100)] == [b"1\n", b"c\n", b"2\n"]
    assert [data for _, data in contents(found, blobs, 1)] == [None, None, None]
    assert list(contents(found, [], 1)) == []


def test_what_only_a_merge_brought_in_is_a_version_too(repo: Made) -> None:
    start = repo.git("rev-parse", "HEAD")
    repo.git("checkout", "-qb", "gren")
    repo.commit({"program/b.yaml": "b\n"})
    repo.git("checkout", "-q", "main")
    repo.commit({"program/c.yaml": "c\n"})
    repo.git("merge", "-q", "--no-commit", "gren")
    repo.git("config", "log.diffMerges", "off")  # a reader's habit, and no way round the check
    repo.write({"program/evil.yaml": HYPHENED})
    repo.git("add", "-A")
    repo.git("commit", "-qm", "x")
    found = in_commits(repository(repo.root), f"{start}..HEAD")
    assert [(s.path, s.sighting.value) for s in found.seen] == [("program/evil.yaml", PERSONAL)]


def test_a_number_in_a_version_a_name_or_a_message_is_seen_though_it_is_gone(repo: Made) -> None:
    start = repo.git("rev-parse", "HEAD")
    one = repo.commit({PLAN: f"a: 1\nb: {HYPHENED} {ADDRESS}\n"}, f"om {PERSONAL}")
    two = repo.commit({PLAN: "a: 1\n", f"notes/{HYPHENED}.txt": f"{ADDRESS} {PERSONAL}"})
    repo.git("rm", "-rq", "notes")
    repo.git("commit", "-qm", "borta")
    found = in_commits(repository(repo.root), f"{start}..HEAD")
    assert found.unchecked == []
    assert sorted((s.path, s.commit, s.span.line, s.rule.code) for s in found.seen) == sorted([
        (".", one, 1, "PRO601"),
        (PLAN, one, 2, "PRO601"),
        (PLAN, one, 2, "PRO602"),
        (f"notes/{HYPHENED}.txt", two, 1, "PRO601"),  # its name
        (f"notes/{HYPHENED}.txt", two, 1, "PRO601"),  # its text; an address is no matter there
    ])  # fmt: skip


def test_pictures_are_left_out_and_what_is_too_large_is_told(repo: Made) -> None:
    start = repo.git("rev-parse", "HEAD")
    (repo.root / "picture.png").write_bytes(b"\x89PNG\0" + PERSONAL.encode())
    made_in = repo.commit(
        {"large.txt": "x" * (2 * 1024 * 1024 + 1), "program/x.yaml": "\0" + PERSONAL}
    )
    found = in_commits(repository(repo.root), f"{start}..HEAD")
    assert [s.path for s in found.seen] == ["program/x.yaml"]
    assert found.unchecked == [("large.txt", made_in)]


def test_messages_of_a_range(repo: Made) -> None:
    one = repo.commit({PLAN: "1\n"}, "rubrik\n\nrad å\x01\n:100644")
    assert list(messages(repository(repo.root), "HEAD~1..HEAD")) == [
        (one, "rubrik\n\nrad å\x01\n:100644\n")
    ]


# --- bytes that git never wrote


GITS = st.lists(
    st.sampled_from([
        b"\0", b"\n", b"\t", b" ", b":", b"a" * 40, b"100644", b"9", b"120000", b"A", b"x", b"blob",
        b"5", b"-1", b"\x01", b":000000 100644 ",
    ]),
    max_size=30,
).map(b"".join)  # fmt: skip


@given(st.binary(max_size=200) | GITS)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Read, or refused as what git would not say; nothing else is raised."""
    for parse in (index_entries, tree_entries, raw_differences, batch):
        with contextlib.suppress(ProstError):
            list(parse(data))


def test_a_path_that_looks_like_the_output_around_it() -> None:
    blob = "a" * 40
    made_in = "b" * 40
    path = ":100644 100644 x y M"
    output = f"{made_in}\0\n:000000 100644 {'0' * 40} {blob} A\0{path}\0".encode()
    new = Entry(0o100644, blob)
    assert list(raw_differences(output)) == [((made_in,), path, None, new)]


def test_hooks_tell_where_the_index_is(repo: Made, tmp_path: Path) -> None:
    """`git commit FILE` makes an index of its own and says so to the hook."""
    other = tmp_path / "other-index"
    repo.write({PLAN: "kind: plan # own\n"})
    subprocess.run(
        ["git", "-C", repo.root, "add", "-A"],
        check=True,
        env={**os.environ, "GIT_INDEX_FILE": str(other)},
    )
    assert to_be_committed(repository(repo.root))[0] == frozenset()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_INDEX_FILE", os.path.relpath(other, repo.root))
        patch.chdir(repo.root)
        changed, index = to_be_committed(repository(repo.root))
        assert PLAN in changed
        assert index.read(PLAN, 100) == b"kind: plan # own\n"
