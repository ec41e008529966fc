"""The programme's own files: each id once, and nothing that contradicts itself."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from prostcli.assessment.cells import STATUSES
from prostcli.assessment.expectation import with_successors
from prostcli.diagnostic import Finding
from prostcli.model.boards import Register
from prostcli.model.material import Filed
from prostcli.rules.rule import Scene, rule
from prostcli.source import Pointer


@rule("PRO402", "repeated-id")
def repeated_id(scene: Scene) -> Iterator[Finding]:
    """Two things of the same kind have the same id, so that nobody can tell which one is meant.

    Ids of boards, groups, sections, measures, duties, goals, decisions and so on are each used
    once in an edition, and so is a board's `short` name, also one that it had for a time: in a
    table of several years nobody could tell the two apart. A board and a group do not share an id
    either, since a write-off names both in one list. Give one of them another and change what
    refers to it.
    """
    material = scene.material
    programme = material.programme_file
    lists: list[tuple[Filed[Any], str, Iterable[str]]] = [
        (programme, key, [item.id for item in getattr(programme.value, key)])
        for key in (
            "decisions",
            "amendments",
            "assignments",
            "write_offs",
            "goals",
            "sections",
            "background",
            "natures",
            "partners",
            "questions",
            "readings",
        )
    ]
    register, obligations, duties = (
        material.register_file,
        material.obligations_file,
        material.duties_file,
    )
    lists += [
        (register, "groups", [g.id for g in register.value.groups]),
        (register, "boards", [b.id for b in register.value.boards]),
        (register, "transfers", [t.id for t in register.value.transfers]),
        (obligations, "obligations", [o.id for o in obligations.value.obligations]),
        (duties, "duties", [d.id for d in duties.value.duties]),
    ]
    for file, key, ids in lists:
        seen = set()
        for index, found in enumerate(ids):
            if found in seen:
                yield Finding(file.place(key, index, "id"), {"id": found})
            seen.add(found)
    groups = {g.id for g in register.value.groups}
    for index, board in enumerate(register.value.boards):
        if board.id in groups:
            place = register.place("boards", index, "id")
            yield Finding(place, {"id": board.id, "variant": "group"})
    yield from _shared_short_names(register)
    for name, scale in programme.value.scales.items():
        values = [o.value for o in scale]
        for index, value in enumerate(values):
            if value in values[:index]:
                place = programme.place("scales", name, index, "value")
                yield Finding(place, {"id": value})


def _shared_short_names(register: Filed[Register]) -> Iterator[Finding]:
    """Where a board has a short name that an earlier one has, whenever each of them has it.

    Capitals tell none apart: on the command line they may be left out.
    """
    owner: dict[str, int] = {}
    for index, board in enumerate(register.value.boards):
        named = [(("names", at, "short"), name.short) for at, name in enumerate(board.names)]
        own: tuple[Pointer, str] = (("short",), board.short)
        for pointer, short in (own, *named):
            if short is not None and owner.setdefault(short.casefold(), index) != index:
                facts = {"id": short, "variant": "short"}
                yield Finding(register.place("boards", index, *pointer), facts)


@rule("PRO403", "outcome-name-taken")
def outcome_name_taken(scene: Scene) -> Iterator[Finding]:
    """A scale has a value with the name of a status that the tool itself gives.

    `planned`, `upcoming`, `report-overdue` and the like say where a cell stands when there is no
    outcome. An outcome of the same name could not be told apart from them. Choose another word.
    """
    programme = scene.material.programme_file
    for name, scale in programme.value.scales.items():
        for index, outcome in enumerate(scale):
            if outcome.value in STATUSES:
                place = programme.place("scales", name, index, "value")
                yield Finding(place, {"id": outcome.value})


@rule("PRO404", "edition-misplaced")
def edition_misplaced(scene: Scene) -> Iterator[Finding]:
    """`programme.yaml` names another edition than the folder it stands in.

    Reports are filed by the folder's name. Rename the folder or correct `edition`.
    """
    programme = scene.material.programme_file
    if programme.value.edition != scene.material.edition:
        facts = {"said": programme.value.edition, "folder": scene.material.edition}
        yield Finding(programme.place("edition"), facts)


@rule("PRO405", "successor-does-not-follow")
def successor_does_not_follow(scene: Scene) -> Iterator[Finding]:
    """A board's successor does not exist on the day after the board's last.

    Its duties would then belong to nobody. Correct `valid` of one of the two.
    """
    register = scene.material.register_file
    for index, board in enumerate(register.value.boards):
        if board.valid.end is None:
            continue
        day = board.valid.end + timedelta(days=1)
        for at, name in enumerate(board.successors):
            successor = scene.material.boards.get(name)
            if successor is not None and not successor.valid.holds(day):
                place = register.place("boards", index, "successors", at)
                yield Finding(place, {"id": name, "board": board.id, "day": day.isoformat()})


@rule("PRO409", "scale-missing")
def scale_missing(scene: Scene) -> Iterator[Finding]:
    """A nature names a scale that `programme.yaml` does not have, so nothing could be judged by it.

    Correct the name or add the scale under `scales`.
    """
    programme = scene.material.programme_file
    for index, nature in enumerate(programme.value.natures):
        if nature.scale not in programme.value.scales:
            named = "scale" in nature.model_fields_set
            place = programme.place("natures", index, "scale" if named else "id")
            yield Finding(place, {"id": nature.scale, "known": sorted(programme.value.scales)})


@rule("PRO408", "transfer-between-nobody")
def transfer_between_nobody(scene: Scene) -> Iterator[Finding]:
    """A duty changes hands, but one of the two is not there to give or to take it.

    The board it goes to must exist on the day of the transfer, and on the day before someone must
    have been bound whom it leaves, by a measure that still binds. Otherwise the duty would end, or
    double, without a word. A measure that is added after the transfer needs nobody before it. One
    that goes in two steps on one day is written as a single transfer, from the first to the last.
    Correct the transfer's `date`, `from` or `to`.
    """
    register = scene.material.register_file
    added = {a.id: a.start for a in scene.material.programme.amendments}
    for index, transfer in enumerate(register.value.transfers):
        to = scene.material.boards.get(transfer.to)
        if to is not None and not to.valid.holds(transfer.date):
            facts = {"id": to.id, "day": transfer.date.isoformat(), "variant": "absent"}
            yield Finding(register.place("transfers", index, "to"), facts)
            continue
        if transfer.date <= scene.material.programme.term.start:
            continue  # who was bound before the term is no matter of its cells
        before = transfer.date - timedelta(days=1)
        leavers = with_successors(scene.material, transfer)
        for at, obligation in enumerate(transfer.obligations):
            if obligation not in scene.material.obligation:
                continue
            place = register.place("transfers", index, "obligations", at)
            facts = {"id": obligation, "day": transfer.date.isoformat()}
            there = added.get(scene.material.obligation[obligation].amendment or "") or before
            if there <= before and leavers.isdisjoint(scene.bound_on(obligation, before)):
                yield Finding(place, facts | {"variant": "unbound"})
                continue
            left = scene.bound_from(obligation, transfer.date)
            if to is not None and to.id not in left:  # as where it goes on the same day
                passed_on = {"board": to.id, "variant": "passed-on"}
                yield Finding(place, facts | (passed_on if left else {"variant": "ended"}))


@rule("PRO410", "obligation-binds-nobody")
def obligation_binds_nobody(scene: Scene) -> Iterator[Finding]:
    """A measure names boards or groups, but none of them is bound on any day of the term.

    It would be followed up by nobody and yet not be told as a measure without a responsible board.
    Perhaps a board has ended and has no `successors`, or a group has no members.
    """
    material = scene.material
    bound = {cell.obligation for cell in scene.assessment.cells}
    for index, obligation in enumerate(material.obligations):
        known = all(
            a.board in material.boards or a.group in material.groups for a in obligation.addressees
        )
        if obligation.addressees and known and obligation.id not in bound:
            place = material.obligations_file.place("obligations", index, "addressees", on_key=True)
            yield Finding(place, {"id": obligation.id})


PROGRAMME = (
    repeated_id,
    outcome_name_taken,
    edition_misplaced,
    successor_does_not_follow,
    scale_missing,
)

DUTIES_HELD = (transfer_between_nobody, obligation_binds_nobody)
"""What can only be seen once it is known who is bound when."""
