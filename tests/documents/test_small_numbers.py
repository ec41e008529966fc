"""What is hidden is hidden in every document of a date, and in what `diff` tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from prostcli.assessment.cells import Assessment, assess
from prostcli.assessment.differences import Change, states
from prostcli.documents import views
from prostcli.documents.engine import markdown
from prostcli.documents.views.figures import FigureView
from prostcli.documents.views.show import board_shown, obligation_shown
from prostcli.language import language
from prostcli.model.material import Slot, Submitted
from prostcli.model.submissions import Report
from prostcli.output.differences.words import Words
from prostcli.usecases import View

SWEDISH = language("sv")
DAY = date(2022, 6, 1)

# The board for culture tells the sum for all: 60 = 40 + 18 + 2. Below 3 is small in Lindvik.
GIVEN: dict[str, tuple[int, bool]] = {
    "kultur-fritid": (60, True),
    "teknik": (40, True),
    "park": (18, True),
    "lindvikshus": (2, False),
}


def report(board: str, number: int | str, *, decided: bool, more: object = ()) -> Submitted[Report]:
    figure = {"name": "barn", "label": "Barn i grupp", "value": number, "unit": "barn",
              "counts": "pupils"}  # fmt: skip
    entry = {"obligation": "b.2", "outcome": "reached", "summary": "Hölls.", "evidence": "Listor.",
             "figures": [figure, *([more] if more else [])]}  # fmt: skip
    value: dict[str, object] = {"kind": "report", "board": board, "year": 2021, "entries": [entry]}
    if decided:
        value["decision"] = {"date": "2022-02-01"}
    path = f"reports/2020-2022/{board}/2021-report.yaml"
    return Submitted(Slot(path, board, 2021, "report"), Report.model_validate(value))


def assessed(view: View, *reports: Submitted[Report]) -> Assessment:
    material = replace(view.assessment.material, submitted=tuple(reports))
    return assess(material, DAY)


@pytest.fixture(scope="module")
def seen(lindvik_view: View) -> Assessment:
    return assessed(lindvik_view, *(report(b, n, decided=d) for b, (n, d) in GIVEN.items()))


def numbers(found: tuple[FigureView, ...]) -> list[object]:
    return [f.value for f in found]


def told_of(annex: views.Annex) -> tuple[FigureView, ...]:
    return tuple(f for e in annex.year.entries if e.report for f in e.report.figures)


def test_a_draft_that_only_an_annex_shows_hides_a_sum_in_all_documents(
    lindvik_view: View, seen: Assessment
) -> None:
    locate = lindvik_view.workspace.locate
    wanted: dict[str, object] = {"kultur-fritid": "masked", "teknik": 40, "park": 18,
                                 "lindvikshus": "masked"}  # fmt: skip
    for board, number in wanted.items():
        annex = views.annex(seen, SWEDISH, locate, board, 2021)
        assert numbers(told_of(annex)) == [number]
        years = board_shown(seen, SWEDISH, locate, board).years
        shown = [f for y in years for e in y.entries if e.report for f in e.report.figures]
        assert [f.value for f in shown] == ([] if board == "lindvikshus" else [number])
    told = obligation_shown(seen, SWEDISH, locate, "b.2").told
    assert sorted(str(f.value) for t in told for f in t.report.figures) == ["18", "40", "masked"]
    whole = views.review(seen, SWEDISH, locate)
    assert [f.board for f in whole.sources.masked] == ["Kultur och fritid"]
    text = markdown("review", SWEDISH, r=whole)
    assert "Barn i grupp: .. barn" in text
    assert "60 barn" not in text
    assert "Ett större tal döljs också" in text
    assert "Ett dolt tal behöver inte vara litet" in text


def changes(before: Assessment, after: Assessment) -> list[Change]:
    return [c for c in states(before, after) if c.area == "report"]


def test_a_difference_between_two_states_tells_no_more(
    lindvik_view: View, seen: Assessment
) -> None:
    """That something was changed is told, and nothing of what is hidden in either state."""
    now = assessed(
        lindvik_view,
        report("kultur-fritid", 59, decided=True), report("teknik", 40, decided=True),
        report("park", 18, decided=True), report("lindvikshus", 1, decided=False),
    )  # fmt: skip
    found = changes(seen, now)
    assert [(c.board, c.before, c.after) for c in found] == [
        ("kultur-fritid", "masked", "masked"), ("lindvikshus", "masked", "masked")
    ]  # fmt: skip
    words = Words(seen, now, SWEDISH)
    assert [words.before_and_after(c) for c in found] == [("..", ".."), ("..", "..")]


def test_what_was_told_before_is_not_told_beside_what_hides_it(lindvik_view: View) -> None:
    before = assessed(lindvik_view, report("park", 18, decided=True))
    after = assessed(lindvik_view, report("park", "masked", decided=True))
    (change,) = changes(before, after)
    assert (change.before, change.after) == ("masked", "masked")


def test_a_figure_that_comes_or_goes_whole_is_hidden_in_what_is_told_of_it(
    lindvik_view: View,
) -> None:
    few = {"name": "enskilt", "label": "Enskilt", "value": 12, "unit": "barn", "counts": "pupils",
           "women": 2, "men": 10}  # fmt: skip
    without = assessed(lindvik_view, report("park", 18, decided=True))
    having = assessed(lindvik_view, report("park", 18, decided=True, more=few))
    masked = few | {"women": "masked", "men": "masked"}
    (came,) = changes(without, having)
    assert (came.before, came.after) == (None, masked)
    (went,) = changes(having, without)
    assert (went.before, went.after) == (masked, None)
    assert changes(having, having) == []  # what is hidden is no difference either


def test_what_no_document_shows_is_not_in_a_difference(lindvik_view: View) -> None:
    def of(number: int) -> Assessment:
        one = report("park", 18, decided=True)
        figure = one.value.entries[0].figures[0].model_copy(update={"value": number})
        entry = one.value.entries[0].model_copy(update={"obligation": "1.1", "figures": (figure,)})
        return assessed(
            lindvik_view, replace(one, value=one.value.model_copy(update={"entries": (entry,)}))
        )

    assert lindvik_view.assessment.material.obligation["1.1"].sensitive == "cases"
    assert changes(of(30), of(50)) == []
