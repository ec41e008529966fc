"""No text gets out of its comment or its block; every carried text reads back as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from prostcli.assessment.cells import assess
from prostcli.characters import composed, is_blank
from prostcli.language import language
from prostcli.load.yaml import Refusal, decode
from prostcli.model.material import Material, Slot, Submitted
from prostcli.model.submissions import Plan, Report
from prostcli.write.scaffold import scaffold
from prostcli.write.text import comment, keyed, plain, quoted
from tests.properties import examples
from tests.write.filling import parsed


def readable(text: str) -> bool:
    """Whether a file may hold it."""
    try:
        return decode(text.encode("utf-8", "surrogatepass")) == text
    except Refusal:
        return False


anything = st.text(max_size=120)
spiced = st.lists(
    st.sampled_from([" ", "  ", "\n", "\n\n", "\t", "#", " #", "# ", ": ", "- ", "'", '"', "---",
                     "%", "&a", "*a", "!", "|", ">-", "{", "]", "å", "\u00a0", "ord", "x" * 60,
                     "\n---\n", "\n...\n", "\nkind: report", "\\", "\\n"]), max_size=20,
).map("".join)  # fmt: skip
# Composed, as the reader gives every text.
texts = (anything | spiced).filter(lambda t: readable(t) and "\r" not in t).map(composed)
texts = texts.filter(lambda t: not is_blank(t))


@given(texts, st.integers(0, 10))
@examples(100, 2500)
def test_a_text_reads_back_as_it_was(text: str, indent: int) -> None:
    lines = keyed("text", text, indent)
    after = " " * indent + "after: word"
    assert parsed("\n".join([*lines, after, ""])) == {"text": text, "after": "word"}
    assert parsed("\n".join(lines) + "\n") == {"text": text}


@given(
    st.text(max_size=200) | spiced, st.integers(0, 10), st.sampled_from(["", "Förra: ", "  x = "])
)
@examples(100, 2500)
def test_a_comment_stays_a_comment(text: str, indent: int, lead: str) -> None:
    lines = comment(text, indent, lead)
    assert all(line.startswith(f"{' ' * indent}#") and "\n" not in line for line in lines)
    whole = "\n".join(["first: 1", *lines, "last: 2", ""])
    assert parsed(whole) == {"first": 1, "last": 2}
    assert len(whole.splitlines()) == len(lines) + 2


@given(st.text(max_size=60).filter(readable))
def test_a_quoted_text_reads_back(text: str) -> None:
    assert parsed(f"a: {quoted(text)}\n") == {"a": composed(text)}


@given(st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}(\.[a-z0-9-]{1,4}){0,2}", fullmatch=True))
@examples(100, 2500)
def test_an_id_reads_back_as_text(id_: str) -> None:
    import yaml

    assert parsed(f"a: [{plain(id_)}]\n") == {"a": [id_]}
    assert yaml.safe_load(f"a: [{plain(id_)}]\n") == {"a": [id_]}  # a YAML 1.1 reader


def test_ids_that_look_like_something_else() -> None:
    assert plain("5.2.4") == "5.2.4"
    assert plain("farsta") == "farsta"
    assert plain("5-2-4-1") == "5-2-4-1"
    for id_ in ("5.1", "1", "no", "null", "2008-01-01", "1e5", "0x1f"):
        assert plain(id_) == f'"{id_}"'


@given(texts, texts, texts, texts)
@examples(40, 750)
def test_hostile_texts_of_last_year(
    lindvik: Material, ongoing: str, activity: str, unit: str, said: str
) -> None:
    plan = Plan.model_validate({"kind": "plan", "board": "teknik", "year": 2021, "entries": [
        {"obligation": "b.2", "ongoing": ongoing},
        {"obligation": "1.1", "no_activity": said},
        {"obligation": "a.2", "activities": [{"id": "x", "text": activity, "unit": unit}]}],
        "answers": [{"question": "barnens-rost", "text": said}]})  # fmt: skip
    report = Report.model_validate({"kind": "report", "board": "teknik", "year": 2021, "entries": [
        {"obligation": "b.2", "outcome": "begun", "summary": said, "obstacles": ongoing,
         "next_steps": activity},
        {"obligation": "a.2", "outcome": "begun", "activities": [
            {"id": "x", "result": "postponed", "comment": said},
            {"text": unit, "result": "partly"}]}]})  # fmt: skip
    kept = tuple(s for s in lindvik.submitted if s.slot.year != 2021)
    material = replace(lindvik, submitted=(*kept, filed(plan), filed(report)))
    text = scaffold(assess(material, date(2021, 12, 1)), language("sv"), "plan", "teknik", 2022)
    value = parsed(text)
    entries = {e["obligation"]: e for e in value["entries"]}
    assert set(value) == {"kind", "board", "year", "entries"}
    assert list(entries) == ["a.2", "b.2", "1.1"]
    assert entries["b.2"] == {"obligation": "b.2", "ongoing": ongoing.strip(), "place": ""}
    [carried] = entries["a.2"]["activities"]
    # What is around a text is no part of it: the models leave it out.
    earlier = {"year": 2021, "id": "x"}
    assert carried == {
        "id": "x", "text": activity.strip(), "unit": unit.strip(), "continues": earlier
    }  # fmt: skip
    assert entries["1.1"]["activities"] == [{"id": "1-1-1", "text": ""}]
    text = scaffold(assess(material, date(2022, 12, 1)), language("sv"), "report", "teknik", 2021)
    value = parsed(text)
    assert set(value) == {"kind", "board", "year", "entries"}
    assert [e["obligation"] for e in value["entries"]] == ["a.1", "a.2", "b.2", "1.1"]
    assert value["entries"][1]["activities"] == [{"id": "x", "result": None}]
    assert value["entries"][2] == {
        "obligation": "b.2", "outcome": None, "summary": "", "evidence": ""}  # fmt: skip


def filed(value: Plan | Report) -> Submitted[Plan | Report]:
    path = f"reports/2020-2022/{value.board}/{value.year}-{value.kind}.yaml"
    return Submitted(Slot(path, value.board, value.year, value.kind), value)
