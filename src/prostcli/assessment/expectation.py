"""Which cells there are and why: who is bound by what in which year, and when it is due.

Boards, mergers and transfers are known on every date; what is decided in mid-term is known from the
day of the decision (`known`).
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

from prostcli.assessment.known import amendments, assignments, covered
from prostcli.model.boards import Board, Transfer
from prostcli.model.material import Material
from prostcli.model.obligations import Addressee, Obligation
from prostcli.model.programme import Programme, Season
from prostcli.source import Place

ONE_DAY = timedelta(days=1)
Day: TypeAlias = date


class Basis(NamedTuple):
    """One reason why a board owes something, and where in the files it stands."""

    kind: Literal["named", "group", "successor", "transferred", "until-transfer", "assigned"]
    place: Place
    group: str | None = None
    board: str | None = None
    """The predecessor, or the board at the other end of a transfer."""
    date: Day | None = None
    """The first day of the succession or the transfer."""


class Expected(NamedTuple):
    """A cell before anything is known of what was handed in: one (obligation, board, year)."""

    obligation: str
    board: str
    year: int
    first: date
    """The first and last day of the year that the board is bound."""
    last: date
    basis: tuple[Basis, ...]
    plan_due: date | None
    """None: no plan is expected."""
    report_due: date | None
    known: Day = date.min
    """The day on which it was decided that the board is bound, where that was in mid-term."""


class _Hold(NamedTuple):
    """A board bound by an obligation from one day to another, both included."""

    board: str
    start: date
    end: date
    basis: tuple[Basis, ...]
    until: Basis | None = None
    known: Day = date.min
    """The day on which it was decided, where that was in mid-term: nothing is due before it."""


class _Span(NamedTuple):
    """The days that an obligation can bind anyone, both included, and from when that was known."""

    start: date
    end: date
    decided: date


class _Decided(NamedTuple):
    """What decisions in mid-term do to an obligation."""

    span: _Span
    given: tuple[_Hold, ...]


def expectations(material: Material, as_of: date) -> tuple[Expected, ...]:
    """Every cell of the term, by obligation, then board, then year, each in its file's order."""
    cells: list[Expected] = []
    years = _years_of(material.programme)
    for obligation in material.obligations:
        decided = _decided(material, obligation, as_of)
        holds: dict[str, list[_Hold]] = {}
        for hold in _holds(material, obligation, decided):
            holds.setdefault(hold.board, []).append(hold)
        for board in sorted(holds, key=material.board_order.__getitem__):
            cells += _cells(material, obligation, board, holds[board], years)
    return tuple(cells)


def idle_assignments(material: Material, obligation: Obligation) -> set[Place]:
    """The assignments of a measure without which it would bind the same boards on the same days.

    Each is judged by what was known when it was decided: what a later one adds to it does not make
    it idle. Of several alike only those after the first are.
    """
    idle: set[Place] = set()
    added = _decided(material, obligation, date.max).span.decided
    given = [
        (held.decided, held.start, index, held.place)
        for index, (assignment, held) in enumerate(assignments(material, date.max))
        if obligation.id in assignment.obligations
    ]
    for decided, _, _, place in sorted(given, reverse=True):
        known = max(decided, added)  # before that there is no measure to give
        without = _stretches(material, obligation, known, {*idle, place})
        if without == _stretches(material, obligation, known, idle):
            idle.add(place)
    return idle


def _stretches(
    material: Material, obligation: Obligation, as_of: date, left_out: set[Place]
) -> list[tuple[str, date, date]]:
    """The days without a gap that each board is bound in the term, but for some assignments."""
    decided = _decided(material, obligation, as_of)
    given = tuple(h for h in decided.given if h.basis[0].place not in left_out)
    holds = _holds(material, obligation, decided._replace(given=given))
    found: list[tuple[str, date, date]] = []
    for board, start, end in sorted((h.board, h.start, h.end) for h in holds):
        first = max(start, material.programme.term.start)
        before, since, last = found[-1] if found else ("", date.min, date.min)
        if board == before and first.toordinal() <= last.toordinal() + 1:
            found[-1] = (board, since, max(last, end))
        elif first <= end:
            found.append((board, first, end))
    return found


def _decided(material: Material, obligation: Obligation, as_of: date) -> _Decided:
    """What has been decided of it by then, beside the programme as adopted."""
    term = material.programme.term
    start, decided = date.min, date.min
    end = min(term.end, obligation.recurs.until or term.end)
    for amendment, held in amendments(material, as_of):
        if amendment.id == obligation.amendment:
            start, decided = held.start, held.decided
        if amendment.change == "end" and amendment.obligation == obligation.id:
            end = min(end, held.start - ONE_DAY)
    given = []
    for assignment, held in assignments(material, as_of):
        if obligation.id in assignment.obligations:
            for board in covered(material, assignment.to):
                basis = Basis("assigned", held.place, assignment.to.group, date=held.start)
                first = max(held.start, board.valid.start or held.start, start)
                last = min(board.valid.end or end, end)
                known = max(held.decided, decided)
                given.append(_Hold(board.id, first, last, (basis,), known=known))
    return _Decided(_Span(start, end, decided), tuple(given))


def later(day: date, months: int) -> date:
    """The same day of the month that many months on, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _holds(material: Material, obligation: Obligation, decided: _Decided) -> list[_Hold]:
    """Who is bound when: first as addressed, then as boards end and duties change hands."""
    end = decided.span.end
    holds = [*_addressed(material, obligation, decided.span), *decided.given]
    for day, event in _events(material, obligation):
        if day <= end:
            if isinstance(event, Board):
                holds += _succession(material, holds, event, day, end)
            else:
                holds = _transfer(material, holds, event, decided.span)
    return [h for h in holds if h.start <= h.end]


def _addressed(material: Material, obligation: Obligation, span: _Span) -> list[_Hold]:
    """Whom the text binds, from when they were there: the term's start comes in with the years."""
    end = span.end
    holds: dict[str, _Hold] = {}
    for index, addressee in enumerate(obligation.addressees):
        pointer = (*material.obligation_place[obligation.id], "addressees", index)
        place = Place(material.obligations_file.path, pointer)
        for board, basis in _bodies(material, addressee, place):
            first, last = max(board.valid.start or date.min, span.start), board.valid.end or end
            hold = holds.get(board.id) or _Hold(
                board.id, first, min(last, end), (), known=span.decided
            )
            holds[board.id] = hold._replace(basis=(*hold.basis, basis))
    return [h for h in holds.values() if h.start <= h.end]


def _bodies(
    material: Material, addressee: Addressee, place: Place
) -> Iterator[tuple[Board, Basis]]:
    if addressee.group is not None:
        for board in material.members(addressee.group):
            yield board, Basis("group", place, group=addressee.group)
    elif addressee.board in material.boards:
        yield material.boards[addressee.board], Basis("named", place)


def _events(material: Material, obligation: Obligation) -> list[tuple[date, Board | Transfer]]:
    """Boards that end (on the day after) and transfers of the obligation, in order of time."""
    events: list[tuple[date, Board | Transfer]] = [
        (board.valid.end + ONE_DAY, board)
        for board in material.register.boards
        if board.valid.end is not None and board.valid.end < date.max
    ]
    events += [(t.date, t) for t in material.register.transfers if obligation.id in t.obligations]
    return sorted(events, key=lambda e: (e[0], isinstance(e[1], Transfer)))


def _succession(
    material: Material, holds: list[_Hold], ended: Board, day: date, end: date
) -> list[_Hold]:
    """What a board's end hands on to successors that are not bound in their own right."""
    left = [h for h in holds if h.board == ended.id and h.start < day <= h.end + ONE_DAY]
    if not left:
        return []
    known = min(h.known for h in left)
    place = Place(
        material.register_file.path, ("boards", material.board_order[ended.id], "successors")
    )
    basis = Basis("successor", place, board=ended.id, date=day)
    heirs = []
    for name in ended.successors:
        heir = material.boards.get(name)
        if heir is None:
            continue
        held = next((h for h in holds if h.board == name and h.start <= day <= h.end), None)
        if held is None:
            start, last = max(day, heir.valid.start or day), min(heir.valid.end or end, end)
            heirs.append(_Hold(name, start, last, (basis,), known=known))
        elif all(b.kind == "successor" for b in held.basis):
            # Two boards bound by name became one: it owes the measure once, for both reasons.
            holds[holds.index(held)] = held._replace(basis=(*held.basis, basis))
    return heirs


def _transfer(
    material: Material, holds: list[_Hold], transfer: Transfer, span: _Span
) -> list[_Hold]:
    """The duty ends for those it leaves the day before, and begins for the board it goes to.

    What is given to one of them anew, from that day or later, it keeps. So does a successor that is
    bound in its own right.
    """
    index = material.register.transfers.index(transfer)
    place = Place(material.register_file.path, ("transfers", index))
    named, leavers = _leaving(material, transfer), with_successors(material, transfer)
    kept, known = [], []
    for hold in holds:
        anew = hold.start >= transfer.date and any(b.kind == "assigned" for b in hold.basis)
        handed_on = all(b.kind == "successor" and b.board in leavers for b in hold.basis)
        leaves = hold.board in named or (hold.board in leavers and handed_on)
        if leaves and hold.board != transfer.to and hold.end >= transfer.date and not anew:
            known.append(hold.known)
            until = Basis("until-transfer", place, board=transfer.to, date=transfer.date)
            kept.append(hold._replace(end=transfer.date - ONE_DAY, until=until))
        else:
            kept.append(hold)
    if transfer.to in material.boards:
        to = material.boards[transfer.to]
        basis = Basis(
            "transferred", place, transfer.leaves.group, transfer.leaves.board, transfer.date
        )
        first = max(transfer.date, to.valid.start or transfer.date, span.start)
        last = min(to.valid.end or span.end, span.end)
        since = min(known, default=span.decided)
        kept.append(_Hold(to.id, first, last, (basis,), known=since))
    return kept


def _leaving(material: Material, transfer: Transfer) -> set[str]:
    """The boards that a transfer names, by themselves or as members of a group."""
    leaves = transfer.leaves
    if leaves.group is not None:
        return {b.id for b in material.members(leaves.group)}
    return {leaves.board} if leaves.board in material.boards else set()


def with_successors(material: Material, transfer: Transfer) -> set[str]:
    """The boards that a transfer takes a duty from, and those that came after them.

    These have it to give only as far as it has come to them from the first.
    """
    found = _leaving(material, transfer)
    grown = True
    while grown:
        heirs = {s for b in found for s in material.boards[b].successors if s in material.boards}
        grown = not heirs <= found
        found |= heirs
    return found


class _Year(NamedTuple):
    """What a year is to every cell in it: the days the programme covers, and the deadlines."""

    year: int
    first: date
    last: date
    plan_due: date | None
    report_due: date | None


def _years_of(programme: Programme) -> list[_Year]:
    seasons = programme.calendar
    return [
        _Year(
            year, *programme.term.within(year), _due(seasons.plan, year), _due(seasons.report, year)
        )
        for year in programme.term.years
    ]


def _cells(
    material: Material,
    obligation: Obligation,
    board: str,
    holds: list[_Hold],
    years: list[_Year],
) -> Iterator[Expected]:
    """One cell for each year in which the board is bound on any day."""
    term = material.programme.term
    for year, first, last, plan_due, report_due in years:
        held = [h for h in holds if h.start <= last and first <= h.end]
        if held:
            bound_from = max(_since(holds, min(h.start for h in held)), term.start)
            known = min(h.known for h in held)
            basis = [b for h in held for b in h.basis]
            basis += [h.until for h in held if h.until is not None and h.end <= last]
            yield Expected(
                obligation=obligation.id,
                board=board,
                year=year,
                first=max(first, min(h.start for h in held)),
                last=min(last, max(h.end for h in held)),
                basis=tuple(basis),
                plan_due=_not_before(known, _plan_due(material, board, bound_from, plan_due)),
                report_due=_not_before(known, report_due),
                known=known,
            )


def _since(holds: list[_Hold], day: date) -> date:
    """The first of the days without a gap that lead up to one on which the board is bound."""
    for hold in sorted(holds, key=lambda h: h.start, reverse=True):
        if hold.start < day <= hold.end + ONE_DAY:
            day = hold.start
    return day


def _not_before(known: date, due: date | None) -> date | None:
    return max(due, known) if due is not None else None


def _due(season: Season, year: int) -> date | None:
    """The season's deadline, where it wants one for that year."""
    if season.first_year is not None and year < season.first_year:
        return None
    if season.last_year is not None and year > season.last_year:
        return None
    return season.due.of(year)


def _plan_due(material: Material, board: str, bound_from: date, due: date | None) -> date | None:
    """A plan's deadline: no one can be late with what it could not yet have planned.

    None is due before the board has existed for the months that the calendar gives a new one, nor
    before the first day that the measure binds it. Whom it binds from the first day of a term that
    begins with a year has its first plan due with the others, the year before.
    """
    if due is None:
        return None
    start, term = material.boards[board].valid.start, material.programme.term
    if start is not None:
        due = max(due, later(start, material.programme.calendar.new_board_months))
    if bound_from > term.start or (term.start.month, term.start.day) != (1, 1):
        due = max(due, bound_from)
    return due
