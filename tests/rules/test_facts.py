"""Which facts each rule tells: their names stand in the JSON, where others' programs read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.findings import BASE, CASES, found, laid

FACTS = {
    "PRO201": "id label board year",
    "PRO202": "day year",
    "PRO203": "day year",
    "PRO204": "id",
    "PRO205": "id year board",
    "PRO206": "key",
    "PRO301": "id label board year",
    "PRO302": "value id allowed near",
    "PRO303": "id value",
    "PRO304": "id value",
    "PRO305": "id value",
    "PRO306": "id near year",
    "PRO306 plan-later": "id near year day",
    "PRO307": "id measure",
    "PRO308": "day end",
    "PRO309": "id",
    "PRO310": "id",
    "PRO312": "first more",
    "PRO313": "id value year",
    "PRO318": "key",
    "PRO319": "",
    "PRO401": "id near",
    "PRO402": "id",
    "PRO403": "id",
    "PRO404": "said folder",
    "PRO405": "id board day",
    "PRO406": "lines",
    "PRO407": "",
    "PRO408": "id day",
    "PRO408 passed-on": "id day board",
    "PRO409": "id known",
    "PRO410": "id",
    "PRO411": "id",
    "PRO412": "id",
    "PRO413": "id",
    "PRO413 activity": "id board year",
    "PRO414": "id",
    "PRO415": "id day",
    "PRO416": "id day",
    "PRO501": "",
    "PRO502": "kind",
    "PRO503": "",
    "PRO503 copy": "ending",
    "PRO503 misspelt": "meant",
    "PRO504": "key said path",
    "PRO505": "board year others",
    "PRO506": "id",
    "PRO507": "id board year",
    "PRO508": "edition near",
    "PRO509": "board day others",
    "PRO510": "year from to",
    "PRO511": "keys",
    "PRO513": "board by",
    "PRO515": "other",
    "PRO518": "",
    "PRO523": "day",
    "PRO602": "",
    "PRO603": "",
    "PRO604": "",
    "PRO605": "",
    "PRO606": "threshold",
    "PRO607": "",
    "PRO607 left-out": "threshold",
    "PRO608": "",
    "PRO611": "",
    "PRO701": "correction",
    "PRO702": "day before path",
    "PRO703": "path",
    "PRO706": "paths",
    "PRO801": "key",
    "PRO802": "key count of ids named",
    "PRO803": "key count of named",
    "PRO804": "",
}
"""By code, or by code and variant where that has others; `variant` itself is left out."""


@pytest.mark.parametrize("name", sorted(
    p.name for p in CASES.iterdir() if p != BASE and "PRO2" <= p.name < "PRO9"
))  # fmt: skip
def test_the_facts_of_a_finding_have_the_names_that_were_promised(
    name: str, tmp_path: Path
) -> None:
    laid(tmp_path, BASE)
    paper = laid(tmp_path, CASES / name)
    for one in found(tmp_path, paper).diagnostics:
        if one.code >= "PRO2":
            variant = f"{one.code} {one.facts.get('variant')}"
            promised = FACTS.get(variant, FACTS[one.code]).split()
            assert (variant, sorted({*one.facts} - {"variant"})) == (variant, sorted(promised))
