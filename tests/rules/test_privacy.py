"""Exemptions for what looks like personal data, and numbers that give each other away."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from prostcli.load.personal import in_text
from prostcli.model.exemptions import Exemption, Exemptions, fingerprint
from prostcli.model.material import Filed
from prostcli.rules.exemptions import InForce
from prostcli.rules.sightings import told
from tests.made_up import ADDRESS, CO_ORDINATION, HYPHENED, PERSONAL

SALT = "00112233445566778899aabbccddeeff"
REPORT = "reports/2020-2021/park/2021-report.yaml"
FILE = "program/exemptions.yaml"
LAST_DAY = date(2030, 12, 31)


def filed(
    *given: tuple[Literal["PRO601", "PRO602", "PRO603"], str],
    found_in: Literal["files", "elsewhere", "history"] = "files",
) -> Filed[Exemptions]:
    entries = tuple(
        Exemption(
            code=code,
            fingerprint=fingerprint(SALT, code, value),
            reason="Offentligt.",
            decided_by="Parknämnden",
            expires=LAST_DAY,
            found_in=found_in,
        )
        for code, value in given
    )
    return Filed(FILE, Exemptions(kind="exemptions", salt=SALT, exemptions=entries))


def codes(
    text: str,
    file: Filed[Exemptions] | None,
    day: date = LAST_DAY,
    commit: str | None = None,
) -> list[str]:
    exemptions = InForce(file, day)
    found = list(told(in_text(REPORT, text, commit), exemptions.exempt, lambda _path: 5))
    return [d.code for d in (*found, *exemptions.useless())]


def test_an_exemption_excuses_its_value_however_it_is_written() -> None:
    file = filed(("PRO601", PERSONAL))
    assert codes(f"{HYPHENED}, 19{PERSONAL} och {PERSONAL[:6]} {PERSONAL[6:]}", file) == []


def test_an_exemption_excuses_nothing_else() -> None:
    file = filed(("PRO601", PERSONAL))
    assert codes(f"{HYPHENED} {CO_ORDINATION}", file) == ["PRO601"]


def test_an_exemption_for_one_code_is_none_for_another() -> None:
    assert codes(ADDRESS, filed(("PRO601", ADDRESS))) == ["PRO602", "PRO611"]
    assert codes(ADDRESS, filed(("PRO602", ADDRESS))) == []


def test_an_exemption_holds_through_its_last_day_and_is_told_after_it() -> None:
    file = filed(("PRO601", PERSONAL))
    assert codes(HYPHENED, file, LAST_DAY) == []
    assert codes(HYPHENED, file, date(2031, 1, 1)) == ["PRO601", "PRO610"]


def test_an_exemption_of_no_use_is_told_where_its_file_is_looked_at() -> None:
    assert codes("inget", filed(("PRO601", PERSONAL))) == ["PRO611"]
    assert codes("inget", filed(("PRO601", PERSONAL), found_in="history")) == []
    assert codes("inget", filed(("PRO601", PERSONAL), found_in="elsewhere")) == []
    assert codes("inget", None) == []


def test_an_exemption_for_history_is_none_for_what_stands_now() -> None:
    history = filed(("PRO601", PERSONAL), found_in="history")
    assert codes(HYPHENED, history, commit="a" * 40) == []
    assert codes(HYPHENED, history) == ["PRO601"]
    assert codes(HYPHENED, filed(("PRO601", PERSONAL)), commit="a" * 40) == []


def test_a_fingerprint_depends_on_salt_code_and_value_and_is_slow_to_try() -> None:
    """scrypt with N = 2^13, r = 8: eight megabytes and some milliseconds for each guess."""
    one = fingerprint(SALT, "PRO601", PERSONAL)
    assert one == fingerprint(SALT, "PRO601", PERSONAL)
    assert len({one, fingerprint(SALT[::-1], "PRO601", PERSONAL),
                fingerprint(SALT, "PRO602", PERSONAL),
                fingerprint(SALT, "PRO601", CO_ORDINATION)}) == 4  # fmt: skip
    assert PERSONAL not in one


def test_what_comes_after_two_hundred_values_is_not_exempt() -> None:
    """Each comparison takes a moment, and hostile files could hold ten thousand."""
    many = "\n".join(f"a.b{'x' * i}@example.org" for i in range(210))
    file = filed(("PRO602", "a.bxx@example.org"), ("PRO602", f"a.b{'x' * 209}@example.org"))
    exemptions = InForce(file, LAST_DAY)
    found = list(told(in_text(REPORT, many), exemptions.exempt, lambda _path: 5))
    assert len(found) == 209
    assert [d.code for d in exemptions.useless()] == ["PRO611"]


# --- counts and the threshold


@pytest.mark.parametrize(("threshold", "lines"), [(3, [1]), (4, [1, 2]), (5, [1, 2, 3]), (0, [])])
def test_the_threshold_of_the_edition_decides(threshold: int, lines: list[int]) -> None:
    text = "två klienter\ntre kvinnor\nfyra barn\nfem ärenden\n"
    found = told(in_text(REPORT, text), InForce(None, LAST_DAY).exempt, lambda _path: threshold)
    assert [d.span.line for d in found] == lines


def test_the_programmes_own_text_may_count_people() -> None:
    assert in_text("program/2020-2021/programme.yaml", "tre kvinnor") == []


def test_nothing_is_told_of_the_repositorys_own_files() -> None:
    root = Path(__file__).parents[2]
    paths = [*(root / "reports").rglob("*.yaml"), *(root / "program").rglob("*.yaml")]
    assert len(paths) > 20
    for path in paths:
        seen = in_text(path.relative_to(root).as_posix(), path.read_text("utf-8"))
        assert list(told(seen, InForce(None, LAST_DAY).exempt, lambda _path: 5)) == []
