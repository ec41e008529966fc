"""A document as HTML: one file that needs no other, readable by eye, by ear and in print.

What it must be to everyone is EN 301 549 (WCAG 2.1 AA). The layout is a template; the words, the
numbers and their order are the draft's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring

from jinja2 import Environment
from markupsafe import Markup

from prostcli.documents.columns import measured
from prostcli.documents.engine import Draft, html_environment
from prostcli.documents.passages import as_elements, escaped, pieces
from prostcli.documents.templates import filled
from prostcli.documents.tree import PICTURE, containers, headings, marked_words, tree, words
from prostcli.errors import ProstError
from prostcli.escape import html_text
from prostcli.language import Language

NOTE = "Table Note"
"""The style that pandoc gives what stands below a table."""
_ADDRESS = re.compile(r"^(#[\w.-]+|https?://\S+|[\w.-]+\.(html|csv|json|md|pdf|docx)(#[\w.-]+)?)$")


class Body(NamedTuple):
    """What stands in a page, and the headings to find it by."""

    title: str
    """Passages marked."""
    heading: Markup
    """The first heading with what stands before it; empty where there is none."""
    html: Markup
    """The rest."""
    contents: tuple[tuple[int, str, str], ...]
    """Level, id and words of each heading below the title, passages marked."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set."""

    language: Language
    templates: Path | None = None
    marked: bool = False
    """Whether passages in other languages are marked (`foreign.told_in`)."""
    drawn: bool = True
    """Whether pictures are drawn; if not, only their equal tables are shown."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """What the layout asks for beside the body."""


def page(draft: Draft, setting: Setting, layout: str = "document") -> str:
    """A whole page in the layout of that name."""
    press = Press(setting)
    return press.page(press.body(draft), layout)


class Press:
    """Sets pages: the templates are read once for all of them."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.environment = html_environment(
            setting.language, setting.templates, marked=setting.marked
        )

    def text(self, name: str) -> Markup:
        """What stands in a file beside the layouts, as it stands: a style, a script."""
        return Markup(filled(self.environment, name, {}))  # noqa: S704  the tool's own

    def body(self, draft: Draft) -> Body:
        """The inside of a page."""
        return body(draft, self.setting, self.environment)

    def page(self, body: Body, layout: str = "document", **facts: object) -> str:
        """A whole page in the layout of that name, with what it asks for beside the setting's."""
        language = self.setting.language
        every: dict[str, object] = {"provenance": "", "body": body, "lang": language.code}
        every |= {"style": self.text("style.css"), **self.setting.facts, **facts}
        return as_elements(filled(self.environment, f"{layout}.html.j2", every))


def body(draft: Draft, setting: Setting, environment: Environment) -> Body:
    """The inside of a page."""
    root = tree(draft.markdown)
    _links(root)
    for parent in containers(root):
        for at, child in enumerate(list(parent)):
            if child.tag == "table":
                parent[at] = _framed(child)
            elif child.tag == PICTURE:
                parent[at] = _figure(child, draft, setting, environment)
    if not setting.drawn:
        for table in root.iter("table"):
            measured(table)
    title = root.find("h1")
    contents = tuple(headings(root))
    before, end, after = written(root).partition("</h1>")
    heading, rest = (f"{before}{end}", after) if end else ("", before)
    words_of_title = marked_words(title) if title is not None else ""
    return Body(words_of_title, Markup(heading), Markup(rest), contents)  # noqa: S704  `written` escapes


def written(root: Element) -> str:
    """What stands in an element, as HTML."""
    parts = [html_text(root.text or "")]
    for child in root:
        _write(child, parts.append)
    return "".join(parts)


def _write(element: Element, write: Callable[[str], None]) -> None:
    """As `ElementTree.tostring` does, in a fifth of the time: a site is written with it."""
    tag = element.tag
    opening = f"<{tag}"
    for name, value in element.items():
        opening += f' {name}="{html_text(value)}"'
    write(f"{opening}>")
    if tag not in _EMPTY:
        if text := element.text:
            write(html_text(text))
        for child in element:
            _write(child, write)
        write(f"</{tag}>")
    if tail := element.tail:
        write(html_text(tail))


_EMPTY = ("br", "hr", "img", "col", "wbr")


def _links(root: Element) -> None:
    """Links lead within the page, to a page of ours or to the web; nothing else is a link.

    An image would be fetched: what stands for it is told.
    """
    for image in root.iter("img"):
        image.tag, image.text = "span", image.get("alt", "")
        image.attrib.clear()
    for link in root.iter("a"):
        target = link.get("href", "")
        if not _ADDRESS.match(target):
            link.attrib.clear()
            link.tag = "span"
        elif link.get("title"):
            link.set("class", "source")


def _framed(table: Element) -> Element:
    """A table that scrolls by itself where it is wider than the page, also by the keyboard."""
    note = table.attrib.pop("note", "")
    frame = Element("div", {"class": "table"})
    region = SubElement(frame, "div", {"class": "scroll", "tabindex": "0", "role": "group"})
    caption = table.find("caption")
    if caption is not None:
        region.set("aria-label", words(caption))
    for cell in table.iter():
        if cell.tag in ("td", "th") and (align := cell.attrib.pop("align", "")):
            cell.set("class", align)
    region.append(table)
    if note:
        place = SubElement(frame, "div", {"class": "note", "custom-style": NOTE})
        told = escaped(html_text, pieces(note))
        place.append(fromstring(as_elements(f"<p>{told}</p>")))  # noqa: S314  ours, escaped
    frame.tail, table.tail = table.tail, None
    return frame


def _figure(place: Element, draft: Draft, setting: Setting, environment: Environment) -> Element:
    placed = draft.pictures[place.get("name", "")]
    facts = {
        "p": placed.picture,
        "number": placed.number,
        "note": place.get("note", ""),
        "drawn": setting.drawn,
    }
    drawn = filled(environment, f"pictures/{placed.picture.kind}.html.j2", facts)
    try:
        # Our own template with every value escaped: well-formed, and no entity or doctype in it.
        figure = fromstring(as_elements(drawn))  # noqa: S314
    except ParseError as error:
        own = setting.templates
        file = own / f"pictures/{placed.picture.kind}.html.j2" if own is not None else None
        if file is None or not file.is_file():
            raise  # it is the tool's own
        line = error.position[0]
        raise ProstError("unfit-picture", template=str(file), line=line) from error
    figure.tail = place.tail
    return figure
