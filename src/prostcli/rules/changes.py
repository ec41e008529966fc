"""A plan or report that was decided, and that a change rewrites or takes away.

There is no function for it among the rules: it shows only between two states of the files.
`docs/decisions/0046-what-is-decided-stays.md` says what counts as a change, and where it is seen.
"""

import inspect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import Any, Literal, NamedTuple, TypeAlias

from prostcli.assessment.differences import between, content
from prostcli.diagnostic import Diagnostic, Severity
from prostcli.model.material import Slot
from prostcli.model.submissions import Baseline, Decision, Submission
from prostcli.rules.decisions import next_correction
from prostcli.rules.rule import Rule
from prostcli.source import Place

SEALED = Rule(
    "PRO704",
    "sealed-file-rewritten",
    Severity.ERROR,
    inspect.cleandoc("""
    A plan or report that was sealed is changed, or taken away, by the change that is checked: in a
    commit (`--commits`), since the branch was made (`--changed-since`), or in what git is about to
    commit (`--staged`). Sealing it again does not help: what a board has decided stands, also its
    comments and its decision. Only what the decision lacked (paragraph, reference, dissent) may be
    filled in, and a file may be moved as it is to another place where it counts.

    Put the file back as it was: `git checkout COMMIT^ -- FILE` has it as it was before that commit.
    If something has to be corrected, write a whole new file beside it, as `2007-report-2.yaml`,
    with a decision of its own. A change that is undone before the end of the range is nothing. If
    what was decided must not be kept, as where it names a person, whoever answers for the
    repository has to let the change through by hand, and should write down why."""),
)
DECIDED = Rule(
    "PRO705",
    "decided-file-rewritten",
    Severity.WARNING,
    inspect.cleandoc("""
    A plan or report that was decided, but not sealed, says something else after the change that is
    checked, or is taken away. What is decided is not edited: a correction is a whole new file, as
    `2007-report-2.yaml`, with a decision of its own. If a file was entered wrongly, and now says
    what was decided, this is as it should be: then seal it with `prostcli seal`, so that it stays
    so. Comments and layout may change as long as the file is not sealed, and what the decision
    lacked may be filled in."""),
)
CHANGES: tuple[Rule, ...] = (SEALED, DECIDED)


class Version(NamedTuple):
    """A submission as it stands in one state of the files."""

    slot: Slot
    value: Submission | None = None
    """None where it is not there, or cannot be read."""
    holds: str = ""
    """What a seal on it would say now; needed where it is compared with one that is sealed."""
    there: bool = True

    @property
    def decision(self) -> Decision | None:
        """The decision behind it."""
        return (
            None if self.value is None or isinstance(self.value, Baseline) else self.value.decision
        )

    @property
    def stays(self) -> bool:
        """Whether it is not to be changed: sealed, or decided."""
        decision = self.decision
        return decision is not None and (decision.counts or decision.fingerprint is not None)

    @property
    def in_its_place(self) -> bool:
        """Whether it is filed where it counts."""
        return self.value is not None and _about(self.value) == _place(self.slot)


class Step(NamedTuple):
    """A file before and after a change; `commit` is empty where it is not committed."""

    commit: str
    before: Version
    after: Version


class Rewriting(NamedTuple):
    """How a decided file is no longer what was decided."""

    sealed: bool
    way: Literal["says", "comment", "unread", "gone"]
    """It says something else, or only a comment does; it cannot be read; it is not there."""
    keys: tuple[str, ...] = ()
    """What it says otherwise."""


def rewriting(before: Version, after: Version) -> Rewriting | None:
    """What a file says no longer of what was decided in it; None where all of it stands."""
    was, now = before.decision, after.decision
    if was is None or before.value is None or not before.stays:
        return None
    sealed = was.fingerprint is not None
    if not after.there:
        return Rewriting(sealed, "gone")
    if after.value is None:
        return Rewriting(sealed, "unread")
    decision = [f"decision.{key}" for key in _withdrawn(was, now, before.value.board)]
    if now is None:
        decision = ["decision"]
    changed: list[str] = []
    if not sealed or after.holds not in (was.fingerprint, before.holds):
        ways = (c.keys for c in between(before.value, after.value) if c.keys[0] != "decision")
        changed = [".".join(way[1:] or way) for way in ways]
        if sealed and now is not None and now.fingerprint is not None:
            decision = [
                key for key in decision if key != "decision.fingerprint"
            ]  # goes without saying
        if sealed and not changed and not decision:
            return Rewriting(sealed, "comment")
    keys = (*changed, *decision)
    return Rewriting(sealed, "says", keys) if keys else None


def _withdrawn(was: Decision, now: Decision | None, board: str) -> Iterator[str]:
    """What a decision said and says no longer; what it lacked may have been filled in."""
    for key, old in _said(was, board).items():
        if old and (now is None or _said(now, board)[key] != old):
            yield key


def _said(decision: Decision, board: str) -> dict[str, Any]:
    said = {key: getattr(decision, key) for key in Decision.model_fields}
    return {**said, "by": decision.by or board}


_About: TypeAlias = tuple[str, str, int]
"""Kind, board and year, as a file says."""
_Mark: TypeAlias = tuple[object, ...]


class _Known(NamedTuple):
    """A version with a decision, as little of it as tells whether another says the same.

    A range may have any number of versions, each as large as a file may be: of them this is held.
    """

    slot: Slot
    about: _About
    said: Mapping[str, Any]
    """What the decision says, and what it says nothing of."""
    held: tuple[str, str]
    """What a seal would say of it, and a hash of what it says beside its decision."""

    @property
    def keys(self) -> tuple[str, ...]:
        """What the decision says something of."""
        return tuple(key for key, said in self.said.items() if said)

    def decided(self) -> frozenset[_Mark]:
        """What a version has one of where it says all that was decided in this one."""
        seal = self.said["fingerprint"]
        held = (seal, self.held[0]) if seal is not None else self.held[1:]
        return frozenset(self._mark(self.keys, one) for one in held)

    def marks(self, keys: tuple[str, ...]) -> Iterator[_Mark]:
        """What this one has, if what was decided had these keys."""
        return (self._mark(keys, one) for one in self.held)

    def _mark(self, keys: tuple[str, ...], held: str) -> _Mark:
        return keys, held, *(self.said[key] for key in keys)

    def stands_in(self, other: "_Known") -> bool:
        """Whether another says all that was decided: `rewriting` would find nothing."""
        return not self.decided().isdisjoint(other.marks(self.keys))


def _known(version: Version) -> _Known | None:
    value, decision = version.value, version.decision
    if value is None or decision is None:
        return None
    rest = sha256(content(value).encode()).hexdigest()
    said = _said(decision, value.board)
    return _Known(version.slot, _about(value), said, (version.holds, rest))


def _about(value: Submission) -> _About:
    return value.kind, value.board, value.year


def _place(slot: Slot) -> _About:
    return slot.kind, slot.board, slot.year


_Told: TypeAlias = tuple[str, _Known, Rewriting]
"""A commit, a file as it was before it, and how it is that no longer."""


def rewritten(
    steps: Iterable[Step], end: Callable[[Callable[[Slot], bool]], Iterable[Version]]
) -> Iterator[tuple[str, Slot, Rewriting]]:
    """Each step that rewrites or takes away what was decided, and that is not undone later.

    `steps` go from the oldest on, those of a commit together. `end`: of the files that they
    touch those that are asked for, as they are in the end. Of neither is any held.
    What has only moved to another place where it counts is neither rewritten nor taken away.
    """
    found = _not_undone(steps)
    touched = {before.slot.path for _, before, _ in found}
    about = {before.about for _, before, _ in found}
    there = list(_each_known(end(lambda slot: slot.path in touched or _place(slot) in about)))
    last = {known.slot.path: known for known, _ in there}
    others = _in_their_places(there)
    for commit, before, how in found:
        now = last.get(before.slot.path)
        if (now is None or not before.stands_in(now)) and not _kept(before, others):
            yield commit, before.slot, how


def _not_undone(steps: Iterable[Step]) -> list[_Told]:
    """The same, by file, before it is known what there is in the end."""
    found: dict[str, _Earlier] = {}
    for commit, together in groupby(steps, key=attrgetter("commit")):
        arrived: list[Version] = []
        changed: list[_Told] = []
        for _, before, after in together:
            if not before.there:
                arrived.append(after)
            # Back to what it was before an earlier step: that one is undone, and this one is none.
            if not found.setdefault(before.slot.path, _Earlier()).undone(after):
                how, was = rewriting(before, after), _known(before)
                changed += [(commit, was, how)] if how and was else []
        others = _in_their_places(_each_known(arrived) if changed else ())
        for one in changed:
            if not _kept(one[1], others):
                found[one[1].slot.path].add(one)
    return [one for earlier in found.values() for one in earlier.told]


class _Earlier:
    """What has rewritten a file and is not undone, the oldest first.

    Found by what the file held before, so that a file which changes in every commit is not compared
    with all that it ever was.
    """

    def __init__(self) -> None:
        self.told: list[_Told] = []
        self._at: dict[_Mark, list[int]] = {}
        self._keys: Counter[tuple[str, ...]] = Counter()
        """What the decisions before them said something of."""

    def add(self, one: _Told) -> None:
        """One more."""
        before = one[1]
        self._keys[before.keys] += 1
        for mark in before.decided():
            self._at.setdefault(mark, []).append(len(self.told))
        self.told.append(one)

    def undone(self, after: Version) -> bool:
        """Whether a version undoes one of them. That one is left out, and what came after it."""
        now = _known(after) if self.told else None
        if now is None:
            return False
        marks = (mark for keys in +self._keys for mark in now.marks(keys))
        first = min((n for mark in marks for n in self._at.get(mark, ())[:1]), default=None)
        while first is not None and len(self.told) > first:
            before = self.told.pop()[1]
            self._keys[before.keys] -= 1
            for mark in before.decided():
                self._at[mark].pop()
        return first is not None


def _each_known(versions: Iterable[Version]) -> Iterator[tuple[_Known, bool]]:
    """Those with a decision, and whether each is filed where it counts."""
    for version in versions:
        known = _known(version)
        if known is not None:
            yield known, version.in_its_place


def _in_their_places(versions: Iterable[tuple[_Known, bool]]) -> dict[_About, list[_Known]]:
    found: dict[_About, list[_Known]] = {}
    for known, in_its_place in versions:
        if in_its_place:
            found.setdefault(known.about, []).append(known)
    return found


def _kept(before: _Known, others: Mapping[_About, list[_Known]]) -> bool:
    """Whether what was decided stands whole in another file."""
    there = others.get(before.about, ())
    return any(other.slot.path != before.slot.path and before.stands_in(other) for other in there)


def told(
    found: Iterable[tuple[str, Slot, Rewriting]], slots: Iterable[Slot]
) -> Iterator[Diagnostic]:
    """What is to be said of them. `slots`: the submissions that there are in the end."""
    there = tuple(slots)
    for commit, slot, how in found:
        rule = SEALED if how.sealed else DECIDED
        beside = [s for s in there if _folder(s) == _folder(slot)]
        facts: dict[str, object] = {
            "correction": next_correction(slot, (*beside, slot)),
        }
        if how.keys:
            facts["changes"] = list(how.keys)
        if how.way != "says":
            facts["variant"] = how.way
        if commit:
            facts["commit"] = commit[:9]
            facts["variant"] = _IN_COMMIT[how.way]
        yield Diagnostic(rule.code, rule.name, rule.severity, Place(slot.path), facts)


_IN_COMMIT = {
    "says": "in-commit",
    "comment": "comment-in-commit",
    "unread": "unread-in-commit",
    "gone": "gone-in-commit",
}


def _folder(slot: Slot) -> str:
    return slot.path.rpartition("/")[0]
