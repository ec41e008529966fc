"""A site in a folder: what is ours is kept as it should be, and nothing else is touched."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from prostcli.errors import ProstError
from prostcli.write.folder import LIST, refill
from tests.cli.conftest import LINDVIK, Prostcli
from tests.cli.conftest import prostcli as prostcli  # noqa: PLC0414  a fixture

FILES = {"index.html": b"start", "a.html": b"a", "b.html": b"b"}


def there(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name != LIST}


def refused(folder: Path, files: dict[str, bytes]) -> str:
    with pytest.raises(ProstError) as caught:
        refill(folder, files, "index.html")
    return caught.value.code


def test_a_folder_is_made_and_filled(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    refill(folder, FILES, "index.html")
    assert there(folder) == FILES
    listed = (folder / LIST).read_text(encoding="utf-8").splitlines()
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}
    assert listed == ["prostcli site 2", *(f"{hashes[name]} {name}" for name in sorted(FILES))]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    refill(tmp_path, FILES, "index.html")
    assert there(tmp_path) == FILES


def test_what_is_no_more_is_taken_away_and_the_rest_left(tmp_path: Path) -> None:
    refill(tmp_path, FILES, "index.html")
    (tmp_path / "CNAME").write_bytes(b"theirs")
    (tmp_path / ".git").mkdir()
    before = (tmp_path / "a.html").stat().st_mtime_ns
    refill(tmp_path, {"index.html": b"new", "a.html": b"a"}, "index.html")
    assert not (tmp_path / "b.html").exists()
    assert (tmp_path / "index.html").read_bytes() == b"new"
    assert (tmp_path / "CNAME").read_bytes() == b"theirs"
    assert (tmp_path / ".git").is_dir()
    assert (tmp_path / "a.html").stat().st_mtime_ns == before  # as it should be: not written


def test_a_folder_of_somebody_elses_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_bytes(b"mine")
    assert refused(tmp_path, FILES) == "site-not-ours"
    assert there(tmp_path) == {"thesis.txt": b"mine"}
    (tmp_path / LIST).write_bytes(b"something else\n")
    assert refused(tmp_path, FILES) == "site-not-ours"
    assert refused(tmp_path / "thesis.txt", FILES) == "site-not-ours"


def test_a_file_of_somebody_elses_is_not_written_over(tmp_path: Path) -> None:
    refill(tmp_path, FILES, "index.html")
    (tmp_path / "c.html").write_bytes(b"theirs")
    assert refused(tmp_path, {**FILES, "c.html": b"ours", "a.html": b"new"}) == "site-in-the-way"
    assert there(tmp_path) == {**FILES, "c.html": b"theirs"}


def test_an_edited_list_leads_to_no_file_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    refill(folder, FILES, "index.html")
    outside = tmp_path / "outside"
    outside.write_bytes(b"theirs")
    with (folder / LIST).open("a", encoding="utf-8") as file:
        for name in ("../outside", str(outside), "..", ".", "C:outside", LIST, "sub/../../outside"):
            file.write(f"{hashlib.sha256(b'theirs').hexdigest()} {name}\n")
    refill(folder, FILES, "index.html")
    assert outside.read_bytes() == b"theirs"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    refill(folder, FILES, "index.html")
    (tmp_path / "theirs").write_bytes(b"theirs")
    (folder / "a.html").unlink()
    (folder / "a.html").symlink_to(tmp_path / "theirs")
    for new in ({**FILES, "a.html": b"new"}, FILES, {"index.html": b"start"}):
        assert refused(folder, new) == "site-odd"
    assert (folder / "a.html").is_symlink()
    assert (tmp_path / "theirs").read_bytes() == b"theirs"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", [LIST, "a.html", "b.html"])
@pytest.mark.parametrize("kind", ["fifo", "link", "dangling", "folder"])
def test_what_is_no_ordinary_file_is_neither_waited_for_nor_followed(
    tmp_path: Path, name: str, kind: str
) -> None:
    folder = tmp_path / "site"
    refill(folder, FILES, "index.html")
    kept = (folder / name).read_bytes()
    (folder / name).unlink()
    outside = tmp_path / "outside"
    if kind == "fifo":
        os.mkfifo(folder / name)
    elif kind == "folder":
        (folder / name).mkdir()
    else:
        (folder / name).symlink_to(outside)
    if kind == "link":
        outside.write_bytes(kept)  # what it leads to is just as it should be
    assert refused(folder, {"index.html": b"new", "a.html": b"new"}) == "site-odd"
    assert (folder / "index.html").read_bytes() == b"start"
    assert outside.exists() == (kind == "link")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_linked_folder_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "theirs")
    assert refused(tmp_path / "site", FILES) == "write-link"
    assert there(tmp_path / "theirs") == {}


def test_a_forged_list_takes_nothing_away(tmp_path: Path) -> None:
    """Nor one of an earlier version, that held no hashes."""
    (tmp_path / "thesis.txt").write_bytes(b"mine")
    for forged in (f"prostcli site 2\n{'0' * 64} thesis.txt\n", "prostcli site 1\nthesis.txt\n"):
        (tmp_path / LIST).write_text(forged, encoding="utf-8")
        assert refused(tmp_path, FILES) in ("site-changed", "site-old")
        assert there(tmp_path) == {"thesis.txt": b"mine"}
    (tmp_path / LIST).write_text(f"prostcli site 2\n{'0' * 64} index.html\n", encoding="utf-8")
    (tmp_path / "index.html").write_bytes(b"mine too")
    assert refused(tmp_path, FILES) == "site-changed"
    assert (tmp_path / "index.html").read_bytes() == b"mine too"


def test_what_somebody_has_changed_is_not_written_over(tmp_path: Path) -> None:
    refill(tmp_path, FILES, "index.html")
    (tmp_path / "b.html").write_bytes(b"by hand")
    for new in ({**FILES, "a.html": b"new"}, {"index.html": b"new", "a.html": b"new"}):
        assert refused(tmp_path, new) == "site-changed"
        assert there(tmp_path) == {**FILES, "b.html": b"by hand"}
    refill(tmp_path, {**FILES, "b.html": b"by hand"}, "index.html")  # it is as it should be
    (tmp_path / "b.html").unlink()
    refill(tmp_path, FILES, "index.html")
    assert there(tmp_path) == FILES


def test_a_list_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from prostcli.write import folder

    refill(tmp_path, FILES, "index.html")
    size = (tmp_path / LIST).stat().st_size
    monkeypatch.setattr(folder, "_LARGEST", size)
    refill(tmp_path, FILES, "index.html")
    monkeypatch.setattr(folder, "_LARGEST", size - 1)
    assert refused(tmp_path, FILES) == "site-odd"


def test_what_was_cut_short_is_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from prostcli.write import folder
    from prostcli.write.atomic import replace_here

    refill(tmp_path, FILES, "index.html")

    def full(path: Path, data: bytes) -> None:
        if path.name == "d.html":
            raise ProstError("write-full", file=str(path))
        replace_here(path, data)

    monkeypatch.setattr(folder, "replace_here", full)
    new = {"index.html": b"start", "c.html": b"c", "d.html": b"d"}
    assert refused(tmp_path, new) == "write-full"
    monkeypatch.undo()
    refill(tmp_path, new, "index.html")
    assert there(tmp_path) == new


@pytest.mark.slow
def test_the_command(prostcli: Prostcli, tmp_path: Path) -> None:
    ran = prostcli("site", "-o", str(tmp_path / "ut"), "--as-of", "2023-04-01")
    assert ran.status == 0
    assert "filer i" in ran.out
    assert str(tmp_path / "ut" / "index.html") in ran.out
    assert ran.err == ""
    first = there(tmp_path / "ut")
    assert prostcli("site", "-o", str(tmp_path / "ut"), "--as-of", "2023-04-01").status == 0
    assert there(tmp_path / "ut") == first


@pytest.mark.parametrize(
    "place",
    ["program", "reports/x", "reports/2020-2022/teknik", ".", ".git/x", "schema", "templates/sv"],
)
def test_never_where_the_programmes_files_are(prostcli: Prostcli, copied: Path, place: str) -> None:
    before = sorted(copied.rglob("*"))
    ran = prostcli("--root", str(copied), "site", "-o", str(copied / place))
    assert ran.status == 2
    assert "En webbplats kan inte ligga i" in ran.err
    assert sorted(copied.rglob("*")) == before


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("what", ["public", "public/site", "build/../public/site"])
def test_no_link_of_the_repository_leads_out_of_it(
    prostcli: Prostcli, copied: Path, tmp_path: Path, what: str
) -> None:
    (tmp_path / "theirs").mkdir()
    (copied / "build").mkdir()
    (copied / "public").symlink_to(tmp_path / "theirs")
    ran = prostcli("--root", str(copied), "site", "-o", str(copied / what))
    assert ran.status == 2
    assert "en länk på vägen leder någon annanstans" in ran.err
    assert [*(tmp_path / "theirs").iterdir()] == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("command", [["review", "-o"], ["validate", "--output-file"]])
def test_nor_does_one_that_stands_for_a_document(
    prostcli: Prostcli, copied: Path, tmp_path: Path, command: list[str]
) -> None:
    target = tmp_path / "theirs.md"
    (copied / "ut.md").symlink_to(target)
    for there in (False, True):
        if there:
            target.write_text("theirs", encoding="utf-8")
        ran = prostcli("--root", str(copied), *command, str(copied / "ut.md"))
        assert ran.status == 2
        assert "en länk på vägen leder någon annanstans" in ran.err
        assert target.exists() == there
    assert target.read_text(encoding="utf-8") == "theirs"
    (tmp_path / "mine").symlink_to(tmp_path, target_is_directory=True)
    mine = tmp_path / "mine" / "ut.md"  # how the person's own folders are named is their affair
    assert prostcli("--root", str(copied), *command, str(mine)).status == 0
    assert (tmp_path / "ut.md").is_file()


def test_an_invalid_submission_is_named_and_the_status_is_1(
    prostcli: Prostcli, copied: Path, tmp_path: Path
) -> None:
    (copied / "reports/2020-2022/teknik/2021-report.yaml").write_text("kind: nothing\n")
    ran = prostcli("--root", str(copied), "site", "-o", str(tmp_path / "ut"))
    assert ran.status == 1
    assert "teknik/2021-report.yaml" in ran.err
    assert (tmp_path / "ut" / "index.html").is_file()


def test_a_faulty_programme_makes_no_site(prostcli: Prostcli, copied: Path, tmp_path: Path) -> None:
    (copied / "program/2020-2022/boards.yaml").write_text("kind: boards\n")
    ran = prostcli("--root", str(copied), "site", "-o", str(tmp_path / "ut"))
    assert ran.status == 2
    assert not (tmp_path / "ut").exists()


def test_the_output_folder_must_be_named(prostcli: Prostcli) -> None:
    ran = prostcli("site", cwd=LINDVIK)
    assert ran.status == 2
    assert "--output" in ran.err
