"""A repository names programs in its settings, its attributes, its hooks: none of them is run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.made_up import HYPHENED
from tests.repositories import Made, copied

from .conftest import LINDVIK, Prostcli

REPORT = "reports/2020-2022/teknik/2022-report.yaml"
NOTE = "anteckning.txt"
"""Holds a number, so that there is something to exempt in what git keeps."""
PROGRAMS = (
    "core.fsmonitor", "core.pager", "core.editor", "core.askPass", "core.sshCommand",
    "core.gitProxy", "core.alternateRefsCommand", "sequence.editor", "credential.helper",
    "diff.external", "diff.canary.command", "diff.canary.textconv", "filter.canary.clean",
    "filter.canary.smudge", "filter.canary.process", "merge.canary.driver",
    "interactive.diffFilter",
    "gpg.program", "gpg.ssh.program", "gpg.x509.program", "gpg.ssh.defaultKeyCommand",
    "remote.origin.uploadpack", "remote.origin.receivepack", "uploadpack.packObjectsHook",
    "gc.recentObjectsHook", "trailer.canary.command", "trailer.canary.cmd", "pager.diff",
    "pager.log", "pager.rev-list", "pager.cat-file", "mergetool.canary.cmd", "difftool.canary.cmd",
    "tar.canary.command", "browser.canary.cmd", "man.canary.cmd", "imap.tunnel",
)  # fmt: skip
"""Settings whose value is a program."""
ALIASES = (
    "rev-parse", "rev-list", "cat-file", "diff-tree", "diff-index", "ls-tree", "ls-files",
    "merge-base", "status", "log",
)  # fmt: skip
SWITCHES = {
    "log.showSignature": "true", "commit.gpgSign": "true", "protocol.allow": "always",
    "protocol.ext.allow": "always", "diff.ignoreSubmodules": "none", "submodule.recurse": "true",
    "status.submoduleSummary": "true", "diff.submodule": "log", "log.diffMerges": "remerge",
    "diff.tool": "canary", "merge.tool": "canary", "color.ui": "always", "diff.renames": "copies",
    "core.quotePath": "true", "diff.noprefix": "true", "log.date": "human", "core.abbrev": "4",
}  # fmt: skip
"""Settings that make git run more of them, or print otherwise."""
HOOKS = (
    "post-index-change", "reference-transaction", "pre-auto-gc", "post-checkout", "pre-commit",
    "post-commit", "fsmonitor-watchman", "query-watchman", "post-rewrite",
)  # fmt: skip
VARIABLES = (
    "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_EDITOR",
    "GIT_SEQUENCE_EDITOR", "GIT_PROXY_COMMAND", "SSH_ASKPASS", "PAGER",
)  # fmt: skip


class Canary:
    """A script for each program that is named; it leaves its name where it was run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ran = folder / "ran"
        self.ran.mkdir(parents=True)

    def script(self, name: str) -> str:
        path = self.folder / name.replace("/", "-")
        path.write_text(f'#!/bin/sh\ntouch "{self.ran}/{path.name}"\n', encoding="utf-8")
        path.chmod(0o755)
        return str(path)

    @property
    def sang(self) -> set[str]:
        return {p.name for p in self.ran.iterdir()}


@pytest.fixture
def canary(tmp_path: Path) -> Canary:
    return Canary(tmp_path / "canary")


@pytest.fixture
def repo(tmp_path: Path, canary: Canary) -> Made:
    """A repository with a branch merged in, that names a program wherever it can."""
    repo = copied(LINDVIK, tmp_path / "å repo")
    repo.commit({"lös.txt": "x\n"})
    repo.git("checkout", "-qb", "gren")
    repo.edit(REPORT, "year: 2022", "year: 2022 # å")
    repo.commit({NOTE: f"dnr {HYPHENED}\n"})
    repo.git("checkout", "-q", "main")
    repo.commit({"lös.txt": "y\n"})
    repo.git("merge", "-q", "--no-edit", "gren")
    inner = tmp_path / "inner"
    shutil.copytree(repo.root / ".git", inner / ".git")
    for place in (repo.root, inner):
        poisoned(place / ".git", canary)
    # A submodule has settings of its own.
    shutil.copytree(inner / ".git", repo.root / "under/.git")
    (repo.root / ".gitmodules").write_text(
        f'[submodule "under"]\n\tpath = under\n\turl = ext::{canary.script("module")}\n'
        f"\tupdate = !{canary.script('module-update')}\n",
        encoding="utf-8",
    )
    attributes = "* filter=canary diff=canary merge=canary\n*.yaml text filter=canary\n"
    (repo.root / ".gitattributes").write_text(attributes, encoding="utf-8")
    (repo.root / "reports/.gitattributes").write_text(attributes, encoding="utf-8")
    # A list of what to leave out, so that git is asked what it left out.
    (repo.root / ".git/info/sparse-checkout").write_text("/*\n", encoding="utf-8")
    for path in repo.root.glob("*/*/**/*.yaml"):
        os.utime(path, (1_600_000_000, 1_600_000_000))  # git would look at what is in it
    return repo


def poisoned(folder: Path, canary: Canary) -> None:
    """Name a program in every setting, hook and attribute of a repository."""
    hooks = folder / "hooks"
    hooks.mkdir(exist_ok=True)
    elsewhere = canary.folder / "hooks"
    elsewhere.mkdir(exist_ok=True)
    for hook in HOOKS:
        shutil.copy(canary.script(f"hook-{hook}"), hooks / hook)
        shutil.copy(canary.script(f"hook-{hook}"), elsewhere / hook)
    named = {setting: canary.script(setting) for setting in PROGRAMS}
    named |= {f"alias.{command}": f"!{canary.script(f'alias-{command}')}" for command in ALIASES}
    named |= SWITCHES
    named["core.hooksPath"] = str(elsewhere)
    named["remote.origin.url"] = f"ext::{canary.script('remote')}"
    named["submodule.under.url"] = named["remote.origin.url"]
    named["submodule.under.update"] = f"!{canary.script('submodule-update')}"
    included = canary.folder / "included"
    included.write_text(f"[diff]\n\texternal = {canary.script('included')}\n", encoding="utf-8")
    named["include.path"] = str(included)
    named["extensions.worktreeConfig"] = "true"
    text = [
        f'[{section}{f" {chr(34)}{name}{chr(34)}" if name else ""}]\n\t{key} = "{value}"\n'
        for setting, value in named.items()
        for section, name, key in [
            (setting.split(".")[0], ".".join(setting.split(".")[1:-1]), setting.split(".")[-1])
        ]
    ]
    with (folder / "config").open("a", encoding="utf-8") as file:
        file.write("[core]\n\trepositoryformatversion = 1\n")
        file.writelines(text)
    (folder / "config.worktree").write_text(
        f"[core]\n\tfsmonitor = {canary.script('worktree-fsmonitor')}\n", encoding="utf-8"
    )
    (folder / "info").mkdir(exist_ok=True)
    (folder / "info/attributes").write_text(
        "* filter=canary diff=canary merge=canary\n", encoding="utf-8"
    )


COMMANDS = {
    "staged": ("validate", "--staged"),
    "since": ("validate", "--changed-since", "HEAD~1"),
    "commits": ("validate", "--commits", "HEAD~1..HEAD"),
    "all": ("validate",),
    "show": ("show", "1.1"),
    "board": ("show", "teknik"),
    "diff": ("diff", "HEAD~1"),
    "review": ("review", "-o", "r.md"),
    "check": ("review", "--check", "r.md"),
    "site": ("site", "-o", "site"),
    "status": ("status",),
}
EXEMPT = (
    "exempt", "--commits", "HEAD~1..HEAD", f"{NOTE}:1", "--reason", "Ett diarienummer",
    "--decided-by", "Tekniska nämnden", "--expires", "2030-12-31",
)  # fmt: skip


def test_no_command_runs_a_program_that_a_repository_names(
    repo: Made, canary: Canary, prostcli: Prostcli, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name, command in COMMANDS.items():
        ran = prostcli("--root", str(repo.root), "--as-of", "2023-06-01", *command, cwd=out)
        assert canary.sang == set(), name
        assert ran.status in (0, 1), (name, ran.err)
    ran = prostcli("--root", str(repo.root), "validate", "--changed-since", "HEAD", cwd=out)
    assert (ran.status, canary.sang) == (0, set())
    ran = prostcli("--as-of", "2023-06-01", *EXEMPT, cwd=repo.root)
    assert (ran.status, canary.sang) == (0, set()), ran.err


@pytest.mark.parametrize("command", ["staged", "since", "show", "review"])
def test_nor_one_that_is_named_in_the_environment(
    command: str,
    canary: Canary,
    prostcli: Prostcli,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    repo = copied(LINDVIK, tmp_path / "repo")
    repo.commit({})
    repo.edit(REPORT, "year: 2022", "year: 2022 # å")
    repo.commit({})
    for variable in VARIABLES:
        monkeypatch.setenv(variable, canary.script(variable))
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("git-rev-parse", "git-cat-file", "git-rev-list", "git"):
        shutil.copy(canary.script(f"exec-{name}"), programs / name)
    monkeypatch.setenv("GIT_EXEC_PATH", str(programs))
    monkeypatch.setenv("GIT_TRACE", str(canary.ran / "trace"))
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(canary.ran / "trace2"))
    monkeypatch.setenv("GIT_GLOB_PATHSPECS", "1")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    # A program by the name of git where the command is run, and a PATH that says to look there.
    shutil.copy(canary.script("git-here"), repo.root / "git")
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    out = str(tmp_path / "r.md")
    more = ("-o", out) if command == "review" else ()
    called = [part for part in COMMANDS[command] if part not in ("-o", "r.md")]
    ran = prostcli("--as-of", "2023-06-01", *called, *more, cwd=repo.root)
    assert (ran.status, canary.sang) == (0, set()), ran.err


def test_a_folder_that_is_dressed_up_as_a_repository_is_none(
    canary: Canary, prostcli: Prostcli, tmp_path: Path
) -> None:
    """It can be committed to a repository, so that cloning it is enough."""
    repo = copied(LINDVIK, tmp_path / "repo/stad")
    shutil.rmtree(repo.root / ".git")
    outer = Made(tmp_path / "repo")
    outer.git("init", "-q", "-b", "main")
    shutil.copytree(outer.root / ".git", repo.root, dirs_exist_ok=True)
    poisoned(repo.root, canary)
    with (repo.root / "config").open("a", encoding="utf-8") as file:
        file.write("[core]\n\tworktree = .\n")
    outer.git("add", "-A")
    outer.git("commit", "-qm", "x")
    made_by = outer.git("rev-parse", "HEAD")[:9]
    for command in ("staged", "show", "diff"):
        called = [part.replace("~1", "") for part in COMMANDS[command]]
        ran = prostcli("--as-of", "2023-06-01", *called, cwd=repo.root)
        assert (ran.status, canary.sang) == (0, set()), (command, ran.err)
        if command == "show":
            assert made_by in ran.out


def test_what_is_not_fetched_is_fetched_from_nobody(
    canary: Canary, prostcli: Prostcli, tmp_path: Path
) -> None:
    whole = copied(LINDVIK, tmp_path / "whole")
    whole.commit({})
    whole.edit(REPORT, "year: 2022", "year: 2022 # å")
    whole.commit({})
    whole.git("config", "uploadpack.allowFilter", "true")
    root = tmp_path / "partial"
    whole.git("clone", "-q", "--filter=blob:none", f"file://{whole.root}", str(root))
    partial = Made(root)
    partial.git("config", "remote.origin.uploadpack", canary.script("upload"))
    partial.git("config", "core.sshCommand", canary.script("ssh"))
    partial.git("config", "protocol.ext.allow", "always")
    for url in (f"file://{whole.root}", f"ext::{canary.script('ext')}", "ssh://x.invalid/y"):
        partial.git("config", "remote.origin.url", url)
        for command in ("since", "commits", "show", "diff", "review"):
            called = [part for part in COMMANDS[command] if part not in ("-o", "r.md")]
            prostcli("--as-of", "2023-06-01", *called, cwd=root)
            assert canary.sang == set(), (url, command)


def test_the_canaries_are_armed(repo: Made, canary: Canary) -> None:
    """What git itself does with such a repository, so that the tests above show something."""
    repo.tries("status")
    repo.tries("diff", "HEAD~1")
    repo.tries("diff-index", "HEAD")
    repo.tries("log", "-p", "-1")
    repo.tries("commit", "-qam", "x")
    repo.tries("fetch", "origin")
    assert canary.sang & {"core.fsmonitor", "worktree-fsmonitor"}
    assert canary.sang & {"filter.canary.clean", "filter.canary.process"}
    assert canary.sang & {"remote", "core.sshCommand", "remote.origin.uploadpack"}
