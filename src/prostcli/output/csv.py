"""Tables as CSV, in the dialect of whoever opens them, none of their cells a formula."""

import csv as standard
import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

Dialect: TypeAlias = Literal["open", "excel"]
"""`open`: as RFC 4180 has it, with commas, for programs. `excel`: what a Swedish Excel opens right
by itself, with semicolons and a sign first (BOM) that tells that it is UTF-8."""
DIALECTS: dict[str, Dialect] = {"csv": "open", "csv-excel": "excel"}
"""By the format that a command is asked for."""
_SEPARATORS: dict[Dialect, str] = {"open": ",", "excel": ";"}
_STARTS: dict[Dialect, str] = {"open": "", "excel": "\ufeff"}
_FORMULA = re.compile(r"^(?=[=+\-@\t\r\n])|(?<=[;,\t\r\n])(?=[=@]|[+-]\S)")


def written(
    columns: Iterable[str], rows: Iterable[Iterable[object]], dialect: Dialect = "open"
) -> str:
    """The table, to be written as UTF-8. Lines end with LF in both dialects."""
    lines = _Lines()
    # Of the signs that end lines csv quotes only those of its own, so it has both.
    writer = standard.writer(lines, delimiter=_SEPARATORS[dialect], lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([inert(value) for value in row] for row in rows)
    return _STARTS[dialect] + "".join(lines)


class _Lines(list[str]):
    """What csv writes to, line by line."""

    def write(self, line: str) -> None:
        self.append(line.removesuffix("\r\n") + "\n")


def inert(value: object) -> str:
    """A value that a spreadsheet takes for text or a number, and never for a formula to work out.

    Of ids, dates and numbers none begins like one; what begins like one gets an apostrophe. So does
    what would begin like one if the file were parted at other signs than its own.
    """
    return _FORMULA.sub("'", str(value))
