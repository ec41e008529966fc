"""Findings as JUnit XML, which every build server shows: a test case for each checked file."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from prostcli.diagnostic import Diagnostic, Severity
from prostcli.output.concise import headline
from prostcli.output.findings import Findings, Omitted
from prostcli.output.text import show

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET


def junit(findings: Findings) -> str:
    """A file with an error fails and tells all that is said of it.

    Another file passes; what is said of it all the same stands in its output. The signs of XML
    itself are escaped by the writer of elements, and `show` leaves none that XML cannot hold.
    """
    from xml.etree import ElementTree as ET

    said: defaultdict[str, list[Diagnostic | Omitted]] = defaultdict(list)
    for path in findings.files:
        said[path] = []
    for item in findings.told:
        said[item.file if isinstance(item, Omitted) else item.path].append(item)
    failed = sum(any(i.severity is Severity.ERROR for i in items) for items in said.values())
    counts = {"tests": str(len(said)), "failures": str(failed), "errors": "0", "skipped": "0"}
    suites = ET.Element("testsuites", {"name": "prostcli", **counts})
    suite = ET.SubElement(suites, "testsuite", {"name": "prostcli validate", **counts})
    for path, items in said.items():
        name = show(findings.file(path))
        case = ET.SubElement(suite, "testcase", {"classname": "prostcli", "name": name})
        case.set("file", name)
        if items:
            _tell(case, items, findings)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _tell(case: ET.Element, items: list[Diagnostic | Omitted], findings: Findings) -> None:
    """Put all that is said of a file into its test case."""
    from xml.etree import ElementTree as ET

    lines = []
    for item in items:
        lines.append(headline(item, findings))
        hint = findings.message(item).hint
        if hint:
            lines.append(f"    = {show(hint)}")
    first = items[0]
    if first.severity is Severity.ERROR:
        message = f"{first.code} {show(findings.message(first).text)}"
        told = ET.SubElement(case, "failure", {"type": first.code, "message": message})
    else:
        told = ET.SubElement(case, "system-out")
    told.text = "\n".join(lines)
