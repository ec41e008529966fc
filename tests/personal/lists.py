"""The lists of ways to write a personal datum, and of texts that are none: data files here.

Numbers are made when they are read: none stands in the repository.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tests.made_up import BORN, CO_ORDINATION, LAST, PERSONAL, with_check_digit

_HERE = Path(__file__).parent
_WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
MADE = {
    "b": BORN,
    "l": LAST,
    "c": CO_ORDINATION[:6],
    "k": CO_ORDINATION[6:],
    "apart": " ".join(PERSONAL),
    "apart4": " ".join(LAST),
    "dashed4": "-".join(LAST),
    "dotted4": ".".join(LAST),
    "pairs4": f"{LAST[:2]} {LAST[2:]}",
    "wide": PERSONAL.translate(_WIDE),
    "widedash": f"{BORN}-{LAST}".translate(_WIDE),
    "wideb": BORN.translate(_WIDE),
    "arabic": PERSONAL.translate(_ARABIC),
    "wrong": f"{LAST[:3]}{(int(LAST[3]) + 1) % 10}",
}
_PLACE = re.compile(r"\{(?:(\w+)|(\d{6}) (\d{3}))\}")


class Line(NamedTuple):
    """One text of a list, under its heading, as it is written there and as it is read."""

    heading: str
    written: str
    text: str


def lines(name: str) -> list[Line]:
    """The texts of a list, in its order."""
    heading = ""
    found = []
    for line in (_HERE / name).read_text(encoding="utf-8").split("\n"):
        if line.startswith("== "):
            heading = line[3:]
        elif line and not line.startswith("##"):
            found.append(Line(heading, line, _made(line)))
    return found


def _made(line: str) -> str:
    def one(place: re.Match[str]) -> str:
        if place[1]:
            return MADE.get(place[1], place[0])
        return with_check_digit(place[2] + place[3])[6:]

    text = _PLACE.sub(one, line).replace("\\n", "\n").replace("\\r", "\r")
    return re.sub(r"\\u([0-9a-f]{4})", lambda sign: chr(int(sign[1], 16)), text)
