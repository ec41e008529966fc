"""A measure as comments: its words, why it is asked of the board, what was last told of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from prostcli.assessment.cells import Cell
from prostcli.assessment.expectation import Basis
from prostcli.model.boards import Transfer
from prostcli.model.obligations import Addressee, Obligation
from prostcli.model.submissions import (
    ReportEntry,
)
from prostcli.write.last_year import Past
from prostcli.write.page import LONGEST, Page


def measures(page: Page) -> Iterator[tuple[Cell, Obligation]]:
    """Each measure with its section's heading and its own text as comments before it."""
    material = page.assessment.material
    section = None
    for cell in page.cells:
        obligation = page.obligation(cell)
        page.blank()
        if obligation.section != section:
            section = obligation.section
            found = material.sections.get(section)
            title = page.language.words(found.label) if found else ""
            page.heading(f"{section} {title}".rstrip(), 2, "=")
            page.blank()
        measure(page, obligation, cell)
        yield cell, obligation


def measure(page: Page, obligation: Obligation, cell: Cell | None) -> None:
    """What the measure says, word for word, and why the board is to answer it."""
    modality = f" ({obligation.modality})" if obligation.modality else ""
    label = page.language.words(obligation.label)
    page.heading(f"{obligation.id} {label}{modality}", 2, "-")
    *replaced, text = page.wordings(obligation)
    page.note(f"”{text.text}”", 2)
    for old, new in pairwise((*replaced, text)):
        if new.start is not None:
            page.say("replaced", 2, day=new.start - timedelta(days=1), text=old.text)
    if obligation.modality in ("bör", "kan"):
        page.say("advisory", 2, modality=obligation.modality)
    recurs = obligation.recurs
    if recurs.kind == "until":
        page.say("recurs-until", 2, day=recurs.until)
    elif recurs.kind != "continuous":
        page.say(f"recurs-{recurs.kind}", 2)
    if obligation.amendment is not None:
        page.say("amendment", 2)
    if cell is None:
        page.say("voluntary", 2)
        return
    for line in _reasons(page, obligation, cell):
        page.note(line, 2)


def _reasons(page: Page, obligation: Obligation, cell: Cell) -> Iterator[str]:
    """Why the board is bound, where the measure's own words do not tell."""
    told: set[str] = set()
    for basis in cell.expected.basis:
        for line in _reason(page, obligation, cell, basis):
            if line not in told:
                told.add(line)
                yield line
    first, last = page.assessment.material.programme.term.within(page.year)
    if (cell.expected.first, cell.expected.last) != (first, last):
        yield page.term("bound", start=cell.expected.first, end=cell.expected.last)


def _reason(page: Page, obligation: Obligation, cell: Cell, basis: Basis) -> Iterator[str]:
    words = page.language.words
    match basis.kind:
        case "successor":
            board = page.assessment.material.boards.get(basis.board or "")
            name = board.names[-1].name if board else basis.board
            yield page.term("successor", board=name, day=basis.date)
        case "transferred" | "until-transfer":
            transfer = page.assessment.material.register.transfers[int(basis.place.pointer[1])]
            what = words(transfer.what) if transfer.id not in page.explained else ""
            page.explained.add(transfer.id)
            too = basis.kind == "transferred" and cell.expected.first < transfer.date
            facts = {"day": basis.date, "board": page.name(transfer.to), "what": what}
            key = "transferred-too" if too else basis.kind
            yield page.term(key, leaver=_leaver(page, transfer), **facts)
        case "named" | "group":
            addressee: Addressee = obligation.addressees[int(basis.place.pointer[-1])]
            if addressee.unit is not None:
                yield page.term("unit", unit=addressee.unit)
            if addressee.role is not None:
                yield page.term("role", role=words(addressee.role).rstrip("."))
            if addressee.condition is not None:
                condition = words(addressee.condition).rstrip(".")
                yield page.term("condition", condition=condition)
        case "assigned":
            yield page.term("assigned")


def _leaver(page: Page, transfer: Transfer) -> str:
    """Who a duty leaves, in words."""
    material, leaves = page.assessment.material, transfer.leaves
    if leaves.group in material.groups:
        label = page.language.words(material.groups[leaves.group].label)
        return label[:1].lower() + label[1:]
    return page.name(leaves.board or "")


def whose(page: Page, past: Past, year: int | None) -> str:
    """`Plan 2007`, and whose where it is not the board's own."""
    board = page.assessment.material.boards.get(past.board)
    name = board.names[-1].name if board else past.board
    return str(year) if past.own else f"{name} {year}"


def last_report(page: Page, obligation: Obligation) -> None:
    """What was last reported of a measure, as comments."""
    for past in page.pasts:
        entry = past.reported(obligation.id)
        if entry is None:
            continue
        lead = page.term("last-report", year=whose(page, past, past.report_year))
        page.note(_told(page, obligation, entry), 2, f"{lead} ", LONGEST)
        for key in ("obstacles", "next_steps"):
            text = getattr(entry, key)
            if text is not None:
                page.note(text, 2, f"  {page.language.term(key)}: ", LONGEST)


def _told(page: Page, obligation: Obligation, entry: ReportEntry) -> str:
    outcome = None
    if entry.outcome is not None:
        outcome = page.assessment.material.programme.outcome(obligation.nature, entry.outcome)
    label = page.language.words(outcome.label) if outcome else entry.outcome
    if label is None:
        label = page.language.marks["not-addressed"].label
    return f"{label}. {entry.summary or ''}".rstrip()
