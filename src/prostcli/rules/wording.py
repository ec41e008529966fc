"""Texts that stand there and say nothing, or say more than was meant."""

from collections.abc import Iterator

from prostcli.characters import CURLY_QUOTES
from prostcli.diagnostic import Finding, Severity
from prostcli.model.programme import Counts
from prostcli.model.submissions import Report, ReportEntry
from prostcli.rules.rule import Scene, rule
from prostcli.source import Place

_FILLERS = frozenset({
    "x", "xx", "xxx", "n/a", "na", "n a", "tbd", "todo", "tba", "?",
    "se ovan", "se nedan", "se ovanstående", "se föregående", "se förra året", "se tidigare",
    "enligt ovan", "som ovan", "dito", "samma", "samma som ovan", "ej relevant", "ej aktuellt",
    "ifylls senare", "kommer senare", "kompletteras", "kompletteras senare",
    "see above", "see below", "as above", "ditto", "same as above", "not applicable",
})  # fmt: skip
"""What says nothing wherever it stands."""
_NONE = frozenset({
    "saknas", "inget", "inga", "ingen", "ingenting", "nej", "ja", "ok", "finns", "okänt", "vet ej",
    "vet inte", "finns inte", "finns ej", "uppgift saknas", "underlag saknas", "inget underlag",
    "inga hinder", "none", "nothing", "no", "yes", "unknown", "missing", "not known",
})  # fmt: skip
"""What says nothing where the outcome asks for something."""


def says_nothing(text: str, more: frozenset[str] = frozenset()) -> bool:
    """Whether a text is only a sign (`-`, `…`, `x`), or a word that stands in for one."""
    words = " ".join(text.split()).strip(" .!-–—…_*()").casefold()
    return not any(c.isalnum() for c in words) or words in _FILLERS or words in more


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
                if text is not None and says_nothing(text, _NONE):
                    yield Finding(file.place("entries", index, key), {"key": key})
            for at, activity in enumerate(entry.activities or ()):
                if says_nothing(activity.text, _NONE):
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
                if text is not None and says_nothing(text, _none(scene, entry, key)):
                    yield Finding(file.place("entries", index, key), {"key": key})
            for at, done in enumerate(entry.activities):
                if done.text is not None and says_nothing(done.text, _NONE):
                    place = file.place("entries", index, "activities", at, "text")
                    yield Finding(place, {"key": "text"})


def _none(scene: Scene, entry: ReportEntry, key: str) -> frozenset[str]:
    """The words that say nothing under that key: "none" may be what is to be said."""
    if key in ("effect", "next_steps"):
        return frozenset()
    if key == "obstacles":
        measure = scene.material.obligation.get(entry.obligation or "")
        outcome = measure and scene.material.programme.outcome(measure.nature, entry.outcome or "")
        if not outcome or outcome.counts not in (Counts.PARTIAL, Counts.BAD):
            return frozenset()
    return _NONE


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
