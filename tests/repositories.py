"""Small git repositories, made for a test."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_WHO = {
    "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A repository in a folder."""

    root: Path

    def git(self, *arguments: str) -> str:
        """What git says."""
        done = subprocess.run(
            ["git", "-C", self.root, *arguments],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **_WHO},
        )
        return done.stdout.strip()

    def tries(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """What git does where it may say no."""
        return subprocess.run(
            ["git", "-C", self.root, *arguments],
            check=False,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **_WHO},
        )

    def write(self, files: dict[str, str]) -> None:
        """Files as they are to be, by path."""
        for path, text in files.items():
            whole = self.root / path
            whole.parent.mkdir(parents=True, exist_ok=True)
            whole.write_text(text, encoding="utf-8", newline="")

    def edit(self, path: str, old: str, new: str) -> None:
        """Put something else in a file, wherever it says so; it must."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")

    def commit(self, files: dict[str, str], message: str = "x") -> str:
        """Write and commit; the commit's hash."""
        self.write(files)
        self.git("add", "-A")
        self.git("commit", "-qm", message, "--cleanup=verbatim")
        return self.git("rev-parse", "HEAD")


def made(root: Path, files: dict[str, str]) -> Made:
    """A repository with one commit, or with none if there are no files."""
    root.mkdir(parents=True)
    repo = Made(root)
    repo.git("init", "-q", "-b", "main")
    if files:
        repo.commit(files, "start")
    return repo


def copied(folder: Path, root: Path) -> Made:
    """A repository with a copy of a folder, none of it committed yet."""
    repo = made(root, {})
    shutil.copytree(folder, repo.root, dirs_exist_ok=True)
    return repo
