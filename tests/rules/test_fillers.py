"""Words that stand where a text should, and real texts that look like them."""

from __future__ import annotations

import pytest

from prostcli.load.workspace import load
from prostcli.model.submissions import Plan, Report
from prostcli.rules.fillers import says_nothing
from tests.cli.conftest import TOP

NOTHING = [
    "-", "–", "...", "…", ".", "?", "*", "x", "X", "xx", "xxx", "1", '"1"', "0", "00", "12",
    "n/a", "N/A", "n.a.", "N.A", "NA", "tbd", "TODO!", "se ovan", "Se ovan.", "(se ovan)",
    "se ovan!", "enl ovan", "enl. ovan", "Enl. ovan.", "Enligt ovan", "enligt ovanstående",
    "se ovanstående", "Se även ovan", "se föregående", "Se föregående svar",
    "Se föregående punkt.", "se föregående år", "se nedan", "se förra året", "se tidigare",
    "som ovan", "samma som ovan",
    "Samma svar som ovan", "Samma som föregående åtgärd", "se text ovan", "Se svar ovan",
    "se punkten ovan", "jfr ovan", "dito", "samma", "Dito.", "kompletteras",
    "Kompletteras senare", "Fylls i senare", "ifylls senare...", "Återkommer.", "skriv här",
    "d:o", "D:o.", "s.o.", "Fyll i här", "[fyll i här]", "[text]",
    "[skriv här]", "see above", "See above.", "as above",
    "same as above",
]  # fmt: skip
NONE_WHERE_ASKED = [
    "ej svar", "Inget svar.", "svar saknas",
    "saknas", "Saknas.", "Inget", "inga", "Nej", "ja", "OK", "Okej!", "finns", "vet ej",
    "Vet inte.", "okänt", "uppgift saknas", "Uppgifter saknas", "underlag saknas",
    "Inget underlag.", "Inga hinder", "ej tillämpligt", "Ej tillämpligt.", "inte tillämpligt",
    "ej aktuellt", "Inte aktuellt", "ej relevant", "inte relevant", "ej angivet", "gäller ej",
    "Inget att rapportera.", "none", "Not applicable.", "unknown",
]  # fmt: skip
SOMETHING = [
    "Som förut.", "Som tidigare.", "Som föregående år", "Samma som förra året", "liksom i fjol",
    "2008", "2007-02-30", "120", "1 200", "§ 14", "14 §", "50 %", "3/4",
    "Se bilaga 1.", "Se verksamhetsberättelsen s. 14.", "se Dnr 1.2-456/2006",
    "Se protokoll § 9.", "Enligt protokollet.", "Enligt schemat.", "Enkäten 2007.", "Enkät",
    "Statistik", "Tjänsteutlåtande", "Protokoll.", "Intern kontroll", "Avtal",
    "Nämndens egen uppföljning.", "Stickprov på fem skolor.", "2007 års enkät", "120 besök",
    "3 av 4 skolor", "14 personer", "Klart.", "Genomfört", "Pågår", "Fortsätter.",
    "Fortsätter som tidigare.", "Arbetet fortsätter som tidigare",
    "Som tidigare år deltog alla skolor.", "Se tidigare utvärdering från 2006.",
    "Samma rutin som 2006 gäller.", "Samma arbetssätt som tidigare år, nu även i Rinkeby.",
    "Enligt rutinen från föregående år.", "Jämfört med föregående år har besöken ökat.",
    "Enligt tidigare beslut § 14.", "Lokalbrist", "Personalbrist.", "Brist på tid.", "Tid",
    "Sjukdom", "Pengar", "Rutin saknas i två enheter.", "Statistik saknas för juni.",
    "Ingen ungdom sökte.", "Inga tjejer kom.", "Ingen uppgift har lämnats av polisen.",
    "Inga hinder utom lokalen.", "Inget av målen nåddes.", "Nej, lokalen stod inte klar.",
    "Ja, vid varje besök.", "Finns i varje enhets pärm.", "Finns på intranätet.",
    "Vet ej hur många som nåddes.", "Ej tillämpligt: nämnden har ingen fältgrupp.",
    "Gäller inte: skolan gick över till utbildningsnämnden.", "Ej aktuellt före 2008.",
    "Testverksamhet i två hus.", "Texten i programmet", "Kompletteras med en intervju i mars.",
    "Kommer till nämnden i maj.", "Återkommer varje år.", "SL", "KF", "PM", "A-traktorer",
    "Se § 9", "se 5.2.4", "Se under 5.2.4 och 5.3.1.", "Enligt plan.", "Som planerat.",
    "Samverkan", "Tillsammans med polisen.", "Do not know how many", "As planned",
    "Same staff as 2006.", "See appendix 2.", "Se rapporten.", "Se årsredovisningen",
    "Ovanstående gäller alla skolor.", "Nedan redovisas skolorna: A, B.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
@pytest.mark.parametrize("asked", [True, False])
def test_it_says_nothing_wherever_it_stands(text: str, *, asked: bool) -> None:
    assert says_nothing(text, asked=asked)


@pytest.mark.parametrize("text", NONE_WHERE_ASKED)
def test_none_is_an_answer_only_where_nothing_is_asked_for(text: str) -> None:
    assert says_nothing(text, asked=True)
    assert not says_nothing(text, asked=False)


@pytest.mark.parametrize("text", SOMETHING)
def test_what_says_something_is_left_in_peace(text: str) -> None:
    assert not says_nothing(text, asked=True)


def test_nothing_that_the_examples_boards_write_is_called_empty() -> None:
    found = []
    for root in ("examples/nordhamn", "tests/lindvik"):
        for edition in load(TOP / root, watchful=True).editions.values():
            assert edition.material is not None
            for file in edition.material.submitted:
                if isinstance(file.value, Plan):
                    for planned in file.value.entries:
                        found += [planned.ongoing, planned.no_activity]
                        found += [a.text for a in planned.activities or ()]
                if isinstance(file.value, Report):
                    for told in file.value.entries:
                        found += [told.summary, told.evidence, told.effect, told.obstacles]
                        found += [told.reason, told.next_steps]
    texts = [text for text in found if text]
    assert len(texts) > 300
    assert [text for text in texts if says_nothing(text, asked=True)] == []
