"""What is found in a file's text, name or earlier version: it can point at a person.

There is no function for it among the rules: whoever reads the files sees it, before and beside any
value. What a message says is masked: it never repeats what was found.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from prostcli.diagnostic import Diagnostic, Facts, Severity
from prostcli.model.boards import Register
from prostcli.personal.sightings import COUNT, E_MAIL, NUMBER, PHONE, STREET, Sighting
from prostcli.rules.rule import Rule
from prostcli.source import START_OF_FILE, Place, Span


def _seen(code: str, name: str, severity: Severity, manual: str) -> Rule:
    return Rule(code, name, severity, inspect.cleandoc(manual))


SEEN: dict[str, Rule] = {
    r.name: r
    for r in (
        _seen("PRO601", NUMBER, Severity.ERROR, """
        A personal identity number or a co-ordination number stands in a value, a key, a comment or
        a file's name: ten or twelve digits with a date of birth and a right check digit, whatever
        signs, spaces, line ends and such words as "last four" stand between them, also written as
        HTML or percent codes. Git keeps what it has once been given: take the number away before
        the file is committed.

        About one in two hundred arbitrary numbers of the form 123456-7890 is valid by chance. If it
        is a case number, write it with the word dnr before it and the year after a slash. Otherwise
        there are exemptions: `prostcli exempt FILE:LINE:COLUMN`. Never exempt a real one."""),
        _seen("PRO602", E_MAIL, Severity.ERROR, """
        An e-mail address that belongs to a person: two names before the @. Give the office's
        address, or the unit's name. What boards have as `contact` and a programme as `publisher`
        is meant to be read and does not fire, nor does a mailbox that bears a board's name.
        Where it is not certain that the address is a person's, it is only a warning. If it is an
        office's and public: `prostcli exempt FILE:LINE:COLUMN`."""),
        _seen("PRO603", PHONE, Severity.WARNING, """
        A telephone number. It may be a switchboard's, and it may be a person's: give the name of
        the unit instead. `contact` of a board and `publisher` of a programme do not fire, nor does
        what stands after dnr, bankgiro or another word for another number. If it is public and
        needed: `prostcli exempt FILE:LINE:COLUMN`."""),
        _seen("PRO604", STREET, Severity.WARNING, """
        A street with a number stands beside words about a case, a client or a home. Together they
        can point at someone: leave out the number, or the street. If it is the address of an
        office: `prostcli exempt FILE:LINE:COLUMN`."""),
        _seen("PRO608", COUNT, Severity.WARNING, """
        A small number of people stands in running text ("three women"). Numbers below the
        threshold for small numbers (`small_numbers` in `programme.yaml`) can point at someone:
        write "a few". "One" alone does not fire, since it is an article far more often."""),
    )
}  # fmt: skip
"""By kind of sighting."""

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
    "not-searched",
    Severity.WARNING,
    """
    A file that is about to be committed, or an earlier version of one, is too large to be looked
    through for personal data, or is packed (a PDF, a document of an office program). Nothing is
    known about it, which is not the same as finding nothing.""",
)

MEANT: dict[str, str] = {"boards.yaml": "contact", "programme.yaml": "publisher"}
"""By file of the programme: the key under which an office says how it is reached. An e-mail address
and a telephone number there are meant to be read by all, and neither PRO602 nor PRO603."""
OF_AN_OFFICE = frozenset((E_MAIL, PHONE))

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


def told(
    seen: Iterable[Seen],
    exempt: Callable[[Seen], bool],
    threshold: Callable[[str], int],
    registers: Iterable[Register] = (),
) -> Iterator[Diagnostic]:
    """What was seen and may not stand; the spans are known.

    `exempt` says what may; `threshold` gives the small-number threshold for a file. A mailbox that
    bears the name of a board in one of the registers is an office's.
    """
    for one in _without_boards(seen, registers):
        small = one.sighting.kind != COUNT or one.sighting.people < threshold(one.path)
        if small and not exempt(one):
            yield _of(one)


def _without_boards(seen: Iterable[Seen], registers: Iterable[Register]) -> Iterator[Seen]:
    seen = tuple(seen)
    if not any(one.sighting.kind == E_MAIL for one in seen):
        yield from seen
        return
    from prostcli.personal.mailboxes import Mailboxes  # rarely wanted, and takes time to load

    boards = [b for register in registers for b in register.boards]
    mailboxes = Mailboxes(
        (b.id, b.short, *b.also, *(text for n in b.names for text in (n.name, n.short or "")))
        for b in boards
    )
    for one in seen:
        sighting = mailboxes.weighed(one.sighting)
        # Of earlier versions only what is certain is told.
        if sighting is not None and (sighting.certain or one.commit is None):
            yield one if sighting is one.sighting else replace(one, sighting=sighting)


def _of(seen: Seen) -> Diagnostic:
    kind = seen.rule
    place = Place(seen.path)
    if seen.commit is not None:
        facts: dict[str, object] = {"commit": seen.commit[:9]}
        if seen.path == MESSAGE:
            facts["variant"] = "message"
        else:
            facts["variant"] = "e-mail-address" if kind.name == E_MAIL else "personal-number"
        return _diagnostic(IN_HISTORY, place, facts, seen.span)
    if seen.sighting.kind == E_MAIL and not seen.sighting.certain:
        kind = replace(kind, severity=Severity.WARNING)
        return _diagnostic(kind, place, {"variant": "perhaps"}, seen.span)
    return _diagnostic(kind, place, {}, seen.span)


def unchecked(path: str, commit: str | None) -> Diagnostic:
    """A file, or a version of one, that could not be looked through."""
    facts: dict[str, object] = {}
    if commit is not None:
        facts = {"commit": commit[:9], "variant": "version"}
    return _diagnostic(NOT_LOOKED_AT, Place(path), facts)


def _diagnostic(
    kind: Rule, place: Place, facts: Facts | None = None, span: Span = START_OF_FILE
) -> Diagnostic:
    return Diagnostic(kind.code, kind.name, kind.severity, place, facts or {}, span)


SIGHTINGS: tuple[Rule, ...] = (*SEEN.values(), IN_HISTORY, NOT_LOOKED_AT)
