"""The program `prostcli`: its commands, and the one place where trouble becomes an exit status."""

import gc
import importlib
import os
import sys
import zlib

import typer

from prostcli.cli.help import Command, Group
from prostcli.cli.options import AsOf, Edition, Lang, Root, Settings
from prostcli.cli.terminal import abandon, prepare, put, say, tellable
from prostcli.cli.words import spoken, word
from prostcli.errors import ProstError

COULD_NOT_RUN = 2
OUR_FAULT = 70
STOPPED = 130

COMMANDS = (
    "status",
    "activities",
    "submissions",
    "validate",
    "review",
    "site",
    "serve",
    "show",
    "diff",
    "new",
    "seal",
    "explain",
    "schema",
    "exempt",
)


def application(arguments: list[str]) -> typer.Typer:
    """The command line, with the commands that the arguments name; with all where they name none.

    Each is a module of its own, and the ones that are not wanted are not even imported.
    """
    app = typer.Typer(
        name="prostcli",
        cls=Group,
        help=word("help-prostcli"),
        epilog=word("help-epilog"),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(common)
    named = _first_word(arguments)
    for name in [named] if named in COMMANDS else COMMANDS:
        command = getattr(importlib.import_module(f"prostcli.cli.{name}"), name)
        app.command(name, cls=Command, help=word(f"help-{name}"))(command)
    return app


def _first_word(arguments: list[str]) -> str | None:
    """The first argument that is neither an option nor an option's value."""
    rest = iter(arguments)
    for argument in rest:
        if argument in ("--root", "--lang", "--programme", "--as-of"):
            next(rest, None)
        elif not argument.startswith("-"):
            return argument
    return None


def _version(*, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        put(f"prostcli {version('prostcli')}\n")
        raise typer.Exit


def common(
    ctx: typer.Context,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
    version: bool = typer.Option(
        False,
        "--version",
        callback=lambda v: _version(wanted=v),
        is_eager=True,
        help=word("help-version"),
    ),
) -> None:
    """Take the options that stand before a command's name."""
    del version
    ctx.obj = Settings(root, lang, programme, as_of)


def main() -> None:
    """Run the command line and leave with its status."""
    # No plugin of somebody else's environment has a say in what is valid, nor takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()  # a command is over before there is anything worth collecting
    prepare()
    status = run(sys.argv[1:])
    try:
        put("")  # what the option parser has written
    except ProstError as error:
        status = tell(error)
    gc.freeze()  # nor is it on the way out, where Python would look through all there is
    sys.exit(status)


def run(arguments: list[str]) -> int:  # noqa: PLR0911  a status for each kind of trouble
    """The exit status: 0 good, 1 a finding, 2 could not run, 70 our own fault."""
    try:
        app = application(arguments)
        if not arguments:
            app(args=["--help"], prog_name="prostcli", standalone_mode=False)
            return COULD_NOT_RUN
        return int(app(args=arguments, prog_name="prostcli", standalone_mode=False) or 0)
    except ProstError as error:
        return tell(error)
    except KeyboardInterrupt:
        return STOPPED
    except SystemExit:
        # The option parser's answer to a reader who has had enough of the help.
        abandon(sys.stdout)
        return 0
    except OSError as error:
        reason = error.strerror or type(error).__name__
        _say(f"{error.filename}: {reason}" if error.filename else reason)
        abandon(sys.stdout)
        return COULD_NOT_RUN
    except Exception as error:
        from prostcli.cli.usage import usage_message

        message = usage_message(error, spoken())
        if message is not None:
            _say(message)
            return COULD_NOT_RUN
        if os.environ.get("PROSTCLI_DEBUG"):
            raise
        _say(word("error-internal", code=_where(error)))
        return OUR_FAULT


def tell(error: ProstError) -> int:
    """One line on what stopped us, and the way out."""
    diagnostics = getattr(error, "diagnostics", ())
    if diagnostics:
        from prostcli.output.concise import headline
        from prostcli.output.findings import Findings

        findings = Findings(tuple(diagnostics), (), spoken(), lambda p: p, lambda _p, _n: "")
        for diagnostic in diagnostics[:20]:
            say(headline(diagnostic, findings))
    _say(reason(error))
    return error.status


def reason(error: ProstError) -> str:
    """What stopped us, and the way out, as it can be told anywhere."""
    text, hint = spoken().error(error.code, error.facts)
    return tellable(f"{text} {hint}".strip())


def _say(text: str) -> None:
    say(f"prostcli: {text}")


def _where(error: Exception) -> str:
    """A short code for the place in the program that failed, the same each time."""
    steps = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{os.path.basename(code.co_filename)}:{code.co_name}")  # noqa: PTH119
        trace = trace.tb_next
    return f"{type(error).__name__}-{zlib.crc32('|'.join(steps[-3:]).encode()):08x}"
