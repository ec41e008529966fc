"""The status as Markdown, for a merge request, a wiki or a protocol."""

from collections.abc import Iterable

from prostcli.escape import markdown_text as inline
from prostcli.language import Language
from prostcli.output.caveats import as_blocks
from prostcli.output.status.table import beside_cells, ledger_line, missing_line, nothing, rests_on
from prostcli.output.status.view import StatusView, YearMatrix


def markdown(view: StatusView, language: Language) -> str:
    """The same as the table, every text escaped."""
    term = language.term
    blocks = [f"# {inline(view.title)}", term("status-on", edition=view.edition, day=view.as_of)]
    if view.fictitious:
        blocks.append(f"**{term('fictitious')}**")
    if view.draft:
        blocks.append(f"**{term('programme-draft')}**")
    if view.invalid:
        blocks.append(f"**{language.counted('invalid-files', len(view.invalid))}**")
        blocks.append("\n".join(f"- {inline(p)}" for p in view.invalid))
    if view.empty:
        blocks.append(term("status-empty"))
    for matrix in view.matrices:
        blocks += _year(matrix, language)
    blocks.append(f"## {term('status-years')}")
    keys = ("year", "boards", "plans-decided", "reports-decided", "missing", "share")
    rows = [
        (
            str(line.year) + (r"\*" if line.partly_covered else ""),
            str(line.boards),
            f"{line.plans['decided']}/{line.plans_expected}" if line.plans_expected else "–",
            f"{line.reports['decided']}/{line.reports_expected}" if line.reports_expected else "–",
            f"{line.plans['overdue']}+{line.reports['overdue']}",
            str(line.share) if line.share.of else "–",
        )
        for line in view.years
    ]
    blocks.append(_table([term(f"{k}-heading") for k in keys], rows))
    if any(line.partly_covered for line in view.years):
        blocks.append(rf"\* {term('status-partly')}")
    blocks.append(term("status-years-note"))
    blocks += [inline(ledger_line(ledger, language)) for ledger in view.ledgers]
    if view.missing:
        by = view.missing_by
        heading = term("status-due", day=by) if by is not None else term("status-overdue")
        blocks.append(f"## {heading}")
        blocks.append("\n".join(f"- {inline(missing_line(m, language))}" for m in view.missing))
        if any(name.endswith("*") for missing in view.missing for name in missing.boards):
            blocks.append(rf"\* {term('status-has-draft')}")
        blocks.append(term("status-overdue-note"))
    else:
        blocks.append(term("status-nothing-overdue"))
    blocks += as_blocks(beside_cells(view, language))
    blocks.append(rests_on(view, language))
    return "\n\n".join(blocks) + "\n"


def _year(matrix: YearMatrix, language: Language) -> list[str]:
    term = language.term
    if not matrix.rows:  # no heading: there would be nothing under it
        return [nothing(matrix, language)]
    heading = f"## {term('status-year', year=matrix.year)}"
    if not matrix.whole:
        heading += " " + term("status-part", first=matrix.first, last=matrix.last)
    marks = dict(matrix.legend)
    rows = [
        (
            inline(row.name),
            *(marks[s].glyph if s is not None else "" for s in row.statuses),
            str(row.share) if row.share.of else "–",
        )
        for row in matrix.rows
    ]
    heads = [term("board-heading"), *(c.obligation for c in matrix.columns), term("share-heading")]
    measures = [
        (
            c.obligation,
            inline(c.label) + (f" ({term('advisory')})" if c.advisory else ""),
            str(c.share) if c.share.of else "–",
            "; ".join(f"{inline(marks[s].label)} {n}" for s, n in c.tally),
        )
        for c in matrix.columns
        if c.tally
    ]
    legend = " · ".join(f"{m.glyph} {inline(m.label)}" for _, m in matrix.legend)
    measure_heads = [term("obligation-heading"), "", term("share-heading"), term("states-heading")]
    return [
        heading,
        _table(heads, rows),
        f"{legend}. {term('share-explained')}",
        _table(measure_heads, measures),
    ]


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
