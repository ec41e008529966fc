"""Addresses, telephone numbers, streets, small counts and names; and texts without them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prostcli.load.personal import in_text
from prostcli.personal.counts import counts_in_words
from prostcli.personal.names import looks_like_a_person
from prostcli.personal.search import counted, hidden, identifying, masked, publishable
from prostcli.personal.sightings import COUNT, E_MAIL, NUMBER, PHONE, STREET, Sighting
from tests.desk import few
from tests.made_up import ADDRESS, BORN, HYPHENED, LAST, MASKED, PERSONAL, with_check_digit
from tests.timing import within


def kinds(text: str) -> list[tuple[str, str]]:
    return [(s.kind, text[s.start : s.end]) for s in identifying(text)]


# --- e-mail


@pytest.mark.parametrize(
    ("address", "certain"),
    [
        ("anna.andersson@example.org", True),
        ("Åsa.Öberg@example.org", True),
        ("a.andersson@example.org", True),
        ("anna_andersson@kommun.example.org", True),
        ("anna.andersson＠example.org", True),
        ("anna.andersson (at) example.org", True),
        ("anna.andersson[at]example.org", True),
        ("annaa@example.org", False),
        ("anna123@example.org", False),
        ("x1.y2@example.org", False),
    ],
)
def test_an_address_that_may_be_a_persons(address: str, certain: bool) -> None:
    text = f"Skriv till {address}, tack."
    (seen,) = identifying(text)
    assert (seen.kind, text[seen.start : seen.end], seen.certain) == (E_MAIL, address, certain)


@pytest.mark.parametrize(
    "address",
    [
        "registrator@example.org",
        "info@example.org",
        "kontakt.farsta@example.org",
        "socialnamnden@example.org",
        "socialnämnden@example.org",
        "ungdomsmottagningen@example.org",
        "namnd-diariet@example.org",
        "@example.org",
        "anna@",
        "anna @ torget",
        "@overallt",
    ],
)
def test_an_offices_address_does_not_fire(address: str) -> None:
    assert kinds(f"Skriv till {address} i dag") == []


# --- telephones

PHONES = [
    "08-508 25 000", "08-123 45 67", "08 - 123 45 67", "08/123 45 67", "070-123 45 67",
    "0701-23 45 67", "0701234567", "070 123 45 67", "+46 70 123 45 67", "+46701234567",
    "+46 (0)8 123 45 67", "0046 8 123 45 67", "(08) 123 45 67", "08-1234567", "0123-456 78",
]  # fmt: skip


@pytest.mark.parametrize("number", PHONES)
def test_a_telephone_number_is_found(number: str) -> None:
    (found,) = kinds(f"Ring {number} för besked.")
    assert found == (PHONE, number.removeprefix("("))


@pytest.mark.parametrize(
    "text",
    [
        "2006-07-01", "07-12 2006", "0512/2006", "0123-45678/2006", "dnr 325-5130/2005", "0.05",
        "00:30", "kl. 08.30", "0 av 12", "01-02-2006", "1 000 000", "10 000 000", "år 2006 2007",
        "L0815-0816", "L3925-3927", "s. 08", "§ 08-09", "007", "0,5", "8-123 45 67",
        "5.2.4", "08-09", "sha 0812345678abcdef",
    ],
)  # fmt: skip
def test_what_is_no_telephone_does_not_fire(text: str) -> None:
    assert kinds(f"se {text} i planen") == []


# --- streets


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("En klient bor på Storgatan 12 sedan i våras.", "Storgatan 12"),
        ("Razzian på Norra Kyrkogatan 3 B gällde två.", "Norra Kyrkogatan 3 B"),
        ("Kvinnan fann en bostad: Skogsvägen 7.", "Skogsvägen 7"),
        ("Ärendet rör\n  Storgatan\n  12.", "Storgatan\n  12"),
    ],
)
def test_a_street_beside_a_case_is_found(text: str, street: str) -> None:
    assert (STREET, street) in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden sammanträder på Storgatan 12.",
        "Klienten går över gatan 12 gånger.",
        "Verksamhetsplan 2007 för barn",
        "På Skogsvägen 2007 fanns en klient.",
        "Storgatan 12." + " Nämnden har mött behovet." * 6 + " En klient.",
    ],
)
def test_a_street_without_a_case_or_a_number_does_not_fire(text: str) -> None:
    assert kinds(text) == []


# --- counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nämnden mötte tre kvinnor.", ("tre kvinnor", 3)),
        ("Två av våra klienter fick", ("Två av våra klienter", 2)),
        ("sammanlagt 2 ärenden", ("2 ärenden", 2)),
        ("1 klient", ("1 klient", 1)),
        ("fyra\n  unga män", ("fyra\n  unga män", 4)),
        ("tolv elever", ("tolv elever", 12)),
        ("99 hushåll", ("99 hushåll", 99)),
        ("(tre barn)", ("tre barn", 3)),
        ("”två personer”", ("två personer", 2)),
    ],
)
def test_a_count_of_people_is_found(text: str, found: tuple[str, int]) -> None:
    assert [(text[c.start : c.end], c.number) for c in counts_in_words(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "en klient", "ett ärende", "En kvinna", "två dagar för alla kvinnor", "tre personal",
        "två ungdomsmottagningar", "tre familjecentraler", "fem barnmorskor", "två mandat",
        "5.2.4 klienter", "3–4 klienter", "100 klienter", "2007 klienter", "1 240 klienter",
        "två eller fler klienter", "tre skolor", "femton kvinnor", "kl. 10.30 klienter",
    ],
)  # fmt: skip
def test_what_counts_no_people_does_not_fire(text: str) -> None:
    assert list(counts_in_words(text)) == []


def test_a_count_is_a_sighting_with_its_number() -> None:
    (seen,) = counted("tre  unga kvinnor")
    assert (seen.kind, seen.people, seen.value) == (COUNT, 3, "tre unga kvinnor")


# --- names where a unit should stand


@pytest.mark.parametrize(
    "text",
    [
        "Anna Andersson", "enhetschef Karin Lindqvist", "Karl-Erik Ek", "Lindgren, Anna Berg",
        "Handläggare Mohamed Ali", "Ansvarig: Eva von Holm", "Sigrid Bergström",
    ],
)  # fmt: skip
def test_a_persons_name_is_seen(text: str) -> None:
    assert looks_like_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Enheten för barn och ungdom", "Farsta ungdomsmottagning", "Norra Stadsdelen",
        "Maria Ungdom", "Maria Gamla stan", "Katarina-Sofia", "Ungdomsmottagningen Maria",
        "Socialjouren City", "BUP Norr", "Individ- och familjeomsorgen", "Skolhälsovården",
        "anna andersson", "ANNA ANDERSSON", "Budget 2007", "Egen budget", "st", "",
    ],
)  # fmt: skip
def test_a_unit_is_no_person(text: str) -> None:
    assert not looks_like_a_person(text)


# --- where an office says how it is reached


MEANT = """boards:
  - id: park
    contact: {email: registrator.park@example.org, telephone: 08-123 45 67}
  - id: vatten
    contact:
      email: ADDRESS
      telephone: 08-123 45 68
    name: ring 08-123 45 69
"""
EVERY = [(3, "081234567"), (6, ADDRESS), (7, "081234568"), (8, "081234569")]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("program/2020-2021/boards.yaml", EVERY[-1:]),
        ("program/2020-2021/obligations.yaml", EVERY),
        ("program/2020-2021/programme.yaml", EVERY),
        ("reports/2020-2021/boards.yaml", EVERY),
    ],
)
def test_a_contact_of_a_board_is_meant_to_be_read(path: str, found: list[tuple[int, str]]) -> None:
    seen = in_text(path, MEANT.replace("ADDRESS", ADDRESS))
    assert sorted((s.span.line, s.sighting.value) for s in seen) == found


def test_so_is_the_publisher_of_a_programme_but_no_number_of_a_person() -> None:
    text = f"publisher:\n  email: {ADDRESS}\n  telephone: 08-123 45 67\n  name: {HYPHENED}\n"
    (seen,) = in_text("program/2020-2021/programme.yaml", text)
    assert (seen.sighting.kind, seen.span.line) == (NUMBER, 4)


def test_nothing_is_meant_in_a_file_that_cannot_be_read() -> None:
    text = f"publisher: {{email: {ADDRESS}\n"
    assert [s.sighting.kind for s in in_text("program/a/programme.yaml", text)] == [E_MAIL]


# --- what is shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"Pnr {HYPHENED}.", f"Pnr {MASKED}."),
        (f"skriv till {ADDRESS}", "skriv till ****.*********@*******.***"),
        ("ring 08-508 25 000", "ring **-*** ** ***"),
        ("en klient på Storgatan 12", "en klient på ********* **"),
        ("2007-02-28 och 5.2.4", "2007-02-28 och 5.2.4"),
        ("", ""),
    ],
)
def test_a_text_is_shown_without_what_points_at_someone(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_a_stretch_is_hidden_and_its_signs_stay() -> None:
    assert hidden("unit: Åsa Ek-Berg!", [(6, 17)]) == "unit: *** **-****!"


def test_stretches_may_lie_over_each_other() -> None:
    assert hidden("abc def ghi", [(4, 7), (0, 5), (5, 6)]) == "*** *** ghi"


def test_a_telephone_inside_a_personal_number_is_not_told_again() -> None:
    number = with_check_digit("070112" + "345")
    assert kinds(f"a {number} b 070-123 45 67 c {number}") == [
        (NUMBER, number), (NUMBER, number), (PHONE, "070-123 45 67"),
    ]  # fmt: skip


def _date_before(last: str) -> str:
    """A date that these four digits make a right number of, by chance."""
    days = (f"{year:02}0112" for year in range(50, 100))
    return next(day for day in days if with_check_digit(day + last[:3]).endswith(last))


@pytest.mark.parametrize("between", [" ", "-", " - ", ": "])
def test_of_a_number_by_chance_and_the_one_it_reaches_into_nothing_is_left(between: str) -> None:
    chance = _date_before(BORN[:4])
    text = f"{chance}{between}{BORN[:4]} {BORN[4:]}-{LAST}"
    assert [s.value for s in identifying(text)] == [f"{chance}{BORN[:4]}", PERSONAL]
    shown = f"{masked(text)} {publishable(text)}"
    assert not any(map(str.isdigit, shown))


def test_of_a_number_by_chance_and_the_telephone_it_reaches_into_nothing_is_left() -> None:
    text = f"{_date_before('0701')} 0701 23 45 67"
    assert [s.kind for s in identifying(text)] == [NUMBER, PHONE]
    assert not any(map(str.isdigit, masked(text)))


def test_addresses_that_lie_over_each_other_are_one() -> None:
    text = "x.y@anna.andersson@example.org, info@b.ek@example.org"
    assert kinds(text) == [
        (E_MAIL, "x.y@anna.andersson@example.org"), (E_MAIL, "b.ek@example.org"),
    ]  # fmt: skip


HOSTILE = (
    f"{PERSONAL} ", "a.b@c.de ", "1 ", "12-", "08 ", "08-12 ", "a.", "@", "(at)",
    "två kvinnor ", "9 klient ", "Gatan 12 klient ", f"{HYPHENED} 070-123 45 67 ", "811218-",
    "811218\n", "1981-", "+46 70 ", "12\n# ", "f" * 63 + " ", "１ ", "tre a b ", "0" * 9 + "x",
    "A" * 60 + "gatan ",
)  # fmt: skip


@pytest.mark.parametrize("piece", few(HOSTILE, 3))
def test_a_text_as_large_as_may_be_is_searched_and_masked_in_time(piece: str) -> None:
    text = (piece * (256 * 1024 // len(piece) + 1))[: 256 * 1024]
    with within(2):
        in_text("reports/a.yaml", text)
    with within(2):
        masked(text)


@pytest.mark.parametrize(
    "gap", few([" ", "\n", "\u00ad", "\t ", "-", " - ", "\n#", "'", "\u200d", " \n", "å", "."], 3)
)
def test_one_long_gap_in_a_text_is_passed_in_time(gap: str) -> None:
    """Half of each thing that is looked for, and then as much as a file may hold."""
    long = gap * (60_000 // len(gap))
    halves = ("811218", "tre", "08", "Gatan", "a.b", "x@y", "+46", "1981-12-18")
    text = f"{HYPHENED} {' '.join(half + long for half in halves)}"
    with within(2):
        assert in_text("reports/a.yaml", text)[0].sighting.value == PERSONAL
    with within(2):
        masked(text)


def test_a_sighting_never_tells_what_it_saw() -> None:
    (seen,) = identifying(HYPHENED)
    assert seen.value == PERSONAL
    assert PERSONAL not in repr(seen)
    assert isinstance(seen, Sighting)
    assert seen.kind == NUMBER


@given(
    st.lists(
        st.sampled_from(
            [HYPHENED, PERSONAL, ADDRESS, *PHONES, "a", " ", "\n", "å", "[x](", "#", "-"]
        )
    )
)
def test_masking_keeps_every_place_and_leaves_nothing_to_see(parts: list[str]) -> None:
    text = " ".join(parts)
    shown = masked(text)
    assert len(shown) == len(text)
    assert masked(shown) == shown
    assert list(identifying(shown)) == []
    for part in (HYPHENED, PERSONAL, ADDRESS):
        assert part not in shown


@given(st.text())
def test_masking_changes_only_letters_and_digits(text: str) -> None:
    for before, after in zip(text, masked(text), strict=True):
        assert after in (before, "*")
        assert after == before or before.isalnum() or before.isnumeric()


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    PERSONAL,
                    HYPHENED,
                    HYPHENED.replace("-", "\u00ad-"),
                    ADDRESS,
                    "(a\u00adt)",
                    " at ",
                    ADDRESS.replace("@", "(AT)"),
                    ADDRESS.replace("@", "\u2060@"),
                    ADDRESS.replace("@", "\uff20"),
                    ADDRESS.replace("@", "\ufe6b"),
                    "8112",
                    "18-",
                    "98",
                    "08-508 25 000",
                    "2007",
                    "\u0301",
                    "\uff18\uff11",
                ]
            ),
            st.text(max_size=4),
        ),
        max_size=7,
    )
)
def test_what_is_published_is_without_each_number_and_certain_address(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = [s for s in identifying(text) if s.kind in (NUMBER, E_MAIL) and s.certain]
    assert publishable(text) == hidden(text, ((s.start, s.end) for s in found))
    assert masked(text) == hidden(text, ((s.start, s.end) for s in identifying(text)))
