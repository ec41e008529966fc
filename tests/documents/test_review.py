"""The review of Lindvik against what was counted by hand, and of the real programme."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from inline_snapshot import external_file

from prostcli.assessment.activities import FATES
from prostcli.assessment.cells import assess
from prostcli.documents import views
from prostcli.documents.engine import markdown
from prostcli.documents.templates import templates_folder
from prostcli.documents.views.context import Context
from prostcli.documents.views.figures import figures
from prostcli.language import language
from prostcli.model.material import Submitted
from prostcli.model.review import ReviewWords
from prostcli.model.submissions import ReportEntry
from prostcli.publishing.document import Order, publish
from prostcli.usecases import View, view
from tests.documents.conftest import TOP, told

SWEDISH = language("sv")

SHARES = {  # tests/lindvik/COUNTS.md, "n/N on 2023-04-01"
    "a.1": ("1/2", "1/3", "0/1"),
    "a.2": ("1/2", "0/1", "1/1"),
    "a.3": ("0/2", "1/1", "0/1"),
    "b.1": ("1/2", "0/2", None),
    "b.2": ("0/0", "0/0", "0/0"),
    "1.1": ("1/2", "0/2", "0/1"),
    "1.2": (None, None, None),
}


def test_golden(lindvik_review: str) -> None:
    assert lindvik_review == external_file("golden/lindvik-review.md", format=".txt")


def test_golden_of_a_whole_term() -> None:
    """Nordhamn, without git: what an official would sign."""
    seen = view(TOP / "examples/nordhamn", date(2016, 6, 1))
    whole = views.review(seen.assessment, SWEDISH, seen.workspace.locate)
    written = markdown("review", SWEDISH, None, r=whole)
    assert written == external_file("golden/nordhamn-review.md", format=".txt")


@pytest.mark.parametrize(
    ("code", "off", "about"),
    [
        (
            "sv",
            "Hamnhem 2014, ”Låta hyresgästerna disponera salen på prov under ett år.” Beslut av",
            "Gäller 1.2 och alla nämnder och bolag.",
        ),
        (
            "en",
            "Hamnhem 2014, “Låta hyresgästerna disponera salen på prov under ett år.” Decision by",
            "About 1.2 and all boards and companies.",
        ),
    ],
)
def test_running_text_has_names_and_no_ids(code: str, off: str, about: str) -> None:
    made = publish(view(TOP / "examples/nordhamn", date(2016, 6, 1)), Order("md", language(code)))
    text = made.decode()
    assert off in text
    assert about in text
    assert "lokal-pa-prov" not in text


def test_an_activity_that_no_plan_has_is_told_by_its_id() -> None:
    seen = view(TOP / "examples/nordhamn", date(2016, 6, 1))
    material = seen.assessment.material
    kept = tuple(s for s in material.submitted if not s.path.endswith("hamnhem/2014-plan.yaml"))
    turned = assess(replace(material, submitted=kept), date(2016, 6, 1))
    assert "Hamnhem 2014, lokal-pa-prov. Beslut av" in told(replace(seen, assessment=turned))


def test_shares_are_those_counted_by_hand(lindvik_whole: views.Review) -> None:
    rows = {r.id: r for s in lindvik_whole.summary.sections for r in s.rows}
    found = {i: tuple(c and str(c.share) for c in r.cells) for i, r in rows.items()}
    assert found == SHARES


def test_the_same_shares_stand_at_the_measures(lindvik_whole: views.Review) -> None:
    measures = {m.id: m for s in lindvik_whole.sections for m in s.measures}
    found = {i: tuple(str(r.share) for r in m.rows) for i, m in measures.items()}
    assert found == {i: tuple(s for s in shares if s) for i, shares in SHARES.items()}


def test_boards_stand_behind_each_figure(lindvik_whole: views.Review) -> None:
    measures = {m.id: m for s in lindvik_whole.sections for m in s.measures}
    row = measures["a.1"].rows[1]
    names = {g.status: [b.board for b in g.boards] for g in row.groups}
    assert names == {
        "without-fault": ["Teknik"],
        "unseen": ["Kultur och fritid"],
        "report-received": ["Park"],
    }


def test_who_has_not_reported(lindvik_whole: views.Review) -> None:
    missing = {(m.first, m.last): m.boards for m in lindvik_whole.summary.missing}
    assert missing == {
        (2020, 2020): ("Kultur",),
        (2021, 2021): ("Lindvikshus",),
        (2022, 2022): ("Kultur och fritid", "Park", "Lindvikshus"),
    }


def test_plans_and_reports_a_year(lindvik_whole: views.Review) -> None:
    def row(c: object) -> tuple[int, ...]:
        keys = ("expected", "decided", "received", "draft", "overdue", "not_due")
        return tuple(getattr(c, k) for k in keys)

    plans, reports = lindvik_whole.follow_up.plans, lindvik_whole.follow_up.reports
    assert [row(c) for c in plans] == [(0, 0, 0, 0, 0, 0), (4, 3, 0, 0, 1, 0), (4, 1, 0, 1, 2, 0)]
    assert [row(c) for c in reports] == [(4, 3, 0, 0, 1, 0), (4, 2, 1, 0, 1, 0), (4, 1, 0, 0, 3, 0)]
    assert [c.late for c in plans] == [(), ("Park",), ()]
    assert [c.late for c in reports] == [(), (), ()], "a correction is not late"


def test_activities_are_counted_once(lindvik_whole: views.Review) -> None:
    """By hand from the plans: 2021 KF 4, T 3, P 2; 2022 T 2. The draft of P is not there."""
    found = lindvik_whole.activities
    numbers = {r.year: dict(zip(found.fates, r.numbers, strict=True)) for r in found.rows}
    assert [(r.year, r.total) for r in found.rows] == [(2021, 9), (2022, 2)]
    assert numbers[2021] == {
        "done": 3, "partly": 1, "postponed": 1, "cancelled": 0, "transferred": 1,
        "unanswered": 1, "received": 2,
    }  # fmt: skip
    assert numbers[2022] == dict.fromkeys(found.fates, 0) | {"done": 1, "cancelled": 1}
    assert [(u.board, u.subject) for u in found.unplanned] == [("Kultur och fritid", "a.3")]
    assert found.undecided_plans == (("Park", 2022, "draft"),)


def test_a_silent_report_leaves_activities_unanswered(lindvik_view: View) -> None:
    """On the day before the reports of 2021 were due, nothing is known of what was planned."""
    early = assess(
        lindvik_view.assessment.material, lindvik_view.assessment.as_of.replace(2021, 6, 1)
    )
    found = views.review(early, SWEDISH, lindvik_view.workspace.locate).activities
    assert found.fates == ("not-due",)
    assert found.total == 7


def test_what_is_sensitive_or_small_is_never_shown(lindvik_view: View) -> None:
    seen = lindvik_view.assessment
    at = next(i for i, s in enumerate(seen.material.submitted) if s.slot.kind == "report")
    file = seen.material.submitted[at]

    def shown(obligation: str, **figure: object) -> list[tuple[object, object, object]]:
        base = {"name": "x", "label": "X", "unit": "st", "counts": "pupils"}
        value = {"obligation": obligation, "outcome": "reached", "figures": [base | figure]}
        entry = ReportEntry.model_validate(value)
        report = file.value.model_copy(update={"entries": (entry,)})
        material = replace(seen.material, submitted=(Submitted(file.slot, report),))
        context = Context.of(assess(material, seen.as_of), SWEDISH, lindvik_view.workspace.locate)
        made = figures(context, file.slot.board, 2021, entry, file.place("entries", 0))
        return [(f.value, f.women, f.men) for f in made]

    assert shown("1.1", value=100, counts="staff") == []
    assert shown("a.3", value=100, counts="clients") == []
    assert shown("a.3", value=100, counts="households") == []
    assert shown("a.3", value=100, counts="cases") == []
    assert shown("a.3", value=100, counts="staff") == [(100, None, None)]
    assert shown("b.2", value=2) == [("masked", None, None)]
    assert shown("b.2", value=0) == [("masked", None, None)]
    assert shown("b.2", value=12, women=2, men=10) == [(12, "masked", "masked")]
    assert shown("b.2", value=12, women=10, men=2) == [(12, "masked", "masked")]
    assert shown("b.2", value="masked", women=10, men=2) == [("masked", 10, "masked")]
    assert shown("b.2", value=2, counts="visits") == [(2, None, None)]


def test_masked_and_missing_are_told_apart(lindvik_review: str) -> None:
    assert "Barn som provade skridskobanan: .. barn" in lindvik_review
    assert "640 besök (kvinnor –, män –)" in lindvik_review


@pytest.mark.parametrize("which", ["lindvik", "real"])
def test_every_mark_leads_to_a_line_of_a_file(which: str, request: pytest.FixtureRequest) -> None:
    seen: View = request.getfixturevalue(f"{which}_view")
    text: str = request.getfixturevalue(f"{which}_review")
    body, definitions = text.split("\n[K1:", 1)
    marks = set(re.findall(r"\[(K\d+:\d+)\]", body))
    defined = re.findall(r'^\[(K\d+:\d+)\]: <#k\d+> "', f"[K1:{definitions}", re.MULTILINE)
    assert marks == set(defined)
    whole = views.review(seen.assessment, SWEDISH, seen.workspace.locate)
    for source in whole.sources.used:
        lines = (seen.workspace.root / source.path).read_text(encoding="utf-8").split("\n")
        assert lines[source.line - 1].strip()
        assert f'<a id="k{source.number}"></a>' in text
        assert source.path in body.replace("\\", "")


@pytest.mark.parametrize("which", ["lindvik", "real"])
def test_the_order_of_files_alters_nothing(which: str, request: pytest.FixtureRequest) -> None:
    seen: View = request.getfixturevalue(f"{which}_view")
    material = seen.assessment.material
    turned = replace(material, submitted=tuple(reversed(material.submitted)))
    again = replace(seen, assessment=assess(turned, seen.assessment.as_of))
    assert told(again) == request.getfixturevalue(f"{which}_review")


def test_with_nothing_reported_it_is_still_true_and_useful(
    real_view: View, real_review: str
) -> None:
    if real_view.assessment.standings.plans or real_view.assessment.standings.reports:
        pytest.skip("the real programme has been reported on")
    assert "**Inget är inlagt.**" in real_review
    assert "samtliga 21 som skulle redovisa" in real_review
    for obligation in real_view.assessment.material.obligations:
        assert f"#### {obligation.id} " in real_review
    for board in real_view.assessment.material.register.boards:
        assert board.short in real_review
    assert not re.search(r"\b0/\d", real_review), "silence is no result"


def test_percentages_are_never_given(lindvik_review: str) -> None:
    assert not re.search(r"\d ?%|procent(?!siffra)", lindvik_review)


def test_a_file_that_cannot_be_read_is_told_first(lindvik_view: View) -> None:
    material = lindvik_view.assessment.material
    slots = tuple(s.slot for s in material.submitted if s.path.endswith("teknik/2022-report.yaml"))
    kept = tuple(s for s in material.submitted if s.slot not in slots)
    broken = replace(material, submitted=kept, refused=slots)
    seen = replace(lindvik_view, assessment=assess(broken, lindvik_view.assessment.as_of))
    text = told(seen)
    assert text.index("Filer som inte går att läsa") < text.index("## Förslag till beslut")
    assert "Teknik 2022, redovisning: måste rättas" in text
    assert "**går inte att läsa**" in text.split("## Bilaga 2")[1]


def test_hostile_words_stay_words(lindvik_view: View) -> None:
    """Markdown in every text of a report changes nothing in the document's structure."""
    hostile = "# R\n\n- p | <b>x</b> [l](http://a) ![i](b) `k` **f** [^1]\n\n```"

    def soured(value: object) -> object:
        if isinstance(value, dict):
            keys = ("text", "summary", "evidence", "obstacles", "effect", "comment", "funding")
            return {k: hostile if k in keys else soured(v) for k, v in value.items()}
        return [soured(v) for v in value] if isinstance(value, list) else value

    material = lindvik_view.assessment.material
    submitted = []
    for file in material.submitted:
        data = file.value.model_dump(mode="json", by_alias=True, exclude_none=True)
        submitted.append(replace(file, value=type(file.value).model_validate(soured(data))))
    turned = replace(material, submitted=tuple(submitted))
    text = told(replace(lindvik_view, assessment=assess(turned, lindvik_view.assessment.as_of)))
    clean = told(lindvik_view)

    def headings(document: str) -> list[str]:
        return re.findall(r"^#+ .*$", document, re.MULTILINE)

    assert headings(text) == headings(clean)
    assert text.count("\n|") == clean.count("\n|")
    assert "```" not in text.replace("\\`", "")


def test_annex_golden(lindvik_view: View) -> None:
    made = views.annex(
        lindvik_view.assessment, SWEDISH, lindvik_view.workspace.locate, "kultur-fritid", 2021
    )
    text = markdown("annex", SWEDISH, a=made)
    assert text == external_file("golden/lindvik-annex.md", format=".txt")


@pytest.mark.parametrize("which", ["lindvik", "real"])
def test_every_annex_can_be_made(which: str, request: pytest.FixtureRequest) -> None:
    seen: View = request.getfixturevalue(f"{which}_view")
    material = seen.assessment.material
    for board in list(material.boards)[::3]:
        for year in material.programme.term.years[::2]:
            made = views.annex(seen.assessment, SWEDISH, seen.workspace.locate, board, year)
            assert markdown("annex", SWEDISH, a=made).startswith("# ")


def test_every_code_has_its_word() -> None:
    """Each code that a view can hold is among the words of the templates."""
    words = (templates_folder() / "sv" / "words.md.j2").read_text(encoding="utf-8")
    shown = (templates_folder() / "sv" / "show-words.txt.j2").read_text(encoding="utf-8")
    for fate in FATES:
        assert f'"{fate}"' in words
        assert f'"{fate}"' in shown


FOREIGN = re.compile(
    r"(?i)stockholm|prostitu|stadsdels|sexk[öo]p|koppleri|kampanj|socialtj[aä]nstn|borgarr|bostadsbolag"
    r"|\b5\.[1-5]\b"
)


def _ours() -> list[Path]:
    code = [p for p in (TOP / "src" / "prostcli").rglob("*.py") if "languages" not in p.parts]
    return sorted([*code, *templates_folder().rglob("*.j2")])


@pytest.mark.parametrize("path", _ours(), ids=lambda p: p.relative_to(TOP).as_posix())
def test_nothing_of_one_city_stands_in_code_or_templates(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    text = re.sub(r'"""(?:.|\n)*?"""|#.*', "", text) if path.suffix == ".py" else text
    assert not FOREIGN.search(text)


@pytest.mark.parametrize(
    ("day", "told_as"), [("2023-03-01", "Beslutad av"), ("2024-01-01", "**Utkast.**")]
)
def test_the_owners_decision_counts_from_its_day(
    lindvik_view: View, day: str, told_as: str
) -> None:
    material = lindvik_view.assessment.material
    assert material.review_file is not None
    words = material.review_file.value.model_dump(exclude_none=True)
    words |= {"decision": {"date": day, "paragraph": "§ 3", "reference": "Dnr 9"}}
    words["summary"] = "Första stycket.\n\nAndra stycket."
    file = replace(material.review_file, value=ReviewWords.model_validate(words))
    turned = replace(material, review_file=file)
    text = told(replace(lindvik_view, assessment=assess(turned, lindvik_view.assessment.as_of)))
    assert told_as in text
    assert ("Första stycket.\n\nAndra stycket." in text) == (told_as == "Beslutad av")


def test_without_the_owners_words_each_place_says_so(lindvik_view: View) -> None:
    turned = replace(lindvik_view.assessment.material, review_file=None)
    text = told(replace(lindvik_view, assessment=assess(turned, lindvik_view.assessment.as_of)))
    assert text.count("nnu inte skrivet av Samhällsbyggnadsnämnden") == 10
