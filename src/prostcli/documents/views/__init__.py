"""Everything that a document says, as frozen values made once. Templates only word and order it.

Nothing is counted or named that is not here or in the assessment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prostcli.assessment.cells import Assessment
from prostcli.documents.views.boards import (
    BoardView,
    BoardYear,
    SilentGroup,
    board_year,
    boards,
    silent_groups,
)
from prostcli.documents.views.context import Context, Written
from prostcli.documents.views.follow_up import FollowUp, Organisation, follow_up, organisation
from prostcli.documents.views.front import (
    Decisions,
    Front,
    Summary,
    decisions,
    front,
    proposal,
    summary,
)
from prostcli.documents.views.measures import (
    BaselineView,
    GoalView,
    MeasureView,
    SectionView,
    baseline,
    goals,
    sections,
)
from prostcli.documents.views.sources import FileView, SourceList, files, source_list
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
from prostcli.model.history import Touched
from prostcli.source import Locate


@dataclass(frozen=True, slots=True)
class Review:
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
    activities: Activities
    together: Together
    duties: tuple[DutyView, ...]
    perspectives: Perspectives
    costs: Costs
    conclusions: tuple[ConclusionView, ...]
    boards: tuple[BoardView, ...]
    silent: tuple[SilentGroup, ...]
    sources: SourceList


@dataclass(frozen=True, slots=True)
class Annex:
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
    history: Mapping[str, Touched] | None = None,
) -> Review:
    """The review on the assessment's date; `history` is when each file was last changed in git."""
    context = Context.of(assessment, language, locate, history)
    chapters = sections(context)
    everyone = boards(context)
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


def annex(
    assessment: Assessment, language: Language, locate: Locate, board: str, year: int
) -> Annex:
    """One board's annex for a year. The board is one of the register's."""
    context = Context.of(assessment, language, locate)
    found = board_year(context, board, year, drafts=True)
    return Annex(
        front=front(context),
        board=found.name,
        short=context.short(board),
        year=found,
        threshold=context.programme.small_numbers.threshold,
        files=files(context, {source.number for source in context.source.used}),
    )
