"""Each format read back, by a reader of that format and not by what wrote it.

A finding comes back as its code, path and line, and its column where the format has one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt
from markdown_it.token import Token


class Told(NamedTuple):
    """A finding as a format tells it."""

    code: str
    path: str
    line: int
    column: int | None


LINE = re.compile(r"^(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<code>PRO\d{3}) ")


def _lines(text: str) -> Iterator[Told]:
    for line in text.split("\n"):
        match = LINE.match(line)
        if match:
            yield Told(match["code"], match["path"], int(match["line"]), int(match["column"]))


def text(out: str) -> list[Told]:
    """`full` and `concise`."""
    return list(_lines(out))


def from_json(out: str) -> list[Told]:
    return [
        Told(d["code"], d["path"], d["line"], d["column"]) for d in json.loads(out)["diagnostics"]
    ]


class Command(NamedTuple):
    """A workflow command, as the runner takes it apart."""

    name: str
    properties: dict[str, str]
    message: str


def commands(out: str) -> list[Command]:
    """What a runner does with a step's output: its grammar, from its documented behaviour.

    A line that begins with `::` is a command up to the next `::`; the rest is the message. The
    name ends at the first space; properties are parted by commas, each from its value by the first
    `=`, and an empty one is not there.
    """
    found = []
    for line in re.split(r"\r\n|\r|\n", out):
        match = re.match(r"::(.*?)::(.*)$", line.lstrip(), re.DOTALL)
        if not match:
            continue
        name, _, rest = match[1].partition(" ")
        pairs = [p.partition("=") for p in rest.strip().split(",")] if rest else []
        properties = {key: _decoded(value, (":", ",")) for key, _, value in pairs if value}
        found.append(Command(name, properties, _decoded(match[2], ())))
    return found


def _decoded(value: str, more: tuple[str, ...]) -> str:
    for sign in ("\r", "\n", *more, "%"):  # the sign of escaping last
        value = value.replace(f"%{ord(sign):02X}", sign)
    return value


def table(markdown: str) -> list[list[str]]:
    """The rows of the first table, without its head, as the words that a reader sees."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    rows: list[list[str]] = []
    inside = False
    for token in tokens:
        inside = (inside or token.type == "tbody_open") and token.type != "tbody_close"
        if inside and token.type == "tr_open":
            rows.append([])
        elif inside and token.type == "inline":
            rows[-1].append(_words(token))
    return rows


def _words(token: Token) -> str:
    assert {t.type for t in token.children or []} <= {"text", "text_special"}
    return "".join(t.content for t in token.children or [])


def summary(markdown: str) -> list[Told]:
    """The table of GitHub's summary; rows without a line count what is left out."""
    told = []
    for _kind, path, place, code, _said in table(markdown):
        if place:
            line, column = place.split(":")
            told.append(Told(code, path, int(line), int(column)))
    return told


def gitlab(out: str) -> list[Told]:
    return [
        Told(i["check_name"], i["location"]["path"], i["location"]["lines"]["begin"], None)
        for i in json.loads(out)
        if ": … " not in i["description"]
    ]


def sarif(out: str) -> list[Told]:
    (run,) = json.loads(out)["runs"]
    told = []
    for result in run["results"]:
        (location,) = result["locations"]
        where = location["physicalLocation"]
        path = unquote(where["artifactLocation"]["uri"], errors="surrogateescape")
        region = where["region"]
        told.append(Told(result["ruleId"], path, region["startLine"], region["startColumn"]))
    return told


def junit(out: str) -> list[Told]:
    """The lines of failures and of outputs; each stands in the case of its own file."""
    found = []
    for case in ET.fromstring(out).iter("testcase"):  # noqa: S314  our own output
        for inner in case:
            told = list(_lines(inner.text or ""))
            assert {t.path for t in told} <= {case.get("name")}
            found += told
    return found


READERS: dict[str, Callable[[str], list[Told]]] = {
    "full": text,
    "concise": text,
    "json": from_json,
    "gitlab": gitlab,
    "sarif": sarif,
    "junit": junit,
}
"""Of the formats that tell every finding; GitHub's summary has no name of its own."""
