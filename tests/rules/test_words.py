"""Every rule is worded and explained in every language, and every variant it can come in."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from prostcli.assessment.cells import STATUSES
from prostcli.diagnostic import Diagnostic
from prostcli.language import LANGUAGES, Language, Message, language
from prostcli.load import schema, yaml
from prostcli.load.workspace import load
from prostcli.model.material import Material
from prostcli.rules import CATALOGUE
from prostcli.rules.quotations import QUOTATIONS
from prostcli.rules.rule import Scene, run
from prostcli.usecases import check
from tests.findings import DAY

TOP = Path(__file__).parent.parent.parent
SOURCE = TOP / "src" / "prostcli"
CASES = TOP / "tests" / "cases"
SWEDISH = language("sv")
OTHERS = [code for code in LANGUAGES if code != "sv"]


def _slots(said: str | Message) -> set[str]:
    """The names that a text is filled with."""
    return set(re.findall(r"\{(\w+)\}", said if isinstance(said, str) else " ".join(said)))


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("part", ["marks", "terms", "messages", "errors"])
def test_every_language_has_the_same_keys(code: str, part: str) -> None:
    assert set(getattr(language(code), part)) == set(getattr(SWEDISH, part))


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("part", ["terms", "messages", "errors"])
def test_every_language_is_filled_with_the_same_facts(code: str, part: str) -> None:
    ours, theirs = getattr(SWEDISH, part), getattr(language(code), part)
    different = {k: (_slots(ours[k]), _slots(theirs[k])) for k in ours if k in theirs}
    assert {k: v for k, v in different.items() if v[0] != v[1]} == {}


@pytest.mark.parametrize("code", OTHERS)
def test_a_status_looks_the_same_in_every_language(code: str) -> None:
    def looks(words: Language) -> dict[str, tuple[str, str, str]]:
        return {k: (m.glyph, m.ascii, m.style) for k, m in words.marks.items()}

    assert looks(language(code)) == looks(SWEDISH)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_status_has_a_mark_of_its_own(code: str) -> None:
    marks = language(code).marks
    assert set(STATUSES) <= set(marks)
    assert len({m.glyph for m in marks.values()}) == len(marks)
    assert len({m.ascii for m in marks.values()}) == len(marks)
    assert all(m.ascii.isascii() and len(m.ascii) == 1 for m in marks.values())


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_rule_is_worded_and_nothing_else(code: str) -> None:
    worded = {key.partition(".")[0] for key in language(code).messages}
    assert worded == set(CATALOGUE)
    assert set(CATALOGUE) <= set(language(code).messages)  # also without a variant


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_is_a_sentence(code: str) -> None:
    for key, (text, hint) in language(code).messages.items():
        assert text.endswith((".", "?")), key
        assert hint == "" or hint.endswith((".", "?", "}")), key
        assert "  " not in text + hint, key


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_rule_has_a_manual_in_both_languages(code: str) -> None:
    """Enough to act on, and in lines that a terminal of 100 columns does not break."""
    for manual in (CATALOGUE[code].manual, SWEDISH.manuals[code]):
        assert len(manual) > 40 or code in ("PRO102", "PRO111", "PRO112")
        assert manual.strip() == manual
        assert max(len(line) for line in manual.splitlines()) <= 100


def test_no_manual_is_without_its_rule() -> None:
    assert set(SWEDISH.manuals) == set(CATALOGUE)


def test_codes_and_names_are_used_once() -> None:
    names = [rule.name for rule in CATALOGUE.values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"PRO\d{3}", code) for code in CATALOGUE)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


# --- variants


def _words_in(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def _given_as_variant(tree: ast.AST) -> Iterator[str]:
    """The words that a piece of code can set a fact `variant` to."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "variant":
            yield from _words_in(node.value)
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == "variant":
                    yield from _words_in(value)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Subscript) and "variant" in _words_in(target.slice):
                    yield from _words_in(node.value)


def _emitted() -> set[str]:
    """All variants there can be: those written out, and those of the tables."""
    found: set[str] = set()
    where = (SOURCE / "load", SOURCE / "rules")
    for path in (*(p for folder in where for p in folder.glob("*.py")), SOURCE / "usecases.py"):
        found |= set(_given_as_variant(ast.parse(path.read_text(encoding="utf-8"))))
    found |= {variant for _, variant in yaml._PROBLEMS} | {"other"}
    for wanted in {*schema._WANTED.values(), "other"}:
        found |= {wanted, f"{wanted}-none"}
    found |= {*schema._VARIANTS.values(), "text-bare", "gone", "denied"}
    found |= {
        "board", "group", "addressee", "subject", "section", "obligation", "duty", "decision",
        "proposal", "summary", "perspectives", "costs", "goals", "sections", "duties",
        "amendment", "goal", "nature", "partner", "question", "outcome", "missing", "outside",
        "in-commit", "comment-in-commit", "unread-in-commit", "gone-in-commit",
    }  # fmt: skip
    return found - {"masked"}  # what decides between two variants


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_variant_is_worded_and_every_worded_one_can_come(code: str) -> None:
    worded = {key.partition(".")[2] for key in language(code).messages if "." in key}
    assert _emitted() == worded


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> list[Diagnostic]:
    """What all cases give."""
    found: list[Diagnostic] = []
    for case in sorted(CASES.iterdir()):
        root = tmp_path_factory.mktemp("case") / "root"
        shutil.copytree(CASES / "base", root)
        shutil.copytree(case, root, dirs_exist_ok=True)
        if (case / "removed.txt").exists():
            for path in (case / "removed.txt").read_text(encoding="utf-8").split():
                (root / path).unlink()
        paper = (case / "paper.txt").read_bytes() if (case / "paper.txt").exists() else None
        found += check(load(root, watchful=True), DAY, paper)
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_message_is_filled_with_facts_that_are_there(
    code: str, everything: list[Diagnostic]
) -> None:
    words = language(code)
    for diagnostic in everything:
        variant = diagnostic.facts.get("variant")
        key = f"{diagnostic.code}.{variant}" if variant else diagnostic.code
        assert key in words.messages
        missing = {
            slot
            for slot in _slots(words.messages[key])
            if diagnostic.facts.get(slot) in (None, "", [])
        }
        assert not missing, (key, diagnostic.facts)


def test_the_cases_show_nearly_every_variant(everything: list[Diagnostic]) -> None:
    """Those left out need an odd file, a PATH, git, or a kind of value that no model has."""
    shown = {f"{d.code}.{d.facts['variant']}" for d in everything if d.facts.get("variant")}
    rest = {key for key in SWEDISH.messages if "." in key} - shown
    assert rest == {
        "PRO001.gone", "PRO001.denied", "PRO002.folder", "PRO002.link", "PRO004.utf16",
        "PRO002.no-folder", "PRO002.deep", "PRO005.marks", "PRO514.bytes", "PRO514.invisible",
        "PRO514.decomposed", "PRO514.windows", "PRO116.key", "PRO116.name", "PRO116.number",
        "PRO006.other", "PRO512.missing", "PRO512.outside", "PRO103.other",
        "PRO609.message", "PRO609.e-mail-address", "PRO609.personal-number", "PRO612.version",
        "PRO701.known", "PRO701.comment", "PRO701.shallow", "PRO701.not-fetched",
        "PRO703.was-there", "PRO706.was-there",
        "PRO704.in-commit", "PRO704.comment", "PRO704.comment-in-commit", "PRO704.gone",
        "PRO704.gone-in-commit", "PRO704.unread-in-commit", "PRO705.in-commit", "PRO705.gone",
        "PRO705.gone-in-commit", "PRO705.unread-in-commit",
    }  # fmt: skip


def test_the_page_of_rules_is_up_to_date() -> None:
    tool = [sys.executable, str(TOP / "tools" / "rules_page.py"), "--check"]
    ran = subprocess.run(tool, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_what_needs_the_paper_finds_nothing_by_itself(lindvik: Material) -> None:
    assert run(QUOTATIONS, Scene(lindvik)) == []
