"""The formats of findings. To add one: a module, and an entry here."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from prostcli.output.concise import concise
from prostcli.output.findings import Findings
from prostcli.output.full import full
from prostcli.output.json import json


class Format(NamedTuple):
    """How findings are written, and whose paths the reader knows."""

    render: Callable[[Findings], str]
    paths: Literal["current", "root"]
    """Paths from the current folder, or from the workspace's root."""


FORMATS: dict[str, Format] = {
    "full": Format(full, "current"),
    "concise": Format(concise, "current"),
    "json": Format(json, "root"),
}
