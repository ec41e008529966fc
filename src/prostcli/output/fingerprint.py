"""What a finding is known by from one run to the next, wherever it has moved in its file."""

import hashlib
from collections import Counter

from prostcli.diagnostic import Diagnostic
from prostcli.output.findings import Findings, Omitted
from prostcli.output.json import dumped


def fingerprints(findings: Findings) -> list[tuple[Diagnostic | Omitted, str]]:
    """Each thing told, with a fingerprint that no other in the list has.

    It is made of code, path and message, and of no line, so that text added above a finding makes
    no new one of it. Findings that say the same in the same file are numbered.
    """
    found = []
    seen: Counter[tuple[str, ...]] = Counter()
    for item in findings.told:
        # How many are left out changes with each one mended: it is the same remark all the same.
        omitted = isinstance(item, Omitted)
        said = "" if omitted else findings.message(item).text
        kind = (item.code, item.severity if omitted else "", findings.path(item), said)
        seen[kind] += 1
        whole = dumped([*kind, seen[kind]])  # a list, so that no text can pass for two
        found.append((item, hashlib.sha256(whole.encode()).hexdigest()[:32]))
    return found
