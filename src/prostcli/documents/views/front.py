"""The first page, the proposal for a decision, and what was decided (2)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from prostcli.assessment.handed_in import filed
from prostcli.documents.sources import Source
from prostcli.documents.views.context import Context, DissentView, Written, dissents
from prostcli.documents.views.mid_term import ChangeView, changes


class Front(NamedTuple):
    """What stands above everything else."""

    title: str
    short_title: str
    city: str
    edition: str
    language: str
    """The programme's own, in which it and what the boards say is written."""
    owner: str
    start: date
    end: date
    as_of: date
    ended: bool
    """Whether the term is over on the date."""
    fictitious: bool
    proposed: bool
    """Whether the programme itself is only proposed: nobody owes anything by it."""
    about: str
    decided_on: date | None
    """The owner's decision on the review."""
    decision_paragraph: str
    decision_reference: str
    decision_source: Source | None
    plans: int
    """How many submissions count on the date, by kind."""
    reports: int
    baselines: int
    beside: str
    """In words, how many more versions there are; empty where there is none."""
    decided: int
    """Plans and reports that are decided."""
    invalid: tuple[str, ...]
    """Files that cannot be read as what their path says."""
    edited: tuple[str, ...]
    """Files that were changed after they had been sealed; they count no more than those."""
    commit: str
    """The last commit that changed any of the edition's files; empty where there is no git."""
    changed: bool
    """Whether any of them is not as git has it."""


class DecisionView(NamedTuple):
    """One decision, or a proposal for one."""

    body: str
    date: date | None
    date_note: str
    how: str
    proposed: bool
    beside: bool
    summary: str
    text: tuple[str, ...]
    lines: str
    paragraph: str
    reference: str
    dissent: tuple[DissentView, ...]
    source: Source


class AmendmentView(NamedTuple):
    """A change to the programme's text as printed."""

    adds: bool
    target: str
    replaces: str
    replaces_lines: str
    text: str
    lines: str
    note: str
    decided_by: str
    source: Source
    obligations: tuple[str, ...]
    """The measures that it adds."""


class BackgroundView(NamedTuple):
    """A governing document or a law."""

    title: str
    decided: str
    lines: str
    note: str
    source: Source


class Decisions(NamedTuple):
    """Chapter 2."""

    paper_title: str
    paper_reference: str
    paper_note: str
    sha256: str
    paper_source: Source
    term_source: Source
    decisions: tuple[DecisionView, ...]
    undated: tuple[str, ...]
    """Bodies whose decision has no date."""
    amendments: tuple[AmendmentView, ...]
    """Those that are part of the programme as adopted."""
    changes: tuple[ChangeView, ...]
    """What has been decided in mid-term."""
    documents: tuple[BackgroundView, ...]
    laws: tuple[BackgroundView, ...]
    numbering: str
    numbering_source: Source
    obligations: int
    sections: int


def front(context: Context) -> Front:
    """The first page."""
    programme, as_of = context.programme, context.assessment.as_of
    standings = context.assessment.standings
    decision = context.words_of_owner.decision
    if decision is not None and decision.date > as_of:
        decision = None
    there = filed(context.assessment)
    faulty = [s.path for s in context.assessment.invalid]
    current = (*standings.plans.values(), *standings.reports.values())
    return Front(
        title=programme.title,
        short_title=context.words(programme.short_title),
        city=programme.city,
        edition=programme.edition,
        language=programme.language,
        owner=context.owner,
        start=programme.term.start,
        end=programme.term.end,
        as_of=as_of,
        ended=as_of > programme.term.end,
        fictitious=programme.fictitious,
        proposed=programme.draft,
        about=context.words(programme.about),
        decided_on=decision.date if decision else None,
        decision_paragraph=(decision.paragraph or "") if decision else "",
        decision_reference=(decision.reference or "") if decision else "",
        decision_source=context.at_review("decision") if decision else None,
        plans=there.plans,
        reports=there.reports,
        baselines=there.baselines,
        beside=context.language.counted("file-beside", there.beside) if there.beside else "",
        decided=sum(c.standing == "decided" for c in current),
        invalid=tuple(p for p in faulty if p not in context.edited),
        edited=tuple(p for p in faulty if p in context.edited),
        commit=context.provenance.git.commit[:9],
        changed=context.provenance.git.changed,
    )


def proposal(context: Context) -> tuple[Written, ...]:
    """The points that the owner is to decide."""
    points = context.words_of_owner.proposal
    return tuple(Written(p, context.at_review("proposal", i)) for i, p in enumerate(points) if p)


def decisions(context: Context) -> Decisions:
    """Chapter 2."""
    programme = context.programme
    paper = programme.paper
    by_id = {d.id: d for d in programme.decisions}
    views = tuple(
        DecisionView(
            body=d.body,
            date=d.date,
            date_note=context.words(d.date_note),
            how=context.words(d.how),
            proposed=d.status == "proposed",
            beside=d.concerns == "beside",
            summary=context.words(d.summary),
            text=d.text,
            lines=d.source or "",
            paragraph=d.paragraph or "",
            reference=d.reference or "",
            dissent=dissents(d.dissent),
            source=context.at_programme("decisions", i),
        )
        for i, d in enumerate(programme.decisions)
        if d.date is None or d.date <= max(context.assessment.as_of, programme.term.start)
    )
    amendments = tuple(
        AmendmentView(
            adds=a.change == "add",
            target=context.words(a.target),
            replaces=a.replaces or "",
            replaces_lines=a.replaces_source or "",
            text=a.text or "",
            lines=a.source or "",
            note=context.words(a.note),
            decided_by=by_id[a.decision].body if a.decision in by_id else "",
            source=context.at_programme("amendments", i),
            obligations=tuple(o.id for o in context.material.obligations if o.amendment == a.id),
        )
        for i, a in enumerate(programme.amendments)
        if a.start is None
    )
    background = [
        (
            b.kind,
            BackgroundView(
                b.title,
                b.decided or "",
                b.source or "",
                context.words(b.note),
                context.at_programme("background", i),
            ),
        )
        for i, b in enumerate(programme.background)
    ]
    return Decisions(
        paper_title=paper.title,
        paper_reference=paper.reference,
        paper_note=context.words(paper.note),
        sha256=paper.sha256 or "",
        paper_source=context.at_programme("paper"),
        term_source=context.at_programme("term"),
        decisions=views,
        undated=tuple(dict.fromkeys(d.body for d in views if d.date is None)),
        amendments=amendments,
        changes=changes(context),
        documents=tuple(b for kind, b in background if kind == "document"),
        laws=tuple(b for kind, b in background if kind == "law"),
        numbering=context.words(programme.numbering),
        numbering_source=context.at_programme("numbering"),
        obligations=len(context.material.obligations),
        sections=len(programme.sections),
    )
