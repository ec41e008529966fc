"""What every chapter needs to know: the assessment, the language, names, and marks for sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from prostcli.assessment.activities import Commitment, Unplanned, commitments, unplanned
from prostcli.assessment.cells import Assessment, Cell, YearlyKind
from prostcli.assessment.disclosure import Disclosure, disclosure
from prostcli.assessment.flagged import Flagged
from prostcli.assessment.handed_in import HandedIn, handed_in
from prostcli.assessment.reversals import Reversal, reversals
from prostcli.documents.passages import first_letter
from prostcli.documents.provenance import UNKNOWN, Provenance
from prostcli.documents.sources import Source, Sources
from prostcli.language import Language
from prostcli.model.boards import Board
from prostcli.model.history import Touched
from prostcli.model.material import Material
from prostcli.model.obligations import Obligation
from prostcli.model.programme import Dissent, Programme
from prostcli.model.review import ReviewWords
from prostcli.source import Locate, Place, Pointer

if TYPE_CHECKING:
    from prostcli.documents.views.boards import BoardYear

NOTHING_WRITTEN = ReviewWords(kind="review")

Changed: TypeAlias = Mapping[tuple[str, str], Touched]
"""The commit that last changed each entry, by path and measure."""


class Said(NamedTuple):
    """What a board says, of which year, and where it stands."""

    board: str
    year: int
    text: str
    source: Source
    subject: str = ""
    """Id of the measure or the duty."""
    label: str = ""
    """What it is, in a word or two: an outcome, who stated it."""
    board_id: str = ""
    """The board's id, by which its page is found."""


class Written(NamedTuple):
    """The owner's own words."""

    text: str
    source: Source
    basis: str | None = None
    """How the owner knows."""


class DissentView(NamedTuple):
    """Who did not agree with a decision, by party."""

    kind: str
    parties: tuple[str, ...]


def dissents(found: Iterable[Dissent]) -> tuple[DissentView, ...]:
    """Everyone who did not agree with a decision."""
    return tuple(DissentView(d.kind, tuple(d.parties)) for d in found)


@dataclass(frozen=True)
class Context:
    """An assessment made ready for telling."""

    assessment: Assessment
    language: Language
    source: Sources
    provenance: Provenance = UNKNOWN
    """The files behind it."""
    changed: Changed = field(default_factory=dict)
    """Empty where there is no git, and for documents, which do not tell it."""

    @classmethod
    def of(
        cls,
        assessment: Assessment,
        language: Language,
        locate: Locate,
        provenance: Provenance = UNKNOWN,
    ) -> Context:
        """A context with a list of sources of its own."""
        return cls(assessment, language, Sources(assessment.material, locate), provenance)

    @property
    def material(self) -> Material:
        """Everything that the files hold."""
        return self.assessment.material

    @property
    def programme(self) -> Programme:
        """The programme."""
        return self.material.programme

    @property
    def words_of_owner(self) -> ReviewWords:
        """What the owner has written for the review.

        Nothing where there is no such file, nor before the day on which the owner decided it.
        """
        found = self.material.review_file
        if found is None:
            return NOTHING_WRITTEN
        decision = found.value.decision
        later = decision is not None and decision.date > self.assessment.as_of
        return NOTHING_WRITTEN if later else found.value

    @cached_property
    def handed(self) -> dict[tuple[str, int, YearlyKind], HandedIn]:
        """Every plan and report, expected or there."""
        return {(h.board, h.year, h.kind): h for h in handed_in(self.assessment)}

    @cached_property
    def reversals(self) -> tuple[Reversal, ...]:
        """What was met once and is told later not to be."""
        return tuple(reversals(self.assessment))

    @cached_property
    def flagged(self) -> dict[tuple[str, int, str], Flagged]:
        """What counts in spite of its errors, by board, year and kind."""
        return {(f.board, f.year, f.kind): f for f in self.assessment.flagged}

    def flagged_at(self, board: str, year: int, subject: str) -> tuple[str, ...]:
        """The codes of the errors in the entries of a measure or a duty, plan and report."""
        found = (self.flagged.get((board, year, kind)) for kind in ("plan", "report"))
        return tuple(dict.fromkeys(code for f in found if f is not None for code in f.at(subject)))

    @cached_property
    def edited(self) -> frozenset[str]:
        """The files that can be read but were changed after they had been sealed."""
        sealed = {s.path for s in self.material.submitted if s.seal == "broken"}
        return frozenset(s.path for s in self.assessment.invalid if s.path in sealed)

    @cached_property
    def disclosure(self) -> Disclosure:
        """What may be shown of each figure."""
        return disclosure(self.assessment)

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """What decided plans name."""
        return commitments(self.assessment)

    @cached_property
    def board_years(self) -> dict[tuple[str, int], BoardYear]:
        """Each board's year as it was told the first time (`boards.board_year`)."""
        return {}

    @cached_property
    def unplanned(self) -> tuple[Unplanned, ...]:
        """What decided reports tell of beside the plans."""
        return unplanned(self.assessment)

    @cached_property
    def cells_of(self) -> dict[str, tuple[Cell, ...]]:
        """The cells of each measure."""
        found: dict[str, list[Cell]] = {o.id: [] for o in self.material.obligations}
        for cell in self.assessment.cells:
            found[cell.obligation].append(cell)
        return {key: tuple(cells) for key, cells in found.items()}

    def words(self, words: dict[str, str] | None) -> str:
        """The programme's words in the language; empty where there are none."""
        return self.language.words(words) if words else ""

    def short(self, board: str) -> str:
        """A board's short name; its id where the register does not hold it."""
        found = self.material.boards.get(board)
        return found.short if found else board

    def shorts(self, boards: Iterable[str]) -> tuple[str, ...]:
        """Short names, each once, in the register's order."""
        order = self.material.board_order
        return tuple(
            self.short(b) for b in sorted(set(boards), key=lambda b: (order.get(b, len(order)), b))
        )

    def name(self, board: str, day: date) -> str:
        """What a board was called on a day."""
        found = self.material.boards.get(board)
        return found.name_on(day) if found else board

    def name_in(self, board: str, year: int) -> str:
        """What a board was called at the end of its part of a year of the term."""
        found = self.material.boards.get(board)
        return found.name_on(last_day(self, found, year)) if found else board

    @cached_property
    def owner(self) -> str:
        """The owner's name on the date."""
        return self.name(self.programme.owner, self.assessment.as_of)

    def subject(self, subject: str) -> str:
        """A few words on a measure or a duty."""
        obligation = self.material.obligation.get(subject)
        if obligation is not None:
            return self.words(obligation.label)
        duties = self.material.duties_file.value.duties
        return next((self.words(d.label) for d in duties if d.id == subject), "")

    def title(self, subject: str) -> str:
        """A measure by id and label, a duty by its label alone."""
        label = self.subject(subject)
        return f"{subject} {label}" if subject in self.material.obligation else label or subject

    def ref(self, subject: str) -> str:
        """How a measure, a section, a duty, a board or a group is referred to in running text."""
        if subject in self.material.obligation or subject in self.material.sections:
            return subject
        if subject in self.material.boards:
            return self.short(subject)
        if subject in self.material.groups:
            return first_letter(str.lower, self.words(self.material.groups[subject].label))
        return self.subject(subject) or subject

    def at_obligation(self, obligation: Obligation, *keys: str | int) -> Source:
        """The mark of a measure in its file."""
        pointer: Pointer = (*self.material.obligation_place[obligation.id], *keys)
        return self.source(Place(self.material.obligations_file.path, pointer))

    def at_programme(self, *pointer: str | int) -> Source:
        """The mark of a place in the programme's file."""
        return self.source(self.material.programme_file.place(*pointer))

    def at_register(self, *pointer: str | int) -> Source:
        """The mark of a place in the register."""
        return self.source(self.material.register_file.place(*pointer))

    def at_review(self, *pointer: str | int) -> Source:
        """The mark of a place in the owner's words."""
        found = self.material.review_file
        assert found is not None  # noqa: S101  only asked for what stands in it
        return self.source(found.place(*pointer))

    def written(self, key: str) -> Written | None:
        """A text of the owner's that stands by itself."""
        text = getattr(self.words_of_owner, key)
        return Written(text, self.at_review(key)) if text else None


def last_day(context: Context, board: Board, year: int) -> date:
    """The last day of a board's part of a year of the term."""
    end = date(year, 12, 31)
    if year in context.programme.term.years:
        end = context.programme.term.within(year)[1]
    return min(end, board.valid.end or end)
