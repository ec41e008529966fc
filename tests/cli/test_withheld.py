"""No document is written of files with personal data: file and line, exit 1, nothing is left."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from prostcli.language import language
from prostcli.publishing.document import FORMS, Order, content
from prostcli.publishing.withheld import shown
from prostcli.usecases import view
from tests.cli.conftest import LINDVIK, Prostcli
from tests.made_up import ADDRESS, CO_ORDINATION, HYPHENED, MASKED
from tests.repositories import Made, copied

DAY = "2023-06-01"
REPORT = "reports/2020-2022/kultur-fritid/2021-report.yaml"
CORRECTION = "reports/2020-2022/teknik/2021-report-2.yaml"
ANOTHER = "reports/2020-2022/teknik/2022-report.yaml"


@pytest.fixture
def lindvik(tmp_path: Path) -> Made:
    return copied(LINDVIK, tmp_path / "lindvik")


def _said(lindvik: Made, said: str) -> str:
    """Put something after a text of a report; where it then stands."""
    path = lindvik.root / REPORT
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(i for i, line in enumerate(lines) if "evidence: " in line)
    lines[at] = f"{lines[at]} {said}"
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"{REPORT}:{at + 1}:"


def _commented(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(f"# {HYPHENED}\n")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (f"Ring {HYPHENED}.", "PRO601"),
        (f"Ring {CO_ORDINATION}.", "PRO601"),
        (f"Skriv till {ADDRESS}.", "PRO602"),
        (f"Enligt bilaga. # {HYPHENED}", "PRO601"),
    ],
)
@pytest.mark.parametrize("command", ["review -o made.md", "review -o made.html", "site -o made"])
def test_an_error_stops_it(
    said: str, code: str, command: str, lindvik: Made, prostcli: Prostcli
) -> None:
    place = _said(lindvik, said)
    ran = prostcli("--as-of", DAY, *command.split(" "), cwd=lindvik.root)
    assert ran.status == 1
    assert ran.out == ""
    told, last = ran.err.splitlines()
    assert told.startswith(place)
    assert f" {code} " in told
    assert last.startswith("prostcli: Ingenting skrevs: det skulle visa en fil där det står person")
    assert not list(lindvik.root.glob("made*"))


def test_a_mailbox_with_a_boards_name_stops_nothing(lindvik: Made, prostcli: Prostcli) -> None:
    """Lindvikshus is a company in the register."""
    before = prostcli("--as-of", DAY, "validate", cwd=lindvik.root)
    _said(lindvik, "Skriv till lindvik.hus@example.org eller lindvikshus@example.org.")
    after = prostcli("--as-of", DAY, "validate", cwd=lindvik.root)
    assert (after.status, after.out) == (before.status, before.out)
    for command in ("review -o made.md", "site -o made"):
        ran = prostcli("--as-of", DAY, *command.split(" "), cwd=lindvik.root)
        assert ran.status == 0, ran.err


@pytest.mark.parametrize("form", FORMS)
def test_no_form_is_written(form: str, lindvik: Made, prostcli: Prostcli) -> None:
    _said(lindvik, HYPHENED)
    (lindvik.root / f"made.{form}").write_bytes(b"as it was")
    ran = prostcli("--as-of", DAY, "review", "-o", f"made.{form}", cwd=lindvik.root)
    assert ran.status == 1
    assert (lindvik.root / f"made.{form}").read_bytes() == b"as it was"


def test_several_files_are_counted(lindvik: Made, prostcli: Prostcli) -> None:
    _said(lindvik, HYPHENED)
    _commented(lindvik.root / ANOTHER)
    ran = prostcli("--lang", "en", "--as-of", DAY, "review", "-o", "made.md", cwd=lindvik.root)
    told, other, last = ran.err.splitlines()
    assert [told.partition(":")[0], other.partition(":")[0]] == [REPORT, ANOTHER]
    assert "it would show 2 files that hold personal data" in last


def test_a_small_number_stops_it(lindvik: Made, prostcli: Prostcli) -> None:
    lindvik.edit(
        REPORT,
        "value: 2, unit: personer, counts: staff",
        "value: 2, unit: personer, counts: clients",
    )
    ran = prostcli("--as-of", DAY, "review", "-o", "made.md", cwd=lindvik.root)
    assert ran.status == 1
    assert " PRO606 " in ran.err
    assert not (lindvik.root / "made.md").exists()


@pytest.mark.parametrize("said", ["Ring 08-508 25 000.", "Två kvinnor kom."])
def test_a_warning_does_not_stop_it(said: str, lindvik: Made, prostcli: Prostcli) -> None:
    _said(lindvik, said)
    assert prostcli("validate", REPORT, "--strict", cwd=lindvik.root).status == 1
    ran = prostcli("--as-of", DAY, "review", "-o", "made.md", cwd=lindvik.root)
    assert (ran.status, ran.err) == (0, "")
    assert said in (lindvik.root / "made.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["review", "review -o -", "review --format html -o -"])
def test_on_the_screen_it_is_shown_and_masked(
    command: str, lindvik: Made, prostcli: Prostcli
) -> None:
    _said(lindvik, f"Ring {HYPHENED}.")
    ran = prostcli("--as-of", DAY, *command.split(" "), cwd=lindvik.root)
    assert ran.status == 0
    assert f"Ring {MASKED}." in ran.out.replace("\\", "")


@pytest.mark.parametrize(
    ("as_of", "status"), [("2023-05-31", 0), ("2023-06-01", 0), ("2023-06-02", 1)]
)
def test_an_exemption_counts_through_its_last_day(
    as_of: str, status: int, lindvik: Made, prostcli: Prostcli
) -> None:
    place = _said(lindvik, HYPHENED).rstrip(":")
    made = prostcli(
        "--as-of", "2023-01-01", "exempt", place, "--reason", "Ett ärendenummer",
        "--decided-by", "Tekniska nämnden", "--expires", "2023-06-01", cwd=lindvik.root,
    )  # fmt: skip
    assert made.status == 0, made.err
    for command in ("review -o made.md", "site -o made"):
        ran = prostcli("--as-of", as_of, *command.split(" "), cwd=lindvik.root)
        assert ran.status == status, ran.err
    assert (lindvik.root / "made.md").exists() == (status == 0)


@pytest.mark.parametrize(
    ("as_of", "status"), [("2022-06-08", 0), ("2022-06-09", 1), ("2022-06-10", 1)]
)
def test_a_file_that_is_decided_later_is_not_shown(
    as_of: str, status: int, lindvik: Made, prostcli: Prostcli
) -> None:
    """The correction is decided on 9 June."""
    assert "date: 2022-06-09" in (lindvik.root / CORRECTION).read_text(encoding="utf-8")
    _commented(lindvik.root / CORRECTION)
    ran = prostcli("--as-of", as_of, "review", "-o", "made.md", cwd=lindvik.root)
    assert ran.status == status, ran.err


def test_an_annex_is_stopped_by_its_own_files_only(lindvik: Made, prostcli: Prostcli) -> None:
    _said(lindvik, HYPHENED)
    for board, status in (("kultur-fritid", 1), ("teknik", 0)):
        asked = ("review", "--board", board, "--year", "2021", "-o", f"{board}.md")
        ran = prostcli("--as-of", DAY, *asked, cwd=lindvik.root)
        assert ran.status == status, ran.err
        assert (lindvik.root / f"{board}.md").exists() == (status == 0)


def test_a_document_can_still_be_checked(lindvik: Made, prostcli: Prostcli) -> None:
    assert prostcli("--as-of", DAY, "review", "-o", "made.md", cwd=lindvik.root).status == 0
    _said(lindvik, HYPHENED)
    ran = prostcli("review", "--check", "made.md", cwd=lindvik.root)
    assert ran.status == 1
    assert REPORT in ran.out


@pytest.mark.parametrize("day", ["2020-03-01", "2022-06-08", "2022-06-09", "2023-06-01"])
def test_what_is_looked_at_is_what_the_review_lists(day: str) -> None:
    seen = view(LINDVIK, date.fromisoformat(day))
    made = content(seen, Order("md", language("sv")))
    assert shown(seen) == made.recipe.files.keys()
