"""A decision put into a plan or report: only its own characters are added, none is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from prostcli.characters import composed
from prostcli.errors import ProstError
from prostcli.model.submissions import Decision
from prostcli.write.text import plain, quoted

How: TypeAlias = Literal["decided", "delegated", "noted", "office"]


class Given(NamedTuple):
    """What is said of a decision; None where nothing is said. The names are those of the file."""

    date: date | None = None
    by: str | None = None
    how: How | None = None
    paragraph: str | None = None
    reference: str | None = None

    @property
    def values(self) -> dict[str, str]:
        """What is said, as the reader gives it back: text, also for a day."""
        said = {key: value for key, value in self._asdict().items() if value is not None}
        return {key: composed(str(value)) for key, value in said.items()}

    def only(self, keys: Iterable[str]) -> Given:
        """No more of it than these keys."""
        return Given(**{key: getattr(self, key) for key in keys})


def missing(held: Decision | None, given: Given) -> Given:
    """What of the given is not in the file yet. A `ProstError` where the file says otherwise."""
    there = held.model_dump(exclude_unset=True) if held is not None else {}
    said = given.values
    for key, value in said.items():
        if key in there and str(there[key]) != value:
            raise ProstError("seal-differs", key=key, there=str(there[key]), given=value)
    return given.only(said.keys() - there.keys())


def recorded(  # noqa: PLR0913  a place has three measures
    text: str, given: Given, fingerprint: str, *, at: int, indent: int | None, fresh: bool
) -> str:
    """The text with what is given of the decision, and the fingerprint, at a place.

    `indent`: how many spaces stand before a key where the place is a line of its own; None in
    braces. `fresh`: with `decision` itself. Line ends are those of the line before.
    """
    values = given.values | {"fingerprint": fingerprint}
    keys = {key: _PLAIN.get(key, quoted)(value) for key, value in values.items()}
    if indent is None:
        inner = ", ".join(f"{key}: {value}" for key, value in keys.items())
        return f"{text[:at]}, {f'decision: {{{inner}}}' if fresh else inner}{text[at:]}"
    margin = " " * indent
    lines = [f"{margin}decision:"] if fresh else []
    margin += "  " if fresh else ""
    lines += [f"{margin}{key}: {value}" for key, value in keys.items()]
    before = text[:at]
    end = (
        "\r\n" if before.endswith("\r\n") or ("\n" not in before[-1:] and "\r\n" in text) else "\n"
    )
    block = end.join(lines)
    if before.endswith("\n"):
        return f"{before}{block}{end}{text[at:]}"
    return f"{before}{end}{block}{text[at:]}"


_PLAIN: dict[str, Callable[[str], str]] = {"date": str, "by": plain, "how": str}
"""How a value is written that does not stand in quotation marks."""
