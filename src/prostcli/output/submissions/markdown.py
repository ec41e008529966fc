"""The plans and reports as Markdown."""

from prostcli.escape import markdown_text as inline
from prostcli.language import Language
from prostcli.output.submissions.view import SubmissionsView, nothing, owed, said


def markdown(view: SubmissionsView, language: Language) -> str:
    """The same as the table, every text escaped."""
    term = language.term
    blocks = [f"# {inline(view.title)}"]
    blocks.append(term("submissions-on", edition=view.edition, day=view.as_of))
    if view.fictitious:
        blocks.append(f"**{term('fictitious')}**")
    if view.draft:
        blocks.append(f"**{term('programme-draft')}**")
    if view.invalid:
        blocks.append(f"**{language.counted('invalid-files', len(view.invalid))}**")
        blocks.append("\n".join(f"- {inline(p)}" for p in view.invalid))
    if not view.groups:
        blocks.append(nothing(view, language))
    for group in view.groups:
        blocks.append(f"## {term(f'submissions-{group.kind}', year=group.year)}")
        lines = [
            [term(f"{key}-heading") for key in ("board", "state", "owes", "file")],
            ["---"] * 4,
        ]
        lines += [
            [
                inline(row.name),
                inline(said(row, language)),
                inline(owed(row, language)),
                inline(row.paths[0] if row.paths else "–"),
            ]
            for row in group.rows
        ]
        blocks.append("\n".join(f"| {' | '.join(line)} |" for line in lines))
    blocks.append(term("submissions-note"))
    return "\n\n".join(blocks) + "\n"
