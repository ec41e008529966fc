"""A document keeps what it rests on, and can be made again from it or says what has changed."""

from __future__ import annotations

import hashlib
import json
import shutil
import zlib
from datetime import date
from pathlib import Path

import pytest

from prostcli.documents.provenance import Recipe, forge_link, recipe_in, written
from prostcli.documents.sources import Source
from prostcli.errors import ProstError
from prostcli.model.history import InGit, Touched
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
              {"board": "a", "year": 99999}],
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
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.new() as made_up:
        made_up.add_blank_page()
        made_up.save(tmp_path / "a.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(ProstError, match="no-recipe"):
        recipe_in((tmp_path / "a.pdf").read_bytes())


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


def _pdf_of_one_object_stream(padding: int) -> bytes:
    """A PDF whose recipe is in an object stream with so many spaces after it."""
    text = written(RECIPE).replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    held = b"3 0 <</Prostcli(%s)>>" % text.encode() + b" " * padding
    made = b"%PDF-1.5\n"
    starts = []
    for number, about, data in (
        (1, b"/Type/Catalog/Pages 2 0 R", None),
        (2, b"/Type/Pages/Kids[]/Count 0", None),
        (4, b"/Type/ObjStm/N 1/First 4", held),
        (5, b"/Type/XRef/W[1 4 1]/Size 6/Root 1 0 R/Info 3 0 R", b""),
    ):
        starts.append(len(made))
        rows = [(0, 0), *((1, at) for at in starts[:2]), (2, 4), *((1, at) for at in starts[2:])]
        table = b"".join(b"%c%s\0" % (kind, at.to_bytes(4, "big")) for kind, at in rows)
        packed = None if data is None else zlib.compress(data or table)
        made += b"%d 0 obj\n<<%s" % (number, about)
        if packed is None:
            made += b">>\nendobj\n"
        else:
            made += b"/Length %d/Filter/FlateDecode>>stream\n%s" % (len(packed), packed)
            made += b"\nendstream\nendobj\n"
    return made + b"startxref\n%d\n%%%%EOF\n" % starts[-1]


def test_a_pdf_is_not_unpacked_whatever_it_takes() -> None:
    pikepdf = pytest.importorskip("pikepdf")
    before = pikepdf.settings.get_qpdf_limits()
    assert recipe_in(_pdf_of_one_object_stream(100)) == RECIPE
    with pytest.raises(ProstError, match="no-recipe"):
        recipe_in(_pdf_of_one_object_stream(17 * 2**20))
    assert pikepdf.settings.get_qpdf_limits() == before
