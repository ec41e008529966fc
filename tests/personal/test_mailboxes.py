"""A mailbox with a board's name is an office's, and a person's address is still a person's."""

from __future__ import annotations

import pytest

from prostcli.diagnostic import Severity
from prostcli.load.personal import in_text
from prostcli.model.boards import Register
from prostcli.model.material import Material
from prostcli.personal.search import masked, publishable
from prostcli.rules.sightings import told

REGISTER = Register.model_validate({
    "kind": "boards",
    "basis": {"sv": "Påhittat."},
    "boards": [
        {"id": "vreta-nas", "short": "Vreta-Näs", "names": [{"name": "Vreta-Näs nämnd"}]},
        {"id": "ekudden", "short": "Ekudden", "names": [{"name": "Ekuddens nämnd"}]},
        {"id": "kullshus", "short": "Kullshus", "names": [{"name": "AB Kullshus"}]},
        {"id": "maria-ang", "short": "Maria-Äng", "names": [{"name": "Maria-Ängs nämnd"}]},
        {
            "id": "lund-e",
            "short": "Lund E",
            "names": [{"name": "Gamla namnet", "short": "Dalby-Torn"}, {"name": "Lund E"}],
            "also": ["Högby-Torn"],
        },
    ],
})  # fmt: skip


def severities(address: str, registers: list[Register], commit: str | None = None) -> list[str]:
    seen = in_text("reports/a.yaml", f"Skriv till {address}, tack.", commit)
    found = told(seen, lambda _: False, lambda _: 5, registers)
    return [f"{d.code} {d.severity.name}" for d in found]


ERROR = [f"PRO602 {Severity.ERROR.name}"]
WARNING = [f"PRO602 {Severity.WARNING.name}"]


@pytest.mark.parametrize(
    "mailbox",
    [
        "vreta-nas", "vreta.nas", "Vreta-Näs", "nas.vreta", "vretanas", "vreta.ekudden", "ekudden",
        "kull.hus", "kulls.hus", "dalby.torn", "hogby-torn", "högby_torn", "gamla.namnet",
        "vreta-nas2", "lund.e",
    ],
)  # fmt: skip
@pytest.mark.parametrize("at", ["@", " (at) ", "[at]", "＠"])
def test_the_words_of_boards_are_an_offices(mailbox: str, at: str) -> None:
    assert severities(f"{mailbox}{at}example.org", [REGISTER]) == []


@pytest.mark.parametrize(
    "mailbox",
    [
        "vreta.andersson", "e.lund", "anna.vreta", "anna.ekudden", "maria.vreta",
        "maria.lund", "ekudden.berg", "anna.vreta.nas",
    ],
)  # fmt: skip
def test_a_persons_is_an_error_beside_boards_of_like_names(mailbox: str) -> None:
    assert severities(f"{mailbox}@example.org", [REGISTER]) == ERROR


@pytest.mark.parametrize("mailbox", ["maria.ang", "maria-äng"])
def test_a_board_whose_name_is_a_first_name_too_is_a_warning(mailbox: str) -> None:
    assert severities(f"{mailbox}@example.org", []) == ERROR
    assert severities(f"{mailbox}@example.org", [REGISTER]) == WARNING
    assert severities(f"{mailbox}@example.org", [REGISTER], "abcdef") == []


def test_in_an_earlier_version_it_is_no_person_either() -> None:
    assert severities("vreta-nas@example.org", [], "abcdef") == [f"PRO609 {Severity.ERROR.name}"]
    assert severities("vreta-nas@example.org", [REGISTER], "abcdef") == []


def test_other_finds_beside_it_are_told() -> None:
    text = "vreta-nas@example.org, anna.andersson@example.org"
    assert severities(text, [REGISTER]) == ERROR


def test_no_board_of_the_programme_is_an_error(stockholm: Material) -> None:
    """Nor with a point, nor each word by itself; a first name is a warning."""
    names = [board.id for board in stockholm.register.boards]
    assert len(names) == 29
    mailboxes = {m for name in names for m in (name, name.replace("-", "."), name.replace("-", ""))}
    mailboxes |= {"kista.rinkeby", "skarpnack.farsta", "stockholm.hem", "familje.bostader"}
    warned = {
        m for m in mailboxes if severities(f"{m}@stockholm.se", [stockholm.register]) == WARNING
    }
    assert warned == {"katarina-sofia", "katarina.sofia", "maria-gamla-stan", "maria.gamla.stan"}
    for mailbox in mailboxes - warned:
        assert severities(f"{mailbox}@stockholm.se", [stockholm.register]) == [], mailbox


def test_texts_are_masked_as_they_were() -> None:
    """Where a text becomes a value no register is at hand: rather too much than too little."""
    for text in ("vreta-nas@example.org", "anna.andersson@example.org"):
        assert not any(map(str.isalnum, masked(text)))
        assert not any(map(str.isalnum, publishable(text)))
