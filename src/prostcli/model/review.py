"""`review.yaml`: the owner's own words for the review, which no figure can stand in for."""

from typing import Literal

from pydantic import Field

from prostcli.model.fields import Day, Dotted, Many, Model, Slug, Text


class GoalWords(Model):
    """The owner's judgement of a goal, apart from the outcomes of the measures."""

    goal: Slug
    text: Text
    source: Text | None = None


class SectionWords(Model):
    """The owner's judgement of a section."""

    section: Dotted
    text: Text


class DutyWords(Model):
    """What became of a duty outside the yearly follow-up."""

    duty: Slug
    text: Text
    source: Text | None = None


class Conclusion(Model):
    """What should become of a measure, or of the whole, in the next edition."""

    obligation: Dotted | None = None
    proposal: Literal["keep", "change", "drop", "assign"] | None = None
    text: Text


class ReviewDecision(Model):
    """The owner's decision on the review."""

    date: Day
    paragraph: Text | None = None
    reference: Text | None = None


class ReviewWords(Model):
    """All of it. What is left out is shown as not yet written."""

    kind: Literal["review"]
    decision: ReviewDecision | None = None
    proposal: Many[Text] = ()
    """The points that the owner is to decide."""
    summary: Text | None = None
    goals: Many[GoalWords] = ()
    sections: Many[SectionWords] = ()
    duties: Many[DutyWords] = ()
    perspectives: Text | None = None
    """What the work has meant for children, women and men."""
    costs: Text | None = None
    conclusions: Many[Conclusion] = Field(())
