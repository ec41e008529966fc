"""`prostcli seal`: record that a plan or report is decided, and what was decided."""

from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from prostcli.cli.lines import lines_of, seen_from
from prostcli.cli.options import AsOf, Edition, Lang, Root, day_of, settings
from prostcli.cli.terminal import put, put_line, say
from prostcli.cli.words import word
from prostcli.errors import ProstError


def seal(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=word("help-seal-file"))],
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help=word("help-seal-date"))
    ] = None,
    paragraph: Annotated[
        str | None, typer.Option("--paragraph", metavar="TEXT", help=word("help-seal-paragraph"))
    ] = None,
    reference: Annotated[
        str | None, typer.Option("--reference", metavar="TEXT", help=word("help-seal-reference"))
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="BOARD", help=word("help-seal-by"))
    ] = None,
    how: Annotated[
        str | None, typer.Option("--how", metavar="HOW", help=word("help-seal-how"))
    ] = None,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.load.workspace import load, select
    from prostcli.output.findings import Findings
    from prostcli.output.full import full
    from prostcli.sealing import sealing
    from prostcli.usecases import Checked
    from prostcli.write import atomic
    from prostcli.write.decision import Given, How

    chosen = settings(ctx, root, lang, programme, as_of)
    if how is not None and how not in get_args(How):
        raise ProstError("no-how", how=how, known=list(get_args(How)))
    given = Given(
        date=day_of(day) if day is not None else None,
        by=_text(by),
        how=cast("How | None", how),
        paragraph=_text(paragraph),
        reference=_text(reference),
    )
    language = chosen.language()
    folder = chosen.folder()
    paths, _ = select(load(folder), [file], Path.cwd())
    if len(paths) != 1:
        raise ProstError("seal-one-file" if paths else "seal-no-file", file=file.as_posix())
    (path,) = paths
    place = atomic.inside(folder, path)
    found = sealing(folder, path, given, chosen.day())
    shown_path = seen_from(Path.cwd(), folder)
    if isinstance(found, Checked):
        lines = lines_of(found.workspace.text)
        put(full(Findings(tuple(found.diagnostics), found.files, language, shown_path, lines)))
        say(language.term("seal-refused"))
        raise typer.Exit(1)
    if found.after == found.before:
        told: tuple[str, ...] = ("sealed-already", "sealed-same")
    else:
        atomic.exchange(place, found.before, found.after)
        first = "sealed" if found.decision.counts else "sealed-received"
        told = (first, "sealed-only", "sealed-next")
    put_line(shown_path(path))
    for key in told:
        say(language.term(key, day=found.decision.date))


def _text(given: str | None) -> str | None:
    """What was given, if there is anything to it."""
    return (given or "").strip() or None
