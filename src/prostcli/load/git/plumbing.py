"""Git, asked by its plumbing and so that nothing which a repository names is run.

The only place that starts git. A repository is untrusted, and so are its settings and attributes:
what may be asked is what reads objects, refs and the index. Nothing that is asked here reads a file
of the working tree, draws a difference, shows a signature, fetches, or writes: so no filter, hook,
monitor, pager, helper or server that a repository names has a part in it (decision 0044).
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from prostcli.errors import ProstError

_SAFE = (
    "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}",
    # Lists of files may be named anywhere; the former is read also where nothing is ignored.
    "-c", f"core.excludesFile={os.devnull}", "-c", f"core.attributesFile={os.devnull}",
    # Also a folder that is dressed up as a repository can be committed to one.
    "-c", "safe.bareRepository=explicit",
    "-c", "i18n.logOutputEncoding=UTF-8",
    "--no-pager", "--no-replace-objects", "--literal-pathspecs",
)  # fmt: skip


def ask(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers. Cannot run: no git, no repository, or git says no."""
    import subprocess

    try:
        done = subprocess.run(
            [_program(), *_SAFE, *arguments],
            cwd=folder,
            env=dict(_environment()),
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise ProstError("git-failed", reason=error.strerror or "") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", errors="replace")
        raise _refusal(said or f"exit status {done.returncode}", folder)
    return done.stdout


def on_lines(names: Iterable[str]) -> bytes:
    """What git reads from us: a name a line."""
    return "".join(f"{name}\n" for name in names).encode()


def _program() -> str:
    """Where git is. Not in the current folder, which Windows would look in first."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in filter(os.path.isabs, os.get_exec_path()):
        path = os.path.join(folder, name)  # noqa: PTH118  a folder may be named in bytes
        if os.path.isfile(path) and os.access(path, os.X_OK):  # noqa: PTH113  the same
            return path
    raise ProstError("no-git")


def _environment() -> Iterator[tuple[str, str]]:
    """The variables that git is to see: of its own, those that say where things are.

    In a hook git says where it is, from the folder that the hook was started in. The index may be
    one of the commit's own; all else git finds itself, which is right also in a linked worktree.
    """
    for name, value in os.environ.items():
        if not name.startswith("GIT_") or name.startswith(_KEPT):
            yield name, value
    index = os.environ.get("GIT_INDEX_FILE")
    if index:
        yield "GIT_INDEX_FILE", str(Path(index).absolute())
    yield from _QUIET


_KEPT = ("GIT_CONFIG", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES")
_QUIET = (
    ("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_TERMINAL_PROMPT", "0"),
    # Nothing is fetched, whatever is missing: the latter is for versions before 2.44.
    ("GIT_NO_LAZY_FETCH", "1"), ("GIT_ALLOW_PROTOCOL", "none"),
    ("GIT_GRAFT_FILE", os.devnull),
)  # fmt: skip


def _refusal(said: str, folder: Path) -> ProstError:
    """Why git could not answer."""
    if "not a git repository" in said:
        return ProstError("no-repository", folder=str(folder))
    if "dubious ownership" in said:
        return ProstError("not-owned", folder=str(folder))
    if "promisor remote" in said:
        return ProstError("not-fetched")
    lines = said.strip().split("\n")
    fatal = (line for line in lines if line.startswith(("fatal:", "error:")))
    return ProstError("git-failed", reason=next(fatal, lines[0]))
