"""`prostcli diff`: what has changed between two states."""

from __future__ import annotations

from typing import Annotated

import typer

from prostcli.cli import terminal
from prostcli.cli.filters import Board, Obligation, tell_shared
from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.waiting import waiting
from prostcli.cli.words import word
from prostcli.errors import ProstError

FORMATS = ("text", "table", "json")


def diff(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    before: Annotated[str, typer.Argument(metavar="STATE", help=word("help-diff-before"))],
    after: Annotated[
        str, typer.Argument(metavar="[STATE]", help=word("help-diff-after"), show_default=False)
    ] = "",
    board: Board = None,
    obligation: Obligation = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=word("help-diff-format"))
    ] = "text",
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.cli.labels import boards, both, meant, obligations
    from prostcli.usecases import compare

    chosen = settings(ctx, root, lang, programme, as_of)
    if form not in FORMATS:
        raise ProstError("no-format", format=form, known=list(FORMATS))
    if not before:
        raise ProstError("no-ref", ref=before)
    with waiting():
        found = compare(chosen.folder(), (before, after), chosen.day(), chosen.edition)
    sides = [s.assessment for s in (found.before, found.after)]
    named = both([boards(s.material) for s in sides])
    measures = both([obligations(s.material) for s in sides])
    found = found.only(
        meant(board or (), named, "no-board", "board"),
        meant(obligation or (), measures, "no-obligation", "id"),
    )
    language = chosen.language(sides[1].material.programme)
    tell_shared(board or (), named, language)
    tell_shared(obligation or (), measures, language)
    if form == "json":
        from prostcli.output.differences.json import json

        text = json(found)
    else:
        from prostcli.output.screen import Screen

        screen = Screen(terminal.columns(), terminal.colour(), terminal.can_show("─…–→"))
        if form == "table":
            from prostcli.output.differences.table import table

            text = table(found, language, screen)
        else:
            from prostcli.output.differences.text import text as in_words

            text = in_words(found, language, screen)
    invalid = sorted({*found.before.unread, *found.after.unread})
    for path in invalid:
        terminal.say(language.term("invalid-file", path=path))
    terminal.put(text)
    raise typer.Exit(1 if invalid else 0)
