"""Silence is no result, and what is only proposed is owed by nobody: in every document."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.documents import views
from prostcli.documents.engine import markdown
from prostcli.documents.views.pictures import Bars, Panel, Sign, bar_of, bars_of, bars_of_years
from prostcli.errors import ProstError
from prostcli.language import language
from prostcli.load.workspace import load
from prostcli.publishing.document import Order, publish
from prostcli.publishing.site import QUICK, publication
from prostcli.usecases import View, seen_in, view
from tests.documents.conftest import TOP

SV = language("sv")
NORDHAMN = TOP / "examples" / "nordhamn"
SHARE_OF_NOTHING = re.compile(r"\b0/[1-9]|nådd i 0 av|\bi 0 av [1-9]")


def test_no_page_tells_silence_as_a_share(real_view: View) -> None:
    """Nothing is entered for the real programme: no page of its site says 0 of anything."""
    files = publication(real_view, SV, makers=QUICK)
    for name, data in files.items():
        if name.endswith((".html", ".md")):
            assert not SHARE_OF_NOTHING.search(data.decode()), name
    pages = [n for n in files if n.endswith(".html") and n != "review-document.html"]
    for name in pages:
        assert "Saknas betyder att ingen plan eller redovisning finns inlagd här" in (
            files[name].decode()
        ), name


QUIET = {
    # By hand from who is bound by what: 5.1.1 binds all 25 and 21, 5.1.2 one board.
    "5.1": "Redovisning saknas i 26 fall (2006), 22 fall (varje år 2007–2009); "
    "tiden löper i 22 fall (2010).",
    # 3 × 19, 18, 1 and 1; then 3 × 15, 14, 1 and 1; from 2008 the schools are one board's.
    "5.2": "Redovisning saknas i 77 fall (2006), 61 fall (2007), 19 fall (varje år 2008–2009); "
    "tiden löper i 19 fall (2010).",
}


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_picture_of_nothing_but_silence_is_a_sentence(form: str) -> None:
    """On the real programme's review: who owes what stands in annex 1."""
    made = publish(view(TOP, date(2010, 5, 1)), Order(form, SV)).decode()  # type: ignore[arg-type]
    words = " ".join(re.sub(r"<[^>]+>|\*\*|^- ", "", made, flags=re.MULTILINE).split())
    for told in QUIET.values():
        assert words.count(told) == 1
    assert words.count("Ingen redovisning av avsnittets åtgärder finns inlagd från dem") == 5
    assert words.count("Ingen plan och ingen redovisning finns inlagd från någon nämnd") == 1
    for year, what, cases, boards in (
        (2006, "redovisning", 221, 25), (2007, "redovisning", 177, 21),
        (2008, "redovisning", 135, 21), (2009, "redovisning", 135, 21), (2010, "plan", 135, 21),
    ):  # fmt: skip
        told = f"{year}: {what} saknas i alla {cases} fall, hos {boards} nämnder och bolag."
        assert words.count(told) == 1
    for title in ("Läget 20", "åtgärd för åtgärd, år för år", "Vad nämnderna och bolagen har"):
        assert title not in made
    assert "<figure" not in made


def test_a_picture_that_tells_something_is_drawn() -> None:
    """In Nordhamn one report is enough, and so is that some are late and others have time."""
    seen = view(NORDHAMN, date(2016, 6, 1))
    found = views.review(seen.assessment, SV, seen.workspace.locate)
    assert [m.name for m in found.matrices if m.alone] == []
    assert not found.follow_up.picture.quiet
    assert [s.id for s in found.sections if s.picture.quiet] == []
    silent, waiting, good = (
        Sign("silent", "!", "a"),
        Sign("waiting", "·", "b"),
        Sign("good", "✓", "c"),
    )

    def of(*legend: Sign, years: dict[str, tuple[int, ...]]) -> Bars:
        panel = Panel("", tuple(bar_of(y, n, "") for y, n in years.items()))
        return bars_of_years(bars_of("b", "", "", "", "", legend, (panel,)))

    assert of(silent, waiting, years={"2013": (3, 0), "2014": (3, 0), "2015": (0, 2)}).quiet == (
        ("a", ((2013, 2014, 3),)), ("b", ((2015, 2015, 2),)),
    )  # fmt: skip
    assert of(silent, waiting, years={"2013": (3, 0), "2014": (2, 1)}).quiet == ()
    assert of(silent, good, years={"2013": (3, 0), "2014": (0, 1)}).quiet == ()


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("board", [None, "sodra"])
def test_a_document_of_what_is_only_proposed_says_so(form: str, board: str | None) -> None:
    seen = view(NORDHAMN, date(2017, 6, 1), "2016-2019")
    year = None if board is None else 2016
    made = publish(seen, Order(form, SV, board, year)).decode()  # type: ignore[arg-type]
    assert "Programmet är inte antaget." in made
    adopted = publish(view(NORDHAMN, date(2016, 6, 1)), Order(form, SV)).decode()  # type: ignore[arg-type]
    assert "Programmet är inte antaget." not in adopted


def test_a_site_of_what_is_only_proposed_says_so_on_every_page() -> None:
    files = publication(view(NORDHAMN, date(2017, 6, 1), "2016-2019"), SV, makers=QUICK)
    for name, data in files.items():
        if name.endswith(".html"):
            assert "Programmet är inte antaget." in data.decode(), name


def test_a_broken_programme_is_not_passed_over_for_one_that_is_only_proposed(
    tmp_path: Path,
) -> None:
    root = Path(shutil.copytree(NORDHAMN, tmp_path / "n"))
    with (root / "program/2012-2015/obligations.yaml").open("a", encoding="utf-8") as file:
        file.write("kind: [\n")
    with pytest.raises(ProstError, match="programme-faulty"):
        seen_in(load(root), date(2016, 6, 1))


def test_everything_of_n_is_named_in_the_summary() -> None:
    """2013 of Nordhamn on 2014-06-01, by tests/nordhamn/COUNTS.md.

    Section 2: 2.1 NV p, Z p; 2.2 p; 2.3 f; 2.4 p, in no share.
    Section 3: 3.1 R R m; 3.2 f; 3.3 p; 3.4 f n.
    """
    seen = view(NORDHAMN, date(2014, 6, 1))
    found = views.review(seen.assessment, SV, seen.workspace.locate).summary
    _, second, third = found.section_states
    assert (str(second.share), second.rest) == ("1/4", (("Delvis nått", 3),))
    assert (str(third.share), third.rest) == ("4/7", (("Delvis nått", 1), ("Inte nått", 2)))


def test_what_counts_no_more_is_told_as_it_stood_last() -> None:
    """2016: 1.4 ended with June 2014, 2.3 was settled, 2.5 did not apply, 3.4 ended with 2014."""
    seen = view(NORDHAMN, date(2016, 6, 1))
    found = views.review(seen.assessment, SV, seen.workspace.locate).summary
    assert [(m.id, m.year, m.said) for m in found.ended] == [
        ("1.4", 2014, "1/1"), ("2.3", 2013, "1/1"), ("2.5", 2014, "0/1"), ("3.4", 2014, "1/2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "reached", "short", "unknown"),
    [
        (  # 2015: U's report is a draft, Z has none, H has not checked 1.2; nobody fell short
            date(2016, 6, 1),
            ["1.1", "1.3", "3.2", "3.3"],
            [],
            [("1.2", 3, "5/8"), ("2.1", 1, "1/2"), ("2.2", 1, "0/1"), ("3.1", 1, "2/3")],
        ),
        (  # 2014: 2.1 NV p, 2.5 F p, 3.2 K p; Z's 1.2, 2.1, 3.1 and 3.4 are only noted
            date(2015, 6, 1),
            ["1.1", "1.3", "1.4", "2.2", "3.3"],
            [("2.1", 1, "0/2"), ("2.5", 1, "0/1"), ("3.2", 1, "0/1")],
            [("1.2", 1, "7/8"), ("2.1", 1, "0/2"), ("3.1", 1, "2/3"), ("3.4", 1, "1/2")],
        ),
    ],
    ids=["2015", "2014"],
)
def test_only_what_a_decided_report_says_fell_short_did_not_go_well(
    day: date,
    reached: list[str],
    short: list[tuple[str, int, str]],
    unknown: list[tuple[str, int, str]],
) -> None:
    """Counted by hand from the reports, as in tests/nordhamn/COUNTS.md."""
    seen = view(NORDHAMN, day)
    found = views.review(seen.assessment, SV, seen.workspace.locate).summary
    assert [m.id for m in found.reached] == reached
    assert [(m.id, n, str(m.share)) for m, n in found.short] == short
    assert [(m.id, n, str(m.share)) for m, n in found.open] == unknown


@pytest.mark.parametrize(
    ("lang", "heads", "none", "measure"),
    [
        (
            "sv",
            ["Vad som gick bra", "Vad som inte gick bra", "Vad vi inte vet"],
            "- Bland de beslutade redovisningar som räknas för 2015 säger ingen att en åtgärd",
            "1.2 Inga besöksavgifter (hos 3 av 8, nådd hos 5)",
        ),
        (
            "en",
            ["What went well", "What did not go well", "What we do not know"],
            "- Among the decided reports that count for 2015, none says that a measure was",
            "1.2 Inga besöksavgifter (3 of 8; reached by 5)",
        ),
    ],
    ids=["sv", "en"],
)
def test_the_summary_accuses_nobody_of_what_nobody_knows(
    lang: str, heads: list[str], none: str, measure: str
) -> None:
    seen = view(NORDHAMN, date(2016, 6, 1))
    made = publish(seen, Order("md", language(lang))).decode()
    well, badly, unknown = (made.split(f"### {head}\n")[1].split("\n### ")[0] for head in heads)
    assert "1.2" not in well
    assert badly.strip().startswith(none)
    assert "1.2 " not in badly
    assert measure in unknown


def test_a_programme_without_goals_has_no_heading_for_how_they_stand() -> None:
    seen = view(NORDHAMN, date(2016, 6, 1))
    whole = views.review(seen.assessment, SV, seen.workspace.locate)
    disclaimer = "Hur det gått med åtgärderna säger inte om målen är nådda."
    assert f"\n{disclaimer}" in markdown("review", SV, None, r=whole)
    bare = whole._replace(summary=whole.summary._replace(goal_states=(), goals_picture=None))
    made = markdown("review", SV, None, r=bare)
    assert "Läget för målen" not in made
    assert disclaimer not in made
    assert "### Läget för avsnitten" in made


OFF = (
    "Avskriven från 1 september 2014. Åtgärd 1.3 skrivs av för Hamnhem. Beslut av "
    "Kommunfullmäktige den 25 augusti 2014, § 112 (Dnr KS 2014/131)."
)
DONE = "Slutförd tidigare. En engångsuppgift, som är klar enligt redovisningen för 2013."


def _under(document: str, measure: str) -> str:
    """What a document says under a measure's heading, without marks and line ends."""
    found = re.split(r"^#+ |<h[23]\b", document, flags=re.MULTILINE)
    part = next(p for p in found if measure in p.partition("\n")[0])
    return " ".join(re.sub(r"<[^>]+>|\*\*", "", part).replace("\xa0", " ").split())


@pytest.mark.parametrize(
    ("board", "year", "measure", "why", "mark"),
    [
        ("hamnhem", 2014, "1.3 Lokaler", OFF, "K1:102"),
        ("hamnhem", 2015, "1.3 Lokaler", OFF, "K1:102"),
        ("socialnamnden", 2014, "2.3 ", DONE, ":11"),
        ("socialnamnden", 2015, "2.3 ", DONE, ":11"),
    ],
)
def test_what_a_board_need_not_answer_is_no_silence(
    board: str, year: int, measure: str, why: str, mark: str
) -> None:
    """Written off by the council, or done once: by programme.yaml and the report for 2013."""
    made = publish(view(NORDHAMN, date(2016, 6, 1)), Order("md", SV, board, year))
    told = _under(made.decode(), measure)
    assert why in told
    assert mark in told
    assert f"Inget svar väntas för {year}." in told
    for accusation in ("Inget svar i", "Saknas", "Redovisningen."):
        assert accusation not in told


def test_in_english_too() -> None:
    made = publish(
        view(NORDHAMN, date(2016, 6, 1)), Order("md", language("en"), "hamnhem", 2015)
    ).decode()
    told = _under(made, "1.3 ")
    assert "Written off from 1 September 2014. Measure 1.3 is written off for Hamnhem." in told
    assert "No answer is due for 2015." in told
    assert "No answer in" not in told


def test_the_site_tells_the_same_of_a_measure_whose_plan_is_there() -> None:
    files = publication(view(NORDHAMN, date(2016, 6, 1)), SV, makers=QUICK)
    for page, why in (("hamnhem", OFF), ("socialnamnden", DONE)):
        text = files[f"board-{page}.html"].decode()
        words = " ".join(re.sub(r"<[^>]+>", "", text).replace("\xa0", " ").split())
        assert words.count(why) == 1, "2015 has no plan: there the list of statuses says it"
        assert "Inget svar väntas för 2014." in words
        assert "Inget svar i" not in words


def test_before_it_was_written_off_the_report_was_missing() -> None:
    """Decided on 25 August 2014; the report for 2014 is then not due."""
    made = publish(view(NORDHAMN, date(2014, 8, 24)), Order("md", SV, "hamnhem", 2014))
    told = _under(made.decode(), "1.3 Lokaler")
    assert "Avskriven från" not in told
    assert "Redovisningen. Tiden löper." in told


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """Nordhamn with a sealed report that has been edited, and another file that is no YAML."""
    root = Path(shutil.copytree(NORDHAMN, tmp_path / "n"))
    sealed = root / "reports/2012-2015/kultur-fritid/2014-report.yaml"
    text = sealed.read_text(encoding="utf-8")
    assert "fingerprint" in text
    sealed.write_text(text.replace("outcome: fulfilled", "outcome: partly", 1), encoding="utf-8")
    (root / "reports/2012-2015/hamnhem/2014-plan.yaml").write_text("[", encoding="utf-8")
    return root


UNREAD = "En fil går inte att läsa som det som sökvägen anger."
CHANGED = (
    "Filer som ändrats efter att de förseglades. En fil går att läsa men är inte längre som när "
    "den beslutade handlingen förseglades."
)


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_sealed_file_that_was_edited_is_not_called_unreadable(edited: Path, form: str) -> None:
    made = publish(view(edited, date(2016, 6, 1)), Order(form, SV)).decode()  # type: ignore[arg-type]
    words = " ".join(re.sub(r"<[^>]+>|\*\*", "", made).split())
    unread, changed = words.split(CHANGED)
    assert UNREAD in unread
    assert "inte heller som saknat: reports/2012-2015/hamnhem/2014-plan.yaml." in unread
    assert changed.split(" Beslutad av")[0].endswith(
        "inte heller som saknat: reports/2012-2015/kultur-fritid/2014-report.yaml."
    )
    last = words.split("kultur-fritid/2014-report.yaml")
    assert any("redovisning" in p and "ändrad efter att den förseglades" in p for p in last)
    assert "Kultur och fritid 2014, redovisning: måste rättas" in words
    assert words.count("går inte att läsa") == 2, "the sentence, and the plan in annex 2"


def test_the_site_and_the_annex_tell_the_two_kinds_apart(edited: Path) -> None:
    seen = view(edited, date(2016, 6, 1))
    for name, data in publication(seen, SV, makers=QUICK).items():
        if name.endswith(".html") and name != "review-document.html":
            words = " ".join(re.sub(r"<[^>]+>", "", data.decode()).split())
            read, changed = words.split("Filer som ändrats efter att de förseglades. Det", 1)
            assert "Filer som inte går att läsa. Det som står i dem räknas inte" in read, name
            assert "saknat: reports/2012-2015/kultur-fritid/2014-report.yaml." in changed, name
    annex = publish(seen, Order("md", SV, "kultur-fritid", 2014)).decode()
    assert "går inte att läsa" not in annex
    assert "**Ändrad efter att den förseglades.**" in annex
    assert "hamnhem/2014-plan.yaml" not in annex.split("## ")[0]
    other = publish(seen, Order("md", SV, "hamnhem", 2014)).decode()
    assert "**Går inte att läsa.**" in other
    assert "förseglades" not in other
