"""What stands around the entries: the head, the questions, the ids to choose from."""

from __future__ import annotations

from typing import get_args

from prostcli.model.programme import Outcome, Question
from prostcli.model.submissions import (
    Figure,
    Result,
)
from prostcli.write.last_year import Past, activities
from prostcli.write.measure import whose
from prostcli.write.page import Page, home
from prostcli.write.text import plain


def head(page: Page) -> None:
    """What it is, by when, and what to do with it; then what the file says of it."""
    material = page.assessment.material
    programme = material.programme
    path = home(material.edition, page.board.id, page.year, page.kind)
    page.add(
        "# yaml-language-server: "
        f"$schema=../../../schema/{material.edition}/{page.kind}.schema.json"
    )
    page.add("#")
    name = page.name(page.board.id)
    page.say(f"title-{page.kind}", board=name, year=page.year)
    page.say("programme", title=page.language.words(programme.short_title),
             edition=material.edition)  # fmt: skip
    if programme.fictitious:
        page.note(page.language.term("fictitious"))
    _due(page)
    page.add("#")
    for step in ("how-fill", f"how-{page.kind}", "how-optional", "how-names"):
        page.say(step)
    page.add("#")
    page.say("how-check", path=path)
    page.say("how-send", owner=page.name(programme.owner))
    page.blank()
    if page.kind == "report":
        _scales(page)
    page.add(f"kind: {page.kind}")
    page.add(f"board: {plain(page.board.id)}")
    page.add(f"year: {page.year}")
    page.blank()
    if page.kind != "baseline":
        _decision(page)


def _due(page: Page) -> None:
    """By when, and who decides where that is not the board it."""
    if page.kind == "baseline":
        return
    first = page.due_day
    calendar = page.assessment.material.programme.calendar
    basis = page.language.words(calendar.basis).partition(". ")[0].rstrip(".")
    page.say("due", day=first, basis=basis)
    end, start = page.board.valid.end, page.board.valid.start
    if page.kind == "report" and page.board.successors and end is not None and end < first:
        heirs = [page.name_on(b, first) for b in page.board.successors]
        page.say("dissolved", board=page.name(page.board.id), day=end, heirs=heirs)
    if page.kind == "plan" and start is not None and start.year == page.year:
        before = [b.name_on(start) for b in page.assessment.material.predecessors(page.board.id)]
        if before:
            by = page.assessment.material.predecessors(page.board.id)[0].id
            page.say("new-board", day=start, before=before, id=by)


def _decision(page: Page) -> None:
    """The decision as a comment: while there is none the file is a draft."""
    page.say("decision")
    page.say("decision-how")
    page.add("# decision:")
    page.add(f"#   date: {page.due_day.year}-{page.term('in-day')}")
    by = _decides(page)
    if by is not None:
        page.add(f"#   by: {by}")
    page.add("#   how: decided")
    page.add('#   paragraph: ""')
    page.add('#   reference: ""')
    page.blank()


def _decides(page: Page) -> str | None:
    """Who decides in the place of a board that is gone."""
    end = page.board.valid.end
    if page.kind != "report" or not page.board.successors or end is None or end >= page.due_day:
        return None
    return plain(page.board.successors[0])


def _scales(page: Page) -> None:
    """Every value of the scales that the file needs, in words, once."""
    seen: list[tuple[Outcome, ...]] = []
    page.say("scales")
    for cell in page.cells:
        scale = page.scale(page.obligation(cell))
        if scale in seen:
            continue
        seen.append(scale)
        if len(seen) > 1:
            page.add("#")
        wide = max((len(o.value) for o in scale), default=0)
        for outcome in scale:
            needs = {"good": "evidence", "partial": "obstacles", "bad": "obstacles",
                     "exempt": "reason", "unknown": None}[outcome.counts]  # fmt: skip
            words = f"{page.language.words(outcome.label)}. {page.language.words(outcome.meaning)}"
            if needs is not None:
                words = f"{words.rstrip('.')}. {page.term('needs', what=needs)}"
            page.note(words, lead=f"  {outcome.value:<{wide}} = ")
    page.blank()


def questions(page: Page) -> None:
    """The programme's own questions that are put to this board, as comments."""
    if page.kind == "baseline":
        return
    programme = page.assessment.material.programme
    asked = [q for q in programme.questions if page.kind in q.kinds and _put_to(page, q)]
    if not asked:
        return
    page.blank()
    page.say("answers")
    page.add("# answers:")
    for question in asked:
        page.inside(page.language.words(question.text), "  ")
        for past in page.pasts:
            _answered(page, past, question)
        page.add(f"#   - question: {plain(question.id)}")
        page.add("#     text: >-")


def _answered(page: Page, past: Past, question: Question) -> None:
    for file, year in ((past.plan, past.plan_year), (past.report, past.report_year)):
        if file is not None and file.kind == page.kind:
            for answer in file.answers:
                if answer.question == question.id:
                    last = page.term("last", year=whose(page, past, year))
                    page.inside(f"{last} {answer.text}", "  ")


def _put_to(page: Page, question: Question) -> bool:
    material = page.assessment.material
    return not question.boards or any(
        name == page.board.id
        or (name in material.groups and page.board in list(material.members(name)))
        for name in question.boards
    )


def glossary(page: Page) -> None:
    """The ids that optional keys are filled with, last in the file."""
    material = page.assessment.material
    page.blank()
    page.heading(page.term("glossary"), 0, "=")
    if page.kind == "report":
        if page.plan is not None and activities(page.plan):
            page.say("glossary-result")
            for result in Result:
                page.note(page.language.term(result), 0, f"  {result:<11} = ")
        page.say("glossary-counts", threshold=material.programme.small_numbers.threshold)
        for counts in get_args(Figure.model_fields["counts"].annotation):
            page.note(page.term(f"counts-{counts}"), 0, f"  {counts:<10} = ")
        if material.programme.partners:
            page.say("glossary-partners")
            for partner in material.programme.partners:
                page.note(page.language.words(partner.name), 0, f"  {partner.id} = ")
    year = material.programme.term.within(page.year)
    there = [b.id for b in material.register.boards if b.valid.meets(*year)]
    page.say("glossary-boards")
    page.note(", ".join(b for b in there if b != page.board.id), 0, "  ")
