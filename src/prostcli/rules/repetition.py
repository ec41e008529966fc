"""Texts that stand word for word in more than one file: a hint to the reader, never a fault."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from prostcli.assessment.activities import joint
from prostcli.assessment.submissions import Current
from prostcli.diagnostic import Finding, Severity
from prostcli.model.submissions import Plan, Report
from prostcli.rules.rule import Scene, rule
from prostcli.source import Place, Pointer

SHORTEST = 40
"""Characters of a text that is worth comparing: shorter ones are alike by chance."""

_Owner: TypeAlias = tuple[str, int]
"""Who wrote it and for which year; of a joint activity the first board that takes part."""
_Together: TypeAlias = dict[tuple[str, int, str], tuple[str, ...]]
"""The boards that do an activity together, by board, year and id."""
_TOLD = ("summary", "evidence", "effect", "obstacles", "reason", "next_steps")
"""The texts of a report's entry."""


@rule("PRO312", "repeated-text", Severity.NOTE)
def repeated_text(scene: Scene) -> Iterator[Finding]:
    """The same text stands, word for word, in an earlier year's file or in another board's file.

    It may be right: some work goes on as before. But a reader wonders whether it was thought over,
    so say what was new this year and what is the board's own. Only texts of at least forty
    characters are compared. A correction and what it corrects are not compared, nor the plan and
    the report of one board and year, nor what several boards plan together (the same id, and each
    names the other under `with`), nor an activity that says what it `continues`.
    """
    files = _files(scene)
    again = _told_again(files)
    seen: dict[str, _Seen] = {}
    together = _together(scene) if again else {}
    for current in files if again else ():
        here: set[str] = set()
        for text in _texts(current, scene, together):
            words = _line(text.words)
            if len(words) < SHORTEST or hash(words) not in again or words in here:
                continue
            here.add(words)
            before = seen.setdefault(words, _Seen())
            first, count = before.by_others(text.owner)
            if first is not None:
                facts = {
                    "first": first.place,
                    "more": count - 1,
                    "variant": "more" if count > 1 else None,
                }
                yield Finding(text.place, facts)
            before.add(text)


def _told_again(files: list[Current]) -> set[int]:
    """The hashes of the texts that stand more than once: most stand once and need no more care."""
    once: set[int] = set()
    again: set[int] = set()
    for current in files:
        for words in _words(current.file.value):
            if words is not None and len(words) >= SHORTEST:
                found = hash(_line(words))
                (again if found in once else once).add(found)
    return again


def _line(words: str) -> str:
    """A text on one line, however it was folded. Most are that already."""
    odd = "  " in words or "\n" in words or "\t" in words
    return " ".join(words.split()) if odd else words


def _words(submission: Plan | Report) -> Iterator[str | None]:
    """Every text that can be told, without its place: where it stands is asked only of a few."""
    if isinstance(submission, Plan):
        for entry in submission.entries:
            yield entry.ongoing
            yield entry.no_activity
            for activity in entry.activities or ():
                yield activity.text
    else:
        for told in submission.entries:
            yield from map(told.__getattribute__, _TOLD)
            for done in told.activities:
                yield done.text
                yield done.comment
    for answer in submission.answers:
        yield answer.text


class _Text(NamedTuple):
    words: str
    place: Place
    owner: _Owner


@dataclass
class _Seen:
    """Where a text has stood so far: enough to answer without looking through all of it again."""

    first: _Text | None = None
    first_of_another: _Text | None = None
    """The first whose owner is not that of `first`."""
    counts: Counter[_Owner] = field(default_factory=Counter)

    def add(self, text: _Text) -> None:
        self.counts[text.owner] += 1
        if self.first is None:
            self.first = text
        elif self.first_of_another is None and text.owner != self.first.owner:
            self.first_of_another = text

    def by_others(self, owner: _Owner) -> tuple[_Text | None, int]:
        """The first place that is not the owner's, and how many such there are."""
        first = self.first
        if first is not None and first.owner == owner:
            first = self.first_of_another
        return first, self.counts.total() - self.counts[owner]


def _files(scene: Scene) -> list[Current]:
    """What counts in the end, in the order of years, plans before reports, then of boards."""
    standings, order = scene.assessment.standings, scene.material.board_order
    found = (*standings.plans.values(), *standings.reports.values())
    return sorted(
        found,
        key=lambda c: (
            c.file.slot.year,
            c.file.slot.kind,
            order.get(c.file.slot.board, len(order)),
            c.file.path,
        ),
    )


def _texts(current: Current, scene: Scene, together: _Together) -> Iterator[_Text]:
    """What a board has written in its own words."""
    file, submission = current.file, current.file.value
    own = (file.slot.board, file.slot.year)
    found = _planned(submission) if isinstance(submission, Plan) else _reported(submission)
    for pointer, words, activity in found:
        owner = _owner(scene, together, own, activity)
        yield _Text(words, file.place(*pointer), owner)
    for index, answer in enumerate(submission.answers):
        yield _Text(answer.text, file.place("answers", index, "text"), own)


_Found: TypeAlias = Iterator[tuple[Pointer, str, str | None]]
"""Where, what, and the id of the activity that it is about."""


def _planned(plan: Plan) -> _Found:
    for index, entry in enumerate(plan.entries):
        for at, activity in enumerate(entry.activities or ()):
            if activity.continues is None:
                yield ("entries", index, "activities", at, "text"), activity.text, activity.id
        for key in ("ongoing", "no_activity"):
            words = getattr(entry, key)
            if words is not None:
                yield ("entries", index, key), words, None


def _reported(report: Report) -> _Found:
    for index, entry in enumerate(report.entries):
        for key in _TOLD:
            words = getattr(entry, key)
            if words is not None:
                yield ("entries", index, key), words, None
        for at, done in enumerate(entry.activities):
            for key in ("text", "comment"):
                words = getattr(done, key)
                if words is not None:
                    yield ("entries", index, "activities", at, key), words, done.id


def _together(scene: Scene) -> _Together:
    return joint(
        {
            (board, year, activity.id): activity.with_
            for board, year in scene.assessment.standings.plans
            if (plan := scene.assessment.standings.plan(board, year)) is not None
            for entry in plan.entries
            for activity in entry.activities or ()
        }
    )


def _owner(scene: Scene, together: _Together, own: _Owner, activity: str | None) -> _Owner:
    """The board itself; of what boards plan together the first of them."""
    board, year = own
    if activity is None:
        return own
    order = scene.material.board_order
    boards = together.get((board, year, activity), (board,))
    return min(boards, key=lambda b: order.get(b, len(order))), year


REPETITION = (repeated_text,)
