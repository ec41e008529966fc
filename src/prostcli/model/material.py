"""Everything that an edition's files hold, read and found to be of the right shape."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, Literal, TypeAlias, TypeVar

from prostcli.model.boards import Board, Group, Register
from prostcli.model.obligations import Duties, Obligation, Obligations
from prostcli.model.programme import Programme, Section
from prostcli.model.review import ReviewWords
from prostcli.model.submissions import Submission
from prostcli.source import Place, Pointer

Kind: TypeAlias = Literal["plan", "report", "baseline"]
Seal: TypeAlias = Literal["none", "intact", "broken"]
"""Whether a file has a fingerprint, and whether it is still that of the file's content."""

T = TypeVar("T")
S_co = TypeVar("S_co", bound=Submission, covariant=True)


@dataclass(frozen=True, slots=True)
class Filed(Generic[T]):
    """What one file of the programme says, and the path it came from."""

    path: str
    value: T

    def place(self, *pointer: str | int, on_key: bool = False) -> Place:
        """A place in that file."""
        return Place(self.path, pointer, on_key)


@dataclass(frozen=True, slots=True)
class Slot:
    """What a submission's path says that it is: `reports/EDITION/BOARD/YEAR-KIND[-N].yaml`."""

    path: str
    board: str
    year: int
    kind: Kind
    version: int = 1
    """1 for the first file, 2 for `2007-report-2.yaml`."""


@dataclass(frozen=True, slots=True)
class Submitted(Generic[S_co]):
    """A submission and where it is filed."""

    slot: Slot
    value: S_co
    seal: Seal = "none"

    @property
    def path(self) -> str:
        """The file, relative to the workspace's root."""
        return self.slot.path

    @property
    def in_its_place(self) -> bool:
        """Whether the content is what the path says. If not, nothing in it is counted."""
        value, slot = self.value, self.slot
        return (value.kind, value.board, value.year) == (slot.kind, slot.board, slot.year)

    def place(self, *pointer: str | int, on_key: bool = False) -> Place:
        """A place in that file."""
        return Place(self.path, pointer, on_key)


@dataclass(frozen=True)
class Material:
    """One edition: the programme's files, what the boards submitted, and what could not be read."""

    edition: str
    programme_file: Filed[Programme]
    register_file: Filed[Register]
    obligations_file: Filed[Obligations]
    duties_file: Filed[Duties]
    review_file: Filed[ReviewWords] | None = None
    submitted: tuple[Submitted[Submission], ...] = ()
    refused: tuple[Slot, ...] = field(default=())
    """Submissions that the reader or the schema refused."""
    programme_paths: tuple[str, ...] = ()
    """The programme's files that are there; `duties.yaml` and `review.yaml` need not be."""
    known: tuple[Obligation, ...] | None = None
    """The measures as they were on a day; None: as the files have them."""

    @property
    def programme(self) -> Programme:
        """What `programme.yaml` says."""
        return self.programme_file.value

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """The measures, in the order of the paper."""
        return self.known if self.known is not None else self.obligations_file.value.obligations

    @property
    def register(self) -> Register:
        """What `boards.yaml` says."""
        return self.register_file.value

    @cached_property
    def boards(self) -> dict[str, Board]:
        """The boards by id, in the register's order."""
        return {b.id: b for b in self.register.boards}

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The groups by id."""
        return {g.id: g for g in self.register.groups}

    @cached_property
    def obligation(self) -> dict[str, Obligation]:
        """The measures by id."""
        return {o.id: o for o in self.obligations}

    @cached_property
    def sections(self) -> dict[str, Section]:
        """The sections by id."""
        return {s.id: s for s in self.programme.sections}

    @cached_property
    def obligation_place(self) -> dict[str, Pointer]:
        """Where each measure stands in its file."""
        written = self.obligations_file.value.obligations
        return {o.id: ("obligations", i) for i, o in enumerate(written)}

    @cached_property
    def board_order(self) -> dict[str, int]:
        """The register's order, for sorting."""
        return {b.id: i for i, b in enumerate(self.register.boards)}

    def members(self, group: str) -> Iterator[Board]:
        """The boards of a group, whenever they existed, in the register's order."""
        found = self.groups.get(group)
        for board in self.register.boards:
            if group in board.groups or (found is not None and found.everyone):
                yield board

    def successors(self, board: str) -> list[Board]:
        """The boards that it named as its successors."""
        found = self.boards.get(board)
        return [self.boards[s] for s in (found.successors if found else ()) if s in self.boards]

    def before(self, board: str) -> list[Board]:
        """Every board whose duties it has come to have, the nearest first."""
        return _line(board, self.predecessors)

    def after(self, board: str) -> list[Board]:
        """Every board that has come to have its duties, the nearest first."""
        return _line(board, self.successors)

    def predecessors(self, board: str) -> list[Board]:
        """The boards that named it as a successor."""
        return [b for b in self.register.boards if board in b.successors]


def _line(board: str, onward: Callable[[str], list[Board]]) -> list[Board]:
    """The boards that lead on from one, each once."""
    found = onward(board)
    for one in found:
        found += [b for b in onward(one.id) if b not in found and b.id != board]
    return found
