"""What differs between two states of the files, or between two editions of a programme."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from prostcli.assessment.cells import Assessment, share
from prostcli.assessment.disclosure import disclosure
from prostcli.model.fields import Model
from prostcli.model.material import Material, Slot
from prostcli.model.submissions import Baseline, Report, Submission
from prostcli.source import Place

_REVIEW = "review.yaml"
MID_TERM = ("amendments", "assignments", "write_offs")
"""What is decided in mid-term, by its key in `programme.yaml`."""

Value: TypeAlias = Any
"""What a file says, plainly: text, numbers, lists and mappings. None: it says nothing."""

UNREADABLE = "unreadable"
"""In the place of a decision: the file cannot be read."""

Area: TypeAlias = Literal[
    "programme", "board", "obligation", "duty", "plan", "report", "baseline", "outcome", "share"
]
Kind: TypeAlias = Literal["added", "removed", "changed", "carried"]

NAMED_BY = ("id", "obligation", "duty", "question", "goal", "section", "name", "value", "text")
"""The keys that tell which item of a list is which, the first that the item has."""


class Id(str):
    """What names an item of a list: it is never worded, as the key of a mapping is."""

    __slots__ = ()


class Change(NamedTuple):
    """One thing that is not as it was."""

    area: Area
    kind: Kind
    subject: str = ""
    """Id of the measure, the board, the duty or the part of `programme.yaml`."""
    board: str = ""
    year: int | None = None
    path: str = ""
    """The submission's file."""
    keys: tuple[str, ...] = ()
    """The way to the value in the file: keys and ids."""
    before: Value = None
    after: Value = None
    concerns: tuple[str, ...] = ()
    """The measures that it is about beside the subject."""


class Side(NamedTuple):
    """One of two states that are compared."""

    name: str
    """As it was asked for; empty: the files as they are."""
    commit: str | None
    """None: the files as they are."""
    assessment: Assessment
    unread: tuple[str, ...] = ()
    """Paths, for showing, of what is not counted."""


class Compared(NamedTuple):
    """Two states, and what differs between them."""

    before: Side
    after: Side
    changes: tuple[Change, ...]
    chosen: bool = False
    """Whether it is only what passes a filter."""

    def only(self, boards: tuple[str, ...], obligations: tuple[str, ...]) -> "Compared":
        """What is about some boards and some measures; an empty filter lets everything through."""
        return self._replace(
            chosen=bool(boards or obligations),
            changes=tuple(
                c
                for c in self.changes
                if (not boards or c.board in boards or (c.area == "board" and c.subject in boards))
                and (not obligations or {c.subject, *c.concerns} & {*obligations})
            ),
        )


def states(before: Assessment, after: Assessment) -> Iterator[Change]:
    """What has changed in an edition: its own files, the submissions, and what came of it."""
    yield from _programme(before.material, after.material)
    yield from _submissions(before, after)
    yield from _outcomes(before, after)


def editions(before: Material, after: Material) -> Iterator[Change]:
    """What a later edition has made of an earlier one's measures, and of its boards.

    A measure that `succeeds` an earlier one carries it on, with the same text or another. One that
    nothing succeeds is dropped.
    """
    order: tuple[Kind, ...] = ("carried", "changed", "added", "removed")
    yield from sorted(_carried(before, after), key=lambda c: order.index(c.kind))
    yield from _items("board", before.register.boards, after.register.boards, shallow=True)


def _carried(before: Material, after: Material) -> Iterator[Change]:
    """Each measure of either edition. Texts are those in force on the date."""
    old = {o.id: o.text for o in before.obligations}
    kept: set[str] = set()
    for obligation in after.obligations:
        name, text = obligation.id, obligation.text
        earlier = [i for i in obligation.succeeds if i in old]
        kept |= {*earlier}
        if not earlier:
            yield Change("obligation", "added", name, after=text)
        for was in earlier:
            kind: Kind = "carried" if old[was].split() == text.split() else "changed"
            yield Change("obligation", kind, name, keys=(was,), before=old[was], after=text,
                         concerns=(was,))  # fmt: skip
    for name, text in old.items():
        if name not in kept:
            yield Change("obligation", "removed", name, before=text)


def between(before: Submission, after: Submission) -> Iterator[Change]:
    """What has changed from one plan, report or baseline to another of the same board and year."""
    told = _plain(before), _plain(after)
    return _between(before, told, told)


def content(value: Submission) -> str:
    """What it says beside its decision, as one text: the same where `between` finds no more."""
    plain = {key: said for key, said in _plain(value).items() if key != "decision"}
    return json.dumps(_unordered(plain), sort_keys=True)


def _between(
    of: Submission, real: tuple[Value, Value], told: tuple[Value, Value]
) -> Iterator[Change]:
    """What really differs, with the values as they may be told."""
    for keys, old, new in _differences(*real):
        yield Change(
            of.kind, _kind(old, new), _subject(keys), of.board, of.year, keys=keys,
            before=_at(told[0], keys), after=_at(told[1], keys),
        )  # fmt: skip


def _at(value: Value, keys: tuple[str, ...]) -> Value:
    """The value that a way leads to; None where there is none."""
    for key in keys:
        value = (_by_name(value) or {}).get(key)
    return value


class _Telling:
    """What may be told of reports in two states, as in documents: what is hidden there is here."""

    def __init__(self, *states: Assessment) -> None:
        self._states = states
        self._disclosure = disclosure(*states)

    def plain(self, path: str, state: int, value: Submission) -> tuple[Value, Value]:
        """What the submission says, less what no document shows; and with what is hidden masked."""
        if not isinstance(value, Report):
            plain = _plain(value)
            return plain, plain
        real = _plain(value)
        told = _plain(value)
        for i, entry in enumerate(value.entries):
            subject = entry.subject
            measures = [m for s in self._states if (m := s.material.obligation.get(subject))]
            kept = [
                j
                for j, figure in enumerate(entry.figures)
                if not any(m.withholds(value.board, figure.counts) for m in measures)
            ]
            masked = (
                self._disclosure.shown(
                    entry.figures[j], Place(path, ("entries", i, "figures", j)), state
                )
                for j in kept
            )
            for plain, figures in ((real, (entry.figures[j] for j in kept)), (told, masked)):
                item = plain["entries"][i]
                item.pop("figures", None)
                if kept:
                    item["figures"] = [_plain(f) for f in figures]
                if any(m.sensitive == "cases" for m in measures):
                    item.pop("cost", None)
        return real, told


def _programme(before: Material, after: Material) -> Iterator[Change]:
    for keys, old, new in _differences(_plain(before.programme), _plain(after.programme)):
        yield Change("programme", _kind(old, new), keys[0], keys=keys, before=old, after=new,
                     concerns=_concerned(keys, before, after))  # fmt: skip
    earlier, later = before.obligations_file.value, after.obligations_file.value
    yield from _items("obligation", earlier.obligations, later.obligations)
    yield from _items("board", before.register.boards, after.register.boards)
    for name in ("groups", "transfers"):
        old_items, new_items = getattr(before.register, name), getattr(after.register, name)
        yield from _items("board", old_items, new_items)
    yield from _items("duty", before.duties_file.value.duties, after.duties_file.value.duties)
    was, now = (
        _plain(m.review_file.value.written) if m.review_file else {} for m in (before, after)
    )
    for way, old, new in _differences(was, now):
        keys = (_REVIEW, *way)
        yield Change("programme", _kind(old, new), _REVIEW, keys=keys, before=old, after=new)


def _concerned(keys: tuple[str, ...], *materials: Material) -> tuple[str, ...]:
    """The measures that a decision in mid-term is about."""
    found: dict[str, None] = {}
    for material in materials:
        for item in getattr(material.programme, keys[0]) if keys[0] in MID_TERM else ():
            if len(keys) == 1 or item.id == keys[1]:
                named = getattr(item, "obligations", None) or (getattr(item, "obligation", None),)
                found |= dict.fromkeys(o for o in named if o)
                added = material.obligations_file.value.obligations
                found |= dict.fromkeys(o.id for o in added if o.amendment == item.id)
    return tuple(found)


def _items(
    area: Area, before: Iterable[Any], after: Iterable[Any], *, shallow: bool = False
) -> Iterator[Change]:
    """Things with ids: those that came, those that went, and what changed in the rest."""
    old = {item.id: item for item in before}
    new = {item.id: item for item in after}
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield Change(area, "removed", name, before=_plain(old[name]))
        elif name not in old:
            yield Change(area, "added", name, after=_plain(new[name]))
        elif not shallow:
            for keys, was, now in _differences(_plain(old[name]), _plain(new[name])):
                yield Change(area, _kind(was, now), name, keys=keys, before=was, after=now)


def _submissions(before: Assessment, after: Assessment) -> Iterator[Change]:
    old, new = (_filed(seen) for seen in (before, after))
    telling = _Telling(before, after)
    order = after.material.board_order
    slots = {**{p: f[0] for p, f in old.items()}, **{p: f[0] for p, f in new.items()}}
    for path in sorted(slots, key=lambda p: (order.get(slots[p].board, len(order)), p)):
        was, now = old.get(path), new.get(path)
        if was and now and was[1] is not None and now[1] is not None:
            first, last = telling.plain(path, 0, was[1]), telling.plain(path, 1, now[1])
            for change in _between(was[1], (first[0], last[0]), (first[1], last[1])):
                yield change._replace(path=path)
        elif (earlier := _state(was)) != (later := _state(now)):
            slot = slots[path]
            keys = ("decision",) if was and now else ()
            yield Change(
                slot.kind, _kind(earlier, later), "", slot.board, slot.year, path, keys,
                earlier, later,
            )  # fmt: skip


def _filed(seen: Assessment) -> dict[str, tuple[Slot, Submission | None]]:
    """The submissions that are there on the date, by path; None for one that cannot be read."""
    found: dict[str, tuple[Slot, Submission | None]]
    found = {slot.path: (slot, None) for slot in seen.material.refused}
    for file in seen.material.submitted:
        decision = None if isinstance(file.value, Baseline) else file.value.decision
        if decision is None or decision.date <= seen.as_of:
            found[file.path] = (file.slot, file.value)
    return found


def _state(filed: tuple[Slot, Submission | None] | None) -> Value:
    """The decision behind it; an empty mapping for a draft, `UNREADABLE` where nothing is known."""
    if filed is None:
        return None
    value = filed[1]
    if value is None:
        return UNREADABLE
    decision = None if isinstance(value, Baseline) else value.decision
    return _plain(decision) if decision is not None else {}


def _outcomes(before: Assessment, after: Assessment) -> Iterator[Change]:
    old = {(c.board, c.year, c.obligation): c.status for c in before.cells}
    new = {(c.board, c.year, c.obligation): c.status for c in after.cells}
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key), new.get(key)
        if was != now:
            board, year, obligation = key
            yield Change("outcome", _kind(was, now), obligation, board, year, before=was, after=now)
    years = dict.fromkeys(c.year for c in (*before.cells, *after.cells))
    for year in sorted(years):
        shares = [
            str(share(c for c in cells if c.year == year)) for cells in (before.cells, after.cells)
        ]
        if shares[0] != shares[1]:
            yield Change("share", "changed", year=year, before=shares[0], after=shares[1])


def _plain(value: Model) -> dict[str, Value]:
    """What it says, defaults too: a default written out and one left out mean the same."""
    found: dict[str, Value] = _filled(value.model_dump(mode="json", by_alias=True))
    return found


def _filled(value: Value) -> Value:
    """A value without what is empty."""
    if isinstance(value, dict):
        return {k: _filled(v) for k, v in value.items() if v is not None and v not in ([], {})}
    return [_filled(v) for v in value] if isinstance(value, list) else value


def _kind(before: Value, after: Value) -> Kind:
    return "added" if before is None else "removed" if after is None else "changed"


def _subject(keys: tuple[str, ...]) -> str:
    """The measure or the duty that a way into a submission leads to."""
    return keys[1] if len(keys) > 1 and keys[0] == "entries" else ""


def _differences(
    before: Value, after: Value, keys: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Value, Value]]:
    """The way to each value that differs, and the value before and after."""
    if before == after:
        return
    old, new = _by_name(before), _by_name(after)
    if old is None or new is None:
        yield keys, before, after
        return
    for name in dict.fromkeys((*old, *new)):
        yield from _differences(old.get(name), new.get(name), (*keys, name))


def _by_name(value: Value) -> Mapping[str, Value] | None:
    """A mapping as it is, a list of named things by their names; None for all else.

    One item may be named by another key than the next: entries on measures and on duties,
    conclusions on a measure and on the whole.
    """
    if isinstance(value, dict):
        return value
    if not isinstance(value, list) or not value:
        return None
    named: dict[str, Value] = {}
    for item in value:
        if not isinstance(item, dict):
            return None
        name = next((Id(item[k]) for k in NAMED_BY if k in item), None)
        if name is None or name in named:
            return None
        named[name] = item
    return named


def _unordered(value: Value) -> Value:
    """A value with its named things by their names, whatever order they stand in."""
    named = _by_name(value)
    return value if named is None else {name: _unordered(v) for name, v in named.items()}
