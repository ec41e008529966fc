"""Figures and units in the values: small numbers, and names where a unit should stand."""

from collections.abc import Callable, Iterator
from functools import partial

from prostcli.diagnostic import Finding, Severity
from prostcli.model.material import Material
from prostcli.model.submissions import Figure
from prostcli.rules.rule import Scene, rule
from prostcli.source import Place


@rule("PRO605", "person-for-unit", Severity.WARNING)
def person_for_unit(scene: Scene) -> Iterator[Finding]:
    """What stands where a unit, a function or a source of money should looks like a person's name.

    Write the unit or the function: it stays when people change, and git keeps names for ever. Names
    of boards and partners, and units that the programme names, do not fire.
    """
    from prostcli.personal.names import looks_like_a_person

    known = _names(scene)
    for place, text in (*_units_of_programme(scene.material), *_units_of_submissions(scene)):
        if text is not None and text not in known and looks_like_a_person(text):
            yield Finding(place)


def _names(scene: Scene) -> set[str]:
    material = scene.material
    names = {n.name for b in material.register.boards for n in b.names}
    names |= {text for b in material.register.boards for text in (b.short, *b.also)}
    names |= {text for p in material.programme.partners for text in p.name.values()}
    return names


def _units_of_programme(material: Material) -> Iterator[tuple[Place, str | None]]:
    place = material.obligations_file.place
    for i, obligation in enumerate(material.obligations):
        for j, addressee in enumerate(obligation.addressees):
            yield place("obligations", i, "addressees", j, "unit"), addressee.unit
    place = material.duties_file.place
    for i, duty in enumerate(material.duties_file.value.duties):
        for j, bound in enumerate(duty.addressees):
            yield place("duties", i, "addressees", j, "unit"), bound.unit
            yield place("duties", i, "addressees", j, "other"), bound.other


def _units_of_submissions(scene: Scene) -> Iterator[tuple[Place, str | None]]:
    for file, plan in scene.plans:
        for i, entry in enumerate(plan.entries):
            for j, activity in enumerate(entry.activities or ()):
                yield file.place("entries", i, "activities", j, "unit"), activity.unit
    for place, figure in _figures(scene):
        yield place("unit"), figure.unit
    for report_file, report in scene.reports:
        for i, told_of in enumerate(report.entries):
            if told_of.cost is not None:
                yield report_file.place("entries", i, "cost", "funding"), told_of.cost.funding


def _figures(scene: Scene) -> Iterator[tuple[Callable[[str], Place], Figure]]:
    """Every figure, and what gives the place of one of its keys."""
    for file, report in scene.reports:
        for i, entry in enumerate(report.entries):
            for j, figure in enumerate(entry.figures):
                yield partial(file.place, "entries", i, "figures", j), figure


_NUMBERS = ("value", "women", "men")


@rule("PRO606", "small-number")
def small_number(scene: Scene) -> Iterator[Finding]:
    """A count of clients, households, cases or pupils lies between nought and the threshold.

    So few can point at someone. Write `masked` instead of the number; the document shows "..".
    The threshold is `small_numbers` in `programme.yaml`; women and men are each looked at by
    themselves.
    Nought may be written, and so may counts of staff and visits.
    """
    threshold = scene.material.programme.small_numbers.threshold
    for place, figure in _figures(scene):
        for key in _NUMBERS:
            number = getattr(figure, key)
            if figure.protected and isinstance(number, int) and 0 < number < threshold:
                yield Finding(place(key), {"threshold": threshold})


@rule("PRO607", "masked-number-revealed")
def masked_number_revealed(scene: Scene) -> Iterator[Finding]:
    """A number that is masked or left out can be worked out from the others, and is small.

    The total less the women is the men. Mask two of the three, or leave out the division by sex.
    """
    threshold = scene.material.programme.small_numbers.threshold
    for place, figure in _figures(scene):
        given = {key: getattr(figure, key) for key in _NUMBERS}
        hidden = [key for key, number in given.items() if not isinstance(number, int)]
        if len(hidden) != 1:
            continue
        rest = given["women" if hidden[0] == "men" else "men"]
        left = given["value"] - rest if hidden[0] != "value" else 0
        if given[hidden[0]] == "masked":
            yield Finding(place(hidden[0]))
        elif figure.protected and 0 < left < threshold:
            yield Finding(place("value"), {"variant": "left-out", "threshold": threshold})


PRIVACY = (person_for_unit, small_number, masked_number_revealed)
