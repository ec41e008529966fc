"""What a document rests on: told in it, and kept in it so that it can be made again and checked."""

from __future__ import annotations

import html
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Annotated, Literal, Self, TypeAlias
from urllib.parse import quote

from pydantic import Field, ValidationError, field_validator, model_validator

from prostcli.documents.sources import Source
from prostcli.errors import ProstError
from prostcli.language import LANGUAGES
from prostcli.model.fields import Model
from prostcli.model.history import NOT_IN_GIT, UNCOMMITTED, InGit

Form: TypeAlias = Literal["md", "html", "pdf", "docx"]
WORD_PART = "customXml/item1.xml"
"""Where a Word file keeps its recipe: a part for data of one's own."""
_LINE = b"%prostcli "
"""How the lines of a PDF begin that keep it: comments, right before the end of the file."""
_LONGEST = 240
"""Bytes of it on a line: lines of a PDF should hold at most 255."""
_IN_MARKDOWN = re.compile(r"^<!-- prostcli (\{.*\}) -->\r?$", re.MULTILINE)
_IN_PDF = re.compile(rb"(?:^%prostcli [^\r\n]*\r?\n)+", re.MULTILINE)
_IN_HTML = re.compile(r'<meta name="prostcli" content="([^"]*)">')


@dataclass(frozen=True, slots=True)
class Provenance:
    """The files behind a document."""

    git: InGit = NOT_IN_GIT
    sha256: Mapping[str, str] = field(default_factory=dict)
    """Of each file as git has it, else as it is, in hexadecimal."""


UNKNOWN = Provenance()


Programs: TypeAlias = dict[str, Annotated[str, Field(max_length=40)]]
"""Versions by the name of the program."""
Sha256: TypeAlias = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Own(Model):
    """Templates, or a Word document to take styles from, that are not the tool's."""

    sha256: Sha256
    """Of the document; of a folder, of its files' names and fingerprints."""
    path: Annotated[str, Field(max_length=1000)] | None = None
    """From the workspace's root. None where it lies elsewhere: that would tell of a computer."""

    @field_validator("path")
    @classmethod
    def _within(cls, path: str | None) -> str | None:
        if path is not None:
            odd = not path.isprintable() or "\\" in path or ":" in path
            if odd or path.startswith("/") or ".." in path.split("/"):
                raise ValueError("not a path of the workspace")
        return path


class Recipe(Model):
    """All that has to be known to make a document again from its repository."""

    version: Literal[1] = 1
    tool: Annotated[str, Field(max_length=40)]
    """The version of prostcli."""
    edition: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
    as_of: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    form: Form
    board: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")] | None = None
    year: Annotated[int, Field(ge=1000, le=9999)] | None = None
    commit: Annotated[str, Field(pattern=r"^([0-9a-f]{40,64})?$")] = ""
    """The last commit that changed any of the files; empty where git did not have them all so."""
    files: dict[str, Sha256]
    """SHA-256 by path."""
    templates: Own | None = None
    reference: Own | None = None
    programs: Programs | None = None
    """The versions of those that set it, where the form needs any."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        date.fromisoformat(self.as_of)
        if self.language not in LANGUAGES:
            raise ValueError("not a language of ours")
        if (self.board is None) != (self.year is None):
            raise ValueError("a board and a year go together")
        return self


def written(recipe: Recipe) -> str:
    """A recipe as text on one line, with nothing in it that ends a comment or opens an element."""
    text = json.dumps(recipe.model_dump(exclude_none=True), sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("--", "-\\u002d")


def as_comments(recipe: str) -> bytes:
    """A recipe as lines of a PDF: read without unpacking anything, whatever a file may hold."""
    data = recipe.encode()
    parts = (data[at : at + _LONGEST] for at in range(0, len(data), _LONGEST))
    return b"".join(b"%s%s\n" % (_LINE, part) for part in parts)


def recipe_in(data: bytes) -> Recipe:
    """The recipe that a document keeps. Raises `ProstError` where it keeps none."""
    text = _kept(data)
    if text is None:
        raise ProstError("no-recipe")
    try:
        return Recipe.model_validate_json(text)
    except ValidationError as error:
        raise ProstError("no-recipe") from error


def _kept(data: bytes) -> str | None:
    if data.startswith(b"%PDF"):
        return _in_pdf(data)
    if data.startswith(b"PK"):
        return _in_word(data)
    text = data.decode("utf-8", "replace")
    found = _IN_MARKDOWN.findall(text)
    if found:
        return str(found[-1])
    found = _IN_HTML.findall(text)
    return html.unescape(found[0]) if found else None


def _in_word(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if archive.getinfo(WORD_PART).file_size > _LARGEST:
                return None
            text = archive.read(WORD_PART).decode("utf-8", "replace")
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError):
        return None  # NotImplementedError, of a packing that Python does not know, is among them
    _, start, rest = text.partition("<recipe>")
    kept, end, _ = rest.rpartition("</recipe>")
    return html.unescape(kept) if start and end else None


def _in_pdf(data: bytes) -> str | None:
    found = _IN_PDF.findall(data)
    if not found:
        return None
    lines = found[-1].splitlines()
    return b"".join(line.removeprefix(_LINE) for line in lines).decode("utf-8", "replace")


_LARGEST = 16 * 2**20
"""Bytes: of what a Word file keeps, more than a city with 100,000 files needs."""


def forge_link(template: str, git: InGit, source: Source) -> str | None:
    """The address of a line on the city's forge; None where git has the file otherwise, or not."""
    touched = git.files.get(source.path)
    if not git.commit or touched is None or touched == UNCOMMITTED:
        return None
    path = quote(f"{git.prefix}{source.path}")
    facts = {"commit": git.commit, "path": path, "line": str(source.line)}
    return re.sub(r"\{(commit|path|line)\}", lambda m: facts[m[1]], template)
