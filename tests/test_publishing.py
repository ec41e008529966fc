"""A document keeps what it rests on, and can be made again from it or says what has changed."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zlib
from datetime import date
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import pytest

from prostcli.documents.provenance import Own, Recipe, as_comments, forge_link, recipe_in, written
from prostcli.documents.sources import Source
from prostcli.errors import ProstError
from prostcli.model.history import InGit, Touched
from prostcli.publishing import own
from prostcli.publishing.own import found
from tests.cli.conftest import TOP, Prostcli
from tests.cli.conftest import prostcli as prostcli  # noqa: PLC0414  a fixture
from tests.repositories import Made, copied

REPORT = "reports/2012-2015/sodra/2013-report.yaml"
LATER = "reports/2012-2015/norra/2012-report.yaml"
AT = ("--as-of", "2016-06-01")


@pytest.fixture
def repo(tmp_path: Path) -> Made:
    repo = copied(TOP / "examples/nordhamn", tmp_path / "nordhamn")
    repo.commit({})
    return repo


@pytest.fixture(params=["md", "html", pytest.param("docx", marks=pytest.mark.slow)])
def document(
    request: pytest.FixtureRequest, repo: Made, tmp_path: Path, prostcli: Prostcli
) -> Path:
    file = tmp_path / f"review.{request.param}"
    done = prostcli("--root", str(repo.root), "review", *AT, "-o", str(file))
    assert done.status == 0, done.err
    return file


def test_it_can_be_made_again_from_the_same_files(
    repo: Made, document: Path, prostcli: Prostcli
) -> None:
    done = prostcli("--root", str(repo.root), "review", "--check", str(document))
    assert done.status == 0
    assert "kan göras på nytt ur filerna, tecken för tecken" in done.out
    assert "läget 1 juni 2016" in done.out


def test_from_the_commit_where_the_files_have_changed_since(
    repo: Made, document: Path, prostcli: Prostcli
) -> None:
    commit = repo.git("rev-parse", "HEAD")[:9]
    repo.edit(REPORT, "year: 2013", "year: 2013  # rättat")
    repo.commit({})
    done = prostcli("--root", str(repo.root), "review", "--check", str(document))
    assert done.status == 0
    assert (
        f"ur arkivet, tecken för tecken: program 2012-2015, läget 1 juni 2016, version {commit}"
        in (done.out)
    )
    assert f"ändrad eller borta: {REPORT}" in done.out


def test_without_that_commit_it_cannot_and_the_files_are_named(
    repo: Made, document: Path, prostcli: Prostcli
) -> None:
    repo.edit(REPORT, "year: 2013", "year: 2013  # rättat")
    (repo.root / LATER).unlink()
    shutil.rmtree(repo.root / ".git")
    done = prostcli("--root", str(repo.root), "review", "--check", str(document))
    assert done.status == 1
    assert "kan inte göras på nytt" in done.out
    assert done.out.count("ändrad eller borta: ") == 2
    assert LATER in done.out


def test_a_document_that_was_altered_is_found_out(
    repo: Made, tmp_path: Path, prostcli: Prostcli
) -> None:
    file = tmp_path / "review.md"
    prostcli("--root", str(repo.root), "review", *AT, "-o", str(file))
    text = file.read_text(encoding="utf-8")
    line = next(n for n, row in enumerate(text.split("\n"), 1) if "7 av 10 fall" in row)
    file.write_text(text.replace("7 av 10 fall", "9 av 10 fall"), encoding="utf-8")
    done = prostcli("--root", str(repo.root), "review", "--check", str(file))
    assert done.status == 1
    assert f"från rad {line}." in done.out


def test_a_document_of_files_that_git_does_not_have_so_names_no_commit(
    repo: Made, tmp_path: Path, prostcli: Prostcli
) -> None:
    repo.edit(REPORT, "year: 2013", "year: 2013  # rättat")
    file = tmp_path / "review.html"
    prostcli("--root", str(repo.root), "review", *AT, "-o", str(file))
    assert recipe_in(file.read_bytes()).commit == ""
    assert "med ändringar som inte är införda i git" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "data", [b"", b"# Uppf\xc3\xb6ljning\n", b"PK\x03\x04nonsense", b"\xff\xfe\x00",
             b"<!-- prostcli {} -->\n", b'<meta name="prostcli" content="{&quot;version&quot;:1}">',
             b"<!-- prostcli {" + b"[" * 100_000 + b"} -->\n"],
)  # fmt: skip
def test_what_is_no_document_of_ours_is_told(
    data: bytes, tmp_path: Path, prostcli: Prostcli
) -> None:
    file = tmp_path / "other"
    file.write_bytes(data)
    root = str(TOP / "examples/nordhamn")
    done = prostcli("--root", root, "review", "--check", str(file))
    assert done.status == 2
    assert "inget dokument som prostcli har gjort" in done.err


def test_check_stands_by_itself(prostcli: Prostcli) -> None:
    done = prostcli("review", "--check", "x.md", "--format", "html")
    assert (done.status, done.out) == (2, "")
    assert "--format" in done.err
    for odd in ("nowhere.md", ".", "/dev/zero"):
        done = prostcli("review", "--check", odd)
        assert (done.status, done.out) == (2, "")
        assert "går inte att läsa" in done.err


def test_the_fingerprints_are_those_of_the_files(repo: Made, document: Path) -> None:
    recipe = recipe_in(document.read_bytes())
    edition = [
        file.relative_to(repo.root).as_posix()
        for folder in ("program", "reports")
        for file in (repo.root / folder / "2012-2015").rglob("*.yaml")
    ]
    assert sorted(recipe.files) == sorted(edition)
    for path, sha in recipe.files.items():
        assert hashlib.sha256((repo.root / path).read_bytes()).hexdigest() == sha
    if document.suffix != ".docx":
        text = document.read_text(encoding="utf-8")
        assert all(f"{sha}" in text.partition("<!-- prostcli")[0] for sha in recipe.files.values())


RECIPE = Recipe(
    tool="0", edition="a", as_of="2016-06-01", language="sv", form="md",
    files={"a--b<!-->\"'&.yaml": "0" * 64},
)  # fmt: skip


def test_a_recipe_ends_no_comment_and_opens_no_element() -> None:
    text = written(RECIPE)
    assert "--" not in text
    assert "<" not in text
    assert ">" not in text
    assert json.loads(text)["files"] == RECIPE.files
    assert recipe_in(f"<!-- prostcli {text} -->".encode()) == RECIPE


@pytest.mark.parametrize(
    "field", [{"edition": "../x"}, {"as_of": "2016"}, {"commit": "HEAD"}, {"commit": "--output=x"},
              {"form": "exe"}, {"language": "../.."}, {"board": "a/b"}, {"files": {"a": "x"}},
              {"as_of": "2013-02-31"}, {"language": "fr"}, {"board": "a"}, {"year": 2013},
              {"board": "a", "year": 99999}, {"programs": {"typst": "0" * 41}},
              *({"templates": {"sha256": "0" * 64, "path": path}}
                for path in ("/etc", "../x", "a/../../x", "a\\b", "C:/x", "a\0")),
              {"templates": {"sha256": "0"}}],
)  # fmt: skip
def test_a_recipe_is_hostile_until_it_fits(field: dict[str, object]) -> None:
    data = {**RECIPE.model_dump(), **field}
    with pytest.raises(ProstError, match="no-recipe"):
        recipe_in(f"<!-- prostcli {json.dumps(data)} -->".encode())


FORGE = "https://forge.example/city/blob/{commit}/{path}#L{line}"


def test_a_mark_leads_to_the_forge_where_git_has_the_file_so(
    repo: Made, prostcli: Prostcli
) -> None:
    repo.edit("program/2012-2015/programme.yaml", "paper:", f"forge: {FORGE}\npaper:")
    commit = repo.commit({})
    repo.edit(REPORT, "year: 2013", "year: 2013  # rättat")
    out = prostcli("--root", str(repo.root), "review", *AT).out
    assert f"<https://forge.example/city/blob/{commit}/program/2012-2015/programme.yaml#L12>" in out
    assert f"{REPORT}#L" not in out  # it is not as git has it: its marks lead to the list
    assert f'> "{REPORT}, rad 7"' in out


def test_the_address_of_a_line_is_escaped_and_filled_once() -> None:
    touched = Touched("c" * 9, date(2016, 1, 1), "x")
    path = "reports/{line} å#?.yaml"
    git = InGit({path: touched}, "c" * 40, changed=False, prefix="stad/")
    found = forge_link(FORGE, git, Source(1, 7, path))
    assert found == (
        f"https://forge.example/city/blob/{'c' * 40}/stad/reports/%7Bline%7D%20%C3%A5%23%3F.yaml#L7"
    )


def test_line_ends_of_another_system_are_no_change(
    repo: Made, tmp_path: Path, prostcli: Prostcli
) -> None:
    file = tmp_path / "review.md"
    prostcli("--root", str(repo.root), "review", *AT, "-o", str(file))
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert prostcli("--root", str(repo.root), "review", "--check", str(file)).status == 0


def test_it_is_tried_from_the_commit_where_the_programme_is_broken_now(
    repo: Made, tmp_path: Path, prostcli: Prostcli
) -> None:
    file = tmp_path / "review.md"
    prostcli("--root", str(repo.root), "review", *AT, "-o", str(file))
    repo.edit("program/2012-2015/programme.yaml", "kind: programme", "kind: [")
    done = prostcli("--root", str(repo.root), "review", "--check", str(file))
    assert done.status == 0
    assert "ur arkivet" in done.out


def test_an_annex_names_the_programme_among_its_files(
    repo: Made, tmp_path: Path, prostcli: Prostcli
) -> None:
    file = tmp_path / "annex.html"
    annex = ("review", "--board", "sodra", "--year", "2014", *AT, "-o", str(file))
    prostcli("--root", str(repo.root), *annex)
    path = "program/2012-2015/obligations.yaml"
    assert path in recipe_in(file.read_bytes()).files
    assert "Underlag: program 2012-2015" in file.read_text(encoding="utf-8")
    repo.edit(path, "kind: obligations", "kind: obligations  # ändrad")
    done = prostcli("--root", str(repo.root), "review", "--check", str(file))
    assert f"ändrad eller borta: {path}" in done.out


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (('"board":"sodra"', '"board":"finnsinte"'), "ingen nämnd och inget bolag finnsinte"),
        (('"year":2014', '"year":2016'), "Programmet gäller inte 2016."),
    ],
)
def test_an_annex_of_what_is_not_there_blames_no_file(
    repo: Made, tmp_path: Path, prostcli: Prostcli, changed: tuple[str, str], told: str
) -> None:
    file = tmp_path / "annex.md"
    annex = ("review", "--board", "sodra", "--year", "2014", *AT, "-o", str(file))
    prostcli("--root", str(repo.root), *annex)
    text = file.read_text(encoding="utf-8")
    assert changed[0] in text
    file.write_text(text.replace(*changed), encoding="utf-8")
    done = prostcli("--root", str(repo.root), "review", "--check", str(file))
    assert (done.status, done.out) == (2, "")
    assert told in done.err


def test_what_is_damaged_or_locked_is_no_document_of_ours(tmp_path: Path) -> None:
    import zipfile

    from prostcli.documents.provenance import WORD_PART

    file = tmp_path / "a.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(WORD_PART, "<recipe>" * 200_000)
    with pytest.raises(ProstError, match="no-recipe"):
        recipe_in(file.read_bytes())
    data = bytearray(file.read_bytes())
    data[60:80] = b"\xff" * 20
    with pytest.raises(ProstError, match="no-recipe"):
        recipe_in(bytes(data))


@pytest.mark.slow
@pytest.mark.parametrize("forge", [False, True])
def test_what_a_site_offers_can_be_made_again(
    repo: Made, tmp_path: Path, prostcli: Prostcli, *, forge: bool
) -> None:
    if forge:
        repo.edit("program/2012-2015/programme.yaml", "paper:", f"forge: {FORGE}\npaper:")
        repo.commit({})
    site = tmp_path / "site"
    root = ("--root", str(repo.root))
    assert prostcli(*root, "site", "-o", str(site), *AT).status == 0
    for name in ("review.md", "review-document.html"):
        assert prostcli(*root, "review", "--check", str(site / name)).status == 0, name
        told = (site / name).read_text(encoding="utf-8")
        assert ("https://forge.example/city/blob/" in told) is forge


# --- made with what is not the tool's own


CHAPTER = "sv/review/goals.md.j2"


def own_templates(folder: Path) -> Path:
    """Templates of somebody's own."""
    (folder / CHAPTER).parent.mkdir(parents=True)
    (folder / CHAPTER).write_text("## Egna mål\n{{ r.front.city }}\n", encoding="utf-8")
    return folder


def test_templates_that_only_the_document_names_are_not_used(
    repo: Made, tmp_path: Path, prostcli: Prostcli
) -> None:
    own_templates(repo.root / "mallar")
    file, root = tmp_path / "review.md", ("--root", str(repo.root))
    told = ("review", *AT, "--templates", str(repo.root / "mallar"), "-o", str(file))
    prostcli(*root, *told)
    data = file.read_bytes()
    prostcli(*root, *told)
    assert file.read_bytes() == data
    chapter = hashlib.sha256((repo.root / "mallar" / CHAPTER).read_bytes()).hexdigest()
    kept = recipe_in(data).templates
    assert kept is not None
    assert kept.path == "mallar"
    assert kept.sha256 == hashlib.sha256(f"{chapter} {CHAPTER}\0".encode()).hexdigest()
    check = ("review", "--check", str(file))
    assert prostcli(*root, *check, "--templates", str(repo.root / "mallar")).status == 0

    (repo.root / "mallar" / CHAPTER).write_text("{{ nothing }}", encoding="utf-8")  # if it were run
    done = prostcli(*root, *check)
    assert (done.status, done.err) == (1, "")
    assert "med egna mallar, enligt dokumentet i mallar." in done.out
    assert f"--check {file} --templates MAPP" in done.out
    assert "från rad" not in done.out
    assert "only the document names are not used" in prostcli(*root, *check, "--lang", "en").out
    elsewhere = own_templates(tmp_path / "ute")
    assert (
        prostcli(*root, "review", "--check", str(file), "--templates", str(elsewhere)).status == 0
    )


@pytest.mark.slow
def test_templates_elsewhere_are_asked_for_and_their_place_is_told_nowhere(
    repo: Made, tmp_path: Path, prostcli: Prostcli
) -> None:
    elsewhere = own_templates(tmp_path / "mallar-hos-anna")
    file, root = tmp_path / "review.md", ("--root", str(repo.root))
    prostcli(*root, "review", *AT, "--templates", str(elsewhere), "-o", str(file))
    assert b"hos-anna" not in file.read_bytes()
    check = ("review", "--check", str(file))
    done = prostcli(*root, *check)
    assert done.status == 1
    assert "Det gjordes med egna mallar, som dokumentet inte säger var de ligger." in done.out
    assert "templates of somebody's own" in prostcli(*root, *check, "--lang", "en").out
    done = prostcli(*root, *check, "--templates", str(elsewhere))
    assert (done.status, done.err) == (0, "")
    (elsewhere / ".DS_Store").write_bytes(b"x")
    assert prostcli(*root, *check, "--templates", str(elsewhere)).status == 0
    (elsewhere / "site.css").write_bytes(b"x")
    done = prostcli(*root, *check, "--templates", str(elsewhere))
    assert done.status == 1
    assert "Mallarna som angavs med --templates är inte de som det gjordes med." in done.out
    assert prostcli(*root, *check, "--templates", str(tmp_path / "nowhere")).status == 2


def test_templates_are_not_needed_where_none_were_used(
    repo: Made, tmp_path: Path, prostcli: Prostcli
) -> None:
    file, root = tmp_path / "review.md", ("--root", str(repo.root))
    prostcli(*root, "review", *AT, "-o", str(file))
    given = ("--templates", str(own_templates(tmp_path / "mallar")))
    done = prostcli(*root, "review", "--check", str(file), *given)
    assert done.status == 0
    assert "så det som angavs har inte använts" in done.out


def test_templates_that_a_link_leads_to_are_told_nowhere(
    repo: Made, tmp_path: Path, prostcli: Prostcli
) -> None:
    own_templates(tmp_path / "mallar")
    (repo.root / "mallar").symlink_to(tmp_path / "mallar")
    file, root = tmp_path / "review.md", ("--root", str(repo.root))
    prostcli(*root, "review", *AT, "--templates", str(repo.root / "mallar"), "-o", str(file))
    recipe = recipe_in(file.read_bytes())
    assert recipe.templates is not None
    assert recipe.templates.path is None


def test_a_document_leads_to_nothing(tmp_path: Path) -> None:
    """Of templates and of a Word document alike: only what is given is used."""
    kept = Own(sha256="0" * 64, path="mallar")
    assert found(kept, None) == (None, "unnamed")
    assert found(kept.model_copy(update={"path": None}), None) == (None, "missing")
    assert found(kept, own_templates(tmp_path)) == (tmp_path, "other")
    assert found(None, tmp_path) == (None, "unused")
    assert found(None, None) == (None, "")


@pytest.mark.slow
def test_a_word_document_for_the_styles_is_told(
    repo: Made, tmp_path: Path, prostcli: Prostcli
) -> None:
    reference, file = tmp_path / "stil.docx", tmp_path / "review.docx"
    root = ("--root", str(repo.root))
    prostcli(*root, "review", *AT, "-o", str(reference))
    prostcli(*root, "review", *AT, "--reference", str(reference), "-o", str(file))
    recipe = recipe_in(file.read_bytes())
    assert recipe.reference is not None
    assert recipe.reference.sha256 == hashlib.sha256(reference.read_bytes()).hexdigest()
    assert set(recipe.programs or ()) == {"pandoc"}
    check = ("review", "--check", str(file))
    done = prostcli(*root, *check)
    assert done.status == 1
    assert f"--check {file} --reference FIL" in done.out
    assert prostcli(*root, *check, "--reference", str(reference)).status == 0
    done = prostcli(*root, *check, "--reference", str(file))
    assert "Worddokumentet som angavs med --reference är inte det" in done.out
    assert prostcli(*root, *check, "--reference", str(tmp_path)).status == 2


@pytest.mark.slow
def test_another_version_of_a_program_is_told(
    repo: Made, tmp_path: Path, prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, root = tmp_path / "review.pdf", ("--root", str(repo.root))
    prostcli(*root, "review", *AT, "-o", str(file))
    monkeypatch.setattr("prostcli.documents.pdf.set_by", lambda: {"typst": "9.9", "qpdf": "1"})
    was = recipe_in(file.read_bytes())
    assert was.programs == {"typst": version("typst"), "qpdf": pikepdf_version()}
    done = prostcli(*root, "review", "--check", str(file))
    assert done.status == 1
    assert (
        f"Det gjordes med typst {was.programs['typst']}; här finns 9.9. Skillnaden kan" in done.out
    )
    assert "desamma" not in done.out
    done = prostcli(*root, "review", "--check", str(file), "--lang", "en")
    assert f"It was made with typst {was.programs['typst']}; here is 9.9." in done.out


def pikepdf_version() -> str:
    """Of the library in it that writes."""
    import pikepdf

    return pikepdf.__libqpdf_version__


# --- where git does not have the version


@pytest.fixture
def cut(repo: Made, tmp_path: Path, prostcli: Prostcli) -> tuple[Made, Path]:
    """A clone with the last commit only, and a document of the one before."""
    file = tmp_path / "review.md"
    prostcli("--root", str(repo.root), "review", *AT, "-o", str(file))
    repo.edit(REPORT, "year: 2013", "year: 2013  # rättat")
    repo.commit({})
    repo.git("clone", "-q", "--depth", "1", repo.root.as_uri(), str(tmp_path / "cut"))
    return Made(tmp_path / "cut"), file


def test_a_cut_history_is_told_with_the_way_out(cut: tuple[Made, Path], prostcli: Prostcli) -> None:
    clone, file = cut
    check = ("--root", str(clone.root), "review", "--check", str(file))
    done = prostcli(*check)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("git fetch --unshallow") == 1
    assert "a shallow clone" in prostcli(*check, "--lang", "en").err
    clone.git("fetch", "-q", "--unshallow")
    assert prostcli(*check).status == 0


def test_it_is_told_also_where_the_files_cannot_be_read(
    cut: tuple[Made, Path], prostcli: Prostcli
) -> None:
    clone, file = cut
    clone.edit("program/2012-2015/programme.yaml", "kind: programme", "kind: [")
    done = prostcli("--root", str(clone.root), "review", "--check", str(file))
    assert (done.status, done.out) == (2, "")
    assert "git fetch --unshallow" in done.err


def test_another_repository_and_none_are_told(
    cut: tuple[Made, Path], prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone, file = cut
    check = ("--root", str(clone.root), "review", "--check", str(file))
    shutil.rmtree(clone.root / ".git")
    done = prostcli(*check)
    assert done.status == 1
    assert "mappen här ligger inte i något git-förråd" in done.out
    clone.git("init", "-q")
    clone.commit({})
    done = prostcli(*check)
    assert done.status == 1
    assert "fast historiken är hel" in done.out
    monkeypatch.setenv("PATH", str(file.parent))
    done = prostcli(*check)
    assert done.status == 1
    assert "programmet git finns inte här" in done.out


def test_a_document_of_no_version_says_so(repo: Made, tmp_path: Path, prostcli: Prostcli) -> None:
    file, root = tmp_path / "review.md", ("--root", str(repo.root))
    repo.edit(REPORT, "year: 2013", "year: 2013  # rättat")
    prostcli(*root, "review", *AT, "-o", str(file))
    repo.edit(REPORT, "# rättat", "# rättat igen")
    done = prostcli(*root, "review", "--check", str(file))
    assert done.status == 1
    assert "Dokumentet nämner ingen version i git" in done.out


def test_a_document_that_its_version_does_not_make_is_told(
    repo: Made, tmp_path: Path, prostcli: Prostcli
) -> None:
    file, root = tmp_path / "review.md", ("--root", str(repo.root))
    prostcli(*root, "review", *AT, "-o", str(file))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("7 av 10 fall", "9 av 10 fall"), encoding="utf-8")
    repo.edit(REPORT, "year: 2013", "year: 2013  # rättat")
    repo.commit({})
    done = prostcli(*root, "review", "--check", str(file))
    assert done.status == 1
    assert "blir det ett annat dokument. Det kan ha ändrats efteråt." in done.out


# --- a PDF by a stranger


def _lzw(cycles: int) -> tuple[bytes, int]:
    """LZW data as PDF has it, and how many spaces it stands for: seven million a cycle.

    Each code stands for one space more than the one before. When all are used they are forgotten.
    """
    codes = [32, *range(258, 4094)]
    bits = []
    for cycle in range(cycles):
        bits.append(f"{256:0{12 if cycle else 9}b}")
        known = 258
        for at, code in enumerate(codes):
            known += at > 1  # the reader has learnt one from each but the first
            bits.append(f"{code:0{min(12, (known + 1).bit_length())}b}")
    bits.append(f"{257:012b}")
    whole = "".join(bits)
    whole += "0" * (-len(whole) % 8)
    data = int(whole, 2).to_bytes(len(whole) // 8, "big")
    return data, cycles * sum(range(1, len(codes) + 1))


def _bomb(cycles: int) -> bytes:
    """A PDF whose document information is in a stream of millions of spaces, packed twice."""
    made = b"%PDF-1.5\n"
    starts = []
    for number, about, data in (
        (1, b"/Type/Catalog/Pages 2 0 R", None),
        (2, b"/Type/Pages/Kids[]/Count 0", None),
        (4, b"/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/LZWDecode]", _lzw(cycles)[0]),
        (5, b"/Type/XRef/W[1 4 1]/Size 6/Root 1 0 R/Info 3 0 R/Filter/FlateDecode", b""),
    ):
        starts.append(len(made))
        rows = [(0, 0), *((1, at) for at in starts[:2]), (2, 4), *((1, at) for at in starts[2:])]
        table = b"".join(b"%c%s\0" % (kind, at.to_bytes(4, "big")) for kind, at in rows)
        made += b"%d 0 obj\n<<%s" % (number, about)
        if data is None:
            made += b">>\nendobj\n"
        else:
            packed = zlib.compress(data or table)
            made += b"/Length %d>>stream\n%s\nendstream\nendobj\n" % (len(packed), packed)
    return made + b"startxref\n%d\n%%%%EOF\n" % starts[-1]


def test_the_bomb_is_one() -> None:
    pikepdf = pytest.importorskip("pikepdf")
    data, spaces = _lzw(2)
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(b"")
        stream.write(data, filter=pikepdf.Name.LZWDecode)
        assert stream.read_bytes() == b" " * spaces
    with pikepdf.open(BytesIO(_bomb(2))) as opened:
        packed = opened.get_object(4, 0)
        assert packed.read_bytes() == b" " * spaces
        assert len(packed.read_raw_bytes()) < spaces / 1000


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured otherwise there")
@pytest.mark.parametrize("kept", [False, True])
def test_nothing_in_a_pdf_is_unpacked(tmp_path: Path, *, kept: bool) -> None:
    body, mark, end = _bomb(140).rpartition(b"startxref\n")
    file = tmp_path / "bomb.pdf"
    file.write_bytes(body + (as_comments(written(RECIPE)) if kept else b"") + mark + end)
    program = (
        "import re, sys\n"
        "from prostcli.documents.provenance import recipe_in\n"
        "from prostcli.errors import ProstError\n"
        "try: print(recipe_in(open(sys.argv[1], 'rb').read()).edition)\n"
        "except ProstError as error: print(error.code)\n"
        "print(re.search('VmHWM:[^0-9]*([0-9]+)', open('/proc/self/status').read())[1])\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, file], check=True, capture_output=True, text=True
    ).stdout.split()
    assert told[0] == (RECIPE.edition if kept else "no-recipe")
    assert int(told[1]) < 200 * 1024  # kilobytes; unpacked it is a thousand million bytes


def test_a_recipe_of_a_pdf_is_on_lines_that_are_not_too_long() -> None:
    files = {f"reports/å {n}/x.yaml": f"{n:064}" for n in range(500)}
    recipe = RECIPE.model_copy(update={"files": files})
    lines = as_comments(written(recipe))
    assert max(map(len, lines.split(b"\n"))) <= 255
    assert recipe_in(b"%PDF-1.7\n" + lines + b"startxref\n0\n%%EOF\n") == recipe
    assert recipe_in(b"%PDF-1.7\r\n" + lines.replace(b"\n", b"\r\n")) == recipe


def test_templates_are_the_same_whatever_their_line_ends(tmp_path: Path) -> None:
    prints = set()
    for ends in (b"\n", b"\r\n"):
        folder = tmp_path / str(len(ends)) / "sv"
        folder.mkdir(parents=True)
        (folder / "review.md.j2").write_bytes(ends.join((b"{# a #}", b"x", b"")))
        made_with = own.own_templates(folder.parent, tmp_path / "elsewhere")
        assert made_with is not None
        prints.add(made_with.sha256)
    assert len(prints) == 1
