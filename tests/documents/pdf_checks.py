"""What a PDF must hold: PDF/UA-1 for who listens to it, PDF/A-2a for who reads it in forty years.

Asked of page-validation, which is young: what passes here is checked, not certified.
"""

from __future__ import annotations

from pathlib import Path

import page
import pikepdf


def ua_faults(pdf: Path) -> list[str]:
    """What breaks PDF/UA-1 (ISO 14289-1), a line for each rule and place."""
    return _faults(pdf, page.ValidationProfile.PDF_UA_1)


def archive_faults(pdf: Path) -> list[str]:
    """What breaks PDF/A-2a (ISO 19005-2), a line for each rule and place."""
    return _faults(pdf, page.ValidationProfile.PDF_A_2A)


def _faults(pdf: Path, profile: page.ValidationProfile) -> list[str]:
    report = page.validate_pdf(pdf, profile=profile)
    assert report.rules.total > 90, "it has looked at nothing"
    assert report.is_compliant == (not report.failures)
    return [
        f"{found.rule_id}: {found.message}"
        for found in report.failures
        if not (found.rule_id == "PDFA2A-STREAM-LENGTH-001" and _is_misread(pdf, found.object_id))
    ]


def _is_misread(pdf: Path, place: page.PdfObjectId | None) -> bool:
    r"""Whether a stream's length is right after all.

    page-validation 0.11 takes \r\n before `endstream` for the end of the line also where \r is the
    last byte of the data: one compressed stream in 256. qpdf, behind pikepdf, reads as many bytes
    as the length says, and warns where `endstream` does not follow.
    """
    if place is None:
        return False
    with pikepdf.open(pdf) as opened:
        stream = opened.get_object(place.object_number, place.generation)
        data = stream.read_raw_bytes()
        return data.endswith(b"\r") and len(data) == stream.Length and not opened.get_warnings()
