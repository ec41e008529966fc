"""A document as a tree: our Markdown read back, so that every other form is set from the same text.

The tree has the elements of HTML, since they name what a document is made of: h1-h6, p, ul, ol,
li, blockquote, table, strong, em, a. Beyond what Markdown says it knows some things by where they
stand:

- a block of code of the kind `picture` is the place of a picture, named by what stands in it;
- a paragraph all in bold right before a table is its caption, and one all in italics right after a
  table or a picture is its note;
- the first cell of each row is the row's header, and a row with nothing but a first cell in bold is
  the header of the rows that follow, which are a `tbody` of their own;
- a passage in another language stands between signs of its own (`passages`): a span with lang;
- a heading has an id made of its words, for links.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from prostcli.documents.passages import as_elements, between_signs

ANCHOR = "#!"
"""A link to `#!k12` is no link but the place `k12` that others lead to."""
PICTURE = "picture"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NO_WORD = re.compile(r"[^a-z0-9]+")


def tree(markdown: str) -> Element:
    """The document, below one element `document`. Raw HTML is never read as such."""
    import cmarkgfm

    html = cmarkgfm.markdown_to_html_with_extensions(markdown, 0, extensions=["table"])
    # The parser writes XHTML and escapes all text, so that this is well-formed whatever it says.
    # It is our own output: no entity or doctype can be in it.
    root = fromstring(f"<document>{as_elements(html)}</document>")  # noqa: S314
    _places(root)
    _tables(root)
    _named(root)
    _pictures(root)
    return root


def words(element: Element) -> str:
    """The text of an element without its markup."""
    return "".join(element.itertext()).strip()


def marked_words(element: Element) -> str:
    """The text of an element without its markup, but with its passages marked."""
    return "".join(_marked(element)).strip()


def _marked(element: Element) -> Iterator[str]:
    if element.tag == "span" and (language := element.get("lang")):
        yield between_signs(language, "".join(element.itertext()))
    else:
        yield element.text or ""
        for child in element:
            yield from _marked(child)
            yield child.tail or ""


def _places(root: Element) -> None:
    for link in root.iter("a"):
        target = link.get("href", "")
        if target.startswith(ANCHOR):
            del link.attrib["href"]
            link.tag = "span"
            link.set("id", target[len(ANCHOR) :])


def containers(root: Element) -> list[Element]:
    """The elements that blocks stand in. All others, and they are most, hold parts of lines."""
    return [root, *root.iter("blockquote"), *root.iter("li")]


def _tables(root: Element) -> None:
    for parent in containers(root):
        children = list(parent)
        for at, table in enumerate(children):
            if table.tag != "table":
                continue
            before = children[at - 1] if at else None
            after = children[at + 1] if at + 1 < len(children) else None
            if before is not None and (bold := _only(before, "strong")) is not None:
                caption = Element("caption")
                caption.text, caption[:] = bold.text, list(bold)
                table.insert(0, caption)
                parent.remove(before)
            if after is not None and (note := _only(after, "em")) is not None:
                table.set("note", marked_words(note))
                parent.remove(after)
            _headers(table)


def _only(paragraph: Element, tag: str) -> Element | None:
    """The one child of a paragraph, or of a row's header, that holds nothing else."""
    if paragraph.tag not in ("p", "th") or len(paragraph) != 1 or (paragraph.text or "").strip():
        return None
    child = paragraph[0]
    return child if child.tag == tag and not (child.tail or "").strip() else None


def _headers(table: Element) -> None:
    for cell in table.iterfind("thead/tr/th"):
        cell.set("scope", "col")
    body = table.find("tbody")
    if body is None:
        return
    groups = [Element("tbody")]
    for row in body:
        first, *others = list(row)
        first.tag = "th"
        first.set("scope", "row")
        bold = _only(first, "strong")
        if bold is not None and others and not any(words(c) for c in others):
            first.text, first[:] = bold.text, list(bold)
            first.set("scope", "rowgroup")
            first.set("colspan", str(len(row)))
            row[:] = [first]
            groups.append(Element("tbody"))
        groups[-1].append(row)
    table.remove(body)
    table.extend(group for group in groups if len(group))


def _named(root: Element) -> None:
    taken: set[str] = set()
    for heading in root.iter():
        if heading.tag in HEADINGS:
            name = wanted = _slug(words(heading))
            count = 1
            while name in taken:
                count += 1
                name = f"{wanted}-{count}"
            taken.add(name)
            heading.set("id", name)


def _slug(text: str) -> str:
    """`7. Åtgärderna` as `7-atgarderna`. Sources' places are `k12`: no heading is only that."""
    letters = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return f"h-{_NO_WORD.sub('-', plain)[:60].strip('-')}"


def _pictures(root: Element) -> None:
    for parent in containers(root):
        children = list(parent)
        for at, block in enumerate(children):
            code = block.find("code") if block.tag == "pre" else None
            if code is not None and code.get("class") == f"language-{PICTURE}":
                name = words(block)
                block.clear()
                block.tag = PICTURE
                block.set("name", name)
                after = children[at + 1] if at + 1 < len(children) else None
                if after is not None and (note := _only(after, "em")) is not None:
                    block.set("note", marked_words(note))
                    parent.remove(after)


def headings(root: Element, *, deepest: int = 3) -> Iterator[tuple[int, str, str]]:
    """Level, id and words, passages marked, of each heading down to a level, the title left out."""
    for element in root.iter():
        if element.tag in HEADINGS and 1 < (level := int(element.tag[1])) <= deepest:
            yield level, element.get("id", ""), marked_words(element)
