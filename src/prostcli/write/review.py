"""A new `review.yaml`: a question for each thing that the owner is to write, and what it rests on.

Unlike a plan or a report it is valid while it stands empty, since it is one of the programme's own
files: an error in it would stop every figure. What is not written says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from prostcli.assessment.cells import Assessment, Beside
from prostcli.assessment.parts import NOTHING
from prostcli.assessment.yearly import YearlyShare, yearly_shares
from prostcli.language import Language
from prostcli.model.obligations import Obligation
from prostcli.model.review import Proposal
from prostcli.model.submissions import ReportEntry
from prostcli.write.page import Sheet
from prostcli.write.text import plain

KIND = "review"


def home(edition: str) -> str:
    """Where the file belongs, from the workspace's root."""
    return f"program/{edition}/review.yaml"


def review(assessment: Assessment, language: Language) -> str:
    """The text of the file. Its figures hold on the assessment's date, and say so."""
    sheet = Sheet(assessment, language)
    _head(sheet)
    sheet.add(f"kind: {KIND}")
    _decision(sheet)
    _part(sheet, "proposal")
    sheet.add("proposal:")
    sheet.add("- >-", 2)
    sheet.add("")
    _text(sheet, "summary")
    _goals(sheet)
    _sections(sheet)
    _duties(sheet)
    _text(sheet, "perspectives")
    _text(sheet, "costs")
    _conclusions(sheet)
    return "\n".join(sheet.lines) + "\n"


def _head(sheet: Sheet) -> None:
    material = sheet.assessment.material
    programme, day = material.programme, sheet.assessment.as_of
    owner = material.boards.get(programme.owner)
    schema = f"../../schema/{material.edition}/{KIND}.schema.json"
    sheet.add(f"# yaml-language-server: $schema={schema}")
    sheet.add("#")
    sheet.say("title-review")
    title = sheet.language.words(programme.short_title)
    sheet.say("programme", title=title, edition=material.edition)
    if programme.fictitious:
        sheet.note(sheet.language.term("fictitious"))
    sheet.add("#")
    sheet.say("review-who", owner=owner.name_on(day) if owner else programme.owner)
    sheet.say("review-empty")
    sheet.say("how-fill")
    sheet.say("how-names")
    sheet.add("#")
    anything = sheet.assessment.anything_handed_in
    sheet.say("review-as-of" if anything else "review-nothing", day=day)
    sheet.say("review-check", path=home(material.edition))
    sheet.blank()


def _part(sheet: Sheet, key: str) -> None:
    """What a key is about, and the question to it."""
    sheet.blank()
    sheet.heading(sheet.language.key("ReviewWords", key).title, 0, "=")
    sheet.say(f"review-ask-{key}")


def _text(sheet: Sheet, key: str) -> None:
    """A text that stands by itself."""
    _part(sheet, key)
    programme = sheet.assessment.material.programme
    if key == "costs" and programme.costs is not None:
        sheet.say("review-costs-then", then=sheet.language.words(programme.costs))
    sheet.empty(key, 0)


def _decision(sheet: Sheet) -> None:
    """The decision as a comment: while there is none the review is a draft."""
    _part(sheet, "decision")
    sheet.add("# decision:")
    sheet.add(f"#   date: {sheet.term('in-date')}")
    sheet.add('#   paragraph: ""')
    sheet.add('#   reference: ""')


def _goals(sheet: Sheet) -> None:
    material = sheet.assessment.material
    if not material.programme.goals:
        return
    _part(sheet, "goals")
    sheet.add("goals:")
    for goal in material.programme.goals:
        _item(sheet, sheet.language.words(goal.label), goal.text)
        linked = [
            o.id
            for o in material.obligations
            if o.interpretation is not None and goal.id in o.interpretation.goals
        ]
        if linked:
            sheet.say("review-linked", 2, measures=linked)
        sheet.add(f"- goal: {plain(goal.id)}", 2)
        sheet.empty("text", 4)
        sheet.say("review-ask-source", 4)
        sheet.empty("source", 4)


def _sections(sheet: Sheet) -> None:
    material = sheet.assessment.material
    if not material.programme.sections:
        return
    _part(sheet, "sections")
    sheet.add("sections:")
    for section in material.programme.sections:
        _item(sheet, f"{section.id} {sheet.language.words(section.label)}")
        sheet.add(f"- section: {plain(section.id)}", 2)
        sheet.empty("text", 4)


def _duties(sheet: Sheet) -> None:
    duties = sheet.assessment.material.duties_file.value.duties
    if not duties:
        return
    _part(sheet, "duties")
    sheet.add("duties:")
    for duty in duties:
        _item(sheet, sheet.language.words(duty.label), duty.text)
        _told_beside(sheet, "review-told", duty.id, sheet.assessment.duties)
        sheet.add(f"- duty: {plain(duty.id)}", 2)
        sheet.empty("text", 4)
        sheet.say("review-ask-source", 4)
        sheet.empty("source", 4)


def _conclusions(sheet: Sheet) -> None:
    """One for the programme as a whole and one for each measure, with what came of it."""
    _part(sheet, "conclusions")
    words = get_args(Proposal)
    wide = max(len(word) for word in words)
    for word in words:
        sheet.note(sheet.language.term(f"choice-proposal-{word}"), lead=f"  {word:<{wide}} = ")
    if sheet.assessment.anything_handed_in:
        sheet.say("review-n-of-n")
    sheet.add("conclusions:")
    _item(sheet, sheet.term("review-whole"))
    sheet.add("- proposal:", 2)
    sheet.empty("text", 4)
    shares = yearly_shares(sheet.assessment)
    for obligation in sheet.assessment.material.obligations:
        label = sheet.language.words(obligation.label)
        _item(sheet, f"{obligation.id} {label}", obligation.text)
        _came_of_it(sheet, obligation, shares[obligation.id])
        sheet.add(f"- obligation: {plain(obligation.id)}", 2)
        sheet.add("proposal:", 4)
        sheet.empty("text", 4)


def _item(sheet: Sheet, title: str, text: str | None = None) -> None:
    """What an entry is about: its name, and its own words."""
    sheet.blank()
    sheet.heading(title, 2, "-")
    if text is not None:
        sheet.note(f"”{text}”", 2)


def _came_of_it(sheet: Sheet, obligation: Obligation, years: dict[int, YearlyShare]) -> None:
    """Each year as the review tells it, and who is silent."""
    if obligation.id in sheet.assessment.unassigned:
        sheet.say("review-unassigned", 2)
    elif not years:
        sheet.say("review-nobody", 2)
    elif not sheet.assessment.anything_handed_in:
        wanted = ", ".join(f"{year.expected} ({number})" for number, year in years.items())
        sheet.say("review-expected", 2, years=wanted)
    else:
        told = [_in_year(sheet, obligation, number, year) for number, year in years.items()]
        sheet.say("review-so-far", 2, day=sheet.assessment.as_of, years="; ".join(told))
        for when, year in _silences(years):
            boards = [_short(sheet, b) for b in year.silent_boards]
            everyone = len(boards) == year.expected and len(boards) > _FEW
            key = "review-all-silent" if everyone else "review-silent"
            sheet.say(key, 2, years=when, boards=boards, count=len(boards))
    _told_beside(sheet, "review-voluntary", obligation.id, sheet.assessment.voluntary)


_FEW = 3
"""Boards that are named though all of them are silent, as in the review."""


def _in_year(sheet: Sheet, obligation: Obligation, number: int, year: YearlyShare) -> str:
    if not year.told:
        return sheet.term("review-running", year=number)
    missing = f" ({sheet.term('review-missing', count=year.silent)})" if year.silent else ""
    told = sheet.language.outcomes(
        sheet.assessment.material.programme, obligation.nature, year.outcomes
    )
    return f"{number} {year.share if year.shared else told or NOTHING}{missing}"


def _silences(years: dict[int, YearlyShare]) -> Iterator[tuple[str, YearlyShare]]:
    """Years with someone silent; those in a row with the same boards told once."""
    rows: list[tuple[int, int, YearlyShare]] = []
    for number, year in years.items():
        before = rows[-1] if rows else None
        same = before and (before[2].silent_boards, before[2].expected, before[1] + 1)
        if before and same == (year.silent_boards, year.expected, number):
            rows[-1] = (before[0], number, year)
        else:
            rows.append((number, number, year))
    for first, last, year in rows:
        if year.silent:
            yield (str(first) if first == last else f"{first}–{last}"), year


def _told_beside(sheet: Sheet, key: str, subject: str, told: Iterable[Beside]) -> None:
    """The boards whose decided reports tell of what they were not expected to tell of."""
    reports = sheet.assessment.standings.reports
    boards = [
        f"{_short(sheet, b.board)} {b.year}"
        for b in told
        if b.subject == subject
        and isinstance(b.entry, ReportEntry)
        and not b.entry.not_addressed
        and reports[b.board, b.year].standing == "decided"
    ]
    if boards:
        sheet.say(key, 2, boards=boards)


def _short(sheet: Sheet, board: str) -> str:
    found = sheet.assessment.material.boards.get(board)
    return found.short if found else board
