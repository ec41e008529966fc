"""`prostcli status`: where the programme stands on a date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from prostcli.cli import terminal
from prostcli.cli.options import AsOf, Edition, Lang, Root, day_of, settings
from prostcli.cli.waiting import waiting
from prostcli.cli.words import word
from prostcli.errors import ProstError

if TYPE_CHECKING:
    from prostcli.assessment.cells import Assessment
    from prostcli.assessment.selection import Selection

FORMATS = ("table", "json", "csv", "markdown")


def status(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    year: Annotated[
        list[str] | None, typer.Option("--year", metavar="YEAR", help=word("help-year"))
    ] = None,
    board: Annotated[
        list[str] | None, typer.Option("--board", metavar="ID", help=word("help-board"))
    ] = None,
    obligation: Annotated[
        list[str] | None, typer.Option("--obligation", metavar="ID", help=word("help-obligation"))
    ] = None,
    section: Annotated[
        list[str] | None, typer.Option("--section", metavar="ID", help=word("help-section"))
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option("--status", metavar="STATUS", help=word("help-only"))
    ] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help=word("help-due"))] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=word("help-status-format"))
    ] = "table",
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.assessment.selection import Selection
    from prostcli.usecases import view

    chosen = settings(ctx, root, lang, programme, as_of)
    if form not in FORMATS:
        raise ProstError("no-format", format=form, known=list(FORMATS))
    selection = Selection(
        years=tuple(_year(y) for y in year or ()),
        boards=tuple(board or ()),
        obligations=tuple(obligation or ()),
        sections=tuple(section or ()),
        statuses=tuple(only or ()),
        due=day_of(due) if due is not None else None,
    )
    with waiting():
        seen = view(chosen.folder(), chosen.day(), chosen.edition)
    assessment = seen.assessment
    _known(assessment, selection)
    language = chosen.language(assessment.material.programme)
    if form == "json":
        from prostcli.output.status.json import json

        text = json(assessment, selection, seen.workspace.locate)
    elif form == "csv":
        from prostcli.output.status.csv import csv

        text = csv(assessment, selection.of(assessment), seen.workspace.locate)
    else:
        from prostcli.output.status.view import status_view

        shown = status_view(assessment, selection, language, _files(assessment), seen.unread)
        if form == "markdown":
            from prostcli.output.status.markdown import markdown

            text = markdown(shown, language)
        else:
            from prostcli.output.status.table import Screen, table

            glyphs = "".join(m.glyph for x in shown.matrices for _, m in x.legend)
            screen = Screen(
                terminal.columns(), terminal.colour(), terminal.can_show(glyphs + "─…–")
            )
            text = table(shown, language, screen)
    for path in seen.unread if form != "table" else ():
        terminal.say(language.term("invalid-file", path=path))
    terminal.put(text)
    raise typer.Exit(1 if seen.unread else 0)


def _year(text: str) -> int:
    if len(text) == 4 and text.isascii() and text.isdigit():  # noqa: PLR2004
        return int(text)
    raise ProstError("bad-year", year=text)


def _known(assessment: Assessment, selection: Selection) -> None:
    """Refuse a filter that nothing could ever pass: a slip of the pen must not look like zero."""
    from prostcli.assessment.cells import STATUSES

    material = assessment.material
    scales = material.programme.scales.values()
    statuses = [*STATUSES, *(o.value for scale in scales for o in scale)]
    _each(selection.boards, material.boards, "no-board", "board")
    _each(selection.obligations, material.obligation, "no-obligation", "id")
    _each(selection.sections, material.sections, "no-section", "id")
    _each(selection.statuses, statuses, "no-status", "status")
    term = material.programme.term
    for year in selection.years:
        if year not in term.years:
            facts = {"from": term.start.isoformat(), "to": term.end.isoformat()}
            raise ProstError("no-year", year=year, **facts)


def _each(given: Iterable[str], known: Iterable[str], code: str, key: str) -> None:
    from prostcli.rules.rule import near

    known = list(dict.fromkeys(known))
    for value in given:
        if value not in known:
            raise ProstError(code, **{key: value, "near": near(value, known), "known": known})


def _files(assessment: Assessment) -> Counter[str]:
    """How many files of each kind there are on the date."""
    from prostcli.model.submissions import Baseline

    material = assessment.material
    found = Counter(
        s.slot.kind
        for s in material.submitted
        if isinstance(s.value, Baseline)
        or s.value.decision is None
        or s.value.decision.date <= assessment.as_of
    )
    files = Counter({k: found[k] for k in ("plan", "report", "baseline")})
    files["programme"] = len(material.programme_paths)
    return files
