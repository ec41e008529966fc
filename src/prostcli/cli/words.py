"""The words of the command line itself, chosen before any option has been parsed."""

import os
import sys

from prostcli.language import LANGUAGES, Language, language


def spoken() -> Language:
    """The language of help and of errors: `--lang`, else `PROSTCLI_LANG`, else Swedish."""
    arguments = sys.argv[1:]
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            wanted = arguments[index + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
        else:
            continue
        if wanted in LANGUAGES:
            return language(wanted)
    wanted = os.environ.get("PROSTCLI_LANG", "")
    return language(wanted if wanted in LANGUAGES else "sv")


def word(key: str, **facts: object) -> str:
    """A word or a sentence of the command line."""
    return spoken().term(key, **facts)
