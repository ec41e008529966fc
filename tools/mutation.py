"""Mutation testing on demand: small faults are put into a module, one by one, and its tests run.

    ./run python -m pip install "mutmut>=3.8,<4"     once
    ./run python tools/mutation.py reader            or any of SUBJECTS
    ./run python tools/mutation.py reader --tell FILE    goes on from what FILE tells

It works on a copy, so that nothing of the checkout is touched, and prints what survived. mutmut is
in no lock: it brings a dozen packages that nothing else needs. It makes the mutants; `mutants.py`
runs the tests, since mutmut would collect them anew for each. The score is in docs/testing.md.

mutmut passes over what has a decorator, and every rule has one: in the copy it stands below the
function, as a call.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).parent.parent


def _named(before: str, names: str) -> list[str]:
    return [f"{before}{name}.py" for name in names.split()]


_OF_FIGURES = [
    *("tests/assessment", "tests/rules", "tests/reference", "tests/masking", "tests/documents"),
    *("tests/test_cases.py", "tests/test_orders.py"),
    *_named("tests/cli/test_", "activities caveats diff labels seal status submissions"),
]
SUBJECTS: dict[str, tuple[list[str], list[str]]] = {
    "reader": (["load/yaml.py"], ["tests/load/test_yaml.py", "tests/load/test_dialect.py"]),
    "escapers": (
        ["escape.py", "output/text.py", "characters.py"],
        ["tests/test_escape.py", "tests/output/test_text.py", "tests/test_characters.py"],
    ),
    "files": (["load/files.py"], ["tests/load/test_files.py", "tests/load/test_workspace.py"]),
    "personal": (["personal"], ["tests/personal", "tests/rules/test_privacy.py"]),
    "assessment": (["assessment"], _OF_FIGURES),
    "rules": (["rules"], [*_OF_FIGURES, "tests/personal", "tests/output", "tests/sealing"]),
}
"""What is mutated, and by which tests it is to be found out: of these by those that reach it."""
COPIED = (
    "src", "tests", "templates", "schema", "program", "reports", "docs", "examples",
    "pyproject.toml",
)  # fmt: skip
SWITCH = "from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict"
OURS = "from typing import Any as MutantDict\n\nfrom mutants import switch as _mutmut_mutated"


def main(arguments: list[str]) -> int:
    """Mutate, test, and tell what survived."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("subject", choices=SUBJECTS)
    parser.add_argument("--only", action="append", help="a module of it (repeatable)")
    parser.add_argument("--seconds", type=float, default=20.0, help="of tests for one mutant")
    parser.add_argument(
        "--tell", type=Path, help="what was found is added here, and not tried again"
    )
    given = parser.parse_args(arguments)
    if importlib.util.find_spec("mutmut") is None:
        print('mutmut is not there: ./run python -m pip install "mutmut>=3.8,<4"', file=sys.stderr)
        return 2
    modules, tests = SUBJECTS[given.subject]
    told = given.tell.resolve() if given.tell else None
    os.chdir(TOP)  # mutmut looks for src in the current folder
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in COPIED:
            (shutil.copytree if (TOP / name).is_dir() else shutil.copy)(TOP / name, copy / name)
        files = (f for m in modules for f in _files(copy / "src" / "prostcli" / m))
        mutants = [
            mutant
            for file in files
            if not given.only or file.stem in given.only
            for mutant in _mutated(copy, file)
        ]
        told = told or copy / "found"
        known = _found(told)
        (copy / "mutants").write_text(json.dumps([m for m in mutants if m not in known]))
        status = _run(copy, tests, told, given.seconds)
        found = {m: test for m, test in _found(told).items() if m in set(mutants)}
        for mutant in (m for m, test in found.items() if not test):
            print(f"\n{mutant}", *_difference(copy, mutant), sep="\n")
    left = sum(not test for test in found.values())
    print(f"\n{len(mutants)} mutants, {len(found)} tried, {left} not found out")
    return status


def _files(module: Path) -> list[Path]:
    return sorted(module.glob("*.py")) if module.is_dir() else [module]


def _mutated(copy: Path, file: Path) -> list[str]:
    """A module of the copy with all its mutants beside each function; their names."""
    mutate = importlib.import_module("mutmut.mutation.file_mutation").mutate_file_contents
    made = mutate(str(file), decorated_below(file.read_text(encoding="utf-8")))
    file.write_text(made.code.replace(SWITCH, OURS), encoding="utf-8")
    own = ".".join(file.relative_to(copy / "src").with_suffix("").parts)
    return [f"{own}.{name}" for name in made.mutant_names]


def _run(copy: Path, tests: list[str], told: Path, seconds: float) -> int:
    own = ["-p", "mutants", f"--mutants={copy / 'mutants'}", f"--found={told}"]
    plain = ["-n0", "-q", "-p", "no:cacheprovider", "--assert=plain", "--tb=no"]
    command = [sys.executable, "-m", "pytest", *own, f"--seconds={seconds}", *plain, *tests]
    path = os.pathsep.join([str(copy / "src"), str(TOP / "tools")])
    return subprocess.call(command, cwd=copy, env={**os.environ, "PYTHONPATH": path})


def _found(told: Path) -> dict[str, str]:
    """Each mutant that has been tried, and the test that found it out."""
    if not told.exists():
        return {}
    lines = told.read_text(encoding="utf-8").splitlines()
    return {mutant: test for mutant, _, test in (line.partition("\t") for line in lines)}


def _difference(copy: Path, mutant: str) -> Iterator[str]:
    """What a mutant alters in its function."""
    module, _, name = mutant.rpartition(".")
    source = (copy / "src" / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    lines = source.split("\n")
    of = {
        node.name: lines[node.lineno : node.end_lineno]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    }
    written = of[f"{name.rpartition('__mutmut_')[0]}__mutmut_orig"]
    changed = difflib.unified_diff(written, of[name], lineterm="", n=1)
    return (line for line in changed if not line.startswith(("---", "+++", "@@")))


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
