"""What holds for plans, reports and baselines alike."""

from collections.abc import Iterator
from datetime import date

from prostcli.diagnostic import Finding, Severity
from prostcli.model.material import Submitted
from prostcli.model.submissions import (
    Baseline,
    Entry,
    Plan,
    PlanEntry,
    Report,
    ReportEntry,
    Submission,
)
from prostcli.rules.rule import Scene, rule
from prostcli.source import Place


@rule("PRO504", "path-differs")
def path_differs(scene: Scene) -> Iterator[Finding]:
    """The file says another board, year or kind than its path, so nothing in it is counted.

    A file `reports/EDITION/farsta/2007-plan.yaml` holds `kind: plan`, `board: farsta`,
    `year: 2007`. Correct the one that is wrong.
    """
    for file in scene.material.submitted:
        for key in ("kind", "board", "year"):
            said, path = getattr(file.value, key), getattr(file.slot, key)
            if said != path:
                yield Finding(file.place(key), {"key": key, "said": said, "path": path})


@rule("PRO505", "board-not-there")
def board_not_there(scene: Scene) -> Iterator[Finding]:
    """The board did not exist on any day of the year that the file is about.

    Boards merge and are dissolved: `boards.yaml` says when. The successor answers for the years
    after. The same goes for a board that an activity is done together with, or passed on to.
    """
    for file in scene.placed:
        year = file.value.year
        for name, place, last in _boards_in(file):
            board = scene.material.boards.get(name)
            if board and not board.valid.meets(date(year, 1, 1), date(last, 12, 31)):
                others = [*board.successors, *(b.id for b in scene.material.predecessors(name))]
                facts = {
                    "board": name,
                    "year": year,
                    "others": others,
                    "variant": "others" if others else None,
                }
                yield Finding(place, facts)


def _boards_in(file: Submitted[Submission]) -> Iterator[tuple[str, Place, int]]:
    """The board that the file is about, those that its activities mention, and by when it must be.

    What is passed on may go to a board that starts the year after.
    """
    year = file.value.year
    yield file.value.board, file.place("year"), year
    if isinstance(file.value, Plan):
        for i, entry in enumerate(file.value.entries):
            for j, activity in enumerate(entry.activities or ()):
                for k, board in enumerate(activity.with_):
                    yield board, file.place("entries", i, "activities", j, "with", k), year
    elif isinstance(file.value, Report):
        for i, told in enumerate(file.value.entries):
            for j, done in enumerate(told.activities):
                if done.to is not None:
                    yield done.to, file.place("entries", i, "activities", j, "to"), year + 1


@rule("PRO510", "year-outside-term")
def year_outside_term(scene: Scene) -> Iterator[Finding]:
    """The programme does not cover any day of the year that the file is about."""
    term = scene.material.programme.term
    for file in scene.placed:
        if file.value.year not in term.years:
            facts = {
                "year": file.value.year,
                "from": term.start.isoformat(),
                "to": term.end.isoformat(),
            }
            yield Finding(file.place("year"), facts)


@rule("PRO506", "obligation-twice")
def obligation_twice(scene: Scene) -> Iterator[Finding]:
    """The same measure has two entries of its own in one file, and they might say different things.

    Put everything about a measure in one entry. What is done for several measures at once is
    written once, with the others under `also`.
    """
    for file in scene.placed:
        seen: set[str] = set()
        entries: tuple[Entry, ...] = file.value.entries
        for index, entry in enumerate(entries):
            if entry.obligation is None:
                continue
            if entry.obligation in seen:
                place = file.place("entries", index, "obligation")
                yield Finding(place, {"id": entry.obligation})
            seen.add(entry.obligation)


@rule("PRO507", "voluntary-entry", Severity.NOTE)
def voluntary_entry(scene: Scene) -> Iterator[Finding]:
    """The entry is about a measure that does not bind the board that year.

    Nothing is wrong: it is shown as voluntary and never counted. Look whether another measure was
    meant. An entry that says `not_addressed` of such a measure is nothing at all.
    """
    for file in scene.placed:
        if isinstance(file.value, Baseline):
            continue
        entries: tuple[PlanEntry | ReportEntry, ...] = file.value.entries
        for index, entry in enumerate(entries):
            key = (file.value.board, file.value.year, entry.obligation)
            if entry.not_addressed:
                continue
            if entry.obligation in scene.material.obligation and key not in scene.binding:
                place = file.place("entries", index, "obligation")
                facts = {"id": entry.obligation, "board": key[0], "year": key[1]}
                yield Finding(place, facts)


@rule("PRO509", "decided-by-absent-body")
def decided_by_absent_body(scene: Scene) -> Iterator[Finding]:
    """The board that is said to have decided did not exist on the day of the decision.

    A predecessor may have decided a new board's plan, and a successor decides a dissolved board's
    last report: name it in `decision.by`.
    """
    for file in scene.placed:
        if isinstance(file.value, Baseline) or file.value.decision is None:
            continue
        decision = file.value.decision
        body = scene.material.boards.get(decision.by or file.value.board)
        if body is not None and not body.valid.holds(decision.date):
            key = "by" if decision.by else "date"
            owner = scene.material.boards.get(file.value.board)
            others = [b.id for b in scene.material.predecessors(file.value.board)]
            others += owner.successors if owner is not None else ()
            there = [b for b in others if b in scene.material.boards
                     and scene.material.boards[b].valid.holds(decision.date)]  # fmt: skip
            facts = {"board": body.id, "day": decision.date.isoformat(), "others": there,
                     "variant": "others" if there else None}  # fmt: skip
            yield Finding(file.place("decision", key), facts)


@rule("PRO513", "decided-by-other", Severity.WARNING)
def decided_by_other(scene: Scene) -> Iterator[Finding]:
    """Another board is said to have decided, and it is neither a predecessor nor a successor.

    A board decides its own plans and reports. Look whether `decision.by` names the right one.
    """
    for file in scene.placed:
        if isinstance(file.value, Baseline) or file.value.decision is None:
            continue
        decision = file.value.decision
        board = scene.material.boards.get(file.value.board)
        by = scene.material.boards.get(decision.by or "")
        if by is None or board is None or not by.valid.holds(decision.date):
            continue
        kin = {board.id, *board.successors}
        kin |= {b.id for b in scene.material.predecessors(board.id)}
        if by.id not in kin:
            yield Finding(file.place("decision", "by"), {"board": board.id, "by": by.id})


@rule("PRO511", "decision-incomplete", Severity.WARNING)
def decision_incomplete(scene: Scene) -> Iterator[Finding]:
    """A decision has a day but no paragraph or no number in the register.

    A reader cannot find it. Write `paragraph: "§ 9"` and `reference: "Dnr …"`.
    """
    for file in scene.placed:
        if isinstance(file.value, Baseline) or file.value.decision is None:
            continue
        decision = file.value.decision
        if decision.counts:
            keys = [k for k in ("paragraph", "reference") if getattr(decision, k) is None]
            if keys:
                yield Finding(file.place("decision", on_key=True), {"keys": keys})


@rule("PRO523", "decision-to-come", Severity.WARNING)
def decision_to_come(scene: Scene) -> Iterator[Finding]:
    """A decision is dated after today, so nothing that rests on it counts yet.

    A plan or a report is not there before the day of its decision, and neither is a change in
    mid-term or what the owner has written for the review. Look at the year: it is often a slip of
    the pen.
    """
    if scene.day is None:
        return
    for place, day in _decision_days(scene):
        if day > scene.day:
            yield Finding(place, {"day": day.isoformat()})


def _decision_days(scene: Scene) -> Iterator[tuple[Place, date]]:
    """Where each decision has its day; those on the programme only where they are taken."""
    material = scene.material
    for index, decided in enumerate(material.programme.decisions):
        if decided.date is not None and decided.status == "decided":
            yield material.programme_file.place("decisions", index, "date"), decided.date
    review = material.review_file
    if review is not None and review.value.decision is not None:
        yield review.place("decision", "date"), review.value.decision.date
    for file in scene.placed:
        if not isinstance(file.value, Baseline) and file.value.decision is not None:
            yield file.place("decision", "date"), file.value.decision.date


SUBMISSION = (
    path_differs,
    board_not_there,
    year_outside_term,
    obligation_twice,
    voluntary_entry,
    decided_by_absent_body,
    decided_by_other,
    decision_incomplete,
    decision_to_come,
)
