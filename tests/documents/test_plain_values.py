"""What templates are given is plain: texts, numbers, days and named tuples, and nothing else.

A template can be a stranger's. What it cannot reach it cannot use: so each value that any template
is given is walked, as it is and as it is declared, for whatever the files of tomorrow may hold.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

import pytest
from jinja2 import Environment
from markupsafe import Markup
from pydantic import BaseModel

from prostcli.documents import engine, html
from prostcli.documents.templates import _Loader, filled, template_names
from prostcli.documents.views import show
from prostcli.language import language
from prostcli.model.programme import Dissent
from prostcli.publishing.document import Order, publish
from prostcli.publishing.site import QUICK, publication
from prostcli.usecases import view

LINDVIK = Path(__file__).parents[1] / "lindvik"
PLAIN = (str, Markup, int, float, bool, date, type(None))
OF_ANY_TUPLE = {*dir(NamedTuple("Any", [])), "__orig_bases__"}


def odd_values(value: object, way: str, seen: dict[int, object]) -> Iterator[str]:
    """Where a value holds anything that is not plain."""
    if type(value) in PLAIN or id(value) in seen:
        return
    seen[id(value)] = value
    if type(value) is tuple or (isinstance(value, tuple) and hasattr(value, "_fields")):
        names = getattr(value, "_fields", range(len(value)))
        for name, held in zip(names, value, strict=True):
            yield from odd_values(held, f"{way}.{name}", seen)
    else:
        yield f"{way}: {type(value).__name__}"


def odd_types(hint: Any, way: str, seen: set[object]) -> Iterator[str]:
    """Where what is declared may hold anything that is not plain, or can do anything."""
    origin = get_origin(hint)
    if hint in PLAIN or origin is Literal or hint in seen:
        return
    if origin in (Union, types.UnionType, tuple):
        for part in get_args(hint):
            if part is not Ellipsis:
                yield from odd_types(part, way, seen)
    elif isinstance(hint, type) and issubclass(hint, tuple) and hasattr(hint, "_fields"):
        seen.add(hint)
        own = set(vars(hint)) - OF_ANY_TUPLE - set(hint._fields)
        yield from (f"{hint.__name__}.{name} is no field" for name in sorted(own))
        for name, part in get_type_hints(hint).items():
            yield from odd_types(part, f"{hint.__name__}.{name}", seen)
    else:
        yield f"{way}: {hint}"


class Given(NamedTuple):
    """What templates were given."""

    names: set[str]
    """Those that were read."""
    facts: list[tuple[str, object]]


@pytest.fixture(scope="module")
def given() -> Iterator[Given]:
    """Everything that templates are given for every document, page and text, in each language."""
    found = Given(set(), [])

    def noted(environment: Environment, name: str, facts: Mapping[str, object]) -> str:
        found.facts.extend((f"{name}: {key}", value) for key, value in facts.items())
        return filled(environment, name, facts)

    get_source = _Loader.get_source

    def read(self: _Loader, environment: Environment, template: str) -> Any:
        found.names.add(template)
        return get_source(self, environment, template)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Loader, "get_source", read)
        patch.setattr(engine, "filled", noted)
        patch.setattr(html, "filled", noted)
        seen = view(LINDVIK, date(2023, 4, 1))
        locate, assessment = seen.workspace.locate, seen.assessment
        material = assessment.material
        for words in (language("sv"), language("en")):
            publication(seen, words, makers=QUICK)
            publish(seen, Order("md", words, "skola", 2022))
            shown: dict[str, Callable[..., object]] = {
                "obligation": show.obligation_shown, "board": show.board_shown,
                "duty": show.duty_shown, "question": show.question_shown,
            }  # fmt: skip
            first = {
                "obligation": next(iter(material.obligation)), "board": next(iter(material.boards)),
                "duty": material.duties_file.value.duties[0].id,
                "question": material.programme.questions[0].id,
            }  # fmt: skip
            for kind, make in shown.items():
                made = make(assessment, words, locate, first[kind])
                engine.text(f"show-{kind}", words, str, s=made)
        yield found


def test_every_template_was_read(given: Given) -> None:
    """Else a page that is added would not be looked at."""
    assert [n for n in template_names() if n.endswith(".j2") and n not in given.names] == []


def test_what_templates_are_given_is_plain(given: Given) -> None:
    seen: dict[int, object] = {}
    odd = [o for way, value in given.facts for o in odd_values(value, way, seen)]
    assert odd == []
    assert len(seen) > 1000


def test_what_templates_can_be_given_is_plain(given: Given) -> None:
    seen: set[object] = set()
    kinds = {type(v) for _, value in given.facts for v in (value, *_inside(value))} - {tuple}
    assert [o for kind in kinds for o in odd_types(kind, "", seen)] == []
    assert {"Review", "Annex", "Site", "BoardShown", "Body"} <= {k.__name__ for k in kinds}


def _inside(value: object) -> tuple[object, ...]:
    return value if type(value) is tuple else ()


class Able(NamedTuple):
    """Can do something."""

    name: str

    def act(self) -> None: ...


class Behind(NamedTuple):
    """Has a model behind it."""

    given: tuple[tuple[Dissent, ...], str]


def test_what_is_not_plain_is_found() -> None:
    model = Dissent(kind="statement", parties=("xy",))
    for value in (
        model,
        [1],
        {"a": 1},
        print,
        Dissent,
        types,
        ((model,),),
        Behind(((model,), "a")),
    ):
        assert [*odd_values(value, "", {})]
    assert [*odd_types(Able, "", set())] == ["Able.act is no field"]
    for hint in (Behind, BaseModel, dict[str, str], tuple[object, ...], Any, type):
        assert [*odd_types(hint, "", set())]
