"""No value made from a file can hold the number of a person, whatever is made of it afterwards."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any, Literal, get_origin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from prostcli.model.fields import Dotted, Slug, Text
from prostcli.personal.glance import may_point_at_someone
from prostcli.personal.search import publishable
from tests.made_up import ADDRESS, EARLY, HYPHENED, MASKED, PERSONAL
from tests.masking.planting import MODELS, Leaf, leaves
from tests.personal.lists import lines

FORMS = (HYPHENED, PERSONAL, f"19{PERSONAL}", f"{PERSONAL[:6]} {PERSONAL[6:]}")


def _every_leaf() -> list[Leaf]:
    found: dict[tuple[Any, ...], Leaf] = {}
    for model in MODELS:
        for leaf in leaves(model):
            found.setdefault((leaf.key, str(leaf.hint), str(leaf.marks)), leaf)
    return list(found.values())


LEAVES = _every_leaf()


def _kind(leaf: Leaf) -> str:
    """How it is known that no number of a person can stand there; "" if it is not."""
    hint = leaf.hint
    if get_origin(hint) is Literal or hint is bool:
        return "words of ours"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "words of ours"
    if leaf.is_text or leaf.is_id:
        return "text or id"
    return "checked" if _refuses(leaf) else ""


def _refuses(leaf: Leaf) -> bool:
    """Whether the type by itself takes no number, in any form, as it is."""
    hint = leaf.hint
    for mark in reversed(leaf.marks):
        hint = _annotated(hint, mark)
    adapter = TypeAdapter[Any](hint)
    for form in (*FORMS, EARLY, int(PERSONAL), int(f"19{PERSONAL}"), f"L{EARLY}"):
        try:
            made = adapter.validate_python(form)
        except ValidationError:
            continue
        if publishable(str(made)) != str(made):
            return False
    return True


def _annotated(hint: Any, mark: Any) -> Any:
    return Annotated[hint, mark]


def test_there_are_leaves_of_every_kind() -> None:
    """Else the next test might look at nothing."""
    assert len({leaf.key for leaf in LEAVES if leaf.is_text}) > 90
    assert len({leaf.key for leaf in LEAVES if leaf.is_id}) > 50
    assert ("Figure", "value") in {leaf.key for leaf in LEAVES if _kind(leaf) == "checked"}


def test_a_number_of_days_or_words_that_is_not_bounded_is_told_apart() -> None:
    assert not _kind(Leaf(("X", "x"), int, ()))
    assert not _kind(Leaf(("X", "x"), str, ()))


@pytest.mark.parametrize(
    "leaf", LEAVES, ids=[f"{'.'.join(o.key)}-{n}" for n, o in enumerate(LEAVES)]
)
def test_no_key_of_any_model_takes_a_number_as_it_is(leaf: Leaf) -> None:
    assert _kind(leaf), f"{leaf.key}: make it one of the types of model/fields.py"


@pytest.mark.parametrize("form", FORMS)
def test_a_text_is_masked_sign_by_sign(form: str) -> None:
    said = TypeAdapter[str](Text).validate_python(f"Möt {form} kl. 10, {ADDRESS}.")
    assert len(said) == len(f"Möt {form} kl. 10, {ADDRESS}.")
    assert said.startswith("Möt ***")
    assert not set("23456789") & set(said)
    assert said.endswith(" kl. 10, ****.*********@*******.***.")


@pytest.mark.parametrize(
    "harmless", ["Dnr 2007-811218", "den 26 april 2007, § 14", "tfn 08-508 25 000"]
)
def test_a_text_that_holds_no_number_is_left_as_it_is(harmless: str) -> None:
    assert TypeAdapter[str](Text).validate_python(harmless) == harmless


@pytest.mark.parametrize("kind", [Slug, Dotted], ids=["slug", "dotted"])
@pytest.mark.parametrize(
    "form", [HYPHENED, PERSONAL, f"19{PERSONAL}", f"a-{HYPHENED}", f"{PERSONAL}-a"]
)
def test_a_number_is_no_id(kind: Any, form: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter[Any](kind).validate_python(form)
    assert refused.value.errors()[0]["type"] == "personal_number"
    nearly = form.replace(PERSONAL[-1], str((int(PERSONAL[-1]) + 1) % 10))
    assert TypeAdapter[Any](kind).validate_python(nearly) == nearly  # the check digit is wrong


_PIECES = st.sampled_from(
    [HYPHENED, PERSONAL, PERSONAL[:6], PERSONAL[6:], ADDRESS, MASKED, "\u200b", "\u00ad", "\u115f",
     "\n", " ", "-", f'<b title="{"x" * 50}">', "(at)", "@", "a", "ö", "1", "2007", "\uff18",
     "&#56;", "\u0308", "\u2800"]
)  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=3), max_size=12).map("".join))
@example(f"{PERSONAL[:6]}\u115f{PERSONAL[6:]}")
@example("anna.andersson(a\u200bt)example.org")
@example(f'<b title="{"a" * 60}">'.join(HYPHENED))
def test_nothing_odd_that_would_be_masked_passes_the_glance(text: str) -> None:
    if publishable(text) != text:
        assert may_point_at_someone(text)


def test_no_way_of_writing_passes_the_glance() -> None:
    masked = [way.text for way in lines("ways.txt") if publishable(way.text) != way.text]
    assert len(masked) > 150
    assert [text for text in masked if not may_point_at_someone(text)] == []
