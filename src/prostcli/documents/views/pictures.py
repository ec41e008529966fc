"""Pictures: what is to be drawn, made once for every form. Each has an equal table by its nature.

A picture is a grid of signs or bars of numbers. It knows no colour and no shape: only which tone a
thing has, the sign that says the same without colour, and the words for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple, TypeAlias

from prostcli.assessment.activities import FATES, fates
from prostcli.assessment.cells import Cell, YearlyKind
from prostcli.assessment.parts import PARTS, Part, in_shares, parts, said
from prostcli.documents.passages import plain
from prostcli.documents.views.context import Context
from prostcli.model.obligations import Obligation

PART_SIGNS: Final[dict[Part, str]] = {
    "good": "✓", "partial": "◐", "bad": "✗", "unknown": "?", "untouched": "○", "undecided": "✎",
    "invalid": "‼", "silent": "!", "waiting": "·", "exempt": "⊘", "closed": "◆",
}  # fmt: skip
FATE_TONES: Final[dict[str, tuple[Part, str]]] = {
    "done": ("good", "✓"), "partly": ("partial", "◐"), "not-done": ("bad", "✗"),
    "postponed": ("unknown", "→"), "cancelled": ("exempt", "⊘"), "transferred": ("exempt", "⇄"),
    "written-off": ("closed", "/"), "unanswered": ("untouched", "○"), "invalid": ("invalid", "‼"),
    "received": ("undecided", "◌"), "draft": ("undecided", "✎"), "overdue": ("silent", "!"),
    "not-due": ("waiting", "·"), "not-expected": ("exempt", "–"),
}  # fmt: skip
"""The tone and the sign of what became of an activity."""
STATE_TONES: Final[dict[str, tuple[Part, str]]] = {
    "decided": ("good", "✓"), "received": ("undecided", "◌"), "draft": ("undecided", "✎"),
    "invalid": ("invalid", "‼"), "overdue": ("silent", "!"), "not-due": ("waiting", "·"),
}  # fmt: skip
"""The same of a plan or report as a whole."""
_COUNTS_TONES: Final[dict[str, Part]] = {
    "settled": "closed", "written-off": "closed", "not-addressed": "untouched",
    "report-invalid": "invalid", "plan-invalid": "invalid", "report-received": "undecided",
    "report-draft": "undecided", "report-overdue": "silent", "plan-overdue": "silent",
}  # fmt: skip

QUIET: Final[frozenset[Part]] = frozenset({"silent", "waiting"})
"""Tones of where there is nothing, be it late or not."""


class Sign(NamedTuple):
    """A thing that a picture shows: its tone, the sign that needs no colour, and the words."""

    tone: Part
    glyph: str
    label: str
    ascii: str = ""
    """What stands for the sign where no font has it; empty for our own, which every form has."""


class Column(NamedTuple):
    """A column of a grid."""

    group: str
    label: str
    title: str
    """In full, for whoever asks what the label stands for; empty where it says all."""
    id: str = ""
    """Of what it is about: a measure, a year."""


class GridRow(NamedTuple):
    """A row of a grid; None where nothing is expected."""

    label: str
    signs: tuple[Sign | None, ...]
    id: str = ""
    """Of what it is about: a board."""


class Grid(NamedTuple):
    """Signs in rows and columns."""

    name: str
    title: str
    about: str
    corner: str
    """What the rows are."""
    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    legend: tuple[Sign, ...]
    groups: tuple[tuple[str, int], ...]
    """The groups of columns, and how many columns each has; those in a row together."""
    cases: int
    """How many signs it has."""
    quiet: bool
    """Whether each column is one sign and says that nothing is there: a sentence tells it."""
    alone: Sign | None
    """The one sign that all of it would show, if that says that nothing is there."""
    kind: str = "grid"


def grid_of(  # noqa: PLR0913, PLR0917  what a grid says
    name: str,
    title: str,
    about: str,
    corner: str,
    columns: tuple[Column, ...],
    rows: tuple[GridRow, ...],
    legend: tuple[Sign, ...],
) -> Grid:
    """A grid with all that follows from its signs."""
    quiet = all(s.tone in QUIET for s in legend) and all(
        len({row.signs[at] for row in rows} - {None}) < 2  # noqa: PLR2004  one and another
        for at in range(len(columns))
    )
    return Grid(
        name, title, about, corner, columns, rows, legend,
        groups=groups_of(columns),
        cases=sum(sign is not None for row in rows for sign in row.signs),
        quiet=quiet,
        alone=legend[0] if quiet and len(legend) == 1 else None,
    )  # fmt: skip


def groups_of(columns: Iterable[Column]) -> tuple[tuple[str, int], ...]:
    """The groups of columns, and how many columns each has; those in a row together."""
    return tuple((group, len(tuple(same))) for group, same in groupby(c.group for c in columns))


class Matrix(NamedTuple):
    """A grid of which each row, column and sign leads somewhere: "" where it does not."""

    name: str
    """The grid's."""
    grid: Grid
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    signs: tuple[tuple[str, ...], ...]
    """By row, then column."""
    kind: str = "matrix"


class Bar(NamedTuple):
    """One bar: its parts in the order of the legend."""

    label: str
    numbers: tuple[int, ...]
    said: str
    """What stands at its end: `7/10`; empty where no share says anything."""
    total: int
    """All of it."""


def bar_of(label: str, numbers: tuple[int, ...], said: str) -> Bar:
    """A bar with the sum of its numbers."""
    return Bar(label, numbers, said, sum(numbers))


class Span(NamedTuple):
    """Years running with as many cases each."""

    first: int
    last: int
    cases: int


class Quiet(NamedTuple):
    """What is all that there is to say of some years."""

    label: str
    spans: tuple[Span, ...]


class Panel(NamedTuple):
    """Bars that belong together."""

    label: str
    bars: tuple[Bar, ...]


class Bars(NamedTuple):
    """Numbers as bars in panels, all to the same scale."""

    name: str
    title: str
    about: str
    corner: str
    """What a bar stands for; with more than one panel the panel comes first."""
    said: str
    """What `Bar.said` says; empty where no bar says anything."""
    legend: tuple[Sign, ...]
    panels: tuple[Panel, ...]
    longest: int
    """The total of the longest bar; 1 where there is nothing."""
    widest: int
    """The characters of the longest label of a bar."""
    silent: bool
    """Whether it would show nothing but that nothing is there."""
    quiet: tuple[Quiet, ...] = ()
    """Of bars of years: all that it would show, where each year is one sign and is silent."""
    kind: str = "bars"


def bars_of(  # noqa: PLR0913, PLR0917  what bars say
    name: str,
    title: str,
    about: str,
    corner: str,
    said: str,
    legend: tuple[Sign, ...],
    panels: tuple[Panel, ...],
) -> Bars:
    """Bars with all that follows from their numbers."""
    return Bars(
        name, title, about, corner, said, legend, panels,
        longest=max((b.total for p in panels for b in p.bars), default=1) or 1,
        widest=max((len(plain(b.label)) for p in panels for b in p.bars), default=0),
        silent=all(s.tone in QUIET for s in legend),
    )  # fmt: skip


def bars_of_years(bars: Bars) -> Bars:
    """Bars of which each is a year, with what there is to say of the years where all is silent."""
    years: dict[int, list[int]] = {}
    for bar in (b for p in bars.panels for b in p.bars):
        sums = years.setdefault(int(bar.label), [0] * len(bars.legend))
        years[int(bar.label)] = [a + b for a, b in zip(sums, bar.numbers, strict=True)]
    if not bars.silent or any(sum(n > 0 for n in numbers) > 1 for numbers in years.values()):
        return bars
    return bars._replace(
        quiet=tuple(
            Quiet(sign.label, _spans((y, n[at]) for y, n in sorted(years.items()) if n[at]))
            for at, sign in enumerate(bars.legend)
        )
    )


def _spans(cases: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    found: list[Span] = []
    for year, count in cases:
        last = found[-1] if found else None
        if last is not None and (last.last + 1, last.cases) == (year, count):
            found[-1] = last._replace(last=year)
        else:
            found.append(Span(year, year, count))
    return tuple(found)


Picture: TypeAlias = Grid | Bars | Matrix


def matrix(context: Context, year: int) -> Grid | None:
    """Boards by measures in a year: the status of each cell. None where nothing is expected."""
    cells = {(c.board, c.obligation): c for c in context.assessment.cells if c.year == year}
    if not cells:
        return None
    bound, told = {b for b, _ in cells}, {o for _, o in cells}
    measures = [o for o in context.material.obligations if o.id in told]
    boards = [b for b in context.material.register.boards if b.id in bound]
    labels = {s.id: context.words(s.label) for s in context.programme.sections}
    rows = tuple(
        GridRow(
            b.short,
            tuple(
                _status(context, cells[b.id, o.id], o) if (b.id, o.id) in cells else None
                for o in measures
            ),
            b.id,
        )
        for b in boards
    )
    columns = tuple(
        Column(f"{o.section} {labels[o.section]}", o.id, context.words(o.label), o.id)
        for o in measures
    )
    term = context.language.term
    return grid_of(
        f"matrix-{year}", term("picture-matrix", year=year), term("picture-matrix-about"),
        term("picture-boards"), columns, rows, _used(rows),
    )  # fmt: skip


def material(context: Context) -> Grid:
    """Boards by years: which plans and reports there are."""
    years = context.programme.term.years
    term = context.language.term
    kinds: tuple[YearlyKind, ...] = ("plan", "report")
    wanted = {(y, k) for _, y, k in context.handed}
    columns = [(y, k) for y in years for k in kinds if (y, k) in wanted]
    there = {b for b, _, _ in context.handed}
    boards = [b for b in context.material.register.boards if b.id in there]
    signs = {
        state: Sign(tone, glyph, term(f"picture-{state}"))
        for state, (tone, glyph) in STATE_TONES.items()
    }
    rows = tuple(
        GridRow(
            b.short,
            tuple(
                signs.get(context.handed[b.id, y, k].state) if (b.id, y, k) in context.handed
                else None
                for y, k in columns
            ),
            b.id,
        )
        for b in boards
    )  # fmt: skip
    return grid_of(
        "material", term("picture-material"), term("picture-material-about"),
        term("picture-boards"),
        tuple(Column(str(y), term(f"picture-{k}"), "", str(y)) for y, k in columns),
        rows, _used(rows),
    )  # fmt: skip


def activities(context: Context) -> Bars | None:
    """Planned activities and what became of them, year by year. None where there are none."""
    ledger = context.commitments
    if not ledger:
        return None
    term = context.language.term
    used = [f for f in FATES if any(c.fate == f for c in ledger)]
    legend = tuple(Sign(*FATE_TONES[f], context.language.fate(f)) for f in used)
    bars = []
    for year in sorted({c.year for c in ledger}):
        numbers = fates(c for c in ledger if c.year == year)
        bars.append(bar_of(str(year), tuple(numbers[f] for f in used), ""))
    return bars_of(
        "activities", term("picture-activities"), term("picture-activities-about"),
        term("picture-year"), "", legend, (Panel("", tuple(bars)),),
    )  # fmt: skip


def sections(context: Context) -> Bars:
    """What became of each section's measures, year by year."""
    of: dict[str, list[Cell]] = {s.id: [] for s in context.programme.sections}
    for obligation in context.material.obligations:
        of[obligation.section] += context.cells_of[obligation.id]
    panels = [
        (f"{s.id} {context.words(s.label)}", in_shares(of[s.id]), True)
        for s in context.programme.sections
    ]
    term = context.language.term
    about = term("picture-sections-about")
    return _years(context, "sections", term("picture-sections"), about, panels)


def goals(context: Context, year: int) -> Bars | None:
    """What became of the measures linked to each goal, in a year. None where none is linked."""
    term = context.language.term
    found: list[tuple[str, Counter[Part], str]] = []
    for goal in context.programme.goals:
        cells = [c for o in linked(context, goal.id) for c in context.cells_of[o.id]]
        cells = [c for c in cells if c.year == year]
        found.append((context.words(goal.label), parts(in_shares(cells)), said(cells)))
    if not any(numbers.total() for _, numbers, _ in found):
        return None
    legend = _legend(context, (numbers for _, numbers, _ in found))
    bars = tuple(
        bar_of(label, tuple(numbers[s.tone] for s in legend), said)
        for label, numbers, said in found
    )
    return bars_of(
        f"goals-{year}", term("picture-goals", year=year), term("picture-goals-about"),
        term("picture-goal"), term("picture-share"), legend, (Panel("", bars),),
    )  # fmt: skip


def measures(context: Context, section: str) -> Bars:
    """What became of each measure of a section, year by year: small multiples."""
    panels = []
    for o in context.material.obligations:
        if o.section == section and context.cells_of[o.id]:
            nature = context.programme.nature(o.nature)
            label = f"{o.id} {context.words(o.label)}"
            panels.append((label, context.cells_of[o.id], nature.share if nature else True))
    title = context.words(context.material.sections[section].label)
    term = context.language.term
    return _years(
        context, f"measures-{section}", term("picture-measures", section=f"{section} {title}"),
        term("picture-measures-about"), panels,
    )  # fmt: skip


def linked(context: Context, goal: str) -> tuple[Obligation, ...]:
    """The measures that the editors link to a goal."""
    return tuple(
        o for o in context.material.obligations
        if o.interpretation is not None and goal in o.interpretation.goals
    )  # fmt: skip


def _years(
    context: Context,
    name: str,
    title: str,
    about: str,
    panels: Sequence[tuple[str, Iterable[Cell], bool]],
) -> Bars:
    counted: list[tuple[str, list[tuple[int, Counter[Part], str]]]] = []
    for label, cells, shared in panels:
        by_year: dict[int, list[Cell]] = {}
        for cell in cells:
            if cell.expected.report_due is not None:
                by_year.setdefault(cell.year, []).append(cell)
        rows = [
            (year, parts(by_year[year]), said(by_year[year]) if shared else "")
            for year in sorted(by_year)
        ]
        counted.append((label, rows))
    legend = _legend(context, (numbers for _, rows in counted for _, numbers, _ in rows))
    term = context.language.term
    shown = (
        Panel(label, tuple(bar_of(str(y), tuple(n[s.tone] for s in legend), t) for y, n, t in rows))
        for label, rows in counted
        if rows
    )
    made = bars_of(
        name, title, about, term("picture-year"), term("picture-share"), legend, tuple(shown)
    )
    return bars_of_years(made)


def _legend(context: Context, numbers: Iterable[Mapping[Part, int]]) -> tuple[Sign, ...]:
    """The parts that occur, those that are counted first."""
    there = {p for counted in numbers for p, n in counted.items() if n}
    return tuple(
        Sign(p, PART_SIGNS[p], context.language.term(f"part-{p}")) for p in PARTS if p in there
    )


def _status(context: Context, cell: Cell, obligation: Obligation) -> Sign:
    mark = context.language.mark(context.programme, obligation.nature, cell.status)
    tone: Part = cell.counts.value if cell.counts is not None else "waiting"
    if cell.counts is None or cell.status in _COUNTS_TONES:
        tone = _COUNTS_TONES.get(cell.status, "waiting")
    return Sign(tone, mark.glyph, mark.label, mark.ascii)


def _used(rows: Iterable[GridRow]) -> tuple[Sign, ...]:
    """The signs that occur, in the order of their tones."""
    there = {s for row in rows for s in row.signs if s is not None}
    return tuple(sorted(there, key=lambda s: (PARTS.index(s.tone), plain(s.label))))
