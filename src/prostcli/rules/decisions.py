"""What is decided and sealed: that it has not been changed since, and that corrections correct."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias, cast

from prostcli.assessment.submissions import last_by, standing
from prostcli.diagnostic import Finding, Severity
from prostcli.model.material import Kind, Slot, Submitted
from prostcli.model.submissions import Baseline, Plan, Report
from prostcli.rules.rule import Scene, rule

_Decidable: TypeAlias = Submitted[Plan | Report]
_About: TypeAlias = tuple[str, int, Kind]
"""Board, year and kind: what a first file and its corrections have in common."""


@rule("PRO701", "sealed-file-changed")
def sealed_file_changed(scene: Scene) -> Iterator[Finding]:
    """The file has been changed since its decision was recorded with `seal`: nothing in it counts.

    What a board has decided is not edited, not even a comment. Restore the file as it was, for
    example with git. If something has to be corrected, write a whole new file beside it, as
    `2007-report-2.yaml`, with a decision of its own. Indentation, quotation marks and line ends may
    differ; `decision` itself is not part of the seal. Never take the fingerprint away to get rid of
    this.
    """
    for file in scene.material.submitted:
        if file.seal == "broken":
            facts = {"correction": next_correction(file.slot, _slots(scene))}
            yield Finding(file.place("decision", "fingerprint", on_key=True), facts)


@rule("PRO702", "correction-not-later", Severity.WARNING)
def correction_not_later(scene: Scene) -> Iterator[Finding]:
    """A correction is not decided after what it corrects, so its day does not make it the one.

    Decided on an earlier day it never counts, and neither does one that is only received beside one
    that is decided. On the same day the one with the higher number counts. Look whether the days
    are right, and whether the files have got each other's names.
    """
    for file, before in _corrections(scene):
        if before is None or file.value.decision is None or before.value.decision is None:
            continue
        day, earlier = file.value.decision.date, before.value.decision.date
        facts = {"day": day.isoformat(), "before": earlier.isoformat(), "path": before.path}
        kinds = (standing(file.value), standing(before.value))
        if kinds == ("received", "decided"):
            yield Finding(file.place("decision", on_key=True), {**facts, "variant": "received"})
        elif kinds[0] == kinds[1] and day <= earlier:
            facts |= {"variant": "same-day"} if day == earlier else {}
            yield Finding(file.place("decision", "date"), facts)


@rule("PRO703", "nothing-to-correct", Severity.WARNING)
def nothing_to_correct(scene: Scene) -> Iterator[Finding]:
    """The file is named as a correction, and there is no decided file that it corrects.

    Only what has been decided or handed in is corrected by a new file. A draft is simply edited,
    and a first file has no number in its name.
    """
    for file, before in _corrections(scene):
        if before is None:
            facts = {"path": _path(file.slot, 1)}
            yield Finding(file.place("kind"), {**facts, "variant": "none"})
        elif before.value.decision is None:
            yield Finding(file.place("kind"), {"path": before.path})


@rule("PRO706", "correction-number-skipped", Severity.WARNING)
def correction_number_skipped(scene: Scene) -> Iterator[Finding]:
    """There is a correction, and none with the number before it: `2007-report-3.yaml`, no `-2`.

    Either a number was skipped, and the file should have the next free one, or a correction that
    was decided has been taken away. A reader of what is there cannot tell which, nor what the
    missing one said. Where git is at hand and has had such a file, decided, that is said: put it
    back. `git log -- FILE` tells what became of it.
    """
    taken: dict[_About, set[int]] = {}
    for slot in _slots(scene):
        taken.setdefault(_about(slot), set()).add(slot.version)
    for file, before in _corrections(scene):
        below = max((n for n in taken[_about(file.slot)] if n < file.slot.version), default=0)
        missing = range(below + 1, file.slot.version)
        if before is not None and missing:
            paths = [_path(file.slot, number) for number in missing]
            yield Finding(file.place("kind"), {"paths": paths})


def _corrections(scene: Scene) -> Iterator[tuple[_Decidable, _Decidable | None]]:
    """Each correction, and what would count if it were not there.

    Not where something of the same plan or report cannot be read: it might be what is corrected.
    """
    unread = {_about(slot) for slot in scene.material.refused}
    files: dict[_About, list[_Decidable]] = {}
    for file in scene.placed:
        if not isinstance(file.value, Baseline) and _about(file.slot) not in unread:
            files.setdefault(_about(file.slot), []).append(cast("_Decidable", file))
    for there in files.values():
        for file in there:
            if file.slot.version > 1:
                yield file, last_by((f for f in there if _precedes(f, file)), date.max)


def _precedes(one: _Decidable, other: _Decidable) -> bool:
    return one.slot.version < other.slot.version


def _about(slot: Slot) -> _About:
    return slot.board, slot.year, slot.kind


def _path(slot: Slot, version: int) -> str:
    """Where that version of the same plan or report is filed."""
    folder = slot.path.rpartition("/")[0]
    number = f"-{version}" if version > 1 else ""
    return f"{folder}/{slot.year}-{slot.kind}{number}.yaml"


def _slots(scene: Scene) -> tuple[Slot, ...]:
    return (*(f.slot for f in scene.material.submitted), *scene.material.refused)


def next_correction(slot: Slot, slots: Iterable[Slot]) -> str:
    """The path of a further correction of the same plan or report, among some in one edition."""
    taken = [s.version for s in slots if _about(s) == _about(slot)]
    return _path(slot, max(taken) + 1)


DECISIONS = (
    sealed_file_changed,
    correction_not_later,
    nothing_to_correct,
    correction_number_skipped,
)
