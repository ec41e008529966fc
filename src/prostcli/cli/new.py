"""`prostcli new`: a file to fill in, written to its place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.terminal import put, put_line, say
from prostcli.cli.words import word
from prostcli.errors import ProstError

STDOUT = "-"
REVIEW = "review"

if TYPE_CHECKING:
    from collections.abc import Callable

    from prostcli.assessment.cells import Assessment
    from prostcli.language import Language


def new(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help=word("help-kind"))],
    board: Annotated[
        str | None, typer.Argument(metavar="BOARD", help=word("help-new-board"))
    ] = None,
    year: Annotated[str | None, typer.Argument(metavar="YEAR", help=word("help-new-year"))] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help=word("help-new-output")),
    ] = None,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.usecases import view
    from prostcli.write.atomic import create, inside

    chosen = settings(ctx, root, lang, programme, as_of)
    make = _maker(kind, board, year)
    folder = chosen.folder()
    assessment = view(folder, chosen.day(), chosen.edition).assessment
    language = chosen.language(assessment.material.programme)
    text, home = make(assessment, language)
    if output == STDOUT:
        put(text)
        return
    path = Path(output) if output is not None else inside(folder, home)
    if output is None and kind == REVIEW and os.path.lexists(path):
        raise ProstError("review-exists", file=_from_here(path))
    create(path, text.encode("utf-8"))
    shown = _from_here(path)
    put_line(shown)
    if output is None:
        say(language.term("new-next", path=shown))


def _maker(
    kind: str, board: str | None, year: str | None
) -> Callable[[Assessment, Language], tuple[str, str]]:
    """What makes the file's text and tells its place. A `ProstError` where the words make none."""
    from prostcli.rules.rule import near
    from prostcli.write.page import home
    from prostcli.write.review import home as home_of_review
    from prostcli.write.review import review
    from prostcli.write.scaffold import KINDS, scaffold

    if kind == REVIEW:
        if board is not None:
            raise ProstError("review-whole")
        return lambda found, words: (review(found, words), home_of_review(found.material.edition))
    known = [*KINDS, REVIEW]
    wanted = next((k for k in KINDS if k == kind), None)
    if wanted is None:
        raise ProstError("no-kind", kind=kind, known=known, near=near(kind, known))
    if board is None or year is None:
        what = "BOARD" if board is None else "YEAR"
        raise ProstError("usage-missing", what=what, command="prostcli new")
    if not (len(year) == len("2008") and year.isascii() and year.isdecimal()):
        raise ProstError("bad-year", year=year)
    return lambda found, words: (
        scaffold(found, words, wanted, board, int(year)),
        home(found.material.edition, board, int(year), wanted),
    )


def _from_here(path: Path) -> str:
    """A path from the current folder, always with `/`."""
    try:
        return Path(os.path.relpath(path, Path.cwd())).as_posix()
    except ValueError:  # another drive
        return path.as_posix()
