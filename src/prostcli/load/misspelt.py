"""Files beside the programme's own that are surely meant for one of them."""

import re
from collections.abc import Callable, Collection
from typing import Final

from prostcli.diagnostic import Facts
from prostcli.load.files import Unreadable

_NEAR: Final = 0.8
"""How alike a name is to the one that is meant: `board` and `boards`, `obligatons`, not `notes`."""
_KIND: Final = re.compile(rb"^kind:[ ]*['\"]?([a-z]+)", re.MULTILINE)


def misspelt(path: str, lacking: Collection[str], read: Callable[[], bytes]) -> Facts | None:
    """Which file of the programme's a stray one is meant for, if any: by its name or its `kind`.

    `lacking`: the names, without ending, of those that are not there; with the file itself in its
    place, another beside it is a copy. The stray is read as nothing, and figures without it would
    be those of another programme.
    """
    from difflib import get_close_matches  # rarely wanted, and felt when a command starts

    name = path.rpartition("/")[2].lower().removesuffix(".txt")
    stem, _, ending = name.rpartition(".")
    if ending not in ("yaml", "yml"):
        return None
    meant = next(iter(get_close_matches(stem, lacking, n=1, cutoff=_NEAR)), "")
    if not meant:
        try:
            said = _KIND.search(read())
        except Unreadable:
            return None
        meant = said[1].decode() if said is not None else ""
    return {"variant": "misspelt", "meant": f"{meant}.yaml"} if meant in lacking else None
