"""No text from a file, a file's name or an argument acts on a terminal or a build server."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prostcli.load.schema import fit
from prostcli.load.workspace import PROGRAMME_KINDS, SUBMISSION_KINDS
from prostcli.load.yaml import PROGRAMME_LIMITS, read
from prostcli.output.csv import inert
from prostcli.source import Pointer
from tests.properties import examples

from .conftest import LINDVIK, Prostcli, Ran

MODELS = {**PROGRAMME_KINDS, **SUBMISSION_KINDS}

# What the reader lets through and somebody might still take for more than text.
PAYLOADS = [
    "[bold red]fet[/bold red]", "[/x]", "[link=file:///etc/passwd]länk[/link]", "[@click=bell]x",
    ":skull: :smiley:", "::error file=x,line=1::y", "före\n::error::y", "##[error]y", "x ##[cmd]",
    "::set-output name=a::b", "a\n##[group]b", "::stop-commands::x", "\\x1b[31m", "\\e]8;;http://a\\a",
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "{{ 7*7 }}", "{% raise %}", "{# x #}",
    "<script>alert(1)</script>", "a | b\n|---|", "```\nx\n```", "x\u200by", "x\u00ady", "x\u200dy",
    "x\u00a0y", "x\ufe0fy", "x\u3164y", "x\u2060y", "\ue000", "\u0378", "{path} {key} {0} %s %(x)s",
    "a\u0301" * 30, "한국어 日本語 العربية עברית", "🏳️‍🌈 👩‍👩‍👧", "x" * 5000, "[" * 50, "x\\",
    "'\"", "&lt;",
]  # fmt: skip

COMMANDS = [
    ["status"], ["status", "--year", "2021"], ["status", "--format", "json"],
    ["status", "--format", "csv"], ["status", "--format", "markdown"],
    ["validate"], ["validate", "--output-format", "concise"],
    ["validate", "--output-format", "json"], ["show", "teknik"], ["show", "park"],
    ["show", "kultur-fritid"], ["show", "a.2"], ["show", "b.2"], ["review"],
     ["review", "--board", "teknik", "--year", "2021"],
    ["new", "plan", "teknik", "2021", "-o", "-"], ["new", "report", "park", "2022", "-o", "-"],
    ["explain", "PRO201"], ["schema", "--check"],
]  # fmt: skip

ACTS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e00ff]"
)
"""What acts on a terminal. A tab is not among what the tool prints."""
OBEYED = re.compile(r"(?m)^\s*::|##\[")
"""What a build server takes for a command."""


def harmless(ran: Ran, *, of: object) -> None:
    for out in (ran.out, ran.err):
        acting = ACTS.search(out)
        assert acting is None, (of, out[max(0, acting.start() - 60) :][:120])
        assert "\N{SKULL}" not in out, of
        assert "Traceback" not in out, of
    assert ran.status in (0, 1, 2), (of, ran.err)


def unobeyed(ran: Ran, *, of: object) -> None:
    for out in (ran.out, ran.err):
        obeyed = OBEYED.search(out)
        assert obeyed is None, (of, out[max(0, obeyed.start() - 60) :][:120])


def well_formed(ran: Ran, form: str) -> None:
    if form == "json":
        json.loads(ran.out)
    if form == "csv":
        cells = [c for row in csv.reader(io.StringIO(ran.out)) for c in row]
        assert not [c for c in cells if c.startswith(("=", "+", "-", "@", "\t", "\r"))]


def _leaves(value: Any, pointer: Pointer = ()) -> list[Pointer]:
    if isinstance(value, str):
        return [pointer]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [
        p for k, v in items if isinstance(v, dict | list | str) for p in _leaves(v, (*pointer, k))
    ]


def _put(value: Any, pointer: Pointer, text: str) -> str:
    for step in pointer[:-1]:
        value = value[step]
    old: str = value[pointer[-1]]
    value[pointer[-1]] = text
    return old


def _text_fields() -> dict[Path, tuple[Any, list[Pointer]]]:
    """Each file of Lindvik, and where in it any text at all may stand: found by trying."""
    found = {}
    for path in sorted(LINDVIK.rglob("*.yaml")):
        value = read(path.read_text(encoding="utf-8"), PROGRAMME_LIMITS)
        model = MODELS[value["kind"]]
        free = []
        for pointer in _leaves(value):
            old = _put(value, pointer, "[x] ::y::")
            if fit(model, value)[0] is not None:
                free.append(pointer)
            _put(value, pointer, old)
        found[path.relative_to(LINDVIK)] = (value, free)
    return found


@pytest.fixture(scope="module")
def fields() -> dict[Path, tuple[Any, list[Pointer]]]:
    return _text_fields()


def _fill(root: Path, fields: dict[Path, tuple[Any, list[Pointer]]], texts: list[str]) -> None:
    """Every text of the workspace is one of these."""
    number = 0
    for path, (plain, free) in fields.items():
        value = json.loads(json.dumps(plain))
        for pointer in free:
            _put(value, pointer, texts[number % len(texts)])
            number += 1
        whole = json.dumps(value, ensure_ascii=False)
        (root / path).write_text(whole, encoding="utf-8")


def test_there_are_many_texts(fields: dict[Path, tuple[Any, list[Pointer]]]) -> None:
    keys = {str(p[-1]) for _, free in fields.values() for p in free}
    assert {"text", "summary", "evidence", "obstacles", "unit", "name", "label"} <= keys
    assert sum(len(free) for _, free in fields.values()) > 300


@pytest.mark.parametrize(
    "shift", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 7, 23))]
)
@pytest.mark.parametrize("colour", [False, True])
def test_no_text_acts(  # noqa: PLR0917  fixtures are parameters
    shift: int, colour: bool, fields: dict[Path, tuple[Any, list[Pointer]]], copied: Path,
    prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    _fill(copied, fields, PAYLOADS[shift:] + PAYLOADS[:shift])
    if colour:
        monkeypatch.setenv("FORCE_COLOR", "1")
    for command in COMMANDS:
        ran = prostcli(*command, cwd=copied)
        if colour:  # the tool's own colours, whole; and no link among them
            ran = Ran(ran.status, re.sub("\x1b\\[[0-9;]+m", "", ran.out), ran.err)
        harmless(ran, of=command)
        assert ran.status == 0 or command[0] in ("schema", "new"), (command, ran.err)
        if command[0] != "new":  # its output is a file's content, as it must read back
            unobeyed(ran, of=command)
        well_formed(ran, command[-1])


SIGNS = st.text(
    st.one_of(
        st.sampled_from("[]/:#=+-@|`<>{}%\\'\" \n\u200b\u00ad\u200d\u00a0\ufe0f\u3164\ue000å"),
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp")),
    ),
    min_size=1, max_size=30,
).filter(lambda t: bool(re.search(r"\w", t)))  # fmt: skip


@pytest.mark.slow
@given(texts=st.lists(SIGNS, min_size=3, max_size=40))
@settings(
    examples(30, 60),  # each goes through every command
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_no_text_of_any_kind_acts(
    texts: list[str], fields: dict[Path, tuple[Any, list[Pointer]]], prostcli: Prostcli,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:  # fmt: skip
    root = tmp_path_factory.mktemp("any") / "root"
    shutil.copytree(LINDVIK, root)
    _fill(root, fields, texts)
    for command in COMMANDS:
        ran = prostcli(*command, cwd=root)
        harmless(ran, of=command)
        if command[0] != "new":  # its output is a file's content, as it must read back
            unobeyed(ran, of=command)
    shutil.rmtree(root)


RAW = [
    b"kind: \x1b[31mreport\n", b"kind: \x9breport", "kind: \u202ereport".encode(),
    b"kind: report\nboard: [link=file:///x]y[/link]\nyear: ::error::\n",
    b"kind: report\n::error file=x::y: 1\n", b"##[error]x: 1\n", b"\xff\xfek\0", b"kind: \xe5",
    "kind: report\n\u0430\u200b: 1\n".encode(), b'kind: "\\e]0;x\\a"\n', b"::error::\n: : :\n",
    b"kind: report\nboard: ':skull:'\nyear: '##[x]'\n", "a\u00adb: 1".encode(),
]  # fmt: skip

FILE_NAMES = [
    b"\x1b[31m.yaml", b"a\n::error file=x::b.yaml", b"\xff\xfe.yaml", "\u202eb.yaml".encode(),
    b"[red]x[x].yaml", b"##[error]x", b":skull:", b"\x9b.yaml", "a\u200b.yaml".encode(),
    b"\r::error::x", b"=1+1.yaml", b"x\ty.yaml", "\U000e0041".encode(), b"%s{path}.yaml",
]  # fmt: skip


def test_no_byte_of_a_faulty_file_or_a_file_name_acts(prostcli: Prostcli, copied: Path) -> None:
    park = copied / "reports/2020-2022/park"
    for number, raw in enumerate(RAW):
        (park / f"{1950 + number}-report.yaml").write_bytes(raw)
    for name in FILE_NAMES:
        Path(os.fsdecode(os.fsencode(park) + b"/" + name)).write_bytes(b"x")
        Path(os.fsdecode(os.fsencode(copied) + b"/reports/" + name.replace(b".yaml", b""))).mkdir()
        inner = os.fsencode(copied) + b"/reports/" + name.replace(b".yaml", b"") + b"/2021-plan"
        Path(os.fsdecode(inner)).write_bytes(b"x")
    for command in COMMANDS:
        ran = prostcli(*command, cwd=copied)
        harmless(ran, of=command)
        unobeyed(ran, of=command)
        if command[0] in ("status", "validate", "show", "review"):
            assert ran.status == 1, command
        if command[0] in ("status", "show") and "json" not in command:
            told = ran.out + ran.err
            assert "1950-report.yaml" in told
            assert "\\u{001B}[31m" in told
        well_formed(ran, command[-1])


ARGUMENTS = [
    "\x1b[31mx", "\x9bx", "\u202ex", "a\n::error::b", "::error::x", "##[error]x", "[red]x[/y]",
    ":skull:", "\udce5x", "", " ", "\t", "-", "--", "x" * 5000, "../../etc/passwd", "{known}", "%s",
    "=1", "٢٠٢١", "２０２１", "20\u200b21", "/dev/zero", "/dev/stdin/x", "\\", "a/" * 3000, "CON",
]  # fmt: skip
PLACES = [
    ["{}"], ["{}", "x"], ["status", "{}"], ["status", "--year", "{}"], ["status", "--board", "{}"],
    ["status", "--obligation", "{}"], ["status", "--section", "{}"], ["status", "--status", "{}"],
    ["status", "--due", "{}"], ["status", "--format", "{}"], ["status", "--as-of", "{}"],
    ["status", "--root", "{}"], ["status", "--lang", "{}"], ["status", "--programme", "{}"],
    ["--root", "{}", "status"], ["--{}", "status"], ["status", "--{}"], ["show", "{}"],
    ["validate", "{}"], ["validate", "--output-format", "{}"], ["validate", "--source", "{}"],
    ["explain", "{}"], ["review", "--format", "{}"], ["review", "--templates", "{}"],
    ["review", "--board", "{}", "--year", "2021"], ["review", "--board", "park", "--year", "{}"],
    ["new", "{}", "park", "2021"], ["new", "plan", "{}", "2021"], ["new", "plan", "park", "{}"],
    ["schema", "{}"], ["show", "park", "{}"],
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_no_argument_acts(place: list[str], prostcli: Prostcli, copied: Path) -> None:
    for argument in ARGUMENTS:
        given_ = [p.replace("{}", argument) for p in place]
        ran = prostcli(*given_, cwd=copied)
        harmless(ran, of=given_)
        unobeyed(ran, of=given_)
        if argument in ("\x1b[31mx", "a\n::error::b", "x" * 5000, "[red]x[/y]"):
            assert ran.status in ((1,) if place[0] == "validate" and len(place) == 2 else (2,))


@pytest.mark.parametrize("argument", ["x" * 5000, "x" * 300, "/dev/full/x", "nowhere/x", "."])
@pytest.mark.parametrize("command", [["validate", "--output-file"], ["review", "-o"]])
def test_a_place_that_cannot_be_written_to(
    command: list[str], argument: str, prostcli: Prostcli, copied: Path
) -> None:
    ran = prostcli(*command, argument, cwd=copied)
    harmless(ran, of=(command, argument))
    assert (ran.status, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("value", "cell"),
    [("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("\tx", "'\tx"),
     ("\rx", "'\rx"), ("", ""), ("a=1", "a=1"), (2021, "2021"), ("2021-03-31", "2021-03-31"),
     # Parted at another sign than the file's own, what follows is the beginning of a cell.
     ("a;=1", "a;'=1"), ("a,@b", "a,'@b"), ("a\n+1", "a\n'+1"), ("a\t-1", "a\t'-1"),
     ("40,- kr; a, -b", "40,- kr; a, -b")],
)  # fmt: skip
def test_a_formula_is_made_inert(value: object, cell: str) -> None:
    assert inert(value) == cell
