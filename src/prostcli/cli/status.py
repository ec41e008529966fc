"""`prostcli status`: where the programme stands on a date."""

from __future__ import annotations

from typing import Annotated

import typer

from prostcli.cli import terminal
from prostcli.cli.filters import Board, Due, Obligation, Section, Year, chosen_by, in_ids
from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.waiting import waiting
from prostcli.cli.words import word
from prostcli.errors import ProstError

FORMATS = ("table", "json", "csv", "csv-excel", "markdown")


def status(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    year: Year = None,
    board: Board = None,
    obligation: Obligation = None,
    section: Section = None,
    only: Annotated[
        list[str] | None, typer.Option("--status", metavar="STATUS", help=word("help-only"))
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
    from prostcli.cli.labels import statuses
    from prostcli.usecases import view

    chosen = settings(ctx, root, lang, programme, as_of)
    if form not in FORMATS:
        raise ProstError("no-format", format=form, known=list(FORMATS))
    selection = chosen_by(year, board, obligation, section, only, due)
    with waiting():
        seen = view(chosen.folder(), chosen.day(), chosen.edition)
    assessment = seen.assessment
    language = chosen.language(assessment.material.programme)
    selection = in_ids(assessment, selection, statuses(assessment.material), language)
    if form == "json":
        from prostcli.output.status.json import json

        text = json(assessment, selection, seen.workspace.locate)
    elif form.startswith("csv"):
        from prostcli.output.csv import DIALECTS
        from prostcli.output.status.csv import csv

        text = csv(assessment, selection.of(assessment), seen.workspace.locate, DIALECTS[form])
        terminal.as_utf8()
    else:
        from prostcli.output.status.view import status_view

        shown = status_view(assessment, selection, language, seen.unread)
        if form == "markdown":
            from prostcli.output.status.markdown import markdown

            text = markdown(shown, language)
        else:
            from prostcli.output.screen import Screen
            from prostcli.output.status.bars import SIGNS
            from prostcli.output.status.table import table

            glyphs = "".join(m.glyph for x in shown.matrices for _, m in x.legend)
            screen = Screen(
                terminal.columns(), terminal.colour(), terminal.can_show(glyphs + SIGNS + "─…–")
            )
            text = table(shown, language, screen)
    for path in seen.unread if form != "table" else ():
        terminal.say(language.term("invalid-file", path=path))
    terminal.put(text)
    raise typer.Exit(1 if seen.unread else 0)
