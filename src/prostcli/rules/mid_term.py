"""What is decided in mid-term: by a decision that is there, about something that is there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from prostcli.assessment.expectation import expectations, idle_assignments
from prostcli.assessment.known import (
    Wording,
    assignments,
    covered,
    covered_by,
    wordings,
    write_offs,
)
from prostcli.diagnostic import Finding, Severity
from prostcli.model.material import Filed, Material
from prostcli.model.submissions import Plan
from prostcli.rules.rule import Scene, rule
from prostcli.source import Place

LISTS = ("amendments", "assignments", "write_offs")


@rule("PRO411", "mid-term-decision-incomplete")
def decision_incomplete(scene: Scene) -> Iterator[Finding]:
    """A change in mid-term rests on a decision that is only proposed, has no day or no source.

    An amendment with `from`, an assignment and a write-off are known from the day of the decision.
    Without a day, or before it is decided, they would never take effect, and nobody would be told.
    Give the decision its `date`, and say where it is found: its register number in `reference`, or
    the lines of the paper in `source`.
    """
    programme = scene.material.programme_file
    decisions = {d.id: d for d in programme.value.decisions}
    for place, item in _in_mid_term(scene.material):
        decision = decisions.get(item.decision)
        if decision is None:
            continue
        where = Place(place.path, (*place.pointer, "decision"))
        if decision.status == "proposed":
            yield Finding(where, {"id": decision.id, "variant": "proposed"})
        elif decision.date is None:
            yield Finding(where, {"id": decision.id, "variant": "undated"})
        elif decision.source is None and decision.reference is None:
            yield Finding(where, {"id": decision.id, "variant": "unsourced"})


@rule("PRO412", "replaced-text-differs")
def replaced_text_differs(scene: Scene) -> Iterator[Finding]:
    """An amendment says that it replaces another text than the one that the measure had.

    Texts are kept word for word, so that anyone can see what was asked at the time of a plan or a
    report. `replaces` must be the text in `obligations.yaml`, or that of the amendment before it.
    Two amendments cannot give a measure a new text from the same day. One whose text is the one
    that the measure had changes nothing, and is only a warning.
    """
    programme = scene.material.programme_file
    for index, amendment in enumerate(programme.value.amendments):
        known = amendment.obligation in scene.material.obligation_place
        if not known or amendment.start is None:
            continue
        texts = wordings(scene.material, amendment.obligation or "", scene.assessment.as_of)
        at = next(
            (i for i, w in enumerate(texts) if w.place == programme.place("amendments", index)), 0
        )
        replaces = amendment.replaces
        if replaces is not None and at and texts[at - 1].start == amendment.start:
            place = programme.place("amendments", index, "from")
            yield Finding(place, {"id": amendment.obligation, "variant": "same-day"})
        elif replaces is not None and at and replaces.split() != texts[at - 1].text.split():
            place = programme.place("amendments", index, "replaces")
            yield Finding(place, {"id": amendment.obligation})
        elif at and _says_the_same(texts, at):
            place = programme.place("amendments", index, "text")
            facts = {"id": amendment.obligation, "variant": "same-text"}
            yield Finding(place, facts, Severity.WARNING)


@rule("PRO413", "nothing-to-write-off")
def nothing_to_write_off(scene: Scene) -> Iterator[Finding]:
    """A decision writes off something that nobody owes from that day, or that no plan names.

    It would change nothing, without a word. Correct the measures, the boards or `from`; for a
    planned activity the board, the year and the id that it has in the plan. Who is bound decides,
    never what has been reported: what is met already may be written off. That no plan names an
    activity is only a warning, since it rests on what a board files, and none where the plan cannot
    be read.
    """
    material = scene.material
    named, unread = _planned(scene), scene.assessment.standings.refused
    for item, held in write_offs(material, date.max):
        boards = set(covered_by(material, item))
        for at, obligation in enumerate(item.obligations):
            known = obligation in material.obligation
            if known and boards.isdisjoint(scene.bound_from(obligation, held.start)):
                place = Place(held.place.path, (*held.place.pointer, "obligations", at))
                yield Finding(place, {"id": obligation})
        for at, activity in enumerate(item.activities):
            key = (activity.board, activity.year, activity.id)
            if key not in named and (*key[:2], "plan") not in unread:
                place = Place(held.place.path, (*held.place.pointer, "activities", at))
                facts = {"id": activity.id, "board": activity.board, "year": activity.year}
                yield Finding(place, facts | {"variant": "activity"}, Severity.WARNING)


@rule("PRO415", "assignment-binds-nobody")
def assignment_binds_nobody(scene: Scene) -> Iterator[Finding]:
    """A decision gives a measure to a board that it cannot bind, or that it binds already.

    The measure has ended by then, or the board, or the term; or every board that is meant is bound
    that day anyway, and for as long. It would change nothing, without a word. Correct the measures,
    `to` or `from`. A group may be given what some of its members have already. What gives only what
    all have is a warning, since it may confirm that; it stops no figures.
    """
    material = scene.material
    programme = material.programme_file
    idle: dict[str, set[Place]] = {}  # by measure: those that change nothing
    given = {
        (basis.place, cell.obligation)
        for cell in scene.assessment.cells
        for basis in cell.expected.basis
        if basis.kind == "assigned"
    }
    for item, held in assignments(material, date.max):
        if not any(covered(material, item.to)):
            continue  # there is no such board: PRO401
        for at, obligation in enumerate(item.obligations):
            measure = material.obligation.get(obligation)
            if measure is None:
                continue
            place = programme.place("assignments", held.place.pointer[1], "obligations", at)
            facts = {"id": obligation, "day": held.start.isoformat()}
            if obligation not in idle:
                idle[obligation] = idle_assignments(material, measure)
            if (held.place, obligation) not in given:
                yield Finding(place, facts)
            elif held.place in idle[obligation]:
                yield Finding(place, facts | {"variant": "bound"}, Severity.WARNING)


@rule("PRO416", "nothing-to-end")
def nothing_to_end(scene: Scene) -> Iterator[Finding]:
    """A decision ends a measure that would bind nobody from that day anyway.

    Its own time has run out by then, or the term, or another decision ended it before. It would
    change nothing, without a word. Correct `from`, or take the amendment away. A measure that has
    never had a responsible board may be ended on any day of the term.
    """
    material = scene.material
    term, everyone = material.programme.term, material.programme.amendments
    for index, amendment in enumerate(everyone):
        day, measure = amendment.start, material.obligation.get(amendment.obligation or "")
        if amendment.change != "end" or day is None or measure is None:
            continue
        others = (*everyone[:index], *everyone[index + 1 :])
        programme = material.programme.model_copy(update={"amendments": others})
        without = replace(
            material,
            programme_file=Filed(material.programme_file.path, programme),
            known=(measure,),
        )
        cells = expectations(without, date.max)
        if cells:
            idle = all(c.last < day for c in cells)
        else:
            idle = not term.start <= day <= min(term.end, measure.recurs.until or term.end)
        if idle:
            place = material.programme_file.place("amendments", index, "from")
            yield Finding(place, {"id": measure.id, "day": day.isoformat()})


@rule("PRO414", "lines-missing")
def lines_missing(scene: Scene) -> Iterator[Finding]:
    """A measure of the programme as adopted does not say on which lines of the paper it stands.

    Nobody could check the quotation. Only a measure that a decision in mid-term adds (its
    `amendment` has a `from`) has no lines.
    """
    later = {a.id for a in scene.material.programme.amendments if a.start is not None}
    for index, obligation in enumerate(scene.material.obligations):
        if obligation.source.lines is None and obligation.amendment not in later:
            place = scene.material.obligations_file.place("obligations", index, "source")
            yield Finding(place, {"id": obligation.id})


def _says_the_same(texts: tuple[Wording, ...], at: int) -> bool:
    """Whether a text is the one before it, as now decided and as it was when it was decided.

    A later decision may give the same text from an earlier day.
    """
    now = texts[at]
    by = now.decided or date.max
    then = [w for w in texts[:at] if w.decided is None or w.decided <= by][-1]
    return all(now.text.split() == before.text.split() for before in (texts[at - 1], then))


def _planned(scene: Scene) -> set[tuple[str, int, str]]:
    return {
        (plan.board, plan.year, activity.id)
        for plan in (s.value for s in scene.placed)
        if isinstance(plan, Plan)
        for entry in plan.entries
        for activity in entry.activities or ()
    }


def _in_mid_term(material: Material) -> Iterator[tuple[Place, Any]]:
    for key in LISTS:
        for index, item in enumerate(getattr(material.programme, key)):
            if key != "amendments" or item.start is not None:
                yield material.programme_file.place(key, index), item


MID_TERM = (
    decision_incomplete,
    replaced_text_differs,
    nothing_to_write_off,
    lines_missing,
    assignment_binds_nobody,
    nothing_to_end,
)
