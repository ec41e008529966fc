"""The formats of findings. To add one: a module, and an entry here."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from prostcli.output.concise import concise
from prostcli.output.findings import Findings
from prostcli.output.full import full
from prostcli.output.github import github
from prostcli.output.gitlab import gitlab
from prostcli.output.json import json
from prostcli.output.junit import junit
from prostcli.output.sarif import sarif


class Format(NamedTuple):
    """How findings are written, and whose paths the reader knows."""

    render: Callable[[Findings], str]
    paths: Literal["current", "root", "repository"]
    """Paths from the current folder, the workspace's root, or the top of the repository."""


FORMATS: dict[str, Format] = {
    "full": Format(full, "current"),
    "concise": Format(concise, "current"),
    "json": Format(json, "root"),
    "github": Format(github, "repository"),
    "gitlab": Format(gitlab, "repository"),
    "sarif": Format(sarif, "repository"),
    "junit": Format(junit, "repository"),
}
