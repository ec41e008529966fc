"""A file as it grows: lines, comments, keys to fill in and keys that may be left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from prostcli.assessment.cells import Assessment, Cell
from prostcli.assessment.known import Wording, wordings_in
from prostcli.language import Language
from prostcli.model.boards import Board
from prostcli.model.material import Kind
from prostcli.model.obligations import Obligation
from prostcli.model.programme import Outcome
from prostcli.model.submissions import (
    Plan,
)
from prostcli.write.last_year import Past, pasts
from prostcli.write.text import WIDTH, comment

LONGEST = 1000
"""Signs of an earlier text that a comment quotes."""


def home(edition: str, board: str, year: int, kind: Kind) -> str:
    """Where the file belongs, from the workspace's root."""
    return f"reports/{edition}/{board}/{year}-{kind}.yaml"


@dataclass
class Sheet:
    """A file as it grows, line by line."""

    assessment: Assessment
    language: Language
    lines: list[str] = field(default_factory=list, init=False)

    def term(self, key: str, **facts: object) -> str:
        """A word or a sentence of a scaffold."""
        return self.language.term(f"scaffold-{key}", **facts)

    def blank(self) -> None:
        """An empty line, if there is none yet."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def add(self, line: str, indent: int = 0) -> None:
        """A line of our own: never a text that comes from a file."""
        self.lines.append(f"{' ' * indent}{line}")

    def note(self, text: str, indent: int = 0, lead: str = "", longest: int | None = None) -> None:
        """A text as a comment."""
        self.lines += comment(text, indent, lead, longest)

    def say(self, key: str, indent: int = 0, lead: str = "", **facts: object) -> None:
        """A sentence of ours as a comment."""
        self.note(self.term(key, **facts), indent, lead)

    def empty(self, key: str, indent: int) -> None:
        """A text that has to be written, and a line to write it on."""
        self.add(f"{key}: >-", indent)
        self.add("")

    def ask(self, key: str, indent: int, question: str | None = None, **facts: object) -> None:
        """The question to a key, and the key with nothing under it."""
        self.note(self.term(f"ask-{question or key}", **facts), indent)
        self.empty(key, indent)

    def offer(
        self,
        key: str,
        indent: int,
        shown: str = ">-",
        question: str | None = None,
        **facts: object,
    ) -> None:
        """A key that may be left out, as a comment: with a placeholder that nothing accepts."""
        asked = self.term(f"ask-{question or key}", **facts)
        line = f"{' ' * indent}# {key}: {shown}"
        if len(line) + len(asked) + 4 <= WIDTH:
            self.add(f"{line}  # {asked}")
        else:
            self.note(asked, indent)
            self.add(line)

    def inside(self, text: str, margin: str) -> None:
        """A comment within a block that is itself a comment, for when the block is made use of."""
        self.lines += [f"# {margin}{line}" for line in comment(text, 0, longest=LONGEST)]

    def heading(self, text: str, indent: int, rule: str) -> None:
        """A comment with a rule drawn to the margin."""
        [line, *rest] = comment(text, indent, f"{rule * 4} ")
        self.add(f"{line} {rule * (WIDTH - len(line) - 1)}".rstrip() if not rest else line)
        self.lines += rest


@dataclass
class Page(Sheet):
    """A plan, a report or a baseline, and what it is made from."""

    kind: Kind
    board: Board
    year: int
    cells: tuple[Cell, ...]
    used: set[str] = field(default_factory=set)
    """Ids of activities that the file has already."""
    explained: set[str] = field(default_factory=set)
    """Transfers that have been told of in full."""

    @cached_property
    def pasts(self) -> list[Past]:
        """What was planned and reported before."""
        return pasts(self.assessment, self.board.id, self.year)

    @cached_property
    def plan(self) -> Plan | None:
        """This year's plan, for the report."""
        return self.assessment.standings.plan(self.board.id, self.year)

    @property
    def last_day(self) -> date:
        """The last day of the year that the programme and the board both see."""
        last = self.assessment.material.programme.term.within(self.year)[1]
        return min(last, self.board.valid.end or last)

    @cached_property
    def due_day(self) -> date:
        """The earliest day that anything in the file is due."""
        expected = [c.expected for c in self.cells]
        days = [e.plan_due if self.kind == "plan" else e.report_due for e in expected]
        return min(d for d in days if d is not None)

    def name(self, board: str) -> str:
        """A board's name that year."""
        found = self.assessment.material.boards.get(board)
        return found.name_on(self.last_day) if found else board

    def name_on(self, board: str, day: date) -> str:
        """A board's name on a day."""
        found = self.assessment.material.boards.get(board)
        return found.name_on(day) if found else board

    def obligation(self, cell: Cell) -> Obligation:
        """The measure that a cell is about."""
        return self.assessment.material.obligation[cell.obligation]

    def wordings(self, obligation: Obligation) -> tuple[Wording, ...]:
        """The measure's texts in the file's year, the one that the year ends with last."""
        assessment = self.assessment
        return wordings_in(assessment.material, obligation.id, self.year, assessment.as_of)

    def scale(self, obligation: Obligation) -> tuple[Outcome, ...]:
        """The outcomes that a measure is judged by."""
        return self.assessment.material.programme.scale(obligation.nature)

    def new_id(self, obligation: str) -> str:
        """An id that the file does not have."""
        stem = obligation.replace(".", "-")[:58].strip("-") or "a"
        number = 1
        while f"{stem}-{number}" in self.used:
            number += 1
        self.used.add(f"{stem}-{number}")
        return f"{stem}-{number}"

    def expects(self, obligation: str) -> bool:
        """Whether the file is to answer that measure."""
        return any(c.obligation == obligation for c in self.cells)
