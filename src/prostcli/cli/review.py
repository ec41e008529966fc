"""`prostcli review`: the four-year review or one board's annex, and whether it can be made anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prostcli.cli.filters import in_term, year_of
from prostcli.cli.options import AsOf, Edition, Lang, Root, day_of, settings
from prostcli.cli.terminal import put, put_bytes, put_line, say
from prostcli.cli.waiting import waiting
from prostcli.cli.words import word
from prostcli.errors import ProstError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prostcli.assessment.cells import Assessment
    from prostcli.cli.options import Settings
    from prostcli.documents.provenance import Form
    from prostcli.language import Language
    from prostcli.publishing.document import Verdict

BINARY = ("pdf", "docx")
STDOUT = "-"
_LARGEST = 256 * 2**20
"""Bytes of a document that is checked: some twenty times that of the largest that was tried."""


def review(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    board: Annotated[
        str | None, typer.Option("--board", metavar="ID", help=word("help-annex-board"))
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="YEAR", help=word("help-annex-year"))
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help=word("help-review-format"))
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=word("help-output-file"))
    ] = None,
    checked: Annotated[
        Path | None, typer.Option("--check", metavar="FILE", help=word("help-review-check"))
    ] = None,
    templates: Annotated[
        Path | None, typer.Option("--templates", metavar="DIR", help=word("help-templates"))
    ] = None,
    reference: Annotated[
        Path | None, typer.Option("--reference", metavar="FILE", help=word("help-reference"))
    ] = None,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    chosen = settings(ctx, root, lang, programme, as_of)
    if checked is not None:
        given = {"--board": board, "--year": year, "--format": form, "--output": output}
        beside = [name for name, value in given.items() if value is not None]
        if beside:
            raise ProstError("usage-beside", option="--check", beside=beside)
        _check(chosen, checked, templates, reference)
    from prostcli.documents.templates import document_language
    from prostcli.language import language
    from prostcli.publishing.document import FORMS, Order, publish
    from prostcli.usecases import view
    from prostcli.write.atomic import replace, unlinked

    if output is not None and str(output) == STDOUT:
        output = None
    wanted = _form(form, output, list(FORMS))
    if (board is None) != (year is None):
        missing = "--year" if year is None else "--board"
        raise ProstError("usage-missing", what=missing, command="prostcli review")
    _must_fit(wanted, output, reference)
    asked_year = year_of(year) if year is not None else None
    if output is not None:
        unlinked(chosen.folder(), output)
    with waiting():
        kept = output is not None
        seen = view(chosen.folder(), chosen.day(), chosen.edition, placed=True)
        material = seen.assessment.material
        asked = chosen.language(material.programme)
        if board is not None and asked_year is not None:
            in_term(material.programme, asked_year)
            board = _known(seen.assessment, board, asked_year)
        words = language(document_language(asked.code))
        order = Order(wanted, words, board, asked_year, templates, reference=reference)
        made = publish(seen, order, kept=kept)
    for path in seen.unread:
        say(asked.term("invalid-file", path=path))
    if output is not None:
        replace(output, made)
    elif wanted in BINARY:
        put_bytes(made)
    else:
        put(made.decode("utf-8"))
    raise typer.Exit(1 if seen.unread else 0)


def _form(asked: str | None, output: Path | None, known: list[Form]) -> Form:
    """The form asked for, else by the file's ending. Where the two say otherwise it is refused."""
    ending = output.suffix.lower()[1:] if output is not None else ""
    by_ending = next((form for form in known if form == ending), None)
    if asked is not None:
        form = next((form for form in known if form == asked), None)
        if form is None:
            raise ProstError("no-format", format=asked, known=known)
        if by_ending not in (None, form):
            raise ProstError("form-differs", file=str(output), ending=ending, format=form)
        return form
    if by_ending is not None:
        return by_ending
    # A pipe or a device has no ending, and is given what stdout is given.
    if output is not None and (output.is_file() or not output.exists()):
        *others, last = (f".{form}" for form in known)
        raise ProstError("no-form", file=str(output), others=", ".join(others), last=last)
    return "md"


def _must_fit(form: Form, output: Path | None, reference: Path | None) -> None:
    """Refuse what a form cannot be made with, and where it cannot be shown."""
    if reference is not None and form != "docx":
        raise ProstError("reference-beside", format=form)
    if form in BINARY and output is None and sys.stdout.isatty():
        raise ProstError("binary-to-terminal", format=form)


def _check(chosen: Settings, file: Path, templates: Path | None, reference: Path | None) -> None:
    """Say whether a document can be made again, and leave: 0 if it can, else 1."""
    from prostcli.load.files import Unreadable, read_bytes
    from prostcli.publishing.document import check

    try:
        data = read_bytes(file, _LARGEST)
    except Unreadable as error:
        raise ProstError("no-document", file=str(file), limit=_LARGEST // 2**20) from error
    with waiting():
        verdict = check(chosen.folder(), data, templates, reference)
    language = chosen.language()
    recipe = verdict.recipe
    commit = recipe.commit[:9]
    if verdict.failed is not None:
        if verdict.history in _MENDED and verdict.history != verdict.failed.code:
            say(language.term(f"check-history-{verdict.history}", commit=commit))
        raise verdict.failed
    said = {"file": str(file), "edition": recipe.edition, "as_of": day_of(recipe.as_of)}
    if verdict.again:
        key = "check-again-commit" if verdict.from_commit else "check-again"
        lines = [language.term(key, commit=commit, **said)]
    else:
        lines = [language.term("check-not", **said), *_reasons(verdict, language, str(file))]
    lines += [language.term("check-changed", path=path) for path in verdict.changed]
    lines += [language.term("check-added", path=path) for path in verdict.added]
    if verdict.templates == "unused" or verdict.reference == "unused":
        lines.append(language.term("check-unused"))
    for line in lines:
        put_line(line)
    raise typer.Exit(0 if verdict.again else 1)


_MENDED = ("no-git", "no-repository", "shallow", "unknown")
"""What git lacks, that the person can mend."""


def _reasons(verdict: Verdict, language: Language, file: str) -> Iterator[str]:
    """Why a document can not be made again, or may not be: what is surest first."""
    recipe = verdict.recipe
    lacking = False
    for what, lack, own in (
        ("templates", verdict.templates, recipe.templates),
        ("reference", verdict.reference, recipe.reference),
    ):
        if own is not None and lack:
            lacking = True
            yield language.term(f"check-{what}-{lack}", file=file, path=own.path or "")
    for change in verdict.versions:
        yield language.term("check-version", **change._asdict())
    if verdict.history in _MENDED or (verdict.history and not lacking):
        yield language.term(f"check-history-{verdict.history}", commit=recipe.commit[:9])
    if not (verdict.changed or verdict.added or lacking or verdict.versions):
        key = "check-line" if verdict.differs_at else "check-other"
        yield language.term(key, line=verdict.differs_at)


def _known(assessment: Assessment, asked: str, year: int) -> str:
    """The board that is meant. Refuse one not in the register, or that was not there that year."""
    from prostcli.cli.labels import boards, meant

    material = assessment.material
    first, last = material.programme.term.within(year)
    ids = meant((asked,), boards(material), "no-board", "board")
    there = [i for i in ids if material.boards[i].valid.meets(first, last)]
    if len(there) > 1:
        raise ProstError("several-boards", board=asked, known=there)
    if not there:
        found = material.boards[ids[0]]
        others = [*found.successors, *(b.id for b in material.predecessors(found.id))]
        code = "board-not-that-year-others" if others else "board-not-that-year"
        raise ProstError(code, board=found.name_on(first), year=year, others=others)
    return there[0]
