"""Appendix 2: the files that the document rests on, the decisions behind them, what is masked."""

from __future__ import annotations

from typing import NamedTuple

from prostcli.assessment.submissions import Current
from prostcli.documents.sources import Source
from prostcli.documents.views.boards import DecisionOf, decision_of
from prostcli.documents.views.context import Context, dissents
from prostcli.documents.views.figures import FigureView, figures
from prostcli.model.history import Touched
from prostcli.model.material import Slot
from prostcli.model.submissions import Baseline, Plan, Report


class FileView(NamedTuple):
    """A file, and what it counts as."""

    number: int
    path: str
    kind: str
    """plan, report, baseline; empty for a file of the programme."""
    board: str
    year: int
    standing: str
    """decided, received, draft, superseded, later, invalid, baseline; empty for the programme."""
    decision: DecisionOf | None
    basis: str
    """What a baseline rests on."""
    sha256: str = ""
    """Its fingerprint; empty where that is not known."""
    touched: Touched | None = None
    """The commit that last changed it, where there is git and all of it is committed."""


class SourceList(NamedTuple):
    """Appendix 2."""

    programme: tuple[FileView, ...]
    submissions: tuple[FileView, ...]
    superseded: tuple[FileView, ...]
    invalid: tuple[FileView, ...]
    masked: tuple[FigureView, ...]
    lacking: tuple[FigureView, ...]
    withheld: tuple[str, ...]
    """Measures under which figures or costs are never shown, or no count of clients."""
    used: tuple[Source, ...]
    numbers: tuple[int, ...]


def source_list(context: Context) -> SourceList:
    """Appendix 2. Made last: it lists every mark given out."""
    every = tuple(
        _file(context, path)._replace(
            touched=_touched(context, path),
            sha256=context.provenance.sha256.get(path, ""),
        )
        for path in context.source.paths
    )
    submissions = tuple(f for f in every if f.kind and f.standing != "later")
    numbers = _figures(context)
    return SourceList(
        programme=tuple(f for f in every if not f.kind),
        submissions=submissions,
        superseded=tuple(f for f in submissions if f.standing == "superseded"),
        invalid=tuple(f for f in submissions if f.standing in ("invalid", "edited")),
        masked=tuple(f for f in numbers if f.hides),
        lacking=tuple(f for f in numbers if f.lacks),
        withheld=tuple(o.id for o in context.material.obligations if o.sensitive is not None),
        used=context.source.used,
        numbers=tuple(sorted({s.number for s in context.source.used})),
    )


def _touched(context: Context, path: str) -> Touched | None:
    found = context.provenance.git.files.get(path)
    return None if found is None or found.day is None else found


def files(context: Context, numbers: set[int]) -> tuple[FileView, ...]:
    """The files of those numbers."""
    return tuple(
        _file(context, path)._replace(sha256=context.provenance.sha256.get(path, ""))
        for path in context.source.paths
        if context.source.number(path) in numbers
    )


def _file(context: Context, path: str) -> FileView:
    number = context.source.number(path)
    refused = {s.path: s for s in context.assessment.invalid}
    if path in refused:
        return _view(context, refused[path], "edited" if path in context.edited else "invalid")
    found = next((s for s in context.material.submitted if s.path == path), None)
    if found is None:
        return FileView(number, path, "", "", 0, "", None, "")
    if isinstance(found.value, Baseline):
        return _view(context, found.slot, "baseline", None, found.value.source)
    standing, decision = _standing(context, found.slot, found.value)
    return _view(context, found.slot, standing, decision)


def _standing(context: Context, slot: Slot, value: Plan | Report) -> tuple[str, DecisionOf | None]:
    standings = context.assessment.standings
    found = standings.plans if isinstance(value, Plan) else standings.reports
    current: Current | None = found.get((slot.board, slot.year))
    handed = context.handed.get((slot.board, slot.year, value.kind))
    if current is not None and handed is not None and current.file.path == slot.path:
        return current.standing, decision_of(context, handed)
    if value.decision is not None and value.decision.date > context.assessment.as_of:
        return "later", None
    if current is None or value.decision is None:
        return "draft", None
    decision = value.decision
    by = decision.by or slot.board
    return "superseded", DecisionOf(
        decision.date, context.name(by, decision.date), by != slot.board, decision.how,
        decision.paragraph or "", decision.reference or "", dissents(decision.dissent),
    )  # fmt: skip


def _view(
    context: Context,
    slot: Slot,
    standing: str,
    decision: DecisionOf | None = None,
    basis: str = "",
) -> FileView:
    return FileView(
        number=context.source.number(slot.path),
        path=slot.path,
        kind=slot.kind,
        board=context.short(slot.board),
        year=slot.year,
        standing=standing,
        decision=decision,
        basis=basis,
    )


def _figures(context: Context) -> tuple[FigureView, ...]:
    """Every figure of the reports that count."""
    standings = context.assessment.standings
    order = context.material.board_order
    found: list[FigureView] = []
    for board, year in sorted(standings.reports, key=lambda k: (k[1], order.get(k[0], 0), k[0])):
        current = standings.reports[board, year]
        if current.standing != "decided" or (board, year, "report") in standings.refused:
            continue
        assert isinstance(current.file.value, Report)  # noqa: S101  so indexed
        for index, entry in enumerate(current.file.value.entries):
            found += figures(context, board, year, entry, current.file.place("entries", index))
    return tuple(found)
