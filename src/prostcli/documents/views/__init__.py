"""Everything that a document says, as frozen values made once. Templates only word and order it.

Nothing is counted or named that is not here or in the assessment.
"""

from __future__ import annotations

from typing import NamedTuple

from prostcli.assessment.cells import Assessment
from prostcli.documents.provenance import UNKNOWN, Provenance
from prostcli.documents.views import pictures
from prostcli.documents.views.boards import (
    BoardView,
    BoardYear,
    SilentGroup,
    board_year,
    boards,
    silent_groups,
)
from prostcli.documents.views.context import Context, Written
from prostcli.documents.views.follow_up import FollowUp, follow_up
from prostcli.documents.views.front import Decisions, Front, decisions, front, proposal
from prostcli.documents.views.measures import (
    BaselineView,
    GoalView,
    MeasureView,
    SectionView,
    baseline,
    goals,
    sections,
)
from prostcli.documents.views.organisation import Organisation, organisation
from prostcli.documents.views.pictures import Grid
from prostcli.documents.views.sources import FileView, SourceList, files, source_list
from prostcli.documents.views.summary import Summary, summary
from prostcli.documents.views.work import (
    Activities,
    ConclusionView,
    Costs,
    DutyView,
    Perspectives,
    Together,
    activities,
    conclusions,
    costs,
    duties,
    perspectives,
    together,
)
from prostcli.language import Language
from prostcli.source import Locate


class Review(NamedTuple):
    """The review, chapter by chapter."""

    front: Front
    anything: bool
    """Whether any board has planned or reported anything by the date."""
    proposal: tuple[Written, ...]
    summary: Summary
    decisions: Decisions
    follow_up: FollowUp
    organisation: Organisation
    baseline: BaselineView
    goals: tuple[GoalView, ...]
    sections: tuple[SectionView, ...]
    unassigned: tuple[MeasureView, ...]
    matrices: tuple[Grid, ...]
    """The matrix of each year that has begun."""
    activities: Activities
    together: Together
    duties: tuple[DutyView, ...]
    perspectives: Perspectives
    costs: Costs
    conclusions: tuple[ConclusionView, ...]
    boards: tuple[BoardView, ...]
    silent: tuple[SilentGroup, ...]
    sources: SourceList


class Annex(NamedTuple):
    """One board's year."""

    front: Front
    board: str
    short: str
    year: BoardYear
    threshold: int
    files: tuple[FileView, ...]
    """The files that it rests on."""


def review(
    assessment: Assessment,
    language: Language,
    locate: Locate,
    provenance: Provenance = UNKNOWN,
) -> Review:
    """The review on the assessment's date."""
    return review_of(Context.of(assessment, language, locate, provenance))


def review_of(context: Context) -> Review:
    """The review, where its context tells of other things too."""
    assessment = context.assessment
    chapters = sections(context)
    everyone = boards(context)
    years = [y for y in context.programme.term.years if y <= assessment.as_of.year]
    return Review(
        front=front(context),
        anything=context.assessment.anything_handed_in,
        proposal=proposal(context),
        summary=summary(context),
        decisions=decisions(context),
        follow_up=follow_up(context),
        organisation=organisation(context),
        baseline=baseline(context),
        goals=goals(context),
        sections=chapters,
        unassigned=tuple(m for s in chapters for m in s.measures if m.unassigned),
        matrices=tuple(grid for y in years if (grid := pictures.matrix(context, y)) is not None),
        activities=activities(context),
        together=together(context),
        duties=duties(context),
        perspectives=perspectives(context),
        costs=costs(context),
        conclusions=conclusions(context),
        boards=everyone,
        silent=silent_groups(everyone),
        sources=source_list(context),
    )


def annex(  # noqa: PLR0913, PLR0917  what a document is made of
    assessment: Assessment,
    language: Language,
    locate: Locate,
    board: str,
    year: int,
    provenance: Provenance = UNKNOWN,
) -> Annex:
    """One board's annex for a year. The board is one of the register's."""
    context = Context.of(assessment, language, locate, provenance)
    found = board_year(context, board, year, drafts=True)
    return Annex(
        front=front(context),
        board=found.name,
        short=context.short(board),
        year=found,
        threshold=context.programme.small_numbers.threshold,
        files=files(
            context,
            {
                *(source.number for source in context.source.used),
                *(context.source.number(path) for path in context.material.programme_paths),
            },
        ),
    )
