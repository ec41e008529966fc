"""What is named of the files behind a view: what counts in spite of errors, what does not yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from prostcli.assessment.flagged import Flagged
from prostcli.assessment.submissions import subjects
from prostcli.assessment.to_come import to_come
from prostcli.documents.views.context import Context
from prostcli.model.submissions import Baseline, Plan, Report

MANY = 10
"""So many files with a decision to come are named: of a day gone by they may be hundreds."""


class FlaggedView(NamedTuple):
    """A plan or report that counts in spite of errors."""

    board: str
    board_id: str
    year: int
    plan: bool
    codes: tuple[str, ...]
    path: str


class Caveats(NamedTuple):
    """What is to be named of some plans and reports."""

    flagged: tuple[FlaggedView, ...]
    later: tuple[tuple[str, date], ...]
    """The files that are decided after the date, and when: the farthest, if many."""
    later_more: int
    """How many more there are."""


def of_all(context: Context) -> Caveats:
    """Of every plan and report."""
    return _caveats(context, lambda _: True, lambda found: found.codes)


def of_subject(context: Context, subject: str) -> Caveats:
    """Of a measure or a duty: of the errors those in its entries, or in none."""
    return _caveats(
        context,
        lambda value: subject in subjects(value),
        lambda found: tuple(sorted({*found.at(subject), *found.at("")})),
    )


def of_question(context: Context, question: str) -> Caveats:
    """Of what answers a question of the programme."""
    return _caveats(
        context,
        lambda value: any(a.question == question for a in value.answers),
        lambda found: found.codes,
    )


def _caveats(
    context: Context,
    speaks: Callable[[Plan | Report], bool],
    codes: Callable[[Flagged], tuple[str, ...]],
) -> Caveats:
    paths = {
        s.path
        for s in context.material.submitted
        if not isinstance(s.value, Baseline) and speaks(s.value)
    }
    flagged = tuple(
        FlaggedView(context.short(f.board), f.board, f.year, f.kind == "plan", codes(f), f.path)
        for f in context.assessment.flagged
        if f.path in paths and codes(f)
    )
    later = [(f.path, f.date) for f in to_come(context.assessment) if f.path in paths]
    return Caveats(flagged, tuple(later[:MANY]), len(later[MANY:]))
