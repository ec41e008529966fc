"""`prostcli activities`: every planned activity, and what became of it."""

from __future__ import annotations

from typing import Annotated

import typer

from prostcli.cli import terminal
from prostcli.cli.filters import Board, Obligation, Section, Year, chosen_by, in_ids
from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.waiting import waiting
from prostcli.cli.words import word
from prostcli.errors import ProstError

FORMATS = ("table", "json", "csv", "csv-excel", "markdown")


def activities(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    year: Year = None,
    board: Board = None,
    obligation: Obligation = None,
    section: Section = None,
    only: Annotated[
        list[str] | None, typer.Option("--status", metavar="STATUS", help=word("help-fate"))
    ] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help=word("help-activities-due"))
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=word("help-status-format"))
    ] = "table",
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.cli.labels import fates
    from prostcli.output.activities.view import beside, ledger, ledger_view
    from prostcli.usecases import view

    chosen = settings(ctx, root, lang, programme, as_of)
    if form not in FORMATS:
        raise ProstError("no-format", format=form, known=list(FORMATS))
    selection = chosen_by(year, board, obligation, section, only, due)
    with waiting():
        seen = view(chosen.folder(), chosen.day(), chosen.edition)
    assessment, locate = seen.assessment, seen.workspace.locate
    language = chosen.language(assessment.material.programme)
    selection = in_ids(assessment, selection, fates(), language)
    if form == "json":
        from prostcli.output.activities.json import json
        from prostcli.output.caveats import caveats

        found, more = ledger(assessment, selection), beside(assessment, selection)
        text = json(assessment, found, more, caveats(assessment, selection), locate)
    elif form.startswith("csv"):
        from prostcli.output.activities.csv import csv
        from prostcli.output.csv import DIALECTS

        found, more = ledger(assessment, selection), beside(assessment, selection)
        text = csv(assessment, found, more, locate, DIALECTS[form])
        terminal.as_utf8()
    else:
        shown = ledger_view(assessment, selection, language, seen.unread)
        if form == "markdown":
            from prostcli.output.activities.markdown import markdown

            text = markdown(shown, language)
        else:
            from prostcli.output.activities.table import table
            from prostcli.output.screen import Screen

            screen = Screen(terminal.columns(), terminal.colour(), terminal.can_show("─…–"))
            text = table(shown, language, screen)
    for path in seen.unread if form != "table" else ():
        terminal.say(language.term("invalid-file", path=path))
    terminal.put(text)
    raise typer.Exit(1 if seen.unread else 0)
