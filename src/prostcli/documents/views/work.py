"""Activities (8), working together (9), duties (10), perspectives, costs, conclusions (12–14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from prostcli.assessment.activities import FATES, Commitment, distinct, fates
from prostcli.assessment.cells import Beside
from prostcli.assessment.handed_in import HandedIn
from prostcli.assessment.submissions import Current, report_entries
from prostcli.documents.sources import Source
from prostcli.documents.views import pictures
from prostcli.documents.views.context import Context, Said, Written
from prostcli.documents.views.figures import CostView, FigureView, cost, figures
from prostcli.documents.views.measures import BaselineGroup, baseline
from prostcli.documents.views.pictures import Bars
from prostcli.model.obligations import Duty
from prostcli.model.submissions import PlanEntry, Report, ReportEntry
from prostcli.source import Place

UNSETTLED = (
    "partly", "not-done", "postponed", "cancelled", "transferred", "written-off", "unanswered",
)  # fmt: skip
"""The fates that a reader wants to know more of."""


class ActivityView(NamedTuple):
    """A planned activity and what became of it, or one that was not planned."""

    board: str
    year: int
    subject: str
    text: str
    due: date | None
    unit: str
    also: tuple[str, ...]
    together: tuple[str, ...]
    fate: str
    to: str
    comment: str
    planned: Source | None
    answered: Source | None
    voluntary: bool = False
    late: bool | None = False
    day: date | None = None
    """The day that it was done."""
    follow_up: str = ""
    taken_up: tuple[int, ...] = ()
    """The years whose plans take it up again."""
    continues: int | None = None
    """The year of the plan that it was first in."""
    joint: bool = False
    """Whether the other boards' plans have it too."""
    board_id: str = ""
    """The board's id, by which its page is found."""


class FateRow(NamedTuple):
    """How many activities of a year had each fate, in the order of `Activities.fates`."""

    year: int
    total: int
    numbers: tuple[int, ...]


class Activities(NamedTuple):
    """Chapter 8."""

    fates: tuple[str, ...]
    """Those that occur."""
    rows: tuple[FateRow, ...]
    total: int
    groups: tuple[tuple[str, tuple[ActivityView, ...]], ...]
    """By fate, for those that were not just done."""
    unplanned: tuple[ActivityView, ...]
    undecided_plans: tuple[tuple[str, int, str], ...]
    """Board, year and state of plans that are there and do not count."""
    boards: tuple[str, ...]
    picture: Bars | None


class PartnerView(NamedTuple):
    """Someone outside the register, and who has worked with them."""

    name: str
    named_in: tuple[str, ...]
    """The measures that name it."""
    said: tuple[Said, ...]


class QuestionView(NamedTuple):
    """Something the programme asks, and the answers."""

    label: str
    text: str
    lines: str
    source: Source
    to: tuple[str, ...]
    answers: tuple[Said, ...]


class Together(NamedTuple):
    """Chapter 9."""

    joint: tuple[ActivityView, ...]
    partners: tuple[PartnerView, ...]
    unmentioned: tuple[str, ...]
    """Partners that measures name and no decided report does."""
    questions: tuple[QuestionView, ...]


class DutyView(NamedTuple):
    """A duty outside the yearly follow-up."""

    id: str
    label: str
    text: str
    lines: str
    source: Source
    origin: str
    decided_by: str
    decided_on: date | None
    proposed: bool
    addressees: tuple[str, ...]
    partners: tuple[str, ...]
    due: date | None
    relations: tuple[tuple[str, str], ...]
    """Kind of relation, and the measure."""
    note: str
    readings: tuple[int, ...]
    words: Written | None
    said: tuple[Said, ...]
    baseline: tuple[Said, ...]


class Perspectives(NamedTuple):
    """Chapter 12."""

    words: Written | None
    effects: tuple[Said, ...]
    figures: tuple[FigureView, ...]


class Costs(NamedTuple):
    """Chapter 13."""

    said_then: str
    lines: str
    source: Source | None
    words: Written | None
    rows: tuple[CostView, ...]


class ConclusionView(NamedTuple):
    """What should become of a measure, or of the whole."""

    obligation: str
    label: str
    proposal: str
    text: str
    source: Source


def activities(context: Context) -> Activities:
    """Chapter 8."""
    ledger = context.commitments
    used = [f for f in FATES if any(c.fate == f for c in ledger)]
    rows = []
    for year in sorted({c.year for c in ledger}):
        numbers = fates(c for c in ledger if c.year == year)
        rows.append(FateRow(year, numbers.total(), tuple(numbers[f] for f in used)))
    undecided = tuple((context.short(h.board), h.year, h.state) for h in undecided_plans(context))
    groups = tuple(
        (f, tuple(commitment(context, c) for c in ledger if c.fate == f))
        for f in used
        if f in UNSETTLED
    )
    beside = tuple(
        ActivityView(
            context.short(u.board), u.year, context.ref(u.subject), u.done.text or "", None, "",
            (), (),
            u.done.result.value, context.short(u.done.to) if u.done.to else "",
            u.done.comment or "", None, context.source(u.place), day=u.done.date,
            board_id=u.board,
        )
        for u in context.unplanned
    )  # fmt: skip
    boards = context.shorts(c.board for c in ledger)
    return Activities(
        tuple(used),
        tuple(rows),
        len(distinct(ledger)),
        groups,
        beside,
        undecided,
        boards,
        pictures.activities(context),
    )


def undecided_plans(context: Context) -> list[HandedIn]:
    """The plans that are there and do not count, by year."""
    return [
        h
        for h in sorted(context.handed.values(), key=lambda h: h.year)
        if h.kind == "plan" and h.state in ("draft", "received", "invalid")
    ]


def commitment(context: Context, found: Commitment, *, drafts: bool = False) -> ActivityView:
    """A planned activity and what became of it. What a draft answers is told only if wanted."""
    if found.fate == "draft" and not drafts:
        found = replace(found, done=None, answered=None)
    activity, done = found.activity, found.done
    return ActivityView(
        board=context.short(found.board),
        board_id=found.board,
        year=found.year,
        subject=found.obligation,
        text=activity.text,
        due=activity.due,
        unit=activity.unit or "",
        also=activity.also,
        together=context.shorts(activity.with_),
        fate=found.fate,
        to=context.short(done.to) if done and done.to else "",
        comment=(done.comment or "") if done else "",
        planned=context.source(found.planned),
        answered=context.source(found.answered) if found.answered else None,
        voluntary=found.voluntary,
        late=found.late,
        day=done.date if done else None,
        follow_up=found.follow_up,
        taken_up=tuple(sorted({year for _, year, _ in found.taken_up})),
        continues=activity.continues.year if activity.continues else None,
        joint=bool(found.joint),
    )


def together(context: Context) -> Together:
    """Chapter 9."""
    told = _told(context)
    named: dict[str, list[str]] = {p.id: [] for p in context.programme.partners}
    for obligation in context.material.obligations:
        for name in obligation.partners:
            named.setdefault(name, []).append(obligation.id)
    partners = []
    for partner in context.programme.partners:
        said = tuple(
            Said(context.short(board), year, "", context.source(place), _subject(context, entry))
            for board, year, entry, place in told
            if partner.id in entry.partners
        )
        label = context.words(partner.name)
        partners.append(PartnerView(label, tuple(named[partner.id]), said))
    joint = tuple(commitment(context, c) for c in context.commitments if c.activity.with_)
    return Together(
        joint=joint,
        partners=tuple(p for p in partners if p.said),
        unmentioned=tuple(p.name for p in partners if p.named_in and not p.said),
        questions=tuple(question_view(context, i) for i in range(len(context.programme.questions))),
    )


def question_view(context: Context, index: int) -> QuestionView:
    """A question of the programme, by its place there, and the answers to it."""
    question = context.programme.questions[index]
    answers = []
    for board, year, current in currents(context):
        if current.standing != "decided":
            continue
        value = current.file.value
        for at, answer in enumerate(value.answers):
            if answer.question == question.id:
                source = context.source(current.file.place("answers", at))
                answers.append(
                    Said(context.short(board), year, answer.text, source, label=value.kind)
                )
    groups, boards = context.material.groups, context.material.boards
    to = tuple(
        context.words(groups[b].label) if b in groups
        else context.name(b, context.programme.term.start) if b in boards else b
        for b in question.boards
    )  # fmt: skip
    return QuestionView(
        context.words(question.label), context.words(question.text), question.source or "",
        context.at_programme("questions", index), to, tuple(answers),
    )  # fmt: skip


def currents(context: Context) -> list[tuple[str, int, Current]]:
    """The plans and reports that count, by year, then board, the plan first."""
    standings, order = context.assessment.standings, context.material.board_order
    refused = standings.refused
    found = [
        (y, order.get(b, 0), 0, b, c)
        for (b, y), c in standings.plans.items()
        if (b, y, "plan") not in refused
    ]
    found += [
        (y, order.get(b, 0), 1, b, c)
        for (b, y), c in standings.reports.items()
        if (b, y, "report") not in refused
    ]
    return [(board, year, c) for year, _, _, board, c in sorted(found, key=lambda f: f[:4])]


def _told(context: Context) -> list[tuple[str, int, ReportEntry, Place]]:
    """Every entry of a decided report."""
    return [
        (board, year, entry, place)
        for board, year, current in currents(context)
        if current.standing == "decided" and isinstance(current.file.value, Report)
        for entry, place in report_entries(current)
    ]


def _subject(context: Context, entry: ReportEntry) -> str:
    return context.ref(entry.subject)


def duties(context: Context) -> tuple[DutyView, ...]:
    """Chapter 10."""
    known = {g.subject: g for g in baseline(context).groups}
    all_duties = context.material.duties_file.value.duties
    return tuple(_duty(context, i, d, known) for i, d in enumerate(all_duties))


def _duty(context: Context, index: int, duty: Duty, known: dict[str, BaselineGroup]) -> DutyView:
    decisions = {d.id: d for d in context.programme.decisions}
    decision = decisions.get(duty.decision or "")
    partners = {p.id: context.words(p.name) for p in context.programme.partners}
    written = None
    for at, words in enumerate(context.words_of_owner.duties):
        if words.duty == duty.id and words.text:
            written = Written(words.text, context.at_review("duties", at), words.source)
    readings = context.programme.readings
    return DutyView(
        id=duty.id,
        label=context.words(duty.label),
        text=duty.text,
        lines=duty.source,
        source=context.source(context.material.duties_file.place("duties", index)),
        origin=duty.origin,
        decided_by=decision.body if decision else "",
        decided_on=decision.date if decision else None,
        proposed=decision is not None and decision.status == "proposed",
        addressees=_duty_addressees(context, duty),
        partners=tuple(partners.get(p, p) for p in duty.partners),
        due=duty.due,
        relations=tuple((r.kind, r.obligation) for r in duty.relations),
        note=context.words(duty.note),
        readings=tuple(i for i, r in enumerate(readings, 1) if duty.id in r.about),
        words=written,
        said=tuple(_beside(context, b) for b in context.assessment.duties if b.subject == duty.id),
        baseline=known[duty.id].said if duty.id in known else (),
    )


def _beside(context: Context, beside: Beside) -> Said:
    entry = beside.entry
    text = "" if isinstance(entry, PlanEntry) else entry.summary or ""
    standing = context.assessment.standings.reports[beside.board, beside.year].standing
    return Said(
        context.short(beside.board),
        beside.year,
        text,
        context.source(beside.sources[0]),
        beside.subject,
        standing,
    )


def _duty_addressees(context: Context, duty: Duty) -> tuple[str, ...]:
    found = []
    for addressee in duty.addressees:
        if addressee.group is not None and addressee.group in context.material.groups:
            name = context.words(context.material.groups[addressee.group].label)
        elif addressee.board is not None:
            name = context.name(addressee.board, context.programme.term.start)
        else:
            name = addressee.other or ""
        found.append(f"{name} ({addressee.unit})" if addressee.unit else name)
    return tuple(found)


def perspectives(context: Context) -> Perspectives:
    """Chapter 12."""
    told = _told(context)
    return Perspectives(
        words=context.written("perspectives"),
        effects=tuple(
            Said(
                context.short(board),
                year,
                entry.effect,
                context.source(place),
                _subject(context, entry),
            )
            for board, year, entry, place in told
            if entry.effect
        ),
        figures=tuple(
            f
            for board, year, entry, place in told
            for f in figures(context, board, year, entry, place)
            if f.by_sex
        ),
    )


def costs(context: Context) -> Costs:
    """Chapter 13."""
    programme = context.programme
    found = (cost(context, *told) for told in _told(context))
    return Costs(
        said_then=context.words(programme.costs),
        lines=programme.costs_source or "",
        source=context.at_programme("costs") if programme.costs else None,
        words=context.written("costs"),
        rows=tuple(c for c in found if c is not None),
    )


def conclusions(context: Context) -> tuple[ConclusionView, ...]:
    """Chapter 14: those on the whole first, then by measure, in the owner's order."""
    found = [
        ConclusionView(
            c.obligation or "",
            context.subject(c.obligation or ""),
            c.proposal or "",
            c.text or "",
            context.at_review("conclusions", i),
        )
        for i, c in enumerate(context.words_of_owner.conclusions)
        if c.written
    ]
    return tuple(sorted(found, key=lambda c: bool(c.obligation)))
