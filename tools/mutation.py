"""Mutation testing on demand: small faults are put into a module, one by one, and its tests run.

    ./run python -m pip install "mutmut>=3.8,<4"     once
    ./run python tools/mutation.py reader            or any of SUBJECTS

It works on a copy, so that nothing of the checkout is touched, and prints what survived. mutmut is
in no lock: it brings a dozen packages that nothing else needs. The score stands in docs/testing.md.

mutmut passes over what has a decorator, and every rule has one: in the copy it stands below the
function, as a call.
"""

from __future__ import annotations

import ast
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).parent.parent


def _named(before: str, names: str) -> list[str]:
    return [f"{before}{name}.py" for name in names.split()]


_OF_CELLS = _named(
    "tests/assessment/test_",
    "bases cells known handed_in days due_days edges flagged lindvik mid_term activities stockholm",
)
_OF_RULES = [
    *_named("tests/rules/test_", "days facts programme reports submissions decisions transfers"),
    "tests/test_cases.py",
]
SUBJECTS: dict[str, tuple[list[str], list[str]]] = {
    "reader": (["load/yaml.py"], ["tests/load/test_yaml.py", "tests/load/test_dialect.py"]),
    "escapers": (
        ["escape.py", "output/text.py", "characters.py"],
        ["tests/test_escape.py", "tests/output/test_text.py", "tests/test_characters.py"],
    ),
    "privacy": (
        [
            *_named(
                "personal/",
                "counts e_mails mailboxes names numbers reading search streets surroundings "
                "telephones",
            ),
            "rules/privacy.py",
        ],
        ["tests/personal", "tests/rules/test_privacy.py", "tests/test_cases.py"],
    ),
    "files": (["load/files.py"], ["tests/load/test_files.py", "tests/load/test_workspace.py"]),
    "calendar": (_named("assessment/", "expectation known"), _OF_CELLS),
    "cells": (_named("assessment/", "cells handed_in submissions yearly parts"), _OF_CELLS),
    "activities": (
        _named("assessment/", "activities differences flagged reversals selection to_come"),
        [*_OF_CELLS, "tests/assessment/test_differences.py"],
    ),
    "small": (
        _named("assessment/", "disclosure giveaways sums"),
        [
            *_named("tests/assessment/test_", "giveaways audit"),
            "tests/documents/test_small_numbers.py",
        ],
    ),
    "program-rules": (_named("rules/", "programme mid_term references"), _OF_RULES),
    "file-rules": (_named("rules/", "plan report submission decisions"), _OF_RULES),
    "text-rules": (
        _named("rules/", "quotations repetition review wording"),
        [*_OF_RULES, "tests/rules/test_repetition.py"],
    ),
    "other-rules": (
        _named("rules/", "changes exemptions rule sightings source"),
        [*_OF_RULES, *_named("tests/rules/test_", "changes privacy")],
    ),
}
"""What is mutated, and by which tests it is to be found out."""
COPIED = (
    "src", "tests", "templates", "schema", "program", "reports", "docs", "pyproject.toml",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Mutate, test, and tell what survived."""
    if len(arguments) != 1 or arguments[0] not in SUBJECTS:
        print(f"usage: mutation.py {'|'.join(SUBJECTS)}", file=sys.stderr)
        return 2
    if importlib.util.find_spec("mutmut") is None:
        print('mutmut is not there: ./run python -m pip install "mutmut>=3.8,<4"', file=sys.stderr)
        return 2
    modules, tests = SUBJECTS[arguments[0]]
    with tempfile.TemporaryDirectory() as folder:
        for name in COPIED:
            copy = shutil.copytree if (TOP / name).is_dir() else shutil.copy
            copy(TOP / name, Path(folder, name))
        for module in modules:
            file = Path(folder, "src", "prostcli", module)
            file.write_text(decorated_below(file.read_text(encoding="utf-8")), encoding="utf-8")
        settings = {
            "source_paths": ["src"],
            "only_mutate": [f"src/prostcli/{m}" for m in modules],
            "pytest_add_cli_args": ["-n0"],
            "pytest_add_cli_args_test_selection": tests,
            "also_copy": [n for n in COPIED if n != "src"],
        }
        lines = [f"{key}=\n    " + "\n    ".join(values) for key, values in settings.items()]
        Path(folder, "setup.cfg").write_text("[mutmut]\n" + "\n".join(lines), encoding="utf-8")
        status = _mutmut(folder, "run", "--max-children", "2")
        for line in _told(folder, "results").splitlines():
            name = line.strip().partition(":")[0]
            if line.strip().endswith(("survived", "no tests", "suspicious", "timeout")):
                print(line.strip(), _told(folder, "show", name), sep="\n")
    return status


def decorated_below(source: str) -> str:
    """The same module with each rule made by a call after its function."""
    lines = source.split("\n")
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and len(node.decorator_list) == 1:
            (made,) = node.decorator_list
            text = ast.unparse(made)
            if text.startswith("rule("):
                lines[made.lineno - 1 : made.end_lineno] = [""] * (node.lineno - made.lineno)
                lines[(node.end_lineno or 0) - 1] += f"\n\n\n{node.name} = {text}({node.name})"
    return "\n".join(lines)


def _mutmut(folder: str, *arguments: str) -> int:
    return subprocess.call([sys.executable, "-m", "mutmut", *arguments], cwd=folder)


def _told(folder: str, *arguments: str) -> str:
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
