"""No command tells a personal number, wherever in a submission it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import TOP, Prostcli
from tests.made_up import PERSONAL
from tests.repositories import Made, copied

COMMANDS = [
    (command, form)
    for command, forms in (
        ("status", ("table", "markdown", "json", "csv")),
        ("activities", ("table", "markdown", "json", "csv")),
        ("submissions", ("table", "markdown", "json", "csv")),
        ("diff", ("text", "table", "json")),
    )
    for form in forms
]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A plan and a report with the number as board, id, decider and in every kind of text."""
    repo = copied(TOP / "examples/nordhamn", tmp_path_factory.mktemp("masked") / "nordhamn")
    repo.commit({})
    said = f'by: "{PERSONAL}", paragraph: "§ {PERSONAL}", reference: "{PERSONAL}"'
    decision = f"{{date: 2012-12-01, {said}}}"
    for board in ("hamnhem", PERSONAL):
        folder = Path(repo.root / "reports/2012-2015" / board)
        folder.mkdir(exist_ok=True)
        (folder / "2013-plan.yaml").write_text(
            f"""kind: plan
board: "{board}"
year: 2013
decision: {decision}
entries:
  - obligation: "1.2"
    activities:
      - {{id: "{PERSONAL}", text: "Ring {PERSONAL}", unit: "{PERSONAL}", with: ["{PERSONAL}"]}}
""",
            encoding="utf-8",
        )
        (folder / "2013-report.yaml").write_text(
            f"""kind: report
board: "{board}"
year: 2013
decision: {decision.replace("2012-12", "2014-02")}
entries:
  - obligation: "1.2"
    outcome: complied
    summary: "Om {PERSONAL}"
    evidence: "Av {PERSONAL}"
    activities:
      - {{id: "{PERSONAL}", result: transferred, to: "{PERSONAL}", comment: "{PERSONAL}"}}
      - {{text: "Sökte {PERSONAL}", result: done}}
""",
            encoding="utf-8",
        )
    return repo


@pytest.mark.parametrize(("command", "form"), COMMANDS)
def test_a_number_is_not_told(planted: Made, prostcli: Prostcli, command: str, form: str) -> None:
    root = ("--root", str(planted.root))
    more = ("HEAD",) if command == "diff" else ()
    ran = prostcli(*root, command, *more, "--format", form, "--as-of", "2016-03-01")
    assert ran.status in (0, 1), ran.err
    assert len(ran.out) > 200
    assert PERSONAL not in ran.out.replace("\n", "")
    assert PERSONAL not in ran.err


def test_what_is_planted_is_there(planted: Made, prostcli: Prostcli) -> None:
    root = ("--root", str(planted.root))
    out = prostcli(*root, "activities", "--year", "2013", "--as-of", "2016-03-01").out
    assert f"Ring {'*' * len(PERSONAL)}" in out
