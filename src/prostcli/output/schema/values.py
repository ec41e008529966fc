"""What may stand where ids and fixed words are wanted, each with the words for it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias

from prostcli.language import Language
from prostcli.model.material import Material

Node: TypeAlias = dict[str, Any]

OBLIGATION, BOARD, OUTCOME = "obligation", "board", "outcome"
PARTNER, QUESTION, DUTY = "partner", "question", "duty"


class Value(NamedTuple):
    """A value that may stand somewhere, and what it means."""

    value: str
    words: str


# What each key names. A file's own ids are left open: one more can be written and pointed at.
NAMES: Final[dict[tuple[str, str], str]] = {
    **{(kind, "board"): BOARD for kind in ("Plan", "Report", "Baseline")},
    ("Decision", "by"): BOARD,
    ("PlanEntry", "obligation"): OBLIGATION,
    ("Activity", "also"): OBLIGATION,
    ("Activity", "with"): BOARD,
    ("Answer", "question"): QUESTION,
    ("ReportEntry", "obligation"): OBLIGATION,
    ("ReportEntry", "duty"): DUTY,
    ("ReportEntry", "outcome"): OUTCOME,
    ("ReportEntry", "partners"): PARTNER,
    ("Done", "to"): BOARD,
    ("BaselineEntry", "obligation"): OBLIGATION,
    ("BaselineEntry", "duty"): DUTY,
    ("Programme", "owner"): BOARD,
    ("Transfer", "obligations"): OBLIGATION,
    ("Obligation", "section"): "section",
    ("Obligation", "nature"): "nature",
    ("Obligation", "partners"): PARTNER,
    ("Obligation", "client_counts_from"): BOARD,
    ("Obligation", "amendment"): "amendment",
    ("Amendment", "obligation"): OBLIGATION,
    ("Assignment", "obligations"): OBLIGATION,
    ("WriteOff", "obligations"): OBLIGATION,
    ("PlannedActivity", "board"): BOARD,
    ("Earlier", "board"): BOARD,
    ("Addressee", "board"): BOARD,
    ("Addressee", "group"): "group",
    ("GoalLink", "goals"): "goal",
    ("Duty", "decision"): "decision",
    ("Duty", "partners"): PARTNER,
    ("DutyAddressee", "board"): BOARD,
    ("DutyAddressee", "group"): "group",
    ("Relation", "obligation"): OBLIGATION,
    ("GoalWords", "goal"): "goal",
    ("SectionWords", "section"): "section",
    ("DutyWords", "duty"): DUTY,
    ("Conclusion", "obligation"): OBLIGATION,
}


class Values:
    """The edition's ids, and the words for the tool's own."""

    def __init__(self, material: Material, language: Language) -> None:
        self.material = material
        self.language = language

    def of(self, what: str) -> tuple[Value, ...]:
        """Every id of that sort, in the order of its file."""
        found: dict[str, Callable[[], Iterable[Value]]] = {
            OBLIGATION: self._obligations,
            BOARD: self._boards,
            PARTNER: self._partners,
            QUESTION: self._questions,
            DUTY: self._duties,
            OUTCOME: self._outcomes,
            "goal": self._goals,
            "section": self._sections,
            "nature": self._natures,
            "decision": self._decisions,
            "amendment": self._amendments,
            "group": self._groups,
        }
        return tuple(found[what]())

    def _obligations(self) -> Iterator[Value]:
        words = self.language.words
        for o in self.material.obligations:
            yield Value(o.id, f"{words(o.label)}. {o.text}")

    def _boards(self) -> Iterator[Value]:
        for board in self.material.register.boards:
            names = ", ".join(n.name for n in board.names)
            start, end = board.valid.start, board.valid.end
            when = f" ({start or ''}–{end or ''})" if start or end else ""
            yield Value(board.id, f"{names}{when}")

    def _partners(self) -> Iterator[Value]:
        for p in self.material.programme.partners:
            yield Value(p.id, self.language.words(p.name))

    def _questions(self) -> Iterator[Value]:
        for q in self.material.programme.questions:
            yield Value(q.id, self.language.words(q.text))

    def _duties(self) -> Iterator[Value]:
        for d in self.material.duties_file.value.duties:
            yield Value(d.id, self.language.words(d.label))

    def _outcomes(self) -> Iterator[Value]:
        """The values of every scale; of one that is in several, the words of each."""
        found: dict[str, list[str]] = {}
        words = self.language.words
        for scale in self.material.programme.scales.values():
            for o in scale:
                said = found.setdefault(o.value, [])
                text = f"{words(o.label)}: {words(o.meaning)}"
                if text not in said:
                    said.append(text)
        for value, said in found.items():
            yield Value(value, " / ".join(said))

    def _goals(self) -> Iterator[Value]:
        for g in self.material.programme.goals:
            yield Value(g.id, self.language.words(g.label))

    def _sections(self) -> Iterator[Value]:
        for s in self.material.programme.sections:
            yield Value(s.id, self.language.words(s.label))

    def _natures(self) -> Iterator[Value]:
        for n in self.material.programme.natures:
            yield Value(n.id, self.language.words(n.label))

    def _decisions(self) -> Iterator[Value]:
        for d in self.material.programme.decisions:
            yield Value(d.id, self.language.words(d.summary))

    def _amendments(self) -> Iterator[Value]:
        for a in self.material.programme.amendments:
            yield Value(a.id, a.text or self.language.words(a.target))

    def _groups(self) -> Iterator[Value]:
        for g in self.material.register.groups:
            yield Value(g.id, self.language.words(g.label))

    def choice(self, key: str, value: str) -> str:
        """The words for a value that the tool itself has, as a result or what a figure counts."""
        terms = self.language.terms
        if key == "result":
            return terms.get(value, "")
        if key in ("women", "men"):
            key = "value"
        return terms.get(f"choice-{key}-{value}") or terms.get(f"scaffold-{key}-{value}", "")


def explain(node: Node, values: Iterable[Value]) -> None:
    """The words for each value, under both of the names that editors read."""
    said = [v.words for v in values]
    if any(said):
        node["enumDescriptions"] = said
        marked = [markdown(s) for s in said]
        if marked != said:
            node["markdownEnumDescriptions"] = marked


def markdown(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|~" else c for c in text)
