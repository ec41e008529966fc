"""What an official sees in an editor, asked of the real yaml-language-server."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from prostcli.assessment.cells import assess
from prostcli.language import language
from prostcli.load.workspace import Workspace, load
from prostcli.model.material import Kind, Material
from prostcli.output.schema.schemas import MODELS, home, schemas
from prostcli.usecases import check
from prostcli.write.review import review
from prostcli.write.scaffold import scaffold
from tests.findings import BASE, CASES, DAY
from tests.schema.language_server import TOP, Found, Server, running
from tests.write.filling import filled, fits, parsed
from tests.write.test_scaffold import LATE, scaffolds

SV = language("sv")
HOME = "reports/2006-2010/farsta"
CASE = "2020-2021"


@pytest.fixture(scope="module")
def server(
    stockholm: Material, lindvik: Material, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """With the repository's own settings, its schemas, and those of two fictitious programmes."""
    root = tmp_path_factory.mktemp("editor")
    base = load(BASE).editions[CASE].material
    assert base is not None
    for material in (stockholm, lindvik, base):
        for path, text in schemas(material, SV).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    settings = _settings()
    for kind in MODELS:
        # The cases name no schema in their first line.
        where = f"cases/*/reports/{CASE}/*/*-{kind}*.yaml"
        files = [f"cases/*/program/{CASE}/{kind}.yaml", where]
        settings["yaml"]["schemas"][home(CASE, kind)] = files
    with running(root, settings) as started:
        yield started


def _settings() -> dict[str, Any]:
    """The settings for VS Code as a tree: `yaml.format.enable` is under `yaml` and `format`."""
    flat = json.loads((TOP / ".vscode/settings.json").read_text(encoding="utf-8"))
    tree: dict[str, Any] = {"editor": {"tabSize": 2}}
    for name, value in flat.items():
        *above, last = [name] if name.startswith("[") else name.split(".")
        inner = tree
        for step in above:
            inner = inner.setdefault(step, {})
        inner[last] = value
    return tree


_number = iter(range(1_000_000))


def _name(kind: str) -> str:
    """A file that no test has used, where the settings say which schema it has."""
    return f"{HOME}/{next(_number)}-{kind}.yaml"


def _opened(server: Server, kind: str, text: str) -> str:
    path = _name(kind)
    server.open(path, text)
    return path


def test_the_owners_file_is_without_faults_while_it_stands_empty(
    server: Server, stockholm: Material
) -> None:
    path = "program/2006-2010/new-review.yaml"
    text = review(assess(stockholm, LATE), SV)
    server.open(path, text)
    assert server.told(path) == []
    wrong = "program/2006-2010/other-review.yaml"
    server.open(wrong, text.replace("  - proposal:\n", "  - proposal: kanske\n"))
    assert [f.line for f in server.told(wrong)] == [
        text[: text.index("  - proposal:")].count("\n") + 1
    ]


HEAD = "kind: {kind}\nboard: farsta\nyear: 2007\n"
REPORT = HEAD.format(kind="report") + "entries:\n  - obligation: 5.2.4\n    outcome: partly\n"
PLAN = HEAD.format(kind="plan") + "entries:\n  - obligation: 5.2.4\n    ongoing: Går.\n"


# --- hover


@pytest.mark.parametrize(
    ("place", "kind", "text", "said"),
    [
        ("outcome", "report", REPORT, ["#### Utfall", "Hur det gick", "Uppfylls delvis"]),
        ("board", "report", REPORT, ["#### Nämnd eller bolag", "Farsta stadsdelsnämnd"]),
        ("5.2.4", "report", REPORT, ["#### Åtgärd", "`5.2.4`", "ungdomsmottagningar"]),
        ("ongoing", "plan", PLAN, ["#### Löpande arbete", "fortsätter"]),
    ],
    ids=["outcome", "board", "obligation", "ongoing"],
)
def test_a_key_and_its_value_are_explained(
    server: Server, place: str, kind: str, text: str, said: list[str]
) -> None:
    shown = server.hover(_opened(server, kind, text), place)
    assert [s for s in said if s not in shown] == []
    assert "file:" not in shown


# --- completion


def test_an_outcome_is_offered_with_its_meaning(server: Server) -> None:
    text = REPORT.replace("partly", "")
    offers = server.complete(_opened(server, "report", text), "outcome: ")
    said = {o.label: o.explained for o in offers}
    assert said["partly"] == "Uppfylls delvis: Något väsentligt återstår"
    assert said["complied"].startswith("Efterlevs, kontrollerat: ")
    assert all(said.values())


def test_a_key_is_offered_with_its_explanation(server: Server) -> None:
    offers = server.complete(_opened(server, "report", REPORT + "    "), REPORT + "    ")
    said = {o.label: o.explained for o in offers}
    assert said["evidence"].startswith("Hur nämnden vet det")
    assert "outcome" not in said


ENTRY = "entries:\n  - obligation: 5.2.4\n"
ANSWER = SV.terms["snippet-answer"]
LABELS = {words for key, words in SV.terms.items() if key.startswith("snippet-")}
# (kind, what stands before the cursor, how many entries and the like are offered)
PLACES: Final = [
    ("plan", "entries:\n  - ", 4),
    ("plan", "entries:\n  ", 4),
    ("plan", "entries:\n- ", 4),
    ("plan", "entries: ", 4),
    ("plan", f"{ENTRY}    ongoing: Går.\n  - ", 4),
    ("plan", f"{ENTRY}    ongoing: Går.\n  ", 4),
    ("plan", f"{ENTRY}    activities:\n      - ", 2),
    ("plan", f"{ENTRY}    activities:\n      ", 2),
    ("plan", "decision:\n  ", 2),
    ("plan", "answers:\n  - ", 7),
    ("report", "entries:\n  - ", 6),
    ("report", "entries: ", 6),
    ("report", f"{ENTRY}    outcome: partly\n  ", 6),
    ("report", f"{ENTRY}    outcome: partly\n    figures:\n      - ", 2),
    ("report", f"{ENTRY}    outcome: partly\n    figures:\n      ", 2),
    ("report", f"{ENTRY}    outcome: partly\n    activities:\n      - ", 3),
    ("report", f"{ENTRY}    outcome: partly\n    activities: ", 3),
    ("report", f"{ENTRY}    outcome: partly\n    cost:\n      ", 1),
    ("report", "decision: ", 2),
    ("report", "answers:\n  ", 7),
    ("baseline", "source: Svar\nentries:\n  - ", 2),
    ("baseline", "source: Svar\nentries:\n  ", 2),
]
WRITTEN = {"date": "2008-02-14", "amount": "1200", "value": "masked", "women": "masked"}
WRITTEN |= {"men": "missing", "id": "oppettider", "name": "besok"}


def _written(text: str) -> str:
    """What was put in, with something at each empty tab stop."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        empty = re.fullmatch(r"( *(?:- )?)([a-z_]+): ?", line)
        under = re.match(r" *(?:- )?", lines[at + 1])[0] if lines[at + 1 :] else ""  # type: ignore[index]
        if not line.strip() and at and lines[at - 1].endswith(">-"):
            lines[at] = f"{line}En text: med kolon."
        elif empty and len(under) <= len(empty[1]):
            lines[at] = f"{line.rstrip()} {WRITTEN.get(empty[2], 'Något.')}"
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("kind", "place", "count"), PLACES, ids=[str(n) for n in range(len(PLACES))]
)
def test_what_is_put_in_parses_and_passes_when_it_is_written(
    server: Server, kind: str, place: str, count: int
) -> None:
    text = HEAD.format(kind=kind) + place
    path = _opened(server, kind, text)
    found = server.complete(path, text)
    offers = [o for o in found if o.label in LABELS or o.label.startswith(ANSWER)]
    assert len(offers) == count, [o.label for o in found]
    for offer in offers:
        new = server.put(path, offer)
        assert isinstance(parsed(new), dict), new
        assert fits(kind, new) == ("not_addressed: true" in new), new
        assert fits(kind, _written(new)), new


@pytest.mark.parametrize("first", ["", "# yaml-language-server: $schema={up}/{kind}.schema.json\n"])
@pytest.mark.parametrize("kind", ["plan", "report", "baseline"])
def test_an_empty_file_is_offered_a_whole_one(server: Server, kind: str, first: str) -> None:
    text = first.format(up="../../../schema/2006-2010", kind=kind)
    path = _opened(server, "none" if first else kind, text)
    (offer,) = [o for o in server.complete(path, text) if o.label == SV.terms[f"snippet-{kind}"]]
    assert "prostcli new" in offer.explained
    new = server.put(path, offer)
    assert parsed(new)["kind"] == kind
    assert not fits(kind, new)
    assert fits(kind, _written(new)), new


def test_a_menu_holds_the_ids_of_the_edition(server: Server) -> None:
    text = HEAD.format(kind="plan") + "entries:\n  - "
    offers = {o.label: o for o in server.complete(_opened(server, "plan", text), text)}
    assert "|5.1.1,5.1.2," in offers["Ny post: löpande arbete fortsätter"].snippet
    assert "berörs inte" in "".join(offers)


# --- faults


FIGURE = "name: a, label: A, unit: st, counts: staff"
FAULTS = [
    ("plan", PLAN + "    ansvarig: Anna\n", (7, 5), "Okänd nyckel. Här kan stå: obligation, "),
    ("plan", PLAN.replace("board: farsta\n", ""), (1, 1), "Nyckeln board saknas."),
    ("plan", PLAN.replace("obligation: 5.2.4\n    ", ""), (5, 5), "Nyckeln obligation saknas"),
    ("plan", PLAN.replace("ongoing: Går.", "ongoing: 5"), (6, 14), "ongoing ska vara en text."),
    ("plan", PLAN.replace("ongoing: Går.", "ongoing:"), (6, 13), "ongoing ska vara en text."),
    ("plan", PLAN.replace("ongoing: Går.", "ongoing: ' '"), (6, 14), "ongoing är inte ifyllt."),
    ("plan", PLAN.replace("    ongoing: Går.\n", ""), (5, 5), "Här ska stå exakt en av activities"),
    ("plan", PLAN + "    no_activity: Nej.\n", (5, 5), "Här ska stå exakt en av activities"),
    ("plan", PLAN.replace("2007", "1999"), (3, 7), "year har ett värde som inte finns."),
    ("plan", PLAN.replace("2007", "'2007'"), (3, 7), "year har ett värde"),
    ("plan", PLAN.replace("farsta", "fasrta"), (2, 8), "Det id:t finns inte i program"),
    ("plan", PLAN.replace("5.2.4", "5.2"), (5, 17), "Det id:t finns inte i program"),
    ("plan", PLAN.replace("kind: plan", "kind: report"), (1, 7), "kind kan bara vara plan."),
    ("plan", PLAN + "decision: {date: 14 februari}\n", (7, 18), "date är ingen dag som finns."),
    ("plan", PLAN + "decision: {date: 2008-02-32}\n", (7, 18), "date är ingen dag som finns."),
    ("plan", PLAN + "decision: {date: 20080214}\n", (7, 18), "date är ingen dag som finns."),
    ("plan", PLAN + "decision: ja\n", (7, 11), "decision ska ha nycklar under sig."),
    ("plan", PLAN + "answers: ja\n", (7, 10), "answers ska vara en lista"),
    ("plan", PLAN + "answers:\n  -\n", (8, 4), "answers ska ha nycklar under sig."),
    ("plan", PLAN.replace("ongoing: Går.", "activities: []"), (6, 17), "activities är inte ifyllt"),
    ("report", REPORT.replace("partly", "bra"), (6, 14), "outcome har ett värde som inte finns."),
    ("report", f"{REPORT}    cost: {{amount: -1, funding: Egen}}\n", (7, 20),
     "Talet för amount får vara minst 0."),
    ("report", f"{REPORT}    cost: {{amount: 1 kr, funding: Egen}}\n", (7, 20),
     "amount ska vara ett helt tal."),
    ("report", f"{REPORT}    not_addressed: false\n", (7, 20),
     "not_addressed kan bara vara true."),
    ("report", f"{REPORT}    activities: [{{id: Å, result: done}}]\n", (7, 23),
     "Det som står i id går inte att använda som id."),
    ("report", f"{REPORT}    activities: [{{id: a, result: klar}}]\n", (7, 34),
     "result har ett värde som inte finns."),
    ("report", f"{REPORT}    activities: [{{id: a, result: transferred}}]\n", (7, 18),
     "En insats som är överförd ska säga till vilken nämnd"),
    ("report", f"{REPORT}    figures:\n      - {{{FIGURE}, value: många}}\n", (8, 61),
     "value ska vara ett helt tal. Bara siffror"),
    ("report", f"{REPORT}    figures:\n      - {{{FIGURE}, value: -2}}\n", (8, 61),
     "Talet för value får vara minst 0."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text", "where", "said"), FAULTS, ids=[str(n) for n in range(len(FAULTS))]
)
def test_a_fault_is_told_in_our_words_on_its_line(
    server: Server, kind: str, text: str, where: tuple[int, int], said: str
) -> None:
    told = server.told(_opened(server, kind, text))
    assert any((f.line, f.column) == where and f.message.startswith(said) for f in told), told
    assert [f for f in told if not _ours(f)] == []


def _ours(found: Found) -> bool:
    """Each of our messages ends with its code, which `explain` tells more about."""
    return re.search(r" \(PRO[14]\d\d\)$", found.message) is not None


def _case_files() -> Iterator[tuple[str, str]]:
    for case in sorted(CASES.glob("PRO1*")):
        for path in sorted(case.rglob("*.yaml")):
            yield case.name, path.relative_to(case).as_posix()


@pytest.fixture(scope="module")
def cases_told(server: Server) -> dict[tuple[str, str], list[Found]]:
    """What is said of the files of every case of the shape."""
    for case, path in _case_files():
        server.open(f"cases/{case}/{path}", (CASES / case / path).read_text(encoding="utf-8"))
    return {(c, p): server.told(f"cases/{c}/{p}") for c, p in _case_files()}


def test_no_fault_of_any_case_is_told_in_english(
    cases_told: dict[tuple[str, str], list[Found]],
) -> None:
    assert sum(map(len, cases_told.values())) > 60
    assert {k: f for k, found in cases_told.items() for f in found if not _ours(f)} == {}


NO_SCHEMA = {
    "PRO111-period-reversed",  # two days
    "PRO114-quoted-label",  # a warning about marks that a text may have
}


@pytest.mark.parametrize("case", sorted({c for c, _ in _case_files()} - NO_SCHEMA))
def test_what_validate_finds_the_editor_tells_on_the_same_line(
    case: str, cases_told: dict[tuple[str, str], list[Found]], tmp_path: Path
) -> None:
    root = tmp_path / "root"
    shutil.copytree(BASE, root)
    shutil.copytree(CASES / case, root, dirs_exist_ok=True)
    found = [d for d in check(load(root, watchful=True), DAY) if d.code.startswith("PRO1")]
    assert found
    for d in found:
        if d.facts.get("variant") == "deadline":
            continue  # a day that not every year has: no schema can tell
        lines = {f.line for f in cases_told[case, d.path]}
        assert d.span.line in lines, (d, cases_told[case, d.path])


# --- no fault where there is none


def test_every_file_there_is_has_no_fault(
    server: Server, stockholm_workspace: Workspace, lindvik_workspace: Workspace
) -> None:
    """Under its own path, with the schema that its first line or the settings name."""
    told: dict[str, list[Found]] = {}
    for workspace in (stockholm_workspace, lindvik_workspace):
        for path in workspace.files:
            server.open(path, (workspace.root / path).read_text(encoding="utf-8"))
        told |= {path: server.told(path) for path in workspace.files}
    assert len(told) > 40
    assert {path: found for path, found in told.items() if found} == {}
    unexplained = [path for path in told if "Vad filen är" not in server.hover(path, "kind:")]
    assert unexplained == []


def test_a_scaffold_has_faults_and_none_when_it_is_filled_in(
    server: Server, lindvik: Material, stockholm: Material
) -> None:
    texts = [
        (f"reports/2020-2022/new/{board}-{year}-{kind}", scaffold(made, SV, kind, board, year))
        for made, kind, board, year in scaffolds(lindvik)
    ]
    wanted: list[tuple[Kind, int]] = [("plan", 2008), ("report", 2007), ("baseline", 2006)]
    for kind, year in wanted:
        text = scaffold(assess(stockholm, LATE), SV, kind, "farsta", year)
        texts.append((f"{HOME}/new-{year}-{kind}", text))
    assert len(texts) > 20
    for path, text in texts:
        server.open(f"{path}.yaml", text)
        server.open(f"{path}-filled.yaml", filled(text))
    assert [path for path, _ in texts if not server.told(f"{path}.yaml")] == []
    told = {path: server.told(f"{path}-filled.yaml") for path, _ in texts}
    assert {path: found for path, found in told.items() if found} == {}
