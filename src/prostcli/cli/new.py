"""`prostcli new`: a plan, report or baseline to fill in, written to its place."""

import os
from pathlib import Path
from typing import Annotated

import typer

from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.terminal import put, say
from prostcli.cli.words import word
from prostcli.errors import ProstError

STDOUT = "-"


def new(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help=word("help-kind"))],
    board: Annotated[str, typer.Argument(metavar="BOARD", help=word("help-new-board"))],
    year: Annotated[str, typer.Argument(metavar="YEAR", help=word("help-new-year"))],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help=word("help-new-output")),
    ] = None,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.output.text import show
    from prostcli.rules.rule import near
    from prostcli.usecases import view
    from prostcli.write.atomic import create, inside
    from prostcli.write.page import home
    from prostcli.write.scaffold import KINDS, scaffold

    chosen = settings(ctx, root, lang, programme, as_of)
    wanted = next((k for k in KINDS if k == kind), None)
    if wanted is None:
        raise ProstError("no-kind", kind=kind, known=list(KINDS), near=near(kind, KINDS))
    if not (len(year) == len("2008") and year.isascii() and year.isdecimal()):
        raise ProstError("bad-year", year=year)
    folder = chosen.folder()
    assessment = view(folder, chosen.day(), chosen.edition).assessment
    material = assessment.material
    language = chosen.language(material.programme)
    text = scaffold(assessment, language, wanted, board, int(year))
    if output == STDOUT:
        put(text)
        return
    if output is not None:
        path = Path(output)
    else:
        path = inside(folder, home(material.edition, board, int(year), wanted))
    create(path, text.encode("utf-8"))
    shown = _from_here(path)
    put(f"{show(shown)}\n")
    if output is None:
        say(language.term("new-next", path=shown))


def _from_here(path: Path) -> str:
    """A path from the current folder, always with `/`."""
    try:
        return Path(os.path.relpath(path, Path.cwd())).as_posix()
    except ValueError:  # another drive
        return path.as_posix()
