"""A document as Word, made from its HTML by pandoc: the working copy, in the city's own style."""

from __future__ import annotations

import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from prostcli.documents.engine import Draft, html_environment
from prostcli.documents.extras import needed
from prostcli.documents.html import NOTE, Setting, body
from prostcli.documents.passages import plain
from prostcli.documents.provenance import WORD_PART, Programs
from prostcli.errors import ProstError

LOCALES = {"sv": "sv-SE", "en": "en-GB"}
_RELATION = (
    '<Relationship Id="prostcli" Target="../{part}" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/customXml"/>'
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SECONDS = 120
"""More than pandoc needs for the largest document that was tried; then something is wrong."""


def word(draft: Draft, setting: Setting, recipe: str, as_of: date, reference: Path | None) -> bytes:
    """The document with its headings, header rows and language tagged.

    `reference` is a Word file whose styles are taken. The same input gives the same bytes: the
    times in the file are the day that the document is about.
    """
    needed("word")
    from pypandoc import get_pandoc_path

    if reference is not None and not _is_word(reference):
        raise ProstError("bad-reference", file=str(reference))
    environment = html_environment(setting.language, setting.templates, marked=setting.marked)
    made = body(draft, replace(setting, drawn=False), environment)
    title = plain(made.title)
    lang = LOCALES.get(setting.language.code, setting.language.code)
    html = (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body>{made.heading}{made.html}</body></html>"
    )
    moment = int(datetime(as_of.year, as_of.month, as_of.day, 12, tzinfo=UTC).timestamp())
    with TemporaryDirectory() as folder:
        output = Path(folder) / "document.docx"
        command = [
            get_pandoc_path(), "--sandbox", "--from=html", "--to=docx", f"--output={output}",
            "--shift-heading-level-by=-1", f"--metadata=lang:{lang}",
            f"--metadata=title:{title}",
        ]  # fmt: skip
        if reference is not None:
            command.append(f"--reference-doc={reference.absolute()}")
        clock = {"SOURCE_DATE_EPOCH": str(moment), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        try:
            subprocess.run(
                command, input=html.encode(), env=clock, check=True, timeout=_SECONDS,
                capture_output=True,
            )  # fmt: skip
        except (subprocess.SubprocessError, OSError) as error:
            if reference is not None and isinstance(error, subprocess.CalledProcessError):
                raise ProstError("reference-unfit", file=str(reference)) from error
            raise ProstError("word-failed", reason=type(error).__name__) from error
        return _finished(output.read_bytes(), recipe, own_style=reference is None)


def _is_word(file: Path) -> bool:
    """Whether it has what a Word document has; pandoc would take any other ZIP, and no style."""
    try:
        with zipfile.ZipFile(file) as parts:
            return {"word/document.xml", "word/styles.xml"} <= set(parts.namelist())
    except (zipfile.BadZipFile, OSError):
        return False


def set_by() -> Programs:
    """The program that makes the parts of the file, and its version."""
    needed("word")
    from pypandoc import get_pandoc_version

    return {"pandoc": get_pandoc_version()}


def _finished(data: bytes, recipe: str, *, own_style: bool) -> bytes:
    """With the recipe in it; in our own style on A4, with quiet lines and small text in tables."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for item in old.infolist():
            part = old.read(item)
            if item.filename == "word/document.xml":
                part = _tables_set(part, own_style=own_style)
            if item.filename == "word/_rels/document.xml.rels":
                relation = _RELATION.format(part=WORD_PART).encode()
                part = part.replace(b"</Relationships>", relation + b"</Relationships>")
            _put(new, item.filename, part)
        kept = f'<?xml version="1.0" encoding="UTF-8"?><recipe>{escape(recipe)}</recipe>'
        _put(new, WORD_PART, kept.encode())
    return made.getvalue()


def _tables_set(part: bytes, *, own_style: bool) -> bytes:
    """First columns told to be headers; lines between rows; text that fits many columns."""
    for prefix, name in re.findall(rb'xmlns:(\w+)="([^"]+)"', part[:_NAMESPACES]):
        ET.register_namespace(prefix.decode(), name.decode())
    root = ET.fromstring(part)  # noqa: S314  pandoc's own
    for table in root.iter(f"{_W}tbl"):
        look = table.find(f"{_W}tblPr/{_W}tblLook")
        if look is not None:
            look.set(f"{_W}firstColumn", "1")
        if own_style:
            _lined(table)
            columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
            size = "18" if columns <= _FEW else "16" if columns <= _SOME else "14"
            for run in table.iter(f"{_W}r"):
                _sized(run, size)
    if own_style:
        for paragraph in root.iter(f"{_W}p"):
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            if style is not None and style.get(f"{_W}val") == NOTE.replace(" ", ""):
                for run in paragraph.iter(f"{_W}r"):
                    _sized(run, "16")
        _on_a4(root)
    made: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return made


_NAMESPACES = 4096
"""The first bytes, in which all names of namespaces stand."""
_FEW, _SOME = 5, 9


def _lined(table: ET.Element) -> None:
    properties = table.find(f"{_W}tblPr")
    if properties is not None:
        borders = ET.Element(f"{_W}tblBorders")
        line = {"val": "single", "sz": "4", "space": "0", "color": "C4C8CC"}
        for side in ("bottom", "insideH"):
            ET.SubElement(borders, f"{_W}{side}", {f"{_W}{k}": v for k, v in line.items()})
        properties.insert(_place(properties, "tblBorders"), borders)


_ORDER = (
    "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize",
    "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar",
    "tblLook", "tblCaption", "tblDescription",
)  # fmt: skip
"""The order that the format demands of what is said of a table."""


def _place(properties: ET.Element, name: str) -> int:
    """Where a new element goes among those that are there."""
    before = _ORDER[: _ORDER.index(name)]
    return sum(child.tag.removeprefix(_W) in before for child in properties)


def _sized(run: ET.Element, size: str) -> None:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        properties = ET.Element(f"{_W}rPr")
        run.insert(0, properties)
    if properties.find(f"{_W}sz") is None:
        ET.SubElement(properties, f"{_W}sz", {f"{_W}val": size})


def _on_a4(root: ET.Element) -> None:
    """The page that is used here, in twentieths of a point, with margins of two centimetres."""
    for section in root.iter(f"{_W}sectPr"):
        for name, values in (
            ("pgSz", {"w": "11906", "h": "16838"}),
            ("pgMar", {"top": "1134", "right": "1134", "bottom": "1134", "left": "1134",
                       "header": "567", "footer": "567", "gutter": "0"}),
        ):  # fmt: skip
            old = section.find(f"{_W}{name}")
            if old is not None:
                section.remove(old)
            ET.SubElement(section, f"{_W}{name}", {f"{_W}{k}": v for k, v in values.items()})


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, data)
