"""Git, asked by its plumbing and so that nothing which a repository names is run.

The only place that starts git. A repository's settings and attributes are untrusted (decision
0027): hooks, monitors, filters and external differs stay where they are. Paths are read
NUL-separated, as bytes.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from prostcli.errors import ProstError

_SAFE = (
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false",
    "-c", "log.showSignature=false", "-c", "submodule.recurse=false",
    # What a merge alone brought in is looked at, and told in one encoding, whatever is set here.
    "-c", "log.diffMerges=separate", "-c", "i18n.logOutputEncoding=UTF-8",
    "--no-pager", "--no-replace-objects", "--literal-pathspecs",
)  # fmt: skip


def ask(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers. Cannot run: no git, no repository, or git says no."""
    import subprocess

    # In a hook git says where it is, from the folder that the hook was started in. The index may be
    # one of the commit's own; all else git finds itself, which is right also in a linked worktree.
    environment = {k: v for k, v in os.environ.items() if k not in _FOUND_ANEW}
    if environment.get("GIT_INDEX_FILE"):
        environment["GIT_INDEX_FILE"] = str(Path(environment["GIT_INDEX_FILE"]).absolute())
    environment |= {
        "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
    }  # fmt: skip
    try:
        done = subprocess.run(
            ["git", *_SAFE, *arguments],  # noqa: S607  whichever git the user has
            cwd=root,
            env=environment,
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise ProstError("no-git") from None
    except OSError as error:
        raise ProstError("git-failed", reason=error.strerror or "") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", errors="replace").strip()
        if "not a git repository" in said:
            raise ProstError("no-repository", folder=str(root))
        raise ProstError("git-failed", reason=said.partition("\n")[0])
    return done.stdout


_FOUND_ANEW = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX"))


def on_lines(names: Iterable[str]) -> bytes:
    """What git reads from us: a name a line."""
    return "".join(f"{name}\n" for name in names).encode()
