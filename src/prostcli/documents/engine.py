"""Templates filled in with views. Whatever comes from a file is escaped unless we made it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from importlib import resources
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
)
from markupsafe import Markup

from prostcli.documents.sources import Source
from prostcli.errors import ProstError
from prostcli.escape import markdown_paragraphs, markdown_text
from prostcli.language import Language
from prostcli.model.fields import line_ranges
from prostcli.personal.search import publishable

_NO_BREAK = "\u00a0"
_BLANK_LINES = re.compile(r"\n{3,}")
_CELL_END = re.compile(r"(?<=\S) {2,}\|")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)

Escape = Callable[[str], str]


def templates_folder() -> Path:
    """The tool's own templates: beside the code in a wheel, the top folder of a checkout."""
    packaged = Path(str(resources.files("prostcli"))) / "templates"
    checkout = Path(__file__).resolve().parents[3] / "templates"
    return packaged if packaged.is_dir() else checkout


def document_language(asked: str) -> str:
    """The language of documents: the one asked for if there are templates in it, else Swedish."""
    return asked if (templates_folder() / asked / "review.md.j2").is_file() else "sv"


def markdown(
    template: str, language: Language, templates: Path | None = None, **views: object
) -> str:
    """A Markdown document: `template` is its name without language and ending, `review`.

    A source's mark, `[K12:7]`, is a link to the file in the list of sources; where the links lead
    stands at the end.
    """
    environment = _environment(language, templates, markdown_text)
    environment.filters["block"] = _block
    environment.filters["number"] = _number
    used: set[Source] = set()

    def mark(source: Source) -> Markup:
        used.add(source)
        return Markup(f"[{source.label}]")  # noqa: S704

    environment.filters["mark"] = mark
    drawn = _rendered(environment, f"{language.code}/{template}.md.j2", views)
    links = "".join(f"[{s.label}]: #{s.anchor}\n" for s in sorted(used))
    return f"{drawn}\n{links}" if links else drawn


def text(
    template: str,
    language: Language,
    escape: Escape,
    templates: Path | None = None,
    **views: object,
) -> str:
    """A plain text for a terminal, each value made safe by `escape`."""
    environment = _environment(language, templates, escape)
    environment.filters["number"] = partial(_number, space=" ")
    return _rendered(environment, f"{language.code}/{template}.txt.j2", views)


def _environment(language: Language, templates: Path | None, escape: Escape) -> Environment:
    if templates is not None and not templates.is_dir():
        raise ProstError("no-folder", folder=str(templates))
    folders = [f for f in (templates, templates_folder()) if f is not None]
    environment = Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        # Values pass through finalize; what it, a macro or a filter of ours has made is Markup.
        autoescape=True,
        finalize=partial(_inert, escape),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["day"] = language.day
    environment.filters["listed"] = lambda parts: language.listed(str(p) for p in parts)
    environment.filters["lines"] = _lines
    environment.filters["upper_first"] = _upper_first
    environment.filters["stop"] = _stop
    environment.filters["lower_first"] = _lower_first
    environment.filters["term"] = language.term
    return environment


def _rendered(environment: Environment, name: str, views: dict[str, object]) -> str:
    try:
        drawn = environment.get_template(name).render(**views)
    except TemplateNotFound as error:
        raise ProstError("no-template", template=str(error)) from error
    except TemplateError as error:
        where = getattr(error, "name", None) or name
        raise ProstError("bad-template", template=where, why=str(error)) from error
    drawn = _CELL_END.sub(" |", drawn)
    drawn = _BLANK_LINES.sub("\n\n", _TRAILING.sub("", drawn))
    return f"{drawn.strip()}\n"


def _inert(escape: Escape, value: object) -> Markup:
    """What a template writes of a value. A document never says None, True or a Python object."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, StrictUndefined):
        str(value)  # raises, with the name that is missing
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TemplateError(f"not a text: {type(value).__name__}")
    return Markup(escape(publishable(str(value))))  # noqa: S704  this is where values are made safe


def _block(value: str) -> Markup:
    """A text of several paragraphs, for a place of its own."""
    return Markup("\n\n".join(markdown_paragraphs(publishable(value))))  # noqa: S704  the same


def _number(value: int, space: str = _NO_BREAK) -> str:
    """A whole number with its thousands apart."""
    return f"{value:,}".replace(",", space)


def _lines(lines: str) -> str:
    """`L25-27, L404` as `25–27, 404`."""
    return ", ".join(f"{a}–{b}" if a != b else str(a) for a, b in line_ranges(lines))


def _lower_first(value: str) -> str:
    return value[:1].lower() + value[1:]


def _stop(value: str) -> str:
    """A sentence with its full stop."""
    return value if value.rstrip().endswith((".", "!", "?", "…")) else f"{value.rstrip()}."


def _upper_first(value: str) -> str:
    return value[:1].upper() + value[1:]
