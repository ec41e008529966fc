"""The site shown on this computer: to nobody else, as it is now, and until Ctrl-C."""

from __future__ import annotations

import errno
import http.client
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from prostcli.cli import loopback
from prostcli.cli.loopback import Server, Shown, listening
from prostcli.errors import ProstError
from prostcli.language import language
from tests.cli.conftest import Prostcli
from tests.cli.conftest import prostcli as prostcli  # noqa: PLC0414  a fixture

SHOWN = {"index.html": b"<body><header></header>start", "status.csv": b"a,b\n"}
SOON = 60
"""Seconds that a busy machine may take."""


@pytest.fixture
def server() -> Iterator[Server]:
    with listening(Shown(SHOWN, "10:20:30"), 0) as started:
        thread = threading.Thread(target=started.serve_forever, args=(0.01,))
        thread.start()
        yield started
        started.shutdown()
        thread.join()


def asked(
    port: int, path: str = "/", method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SOON)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


def test_it_gives_the_pages(server: Server) -> None:
    status, headers, body = asked(server.server_port)
    assert (status, body) == (200, SHOWN["index.html"])
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert asked(server.server_port, "/status.csv?x=1")[2] == b"a,b\n"
    assert asked(server.server_port, "/", "HEAD")[::2] == (200, b"")


def test_it_listens_on_this_computer_only(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "path",
    ["/nothing.html", "/../etc/passwd", "/..%2f..%2fetc/passwd", "//etc/passwd", "/%00", "/a/",
     "/index.html/", "/.prostcli-site"],
)  # fmt: skip
def test_nothing_else_is_to_be_had(server: Server, path: str) -> None:
    status, headers, body = asked(server.server_port, path)
    assert status == 404
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert b"start" not in body.replace(b"startsidan", b"")
    assert asked(server.server_port, path, "HEAD")[::2] == (404, b"")


@pytest.mark.parametrize(
    ("code", "heading", "start"),
    [
        ("sv", "Sidan finns inte", "Till startsidan"),
        ("en", "The page is not here", "To the start page"),
    ],
)
def test_a_page_that_there_is_not_is_told_in_the_language_of_the_pages(
    server: Server, code: str, heading: str, start: str
) -> None:
    server.shown.language = language(code)
    server.shown.stale = "Fel i filen."
    body = asked(server.server_port, "/a/%3Cb%3Ehemligt.html?x=<i>")[2]
    said = body.decode()
    assert f'<html lang="{code}">' in said
    assert f"<title>{heading}</title>" in said
    assert f"<h1>{heading}</h1>" in said
    assert re.findall("<a .*</a>", said) == [f'<a href="/">{start}</a>']
    assert b"hemligt" not in body
    assert b"<i>" not in body


def test_a_word_of_the_page_that_there_is_not_is_escaped(server: Server) -> None:
    swedish = language("sv")
    server.shown.language = replace(swedish, terms={**swedish.terms, "serve-absent": "<i>&"})
    assert b"<h1>&lt;i&gt;&amp;</h1>" in asked(server.server_port, "/a")[2]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_sent(server: Server, method: str) -> None:
    assert asked(server.server_port, "/", method)[0] == 501


@pytest.mark.parametrize(
    "host", ["example.org", "example.org:{}", "127.0.0.1.example.org:{}", "", "127.0.0.1:1"]
)
def test_a_page_elsewhere_cannot_read_it(server: Server, host: str) -> None:
    status, _, body = asked(server.server_port, Host=host.format(server.server_port))
    assert status == 421
    assert b"start" not in body


def test_the_computers_own_names_are_known(server: Server) -> None:
    for host in ("localhost", "127.0.0.1", "LOCALHOST"):
        assert asked(server.server_port, Host=f"{host}:{server.server_port}")[0] == 200


def test_an_old_page_says_so(server: Server) -> None:
    server.shown.stale = "Fel <i>i</i> filen."
    body = asked(server.server_port)[2].decode()
    assert "Sidan är inte aktuell." in body
    assert "Fel &lt;i&gt;i&lt;/i&gt; filen." in body
    assert "Sidorna och filerna att ladda ned är från 10:20:30." in body
    assert asked(server.server_port, "/status.csv")[2] == b"a,b\n"


class Broken(dict[str, bytes]):
    """Files of which none can be had."""

    def get(self, *_: object) -> bytes:
        raise KeyError("hemligt")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_request_that_fails_is_told_in_a_line(
    server: Server, capsys: pytest.CaptureFixture[str], method: str
) -> None:
    server.shown.files = Broken()
    with socket.create_connection(("127.0.0.1", server.server_port)) as connection:
        address = f"/a%1b[31m\x1b[31m{'x' * 5000}"
        host = f"Host: localhost:{server.server_port}"
        connection.sendall(f"{method} {address} HTTP/1.0\r\n{host}\r\n\r\n".encode())
        answer = connection.makefile("rb").read()
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.0 500 ")
    assert b"Content-Type: text/plain" in head
    assert body == (b"500\n" if method == "GET" else b"")
    shown = f"/a%1b[31m\\u{{001B}}[31m{'x' * (200 - len(address[:-5000]))}"
    err = capsys.readouterr().err
    assert err == f"En sida kunde inte visas (KeyError): {shown}\n"
    server.shown.files = SHOWN
    assert asked(server.server_port)[0] == 200


def test_a_browser_that_goes_away_is_no_news(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.shown.files = {"index.html": b"x" * 50_000_000}
    server.daemon_threads = False  # so that those who answer are waited for
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", server.server_port)) as gone:
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            gone.sendall(f"GET / HTTP/1.0\r\nHost: localhost:{server.server_port}\r\n\r\n".encode())
            gone.recv(100)
    server.shutdown()
    server.server_close()
    assert capsys.readouterr().err == ""


@pytest.fixture
def taken() -> Iterator[int]:
    """A port where another program listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_another_port_where_ours_is_taken(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loopback, "PORT", taken)
    with listening(Shown(SHOWN), None) as server:
        assert server.server_port not in (0, taken)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("sv", "Porten {} är upptagen. Ange en annan, eller utelämna --port så väljs en ledig."),
        ("en", "Port {} is taken. Give another, or leave --port out to have a free one chosen."),
    ],
)
def test_a_port_asked_for_by_name_that_is_taken_is_refused(
    prostcli: Prostcli, copied: Path, taken: int, lang: str, told: str
) -> None:
    done = prostcli("--root", str(copied), "--lang", lang, "serve", "--port", str(taken))
    assert (done.status, done.out) == (2, "")
    assert told.format(taken) in " ".join(done.err.split())


def test_a_port_that_may_not_be_used_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def bind(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Server, "server_bind", bind)
    with pytest.raises(ProstError, match="port-closed"):
        listening(Shown(SHOWN), 80)


def until(process: subprocess.Popen[str], path: Path, pattern: str) -> re.Match[str]:
    """What the program says, once it has said it."""
    end = time.monotonic() + SOON
    while time.monotonic() < end and process.poll() is None:
        found = re.search(pattern, path.read_text(encoding="utf-8"))
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError((pattern, path.read_text(encoding="utf-8"), process.poll()))


@pytest.mark.parametrize("port", ["65536", "-1", "x", "٣", "", "000000655351", "9" * 5000])
def test_what_is_no_port_is_refused_in_words(prostcli: Prostcli, port: str) -> None:
    done = prostcli("serve", "--port", port)
    assert (done.status, done.out) == (2, "")
    assert "är ingen port. Ange ett tal mellan 0 och 65535." in " ".join(done.err.split())


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent otherwise there")
def test_the_program_follows_the_files_and_ends_well(copied: Path, tmp_path: Path) -> None:
    said = tmp_path / "said"
    programme = copied / "program/2020-2022/programme.yaml"
    whole = programme.read_text(encoding="utf-8")
    title = re.search(r"(?m)^title: (.+)$", whole)
    assert title is not None
    with said.open("w") as out:
        process = subprocess.Popen(
            [Path(sys.executable).parent / "prostcli", "serve", "--port", "0", "--as-of",
             "2023-04-01", "--lang", "sv"],
            cwd=copied, stdout=out, stderr=out, text=True,
        )  # fmt: skip
    try:
        port = int(until(process, said, r"http://127\.0\.0\.1:(\d+)/")[1])
        assert title[1].strip("\"'") in asked(port)[2].decode()
        programme.write_text(whole.replace(title[0], "title: Nytt namn"), encoding="utf-8")
        until(process, said, "gjord på nytt")
        assert "<h1" in (page := asked(port)[2].decode())
        assert "Nytt namn" in page
        programme.write_text("kind: [", encoding="utf-8")
        until(process, said, r"Den förra, från \d\d:\d\d:\d\d, visas så länge")
        page = asked(port)[2].decode()
        assert "Nytt namn" in page
        assert "Sidan är inte aktuell." in page
        downloads = asked(port, "/downloads.html")[2].decode()
        assert re.search(r"filerna att ladda ned är från \d\d:\d\d:\d\d\.", downloads)
        assert "Som PDF och Word görs uppföljningen inte här" in downloads
        process.send_signal(signal.SIGINT)
        assert process.wait(SOON) == 0
    finally:
        process.kill()
    text = said.read_text(encoding="utf-8")
    assert text.endswith("Avslutat.\n")
    assert "Traceback" not in text
