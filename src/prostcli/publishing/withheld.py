"""What keeps a document from being written: personal data in a file that it shows.

A document is sent on, copied and kept where nobody can take anything back. That it is masked is no
reason to leave what it was made from as it is.
"""

from __future__ import annotations

from collections.abc import Collection

from prostcli.diagnostic import Diagnostic, Severity, in_order
from prostcli.documents.sources import Sources
from prostcli.errors import ProstError
from prostcli.model.submissions import Baseline
from prostcli.rules.exemptions import InForce
from prostcli.rules.privacy import PRIVACY
from prostcli.rules.rule import Scene, run
from prostcli.rules.sightings import told
from prostcli.usecases import View, located, registers_in


class WithheldError(ProstError):
    """A document shows files with personal data, and is not written."""

    status = 1

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        files = len({d.path for d in diagnostics})
        super().__init__("withheld" if files > 1 else "withheld-one", count=files)
        self.diagnostics = diagnostics


def must_be_fit(seen: View, files: Collection[str]) -> None:
    """Raise `WithheldError` where there is personal data in the files that a document shows.

    Errors count, which no exemption excuses on the date. The workspace has been read watchfully.
    """
    workspace, assessment = seen.workspace, seen.assessment
    threshold = assessment.material.programme.small_numbers.threshold
    exemptions = InForce(workspace.exemptions, assessment.as_of)
    found = located(workspace, run(PRIVACY, Scene(assessment.material)))
    here = (one for one in workspace.seen if one.path in files)
    found += told(here, exemptions.exempt, lambda _: threshold, registers_in(workspace))
    errors = [d for d in found if d.severity is Severity.ERROR and d.path in files]
    if errors:
        raise WithheldError(in_order(errors))


def shown(seen: View) -> frozenset[str]:
    """The files that the whole review shows: not those that were decided after the date."""
    material, as_of = seen.assessment.material, seen.assessment.as_of
    later = {
        s.path
        for s in material.submitted
        if not isinstance(s.value, Baseline)
        and s.value.decision is not None
        and s.value.decision.date > as_of
    }
    return frozenset(Sources(material, seen.workspace.locate).paths) - later
