"""Texts that stand there and say nothing, or say more than was meant."""

from collections.abc import Iterator

from prostcli.characters import CURLY_QUOTES
from prostcli.diagnostic import Finding, Severity
from prostcli.model.programme import Counts
from prostcli.model.submissions import Report, ReportEntry
from prostcli.rules.fillers import says_nothing
from prostcli.rules.rule import Scene, rule
from prostcli.source import Place


@rule("PRO206", "plan-says-nothing", Severity.WARNING)
def plan_says_nothing(scene: Scene) -> Iterator[Finding]:
    """A text of a plan is only a sign or a word that stands in for one: `-`, `x`, `se ovan`.

    Write what is planned, or why there is nothing. Each entry is read by itself, also beside those
    of other boards: what stands "above" is not there.
    """
    for file, plan in scene.plans:
        for index, entry in enumerate(plan.entries):
            for key in ("ongoing", "no_activity"):
                text = getattr(entry, key)
                if text is not None and says_nothing(text, asked=True):
                    yield Finding(file.place("entries", index, key), {"key": key})
            for at, activity in enumerate(entry.activities or ()):
                if says_nothing(activity.text, asked=True):
                    place = file.place("entries", index, "activities", at, "text")
                    yield Finding(place, {"key": "text"})


_TEXTS = ("summary", "evidence", "effect", "obstacles", "reason", "next_steps")


@rule("PRO318", "report-says-nothing", Severity.WARNING)
def report_says_nothing(scene: Scene) -> Iterator[Finding]:
    """A text of a report is only a sign or a word that stands in for one: `-`, `x`, `saknas`.

    Evidence, obstacles and reasons are asked for so that a reader can see what an outcome rests on.
    Where there are none, write so and why. Each entry is read by itself: what stands "above" is not
    there. "None" is an answer where no obstacle is asked for.
    """
    for file, report in scene.reports:
        for index, entry in enumerate(report.entries):
            for key in _TEXTS:
                text = getattr(entry, key)
                if text is not None and says_nothing(text, asked=_asked(scene, entry, key)):
                    yield Finding(file.place("entries", index, key), {"key": key})
            for at, done in enumerate(entry.activities):
                if done.text is not None and says_nothing(done.text, asked=True):
                    place = file.place("entries", index, "activities", at, "text")
                    yield Finding(place, {"key": "text"})


def _asked(scene: Scene, entry: ReportEntry, key: str) -> bool:
    """Whether something is asked for under that key: else "none" may be what is to be said."""
    if key in ("effect", "next_steps"):
        return False
    if key == "obstacles":
        measure = scene.material.obligation.get(entry.obligation or "")
        outcome = measure and scene.material.programme.outcome(measure.nature, entry.outcome or "")
        return bool(outcome and outcome.counts in (Counts.PARTIAL, Counts.BAD))
    return True


@rule("PRO114", "quoted-label", Severity.WARNING)
def quoted_label(scene: Scene) -> Iterator[Finding]:
    """A name, a number of a file or a place stands in quotation marks, which are then part of it.

    A word processor makes curly marks of those on the keyboard, and to YAML they are letters: a
    document says § ”9”. Take them away, or write straight ones (").
    """
    for place, text in _labels(scene):
        if text is not None and len(text) > 1 and {text[0], text[-1]} <= {*CURLY_QUOTES}:
            yield Finding(place, {"character": text[0]})


def _labels(scene: Scene) -> Iterator[tuple[Place, str | None]]:
    """What is quoted in a sentence of the documents' own, and no text by itself."""
    for file in scene.placed:
        decision = getattr(file.value, "decision", None)
        for key in ("paragraph", "reference"):
            yield file.place("decision", key), getattr(decision, key, None)
        for i, entry in enumerate(file.value.entries):
            yield file.place("entries", i, "place"), getattr(entry, "place", None)
    for plan_file, plan in scene.plans:
        for i, planned in enumerate(plan.entries):
            for j, activity in enumerate(planned.activities or ()):
                yield plan_file.place("entries", i, "activities", j, "unit"), activity.unit
    for report_file, report in scene.reports:
        yield from _labels_of_numbers(report_file.path, report)


def _labels_of_numbers(path: str, report: Report) -> Iterator[tuple[Place, str | None]]:
    for i, entry in enumerate(report.entries):
        for j, figure in enumerate(entry.figures):
            for key in ("label", "unit"):
                yield Place(path, ("entries", i, "figures", j, key)), getattr(figure, key)
        if entry.cost is not None:
            yield Place(path, ("entries", i, "cost", "funding")), entry.cost.funding


WORDING = (plan_says_nothing, report_says_nothing, quoted_label)
