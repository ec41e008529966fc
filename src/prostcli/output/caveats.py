"""What a list names beside its figures: what counts in spite of errors, and what does not yet."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from prostcli.assessment.cells import Assessment
from prostcli.assessment.flagged import Flagged
from prostcli.assessment.to_come import ToCome, to_come
from prostcli.escape import markdown_text
from prostcli.language import Language
from prostcli.output.text import show

NAMED = 3
"""So many files with a decision to come are named: of a day gone by they may be hundreds."""


class Caveats(NamedTuple):
    """What is to be named beside some plans and reports."""

    flagged: tuple[Flagged, ...] = ()
    """Those that count in spite of errors."""
    not_yet: tuple[ToCome, ...] = ()
    """The files whose decision is dated after the date, the farthest first."""


def caveats(assessment: Assessment, shown: Callable[[str, int], bool] | None = None) -> Caveats:
    """All of it; or what concerns the boards and years that are shown."""
    flagged, later = assessment.flagged, to_come(assessment)
    if shown is None:
        return Caveats(flagged, later)
    return Caveats(
        tuple(f for f in flagged if shown(f.board, f.year)),
        tuple(
            f
            for f in later
            if f.board is not None and f.year is not None and shown(f.board, f.year)
        ),
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
