"""What holds for plans."""

from collections.abc import Iterator
from datetime import date

from prostcli.diagnostic import Finding, Severity
from prostcli.rules.rule import Scene, rule


@rule("PRO201", "obligation-not-planned")
def obligation_not_planned(scene: Scene) -> Iterator[Finding]:
    """The plan has no entry for a measure that binds the board that year.

    A decided plan says something of each: `activities`, `ongoing`, `no_activity` with the reason,
    or `not_addressed: true` where the decided document is silent. An activity elsewhere with the
    measure under `also` is enough. In a draft it is only a warning. What was decided in mid-term
    after the plan is not looked for in it: a plan of its own (`2013-plan-2.yaml`) can take it up.
    """
    for file, plan in scene.plans:
        told = {e.obligation for e in plan.entries}
        told |= {o for e in plan.entries for a in e.activities or () for o in a.also}
        severity = Severity.WARNING if plan.decision is None else Severity.ERROR
        for cell in scene.wanted.get((plan.board, plan.year), []):
            later = plan.decision is not None and plan.decision.date < cell.known
            if cell.plan_due is not None and cell.obligation not in told and not later:
                facts = {
                    "id": cell.obligation,
                    "label": scene.material.obligation[cell.obligation].label,
                    "board": plan.board,
                    "year": plan.year,
                }
                yield Finding(file.place("entries", on_key=True), facts, severity)


@rule("PRO202", "due-outside-year", Severity.WARNING)
def due_outside_year(scene: Scene) -> Iterator[Finding]:
    """An activity of a yearly plan is due in another year.

    Perhaps the year is a slip of the pen; if it is meant, next year's plan should take it up.
    """
    for file, plan in scene.plans:
        for index, entry in enumerate(plan.entries):
            for at, activity in enumerate(entry.activities or ()):
                if activity.due is not None and activity.due.year != plan.year:
                    place = file.place("entries", index, "activities", at, "due")
                    yield Finding(place, {"day": activity.due.isoformat(), "year": plan.year})


@rule("PRO203", "plan-decided-too-early")
def plan_decided_too_early(scene: Scene) -> Iterator[Finding]:
    """The plan was decided before the calendar year that precedes its own.

    A plan for 2007 is decided during 2006, or late. Look at the day and the year.
    """
    for file, plan in scene.plans:
        if plan.decision is not None and plan.decision.date < date(plan.year - 1, 1, 1):
            facts = {"day": plan.decision.date.isoformat(), "year": plan.year}
            yield Finding(file.place("decision", "date"), facts)


@rule("PRO204", "activity-id-twice")
def activity_id_twice(scene: Scene) -> Iterator[Finding]:
    """Two activities of a plan have the same id, so the report cannot say which one it answers.

    An activity that counts under several measures is written once, with the others under `also`.
    """
    for file, plan in scene.plans:
        seen: set[str] = set()
        for index, entry in enumerate(plan.entries):
            for at, activity in enumerate(entry.activities or ()):
                if activity.id in seen:
                    place = file.place("entries", index, "activities", at, "id")
                    yield Finding(place, {"id": activity.id})
                seen.add(activity.id)


@rule("PRO205", "continues-nothing")
def continues_nothing(scene: Scene) -> Iterator[Finding]:
    """An activity takes up one of an earlier plan, but there is none with that year and id.

    Without it nobody can see that what was postponed has been taken up. `continues` names the year
    of the earlier plan and the activity's id there; `board` too where the plan was a predecessor's
    or another board's. Of an earlier plan that cannot be read nothing is said: it may be there.
    """
    unread = scene.assessment.standings.refused
    known = {
        (plan.board, plan.year, activity.id)
        for _, plan in scene.plans
        for entry in plan.entries
        for activity in entry.activities or ()
    }
    for file, plan in scene.plans:
        for index, entry in enumerate(plan.entries):
            for at, activity in enumerate(entry.activities or ()):
                earlier = activity.continues
                if earlier is None:
                    continue
                board = earlier.board or plan.board
                place = file.place("entries", index, "activities", at, "continues")
                facts = {"id": earlier.id, "year": earlier.year, "board": board}
                if earlier.year >= plan.year:
                    yield Finding(place, facts | {"variant": "later"})
                elif (board, earlier.year, earlier.id) not in known and (
                    (board, earlier.year, "plan") not in unread
                ):
                    yield Finding(place, facts)


PLAN = (
    obligation_not_planned,
    due_outside_year,
    plan_decided_too_early,
    activity_id_twice,
    continues_nothing,
)
