"""Every id that is mentioned must be one that is there."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from prostcli.diagnostic import Finding
from prostcli.model.material import Material
from prostcli.model.submissions import Baseline, Entry, Plan, Report
from prostcli.rules.rule import Scene, near, rule
from prostcli.source import Place


class _Mention(NamedTuple):
    """An id, what it should be the id of, and where it is mentioned."""

    id: str | None
    what: str
    place: Place


@rule("PRO401", "unknown-id")
def unknown_id(scene: Scene) -> Iterator[Finding]:
    """An id is mentioned that is not there.

    It may be that of a board, a group, a section, a measure, a decision, a partner, a question
    and so on. The message suggests the id that is most like it. Measures stand in
    `obligations.yaml`, boards and groups in `boards.yaml`, duties in `duties.yaml`, the rest in
    `programme.yaml`.
    """
    known = _known(scene.material)
    for mention in (*_in_programme(scene.material), *_in_submissions(scene.material)):
        if mention.id is not None and mention.id not in known[mention.what]:
            facts = {
                "id": mention.id,
                "variant": mention.what,
                "near": near(mention.id, known[mention.what]),
            }
            yield Finding(mention.place, facts)


def _known(material: Material) -> dict[str, Collection[str]]:
    programme = material.programme
    return {
        "board": material.boards,
        "group": material.groups,
        "addressee": {*material.boards, *material.groups},
        "subject": {
            *material.sections,
            *material.obligation,
            *material.boards,
            *material.groups,
            *(d.id for d in material.duties_file.value.duties),
        },
        "section": material.sections,
        "obligation": material.obligation,
        "duty": {d.id for d in material.duties_file.value.duties},
        "decision": {d.id for d in programme.decisions},
        "amendment": {a.id for a in programme.amendments},
        "goal": {g.id for g in programme.goals},
        "nature": {n.id for n in programme.natures},
        "partner": {p.id for p in programme.partners},
        "question": {q.id for q in programme.questions},
        "outcome": {o.value for scale in programme.scales.values() for o in scale},
    }


def _in_programme(material: Material) -> Iterator[_Mention]:
    programme, place = material.programme, material.programme_file.place
    yield _Mention(programme.owner, "board", place("owner"))
    yield from _in_decided(material)
    for i, question in enumerate(programme.questions):
        for j, board in enumerate(question.boards):
            yield _Mention(board, "addressee", place("questions", i, "boards", j))
    for i, reading in enumerate(programme.readings):
        for j, about in enumerate(reading.about):
            yield _Mention(about, "subject", place("readings", i, "about", j))
    yield from _in_register(material)
    yield from _in_obligations(material)
    yield from _in_duties(material)
    yield from _in_review(material)


def _in_decided(material: Material) -> Iterator[_Mention]:
    """What decisions change, give to someone or write off."""
    programme, place = material.programme, material.programme_file.place
    for i, amendment in enumerate(programme.amendments):
        yield _Mention(amendment.decision, "decision", place("amendments", i, "decision"))
        yield _Mention(amendment.obligation, "obligation", place("amendments", i, "obligation"))
    for i, assignment in enumerate(programme.assignments):
        at = ("assignments", i)
        yield _Mention(assignment.decision, "decision", place(*at, "decision"))
        yield _Mention(assignment.to.board, "board", place(*at, "to", "board"))
        yield _Mention(assignment.to.group, "group", place(*at, "to", "group"))
        for j, obligation in enumerate(assignment.obligations):
            yield _Mention(obligation, "obligation", place(*at, "obligations", j))
    for i, off in enumerate(programme.write_offs):
        at = ("write_offs", i)
        yield _Mention(off.decision, "decision", place(*at, "decision"))
        for j, obligation in enumerate(off.obligations):
            yield _Mention(obligation, "obligation", place(*at, "obligations", j))
        for j, board in enumerate(off.boards):
            yield _Mention(board, "addressee", place(*at, "boards", j))
        for j, activity in enumerate(off.activities):
            yield _Mention(activity.board, "board", place(*at, "activities", j, "board"))


def _in_register(material: Material) -> Iterator[_Mention]:
    place = material.register_file.place
    for i, board in enumerate(material.register.boards):
        for j, group in enumerate(board.groups):
            yield _Mention(group, "group", place("boards", i, "groups", j))
        for j, successor in enumerate(board.successors):
            yield _Mention(successor, "board", place("boards", i, "successors", j))
    for i, transfer in enumerate(material.register.transfers):
        yield _Mention(transfer.to, "board", place("transfers", i, "to"))
        leaves = transfer.leaves
        yield _Mention(leaves.board, "board", place("transfers", i, "from", "board"))
        yield _Mention(leaves.group, "group", place("transfers", i, "from", "group"))
        for j, obligation in enumerate(transfer.obligations):
            yield _Mention(obligation, "obligation", place("transfers", i, "obligations", j))


def _in_obligations(material: Material) -> Iterator[_Mention]:
    place = material.obligations_file.place
    for i, obligation in enumerate(material.obligations):
        yield _Mention(obligation.section, "section", place("obligations", i, "section"))
        yield _Mention(obligation.nature, "nature", place("obligations", i, "nature"))
        yield _Mention(obligation.amendment, "amendment", place("obligations", i, "amendment"))
        for j, addressee in enumerate(obligation.addressees):
            at = ("obligations", i, "addressees", j)
            yield _Mention(addressee.board, "board", place(*at, "board"))
            yield _Mention(addressee.group, "group", place(*at, "group"))
        for j, partner in enumerate(obligation.partners):
            yield _Mention(partner, "partner", place("obligations", i, "partners", j))
        for j, board in enumerate(obligation.client_counts_from):
            yield _Mention(board, "board", place("obligations", i, "client_counts_from", j))
        if obligation.interpretation is not None:
            for j, goal in enumerate(obligation.interpretation.goals):
                where = place("obligations", i, "interpretation", "goals", j)
                yield _Mention(goal, "goal", where)


def _in_duties(material: Material) -> Iterator[_Mention]:
    place = material.duties_file.place
    for i, duty in enumerate(material.duties_file.value.duties):
        yield _Mention(duty.decision, "decision", place("duties", i, "decision"))
        for j, addressee in enumerate(duty.addressees):
            yield _Mention(addressee.board, "board", place("duties", i, "addressees", j, "board"))
            yield _Mention(addressee.group, "group", place("duties", i, "addressees", j, "group"))
        for j, partner in enumerate(duty.partners):
            yield _Mention(partner, "partner", place("duties", i, "partners", j))
        for j, relation in enumerate(duty.relations):
            at = ("duties", i, "relations", j, "obligation")
            yield _Mention(relation.obligation, "obligation", place(*at))


def _in_review(material: Material) -> Iterator[_Mention]:
    if material.review_file is None:
        return
    words, place = material.review_file.value, material.review_file.place
    for i, goal in enumerate(words.goals):
        yield _Mention(goal.goal, "goal", place("goals", i, "goal"))
    for i, section in enumerate(words.sections):
        yield _Mention(section.section, "section", place("sections", i, "section"))
    for i, duty in enumerate(words.duties):
        yield _Mention(duty.duty, "duty", place("duties", i, "duty"))
    for i, conclusion in enumerate(words.conclusions):
        at = place("conclusions", i, "obligation")
        yield _Mention(conclusion.obligation, "obligation", at)


def _in_submissions(material: Material) -> Iterator[_Mention]:
    for file in material.submitted:
        value, place = file.value, file.place
        yield _Mention(value.board, "board", place("board"))
        if not isinstance(value, Baseline):
            if value.decision is not None:
                yield _Mention(value.decision.by, "board", place("decision", "by"))
            for i, answer in enumerate(value.answers):
                yield _Mention(answer.question, "question", place("answers", i, "question"))
        entries: tuple[Entry, ...] = value.entries
        for i, entry in enumerate(entries):
            yield _Mention(entry.obligation, "obligation", place("entries", i, "obligation"))
        if isinstance(value, Plan):
            yield from _in_plan(value, file.path)
        elif isinstance(value, Report):
            yield from _in_report(value, file.path)
        else:
            for i, told in enumerate(value.entries):
                yield _Mention(told.duty, "duty", place("entries", i, "duty"))


def _in_plan(plan: Plan, path: str) -> Iterator[_Mention]:
    for i, entry in enumerate(plan.entries):
        for j, activity in enumerate(entry.activities or ()):
            at = ("entries", i, "activities", j)
            for k, obligation in enumerate(activity.also):
                yield _Mention(obligation, "obligation", Place(path, (*at, "also", k)))
            for k, board in enumerate(activity.with_):
                yield _Mention(board, "board", Place(path, (*at, "with", k)))
            if activity.continues is not None:
                where = Place(path, (*at, "continues", "board"))
                yield _Mention(activity.continues.board, "board", where)


def _in_report(report: Report, path: str) -> Iterator[_Mention]:
    for i, entry in enumerate(report.entries):
        yield _Mention(entry.duty, "duty", Place(path, ("entries", i, "duty")))
        if entry.duty is not None:
            yield _Mention(entry.outcome, "outcome", Place(path, ("entries", i, "outcome")))
        for j, partner in enumerate(entry.partners):
            yield _Mention(partner, "partner", Place(path, ("entries", i, "partners", j)))
        for j, done in enumerate(entry.activities):
            yield _Mention(done.to, "board", Place(path, ("entries", i, "activities", j, "to")))


REFERENCES = (unknown_id,)
