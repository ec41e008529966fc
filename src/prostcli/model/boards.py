"""`boards.yaml`: the register of boards, as they came, merged and changed names."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from prostcli.model.fields import (
    ALWAYS,
    BoardOrGroup,
    Day,
    Dotted,
    Many,
    Model,
    Period,
    Slug,
    Text,
    Words,
)


class Fact(Model):
    """Where a statement from outside the paper comes from."""

    source: Text
    confirmed: bool
    """False: background knowledge that no source has been found for."""
    note: Words | None = None


class Group(Model):
    """Boards that the programme addresses together."""

    id: Slug
    label: Words
    one: Words | None = None
    """What one member is called: a district board."""
    everyone: bool = False
    """Every registered board belongs to it."""
    basis: Words | None = None
    """Who belongs, and how we know."""


class Name(Model):
    """What a board was called, and when."""

    name: Text
    genitive: Text | None = None
    """Left out: the name with -s."""
    short: Text | None = None
    """For tables; left out: the board's own."""
    valid: Period = ALWAYS
    fact: Fact | None = None


class Board(Model):
    """A board or a company board."""

    id: Slug
    kind: Literal["board", "company"] = "board"
    short: Text
    """A short name for tables."""
    names: Many[Name] = Field(min_length=1)
    also: Many[Text] = ()
    """Other spellings that people search for."""
    groups: Many[Slug] = ()
    valid: Period = ALWAYS
    """The days that it existed, both included; an end left out is open."""
    successors: Many[Slug] = ()
    """The boards that took over its duties when it ended."""
    fact: Fact | None = None
    """Where its start, end and successors come from."""
    note: Words | None = None

    @model_validator(mode="after")
    def _successors_follow_an_end(self) -> Self:
        if self.successors and self.valid.end is None:
            raise PydanticCustomError("successor_without_end", "successors but no end")
        return self

    def called_on(self, day: date) -> Name:
        """Its name that day; before its first or after its last, the nearest one."""
        for name in self.names:
            if name.valid.holds(day):
                return name
        first = self.names[0]
        earlier = first.valid.start is not None and day < first.valid.start
        return first if earlier else self.names[-1]

    def name_on(self, day: date) -> str:
        """What it was called that day."""
        return self.called_on(day).name

    def short_on(self, day: date) -> str:
        """What tables called it that day."""
        return self.called_on(day).short or self.short


class Transfer(Model):
    """A duty that changed hands in mid-term."""

    id: Slug
    date: Day
    """The first day with the new board."""
    obligations: Many[Dotted] = Field(min_length=1)
    leaves: BoardOrGroup = Field(alias="from")
    to: Slug
    what: Words
    fact: Fact


class Register(Model):
    """All boards, groups and transfers of an edition."""

    kind: Literal["boards"]
    basis: Words
    """What the register holds and what it does not."""
    groups: Many[Group] = ()
    boards: Many[Board] = Field(min_length=1)
    transfers: Many[Transfer] = ()
