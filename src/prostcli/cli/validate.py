"""`prostcli validate`: every check, told in one of the formats."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.terminal import colour, put
from prostcli.cli.waiting import waiting
from prostcli.cli.words import word
from prostcli.errors import ProstError

PATHS = typer.Argument(metavar="[PATH]...", help=word("help-paths"), show_default=False)


def validate(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    paths: Annotated[list[Path] | None, PATHS] = None,
    output_format: Annotated[
        str, typer.Option("--output-format", metavar="FORMAT", help=word("help-output-format"))
    ] = "auto",
    output_file: Annotated[
        Path | None,
        typer.Option("--output-file", metavar="FILE", help=word("help-output-file")),
    ] = None,
    source: Annotated[
        Path | None, typer.Option("--source", metavar="FILE", help=word("help-source"))
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=word("help-strict"))] = False,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.diagnostic import Severity, in_order
    from prostcli.load.files import Unreadable, read_bytes
    from prostcli.load.workspace import edition_on, files_of, load, select
    from prostcli.output.findings import Findings
    from prostcli.output.formats import FORMATS
    from prostcli.usecases import check

    chosen = settings(ctx, root, lang, programme, as_of)
    if output_format != "auto" and output_format not in FORMATS:
        raise ProstError("no-format", format=output_format, known=["auto", *FORMATS])
    form = FORMATS["full" if output_format == "auto" else output_format]
    language = chosen.language()
    folder = chosen.folder()
    paper = None
    if source is not None:
        try:
            paper = read_bytes(source, 64 * 1024 * 1024)
        except Unreadable:
            raise ProstError("no-source", file=str(source)) from None
    with waiting():
        workspace = load(folder)
        diagnostics = check(workspace, paper)
    if chosen.edition is not None:
        ours = files_of(edition_on(workspace, chosen.day(), chosen.edition))
        diagnostics = [d for d in diagnostics if d.path.startswith(ours)]
        workspace = replace(
            workspace, files=tuple(f for f in workspace.files if f.startswith(ours))
        )
    files = len(workspace.files)
    if paths:
        wanted, missing = select(workspace, paths, Path.cwd())
        diagnostics = in_order([*missing, *(d for d in diagnostics if d.path in wanted)])
        files = len(wanted)
    findings = Findings(
        tuple(diagnostics),
        files,
        language,
        _from_here(folder) if form.paths == "current" else lambda p: p,
        _lines(workspace.text),
        colour() and output_file is None and form.paths == "current",
    )
    text = form.render(findings)
    if output_file is not None:
        from prostcli.write import atomic

        atomic.replace(output_file, text.encode("utf-8"))
    else:
        put(text)
    counts = findings.counts
    bad = counts[Severity.ERROR] or (strict and counts[Severity.WARNING])
    raise typer.Exit(1 if bad else 0)


def _from_here(root: Path) -> Callable[[str], str]:
    """Paths from the root as paths from the current folder, always with `/`."""
    here = Path.cwd()

    def shown(path: str) -> str:
        try:
            return Path(os.path.relpath(root / path, here)).as_posix()
        except ValueError:  # another drive
            return (root / path).as_posix()

    return shown


def _lines(text: Callable[[str], str]) -> Callable[[str, int], str]:
    """Lines of files, each file split once."""

    @cache
    def split(path: str) -> list[str]:
        return text(path).split("\n")

    def line(path: str, number: int) -> str:
        lines = split(path)
        return lines[number - 1].rstrip("\r") if number <= len(lines) else ""

    return line
