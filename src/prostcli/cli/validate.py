"""`prostcli validate`: every check, told in one of the formats."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from prostcli.cli.actions import summarise, under_actions
from prostcli.cli.lines import lines_of, seen_from
from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.terminal import as_utf8, colour, put, say
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
    staged: Annotated[bool, typer.Option("--staged", help=word("help-staged"))] = False,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="REF", help=word("help-changed-since")),
    ] = None,
    commits: Annotated[
        str | None, typer.Option("--commits", metavar="A..B", help=word("help-commits"))
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=word("help-strict"))] = False,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.diagnostic import Severity
    from prostcli.load.workspace import edition_on, files_of, select
    from prostcli.output.findings import Findings
    from prostcli.output.formats import FORMATS
    from prostcli.usecases import Against, check_change

    chosen = settings(ctx, root, lang, programme, as_of)
    if output_format != "auto" and output_format not in FORMATS:
        raise ProstError("no-format", format=output_format, known=["auto", *FORMATS])
    summary_wanted = under_actions() and output_format in ("auto", "github")
    if output_format == "auto":
        output_format = "github" if under_actions() and output_file is None else "full"
    form = FORMATS[output_format]
    language = chosen.language()
    folder = chosen.folder()
    paper = _paper(source) if source is not None else None
    if staged and changed_since is not None:
        raise ProstError("not-together", options=["--staged", "--changed-since"])
    with waiting():
        against = Against(staged, changed_since, commits)
        checked = check_change(folder, against, paper, chosen.day())
    if chosen.edition is not None:
        ours = files_of(edition_on(checked.workspace, chosen.day(), chosen.edition))
        checked = checked.only(lambda path: path.startswith(ours))
    if paths:
        wanted, missing = select(checked.workspace, paths, Path.cwd(), checked.ours)
        checked = checked.only(wanted.__contains__, missing)
    findings = Findings(
        tuple(checked.diagnostics),
        checked.files,
        language,
        _paths(form.paths, folder),
        lines_of(checked.workspace.text),
        colour() and output_file is None and form.paths == "current",
    )
    text = form.render(findings)
    if output_file is not None:
        _into(output_file, text, folder)
    else:
        if form.paths != "current":
            as_utf8()
        put(text)
    if summary_wanted:
        summarise(replace(findings, shown_path=_paths("repository", folder)))
    if staged and findings.counts[Severity.ERROR]:
        say(word("staged-refused"))
    counts = findings.counts
    bad = counts[Severity.ERROR] or (strict and counts[Severity.WARNING])
    raise typer.Exit(1 if bad else 0)


def _into(file: Path, text: str, root: Path) -> None:
    """Write the findings to a file; never over what boards have handed in."""
    from prostcli.load.files import REPORTS
    from prostcli.write import atomic

    if Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root / REPORTS)):
        raise ProstError("output-ours", file=str(file))
    atomic.unlinked(root, file)
    atomic.replace(file, text.encode("utf-8"))


def _paper(source: Path) -> bytes:
    """The paper's text, for its quotations."""
    from prostcli.load.files import Unreadable, read_bytes

    try:
        return read_bytes(source, 64 * 1024 * 1024)
    except Unreadable:
        raise ProstError("no-source", file=str(source)) from None


def _paths(told_from: str, root: Path) -> Callable[[str], str]:
    """Paths from the root as the reader of a format knows them."""
    from prostcli.load.git.place import top_of_repository

    if told_from == "repository":
        return seen_from(top_of_repository(root), root.resolve())
    return seen_from(Path.cwd(), root) if told_from == "current" else lambda path: path
