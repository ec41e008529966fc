"""`review.yaml`: the owner's own words for the review, which no figure can stand in for.

A text may stand empty until it is written. What has nothing written in it says nothing: the review
is as if it were not there.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from prostcli.model.fields import Day, Dotted, Many, MayStandEmpty, Model, Slug, Text, Unwritten

Proposal: TypeAlias = Literal["keep", "change", "drop", "assign"]


class GoalWords(Model):
    """The owner's judgement of a goal, apart from the outcomes of the measures."""

    goal: Slug
    text: Unwritten = None
    source: Unwritten = None


class SectionWords(Model):
    """The owner's judgement of a section."""

    section: Dotted
    text: Unwritten = None


class DutyWords(Model):
    """What became of a duty outside the yearly follow-up."""

    duty: Slug
    text: Unwritten = None
    source: Unwritten = None


class Conclusion(Model):
    """What should become of a measure, or of the whole, in the next edition."""

    obligation: Dotted | None = None
    proposal: Annotated[Proposal | None, MayStandEmpty()] = None
    text: Unwritten = None

    @property
    def written(self) -> bool:
        """Whether it says anything: a proposal may speak for itself."""
        return self.text is not None or self.proposal is not None


class ReviewDecision(Model):
    """The owner's decision on the review."""

    date: Day
    paragraph: Text | None = None
    reference: Text | None = None


class ReviewWords(Model):
    """All of it. What is left out or stands empty is shown as not yet written."""

    kind: Literal["review"]
    decision: ReviewDecision | None = None
    proposal: Many[Unwritten] = ()
    """The points that the owner is to decide."""
    summary: Unwritten = None
    goals: Many[GoalWords] = ()
    sections: Many[SectionWords] = ()
    duties: Many[DutyWords] = ()
    perspectives: Unwritten = None
    """What the work has meant for children, women and men."""
    costs: Unwritten = None
    conclusions: Many[Conclusion] = Field(())

    @property
    def written(self) -> "ReviewWords":
        """Only what says something. Where it stands in the file can no longer be told."""
        return self.model_copy(
            update={
                "proposal": tuple(p for p in self.proposal if p is not None),
                "goals": tuple(g for g in self.goals if g.text is not None),
                "sections": tuple(s for s in self.sections if s.text is not None),
                "duties": tuple(d for d in self.duties if d.text is not None),
                "conclusions": tuple(c for c in self.conclusions if c.written),
            }
        )
