from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tools import locks

FILES = (locks.CORE, locks.DEV, "pyproject.toml")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(locks.ROOT / name, tmp_path / name)
    return tmp_path


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_committed_locks_belong_to_pyproject() -> None:
    locks.check(locks.ROOT)


@pytest.mark.parametrize("name", [locks.CORE, locks.DEV])
def test_a_lock_holds_pins_hashes_and_notes_and_no_address(name: str) -> None:
    lines = (locks.ROOT / name).read_text(encoding="utf-8").splitlines()
    pin = r"[a-z0-9][a-z0-9.-]*==[\w.]+( ; [\w '=!<>.]+)? \\"
    shapes = re.compile(rf"{pin}|    --hash=sha256:[0-9a-f]{{64}}( \\)?|\s*#[\w .()-]*")
    assert lines[0].startswith(locks.HEADER)
    body = 1 if name == locks.CORE else 3  # two extras
    assert [line for line in lines[body:] if not shapes.fullmatch(line)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"jinja2>=3.1.6,<4"', '"jinja2>=3.1.5,<4"'),
        ('"hatchling>=1.27,<2"', '"hatchling>=1.28,<2"'),
        ('"pytest>=9"', '"pytest>=9.1"'),
        ('requires-python = ">=3.11"', 'requires-python = ">=3.12"'),
        ('"typst>=0.15.2,<0.16"', '"typst>=0.15.1,<0.16"'),
    ],
)
def test_a_changed_dependency_needs_new_locks(copy: Path, old: str, new: str) -> None:
    replace(copy / "pyproject.toml", old, new)
    with pytest.raises(locks.LockError, match="made from other dependencies"):
        locks.check(copy)


def test_a_changed_setting_of_a_tool_does_not(copy: Path) -> None:
    replace(copy / "pyproject.toml", "line-length = 100", "line-length = 99 # narrower")
    locks.check(copy)


@pytest.mark.parametrize("name", [locks.CORE, locks.DEV])
def test_a_lock_that_is_missing_is_said_to_be(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(locks.LockError, match=rf"^{name} is missing$"):
        locks.check(copy)


@pytest.mark.parametrize(
    "line",
    [
        "-i somewhere",
        "-r other.txt",
        "typer @ file:///typer.whl",
        "# from somewhere://else",
    ],
)
def test_a_lock_that_says_where_is_refused(copy: Path, line: str) -> None:
    with (copy / locks.CORE).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(locks.LockError, match="names an address"):
        locks.check(copy)


def test_the_two_locks_have_the_same_versions(copy: Path) -> None:
    replace(copy / locks.DEV, "jinja2==", "jinja2==1")
    with pytest.raises(locks.LockError, match="has not jinja2=="):
        locks.check(copy)


def test_the_dev_lock_says_what_each_extra_is() -> None:
    lines = (locks.ROOT / locks.DEV).read_text(encoding="utf-8").splitlines()
    assert lines[1:3] == [
        "# extra pdf: lxml packaging pikepdf pillow typst",
        "# extra word: pypandoc-binary",
    ]


def test_an_extra_is_what_it_asks_for_and_what_that_asks_for_and_no_more() -> None:
    lock = """\
asked==1 \\
    --hash=sha256:aa
    # via -r pdf.in
both==1 \\
    # via
    #   -r dev.in
    #   -r pdf.in
circular==1 \\
    # via
    #   forked
    #   deeper
deeper==1 \\
    # via
    #   circular
    #   tester
forked==1 ; sys_platform == 'win32' \\
    # via asked
forked==2 ; sys_platform != 'win32' \\
    --hash=sha256:bb
    # via tester
lookalike==1 \\
    # via
    #   -r pdf.info
    #   -r dev.in
    #   asked-too
tester==1 \\
    # via -r dev.in
"""
    assert locks.extra_lines(lock, ["word", "pdf"]) == [
        "# extra pdf: asked both circular deeper forked",
        "# extra word: ",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("# extra pdf: lxml ", "# extra pdf: ", "2 should be: # extra pdf: lxml packaging "),
        ("word: pypandoc-binary\n", "word: pypandoc-binary zlib\n", "3 should be: # extra word: "),
        ("# extra word: pypandoc-binary\n", "", "3 should be: # extra word: "),
        ("# extra pdf", "# extra gone: typst\n# extra pdf", "2 should be: # extra pdf: "),
        ("annotated-doc==", "# extra gone: typst\nannotated-doc==", "4 should not be there: "),
        ("# via pikepdf\n", "# via playwright\n", "2 should be: # extra pdf: packaging pikepdf "),
        ("# via -r word.in", "# via -r pdf.in", "2 should be: # extra pdf: lxml packaging pik"),
        ("\npypandoc-binary==", "\npypandoc==", "3 should be: # extra word: pypandoc$"),
    ],
)
def test_what_the_dev_lock_says_of_extras_is_compared_with_its_notes(
    copy: Path, old: str, new: str, told: str
) -> None:
    replace(copy / locks.DEV, old, new)
    with pytest.raises(locks.LockError, match=rf"^requirements-dev\.lock:{told}"):
        locks.check(copy)


def test_making_them_without_uv_says_so(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(copy))
    with pytest.raises(locks.LockError, match="needs uv"):
        locks.make(copy, upgrade=False)


def test_the_command_line_tells_what_to_do(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(locks, "ROOT", copy)
    assert locks.main(["check"]) == 0
    (copy / locks.CORE).unlink()
    assert locks.main(["check"]) == 1
    assert capsys.readouterr().err == (
        "locks: requirements.lock is missing; run: ./run python tools/locks.py make\n"
    )
