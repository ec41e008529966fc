"""A change in words: what it is about, and what it was and is."""

import re
from collections.abc import Iterator
from datetime import date

from prostcli.assessment.cells import Assessment
from prostcli.assessment.differences import UNREADABLE, Change, Compared, Id, Side, Value
from prostcli.assessment.disclosure import KEYS, MASKED
from prostcli.language import Language
from prostcli.model.material import Material
from prostcli.output.caveats import Caveats, of_changed

LONGEST = 120
"""Signs of a text that are shown of what it was and is; a measure's is shown whole."""


def named(compared: Compared, side: Side) -> Caveats:
    """What is to be named of a state: of the plans and reports whose board and year changed."""
    changed = {(c.board, c.year) for c in compared.changes if c.board}
    return of_changed(side.assessment, changed)


class Words:
    """The words for the changes between two states of an edition, or between two editions."""

    def __init__(self, before: Assessment, after: Assessment, language: Language) -> None:
        self.before = before
        self.after = after
        self.language = language
        self.other_edition = before.material.edition != after.material.edition

    def heading(self, change: Change) -> str:
        """What the change is about."""
        term = self.language.term
        if change.area in ("plan", "report", "baseline"):
            facts = {"board": self.board(change.board), "year": change.year}
            return term(f"diff-{change.area}", path=change.path, **facts)
        if self.other_edition and change.area == "obligation":
            return term(f"diff-edition-{change.kind}")
        return term(f"diff-{change.area}")

    def line(self, change: Change) -> str:
        """What has changed, in a sentence."""
        text = str(getattr(self, f"_{change.area}", self._value)(change))
        return text if self._begins_with_name(change, text) else text[:1].upper() + text[1:]

    def _begins_with_name(self, change: Change, text: str) -> bool:
        """Whether the line begins with an id or a board's name: they stay as they are."""
        names = {*(k for k in change.keys if isinstance(k, Id)), self.board(change.board)}
        if change.area != "programme":
            names |= {change.subject, self.board(change.subject)}
        return any(n and re.match(rf"{re.escape(n)}(?!\w)", text) for n in names)

    def board(self, board: str) -> str:
        """A board's name of the day, as the later state has it."""
        for material in (self.after.material, self.before.material):
            if board in material.boards:
                return material.boards[board].short
        return board

    def before_and_after(self, change: Change) -> tuple[str, str]:
        """What it was and what it is, in short."""
        sides = ((change.before, self.before), (change.after, self.after))
        first, last = (self._said(change, value, seen) for value, seen in sides)
        return first, last

    def about(self, change: Change) -> str:
        """The ids and keys that say which value it is."""
        subject = self._key(change.subject) if change.area == "programme" else change.subject
        subject = self.board(subject) if change.area == "board" else subject
        parts = [subject] if subject else []
        keys = change.keys
        if change.area in ("plan", "report", "baseline") and change.subject:
            keys = keys[2:]
        elif change.area == "programme":
            keys = keys[1:]
        named = ", ".join(self._key(k) for k in keys)
        return ", ".join([*parts, named] if named else parts)

    def _outcome(self, change: Change) -> str:
        first, last = self.before_and_after(change)
        key = "diff-cell" if change.before and change.after else f"diff-cell-{change.kind}"
        return self.language.term(
            key, obligation=change.subject, board=self.board(change.board), year=change.year,
            before=first, after=last,
        )  # fmt: skip

    def _share(self, change: Change) -> str:
        return self.language.term(
            "diff-share-line", year=change.year, before=change.before, after=change.after
        )

    def _obligation(self, change: Change) -> str:
        if not self.other_edition:
            return self._value(change)
        term = self.language.term
        if change.kind == "changed":
            return term(
                "diff-succeeds", id=change.subject, earlier=change.keys[0], before=change.before,
                after=change.after,
            )  # fmt: skip
        if change.kind == "carried":
            return term("diff-carried", id=change.subject, earlier=change.keys[0],
                        text=change.after)  # fmt: skip
        return f"{change.subject} {change.after or change.before}"

    def _board(self, change: Change) -> str:
        if self.other_edition and not change.keys:
            return self.language.term(f"diff-board-{change.kind}", board=self.board(change.subject))
        return self._value(change)

    def _plan(self, change: Change) -> str:
        return self._submission(change)

    def _report(self, change: Change) -> str:
        return self._submission(change)

    def _submission(self, change: Change) -> str:
        term = self.language.term
        if not change.keys:
            decision = change.after if change.kind == "added" else change.before
            return term(f"diff-file-{change.kind}", state=self._state(decision))
        if change.keys == ("decision",):
            return term("diff-decision", before=self._state(change.before or {}),
                        after=self._state(change.after or {}))  # fmt: skip
        return self._value(change)

    def _state(self, decision: Value) -> str:
        term = self.language.term
        if decision == UNREADABLE:
            return term("invalid")
        if not decision:
            return term("draft")
        how = decision.get("how", "decided")
        return term(f"submission-{how}", day=date.fromisoformat(decision["date"]))

    def _value(self, change: Change) -> str:
        first, last = self.before_and_after(change)
        about = self.about(change)
        if change.kind == "added":
            return self.language.term("diff-value-added", about=about, after=last)
        if change.kind == "removed":
            return self.language.term("diff-value-removed", about=about, before=first)
        return self.language.term("diff-value", about=about, before=first, after=last)

    def _said(self, change: Change, value: Value, seen: Assessment) -> str:
        """A value as a reader wants it."""
        if value is None:
            return "–"
        material = seen.material
        status = change.area == "outcome" or change.keys[-1:] == ("outcome",)
        if status and change.subject in material.obligation:
            return self._status(material, change.subject, str(value))
        if change.area == "report" and value == MASKED and change.keys[-1] in KEYS:
            return ".."
        text = " ".join(_texts(value))
        whole = change.area == "obligation" and change.keys[-1:] in (("text",), ())
        return text if whole or len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"

    def _status(self, material: Material, obligation: str, status: str) -> str:
        nature = material.obligation[obligation].nature
        known = material.programme.outcome(nature, status) is not None
        if known or status in self.language.marks:
            return self.language.mark(material.programme, nature, status).label
        return status

    def _key(self, key: str) -> str:
        """A key in words; an id as it is."""
        found = None if isinstance(key, Id) else self.language.keys.get(key)
        return found.title.lower() if found else key


def _texts(value: Value) -> Iterator[str]:
    """The texts in a value, in order; of words in several languages those in Swedish.

    A board is told by its short name, and what has a label or a text by that.
    """
    if isinstance(value, dict):
        value = next(({k: value[k]} for k in ("short", "label", "text") if k in value), value)
        for key, inner in value.items():
            if not ("sv" in value and key != "sv"):
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    else:
        yield str(value)
