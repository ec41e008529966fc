"""`prostcli site`: the review as linked pages in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.terminal import put_line, say
from prostcli.cli.waiting import waiting
from prostcli.cli.words import word


def site(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help=word("help-site-output"))
    ],
    templates: Annotated[
        Path | None, typer.Option("--templates", metavar="DIR", help=word("help-templates"))
    ] = None,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.documents.templates import document_language
    from prostcli.language import language
    from prostcli.publishing.site import publication
    from prostcli.publishing.withheld import must_be_fit, shown
    from prostcli.usecases import view
    from prostcli.write.folder import placed, refill

    chosen = settings(ctx, root, lang, programme, as_of)
    placed(chosen.folder(), output)
    with waiting():
        seen = view(chosen.folder(), chosen.day(), chosen.edition, placed=True)
        asked = chosen.language(seen.assessment.material.programme)
        must_be_fit(seen, shown(seen))
        files = publication(seen, language(document_language(asked.code)), templates)
        refill(output, files, START)
    for path in seen.unread:
        say(asked.term("invalid-file", path=path))
    start = str(output / START)
    put_line(asked.term("site-made", count=len(files), folder=str(output), start=start))
    raise typer.Exit(1 if seen.unread else 0)


START = "index.html"
