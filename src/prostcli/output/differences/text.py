"""Changes in words, under headings, each heading once."""

from prostcli.assessment.differences import Compared, Side
from prostcli.language import Language
from prostcli.output.caveats import told
from prostcli.output.differences.words import Words, named
from prostcli.output.screen import Screen


def text(compared: Compared, language: Language, screen: Screen) -> str:
    """Everything that has changed, no line wider than the screen."""
    words = Words(compared.before.assessment, compared.after.assessment, language)
    lines = screen.prose(headline(compared, language), "bold")
    if compared.after.assessment.material.programme.fictitious:
        lines += screen.prose(language.term("fictitious"), "bold magenta")
    if not compared.changes:
        key = "diff-nothing-chosen" if compared.chosen else "diff-nothing"
        lines += ["", *screen.prose(language.term(key))]
    last = ""
    for change in compared.changes:
        heading = words.heading(change)
        if heading != last:
            lines += ["", *screen.prose(heading, "bold")]
            last = heading
        first, *rest = screen.prose(words.line(change), indent="    ")
        lines += [f"  {first.lstrip()}", *rest]
    lines += beside(compared, language, screen)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def headline(compared: Compared, language: Language) -> str:
    """Which two states are compared, on which day."""
    names = [_name(side, language) for side in (compared.before, compared.after)]
    day = compared.after.assessment.as_of
    return language.term("diff-on", before=names[0], after=names[1], day=day)


def beside(compared: Compared, language: Language, screen: Screen) -> list[str]:
    """What counts in spite of errors in each state, and what does not count yet; alike, once."""
    sides = (compared.before, compared.after)
    first, last = (named(compared, side) for side in sides)
    if first == last:
        return screen.beside(told(last, language))
    lines = []
    for found, side in zip((first, last), sides, strict=True):
        lines += screen.beside(told(found, language, _name(side, language)))
    return lines


def _name(side: Side, language: Language) -> str:
    if side.commit:
        return f"{side.name} ({side.commit[:7]})"
    return side.name or language.term("diff-now")
