"""How the follow-up was made (3)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from prostcli.assessment.cells import YearlyKind
from prostcli.assessment.to_come import to_come
from prostcli.documents.sources import Source
from prostcli.documents.views import pictures
from prostcli.documents.views.caveats import MANY
from prostcli.documents.views.context import Context
from prostcli.documents.views.pictures import Grid
from prostcli.documents.views.summary import Missing, missing


class YearCount(NamedTuple):
    """How many plans or reports there are of a year. A board counts once."""

    year: int
    expected: int
    decided: int
    received: int
    draft: int
    invalid: int
    overdue: int
    not_due: int
    late: tuple[str, ...]
    """Decided, but after its day."""
    half: bool
    """The programme covers only a part of the year."""


class NotFinal(NamedTuple):
    """A plan or report that is there and does not count, or not for everything."""

    board: str
    year: int
    plan: bool
    state: str
    paths: tuple[str, ...]
    silent_on: tuple[str, ...]


class ReadingView(NamedTuple):
    """A place where the paper leaves room, and how this edition reads it."""

    number: int
    text: str
    about: tuple[str, ...]
    basis: str
    source: Source


class ScaleValue(NamedTuple):
    """A value of a scale."""

    label: str
    meaning: str
    counts: str


class ScaleView(NamedTuple):
    """A scale and the kinds of measure that are judged by it."""

    natures: tuple[str, ...]
    unshared: tuple[str, ...]
    """Those of them that never get a share."""
    values: tuple[ScaleValue, ...]
    source: Source


class FollowUp(NamedTuple):
    """Chapter 3."""

    plans: tuple[YearCount, ...]
    reports: tuple[YearCount, ...]
    missing: tuple[Missing, ...]
    not_final: tuple[NotFinal, ...]
    silent: tuple[NotFinal, ...]
    """Decided, with no entry for some expected measure."""
    flagged: tuple[tuple[str, int, bool, tuple[str, ...]], ...]
    """What counts in spite of errors: the board, the year, whether it is a plan, the codes."""
    not_yet: tuple[tuple[str, date], ...]
    """The files whose decision is dated after the date, and that day: the farthest, if many."""
    not_yet_more: int
    """How many more there are."""
    no_plan_years: tuple[int, ...]
    no_report_years: tuple[int, ...]
    plan_why: str
    report_why: str
    calendar_basis: str
    calendar_note: str
    calendar_source: Source
    readings: tuple[ReadingView, ...]
    indicators: str
    indicators_source: Source | None
    threshold: int
    threshold_basis: str
    threshold_source: Source
    scales: tuple[ScaleView, ...]
    register_basis: str
    register_source: Source
    picture: Grid
    """Which plans and reports there are."""


def follow_up(context: Context) -> FollowUp:
    """Chapter 3."""
    programme = context.programme
    calendar, small = programme.calendar, programme.small_numbers
    plans, reports = counts(context, "plan"), counts(context, "report")
    later = to_come(context.assessment)
    states = ("invalid", "received", "draft")
    not_final = tuple(
        NotFinal(
            context.short(h.board), h.year, h.kind == "plan", h.state,
            tuple(s.path for s in h.refused) or ((h.file.file.path,) if h.file else ()),
            h.silent_on,
        )
        for h in sorted(context.handed.values(), key=lambda h: h.year)
        if h.state in states or h.silent_on
    )  # fmt: skip
    return FollowUp(
        plans=plans,
        reports=reports,
        missing=missing(context),
        not_final=tuple(n for n in not_final if n.state in states),
        flagged=tuple(
            (context.short(f.board), f.year, f.kind == "plan", f.codes)
            for f in context.assessment.flagged
        ),
        not_yet=tuple((f.path, f.date) for f in later[:MANY]),
        not_yet_more=len(later[MANY:]),
        silent=tuple(n for n in not_final if n.state == "decided" and n.silent_on),
        no_plan_years=tuple(c.year for c in plans if not c.expected),
        no_report_years=tuple(c.year for c in reports if not c.expected),
        plan_why=context.words(calendar.plan.why),
        report_why=context.words(calendar.report.why),
        calendar_basis=context.words(calendar.basis),
        calendar_note=context.words(calendar.note),
        calendar_source=context.at_programme("calendar"),
        readings=tuple(
            ReadingView(
                i + 1,
                context.words(r.text),
                tuple(context.ref(a) for a in r.about),
                r.source or "",
                context.at_programme("readings", i),
            )
            for i, r in enumerate(programme.readings)
        ),
        indicators=context.words(programme.indicators),
        indicators_source=context.at_programme("indicators") if programme.indicators else None,
        threshold=small.threshold,
        threshold_basis=context.words(small.basis),
        threshold_source=context.at_programme("small_numbers"),
        scales=tuple(_scale(context, name) for name in programme.scales),
        register_basis=context.words(context.material.register.basis),
        register_source=context.at_register("basis"),
        picture=pictures.material(context),
    )


def counts(context: Context, kind: YearlyKind) -> tuple[YearCount, ...]:
    """By year, what has become of the plans or the reports."""
    term = context.programme.term
    rows = []
    for year in term.years:
        found = [h for (_, y, k), h in context.handed.items() if (y, k) == (year, kind)]
        found = [h for h in found if h.due is not None]
        number = {
            s: sum(h.state == s for h in found)
            for s in ("decided", "received", "draft", "invalid", "overdue", "not-due")
        }
        late = context.shorts(h.board for h in found if h.state == "decided" and h.late)
        start, end = term.within(year)
        half = (start, end) != (date(year, 1, 1), date(year, 12, 31))
        rows.append(
            YearCount(
                year,
                len(found),
                number["decided"],
                number["received"],
                number["draft"],
                number["invalid"],
                number["overdue"],
                number["not-due"],
                late,
                half,
            )
        )
    return tuple(rows)


def _scale(context: Context, name: str) -> ScaleView:
    programme = context.programme
    natures = [n for n in programme.natures if n.scale == name]
    used = {o.nature for o in context.material.obligations}
    natures = [n for n in natures if n.id in used]
    return ScaleView(
        natures=tuple(context.words(n.label) for n in natures),
        unshared=tuple(context.words(n.label) for n in natures if not n.share),
        values=tuple(
            ScaleValue(context.words(o.label), context.words(o.meaning), o.counts.value)
            for o in programme.scales[name]
        ),
        source=context.at_programme("scales", name),
    )
