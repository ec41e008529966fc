"""How wide the columns of a table should be, for a form that gives them all the same."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from prostcli.documents.tree import words

_BREAK = re.compile(r"[^\S\u00a0]+")
_LONGEST_WORD = 18
_LONGEST_TEXT = 90


def measured(table: Element) -> None:
    """Say how wide each column is, as a share of the table, by the texts that stand in it.

    A column is at least as wide as its longest word, and a long text gets more room than a short.
    """
    needs: dict[int, float] = {}
    below: dict[int, int] = {}  # columns that a cell of an earlier row goes on in, and how far
    for row in table.iter("tr"):
        at = 0
        for cell in row:
            while below.get(at, 0):
                below[at] -= 1
                at += 1
            span = int(cell.get("colspan", "1"))
            if span == 1:
                needs[at] = max(needs.get(at, 0.0), _need(words(cell)))
            for column in range(at, at + span):
                below[column] = int(cell.get("rowspan", "1")) - 1
            at += span
    whole = sum(needs.values())
    if not whole:
        return
    group = Element("colgroup")
    for at in range(max(needs) + 1):
        share = needs.get(at, 0.0) / whole
        SubElement(group, "col", {"style": f"width: {100 * share:.1f}%"})
    table.insert(1 if table.find("caption") is not None else 0, group)


def _need(text: str) -> float:
    longest = max(map(len, _BREAK.split(text)), default=0)
    return max(min(longest, _LONGEST_WORD) + 3, min(len(text), _LONGEST_TEXT) / 2.2)
