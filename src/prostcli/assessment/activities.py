"""The ledger of activities: each one that a decided plan names, and what became of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias, cast

from prostcli.assessment.cells import Assessment, Cell
from prostcli.assessment.expectation import with_successors
from prostcli.assessment.known import write_offs
from prostcli.assessment.submissions import Current, report_entries
from prostcli.model.material import Material
from prostcli.model.submissions import Activity, Done, Plan
from prostcli.source import Place

Fate: TypeAlias = str
"""A value of `Result`, `written-off`, or one of `PENDING`: why nothing is known of it."""

PENDING = ("invalid", "received", "draft", "overdue", "not-due", "not-expected")
"""The state of the report that has yet to answer, where it is not decided."""

FATES: tuple[Fate, ...] = (
    "done", "partly", "not-done", "postponed", "cancelled", "transferred", "written-off",
    "unanswered", *PENDING,
)  # fmt: skip
"""Every fate, in the order that a table has them: those that say least come last."""

FINAL = ("done", "cancelled", "transferred", "written-off")
"""Those after which nothing more is to be done by the board."""

PUT_OFF = ("postponed", "transferred")
"""Those after which somebody's later plan is to take the activity up."""

Key: TypeAlias = tuple[str, int, str]
"""Board, year and the activity's id: what a later plan's `continues` names."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """An activity of a decided plan. It is counted once, under the measure that it stands at."""

    board: str
    year: int
    obligation: str
    activity: Activity
    fate: Fate
    planned: Place
    done: Done | None = None
    """The answer, also a preliminary one."""
    answered: Place | None = None
    """Where the answer stands, or the decision that writes the activity off."""
    voluntary: bool = False
    """Planned under a measure that does not bind the board."""
    late: bool | None = False
    """Whether its day has passed without it. None: it has, and the files do not tell whether it
    was done by then."""
    taken_up: tuple[Key, ...] = ()
    """The activities of later decided plans that take it up again."""
    follow_up: Literal["taken-up", "not-taken-up", "open", ""] = ""
    """Of what was put off: whether a plan of the year after has taken it up; `open`: there is no
    decided plan yet that could have. Empty: it was not put off."""
    joint: tuple[str, ...] = ()
    """The boards whose plans all have it, where it is planned together: one activity."""

    @property
    def key(self) -> Key:
        """What a later plan names it by."""
        return self.board, self.year, self.activity.id

    @property
    def obligations(self) -> tuple[str, ...]:
        """The measures that it counts under: the one that it stands at first."""
        return tuple(dict.fromkeys((self.obligation, *self.activity.also)))


@dataclass(frozen=True, slots=True)
class Unplanned:
    """Something that a decided report tells of and no plan named."""

    board: str
    year: int
    subject: str
    """Id of the obligation or the duty."""
    done: Done
    place: Place


def commitments(assessment: Assessment) -> tuple[Commitment, ...]:
    """What decided plans name, by year, then board, in the order of the plans."""
    order = assessment.material.board_order
    plans = assessment.standings.plans
    found: list[Commitment] = []
    for board, year in sorted(plans, key=lambda k: (k[1], order.get(k[0], len(order)), k[0])):
        current = plans[board, year]
        if current.standing == "decided":
            found += _of_plan(assessment, board, year, current)
    together = _together(found)
    later = _taken_up(found)
    return tuple(
        replace(
            c,
            joint=together.get(c.key, ()),
            taken_up=later.get(c.key, ()),
            follow_up=_followed(assessment, c, taken=c.key in later),
        )
        for c in found
    )


def planned(assessment: Assessment, board: str, year: int) -> tuple[Commitment, ...]:
    """What one board's plan of a year names, also where the plan is not decided."""
    current = assessment.standings.plans[board, year]
    return tuple(_of_plan(assessment, board, year, current))


def distinct(found: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Each activity once.

    A joint one has the fate at the board that says least of what became of it, is late if it is at
    any of them, and is taken up if any of them has.
    """
    together: dict[object, list[Commitment]] = {}
    for one in found:
        key: object = (one.joint, *one.key[1:]) if one.joint else one.key
        together.setdefault(key, []).append(one)
    return tuple(_merged(group) if len(group) > 1 else group[0] for group in together.values())


def _merged(group: list[Commitment]) -> Commitment:
    least = max(group, key=lambda c: FATES.index(c.fate))
    late = [c.late for c in group]
    followed = [c.follow_up for c in group]
    return replace(
        least,
        late=True if True in late else None if None in late else False,
        taken_up=tuple(dict.fromkeys(key for c in group for key in c.taken_up)),
        follow_up=next(f for f in ("taken-up", "open", "not-taken-up") if f in followed)
        if least.follow_up
        else "",
    )


class Tally(NamedTuple):
    """How many activities there are, what became of them, and how many are late for sure."""

    planned: int
    fates: Counter[Fate]
    late: int


def tally(found: Iterable[Commitment]) -> Tally:
    """Counted together, a joint one once."""
    once = distinct(found)
    late = sum(c.late is True for c in once)
    return Tally(len(once), Counter(c.fate for c in once), late)


def fates(found: Iterable[Commitment]) -> Counter[Fate]:
    """How many activities have each fate, a joint one counted once."""
    return tally(found).fates


def unplanned(assessment: Assessment) -> tuple[Unplanned, ...]:
    """What decided reports tell of beside the plans, by year, then board."""
    order = assessment.material.board_order
    reports = assessment.standings.reports
    found: list[Unplanned] = []
    for board, year in sorted(reports, key=lambda k: (k[1], order.get(k[0], len(order)), k[0])):
        current = reports[board, year]
        if current.standing == "decided":
            for entry, place in report_entries(current):
                for at, done in enumerate(entry.activities):
                    if done.id is None:
                        pointer = (*place.pointer, "activities", at)
                        where = Place(place.path, pointer)
                        found.append(Unplanned(board, year, entry.subject, done, where))
    return tuple(found)


def _of_plan(
    assessment: Assessment, board: str, year: int, current: Current
) -> Iterator[Commitment]:
    bound = {c.obligation: c for c in assessment.cells_in.get((board, year), ())}
    answers, waiting = _answers(assessment, board, year)
    off = written_off(assessment.material, assessment.as_of)
    plan = cast("Plan", current.file.value)
    for index, entry in enumerate(plan.entries):
        cell = bound.get(entry.obligation)
        for at, activity in enumerate(entry.activities or ()):
            answer = answers.get(activity.id)
            fate = _fate(cell, answer[0] if answer else None, waiting)
            where = answer[1] if answer else None
            if (board, year, activity.id) in off:
                fate, where = "written-off", off[board, year, activity.id]
            yield Commitment(
                board=board,
                year=year,
                obligation=entry.obligation,
                activity=activity,
                fate=fate,
                planned=current.file.place("entries", index, "activities", at),
                done=answer[0] if answer else None,
                answered=where,
                voluntary=cell is None,
                late=_late(activity, fate, answer[0] if answer else None, assessment.as_of),
            )


def _fate(cell: Cell | None, answer: Done | None, waiting: str | None) -> Fate:
    """What became of it: the decided report's word, or why there is none yet."""
    if waiting is None:
        return answer.result.value if answer else "unanswered"
    pending = cell.report if cell and waiting == "none" else waiting
    return "not-expected" if pending == "none" else pending


def _late(activity: Activity, fate: Fate, done: Done | None, as_of: date) -> bool | None:
    """Whether it was not done by its day; None where that has passed and nothing tells."""
    if activity.due is None or as_of <= activity.due or fate in FINAL[1:]:
        return False
    if fate in ("unanswered", *PENDING):
        return None
    if fate != "done":
        return True
    if done is not None and done.date is not None:
        return done.date > activity.due
    return False if (activity.due.month, activity.due.day) == (12, 31) else None


def written_off(material: Material, as_of: date) -> dict[Key, Place]:
    """The activities that a decision has written off by then, and where that stands."""
    return {
        (a.board, a.year, a.id): held.place
        for off, held in write_offs(material, as_of)
        for a in off.activities
    }


def _together(found: Iterable[Commitment]) -> dict[Key, tuple[str, ...]]:
    return joint({c.key: c.activity.with_ for c in found if c.activity.with_})


def joint(partners: Mapping[Key, tuple[str, ...]]) -> dict[Key, tuple[str, ...]]:
    """The boards of each activity that several plan under the same id and name each other at.

    `partners`: whom each plan says that it is done together with. Boards that are joined through
    another are together too.
    """
    by_id: dict[tuple[int, str], dict[str, tuple[str, ...]]] = {}
    for (board, year, name), others in partners.items():
        by_id.setdefault((year, name), {})[board] = others
    found: dict[Key, tuple[str, ...]] = {}
    for (year, name), boards in by_id.items():
        for board in boards:
            group, rest = {board}, [board]
            while rest:
                one = rest.pop()
                new = {b for b in boards[one] if one in boards.get(b, ())} - group
                group |= new
                rest += new
            if len(group) > 1:
                found[board, year, name] = tuple(b for b in boards if b in group)
    return found


def _taken_up(found: Iterable[Commitment]) -> dict[Key, tuple[Key, ...]]:
    """By what later activities each one is taken up."""
    later: dict[Key, tuple[Key, ...]] = {}
    for commitment in found:
        earlier = commitment.activity.continues
        if earlier is not None:
            key = (earlier.board or commitment.board, earlier.year, earlier.id)
            later[key] = (*later.get(key, ()), commitment.key)
    return later


def _followed(
    assessment: Assessment, commitment: Commitment, *, taken: bool
) -> Literal["taken-up", "not-taken-up", "open", ""]:
    if commitment.fate not in PUT_OFF:
        return ""
    if taken:
        return "taken-up"
    year = commitment.year + 1
    if year not in assessment.material.programme.term.years:
        return ""  # there is no plan that could
    plans = assessment.standings.plans
    after = [plans.get((board, year)) for board in _answerable(assessment, commitment, year)]
    if not after:
        return ""
    could = any(p is not None and p.standing == "decided" for p in after)
    return "not-taken-up" if could else "open"


def _answerable(assessment: Assessment, commitment: Commitment, year: int) -> set[str]:
    """The boards whose plan of that year could take the activity up.

    The board itself, its successors, or the one that it was handed to; where none of them is bound
    by the measure any more, those that the duty has passed to. None where nobody is.
    """
    done = commitment.done
    board = done.to if done is not None and done.to is not None else commitment.board
    line = {board, *(b.id for b in assessment.material.after(board))}
    if commitment.voluntary or (done is not None and done.to is not None):
        return line
    bound = {
        c.board
        for obligation in commitment.obligations
        for c in assessment.cells_under.get((obligation, year), ())
        if c.status != "written-off"
    }
    return bound & line or bound & _passed_on(assessment.material, commitment, line)


def _passed_on(material: Material, commitment: Commitment, line: set[str]) -> set[str]:
    """The boards that a transfer gives one of its measures to, from this line, and their line."""
    found: set[str] = set()
    for transfer in sorted(material.register.transfers, key=lambda t: t.date):
        if set(commitment.obligations) & set(transfer.obligations) and (
            with_successors(material, transfer) & (line | found)
        ):
            found |= {transfer.to, *(b.id for b in material.after(transfer.to))}
    return found


def _answers(
    assessment: Assessment, board: str, year: int
) -> tuple[dict[str, tuple[Done, Place]], str | None]:
    """The report's answers by the activity's id; and, unless it is decided, its state."""
    if (board, year, "report") in assessment.standings.refused:
        return {}, "invalid"
    current = assessment.standings.reports.get((board, year))
    if current is None:
        return {}, "none"
    answers: dict[str, tuple[Done, Place]] = {}
    for entry, place in report_entries(current):
        for at, done in enumerate(entry.activities):
            if done.id is not None:
                where = Place(place.path, (*place.pointer, "activities", at))
                answers.setdefault(done.id, (done, where))
    return answers, None if current.standing == "decided" else current.standing
