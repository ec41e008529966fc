"""`prostcli review`: the four-year review, or one board's annex."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prostcli.cli.filters import in_term, year_of
from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.terminal import put, say
from prostcli.cli.waiting import waiting
from prostcli.cli.words import word
from prostcli.errors import ProstError

if TYPE_CHECKING:
    from prostcli.assessment.cells import Assessment

FORMATS = ("md",)


def review(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    board: Annotated[
        str | None, typer.Option("--board", metavar="ID", help=word("help-annex-board"))
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="YEAR", help=word("help-annex-year"))
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=word("help-review-format"))
    ] = "md",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=word("help-output-file"))
    ] = None,
    templates: Annotated[
        Path | None, typer.Option("--templates", metavar="DIR", help=word("help-templates"))
    ] = None,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.documents import views
    from prostcli.documents.engine import document_language, markdown
    from prostcli.language import language
    from prostcli.usecases import edition_in_git, view

    chosen = settings(ctx, root, lang, programme, as_of)
    if form not in FORMATS:
        raise ProstError("no-format", format=form, known=list(FORMATS))
    if (board is None) != (year is None):
        missing = "--year" if year is None else "--board"
        raise ProstError("usage-missing", what=missing, command="prostcli review")
    with waiting():
        seen = view(chosen.folder(), chosen.day(), chosen.edition)
    assessment, locate = seen.assessment, seen.workspace.locate
    asked = chosen.language(assessment.material.programme)
    words = language(document_language(asked.code))
    if board is not None and year is not None:
        wanted = year_of(year)
        in_term(assessment.material.programme, wanted)
        _known(assessment, board, wanted)
        annex = views.annex(assessment, words, locate, board, wanted, edition_in_git(seen))
        text = markdown("annex", words, templates, a=annex)
    else:
        whole = views.review(assessment, words, locate, edition_in_git(seen))
        text = markdown("review", words, templates, r=whole)
    for path in seen.unread:
        say(asked.term("invalid-file", path=path))
    if output is not None:
        from prostcli.write.atomic import replace

        replace(output, text.encode("utf-8"))
    else:
        put(text)
    raise typer.Exit(1 if seen.unread else 0)


def _known(assessment: Assessment, board: str, year: int) -> None:
    """Refuse a board that is not in the register, or was not there that year."""
    from prostcli.rules.rule import near

    material = assessment.material
    found = material.boards.get(board)
    if found is None:
        known = list(material.boards)
        raise ProstError("no-board", board=board, near=near(board, known), known=known)
    first, last = material.programme.term.within(year)
    if not found.valid.meets(first, last):
        others = [*found.successors, *(b.id for b in material.predecessors(board))]
        code = "board-not-that-year-others" if others else "board-not-that-year"
        raise ProstError(code, board=found.name_on(first), year=year, others=others)
