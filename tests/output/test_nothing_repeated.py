"""What points at a person is found in every place, and no format repeats it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from prostcli.cli.main import run
from prostcli.output.findings import Findings
from prostcli.output.formats import FORMATS
from prostcli.output.github import summary
from tests.findings import BASE, found, laid
from tests.made_up import ADDRESS, BORN, CO_ORDINATION, HYPHENED, LAST, PERSONAL
from tests.output import reading

REPORT = "reports/2020-2021/park/2021-report.yaml"
PLACES = f"""\
# comment {HYPHENED}
kind: report
board: "{PERSONAL}"
year: {PERSONAL}
"{HYPHENED}": x
"{PERSONAL}": y
decision: {{date: "{HYPHENED}", by: {HYPHENED}, how: "{PERSONAL}", paragraph: §, reference: x}}
entries:
  - obligation: {HYPHENED}
    outcome: {HYPHENED}
    summary: >-
      Se {BORN}-
      {LAST} och {ADDRESS}, 08-508 25 000. En klient bor på Storgatan 12. Tre kvinnor kom.
    figures:
      - {{name: {HYPHENED}, label: x, value: 3, unit: st, counts: clients}}
  - duty: {HYPHENED}
    summary: {CO_ORDINATION} {" ".join([HYPHENED] * 30)}
"""
FITTING = f"""\
kind: report
board: park
year: 2021
entries:
  - obligation: "1.1"
    outcome: okand
    summary: Tre kvinnor hos {ADDRESS} på Storgatan 12, {HYPHENED}.
    figures: [{{name: a, label: x, value: 3, unit: Anna Andersson, counts: clients, women: 1}}]
    cost: {{amount: 1, funding: Karin Lindqvist}}
    partners: [okand]
    activities: [{{id: okand, result: done, comment: "{PERSONAL}"}}]
  - {{obligation: okand, outcome: done, evidence: "{PERSONAL}"}}
"""
SECRETS = (
    PERSONAL, HYPHENED, LAST, CO_ORDINATION[6:], ADDRESS, "anna.andersson", "508 25 000",
    "Storgatan 12", "Lindqvist", "Andersson", "Tre kvinnor",
)  # fmt: skip


RENDERED: dict[str, Callable[[Findings], str]] = {
    **{name: form.render for name, form in FORMATS.items()},
    "summary": summary,
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("places") / "root"
    laid(root, BASE)
    (root / REPORT).write_text(PLACES, encoding="utf-8")
    (root / REPORT.replace(".yaml", "-2.yaml")).write_text(FITTING, encoding="utf-8")
    (root / f"reports/2020-2021/park/{HYPHENED}.yaml").write_text("x", encoding="utf-8")
    folder = root / f"reports/2020-2021/{PERSONAL}"
    folder.mkdir()
    (folder / "2021-report.yaml").write_text(FITTING, encoding="utf-8")
    (root / "program/2020-2021/review.yaml").write_text(
        f"kind: review\nsummary: Se {HYPHENED}\n", encoding="utf-8"
    )
    return root


@pytest.mark.parametrize("form", RENDERED)
@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("colour", [False, True])
def test_no_format_repeats_what_was_found(form: str, lang: str, colour: bool, root: Path) -> None:
    findings = replace(found(root, lang=lang), colour=colour)
    told = RENDERED[form](findings)
    codes = {d.code for d in findings.found}
    assert codes >= {"PRO601", "PRO602", "PRO603", "PRO604", "PRO605", "PRO606", "PRO608"}
    assert codes >= {"PRO116", "PRO401"}
    some = {"PRO601", "PRO606", "PRO116", "PRO401"}
    if form == "github":  # nine errors, and how many more there are
        commands = reading.commands(told)
        assert [c.name for c in commands[:9]] == ["error"] * 9
        assert some & {c.properties["title"].split()[0] for c in commands[:9]}
    else:
        assert all(code in told for code in some)
    for secret in SECRETS:
        assert secret not in told


def test_every_place_is_found(root: Path) -> None:
    findings = found(root)
    lines = {d.span.line for d in findings.found if d.path == REPORT and d.code == "PRO601"}
    assert lines == {1, 3, 4, 5, 6, 7, 9, 10, 12, 15, 16, 17}


ENCODED = {
    "UTF-16": f"# {HYPHENED}\n".encode("utf-16"),
    "UTF-16 without its mark": f"# {HYPHENED}\n".encode("utf-16-le"),
    "Windows-1252 and a dash": f"# {BORN}\u2013{LAST}\n".encode("cp1252"),
    "a null between": f"# {BORN}\0{LAST}\n".encode(),
    "a control sequence between": f"# {BORN}\x1b{LAST}\n".encode(),
    "turned round": f"# {BORN}\u202e{LAST}\n".encode(),
    "a joiner and a bad byte": f"# {BORN}\u200d{LAST} ".encode() + b"\xe4\n",
}


@pytest.mark.parametrize("name", ENCODED)
def test_a_file_refused_for_its_bytes_shows_nothing(name: str, tmp_path: Path) -> None:
    laid(tmp_path / "root", BASE)
    (tmp_path / "root" / REPORT).write_bytes(ENCODED[name])
    for form, render in RENDERED.items():
        told = render(found(tmp_path / "root"))
        assert "PRO601" in told, form
        shown = "".join(c for c in re.sub(r"\\u\{0000\}", "", told) if c.isalnum())
        assert BORN not in shown, form
        assert LAST not in shown, form
        assert BORN[2:] not in shown, form


@pytest.mark.parametrize(
    "command",
    [
        ("status",), ("status", "--format", "json"), ("status", "--format", "markdown"),
        ("status", "--format", "csv"), ("show", "park"), ("review",),
        ("show", HYPHENED), ("new", "plan", PERSONAL, "2021"), ("status", "--board", HYPHENED),
        ("--root", f"/{HYPHENED}/x", "status"), ("validate", f"{HYPHENED}.yaml"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_command_repeats_a_number_in_a_name_or_an_argument(
    command: tuple[str, ...],
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setattr("sys.argv", ["prostcli", *command])
    run(list(command))
    said = capsys.readouterr()
    told = said.out + said.err
    assert told
    assert PERSONAL not in told
    assert HYPHENED not in told


FIGURES = """\
kind: report
board: park
year: 2021
entries:
  - obligation: "1.1"
    outcome: done
    evidence: x
    figures:
      - {name: a, label: x, value: 6712, unit: st, counts: clients, women: masked, men: 6710}
      - {name: b, label: x, value: "6713", unit: st, counts: cases, women: 6714, men: -6715}
      - {name: c, label: x, unit: st, counts: wrong, "value" : 6716, women: 6717.5}
"""


@pytest.mark.parametrize("form", RENDERED)
def test_a_line_that_is_shown_tells_no_number_of_a_figure(form: str, tmp_path: Path) -> None:
    """Two of three tell the third, and the finding stands on the third."""
    laid(tmp_path, BASE)
    path = tmp_path / REPORT
    for text in (FIGURES, "".join(line for line in FIGURES.splitlines(keepends=True)
                                  if not re.search(r"name: [bc]", line))):  # fmt: skip
        path.write_text(text, encoding="utf-8")
        findings = found(tmp_path, lang="sv")
        assert {"PRO107", "PRO607"} & {d.code for d in findings.found}
        assert "671" not in RENDERED[form](findings)
