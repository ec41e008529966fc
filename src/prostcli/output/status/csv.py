"""The status as CSV (RFC 4180, comma, UTF-8, LF): a line a cell."""

import csv as standard
import io

from prostcli.assessment.cells import Assessment, Cell
from prostcli.source import Locate

COLUMNS = (
    "programme", "as_of", "obligation", "board", "year", "plan_expected", "report_expected",
    "plan_due", "report_due", "plan", "report", "outcome", "preliminary", "status", "path", "line",
)  # fmt: skip


def csv(assessment: Assessment, cells: tuple[Cell, ...], locate: Locate) -> str:
    """The columns that README.md promises, none of them a formula to a spreadsheet.

    `path` and `line` are the last source: the report's entry where there is one.
    """
    out = io.StringIO()
    writer = standard.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for cell in cells:
        expected = cell.expected
        source = cell.sources[-1] if cell.sources else None
        values = (
            assessment.material.edition,
            assessment.as_of.isoformat(),
            cell.obligation,
            cell.board,
            cell.year,
            "true" if expected.plan_due else "false",
            "true" if expected.report_due else "false",
            expected.plan_due.isoformat() if expected.plan_due else "",
            expected.report_due.isoformat() if expected.report_due else "",
            cell.plan,
            cell.report,
            cell.outcome or "",
            cell.preliminary or "",
            cell.status,
            source.path if source else "",
            locate(source).line if source else "",
        )
        writer.writerow(inert(v) for v in values)
    return out.getvalue()


def inert(value: object) -> str:
    """A value that a spreadsheet takes for text or a number, and never for a formula to work out.

    Of ids, dates and numbers none begins like one; what begins like one gets an apostrophe.
    """
    text = str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text
