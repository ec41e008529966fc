"""`programme.yaml`: the programme's identity, what was decided, its scales and its calendar."""

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from prostcli.model.fields import (
    BoardOrGroup,
    Day,
    Dotted,
    Lines,
    Many,
    Model,
    Slug,
    Text,
    Words,
    Year,
    without_persons,
)


class Paper(Model):
    """The paper that the programme is taken from. Its text is not copied: it may name people."""

    title: Text
    reference: Text
    """Its number in the register (diarienummer)."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    """SHA-256 of the full text, UTF-8, that quotations and line numbers refer to."""
    note: Words | None = None


class Term(Model):
    """The days that the programme covers, both included."""

    start: Day = Field(alias="from")
    end: Day = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise PydanticCustomError("period_reversed", "ends before it starts")
        return self

    @property
    def years(self) -> range:
        """The calendar years that it touches."""
        return range(self.start.year, self.end.year + 1)

    def within(self, year: int) -> tuple[date, date]:
        """First and last day of the part of that year that the programme covers."""
        return max(self.start, date(year, 1, 1)), min(self.end, date(year, 12, 31))


class Dissent(Model):
    """Someone who did not agree, by party: a name of a person is never written."""

    kind: Literal["reservation", "statement"]
    parties: Many[Annotated[str, Field(pattern=r"^[a-zåäö]{1,12}$")]] = Field(min_length=1)


class ProgrammeDecision(Model):
    """A decision about the programme, or a proposal for one."""

    id: Slug
    body: Text
    """Who decided: a name, since not every body is a board of the register."""
    date: Day | None = None
    """Left out where the paper does not tell; it is shown as missing, never guessed."""
    date_note: Words | None = None
    """Why there is no date, or what it rests on."""
    how: Words | None = None
    status: Literal["proposed", "decided"]
    concerns: Literal["programme", "beside"] = "programme"
    """`beside`: taken in the same paper but no part of the programme."""
    summary: Words
    text: Many[Text] = ()
    """The points of the decision, verbatim."""
    source: Lines | None = None
    paragraph: Text | None = None
    reference: Text | None = None
    """Its register number, for a decision that the paper does not tell of."""
    dissent: Many[Dissent] = ()


class Amendment(Model):
    """A change that a decision makes to the programme's text.

    Without `from` it is part of the programme as adopted. With it the change comes in mid-term: it
    is known from the day of its decision, and holds from that in `from`.
    """

    id: Slug
    decision: Slug
    change: Literal["add", "replace", "end"]
    obligation: Dotted | None = None
    """The measure whose text is replaced, or that ends."""
    start: Day | None = Field(None, alias="from")
    """The first day that it holds; with `end`, the first that the measure no longer binds."""
    target: Words
    """What it is added to or put in the place of."""
    replaces: Text | None = None
    replaces_source: Lines | None = None
    text: Text | None = None
    source: Lines | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        wanted = (
            {"obligation": "obligation", "start": "from"}
            if self.change == "end"
            else {"text": "text"}
        )
        for name, key in wanted.items():
            if getattr(self, name) is None:
                raise PydanticCustomError("one_of", "one of", {"keys": [key]})
        return self


class Assignment(Model):
    """A later decision that a board is to answer for measures that the text gives to nobody."""

    id: Slug
    decision: Slug
    obligations: Many[Dotted] = Field(min_length=1)
    to: BoardOrGroup
    start: Day | None = Field(None, alias="from")
    """The first day that it binds; left out: the day of the decision."""
    note: Words | None = None


class PlannedActivity(Model):
    """An activity of a plan, by its id there."""

    board: Slug
    year: Year
    id: Slug


class WriteOff(Model):
    """A decision that ends measures, or planned activities, before they are met.

    The cells stay, and say that they are written off; a share does not count them.
    """

    id: Slug
    decision: Slug
    obligations: Many[Dotted] = ()
    boards: Many[Slug] = ()
    """Boards and groups that the measures no longer bind; left out: all of them."""
    activities: Many[PlannedActivity] = ()
    start: Day | None = Field(None, alias="from")
    """The first day that nothing more is asked; left out: the day of the decision."""
    reason: Words

    @model_validator(mode="after")
    def _something(self) -> Self:
        if bool(self.obligations) == bool(self.activities):
            keys = ["obligations", "activities"]
            raise PydanticCustomError("one_of", "one of", {"keys": keys})
        return self


class Goal(Model):
    """One of the programme's goals, verbatim."""

    id: Slug
    label: Words
    text: Text
    source: Lines | None = None


class Section(Model):
    """A chapter of measures."""

    id: Dotted
    title: Text
    label: Words
    """The title as a reader wants it, in ordinary letters."""
    source: Lines | None = None


class Background(Model):
    """A governing document or a law that the programme names."""

    id: Slug
    kind: Literal["document", "law"]
    title: Text
    decided: Text | None = None
    """Who decided it and when, as the paper says."""
    source: Lines | None = None
    note: Words | None = None


class Counts(StrEnum):
    """What an outcome counts as."""

    GOOD = "good"
    PARTIAL = "partial"
    BAD = "bad"
    UNKNOWN = "unknown"
    EXEMPT = "exempt"


class Outcome(Model):
    """A value of a scale."""

    value: Slug
    counts: Annotated[Counts, Field(strict=False)]
    glyph: Annotated[str, Field(pattern=r"^[^\s|*_<>&`#~\[\]\\]$")]
    """One sign, none that means something in Markdown."""
    ascii: Annotated[str, Field(pattern=r"^[!-~]$")]
    label: Words
    meaning: Words


class Nature(Model):
    """A kind of obligation, and the scale that it is judged by."""

    id: Slug
    label: Words
    scale: Slug = "default"
    share: bool = True
    """False where a share reached would say nothing, as for an ambition."""


class Deadline(Model):
    """A day of a year before or after the one that is planned or reported."""

    years: Annotated[int, Field(ge=-5, le=5)]
    """-1 is the year before, 1 the year after."""
    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)] | Literal["last"]

    @model_validator(mode="after")
    def _a_day_of_each_year(self) -> Self:
        if self.day != "last":
            try:
                date(2001, self.month, self.day)
            except ValueError:
                raise PydanticCustomError("bad_deadline", "no day of every year") from None
        return self

    def of(self, year: int) -> date:
        """The deadline for a plan or report about that year."""
        at = year + self.years
        if self.day != "last":
            return date(at, self.month, self.day)
        if self.month == 12:  # noqa: PLR2004  December
            return date(at, 12, 31)
        return date.fromordinal(date(at, self.month + 1, 1).toordinal() - 1)


class Season(Model):
    """When a yearly plan or report is wanted."""

    due: Deadline
    first_year: Year | None = None
    """The first year that one is wanted for; left out: the term's first."""
    last_year: Year | None = None
    why: Words | None = None
    """Why some years of the term have none."""


class Calendar(Model):
    """The reporting year."""

    plan: Season
    report: Season
    new_board_months: Annotated[int, Field(ge=0, le=24)] = 0
    """A new board's first plan is due this many months after it starts, if that is later."""
    basis: Words
    """Where the deadlines come from."""
    note: Words | None = None


class Partner(Model):
    """Someone outside the register who works together with the boards; never owes a report."""

    id: Slug
    name: Words


class Question(Model):
    """Something the programme asks that a plan or report may answer; no answer is no breach."""

    id: Slug
    label: Words
    text: Words
    source: Lines | None = None
    kinds: Many[Literal["plan", "report"]] = ("plan", "report")
    boards: Many[Slug] = ()
    """Boards and groups that it is put to; left out: everyone."""


class Reading(Model):
    """A place where the paper leaves room, and how this edition reads it. Documents say so."""

    id: Slug
    text: Words
    about: Many[Dotted] = ()
    """Ids of sections, obligations, boards, groups or duties that it concerns."""
    source: Text | None = None


class SmallNumbers(Model):
    """Counts of people below the threshold are masked."""

    threshold: Annotated[int, Field(ge=0, le=100)] = 5
    basis: Words | None = None


FORGE = r"^https?://[!-~]*\{commit\}[!-~]*\{path\}[!-~]*$"
"""`https://…/blob/{commit}/{path}#L{line}`."""


class Programme(Model):
    """An edition of a programme."""

    kind: Literal["programme"]
    edition: Slug
    title: Text
    short_title: Words
    city: Text
    language: Literal["sv", "en"] = "sv"
    previous: Slug | None = None
    """The edition that it comes after."""
    owner: Slug
    """The board that owns the programme and reviews it."""
    fictitious: bool = False
    """True for an example: every page says so."""
    forge: Annotated[str, Field(pattern=FORGE), AfterValidator(without_persons)] | None = None
    """Where the repository can be read on the web: the address of a line in a file at a commit."""
    paper: Paper
    term: Term
    about: Words
    """What the programme is, in a few sentences for a reader."""
    numbering: Words
    """Who numbered the measures."""
    decisions: Many[ProgrammeDecision] = Field(min_length=1)
    amendments: Many[Amendment] = ()
    assignments: Many[Assignment] = ()
    write_offs: Many[WriteOff] = ()
    goals: Many[Goal] = ()
    indicators: Words | None = None
    """What is decided about indicators; left out: nothing is said."""
    sections: Many[Section] = Field(min_length=1)
    background: Many[Background] = ()
    natures: Many[Nature] = Field(min_length=1)
    scales: dict[Slug, Many[Outcome]] = Field(min_length=1)
    calendar: Calendar
    small_numbers: SmallNumbers = SmallNumbers()
    partners: Many[Partner] = ()
    questions: Many[Question] = ()
    readings: Many[Reading] = ()
    costs: Words | None = None
    """What was said about costs when the programme was decided."""
    costs_source: Lines | None = None

    @property
    def draft(self) -> bool:
        """Whether no decision on it has been taken: all that there is are proposals."""
        return all(d.status == "proposed" for d in self.decisions)

    def nature(self, nature: str) -> Nature | None:
        """The nature with that id."""
        return self._natures.get(nature)

    @cached_property
    def _natures(self) -> dict[str, Nature]:
        return {n.id: n for n in reversed(self.natures)}

    @cached_property
    def _outcomes(self) -> dict[str, dict[str, Outcome]]:
        """By scale and value; of two with the same value the first."""
        return {name: {o.value: o for o in reversed(s)} for name, s in self.scales.items()}

    def scale(self, nature: str) -> tuple[Outcome, ...]:
        """The values that an obligation of that nature is judged by; empty if there is none."""
        found = self.nature(nature)
        return self.scales.get(found.scale if found else "default", ())

    def outcome(self, nature: str, value: str) -> Outcome | None:
        """The value of the scale of that nature."""
        found = self._natures.get(nature)
        return self._outcomes.get(found.scale if found else "default", {}).get(value)
