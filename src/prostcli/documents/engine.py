"""Templates filled in with views. Whatever comes from a file is escaped unless we made it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import UnionType

from jinja2 import Environment, StrictUndefined, TemplateError
from markupsafe import Markup

from prostcli.documents.bounds import text_of
from prostcli.documents.passages import (
    Parts,
    between_signs,
    ends_with,
    escaped,
    first_letter,
    pieces,
    plain,
    said,
    shortened,
    whole,
)
from prostcli.documents.sources import Source, anchor, label, where
from prostcli.documents.templates import environment_of, filled
from prostcli.documents.views.pictures import Bars, Grid, Matrix, Picture
from prostcli.errors import ProstError
from prostcli.escape import html_text, markdown_paragraphs, markdown_text, markdown_title
from prostcli.language import Language
from prostcli.model.fields import line_ranges

_NO_BREAK = "\u00a0"
_TIE = "&nbsp;"
"""A space that no line ends at, as our templates write it: of Markdown, so that every form that is
set from a draft has it. Markdown for people has a plain one, to be searched for."""
_OUR_TIE = re.compile(rf"(?<!\\){_TIE}")
"""What a file says has a backslash before each `&`."""
_SIGN = re.compile(r"(§|\b[Dd]nr) (?=\S)")
_SHORT = 24
_BLANK_LINES = re.compile(r"\n\n\n+")
_CELL_END = re.compile(r"(?<=\S) {2,}\|")

Escape = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture with the number that it and its table have in the document."""

    picture: Picture
    number: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that other forms are set from: its Markdown with places for its pictures."""

    markdown: str
    pictures: Mapping[str, Placed]
    """By name."""


Link = Callable[[Source], str]
"""Where the mark of a source leads."""


def to_list(source: Source) -> str:
    """To the file in the document's own list of sources."""
    return f"#{anchor(source)}"


def markdown(
    template: str,
    language: Language,
    templates: Path | None = None,
    link: Link = to_list,
    **views: object,
) -> str:
    """A Markdown document: `template` is its name without language and ending, `review`.

    A source's mark, `[K12:7]`, is a link; where the links lead stands at the end. Of a picture its
    equal table is shown.
    """
    drafting = Drafting(language, templates)
    return drafting.markdown(drafting.draft(template, link, **views))


def draft(
    template: str,
    language: Language,
    templates: Path | None = None,
    link: Link = to_list,
    **views: object,
) -> Draft:
    """The same document with places for its pictures, to set in another form."""
    return Drafting(language, templates).draft(template, link, **views)


class Drafting:
    """Documents of one language, one at a time: each template is read once, each text escaped once.

    What a document has so far is kept here while it is drawn: its numbers, its pictures, its marks.
    """

    def __init__(
        self, language: Language, templates: Path | None = None, *, marked: bool = False
    ) -> None:
        """`marked`: whether passages in other languages are (`foreign.told_in`)."""
        self.language = language
        self._own = templates
        self._link: Link = to_list
        self._numbered = 0
        self._used: set[Source] = set()
        self._places: dict[str, Placed] = {}
        self._paths: dict[str, str] = {}
        self._marks: dict[Source, Markup] = {}
        self._definitions: dict[tuple[Link, Source], str] = {}
        parts = pieces if marked else whole
        self._safe = _safely(markdown_text, parts)
        environment = _environment(language, templates, markdown_text, parts)
        self._environment = environment
        environment.filters |= {
            "block": partial(_block, parts), "mark": self._mark, "word": _word, "tied": tied,
            "day": lambda day: tied(language.day(day)),
        }  # fmt: skip
        environment.globals |= {
            "caption": self._caption, "numbered": self._numbered_caption,
            "picture": self._picture, "place": self._place,
        }  # fmt: skip

    def register(self, name: str, made: Callable[[str], str]) -> None:
        """Let templates ask for something that is found by a name: as a filter."""
        self._environment.filters[name] = made

    def draft(self, template: str, link: Link = to_list, **views: object) -> Draft:
        """A document with places for its pictures."""
        self._link, self._numbered, self._used, self._places = link, 0, set(), {}
        drawn = _rendered(self._environment, f"{self.language.code}/{template}.md.j2", views)
        links = "".join(self._definition(source) for source in sorted(self._used, key=_in_order))
        if self._own is not None:
            self._must_be_settable(drawn, self._own)
        return Draft(f"{drawn}\n{links}" if links else drawn, self._places)

    def _must_be_settable(self, drawn: str, own: Path) -> None:
        """Refuse what only templates of one's own can have written."""
        odd = [m[0] for m in _NO_TEXT.finditer(drawn)]
        odd += [m[1] for m in _PICTURE.finditer(drawn) if m[1] not in self._places]
        if odd:
            raise ProstError("unfit-templates", folder=str(own), sign=odd[0])

    def markdown(self, draft: Draft) -> str:
        """A draft as a document for people: of each picture its equal table."""

        def table(place: re.Match[str]) -> str:
            placed = draft.pictures[place[1]]
            name = f"pictures/{placed.picture.kind}.md.j2"

            facts = {"p": placed.picture, "number": placed.number}
            return _rendered(self._environment, name, facts).rstrip()

        text = _PICTURE.sub(table, draft.markdown)
        return plain(_OUR_TIE.sub(" ", _PLACE.sub(r'<a id="\1"></a>', text)))

    def _definition(self, source: Source) -> str:
        """Where a mark leads: on every page of a site to the same place."""
        key = self._link, source
        definition = self._definitions.get(key)
        if definition is None:
            path = self._paths.get(source.path)
            if path is None:
                path = self._paths[source.path] = markdown_title(source.path)
            title = self.language.term("source-place", path=path, line=source.line)
            definition = f'[{label(source)}]: <{self._link(source)}> "{title}"\n'
            self._definitions[key] = definition
        return definition

    def _mark(self, source: Source) -> Markup:
        """A source's mark."""
        _must_be(Source, source)
        self._used.add(source)
        mark = self._marks.get(source)
        if mark is None:
            mark = self._marks[source] = Markup(f"[{label(source)}]")  # noqa: S704  letters, numbers
        return mark

    def _place(self, name: str) -> Markup:
        """A place that links lead to: what `tree` knows; in Markdown for people it is HTML."""
        if not _NAME.fullmatch(name):
            raise TemplateError("not a name of a place")
        return Markup(f"[](<#!{name}>)")  # noqa: S704  ours: letters and numbers, or an id

    def _caption(self, text: str) -> Markup:
        """What stands above a table, with the number that it gets."""
        self._numbered += 1
        return self._numbered_caption(self._numbered, text)

    def _numbered_caption(self, number: int, text: str) -> Markup:
        caption = _term(self.language, "caption", number=number, text=text)
        return Markup(f"**{self._safe(caption)}**")  # noqa: S704  escaped

    def _picture(self, picture: Picture) -> Markup:
        """The place of a picture, with the number that it and its table get."""
        _must_be(Grid | Bars | Matrix, picture)
        self._numbered += 1
        self._places[picture.name] = Placed(picture, self._numbered)
        return Markup(f"```picture\n{picture.name}\n```")  # noqa: S704  a slug of ours


class Tied(str):
    """A text of which some spaces are such that no line ends at them."""

    __slots__ = ()


def tied(text: str) -> Tied:
    """A date, or the number of a paragraph or a case: kept on one line if that is short.

    A longer one is only kept from ending a line at the sign before its number.
    """
    if len(text) <= _SHORT:
        return Tied(text.replace(" ", _NO_BREAK))
    return Tied(_SIGN.sub(rf"\1{_NO_BREAK}", text))


def _in_order(source: Source) -> tuple[int, int]:
    return source.number, source.line


_PICTURE = re.compile(r"^```picture\n(.+)\n```$", re.MULTILINE)
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What can stand in no page."""
_NAME = re.compile(r"[\w.-]+")
_PLACE = re.compile(rf"\[\]\(<#!({_NAME.pattern})>\)")
"""No text from a file can look like these: its signs are escaped."""


def text(
    template: str,
    language: Language,
    escape: Escape,
    templates: Path | None = None,
    **views: object,
) -> str:
    """A plain text for a terminal, each value made safe by `escape`."""
    environment = _environment(language, templates, escape)
    thousands = language.thousands.replace(_NO_BREAK, " ")
    environment.filters["number"] = partial(_number, thousands)
    environment.filters["where"] = where
    return _rendered(environment, f"{language.code}/{template}.txt.j2", views)


def html_environment(
    language: Language, templates: Path | None = None, *, marked: bool = False
) -> Environment:
    """Templates of HTML, each value escaped; what is filled is to go through `as_elements`."""
    environment = _environment(language, templates, html_text, pieces if marked else whole)
    environment.filters |= {
        "number": _number, "shortened": shortened, "plain": plain, "first_word": _first_word,
    }  # fmt: skip
    return environment


def _environment(
    language: Language, templates: Path | None, escape: Escape, parts: Parts = whole
) -> Environment:
    environment = environment_of(templates, partial(_inert, _safely(escape, parts)))
    environment.filters["day"] = language.day
    environment.filters["number"] = partial(_number, language.thousands)
    environment.filters["listed"] = partial(_listed, language)
    environment.filters["lines"] = _lines
    environment.filters["upper_first"] = _upper_first
    environment.filters["stop"] = _stop
    environment.filters["lower_first"] = _lower_first
    environment.filters["term"] = environment.globals["term"] = partial(_term, language)
    return environment


def _rendered(environment: Environment, name: str, views: Mapping[str, object]) -> str:
    lines = [line.rstrip(" \t") for line in filled(environment, name, views).split("\n")]
    lines = [_CELL_END.sub(" |", line) if "  |" in line else line for line in lines]
    drawn = _BLANK_LINES.sub("\n\n", "\n".join(lines))
    return f"{drawn.strip()}\n"


def _safely(escape: Escape, parts: Parts) -> Callable[[str], Markup]:
    """This is where values are made safe: each text once, since names and words come again."""

    @cache
    def safe(text: str) -> Markup:
        return Markup(escaped(escape, parts(text)))  # noqa: S704  escaped

    return safe


def _inert(escape: Callable[[str], Markup], value: object) -> Markup:
    """What a template writes of a value. A document never says None, True or a Python object."""
    if type(value) is str:  # most are
        return escape(value)
    if isinstance(value, Markup):
        return value
    if isinstance(value, Tied):
        return Markup(str(escape(str(value))).replace(_NO_BREAK, _TIE))  # noqa: S704  escaped
    if isinstance(value, StrictUndefined):
        str(value)  # raises, with the name that is missing
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TemplateError(f"not a text: {type(value).__name__}")
    return escape(str(value))


def _block(parts: Parts, value: str) -> Markup:
    """A text of several paragraphs, for a place of its own."""
    made = (
        between_signs(language, paragraph)
        for language, part in parts(value)
        for paragraph in markdown_paragraphs(part)
    )
    return Markup("\n\n".join(made))  # noqa: S704  `markdown_paragraphs` escapes


def _word(word: str, language: str) -> Markup:
    """A word of a template's own in a language that is not its own."""
    return Markup(said(markdown_text(word), language))  # noqa: S704  escaped


def _term(language: Language, key: str, **facts: object) -> str:
    """A term of the language. What holds others is no fact of one."""
    for fact in facts.values():
        for part in fact if isinstance(fact, list | tuple) else (fact,):
            text_of(part)
    return language.term(key, **facts)


def _listed(language: Language, parts: Iterable[object]) -> str:
    """`a, b och c`."""
    if isinstance(parts, str):
        raise TemplateError("a text is no list")
    return language.listed(text_of(part) for part in parts)


def _must_be(kind: type | UnionType, value: object) -> None:
    """What a template asks for something else than it can have is told it."""
    if not isinstance(value, kind):
        raise TemplateError(f"not for {type(value).__name__}")


def _number(thousands: str, value: int) -> str:
    """A whole number with its thousands apart."""
    return f"{value:,}".replace(",", thousands)


def _lines(lines: str) -> str:
    """`L25-27, L404` as `25–27, 404`."""
    return ", ".join(f"{a}–{b}" if a != b else str(a) for a, b in line_ranges(lines))


def _first_word(value: str) -> str:
    return value.split(" ", 1)[0]


def _lower_first(value: str) -> str:
    return first_letter(str.lower, value)


def _stop(value: str) -> str:
    """A sentence with its full stop, which may stand within a quotation."""
    ends = (".", "!", "?", "…")
    return value if ends_with(value, (*ends, *(f"{e}”" for e in ends))) else f"{value.rstrip()}."


def _upper_first(value: str) -> str:
    return first_letter(str.upper, value)
