"""`prostcli submissions`: every plan and report, in what state it is and who decided it."""

from __future__ import annotations

from typing import Annotated

import typer

from prostcli.cli import terminal
from prostcli.cli.filters import Board, Due, Year, chosen_by, each, in_ids
from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.waiting import waiting
from prostcli.cli.words import word
from prostcli.errors import ProstError

FORMATS = ("table", "json", "csv", "csv-excel", "markdown")


def submissions(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    year: Year = None,
    board: Board = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="KIND", help=word("help-only-kind"))
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option("--status", metavar="STATUS", help=word("help-state"))
    ] = None,
    due: Due = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=word("help-status-format"))
    ] = "table",
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.cli.labels import states
    from prostcli.output.submissions.view import KINDS, Wanted, rows, submissions_view
    from prostcli.usecases import view

    chosen = settings(ctx, root, lang, programme, as_of)
    if form not in FORMATS:
        raise ProstError("no-format", format=form, known=list(FORMATS))
    filters = chosen_by(year, board, None, None, only, due)
    each(kind or (), KINDS, "no-kind", "kind")
    with waiting():
        seen = view(chosen.folder(), chosen.day(), chosen.edition)
    assessment = seen.assessment
    language = chosen.language(assessment.material.programme)
    filters = in_ids(assessment, filters, states(), language)
    wanted = Wanted(filters.years, filters.boards, tuple(kind or ()), filters.statuses, filters.due)
    if form == "json":
        from prostcli.output.submissions.json import json

        text = json(assessment, rows(assessment, wanted, language))
    elif form.startswith("csv"):
        from prostcli.output.csv import DIALECTS
        from prostcli.output.submissions.csv import csv

        text = csv(assessment, rows(assessment, wanted, language), DIALECTS[form])
        terminal.as_utf8()
    else:
        shown = submissions_view(assessment, wanted, language, seen.unread)
        if form == "markdown":
            from prostcli.output.submissions.markdown import markdown

            text = markdown(shown, language)
        else:
            from prostcli.output.screen import Screen
            from prostcli.output.submissions.table import table

            screen = Screen(terminal.columns(), terminal.colour(), terminal.can_show("–…"))
            text = table(shown, language, screen)
    for path in seen.unread if form != "table" else ():
        terminal.say(language.term("invalid-file", path=path))
    terminal.put(text)
    raise typer.Exit(1 if seen.unread else 0)
