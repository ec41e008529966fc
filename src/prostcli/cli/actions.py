"""What is different in a workflow of GitHub Actions: annotations, and the summary of the run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from prostcli.cli.terminal import say
from prostcli.cli.words import word

if TYPE_CHECKING:
    from prostcli.output.findings import Findings


def under_actions() -> bool:
    """Whether this is a step of a workflow: both variables, of which some tools set the first."""
    return bool(os.environ.get("GITHUB_ACTIONS") and os.environ.get("GITHUB_WORKFLOW"))


def summarise(findings: Findings) -> None:
    """Append the findings to the summary of the run. That it fails is said, and changes nothing."""
    from prostcli.output.github import summary
    from prostcli.write.append import append

    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        say(f"prostcli: {word('error-no-summary')}")
        return
    try:
        append(Path(file), summary(findings).encode("utf-8"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        say(f"prostcli: {word('error-summary', reason=reason)}")
