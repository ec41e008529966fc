"""What became of each planned activity, on a date: the other half of the plain second reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.reference.contract import (
    Cell,
    City,
    Values,
    counted,
    day,
    decided,
    filed_for,
    meant,
)

Name = tuple[str, int, str]
"""An activity: the board, the year and the id in that year's plan."""

LEAST_SAID_LAST = [
    "done", "partly", "not-done", "postponed", "cancelled", "transferred", "written-off",
    "unanswered", "invalid", "received", "draft", "overdue", "not-due", "not-expected",
]  # fmt: skip


@dataclass
class Promise:
    """An activity of a decided plan."""

    board: str
    year: int
    id: str
    obligation: str
    planned: Values
    voluntary: bool = False
    answer: Values | None = None
    fate: str = ""
    late: bool | None = False
    joint: list[str] = field(default_factory=list)
    follow_up: str | None = None
    taken_up: list[Name] = field(default_factory=list)


def promises(city: City, cells: list[Cell], as_of: date) -> list[Promise]:
    """Every activity of every plan that counts as decided on the date."""
    cell_of = {(c.obligation, c.board, c.year): c for c in cells}
    found = []
    for board, year in filed_for(city):
        state, plan = counted(city, board, year, "plan", as_of)
        if state != "decided":
            continue
        for entry in plan["entries"]:
            for activity in entry.get("activities", []):
                one = Promise(board, year, activity["id"], entry["obligation"], activity)
                became(city, one, cell_of.get((one.obligation, board, year)), as_of)
                found.append(one)
    for one in found:
        one.joint = together(one, found)
        follow(city, cells, one, found, as_of)
    return found


def became(city: City, one: Promise, cell: Cell | None, as_of: date) -> None:
    """Its fate, and whether it is late."""
    one.voluntary = cell is None
    state, report = counted(city, one.board, one.year, "report", as_of)
    if state == "decided":
        for entry in report["entries"]:
            for answer in entry.get("activities", []):
                if answer.get("id") == one.id:
                    one.answer = answer
    if is_written_off(city, one, as_of):
        one.fate = "written-off"
    elif one.answer is not None:
        one.fate = one.answer["result"]
    else:
        one.fate = yet_to_answer(city, one, cell, as_of)
    one.late = is_late(one, as_of)


def is_written_off(city: City, one: Promise, as_of: date) -> bool:
    name = {"board": one.board, "year": one.year, "id": one.id}
    return any(
        name in w.get("activities", []) and decided(city, w["decision"], as_of) is not None
        for w in city.programme.get("write_offs", [])
    )


def yet_to_answer(city: City, one: Promise, cell: Cell | None, as_of: date) -> str:
    """The state of the report that has yet to answer; of a decided one, that it did not."""
    state, _ = counted(city, one.board, one.year, "report", as_of)
    if state != "none":
        return "unanswered" if state == "decided" else state
    if cell is None or cell.report_due is None or cell.settled or cell.written_off:
        return "not-expected"
    return "overdue" if as_of > cell.report_due else "not-due"


def is_late(one: Promise, as_of: date) -> bool | None:
    """None: its day has passed and the files do not tell whether it was done by then.

    Reading: what was called off, or is another board's to do, is not late.
    """
    if "due" not in one.planned or as_of <= day(one.planned["due"]):
        return False
    if one.fate in ("written-off", "cancelled", "transferred"):
        return False
    if one.answer is None or one.fate == "unanswered":
        return None
    if one.fate == "done":
        if "date" not in one.answer:
            return None
        return day(one.answer["date"]) > day(one.planned["due"])
    return True


def together(one: Promise, found: list[Promise]) -> list[str]:
    """The boards whose plans have it under the same id and name each other: the whole circle."""
    circle = [one]
    for member in circle:
        for other in found:
            if (
                other not in circle
                and (other.year, other.id) == (one.year, one.id)
                and other.board in member.planned.get("with", [])
                and member.board in other.planned.get("with", [])
            ):
                circle.append(other)
    return sorted(p.board for p in circle) if len(circle) > 1 else []


def follow(city: City, cells: list[Cell], one: Promise, found: list[Promise], as_of: date) -> None:
    """Of what was postponed or transferred: whether a later plan has taken it up."""
    for later in found:
        earlier = later.planned.get("continues")
        if earlier is not None and later.year > one.year:
            name = (earlier.get("board", later.board), earlier["year"], earlier["id"])
            if name == (one.board, one.year, one.id):
                one.taken_up.append((later.board, later.year, later.id))
    if one.fate not in ("postponed", "transferred"):
        return
    if one.taken_up:
        one.follow_up = "taken-up"
        return
    # Reading: nothing is told where nobody is left who could take it up, or after the last year.
    if date(one.year + 1, 1, 1) > day(city.programme["term"]["to"]):
        return
    asked = who_could(city, cells, one)
    if asked:
        states = [counted(city, board, one.year + 1, "plan", as_of)[0] for board in asked]
        one.follow_up = "not-taken-up" if "decided" in states else "open"


def who_could(city: City, cells: list[Cell], one: Promise) -> set[str]:
    """The boards whose next plan could take it up.

    Reading: whom it was handed to, and who came after that board. Else the board and those after
    it, while the measure binds them; and when it no longer does, those that a transfer gave it to.
    """
    assert one.answer is not None
    if one.fate == "transferred":
        return set(in_line(city, [one.answer["to"]]))
    line = in_line(city, [one.board])
    if one.voluntary:
        return set(line)
    measures = [one.obligation, *one.planned.get("also", [])]
    bound = {
        c.board
        for c in cells
        if c.obligation in measures and c.year == one.year + 1 and c.status != "written-off"
    }
    if not bound & set(line):
        for transfer in sorted(city.boards.get("transfers", []), key=lambda t: day(t["date"])):
            if any(m in transfer["obligations"] for m in measures):
                givers = in_line(city, meant(city, transfer["from"]))
                if any(b in line for b in givers):
                    line = in_line(city, [*line, transfer["to"]])
    return bound & set(line)


def in_line(city: City, boards: list[str]) -> list[str]:
    """These and all that come after them."""
    found = list(boards)
    for one in found:
        for board in city.boards["boards"]:
            if board["id"] == one:
                found += [s for s in board.get("successors", []) if s not in found]
    return found


def fates(found: list[Promise], year: int) -> dict[str, int]:
    """How many of a year have become what: a joint one once, as who says least tells it."""
    totals: dict[str, int] = {}
    seen: list[Any] = []
    for one in found:
        if one.year != year:
            continue
        if one.joint:
            if (one.joint, one.id) in seen:
                continue
            seen.append((one.joint, one.id))
        circle = [
            p.fate
            for p in found
            if (p.year, p.id) == (year, one.id) and (p is one or p.board in one.joint)
        ]
        fate = max(circle, key=LEAST_SAID_LAST.index)
        totals[fate] = totals.get(fate, 0) + 1
    return totals
