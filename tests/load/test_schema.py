"""What pydantic finds, in our terms: the code, the place and the facts of each misfit."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from prostcli.load.schema import Misfit, fit, keys_at
from prostcli.load.workspace import PROGRAMME_KINDS, SUBMISSION_KINDS, span_of
from prostcli.load.yaml import PROGRAMME_LIMITS, Spans, read
from prostcli.model.programme import Deadline, Programme
from prostcli.model.submissions import Plan, Report
from prostcli.source import Place, Pointer
from tests.properties import examples

from .conftest import EXAMPLES, break_one


def entry(**keys: object) -> dict[str, object]:
    return {"obligation": "5.2.4", "outcome": "partly", **keys}


def report(*entries: object, **keys: object) -> dict[str, object]:
    whole = {"kind": "report", "board": "farsta", "year": 2007, "entries": list(entries)}
    return whole | keys


def figure(**keys: object) -> dict[str, object]:
    return {"name": "a", "label": "A", "value": 1, "unit": "st", "counts": "staff", **keys}


def misfits(value: object, model: type[BaseModel] = Report) -> list[tuple[str, Pointer, object]]:
    found, wrong = fit(model, value)
    assert (found is None) == bool(wrong)
    return [(m.code, m.pointer, m.facts.get("variant")) for m in wrong]


E0: Pointer = ("entries", 0)
F0: Pointer = ("entries", 0, "figures", 0)


def test_what_fits_is_the_model() -> None:
    found, wrong = fit(Report, report(entry(figures=[figure(value="masked", men=0)])))
    assert wrong == []
    assert isinstance(found, Report)
    assert found.entries[0].figures[0].value == "masked"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (report(yaer=1), ("PRO101", ("yaer",), None)),
        (report(entry(evidens="x")), ("PRO101", (*E0, "evidens"), None)),
        ({"kind": "report", "year": 2007}, ("PRO102", ("board",), None)),
        (report(entry(cost={"amount": 1})), ("PRO102", (*E0, "cost", "funding"), None)),
        (report({"duty": "fest"}), ("PRO102", (*E0, "summary"), None)),
        (report(board=7), ("PRO103", ("board",), "text-bare")),
        (report(board=True), ("PRO103", ("board",), "text-bare")),
        (report(board=5.1), ("PRO103", ("board",), "text-bare")),
        (report(board=["farsta"]), ("PRO103", ("board",), "text")),
        (report(board=None), ("PRO103", ("board",), "text-none")),
        (report(year="2007"), ("PRO103", ("year",), "number")),
        (report(year=2007.0), ("PRO103", ("year",), "number")),
        (report(year=True), ("PRO103", ("year",), "number")),
        (report(year=None), ("PRO103", ("year",), "number-none")),
        (report(entries="x"), ("PRO103", ("entries",), "list")),
        (report(entries={}), ("PRO103", ("entries",), "list")),
        (report(entries=None), ("PRO103", ("entries",), "list-none")),
        (report(7), ("PRO103", E0, "mapping")),
        (report(None), ("PRO103", E0, "mapping-none")),
        (report(entry(partners=["a", 1])), ("PRO103", (*E0, "partners", 1), "text-bare")),
        (report(entry(evidence=None)), ("PRO103", (*E0, "evidence"), "other-none")),
        (report(decision={"date": "2007-02-29"}), ("PRO104", ("decision", "date"), None)),
        (report(decision={"date": "2007-2-1"}), ("PRO104", ("decision", "date"), None)),
        (report(decision={"date": "2007-02-01 "}), ("PRO104", ("decision", "date"), None)),
        (report(decision={"date": "٢٠٠٧-02-01"}), ("PRO104", ("decision", "date"), None)),
        (report(decision={"date": 20070201}), ("PRO104", ("decision", "date"), None)),
        (report(board="Farsta"), ("PRO105", ("board",), None)),
        (report(board="../etc"), ("PRO105", ("board",), None)),
        (report(board="a" * 65), ("PRO105", ("board",), None)),
        (report(board="farsta\n"), ("PRO105", ("board",), None)),
        (report(entry(obligation="5..2")), ("PRO105", (*E0, "obligation"), None)),
        (report(entry(obligation="5.2.")), ("PRO105", (*E0, "obligation"), None)),
        (report(entry(summary=" \n")), ("PRO106", (*E0, "summary"), None)),
        (report(entry(not_addressed=False)), ("PRO107", (*E0, "not_addressed"), "only")),
        (report(kind="plan"), ("PRO107", ("kind",), "only")),
        (report(entry(figures=[figure(counts="x")])), ("PRO107", (*F0, "counts"), None)),
        (report(entry(figures=[figure(value="x")])), ("PRO107", (*F0, "value"), "count")),
        (report(entry(figures=[figure(value="12")])), ("PRO107", (*F0, "value"), "count")),
        (report(entry(figures=[figure(value=1.5)])), ("PRO107", (*F0, "value"), "count")),
        (report(entry(figures=[figure(value=True)])), ("PRO107", (*F0, "value"), "count")),
        (report(entry(figures=[figure(value=[])])), ("PRO107", (*F0, "value"), "count")),
        (report(entry(figures=[figure(value={"a": 1})])), ("PRO107", (*F0, "value"), "count")),
        (report(entry(not_addressed=True)), ("PRO108", E0, None)),
        (report({"obligation": "5.2.4"}), ("PRO108", E0, None)),
        (report({"outcome": "partly"}), ("PRO108", E0, None)),
        (
            report(entry(activities=[{"id": "a", "result": "transferred"}])),
            ("PRO108", (*E0, "activities", 0), "transferred"),
        ),
        (report(year=1899), ("PRO109", ("year",), "low")),
        (report(year=2201), ("PRO109", ("year",), "high")),
        (report(entry(figures=[figure(value=-1)])), ("PRO109", (*F0, "value"), "low")),
        (report(entry(figures=[figure(women=10**13)])), ("PRO109", (*F0, "women"), "high")),
        (
            report(decision={"date": "2008-02-01", "fingerprint": "x"}),
            ("PRO110", ("decision", "fingerprint"), "pattern"),
        ),
        ([], ("PRO103", (), "file")),
        ("text", ("PRO103", (), "file")),
        (7, ("PRO103", (), "file")),
        (1.5, ("PRO103", (), "file")),
        (True, ("PRO103", (), "file")),
    ],
)
def test_one_fault_is_one_misfit(value: object, expected: tuple[str, Pointer, str | None]) -> None:
    assert misfits(value) == [expected]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (0, ("PRO109", ("day",), "low")),
        (32, ("PRO109", ("day",), "high")),
        ("first", ("PRO107", ("day",), "or-number")),
        ("31", ("PRO107", ("day",), "or-number")),
        (30, ("PRO110", (), "deadline")),
    ],
)
def test_a_number_or_a_word(day: object, expected: tuple[str, Pointer, str]) -> None:
    assert misfits({"years": 0, "month": 2, "day": day}, Deadline) == [expected]


def test_an_unknown_key_is_told_with_those_that_may_stand_there() -> None:
    (wrong,) = fit(Report, report(entry(evidens="x")))[1]
    assert wrong.on_key
    assert wrong.facts["near"] == "evidence"
    assert wrong.facts["known"] == keys_at(Report, E0)
    assert keys_at(Report, ("entries", 3, "figures", 0))[:3] == ["name", "label", "value"]
    assert keys_at(Programme, ("scales", "default", 2))[:2] == ["value", "counts"]
    assert keys_at(Programme, ("term",)) == ["from", "to"]
    assert keys_at(Plan, ("entries", 0, "activities", 1))[-2:] == ["with", "continues"]
    assert keys_at(Report, ("board", "x")) == []


def test_a_value_that_is_not_allowed_is_told_with_those_that_are() -> None:
    (wrong,) = fit(Report, report(entry(figures=[figure(counts="klients")])))[1]
    assert wrong.facts["near"] == "clients"
    assert wrong.facts["allowed"] == [
        "clients", "households", "cases", "staff", "pupils", "visits", "other",
    ]  # fmt: skip
    (wrong,) = fit(Report, report(entry(not_addressed=False)))[1]
    assert wrong.facts["allowed"] == ["true"]


def test_an_item_goes_by_the_name_of_its_list() -> None:
    for value in (
        report(entry(partners=[5])),
        report(entry(partners=["ok", None])),
    ):
        (wrong,) = fit(Report, value)[1]
        assert wrong.facts["key"] == "partners"


def test_everything_is_told_at_once() -> None:
    value = report(entry(partners=1, cost={}), {"outcome": "x"}, year="x", more=1)
    assert {(c, p[-1]) for c, p, _ in misfits(value)} == {
        ("PRO103", "partners"), ("PRO102", "amount"), ("PRO102", "funding"), ("PRO108", 1),
        ("PRO103", "year"), ("PRO101", "more"),
    }  # fmt: skip


# --- wherever a real file is broken, the place is found in it


@pytest.mark.parametrize("name", EXAMPLES)
@given(data=st.data())
@examples(40, 600)
def test_a_broken_file_is_told_inside_what_was_broken(name: str, data: st.DataObject) -> None:
    """One value of a real file is replaced, taken away or given a new neighbour."""
    text, kind = EXAMPLES[name]
    spans = Spans.none()
    value = copy.deepcopy(read(text, PROGRAMME_LIMITS, spans))
    where = break_one(value, data)
    model = {**PROGRAMME_KINDS, **SUBMISSION_KINDS}[kind]
    _, wrong = fit(model, value)
    for misfit in wrong:
        _located(misfit, where, value)
        assert span_of(spans, Place("x", misfit.pointer, misfit.on_key)).line >= 1


def _located(misfit: Misfit, where: Pointer, value: Any) -> None:
    """The misfit is at the broken place, in it, or at what holds it; and it is really there."""
    pointer = misfit.pointer
    shared = min(len(pointer), len(where) - 1)
    assert pointer[:shared] == where[:shared], (misfit, where)
    for step in pointer[: -1 if misfit.on_key else None]:
        value = value[step]  # raises where the place is not there
    assert misfit.facts["key"] in ("", *pointer)
