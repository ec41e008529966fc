"""Tables as CSV in two dialects: for programs, and for a Swedish Excel."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prostcli.output.csv import Dialect, written
from tests.cli.conftest import program as program  # noqa: PLC0414  a fixture

SEPARATORS: dict[Dialect, str] = {"open": ",", "excel": ";"}
TEXTS = st.text(alphabet="=+-@;,\t\n\r\"' a1åß", max_size=8)


@pytest.mark.parametrize("command", ["status", "activities", "submissions"])
def test_a_command_gives_the_same_cells_in_both(
    command: str, program: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    """As bytes, on a stdout that knows no å."""
    plain, excel = (
        program(command, "--format", form, "--as-of", "2023-04-01", env={"LC_ALL": "C"}).stdout
        for form in ("csv", "csv-excel")
    )
    assert plain.startswith(b"programme,as_of,")
    assert excel.startswith(b"\xef\xbb\xbfprogramme;as_of;")
    rows = [*csv.reader(io.StringIO(plain.decode("utf-8")))]
    assert rows == [*csv.reader(io.StringIO(excel.decode("utf-8-sig")), delimiter=";")]
    assert len(rows) > 8
    if command == "activities":
        assert "å" in plain.decode()


@pytest.mark.parametrize("dialect", SEPARATORS)
@given(rows=st.lists(st.lists(TEXTS, min_size=2, max_size=4), max_size=3))
def test_no_cell_begins_as_a_formula_wherever_the_file_is_parted(
    dialect: Dialect, rows: list[list[str]]
) -> None:
    """A program with another language's settings parts it at another sign, and minds no quotes."""
    out = written(["å", "b"], rows, dialect)
    body = out.removeprefix("\ufeff")
    for row in csv.reader(io.StringIO(body, newline=""), delimiter=SEPARATORS[dialect]):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    for sign in ",;\t\n\r":
        for part in body.split(sign):
            assert not part.startswith(("=", "@")), part
            assert not (part[:1] in ("+", "-") and part[1:2].strip(' ,;"\t\r\n')), part


def test_what_is_no_formula_is_as_it_was() -> None:
    row = ["§ 9", "Dnr 1.2-456/2006", "2007-01-01", "40,- kr", "a; -b", "1", ""]
    (found,) = csv.reader(io.StringIO(written(row[:1], [row]).split("\n", 1)[1]))
    assert found == row
