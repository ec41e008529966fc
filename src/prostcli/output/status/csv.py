"""The status as CSV: a line a cell."""

from prostcli.assessment.cells import Assessment, Cell
from prostcli.output.csv import Dialect, written
from prostcli.source import Locate

COLUMNS = (
    "programme", "as_of", "obligation", "board", "year", "plan_expected", "report_expected",
    "plan_due", "report_due", "plan", "report", "outcome", "preliminary", "status", "path", "line",
)  # fmt: skip


def csv(
    assessment: Assessment, cells: tuple[Cell, ...], locate: Locate, dialect: Dialect = "open"
) -> str:
    """The columns that README.md promises.

    `path` and `line` are the last source: the report's entry where there is one.
    """
    return written(COLUMNS, (_row(assessment, cell, locate) for cell in cells), dialect)


def _row(assessment: Assessment, cell: Cell, locate: Locate) -> tuple[object, ...]:
    expected = cell.expected
    source = cell.sources[-1] if cell.sources else None
    return (
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
