"""Checkouts that do not hold all that git has: said, with the way out, and never counted as all."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from prostcli.load.files import Folder
from prostcli.load.git.changes import changed_since
from prostcli.load.git.place import must_be_plain
from prostcli.load.git.repository import repository
from prostcli.load.workspace import load
from prostcli.usecases import check
from tests.made_up import HYPHENED
from tests.repositories import Made, copied, made

from .conftest import LINDVIK, TOP, Prostcli

REPORT = "reports/2020-2022/teknik/2022-report.yaml"
PLAN = "reports/2020-2022/park/2022-plan.yaml"
DAY = ("--as-of", "2023-06-01")
UNSHALLOW = "git fetch --unshallow"
REFETCH = "git fetch --refetch --no-filter"
DISABLE = "git sparse-checkout disable"
SPARSE: tuple[tuple[str, ...], ...] = (
    ("status",), ("validate",), ("review",), ("show", "park"), ("activities",),
    ("submissions",), ("site", "-o", "site"), ("diff", "HEAD"),
    ("new", "plan", "park", "2022", "-o", "-"), ("validate", "--changed-since", "HEAD"),
    ("schema", "--check"),
)  # fmt: skip
"""Commands that read the folder."""


@pytest.fixture
def repo(tmp_path: Path) -> Made:
    """Lindvik in three commits, each with its own version of a report."""
    repo = copied(LINDVIK, tmp_path / "Förråd")
    repo.commit({})
    repo.edit(REPORT, "year: 2022", "year: 2022 # å")
    repo.commit({})
    repo.edit(REPORT, "# å", "# åä")
    repo.commit({"lös.txt": "x\n"})
    return repo


def clone(repo: Made, root: Path, *how: str) -> Made:
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.git("clone", "-q", *how, f"file://{repo.root}", str(root))
    return Made(root)


# --- shallow


def test_a_range_down_to_where_a_shallow_clone_ends_is_refused(
    repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    first = repo.git("rev-parse", "HEAD~2")
    for depth in (1, 2, 3):
        cut = clone(repo, tmp_path / str(depth), "--depth", str(depth))
        for span in (f"{first}..HEAD", "HEAD~1..HEAD"):
            ran = prostcli("validate", "--commits", span, cwd=cut.root)
            there = depth == 3 or (depth == 2 and span.startswith("HEAD"))
            assert ran.status == (0 if there else 2), (depth, span)
            assert (UNSHALLOW in ran.err) is not there


def test_a_shallow_clone_of_a_merge_is_no_way_past(
    repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    """As a checkout of depth 2 on GitHub: the merge, and the last commit of each side."""
    base = repo.git("rev-parse", "HEAD")
    repo.git("checkout", "-qb", "gren")
    repo.commit({"a.txt": f"{HYPHENED}\n"})
    repo.commit({"a.txt": "borta\n"})
    tip = repo.git("rev-parse", "HEAD")
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "--no-edit", "gren")
    span = ("validate", "--commits", f"{base}..{tip}")
    cut = clone(repo, tmp_path / "cut", "--depth", "2")
    ran = prostcli(*span, cwd=cut.root)
    assert (ran.status, UNSHALLOW in ran.err) == (2, True)
    since = prostcli("validate", "--changed-since", base, cwd=cut.root)
    assert (since.status, UNSHALLOW in since.err) == (2, True)
    cut.git("fetch", "-q", "--unshallow")
    ran = prostcli(*span, cwd=cut.root)
    assert (ran.status, "PRO609" in ran.out) == (1, True)
    assert prostcli("validate", "--changed-since", base, cwd=cut.root).status == 0


def test_commands_in_a_shallow_clone(repo: Made, prostcli: Prostcli, tmp_path: Path) -> None:
    first = repo.git("rev-parse", "HEAD~2")
    cut = clone(repo, tmp_path / "cut", "--depth", "1").root
    out = str(tmp_path / "r.md")
    for command in (
        ("diff", first), ("review",), ("site", "-o", str(tmp_path / "site")),
        ("validate", "--changed-since", first),
    ):  # fmt: skip
        ran = prostcli(*DAY, *command, cwd=cut)
        assert (ran.status, UNSHALLOW in ran.err) == (2, True), command
    assert not (tmp_path / "site").exists()
    ran = prostcli(*DAY, "show", "teknik", cwd=cut)
    assert (ran.status, UNSHALLOW in " ".join(ran.out.split())) == (0, True)
    assert "Senast ändrad i git" not in ran.out
    assert ran.out.endswith(".\n")
    assert "\n\n\n" not in ran.out
    assert prostcli(*DAY, "status", cwd=cut).out == prostcli(*DAY, "status", cwd=repo.root).out
    assert prostcli(*DAY, "diff", "HEAD", cwd=cut).status == 0
    assert prostcli(*DAY, "review", "-o", out, cwd=repo.root).status == 0
    assert UNSHALLOW in " ".join(prostcli("review", "--check", out, cwd=cut).err.split())


# --- partial


def test_commands_in_a_partial_clone(repo: Made, prostcli: Prostcli, tmp_path: Path) -> None:
    part = clone(repo, tmp_path / "part", "--filter=blob:none")
    validate = ("validate", "--changed-since", "HEAD~2")
    for command in (("diff", "HEAD~2"), ("validate", "--commits", "HEAD~2..HEAD"), validate):
        ran = prostcli(*DAY, *command, cwd=part.root)
        assert (ran.status, REFETCH in ran.err) == (2, True), command
    ran = prostcli(*DAY, "show", "teknik", cwd=part.root)
    assert (ran.status, REFETCH in " ".join(ran.out.split())) == (0, True)
    # What needs no older file is as in a whole clone.
    for same in (("review",), ("diff", "HEAD"), ("validate", "--changed-since", "HEAD")):
        here, there = (prostcli(*DAY, *same, cwd=r.root) for r in (part, repo))
        assert (here.status, here.out) == (there.status, there.out), same
    part.git("fetch", "-q", "--refetch", "--no-filter")  # as the message says
    for command in (("show", "teknik"), ("diff", "HEAD~2")):
        here, there = (prostcli(*DAY, *command, cwd=r.root) for r in (part, repo))
        assert (here.status, here.out) == (there.status, there.out), command


def test_a_clone_without_the_older_folders_says_so(
    repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    part = clone(repo, tmp_path / "part", "--filter=tree:0")
    for command in (("review",), ("validate", "--commits", "HEAD~2..HEAD"), ("diff", "HEAD~2")):
        ran = prostcli(*DAY, *command, cwd=part.root)
        assert (ran.status, REFETCH in ran.err) == (2, True), command


@pytest.mark.parametrize(
    ("how", "variant"), [(("--depth", "1"), "shallow"), (("--filter=blob:none",), "not-fetched")]
)
def test_what_changed_in_a_sealed_file_is_said_to_be_elsewhere(
    how: tuple[str, ...], variant: str, tmp_path: Path, prostcli: Prostcli
) -> None:
    repo = copied(TOP / "examples/nordhamn", tmp_path / "repo")
    path = "reports/2012-2015/kultur-fritid/2014-report.yaml"
    repo.commit({})
    with (repo.root / path).open("a", encoding="utf-8") as file:
        file.write("# efteråt\n")
    repo.commit({})
    root = clone(repo, tmp_path / "clone", *how).root
    told = [d for d in check(load(root), date(2016, 6, 1)) if d.code == "PRO701"]
    assert [(d.path, d.facts["variant"]) for d in told] == [(path, variant)]
    mend = UNSHALLOW if variant == "shallow" else REFETCH
    assert mend in prostcli("validate", path, cwd=root).out


def test_a_file_that_is_gone_from_the_repository_is_no_file_with_faults(
    repo: Made, prostcli: Prostcli
) -> None:
    blob = repo.git("rev-parse", f"HEAD~1:{REPORT}")
    (repo.root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    for command in (("diff", "HEAD~1"), ("validate", "--commits", "HEAD~2..HEAD")):
        ran = prostcli(*DAY, *command, cwd=repo.root)
        assert (ran.status, "git fsck" in ran.err) == (2, True), command
    assert "git status" in prostcli(*DAY, "show", "teknik", cwd=repo.root).out
    assert prostcli(*DAY, "review", cwd=repo.root).status == 0


def test_no_list_of_other_parents_hides_a_commit(repo: Made, prostcli: Prostcli) -> None:
    repo.commit({"a.txt": f"{HYPHENED}\n"})
    repo.commit({"a.txt": "borta\n"})
    first, *_, last = repo.git("rev-list", "--reverse", "HEAD").split()
    span = ("validate", "--commits", f"{first}..{last}")
    before = prostcli(*span, cwd=repo.root)
    assert (before.status, "PRO609" in before.out) == (1, True)
    repo.git("replace", "--graft", last, first)
    assert prostcli(*span, cwd=repo.root) == before
    repo.git("replace", "-d", last)
    grafts = repo.root / ".git/info/grafts"
    grafts.write_text(f"{last} {first}\n", encoding="utf-8")
    assert prostcli(*span, cwd=repo.root) == before


# --- sparse


@pytest.mark.parametrize("cone", [True, False])
@pytest.mark.parametrize("index", ["full", "sparse"])
@pytest.mark.parametrize("below", ["", "stad/"])
def test_no_command_takes_a_sparse_checkout_for_all(
    cone: bool, index: str, below: str, prostcli: Prostcli, tmp_path: Path
) -> None:
    if index == "sparse" and not cone:
        pytest.skip("git has it with cones only")
    repo = copied(LINDVIK, tmp_path / "repo" / below)
    if below:
        (repo.root / ".git").rename(tmp_path / "repo/.git")
        repo = Made(tmp_path / "repo")
    repo.commit({})
    root = repo.root / below
    before = prostcli(*DAY, "status", cwd=root)
    if cone:
        more = ["--sparse-index"] if index == "sparse" else []
        kept = [f"{below}program", f"{below}reports/2020-2022/park"]
        repo.git("sparse-checkout", "set", "--cone", *more, *kept)
    else:
        repo.git("sparse-checkout", "set", "--no-cone", "/*", f"!/{below}{REPORT}")
    assert not (root / REPORT).exists()
    for command in SPARSE if (cone, index, below) == (True, "full", "") else SPARSE[:3]:
        ran = prostcli(*DAY, *command, cwd=root)
        assert (ran.status, DISABLE in ran.err) == (2, True), (command, ran)
    assert not (root / "site").exists()
    assert prostcli("validate", "--staged", cwd=root).status == 0  # reads what git has
    repo.git("sparse-checkout", "disable")
    assert prostcli(*DAY, "status", cwd=root) == before


def test_what_is_left_out_may_be_the_programme_itself(
    repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    repo.git("sparse-checkout", "set", "reports")
    assert not (repo.root / "program").exists()
    ran = prostcli(*DAY, "status", cwd=repo.root)
    assert (ran.status, DISABLE in ran.err) == (2, True)
    ran = prostcli("--root", str(repo.root), *DAY, "status", cwd=tmp_path)
    assert (ran.status, DISABLE in ran.err) == (2, True)


def test_a_sparse_worktree_beside_a_whole_one(
    repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    linked = Made(tmp_path / "länkad")
    repo.git("worktree", "add", "-q", "--detach", str(linked.root))
    linked.git("sparse-checkout", "set", "program")
    assert prostcli(*DAY, "status", cwd=linked.root).status == 2
    assert prostcli(*DAY, "status", cwd=repo.root).status == 0


def test_files_of_others_may_be_left_out(repo: Made, prostcli: Prostcli) -> None:
    repo.commit({"bilder/å.txt": "x\n", "reports/2020-2022/park/Thumbs.db": "x"})
    before = prostcli(*DAY, "status", cwd=repo.root)
    patterns = ("/*", "!/bilder/", "!Thumbs.db")
    repo.git("sparse-checkout", "set", "--no-cone", *patterns)
    assert not (repo.root / "bilder").exists()
    assert prostcli(*DAY, "status", cwd=repo.root) == before


@pytest.mark.parametrize(
    "index", [(), ("--index-version", "4"), ("--split-index",)], ids=["plain", "packed", "split"]
)
def test_a_file_that_is_marked_alone_is_left_out_too(
    index: tuple[str, ...], repo: Made, prostcli: Prostcli
) -> None:
    """There is no list of what to leave out: only the index says it, whatever form it has."""
    before = prostcli(*DAY, "status", cwd=repo.root)
    if index:
        repo.git("update-index", *index)
    repo.git("update-index", "--skip-worktree", PLAN, REPORT)
    assert prostcli(*DAY, "status", cwd=repo.root) == before  # it is there all the same
    (repo.root / REPORT).unlink()
    assert not (repo.root / ".git/info/sparse-checkout").exists()
    assert not repo.git("status", "--short")
    for command in (("status",), ("validate",), ("review",), ("show", "park"), ("diff", "HEAD")):
        ran = prostcli(*DAY, *command, cwd=repo.root)
        told = (ran.status, DISABLE in ran.err, REPORT in ran.err, "Antal: 1," in ran.err)
        assert told == (2, True, True, True), (command, ran)
    repo.git("sparse-checkout", "disable")
    assert prostcli(*DAY, "status", cwd=repo.root) == before


def test_the_programme_may_lie_above_where_one_stands(repo: Made, prostcli: Prostcli) -> None:
    repo.git("sparse-checkout", "set", "reports")
    ran = prostcli(*DAY, "status", cwd=repo.root / "reports/2020-2022")
    assert (ran.status, DISABLE in ran.err) == (2, True)


def test_a_clone_that_is_not_checked_out_or_only_half_is_not_taken_for_all(
    repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    """Git writes its index last: one that was stopped has left files and no index."""
    before = prostcli(*DAY, "status", cwd=repo.root)
    cut = clone(repo, tmp_path / "cut", "--no-checkout")
    for where in ("none", "half"):
        if where == "half":
            cut.git("checkout", "HEAD", "--", "program", "reports/2020-2022/park")
            (cut.root / ".git/index").unlink()
        for how in ((), ("--root", str(cut.root))):
            ran = prostcli(*how, *DAY, "status", cwd=cut.root)
            assert (ran.status, "git checkout HEAD -- ." in ran.err) == (2, True), (where, how)
    cut.git("checkout", "HEAD", "--", ".")  # as the message says
    assert prostcli(*DAY, "status", cwd=cut.root) == before


def test_a_repository_with_nothing_in_it_yet_lacks_nothing(
    prostcli: Prostcli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = copied(LINDVIK, tmp_path / "repo")
    assert prostcli(*DAY, "status", cwd=repo.root).status == 0
    monkeypatch.setenv("PATH", "")
    assert prostcli(*DAY, "status", cwd=repo.root).status == 0


# --- other repositories inside this one


@pytest.fixture
def parted(tmp_path: Path) -> Made:
    """Lindvik with its reports in a repository of their own."""
    reports = copied(LINDVIK / "reports", tmp_path / "redovisningar")
    reports.commit({})
    repo = copied(LINDVIK / "program", tmp_path / "repo/program")
    (repo.root / ".git").rename(tmp_path / "repo/.git")
    repo = Made(tmp_path / "repo")
    add = ("-c", "protocol.file.allow=always", "submodule", "--quiet", "add")
    repo.git(*add, str(reports.root), "reports")
    repo.commit({})
    return repo


def test_reports_in_a_repository_of_their_own_must_be_there(
    parted: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    before = prostcli(*DAY, "status", cwd=parted.root)
    assert before.status == 0
    without = clone(parted, tmp_path / "utan")
    assert list((without.root / "reports").iterdir()) == []
    for command in (("status",), ("validate",), ("review",), ("show", "park")):
        ran = prostcli(*DAY, *command, cwd=without.root)
        assert (ran.status, "git submodule update --init" in ran.err) == (2, True), command
    without.git("-c", "protocol.file.allow=always", "submodule", "update", "-q", "--init")
    assert prostcli(*DAY, "status", cwd=without.root) == before


def test_the_past_of_such_reports_is_not_in_this_repository(
    parted: Made, prostcli: Prostcli
) -> None:
    inner = Made(parted.root / "reports")
    (inner.root / REPORT.removeprefix("reports/")).unlink()
    inner.commit({})
    parted.git("add", "-A")
    asked = (
        ("diff", "HEAD"), ("validate", "--staged"), ("validate", "--changed-since", "HEAD"),
        ("validate", "--commits", "HEAD~1..HEAD"),
    )  # fmt: skip
    for ask in asked:
        if "--commits" in ask:
            parted.commit({})
        ran = prostcli(*DAY, *ask, cwd=parted.root)
        assert (ran.status, "submodul" in ran.err, ran.out) == (2, True, ""), ask
    for command in (("status",), ("validate",), ("review",), ("show", "teknik")):
        assert prostcli(*DAY, *command, cwd=parted.root).status == 0, command


def test_a_repository_in_a_repository_may_hold_all_of_it(
    repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    outer = made(tmp_path / "yttre", {"a.txt": "x\n"})
    add = ("-c", "protocol.file.allow=always", "submodule", "--quiet", "add")
    outer.git(*add, str(repo.root), "stad")
    outer.commit({})
    inner = outer.root / "stad"
    for command in (("status",), ("diff", "HEAD~1"), ("validate", "--commits", "HEAD~1..HEAD")):
        here, there = (prostcli(*DAY, *command, cwd=r) for r in (inner, repo.root))
        assert (here.status, here.out) == (there.status, there.out), command
    without = clone(outer, tmp_path / "utan").root / "stad"
    ran = prostcli(*DAY, "status", cwd=without)
    assert (ran.status, "git submodule update --init" in ran.err) == (2, True)


INSIDE = ("reports", "reports/2020-2022", "reports/2020-2022/teknik", "program")
"""Folders that somebody may have made a repository of."""


def nested(repo: Made, folder: str) -> Made:
    """What `git add .` makes of a repository in the folder: its commit, and no `.gitmodules`."""
    inner = Made(repo.root / folder)
    inner.git("init", "-q", "-b", "main")
    inner.commit({})
    repo.git("rm", "-rq", "--cached", folder)
    repo.git("add", ".")
    repo.commit({})
    return inner


@pytest.mark.parametrize("folder", INSIDE)
def test_a_clone_lacks_a_folder_that_was_added_as_a_repository_of_its_own(
    folder: str, repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    before = prostcli(*DAY, "status", cwd=repo.root)
    nested(repo, folder)
    without = clone(repo, tmp_path / "utan")
    assert list((without.root / folder).iterdir()) == []
    for left in (None, "Thumbs.db", "anteckning.txt"):
        if left is not None:
            (without.root / folder / left).write_bytes(b"x")
        for command in SPARSE if left is None else SPARSE[:2]:
            ran = prostcli(*DAY, *command, cwd=without.root)
            assert (ran.status, ran.out) == (2, ""), command
            assert folder in ran.err
            if "--changed-since" not in command:
                assert f"git rm --cached {folder}" in ran.err
                assert "git submodule update" not in ran.err
    # As the message says.
    (repo.root / folder / ".git").rename(tmp_path / "undan")
    repo.git("rm", "-q", "--cached", folder)
    repo.git("add", folder)
    repo.commit({})
    mended = clone(repo, tmp_path / "med")
    assert prostcli(*DAY, "status", cwd=mended.root) == before


def test_beside_a_submodule_that_can_be_fetched_is_one_that_cannot(
    parted: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    inner = nested(parted, "program/2020-2022")
    without = clone(parted, tmp_path / "utan")
    ran = prostcli(*DAY, "status", cwd=without.root)
    assert (ran.status, "git rm --cached program/2020-2022" in ran.err) == (2, True)
    inner.git("clone", "-q", str(inner.root), str(without.root / "program/2020-2022"))
    ran = prostcli(*DAY, "status", cwd=without.root)
    assert (ran.status, "git submodule update --init" in ran.err) == (2, True)


@pytest.mark.parametrize("folder", INSIDE)
def test_the_past_of_a_folder_that_is_a_repository_of_its_own_is_not_here(
    folder: str, repo: Made, prostcli: Prostcli
) -> None:
    before = prostcli(*DAY, "status", cwd=repo.root)
    shown = prostcli(*DAY, "show", "teknik", cwd=repo.root)
    assert "submodul" not in shown.out
    start = repo.git("rev-parse", "HEAD")
    inner = nested(repo, folder)
    for ask in (
        ("validate", "--staged"), ("validate", "--changed-since", "HEAD"),
        ("validate", "--changed-since", start), ("validate", "--commits", f"{start}..HEAD"),
        ("diff", "HEAD"),
    ):  # fmt: skip
        ran = prostcli(*DAY, *ask, cwd=repo.root)
        assert (ran.status, ran.out, f"git rm --cached {folder}" in ran.err) == (2, "", True), ask
    repo.commit({"a.txt": "x\n"})  # a range in which it did not come
    inner.commit({"2019-plan.yaml": "x\n"})
    ran = prostcli("validate", "--commits", "HEAD~1..HEAD", cwd=repo.root)
    assert (ran.status, ran.out, "submodul" in ran.err) == (2, "", True)
    (inner.root / "2019-plan.yaml").unlink()
    assert prostcli(*DAY, "status", cwd=repo.root) == before
    ran = prostcli(*DAY, "show", "teknik", cwd=repo.root)
    assert (ran.status, "submodul" in ran.out) == (0, folder != "program")
    assert ("Senast ändrad i git" in ran.out) == (folder == "program")


def test_what_lies_beside_such_a_folder_keeps_its_history(repo: Made, prostcli: Prostcli) -> None:
    nested(repo, "reports/2020-2022/teknik")
    ran = prostcli(*DAY, "show", "park", cwd=repo.root)
    assert ("Senast ändrad i git" in ran.out, "submodul" in ran.out) == (True, False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes")
@pytest.mark.parametrize("how", ["link", "pipe", "link to a pipe", "link to nothing"])
def test_an_index_that_is_no_plain_file_hides_nothing(
    how: str, repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    repo.git("update-index", "--skip-worktree", REPORT)
    (repo.root / REPORT).unlink()
    index, aside = repo.root / ".git/index", tmp_path / "index"
    index.rename(aside)
    if how != "link":
        aside.unlink()
    if how.endswith("pipe"):
        os.mkfifo(index if how == "pipe" else aside)
    if how != "pipe":
        index.symlink_to(aside)
    for command in (("status",), ("validate",), ("show", "park")):
        ran = prostcli(*DAY, *command, cwd=repo.root)
        way_out = DISABLE if how == "link" else "git status"
        assert (ran.status, ran.out, way_out in ran.err) == (2, "", True), command


PIPES = (
    "HEAD", "config", "index", "packed-refs", "shallow", "commondir", "config.worktree",
    "refs/heads/main", "objects/info/alternates", "objects/info/commit-graph",
    "objects/pack/multi-pack-index", "objects/ab/cd", "hooks/x",
)  # fmt: skip
INCLUDED = (
    "[include] path = p\n",
    '[ore]\n[INCLUDE]\n\tx = 1\n\tPath = "../.git/\\\n./p" ; x\n',
    '[includeIf "gitdir:/nowhere"]\r\npath=./p\r\n',
    "[include]\n  path = ~/p\n",
    "[include]\n  path = OUTSIDE/p\n",
    "[include]\n  path = nested\n",
)
"""Settings that lead to a pipe."""


def refuses(root: Path, prostcli: Prostcli, *commands: tuple[str, ...]) -> None:
    """It does not wait: an alarm would end it, and git with it."""
    for command in commands or (("show", "1.1"), ("validate", "--changed-since", "HEAD")):
        ran = prostcli(*DAY, *command, cwd=root)
        assert (ran.status, ran.out, "git worktree repair" in ran.err) == (2, "", True), command


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    """A small workspace in a repository of its own. What waits is ended after some seconds."""
    repo = copied(TOP / "tests/cases/base", tmp_path / "repo")
    repo.commit({})
    monkeypatch.setenv("HOME", str(tmp_path))

    def ended(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ended)
    signal.alarm(20)
    yield repo
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes")
class TestGitIsNotLeftWaiting:
    @pytest.mark.parametrize("name", PIPES)
    @pytest.mark.parametrize("link", [False, True])
    def test_for_one_of_its_own_files(
        self, name: str, *, link: bool, small: Made, prostcli: Prostcli, tmp_path: Path
    ) -> None:
        file = small.root / ".git" / name
        file.unlink(missing_ok=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        if link:
            file.symlink_to(tmp_path / "aside")
        os.mkfifo(tmp_path / "aside" if link else file)
        refuses(small.root, prostcli)
        if not link:
            refuses(small.root, prostcli, ("validate", "--staged"), ("diff", "HEAD"))

    @pytest.mark.parametrize("settings", INCLUDED)
    def test_for_what_settings_include(
        self, settings: str, small: Made, prostcli: Prostcli, tmp_path: Path
    ) -> None:
        git = small.root / ".git"
        (git / "nested").write_text("[include]\npath = ../../p\n", encoding="utf-8")
        with (git / "config").open("a", encoding="utf-8", newline="") as file:
            file.write(settings.replace("OUTSIDE", str(tmp_path)))
        ran = prostcli(*DAY, "show", "1.1", cwd=small.root)  # nothing is there yet
        assert (ran.status, ran.err) == (0, "")
        os.mkfifo(git / "p" if "./p" in settings or " p\n" in settings else tmp_path / "p")
        refuses(small.root, prostcli)

    @pytest.mark.parametrize("where", ["shared", "own"])
    def test_in_a_linked_worktree(
        self, where: str, small: Made, prostcli: Prostcli, tmp_path: Path
    ) -> None:
        linked = tmp_path / "linked"
        small.git("worktree", "add", "-q", "--detach", str(linked))
        assert prostcli(*DAY, "show", "1.1", cwd=linked).status == 0
        own = "worktrees/linked/" if where == "own" else "refs/heads/"
        os.mkfifo(small.root / ".git" / own / "pipe")
        refuses(linked, prostcli)

    def test_in_a_store_that_another_borrows_from(
        self, small: Made, prostcli: Prostcli, tmp_path: Path
    ) -> None:
        small.git("clone", "-q", "-s", str(small.root), str(tmp_path / "one"))
        small.git("clone", "-q", "-s", str(tmp_path / "one"), str(tmp_path / "two"))
        assert prostcli(*DAY, "show", "1.1", cwd=tmp_path / "two").status == 0
        os.mkfifo(small.root / ".git/objects/pack/multi-pack-index")
        refuses(tmp_path / "two", prostcli)

    @pytest.mark.parametrize("name", [".git/HEAD", "repo/HEAD", ".git/refs/pipe"])
    def test_where_it_goes_on_upward(self, name: str, small: Made, prostcli: Prostcli) -> None:
        outer = Made(small.root.parent)
        outer.git("init", "-q", "-b", "main")
        (small.root / ".git/HEAD").unlink()  # git passes over it
        (outer.root / name).unlink(missing_ok=True)
        os.mkfifo(outer.root / name)
        refuses(small.root, prostcli, ("validate", "--changed-since", "HEAD"))

    def test_for_lists_that_settings_name(self, small: Made, prostcli: Prostcli) -> None:
        os.mkfifo(small.root.parent / "p")
        small.git("config", "core.excludesFile", "~/p")
        small.git("config", "core.attributesFile", "~/p")
        assert prostcli("validate", "--staged", cwd=small.root).status == 0
        assert prostcli(*DAY, "show", "1.1", cwd=small.root).status == 0

    def test_and_who_does_not_ask_it_does_not_look(
        self, small: Made, prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        os.mkfifo(small.root / ".git/refs/heads/pipe")

        def never(_: Path) -> None:
            raise AssertionError

        monkeypatch.setattr("prostcli.load.git.repository.must_be_plain", never)
        assert prostcli(*DAY, "status", cwd=small.root).status == 0

    def test_nor_by_settings_that_include_each_other(self, small: Made) -> None:
        text = "[include]\npath = ../.git/q\npath = ../.git/config\npath = refs/../q\n"
        (small.root / ".git/q").write_text(text, encoding="utf-8")
        small.git("config", "include.path", "q")
        must_be_plain(small.root)

    def test_what_is_ordinary_is_let_by(
        self, small: Made, prostcli: Prostcli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        git = small.root / ".git"
        before = prostcli(*DAY, "show", "1.1", cwd=small.root)
        (git / ".#COMMIT_EDITMSG").symlink_to("nobody@nowhere.1")  # as an editor does
        (git / "round").symlink_to(git)
        (git / "objects").rename(tmp_path / "objects")
        (git / "objects").symlink_to(tmp_path / "objects")
        with contextlib.closing(socket.socket(socket.AF_UNIX)) as monitor:
            monkeypatch.chdir(git)  # its name must be short
            monitor.bind("fsmonitor--daemon.ipc")
        assert prostcli(*DAY, "show", "1.1", cwd=small.root) == before
        assert before.status == 0


def test_no_git_is_started_for_a_whole_checkout(
    repo: Made, prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Patterns that are no longer used are left behind.
    repo.git("sparse-checkout", "set", "program")
    repo.git("sparse-checkout", "disable")
    assert (repo.root / ".git/info/sparse-checkout").exists()
    (repo.root / "reports/2020-2022/tom").mkdir()
    (repo.root / ".gitmodules").write_text("", encoding="utf-8")

    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(subprocess, "run", never)
    assert prostcli(*DAY, "status", cwd=repo.root).status == 0


# --- line ends, and times


def with_crlf(repo: Made, root: Path) -> Made:
    """A clone as Git for Windows makes it."""
    return clone(repo, root, "-c", "core.autocrlf=true")


def test_a_clean_clone_with_crlf_is_not_changed(
    repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    windows = with_crlf(repo, tmp_path / "windows")
    assert b"\r\n" in (windows.root / REPORT).read_bytes()
    assert changed_since(repository(windows.root), "HEAD", Folder(windows.root)) == frozenset()
    for command in (("review",), ("show", "teknik"), ("validate",), ("status",)):
        here, there = (prostcli(*DAY, *command, cwd=r.root) for r in (windows, repo))
        assert (here.status, here.out) == (there.status, there.out), command
    assert "inte införda" not in prostcli(*DAY, "review", cwd=windows.root).out
    for one, other in ((windows, repo), (repo, windows)):
        made_there = str(tmp_path / f"{one.root.name}.md")
        assert prostcli(*DAY, "review", "-o", made_there, cwd=one.root).status == 0
        assert prostcli("review", "--check", made_there, cwd=other.root).status == 0


def test_what_is_changed_in_such_a_clone_is(repo: Made, tmp_path: Path) -> None:
    windows = with_crlf(repo, tmp_path / "windows")
    windows.edit(REPORT, "# å", "# ä")
    assert changed_since(repository(windows.root), "HEAD", Folder(windows.root)) == {REPORT}


def test_files_that_git_has_with_crlf_are_not_changed_either(
    prostcli: Prostcli, tmp_path: Path
) -> None:
    repo = copied(LINDVIK, tmp_path / "repo")
    text = (repo.root / REPORT).read_bytes().replace(b"\n", b"\r\n")
    (repo.root / REPORT).write_bytes(text)
    repo.commit({})
    assert changed_since(repository(repo.root), "HEAD", Folder(repo.root)) == frozenset()
    (repo.root / REPORT).write_bytes(text.replace(b"\r\n", b"\n"))  # git would commit this
    assert changed_since(repository(repo.root), "HEAD", Folder(repo.root)) == {REPORT}
    assert prostcli("validate", cwd=repo.root).status == 0


def test_a_file_that_was_only_touched_has_not_changed(repo: Made, prostcli: Prostcli) -> None:
    for path in repo.root.glob("*/*/**/*.yaml"):
        path.write_bytes(path.read_bytes())
    assert changed_since(repository(repo.root), "HEAD", Folder(repo.root)) == frozenset()
    assert prostcli("validate", "--changed-since", "HEAD", cwd=repo.root).status == 0


def test_a_repository_by_sha_256(prostcli: Prostcli, tmp_path: Path) -> None:
    root = tmp_path / "repo"
    root.mkdir()
    repo = Made(root)
    if repo.tries("init", "-q", "-b", "main", "--object-format=sha256").returncode:
        pytest.skip("this git has none")
    repo.write({p.relative_to(LINDVIK).as_posix(): p.read_text("utf-8")
                for p in LINDVIK.rglob("*") if p.is_file()})  # fmt: skip
    repo.git("add", "-A")
    assert prostcli("validate", "--staged", cwd=root).status == 0
    made_by = repo.commit({})
    repo.edit(REPORT, "year: 2022", "year: 2022 # å")
    assert changed_since(repository(root), "HEAD", Folder(root)) == {REPORT}
    repo.commit({})
    assert f"({made_by[:9]})" in prostcli(*DAY, "show", "teknik", cwd=root).out
    for command in (("validate", "--commits", "HEAD~1..HEAD"), ("review",), ("diff", "HEAD~1")):
        assert prostcli(*DAY, *command, cwd=root).status == 0, command


# --- what is about to be committed


def test_a_name_without_its_content_is_told_and_is_not_there(
    repo: Made, prostcli: Prostcli
) -> None:
    new = "reports/2020-2022/park/2022-plan-2.yaml"
    repo.write({new: (repo.root / PLAN).read_text("utf-8")})
    repo.git("add", "-N", new)
    ran = prostcli("validate", "--staged", cwd=repo.root)
    assert ran.status == 0
    assert f"{new}:1:1: PRO517" in ran.out
    assert "PRO015" not in ran.out
    assert "PRO517" not in prostcli("validate", cwd=repo.root).out
    repo.git("add", new)
    assert "PRO517" not in prostcli("validate", "--staged", cwd=repo.root).out


def test_an_empty_file_is_still_an_empty_file(repo: Made, prostcli: Prostcli) -> None:
    new = "reports/2020-2022/park/2022-plan-2.yaml"
    repo.write({new: ""})
    repo.git("add", new)
    ran = prostcli("validate", "--staged", cwd=repo.root)
    assert (ran.status, f"{new}:1:1: PRO015" in ran.out, "PRO517" in ran.out) == (1, True, False)


def test_an_unfinished_merge_is_told(repo: Made, prostcli: Prostcli) -> None:
    repo.git("checkout", "-qb", "gren")
    repo.edit(REPORT, "# å", "# gren")
    repo.commit({})
    repo.git("checkout", "-q", "main")
    repo.edit(REPORT, "# å", "# main")
    repo.commit({})
    assert repo.tries("merge", "-q", "gren").returncode
    ran = prostcli("validate", "--staged", cwd=repo.root)
    assert (ran.status, f"{REPORT}:1:1: PRO516" in ran.out) == (1, True)
    assert "osammanslagna ändringar" in ran.out
    ran = prostcli("validate", cwd=repo.root)
    assert (ran.status, "PRO006" in ran.out, "<<<<<<<" in ran.out) == (1, True, True)
    assert "osammanslagna ändringar" in ran.out
    repo.git("checkout", "-q", "--ours", REPORT)
    repo.git("add", REPORT)
    assert prostcli("validate", "--staged", cwd=repo.root).status == 0


def test_files_that_windows_leaves_are_never_told_of(repo: Made, prostcli: Prostcli) -> None:
    folder = "reports/2020-2022/park"
    told = prostcli("validate", cwd=repo.root)
    before = prostcli("validate", "--staged", cwd=repo.root)
    for name in ("Thumbs.db", "desktop.ini", "~$plan.docx"):
        (repo.root / folder / name).write_bytes(b"\xd0\xcf\x11\xe0 packat")
    assert prostcli("validate", cwd=repo.root) == told
    repo.git("add", "-A")
    assert prostcli("validate", "--staged", cwd=repo.root) == before
    repo.commit({})
    told = prostcli("validate", "--commits", "HEAD~1..HEAD", cwd=repo.root)
    assert (told.status, "PRO612" in told.out) == (0, False)
    (repo.root / folder / "bilaga.docx").write_bytes(b"\xd0\xcf\x11\xe0 packat")
    repo.git("add", "-A")
    assert "PRO612" in prostcli("validate", "--staged", cwd=repo.root).out


def test_a_pointer_to_git_lfs_is_told_and_not_taken_for_searched(
    repo: Made, prostcli: Prostcli
) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "5c" * 32 + "\nsize 9\n"
    repo.write({REPORT: pointer, "bilaga.csv": pointer})
    ran = prostcli("validate", cwd=repo.root)
    assert (ran.status, f"{REPORT}:1:1: PRO518" in ran.out) == (1, True)
    repo.commit({})
    told = prostcli("validate", "--commits", "HEAD~1..HEAD", cwd=repo.root).out
    assert "bilaga.csv:1:1: PRO612" in told


# --- where the repository is


def test_a_worktree_of_a_bare_repository(repo: Made, prostcli: Prostcli, tmp_path: Path) -> None:
    clone(repo, tmp_path / "naken.git", "--bare").git(
        "worktree", "add", "-q", str(tmp_path / "träd"), "main"
    )
    tree = Made(tmp_path / "träd")
    head = tree.git("rev-parse", "HEAD")
    ran = prostcli(*DAY, "show", "teknik", cwd=tree.root)
    assert (ran.status, "Senast ändrad i git" in ran.out) == (0, True)
    assert prostcli("validate", "--commits", f"{head}~1..{head}", cwd=tree.root).status == 0


def test_a_repository_of_somebody_else_is_not_read_and_that_is_said(
    repo: Made, prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setattr("prostcli.load.git.plumbing._KEPT", ("GIT_CONFIG", "GIT_TEST"))
    for command in (("review",), ("diff", "HEAD~1"), ("validate", "--staged")):
        ran = prostcli(*DAY, *command, cwd=repo.root)
        assert (ran.status, "safe.directory" in ran.err) == (2, True), command
    shown = prostcli(*DAY, "show", "teknik", cwd=repo.root)
    assert (shown.status, "safe.directory" in shown.out) == (0, True)


def test_a_git_folder_with_nothing_in_it(prostcli: Prostcli, tmp_path: Path) -> None:
    outer = made(tmp_path / "outer", {"a.txt": "x\n"})
    copied(LINDVIK, outer.root / "stad")
    for path in sorted((outer.root / "stad/.git").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    outer.git("add", "-A")
    outer.git("commit", "-qm", "x")
    ran = prostcli("validate", "--commits", "HEAD~1..HEAD", cwd=outer.root / "stad")
    assert ran.status == 0
    assert prostcli(*DAY, "diff", "HEAD", cwd=outer.root / "stad").status == 0


@pytest.mark.parametrize("how", ["moved", "no head"])
def test_a_repository_that_git_cannot_read_is_said_to_be_that(
    how: str, repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    root = repo.root
    if how == "moved":
        root = tmp_path / "länkad"
        repo.git("worktree", "add", "-q", "--detach", str(root))
        repo.root.rename(tmp_path / "flyttad")
    else:
        (root / ".git/HEAD").write_text("skräp\n", encoding="utf-8")
    for command in (("review",), ("diff", "HEAD"), ("validate", "--staged")):
        ran = prostcli(*DAY, *command, cwd=root)
        assert (ran.status, "git worktree repair" in ran.err) == (2, True), command
    assert "git status" in prostcli(*DAY, "show", "teknik", cwd=root).out
    assert prostcli(*DAY, "status", cwd=root).status == 0  # asks git nothing
    if how == "moved":
        Made(tmp_path / "flyttad").git("worktree", "repair", str(root))  # as the message says
        assert prostcli(*DAY, "review", cwd=root).status == 0


@pytest.mark.skipif(os.name == "nt", reason="a script for a shell")
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exit 0", "git --version"),
        ("echo a; echo b; echo c; echo d", "git --version"),
        ("echo 'git: odd option' >&2; exit 129", "git: odd option"),
        ("exit 3", "exit status 3"),
    ],
)
def test_a_git_that_answers_something_else(
    script: str, told: str, repo: Made, prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = repo.root.parent / "bin/git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    for command in (
        ("diff", "HEAD"), ("review",), ("validate", "--staged"),
        ("validate", "--changed-since", "HEAD"), ("validate", "--commits", "HEAD~1..HEAD"),
    ):  # fmt: skip
        ran = prostcli(*DAY, *command, cwd=repo.root)
        assert (ran.status, ran.out, told in ran.err) == (2, "", True), (command, ran.err)
    assert prostcli(*DAY, "status", cwd=repo.root).status == 0


def test_a_programme_that_is_a_link_is_said_to_be_that(
    repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    (repo.root / "program").rename(tmp_path / "program")
    (repo.root / "program").symlink_to(tmp_path / "program")
    for command in (("status",), ("review",), ("show", "park")):
        ran = prostcli(*DAY, *command, cwd=repo.root)
        assert (ran.status, "länk till en annan mapp" in ran.err) == (2, True), command
    assert "program:1:1: PRO002" in prostcli("validate", cwd=repo.root).out
