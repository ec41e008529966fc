"""A server for one person: it listens on this computer only, and gives what it holds in memory.

No file is opened for a request, so no address can lead to one.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from prostcli.cli.terminal import say
from prostcli.cli.words import word
from prostcli.errors import ProstError
from prostcli.escape import html_text
from prostcli.language import Language, language

HOST = "127.0.0.1"
PORT = 8000
"""Where it listens if nobody says."""
_NAMES = (HOST, "localhost")
_TYPES = {
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass
class Shown:
    """What is shown now; it is replaced as a whole."""

    files: Mapping[str, bytes]
    made: str = ""
    """When they were made, by the clock on the wall."""
    language: Language = field(default_factory=lambda: language("sv"))
    """That of the pages."""
    stale: str = ""
    """Why the files that have changed could not be shown; "": it is up to date."""


class Server(ThreadingHTTPServer):
    """The server, and what it shows."""

    daemon_threads = True
    # On Windows that would let two programs have the same port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, shown: Shown, port: int) -> None:
        self.shown = shown
        super().__init__((HOST, port), _Request)

    def handle_error(self, *_: object) -> None:
        """Say in a line that a request could not even be read."""
        told("–", sys.exception())


def told(path: str, error: BaseException | None) -> None:
    """Say in a line that a request failed.

    A browser that goes away in the midst of an answer is nobody's fault, and no news.
    """
    if not isinstance(error, ConnectionError | TimeoutError):
        say(word("serve-failed", path=path[:_LONGEST], error=type(error).__name__))


_LONGEST = 200
"""Characters of a path that are told."""


def listening(shown: Shown, port: int | None) -> Server:
    """A server on that port, and on no other; where none is named, on ours or a free one."""
    try:
        return Server(shown, PORT if port is None else port)
    except OSError as error:
        if error.errno not in _REFUSED:
            raise
        if port is not None:
            raise ProstError(_REFUSED[error.errno], port=port) from error
        return Server(shown, 0)


_REFUSED = {errno.EADDRINUSE: "port-taken", errno.EACCES: "port-closed"}
"""Why a port cannot be had, in an error's code."""


class _Request(BaseHTTPRequestHandler):
    server: Server
    server_version = "prostcli"
    sys_version = ""
    timeout = 30
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d\n"
    _begun = False
    """Whether an answer is on its way."""

    def do_GET(self) -> None:
        """Give a file."""
        self._try_to_answer(body=True)

    def do_HEAD(self) -> None:
        """Say what would be given."""
        self._try_to_answer(body=False)

    def _try_to_answer(self, *, body: bool) -> None:
        """Answer; what fails on the way is said here, and to who asked."""
        try:
            self._answer(body=body)
        except Exception as error:  # noqa: BLE001  one request must not stop the others
            told(self.path, error)
            self.close_connection = True
            if not self._begun:
                with suppress(OSError):
                    self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR)

    def _answer(self, *, body: bool) -> None:
        if not self._is_ours():
            # A page elsewhere whose name has been made to lead here must not read it.
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        try:
            name = unquote(urlsplit(self.path).path).removeprefix("/") or "index.html"
        except ValueError:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        shown = self.server.shown
        data = shown.files.get(name)
        status = HTTPStatus.OK
        ending = name.rpartition(".")[2]
        if data is None:
            status, ending, data = HTTPStatus.NOT_FOUND, "html", _absent(shown.language)
        elif ending == "html" and shown.stale:
            data = _with_warning(data, shown)
        self._begun = True
        self.send_response(status)
        self.send_header("Content-Type", _TYPES.get(ending, "application/octet-stream"))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Frame-Options", "DENY")
        self.end_headers()
        if body:
            self.wfile.write(data)

    def _is_ours(self) -> bool:
        """Whether the address that was asked for is this computer's own."""
        name, _, port = (self.headers.get("Host") or "").partition(":")
        return name.lower() in _NAMES and port in ("", str(self.server.server_port))

    def log_message(self, *_args: object) -> None:
        """Nothing is said of a request."""


def _absent(language: Language) -> bytes:
    """The page in place of one that there is not. It says nothing of what was asked for."""
    heading, about, start = (
        html_text(language.term(key))
        for key in ("serve-absent", "serve-absent-about", "serve-absent-start")
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{language.code}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{heading}</title>\n</head>\n<body>\n<main>\n<h1>{heading}</h1>\n<p>{about}</p>\n"
        f'<p><a href="/">{start}</a></p>\n</main>\n</body>\n</html>\n'
    ).encode()


def _with_warning(page: bytes, shown: Shown) -> bytes:
    """A page that says above all else that it is old, and of when the files to download are."""
    heading = word("serve-stale")
    about = word("serve-stale-about", why=shown.stale, time=shown.made)
    said = f"<strong>{html_text(heading)}</strong> {html_text(about)}"
    warning = f'<p class="warning" role="alert">{said}</p>'
    for place in (b"<header>", b'<main id="start" tabindex="-1">'):
        start, mark, rest = page.partition(place)
        if mark:
            return start + mark + warning.encode("utf-8") + rest
    return page
