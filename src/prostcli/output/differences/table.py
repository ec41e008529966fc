"""Changes as a table: what, about what, before and after."""

from prostcli.assessment.differences import Compared
from prostcli.language import Language
from prostcli.output.differences.text import beside, headline
from prostcli.output.differences.words import Words
from prostcli.output.screen import Screen, plain_table
from prostcli.output.text import cut, show


def table(compared: Compared, language: Language, screen: Screen) -> str:
    """A line a change; what has no room is cut."""
    words = Words(compared.before.assessment, compared.after.assessment, language)
    lines = [*screen.prose(headline(compared, language), "bold"), ""]
    if not compared.changes:
        key = "diff-nothing-chosen" if compared.chosen else "diff-nothing"
        return "\n".join([*lines, *screen.prose(language.term(key))]) + "\n"
    wide = max(20, (screen.columns - 20) // 2)
    room = max(8, (screen.columns - 20 - wide) // 2)
    rows = []
    for change in compared.changes:
        first, last = words.before_and_after(change)
        what = language.term(f"diff-area-{change.area}")
        who = [words.board(change.board)] if change.board else []
        who += [str(change.year)] if change.year is not None else []
        about = words.about(change)
        named = ", ".join(part for part in (" ".join(who), about) if part)
        texts = ((what, 12), (named, wide), (first, room), (last, room))
        rows.append(tuple(cut(show(t), most) for t, most in texts))
    heads = tuple(language.term(f"diff-{key}-heading") for key in ("what", "about", "was", "is"))
    lines += plain_table(heads, list(rows), screen, right=())
    lines += beside(compared, language, screen)
    return "\n".join(line.rstrip() for line in lines) + "\n"
