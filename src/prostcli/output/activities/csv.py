"""The ledger as CSV: a line an activity."""

from collections.abc import Iterator

from prostcli.assessment.activities import Commitment, Unplanned
from prostcli.assessment.cells import Assessment
from prostcli.output.csv import Dialect, written
from prostcli.source import Locate

COLUMNS = (
    "programme", "as_of", "board", "year", "obligation", "also", "planned", "id", "text", "due",
    "fate", "late", "date", "to", "follow_up", "joint", "path", "line",
)  # fmt: skip


def csv(
    assessment: Assessment,
    found: tuple[Commitment, ...],
    beside: tuple[Unplanned, ...],
    locate: Locate,
    dialect: Dialect = "open",
) -> str:
    """The columns that README.md promises; several values in one are parted by spaces.

    `path` and `line` are those of the answer where there is one, else of the plan. What was done
    without being planned comes last, with `planned` false.
    """
    return written(COLUMNS, _rows(assessment, found, beside, locate), dialect)


def _rows(
    assessment: Assessment,
    found: tuple[Commitment, ...],
    beside: tuple[Unplanned, ...],
    locate: Locate,
) -> Iterator[tuple[object, ...]]:
    head = (assessment.material.edition, assessment.as_of.isoformat())
    for one in found:
        activity, done = one.activity, one.done
        place = one.answered or one.planned
        yield (
            *head, one.board, one.year, one.obligation, " ".join(activity.also), "true",
            activity.id, activity.text, activity.due or "", one.fate,
            {True: "true", False: "false", None: ""}[one.late],
            (done and done.date) or "", (done and done.to) or "", one.follow_up,
            " ".join(one.joint), place.path, locate(place).line,
        )  # fmt: skip
    for told in beside:
        yield (
            *head, told.board, told.year, told.subject, "", "false", "",
            told.done.text or "", "", told.done.result.value, "",
            told.done.date or "", told.done.to or "", "", "", told.place.path,
            locate(told.place).line,
        )  # fmt: skip
