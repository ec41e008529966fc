"""A set of broken files gives the same findings in every format, and none lets itself be flooded.

The set is all the cases of `tests/cases` side by side, each in a folder of its own.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from prostcli.diagnostic import Diagnostic, Severity, in_order
from prostcli.language import language
from prostcli.output.findings import MOST_OF_A_KIND, Findings
from prostcli.output.formats import FORMATS
from prostcli.output.github import github, summary
from prostcli.rules import CATALOGUE
from prostcli.source import Place, Span
from tests.findings import BASE, CASES, found, laid
from tests.output import reading
from tests.output.reading import Told

REPORT = "reports/2020-2021/park/2021-report.yaml"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """What all cases give, with the name of the case before each path."""
    diagnostics: list[Diagnostic] = []
    files: list[str] = []
    for case in sorted(p for p in CASES.iterdir() if p != BASE):
        root = Path(shutil.copytree(BASE, tmp_path_factory.mktemp("case") / "root"))
        findings = found(root, laid(root, case))
        files += [f"{case.name}/{path}" for path in findings.files]
        for d in findings.found:
            place = d.place._replace(path=f"{case.name}/{d.path}")
            diagnostics.append(replace(d, place=place))
    return Findings(tuple(in_order(diagnostics)), tuple(files), language("sv"), str, _no_line)


def _no_line(_path: str, _number: int) -> str:
    return "x"


def _truth(findings: Findings) -> list[Told]:
    return [Told(d.code, d.path, d.span.line, d.span.column) for d in findings.diagnostics]


def test_the_set_fires_nearly_every_rule(broken: Findings) -> None:
    fired = {d.code for d in broken.found}
    assert len(broken.found) > 200
    assert len(fired) > 50
    assert {d.severity for d in broken.found} == set(Severity)


@pytest.mark.parametrize("name", reading.READERS)
def test_a_format_tells_every_finding(name: str, broken: Findings) -> None:
    told = Counter(reading.READERS[name](FORMATS[name].render(broken)))
    truth = _truth(broken)
    if name == "gitlab":
        truth = [t._replace(column=None) for t in truth]
    assert told == Counter(truth)


def test_githubs_summary_tells_every_finding(broken: Findings) -> None:
    assert Counter(reading.summary(summary(broken))) == Counter(_truth(broken))


def test_there_is_a_reader_for_every_format() -> None:
    assert {*reading.READERS, "github"} == set(FORMATS)


# --- too many of a kind


def _many(*numbers: tuple[str, str, int]) -> Findings:
    """Findings in numbers: code, path, how many."""
    diagnostics = [
        Diagnostic(code, CATALOGUE[code].name, CATALOGUE[code].severity, Place(path),
                   {"key": f"k{line}"}, Span(line, 3, line, 5))
        for code, path, number in numbers
        for line in range(1, number + 1)
    ]  # fmt: skip
    files = tuple(sorted({path for _, path, _ in numbers}))
    return Findings(tuple(in_order(diagnostics)), files, language("en"), str, _no_line)


def test_at_most_twenty_of_a_code_in_a_file_are_told_the_first_ones() -> None:
    findings = _many(("PRO101", "a", 57), ("PRO101", "b", 20), ("PRO106", "a", 21))
    kinds = Counter((d.code, d.path) for d in findings.diagnostics)
    assert kinds == {("PRO101", "a"): 20, ("PRO101", "b"): 20, ("PRO106", "a"): 20}
    assert max(d.span.line for d in findings.diagnostics) == MOST_OF_A_KIND
    assert [(o.code, o.file, o.count) for o in findings.omitted] == [
        ("PRO101", "a", 37), ("PRO106", "a", 1),
    ]  # fmt: skip
    assert findings.counts == {Severity.ERROR: 98, Severity.WARNING: 0, Severity.NOTE: 0}


def test_twenty_of_a_code_whatever_they_weigh_and_the_errors_first() -> None:
    weights = [Severity.NOTE] * 9 + [Severity.WARNING] * 9 + [Severity.ERROR] * 9
    found = [replace(d, severity=w) for d, w in zip(_many(("PRO101", "a", 27)).found, weights,
             strict=True)]  # fmt: skip
    findings = replace(_many(), found=tuple(in_order(found)))
    assert [d.severity for d in findings.diagnostics].count(Severity.NOTE) == 2
    (omitted,) = findings.omitted
    assert (omitted.severity, omitted.count) == (Severity.NOTE, 7)


def test_how_many_more_is_said_last_of_a_file_and_a_severity() -> None:
    findings = _many(("PRO101", "a", 22), ("PRO202", "a", 21), ("PRO106", "b", 1))
    lines = FORMATS["concise"].render(findings).splitlines()
    assert lines[19:23] == [
        "a:20:3: PRO101 Unknown key: k20.",
        "a: … and 2 more PRO101 in this file.",
        "b:1:3: PRO106 k1 is not filled in.",
        "a:1:3: PRO202 warning: The activity is due on , but the plan is for .",
    ]
    assert lines[-2:] == [
        "a: … and 1 more PRO202 in this file.",
        "2 files checked: 23 errors and 21 warnings.",
    ]


MANY = _many(("PRO101", "a", 57), ("PRO202", "b/c", 21), ("PRO106", "b/c", 2))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_how_many_are_left_out(name: str) -> None:
    out = FORMATS[name].render(MANY)
    whole = json.loads(out) if name in ("json", "gitlab", "sarif") else {}
    expected = {("PRO101", "a", 37), ("PRO202", "b/c", 1)}
    if name == "json":
        left = {(o["code"], o["path"], o["count"]) for o in whole["omitted"]}
        assert whole["summary"]["errors"] == 59
    elif name == "gitlab":
        left = {(i["check_name"], i["location"]["path"], _count(i["description"])) for i in whole
                if ": … " in i["description"]}  # fmt: skip
    elif name == "sarif":
        (invocation,) = whole["runs"][0]["invocations"]
        left = {
            (n["associatedRule"]["id"],
             n["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
             _count(n["message"]["text"]))
            for n in invocation["toolExecutionNotifications"]
        }  # fmt: skip
    elif name == "github":
        said = [c.message for c in reading.commands(out)]
        assert [_count(m) for m in said if m.startswith("… and")] == [59 - 9, 21 - 9]
        left = {(r[3], r[1], _count(r[4])) for r in reading.table(summary(MANY)) if not r[2]}
    else:
        found = re.findall(r"(?m)^(\S+): … and (\d+) more (PRO\d+) in this file", out)
        left = {(code, path, int(count)) for path, count, code in found}
    assert left == expected


def _count(text: str) -> int:
    match = re.search(r"… and (\d+) more", text)
    assert match, text
    return int(match[1])


# --- one hostile file

ENTRY = (
    "  - {{obligation: '{measure}', outcome: {outcome}, summary: ord, partners: [{word}],"
    " activities: [{{id: {word}, result: done}}, {{id: {word}, result: transferred, to: {word}}}],"
    " figures: [{{name: a, label: A, value: 3, unit: st, counts: clients}}], "
    "cost: {{amount: 1, funding: x}}}}"
)
HOSTILE = {
    "unknown keys": "".join(f"key{i:09}: 1\n" for i in range(9_000)),
    "long keys": "".join(f"{'<&|' * 300}{i}: 1\n" for i in range(250)),
    "an enormous key": f"? {'å' * 120_000}\n: 1\n",
    "an enormous value": f"outcome: {'å' * 120_000}\n",
    "every fault of the schema": "entries:\n" + "\n".join(
        f"  - {{obligation: {'x' * 150}!, outcome: '', summary: 5, zz{i}: 1, partners: [''],"
        " figures: [{name: ' ', label: 1, value: -1, counts: cats}], activities: [{id: 1}]}"
        for i in range(700)
    ),
    "every fault of the rules": "decision: {date: 2022-02-10}\nentries:\n" + "\n".join(
        ENTRY.format(measure=measure, outcome=outcome, word="z" * 64)
        for measure in ("1.1", "1.2", "2.1", "2.2", "y" * 64)
        for outcome in ("done", "half", "not-ours", "w" * 64)
        for _ in range(17)
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_output_of_one_hostile_file_is_short_in_every_format(kind: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    data = f"kind: report\nboard: park\nyear: 2021\n{HOSTILE[kind]}\n".encode()
    assert 100_000 < len(data) <= 256 * 1024
    (root / REPORT).write_bytes(data)
    findings = found(root)
    assert findings.found
    nothing = replace(findings, found=())  # SARIF tells every rule's manual, whatever was found
    for name, form in FORMATS.items():
        room = 120_000 + len(form.render(nothing).encode())
        assert len(form.render(findings).encode()) < room, name
    assert len(summary(findings).encode()) < 200_000
    assert len(github(findings).splitlines()) <= 31
