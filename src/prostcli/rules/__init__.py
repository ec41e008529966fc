"""What is checked. The registry is the list below: no rule is found by itself."""

from prostcli.rules.changes import CHANGES
from prostcli.rules.decisions import DECISIONS
from prostcli.rules.exemptions import EXEMPTIONS
from prostcli.rules.mid_term import MID_TERM
from prostcli.rules.plan import PLAN
from prostcli.rules.privacy import PRIVACY
from prostcli.rules.programme import DUTIES_HELD, PROGRAMME
from prostcli.rules.quotations import QUOTATIONS
from prostcli.rules.references import REFERENCES
from prostcli.rules.repetition import REPETITION
from prostcli.rules.report import REPORT
from prostcli.rules.review import REVIEW
from prostcli.rules.rule import Rule
from prostcli.rules.sightings import SIGHTINGS
from prostcli.rules.source import SOURCE
from prostcli.rules.submission import SUBMISSION
from prostcli.rules.wording import WORDING

RULES: tuple[Rule, ...] = (
    *REFERENCES,
    *PROGRAMME,
    *DUTIES_HELD,
    *MID_TERM,
    *SUBMISSION,
    *DECISIONS,
    *PLAN,
    *REPORT,
    *REPETITION,
    *WORDING,
    *PRIVACY,
    *REVIEW,
)
"""The rules that look at values."""

CATALOGUE: dict[str, Rule] = {
    r.code: r for r in (*SOURCE, *SIGHTINGS, *EXEMPTIONS, *RULES, *CHANGES, *QUOTATIONS)
}
"""Everything that can be found, by code."""
