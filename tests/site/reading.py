"""Pages read back by another reader than the one that wrote them."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"meta", "br", "hr", "img", "link", "input", "col", "wbr"}


class Tag(NamedTuple):
    """An element as it begins, and the names of those it lies in."""

    name: str
    attributes: dict[str, str]
    inside: tuple[str, ...]


class Read(HTMLParser):
    """A page: its elements, and its text."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.open: list[str] = []
        self.feed(page.decode("utf-8"))
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {k: v or "" for k, v in attrs}, tuple(self.open)))
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):  # type: ignore[union-attr]
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self.open), data))

    def all(self, name: str) -> list[Tag]:
        """The elements of a name."""
        return [t for t in self.tags if t.name == name]

    def ids(self) -> list[str]:
        """The ids, as often as they stand."""
        return [t.attributes["id"] for t in self.tags if "id" in t.attributes]

    def text(self, inside: str = "body") -> str:
        """The text inside an element, on one line."""
        said = "".join(text for where, text in self.texts if inside in where)
        return " ".join(said.split())
