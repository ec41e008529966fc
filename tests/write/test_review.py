"""The owner's file for the review: made, valid while it stands empty, and asked about in full."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prostcli.assessment.cells import assess
from prostcli.assessment.differences import states
from prostcli.cli import main
from prostcli.language import LANGUAGES, language
from prostcli.load.schema import fit
from prostcli.load.workspace import load
from prostcli.load.yaml import PROGRAMME_LIMITS, decode, read
from prostcli.model.material import Filed, Material
from prostcli.model.review import ReviewWords
from prostcli.rules.review import REVIEW
from prostcli.rules.rule import Scene, run
from prostcli.write.review import home, review
from tests.properties import examples

TOP = Path(__file__).parents[2]
SV = language("sv")
NORDHAMN = "program/2012-2015/review.yaml"
AFTER = date(2016, 3, 1)
"""The day that tests/nordhamn/COUNTS.md counts to the end."""
FINGERPRINT = re.compile("[0-9a-f]{64}")


@pytest.fixture(scope="module")
def nordhamn() -> Material:
    material = load(TOP / "examples/nordhamn").editions["2012-2015"].material
    assert material is not None
    return material


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nordhamn before its owner has begun to write."""
    monkeypatch.delenv("PROSTCLI_LANG", raising=False)
    monkeypatch.setattr(sys, "argv", ["prostcli"])
    to = Path(shutil.copytree(TOP / "examples/nordhamn", tmp_path / "nordhamn"))
    (to / NORDHAMN).unlink()
    monkeypatch.chdir(to)
    return to


@pytest.fixture
def stockholm_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The real programme without its owner's words."""
    monkeypatch.delenv("PROSTCLI_LANG", raising=False)
    monkeypatch.setattr(sys, "argv", ["prostcli"])
    for folder in ("program", "reports"):
        shutil.copytree(TOP / folder, tmp_path / folder)
    (tmp_path / "program/2006-2010/review.yaml").unlink()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def words(text: str) -> ReviewWords:
    """The file as the tool reads it."""
    found, misfits = fit(ReviewWords, read(decode(text.encode()), PROGRAMME_LIMITS))
    assert not misfits
    assert found is not None
    return found


def noted(material: Material, text: str) -> dict[str, dict[str, object]]:
    """What is noted as unwritten, by key."""
    file = Filed(home(material.edition), words(text))
    found = run(REVIEW, Scene(replace(material, review_file=file)))
    assert {d.severity.value for d in found} <= {"note"}
    return {str(d.facts.get("key", "decision")): dict(d.facts) for d in found}


def block(text: str, obligation: str) -> str:
    """The comments on a measure, in one line."""
    item = text.split("conclusions:\n")[1].partition(f"- obligation: {obligation}\n")[0]
    lines = item.rpartition("\n\n")[2].splitlines()
    return " ".join(line.strip().removeprefix("#").strip() for line in lines).strip()


# --- as it is made


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("day", ["2013-03-01", "2016-06-01"])
def test_it_is_valid_and_the_review_is_as_without_it(
    root: Path, lang: str, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _valid_and_nothing_said(root, "2012-2015", lang, day, capsys)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_real_programmes_too(
    stockholm_root: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _valid_and_nothing_said(stockholm_root, "2006-2010", lang, "2010-06-30", capsys)


def _valid_and_nothing_said(
    root: Path, edition: str, lang: str, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    common = ["--programme", edition, "--as-of", day]
    path = f"program/{edition}/review.yaml"
    main.run(["validate"])
    assert "PRO8" not in capsys.readouterr().out  # that a file is not there is no finding
    (root / path).write_text("kind: review\n", encoding="utf-8")  # the review lists its files
    main.run([*common, "review"])
    before = capsys.readouterr()
    assert "Ännu inte skrivet" in before.out
    (root / path).unlink()
    assert main.run([*common, "--lang", lang, "new", "review"]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    text = (root / path).read_text(encoding="utf-8")
    schema = f"# yaml-language-server: $schema=../../schema/{edition}/review.schema.json\n"
    assert text.startswith(schema)
    assert max(map(len, text.splitlines())) <= 88
    main.run([*common, "review"])
    after = capsys.readouterr()
    assert FINGERPRINT.sub("", after.out) == FINGERPRINT.sub("", before.out)  # of another file
    assert (after.err, FINGERPRINT.findall(after.out)) != (
        before.err,
        FINGERPRINT.findall(before.out),
    )
    assert main.run(["validate", path, "--strict"]) == 0
    out = capsys.readouterr().out
    assert re.findall(r"PRO\d{3}", out) == [
        "PRO804", "PRO801", "PRO801", "PRO802", "PRO802", "PRO802", "PRO801", "PRO801", "PRO803",
    ]  # fmt: skip


def test_both_languages_say_the_same_in_values(nordhamn: Material) -> None:
    texts = [review(assess(nordhamn, AFTER), language(code)) for code in LANGUAGES]
    assert words(texts[0]) == words(texts[1])
    assert "Hur vet ni det?" in texts[0]
    assert "How do you know?" in texts[1]


def test_one_entry_for_everything_that_there_is(nordhamn: Material) -> None:
    made = words(review(assess(nordhamn, AFTER), SV))
    assert [g.goal for g in made.goals] == ["nagonstans", "saknad", "hjalp"]
    assert [s.section for s in made.sections] == ["1", "2", "3"]
    assert [d.duty for d in made.duties] == ["oppningskonferens", "bemotande"]
    assert [c.obligation for c in made.conclusions] == [
        None, "1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3",
        "3.4",
    ]  # fmt: skip
    assert made.written == ReviewWords(kind="review")


def test_what_a_later_decision_adds_is_not_asked_about_before_it(nordhamn: Material) -> None:
    """2.5 is added on 25 November 2013."""
    for day, there in ((date(2013, 11, 24), False), (date(2013, 11, 25), True)):
        made = words(review(assess(nordhamn, day), SV))
        assert ("2.5" in [c.obligation for c in made.conclusions]) is there


# --- what it tells: n/N by hand from the tables of tests/nordhamn/COUNTS.md


@pytest.mark.parametrize(
    ("day", "obligation", "told"),
    [
        # 2012: N f, Z p, V none; 2013: NV f, F p, Z silent on it; 2014 and 2015: F f.
        (AFTER, '"1.1"',
         ("Den 1 mars 2016: 2012 1/3 (1 saknas); 2013 1/3; 2014 1/1; 2015 1/1. "
         "Saknas 2012: Västra. Frivilligt redovisat av Utbildning 2014.")),
        # 2012: K S F N comply of nine, V none; 2013: all but Z, and H none; 2014: all but Z, only
        # noted; 2015: K S F NV B of eight, U a draft, H not checked, Z none.
        (AFTER, '"1.2"',
         ("Den 1 mars 2016: 2012 4/9 (1 saknas); 2013 6/8 (1 saknas); 2014 7/8; 2015 5/8 (1 "
         "saknas). Saknas 2012: Västra. Saknas 2013: Hamnhem. Saknas 2015: Södra.")),
        # H is written off from August 2014.
        (AFTER, '"1.3"',
         ("Den 1 mars 2016: 2012 0/2; 2013 1/2 (1 saknas); 2014 1/1; 2015 1/1. "
         "Saknas 2013: Hamnhem.")),
        # Once: settled by the report of 2013.
        (AFTER, '"2.3"', "Den 1 mars 2016: 2012 0/1; 2013 1/1; 2014 0/0; 2015 0/0."),
        # Added from 2014; not applicable in 2015.
        (AFTER, '"2.5"', "Den 1 mars 2016: 2014 0/1; 2015 0/0."),
        # The day after the first reports' last day: only V is late with it.
        (date(2013, 3, 1), '"3.1"',
         ("Den 1 mars 2013: 2012 2/4 (1 saknas); 2013 tiden löper; 2014 tiden löper; 2015 tiden "
         "löper. Saknas 2012: Västra.")),
        # The day before it is given to a board: nobody is responsible.
        (date(2013, 4, 14), '"3.2"',
         ("Ingen nämnd är utpekad som ansvarig: ingen väntas redovisa åtgärden. "
         "Frivilligt redovisat av Kommunstyrelsen 2012.")),
    ],
)  # fmt: skip
def test_each_measure_is_told_as_it_stands(
    nordhamn: Material, day: date, obligation: str, told: str
) -> None:
    found = block(review(assess(nordhamn, day), SV), obligation)
    assert found.partition("” ")[2] == told


def test_the_sums_by_year_are_those_counted_by_hand(nordhamn: Material) -> None:
    counts = (TOP / "tests/nordhamn/COUNTS.md").read_text(encoding="utf-8")
    wanted = dict(
        re.findall(r"^\| 2016-03-01 \| (\d{4}) \| \d+ \| (\d+/\d+) \|", counts, re.MULTILINE)
    )
    assert len(wanted) == 4
    text = " ".join(review(assess(nordhamn, AFTER), SV).replace("\n  #", "").split())
    for year, share in wanted.items():
        told = re.findall(rf"{year} (\d+)/(\d+)", text)
        assert f"{sum(int(n) for n, _ in told)}/{sum(int(of) for _, of in told)}" == share


def test_the_review_tells_the_same(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every cell of the table in its first chapter."""
    assert main.run(["--programme", "2012-2015", "--as-of", "2016-03-01", "review"]) in (0, 1)
    table = capsys.readouterr().out
    rows = re.findall(r"^\| (\d\.\d) [^|]*\|(.*)\|$", table, re.MULTILINE)
    assert len(rows) >= 13
    material = load(root).editions["2012-2015"].material
    assert material is not None
    text = review(assess(material, AFTER), SV)
    for obligation, cells in rows[:13]:
        told = block(text, f'"{obligation}"')
        for year, cell in zip(range(2012, 2016), cells.split("|"), strict=True):
            found = re.fullmatch(r"(\d+/\d+|–)(?: \((?:(\d+) saknas)?.*\))?", cell.strip())
            if found is not None:
                share = r"0/\d+" if found[1] == "–" else found[1]  # silence
                missing = rf" \({found[2]} saknas\)" if found[2] else "[;.]"
                assert re.search(f"{year} {share}{missing}", told), (obligation, year)


def test_where_nothing_is_handed_in_only_what_the_programme_says_is_told(
    stockholm: Material,
) -> None:
    """18 district boards and utbildningsnämnden in 2006, 14 and it in 2007; then it alone."""
    bare = replace(stockholm, submitted=(), refused=())
    text = review(assess(bare, date(2010, 6, 30)), SV)
    told = "Antal som skulle redovisa: 19 (2006), 15 (2007), 1 (2008), 1 (2009), 1 (2010)."
    assert block(text, "5.2.1").endswith(told)
    assert "fanns ingen plan och ingen redovisning till och med den 30 juni 2010" in " ".join(
        text.replace("\n#", "").split()
    )
    assert not re.search(r"\d/\d", text.partition("kind: review")[2].replace("s. ", ""))


def test_all_of_many_that_are_silent_are_told_in_one_word(stockholm: Material) -> None:
    """With one plan there is something; then 18 and 14 district boards are silent."""
    from prostcli.model.material import Slot, Submitted
    from prostcli.model.submissions import Plan

    plan = Plan.model_validate({"kind": "plan", "board": "farsta", "year": 2008, "entries": []})
    slot = Slot("reports/2006-2010/farsta/2008-plan.yaml", "farsta", 2008, "plan")
    material = replace(stockholm, submitted=(Submitted(slot, plan),), refused=())
    told = block(review(assess(material, date(2009, 3, 1)), SV), "5.2.4")
    assert told.endswith(
        "Den 1 mars 2009: 2006 0/18 (18 saknas); 2007 0/14 (14 saknas); 2008 0/14 (14 saknas); "
        "2009 tiden löper; 2010 tiden löper. Saknas 2006: ingen av de 18 har redovisat. "
        "Saknas 2007–2008: ingen av de 14 har redovisat."
    )


# --- as it is filled in


PLACES = re.compile(r"^( *)(?:- )?(?:([a-z]+): )?>-$")


def empties(text: str) -> list[tuple[int, str]]:
    """The lines to write under, and the key at the margin that each is part of."""
    found, key = [], ""
    for at, line in enumerate(text.splitlines()):
        if re.match(r"[a-z]", line):
            key = line.partition(":")[0]
        match = PLACES.match(line)
        if match and match[2] != "source":
            found.append((at, key))
    return found


def written(text: str, at: set[int]) -> str:
    """The file with a text under each of those lines, as an official would type it."""
    lines = text.splitlines()
    out = []
    for number, line in enumerate(lines):
        out.append(line)
        if number in at:
            out.append(f"{' ' * (len(line) - len(line.lstrip()))}      Text: med kolon # och 5/7.")
    return "\n".join(out) + "\n"


def decided(text: str) -> str:
    """The decision's lines with `#` and one space taken away, and filled in."""
    for old, new in (
        ("# decision:", "decision:"),
        ("#   date: ÅÅÅÅ-MM-DD", "  date: 2016-05-18"),
        ('#   paragraph: ""', '  paragraph: "§ 61"'),
        ('#   reference: ""', '  reference: "Dnr 1"'),
    ):
        assert text.count(f"{old}\n") == 1
        text = text.replace(f"{old}\n", f"{new}\n")
    return text


def test_when_all_is_written_nothing_is_noted(nordhamn: Material, stockholm: Material) -> None:
    for material in (nordhamn, stockholm):
        text = decided(review(assess(material, AFTER), SV))
        full = written(text, {at for at, _ in empties(text)})
        assert noted(material, full) == {}
        assert words(full) == words(full).written


@examples(20)
@given(data=st.data())
def test_what_is_noted_is_what_stands_empty(nordhamn: Material, data: st.DataObject) -> None:
    text = review(assess(nordhamn, AFTER), SV)
    places = empties(text)
    chosen = data.draw(st.sets(st.sampled_from([at for at, _ in places])))
    found = noted(nordhamn, written(text, chosen))
    left = [key for at, key in places if at not in chosen]
    assert set(found) == {"decision", *left}
    for key in ("goals", "sections", "duties"):
        assert found.get(key, {}).get("count", 0) == left.count(key)
    whole = next(at for at, key in places if key == "conclusions") not in chosen
    if "conclusions" in found:
        assert found["conclusions"]["count"] == left.count("conclusions") - whole


def test_a_proposal_alone_is_a_conclusion(nordhamn: Material) -> None:
    text = review(assess(nordhamn, AFTER), SV)
    entry = '  - obligation: "1.2"\n    proposal:'
    assert text.count(entry) == 1
    found = noted(nordhamn, text.replace(entry, f"{entry} keep"))
    assert "1.2" not in str(found["conclusions"]["named"])
    assert found["conclusions"]["count"] == 12


def test_dozens_are_counted_and_the_first_named(stockholm: Material) -> None:
    found = noted(stockholm, "kind: review\n")
    named = found["duties"]["named"]
    assert isinstance(named, list)
    assert (found["duties"]["count"], found["duties"]["of"]) == (32, 32)
    assert (len(named), named[-1]) == (9, "…")
    assert found["duties"]["ids"] == [d.id for d in stockholm.duties_file.value.duties]


def test_to_diff_what_stands_empty_is_nothing_that_has_been_added(nordhamn: Material) -> None:
    made = words(review(assess(nordhamn, AFTER), SV))
    bare, empty = (
        assess(replace(nordhamn, review_file=Filed(NORDHAMN, value)), AFTER)
        for value in (ReviewWords(kind="review"), made)
    )
    assert list(states(bare, empty)) == []


# --- what may stand empty, and what may not


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("summary:\nperspectives: ''\ncosts: >-\n", []),
        ("goals: [{goal: m1, text: , source: }]\n", []),
        ("duties: [{duty: fest, text: '', source: ''}]\n", []),
        ("conclusions: [{proposal: , text: }, {obligation: '1.1', proposal: ''}]\n", []),
        ("proposal: ['', Ja.]\n", []),
        ("proposal:\n  -\n  - Ja.\n", []),
        ("goals: [{goal: m1}]\n", []),
        ("summary: '  '\n", ["PRO106"]),
        ("summary: 7\n", ["PRO103"]),
        ("conclusions: [{proposal: kanske}]\n", ["PRO107"]),
        ("goals: [{goal: , text: Ja.}]\n", ["PRO103"]),
        ("goals:\n", ["PRO103"]),
        ("proposal:\n", ["PRO103"]),
        ("decision:\n", ["PRO103"]),
        ("decision: {date: 2016-05-18, paragraph: ''}\n", ["PRO106"]),
    ],
)
def test_only_what_is_to_be_written_may_stand_empty(
    stockholm: Material, text: str, codes: list[str]
) -> None:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

    from prostcli.output.schema.schemas import schema

    value = read(decode(f"kind: review\n{text}".encode()), PROGRAMME_LIMITS)
    assert [m.code for m in fit(ReviewWords, value)[1]] == codes
    made = schema(stockholm, SV, "review")
    for goal in value.get("goals") or ():
        goal["goal"] = goal["goal"] and "m1"
    for duty in value.get("duties") or ():
        duty["duty"] = "seminarier"
    for conclusion in value.get("conclusions") or ():
        if "obligation" in conclusion:
            conclusion["obligation"] = "5.1.1"
    assert Draft202012Validator(made).is_valid(value) is not bool(codes)


# --- hostile labels


BAD = st.text(
    st.sampled_from("a:#-&*!|>'\"%@`{}[],? \t\n\r\x0b\x0c\x85\u2028\u2029\ufeff\u202e\x1b\x00é"),
    min_size=1,
    max_size=40,
).map(lambda t: f"x{t}\n  - goal: m9\nkind: plan\n")


@examples(20)
@given(bad=BAD)
def test_no_title_gets_out_of_its_comment(nordhamn: Material, bad: str) -> None:
    said = {"sv": bad}
    programme = nordhamn.programme.model_copy(
        update={
            "short_title": said,
            "costs": said,
            "goals": tuple(
                g.model_copy(update={"label": said, "text": bad}) for g in nordhamn.programme.goals
            ),
            "sections": tuple(
                s.model_copy(update={"label": said}) for s in nordhamn.programme.sections
            ),
        }
    )
    held = nordhamn.obligations_file.value
    measures = held.model_copy(
        update={
            "obligations": tuple(
                o.model_copy(update={"label": said, "text": bad}) for o in held.obligations
            )
        }
    )
    duties = nordhamn.duties_file.value
    hostile_duties = duties.model_copy(
        update={
            "duties": tuple(
                d.model_copy(update={"label": said, "text": bad}) for d in duties.duties
            )
        }
    )
    register = nordhamn.register.model_copy(
        update={
            "boards": tuple(
                b.model_copy(
                    update={
                        "short": bad,
                        "names": tuple(n.model_copy(update={"name": bad}) for n in b.names),
                    }
                )
                for b in nordhamn.register.boards
            )
        }
    )
    hostile = replace(
        nordhamn,
        programme_file=replace(nordhamn.programme_file, value=programme),
        obligations_file=replace(nordhamn.obligations_file, value=measures),
        duties_file=replace(nordhamn.duties_file, value=hostile_duties),
        register_file=replace(nordhamn.register_file, value=register),
    )
    made = review(assess(hostile, AFTER), SV)
    plain = review(assess(nordhamn, AFTER), SV)
    assert _said(made) == _said(plain)
    assert words(made) == words(plain)


def _said(text: str) -> list[str]:
    """The lines that are no comment."""
    return [line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")]


# --- the command


def test_never_over_the_owners_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / NORDHAMN).write_text("kind: review\nsummary: Vårt.\n", encoding="utf-8")
    common = ["--programme", "2012-2015", "--as-of", "2016-03-01"]
    assert main.run([*common, "new", "review"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "finns redan och skrivs inte över" in said.err
    assert "-o -" in said.err
    assert (root / NORDHAMN).read_text(encoding="utf-8") == "kind: review\nsummary: Vårt.\n"
    assert main.run([*common, "new", "review", "-o", "-"]) == 0
    text = capsys.readouterr().out
    assert main.run([*common, "new", "review", "-o", "mall.yaml"]) == 0
    assert (root / "mall.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["review", "kommunstyrelsen"], "tar ingen nämnd och inget år"),
        (["review", "kommunstyrelsen", "2014"], "tar ingen nämnd och inget år"),
        (["revew"], "Menade du review?"),
        (["plan"], "BOARD saknas"),
        (["plan", "kommunstyrelsen"], "YEAR saknas"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_said(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    before = sorted(root.rglob("*"))
    assert main.run(["--programme", "2012-2015", "new", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert len(told.err.splitlines()) == 1
    assert sorted(root.rglob("*")) == before
