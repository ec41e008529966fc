"""The plans and reports on a terminal."""

from prostcli.language import Language
from prostcli.output.screen import Screen
from prostcli.output.submissions.view import Row, SubmissionsView, nothing, owed, said
from prostcli.output.text import cut, padded, show, width

STYLES = {"decided": "green", "received": "yellow", "draft": "yellow", "overdue": "red",
          "invalid": "bold red"}  # fmt: skip


def table(view: SubmissionsView, language: Language, screen: Screen) -> str:
    """Everything, no line wider than the screen."""
    term = language.term
    lines = screen.prose(view.title, "bold")
    lines += screen.prose(term("submissions-on", edition=view.edition, day=view.as_of))
    if view.fictitious:
        lines += screen.prose(term("fictitious"), "bold magenta")
    if view.draft:
        lines += screen.prose(term("programme-draft"), "bold red")
    if view.invalid:
        files = language.counted("invalid-files", len(view.invalid))
        lines += ["", *screen.prose(files, "bold red"), *(f"  {show(p)}" for p in view.invalid)]
    if not view.groups:
        lines += ["", *screen.prose(nothing(view, language))]
    for group in view.groups:
        lines += ["", *screen.prose(term(f"submissions-{group.kind}", year=group.year), "bold")]
        wide = min(max(width(r.name) for r in group.rows), max(12, screen.columns // 3))
        for row in group.rows:
            lines += _row(row, wide, language, screen)
    lines += ["", *screen.prose(term("submissions-note"), "dim")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _row(row: Row, wide: int, language: Language, screen: Screen) -> list[str]:
    """The board, what there is, and below it what it owes and the file."""
    indent = " " * (wide + 4)
    first, *rest = screen.prose(said(row, language), indent=indent)
    name = padded(cut(show(row.name), wide), wide)
    told = screen.paint(first[len(indent) :], STYLES.get(row.handed.state, ""))
    lines = [f"  {name}  {told}", *rest]
    lines += screen.prose(owed(row, language), "dim", indent)
    for path in row.paths[:1]:
        lines += screen.prose(path, "dim", indent)
    return lines
