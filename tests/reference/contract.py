"""The contract as the plainest program that can be written of it: a second reading.

It was written from the description, before the program was looked at, and shares no line with it.
It walks the term day by day and asks who is bound that day. Where the two differed and the
description is silent, most often the program's reading was taken; and how duties change hands
(`handed_over`) was written again after a fault had been sought in the program, so that this part is
no independent reading. It takes the values of the YAML files as
they stand there: dictionaries, lists, texts. It is slow, and it checks nothing: it is for
programmes that `validate` has no quarrel with.

Read it from `cells`. Where the description leaves room, the comment says `Reading:` and what was
taken; decision 53 has the list.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Values = dict[str, Any]
"""What a YAML file holds."""

A_DAY = timedelta(days=1)
COUNTS = ("decided", "delegated")


@dataclass
class City:
    """An edition's files. A submission that cannot be read is None."""

    programme: Values
    boards: Values
    obligations: Values
    reports: dict[str, Values | None]
    """By path: `reports/EDITION/BOARD/2007-report-2.yaml`."""

    def __repr__(self) -> str:
        """What tells one from another, for whoever has to find out why the two differ."""
        keys = ("term", "calendar", "decisions", "amendments", "assignments", "write_offs")
        told = [f"{key}: {self.programme[key]}" for key in keys if key in self.programme]
        told += [f"board: {board}" for board in self.boards["boards"]]
        told += [f"transfer: {transfer}" for transfer in self.boards.get("transfers", [])]
        told += [f"measure: {measure}" for measure in self.obligations["obligations"]]
        return "\n".join([*told, *(f"{path}: {value}" for path, value in self.reports.items())])


@dataclass
class Cell:
    """What one board owes and has done of one measure in one year."""

    obligation: str
    board: str
    year: int
    bound: list[date]
    plan_due: date | None
    report_due: date | None
    plan: str = ""
    report: str = ""
    outcome: str | None = None
    preliminary: str | None = None
    settled: bool = False
    written_off: bool = False
    said_in_plan: str | None = None
    status: str = ""
    good: bool = False
    exempt: bool = False
    share: bool = True


def day(value: str | date) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


# ---------------------------------------------------------------- the programme on a date


def decided(city: City, decision: str, as_of: date) -> date | None:
    """The day of a decision that has been taken by that date."""
    for one in city.programme["decisions"]:
        if one["id"] == decision and one["status"] == "decided" and "date" in one:
            return day(one["date"]) if day(one["date"]) <= as_of else None
    return None


def known_since(city: City, measure: Values, as_of: date) -> date | None:
    """The day from which a measure is known; None where it is not known on the date."""
    for one in city.programme.get("amendments", []):
        if one["id"] == measure.get("amendment") and "from" in one:
            return decided(city, one["decision"], as_of)
    return date.min


def in_force(city: City, measure: Values, as_of: date) -> tuple[date, date]:
    """The first and the last day on which a measure can bind anybody."""
    first, last = day(city.programme["term"]["from"]), day(city.programme["term"]["to"])
    recurrence = measure.get("recurrence", "continuous")
    if recurrence.startswith("until "):
        last = min(last, day(recurrence.split()[1]))
    for one in city.programme.get("amendments", []):
        if "from" not in one or decided(city, one["decision"], as_of) is None:
            continue
        if one["id"] == measure.get("amendment"):
            first = max(first, day(one["from"]))
        if one["change"] == "end" and one["obligation"] == measure["id"]:
            last = min(last, day(one["from"]) - A_DAY)
    return first, last


# ---------------------------------------------------------------- who is bound on a day


def exists(board: Values, on: date) -> bool:
    valid = board.get("valid", {})
    return not ("from" in valid and on < day(valid["from"])) and not has_ended(board, on)


def has_ended(board: Values, on: date) -> bool:
    valid = board.get("valid", {})
    return bool("to" in valid and on > day(valid["to"]))


def meant(city: City, named: Values) -> list[str]:
    """The boards that `{board: …}` or `{group: …}` means, those too that are not there yet."""
    if "board" in named:
        return [named["board"]]
    everyone = any(
        g["id"] == named["group"] and g.get("everyone") for g in city.boards.get("groups", [])
    )
    return [
        b["id"] for b in city.boards["boards"] if everyone or named["group"] in b.get("groups", [])
    ]


def given_to(city: City, named: Values, on: date) -> list[str]:
    """Who is given a duty by a decision in mid-term.

    Reading: those that have not ended then. What the programme as adopted gives to a board or a
    group goes on to successors, even where the board ended before the term.
    """
    ended = [b["id"] for b in city.boards["boards"] if has_ended(b, on)]
    return [b for b in meant(city, named) if b not in ended]


@dataclass
class Duty:
    """That somebody has a measure to do: whose it has been, the last of them now."""

    boards: list[str]
    known: date
    """Since when it is decided."""


def bound_by(city: City, measure: Values, as_of: date) -> dict[date, dict[str, date]]:
    """Each day on which it is in force: the boards that it binds, and since when that is decided.

    A board that is not there yet has its duty from its first day.
    """
    if (since := known_since(city, measure, as_of)) is None:
        return {}
    boards = {b["id"]: b for b in city.boards["boards"]}
    first, last = in_force(city, measure, as_of)
    duties: list[Duty] = []
    found: dict[date, dict[str, date]] = {}
    today = first
    while today <= last:
        duties = handed_over(city, measure, inherited(boards, duties, today), today)
        if today == first:
            duties += addressed(city, measure, since, today)
        duties += assigned(city, measure, (first, today), as_of)
        duties = inherited(boards, duties, today)
        found[today] = {}
        for duty in duties:
            board = duty.boards[-1]
            if exists(boards[board], today):
                found[today][board] = min(duty.known, found[today].get(board, duty.known))
        today += A_DAY
    return found


def addressed(city: City, measure: Values, since: date, today: date) -> list[Duty]:
    """What the text gives."""
    added = since != date.min
    return [
        Duty([board], since)
        for addressee in measure.get("addressees", [])
        for board in (given_to(city, addressee, today) if added else meant(city, addressee))
    ]


def assigned(city: City, measure: Values, days: tuple[date, date], as_of: date) -> list[Duty]:
    """What a later decision gives from today; from the first day where that is later."""
    first, today = days
    since = known_since(city, measure, as_of)
    found = []
    for one in city.programme.get("assignments", []):
        taken = decided(city, one["decision"], as_of)
        if taken is None or since is None or measure["id"] not in one["obligations"]:
            continue
        if max(day(one.get("from", taken)), first) == today:
            found += [Duty([b], max(since, taken)) for b in given_to(city, one["to"], today)]
    return found


def handed_over(city: City, measure: Values, duties: list[Duty], today: date) -> list[Duty]:
    """After the transfers of today: they take what those whom they name have that morning.

    Reading: boards end before duties are transferred, so also what came from one of them to a
    successor, today too, and not what a successor has in its own right.
    """
    found = list(duties)
    for transfer in city.boards.get("transfers", []):
        if day(transfer["date"]) == today and measure["id"] in transfer["obligations"]:
            named = meant(city, transfer["from"])
            leaving = [d for d in duties if any(b in named for b in d.boards)]
            found = [d for d in found if d not in leaving]
            found += [Duty([transfer["to"]], d.known) for d in leaving]
    return found


def inherited(boards: dict[str, Values], duties: list[Duty], today: date) -> list[Duty]:
    """The duties of a board that has ended are its successors'.

    Reading: without any they stay where they are, bind nobody, and can still be transferred.
    """
    found: list[Duty] = []
    for duty in duties:
        board = boards[duty.boards[-1]]
        if not has_ended(board, today) or not board.get("successors"):
            found.append(duty)
            continue
        heirs = [Duty([*duty.boards, s], duty.known) for s in board["successors"]]
        found += inherited(boards, heirs, today)
    return found


# ---------------------------------------------------------------- due days


def calendar_day(due: Values, year: int) -> date:
    """`{years: -1, month: 12, day: 31}` of a year."""
    at, month = year + due["years"], due["month"]
    return date(at, month, monthrange(at, month)[1] if due["day"] == "last" else due["day"])


def months_after(start: date, months: int) -> date:
    year, month = start.year + (start.month - 1 + months) // 12, (start.month - 1 + months) % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def wanted(city: City, kind: str, year: int) -> bool:
    season = city.programme["calendar"][kind]
    return bool(season.get("first_year", year) <= year <= season.get("last_year", year))


def due_days(
    city: City, board: Values, year: int, first_bound: date, known: date
) -> tuple[date | None, date | None]:
    """The last day of the plan and of the report; None where none is wanted."""
    calendar, term_start = city.programme["calendar"], day(city.programme["term"]["from"])
    plan = report = None
    if wanted(city, "plan", year):
        plan = max(calendar_day(calendar["plan"]["due"], year), known)
        if "from" in board.get("valid", {}):
            months = calendar.get("new_board_months", 0)
            plan = max(plan, months_after(day(board["valid"]["from"]), months))
        if first_bound > term_start or (term_start.month, term_start.day) != (1, 1):
            plan = max(plan, first_bound)
    if wanted(city, "report", year):
        report = max(calendar_day(calendar["report"]["due"], year), known)
    return plan, report


# ---------------------------------------------------------------- what is filed


def counted(city: City, board: str, year: int, kind: str, as_of: date) -> tuple[str, Values]:
    """The state of a board's plan or report on the date, and the file that counts.

    `none` where nothing is there.
    """
    files = []
    for path, value in city.reports.items():
        folder, name = path.split("/")[-2:]
        at, of, *correction = name.removesuffix(".yaml").split("-")
        if (folder, int(at), of) == (board, year, kind):
            files.append((int(correction[0]) if correction else 1, value))
    # Reading: nothing is believed in a file that says to be another than its path, not its date.
    place = {"kind": kind, "board": board, "year": year}
    if any(value is None or value | place != value for _, value in files):
        return "invalid", {}
    there: list[tuple[str, date, int, Values]] = []
    for version, value in files:
        assert value is not None  # told above
        decision = value.get("decision")
        if decision is None:
            there.append(("draft", date.min, version, value))
        elif day(decision["date"]) <= as_of:
            state = "decided" if decision.get("how", "decided") in COUNTS else "received"
            there.append((state, day(decision["date"]), version, value))
    # Of several a decided one goes first, then a received one; of these the last.
    there.sort(key=lambda f: (["draft", "received", "decided"].index(f[0]), f[1], f[2]))
    for _, on, version, value in there:
        if was_changed(value):
            # Reading: a later decision takes the place of it only if it counts itself.
            last = there[-1]
            if last[0] != "decided" or was_changed(last[3]) or (on, version) > last[1:3]:
                return "invalid", {}
    return (there[-1][0], there[-1][3]) if there else ("none", {})


def was_changed(value: Values) -> bool:
    """Whether a file is not as it was sealed. The tests make no seal that fits."""
    return "fingerprint" in value.get("decision", {})


def entry_on(measure: str, value: Values) -> Values | None:
    for entry in value.get("entries", []):
        if entry.get("obligation") == measure:
            return dict(entry)
    return None


def said_of(measure: str, plan: Values) -> str | None:
    """What a plan says of a measure: one word; None where it is silent."""
    entry = entry_on(measure, plan)
    if entry is not None:
        if "activities" in entry:
            return "planned"
        if "ongoing" in entry:
            return "ongoing"
        return "no-activity" if "no_activity" in entry else "not-addressed"
    for entry in plan.get("entries", []):
        for activity in entry.get("activities", []):
            if measure in activity.get("also", []):
                return "planned"
    return None


def counts_as(city: City, measure: Values, outcome: str) -> str | None:
    """`good`, `partial`, `bad`, `unknown` or `exempt`; None for a word that is not in the scale."""
    for nature in city.programme["natures"]:
        if nature["id"] == measure["nature"]:
            for value in city.programme["scales"][nature.get("scale", "default")]:
                if value["value"] == outcome:
                    return str(value["counts"])
    return None


def has_share(city: City, measure: Values) -> bool:
    return all(
        n.get("share", True) for n in city.programme["natures"] if n["id"] == measure["nature"]
    )


# ---------------------------------------------------------------- cells


def is_written_off(city: City, cell: Cell, as_of: date) -> bool:
    """Whether a decision that is known has ended it.

    Reading: it reaches the whole year in which it begins to hold, and nobody who was bound only
    before that.
    """
    groups = [g["id"] for g in city.boards.get("groups", [])]
    for one in city.programme.get("write_offs", []):
        taken = decided(city, one["decision"], as_of)
        if taken is None or cell.obligation not in one.get("obligations", []):
            continue
        named = [
            board
            for name in one.get("boards", [])
            for board in meant(city, {"group": name} if name in groups else {"board": name})
        ]
        begins = day(one.get("from", taken))
        if cell.bound[-1] >= begins and (cell.board in named or "boards" not in one):
            return True
    return False


def cells(city: City, as_of: date) -> list[Cell]:
    """Every cell of the term as it stands on a date."""
    found = []
    for measure in city.obligations["obligations"]:
        bound = bound_by(city, measure, as_of)
        for board in city.boards["boards"]:
            days = [d for d, boards in bound.items() if board["id"] in boards]
            met = False
            for year in sorted({d.year for d in days}):
                of_year = [d for d in days if d.year == year]
                known = min(bound[d][board["id"]] for d in of_year)
                due = due_days(city, board, year, began(set(days), of_year[0]), known)
                cell = Cell(measure["id"], board["id"], year, of_year, *due)
                cell.settled = met and measure.get("recurrence") == "once"
                fill_in(city, cell, measure, as_of)
                met = met or cell.good
                found.append(cell)
    return found


def began(days: set[date], on: date) -> date:
    """The first of the days running up to this one on which the measure binds the board.

    Reading: a duty that has been away and comes back begins anew.
    """
    while on - A_DAY in days:
        on -= A_DAY
    return on


def fill_in(city: City, cell: Cell, measure: Values, as_of: date) -> None:
    """The states, the outcome and the one word of a cell."""
    place = (cell.board, cell.year)
    cell.written_off = is_written_off(city, cell, as_of)
    cell.share = has_share(city, measure)
    owes = not cell.settled and not cell.written_off

    filed, plan = counted(city, *place, "plan", as_of)
    cell.plan = state(filed, said_of(cell.obligation, plan) is not None, owes, cell.plan_due, as_of)
    if cell.plan == "decided":
        cell.said_in_plan = said_of(cell.obligation, plan)

    filed, report = counted(city, *place, "report", as_of)
    entry = entry_on(cell.obligation, report)
    cell.report = state(filed, entry is not None, owes, cell.report_due, as_of)
    outcome = entry.get("outcome") if entry else None
    silent = entry is not None and entry.get("not_addressed", False)
    if cell.report == "decided":
        cell.outcome = outcome
        cell.good = outcome is not None and counts_as(city, measure, outcome) == "good"
        cell.exempt = outcome is not None and counts_as(city, measure, outcome) == "exempt"
    elif cell.report in ("draft", "received"):
        cell.preliminary = outcome
    cell.status = status(cell, silent=silent)


def state(filed: str, answers: bool, owes: bool, due: date | None, as_of: date) -> str:
    """The state of a plan or a report in a cell. Silence in a file is nothing handed in."""
    if filed == "invalid" or (filed != "none" and answers):
        return filed
    if due is None or not owes:
        return "not-expected"
    return "overdue" if as_of > due else "not-due"


def status(cell: Cell, *, silent: bool) -> str:
    """One word: the first that holds."""
    if cell.settled:
        return "settled"
    if cell.written_off:
        return "written-off"
    if cell.report == "decided":
        return "not-addressed" if silent else str(cell.outcome)
    for trouble in ("invalid", "received", "draft", "overdue"):
        if cell.report == trouble:
            return f"report-{trouble}"
    for trouble in ("invalid", "overdue"):
        if cell.plan == trouble:
            return f"plan-{trouble}"
    return cell.said_in_plan or "upcoming"


def unassigned(city: City, cells_: list[Cell], as_of: date) -> list[str]:
    """The measures known on the date that have no cell in any year."""
    having = {c.obligation for c in cells_}
    return [
        m["id"]
        for m in city.obligations["obligations"]
        if known_since(city, m, as_of) is not None and m["id"] not in having
    ]


def reached(some: list[Cell]) -> tuple[int, int]:
    """n/N: of those that were to report, how many have met the measure by a decided report."""
    asked = [
        c
        for c in some
        if c.report_due is not None and not (c.settled or c.written_off or c.exempt) and c.share
    ]
    return sum(c.good for c in asked), len(asked)


@dataclass
class Beside:
    """What a board tells of a measure that does not bind it, or of another duty: never counted."""

    subject: str
    board: str
    year: int
    outcome: str | None


def voluntary(city: City, cells_: list[Cell], as_of: date) -> list[Beside]:
    """What boards tell of measures that do not bind them that year. Silence is nothing."""
    binding = {(c.obligation, c.board, c.year) for c in cells_}
    found = []
    for board, year in filed_for(city):
        for measure in city.obligations["obligations"]:
            if known_since(city, measure, as_of) is None:
                continue
            if (measure["id"], board, year) in binding:
                continue
            _, plan = counted(city, board, year, "plan", as_of)
            state, report = counted(city, board, year, "report", as_of)
            said = [
                e for e in (entry_on(measure["id"], plan), entry_on(measure["id"], report)) if e
            ]
            if any("not_addressed" not in e for e in said):
                outcome = said[-1].get("outcome") if state == "decided" else None
                found.append(Beside(measure["id"], board, year, outcome))
    return found


def filed_for(city: City) -> list[tuple[str, int]]:
    """The boards and years that there is any file for."""
    names = [path.split("/")[-2:] for path in city.reports]
    return sorted({(board, int(name[:4])) for board, name in names})
