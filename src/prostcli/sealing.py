"""Recording a decision in a plan or report: what the file would be, or what stands in the way."""

from datetime import date
from pathlib import Path
from typing import NamedTuple, cast

from prostcli.diagnostic import Diagnostic, Severity
from prostcli.errors import ProstError
from prostcli.load.files import REPORTS, Otherwise
from prostcli.load.layout import layout
from prostcli.load.seal import DECISION, fingerprint, room
from prostcli.load.workspace import Workspace, load
from prostcli.load.yaml import SUBMISSION_LIMITS, Refusal, decode
from prostcli.model.material import Submitted
from prostcli.model.submissions import Baseline, Decision, Plan, Report
from prostcli.usecases import Checked, check, located, sound
from prostcli.write.decision import Given, missing, recorded

_BOM = "\ufeff".encode()


class Sealing(NamedTuple):
    """A file before and after; the same bytes where it is sealed already, just so."""

    decision: Decision
    before: bytes
    after: bytes


def sealing(root: Path, path: str, given: Given, day: date) -> Sealing | Checked:
    """The file with its decision and fingerprint, or the errors that forbid it. Writes nothing.

    Forbidden by an error that the file has, or that any file would have once it is decided. Raises
    `ProstError` where it makes no sense: no plan or report, a decision after `day`, or one that the
    file states otherwise.
    """
    workspace = load(root, watchful=True)
    edition = path.split("/")[1] if path.startswith(f"{REPORTS}/") else ""
    if edition in workspace.editions:
        sound(workspace, workspace.editions[edition], day)
    there = check(workspace, day)
    errors = _errors_in(path, there)
    if errors:
        return Checked(workspace, errors, (path,))
    held = _submitted(workspace, path).value.decision
    wanted = missing(held, given)
    before = workspace.source.read(path, SUBMISSION_LIMITS.size)
    if held is not None and held.fingerprint is not None:
        if any(wanted):
            raise ProstError("seal-sealed")
        return Sealing(held, before, before)
    decision = _whole(held, wanted)
    if decision.date > day:
        raise ProstError("seal-future", day=decision.date)
    after = sealed(before, wanted)
    decided = load(root, Otherwise(workspace.source, path, after), watchful=True)
    errors = _new_errors(there, check(decided, day))
    if errors:  # shown where they stand in the files that there are
        files = tuple(dict.fromkeys((path, *(d.path for d in errors))))
        return Checked(workspace, located(workspace, errors), files)
    return Sealing(decision, before, after)


def sealed(data: bytes, wanted: Given) -> bytes:
    """A valid plan or report with what is wanted of its decision, and the fingerprint.

    It is read again: unless nothing else has changed and the fingerprint fits, a `ProstError`.
    """
    file = layout(decode(data))
    mark = fingerprint(file)
    text = recorded(file.text, wanted, mark, **room(file)._asdict())
    held = file.value.get(DECISION, {})
    expected = file.value | {DECISION: held | wanted.values | {"fingerprint": mark}}
    try:
        again = layout(text)
    except Refusal:
        raise ProstError("seal-form") from None
    if again.value != expected or fingerprint(again) != mark:
        raise ProstError("seal-form")
    return (_BOM if data.startswith(_BOM) else b"") + text.encode("utf-8")


def _errors_in(path: str, found: list[Diagnostic]) -> list[Diagnostic]:
    return [d for d in found if d.path == path and d.severity is Severity.ERROR]


def _new_errors(before: list[Diagnostic], after: list[Diagnostic]) -> list[Diagnostic]:
    """What the decision would make wrong, also in another file: a report answers its plan."""
    held = {(d.code, d.place) for d in before if d.severity is Severity.ERROR}
    return [d for d in after if d.severity is Severity.ERROR and (d.code, d.place) not in held]


def _submitted(workspace: Workspace, path: str) -> Submitted[Plan | Report]:
    materials = (e.material for e in workspace.editions.values() if e.material is not None)
    for file in (f for m in materials for f in m.submitted):
        if file.path == path and not isinstance(file.value, Baseline):
            return cast("Submitted[Plan | Report]", file)
    raise ProstError("seal-no-submission", file=path)


def _whole(held: Decision | None, wanted: Given) -> Decision:
    """The decision that comes of both; a `ProstError` where a reader could not find it."""
    there = held.model_dump(exclude_unset=True) if held is not None else {}
    there |= {key: value for key, value in wanted._asdict().items() if value is not None}
    whole = Decision.model_construct(**there)
    needed = ("date", "paragraph", "reference") if whole.counts else ("date",)
    lacking = [f"--{key}" for key in needed if key not in there]
    if lacking:
        raise ProstError("seal-incomplete", options=lacking)
    return whole
