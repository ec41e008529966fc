"""Every order that a reader sees, once, as a list. Written from the files of Nordhamn."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup

from prostcli.assessment.activities import FATES
from prostcli.assessment.cells import STATES, STATUSES
from prostcli.assessment.selection import Selection
from prostcli.cli.main import COMMANDS, application
from prostcli.documents.engine import markdown
from prostcli.documents.views import review
from prostcli.language import language
from prostcli.output.activities.view import ledger_view
from prostcli.output.status.view import StatusView, _legend_order, status_view
from prostcli.output.submissions.view import Wanted, submissions_view
from prostcli.usecases import View, view

NORDHAMN = Path(__file__).resolve().parent.parent / "examples" / "nordhamn"
SV = language("sv")
BOARDS = [
    "kommunstyrelsen", "socialnamnden", "utbildningsnamnden", "kultur-fritid", "norra", "vastra",
    "nordvastra", "sodra", "nordhamnsbostader", "hamnhem",
]  # fmt: skip
"""As boards.yaml has them; norra and vastra became nordvastra in 2013."""


@pytest.fixture(scope="module")
def seen() -> View:
    return view(NORDHAMN, date(2016, 6, 1))


@pytest.fixture(scope="module")
def shown(seen: View) -> StatusView:
    return status_view(seen.assessment, Selection(years=(2013, 2012)), SV)


def test_years_boards_and_measures(shown: StatusView) -> None:
    assert [m.year for m in shown.matrices] == [2012, 2013]
    assert [y.year for y in shown.years] == [2012, 2013, 2014, 2015]
    first, second = ([r.board for r in m.rows] for m in shown.matrices)
    assert first == [b for b in BOARDS if b != "nordvastra"]
    assert second == [b for b in BOARDS if b not in ("norra", "vastra")]
    assert [c.obligation for c in shown.matrices[0].columns] == [
        "1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3", "3.4",
    ]  # fmt: skip


def test_the_legend(seen: View, shown: StatusView) -> None:
    """The outcomes as the scales have them, default first; then what is known; then what is not."""
    assert _legend_order(seen.assessment) == [
        "fulfilled", "partly", "not-fulfilled", "not-applicable",
        "complied", "breach", "not-checked", "in-place", "partly-in-place", "not-in-place",
        "settled", "written-off", "not-addressed", "report-received", "report-draft",
        "report-overdue", "report-invalid", "planned", "ongoing", "no-activity", "plan-overdue",
        "plan-invalid", "upcoming", "voluntary", "voluntary-plan",
    ]  # fmt: skip
    assert [status for status, _ in shown.matrices[1].legend] == [
        "fulfilled", "partly", "not-fulfilled", "complied", "not-checked", "in-place",
        "not-in-place", "not-addressed", "report-overdue",
    ]  # fmt: skip
    column = next(c for c in shown.matrices[1].columns if c.obligation == "1.2")
    assert column.tally == (("complied", 6), ("not-checked", 1), ("report-overdue", 1))


def test_what_is_late(shown: StatusView) -> None:
    """By the day that it was due; of one day the earlier year, and of that the plan, first."""
    assert [(m.kind, m.year, m.due, m.boards) for m in shown.missing] == [
        ("plan", 2012, date(2011, 12, 31), ("Hamnhem",)),
        ("report", 2012, date(2013, 2, 28), ("Västra",)),
        ("plan", 2014, date(2013, 12, 31), ("Utbildning",)),
        ("report", 2013, date(2014, 2, 28), ("Hamnhem",)),
        ("report", 2015, date(2016, 2, 29), ("Utbildning*", "Södra")),
    ]


def test_what_stands_still(shown: StatusView) -> None:
    """By measure, then board."""
    assert [(p.obligation, p.board, p.first) for p in shown.persisting] == [
        ("1.4", "Kultur och fritid", 2012), ("2.1", "Nordvästra", 2013), ("2.1", "Södra", 2012),
        ("2.2", "Utbildning", 2012), ("2.4", "Social och omsorg", 2012), ("3.4", "Södra", 2012),
    ]  # fmt: skip


def test_activities(seen: View) -> None:
    ledger = ledger_view(seen.assessment, Selection(years=(2013, 2012)), SV, ())
    assert [y.year for y in ledger.years] == [2012, 2013]
    names = [b.name for b in ledger.years[1].boards]
    order = [seen.assessment.material.boards[b].short for b in BOARDS]
    assert names == [n for n in order if n in names]
    assert len(names) > 5
    assert FATES == (
        "done", "partly", "not-done", "postponed", "cancelled", "transferred", "written-off",
        "unanswered", "invalid", "received", "draft", "overdue", "not-due", "not-expected",
    )  # fmt: skip
    assert [f for f in FATES if f in ledger.fates] == [*ledger.fates]


def test_submissions(seen: View) -> None:
    listed = submissions_view(seen.assessment, Wanted(years=(2012, 2013)), SV, ())
    assert [(g.year, g.kind) for g in listed.groups] == [
        (2012, "plan"), (2012, "report"), (2013, "plan"), (2013, "report"),
    ]  # fmt: skip
    assert [r.handed.board for r in listed.groups[0].rows] == [
        b for b in BOARDS if b != "nordvastra"
    ]


def test_codes_that_a_message_lists() -> None:
    assert STATUSES == (
        "settled", "written-off", "not-addressed", "report-invalid", "report-received",
        "report-draft", "report-overdue", "plan-invalid", "plan-overdue", "planned", "ongoing",
        "no-activity", "upcoming",
    )  # fmt: skip
    assert STATES == (
        "not-expected", "not-due", "overdue", "invalid", "draft", "received", "decided",
    )  # fmt: skip


def test_commands() -> None:
    assert COMMANDS == (
        "status", "activities", "submissions", "validate", "review", "site", "serve", "show",
        "diff", "new", "seal", "explain", "schema", "exempt",
    )  # fmt: skip
    group = typer.main.get_command(application([]))
    assert isinstance(group, TyperGroup)
    assert tuple(group.commands) == COMMANDS


CHAPTERS = [
    "Förslag till beslut",
    "1. Sammanfattning",
    "2. Programmet och besluten",
    "3. Så har uppföljningen gjorts",
    "4. Ändrad organisation",
    "5. Nuläget 2012",
    "6. Målen",
    "7. Åtgärderna, 1–3",
    "8. Planerade insatser",
    "9. Samverkan, folkhälsa och stöd",
    "10. Övriga uppdrag",
    "11. Åtgärder utan utpekad ansvarig",
    "12. Barn- och jämställdhetsperspektiv",
    "13. Kostnader och finansiering",
    "14. Slutsatser inför revideringen",
    "Bilaga 1. Nämnd för nämnd",
    "Bilaga 2. Källor och sekretess",
]


def test_chapters_of_the_review(seen: View) -> None:
    drawn = markdown("review", SV, r=review(seen.assessment, SV, seen.workspace.locate))
    assert re.findall(r"^## (.+)$", drawn, re.MULTILINE) == CHAPTERS
    boards = drawn[drawn.index("## Bilaga 1") : drawn.index("## Bilaga 2")]
    names = [seen.assessment.material.boards[b].name_on(date(2015, 12, 31)) for b in BOARDS]
    headings = re.findall(r"^### (.+)$", boards, re.MULTILINE)
    assert headings == [n for n in names if n in headings]
    assert len(headings) == len(BOARDS)
