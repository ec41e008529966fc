"""The filters of the lists: an id or a label each, and repeatable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from prostcli.cli.options import day_of
from prostcli.cli.terminal import say
from prostcli.cli.words import word
from prostcli.errors import ProstError

if TYPE_CHECKING:
    from prostcli.assessment.cells import Assessment
    from prostcli.assessment.selection import Selection
    from prostcli.cli.labels import Labels
    from prostcli.language import Language
    from prostcli.model.programme import Programme

Year: TypeAlias = Annotated[
    list[str] | None, typer.Option("--year", metavar="YEAR", help=word("help-year"))
]
Board: TypeAlias = Annotated[
    list[str] | None, typer.Option("--board", metavar="ID", help=word("help-board"))
]
Obligation: TypeAlias = Annotated[
    list[str] | None, typer.Option("--obligation", metavar="ID", help=word("help-obligation"))
]
Section: TypeAlias = Annotated[
    list[str] | None, typer.Option("--section", metavar="ID", help=word("help-section"))
]
Due: TypeAlias = Annotated[str | None, typer.Option("--due", metavar="DATE", help=word("help-due"))]


def chosen_by(
    years: list[str] | None,
    boards: list[str] | None,
    obligations: list[str] | None,
    sections: list[str] | None,
    statuses: list[str] | None,
    due: str | None,
) -> Selection:
    """What the filters let through."""
    from prostcli.assessment.selection import Selection

    return Selection(
        years=tuple(year_of(y) for y in years or ()),
        boards=tuple(boards or ()),
        obligations=tuple(obligations or ()),
        sections=tuple(sections or ()),
        statuses=tuple(statuses or ()),
        due=day_of(due) if due is not None else None,
    )


def year_of(text: str) -> int:
    """A year as it is written: four digits."""
    if len(text) == 4 and text.isascii() and text.isdigit():  # noqa: PLR2004  YYYY
        return int(text)
    raise ProstError("bad-year", year=text)


def in_term(programme: Programme, year: int) -> None:
    """Refuse a year the programme does not have."""
    term = programme.term
    if year not in term.years:
        facts = {"from": term.start.isoformat(), "to": term.end.isoformat()}
        raise ProstError("no-year", year=year, **facts)


def in_ids(
    assessment: Assessment,
    selection: Selection,
    statuses: Mapping[str, Iterable[str]],
    language: Language,
) -> Selection:
    """The selection with ids where labels were given; `statuses` are those there are, by code.

    What nothing could ever pass is refused: a slip of the pen must not look like zero. Where a
    label stands for several boards, measures or sections, that is said.
    """
    from prostcli.cli.labels import boards, meant, obligations, sections

    material = assessment.material
    for year in selection.years:
        in_term(material.programme, year)
    named = boards(material), obligations(material), sections(material)
    found = selection._replace(
        boards=meant(selection.boards, named[0], "no-board", "board"),
        obligations=meant(selection.obligations, named[1], "no-obligation", "id"),
        sections=meant(selection.sections, named[2], "no-section", "id"),
        statuses=meant(selection.statuses, statuses, "no-status", "status"),
    )
    given = selection.boards, selection.obligations, selection.sections
    for values, labels in zip(given, named, strict=True):
        tell_shared(values, labels, language)
    return found


def tell_shared(given: Iterable[str], labels: Labels, language: Language) -> None:
    """Say which ids a label stands for where it is that of several: they are all chosen."""
    from prostcli.cli.labels import shared

    for ids, label in shared(given, labels).items():
        say(language.term("several-chosen", id=label, known=ids))


def each(given: Iterable[str], known: Iterable[str], code: str, key: str) -> None:
    """Refuse a value that is none of those there are."""
    from prostcli.cli.labels import meant

    meant(given, dict.fromkeys(known, ()), code, key)
