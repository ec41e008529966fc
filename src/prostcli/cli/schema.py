"""`prostcli schema`: JSON Schemas for editors, written to their place or compared with it."""

from pathlib import Path
from typing import Annotated

import typer

from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.terminal import put_line, say
from prostcli.cli.words import word


def schema(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    check: Annotated[bool, typer.Option("--check", help=word("help-schema-check"))] = False,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.language import language as language_of
    from prostcli.load.workspace import load
    from prostcli.output.schema.schemas import schemas
    from prostcli.usecases import view
    from prostcli.write.atomic import create, inside, replace

    chosen = settings(ctx, root, lang, programme, as_of)
    folder = chosen.folder()
    language = chosen.language()
    editions = [chosen.edition] if chosen.edition is not None else list(load(folder).editions)
    made: dict[str, str] = {}
    for edition in editions:
        material = view(folder, chosen.day(), edition).assessment.material
        made |= schemas(material, language_of(material.programme.language))
    stale = [path for path, text in made.items() if not _holds(folder, path, text)]
    extra = [path for path in _there(folder, chosen.edition) if path not in made]
    if check:
        for path in stale:
            put_line(language.term("schema-stale", path=path))
    for path in extra:
        told = language.term("schema-extra", path=path)
        (put_line if check else say)(told)
    if check:
        if not stale and not extra:
            say(language.term("schema-current", count=len(made)))
        raise typer.Exit(1 if stale or extra else 0)
    for path in stale:
        whole = inside(folder, path)
        (replace if whole.exists() else create)(whole, made[path].encode("utf-8"))
        put_line(path)
    if not stale:
        say(language.term("schema-current", count=len(made)))


def _there(folder: Path, edition: str | None) -> list[str]:
    """The schemas that lie in their place, of the edition asked for or of all there ever were."""
    from prostcli.load.files import below
    from prostcli.output.schema.schemas import FOLDER

    home = FOLDER if edition is None else f"{FOLDER}/{edition}"
    return [path for path in below(folder, home) if path.endswith(".schema.json")]


def _holds(folder: Path, path: str, text: str) -> bool:
    """Whether the file is there and says just that, whatever line ends git gave it."""
    from prostcli.load.files import Unreadable, read_inside

    try:
        data = read_inside(folder, path, 16 * 1024 * 1024)
    except Unreadable:
        return False
    return data.replace(b"\r\n", b"\n") == text.encode("utf-8")
