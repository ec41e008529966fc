"""What a finding is known by from one run to the next, wherever it has moved in its file."""

import hashlib
from collections import Counter
from dataclasses import replace

from prostcli.diagnostic import Diagnostic
from prostcli.language import language
from prostcli.output.findings import Findings, Omitted
from prostcli.output.json import dumped


def fingerprints(findings: Findings) -> list[tuple[Diagnostic | Omitted, str]]:
    """Each thing told, with a fingerprint that no other in the list has.

    It is made of code, path and message, and of no line, so that text added above a finding makes
    no new one of it. The message is the English one, whatever the reader's language. What stands
    for findings that are left out has none: their number changes with each one mended. Findings
    that say the same in the same file are numbered.
    """
    english = replace(findings, language=language("en"))
    found = []
    seen: Counter[tuple[str, ...]] = Counter()
    for item in findings.told:
        said = "" if isinstance(item, Omitted) else english.message(item).text
        kind = (item.code, findings.path(item), said)
        seen[kind] += 1
        whole = dumped([*kind, seen[kind]])  # a list, so that no text can pass for two
        found.append((item, hashlib.sha256(whole.encode()).hexdigest()[:32]))
    return found
