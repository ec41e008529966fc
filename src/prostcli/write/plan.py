"""The entries of a new plan: last year's carried in, or one activity to write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prostcli.assessment.activities import Commitment, commitments
from prostcli.model.obligations import Obligation
from prostcli.model.submissions import Activity, PlanEntry, Result
from prostcli.write.frame import glossary, questions
from prostcli.write.last_year import OVER, Past, activities
from prostcli.write.measure import last_report, measures, whose
from prostcli.write.page import LONGEST, Page
from prostcli.write.text import keyed, plain


def plan(page: Page) -> None:
    """Everything after the head."""
    page.add("entries:")
    for past in page.pasts:
        if past.own:  # so that no new id is one that is carried in further down
            page.used |= {a for a in activities(past.plan) if a is not None}
    covered = _covered(page)
    handed = [c for c in commitments(page.assessment) if c.done and c.done.to == page.board.id]
    for cell, obligation in measures(page):
        last_report(page, obligation)
        own = next((p for p in page.pasts if p.own), None)
        for past in page.pasts:
            _unfinished(page, past, obligation)
            _no_value(page, past, obligation)
        _handed_over(page, handed, obligation)
        for activity in covered.get(cell.obligation, ()):
            page.say("covered", 2, id=activity.id)
        page.add(f"- obligation: {plain(obligation.id)}", 2)
        carried = own.planned(obligation.id) if own else None
        kept = [Carried(own, own.plan_year, a) for a in _kept(own, carried)] if own else []
        kept += [c for past in page.pasts for c in _put_off(past, obligation)]
        if carried is not None and carried.ongoing is not None:
            page.lines += keyed("ongoing", carried.ongoing, 4)
            _confirm(page, own)
        elif kept:
            page.add("activities:", 4)
            for one in kept:
                _carried_activity(page, one, obligation)
            _confirm(page, own or kept[0].past)
        else:
            _new_activity(page, obligation)
    questions(page)
    glossary(page)


class Carried(NamedTuple):
    """An activity of an earlier plan that the new one begins with."""

    past: Past
    year: int | None
    """The year of that plan."""
    activity: Activity


def _put_off(past: Past, obligation: Obligation) -> Iterator[Carried]:
    """What the last report has postponed and no plan since has taken up.

    Where that report is about the same year as the last plan, the board's own is carried in anyway.
    """
    entry = past.reported(obligation.id)
    if entry is None or (past.own and past.report_year == past.plan_year):
        return
    since = activities(past.plan).values() if past.report_year != past.plan_year else ()
    taken = {(a.continues.year, a.continues.id) for a in since if a.continues is not None}
    named = activities(past.reported_plan)
    for done in entry.activities:
        postponed = done.result is Result.POSTPONED and done.id in named
        if postponed and (past.report_year, done.id) not in taken:
            yield Carried(past, past.report_year, named[done.id])


def _kept(past: Past, entry: PlanEntry | None) -> list[Activity]:
    """The activities that are not done with."""
    kept = []
    for activity in (entry.activities if entry else None) or ():
        done = past.became(activity.id)
        if done is None or done.result not in OVER:
            kept.append(activity)
    return kept


def _covered(page: Page) -> dict[str, list[Activity]]:
    """Carried activities by the other measures that they count under."""
    found: dict[str, list[Activity]] = {}
    for past in page.pasts:
        for entry in past.plan.entries if past.own and past.plan else ():
            if not page.expects(entry.obligation):
                continue
            for activity in _kept(past, entry):
                for obligation in activity.also:
                    found.setdefault(obligation, []).append(activity)
    return found


def _unfinished(page: Page, past: Past, obligation: Obligation) -> None:
    """What the last report says was put off or not finished."""
    if past.own and past.report_year == past.plan_year:
        return  # told at the activity itself, which is carried in
    carried = {c.activity.text for c in _put_off(past, obligation)}
    for text, done in past.left(obligation.id):
        if text in carried:
            continue
        lead = f"{page.language.term(done.result)} {whose(page, past, past.report_year)}: "
        page.note(text, 2, lead, LONGEST)


def _handed_over(page: Page, handed: list[Commitment], obligation: Obligation) -> None:
    """What another board has handed over, and how a plan takes it up, as comments."""
    for found in handed:
        if obligation.id in found.obligations and found.year < page.year and not found.taken_up:
            board = page.assessment.material.boards[found.board].short
            lead = page.term("handed-over", board=board, year=found.year)
            page.note(found.activity.text, 2, f"{lead} ", LONGEST)
            page.say("take-up", 2, year=found.year, id=found.activity.id, board=found.board)


def _no_value(page: Page, past: Past, obligation: Obligation) -> None:
    """What the last plan said and the new one is not begun from, as comments."""
    entry = past.planned(obligation.id)
    if entry is None:
        return
    lead = f"{page.term('last-plan', year=whose(page, past, past.plan_year))} "
    if entry.not_addressed:
        page.note(page.language.marks["not-addressed"].label, 2, lead)
    elif entry.no_activity is not None:
        label = page.language.marks["no-activity"].label
        page.note(f"{label}. {entry.no_activity}", 2, lead, LONGEST)
    elif not past.own:
        for text in [entry.ongoing] if entry.ongoing else [a.text for a in entry.activities or ()]:
            page.note(text, 2, lead, LONGEST)
    else:
        for activity in entry.activities or ():
            done = past.became(activity.id)
            if done is not None and done.result in OVER:
                page.note(f"{activity.text} ({page.language.term(done.result)})", 2, lead, LONGEST)


def _carried_activity(page: Page, carried: Carried, obligation: Obligation) -> None:
    material = page.assessment.material
    past, year, activity = carried
    done = past.answer(activity.id, year)
    if done is not None:
        word = f"{page.language.term(done.result)} {whose(page, past, past.report_year)}"
        page.note(f"{word}. {done.comment or ''}".rstrip(), 6, "", LONGEST)
    elif activity.due is not None:
        page.say("was-due", 6, day=activity.due)
    own = past.own and year == past.plan_year
    page.add(f"- id: {plain(activity.id if own else page.new_id(activity.id))}", 6)
    page.lines += keyed("text", activity.text, 8)
    page.offer("due", 8, f"{page.year}-{page.term('in-day')}")
    if activity.unit is not None:
        page.lines += keyed("unit", activity.unit, 8)
    else:
        page.offer("unit", 8)
    board = "" if past.own else f", board: {plain(past.board)}"
    page.add(f"continues: {{year: {year}, id: {plain(activity.id)}{board}}}", 8)
    bound = {c.obligation for c in page.cells}
    also = [o for o in activity.also if o in bound and o != obligation.id]
    if also:
        page.add(f"also: [{', '.join(plain(o) for o in also)}]", 8)
    term = material.programme.term.within(page.year)
    there = [b for b in activity.with_ if b in material.boards]
    there = [b for b in there if material.boards[b].valid.meets(*term)]
    if there:
        page.add(f"with: [{', '.join(plain(b) for b in there)}]", 8)


def _confirm(page: Page, past: Past | None) -> None:
    """A line that has to be filled in or taken away: nothing carried in goes through unread."""
    page.say("confirm", 4, year=past.plan_year if past else None)
    page.empty("place", 4)


def _new_activity(page: Page, obligation: Obligation) -> None:
    page.add("activities:", 4)
    page.add(f"- id: {plain(page.new_id(obligation.id))}", 6)
    page.ask("text", 8)
    page.offer("due", 8, f"{page.year}-{page.term('in-day')}")
    page.offer("unit", 8)
    others = [plain(c.obligation) for c in page.cells if c.obligation != obligation.id][:2]
    example = f"[{', '.join(others)}]"
    page.offer("also", 8, f"[{page.term('in-measure')}]", example=example)
    page.offer("with", 8, f"[{page.term('in-board')}]")
    page.say("instead", 4)
    page.offer("ongoing", 4)
    page.offer("no_activity", 4)
    page.offer("not_addressed", 4, "true")
