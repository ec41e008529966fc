"""What holds for reports."""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from prostcli.assessment.activities import written_off
from prostcli.assessment.reversals import reversals
from prostcli.assessment.submissions import last_by
from prostcli.diagnostic import Finding, Severity
from prostcli.model.material import Submitted
from prostcli.model.programme import Counts, Outcome
from prostcli.model.submissions import Plan, Report, ReportEntry
from prostcli.rules.rule import Scene, near, rule
from prostcli.source import Place


@rule("PRO301", "obligation-not-reported")
def obligation_not_reported(scene: Scene) -> Iterator[Finding]:
    """The report has no entry for a measure that binds the board that year.

    A decided report has an entry with an `outcome` for each, or `not_addressed: true` where the
    decided document is silent. In a draft it is only a warning. What was decided in mid-term after
    the report is not looked for in it: a report of its own (`2013-report-2.yaml`) can answer it.
    """
    for file, report in scene.reports:
        told = {e.obligation for e in report.entries}
        severity = Severity.WARNING if report.decision is None else Severity.ERROR
        for cell in scene.wanted.get((report.board, report.year), []):
            later = report.decision is not None and report.decision.date < cell.known
            if cell.report_due is not None and cell.obligation not in told and not later:
                facts = {
                    "id": cell.obligation,
                    "label": scene.material.obligation[cell.obligation].label,
                    "board": report.board,
                    "year": report.year,
                }
                yield Finding(file.place("entries", on_key=True), facts, severity)


@rule("PRO302", "outcome-not-in-scale")
def outcome_not_in_scale(scene: Scene) -> Iterator[Finding]:
    """The outcome is not a value of the scale that the measure is judged by.

    Each nature of measure has its scale in `programme.yaml`: a prohibition is complied with, not
    fulfilled. The message lists the values.
    """
    programme = scene.material.programme
    for file, report in scene.reports:
        for index, entry in enumerate(report.entries):
            obligation = scene.material.obligation.get(entry.obligation or "")
            if obligation is None or entry.outcome is None:
                continue
            allowed = [o.value for o in programme.scale(obligation.nature)]
            if entry.outcome not in allowed:
                place = file.place("entries", index, "outcome")
                facts = {
                    "value": entry.outcome,
                    "id": obligation.id,
                    "allowed": allowed,
                    "near": near(entry.outcome, allowed),
                }
                yield Finding(place, facts)


def _judged(scene: Scene) -> Iterator[tuple[Place, ReportEntry, Outcome]]:
    """Each entry that has an outcome of its measure's scale, and the place of the outcome."""
    for file, report in scene.reports:
        for index, entry in enumerate(report.entries):
            obligation = scene.material.obligation.get(entry.obligation or "")
            if obligation is not None and entry.outcome is not None:
                found = scene.material.programme.outcome(obligation.nature, entry.outcome)
                if found is not None:
                    yield file.place("entries", index, "outcome"), entry, found


@rule("PRO303", "evidence-missing")
def evidence_missing(scene: Scene) -> Iterator[Finding]:
    """An outcome that counts as good does not say how the board knows.

    Write `evidence`: statistics, minutes, a check that was made, who was asked.
    """
    for place, entry, outcome in _judged(scene):
        if outcome.counts is Counts.GOOD and entry.evidence is None:
            yield Finding(place, {"id": entry.obligation, "value": outcome.value})


@rule("PRO304", "obstacles-missing")
def obstacles_missing(scene: Scene) -> Iterator[Finding]:
    """An outcome that counts as partial or bad does not say what stood in the way.

    Write `obstacles`: what was lacking, and whether it can be helped.
    """
    for place, entry, outcome in _judged(scene):
        if outcome.counts in (Counts.PARTIAL, Counts.BAD) and entry.obstacles is None:
            yield Finding(place, {"id": entry.obligation, "value": outcome.value})


@rule("PRO305", "reason-missing")
def reason_missing(scene: Scene) -> Iterator[Finding]:
    """An outcome that takes the measure out of the count does not say why it does not apply.

    Write `reason`.
    """
    for place, entry, outcome in _judged(scene):
        if outcome.counts is Counts.EXEMPT and entry.reason is None:
            yield Finding(place, {"id": entry.obligation, "value": outcome.value})


_Plans: TypeAlias = dict[tuple[str, int], list[Submitted[Plan]]]


def _plan_of(plans: _Plans, report: Report) -> Plan | None:
    """The plan that a report answers: the one that counted on the day of its decision."""
    day = report.decision.date if report.decision else date.max
    file = last_by(plans.get((report.board, report.year), []), day)
    return file.value if file is not None else None


def _planned_later(plans: _Plans, report: Report, activity: str) -> date | None:
    """The first day after the report's own on which a plan that names the activity was decided."""
    return min(
        (
            plan.value.decision.date
            for plan in plans.get((report.board, report.year), [])
            if plan.value.decision is not None
            and report.decision is not None
            and plan.value.decision.date > report.decision.date
            and any(a.id == activity for e in plan.value.entries for a in e.activities or ())
        ),
        default=None,
    )


def _unread(scene: Scene, report: Report) -> bool:
    """Whether a plan of the report's is there and cannot be read: that is told where it stands."""
    return (report.board, report.year, "plan") in scene.assessment.standings.refused


def _plans(scene: Scene) -> _Plans:
    found: _Plans = {}
    for file, plan in scene.plans:
        found.setdefault((plan.board, plan.year), []).append(file)
    return found


@rule("PRO306", "activity-not-planned")
def activity_not_planned(scene: Scene) -> Iterator[Finding]:
    """The report answers an activity by an id that the board's plan of that year does not have.

    Correct the id. What was done without being planned has a `text` and no `id`. A plan that was
    decided after the report is not the one that it answers.
    """
    plans = _plans(scene)
    for file, report in scene.reports:
        if _unread(scene, report):
            continue
        plan = _plan_of(plans, report)
        ids = [a.id for e in plan.entries for a in e.activities or ()] if plan else []
        for index, entry in enumerate(report.entries):
            for at, done in enumerate(entry.activities):
                if done.id is not None and done.id not in ids:
                    facts: dict[str, object] = {"id": done.id, "near": near(done.id, ids)}
                    facts |= {"year": report.year, "variant": None if plan else "no-plan"}
                    day = _planned_later(plans, report, done.id)
                    if day is not None:
                        facts |= {"day": day.isoformat(), "variant": "plan-later"}
                    yield Finding(file.place("entries", index, "activities", at, "id"), facts)


@rule("PRO307", "activity-not-answered")
def activity_not_answered(scene: Scene) -> Iterator[Finding]:
    """The plan has an activity that the report says nothing of: neither done nor not done.

    Answer it by its id under the measure's entry. Where the decided document is silent on it,
    write `result: unanswered`. In a draft, or of a plan that is a draft, it is only a warning. One
    that a decision has written off (`write_offs`) needs no answer.
    """
    off = written_off(scene.material, scene.assessment.as_of)
    plans = _plans(scene)
    for file, report in scene.reports:
        plan = _plan_of(plans, report)
        if plan is None or _unread(scene, report):
            continue
        answered = {d.id for e in report.entries for d in e.activities}
        at = {e.obligation: i for i, e in enumerate(report.entries)}
        settled = report.decision is not None and plan.decision is not None
        severity = Severity.ERROR if settled else Severity.WARNING
        for entry in plan.entries:
            for activity in entry.activities or ():
                gone = (plan.board, plan.year, activity.id) in off
                if activity.id not in answered and not gone:
                    facts = {"id": activity.id, "measure": entry.obligation}
                    place = (
                        file.place("entries", at[entry.obligation], "obligation")
                        if entry.obligation in at
                        else file.place("entries", on_key=True)
                    )
                    yield Finding(place, facts, severity)


@rule("PRO308", "report-decided-too-early")
def report_decided_too_early(scene: Scene) -> Iterator[Finding]:
    """The report was decided before the period it tells of had ended.

    The period ends with the year, with the programme's term, or with the board, whichever is
    first.
    """
    term = scene.material.programme.term
    for file, report in scene.reports:
        board = scene.material.boards.get(report.board)
        if report.decision is None or board is None:
            continue
        end = min(date(report.year, 12, 31), term.end, board.valid.end or date.max)
        if report.decision.date <= end:
            facts = {"day": report.decision.date.isoformat(), "end": end.isoformat()}
            yield Finding(file.place("decision", "date"), facts)


@rule("PRO309", "sensitive-figures")
def sensitive_figures(scene: Scene) -> Iterator[Finding]:
    """Figures stand under a measure where even a number can point at someone.

    Under a measure that is `sensitive: cases` no figures at all are given; under one that is
    `sensitive: clients` no count of clients, households or cases, zero included, except by the
    boards that the measure lists in `client_counts_from`. Take the figures away.
    """
    for file, report in scene.reports:
        for index, entry in enumerate(report.entries):
            obligation = scene.material.obligation.get(entry.obligation or "")
            if obligation is None or obligation.sensitive is None:
                continue
            if obligation.sensitive == "cases" and entry.figures:
                place = file.place("entries", index, "figures", on_key=True)
                yield Finding(place, {"id": obligation.id, "variant": "cases"})
            elif obligation.sensitive == "clients":
                for at, figure in enumerate(entry.figures):
                    if obligation.withholds(report.board, figure.counts):
                        place = file.place("entries", index, "figures", at, "counts")
                        yield Finding(place, {"id": obligation.id, "variant": "clients"})


@rule("PRO310", "sensitive-cost")
def sensitive_cost(scene: Scene) -> Iterator[Finding]:
    """A cost stands under a measure where it can tell that there was a case.

    Under a measure that is `sensitive: cases` no cost is given. Take it away.
    """
    for file, report in scene.reports:
        for index, entry in enumerate(report.entries):
            obligation = scene.material.obligation.get(entry.obligation or "")
            if obligation is not None and obligation.sensitive == "cases" and entry.cost:
                place = file.place("entries", index, "cost", on_key=True)
                yield Finding(place, {"id": obligation.id})


@rule("PRO319", "more-than-all")
def more_than_all(scene: Scene) -> Iterator[Finding]:
    """A figure has more women and men than it has in all.

    `value` is all of them, so neither sex can be more, nor both together. Of one that is masked,
    missing or left out it is only known that it is not below nought. Fewer than all is no error:
    for some it may not be known.
    """
    for file, report in scene.reports:
        for index, entry in enumerate(report.entries):
            for at, figure in enumerate(entry.figures):
                women, men = (n if isinstance(n, int) else 0 for n in (figure.women, figure.men))
                if isinstance(figure.value, int) and women + men > figure.value:
                    place = file.place("entries", index, "figures", at, "value")
                    facts = {"variant": "men" if not women else "women" if not men else None}
                    yield Finding(place, facts)


@rule("PRO313", "not-met-once-met", Severity.WARNING)
def not_met_once_met(scene: Scene) -> Iterator[Finding]:
    """A report says that a measure was not met which an earlier report of the board's has met.

    A measure that is to be met once is settled by the first decided report that calls it met, and
    stays so: nothing more is asked, and this report changes no figure. Look whether one of the two
    is wrong; if the earlier is, correct it by a file of its own. The review tells of it.
    """
    for found in reversals(scene.assessment):
        place = found.place
        where = Place(place.path, (*place.pointer, "outcome"))
        yield Finding(where, {"id": found.obligation, "value": found.outcome, "year": found.met})


REPORT = (
    obligation_not_reported,
    outcome_not_in_scale,
    evidence_missing,
    obstacles_missing,
    reason_missing,
    activity_not_planned,
    activity_not_answered,
    report_decided_too_early,
    sensitive_figures,
    sensitive_cost,
    more_than_all,
    not_met_once_met,
)
