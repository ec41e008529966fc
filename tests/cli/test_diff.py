"""`prostcli diff` on Nordhamn in git: a correction, a decision and a new report since a tag."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import TOP, Prostcli
from tests.desk import few
from tests.made_up import PERSONAL
from tests.repositories import Made, copied

DAY = ("--as-of", "2016-03-01")
REPORTS = "reports/2012-2015"
CORRECTION = f"{REPORTS}/socialnamnden/2013-report-2.yaml"
DRAFT = f"{REPORTS}/utbildningsnamnden/2015-report.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Made:
    """Nordhamn without the correction, committed and tagged; then the correction, uncommitted."""
    repo = copied(TOP / "examples/nordhamn", tmp_path / "nordhamn")
    later = (repo.root / CORRECTION).read_bytes()
    (repo.root / CORRECTION).unlink()
    repo.commit({})
    repo.git("tag", "forra")
    (repo.root / CORRECTION).write_bytes(later)
    return repo


def changes(prostcli: Prostcli, repo: Made, *arguments: str) -> list[dict[str, Any]]:
    ran = prostcli("--root", str(repo.root), "diff", *arguments, "--format", "json", *DAY)
    assert ran.status == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)["changes"]
    return found


def test_a_correction_and_what_came_of_it(prostcli: Prostcli, repo: Made) -> None:
    found = changes(prostcli, repo, "forra")
    assert [(c["area"], c["kind"], c["subject"], c["before"], c["after"]) for c in found[1:]] == [
        ("outcome", "changed", "3.3", "fulfilled", "partly"),
        ("share", "changed", None, "14/25", "13/25"),
    ]
    assert (found[0]["path"], found[0]["after"]["date"]) == (CORRECTION, "2014-05-21")


def test_in_words(prostcli: Prostcli, repo: Made) -> None:
    out = prostcli("--root", str(repo.root), "diff", "forra", *DAY).out
    flat = " ".join(out.split())
    assert f"Redovisning 2013, Social och omsorg ({CORRECTION}) Ny: beslutad 21 maj 2014." in flat
    assert "Social och omsorg 2013, 3.3: Uppfylls helt → Uppfylls delvis" in flat
    assert "2013: 14/25 → 13/25" in flat
    assert not re.search(r"minsk|\bfall|sämre|lägre|sjunk|ökat|stig", flat.lower())
    assert max(map(len, out.splitlines())) <= 80


def test_a_draft_that_is_decided(prostcli: Prostcli, repo: Made) -> None:
    path = repo.root / DRAFT
    text = path.read_text(encoding="utf-8")
    decision = "decision: {date: 2016-02-29, paragraph: § 9, reference: Dnr UN 2016/9}\nentries:"
    path.write_text(text.replace("entries:", decision, 1), encoding="utf-8")
    out = prostcli("--root", str(repo.root), "diff", "forra", "--board", "utbildningsnamnden", *DAY)
    flat = " ".join(out.out.split())
    assert "Beslutad 29 februari 2016 (förut utkast)." in flat
    assert "Utbildning 2015, 2.2: Utkast → Uppfylls helt" in flat
    assert "Social och omsorg" not in flat


def test_between_two_commits_the_folder_is_not_looked_at(prostcli: Prostcli, repo: Made) -> None:
    repo.commit({})
    assert len(changes(prostcli, repo, "forra", "HEAD")) == 3
    (repo.root / CORRECTION).unlink()
    assert len(changes(prostcli, repo, "forra", "HEAD")) == 3
    assert changes(prostcli, repo, "forra") == []


def test_nothing_is_said_to_be_nothing(prostcli: Prostcli, repo: Made) -> None:
    repo.commit({})
    assert "Inget har ändrats." in prostcli("--root", str(repo.root), "diff", "HEAD", *DAY).out


def test_what_cannot_be_read_is_said_and_not_called_removed(prostcli: Prostcli, repo: Made) -> None:
    path = repo.root / REPORTS / "hamnhem/2014-report.yaml"
    path.write_text("kind: [", encoding="utf-8")
    ran = prostcli("--root", str(repo.root), "diff", "forra", "--board", "hamnhem", *DAY)
    assert ran.status == 1
    assert "Måste rättas (förut beslutad 23 februari 2015)." in " ".join(ran.out.split())


@pytest.mark.parametrize("obligation", ["2.1", "3.2", "1.3"])
def test_a_filter_finds_what_is_decided_of_a_measure(
    prostcli: Prostcli, repo: Made, obligation: str
) -> None:
    path = repo.root / "program/2012-2015/programme.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in (("Fler ska nås", "Flera ska nås"), ("Texten säger bara", "Texten säger"),
                     ("sommaren 2014", "hösten 2014")):  # fmt: skip
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    (only,) = changes(prostcli, repo, "forra", "--obligation", obligation)
    assert only["area"] == "programme"
    nothing = prostcli("--root", str(repo.root), "diff", "forra", "--obligation", "2.2", *DAY).out
    assert "Inget av det som valts har ändrats." in nothing


def test_the_old_number_of_a_measure_finds_what_became_of_it(prostcli: Prostcli) -> None:
    root = str(TOP / "examples/nordhamn")
    asked = ("diff", "2012-2015", "2016-2019", "--obligation", "1.3")
    assert "1.2 (förut 1.3) Bostadsbolagen bör" in prostcli("--root", root, *asked).out


def test_the_table_has_a_line_a_change(prostcli: Prostcli, repo: Made) -> None:
    out = prostcli("--root", str(repo.root), "diff", "forra", "--format", "table", *DAY).out
    assert len(out.splitlines()) == 4 + 3
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    "arguments", [("nosuch",), ("",), ("--", "-x"), ("forra", "--board", "nosuch")]
)
def test_what_is_not_there(prostcli: Prostcli, repo: Made, arguments: tuple[str, ...]) -> None:
    ran = prostcli("--root", str(repo.root), "diff", *DAY, *arguments)
    assert (ran.status, ran.out) == (2, "")


def test_two_editions(prostcli: Prostcli) -> None:
    root = str(TOP / "examples/nordhamn")
    out = prostcli("--root", root, "diff", "2012-2015", "2016-2019", "--lang", "en").out
    assert "Measures carried on word for word" in out
    assert "2.3 Social- och omsorgsnämnden ska varje år fråga dem som fått besök" in out


@pytest.mark.parametrize("before", few([110, *range(95, 110), *range(111, 125)], 1))
def test_a_number_is_masked_wherever_a_text_is_cut(
    prostcli: Prostcli, repo: Made, before: int
) -> None:
    path = repo.root / REPORTS / "hamnhem/2014-report.yaml"
    text = path.read_text(encoding="utf-8")
    new = f"summary: {'x' * before} {PERSONAL} slut"
    path.write_text(
        text.replace("summary: Ingen avgift tas ut på gårdarna.", new), encoding="utf-8"
    )
    for form in ("text", "table"):
        out = prostcli("--root", str(repo.root), "diff", "forra", "--format", form, *DAY).out
        assert PERSONAL[:6] not in out.replace("\n", "").replace(" ", "")


def test_what_is_not_counted_is_named_first(prostcli: Prostcli, repo: Made) -> None:
    (repo.root / REPORTS / "hamnhem/2014-rapport.yaml").write_text("kind: report\n", "utf-8")
    ran = prostcli("--root", str(repo.root), "diff", "forra", *DAY)
    assert ran.status == 1
    assert f"{REPORTS}/hamnhem/2014-rapport.yaml" in ran.err


def test_a_default_written_out_is_a_value_like_another(prostcli: Prostcli, repo: Made) -> None:
    path = repo.root / REPORTS / "hamnhem/2014-report.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2015-02-23,", "2015-02-23, how: delegated,"), encoding="utf-8")
    (change,) = changes(prostcli, repo, "forra", "--board", "hamnhem")
    assert (change["keys"], change["before"], change["after"]) == (
        ["decision", "how"], "decided", "delegated"
    )  # fmt: skip


def test_what_counts_in_spite_of_errors_is_named(prostcli: Prostcli, repo: Made) -> None:
    text = (repo.root / CORRECTION).read_text(encoding="utf-8")
    (repo.root / CORRECTION).write_text(
        re.sub(r', fingerprint: "[0-9a-f]+"|    evidence: Oanmälda.*\n', "", text),
        encoding="utf-8",
    )
    ran = prostcli("--root", str(repo.root), "diff", "forra", "--lang", "sv", *DAY)
    flat = " ".join(ran.out.split())
    assert f"(prostcli validate visar dem), filerna som de är nu {CORRECTION}: PRO303" in flat
    ran = prostcli("--root", str(repo.root), "diff", "forra", "--format", "json", *DAY)
    whole = json.loads(ran.out)
    assert [f["codes"] for f in whole["after"]["flagged"]] == [["PRO303"]]
    assert whole["before"]["flagged"] == []
    assert whole["after"]["not_yet"] == []


def test_ids_stay_as_they_are(prostcli: Prostcli, tmp_path: Path) -> None:
    """With their small letters, also where an id is a key of the formats, which has words."""
    repo = copied(TOP / "tests/lindvik", tmp_path / "lindvik")
    path = repo.root / "reports/2020-2022/teknik/2021-plan.yaml"
    named = path.read_text(encoding="utf-8").replace("id: besiktning-var", "id: due")
    repo.commit({path.relative_to(repo.root).as_posix(): named})
    path.write_text(named.replace("Besiktiga de 38", "Besiktiga de 40"), encoding="utf-8")
    asked = ("--root", str(repo.root), "diff", "HEAD", "--as-of", "2022-05-01", "--lang")
    for code, words in (
        ("sv", "planerade insatser, due, text: "),
        ("en", "planned activities, due, text: "),
    ):
        out = " ".join(prostcli(*asked, code).out.split())
        assert f" a.1, {words}" in out, out
