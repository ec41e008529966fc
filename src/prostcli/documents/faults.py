"""What is wrong in a template of somebody's own, told without the words of Jinja and Python."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jinja2 import TemplateSyntaxError


class Fault(NamedTuple):
    """What is wrong, and with what."""

    variant: str
    """Of the message `bad-template`. Empty: a value is used for what it cannot be used for."""
    name: str = ""
    """What the template asks for, opens or has there; empty where that says nothing."""


_SAID: Final = tuple(
    (variant, re.compile(pattern, re.DOTALL))
    for variant, pattern in (
        ("unclosed", r"Unexpected end of template.*needs to be closed is '(\w+)'"),
        ("tag", r"Encountered unknown tag '(\w+)'"),
        ("tag", r"(\w+) cannot be used$"),
        ("sum", r"(\*+) cannot be used$"),
        ("depth", r"so (much) within each other cannot be used$"),
        ("filter", r"No filter named '(.+)'"),
        ("test", r"No test named '(.+)'"),
        ("name", r"the template .* does not export the requested name '(.+)'$"),
        ("name", r"'(.+)' is undefined$"),
        ("name", r".* has no (?:attribute|element) '?(.+?)'?$"),
        ("unsafe", r"access to attribute '(.+)' of .* is unsafe"),
        ("call", r"\S+ (cannot be called)$"),
        ("call", r".*(?:takes|missing|unexpected keyword) .*(argument)"),
    )
)
"""How Jinja and Python say it; what has no name of the template's own is not told."""
_NAMELESS: Final = frozenset({"call", "depth"})
_SIGN: Final = re.compile(r".*(?:got|unexpected(?: char)?) (['\"])(\S+)\1(?: at \d+)?$", re.DOTALL)
_LONGEST = 200


def fault(error: Exception) -> Fault:
    """What an error says is wrong in the template that it comes from."""
    said = str(error)
    if isinstance(error, KeyError) and error.args:
        return Fault("name", beginning(str(error.args[0])))
    for variant, pattern in _SAID:
        found = pattern.match(said)
        if found is not None and not _is_values(error, variant):
            return Fault(variant, "" if variant in _NAMELESS else beginning(found[1]))
    if isinstance(error, TemplateSyntaxError):
        sign = _SIGN.match(said)
        return Fault("sign", beginning(sign[2])) if sign is not None else Fault("syntax")
    return Fault("")


def _is_values(error: Exception, variant: str) -> bool:
    """Whether a filter found a value to be of another kind: it asked for a name, no template."""
    return isinstance(error, AttributeError) and variant == "name"


def beginning(name: str) -> str:
    """A name as a sentence can hold it: it can be as long as a whole document."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
