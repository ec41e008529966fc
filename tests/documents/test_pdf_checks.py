"""The checks of a PDF pass a good one, and name what is wrong with others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import page
import pytest
import typst

from tests.documents.pdf_checks import archive_faults, ua_faults

SOURCE = """\
#set document(title: "Uppföljning")
#set text(lang: "sv", region: "SE")
= Uppföljning
#table(columns: 2, table.header[Nämnd][Utfall], [Parknämnden], [Delvis genomförd])
"""


def made(folder: Path, *standards: Literal["a-2a", "ua-1"], tags: bool = True) -> Path:
    source, pdf = folder / "uppföljning.typ", folder / "uppföljning.pdf"
    source.write_text(SOURCE, encoding="utf-8")
    typst.compile(
        source,
        output=pdf,
        ignore_system_fonts=True,
        pdf_standards=list(standards),
        pdf_tags=tags,
        timestamp=0,
    )
    return pdf


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return made(tmp_path, "a-2a", "ua-1")


def test_a_pdf_made_to_the_standards_has_no_faults(good: Path) -> None:
    assert ua_faults(good) == []
    assert archive_faults(good) == []


def rules(faults: list[str]) -> set[str]:
    return {line.partition(":")[0] for line in faults}


def test_each_standard_is_asked_for_by_itself(tmp_path: Path) -> None:
    accessible = made(tmp_path, "ua-1")
    assert ua_faults(accessible) == []
    assert "PDFA2A-ID-SCHEMA-001" in rules(archive_faults(accessible))
    archived = made(tmp_path, "a-2a")
    assert archive_faults(archived) == []
    assert rules(ua_faults(archived)) == {
        "PDFUA1-ID-PART-001",
        "PDFUA1-ID-SCHEMA-001",
        "PDFUA1-VIEWER-PREFERENCES-001",
    }


def test_what_a_pdf_without_tags_lacks_is_named(tmp_path: Path) -> None:
    found = rules(ua_faults(made(tmp_path, tags=False)))
    assert "PDFUA1-CONTENT-TAGGING-001" in found


def test_a_length_is_believed_only_where_it_is_right(good: Path) -> None:
    """If the first lines fail: has page-validation been mended, or has the file another font?"""
    assert not page.is_pdf_compliant(good, profile="2a")
    assert archive_faults(good) == []
    data = good.read_bytes()
    end = data.index(b"\r\nendstream")
    length = list(re.finditer(rb"/Length (\d+)", data[:end]))[-1]
    shorter = b"/Length %d" % (int(length[1]) - 2)
    assert len(shorter) == len(length[0])
    good.write_bytes(data[: length.start()] + shorter + data[length.end() :])
    assert rules(archive_faults(good)) == {"PDFA2A-STREAM-LENGTH-001"}
