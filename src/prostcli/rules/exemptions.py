"""Which of what looks like personal data may stand: `program/exemptions.yaml`, on a day."""

import inspect
from collections.abc import Iterator
from datetime import date

from prostcli.diagnostic import Diagnostic, Facts, Severity
from prostcli.model.exemptions import Exemption, Exemptions, fingerprint
from prostcli.model.material import Filed
from prostcli.rules.rule import Rule
from prostcli.rules.sightings import Seen
from prostcli.source import Place

EXPIRED = Rule("PRO610", "exemption-expired", Severity.WARNING, inspect.cleandoc("""
    An exemption in `program/exemptions.yaml` no longer holds, so what it excused is told again.
    Take it away, or have it decided anew with a later day."""))  # fmt: skip
UNUSED = Rule("PRO611", "exemption-unused", Severity.WARNING, inspect.cleandoc("""
    An exemption in `program/exemptions.yaml` excuses nothing that stands in the files. What is not
    needed is taken away, so that the list stays short enough to be reviewed."""))  # fmt: skip

EXEMPTIONS: tuple[Rule, ...] = (EXPIRED, UNUSED)

_MOST_COMPARED = 200
"""Different values in a run: a fingerprint takes some forty milliseconds."""


class InForce:
    """The exemptions that hold on a day, and which of them were of use.

    What comes after two hundred different values is not compared, and so not exempt: who has as
    many has no use for exemptions.
    """

    def __init__(self, file: Filed[Exemptions] | None, day: date) -> None:
        self._file = file
        self._day = day
        entries = file.value.exemptions if file is not None else ()
        self._holding = [e for e in entries if e.expires >= day]
        self._used: set[Exemption] = set()
        self._known: dict[tuple[str, str], str] = {}

    def exempt(self, seen: Seen) -> bool:
        """Whether what was seen may stand. An exemption for history is none for the files."""
        if self._file is None or not self._holding:
            return False
        key = (seen.rule.code, seen.sighting.value)
        if key not in self._known:
            if len(self._known) >= _MOST_COMPARED:
                return False
            self._known[key] = fingerprint(self._file.value.salt, *key)
        found = [
            e for e in self._holding
            if (e.code, e.fingerprint) == (key[0], self._known[key])
            and (e.found_in != "history" or seen.commit is not None)
        ]  # fmt: skip
        self._used.update(found)
        return bool(found)

    def useless(self) -> Iterator[Diagnostic]:
        """What is to be told of the exemptions themselves, once all has been looked at."""
        if self._file is None:
            return
        for index, entry in enumerate(self._file.value.exemptions):
            if entry.expires < self._day:
                place = self._file.place("exemptions", index, "expires")
                yield _diagnostic(EXPIRED, place, {"day": entry.expires.isoformat()})
            elif not self._is_used(entry):
                yield _diagnostic(UNUSED, self._file.place("exemptions", index, "fingerprint"), {})

    def _is_used(self, entry: Exemption) -> bool:
        """What is about other files, or about history, is of use only when those are looked at."""
        return entry.found_in != "files" or entry in self._used


def _diagnostic(kind: Rule, place: Place, facts: Facts) -> Diagnostic:
    return Diagnostic(kind.code, kind.name, kind.severity, place, facts)
