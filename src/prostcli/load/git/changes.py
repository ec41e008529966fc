"""What differs from what git has."""

from prostcli.errors import ProstError
from prostcli.load.git.answers import hash_of, paths_of
from prostcli.load.git.plumbing import ask
from prostcli.load.git.repository import Repository, commit


def changed_since(repo: Repository, ref: str) -> frozenset[str]:
    """The files that differ from where the branch left `ref`: committed, changed, new or removed.

    Where the two have no common past (a shallow clone) the comparison is with `ref` itself, which
    tells more files and never fewer.
    """
    base = commit(repo, ref)
    try:
        base = hash_of(ask(repo.top, "merge-base", base, "HEAD").split(b"\n")[0])
    except ProstError as error:
        if error.code != "git-failed":
            raise
    changed = ask(
        repo.top, "diff-index", "--name-only", "-z", "--no-renames", "--ignore-submodules", base
    )
    new = ask(repo.top, "ls-files", "-z", "--others", "--exclude-standard")
    return frozenset(repo.inside(path) for path in paths_of(changed + new))
