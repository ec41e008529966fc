"""Help in the user's language: the option parser's own few words are English only."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from prostcli.cli.words import spoken

_WORDS = ("Usage:", "Arguments:", "Options:", "Commands:", "[OPTIONS]", "COMMAND [ARGS]...",
          "Show this message and exit.", "[default:", "[required]")  # fmt: skip


def _worded(text: str) -> str:
    """A help text with the parser's words in the user's language."""
    terms = spoken().terms
    for word in _WORDS:
        text = text.replace(word, terms[f"parser {word}"])
    return text


class Command(TyperCommand):
    """A command whose help is in the user's language."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  the parser's context is not for import
        """The help text."""
        return _worded(super().get_help(ctx))


class Group(TyperGroup):
    """The program, whose help is in the user's language."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  the parser's context is not for import
        """The help text."""
        return _worded(super().get_help(ctx))
