"""Documents in English: the same chapters, figures and sources as in Swedish, in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from inline_snapshot import external_file
from jinja2 import Environment, FileSystemBytecodeCache, nodes
from ruamel.yaml import YAML

from prostcli.documents import engine, views
from prostcli.documents.engine import markdown, text
from prostcli.documents.text import wrapped
from prostcli.documents.views.show import (
    board_shown,
    duty_shown,
    obligation_shown,
    question_shown,
)
from prostcli.escape import markdown_text
from prostcli.language import LANGUAGES, Language, language
from prostcli.output.text import visible
from prostcli.usecases import View, view
from tests.desk import few
from tests.documents.conftest import TOP
from tests.documents.vocabulary import (
    NAMES,
    WORD,
    parsed,
    scalars,
    template_words,
    templates,
    vocabulary,
)

SWEDISH, ENGLISH = language("sv"), language("en")


@pytest.fixture(scope="module", autouse=True)
def _compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Several hundred documents are made here: most of the time went to compiling templates."""
    cache = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("compiled")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "Environment", partial(Environment, bytecode_cache=cache))
        yield


OTHERS = [code for code in LANGUAGES if code != "sv"]


def _chain(node: nodes.Node) -> str:
    """`r.front.title` of the node that stands for it; empty for what is no such path."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        inner = _chain(node.node)
        return f"{inner}.{node.attr}" if inner else ""
    return ""


def _paths(node: nodes.Node) -> Counter[str]:
    """Every value of the views that a template reads. What it has from its words is none."""
    found = Counter(_chain(n) for n in node.find_all(nodes.Getattr))
    return Counter({p: n for p, n in found.items() if p and not p.startswith(("w.", "loop."))})


def _calls(node: nodes.Node) -> Counter[str]:
    """Captions, pictures, places and the basis of tables."""
    names = (_chain(n.node) for n in node.find_all(nodes.Call))
    return Counter(n for n in names if n in ("caption", "picture", "place", "w.rests"))


def _filtered(node: nodes.Node) -> Counter[str]:
    """Sources, dates, numbers and texts of several paragraphs."""
    return Counter(
        f"{_chain(n.node) if n.node else ''}|{n.name}"
        for n in node.find_all(nodes.Filter)
        if n.name in ("mark", "day", "number", "block", "map", "sum", "selectattr")
    )


def _loops(node: nodes.Node) -> Counter[str]:
    """What is gone through, and under which condition."""
    return Counter(
        f"{n.target} {sorted(_paths(nodes.Output([n.iter])))} {n.test}"
        for n in node.find_all(nodes.For)
    )


def _conditions(node: nodes.Node) -> Counter[str]:
    return Counter(str(n.test) for n in node.find_all(nodes.If))


def _codes(node: nodes.Node) -> Counter[str]:
    """The codes that have words."""
    keys = (pair.key for pair in node.find_all(nodes.Pair))
    return Counter(str(k.value) for k in keys if isinstance(k, nodes.Const))


ASPECTS = [_paths, _calls, _filtered, _loops, _codes]
"""What the templates of two languages have alike."""

PLURAL = re.compile(r"Operand\(op='eq', expr=Const\(value=1\)\)|Name\(name='said'")
"""How a condition looks that only chooses between singular and plural."""
UNTRANSLATED = re.compile(r"attr='language'")
"""The condition for saying that what is not translated stands in Swedish."""


@pytest.mark.parametrize("code", OTHERS)
def test_each_language_has_the_same_templates(code: str) -> None:
    assert list(templates(code)) == NAMES


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", NAMES)
def test_templates_use_the_same_views(name: str, code: str) -> None:
    swedish, other = parsed("sv", name), parsed(code, name)
    for aspect in ASPECTS:
        ours, theirs = aspect(swedish), aspect(other)
        if aspect is _paths:
            ours, theirs = Counter(set(ours)), Counter(set(theirs) - {"front.language"})
        assert theirs == ours, aspect.__name__


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", NAMES)
def test_templates_have_the_same_conditions(name: str, code: str) -> None:
    ours, theirs = _conditions(parsed("sv", name)), _conditions(parsed(code, name))
    assert not ours - theirs, "a condition is forgotten"
    more = [c for c in theirs - ours if not PLURAL.search(c) and not UNTRANSLATED.search(c)]
    assert more == []


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", NAMES)
def test_macros_and_parts_are_the_same(name: str, code: str) -> None:
    def macros(node: nodes.Node) -> dict[str, int]:
        return {m.name: len(m.args) for m in node.find_all(nodes.Macro)}

    def parts(node: nodes.Node, of: str) -> Counter[str]:
        found: list[nodes.Include | nodes.Import]
        found = [*node.find_all(nodes.Include), *node.find_all(nodes.Import)]
        used = (str(n.template) for n in found)
        return Counter(u.replace(f"{of}/", "", 1) for u in used)

    swedish, other = parsed("sv", name), parsed(code, name)
    assert macros(swedish).items() <= macros(other).items()
    if not name.startswith("show-"):  # a word of its own may need the words
        assert parts(other, code) == parts(swedish, "sv")


# Words ---------------------------------------------------------------------------------------

IN_BOTH = {
    "as", "bör", "check", "delegation", "explain", "form", "git", "in", "k", "kan", "kronor",
    "l", "men", "n", "of", "organisation", "part", "plan", "programme", "prostcli", "reservation",
    "review", "sha",
    "ska", "text", "under", "validate", "version", "x", "y",
    # on the site: the names of pages, forms and keys; the command; a space of HTML
    "activities", "boards", "bom", "csv", "ctrl", "data", "downloads", "excel", "f", "html", "kb",
    "nbsp", "o", "obligation", "obligations", "readme", "search", "site", "sources", "unicode",
    "utf", "year",
}  # fmt: skip
"""Words that Swedish and English documents have in common, read one by one: words that both
languages have; “bör”, “kan” and “ska”, which the text of a measure is quoted as saying; the words
of a command; signs."""


def test_no_swedish_word_is_left_in_the_english_templates() -> None:
    assert template_words("sv") & template_words("en") == IN_BOTH


def _documents(seen: View, words: Language) -> dict[str, str]:
    """The documents of a workspace: the review, all annexes, and all that can be shown."""
    assessment, locate = seen.assessment, seen.workspace.locate
    material = assessment.material
    found = {"review": markdown("review", words, r=views.review(assessment, words, locate))}
    for board in material.boards:
        for year in material.programme.term.years:
            annex = views.annex(assessment, words, locate, board, year)
            found[f"annex {board} {year}"] = markdown("annex", words, a=annex)
    shown: list[tuple[str, Callable[..., object], list[str]]] = [
        ("show-obligation", obligation_shown, list(material.obligation)),
        ("show-board", board_shown, list(material.boards)),
        ("show-duty", duty_shown, [d.id for d in material.duties_file.value.duties]),
        ("show-question", question_shown, [q.id for q in material.programme.questions]),
    ]
    for template, made, ids in shown:
        for wanted in ids:
            drawn = made(assessment, words, locate, wanted)
            found[f"{template} {wanted}"] = text(template, words, visible, s=drawn)
    return found


@pytest.fixture(scope="module")
def nordhamn_view() -> View:
    return view(TOP / "examples" / "nordhamn", date(2016, 6, 1), "2012-2015")


def _given(root: Path) -> dict[str, re.Pattern[str]]:
    """Every text that stands in the files, as documents show it; a longer one before a shorter."""
    texts: set[str] = set()
    for path in (*root.glob("program/**/*.yaml"), *root.glob("reports/**/*.yaml")):
        texts.add(path.relative_to(root).as_posix())
        for scalar in scalars(YAML(typ="safe").load(path.read_text(encoding="utf-8"))):
            for paragraph in re.split(r"\n\s*\n", scalar):
                line = " ".join(paragraph.split())
                texts |= {line, markdown_text(line)}
                if path.name == "review.yaml":  # the owner is quoted in the summary
                    texts.add(f"{line.split('. ')[0].removesuffix('.')}.")
    said = {t.lower() for t in texts if t} - vocabulary(ENGLISH)
    ordered = sorted(said, key=lambda t: (-len(t), t))
    return {t: re.compile(rf"(?<!\w){re.escape(t)}(?!\w)") for t in ordered}


SIGNS = re.compile(r"<a [^>]*></a>|\[?K\d+(?::\d+\])?|\b[0-9a-f]{16}…")
"""Places to link to, marks of sources, the checksum."""


def _own(line: str, given: dict[str, re.Pattern[str]]) -> str:
    """What a document says in a line beside what stands in the files."""
    left = SIGNS.sub(" ", line).lower()
    for said, found in given.items():
        if said in left:
            left = found.sub(" ", left)
    return left


@pytest.mark.parametrize(("which", "root"), [("lindvik", "tests"), ("nordhamn", "examples")])
def test_what_is_not_from_the_files_is_english(
    which: str, root: str, request: pytest.FixtureRequest
) -> None:
    """Take away what stands in the files: the words that are left are those of the language."""
    seen: View = request.getfixturevalue(f"{which}_view")
    given, known = _given(TOP / root / which), vocabulary(ENGLISH)
    lines = {line for drawn in _documents(seen, ENGLISH).values() for line in drawn.split("\n")}
    for line in sorted(lines):
        if not re.match(r"\[K\d+:\d+\]: ", line):
            assert set(WORD.findall(_own(line, given))) <= known, line


# Figures -------------------------------------------------------------------------------------

NUMBER = re.compile(r"\d+(?:[.,:/–-]\d+)*")
MARK = re.compile(r"\[K\d+:\d+\]")
KIND = re.compile(r"^\s*(?:#+ |- |> |\d+\. |\|)?")


def _numbers(line: str, words: Language) -> Counter[str]:
    """Every number, date, share and mark of a line, whatever stands between thousands."""
    apart = re.compile(rf"(?<=\d)[ \u00a0{words.thousands}](?=\d{{3}}(?!\d))")
    return Counter(NUMBER.findall(apart.sub("", line)))


@pytest.mark.parametrize("which", few(["nordhamn", "lindvik", "real"]))
def test_both_languages_say_the_same_figures(which: str, request: pytest.FixtureRequest) -> None:
    """Line by line: the same kind of line, the same sources, the same numbers."""
    seen: View = request.getfixturevalue(f"{which}_view")
    swedish, english = _documents(seen, SWEDISH), _documents(seen, ENGLISH)
    assert list(swedish) == list(english)
    for name, drawn in swedish.items():
        ours, theirs = drawn.split("\n"), english[name].split("\n")
        assert len(ours) == len(theirs), name
        for our, their in zip(ours, theirs, strict=True):
            for found in (KIND.match(our), KIND.match(their)):
                assert found
            assert KIND.match(our)[0] == KIND.match(their)[0], (our, their)  # type: ignore[index]
            assert our.count("|") == their.count("|"), (our, their)
            assert Counter(MARK.findall(our)) == Counter(MARK.findall(their)), (our, their)
            assert _numbers(our, SWEDISH) == _numbers(their, ENGLISH), (our, their)


def test_numbers_and_days_are_written_as_the_language_does(lindvik_view: View) -> None:
    assessment, locate = lindvik_view.assessment, lindvik_view.workspace.locate
    for words, cost, due in (
        (SWEDISH, "| 214\u00a0000 |", "Klart senast 31 maj 2021."),
        (ENGLISH, "| 214,000 |", "Due 31 May 2021."),
    ):
        drawn = markdown("review", words, r=views.review(assessment, words, locate))
        assert cost in drawn
        assert due in drawn
        shown = board_shown(assessment, words, locate, "kultur-fritid")
        told = text("show-board", words, visible, s=shown)
        assert cost.strip("| ").replace("\u00a0", " ") in told


@pytest.mark.parametrize(
    ("lines", "said"), [("L18", "line 18"), ("L13-18", "lines 13–18"), ("L3, L9", "lines 3, 9")]
)
def test_one_line_is_singular(tmp_path: Path, lines: str, said: str) -> None:
    for name, ending in (("words.md", "md"), ("show-words.txt", "txt")):
        folder = tmp_path / ending
        (folder / "en").mkdir(parents=True)
        source = f'{{% import "en/{name}.j2" as w %}}{{{{ w.lines(at) }}}}'
        (folder / "en" / f"x.{ending}.j2").write_text(source, encoding="utf-8")
    assert markdown("x", ENGLISH, tmp_path / "md", at=lines) == f"{said}\n"
    assert text("x", ENGLISH, visible, tmp_path / "txt", at=lines) == f"{said}\n"


def test_what_is_not_translated_is_said_once(lindvik_view: View) -> None:
    for name, drawn in _documents(lindvik_view, ENGLISH).items():
        told = re.findall(r"Quotations[^.]*Swedish", drawn)
        assert len(told) == 1, name


def test_of_a_programme_in_english_nothing_is_said_of_swedish(lindvik_view: View) -> None:
    whole = views.review(lindvik_view.assessment, ENGLISH, lindvik_view.workspace.locate)
    whole = whole._replace(front=whole.front._replace(language="en"))
    assert "Swedish" not in markdown("review", ENGLISH, r=whole)


# Golden --------------------------------------------------------------------------------------


def test_golden_review(lindvik_view: View) -> None:
    drawn = _documents(lindvik_view, ENGLISH)["review"]
    assert drawn == external_file("golden/lindvik-review.en.md", format=".txt")


def test_golden_annex(lindvik_view: View) -> None:
    drawn = _documents(lindvik_view, ENGLISH)["annex kultur-fritid 2021"]
    assert drawn == external_file("golden/lindvik-annex.en.md", format=".txt")


def test_golden_shown(lindvik_view: View) -> None:
    documents = _documents(lindvik_view, ENGLISH)
    names = [f"show-obligation {i}" for i in ("a.1", "b.2", "1.2")]
    names += [f"show-board {b}" for b in ("kultur", "kultur-fritid", "teknik")]
    line = "=" * 80
    shown = f"\n{line}\n\n".join(wrapped(documents[n], 80) for n in names)
    assert shown == external_file("golden/lindvik-show.en.txt", format=".txt")
