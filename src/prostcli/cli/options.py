"""The options of every command, accepted before and after its name."""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from prostcli.cli.words import word
from prostcli.errors import ProstError
from prostcli.language import LANGUAGES, Language, language

if TYPE_CHECKING:
    from prostcli.model.programme import Programme

Root: TypeAlias = Annotated[
    Path | None, typer.Option("--root", metavar="DIR", help=word("help-root"), show_default=False)
]
Lang: TypeAlias = Annotated[
    str | None, typer.Option("--lang", metavar="sv|en", help=word("help-lang"), show_default=False)
]
Edition: TypeAlias = Annotated[
    str | None,
    typer.Option("--programme", metavar="EDITION", help=word("help-programme"), show_default=False),
]
AsOf: TypeAlias = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help=word("help-as-of"), show_default=False)
]


@dataclass(frozen=True)
class Settings:
    """What the common options say."""

    root: Path | None = None
    lang: str | None = None
    edition: str | None = None
    as_of: str | None = None

    def over(self, before: Settings) -> Settings:
        """These, and where they are silent those given before the command's name."""
        return Settings(
            self.root or before.root,
            self.lang or before.lang,
            self.edition or before.edition,
            self.as_of or before.as_of,
        )

    def folder(self) -> Path:
        """The workspace's root."""
        from prostcli.load.workspace import find_root

        if self.root is None:
            return find_root(Path.cwd())
        if not self.root.is_dir():
            raise ProstError("no-folder", folder=str(self.root))
        return self.root.absolute()

    def day(self) -> date:
        """The date that is asked about. The clock is read here and nowhere else."""
        return day_of(self.as_of) if self.as_of is not None else date.today()  # noqa: DTZ011

    def language(self, programme: Programme | None = None) -> Language:
        """The language asked for, else the environment's, else the programme's."""
        asked = self.lang or os.environ.get("PROSTCLI_LANG") or None
        if asked is not None and asked not in LANGUAGES:
            raise ProstError("no-language", lang=asked, known=list(LANGUAGES))
        return language(asked or (programme.language if programme else "sv"))


def day_of(text: str) -> date:
    """A day given on the command line."""
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
        with contextlib.suppress(ValueError):
            return date.fromisoformat(text)
    raise ProstError("bad-day", day=text)


def settings(
    ctx: typer.Context, root: Path | None, lang: str | None, edition: str | None, as_of: str | None
) -> Settings:
    """The common options of a command, wherever they were given."""
    before = ctx.obj if isinstance(ctx.obj, Settings) else Settings()
    return Settings(root, lang, edition, as_of).over(before)
