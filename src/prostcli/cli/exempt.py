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
    where: Annotated[
        str, typer.Argument(metavar="FILE:LINE:COLUMN", help=word("help-exempt-where"))
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help=word("help-exempt-reason"))
    ],
    decided_by: Annotated[
        str, typer.Option("--decided-by", metavar="TEXT", help=word("help-exempt-decided-by"))
    ],
    expires: Annotated[
        str, typer.Option("--expires", metavar="DATE", help=word("help-exempt-expires"))
    ],
    reference: Annotated[
        str | None, typer.Option("--reference", metavar="TEXT", help=word("help-exempt-reference"))
    ] = None,
    commits: Annotated[
        str | None, typer.Option("--commits", metavar="A..B", help=word("help-exempt-commits"))
    ] = None,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.load.files import OURS
    from prostcli.load.workspace import EXEMPTIONS, load
    from prostcli.personal.names import looks_like_a_person
    from prostcli.personal.search import identifying
    from prostcli.usecases import Spot, seen_at
    from prostcli.write import atomic
    from prostcli.write.exemption import Grounds, added

    chosen = settings(ctx, root, lang, programme, as_of)
    folder = chosen.folder()
    path, line, column = _place(where)
    grounds = Grounds(reason.strip(), decided_by.strip(), day_of(expires), reference)
    if not grounds.reason or not grounds.decided_by:
        raise ProstError("exempt-why")
    if looks_like_a_person(grounds.decided_by) or any(identifying(" ".join(grounds[:2]))):
        raise ProstError("exempt-person")
    if grounds.expires < chosen.day():
        raise ProstError("exempt-past", day=grounds.expires)
    file = atomic.inside(folder, EXEMPTIONS)
    workspace = load(folder, watchful=True)
    if workspace.exemptions is None and os.path.lexists(file):
        raise ProstError("exemptions-faulty", file=EXEMPTIONS)
    inside = Path(os.path.relpath(Path(path).absolute(), folder)).as_posix()
    seen = seen_at(workspace, Spot(inside, line, column), commits)
    if not seen:
        raise ProstError("exempt-nothing", where=where)
    if len(seen) > 1:
        places = sorted(f"{path}:{line}:{s.span.column} ({s.rule.code})" for s in seen)
        raise ProstError("exempt-many", where=where, places=places)
    if commits is not None:
        grounds = grounds._replace(found_in="history")
    elif not inside.startswith(OURS):
        grounds = grounds._replace(found_in="elsewhere")
    held = workspace.exemptions.value if workspace.exemptions is not None else None
    text = added(workspace.text(EXEMPTIONS), held, seen[0], grounds, secrets.token_hex(16))
    atomic.replace(file, text.encode("utf-8"))
    put(f"{EXEMPTIONS}\n")
    say(chosen.language().term("exempted"))


def _place(where: str) -> tuple[str, int, int | None]:
    """`FILE:LINE:COLUMN` as a diagnostic names it; the column may be left out."""
    found = re.fullmatch(r"(.+?):(\d{1,6})(?::(\d{1,7}))?:?", where)
    if found is None:
        raise ProstError("exempt-where", where=where)
    return found[1], int(found[2]), int(found[3]) if found[3] else None
