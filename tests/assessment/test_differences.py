"""What differs between two submissions, two states of a programme, and two editions."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.cells import Assessment
from prostcli.assessment.differences import (
    UNREADABLE,
    Change,
    Compared,
    Kind,
    Side,
    between,
    editions,
    states,
)
from prostcli.model.submissions import Report
from prostcli.usecases import view
from tests.cli.conftest import TOP
from tests.least import (
    BOARDS,
    OBLIGATIONS,
    PLAN,
    PROGRAMME,
    REPORT,
    REPORT_DECIDED,
    REPORTS,
    REVIEW,
    filed,
    rewritten,
)

ENTRY = {"obligation": "1.1", "outcome": "partly", "summary": "Två av tre.", "obstacles": "Tid."}


def report(*entries: Mapping[str, object], **more: object) -> Report:
    return Report.model_validate(
        {"kind": "report", "board": "sodra", "year": 2013, "entries": list(entries), **more}
    )


@pytest.mark.parametrize(
    ("after", "keys", "before", "now"),
    [
        (report({**ENTRY, "outcome": "fulfilled"}), ("entries", "1.1", "outcome"),
         "partly", "fulfilled"),
        (report({**ENTRY, "effect": "Fler."}), ("entries", "1.1", "effect"), None, "Fler."),
        (report(ENTRY, {"duty": "konferens", "summary": "Hölls."}), ("entries", "konferens"), None,
         {"duty": "konferens", "summary": "Hölls."}),
        (report({**ENTRY, "activities": [{"id": "lokal", "result": "done"}]}),
         ("entries", "1.1", "activities"), None, [{"id": "lokal", "result": "done"}]),
        (report(ENTRY, decision={"date": "2014-02-14"}), ("decision",), None,
         {"date": "2014-02-14", "how": "decided"}),
    ],
)  # fmt: skip
def test_what_changed_is_told_by_its_way(
    after: Report, keys: tuple[str, ...], before: object, now: object
) -> None:
    (change,) = between(report(ENTRY), after)
    assert (change.keys, change.before, change.after) == (keys, before, now)
    assert (change.area, change.board, change.year, change.path) == ("report", "sodra", 2013, "")
    assert change.subject == (keys[1] if keys[0] == "entries" else "")
    assert change.kind == ("changed" if before else "added")
    (undone,) = between(after, report(ENTRY))
    assert undone == back(change)


def test_the_order_of_entries_is_no_difference() -> None:
    other = {**ENTRY, "obligation": "1.2"}
    assert list(between(report(ENTRY, other), report(other, ENTRY))) == []


def test_an_activity_is_matched_by_its_id() -> None:
    first = {**ENTRY, "activities": [{"id": "a", "result": "done"}, {"id": "b", "result": "done"}]}
    last = {**ENTRY, "activities": [{"id": "b", "result": "partly"}, {"id": "a", "result": "done"}]}
    (change,) = between(report(first), report(last))
    assert change.keys == ("entries", "1.1", "activities", "b", "result")
    assert change.subject == "1.1"


def test_what_a_draft_makes_of_the_programme_before_it() -> None:
    root, day = TOP / "examples/nordhamn", date(2016, 6, 1)
    old, new = (view(root, day, e).assessment.material for e in ("2012-2015", "2016-2019"))
    everything = list(editions(old, new))
    found = [c for c in everything if c.area == "obligation"]

    def of(kind: str) -> list[tuple[str, ...]]:
        return [(c.subject, *c.keys) for c in found if c.kind == kind]

    # Read from the two obligations.yaml: 2.1 is carried on as it reads since 2014.
    assert of("carried") == [("1.2", "1.3"), ("2.1", "2.1"), ("2.2", "2.2")]
    assert of("changed") == [("1.1", "1.1"), ("3.1", "3.3"), ("3.2", "3.2")]
    assert of("added") == [("2.3",)]
    assert of("removed") == [("1.2",), ("1.4",), ("2.3",), ("2.4",), ("2.5",), ("3.1",), ("3.4",)]
    changed = next(c for c in found if c.subject == "3.2" and c.kind == "changed")
    assert isinstance(changed, Change)
    assert changed.before == "Nordhamns stad ska delta i det nationella nätverket mot ensamhet."
    removed = next(c for c in found if c.kind == "removed")
    assert str(removed.before).startswith("Stadens nämnder och bolag ska inte ta ut avgift")
    assert list(dict.fromkeys(c.kind for c in found)) == ["carried", "changed", "added", "removed"]
    # The social board's other names are no difference between the editions.
    assert [(c.kind, c.subject) for c in everything if c.area == "board"] == [
        ("removed", "norra"), ("removed", "vastra"), ("removed", "hamnhem")
    ]  # fmt: skip


BASE = TOP / "tests/cases/base"
FOLDER = "program/2020-2021"
DUTIES = f"{FOLDER}/duties.yaml"
DAY = date(2022, 6, 1)
Edit = tuple[str, str, str]


def base(day: date = DAY) -> Assessment:
    return view(BASE, day, "2020-2021").assessment


def edited(folder: Path, *edits: Edit, day: date = DAY) -> Assessment:
    """The least programme with other words in some files."""
    root = folder / f"{len([*folder.iterdir()])}"
    shutil.copytree(BASE, root)
    for path, old, new in edits:
        rewritten(root, path, (old, new))
    return view(root, day, "2020-2021").assessment


def of_programme(before: Assessment, after: Assessment) -> list[Change]:
    return [c for c in states(before, after) if c.area in ("programme", "board", "obligation",
                                                           "duty")]  # fmt: skip


def back(change: Change) -> Change:
    """What is told when the two states change places."""
    kinds: dict[str, Kind] = {"added": "removed", "removed": "added", "changed": "changed"}
    return change._replace(
        kind=kinds[change.kind], before=change.after, after=change.before
    )  # fmt: skip


TRANSFER = """transfers:
  - id: flytt
    date: 2021-07-01
    obligations: ["1.1"]
    from: {board: skola}
    to: park
    what: {sv: Huset bytte ägare.}
    fact: {source: Påhittat, confirmed: true}
"""


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ((PROGRAMME, "city: Provstad", "city: Provby"),
         Change("programme", "changed", "city", keys=("city",), before="Provstad",
                after="Provby")),
        ((PROGRAMME, "to: 2021-12-31", "to: 2022-12-31"),
         Change("programme", "changed", "term", keys=("term", "to"), before="2021-12-31",
                after="2022-12-31")),
        ((PROGRAMME, "{from: 2020-01-01", "{from: 2020-02-01"),
         Change("programme", "changed", "term", keys=("term", "from"), before="2020-01-01",
                after="2020-02-01")),
        ((PROGRAMME, "    source: L1\n", "    source: L1\n    paragraph: § 9\n"),
         Change("programme", "added", "decisions", keys=("decisions", "antaget", "paragraph"),
                after="§ 9")),
        ((PROGRAMME, "{sv: Avsnitt 2}", "{sv: Avsnitt 1}"),
         Change("programme", "changed", "amendments",
                keys=("amendments", "tillagg", "target", "sv"), before="Avsnitt 2",
                after="Avsnitt 1", concerns=("2.2",))),
        ((OBLIGATIONS, "{sv: Städa}", "{sv: Städning}"),
         Change("obligation", "changed", "1.1", keys=("label", "sv"), before="Städa",
                after="Städning")),
        ((OBLIGATIONS, "{sv: Städa}", "{sv: Städa, en: Clean}"),
         Change("obligation", "added", "1.1", keys=("label", "en"), after="Clean")),
        # What has no name, or is only a text, is told with the whole list.
        ((OBLIGATIONS, "addressees: [{board: park}]", "addressees: [{board: hus}]"),
         Change("obligation", "changed", "1.2", keys=("addressees",), before=[{"board": "park"}],
                after=[{"board": "hus"}])),
        ((REVIEW, "godkänner uppföljningen.", "godkänner den."),
         Change("programme", "changed", "review.yaml", keys=("review.yaml", "proposal"),
                before=["Parknämnden godkänner uppföljningen."],
                after=["Parknämnden godkänner den."])),
        ((BOARDS, "short: Hus,", "short: Bolaget,"),
         Change("board", "changed", "hus", keys=("short",), before="Hus", after="Bolaget")),
        ((BOARDS, "{sv: Alla}", "{sv: Samtliga}"),
         Change("board", "changed", "alla", keys=("label", "sv"), before="Alla",
                after="Samtliga")),
        ((BOARDS, "{sv: Huset bytte ägare.}", "{sv: Huset såldes.}"),
         Change("board", "changed", "flytt", keys=("what", "sv"), before="Huset bytte ägare.",
                after="Huset såldes.")),
        ((BOARDS, TRANSFER, ""),
         Change("board", "removed", "flytt", before={
             "id": "flytt", "date": "2021-07-01", "obligations": ["1.1"],
             "from": {"board": "skola"}, "to": "park", "what": {"sv": "Huset bytte ägare."},
             "fact": {"source": "Påhittat", "confirmed": True}})),
        ((DUTIES, "En fest ska hållas.", "Två fester ska hållas."),
         Change("duty", "changed", "fest", keys=("text",), before="En fest ska hållas.",
                after="Två fester ska hållas.")),
        ((REVIEW, "Det kostade inget.", "Det kostade lite."),
         Change("programme", "changed", "review.yaml", keys=("review.yaml", "costs"),
                before="Det kostade inget.", after="Det kostade lite.")),
        ((REVIEW, "costs: Det kostade inget.\n", ""),
         Change("programme", "removed", "review.yaml", keys=("review.yaml", "costs"),
                before="Det kostade inget.")),
    ],
)  # fmt: skip
def test_each_file_of_the_programme_tells_what_is_not_as_it_was(
    tmp_path: Path, edit: Edit, told: Change
) -> None:
    before, after = base(), edited(tmp_path, edit)
    assert of_programme(before, after) == [told]
    assert of_programme(after, before) == [back(told)]


def test_a_conclusion_is_known_by_its_measure_although_each_has_a_text(tmp_path: Path) -> None:
    """One on the whole, which has none, is known by its text."""
    whole = (REVIEW, '  - {obligation: "1.2", proposal: keep}\n', "")
    before = edited(tmp_path, whole)
    after = edited(tmp_path, whole, (REVIEW, "Fortsätt städa.", "Städa mer."))
    assert of_programme(before, after) == [
        Change("programme", "changed", "review.yaml",
               keys=("review.yaml", "conclusions", "1.1", "text"),
               before="Fortsätt städa.", after="Städa mer.")
    ]  # fmt: skip


def test_a_review_that_was_not_there_has_come(tmp_path: Path) -> None:
    after = edited(tmp_path)
    root = tmp_path / "utan"
    shutil.copytree(BASE, root)
    (root / REVIEW).unlink()
    before = view(root, DAY, "2020-2021").assessment
    found = of_programme(before, after)
    assert {(c.kind, c.subject) for c in found} == {("added", "review.yaml")}
    assert ("review.yaml", "summary") in [c.keys for c in found]


SECOND = """  - id: slut
    decision: antaget
    change: end
    obligation: "2.1"
    from: 2021-01-01
    target: {sv: Stöd}
goals:
"""


def test_decisions_in_mid_term_that_come_or_go_all_at_once_concern_the_measures_of_each(
    tmp_path: Path,
) -> None:
    """Both the one that a decision names and the one that says which decision added it."""
    many = (PROGRAMME, "goals:\n", SECOND)
    whole = edited(tmp_path, many)
    text = (BASE / PROGRAMME).read_text(encoding="utf-8")
    part = text[text.index("amendments:") : text.index("goals:")]
    none = edited(tmp_path, (PROGRAMME, part, ""), (OBLIGATIONS, "    amendment: tillagg\n", ""))
    for before, after, kind in ((whole, none, "removed"), (none, whole, "added")):
        (change,) = (c for c in states(before, after) if c.area == "programme")
        assert (change.kind, change.keys) == (kind, ("amendments",))
        assert sorted(change.concerns) == ["2.1", "2.2"]


WRITE_OFF = """write_offs:
  - id: utan
    decision: antaget
    activities: [{board: park, year: 2021, id: sopor}]
    from: 2021-03-01
    reason: {sv: Korgarna är borta.}
goals:
"""


def test_a_write_off_of_an_activity_concerns_no_measure(tmp_path: Path) -> None:
    edit = (PROGRAMME, "goals:\n", WRITE_OFF)
    before = edited(tmp_path, edit)
    after = edited(tmp_path, edit, (PROGRAMME, "Korgarna är borta.", "Korgarna togs bort."))
    (change,) = of_programme(before, after)
    assert (change.keys, change.concerns) == (("write_offs", "utan", "reason", "sv"), ())


def of_submissions(before: Assessment, after: Assessment) -> list[Change]:
    return [c for c in states(before, after) if c.area in ("plan", "report", "baseline")]


FIGURES = """    figures:
      - {name: antal, label: Antal, value: 40, unit: st, counts: clients}
"""
COST = "    cost: {amount: 900, funding: Egen budget}\n"


@pytest.mark.parametrize(
    ("at", "old", "new", "keys"),
    [
        ("Städprotokollen.\n", "value: 40", "value: 50", ("1.1", "figures", "antal", "value")),
        ("Städprotokollen.\n", "900", "800", ("1.1", "cost", "amount")),
        # Under `sensitive: cases` no document shows a figure, or what one case cost.
        ("känd av alla.\n", "value: 40", "value: 50", None),
        ("känd av alla.\n", "900", "800", None),
        # Under `sensitive: clients` none that counts people.
        ("bad om stöd.\n", "value: 40", "value: 50", None),
        ("bad om stöd.\n", "900", "800", ("2.1", "cost", "amount")),
    ],
)  # fmt: skip
def test_of_what_is_sensitive_no_more_is_told_than_documents_show(
    tmp_path: Path, at: str, old: str, new: str, keys: tuple[str, ...] | None
) -> None:
    edits = [
        (REPORT, "    figures:\n", ""),
        (REPORT, "      - {name: korgar, label: Korgar, value: 40, unit: st, counts: other}\n", ""),
        (REPORT, at, f"{at}{FIGURES}{COST}"),
    ]
    found = of_submissions(edited(tmp_path, *edits), edited(tmp_path, *edits, (REPORT, old, new)))
    assert [c.keys for c in found] == ([("entries", *keys)] if keys else [])


def test_a_board_that_counts_people_tells_how_many(tmp_path: Path) -> None:
    """It is in `client_counts_from`."""
    edits = [
        (OBLIGATIONS, "client_counts_from: [hus]", "client_counts_from: [park]"),
        (REPORT, "bad om stöd.\n", f"bad om stöd.\n{FIGURES}"),
    ]
    before = edited(tmp_path, *edits)
    more = (REPORT, "40, unit: st, counts: c", "50, unit: st, counts: c")
    (change,) = of_submissions(before, edited(tmp_path, *edits, more))
    assert (change.before, change.after) == (40, 50)
    assert (change.path, change.subject) == (REPORT, "2.1")


DECISION = {"date": "2022-02-10", "how": "decided", "paragraph": "§ 2", "reference": "Dnr 2/2022"}


def with_report(folder: Path, text: str | None, day: date = DAY) -> Assessment:
    """The least programme with another report, or with none."""
    root = folder / f"{len([*folder.iterdir()])}"
    shutil.copytree(BASE, root)
    if text is None:
        (root / REPORT).unlink()
    else:
        (root / REPORT).write_text(text, encoding="utf-8")
    return view(root, day, "2020-2021").assessment


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("decided", DECISION),
        ("draft", {}),
        ("kind: [", UNREADABLE),
        (None, None),
    ],
)
def test_a_submission_comes_and_goes_by_its_decision(
    tmp_path: Path, text: str | None, state: object
) -> None:
    decided = (BASE / REPORT).read_text(encoding="utf-8")
    texts = {"decided": decided, "draft": decided.replace(REPORT_DECIDED, "")}
    none = with_report(tmp_path, None)
    some = with_report(tmp_path, texts.get(text, text) if text else None)
    told = Change("report", "added", "", "park", 2021, REPORT, after=state)
    assert of_submissions(none, some) == ([] if text is None else [told])
    assert of_submissions(some, none) == ([] if text is None else [back(told)])


def test_one_that_can_no_longer_be_read_was_decided(tmp_path: Path) -> None:
    good, bad = base(), with_report(tmp_path, "kind: [")
    told = Change("report", "changed", "", "park", 2021, REPORT, ("decision",),
                  before=DECISION, after=UNREADABLE)  # fmt: skip
    assert of_submissions(good, bad) == [told]
    assert of_submissions(bad, good) == [back(told)]
    assert of_submissions(bad, bad) == []


@pytest.mark.parametrize(("day", "there"), [(9, False), (10, True), (11, True)])
def test_a_report_is_there_from_the_day_of_its_decision(
    tmp_path: Path, day: int, *, there: bool
) -> None:
    seen = date(2022, 2, day)
    found = of_submissions(with_report(tmp_path, None, seen), base(seen))
    assert [c.path for c in found] == ([REPORT] if there else [])


def test_a_baseline_has_no_decision(tmp_path: Path) -> None:
    root = tmp_path / "utgangslage"
    shutil.copytree(BASE, root)
    path = f"{REPORTS}/park/2020-baseline.yaml"
    (root / path).write_text(
        "kind: baseline\nboard: park\nyear: 2020\nsource: Svaret\nentries:\n"
        '  - {obligation: "1.1", summary: Städas., source: s. 1, stated_by: board}\n',
        encoding="utf-8",
    )
    after = view(root, DAY, "2020-2021").assessment
    told = Change("baseline", "added", "", "park", 2020, path, after={})
    assert of_submissions(base(), after) == [told]


def test_boards_stand_in_the_order_of_the_register_and_those_that_left_it_last(
    tmp_path: Path,
) -> None:
    """Park, Hus, then one that only the earlier register has."""
    roots = [tmp_path / "fore", tmp_path / "efter"]
    for root in roots:
        shutil.copytree(BASE, root)
    extra = "transfers:\n", "  - {id: allra, short: A, names: [{name: Allranämnden}]}\ntransfers:\n"
    rewritten(roots[0], BOARDS, extra)
    for board in ("hus", "allra"):
        filed(
            roots[0], f"{REPORTS}/{board}/2021-plan.yaml", PLAN, ("board: park", f"board: {board}")
        )
    (roots[1] / PLAN).unlink()
    before, after = (view(root, DAY, "2020-2021").assessment for root in roots)
    assert [c.board for c in of_submissions(before, after)] == ["park", "hus", "allra"]


def test_the_same_measure_told_twice_is_told_whole() -> None:
    (change,) = between(report(ENTRY), report(ENTRY, ENTRY))
    assert (change.keys, change.before, change.after) == (("entries",), [ENTRY], [ENTRY, ENTRY])


def test_only_what_is_about_a_board_passes_its_filter(tmp_path: Path) -> None:
    before = base()
    after = edited(tmp_path, (BOARDS, "short: Hus,", "short: Bolaget,"),
                   (BOARDS, "short: Lärande\n", "short: Skolan\n"),
                   (DUTIES, "En fest", "Två fester"),
                   (REPORT, "Alla korgar töms.", "De flesta korgar töms."))  # fmt: skip
    whole = Compared(Side("", None, before), Side("", None, after), tuple(states(before, after)))
    assert [(c.area, c.subject) for c in whole.changes] == [
        ("board", "hus"), ("board", "larande"), ("duty", "fest"), ("report", "1.1")
    ]  # fmt: skip
    for board, told in (("hus", ["hus"]), ("larande", ["larande"]), ("park", ["1.1"])):
        assert [c.subject for c in whole.only((board,), ()).changes] == [*told]
    assert whole.only((), ()).changes == whole.changes
