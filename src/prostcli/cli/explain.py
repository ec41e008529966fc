"""`prostcli explain`: what a diagnostic means and how to mend it."""

import re
from typing import Annotated

import typer

from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.terminal import columns, put
from prostcli.cli.words import word
from prostcli.errors import ProstError


def explain(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help=word("help-code"))],
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.output.text import wrapped
    from prostcli.rules import CATALOGUE

    language = settings(ctx, root, lang, programme, as_of).language()
    names = {rule.name: rule for rule in CATALOGUE.values()}
    found = CATALOGUE.get(code.upper()) or names.get(code.lower())
    if found is None:
        raise ProstError("no-code", code=code, near=_near(code))
    severity = language.term(f"severity-{found.severity}")
    manual = (language.manuals.get(found.code) or found.manual).strip("\n")
    told = []
    for paragraph in manual.split("\n\n"):
        lines = paragraph.split("\n")
        example = any(line.startswith("    ") for line in lines)  # it stays as it is
        told.append(paragraph if example else "\n".join(wrapped(" ".join(lines), columns())))
    put("\n\n".join([f"{found.code} {found.name} ({severity})", *told]) + "\n")


def _near(code: str) -> str:
    """What was meant: a name with a slip, or a code written otherwise.

    Of another number nothing: the codes beside it are about other things.
    """
    from prostcli.rules import CATALOGUE
    from prostcli.rules.rule import near

    number = re.fullmatch(r"\D{0,5}?0?(\d{3})", code)
    if number is not None and f"PRO{number[1]}" in CATALOGUE:
        return f"PRO{number[1]}"
    return near(code.lower(), [rule.name for rule in CATALOGUE.values()])
