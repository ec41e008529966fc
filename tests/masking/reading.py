"""All text that is in what a command left behind, whatever it is wrapped in."""

from __future__ import annotations

import html
import re
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote

import pikepdf

from tests.made_up import ADDRESS, HYPHENED

_DIGITS = HYPHENED.replace("-", "")
_NUMBER = re.compile(r"[\W_]{0,8}".join(_DIGITS))
_BORN = re.compile(rf"(?<![0-9a-f]){_DIGITS[:6]}(?![0-9a-f])")
_LOCAL = ADDRESS.partition("@")[0]


def leaks(data: bytes) -> list[str]:
    """Where the number or the address can be read, with what stands around; empty if nowhere."""
    found = []
    for text in _texts(data):
        plain = re.sub(r"[\\\u00ad\u200b]|&nbsp;", "", text).replace("\u00a0", " ")
        for version in {plain, html.unescape(plain), re.sub(r"<[^>]*>", "", plain), unquote(plain)}:
            places = [m.start() for shape in (_NUMBER, _BORN) for m in shape.finditer(version)]
            places += [m.start() for m in re.finditer(re.escape(_LOCAL), version, re.IGNORECASE)]
            found += [version[max(0, at - 60) : at + 60] for at in places]
    return found


def _texts(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "replace")
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for part in archive.infolist():
                yield part.filename
                yield from _texts(archive.read(part))
    if data.startswith(b"%PDF"):
        told = subprocess.run(
            ["pdftotext", "-", "-"], input=data, capture_output=True, check=True, timeout=60
        )
        yield told.stdout.decode("utf-8", "replace")
        with pikepdf.open(BytesIO(data)) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream):
                    yield bytes(thing.read_bytes()).decode("latin-1")
                elif isinstance(thing, pikepdf.String | pikepdf.Dictionary | pikepdf.Array):
                    yield from _strings(thing)


def _strings(thing: object) -> Iterator[str]:
    """The texts in an object of a PDF: titles, alternatives, contents."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Dictionary):
        for value in thing.as_dict().values():
            yield from _strings(value) if not _is_indirect(value) else ()
    elif isinstance(thing, pikepdf.Array):
        for value in thing.as_list():
            yield from _strings(value) if not _is_indirect(value) else ()


def _is_indirect(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect
