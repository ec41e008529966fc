"""`prostcli exempt`: let something that looks like personal data stand, by a decision."""

import os
import re
import secrets
from pathlib import Path
from typing import Annotated

import typer

from prostcli.cli.options import AsOf, Edition, Lang, Root, day_of, settings
from prostcli.cli.terminal import put, say
from prostcli.cli.words import word
from prostcli.errors import ProstError


def exempt(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    where: Annotated[str, typer.Argument(metavar="FILE:LINE", help=word("help-exempt-where"))],
    reason: Annotated[str, typer.Option("--reason", help=word("help-exempt-reason"))],
    decided_by: Annotated[str, typer.Option("--decided-by", help=word("help-exempt-decided-by"))],
    expires: Annotated[
        str, typer.Option("--expires", metavar="DATE", help=word("help-exempt-expires"))
    ],
    reference: Annotated[
        str | None, typer.Option("--reference", help=word("help-exempt-reference"))
    ] = None,
    commits: Annotated[
        str | None, typer.Option("--commits", metavar="A..B", help=word("help-exempt-commits"))
    ] = None,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.load.workspace import EXCEPTIONS, load
    from prostcli.usecases import seen_at
    from prostcli.write import atomic
    from prostcli.write.exemption import Why, added

    chosen = settings(ctx, root, lang, programme, as_of)
    folder = chosen.folder()
    path, line = _place(where)
    why = Why(reason.strip(), decided_by.strip(), day_of(expires), reference)
    if not why.reason or not why.decided_by:
        raise ProstError("exempt-why")
    if why.expires < chosen.day():
        raise ProstError("exempt-past", day=why.expires)
    workspace = load(folder, watchful=True)
    if workspace.exceptions is None and (folder / EXCEPTIONS).exists():
        raise ProstError("exceptions-faulty", file=EXCEPTIONS)
    inside = Path(os.path.relpath(Path(path).absolute(), folder)).as_posix()
    seen = seen_at(workspace, inside, line, commits)
    if not seen:
        raise ProstError("exempt-nothing", where=where)
    held = workspace.exceptions.value if workspace.exceptions is not None else None
    text = added(workspace.text(EXCEPTIONS), held, seen, why, secrets.token_hex(16))
    atomic.replace(folder / EXCEPTIONS, text.encode("utf-8"))
    put(f"{EXCEPTIONS}\n")
    say(chosen.language().counted("exempted", len(seen)))


def _place(where: str) -> tuple[str, int]:
    """`PATH:LINE`, as a diagnostic names it; a column and a colon after it may stay."""
    found = re.fullmatch(r"(.+?):(\d{1,6})(?::\d*)?:?", where)
    if found is None:
        raise ProstError("exempt-where", where=where)
    return found[1], int(found[2])
