"""`review` and `show` at the command line."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from prostcli.cli import main
from prostcli.documents import bounds
from prostcli.documents.templates import TYPST, template_names, templates_folder
from tests.desk import few

LINDVIK = Path(__file__).resolve().parents[1] / "lindvik"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("PROSTCLI_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def prostcli(*arguments: str, root: Path = LINDVIK) -> tuple[int, str, str]:
        whole = ["--root", str(root), "--as-of", "2023-04-01", *arguments]
        monkeypatch.setattr(sys, "argv", ["prostcli", *whole])
        status = main.run(whole)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return prostcli


def test_the_document_is_stdout(run: Run) -> None:
    status, out, err = run("review")
    assert (status, err) == (0, "")
    assert out.startswith("# Uppföljning av Lek och fritid åt alla")
    assert run("review", "--format", "md")[1] == out


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["review"], "# Review of Lek och fritid åt alla"),
        (["review", "--board", "teknik", "--year", "2020"], "# Tekniska nämnden: Play for"),
        (["show", "a.1"], "a.1 Besiktning av lekplatser\nPlay for everyone. As of 1 April 2023."),
    ],
)
def test_documents_are_in_the_language_asked_for(
    run: Run, arguments: list[str], begins: str
) -> None:
    status, out, err = run(*arguments, "--lang", "en")
    assert (status, err) == (0, "")
    assert out.startswith(begins)


def test_the_document_is_written_to_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "review.md"
    assert run("review", "-o", str(file))[:2] == (0, "")
    assert file.read_bytes() == run("review")[1].encode("utf-8")
    assert [p.name for p in tmp_path.iterdir()] == ["review.md"]


@pytest.mark.parametrize("name", ["x.xyz", "x", "x.odt", "x.", ".md", "pdf"])
def test_a_name_that_tells_no_form_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    status, out, err = run("review", "-o", str(file))
    assert (status, out) == (2, "")
    assert ".md, .html, .pdf eller .docx" in " ".join(err.split())
    assert not file.exists()
    assert run("review", "--lang", "en", "-o", str(file))[2].count(".docx") == 1
    assert run("review", "--format", "md", "-o", str(file))[:2] == (0, "")
    assert file.read_text(encoding="utf-8").startswith("# Uppf")
    assert run("review", "-o", str(file))[0] == 2, "though it is there"


def test_a_name_of_another_form_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.DOCX"
    status, out, err = run("review", "--format", "html", "-o", str(file))
    assert (status, out) == (2, "")
    assert "slutar på .docx, men --format är html" in err
    assert not file.exists()
    assert run("review", "--format", "html", "-o", str(tmp_path / "x.HTML"))[0] == 0


def test_no_file_and_a_device_need_no_ending(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("review", "-o", "-") == run("review")
    assert run("review", "-o", os.devnull)[:2] == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_an_annex_is_of_one_board_and_year(run: Run) -> None:
    status, out, _ = run("review", "--board", "teknik", "--year", "2020")
    assert status == 0
    assert out.startswith("# Tekniska nämnden: Lek och fritid åt alla, år 2020"), "its name then"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["review", "--board", "teknik"], "--year"),
        (["review", "--year", "2021"], "--board"),
        (["review", "--board", "teknk", "--year", "2021"], "Menade du teknik?"),
        (["review", "--board", "teknik", "--year", "1999"], "1999"),
        (["review", "--board", "teknik", "--year", "x"], "x"),
        (["review", "--format", "odt"], "odt"),
        (["review", "--templates", "nosuch"], "nosuch"),
        (["show", "teknk"], "Menade du teknik?"),
        (["show", "1.9"], "1.9"),
        (["show"], "ID"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, arguments: list[str], told: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert told in err


def test_a_template_can_be_replaced_alone(run: Run, tmp_path: Path) -> None:
    chapter = tmp_path / "sv" / "review" / "goals.md.j2"
    chapter.parent.mkdir(parents=True)
    chapter.write_text("## Egna mål\n{{ r.front.city }}\n", encoding="utf-8")
    out = run("review", "--templates", str(tmp_path))[1]
    assert "## Egna mål\nLindvik" in out
    assert "## 7. Åtgärderna" in out
    assert "## 6. Målen" not in out


@pytest.mark.parametrize(
    ("lang", "told"),
    [("sv", "gör på rad 2 något som inte går"), ("en", "does something on line 2 that cannot be")],
)
def test_a_fault_in_ones_own_template_is_told(
    run: Run, tmp_path: Path, lang: str, told: str
) -> None:
    for code in ("sv", "en"):
        chapter = tmp_path / code / "review" / "goals.md.j2"
        chapter.parent.mkdir(parents=True)
        chapter.write_text("## A\n{{ 1/0 }}\n", encoding="utf-8")
    status, out, err = run("--lang", lang, "review", "--templates", str(tmp_path))
    assert (status, out) == (2, "")
    assert f"{tmp_path / lang / 'review' / 'goals.md.j2'} {told}" in err


@pytest.mark.parametrize(
    ("lang", "told"),
    [("sv", "innehåller ingen mall. Egna mallar heter"), ("en", "holds no template. Templates of")],
)
@pytest.mark.parametrize("held", few(["sv/rewiev.md.j2", "", "review.md.j2", "sv/review.md.j2/x"]))
def test_a_folder_without_a_template_is_refused(
    run: Run, tmp_path: Path, lang: str, told: str, held: str
) -> None:
    """Names of a file that the tool has none of, and a folder called as a template."""
    (tmp_path / "sv").mkdir()
    if held:
        (tmp_path / held).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / held).write_text("x", encoding="utf-8")
    output = tmp_path / "site"
    others = (["site", "-o", str(output)], ["serve", "--port", "0"])
    for command in (["review"], *(others if not held else ())):
        status, out, err = run("--lang", lang, *command, "--templates", str(tmp_path))
        assert (status, out) == (2, "")
        assert told in " ".join(err.split())
        assert "sv/review.md.j2" in err
    assert not output.exists()


def test_the_names_that_are_told_are_of_templates_that_there_are(run: Run, tmp_path: Path) -> None:
    told = run("review", "--templates", str(tmp_path))[2]
    names = re.findall(r"[\w/-]+\.(?:html\.j2|md\.j2|css)\b", told)
    assert len(names) == 5
    assert set(names) <= set(template_names())


NO_STYLES = {
    "sv": "--reference gäller bara Word (docx), men dokumentet görs som {}.",
    "en": "--reference is for Word (docx) only, but the document is made as {}.",
}


@pytest.mark.parametrize("lang", NO_STYLES)
@pytest.mark.parametrize("asked", ["--format=md", "--format=html", "-o=y.html", "-o=y.pdf"])
def test_a_document_for_the_styles_is_refused_where_there_are_none(
    run: Run, tmp_path: Path, lang: str, asked: str
) -> None:
    option, value = asked.split("=")
    output = tmp_path / value
    given = ("-o", str(output)) if option == "-o" else (option, value)
    status, out, err = run("--lang", lang, "review", "--reference", "README.md", *given)
    assert (status, out) == (2, "")
    assert NO_STYLES[lang].format(value.rpartition(".")[2]) in " ".join(err.split())
    assert not output.exists()


@pytest.mark.parametrize(
    ("lang", "none", "unfit"),
    few(
        [
            ("sv", "är inget Worddokument", "gick inte att göra med formatmallarna i"),
            ("en", "is no Word document", "could not be made with the styles in"),
        ]
    ),
)
def test_what_is_no_word_document_gives_no_styles(
    run: Run, tmp_path: Path, lang: str, none: str, unfit: str
) -> None:
    """A text, nothing, a folder, a ZIP of something else, and one that only looks the part."""
    reference, output = tmp_path / "stil.docx", tmp_path / "y.docx"

    def told() -> str:
        given = ("--reference", str(reference), "-o", str(output))
        status, out, err = run("--lang", lang, "review", *given)
        assert (status, out) == (2, "")
        assert not output.exists()
        assert str(reference) in err
        return " ".join(err.split())

    assert none in told()
    reference.mkdir()
    assert none in told()
    reference.rmdir()
    reference.write_text("# Läs mig\n", encoding="utf-8")
    assert none in told()
    for names, said in (
        (["word/document.xml"], none),
        (["content.xml", "styles.xml"], none),
        (["word/document.xml", "word/styles.xml"], unfit),
    ):
        with ZipFile(reference, "w") as parts:
            for name in names:
                parts.writestr(name, "<a")
        assert said in told()


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("sv", "sluta på .md, .html, .pdf eller .docx, eller"),
        ("en", "in .md, .html, .pdf or .docx, or"),
    ],
)
def test_the_endings_are_told_as_a_choice(run: Run, tmp_path: Path, lang: str, told: str) -> None:
    status, _, err = run("--lang", lang, "review", "-o", str(tmp_path / "x.xyz"))
    assert status == 2
    assert told in " ".join(err.split())


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    root = tmp_path / "lindvik"
    shutil.copytree(LINDVIK, root)
    (root / "reports/2020-2022/teknik/2022-report.yaml").write_text("[", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "arguments",
    [["review"], ["review", "--board", "teknik", "--year", "2022"], ["show", "teknik"]],
)
def test_an_invalid_submission_is_named_first(run: Run, broken: Path, arguments: list[str]) -> None:
    status, out, err = run(*arguments, root=broken)
    assert status == 1
    assert "reports/2020-2022/teknik/2022-report.yaml" in err
    assert "måste rättas" in out


def test_a_file_that_cannot_be_read_stops_no_document(run: Run, tmp_path: Path) -> None:
    """A link where a report should be has no fingerprint: that is said, and it is made again."""
    root = shutil.copytree(LINDVIK, tmp_path / "lindvik")
    report = next(root.glob("reports/*/teknik/2020-report.yaml"))
    name = report.relative_to(root).as_posix()
    report.unlink()
    report.symlink_to(tmp_path / "elsewhere.yaml")
    document = tmp_path / "review.md"
    for lang, cell in (("sv", "går inte att läsa"), ("en", "cannot be read")):
        status, _, err = run("review", "-o", str(document), "--lang", lang, root=root)
        assert (status, err.rstrip().endswith(name)) == (1, True)
        assert f" | {name} | {cell} |\n" in document.read_text("utf-8")
        assert run("review", "--check", str(document), "--lang", lang, root=root)[0] == 0
    status, out, _ = run("review", "--board", "teknik", "--year", "2020", root=root)
    assert status == 1
    assert name in out


def test_from_a_programme_with_errors_nothing_is_told(run: Run, broken: Path) -> None:
    (broken / "program/2020-2022/boards.yaml").write_text("kind: boards\n", encoding="utf-8")
    for arguments in (["review"], ["show", "teknik"]):
        status, out, _ = run(*arguments, root=broken)
        assert (status, out) == (2, "")


def test_show_fits_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    status, out, _ = run("show", "a.1")
    assert status == 0
    assert all(len(x) <= 50 or " " not in x.strip("- ") for x in out.split("\n"))


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("sv", "används inte: hur en PDF sätts går inte att byta ut"),
        ("en", "is not used: how a PDF is set cannot be replaced"),
    ],
)
@pytest.mark.parametrize("form", ["md", "pdf"])
def test_how_a_pdf_is_set_cannot_be_replaced(
    run: Run, tmp_path: Path, lang: str, told: str, form: str
) -> None:
    """Typst would fetch the package, and read the file: it is not even begun."""
    (tmp_path / "style.css").write_text("", encoding="utf-8")
    own, out = tmp_path / "review.typ", tmp_path / f"ut.{form}"
    own.write_text('#import "@preview/cetz:0.3.4"\n#read("/etc/passwd")\n', encoding="utf-8")
    for linked in (False, True):
        if linked:
            own.unlink()
            own.symlink_to(tmp_path / "nowhere")
        status, _, err = run("--lang", lang, "review", "--templates", str(tmp_path), "-o", str(out))
        assert status == 2
        assert f"{own} {told}" in " ".join(err.split())
        assert not out.exists()


def test_what_sets_a_pdf_reads_nothing_but_its_data() -> None:
    program = (templates_folder() / TYPST).read_text(encoding="utf-8")
    code = re.sub(r"//.*", "", program)
    assert re.findall(r"\bjson\b.*", code) == ["json(bytes(sys.inputs.data))"]
    for word in ("yaml", "toml", "csv", "xml", "cbor", "read", "image", "plugin", "bibliography",
                 "eval", "import", "include"):  # fmt: skip
        assert not re.search(rf"\b{word}\b *[\"(]", code), word


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("sv", "kommer inte fram: på rad 2 har den tagit fler steg än en mall får. Se efter om"),
        ("en", "does not come to an end: on line 2 it has taken more steps than a template may."),
    ],
)
def test_a_template_without_end_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, told: str
) -> None:
    monkeypatch.setattr(bounds, "STEPS", 50_000)
    for code in ("sv", "en"):
        (tmp_path / code).mkdir()
        (tmp_path / code / "review.md.j2").write_text(
            "# {{ r.front.title }}\n{% for a in range(9999) %}{% for b in range(9999) %}"
            "{% endfor %}{% endfor %}\n",
            encoding="utf-8",
        )
    status, out, err = run("--lang", lang, "review", "--templates", str(tmp_path))
    assert (status, out) == (2, "")
    assert f"{tmp_path / lang / 'review.md.j2'} {told}" in " ".join(err.split())
