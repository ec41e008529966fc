"""The ledger as Markdown."""

from prostcli.escape import markdown_text as inline
from prostcli.language import Language
from prostcli.output.activities.view import LedgerView, Line, nothing
from prostcli.output.caveats import as_blocks, told


def markdown(view: LedgerView, language: Language) -> str:
    """The same as the table, every text escaped."""
    term = language.term
    blocks = _head(view, language)
    if not view.years:
        blocks.append(term("status-no-cells"))
    for year in view.years:
        if not year.boards:  # no heading: there would be nothing under it
            blocks.append(nothing(view, year.year, language))
            continue
        blocks.append(f"## {term('activities-year', year=year.year)}")
        for board in year.boards:
            blocks.append(f"### {inline(board.name)}")
            if board.lines:
                blocks.append("\n".join(_item(line, language) for line in board.lines))
            if board.beside:
                blocks.append(term("activities-unplanned"))
                blocks.append("\n".join(_item(line, language) for line in board.beside))
    if view.tallies:
        blocks.append(f"## {term('activities-years')}")
        blocks.append(_tallies(view, language))
        blocks.append(term("activities-note"))
    if view.drafts:
        said = [inline(f"{name} {year}") for name, year in view.drafts]
        blocks.append(term("activities-drafts", plans=said))
    blocks += as_blocks(told(view.caveats, language))
    return "\n\n".join(blocks) + "\n"


def _head(view: LedgerView, language: Language) -> list[str]:
    term = language.term
    blocks = [f"# {inline(view.title)}"]
    blocks.append(term("activities-on", edition=view.edition, day=view.as_of))
    if view.fictitious:
        blocks.append(f"**{term('fictitious')}**")
    if view.draft:
        blocks.append(f"**{term('programme-draft')}**")
    if view.invalid:
        blocks.append(f"**{language.counted('invalid-files', len(view.invalid))}**")
        blocks.append("\n".join(f"- {inline(p)}" for p in view.invalid))
    return blocks


def _item(line: Line, language: Language) -> str:
    first, *also = line.obligations
    more = f" ({language.term('activity-also', obligations=also)})" if also else ""
    fate, *rest = (inline(s) for s in line.said)
    return f"- {inline(first)} {inline(line.text)}{more} {' '.join([f'**{fate}**', *rest])}"


def _tallies(view: LedgerView, language: Language) -> str:
    term = language.term
    fates = [language.fate(f) for f in view.fates]
    heads = [
        term("year-heading"), term("activities-planned"), *fates, term("activities-late"),
        term("activities-unplanned"),
    ]  # fmt: skip
    rows = [
        [str(n) for n in (t.year, t.total, *t.numbers, t.late, t.unplanned)] for t in view.tallies
    ]
    lines = [heads, ["---", *(["---:"] * (len(heads) - 1))], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
