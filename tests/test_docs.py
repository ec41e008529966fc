"""What the documents say of the tool is so.

./run python -m tests.test_docs     write the quoted outputs into README.md again
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import typer.main
from pydantic import BaseModel

from prostcli.cli.main import COMMANDS, application
from prostcli.load.workspace import EXEMPTIONS
from prostcli.model.boards import Register
from prostcli.model.exemptions import Exemptions
from prostcli.model.obligations import Duties, Obligations
from prostcli.model.programme import Programme
from prostcli.model.review import ReviewWords
from prostcli.model.submissions import Baseline, Plan, Report
from prostcli.rules import CATALOGUE
from tests.desk import few
from tests.repositories import made

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BY_HAND = (
    README,
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    ROOT / "benchmarks" / "README.md",
    *sorted(p for p in (ROOT / "docs").rglob("*.md") if p.name != "rules.md"),
)
PROSTCLI = Path(sys.executable).parent / "prostcli"
OMITTED = "[…]"

QUOTED = re.compile(
    r"(<!-- output: prostcli ([^|]+?) \| keep ([^>]+?) -->\n```text\n).*?(```\n)", re.DOTALL
)
PART = re.compile(r'(?:([0-9]+)(?:-([0-9]+))?|"([^"]+)"\+([0-9]+))(?:, |$)')
"""Of an output: lines by number, or so many from the first that holds a text."""
CELL = re.compile(r"(<!-- cell: (\S+) (\S+) (\S+) (\S+) -->\n```json\n).*?(```\n)", re.DOTALL)
FILE = re.compile(r"```yaml\n# ((?:program|reports)/\S+)\n(.*?)```\n", re.DOTALL)
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


QUESTIONS = ROOT / "docs" / "questions.md"
QUOTING = (README, QUESTIONS)

documents = pytest.mark.parametrize("path", BY_HAND, ids=_name)


def prostcli(*arguments: str, git: bool = False) -> str:
    """What it prints. Without git, since a commit of this repository is no matter of a document."""
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    environment |= {"PROSTCLI_LANG": "sv", "GITHUB_ACTIONS": ""}
    environment |= {} if git else {"PATH": ""}
    done = subprocess.run(
        [PROSTCLI, *arguments], capture_output=True, encoding="utf-8", check=False,
        env=environment, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


# What README.md quotes


def quoted(text: str) -> str:
    """README.md with its outputs as they are now."""

    def output(match: re.Match[str]) -> str:
        lines = asked(shlex.split(match[2])).splitlines()
        parts = []
        for first, last, anchor, number in PART.findall(match[3]):
            if anchor:
                start = next(i for i, line in enumerate(lines) if anchor in line)
                parts.append("\n".join(lines[start : start + int(number)]))
            else:
                parts.append("\n".join(lines[int(first) - 1 : int(last or first)]))
        return f"{match[1]}{f'{chr(10)}{OMITTED}{chr(10)}'.join(parts)}\n{match[4]}"

    def cell(match: re.Match[str]) -> str:
        with tempfile.TemporaryDirectory() as folder:
            example(Path(folder))
            told = prostcli("--root", folder, "--as-of", match[5], "status", "--format", "json")
        wanted = (match[2], match[3], int(match[4]))
        cells = json.loads(told)["cells"]
        found = next(c for c in cells if (c["obligation"], c["board"], c["year"]) == wanted)
        line = json.dumps(found, ensure_ascii=False)
        shown = textwrap.fill(line, 118, break_long_words=False, break_on_hyphens=False)
        return f"{match[1]}{shown}\n{match[6]}"

    return CELL.sub(cell, QUOTED.sub(output, text))


def asked(arguments: list[str]) -> str:
    """What a command prints, in this repository. A `diff` is asked of one made for it."""
    if arguments[:2] == ["diff", "forra-aret"]:
        with tempfile.TemporaryDirectory() as folder:
            corrected(Path(folder) / "nordhamn")
            return prostcli("--root", f"{folder}/nordhamn", *arguments, git=True)
    return prostcli("--root", str(ROOT), *arguments)


def corrected(folder: Path) -> None:
    """The example in git, tagged `forra-aret` before a report was corrected."""
    correction = folder / "reports/2012-2015/socialnamnden/2013-report-2.yaml"
    repo = made(folder, {})
    shutil.copytree(ROOT / "examples/nordhamn", folder, dirs_exist_ok=True)
    later = correction.read_bytes()
    correction.unlink()
    repo.commit({})
    repo.git("tag", "forra-aret")
    correction.write_bytes(later)


def example(folder: Path) -> list[str]:
    """Write the files that README.md shows, as a workspace."""
    paths = []
    for path, content in FILE.findall(README.read_text(encoding="utf-8")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


@pytest.mark.parametrize("path", few(QUOTING), ids=_name)
def test_quoted_outputs_are_what_the_tool_prints(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(QUOTED.findall(text)) >= 2
    assert len(CELL.findall(text)) == (path == README)
    assert text == quoted(text), "run: ./run python -m tests.test_docs"


def test_each_question_has_one_command_with_its_output() -> None:
    text = QUESTIONS.read_text(encoding="utf-8")
    parts = re.split(r"^### ([0-9]+)\. ", text, flags=re.MULTILINE)[1:]
    assert [int(n) for n in parts[::2]] == list(range(1, 30))
    for number, part in zip(parts[::2], parts[1::2], strict=True):
        (command,) = re.findall(r"^`\./run prostcli (.+)`$", part, re.MULTILINE)
        ((_, told, _, _),) = QUOTED.findall(part)
        assert told == command, number


def test_the_example_files_are_a_whole_programme_without_findings(tmp_path: Path) -> None:
    paths = example(tmp_path)
    kinds = {Path(p).stem.split("-")[-1] for p in paths}
    assert kinds == {
        *("programme", "boards", "obligations", "duties", "review"),
        *("plan", "report", "baseline"),
    }
    told = json.loads(prostcli("--root", str(tmp_path), "validate", "--output-format", "json"))
    assert [d for d in told["diagnostics"] if d["severity"] != "note"] == []


# Commands and their options


@cache
def options() -> dict[str, set[str]]:
    """The options of each command, and under "" those before it."""
    group = typer.main.get_command(application([]))
    commands = {"": group, **group.commands}  # type: ignore[attr-defined]
    common = {"-h", "--help"}
    return {
        name: {o for p in command.params for o in p.opts if o.startswith("-")} | common
        for name, command in commands.items()
    }


def invocations(text: str) -> Iterator[list[str]]:
    """The arguments of each call of prostcli that a document shows."""
    fences = "\n".join(FENCE.findall(text))
    typed = [line for line in fences.splitlines() if line.startswith("$ ")]
    shown = [*typed, *SPAN.findall(FENCE.sub("", text))]
    shown += re.findall(r"<!-- output: (.+?) \|", text)
    for line in shown:
        call = re.match(r"\s*(?:\$ )?(?:\./run |py run |\.venv/bin/)?prostcli\s+(.+)", line)
        if call:
            yield call[1].split("#")[0].replace("\\|", "|").split()


@documents
def test_commands_that_are_shown_exist(path: Path) -> None:
    for arguments in invocations(path.read_text(encoding="utf-8")):
        words = [a for a in arguments if re.fullmatch(r"[a-z]+", a)]
        command = next((w for w in words if w in COMMANDS), "")
        known = options()[command] | options()[""]
        assert command or all(a.startswith("-") or a == "COMMAND" for a in arguments[:1]), arguments
        for argument in arguments:
            option = argument.strip("[]").partition("=")[0]
            assert not option.startswith("-") or option == "-" or option in known, arguments


@documents
def test_options_that_are_named_exist(path: Path) -> None:
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    known = set().union(*options().values())
    others = {"--whole", "--files", "--runs", "-m", "-n", "-s", "--end-of-options"}  # of others
    for span in SPAN.findall(text):
        found = re.match(r"(--?[a-z][a-z-]*)\b", span)
        assert not found or found[1] in known | others, span


def test_readme_names_every_command_option_and_key() -> None:
    text = README.read_text(encoding="utf-8").replace("\\|", "|")
    spans = SPAN.findall(text)
    named = {word for span in spans for word in re.split(r"[\s|:]+", span)}
    for command, known in options().items():
        assert not command or any(s.startswith(f"prostcli {command}") for s in spans), command
        assert known <= named, (command, known - named)
    assert set(_keys()) <= named, set(_keys()) - named


def _keys() -> Iterator[str]:
    """Every key that the files may have."""
    models: list[type[BaseModel]] = [
        *(Programme, Register, Obligations, Duties, ReviewWords),
        *(Plan, Report, Baseline, Exemptions),
    ]
    seen = set()
    while models:
        model = models.pop()
        if model not in seen:
            seen.add(model)
            for name, field in model.model_fields.items():
                yield field.alias or name
                models += _models_in(field.annotation)


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for a in getattr(annotation, "__args__", ()) for m in _models_in(a)]


@documents
def test_codes_that_are_named_exist(path: Path) -> None:
    codes = set(re.findall(r"\bPRO[0-9]{3}\b", path.read_text(encoding="utf-8")))
    assert codes <= set(CATALOGUE)


# Paths and links


TOPS = (
    *("src/", "tests/", "docs/", "program/", "schema/", "templates/", "benchmarks/", "tools/"),
    ".ci/",
)


@documents
def test_paths_that_are_named_exist(path: Path) -> None:
    """Those in backticks. A word in capitals, `*` or `…` stands for any; so do new files' names."""
    for span in SPAN.findall(FENCE.sub("", path.read_text(encoding="utf-8"))):
        plain = span.removeprefix("./")
        if not plain.startswith(TOPS) or re.search(r"[A-Z]{2,}|[*…<]|\s", plain):
            continue
        if plain == EXEMPTIONS:  # there is one only where something is exempt
            continue
        assert (ROOT / plain.partition("#")[0].split(":")[0]).exists(), span


@documents
def test_links_lead_somewhere(path: Path) -> None:
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    for link in LINK.findall(text):
        assert "://" not in link, link
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), link
        if anchor:
            assert anchor in _anchors(target), link


def _anchors(path: Path) -> set[str]:
    """The anchors of a document's headings, as code hosts make them."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    found = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", h.lower()).strip().replace(" ", "-") for h in found}


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("*")), ids=_name)
def test_a_decision_is_numbered_and_half_a_page(path: Path) -> None:
    assert re.fullmatch(r"[0-9]{4}-[a-z0-9-]+\.md", path.name)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(f"# {int(path.name[:4])}. ")
    assert len(lines) <= 40


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(p.name[:4]) for p in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


# What may stand in no file


def test_no_file_names_a_package_host_or_a_machine() -> None:
    """Locks, documents and code work on any machine with any index."""
    hosts = ("pypi" + ".org", "python" + "hosted", "test." + "pypi", "index" + "-url =")
    machine = re.compile(rb"(?<![\w.:$}])/(?:home|ro" + rb"ot|wo" + rb"rk|Users)/[a-z]")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in filter(None, listed.stdout.decode().split("\0")):
        file = ROOT / name
        if not file.is_file() or file == Path(__file__):
            continue
        data = file.read_bytes()
        if name.startswith("tests/") or name == "tools/locks.py":
            continue  # they name hosts to forbid them, and folders that are not there
        assert not [h for h in hosts if h.encode() in data], name
        assert not machine.search(data), name


if __name__ == "__main__":
    for document in QUOTING:
        again = quoted(document.read_text(encoding="utf-8"))
        document.write_text(again, encoding="utf-8", newline="\n")
