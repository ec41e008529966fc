"""Personal data: what must never be in git, and small numbers that point at someone.

What a message says is masked: it never repeats what was found.
"""

import inspect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from prostcli.diagnostic import Diagnostic, Facts, Finding, Severity
from prostcli.model.exceptions import Exceptions, fingerprint
from prostcli.model.material import Filed, Material
from prostcli.model.submissions import Figure
from prostcli.personal.sightings import COUNT, E_MAIL, NUMBER, PHONE, STREET, Sighting
from prostcli.rules.rule import Rule, Scene, rule
from prostcli.source import START_OF_FILE, Place, Span


def _seen(code: str, name: str, severity: Severity, manual: str) -> Rule:
    return Rule(code, name, severity, inspect.cleandoc(manual))


SEEN: dict[str, Rule] = {
    r.name: r
    for r in (
        _seen("PRO601", NUMBER, Severity.ERROR, """
        A personal identity number or a co-ordination number stands in a value, a key, a comment or
        a file's name: ten or twelve digits with a date of birth and a right check digit, whatever
        the signs and spaces between them. Git keeps what it has once been given: take the number
        away before the file is committed. Never make an exception for a real one."""),
        _seen("PRO602", E_MAIL, Severity.ERROR, """
        An e-mail address that belongs to a person. Give the office's address, or the unit's name.
        Where it is not certain that the address is a person's, it is only a warning."""),
        _seen("PRO603", PHONE, Severity.WARNING, """
        A telephone number. It may be a switchboard's, and it may be a person's: give the name of
        the unit instead."""),
        _seen("PRO604", STREET, Severity.WARNING, """
        A street with a number stands beside words about a case, a client or a home. Together they
        can point at someone: leave out the number, or the street."""),
        _seen("PRO608", COUNT, Severity.WARNING, """
        A small number of people stands in running text ("three women"). Numbers below the
        threshold for small numbers (`small_numbers` in `programme.yaml`) can point at someone:
        write "a few". "One" alone does not fire, since it is an article far more often."""),
    )
}  # fmt: skip
"""What is found in a text before there are any values, by kind of sighting."""

IN_HISTORY = _seen(
    "PRO609",
    "personal-data-in-history",
    Severity.ERROR,
    """
    An earlier commit of the range holds personal data, in a file or in its message. Taking it away
    in a later commit is not enough: git keeps every version, and whoever fetches the branch gets
    them all. Write the branch anew without it (`git rebase -i`, or one new commit from the base)
    before it is merged, and tell the one who answers for personal data. `validate --commits
    BASE..HEAD` looks at every version of `program/` and `reports/`, and for personal numbers in all
    other files.""",
)
NOT_LOOKED_AT = _seen(
    "PRO612",
    "version-not-checked",
    Severity.WARNING,
    """
    A version of a file is too large to be looked through for personal data. Nothing is known about
    it, which is not the same as finding nothing.""",
)
EXPIRED = _seen(
    "PRO610",
    "exception-expired",
    Severity.WARNING,
    """
    An exception in `program/exceptions.yaml` no longer holds, so what it excused is told again.
    Take it away, or have it decided anew with a later day.""",
)
UNUSED = _seen(
    "PRO611",
    "exception-unused",
    Severity.WARNING,
    """
    An exception in `program/exceptions.yaml` excuses nothing that stands in the files. What is not
    needed is taken away, so that the list stays short enough to be reviewed.""",
)


MESSAGE = "."
"""The path of what stands in a commit's message and not in a file."""


@dataclass(frozen=True, slots=True, repr=False)
class Seen:
    """Something that can point at a person, in a file."""

    path: str
    span: Span
    sighting: Sighting
    commit: str | None = None
    """The commit that the version of the file is from; None where the file stands so now."""

    @property
    def rule(self) -> Rule:
        """The rule that it breaks."""
        return SEEN[self.sighting.kind]


class Excuses:
    """The exceptions that hold on a day, and which of them were of use.

    A fingerprint takes a moment, so not more than fifty different values of a file are compared:
    who has more has no use for exceptions.
    """

    def __init__(self, file: Filed[Exceptions] | None, day: date) -> None:
        self._file = file
        self._day = day
        entries = file.value.exceptions if file is not None else ()
        self._valid = {(e.code, e.fingerprint) for e in entries if e.expires >= day}
        self._used: set[tuple[str, str]] = set()
        self._known: dict[tuple[str, str], str] = {}
        self._compared: Counter[str] = Counter()

    def cover(self, seen: Seen) -> bool:
        """Whether what was seen may stand all the same."""
        if self._file is None or not self._valid:
            return False
        key = (seen.rule.code, seen.sighting.value)
        if key not in self._known:
            self._compared[seen.path] += 1
            if self._compared[seen.path] > _MOST_VALUES:
                return False
            self._known[key] = fingerprint(self._file.value.salt, *key)
        entry = (key[0], self._known[key])
        if entry in self._valid:
            self._used.add(entry)
        return entry in self._valid

    def useless(self) -> Iterator[Diagnostic]:
        """What is to be told of the exceptions themselves, once all has been looked at."""
        if self._file is None:
            return
        for index, entry in enumerate(self._file.value.exceptions):
            if entry.expires < self._day:
                place = self._file.place("exceptions", index, "expires")
                yield _diagnostic(EXPIRED, place, {"day": entry.expires.isoformat()})
            elif entry.found_in == "files" and (entry.code, entry.fingerprint) not in self._used:
                yield _diagnostic(UNUSED, self._file.place("exceptions", index, "fingerprint"))


_MOST_VALUES = 50


def told(
    seen: Iterable[Seen], excuses: Excuses, threshold: Callable[[str], int]
) -> Iterator[Diagnostic]:
    """What was seen and is not excused; the spans are known.

    `threshold` gives the small-number threshold for a file.
    """
    for one in seen:
        small = one.sighting.kind != COUNT or one.sighting.people < threshold(one.path)
        if small and not excuses.cover(one):
            yield _of(one)


def _of(seen: Seen) -> Diagnostic:
    kind = seen.rule
    place = Place(seen.path)
    if seen.commit is not None:
        facts: dict[str, object] = {"commit": seen.commit[:10]}
        if seen.path == MESSAGE:
            facts["variant"] = "message"
        else:
            facts["variant"] = "e-mail-address" if kind.name == E_MAIL else "personal-number"
        return _diagnostic(IN_HISTORY, place, facts, seen.span)
    if seen.sighting.kind == E_MAIL and not seen.sighting.certain:
        kind = replace(kind, severity=Severity.WARNING)
        return _diagnostic(kind, place, {"variant": "perhaps"}, seen.span)
    return _diagnostic(kind, place, {}, seen.span)


def unchecked(path: str, commit: str) -> Diagnostic:
    """A version of a file that could not be looked at."""
    return _diagnostic(NOT_LOOKED_AT, Place(path), {"commit": commit[:10]})


def _diagnostic(
    kind: Rule, place: Place, facts: Facts | None = None, span: Span = START_OF_FILE
) -> Diagnostic:
    return Diagnostic(kind.code, kind.name, kind.severity, place, facts or {}, span)


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
    """One of total, women and men is masked, and the other two give it away.

    The total less the women is the men. Mask two of the three, or leave out the division by sex.
    """
    for place, figure in _figures(scene):
        given = {key: getattr(figure, key) for key in _NUMBERS}
        masked = [key for key, number in given.items() if number == "masked"]
        if len(masked) == 1 and sum(isinstance(n, int) for n in given.values()) == 2:  # noqa: PLR2004
            yield Finding(place(masked[0]))


PRIVACY = (person_for_unit, small_number, masked_number_revealed)
"""The rules that look at values."""

FOUND_IN_TEXT: tuple[Rule, ...] = (
    *SEEN.values(), IN_HISTORY, EXPIRED, UNUSED, NOT_LOOKED_AT,
)  # fmt: skip
