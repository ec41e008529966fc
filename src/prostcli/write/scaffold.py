"""A new plan, report or baseline to fill in: exactly what is expected of a board that year.

What has to be written stands empty, and the schema refuses what is empty: a scaffold is no draft.
What may be written stands as a comment with a placeholder that the schema refuses too. Texts that
come from files are put nowhere but through `write.text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import get_args

from prostcli.assessment.cells import Assessment, Cell
from prostcli.assessment.expectation import Basis
from prostcli.errors import ProstError
from prostcli.language import Language
from prostcli.model.boards import Board
from prostcli.model.material import Kind
from prostcli.model.obligations import Addressee, Obligation
from prostcli.model.programme import Outcome, Question
from prostcli.model.submissions import (
    Activity,
    Figure,
    Plan,
    PlanEntry,
    ReportEntry,
    Result,
)
from prostcli.rules.rule import near
from prostcli.write.last_year import OVER, Past, activities, pasts
from prostcli.write.text import WIDTH, comment, keyed, plain

KINDS: tuple[Kind, ...] = ("plan", "report", "baseline")
LONGEST = 1000
"""Signs of an earlier text that a comment quotes."""
_CLOSED = ("settled", "written-off")


def home(edition: str, board: str, year: int, kind: Kind) -> str:
    """Where the file belongs, from the workspace's root."""
    return f"reports/{edition}/{board}/{year}-{kind}.yaml"


def scaffold(assessment: Assessment, language: Language, kind: Kind, board: str, year: int) -> str:
    """The text of the file. A `ProstError` says why nothing is wanted of the board that year."""
    material = assessment.material
    found = material.boards.get(board)
    if found is None:
        raise ProstError("no-board", board=board, near=near(board, material.boards))
    _there(assessment, found, year)
    cells = tuple(_wanted(assessment, kind, board, year))
    if not cells:
        _nothing(assessment, language, kind, found, year)
    page = _Page(assessment, language, kind, found, year, cells)
    page.head()
    match kind:
        case "plan":
            _plan(page)
        case "report":
            _report(page)
        case "baseline":
            _baseline(page)
    return "\n".join(page.lines) + "\n"


def _there(assessment: Assessment, board: Board, year: int) -> None:
    """Say no to a year that the programme does not cover or that the board did not see."""
    material = assessment.material
    term = material.programme.term
    if year not in term.years:
        raise ProstError("no-year", year=year, **{"from": term.start, "to": term.end})
    first, last = term.within(year)
    if board.valid.meets(first, last):
        return
    name = board.name_on(first)
    others = list(board.successors)
    if board.valid.start is not None and board.valid.start > last:
        others = [b.id for b in material.predecessors(board.id)]
    code = "board-not-that-year-others" if others else "board-not-that-year"
    raise ProstError(code, board=name, year=year, others=others)


def _wanted(assessment: Assessment, kind: Kind, board: str, year: int) -> Iterator[Cell]:
    """The cells that the file is to answer, by section."""
    order = {s: i for i, s in enumerate(assessment.material.sections)}
    section = {o.id: order.get(o.section, len(order)) for o in assessment.material.obligations}
    for cell in sorted(assessment.cells, key=lambda c: section[c.obligation]):
        due = {
            "plan": cell.expected.plan_due,
            "report": cell.expected.report_due,
            "baseline": date.max,
        }[kind]
        if (cell.board, cell.year) != (board, year) or due is None:
            continue
        if kind == "baseline" or cell.status not in _CLOSED:
            yield cell


def _nothing(
    assessment: Assessment, language: Language, kind: Kind, board: Board, year: int
) -> None:
    calendar = assessment.material.programme.calendar
    season = {"plan": calendar.plan, "report": calendar.report}.get(kind)
    facts = {"board": board.name_on(date(year, 12, 31)), "year": year}
    if season is not None:
        first, last = season.first_year, season.last_year
        if (first is not None and year < first) or (last is not None and year > last):
            why = language.words(season.why) if season.why else ""
            raise ProstError(f"no-{kind}-that-year", why=why, **facts)
    raise ProstError(f"nothing-expected-{kind}", **facts)


@dataclass
class _Page:
    """The file as it grows, line by line."""

    assessment: Assessment
    language: Language
    kind: Kind
    board: Board
    year: int
    cells: tuple[Cell, ...]
    lines: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    """Ids of activities that the file has already."""

    @cached_property
    def pasts(self) -> list[Past]:
        """What was planned and reported before."""
        return pasts(self.assessment, self.board.id, self.year)

    @cached_property
    def plan(self) -> Plan | None:
        """This year's plan, for the report."""
        return self.assessment.standings.plan(self.board.id, self.year)

    @property
    def last_day(self) -> date:
        """The last day of the year that the programme and the board both see."""
        last = self.assessment.material.programme.term.within(self.year)[1]
        return min(last, self.board.valid.end or last)

    def term(self, key: str, **facts: object) -> str:
        return self.language.term(f"scaffold-{key}", **facts)

    def name(self, board: str) -> str:
        """A board's name that year."""
        found = self.assessment.material.boards.get(board)
        return found.name_on(self.last_day) if found else board

    def blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def add(self, line: str, indent: int = 0) -> None:
        self.lines.append(f"{' ' * indent}{line}")

    def note(self, text: str, indent: int = 0, lead: str = "", longest: int | None = None) -> None:
        self.lines += comment(text, indent, lead, longest)

    def say(self, key: str, indent: int = 0, lead: str = "", **facts: object) -> None:
        self.note(self.term(key, **facts), indent, lead)

    def empty(self, key: str, indent: int) -> None:
        """A text that has to be written, and a line to write it on."""
        self.add(f"{key}: >-", indent)
        self.add("")

    def ask(self, key: str, indent: int, question: str | None = None, **facts: object) -> None:
        """The question to a key, and the key with nothing under it."""
        self.say(f"ask-{question or key}", indent, **facts)
        self.empty(key, indent)

    def offer(
        self,
        key: str,
        indent: int,
        shown: str = ">-",
        question: str | None = None,
        **facts: object,
    ) -> None:
        """A key that may be left out, as a comment: with a placeholder that nothing accepts."""
        asked = self.term(f"ask-{question or key}", **facts)
        line = f"{' ' * indent}# {key}: {shown}"
        if len(line) + len(asked) + 4 <= WIDTH:
            self.add(f"{line}  # {asked}")
        else:
            self.note(asked, indent)
            self.add(line)

    def inside(self, text: str, margin: str) -> None:
        """A comment within a block that is itself a comment, for when the block is made use of."""
        self.lines += [f"# {margin}{line}" for line in comment(text, 0, longest=LONGEST)]

    def heading(self, text: str, indent: int, rule: str) -> None:
        [line, *rest] = comment(text, indent, f"{rule * 4} ")
        self.add(f"{line} {rule * (WIDTH - len(line) - 1)}".rstrip() if not rest else line)
        self.lines += rest

    # The head

    def head(self) -> None:
        """What it is, by when, and what to do with it; then what the file says of itself."""
        material = self.assessment.material
        programme = material.programme
        path = home(material.edition, self.board.id, self.year, self.kind)
        self.add(
            "# yaml-language-server: "
            f"$schema=../../../schema/{material.edition}/{self.kind}.schema.json"
        )
        self.add("#")
        name = self.name(self.board.id)
        self.say(f"title-{self.kind}", board=name, year=self.year)
        self.say("programme", title=self.language.words(programme.short_title),
                 edition=material.edition)  # fmt: skip
        if programme.fictitious:
            self.note(self.language.term("fictitious"))
        self.due()
        self.add("#")
        for step in ("how-fill", f"how-{self.kind}", "how-optional", "how-names"):
            self.say(step)
        self.add("#")
        self.say("how-check", path=path)
        self.say("how-send", owner=self.name(programme.owner))
        self.blank()
        if self.kind == "report":
            self.scales()
        self.add(f"kind: {self.kind}")
        self.add(f"board: {plain(self.board.id)}")
        self.add(f"year: {self.year}")
        self.blank()
        if self.kind != "baseline":
            self.decision()

    def due(self) -> None:
        """By when, and who decides where that is not the board itself."""
        if self.kind == "baseline":
            return
        expected = [c.expected for c in self.cells]
        days = {e.plan_due if self.kind == "plan" else e.report_due for e in expected}
        first = min(d for d in days if d is not None)
        calendar = self.assessment.material.programme.calendar
        basis = self.language.words(calendar.basis).partition(". ")[0].rstrip(".")
        self.say("due", day=first, basis=basis)
        end, start = self.board.valid.end, self.board.valid.start
        if self.kind == "report" and self.board.successors and end is not None and end < first:
            heirs = [self.name_on(b, first) for b in self.board.successors]
            self.say("dissolved", board=self.name(self.board.id), day=end, heirs=heirs)
        if self.kind == "plan" and start is not None and start.year == self.year:
            before = [
                b.name_on(start) for b in self.assessment.material.predecessors(self.board.id)
            ]
            if before:
                self.say("new-board", day=start, before=before)

    def name_on(self, board: str, day: date) -> str:
        found = self.assessment.material.boards.get(board)
        return found.name_on(day) if found else board

    def decision(self) -> None:
        """The decision as a comment: while there is none the file is a draft."""
        self.say("decision")
        self.say("decision-how")
        self.add("# decision:")
        decided = self.year - 1 if self.kind == "plan" else self.year + 1
        self.add(f"#   date: {decided}-{self.term('in-day')}")
        by = self.decides()
        if by is not None:
            self.add(f"#   by: {by}")
        self.add("#   how: decided")
        self.add('#   paragraph: ""')
        self.add('#   reference: ""')
        self.blank()

    def decides(self) -> str | None:
        """Who decides in the place of a board that is gone."""
        if self.kind != "report" or self.board.valid.end is None or not self.board.successors:
            return None
        return plain(self.board.successors[0])

    def scales(self) -> None:
        """Every value of the scales that the file needs, in words, once."""
        seen: list[tuple[Outcome, ...]] = []
        self.say("scales")
        for cell in self.cells:
            scale = self.scale(self.obligation(cell))
            if scale in seen:
                continue
            seen.append(scale)
            if len(seen) > 1:
                self.add("#")
            wide = max((len(o.value) for o in scale), default=0)
            for outcome in scale:
                needs = {"good": "evidence", "partial": "obstacles", "bad": "obstacles",
                         "exempt": "reason", "unknown": None}[outcome.counts]  # fmt: skip
                words = (
                    f"{self.language.words(outcome.label)}. {self.language.words(outcome.meaning)}"
                )
                if needs is not None:
                    words = f"{words.rstrip('.')}. {self.term('needs', what=needs)}"
                self.note(words, lead=f"  {outcome.value:<{wide}} = ")
        self.blank()

    # One measure

    def obligation(self, cell: Cell) -> Obligation:
        return self.assessment.material.obligation[cell.obligation]

    def scale(self, obligation: Obligation) -> tuple[Outcome, ...]:
        return self.assessment.material.programme.scale(obligation.nature)

    def measures(self) -> Iterator[tuple[Cell, Obligation]]:
        """Each measure with its section's heading and its own text as comments before it."""
        material = self.assessment.material
        section = None
        for cell in self.cells:
            obligation = self.obligation(cell)
            self.blank()
            if obligation.section != section:
                section = obligation.section
                found = material.sections.get(section)
                title = self.language.words(found.label) if found else ""
                self.heading(f"{section} {title}".rstrip(), 2, "=")
                self.blank()
            self.measure(obligation, cell)
            yield cell, obligation

    def measure(self, obligation: Obligation, cell: Cell | None) -> None:
        """What the measure says, word for word, and why the board is to answer it."""
        modality = f" ({obligation.modality})" if obligation.modality else ""
        label = self.language.words(obligation.label)
        self.heading(f"{obligation.id} {label}{modality}", 2, "-")
        self.note(f"”{obligation.text}”", 2)
        if obligation.modality in ("bör", "kan"):
            self.say("advisory", 2, modality=obligation.modality)
        recurs = obligation.recurs
        if recurs.kind == "until":
            self.say("recurs-until", 2, day=recurs.until)
        elif recurs.kind != "continuous":
            self.say(f"recurs-{recurs.kind}", 2)
        if obligation.amendment is not None:
            self.say("amendment", 2)
        if cell is None:
            self.say("voluntary", 2)
            return
        for line in self.reasons(obligation, cell):
            self.note(line, 2)

    def reasons(self, obligation: Obligation, cell: Cell) -> Iterator[str]:
        """Why the board is bound, where the measure's own words do not tell."""
        told: set[str] = set()
        for basis in cell.expected.basis:
            for line in self.reason(obligation, basis):
                if line not in told:
                    told.add(line)
                    yield line
        first, last = self.assessment.material.programme.term.within(self.year)
        if (cell.expected.first, cell.expected.last) != (first, last):
            yield self.term("bound", start=cell.expected.first, end=cell.expected.last)

    def reason(self, obligation: Obligation, basis: Basis) -> Iterator[str]:
        words = self.language.words
        match basis.kind:
            case "successor":
                board = self.assessment.material.boards.get(basis.board or "")
                name = board.names[-1].name if board else basis.board
                yield self.term("successor", board=name, day=basis.date)
            case "transferred" | "until-transfer":
                transfer = self.assessment.material.register.transfers[int(basis.place.pointer[1])]
                yield self.term(basis.kind, day=basis.date, board=self.name(transfer.to),
                                what=words(transfer.what))  # fmt: skip
            case "named" | "group":
                addressee: Addressee = obligation.addressees[int(basis.place.pointer[-1])]
                if addressee.unit is not None:
                    yield self.term("unit", unit=addressee.unit)
                if addressee.role is not None:
                    yield self.term("role", role=words(addressee.role).rstrip("."))
                if addressee.condition is not None:
                    condition = words(addressee.condition).rstrip(".")
                    yield self.term("condition", condition=condition)
            case "assigned":
                yield self.term("assigned")

    # What was before

    def whose(self, past: Past, year: int | None) -> str:
        """`Plan 2007`, and whose where it is not the board's own."""
        board = self.assessment.material.boards.get(past.board)
        name = board.names[-1].name if board else past.board
        return str(year) if past.own else f"{name} {year}"

    def last_report(self, obligation: Obligation) -> None:
        """What was last reported of a measure, as comments."""
        for past in self.pasts:
            entry = past.reported(obligation.id)
            if entry is None:
                continue
            lead = self.term("last-report", year=self.whose(past, past.report_year))
            self.note(self.told(obligation, entry), 2, f"{lead} ", LONGEST)
            for key in ("obstacles", "next_steps"):
                text = getattr(entry, key)
                if text is not None:
                    self.note(text, 2, f"  {self.language.term(key)}: ", LONGEST)

    def told(self, obligation: Obligation, entry: ReportEntry) -> str:
        outcome = None
        if entry.outcome is not None:
            outcome = self.assessment.material.programme.outcome(obligation.nature, entry.outcome)
        label = self.language.words(outcome.label) if outcome else entry.outcome
        if label is None:
            label = self.language.marks["not-addressed"].label
        return f"{label}. {entry.summary or ''}".rstrip()

    def new_id(self, obligation: str) -> str:
        """An id that the file does not have."""
        stem = obligation.replace(".", "-")[:58].strip("-") or "a"
        number = 1
        while f"{stem}-{number}" in self.used:
            number += 1
        self.used.add(f"{stem}-{number}")
        return f"{stem}-{number}"

    # The end

    def questions(self) -> None:
        """The programme's own questions that are put to this board, as comments."""
        if self.kind == "baseline":
            return
        programme = self.assessment.material.programme
        asked = [q for q in programme.questions if self.kind in q.kinds and self.put_to(q)]
        if not asked:
            return
        self.blank()
        self.say("answers")
        self.add("# answers:")
        for question in asked:
            self.inside(self.language.words(question.text), "  ")
            for past in self.pasts:
                self.answered(past, question)
            self.add(f"#   - question: {plain(question.id)}")
            self.add("#     text: >-")

    def answered(self, past: Past, question: Question) -> None:
        for file, year in ((past.plan, past.plan_year), (past.report, past.report_year)):
            if file is not None and file.kind == self.kind:
                for answer in file.answers:
                    if answer.question == question.id:
                        last = self.term("last", year=self.whose(past, year))
                        self.inside(f"{last} {answer.text}", "  ")

    def put_to(self, question: Question) -> bool:
        material = self.assessment.material
        return not question.boards or any(
            name == self.board.id
            or (name in material.groups and self.board in list(material.members(name)))
            for name in question.boards
        )

    def glossary(self) -> None:
        """The ids that optional keys are filled with, last in the file."""
        material = self.assessment.material
        self.blank()
        self.heading(self.term("glossary"), 0, "=")
        if self.kind == "report":
            if self.plan is not None and activities(self.plan):
                self.say("glossary-result")
                for result in Result:
                    self.note(self.language.term(result), 0, f"  {result:<11} = ")
            self.say("glossary-counts", threshold=material.programme.small_numbers.threshold)
            for counts in get_args(Figure.model_fields["counts"].annotation):
                self.note(self.term(f"counts-{counts}"), 0, f"  {counts:<10} = ")
            if material.programme.partners:
                self.say("glossary-partners")
                for partner in material.programme.partners:
                    self.note(self.language.words(partner.name), 0, f"  {partner.id} = ")
        year = material.programme.term.within(self.year)
        there = [b.id for b in material.register.boards if b.valid.meets(*year)]
        self.say("glossary-boards")
        self.note(", ".join(b for b in there if b != self.board.id), 0, "  ")


def _plan(page: _Page) -> None:
    page.add("entries:")
    for past in page.pasts:
        if past.own:  # so that no new id is one that is carried in further down
            page.used |= {a for a in activities(past.plan) if a is not None}
    covered = _covered(page)
    for cell, obligation in page.measures():
        page.last_report(obligation)
        own = next((p for p in page.pasts if p.own), None)
        for past in page.pasts:
            _unfinished(page, past, obligation)
            _no_value(page, past, obligation)
        for activity in covered.get(cell.obligation, ()):
            page.say("covered", 2, id=activity.id)
        page.add(f"- obligation: {plain(obligation.id)}", 2)
        carried = own.planned(obligation.id) if own else None
        kept = _kept(own, carried) if own else []
        if carried is not None and carried.ongoing is not None:
            page.lines += keyed("ongoing", carried.ongoing, 4)
            _confirm(page, own)
        elif kept:
            page.add("activities:", 4)
            for activity in kept:
                _carried_activity(page, activity, obligation)
            _confirm(page, own)
        else:
            _new_activity(page, obligation)
    page.questions()
    page.glossary()


def _kept(past: Past, entry: PlanEntry | None) -> list[Activity]:
    """The activities that are not done with."""
    kept = []
    for activity in (entry.activities if entry else None) or ():
        done = past.became(activity.id)
        if done is None or done.result not in OVER:
            kept.append(activity)
    return kept


def _covered(page: _Page) -> dict[str, list[Activity]]:
    """Carried activities by the other measures that they count under."""
    found: dict[str, list[Activity]] = {}
    for past in page.pasts:
        for entry in past.plan.entries if past.own and past.plan else ():
            if not _is_expected(page, entry.obligation):
                continue
            for activity in _kept(past, entry):
                for obligation in activity.also:
                    found.setdefault(obligation, []).append(activity)
    return found


def _is_expected(page: _Page, obligation: str) -> bool:
    return any(c.obligation == obligation for c in page.cells)


def _unfinished(page: _Page, past: Past, obligation: Obligation) -> None:
    """What the last report says was put off or not finished."""
    if past.own and past.report_year == past.plan_year:
        return  # told at the activity itself, which is carried in
    for text, done in past.left(obligation.id):
        lead = f"{page.language.term(done.result)} {page.whose(past, past.report_year)}: "
        page.note(text, 2, lead, LONGEST)


def _no_value(page: _Page, past: Past, obligation: Obligation) -> None:
    """What the last plan said and the new one is not begun from, as comments."""
    entry = past.planned(obligation.id)
    if entry is None:
        return
    lead = f"{page.term('last-plan', year=page.whose(past, past.plan_year))} "
    if entry.not_addressed:
        page.note(page.language.marks["not-addressed"].label, 2, lead)
    elif entry.no_activity is not None:
        label = page.language.marks["no-activity"].label
        page.note(f"{label}. {entry.no_activity}", 2, lead, LONGEST)
    elif not past.own:
        for text in [entry.ongoing] if entry.ongoing else [a.text for a in entry.activities or ()]:
            page.note(text, 2, lead, LONGEST)
    else:
        for activity in entry.activities or ():
            done = past.became(activity.id)
            if done is not None and done.result in OVER:
                page.note(f"{activity.text} ({page.language.term(done.result)})", 2, lead, LONGEST)


def _carried_activity(page: _Page, activity: Activity, obligation: Obligation) -> None:
    material = page.assessment.material
    own = next(p for p in page.pasts if p.own)
    done = own.became(activity.id)
    if done is not None:
        word = f"{page.language.term(done.result)} {own.report_year}"
        page.note(f"{word}. {done.comment or ''}".rstrip(), 6, "", LONGEST)
    elif activity.due is not None:
        page.say("was-due", 6, day=activity.due)
    page.add(f"- id: {plain(activity.id)}", 6)
    page.lines += keyed("text", activity.text, 8)
    page.offer("due", 8, f"{page.year}-{page.term('in-day')}")
    if activity.unit is not None:
        page.lines += keyed("unit", activity.unit, 8)
    else:
        page.offer("unit", 8)
    bound = {c.obligation for c in page.cells}
    also = [o for o in activity.also if o in bound and o != obligation.id]
    if also:
        page.add(f"also: [{', '.join(plain(o) for o in also)}]", 8)
    term = material.programme.term.within(page.year)
    there = [b for b in activity.with_ if b in material.boards]
    there = [b for b in there if material.boards[b].valid.meets(*term)]
    if there:
        page.add(f"with: [{', '.join(plain(b) for b in there)}]", 8)


def _confirm(page: _Page, past: Past | None) -> None:
    """A line that has to be filled in or taken away: nothing carried in goes through unread."""
    page.say("confirm", 4, year=past.plan_year if past else None)
    page.empty("place", 4)


def _new_activity(page: _Page, obligation: Obligation) -> None:
    page.add("activities:", 4)
    page.add(f"- id: {plain(page.new_id(obligation.id))}", 6)
    page.ask("text", 8)
    page.offer("due", 8, f"{page.year}-{page.term('in-day')}")
    page.offer("unit", 8)
    others = [plain(c.obligation) for c in page.cells if c.obligation != obligation.id][:2]
    example = f"[{', '.join(others)}]"
    page.offer("also", 8, f"[{page.term('in-measure')}]", example=example)
    page.offer("with", 8, f"[{page.term('in-board')}]")
    page.say("instead", 4)
    page.offer("ongoing", 4)
    page.offer("no_activity", 4)
    page.offer("not_addressed", 4, "true")


def _report(page: _Page) -> None:
    page.add("entries:")
    planned = page.plan.entries if page.plan else ()
    for cell, obligation in page.measures():
        page.last_report(obligation)
        entries = [e for e in planned if e.obligation == cell.obligation]
        _report_entry(page, obligation, entries)
    material = page.assessment.material
    for entry in planned:
        obligation_ = material.obligation.get(entry.obligation)
        if obligation_ is not None and entry.activities and not _is_expected(page, obligation_.id):
            page.blank()
            page.measure(obligation_, None)
            _report_entry(page, obligation_, [entry])
    page.questions()
    page.glossary()


def _report_entry(page: _Page, obligation: Obligation, planned: list[PlanEntry]) -> None:
    for entry in planned:
        _said(page, entry)
    for entry in page.plan.entries if page.plan else ():
        for activity in entry.activities or ():
            if obligation.id in activity.also:
                page.say("also-planned", 2, id=activity.id, obligation=entry.obligation)
    page.add(f"- obligation: {plain(obligation.id)}", 2)
    scale = page.scale(obligation)
    page.say("ask-outcome", 4)
    wide = max((len(o.value) for o in scale), default=0)
    for outcome in scale:
        page.note(page.language.words(outcome.label), 4, f"  {outcome.value:<{wide}} = ")
    page.add("outcome:", 4)
    page.ask("summary", 4)
    counts = {o.counts.value for o in scale}
    page.ask("evidence", 4, values=[o.value for o in scale if o.counts == "good"])
    if counts & {"partial", "bad"}:
        values = [o.value for o in scale if o.counts in ("partial", "bad")]
        page.offer("obstacles", 4, values=values)
    if "exempt" in counts:
        page.offer("reason", 4, values=[o.value for o in scale if o.counts == "exempt"])
    _answers(page, [a for e in planned for a in e.activities or ()])
    page.offer("effect", 4)
    page.offer("next_steps", 4)
    named = obligation.partners
    shown = ", ".join(plain(p) for p in named) if named else page.term("in-partner")
    page.offer("partners", 4, f"[{shown}]")
    _numbers(page, obligation)
    page.offer("place", 4)
    page.offer("not_addressed", 4, "true", "not_reported")


def _said(page: _Page, entry: PlanEntry) -> None:
    """What this year's plan says where it names no activity."""
    lead = f"{page.term('this-plan', year=page.year)} "
    if entry.ongoing is not None:
        page.note(entry.ongoing, 2, lead, LONGEST)
    elif entry.no_activity is not None:
        label = page.language.marks["no-activity"].label
        page.note(f"{label}. {entry.no_activity}", 2, lead, LONGEST)
    elif entry.not_addressed:
        page.note(page.language.marks["not-addressed"].label, 2, lead)


def _answers(page: _Page, planned: list[Activity]) -> None:
    """Each planned activity with its result to fill in, and the way to tell of something more."""
    results = [r.value for r in Result]
    if planned:
        page.say("ask-activities", 4)
        page.add("activities:", 4)
        for activity in planned:
            page.note(activity.text, 6, longest=LONGEST)
            if activity.due is not None:
                page.say("due-then", 6, day=activity.due)
            page.add(f"- id: {plain(activity.id)}", 6)
            page.note(", ".join(results), 8, "result: ")
            page.add("result:", 8)
            page.offer("comment", 8)
            page.offer("to", 8, page.term("in-board"))
        page.say("unplanned", 6)
        page.add("# - text: >-", 6)
        page.add(f"#   result: {page.term('in-result')}", 6)
    else:
        page.say("unplanned", 4)
        page.add("# activities:", 4)
        page.add("#   - text: >-", 4)
        page.add(f"#     result: {page.term('in-result')}", 4)


def _numbers(page: _Page, obligation: Obligation) -> None:
    """Figures and cost, or why there are to be none."""
    if obligation.sensitive == "cases":
        page.say("no-numbers", 4)
        return
    if obligation.sensitive == "clients" and page.board.id not in obligation.client_counts_from:
        page.say("no-clients", 4)
    page.say("ask-figures", 4)
    page.add("# figures:", 4)
    page.add(f"#   - name: {page.term('in-name')}", 4)
    page.add("#     label: >-", 4)
    page.add(f"#     value: {page.term('in-number')}", 4)
    page.add("#     unit: >-", 4)
    page.add(f"#     counts: {page.term('in-counts')}", 4)
    page.add(f"#     women: {page.term('in-number')}", 4)
    page.add(f"#     men: {page.term('in-number')}", 4)
    page.say("ask-cost", 4)
    page.add("# cost:", 4)
    page.add(f"#   amount: {page.term('in-number')}", 4)
    page.add("#   funding: >-", 4)


def _baseline(page: _Page) -> None:
    page.ask("source", 0)
    page.add("entries:")
    for _, obligation in page.measures():
        page.add(f"- obligation: {plain(obligation.id)}", 2)
        page.ask("summary", 4, "then")
        page.ask("source", 4, "entry-source")
        page.say("ask-stated_by", 4)
        page.add("stated_by:", 4)
    page.blank()
    page.say("general", 2)
    page.add("# - summary: >-", 2)
    page.add("#   source: >-", 2)
    page.add("#   stated_by:", 2)
