"""The entries of a new report: how it went, how the board knows, what became of the plan."""

from __future__ import annotations

from prostcli.model.obligations import Obligation
from prostcli.model.submissions import (
    Activity,
    PlanEntry,
    Result,
)
from prostcli.write.frame import glossary, questions
from prostcli.write.measure import last_report, measure, measures
from prostcli.write.page import LONGEST, Page
from prostcli.write.text import plain


def report(page: Page) -> None:
    """Everything after the head."""
    page.add("entries:")
    planned = page.plan.entries if page.plan else ()
    for cell, obligation in measures(page):
        last_report(page, obligation)
        entries = [e for e in planned if e.obligation == cell.obligation]
        _report_entry(page, obligation, entries)
    material = page.assessment.material
    for entry in planned:
        obligation_ = material.obligation.get(entry.obligation)
        if obligation_ is not None and entry.activities and not page.expects(obligation_.id):
            page.blank()
            measure(page, obligation_, None)
            _report_entry(page, obligation_, [entry])
    questions(page)
    glossary(page)


def _report_entry(page: Page, obligation: Obligation, planned: list[PlanEntry]) -> None:
    for entry in planned:
        _said(page, entry)
    for entry in page.plan.entries if page.plan else ():
        for activity in entry.activities or ():
            if obligation.id in activity.also:
                page.say("also-planned", 2, id=activity.id, obligation=entry.obligation)
    page.add(f"- obligation: {plain(obligation.id)}", 2)
    scale = page.scale(obligation)
    page.say("ask-outcome", 4)
    wide = max((len(o.value) for o in scale), default=0)
    for outcome in scale:
        page.note(page.language.words(outcome.label), 4, f"  {outcome.value:<{wide}} = ")
    page.add("outcome:", 4)
    page.ask("summary", 4)
    counts = {o.counts.value for o in scale}
    page.ask("evidence", 4, values=[o.value for o in scale if o.counts == "good"])
    if counts & {"partial", "bad"}:
        values = [o.value for o in scale if o.counts in ("partial", "bad")]
        page.offer("obstacles", 4, values=values)
    if "exempt" in counts:
        page.offer("reason", 4, values=[o.value for o in scale if o.counts == "exempt"])
    _answers(page, [a for e in planned for a in e.activities or ()])
    page.offer("effect", 4)
    page.offer("next_steps", 4)
    named = obligation.partners
    shown = ", ".join(plain(p) for p in named) if named else page.term("in-partner")
    page.offer("partners", 4, f"[{shown}]")
    _numbers(page, obligation)
    page.offer("place", 4)
    page.offer("not_addressed", 4, "true", "not_reported")


def _said(page: Page, entry: PlanEntry) -> None:
    """What this year's plan says where it names no activity."""
    lead = f"{page.term('this-plan', year=page.year)} "
    if entry.ongoing is not None:
        page.note(entry.ongoing, 2, lead, LONGEST)
    elif entry.no_activity is not None:
        label = page.language.marks["no-activity"].label
        page.note(f"{label}. {entry.no_activity}", 2, lead, LONGEST)
    elif entry.not_addressed:
        page.note(page.language.marks["not-addressed"].label, 2, lead)


def _answers(page: Page, planned: list[Activity]) -> None:
    """Each planned activity with its result to fill in, and the way to tell of something more."""
    results = [r.value for r in Result]
    if planned:
        page.say("ask-activities", 4)
        page.add("activities:", 4)
        for activity in planned:
            page.note(activity.text, 6, longest=LONGEST)
            if activity.due is not None:
                page.say("due-then", 6, day=activity.due)
            page.add(f"- id: {plain(activity.id)}", 6)
            page.note(", ".join(results), 8, "result: ")
            page.add("result:", 8)
            page.offer("comment", 8)
            page.offer("to", 8, page.term("in-board"))
        page.say("unplanned", 6)
        page.add("# - text: >-", 6)
        page.add(f"#   result: {page.term('in-result')}", 6)
    else:
        page.say("unplanned", 4)
        page.add("# activities:", 4)
        page.add("#   - text: >-", 4)
        page.add(f"#     result: {page.term('in-result')}", 4)


def _numbers(page: Page, obligation: Obligation) -> None:
    """Figures and cost, or why there are to be none."""
    if obligation.sensitive == "cases":
        page.say("no-numbers", 4)
        return
    if obligation.sensitive == "clients" and page.board.id not in obligation.client_counts_from:
        page.say("no-clients", 4)
    page.say("ask-figures", 4)
    page.add("# figures:", 4)
    page.add(f"#   - name: {page.term('in-name')}", 4)
    page.add("#     label: >-", 4)
    page.add(f"#     value: {page.term('in-number')}", 4)
    page.add("#     unit: >-", 4)
    page.add(f"#     counts: {page.term('in-counts')}", 4)
    page.add(f"#     women: {page.term('in-number')}", 4)
    page.add(f"#     men: {page.term('in-number')}", 4)
    page.say("ask-cost", 4)
    page.add("# cost:", 4)
    page.add(f"#   amount: {page.term('in-number')}", 4)
    page.add("#   funding: >-", 4)
