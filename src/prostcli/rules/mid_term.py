"""What is decided in mid-term: by a decision that is there, about something that is there."""

from collections.abc import Iterator
from typing import Any

from prostcli.assessment.known import wordings
from prostcli.diagnostic import Finding
from prostcli.model.material import Material
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
    Two amendments cannot give a measure a new text from the same day.
    """
    programme = scene.material.programme_file
    for index, amendment in enumerate(programme.value.amendments):
        known = amendment.obligation in scene.material.obligation_place
        if amendment.replaces is None or not known or amendment.start is None:
            continue
        texts = wordings(scene.material, amendment.obligation or "", scene.assessment.as_of)
        at = next(
            (i for i, w in enumerate(texts) if w.place == programme.place("amendments", index)), 0
        )
        if at and texts[at - 1].start == amendment.start:
            place = programme.place("amendments", index, "from")
            yield Finding(place, {"id": amendment.obligation, "variant": "same-day"})
        elif at and amendment.replaces.split() != texts[at - 1].text.split():
            place = programme.place("amendments", index, "replaces")
            yield Finding(place, {"id": amendment.obligation})


@rule("PRO413", "nothing-to-write-off")
def nothing_to_write_off(scene: Scene) -> Iterator[Finding]:
    """A decision writes off something that nobody owes from that day, or that no plan names.

    It would change nothing, without a word. Correct the measures, the boards or `from`; for a
    planned activity the board, the year and the id that it has in the plan.
    """
    programme = scene.material.programme_file
    off = {
        (place.pointer[1], cell.obligation)
        for cell in scene.assessment.cells
        if cell.status == "written-off"
        for place in cell.sources
        if place.path == programme.path
    }
    named = _planned(scene)
    decided = {d.id for d in programme.value.decisions if d.date and d.status == "decided"}
    for index, item in enumerate(programme.value.write_offs):
        if item.decision not in decided:
            continue
        for at, obligation in enumerate(item.obligations):
            known = obligation in scene.material.obligation
            if known and (index, obligation) not in off:
                place = programme.place("write_offs", index, "obligations", at)
                yield Finding(place, {"id": obligation})
        for at, activity in enumerate(item.activities):
            if (activity.board, activity.year, activity.id) not in named:
                place = programme.place("write_offs", index, "activities", at)
                facts = {"id": activity.id, "board": activity.board, "year": activity.year}
                yield Finding(place, facts | {"variant": "activity"})


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


DECIDED = (decision_incomplete,)
"""What must hold before any figure is given: else a change would be missed."""

MID_TERM = (replaced_text_differs, nothing_to_write_off, lines_missing)
