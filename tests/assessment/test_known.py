"""What is known on a date of what is decided in mid-term, with its days and its places.

On the least programme there is (`tests/cases/base`), with the changes below.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.known import (
    Held,
    Wording,
    amendments,
    assignments,
    covered_by,
    known_on,
    wordings,
    wordings_in,
    write_offs,
)
from prostcli.load.workspace import load
from prostcli.model.material import Material
from prostcli.model.programme import WriteOff
from prostcli.source import Place
from tests.findings import BASE
from tests.least import BOARDS, PROGRAMME, rewritten

CHANGES = """\
  - {id: ett, body: KF, date: 2020-05-11, status: decided, reference: KS 1, summary: {sv: A.}}
  - {id: tva, body: KF, date: 2020-11-23, status: decided, reference: KS 2, summary: {sv: B.}}
  - {id: forslag, body: KF, date: 2020-05-11, status: proposed, reference: KS 3, summary: {sv: C.}}
assignments:
  - {id: a, decision: tva, obligations: ["2.2"], to: {board: park}}
  - {id: b, decision: ett, obligations: ["1.2"], to: {board: hus}, from: 2020-07-01}
write_offs:
  - {id: c, decision: tva, obligations: ["2.1"], reason: {sv: Ej}}
  - {id: d, decision: ett, obligations: ["1.2"], boards: [park], reason: {sv: Ej}, from: 2021-07-01}
amendments:
  - {id: sist, decision: tva, change: replace, obligation: "1.1", from: 2021-03-01,
     target: {sv: Ett}, text: Sist.}
  - {id: forst, decision: ett, change: replace, obligation: "1.1", from: 2020-07-01,
     target: {sv: Ett}, text: Först.}
  - {id: annat, decision: ett, change: replace, obligation: "1.2", from: 2020-07-01,
     target: {sv: Ett}, text: Annat.}
  - {id: bort, decision: tva, change: end, obligation: "2.1", from: 2021-09-01, target: {sv: Två}}
  - {id: aldrig, decision: forslag, change: replace, obligation: "1.2", from: 2020-07-01,
     target: {sv: Ett}, text: Aldrig.}
"""
ETT, TVA = date(2020, 5, 11), date(2020, 11, 23)
LATE = date(2030, 1, 1)
ADOPTED = Wording("Parken ska städas.")
FIRST = Wording("Först.", date(2020, 7, 1), ETT, Place(PROGRAMME, ("amendments", 1)), "ett")
LAST = Wording("Sist.", date(2021, 3, 1), TVA, Place(PROGRAMME, ("amendments", 0)), "tva")


@pytest.fixture
def material(tmp_path: Path) -> Material:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    rewritten(root, PROGRAMME, ("amendments:\n", CHANGES))
    found = load(root).editions["2020-2021"].material
    assert found is not None
    return found


def held(key: str, at: int, decided: date, start: date) -> Held:
    return Held(decided, start, Place(PROGRAMME, (key, at)))


def test_what_has_been_decided_holds_from_its_day_or_else_from_the_decision(
    material: Material,
) -> None:
    assert [(a.id, h) for a, h in assignments(material, LATE)] == [
        ("a", held("assignments", 0, TVA, TVA)),
        ("b", held("assignments", 1, ETT, date(2020, 7, 1))),
    ]
    assert [(w.id, h) for w, h in write_offs(material, LATE)] == [
        ("c", held("write_offs", 0, TVA, TVA)),
        ("d", held("write_offs", 1, ETT, date(2021, 7, 1))),
    ]
    assert [(a.id, h) for a, h in amendments(material, LATE)] == [
        ("sist", held("amendments", 0, TVA, date(2021, 3, 1))),
        ("forst", held("amendments", 1, ETT, date(2020, 7, 1))),
        ("annat", held("amendments", 2, ETT, date(2020, 7, 1))),
        ("bort", held("amendments", 3, TVA, date(2021, 9, 1))),
    ]


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        (date(2020, 5, 10), []),
        (ETT, ["b", "d", "forst", "annat"]),
        (date(2020, 11, 22), ["b", "d", "forst", "annat"]),
        (TVA, ["a", "b", "c", "d", "sist", "forst", "annat", "bort"]),
    ],
)
def test_what_is_decided_is_known_from_the_day_of_it(
    material: Material, day: date, ids: list[str]
) -> None:
    found = [a.id for a, _ in assignments(material, day)]
    found += [w.id for w, _ in write_offs(material, day)]
    assert found + [a.id for a, _ in amendments(material, day)] == ids


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        (date(2020, 5, 10), (ADOPTED,)),
        (ETT, (ADOPTED, FIRST)),
        (TVA, (ADOPTED, FIRST, LAST)),
    ],
)
def test_the_texts_of_a_measure_come_in_the_order_that_they_hold(
    material: Material, day: date, texts: tuple[Wording, ...]
) -> None:
    assert wordings(material, "1.1", day) == texts
    assert wordings(material, "2.1", day) == (Wording("Den som vill ska få stöd."),)


@pytest.mark.parametrize(
    ("year", "day", "texts"),
    [
        (2020, date(2020, 5, 10), (ADOPTED,)),
        (2020, LATE, (ADOPTED, FIRST)),
        (2021, date(2020, 5, 10), (ADOPTED,)),
        (2021, ETT, (FIRST,)),
        (2021, LATE, (FIRST, LAST)),
    ],
)
def test_the_texts_that_hold_in_a_year(
    material: Material, year: int, day: date, texts: tuple[Wording, ...]
) -> None:
    assert wordings_in(material, "1.1", year, day) == texts


@pytest.mark.parametrize(
    ("start", "in_2020", "in_2021"),
    [
        ("2020-12-31", ["Parken ska städas.", "Ny."], ["Ny."]),
        ("2021-01-01", ["Parken ska städas."], ["Ny."]),
        ("2021-01-02", ["Parken ska städas."], ["Parken ska städas.", "Ny."]),
        ("2021-12-31", ["Parken ska städas."], ["Parken ska städas.", "Ny."]),
        ("2022-01-01", ["Parken ska städas."], ["Parken ska städas."]),
    ],
)
def test_a_text_holds_in_each_year_that_has_one_of_its_days(
    tmp_path: Path, start: str, in_2020: list[str], in_2021: list[str]
) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    rewritten(root, PROGRAMME, ("amendments:\n", f"""amendments:
  - {{id: ny, decision: antaget, change: replace, obligation: "1.1", from: {start},
     target: {{sv: Ett}}, text: Ny.}}
"""))  # fmt: skip
    material = load(root).editions["2020-2021"].material
    assert material is not None
    for year, texts in ((2020, in_2020), (2021, in_2021)):
        assert [w.text for w in wordings_in(material, "1.1", year, LATE)] == texts


@pytest.mark.parametrize(
    ("day", "one", "two"),
    [
        (date(2020, 6, 30), "Parken ska städas.", "Ärenden ska tas om hand."),
        (date(2020, 7, 1), "Först.", "Annat."),
        (date(2021, 2, 28), "Först.", "Annat."),
        (date(2021, 3, 1), "Sist.", "Annat."),
    ],
)
def test_measures_have_the_text_of_the_day(
    material: Material, day: date, one: str, two: str
) -> None:
    texts = {o.id: o.text for o in known_on(material, day).obligations}
    assert texts == {
        "1.1": one,
        "1.2": two,
        "2.1": "Den som vill ska få stöd.",
        "2.2": "Huset ska hållas öppet.",
    }


@pytest.mark.parametrize(
    ("named", "freed"),
    [
        ((), ["park", "hus", "skola", "larande"]),
        (("hus",), ["hus"]),
        (("skolor",), ["skola", "larande"]),
        (("skolor", "park"), ["skola", "larande", "park"]),
        (("alla",), ["park", "hus", "skola", "larande"]),
        (("okand", "hus"), ["hus"]),
    ],
)
def test_a_write_off_frees_the_boards_and_the_groups_that_it_names_else_all(
    tmp_path: Path, named: tuple[str, ...], freed: list[str]
) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    rewritten(
        root,
        BOARDS,
        ("everyone: true}\n", "everyone: true}\n  - {id: skolor, label: {sv: Skolor}}\n"),
        ("    names: [{name: Skolnämnden}]\n",
         "    names: [{name: Skolnämnden}]\n    groups: [skolor]\n"),
        ("    names: [{name: Lärandenämnden}]\n",
         "    names: [{name: Lärandenämnden}]\n    groups: [skolor]\n"),
    )  # fmt: skip
    material = load(root).editions["2020-2021"].material
    assert material is not None
    off = WriteOff.model_validate(
        {"id": "av", "decision": "ett", "obligations": ("1.1",), "boards": named,
         "reason": {"sv": "Nej."}}
    )  # fmt: skip
    assert list(covered_by(material, off)) == freed
