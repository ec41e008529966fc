"""The status on a terminal: a matrix of boards and measures, and what to know about it.

Laid out by hand: narrow columns below a common heading, one sign a cell, are no table of a
library's, and importing one would take longer than all the rest of the command.
"""

from collections.abc import Callable, Iterator

from prostcli.language import Language, Mark
from prostcli.output.caveats import told
from prostcli.output.screen import GAP, Screen, plain_table
from prostcli.output.status.bars import (
    FULL,
    NOBODY,
    OPEN,
    RAMP,
    REST,
    SILENT,
    bar,
    drawn,
    special_sign,
    writable,
)
from prostcli.output.status.courses import Point
from prostcli.output.status.view import (
    Column,
    Ledger,
    Missing,
    Persisting,
    StatusView,
    YearMatrix,
)
from prostcli.output.text import cut, padded, show, width

ROOMY = 110
"""From this width on a board's row tells more."""


def table(view: StatusView, language: Language, screen: Screen) -> str:
    """Everything, no line wider than the screen."""
    term = language.term
    lines = screen.prose(view.title, "bold")
    lines += screen.prose(term("status-on", edition=view.edition, day=view.as_of))
    if view.fictitious:
        lines += screen.prose(term("fictitious"), "bold magenta")
    if view.draft:
        lines += screen.prose(term("programme-draft"), "bold red")
    if view.invalid:
        lines += [
            "",
            *screen.prose(language.counted("invalid-files", len(view.invalid)), "bold red"),
        ]
        lines += [f"  {show(path)}" for path in view.invalid]
    if view.empty:
        lines += ["", *screen.prose(term("status-empty"))]
    for matrix in view.matrices:
        lines += ["", *_year(matrix, view, language, screen)]
    if view.years:
        lines += ["", *_years(view, language, screen)]
    if view.activities:
        lines += ["", *_ledgers(view, language, screen)]
    lines += ["", *_overdue(view, language, screen)]
    lines += screen.beside(beside_cells(view, language))
    lines += ["", *screen.prose(rests_on(view, language), "dim")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _year(matrix: YearMatrix, view: StatusView, language: Language, screen: Screen) -> list[str]:
    term = language.term
    if not matrix.rows:  # no heading: there would be nothing under it
        return screen.prose(nothing(matrix, language))
    whole_ids = sum(width(c.obligation) + 1 for c in matrix.columns)
    if _name_width(matrix, language, screen) + whole_ids + 40 <= screen.columns:
        columns = tuple(c._replace(short=c.obligation) for c in matrix.columns)
        matrix = matrix._replace(columns=columns)
    heading = term("status-year", year=matrix.year)
    if not matrix.whole:
        heading += " " + term("status-part", first=matrix.first, last=matrix.last)
    lines = screen.prose(heading, "bold")
    for part in _parts(matrix, language, screen):
        lines += _matrix(matrix, part, language, screen)
    lines += _legend(matrix, screen)
    lines += screen.prose(term("share-explained"), "dim")
    return [*lines, "", *_measures(matrix, view, language, screen)]


def _parts(matrix: YearMatrix, language: Language, screen: Screen) -> Iterator[list[list[Column]]]:
    """The sections, as many side by side as the screen has room for."""
    sections: dict[str, list[Column]] = {}
    for column in matrix.columns:
        sections.setdefault(column.section, []).append(column)
    room = screen.columns - _name_width(matrix, language, screen) - _after(screen)
    part: list[list[Column]] = []
    used = 0
    for columns in _pieces(sections, room):
        needed = _columns_width(columns) + 2
        if part and used + needed > room:
            yield part
            part, used = [], 0
        part.append(columns)
        used += needed
    yield part


def _pieces(sections: dict[str, list[Column]], room: int) -> Iterator[list[Column]]:
    """The sections' columns; one with more measures than the screen is wide, in pieces."""
    for columns in sections.values():
        piece: list[Column] = []
        for column in columns:
            if piece and _columns_width([*piece, column]) > room:
                yield piece
                piece = []
            piece.append(column)
        yield piece


def _columns_width(columns: list[Column]) -> int:
    wide = max(width(c.short) for c in columns)
    return max(len(columns) * (wide + 1) - 1, width(columns[0].section))


NAME_AT_LEAST = 18
"""So many columns of a board's name are shown where all sections then have room side by side."""


def _name_width(matrix: YearMatrix, language: Language, screen: Screen) -> int:
    longest = max(width(r.name) for r in matrix.rows)
    wanted = min(max(longest, width(language.term("board-heading"))), max(12, screen.columns // 3))
    sections: dict[str, list[Column]] = {}
    for column in matrix.columns:
        sections.setdefault(column.section, []).append(column)
    needed = sum(_columns_width(columns) + 2 for columns in sections.values())
    left = screen.columns - _after(screen) - needed
    return left if NAME_AT_LEAST <= left < wanted else wanted


def _after(screen: Screen) -> int:
    """The columns that the shares and, on a wide screen, more take after the matrix."""
    return 10 if screen.columns < ROOMY else 34


def _matrix(
    matrix: YearMatrix, part: list[list[Column]], language: Language, screen: Screen
) -> list[str]:
    """Boards by measures: the sections' ids above, then the measures' numbers, then the rows."""
    term = language.term
    name_width = _name_width(matrix, language, screen)
    place = {c.obligation: i for i, c in enumerate(matrix.columns)}
    marks = dict(matrix.legend)
    endings = _endings(matrix, term, roomy=screen.columns >= ROOMY)
    above, heads = [" " * name_width], [padded(cut(term("board-heading"), name_width), name_width)]
    for columns in part:
        wide = _columns_width(columns)
        each = max(width(c.short) for c in columns)
        above.append(padded(columns[0].section, wide))
        heads.append(padded(" ".join(padded(c.short, each) for c in columns), wide))
    heads += [head.rjust(wide) for head, wide, _ in endings]
    lines = [GAP.join(above).rstrip(), GAP.join(heads)]
    lines.append(screen.rule(width(lines[1])))
    for index, row in enumerate(matrix.rows):
        cells = [padded(cut(show(row.name), name_width), name_width)]
        for columns in part:
            each = max(width(c.short) for c in columns)
            signs = [
                screen.sign(marks[status]) if status is not None else " "
                for status in (row.statuses[place[c.obligation]] for c in columns)
            ]
            used = len(columns) * each - (each - 1) + len(columns) - 1
            cells.append((" " * each).join(signs) + " " * (_columns_width(columns) - used))
        cells += [values[index].rjust(wide) for _, wide, values in endings]
        lines.append(GAP.join(cells))
    return lines


def _endings(
    matrix: YearMatrix, term: Callable[[str], str], *, roomy: bool
) -> list[tuple[str, int, list[str]]]:
    """The columns after the matrix: head, width, and a value a row."""
    columns = {"share": [_of(r.share.n, r.share.of) for r in matrix.rows]}
    if roomy:
        columns["plans-decided"] = [_of(*r.planned) for r in matrix.rows]
        columns["reports-decided"] = [_of(*r.reported) for r in matrix.rows]
    return [
        (term(f"{key}-heading"), max(width(v) for v in (*values, term(f"{key}-heading"))), values)
        for key, values in columns.items()
    ]


def _of(n: int, whole: int) -> str:
    return f"{n}/{whole}" if whole else "–"


def _legend(matrix: YearMatrix, screen: Screen) -> list[str]:
    """The marks that occur, as many a line as fit; no mark is parted from its word."""
    lines: list[str] = []
    used = 0
    for _, mark in matrix.legend:
        label = show(mark.label)
        if not lines or used + 5 + width(label) > screen.columns:
            lines.append("")
            used = -3
        else:
            lines[-1] += "   "
        lines[-1] += f"{screen.sign(mark)} {label}"
        used += 5 + width(label)
    return lines


STATES_AT_LEAST = 12
"""So many columns are left for the states where the courses are drawn; else they are left out."""


def _measures(
    matrix: YearMatrix, view: StatusView, language: Language, screen: Screen
) -> list[str]:
    """A line a measure: how many have reached it, year by year, and the other states by mark."""
    term = language.term
    marks = dict(matrix.legend)
    held = [c for c in matrix.columns if c.tally]
    if not held:
        return []
    names = [show(c.label) + (f" ({term('advisory')})" if c.advisory else "") for c in held]
    room = min(max(16, screen.columns - 42), max(width(n) for n in names))
    share = [_of(c.share.n, c.share.of) for c in held]
    points = [view.courses.get(c.obligation, ()) for c in held]
    courses = [drawn(course, glyphs=screen.glyphs) for course in points]
    years = _span([p.year for p in max(points, key=len)], screen)
    used = max(width(c.obligation) for c in held) + room + max(width(x) for x in share)
    left = screen.columns - used - 4 * len(GAP)
    drawing = max(len(x) for x in (years, *courses)) + len(GAP)
    if not years or left - drawing < STATES_AT_LEAST:
        years, drawing = "", 0
    rows: list[tuple[str, ...]] = []
    for column, name, reached, course in zip(held, names, share, courses, strict=True):
        first, *more = _states(column, marks, screen, left - drawing)
        rows.append((column.obligation, cut(name, room), reached, course, first))
        rows += [("", "", "", "", line) for line in more]
    heads: tuple[str, ...] = (
        term("obligation-heading"), "", term("share-heading"), years, term("states-heading"),
    )  # fmt: skip
    if not years:
        heads, rows = heads[:3] + heads[4:], [r[:3] + r[4:] for r in rows]
        return plain_table(heads, rows, screen, right=(2,))
    lines = plain_table(heads, rows, screen, right=(2,))
    return lines + screen.prose(_courses_explained(points, years, view, language, screen), "dim")


def _span(years: list[int], screen: Screen) -> str:
    """`06–10`; empty for none."""
    dash = "–" if screen.glyphs else "-"
    return dash.join(f"{y % 100:02}" for y in dict.fromkeys((years[0], years[-1]))) if years else ""


def _courses_explained(
    points: list[tuple[Point, ...]],
    years: str,
    view: StatusView,
    language: Language,
    screen: Screen,
) -> str:
    """What the signs that occur mean."""
    term = language.term
    signs = {special_sign(p) for course in points for p in course}
    told = [
        f"{writable(sign, glyphs=screen.glyphs)} {term(f'course-{key}')}"
        for sign, key in (
            (REST, "none"), (RAMP[-1], "all"), (SILENT, "silent"), (OPEN, "open"),
            (NOBODY, "nobody"),
        )
        if sign in signs or sign in (REST, RAMP[-1])
    ]  # fmt: skip
    if not all(points):
        told.append(term("course-unshared"))
    explained = term("course-explained", years=years, signs=", ".join(told))
    return f"{explained} {term('course-boards')}" if view.boards_chosen else explained


def _states(column: Column, marks: dict[str, Mark], screen: Screen, room: int) -> list[str]:
    """How many cells of each state, on as many lines as it takes."""
    lines, used = [""], 0
    for status, number in column.tally:
        taken = 3 + len(str(number))
        if used and used + taken > room:
            lines.append("")
            used = 0
        lines[-1] += f"{' ' if used else ''}{screen.sign(marks[status])} {number}"
        used += taken
    return lines


def _years(view: StatusView, language: Language, screen: Screen) -> list[str]:
    term = language.term
    shared = any(x.shared for x in view.years)
    figures = {
        "plans-decided": [(x.plans["decided"], x.plans_expected, x.plans_open) for x in view.years],
        "reports-decided": [
            (x.reports["decided"], x.reports_expected, x.reports_open) for x in view.years
        ],
        "share": [(x.share.n, x.share.of, x.reports_open) for x in view.years],
    }
    columns = {
        "year": [f"{x.year}{'*' if x.partly_covered else ''}" for x in view.years],
        "boards": [str(x.boards) for x in view.years],
        "plans-decided": [],
        "reports-decided": [],
        "missing": [
            f"{x.plans['overdue']}+{x.reports['overdue']}"
            if x.plans["overdue"] + x.reports["overdue"]
            else "–"
            for x in view.years
        ],
        "share": [],
    }
    plain = columns | {k: [_of(n, of) for n, of, _ in v] for k, v in figures.items()}
    columns |= {
        k: _barred(v, plain[k], screen) if k != "share" or shared else plain[k]
        for k, v in figures.items()
    }
    heads = {key: term(f"{key}-heading") for key in columns}
    needed = sum(max(width(x) for x in (heads[k], *v)) + len(GAP) for k, v in columns.items())
    bars = needed - len(GAP) <= screen.columns
    if not bars:
        columns = plain
    if sum(width(h) + 2 for h in heads.values()) > screen.columns:
        del columns["boards"], heads["boards"]
    lines = screen.prose(term("status-years"), "bold")
    lines += plain_table(
        (*heads.values(),),
        [*zip(*columns.values(), strict=True)],
        screen,
        right=tuple(range(1, len(heads))),
    )
    if any(line.partly_covered for line in view.years):
        lines += screen.prose(f"* {term('status-partly')}", "dim")
    if bars:
        is_open = any(of and waiting for v in figures.values() for _, of, waiting in v)
        lines += screen.prose(_bars_explained(language, screen, is_open=is_open), "dim")
    return lines + screen.prose(term("status-years-note"), "dim")


def _barred(values: list[tuple[int, int, bool]], figures: list[str], screen: Screen) -> list[str]:
    """The figures, each with its bar before it."""
    wide = max(width(f) for f in figures)
    return [
        f"{bar(n, of, is_open=waiting, glyphs=screen.glyphs)} {figure.rjust(wide)}"
        if of
        else figure
        for (n, of, waiting), figure in zip(values, figures, strict=True)
    ]


def _bars_explained(language: Language, screen: Screen, *, is_open: bool) -> str:
    full, rest, waiting = (writable(s, glyphs=screen.glyphs) for s in (FULL, REST, OPEN))
    told = language.term("bars-explained", full=full, rest=rest)
    return f"{told}, {waiting} {language.term('course-open')}." if is_open else f"{told}."


def _ledgers(view: StatusView, language: Language, screen: Screen) -> list[str]:
    lines = [x for y in view.ledgers for x in screen.prose(ledger_line(y, language))]
    return lines + screen.prose(_activities(view.activities, language, screen))


def _activities(points: tuple[Point, ...], language: Language, screen: Screen) -> str:
    """Done of planned in each year: drawn, and in figures."""
    told = ", ".join(f"{p.year} {_of(p.n, p.of)}" for p in points)
    if any(p.of and p.open for p in points):
        told += f"; {writable(OPEN, glyphs=screen.glyphs)} {language.term('course-open')}"
    signs = drawn(points, glyphs=screen.glyphs)
    return language.term("status-activities-years", signs=signs, figures=told)


def _overdue(view: StatusView, language: Language, screen: Screen) -> list[str]:
    term = language.term
    if not view.missing:
        return screen.prose(term("status-nothing-overdue"))
    by = view.missing_by
    heading = term("status-due", day=by) if by is not None else term("status-overdue")
    lines = screen.prose(heading, "bold")
    for missing in view.missing:
        lines += screen.prose(missing_line(missing, language), indent="  ")
    if any(name.endswith("*") for missing in view.missing for name in missing.boards):
        lines += screen.prose(f"* {term('status-has-draft')}", "dim")
    return lines + screen.prose(term("status-overdue-note"), "dim")


def beside_cells(view: StatusView, language: Language) -> Iterator[tuple[str, list[str]]]:
    """What the matrix does not show, each kind under its heading."""
    term = language.term
    if view.persisting:
        yield term("status-persisting"), [_persisting(p, language) for p in view.persisting]
    if view.unreported:
        yield term("status-unreported"), [f"{o}  {label}" for o, label in view.unreported]
    if view.unassigned:
        nobodys = [
            f"{u.obligation}  {u.label}"
            + (f" ({term('status-voluntary', boards=u.told)})" if u.told else "")
            for u in view.unassigned
        ]
        yield term("status-unassigned"), nobodys
    yield from told(view.caveats, language)


def _persisting(found: Persisting, language: Language) -> str:
    key = "status-persists" if found.obstacles else "status-persists-untold"
    return language.term(
        key, obligation=found.obligation, board=found.board, first=found.first, last=found.last,
        outcome=found.outcome, obstacles=found.obstacles,
    )  # fmt: skip


def nothing(matrix: YearMatrix, language: Language) -> str:
    """That a year has nothing of what was chosen, and which years have."""
    if not matrix.elsewhere:
        return language.term("status-no-cells")
    return language.term("status-elsewhere", year=matrix.year, others=matrix.elsewhere)


def ledger_line(ledger: Ledger, language: Language) -> str:
    """The planned activities of a year, and where to see more of them."""
    said = [language.counted("ledger-done", ledger.done)]
    if ledger.late:
        said.append(language.counted("ledger-late", ledger.late))
    if ledger.unanswered:
        said.append(language.counted("ledger-unanswered", ledger.unanswered))
    return language.term(
        "status-activities", year=ledger.year, count=ledger.planned, said=language.listed(said)
    )


def missing_line(missing: Missing, language: Language) -> str:
    """Who has not handed in what, and when it was due."""
    who = (
        language.counted("everyone", len(missing.boards))
        if missing.everyone
        else ", ".join(show(b) for b in missing.boards)
    )
    kind = language.term(f"{missing.kind}-of-year", year=missing.year)
    return language.term("status-missing", kind=kind, due=missing.due, who=who)


def rests_on(view: StatusView, language: Language) -> str:
    """What the figures rest on."""
    counted, filed = language.counted, view.filed
    parts = [
        counted("programme-file", view.programme_files), counted("plan-file", filed.plans),
        counted("report-file", filed.reports), counted("baseline-file", filed.baselines),
    ]  # fmt: skip
    told = language.term(
        "status-rests-on", edition=view.edition, day=view.as_of, files=language.listed(parts)
    )
    return f"{told} {counted('file-beside', filed.beside)}" if filed.beside else told
