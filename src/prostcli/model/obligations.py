"""`obligations.yaml` and `duties.yaml`: what the programme asks, word for word, and of whom."""

import re
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from prostcli.model.fields import Day, Dotted, Lines, Many, Model, Slug, Text, Words

RECURRENCE = r"^(continuous|once|conditional|until [0-9]{4}-[0-9]{2}-[0-9]{2})$"
Modality = Literal["ska", "bör", "kan"]


class Recurrence(NamedTuple):
    """How often an obligation is to be met. `until` ends its cells after that day."""

    kind: Literal["continuous", "once", "conditional", "until"]
    until: date | None = None


def recurrence(text: str) -> Recurrence:
    """`continuous`, `once`, `conditional` or `until 2008-12-31`."""
    if text.startswith("until "):
        return Recurrence("until", date.fromisoformat(text.removeprefix("until ")))
    if text in ("continuous", "once", "conditional"):
        return Recurrence(text)  # type: ignore[arg-type]
    raise ValueError(text)


def _recurrence(value: str) -> str:
    try:
        if re.fullmatch(RECURRENCE, value):
            recurrence(value)
            return value
    except ValueError:
        pass
    raise PydanticCustomError("bad_recurrence", "not a recurrence")


class PaperPlace(Model):
    """A place in the paper: the heading above, the how-many-eth bullet under it, the lines."""

    heading: Text | None = None
    bullet: Annotated[int, Field(ge=1, le=9999)] | None = None
    lines: Lines | None = None
    """Left out for a measure that a decision in mid-term adds: the paper does not have it."""


class Addressee(Model):
    """A board or a group that is bound, with the unit that acts where the text names one."""

    board: Slug | None = None
    group: Slug | None = None
    unit: Text | None = None
    role: Words | None = None
    """Its part where several act in turn."""
    condition: Words | None = None
    """When it is bound, where it is not always."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.board is None) == (self.group is None):
            raise PydanticCustomError("one_of", "one of", {"keys": ["board", "group"]})
        return self


class GoalLink(Model):
    """Which goals a measure serves: the editors' interpretation, said to be so wherever shown."""

    goals: Many[Slug] = Field(min_length=1)
    why: Words | None = None


class Obligation(Model):
    """A measure of the programme that the yearly follow-up covers."""

    id: Dotted
    section: Dotted
    label: Words
    """A few words of the editors', for tables."""
    text: Text
    """Verbatim, errors and all."""
    source: PaperPlace
    nature: Slug
    modality: Modality | None = None
    """Left out: the text states how it is and uses no such verb."""
    recurrence: Annotated[
        str, AfterValidator(_recurrence), Field(json_schema_extra={"pattern": RECURRENCE})
    ] = "continuous"
    addressed_as: Text | None = None
    """Who is addressed, verbatim."""
    addressees: Many[Addressee] = ()
    """Empty: the text names no board."""
    partners: Many[Slug] = ()
    sensitive: Literal["cases", "clients"] | None = None
    """`cases`: no figures and no cost at all; `clients`: no count of clients."""
    client_counts_from: Many[Slug] = ()
    """Boards that may count clients all the same, since they serve the whole city."""
    amendment: Slug | None = None
    """The amendment that adds it."""
    succeeds: Many[Dotted] = ()
    """The measures of the previous edition that it carries on."""
    interpretation: GoalLink | None = None
    note: Words | None = None

    def withholds(self, board: str, counts: str) -> bool:
        """Whether a figure that counts such things is not to be given by that board, zero included.

        Under `sensitive: cases` no figure is; under `sensitive: clients` none that counts people,
        households or cases, but by the boards in `client_counts_from`.
        """
        if self.sensitive == "cases":
            return True
        people = self.sensitive == "clients" and counts in ("clients", "households", "cases")
        return people and board not in self.client_counts_from

    @cached_property
    def recurs(self) -> Recurrence:
        """How often it is to be met."""
        return recurrence(self.recurrence)


class Obligations(Model):
    """The measures, in the order of the paper."""

    kind: Literal["obligations"]
    obligations: Many[Obligation] = Field(min_length=1)


class DutyAddressee(Model):
    """Who has a duty: a board or group of the register, or someone in words."""

    board: Slug | None = None
    group: Slug | None = None
    other: Text | None = None
    unit: Text | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if sum(x is not None for x in (self.board, self.group, self.other)) != 1:
            keys = ["board", "group", "other"]
            raise PydanticCustomError("one_of", "one of", {"keys": keys})
        return self


class Relation(Model):
    """How a duty relates to a measure. Neither settles the other."""

    obligation: Dotted
    kind: Literal["repeats", "narrows", "extends", "adds-to"]


class Duty(Model):
    """A duty outside the yearly follow-up: in the running text, or decided beside the programme."""

    id: Slug
    label: Words
    text: Text
    """Verbatim."""
    source: Lines
    origin: Literal["programme", "council-decision", "board-decision", "proposal"]
    """Running text of the programme; the council's or a board's decision; the proposer's words."""
    decision: Slug | None = None
    addressees: Many[DutyAddressee] = ()
    addressed_as: Text | None = None
    partners: Many[Slug] = ()
    modality: Modality | None = None
    recurrence: Annotated[
        str, AfterValidator(_recurrence), Field(json_schema_extra={"pattern": RECURRENCE})
    ] = "continuous"
    relations: Many[Relation] = ()
    due: Day | None = None
    note: Words | None = None


class Duties(Model):
    """The duties, in the order that a review takes them up."""

    kind: Literal["duties"]
    duties: Many[Duty] = ()
