"""What a list names beside its figures: what counts in spite of errors, and what does not yet."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from prostcli.assessment.cells import Assessment
from prostcli.assessment.flagged import Flagged
from prostcli.assessment.selection import Selection
from prostcli.assessment.submissions import subjects
from prostcli.assessment.to_come import ToCome, to_come
from prostcli.escape import markdown_text
from prostcli.language import Language
from prostcli.model.submissions import Baseline
from prostcli.output.text import show

NAMED = 3
"""So many files with a decision to come are named: of a day gone by they may be hundreds."""


class Caveats(NamedTuple):
    """What is to be named beside some plans and reports."""

    flagged: tuple[Flagged, ...] = ()
    """Those that count in spite of errors."""
    not_yet: tuple[ToCome, ...] = ()
    """The files whose decision is dated after the date, the farthest first."""


def caveats(assessment: Assessment, selection: Selection) -> Caveats:
    """What concerns the boards, years and measures that are chosen, whatever else is.

    Of a plan or a report the errors in the entries of those measures, or in none. What the
    programme's own files have decided for later concerns everyone.
    """
    chosen, speaking = selection.measures(assessment), None
    if chosen is not None:
        speaking = {
            s.path
            for s in assessment.material.submitted
            if not isinstance(s.value, Baseline) and not chosen.isdisjoint(subjects(s.value))
        }

    def concerned(path: str, board: str, year: int) -> bool:
        return selection.has(board, year) and (speaking is None or path in speaking)

    flagged = (
        f if chosen is None else f._replace(faults=f.within(chosen))
        for f in assessment.flagged
        if concerned(f.path, f.board, f.year)
    )
    later = (
        f
        for f in to_come(assessment)
        if f.board is None or f.year is None or concerned(f.path, f.board, f.year)
    )
    return Caveats(tuple(f for f in flagged if f.faults), tuple(later))


def of_changed(assessment: Assessment, changed: Collection[tuple[str, int | None]]) -> Caveats:
    """What concerns the boards and years that have changed, and nothing else."""
    found = caveats(assessment, Selection())
    return Caveats(
        tuple(f for f in found.flagged if (f.board, f.year) in changed),
        tuple(f for f in found.not_yet if (f.board, f.year) in changed),
    )


def told(found: Caveats, language: Language, state: str = "") -> Iterator[tuple[str, list[str]]]:
    """Each kind under its heading, a line a file. `state`: of which state of the files it holds."""
    term = language.term

    def heading(key: str) -> str:
        return f"{term(key)}, {state}" if state else term(key)

    if found.flagged:
        lines = [f"{show(f.path)}: {', '.join(f.codes)}" for f in found.flagged]
        yield heading("status-flagged"), lines
    if found.not_yet:
        named = [term("status-dated", path=show(f.path), day=f.date) for f in found.not_yet[:NAMED]]
        rest = len(found.not_yet) - NAMED
        if rest > 0:
            named.append(language.counted("status-dated-more", rest))
        yield heading("status-not-yet"), named


def as_blocks(lists: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
    """Lists under their headings, as blocks of Markdown."""
    for heading, lines in lists:
        yield f"## {heading}"
        yield "\n".join(f"- {markdown_text(line)}" for line in lines)


def as_json(found: Caveats) -> dict[str, list[dict[str, object]]]:
    """The keys `flagged` and `not_yet`, which README.md promises."""
    return {
        "flagged": [
            {
                "path": f.path,
                "board": f.board,
                "year": f.year,
                "kind": f.kind,
                "codes": list(f.codes),
            }
            for f in found.flagged
        ],
        "not_yet": [
            {
                "path": f.path,
                "board": f.board,
                "year": f.year,
                "kind": f.kind,
                "date": f.date.isoformat(),
            }
            for f in found.not_yet
        ],
    }
