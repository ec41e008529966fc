"""What typst does not tell in a PDF: row headers, words for signs, and where links lead.

A link by typst to a place of ours costs so much that a thousand pages of them take twice the time;
so links and places come as addresses, `to:7` and `at:k12`, and get their meaning here.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from prostcli.documents.blocks import Blocks, Link, heard
from prostcli.documents.drawings import Data
from prostcli.documents.provenance import as_comments

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


_TEXT = ("/P", "/Lbl", "/Link")
"""Elements that hold a text and nothing below it that is looked for here."""


def finished(data: bytes, content: Blocks, recipe: str) -> bytes:
    """The file with the rest told and its recipe, and with an id that is made of what it holds.

    With row headers in place, the lists of column headers that typst gives each cell would be half
    the truth: what heads a cell follows from where it stands. A cell of nothing but signs gets the
    words for them, since many a screen reader says nothing at a sign.
    """
    import pikepdf

    with pikepdf.open(BytesIO(data)) as document:
        texts = list(heard(content.blocks))
        tables = list(_below(document.Root.StructTreeRoot, "/Table", past=(*_TEXT, "/L")))
        if len(texts) != len(tables):  # some stand in lists; to look there takes seconds
            tables = list(_below(document.Root.StructTreeRoot, "/Table"))
        if len(texts) != len(tables):  # a layout of somebody's own
            texts = [None] * len(tables)
        for table, text in zip(tables, texts, strict=True):
            _head(table, text)
        _lead(document, content.links)
        made = BytesIO()
        document.save(
            made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    body, mark, end = made.getvalue().rpartition(_END)
    return body + as_comments(recipe) + mark + end


_END = b"startxref\n"
"""What tells where the table of objects is. Before it a comment moves nothing."""


def _lead(document: Pdf, links: list[Link]) -> None:
    """Let each link lead where it should; what stood as a link for a place's sake is none."""
    from pikepdf import Array, Name, NumberTree

    elements = NumberTree(document.Root.StructTreeRoot.ParentTree)
    places: dict[str, Object] = {}
    leading: list[tuple[Object, Link]] = []
    for page in document.pages:
        kept: list[Object] = []
        annotations = page.obj.get("/Annots")
        for annotation in annotations.as_list() if annotations is not None else ():
            action = annotation.get("/A")
            uri = str(action.URI) if action is not None and "/URI" in action else ""
            kind, _, rest = uri.partition(":")
            if kind == "at":
                left, _, _, top = annotation.Rect.as_list()
                places[f"#{rest}"] = Array([page.obj, Name.XYZ, left, top, 0])
                element = elements[int(annotation.StructParent)]
                around = element.P
                around.K = Array([k for k in around.K.as_list() if k != element])
                del elements[int(annotation.StructParent)]
                continue
            if kind == "to":
                leading.append((annotation, links[int(rest)]))
            kept.append(annotation)
        if annotations is not None:
            page.obj.Annots = Array(kept)
    for annotation, link in leading:
        annotation.Contents = link.told
        if link.to in places:
            annotation.Dest = places[link.to]
            del annotation["/A"]
        else:
            annotation.A.URI = link.to


def _head(table: Object, texts: Data) -> None:
    """Make the first cell of each row in the body its header; give the others their words."""
    from pikepdf import Name

    for cell in _below(table, "/TH", "/TD"):
        facts = _of_table(cell)
        if "/Headers" in facts:
            del facts["/Headers"]
    rows = [r for body in _below(table, "/TBody") for r in _below(body, "/TR")]
    for number, row in enumerate(rows):
        first, *others = _below(row, "/TH", "/TD")
        if first.S == "/TD":
            first.S = Name.TH
            _of_table(first)["/Scope"] = Name.Row
        if isinstance(texts, list) and texts:
            words_of_row = texts[number]
            assert isinstance(words_of_row, list)  # noqa: S101  as `heard` says
            for cell, text in zip(others, words_of_row, strict=True):
                _told(cell, text)


def _told(cell: Object, text: Data) -> None:
    """Give a cell its words, and their language if all of them are in another."""
    if isinstance(text, dict):
        cell.Lang = text["lang"]
        text = text["text"]
    if isinstance(text, str):
        cell.ActualText = text


def _of_table(cell: Object) -> Object:
    """What is told of a cell as a cell."""
    from pikepdf import Array, Dictionary, Name

    given = cell.get("/A")
    facts = list(given.as_list()) if isinstance(given, Array) else []
    for fact in facts:
        if fact.get("/O") == "/Table":
            return fact
    cell.A = Array([Dictionary(O=Name.Table), *facts])
    made: Object = cell.A[0]
    return made


def _below(element: Object, *kinds: str, past: tuple[str, ...] = _TEXT) -> Iterator[Object]:
    """The elements of these kinds below one, and none that is inside another of them.

    What is inside those of `past` is passed over: there are thousands, and to read each takes long.
    """
    from pikepdf import Array, Dictionary

    kids = element.get("/K")
    for kid in kids.as_list() if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            if kid.S in kinds:
                yield kid
            elif kid.S not in past:
                yield from _below(kid, *kinds, past=past)
