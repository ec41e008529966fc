"""The plans and reports as CSV: a line each."""

from collections.abc import Iterable, Iterator

from prostcli.assessment.cells import Assessment
from prostcli.output.csv import Dialect, written
from prostcli.output.submissions.view import Row

COLUMNS = (
    "programme", "as_of", "board", "year", "kind", "state", "due", "late", "date", "by", "how",
    "paragraph", "reference", "obligations", "silent_on", "path", "superseded",
    "flagged", "not_yet",
)  # fmt: skip


def csv(assessment: Assessment, rows: Iterable[Row], dialect: Dialect = "open") -> str:
    """The columns that README.md promises; several values in one are parted by spaces."""
    return written(COLUMNS, _rows(assessment, rows), dialect)


def _rows(assessment: Assessment, rows: Iterable[Row]) -> Iterator[tuple[object, ...]]:
    head = (assessment.material.edition, assessment.as_of.isoformat())
    for row in rows:
        handed, decision = row.handed, row.decision
        decided: tuple[object, ...] = ("", "", "", "", "")
        if decision is not None:
            decided = (
                decision.date, decision.by or handed.board, decision.how,
                decision.paragraph or "", decision.reference or "",
            )  # fmt: skip
        yield (
            *head, handed.board, handed.year, handed.kind, handed.state, handed.due or "",
            "true" if handed.late else "false", *decided, " ".join(handed.obligations),
            " ".join(handed.silent_on), row.paths[0] if row.paths else "", " ".join(row.paths[1:]),
            " ".join(row.flagged), " ".join(f.path for f in handed.later),
        )  # fmt: skip
