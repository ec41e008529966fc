"""Files beside the programme's own that are surely meant for one of them."""

import re
from collections.abc import Callable, Collection
from typing import Final

from prostcli.diagnostic import Facts
from prostcli.load.files import Unreadable

_SLIPS: Final = 2
"""So many letters may be wrong in a name: `dutys`, `obligatons`; not `review-draft`."""
_SURE: Final = re.compile(r"\.ya?ml?(\.txt)?(\.orig|\.bak|~)?$")
"""How a YAML file's name ends, rightly or with a slip, and as a copy is marked.

A `.rej` of a merge holds what was left out, and is no copy.
"""
_UNSURE: Final = re.compile(r"(\.txt)?(\.orig|\.bak|~)?$")
_WORDS: Final = re.compile(r"[-_. ]+")
_KIND: Final = re.compile(rb"^kind:[ ]*['\"]?([a-z]+)", re.MULTILINE)


def misspelt(path: str, lacking: Collection[str], read: Callable[[], bytes]) -> Facts | None:
    """Which file of the programme's a stray one is meant for, if any.

    One that is called as it, but for capitals and the ending of a YAML file, is meant for it. One
    that is nearly called so may be something else (`preview.yaml`, `review.txt`): it is meant for
    it where it says so in its `kind`. What is only like it (`review-draft.yaml`) never is.

    `lacking`: the names, without ending, of those that are not there; with the file itself in its
    place, another beside it is a copy. The stray is read as nothing, and figures without it would
    be those of another programme.
    """
    name = path.rpartition("/")[2].lower()
    sure = _SURE.search(name)
    stem = name[: sure.start()] if sure else _UNSURE.sub("", name, count=1)
    meant = next((m for m in sorted(lacking) if _within(stem, m, _SLIPS)), None)
    if meant is None or not ((sure and stem == meant) or _said(read) == meant):
        return None
    return {"variant": "misspelt", "meant": f"{meant}.yaml"}


def is_beside(path: str, names: Collection[str]) -> bool:
    """Whether a file bears the name of one of the programme's and more: `review-draft.yaml`."""
    words = _WORDS.split(path.rpartition("/")[2].lower().rpartition(".")[0])
    return len(words) > 1 and not {*words}.isdisjoint(names)


def _said(read: Callable[[], bytes]) -> str:
    """The file's own `kind`."""
    try:
        found = _KIND.search(read())
    except Unreadable:
        return ""
    return found[1].decode() if found is not None else ""


def _within(one: str, other: str, slips: int) -> bool:
    """Whether one word becomes the other by so many letters changed, added or left out."""
    if one == other:
        return True
    if slips == 0 or abs(len(one) - len(other)) > slips:
        return False
    if one[:1] == other[:1]:
        return _within(one[1:], other[1:], slips)
    return any(_within(one[a:], other[b:], slips - 1) for a, b in ((1, 1), (1, 0), (0, 1)))
