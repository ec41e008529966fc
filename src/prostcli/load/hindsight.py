"""What only git can tell of what is found: how a file was, or that there was one.

Git is asked only where something is wrong already, and never has to be there.
"""

from collections.abc import Callable
from dataclasses import replace

from prostcli.assessment.differences import between
from prostcli.diagnostic import Diagnostic
from prostcli.load.workspace import Workspace, files_of

_ASKED_OF_GIT = 20
"""Of so many findings git is asked what was before: as many as are told one by one."""


def explained(workspace: Workspace, found: list[Diagnostic]) -> list[Diagnostic]:
    """The same findings, with what git knows of the files that they rest on."""
    told = list(found)
    asked = 0
    for at, diagnostic in enumerate(found):
        explain = _EXPLAINED.get(diagnostic.code)
        if explain is not None and asked < _ASKED_OF_GIT:
            asked += 1
            told[at] = explain(workspace, diagnostic)
    return told


def _with_what_changed(workspace: Workspace, diagnostic: Diagnostic) -> Diagnostic:
    """What has been changed in a sealed file, where git holds it as it was sealed."""
    from prostcli.load.history import sealed_version

    path = diagnostic.path
    material = next(e.material for e in workspace.editions.values() if path.startswith(files_of(e)))
    now = next(s.value for s in material.submitted if s.path == path) if material else None
    if now is None:
        return diagnostic
    was, lack = sealed_version(workspace, path, now)
    if was is None and lack == "shallow":
        return replace(diagnostic, facts={**diagnostic.facts, "variant": "shallow"})
    if was is None and lack == "not-fetched":
        return replace(diagnostic, facts={**diagnostic.facts, "variant": "not-fetched"})
    if was is None:
        return diagnostic
    found = (c.keys for c in between(was, now) if c.keys[0] != "decision")  # no part of the seal
    changes = [".".join(keys[1:] or keys) for keys in found]
    facts = {"changes": changes} if changes else {"variant": "comment"}
    return replace(diagnostic, facts={"variant": "known", **diagnostic.facts, **facts})


def _with_what_was_there(workspace: Workspace, diagnostic: Diagnostic) -> Diagnostic:
    """Whether git has had what a correction lacks before it."""
    from prostcli.load.decided import last_decided

    for path in _missing(diagnostic):
        last = last_decided(workspace.root, path)
        if last is not None:
            named = {"paths": [path]} if "paths" in diagnostic.facts else {}
            was = {"variant": "was-there", "last": last[:9]}
            return replace(diagnostic, facts={**diagnostic.facts, **named, **was})
    return diagnostic


def _missing(diagnostic: Diagnostic) -> list[str]:
    """The files that should stand before a correction and do not."""
    facts = diagnostic.facts
    paths = facts.get("paths")
    if isinstance(paths, list):
        return [str(path) for path in paths]
    return [str(facts["path"])] if facts.get("variant") == "none" else []


_EXPLAINED: dict[str, Callable[[Workspace, Diagnostic], Diagnostic]] = {
    "PRO701": _with_what_changed,
    "PRO703": _with_what_was_there,
    "PRO706": _with_what_was_there,
}
