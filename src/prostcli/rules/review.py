"""What the owner has not yet written for the review: told, and never a fault."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prostcli.diagnostic import Finding, Severity
from prostcli.model.fields import Words
from prostcli.model.material import Filed
from prostcli.model.review import ReviewWords
from prostcli.rules.rule import Scene, rule
from prostcli.source import Place

_TEXTS = ("proposal", "summary", "perspectives", "costs")
_NAMED = 8
"""As many are named as a line can hold; a programme may have dozens of duties."""
_WHOLE = ""
"""What a conclusion on the programme as a whole is about."""


class _Wanted(NamedTuple):
    """Something that the owner is to write about."""

    id: str
    label: Words


@rule("PRO801", "review-text-unwritten", Severity.NOTE)
def text_unwritten(scene: Scene) -> Iterator[Finding]:
    """A text of the owner's is not yet written in `review.yaml`.

    It is the proposal for a decision, the summary, what the work has meant for children, women and
    men, or what it has cost. The review can be made all the same, and shows the text as not yet
    written by the owner. Write it under its key, or leave it as it is until you know.
    """
    for file in _files(scene):
        for key in _TEXTS:
            if not getattr(file.value.written, key):
                yield Finding(_at(file, key), {"key": key, "variant": key})


@rule("PRO802", "review-judgement-unwritten", Severity.NOTE)
def judgement_unwritten(scene: Scene) -> Iterator[Finding]:
    """Some goals, sections or duties have not yet been judged by the owner in `review.yaml`.

    No figure says whether a goal has been reached or what became of a duty: only the owner can.
    Until the text is written the review says that it is not. Each entry has the id and a `text`;
    with an empty `text` it counts as not there.
    """
    material = scene.material
    for file in _files(scene):
        words = file.value
        told: dict[str, tuple[list[_Wanted], list[tuple[str, bool]]]] = {
            "goals": (
                [_Wanted(g.id, g.label) for g in material.programme.goals],
                [(g.goal, g.text is not None) for g in words.goals],
            ),
            "sections": (
                [_Wanted(s.id, s.label) for s in material.programme.sections],
                [(s.section, s.text is not None) for s in words.sections],
            ),
            "duties": (
                [_Wanted(d.id, d.label) for d in material.duties_file.value.duties],
                [(d.duty, d.text is not None) for d in words.duties],
            ),
        }
        for key, (wanted, entries) in told.items():
            lacking = _lacking((w.id for w in wanted), entries)
            if lacking:
                left = [w for w in wanted if w.id in lacking]
                facts = {
                    "key": key,
                    "variant": key,
                    "count": len(left),
                    "of": len(wanted),
                    "ids": [w.id for w in left],
                    "named": [*map(_named, left[:_NAMED]), *(["…"] if left[_NAMED:] else [])],
                }
                yield Finding(_first(file, key, entries, lacking), facts)


@rule("PRO803", "review-conclusion-unwritten", Severity.NOTE)
def conclusion_unwritten(scene: Scene) -> Iterator[Finding]:
    """Some measures, or the programme as a whole, have no conclusion yet in `review.yaml`.

    Before the programme is revised the owner says what should become of each measure: keep it,
    change it, end it or make somebody responsible. A conclusion has a `text`, a `proposal` or both;
    with neither it counts as not there. One without `obligation` is about the programme as a whole.
    """
    measures = [o.id for o in scene.assessment.material.obligations]
    for file in _files(scene):
        entries = [(c.obligation or _WHOLE, c.written) for c in file.value.conclusions]
        lacking = _lacking((_WHOLE, *measures), entries)
        if not lacking:
            continue
        left = [m for m in measures if m in lacking]
        facts = {
            "key": "conclusions",
            "variant": "both" if _WHOLE in lacking and left else "measures" if left else "whole",
            "count": len(left),
            "of": len(measures),
            "named": left,
        }
        yield Finding(_first(file, "conclusions", entries, lacking), facts)


@rule("PRO804", "review-undecided", Severity.NOTE)
def undecided(scene: Scene) -> Iterator[Finding]:
    """There is no decision on the review in `review.yaml`, so that the review calls itself a draft.

    When the owner has decided, write the day in `decision`, with the paragraph and the register
    number. From then on the words are shown in a review on that day or later, and not before it.
    """
    for file in _files(scene):
        if file.value.decision is None:
            yield Finding(Place(file.path))


def _files(scene: Scene) -> Iterator[Filed[ReviewWords]]:
    """The owner's words, where there is such a file: that there is none is no finding."""
    if scene.material.review_file is not None:
        yield scene.material.review_file


def _named(wanted: _Wanted) -> Words:
    """Its label and id in each language that it has a label in."""
    return {code: f"{label} ({wanted.id})" for code, label in wanted.label.items()}


def _lacking(wanted: Iterable[str], entries: Iterable[tuple[str, bool]]) -> set[str]:
    """What has no entry with anything written in it."""
    return {*wanted} - {id_ for id_, written in entries if written}


def _first(
    file: Filed[ReviewWords], key: str, entries: list[tuple[str, bool]], lacking: set[str]
) -> Place:
    """The first entry that is still to be written; the key where it has no entry yet."""
    for index, (id_, _) in enumerate(entries):
        if id_ in lacking:
            return file.place(key, index)
    return _at(file, key)


def _at(file: Filed[ReviewWords], key: str) -> Place:
    """The key, or the file where it does not have it."""
    return file.place(key, on_key=True) if key in file.value.model_fields_set else Place(file.path)


REVIEW = (text_unwritten, judgement_unwritten, conclusion_unwritten, undecided)
