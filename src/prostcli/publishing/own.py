"""Templates and a Word document of somebody's own: which they were, and finding them again."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from prostcli.documents.provenance import Own
from prostcli.documents.templates import TYPST, template_names, templates_folder
from prostcli.errors import ProstError
from prostcli.personal.search import masked_path

Lack: TypeAlias = Literal["", "missing", "unnamed", "other", "unused"]
"""missing: not given, and nothing says where they are; unnamed: not given, though the document says
where they lay; other: those given are others; unused: some are given, and the document has none."""


_TEXT = (".j2", ".typ")


class Found(NamedTuple):
    """What a document is to be made again with."""

    path: Path | None
    lack: Lack


def own_templates(folder: Path | None, root: Path) -> Own | None:
    """What a document keeps of the templates that it is made with."""
    if folder is not None and not folder.is_dir():
        raise ProstError("no-folder", folder=str(folder))
    if folder is not None and os.path.lexists(folder / TYPST):
        raise ProstError("typst-own", file=str(folder / TYPST))
    if folder is not None and not any((folder / name).is_file() for name in template_names()):
        # Nothing in it would be used, and nobody would be told.
        raise ProstError("no-templates", folder=str(folder), ours=str(templates_folder()))
    return _own(folder, root)


def own_reference(file: Path | None, root: Path) -> Own | None:
    """What it keeps of the Word document that it takes its styles from."""
    if file is not None and not file.is_file():
        raise ProstError("bad-reference", file=str(file))
    return _own(file, root)


def _own(path: Path | None, root: Path) -> Own | None:
    if path is None:
        return None
    place = path.resolve()
    within = None
    if place.is_relative_to(root.resolve()):
        within = place.relative_to(root.resolve()).as_posix()
        if masked_path(within) != within:
            within = None
    return Own(sha256=_fingerprint(path), path=within)


def found(kept: Own | None, given: Path | None) -> Found:
    """What a document is made again with: what is given, and nothing that only the document names.

    A document can be anybody's, and so can what lies where it says: whoever asks has to name it.
    """
    if kept is None:
        return Found(None, "" if given is None else "unused")
    if given is None:
        return Found(None, "missing" if kept.path is None else "unnamed")
    # What is not there is told by who needs it.
    same = given.exists() and _fingerprint(given) == kept.sha256
    return Found(given, "" if same else "other")


def _fingerprint(path: Path) -> str:
    """Of a file its SHA-256; of a folder that of its files' names and fingerprints, in order."""
    if path.is_file() and path.suffix in _TEXT:  # git may write text with other line ends
        return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    if path.is_file():
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    # What is no plain file, as a pipe, is not opened.
    files = {p.relative_to(path).as_posix(): p for p in path.rglob("*") if p.is_file()}
    whole = hashlib.sha256()
    for name in sorted(files):
        if not any(part.startswith((".", "__")) for part in name.split("/")):  # a system's own
            whole.update(f"{_fingerprint(files[name])} {name}\0".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()
