"""`prostcli serve`: the site on this computer, made again when a file changes."""

from __future__ import annotations

import gc
import threading
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from prostcli.cli.loopback import Shown, listening
from prostcli.cli.options import AsOf, Edition, Lang, Root, Settings, settings
from prostcli.cli.terminal import put, say
from prostcli.cli.waiting import waiting
from prostcli.cli.words import word
from prostcli.errors import ProstError

PAUSE = 0.7
"""Seconds between two looks at the files."""
LAST_PORT = 65535


def serve(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    port: Annotated[
        str | None, typer.Option("--port", metavar="N", help=word("help-serve-port"))
    ] = None,
    templates: Annotated[
        Path | None, typer.Option("--templates", metavar="DIR", help=word("help-templates"))
    ] = None,
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    gc.enable()  # unlike other commands this one goes on and on
    chosen = settings(ctx, root, lang, programme, as_of)
    wanted = _port(port)
    folders = [chosen.folder() / "program", chosen.folder() / "reports"]
    if templates is not None:
        folders.append(templates)
    state = _state(folders)
    with waiting():
        shown = Shown({}, _now())
        _make(shown, chosen, templates)
    with listening(shown, wanted) as server:
        # Else Ctrl-C would be heard only between two requests.
        threading.Thread(target=server.serve_forever, daemon=True).start()
        put(word("serve-begins", address=f"http://127.0.0.1:{server.server_port}/") + "\n")
        try:
            while True:
                threading.Event().wait(PAUSE)
                now = _state(folders)
                if now != state:
                    state = now
                    _again(shown, chosen, templates)
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
    say(word("serve-ends"))


def _port(asked: str | None) -> int | None:
    if asked is None:
        return None
    digits = asked.isascii() and asked.isdecimal() and len(asked) <= len(str(LAST_PORT))
    if not digits or int(asked) > LAST_PORT:
        raise ProstError("bad-port", port=asked)
    return int(asked)


def _make(shown: Shown, chosen: Settings, templates: Path | None) -> None:
    """Make the site, and let it be what is shown."""
    from prostcli.documents.templates import document_language
    from prostcli.language import language
    from prostcli.publishing.site import QUICK, publication
    from prostcli.usecases import view

    seen = view(chosen.folder(), chosen.day(), chosen.edition)
    asked = chosen.language(seen.assessment.material.programme)
    for path in seen.unread:
        say(asked.term("invalid-file", path=path))
    words = language(document_language(asked.code))
    shown.files = publication(seen, words, templates, QUICK)
    shown.language = words


def _again(shown: Shown, chosen: Settings, templates: Path | None) -> None:
    """Make it again; where that cannot be done the last one stays, and says that it is old."""
    time = _now()
    try:
        _make(shown, chosen, templates)
    except ProstError as error:
        from prostcli.cli.main import reason, tell

        shown.stale = reason(error)
        tell(error)
        say(word("serve-kept", time=time, made=shown.made))
    except OSError as error:  # a file is being replaced as we read
        shown.stale = error.strerror or type(error).__name__
        say(word("serve-kept", time=time, made=shown.made))
    else:
        shown.made, shown.stale = time, ""
        say(word("serve-made", time=time))


def _now() -> str:
    return datetime.now().strftime("%H:%M:%S")  # noqa: DTZ005  the clock on the wall


def _state(folders: list[Path]) -> dict[str, tuple[int, int]]:
    """When each file was changed, and its size; what vanishes meanwhile is no file."""
    found: dict[str, tuple[int, int]] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            try:
                seen = path.lstat()
            except OSError:
                continue
            found[str(path)] = (seen.st_mtime_ns, seen.st_size)
    return found
