"""The files that boards submit: plans, reports and baselines."""

from enum import StrEnum
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from prostcli.model.fields import Amount, Day, Dotted, Many, Model, Slug, Text, Year
from prostcli.model.programme import Dissent

Count: TypeAlias = Amount | Literal["masked", "missing"]
"""A whole number, or the word for one that is hidden or lost."""


class Result(StrEnum):
    """What became of a planned activity."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not-done"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    TRANSFERRED = "transferred"
    UNANSWERED = "unanswered"


class Decision(Model):
    """The decision behind a submission. Without one it is a draft."""

    date: Day
    by: Slug | None = None
    """Who decided; left out: the board itself."""
    how: Literal["decided", "delegated", "noted", "office"] = "decided"
    """Noted, or by the office alone, is received and not decided."""
    paragraph: Text | None = None
    reference: Text | None = None
    dissent: Many[Dissent] = ()
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None

    @property
    def counts(self) -> bool:
        """Whether the board has decided, itself or by delegation."""
        return self.how in ("decided", "delegated")


class Earlier(Model):
    """An activity of an earlier plan."""

    year: Year
    id: Slug
    board: Slug | None = None
    """Whose plan; left out: the board's own."""


class Activity(Model):
    """What a plan says will be done."""

    id: Slug
    text: Text
    due: Day | None = None
    unit: Text | None = None
    """A unit or function, never a person."""
    also: Many[Dotted] = ()
    """Other measures that it counts under."""
    with_: Many[Slug] = Field((), alias="with")
    """Boards that it is done together with."""
    continues: Earlier | None = None
    """The activity of an earlier plan that it takes up again."""


class PlanEntry(Model):
    """What a plan says of one measure: exactly one of four things."""

    obligation: Dotted
    activities: Many[Activity] | None = Field(None, min_length=1)
    ongoing: Text | None = None
    no_activity: Text | None = None
    not_addressed: Literal[True] | None = None
    place: Text | None = None
    """Where in the decided document."""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        keys = ["activities", "ongoing", "no_activity", "not_addressed"]
        if sum(getattr(self, key) is not None for key in keys) != 1:
            raise PydanticCustomError("one_of", "one of", {"keys": keys})
        return self

    @property
    def subject(self) -> str:
        """What it is about: always a measure."""
        return self.obligation

    @property
    def says(self) -> Literal["planned", "ongoing", "no-activity", "not-addressed"]:
        """The status that it gives a cell."""
        if self.activities is not None:
            return "planned"
        if self.ongoing is not None:
            return "ongoing"
        return "no-activity" if self.no_activity is not None else "not-addressed"


class Answer(Model):
    """An answer to one of the programme's own questions."""

    question: Slug
    text: Text


class Plan(Model):
    """A board's plan for a year."""

    kind: Literal["plan"]
    board: Slug
    year: Year
    decision: Decision | None = None
    entries: Many[PlanEntry] = ()
    answers: Many[Answer] = ()


class Done(Model):
    """What became of a planned activity (by its id), or one that was done without being planned."""

    id: Slug | None = None
    text: Text | None = None
    result: Annotated[Result, Field(strict=False)]
    date: Day | None = None
    """The day that it was done."""
    to: Slug | None = None
    """The board that it was transferred to."""
    comment: Text | None = None

    @model_validator(mode="after")
    def _planned_or_not(self) -> Self:
        if (self.id is None) == (self.text is None):
            raise PydanticCustomError("one_of", "one of", {"keys": ["id", "text"]})
        if (self.to is not None) != (self.result is Result.TRANSFERRED):
            raise PydanticCustomError("transferred_to", "a transfer names a board")
        return self


class Figure(Model):
    """A number that a board gives, with what it counts, since small counts of people are masked."""

    name: Slug
    label: Text
    value: Count
    unit: Text
    counts: Literal["clients", "households", "cases", "staff", "pupils", "visits", "other"]
    women: Count | None = None
    men: Count | None = None

    @property
    def protected(self) -> bool:
        """Whether it counts people or cases, of which small numbers are masked."""
        return self.counts in ("clients", "households", "cases", "pupils")


class Cost(Model):
    """What it cost, in whole kronor, and who paid."""

    amount: Amount
    funding: Text


class ReportEntry(Model):
    """What a report says of one measure, or of a duty outside the yearly follow-up."""

    obligation: Dotted | None = None
    duty: Slug | None = None
    outcome: Slug | None = None
    not_addressed: Literal[True] | None = None
    summary: Text | None = None
    evidence: Text | None = None
    effect: Text | None = None
    obstacles: Text | None = None
    reason: Text | None = None
    next_steps: Text | None = None
    activities: Many[Done] = ()
    partners: Many[Slug] = ()
    figures: Many[Figure] = ()
    cost: Cost | None = None
    place: Text | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if (self.obligation is None) == (self.duty is None):
            raise PydanticCustomError("one_of", "one of", {"keys": ["obligation", "duty"]})
        if self.obligation is not None and (self.outcome is None) == (self.not_addressed is None):
            raise PydanticCustomError("one_of", "one of", {"keys": ["outcome", "not_addressed"]})
        if self.duty is not None and self.summary is None:
            raise PydanticCustomError("one_of", "one of", {"keys": ["summary"]})
        return self

    @property
    def subject(self) -> str:
        """Id of the measure or the duty that it is about: it has exactly one of them."""
        return self.obligation or self.duty or ""


class Report(Model):
    """A board's report of a year."""

    kind: Literal["report"]
    board: Slug
    year: Year
    decision: Decision | None = None
    entries: Many[ReportEntry] = ()
    answers: Many[Answer] = ()


class BaselineEntry(Model):
    """Work that was already there when the programme began."""

    obligation: Dotted | None = None
    duty: Slug | None = None
    summary: Text
    source: Text
    stated_by: Literal["board", "office"]

    @model_validator(mode="after")
    def _about_one_thing(self) -> Self:
        if self.obligation is not None and self.duty is not None:
            raise PydanticCustomError("one_of", "one of", {"keys": ["obligation", "duty"]})
        return self


class Baseline(Model):
    """Where a board stood when the programme began. It has no decision of its own."""

    kind: Literal["baseline"]
    board: Slug
    year: Year
    source: Text
    entries: Many[BaselineEntry] = ()


Submission: TypeAlias = Plan | Report | Baseline
Entry: TypeAlias = PlanEntry | ReportEntry | BaselineEntry
