"""The language server that editors use for YAML, spoken to over its protocol (LSP, over stdio).

Only what the tests ask: open a text, wait for what is said of it, hover, complete, and put in what
was chosen as an editor would. Every wait has an end. The server may not open a connection: a
script loaded before it ends the process if it tries.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest

TOP = Path(__file__).parents[2]
VARIABLE = "PROSTCLI_LANGUAGE_SERVER"
"""Names the folder that holds `node_modules`; left out: the top of the repository."""

_PATIENCE = 60.0
_STOPPED = "the server has stopped: did it try to open a connection?"
_SHUT = """
const net = require("net");
net.Socket.prototype.connect = () => process.exit(97);
require("dns").lookup = () => process.exit(97);
"""


class Found(NamedTuple):
    """Something the server says of a text; lines and columns count from 1, as ours do."""

    line: int
    column: int
    message: str


class Offer(NamedTuple):
    """A completion: what the list shows, what explains it, and the snippet it puts in."""

    label: str
    explained: str
    snippet: str
    start: tuple[int, int]
    end: tuple[int, int]


def command() -> list[str]:
    """How the server is started; skips the test where it is not there, and fails it in CI."""
    folder = Path(os.environ.get(VARIABLE) or TOP)
    program = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    node = shutil.which("node")
    if node is not None and program.is_file():
        return [node, str(program), "--stdio"]
    what = "Node" if node is None else f"yaml-language-server (in {folder / 'node_modules'})"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing: .ci/run installs it")
    pytest.skip(f"{what} is not installed")


class Server:
    """A running server, with a workspace folder."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path, settings: Any) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._in = process, process.stdin
        self._root, self._settings = root, settings
        self._answers: queue.Queue[Any] = queue.Queue()
        self._said: dict[str, queue.Queue[Any]] = {}
        self._lock = threading.Lock()
        self._told_settings = threading.Event()
        self._number = 0
        self._texts: dict[str, str] = {}
        reading = threading.Thread(target=self._listen, args=(process.stdout,), daemon=True)
        reading.start()
        folder = {"uri": root.as_uri(), "name": root.name}
        formats = ["markdown", "plaintext"]
        item = {"snippetSupport": True, "documentationFormat": formats}
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "workspaceFolders": [folder],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "completion": {"completionItem": item},
                        "hover": {"contentFormat": formats},
                        "publishDiagnostics": {"relatedInformation": True},
                    },
                },
            },
        )
        self._tell("initialized", {})
        # Before the server has asked for its settings and got them its answers are empty.
        self._tell("workspace/didChangeConfiguration", {"settings": {}})
        assert self._told_settings.wait(_PATIENCE)

    def open(self, path: str, text: str) -> None:
        """Show the server a text, as if it stood in that file. Each file is opened once."""
        assert path not in self._texts, path
        self._texts[path] = text
        self._said[self._uri(path)] = queue.Queue()
        item = {"uri": self._uri(path), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": item})

    def told(self, path: str) -> list[Found]:
        """What the server says of an open text, in the text's order."""
        said = self._said[self._uri(path)].get(timeout=_PATIENCE)
        assert said is not None, _STOPPED
        starts = [(d["range"]["start"], d["message"]) for d in said]
        return sorted(Found(s["line"] + 1, s["character"] + 1, m) for s, m in starts)

    def hover(self, path: str, place: str) -> str:
        """The Markdown shown over the first time that these words stand in the text."""
        found = self.ask("textDocument/hover", self._at(path, self._find(path, place)[0]))
        return "" if found is None else str(found["contents"]["value"])

    def complete(self, path: str, place: str) -> list[Offer]:
        """What is offered just after the first time that these words stand in the text."""
        _, here = self._find(path, place)
        found = self.ask("textDocument/completion", self._at(path, here))
        items = found["items"] if isinstance(found, dict) else found or []
        return [self._offer(item, here) for item in items]

    def put(self, path: str, offer: Offer) -> str:
        """The text with the offer put in, tab stops and menus at their first value."""
        lines = self._texts[path].split("\n")
        (first, start), (last, end) = offer.start, offer.end
        indent = re.match(r" *", lines[first])
        assert indent is not None
        # An editor indents what follows as the line is that the snippet begins on.
        new = plain(offer.snippet).replace("\n", "\n" + indent[0])
        lines[first : last + 1] = [lines[first][:start] + new + lines[last][end:]]
        return "\n".join(lines)

    def ask(self, method: str, params: Any) -> Any:
        """The answer to a request."""
        with self._lock:
            self._number += 1
            number = self._number
        self._send({"id": number, "method": method, "params": params})
        answer = self._answers.get(timeout=_PATIENCE)
        assert answer is not None, _STOPPED
        assert answer["id"] == number
        assert "error" not in answer, answer
        return answer["result"]

    def end(self) -> None:
        """Ask the server to stop, and see that it does."""
        assert self._process.poll() is None, _STOPPED
        self.ask("shutdown", None)
        self._tell("exit", None)
        self._process.wait(_PATIENCE)

    def _uri(self, path: str) -> str:
        return (self._root / path).as_uri()

    def _at(self, path: str, place: tuple[int, int]) -> Any:
        position = {"line": place[0], "character": place[1]}
        return {"textDocument": {"uri": self._uri(path)}, "position": position}

    def _find(self, path: str, words: str) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where those words begin, and where they end."""
        text = self._texts[path]
        start = text.find(words)
        assert start >= 0, words
        return _end(text[:start]), _end(text[: start + len(words)])

    @staticmethod
    def _offer(item: Any, here: tuple[int, int]) -> Offer:
        said = item.get("documentation") or ""
        explained = said if isinstance(said, str) else said["value"]
        edit = item.get("textEdit")
        if edit is None:
            return Offer(item["label"], explained, item.get("insertText", ""), here, here)
        ends = [(edit["range"][e]["line"], edit["range"][e]["character"]) for e in ("start", "end")]
        return Offer(item["label"], explained, edit["newText"], *ends)

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        with self._lock:
            self._in.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            self._in.flush()

    def _listen(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(OSError, ValueError):
            for message in _messages(stream):
                self._hear(message)
        for waiting in (self._answers, *self._said.values()):
            waiting.put(None)

    def _hear(self, message: Any) -> None:
        method = message.get("method")
        if method is None:
            self._answers.put(message)
        elif method == "textDocument/publishDiagnostics":
            uri = message["params"]["uri"]
            if uri in self._said:
                self._said[uri].put(message["params"]["diagnostics"])
        elif "id" in message:
            self._send({"id": message["id"], "result": self._reply(method, message["params"])})
            if method == "workspace/configuration":
                self._told_settings.set()

    def _reply(self, method: str, params: Any) -> Any:
        if method != "workspace/configuration":
            return None
        return [self._settings.get(item["section"]) for item in params["items"]]


def _end(text: str) -> tuple[int, int]:
    """The line and column that a text ends at, from 0."""
    return text.count("\n"), len(text) - (text.rfind("\n") + 1)


def _messages(stream: IO[bytes]) -> Iterator[Any]:
    """What comes from the server, one message after another."""
    while True:
        length = 0
        for line in iter(stream.readline, b"\r\n"):
            if not line:
                return
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        yield json.loads(stream.read(length))


def plain(snippet: str) -> str:
    """A snippet as it stands when nothing is typed: the first choice of a menu, the hints."""
    text = re.sub(r"\$\{\d+\|((?:[^|,\\]|\\.)*)(?:,(?:[^|\\]|\\.)*)?\|\}", r"\1", snippet)
    text = re.sub(r"\$\{\d+:((?:[^}\\]|\\.)*)\}", r"\1", text)
    text = re.sub(r"\$(?:\d+|\{\d+\})", "", text)
    return re.sub(r"\\([$}\\,|])", r"\1", text)


@contextlib.contextmanager
def running(root: Path, settings: dict[str, Any]) -> Iterator[Server]:
    """A server for that workspace folder, with an editor's settings as a tree."""
    start = command()
    guard = root / ".offline.cjs"
    guard.write_text(_SHUT, encoding="utf-8")
    start[1:1] = ["--require", str(guard)]
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(root)}
    process = subprocess.Popen(
        start, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=surroundings, cwd=root,
    )  # fmt: skip
    try:
        server = Server(process, root, settings)
        yield server
        server.end()
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
