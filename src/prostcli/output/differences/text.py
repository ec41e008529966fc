"""Changes in words, under headings, each heading once."""

from prostcli.assessment.differences import Compared
from prostcli.language import Language
from prostcli.output.differences.words import Words
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
    told = ""
    for change in compared.changes:
        heading = words.heading(change)
        if heading != told:
            lines += ["", *screen.prose(heading, "bold")]
            told = heading
        first, *rest = screen.prose(words.line(change), indent="    ")
        lines += [f"  {first.lstrip()}", *rest]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def headline(compared: Compared, language: Language) -> str:
    """Which two states are compared, on which day."""
    now = language.term("diff-now")
    names = [
        f"{side.name} ({side.commit[:7]})" if side.commit else side.name or now
        for side in (compared.before, compared.after)
    ]
    day = compared.after.assessment.as_of
    return language.term("diff-on", before=names[0], after=names[1], day=day)
