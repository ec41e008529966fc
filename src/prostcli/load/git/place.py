"""Where git keeps its things, found without git: a command that needs no more starts no program."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from prostcli.errors import ProstError
from prostcli.load.files import Unreadable, native, read_bytes

_MOST_NAMED = 1024 * 1024
"""Bytes of a file that names a folder: git reads no larger `.git`."""
_MOST_SETTINGS = 4 * 1024 * 1024
"""Bytes of a file with settings, or with a list of other stores of objects."""
_MOST_FOLDERS = 100_000
"""Folders that are looked at: a link may lead to a whole disk."""


class NotPlain(ProstError):  # noqa: N818  one of those that are told
    """Git would wait for a pipe. Not as when it cannot tell, which some commands do without."""


def top_of_repository(folder: Path) -> Path:
    """The nearest folder upward that git keeps its things in; the folder itself if there is none.

    Links are followed first. In a worktree or a submodule `.git` is a file.
    """
    whole = folder.resolve()
    return next((f for f in (whole, *whole.parents) if os.path.lexists(f / ".git")), whole)


def git_folder(top: Path) -> Path | None:
    """The folder with the settings and the index of just this working tree."""
    named = top / ".git"
    if named.is_dir():
        return named
    try:
        told = read_bytes(os.path.realpath(named), _MOST_NAMED)
    except Unreadable:
        return None
    key, _, path = _named(told).partition(": ")
    return top / path if key == "gitdir" and path else None


def must_be_plain(top: Path) -> None:
    """Refuse a repository with a pipe or a device in it: git would wait for one for ever.

    Whatever git might open is looked at by its kind, and not opened. Not by its name: a ref can
    name all that lies in git's folder. A pipe that is put there only now is not seen.
    """
    looked = _Looked()
    try:
        for folder in (top, *top.parents):
            if os.path.lexists(folder / ".git") and looked.ends_at(folder):
                return
            # Where git goes on upward it has asked the folder itself whether it is a repository.
            for name in ("HEAD", "commondir"):
                looked.kind(str(folder / name))
    except _OddError:
        raise NotPlain("broken-repository", folder=str(top)) from None


class _OddError(Exception):
    """What git might wait for, or what cannot be looked at without it."""


@dataclass
class _Looked:
    """What has been looked at, so that nothing is twice."""

    folders: set[str] = field(default_factory=set)
    stores: set[str] = field(default_factory=set)
    settings: set[str] = field(default_factory=set)

    def ends_at(self, top: Path) -> bool:
        """Look at all that a folder's `.git` leads to; whether git surely looks no further up."""
        kind = self.kind(str(top / ".git"))
        kept = git_folder(top)
        if kept is None:
            return kind == stat.S_IFREG  # git gives up
        here = str(kept)
        self.below(here)
        index = kept / "index"
        # One that leads nowhere is for git one with nothing in it.
        if os.path.lexists(index) and not index.is_file():
            raise _OddError
        shared = _named(self.read(f"{here}/commondir", _MOST_NAMED))
        common = os.path.join(here, shared) if shared else here  # noqa: PTH118  may be any text
        self.below(common)
        self.objects(f"{common}/objects")
        self.included([f"{f}/{n}" for f in (here, common) for n in ("config", "config.worktree")])
        return kind == stat.S_IFREG or _is_surely_taken(here, common)

    def kind(self, path: str) -> int:
        """The kind of what is there, or of what it leads to; 0 for nothing.

        A socket keeps nobody waiting, since it cannot be opened. Git's own monitor leaves one.
        """
        try:
            found = stat.S_IFMT(os.stat(path).st_mode)  # noqa: PTH116  of thousands
        except (OSError, ValueError):
            return 0
        if found not in (stat.S_IFREG, stat.S_IFDIR, stat.S_IFSOCK):
            raise _OddError
        return found

    def below(self, folder: str) -> None:
        """Look at all that lies in a folder and in those below it, also behind links."""
        waiting = [os.path.realpath(folder)]
        while waiting:
            here = waiting.pop()
            if here in self.folders:
                continue
            self.folders.add(here)
            if len(self.folders) > _MOST_FOLDERS:
                raise _OddError
            try:
                with os.scandir(here) as there:
                    for entry in there:
                        if entry.is_file(follow_symlinks=False):
                            continue
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append(entry.path)
                        elif self.kind(entry.path) == stat.S_IFDIR:
                            waiting.append(os.path.realpath(entry.path))
            except OSError:  # it is not there, or shut: to us alone, or to git as well
                if os.path.isdir(here) and os.access(here, os.X_OK):  # noqa: PTH112
                    raise _OddError from None

    def objects(self, store: str) -> None:
        """Look at the other stores that a store of objects borrows from (gitrepository-layout)."""
        waiting = [store]
        while waiting:
            here = os.path.realpath(waiting.pop())
            if here in self.stores:
                continue
            self.stores.add(here)
            self.below(here)
            told = self.read(f"{here}/info/alternates", _MOST_SETTINGS).partition(b"\0")[0]
            for line in _text(told).split("\n"):
                if line.startswith('"'):  # as a string of C; git itself writes none
                    raise _OddError
                if line and not line.startswith("#"):
                    waiting.append(os.path.normpath(os.path.join(here, line)))  # noqa: PTH118

    def included(self, files: list[str]) -> None:
        """Look at the files that settings include, whatever the condition, and at theirs."""
        waiting = list(files)
        while waiting:
            folder, name = os.path.split(waiting.pop())
            folder = os.path.realpath(folder)
            path = f"{folder}/{name}"
            if path in self.settings:
                continue
            self.settings.add(path)
            for value in includes(_text(self.read(path, _MOST_SETTINGS))):
                if value.startswith("%("):  # below where git is installed: only git knows
                    raise _OddError
                named = os.path.expanduser(value)  # noqa: PTH111  may be any text
                waiting.append(os.path.join(folder, named))  # noqa: PTH118  the same

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a file, or of the one that it leads to; none where git could read none."""
        if self.kind(path) != stat.S_IFREG:
            return b""
        try:
            return read_bytes(os.path.realpath(path), limit)
        except Unreadable as error:
            if error.code == "PRO001":
                return b""
            raise _OddError from None


def includes(text: str) -> Iterator[str]:
    """The paths that a file of settings includes, as they are written (git-config(1)).

    Git reads on until a line that it does not know. Here such a line is passed over: rather a file
    too many than one too few.
    """
    if "include" not in text.lower():
        return
    import re

    whole = r"""
        [#;][^\n]*
        | \[(?P<section>[a-z0-9.-]++)(?:\s++"(?:[^"\\\n]|\\.)*+")?\]
        | (?<![a-z0-9-])(?P<key>[a-z][a-z0-9-]*+)[ \t]*+=
          (?P<value>(?:[^"\\\n#;]|\\[\s\S]|"(?:[^"\\\n]|\\[\s\S])*+")*+)
    """
    section = ""
    for found in re.finditer(
        whole, text.replace("\r\n", "\n"), re.VERBOSE | re.IGNORECASE | re.ASCII
    ):
        if found["section"]:
            section = found["section"].lower()
        elif (found["key"] or "").lower() == "path" and section.startswith("include"):
            value = found["value"].replace("\\\n", "").strip(" \t\r\n")
            plain = re.sub(r'"|\\(.)', lambda one: _ESCAPED.get(one[1], one[1] or ""), value)
            yield plain.partition("\0")[0]


_ESCAPED = {"n": "\n", "t": "\t", "b": "\b"}


def _is_surely_taken(kept: str, common: str) -> bool:
    """Whether git takes a folder for its own, and does not go on upward as if it were not there."""
    try:
        head = read_bytes(f"{kept}/HEAD", _MOST_NAMED)
    except Unreadable:
        return False
    is_hash = len(head) >= 40 and set(head[:40]) <= set(b"0123456789abcdef")  # noqa: PLR2004
    return (is_hash or head.startswith(b"ref: refs/")) and all(
        os.access(f"{common}/{name}", os.X_OK) for name in ("objects", "refs")
    )


def _named(told: bytes) -> str:
    """The one path that a file names."""
    return _text(told.rstrip(b"\r\n").partition(b"\0")[0])


def _text(told: bytes) -> str:
    """What a file says, as the system takes paths."""
    return native(told.decode("utf-8", "surrogateescape"))
