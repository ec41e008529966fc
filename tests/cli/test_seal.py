"""`prostcli seal`, and what becomes of a sealed file that somebody edits."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Prostcli
from tests.findings import BASE

PLAN = "reports/2020-2022/park/2021-plan.yaml"
DRAFT = "reports/2020-2022/park/2022-plan.yaml"
DAY = ("--as-of", "2022-06-01")
HELD = 'decision: {date: 2021-08-19, paragraph: "§ 11", reference: Dnr PN 2021/4}\n'


@pytest.fixture
def plan(copied: Path) -> Path:
    """A decided plan that is not sealed."""
    path = copied / PLAN
    assert HELD in path.read_text(encoding="utf-8")
    return path


@pytest.fixture
def draft(plan: Path) -> Path:
    """The same plan before it was decided."""
    plan.write_text(plan.read_text(encoding="utf-8").replace(HELD, ""), encoding="utf-8")
    return plan


WHOLE = ("--date", "2021-08-19", "--paragraph", "§ 11", "--reference", "Dnr PN 2021/4")


def test_a_draft_becomes_decided_and_sealed(draft: Path, copied: Path, prostcli: Prostcli) -> None:
    before = draft.read_text(encoding="utf-8")
    ran = prostcli("seal", PLAN, *WHOLE, *DAY, cwd=copied)
    assert (ran.status, ran.out) == (0, f"{PLAN}\n")
    assert ran.err == (
        "Beslutet den 19 augusti 2021 står nu i filen, med ett fingeravtryck av innehållet.\n"
        "Inget annat i filen är ändrat. Ändra den inte mer: rättelser görs i en ny fil.\n"
        "Nästa steg: lägg in filen i git, med git add och git commit.\n"
    )
    head, _, tail = before.partition("year: 2021\n")
    after = draft.read_text(encoding="utf-8")
    assert after.startswith(
        f"{head}year: 2021\ndecision:\n  date: 2021-08-19\n"
        '  paragraph: "§ 11"\n  reference: "Dnr PN 2021/4"\n  fingerprint: "'
    )
    assert after.endswith(f'"\n{tail}')
    assert (
        len(after) - len(before)
        == len(
            'decision:\n  date: 2021-08-19\n  paragraph: "§ 11"\n  reference: "Dnr PN 2021/4"\n'
            '  fingerprint: ""\n'
        )
        + 64
    )
    assert prostcli("validate", PLAN, cwd=copied).status == 0


def test_what_is_only_received_is_not_called_a_decision(
    draft: Path, copied: Path, prostcli: Prostcli
) -> None:
    ran = prostcli("seal", PLAN, *WHOLE, "--how", "noted", *DAY, cwd=copied)
    assert ran.status == 0
    assert "inkommet, inte beslutat av nämnden" in ran.err
    assert "how: noted" in draft.read_text(encoding="utf-8")


def test_a_decision_that_is_there_only_gets_its_fingerprint(
    plan: Path, copied: Path, prostcli: Prostcli
) -> None:
    assert prostcli("seal", PLAN, "--paragraph", "§ 11", *DAY, cwd=copied).status == 0
    text = plan.read_text(encoding="utf-8")
    assert f'{HELD[:-2]}, fingerprint: "' in text
    again = prostcli("seal", PLAN, *WHOLE, *DAY, cwd=copied)
    assert again.status == 0
    assert again.err == (
        "Filen är redan förseglad (beslut den 19 augusti 2021), och innehållet stämmer.\n"
        "Inget är ändrat.\n"
    )
    other = prostcli("seal", PLAN, "--by", "teknik", *DAY, cwd=copied)
    assert other.status == 2
    assert plan.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([PLAN, "--date", "2021-08-20"], "I filen står redan date: 2021-08-19, inte 2021-08-20."),
        ([PLAN, "--as-of", "2021-08-18"], "Den 19 augusti 2021 har inte varit än."),
        ([DRAFT, "--date", "2022-01-20"], "utan --paragraph och --reference."),
        ([DRAFT, "--how", "office"], "Det går inte att hitta beslutet utan --date."),
        ([PLAN, "--how", "beslutat"], "Så kan ett beslut inte vara fattat: beslutat."),
        (["reports"], "reports är en mapp."),
        (["reports/x.yaml"], "reports/x.yaml är ingen fil"),
        (["program/2020-2022/boards.yaml"], "är varken en plan eller en redovisning."),
        (
            ["reports/2020-2022/fritid/2020-baseline.yaml"],
            "är varken en plan eller en redovisning.",
        ),
        ([PLAN, "--date", "i går"], "i går"),
    ],
)
def test_what_makes_no_sense_is_refused(
    arguments: list[str], said: str, plan: Path, copied: Path, prostcli: Prostcli
) -> None:
    before = plan.read_bytes()
    ran = prostcli("seal", *DAY, *arguments, cwd=copied)
    assert ran.status == 2
    assert said in ran.err
    assert ran.out == ""
    assert plan.read_bytes() == before


def test_what_is_not_answered_cannot_be_decided(copied: Path, prostcli: Prostcli) -> None:
    """In the draft it is a warning; in what the file would be, an error."""
    before = (copied / DRAFT).read_bytes()
    whole = ("--date", "2022-01-20", "--paragraph", "§ 1", "--reference", "Dnr 1")
    ran = prostcli("seal", DRAFT, *whole, *DAY, cwd=copied)
    assert ran.status == 1
    assert ran.out.startswith(f"{DRAFT}:7:1: PRO201 Planen säger inget om åtgärden b.2")
    assert "   7 | entries:\n" in ran.out
    assert ran.err == "Filen är inte ändrad. Rätta felen först och försegla den sedan.\n"
    assert (copied / DRAFT).read_bytes() == before


def test_a_file_with_errors_is_told_and_left(plan: Path, copied: Path, prostcli: Prostcli) -> None:
    plan.write_text(plan.read_text(encoding="utf-8") + "mer: 1\n", encoding="utf-8")
    ran = prostcli("seal", PLAN, *DAY, cwd=copied)
    assert ran.status == 1
    assert "PRO101 Okänd nyckel: mer." in ran.out
    assert "fingerprint" not in plan.read_text(encoding="utf-8")


def test_an_unknown_board_does_not_decide(draft: Path, copied: Path, prostcli: Prostcli) -> None:
    ran = prostcli("seal", PLAN, *WHOLE, "--by", "ingen", *DAY, cwd=copied)
    assert ran.status == 1
    assert " PRO401 " in ran.out
    assert "decision" not in draft.read_text(encoding="utf-8")


def test_a_personal_number_in_the_reference_is_refused_and_not_repeated(
    draft: Path, copied: Path, prostcli: Prostcli
) -> None:
    number = "19811218-9876"
    told = ("--date", "2021-08-19", "--paragraph", "§ 11", "--reference", number)
    ran = prostcli("seal", PLAN, *told, *DAY, cwd=copied)
    assert ran.status == 1
    assert " PRO601 " in ran.out
    assert number not in ran.out + ran.err
    assert "decision" not in draft.read_text(encoding="utf-8")


def test_what_another_editor_saves_meanwhile_is_kept(
    plan: Path, copied: Path, prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prostcli import sealing

    whole = sealing.sealed

    def meanwhile(data: bytes, wanted: object) -> bytes:
        plan.write_bytes(b"# theirs\n" + data)
        return whole(data, wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(sealing, "sealed", meanwhile)
    ran = prostcli("seal", PLAN, *DAY, cwd=copied)
    assert ran.status == 2
    assert "Någon annan har just ändrat" in ran.err
    assert plan.read_bytes().startswith(b"# theirs\n")
    assert b"fingerprint" not in plan.read_bytes()


def test_a_link_is_not_written_through(plan: Path, copied: Path, prostcli: Prostcli) -> None:
    elsewhere = copied.parent / "elsewhere.yaml"
    plan.rename(elsewhere)
    plan.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    assert prostcli("seal", PLAN, *DAY, cwd=copied).status == 2
    assert elsewhere.read_bytes() == before


def test_an_edited_sealed_file_is_an_error_and_counts_as_nothing(
    plan: Path, copied: Path, prostcli: Prostcli
) -> None:
    prostcli("seal", PLAN, *DAY, cwd=copied)
    text = plan.read_text(encoding="utf-8")
    plan.write_text(f"{text}# tillagt efteråt\n", encoding="utf-8")
    told = prostcli("validate", PLAN, cwd=copied)
    assert told.status == 1
    assert " PRO701 Filen är ändrad sedan den förseglades, så inget i den räknas.\n" in told.out
    assert "skriv en ny fil, reports/2020-2022/park/2021-plan-2.yaml, med" in told.out
    status = prostcli("status", "--format", "json", *DAY, cwd=copied)
    assert status.status == 1
    assert PLAN in status.err
    found = json.loads(status.out)
    cells = [c for c in found["cells"] if (c["board"], c["year"]) == ("park", 2021)]
    expected = [c for c in cells if c["expected"]["plan"]]
    assert expected
    assert {c["plan"] for c in expected} == {"invalid"}
    assert [s["path"] for s in found["invalid"]] == [PLAN]
    assert prostcli("review", *DAY, cwd=copied).status == 1
    again = prostcli("seal", PLAN, *DAY, cwd=copied)
    assert again.status == 1
    assert " PRO701 " in again.out
    plan.write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert prostcli("validate", PLAN, cwd=copied).status == 0


def test_only_sealed_files_are_looked_at(
    plan: Path, copied: Path, prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prostcli.load import seal
    from prostcli.load.layout import Layout

    counted: list[str] = []
    whole = seal.fingerprint

    def counting(file: Layout) -> str:
        counted.append(file.value["board"])
        return whole(file)

    monkeypatch.setattr(seal, "fingerprint", counting)
    prostcli("status", *DAY, cwd=copied)
    assert counted == []
    text = plan.read_text(encoding="utf-8")
    sealed = f'{HELD[:-2]}, fingerprint: "{"0" * 64}"}}\n'
    plan.write_text(text.replace(HELD, sealed), encoding="utf-8")
    prostcli("status", *DAY, cwd=copied)
    assert counted == ["park"]


def test_it_is_told_in_english(plan: Path, copied: Path, prostcli: Prostcli) -> None:
    del plan
    ran = prostcli("--lang", "en", "seal", PLAN, *DAY, cwd=copied)
    assert ran.err.splitlines() == [
        "The decision of 19 August 2021 now stands in the file, with a fingerprint of the content.",
        "Nothing else in it is changed. Leave it as it is: corrections go in a new file.",
        "Next: put the file into git, with git add and git commit.",
    ]


def test_a_decision_that_makes_another_file_wrong_is_refused(
    tmp_path: Path, prostcli: Prostcli
) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    plan, report = (
        root / f"reports/2020-2021/park/2021-{kind}.yaml" for kind in ("plan", "report")
    )
    for path, old, new in (
        (plan, 'decision: {date: 2020-12-10, paragraph: "§ 1", reference: Dnr 1/2020}\n', ""),
        (plan, "        with: [hus]\n", "        with: [hus]\n      - {id: grus, text: Kratta.}\n"),
    ):
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    before = plan.read_bytes()
    ran = prostcli("--root", str(root), "seal", str(plan), "--date", "2020-12-10", "--paragraph",
                   "§ 1", "--reference", "Dnr 1/2020", "--as-of", "2022-06-01")  # fmt: skip
    assert ran.status == 1
    assert "PRO307" in ran.out
    assert report.name in ran.out
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "code"),
    [("Vi tömmer alla korgar #1 i parken.", "PRO017"), ("Vi tÃ¶mmer alla.", "PRO018")],
)
def test_a_text_that_is_lost_is_not_sealed(
    text: str, code: str, plan: Path, copied: Path, prostcli: Prostcli
) -> None:
    whole = plan.read_text(encoding="utf-8")
    ongoing = whole.partition("ongoing: ")[2].partition("\n")[0]
    plan.write_text(whole.replace(ongoing, text, 1), encoding="utf-8")
    before = plan.read_bytes()
    ran = prostcli("seal", PLAN, *DAY, cwd=copied)
    assert (ran.status, plan.read_bytes()) == (1, before)
    assert f" {code} " in ran.out
