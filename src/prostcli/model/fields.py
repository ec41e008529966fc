"""The kinds of value that the files hold: ids, texts, dates, places in the paper, words."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Self, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic_core import PydanticCustomError, core_schema

from prostcli.characters import is_blank
from prostcli.personal.glance import may_point_at_someone

SLUG = r"^[a-z0-9][a-z0-9-]{0,63}$"
DOTTED = r"^(?=.{1,64}$)[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*$"
ISO_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
FIRST_YEAR, LAST_YEAR = 1000, 2999
"""The years that a file can name: deadlines and days before and after are then days that exist."""
DAYS = (
    r"^[12][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    r"|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
)
"""What a pattern can say of a day that there is: all but the years with a 29 February."""
LINES = r"^L[0-9]{1,6}(-[0-9]{1,6})?(, L[0-9]{1,6}(-[0-9]{1,6})?)*$"

_SLUG = re.compile(SLUG, re.ASCII)
_DOTTED = re.compile(DOTTED, re.ASCII)
_ISO_DATE = re.compile(ISO_DATE, re.ASCII)
_LINES = re.compile(LINES, re.ASCII)

T = TypeVar("T")


class Model(BaseModel):
    """The habits of every value read from a file: strict, frozen, no unknown key."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


def _slug(value: str) -> str:
    return _id(_SLUG, value)


def _dotted(value: str) -> str:
    return _id(_DOTTED, value)


def _id(form: re.Pattern[str], value: str) -> str:
    """An id, which stands in links and names of files: never the number of a person."""
    _no_number(value)
    if not form.fullmatch(value):
        raise PydanticCustomError("bad_id", "not an id")
    return value


def _no_number(value: str) -> None:
    if len(value) >= _FEWEST_SIGNS and may_point_at_someone(value):
        from prostcli.personal.search import holds_number  # rarely wanted, and takes time to load

        if holds_number(value):
            raise PydanticCustomError("personal_number", "the number of a person")


_FEWEST_SIGNS = 10
"""In the number of a person."""


def _written(value: str) -> str:
    if is_blank(value):
        raise PydanticCustomError("empty_text", "no text")
    return without_persons(value.strip())


def without_persons(text: str) -> str:
    """A text with what must go no further masked, sign by sign, so that all keeps its place.

    Here, where a text becomes a value of ours, and nowhere after: whatever is made of values, by
    whichever command in whichever form, has nothing left to hide.
    """
    if not may_point_at_someone(text):
        return text
    from prostcli.personal.search import publishable  # rarely wanted, and takes time to load

    return publishable(text)


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            pass
        else:
            if FIRST_YEAR <= day.year <= LAST_YEAR:
                return day
            raise PydanticCustomError("far_date", "a year that no file is about")
    raise PydanticCustomError("bad_date", "not a date")


def _lines(value: str) -> str:
    if "L0" in value:  # as no number of a line is written, and dates of birth are
        _no_number(value)
    if not _LINES.fullmatch(value):
        raise PydanticCustomError("bad_lines", "not line numbers")
    for first, last in line_ranges(value):
        if not 0 < first <= last:
            raise PydanticCustomError("bad_lines", "not line numbers")
    return value


def line_ranges(lines: str) -> list[tuple[int, int]]:
    """`L25-27, L404` as [(25, 27), (404, 404)]: first and last line, both inclusive."""
    ranges = []
    for part in lines.split(", "):
        first, _, last = part.removeprefix("L").partition("-")
        ranges.append((int(first), int(last or first)))
    return ranges


class _Checked:
    """A text that a function checks, with what a JSON Schema says of it.

    It hands pydantic the finished schema: there are hundreds of such fields, and to have each put
    together from a validator and a `Field` is felt when a command starts.
    """

    def __init__(self, check: Callable[[str], str], **said: object) -> None:
        self.check = check
        self.said = said

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        del source, handler
        text = core_schema.str_schema()
        return core_schema.no_info_after_validator_function(self.check, text)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), **self.said}


Slug: TypeAlias = Annotated[str, _Checked(_slug, pattern=SLUG)]
"""An id of a board, group, partner, question, figure, activity …: `hagersten-liljeholmen`."""

Dotted: TypeAlias = Annotated[str, _Checked(_dotted, pattern=DOTTED)]
"""An id of a section or an obligation, which may hold single inner dots: `5.2.6`."""

WRITTEN = _Checked(_written, minLength=1)
"""Marks what somebody has written, as apart from ids, days and numbers."""

Text: TypeAlias = Annotated[str, WRITTEN]
"""Something written: never empty, never only spaces."""


class MayStandEmpty:
    """Marks what may be there with nothing in it until it is written: `text:`, or `text: >-`.

    Elsewhere a key with nothing after it is refused, since nobody can tell whether it was
    forgotten.
    """

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(_nothing, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "empty": True}


def _nothing(value: object) -> object:
    return None if value == "" else value


Unwritten: TypeAlias = Annotated[Text | None, MayStandEmpty()]
"""A text that may stand empty; None until it is written."""

Day: TypeAlias = Annotated[
    date,
    BeforeValidator(_date, json_schema_input_type=str),
    Field(json_schema_extra={"pattern": DAYS, "type": "string", "format": "date"}),
]
"""A day, written `2007-02-28`."""


def _amount(value: int) -> int:
    if value >= _TEN_DIGITS:
        _no_number(str(value))
    return value


_TEN_DIGITS = 10**9

Year: TypeAlias = Annotated[int, Field(ge=1900, le=2200)]

Amount: TypeAlias = Annotated[int, Field(ge=0, le=10**12), AfterValidator(_amount)]
"""A whole number of something."""

Lines: TypeAlias = Annotated[str, _Checked(_lines, pattern=LINES)]
"""Lines of the founding document: `L3607-3609`, several as `L25-27, L404-406`."""

Many: TypeAlias = Annotated[tuple[T, ...], Field(strict=False)]
"""A list in the file, a tuple here."""

Words: TypeAlias = Annotated[
    dict[Annotated[str, Field(pattern=r"^[a-z]{2}$")], Text], Field(min_length=1)
]
"""What people read, by language code: `{sv: …, en: …}`."""


class Period(Model):
    """From one day to another, both included; an end left out is open."""

    start: Day | None = Field(None, alias="from")
    end: Day | None = Field(None, alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise PydanticCustomError("period_reversed", "ends before it starts")
        return self

    def holds(self, day: date) -> bool:
        """Whether the day lies within."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def meets(self, start: date, end: date) -> bool:
        """Whether any day of start … end (both included) lies within."""
        return (self.start is None or self.start <= end) and (self.end is None or start <= self.end)


ALWAYS = Period.model_construct()


class BoardOrGroup(Model):
    """A board, or the members of a group."""

    board: Slug | None = None
    group: Slug | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.board is None) == (self.group is None):
            raise PydanticCustomError("one_of", "one of", {"keys": ["board", "group"]})
        return self
