"""The ledger on a terminal: board by board, each activity and what became of it."""

from prostcli.language import Language
from prostcli.output.activities.view import BoardLines, LedgerView, Line, nothing
from prostcli.output.caveats import told
from prostcli.output.screen import Screen, plain_table
from prostcli.output.text import show, width


def table(view: LedgerView, language: Language, screen: Screen) -> str:
    """Everything, no line wider than the screen."""
    term = language.term
    lines = screen.prose(view.title, "bold")
    lines += screen.prose(term("activities-on", edition=view.edition, day=view.as_of))
    if view.fictitious:
        lines += screen.prose(term("fictitious"), "bold magenta")
    if view.draft:
        lines += screen.prose(term("programme-draft"), "bold red")
    if view.invalid:
        files = language.counted("invalid-files", len(view.invalid))
        lines += ["", *screen.prose(files, "bold red"), *(f"  {show(p)}" for p in view.invalid)]
    if not view.years:
        lines += ["", *screen.prose(term("status-no-cells"))]
    for year in view.years:
        if not year.boards:  # no heading: there would be nothing under it
            lines += ["", *screen.prose(nothing(view, year.year, language))]
            continue
        lines += ["", *screen.prose(term("activities-year", year=year.year), "bold")]
        for board in year.boards:
            lines += ["", *_board(board, language, screen)]
    if view.tallies:
        lines += ["", *_tallies(view, language, screen)]
    if view.drafts:
        plans = [f"{name} {year}" for name, year in view.drafts]
        lines += ["", *screen.prose(term("activities-drafts", plans=plans), "dim")]
    lines += screen.beside(told(view.caveats, language))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _board(board: BoardLines, language: Language, screen: Screen) -> list[str]:
    lines = screen.prose(board.name, "bold")
    for line in board.lines:
        lines += _activity(line, language, screen)
    if board.beside:
        lines += screen.prose(language.term("activities-unplanned"), "dim", indent="  ")
        for line in board.beside:
            lines += _activity(line, language, screen)
    return lines


def _activity(line: Line, language: Language, screen: Screen) -> list[str]:
    """The text, and below it what became of it."""
    first, *also = line.obligations
    text = f"{first}  {line.text}"
    if also:
        text += f" ({language.term('activity-also', obligations=also)})"
    lines = _hung(text, "  ", " " * (4 + width(first)), screen)
    fate, *rest = line.said
    became = _hung(
        " ".join([fate, *rest]), " " * (4 + width(first)), " " * (4 + width(first)), screen
    )
    became[0] = became[0].replace(show(fate), screen.paint(show(fate), line.style), 1)
    return [*lines, *became]


def _hung(text: str, first: str, rest: str, screen: Screen) -> list[str]:
    """A text with its first line further out than the rest."""
    lines = screen.prose(text, indent=rest)
    return [first + lines[0][len(first) :].lstrip(), *lines[1:]] if first != rest else lines


def _tallies(view: LedgerView, language: Language, screen: Screen) -> list[str]:
    term = language.term
    lines = screen.prose(term("activities-years"), "bold")
    heads = [term("year-heading"), *(str(t.year) for t in view.tallies)]
    rows = [(term("activities-planned"), *(str(t.total) for t in view.tallies))]
    for at, fate in enumerate(view.fates):
        rows.append((f"  {language.fate(fate)}", *(str(t.numbers[at]) for t in view.tallies)))
    rows += [
        (term("activities-late"), *(str(t.late) for t in view.tallies)),
        (term("activities-unplanned"), *(str(t.unplanned) for t in view.tallies)),
    ]
    lines += plain_table(tuple(heads), rows, screen, right=tuple(range(1, len(heads))))
    return lines + screen.prose(term("activities-note"), "dim")
