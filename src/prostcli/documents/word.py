"""A document as Word, made from its HTML by pandoc: the working copy, in the city's own style."""

from __future__ import annotations

import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from prostcli.documents.engine import Draft, html_environment
from prostcli.documents.extras import needed
from prostcli.documents.html import Setting, body
from prostcli.documents.provenance import WORD_PART
from prostcli.errors import ProstError

LOCALES = {"sv": "sv-SE", "en": "en-GB"}
_RELATION = (
    '<Relationship Id="prostcli" Target="../{part}" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/customXml"/>'
)
_SECONDS = 120
"""More than pandoc needs for the largest document that was tried; then something is wrong."""


def word(draft: Draft, setting: Setting, recipe: str, as_of: date, reference: Path | None) -> bytes:
    """The document with its headings, header rows and language tagged.

    `reference` is a Word file whose styles are taken. The same input gives the same bytes: the
    times in the file are the day that the document is about.
    """
    needed("word")
    from pypandoc import get_pandoc_path

    if reference is not None and not zipfile.is_zipfile(reference):
        raise ProstError("bad-reference", file=str(reference))
    made = body(draft, replace(setting, drawn=False), html_environment(setting.language))
    lang = LOCALES.get(setting.language.code, setting.language.code)
    html = (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{escape(made.title)}</title></head><body>{made.html}</body></html>"
    )
    moment = int(datetime(as_of.year, as_of.month, as_of.day, 12, tzinfo=UTC).timestamp())
    with TemporaryDirectory() as folder:
        output = Path(folder) / "document.docx"
        command = [
            get_pandoc_path(), "--sandbox", "--from=html", "--to=docx", f"--output={output}",
            "--shift-heading-level-by=-1", f"--metadata=lang:{lang}",
            f"--metadata=title:{made.title}",
        ]  # fmt: skip
        if reference is not None:
            command.append(f"--reference-doc={reference.absolute()}")
        environment = {"SOURCE_DATE_EPOCH": str(moment), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        try:
            subprocess.run(
                command, input=html.encode(), env=environment, check=True, timeout=_SECONDS,
                capture_output=True,
            )  # fmt: skip
        except (subprocess.SubprocessError, OSError) as error:
            raise ProstError("word-failed", reason=type(error).__name__) from error
        return _finished(output.read_bytes(), recipe)


def _finished(data: bytes, recipe: str) -> bytes:
    """With the recipe in it, and first columns told to be headers where Word can know it."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for item in old.infolist():
            part = old.read(item)
            if item.filename == "word/document.xml":
                part = part.replace(b'w:firstColumn="0"', b'w:firstColumn="1"')
            if item.filename == "word/_rels/document.xml.rels":
                relation = _RELATION.format(part=WORD_PART).encode()
                part = part.replace(b"</Relationships>", relation + b"</Relationships>")
            _put(new, item.filename, part)
        kept = f'<?xml version="1.0" encoding="UTF-8"?><recipe>{escape(recipe)}</recipe>'
        _put(new, WORD_PART, kept.encode())
    return made.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, data)
