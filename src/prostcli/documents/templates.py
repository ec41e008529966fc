"""The templates themselves: the tool's own, and those of a city in place of them.

They are read, compiled once, and filled. What is wrong in one of a city's own is told with its
place; in one of ours it is our own fault.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.loaders import split_template_path
from markupsafe import Markup

from prostcli.documents.bounds import SECONDS, OverrunError
from prostcli.documents.faults import Fault, beginning, fault
from prostcli.errors import ProstError
from prostcli.model.fields import without_persons

TYPST = "review.typ"
"""How a PDF is set: a program, and so always the tool's own."""


def templates_folder() -> Path:
    """The tool's own templates: beside the code in a wheel, the top folder of a checkout."""
    checkout = Path(__file__).resolve().parents[3] / "templates"
    return _packaged() if _packaged().is_dir() else checkout


def _packaged() -> Path:
    return Path(str(resources.files("prostcli"))) / "templates"


def template_names() -> list[str]:
    """What the tool's own templates are called; one of a city's own is called as one of them."""
    folder = templates_folder()
    files = (p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
    names = sorted(n.as_posix() for n in files if not n.parts[0].startswith("__"))
    return [name for name in names if name != TYPST]


def document_language(asked: str) -> str:
    """The language of documents: the one asked for if there are templates in it, else Swedish."""
    return asked if (templates_folder() / asked / "review.md.j2").is_file() else "sv"


def environment_of(own: Path | None, finalize: Callable[[object], Markup]) -> Environment:
    """What fills the templates; every value that they write passes through `finalize`.

    `own`: a city's folder with templates in place of the tool's.
    """
    if own is not None and not own.is_dir():
        raise ProstError("no-folder", folder=str(own))
    options: dict[str, Any] = {
        "loader": _Loader(own),
        "undefined": StrictUndefined,
        # What finalize, a macro or a filter of ours has made is Markup; anything else is escaped.
        "autoescape": True,
        "finalize": finalize,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
    }
    if own is None:
        return Environment(bytecode_cache=_compiled(), **options)  # noqa: S701  above
    from prostcli.documents.sandbox import Sandbox

    return Sandbox(**options)


def filled(environment: Environment, name: str, facts: Mapping[str, object]) -> str:
    """A template filled with facts, as it stands."""
    meter = getattr(environment, "meter", None)
    if meter is not None:
        meter.begin()
    with _own_faults_told(environment):
        return environment.get_template(name).render(**facts)


class _Loader(FileSystemLoader):
    """Templates of one's own, if there are any, before the tool's."""

    def __init__(self, own: Path | None) -> None:
        # As it is, without a link or a `..`: Jinja takes these out of the names of files by the
        # letter, and the steps of an error are told from the program's own by those names.
        self.place = own.resolve() if own is not None else None
        super().__init__([*([self.place] if self.place is not None else ()), templates_folder()])
        self.own = own

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, its file, and whether it is still as it was."""
        if self.own is not None and self.place is not None:
            own = self.own.joinpath(*split_template_path(template))
            if own.is_file():
                if not own.resolve().is_relative_to(self.place):
                    raise ProstError("template-link", template=str(own))
                in_utf8(own)
        text, file, current = super().get_source(environment, template)
        return without_persons(text) if self.own is not None else text, file, current


def in_utf8(own: Path) -> bytes:
    """What stands in a template of one's own; `ProstError` where it is no UTF-8."""
    with own.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ProstError("template-large", template=str(own), limit=_LARGEST // 1000)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _bad(own, line, Fault("encoding")) from error
    return data


_LARGEST = 1_000_000
"""Bytes of a template; the largest of ours has some 20,000."""


class _Compiled(FileSystemBytecodeCache):
    """What cannot be kept, on a full disk or so, is compiled again next time."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _compiled() -> FileSystemBytecodeCache | None:
    """Our templates as compiled before: compiling them is more than half of what a review costs.

    What is compiled is code, and nobody reads it over. So it is kept where the program itself is
    installed, and never beside the templates of a checkout: a branch could bring it there. Where
    the folder cannot be written to, they are compiled each time.
    """
    if templates_folder() == _packaged():
        folder = _packaged() / "__pycache__"
    elif sys.prefix != sys.base_prefix:
        folder = Path(sys.prefix) / "prostcli-templates"
    else:
        return None
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        if os.access(folder, os.W_OK):
            return _Compiled(str(folder), "%s.cache")
    return None


@contextmanager
def _own_faults_told(environment: Environment) -> Iterator[None]:
    """Tell what goes wrong in a template of one's own, and where. In ours it is our own fault."""
    loader = environment.loader
    try:
        yield
    except ProstError:
        raise
    except Exception as error:
        place = _own_place(error, loader) if isinstance(loader, _Loader) else None
        if place is None:
            raise
        template, line = place
        if isinstance(error, OverrunError | RecursionError):
            what = error.what if isinstance(error, OverrunError) else "depth"
            code = f"template-{what}"
            raise ProstError(code, template=template, line=line, seconds=int(SECONDS)) from error
        if isinstance(error, TemplateNotFound):
            wanted = beginning(str(error.name or error))
            raise ProstError("no-template", template=template, line=line, wanted=wanted) from error
        raise _bad(template, line, fault(error), _ours(template, loader)) from error


def _bad(template: Path | str, line: int, found: Fault, ours: str = "") -> ProstError:
    """What is wrong in a template of one's own. `ours`: the tool's, which it stands in for."""
    return ProstError(
        "bad-template",
        template=str(template),
        line=line,
        variant=found.variant,
        name=found.name,
        ours=ours or str(templates_folder()),
    )


def _ours(template: str, loader: BaseLoader | None) -> str:
    """The tool's own template of the same name, else the folder that it would lie in."""
    own = loader.own if isinstance(loader, _Loader) else None
    path = Path(template)
    if own is None or not path.is_relative_to(own):
        return ""
    found = templates_folder() / path.relative_to(own)
    return str(found) if found.is_file() else ""


def _own_place(error: Exception, loader: _Loader) -> tuple[str, int] | None:
    """The file and line of a template of one's own that an error came from; None: it is our own.

    Jinja lets the steps of an error bear the files and lines of the templates. The innermost
    decides; a macro of ours is passed over, since it depends on what it was given.
    """
    own, place = loader.own, loader.place
    if own is None or place is None:
        return None
    if isinstance(error, TemplateSyntaxError):
        file = Path(error.filename or "")
        inside = file.is_relative_to(place)
        return (str(own / file.relative_to(place)), error.lineno) if inside else None
    # What takes too much is the fault of who asked for it, also where it is a template of ours.
    overrun = isinstance(error, OverrunError | RecursionError | MemoryError)
    found = (str(own), 1) if overrun else None
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        file = Path(code.co_filename)
        if file.is_relative_to(place):
            found = str(own / file.relative_to(place)), step.tb_lineno
        elif file.is_relative_to(templates_folder()) and code.co_name != _MACRO and not overrun:
            found = None
        step = step.tb_next
    return found


_MACRO = "template"
"""How Jinja calls the code of a macro in the steps of an error."""
