from __future__ import annotations

import shlex
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from prostcli.documents import extras
from prostcli.errors import ProstError
from prostcli.language import language

TOP = Path(__file__).parents[2]


def command(name: str) -> str:
    with pytest.raises(ProstError) as error:
        extras.needed(name)
    assert error.value.code == "extra-missing"
    return str(error.value.facts["command"])


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout in a folder with a space, with its .venv in use and without typst."""
    root = tmp_path.resolve() / "a checkout"
    (root / "src" / "prostcli" / "documents").mkdir(parents=True)
    (root / ".venv").mkdir()
    (root / "run").touch()
    module = root / "src" / "prostcli" / "documents" / "extras.py"
    monkeypatch.setattr(extras, "__file__", str(module))
    monkeypatch.setattr(extras, "_WINDOWS", False)
    monkeypatch.setattr(sys, "prefix", str(root / ".venv"))
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("name", ["pdf", "word"])
def test_what_is_installed_is_not_asked_for(name: str) -> None:
    extras.needed(name)


def test_what_is_looked_for_is_what_the_package_says_it_needs() -> None:
    tables = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {
        name: sorted(line.split(">=")[0].replace("_", "-") for line in lines)
        for name, lines in tables["optional-dependencies"].items()
    }
    made_of = packages_distributions()
    assert asked == {
        name: sorted(made_of[module][0].replace("_", "-") for module in extra.modules)
        for name, extra in extras.EXTRAS.items()
    }


@pytest.mark.parametrize(
    ("name", "module"), [("pdf", "typst"), ("pdf", "pikepdf"), ("word", "pypandoc")]
)
def test_one_missing_package_is_enough(
    monkeypatch: pytest.MonkeyPatch, name: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert f"{name}" in command(name)


@pytest.mark.usefixtures("checkout")
def test_in_a_checkout_it_is_installed_with_run() -> None:
    assert command("pdf") == "./run --extra pdf"


def test_from_another_folder_the_script_is_named_by_its_path(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout / "src")
    assert shlex.split(command("pdf")) == [str(checkout / "run"), "--extra", "pdf"]


def test_on_windows_python_starts_the_script(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "_WINDOWS", True)
    assert command("pdf") == "py run --extra pdf"
    monkeypatch.chdir(checkout / "src")
    assert command("pdf") == f'py "{checkout / "run"}" --extra pdf'


@pytest.mark.usefixtures("checkout")
def test_with_another_python_its_own_pip_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", "/somewhere/else")
    monkeypatch.setattr(sys, "executable", "/some where/bin/python")
    assert command("pdf") == "'/some where/bin/python' -m pip install \"prostcli[pdf]\""


def test_without_a_checkout_too(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / "run").unlink()
    monkeypatch.setattr(sys, "executable", "/opt/bin/python")
    assert command("pdf") == '/opt/bin/python -m pip install "prostcli[pdf]"'


@pytest.mark.usefixtures("checkout")
def test_it_is_said_in_plain_words_with_the_way_out() -> None:
    with pytest.raises(ProstError) as error:
        extras.needed("pdf")
    facts = error.value.facts
    assert language("sv").error("extra-missing", facts) == (
        "PDF kräver ett tillägg som inte är installerat.",
        "Installera det med: ./run --extra pdf",
    )
    assert language("en").error("extra-missing", facts) == (
        "PDF needs an extra that is not installed.",
        "Install it with: ./run --extra pdf",
    )
