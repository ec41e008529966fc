"""What `new` writes: exactly what is expected, refused until it is written, and then accepted."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from prostcli.assessment.cells import Assessment, assess
from prostcli.diagnostic import Severity
from prostcli.errors import ProstError
from prostcli.language import language
from prostcli.load.workspace import load
from prostcli.model.material import Kind, Material, Slot, Submitted
from prostcli.model.submissions import Plan, Report
from prostcli.usecases import check, view
from prostcli.write.page import home
from prostcli.write.scaffold import scaffold
from tests.cli.conftest import TOP
from tests.desk import few
from tests.findings import DAY
from tests.write.filling import empty_lines, filled, fits, parsed, refused

SV = language("sv")
LATE = date(2030, 1, 1)


def scaffolds(material: Material) -> list[tuple[Assessment, Kind, str, int]]:
    """Every scaffold of the term."""
    found: list[tuple[Assessment, Kind, str, int]] = []
    assessment = assess(material, LATE)
    for board, year in sorted({(c.board, c.year) for c in assessment.cells}):
        cells = [c for c in assessment.cells if (c.board, c.year) == (board, year)]
        open_ = [c for c in cells if c.status not in ("settled", "written-off")]
        if any(c.expected.plan_due for c in open_):
            found.append((assessment, "plan", board, year))
        if any(c.expected.report_due for c in open_):
            found.append((assessment, "report", board, year))
        if year == material.programme.term.start.year:
            found.append((assessment, "baseline", board, year))
    return found


@pytest.mark.parametrize("city", few(["lindvik", "stockholm"]))
def test_every_scaffold_is_refused_just_where_it_is_empty_and_passes_when_filled_in(
    city: str, request: pytest.FixtureRequest
) -> None:
    material: Material = request.getfixturevalue(city)
    all_of_them = scaffolds(material)
    assert len(all_of_them) > 10
    for assessment, kind, board, year in all_of_them:
        text = scaffold(assessment, SV, kind, board, year)
        where = f"{kind} {board} {year}"
        misfits = refused(kind, text)
        empty = empty_lines(text)
        assert empty, where
        lines = text.split("\n")
        # An empty outcome is told at its entry: neither it nor not_addressed is there.
        told = {n for n in empty if not lines[n - 1].endswith("outcome:")}
        assert told <= set(misfits), where
        assert fits(kind, filled(text)), where
        if city == "lindvik":
            for number in empty:  # each of them alone is enough
                assert not fits(kind, filled(text, but=number)), (where, number)


def test_nothing_but_what_is_expected_in_the_order_of_the_sections(stockholm: Material) -> None:
    assessment = assess(stockholm, LATE)
    value = parsed(scaffold(assessment, SV, "report", "farsta", 2008))
    wanted = [c.obligation for c in assessment.cells if (c.board, c.year) == ("farsta", 2008)]
    assert [e["obligation"] for e in value["entries"]] == wanted
    assert set(value) == {"kind", "board", "year", "entries"}


def put(root: Path, kind: Kind, board: str, year: int, text: str) -> list[str]:
    """The file in its place; every error that validate then finds there."""
    path = root / home("2020-2022", board, year, kind)
    path.write_text(text, encoding="utf-8")
    mine = home("2020-2022", board, year, kind)
    found = check(load(root, watchful=True), DAY)
    return [
        f"{d.code} {d.facts}" for d in found if d.path == mine and d.severity is not Severity.NOTE
    ]


@pytest.mark.parametrize("kind", ["plan", "report"])
def test_filled_in_and_put_in_its_place_it_passes_every_rule(copied: Path, kind: Kind) -> None:
    root = copied
    folder = root / "reports" / "2020-2022" / "teknik"
    for path in folder.glob("2022-*"):
        path.unlink()
    if kind == "report":
        (folder / "2022-plan.yaml").write_bytes(
            (
                Path(__file__).parents[1] / "lindvik/reports/2020-2022/teknik/2022-plan.yaml"
            ).read_bytes()
        )
    material = load(root).editions["2020-2022"].material
    assert material is not None
    text = scaffold(assess(material, LATE), SV, kind, "teknik", 2022)
    assert put(root, kind, "teknik", 2022, text)
    assert put(root, kind, "teknik", 2022, filled(text)) == []


def uncommented(text: str) -> list[str]:
    """Each optional key of the entries by itself put to use without a change."""
    lines = text.split("\n")
    found = []
    for at, line in enumerate(lines):
        if (
            re.match(r"^ +# (- )?[a-z_]+: ", line)
            and "not_addressed" not in line
            and "=" not in line
        ):
            if "partners: [" in line and "PART" not in line:
                continue  # the measure's own partners, ready to use
            found.append("\n".join([*lines[:at], line.replace("# ", "", 1), *lines[at + 1 :]]))
    return found


@pytest.mark.parametrize("kind", ["plan", "report", "baseline"])
def test_an_optional_key_put_to_use_and_not_filled_in_is_refused(
    lindvik: Material, kind: Kind
) -> None:
    year = 2020 if kind == "baseline" else 2021
    text = filled(scaffold(assess(lindvik, LATE), SV, kind, "lindvikshus", year))
    variants = uncommented(text)
    assert variants
    for variant in variants:
        assert not fits(kind, variant), variant


def test_the_whole_decision_and_the_answers_put_to_use_are_refused_until_filled_in(
    lindvik: Material,
) -> None:
    text = filled(scaffold(assess(lindvik, LATE), SV, "report", "teknik", 2022))
    for start in ("# decision:", "# answers:"):
        lines = text.split("\n")
        at = lines.index(start)
        until = next(n for n in range(at, len(lines)) if not lines[n])
        lines[at:until] = [line[2:] for line in lines[at:until]]
        value = parsed("\n".join(lines))
        assert start[2:-1] in value
        assert not fits("report", "\n".join(lines))


def test_last_years_activities_and_ongoing_work_are_carried_into_the_plan(
    lindvik: Material,
) -> None:
    value = parsed(scaffold(assess(lindvik, date(2021, 12, 1)), SV, "plan", "teknik", 2022))
    entry = next(e for e in value["entries"] if e["obligation"] == "a.2")
    assert entry["activities"] == [
        {
            "id": "inventering",
            "text": "Gå igenom alla lekplatser, och fråga samtidigt barnen på plats vad de "
            "vill klaga på.",
            "unit": "Kartenheten",
            "continues": {"year": 2021, "id": "inventering"},
            "also": ["1.1"],
            "with": ["lindvikshus"],
        }
    ]
    assert entry["place"] == ""


def test_what_the_last_report_says_is_done_is_not_planned_again(lindvik: Material) -> None:
    text = scaffold(assess(lindvik, date(2022, 4, 1)), SV, "plan", "park", 2022)
    assert "# Planen 2021: Gå igenom besiktningarna" in text
    assert "- id: overtagande" not in text


def test_the_plans_activities_stand_ready_to_be_answered(lindvik: Material) -> None:
    value = parsed(scaffold(assess(lindvik, LATE), SV, "report", "teknik", 2021))
    entry = next(e for e in value["entries"] if e["obligation"] == "a.1")
    assert entry["activities"] == [
        {"id": "besiktning-var", "result": None},
        {"id": "besiktning-host", "result": None},
    ]


def test_where_numbers_can_point_at_someone_none_are_offered(stockholm: Material) -> None:
    text = scaffold(assess(stockholm, LATE), SV, "report", "farsta", 2008)
    entry = text.split("- obligation: 5.5.1")[1].split("# Programmets egna frågor")[0]
    assert "figures" not in entry
    assert "cost" not in entry
    assert "Inga siffror och ingen kostnad" in entry
    clients = text.split("- obligation: 5.4.3")[1].split("- obligation")[0]
    assert "Inga antal klienter" in clients
    assert "# figures:" in clients


def test_a_dissolved_boards_report_is_decided_by_its_successor(stockholm: Material) -> None:
    text = scaffold(assess(stockholm, LATE), SV, "report", "katarina-sofia", 2006)
    assert "Södermalms stadsdelsnämnd beslutar den" in text.replace("\n#   ", " ").replace(
        "\n# ", " "
    )
    assert "#   by: sodermalm" in text


def test_questions_are_those_put_to_the_board(stockholm: Material) -> None:
    assessment = assess(stockholm, LATE)
    assert "stod-behov" in scaffold(assessment, SV, "plan", "farsta", 2008)
    assert "stod-givet" not in scaffold(assessment, SV, "plan", "farsta", 2008)
    assert "stod-givet" in scaffold(assessment, SV, "plan", "socialtjanstnamnden", 2008)


@pytest.mark.parametrize(
    ("wanted", "code", "facts"),
    [
        (("plan", "fasrta", 2008), "no-board", {"near": "farsta"}),
        (("plan", "farsta", 2011), "no-year", {}),
        (("plan", "kista", 2008), "board-not-that-year-others", {"others": ["rinkeby-kista"]}),
        (("report", "sodermalm", 2006), "board-not-that-year-others",
         {"others": ["katarina-sofia", "maria-gamla-stan"]}),
        (("plan", "farsta", 2006), "no-plan-that-year", {}),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_said(
    stockholm: Material, wanted: tuple[Kind, str, int], code: str, facts: dict[str, object]
) -> None:
    with pytest.raises(ProstError) as raised:
        scaffold(assess(stockholm, LATE), SV, *wanted)
    assert raised.value.code == code
    assert facts.items() <= raised.value.facts.items()
    for each in ("sv", "en"):
        try:
            words = language(each)
        except ModuleNotFoundError:
            continue
        text, hint = words.error(raised.value.code, raised.value.facts)
        assert text
        assert "{" not in text + hint


def test_once_settled_nothing_more_is_asked(lindvik: Material) -> None:
    assessment = assess(lindvik, LATE)
    settled = [c for c in assessment.cells if c.status == "settled"]
    assert settled
    for cell in settled:
        try:
            text = scaffold(assessment, SV, "report", cell.board, cell.year)
        except ProstError as error:
            assert error.code == "nothing-expected-report"  # noqa: PT017
        else:
            entries = parsed(text)["entries"]
            assert cell.obligation not in [e["obligation"] for e in entries]


def test_a_voluntary_activity_of_the_plan_is_to_be_answered_too(lindvik: Material) -> None:
    plan = Plan.model_validate(
        {"kind": "plan", "board": "park", "year": 2022, "entries": [
            {"obligation": "1.2", "activities": [{"id": "lada", "text": "En låda."}]}]}
    )  # fmt: skip
    slot = Slot("reports/2020-2022/park/2022-plan.yaml", "park", 2022, "plan")
    others = tuple(s for s in lindvik.submitted if s.path != slot.path)
    material = replace(lindvik, submitted=(*others, Submitted(slot, plan)))
    value = parsed(scaffold(assess(material, LATE), SV, "report", "park", 2022))
    assert value["entries"][-1]["obligation"] == "1.2"
    assert value["entries"][-1]["activities"] == [{"id": "lada", "result": None}]


def test_a_predecessors_plan_and_report_are_told_and_not_carried_in(lindvik: Material) -> None:
    plan = Plan.model_validate(
        {"kind": "plan", "board": "fritid", "year": 2020, "entries": [
            {"obligation": "a.3", "activities": [{"id": "a-3-1", "text": "En pool."}]},
            {"obligation": "b.2", "ongoing": "Frågan prövas."}]}
    )  # fmt: skip
    slot = Slot("reports/2020-2022/fritid/2020-plan.yaml", "fritid", 2020, "plan")
    material = replace(lindvik, submitted=(*lindvik.submitted, Submitted(slot, plan)))
    text = scaffold(assess(material, date(2020, 12, 1)), SV, "plan", "kultur-fritid", 2021)
    assert "# Planen Fritidsnämnden 2020: En pool." in text
    assert "# Planen Fritidsnämnden 2020: Frågan prövas." in text
    assert "Har Fritidsnämnden och Kulturnämnden redan beslutat planen" in text.replace("\n# ", " ")
    [entry] = [e for e in parsed(text)["entries"] if e["obligation"] == "a.3"]
    assert entry["activities"] == [{"id": "a-3-1", "text": ""}]


def test_what_was_put_off_is_told_where_its_plan_is_not_the_last(lindvik: Material) -> None:
    report = Report.model_validate(
        {"kind": "report", "board": "teknik", "year": 2020, "entries": [
            {"obligation": "b.2", "outcome": "begun", "obstacles": "Tid.", "activities": [
                {"text": "En mall.", "result": "postponed"}]}]}
    )  # fmt: skip
    slot = Slot("reports/2020-2022/teknik/2020-report.yaml", "teknik", 2020, "report")
    others = tuple(s for s in lindvik.submitted if s.path != slot.path)
    material = replace(lindvik, submitted=(*others, Submitted(slot, report)))
    text = scaffold(assess(material, date(2021, 12, 1)), SV, "plan", "teknik", 2022)
    assert "# Uppskjuten 2020: En mall." in text


def test_what_a_predecessor_put_off_is_planned_again(lindvik: Material) -> None:
    plan = Plan.model_validate(
        {"kind": "plan", "board": "fritid", "year": 2020, "entries": [
            {"obligation": "a.3", "activities": [
                {"id": "pool", "text": "En pool."}, {"id": "kurs", "text": "En kurs."}]}]}
    )  # fmt: skip
    report = Report.model_validate(
        {"kind": "report", "board": "fritid", "year": 2020, "entries": [
            {"obligation": "a.3", "outcome": "begun", "obstacles": "Tid.", "activities": [
                {"id": "pool", "result": "postponed", "comment": "Till nästa år."},
                {"id": "kurs", "result": "done"}]}]}
    )  # fmt: skip
    files = tuple(
        Submitted(Slot(f"reports/2020-2022/fritid/2020-{v.kind}.yaml", "fritid", 2020, v.kind), v)
        for v in (plan, report)
    )
    paths = {f.path for f in files}
    others = tuple(s for s in lindvik.submitted if s.path not in paths)
    material = replace(lindvik, submitted=(*others, *files))
    text = scaffold(assess(material, date(2020, 12, 1)), SV, "plan", "kultur-fritid", 2021)
    [entry] = [e for e in parsed(text)["entries"] if e["obligation"] == "a.3"]
    [again] = entry["activities"]
    assert (again["text"], again["continues"]) == (
        "En pool.",
        {"year": 2020, "id": "pool", "board": "fritid"},
    )
    assert "# Uppskjuten Fritidsnämnden 2020. Till nästa år." in text


def test_what_was_put_off_two_years_ago_is_planned_again_unless_taken_up(lindvik: Material) -> None:
    def made(kind: str, year: int, **said: object) -> Submitted[Plan] | Submitted[Report]:
        head = {"kind": kind, "board": "teknik", "year": year}
        model = Plan if kind == "plan" else Report
        value = model.model_validate({**head, "entries": [{"obligation": "b.2", **said}]})
        slot = Slot(f"reports/2020-2022/teknik/{year}-{kind}.yaml", "teknik", year, value.kind)
        return Submitted(slot, value)  # type: ignore[return-value]

    def planned(later: dict[str, object]) -> list[dict[str, object]]:
        files = (
            made("plan", 2020, activities=[{"id": "mall", "text": "En mall."}]),
            made("report", 2020, outcome="begun", obstacles="Tid.", activities=[
                {"id": "mall", "result": "postponed"}]),
            made("plan", 2021, activities=[later]),
        )  # fmt: skip
        others = tuple(s for s in lindvik.submitted if s.slot.board != "teknik")
        material = replace(lindvik, submitted=(*others, *files))
        text = scaffold(assess(material, date(2021, 12, 1)), SV, "plan", "teknik", 2022)
        [entry] = [e for e in parsed(text)["entries"] if e["obligation"] == "b.2"]
        return [a["continues"] for a in entry["activities"]]

    put_off, own = {"year": 2020, "id": "mall"}, {"year": 2021, "id": "prov"}
    assert planned({"id": "prov", "text": "Ett prov."}) == [own, put_off]
    assert planned({"id": "prov", "text": "Mallen.", "continues": put_off}) == [own]


def test_what_another_board_handed_over_is_told_until_it_is_taken_up(tmp_path: Path) -> None:
    root = Path(shutil.copytree(TOP / "examples/nordhamn", tmp_path / "nordhamn"))
    own = root / "reports/2012-2015/kultur-fritid/2014-plan.yaml"

    def made() -> str:
        assessment = view(root, date(2014, 3, 1)).assessment
        return " ".join(scaffold(assessment, SV, "plan", "kultur-fritid", 2014).split())

    assert "Överlämnad från" not in made()  # the plan of 2014 is decided and takes it up
    own.unlink()
    text = made().replace(" # ", " ")
    assert "Överlämnad från Nordvästra 2013: Öppna en fast mötesplats i Holmens" in text
    assert "continues: {year: 2013, id: mote-holmen, board: nordvastra}" in text
