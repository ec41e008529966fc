"""When an entry was last changed in git."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from prostcli.errors import ProstError
from prostcli.load.history import HEAD, entries_changed, in_git
from prostcli.load.workspace import load
from prostcli.model.history import NOT_IN_GIT, UNCOMMITTED, UNTOLD
from prostcli.usecases import check
from tests.cli.conftest import TOP, Prostcli
from tests.cli.conftest import prostcli as prostcli  # noqa: PLC0414  a fixture
from tests.repositories import _WHO, Made, copied

FOLDER = "reports/2012-2015"
PATH = f"{FOLDER}/nordhamnsbostader/2014-report.yaml"
SEALED = f"{FOLDER}/kultur-fritid/2014-report.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Made:
    repo = copied(TOP / "examples/nordhamn", tmp_path / "nordhamn")
    repo.commit({})
    return repo


def commits(repo: Made) -> dict[str, str]:
    found = entries_changed(load(repo.root), FOLDER, [PATH]).entries
    return {subject: touched.commit for (_, subject), touched in found.items()}


def test_an_entry_has_the_commit_since_which_it_says_so(repo: Made) -> None:
    first = repo.git("rev-parse", "HEAD")[:9]
    assert commits(repo) == {HEAD: first, "1.2": first, "1.3": first}
    repo.edit(PATH, "value: 688", "value: 690")
    assert commits(repo) == {HEAD: first, "1.2": first, "1.3": UNCOMMITTED.commit}
    second = repo.commit({})[:9]
    assert commits(repo) == {HEAD: first, "1.2": first, "1.3": second}
    repo.edit(PATH, "summary: Bolaget tar ingen avgift.", 'summary: "Bolaget tar ingen avgift."')
    repo.commit({})  # laid out anew: nothing has changed
    assert commits(repo) == {HEAD: first, "1.2": first, "1.3": second}
    repo.edit(PATH, "value: 690", "value: 688")
    third = repo.commit({})[:9]  # as it once was, but only since now
    assert commits(repo)["1.3"] == third


def test_what_a_branch_brought_is_by_whoever_wrote_it_and_not_by_the_merge(repo: Made) -> None:
    first = repo.git("rev-parse", "HEAD")[:9]
    repo.git("checkout", "-q", "-b", "gren")
    repo.edit(PATH, "Bolaget tar ingen avgift.", "Bolaget tar inga avgifter.")
    there = repo.commit({})[:9]
    repo.git("checkout", "-q", "main")
    repo.edit(PATH, "value: 688", "value: 690")
    second = repo.commit({})[:9]
    repo.git("merge", "-q", "--no-edit", "gren")
    assert commits(repo) == {HEAD: first, "1.2": there, "1.3": second}
    repo.edit(PATH, "value: 690", "value: 691")
    last = repo.commit({})[:9]
    assert commits(repo) == {HEAD: first, "1.2": there, "1.3": last}


def told_of(repo: Made, subject: str) -> tuple[str, str, str]:
    touched = entries_changed(load(repo.root), FOLDER, [PATH]).entries[PATH, subject]
    return touched.commit, touched.author, touched.day.isoformat() if touched.day else ""


def by(monkeypatch: pytest.MonkeyPatch, author: str, day: str, committed: str) -> None:
    """Let the next commits be somebody's, of one day, and put there by somebody else on another."""
    monkeypatch.setattr(
        "tests.repositories._WHO",
        _WHO
        | {
            "GIT_AUTHOR_NAME": author,
            "GIT_AUTHOR_DATE": f"{day}T23:30:00-0800",
            "GIT_COMMITTER_NAME": "Knapptryckaren",
            "GIT_COMMITTER_DATE": f"{committed}T00:00:00Z",
        },
    )


def test_after_a_rebase_the_author_stands_beside_the_authors_day(
    repo: Made, prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    by(monkeypatch, "Handläggare A", "2015-03-01", "2015-03-02")
    repo.git("checkout", "-qb", "gren")
    repo.edit(PATH, "value: 688", "value: 690")
    repo.commit({})
    repo.git("checkout", "-q", "main")
    by(monkeypatch, "Handläggare B", "2015-04-01", "2015-04-02")
    repo.commit({"lös.txt": "x"})
    by(monkeypatch, "Handläggare C", "2015-05-01", "2015-05-09")
    repo.git("rebase", "-q", "main", "gren")
    made_by = repo.git("rev-parse", "HEAD")[:9]
    # 23:30 on 1 March where it was written is 2 March in Sweden: the author's own day is told.
    assert told_of(repo, "1.3") == (made_by, "Handläggare A", "2015-03-01")
    shown = prostcli("--root", str(repo.root), "show", "1.3", "--as-of", "2016-03-01").out
    line = f"Senast ändrad i git 1 mars 2015 av Handläggare A ({made_by})."
    assert line in " ".join(shown.split())
    assert "Knapptryckaren" not in shown


def test_after_a_foxtrot_merge_nobody_is_named_for_what_others_wrote(
    repo: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The main branch is merged into somebody's own, and that becomes the main branch."""
    by(monkeypatch, "Handläggare A", "2015-03-01", "2015-03-02")
    repo.git("checkout", "-qb", "gren")
    repo.commit({f"{FOLDER}/norra/LÄSMIG.md": "x"})  # another file, of the same folder
    repo.git("checkout", "-q", "main")
    by(monkeypatch, "Handläggare B", "2015-04-01", "2015-04-02")
    repo.edit(PATH, "value: 688", "value: 690")
    written = repo.commit({})
    repo.git("checkout", "-q", "gren")
    by(monkeypatch, "Handläggare A", "2015-05-01", "2015-05-02")
    repo.git("merge", "-q", "--no-edit", "main")
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--ff-only", "gren")
    assert told_of(repo, "1.3") == (written[:9], "Handläggare B", "2015-04-01")
    known = in_git(load(repo.root), [FOLDER])
    assert known.files[PATH].commit == written[:9]
    assert known.commit == repo.git("rev-parse", "HEAD")  # the first with both changes


def test_what_a_merge_itself_wrote_is_by_whoever_merged(
    repo: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.git("checkout", "-qb", "gren")
    repo.edit(PATH, "value: 688", "value: 690")
    repo.commit({})
    repo.git("checkout", "-q", "main")
    repo.edit(PATH, "value: 688", "value: 691")
    repo.commit({})
    assert repo.tries("merge", "-q", "gren").returncode
    repo.git("checkout", "-q", "--ours", PATH)
    repo.edit(PATH, "value: 691", "value: 692")
    by(monkeypatch, "Handläggare C", "2015-05-01", "2015-05-02")
    made_by = repo.commit({})
    assert told_of(repo, "1.3") == (made_by[:9], "Handläggare C", "2015-05-01")


def test_a_merge_that_takes_one_side_is_by_whoever_wrote_that_side(repo: Made) -> None:
    repo.git("checkout", "-qb", "gren")
    repo.edit(PATH, "value: 688", "value: 690")
    there = repo.commit({})
    repo.git("checkout", "-q", "main")
    repo.edit(PATH, "value: 688", "value: 691")
    repo.commit({})
    assert repo.tries("merge", "-q", "gren").returncode
    repo.git("checkout", "-q", "--theirs", PATH)
    repo.commit({})
    assert told_of(repo, "1.3")[0] == there[:9]


def test_a_day_that_there_is_not_is_told_of_nobody(
    repo: Made, prostcli: Prostcli, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.edit(PATH, "value: 688", "value: 690")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "@253402300800 +0000")  # the year 10000
    made_by = repo.commit({})[:9]
    assert told_of(repo, "1.3") == (made_by, "Test", "")
    for command in (("show", "1.3"), ("review",)):
        ran = prostcli("--root", str(repo.root), *command, "--as-of", "2016-06-01")
        assert (ran.status, made_by in ran.out) == (0, command == ("review",)), command


def test_a_version_that_cannot_be_read_takes_no_credit(repo: Made) -> None:
    before = commits(repo)
    repo.edit(PATH, "entries:", "entries: [")
    repo.commit({})
    repo.edit(PATH, "entries: [", "entries:")
    repo.commit({})
    assert commits(repo) == before


def test_a_commits_day_is_its_own(repo: Made, prostcli: Prostcli) -> None:
    (touched,) = {*entries_changed(load(repo.root), FOLDER, [PATH]).entries.values()}
    assert touched.author == "Test"
    assert touched.day == date.fromisoformat(repo.git("log", "-1", "--format=%as"))
    out = " ".join(
        prostcli("--root", str(repo.root), "show", "1.3", "--as-of", "2016-03-01").out.split()
    )
    assert f"av Test ({touched.commit})." in out
    assert "Senast ändrad i git" in out
    assert "Senast ändrad i git 19 februari 2015" not in out  # that is the decision's day


def test_a_review_names_the_commit_and_never_its_author(repo: Made, prostcli: Prostcli) -> None:
    out = prostcli("--root", str(repo.root), "review", "--as-of", "2016-06-01").out
    made_by = repo.git("rev-parse", "HEAD")[:9]
    assert f"{PATH} (i git senast ändrad" in out
    assert made_by in out
    assert "Test)" not in out


def test_a_file_that_differs_has_no_commit(repo: Made) -> None:
    repo.edit(PATH, "value: 688", "value: 690")
    found = in_git(load(repo.root), [FOLDER]).files
    assert found[PATH] == UNCOMMITTED
    assert found[SEALED].commit == repo.git("rev-parse", "HEAD")[:9]


def test_what_a_shallow_clone_has_cut_off_is_told_of_nobody(repo: Made, tmp_path: Path) -> None:
    repo.commit({f"{FOLDER}/nordhamnsbostader/README.md": "x"})
    repo.edit(PATH, "value: 688", "value: 690")
    last = repo.commit({})[:9]
    for depth, known in (("1", {}), ("2", {"1.3": last})):
        root = tmp_path / depth
        repo.git("clone", "-q", "--depth", depth, f"file://{repo.root}", str(root))
        found = entries_changed(load(root), FOLDER, [PATH])
        assert {subject: touched.commit for (_, subject), touched in found.entries.items()} == known
        assert found.lack == "shallow"
        with pytest.raises(ProstError) as caught:
            in_git(load(root), [FOLDER])
        assert caught.value.code == "shallow"
    assert entries_changed(load(repo.root), FOLDER, [PATH]).lack == ""


def test_without_git_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(shutil.copytree(TOP / "examples/nordhamn", tmp_path / "nordhamn"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert entries_changed(load(root), FOLDER, [PATH]) == UNTOLD
    assert in_git(load(root), [FOLDER]) == NOT_IN_GIT
    monkeypatch.setenv("PATH", "")
    assert entries_changed(load(root), FOLDER, [PATH]) == UNTOLD


def test_git_is_asked_a_few_times_and_not_once_a_file(
    repo: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess

    asked = []
    run = subprocess.run

    def counted(*arguments: object, **more: object) -> object:
        asked.append(arguments)
        return run(*arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", counted)
    workspace = load(repo.root)
    paths = [p for p in workspace.files if p.startswith("reports/")]
    assert len(entries_changed(workspace, FOLDER, paths).entries) > 200
    in_git(workspace, [FOLDER])
    assert len(asked) < 30


def test_what_changed_in_a_sealed_file_is_told(repo: Made) -> None:
    def told() -> list[tuple[object, object]]:
        found = check(load(repo.root), date(2016, 6, 1))
        return [(d.facts.get("variant"), d.facts.get("changes")) for d in found
                if d.code == "PRO701"]  # fmt: skip

    assert told() == []
    repo.edit(SEALED, "Alla sju stadsdelar", "Alla åtta stadsdelar")
    assert told() == [("known", ["1.1.summary"])]
    repo.commit({})
    assert told() == [("known", ["1.1.summary"])]
    repo.edit(SEALED, "Alla åtta stadsdelar", "Alla sju stadsdelar")
    assert told() == []
    text = (repo.root / SEALED).read_text(encoding="utf-8")
    (repo.root / SEALED).write_text(text + "# efteråt\n", encoding="utf-8")
    assert told() == [("comment", None)]


def test_a_large_file_of_the_programme_has_its_commit(repo: Made) -> None:
    path = "program/2012-2015/programme.yaml"
    with (repo.root / path).open("a", encoding="utf-8") as file:
        file.write("# utfyllnad\n" * 30_000)
    made_by = repo.commit({})[:9]
    assert in_git(load(repo.root), ["program/2012-2015"]).files[path].commit == made_by


@pytest.mark.parametrize("name", ["README.md", "underlag.pdf"])
def test_what_is_not_read_may_be_of_any_size(name: str, repo: Made) -> None:
    path = f"{FOLDER}/nordhamnsbostader/{name}"
    repo.write({path: "x" * (256 * 1024 + 1)})
    before = in_git(load(repo.root, watchful=True), [FOLDER])
    assert before.changed == (name != "README.md")  # the review tells of a file that is not read
    made_by = repo.commit({})
    now = in_git(load(repo.root, watchful=True), [FOLDER])
    assert (now.commit, now.changed) == (made_by, False)
    (repo.root / path).write_text("y", encoding="utf-8")  # nothing in it is read
    assert not in_git(load(repo.root, watchful=True), [FOLDER]).changed
    (repo.root / path).unlink()
    assert in_git(load(repo.root, watchful=True), [FOLDER]).changed == (name != "README.md")


@pytest.mark.parametrize("name", ["länk.pdf", "2015-report-2.yaml"])
def test_a_link_is_as_git_has_it_wherever_it_leads(name: str, repo: Made) -> None:
    link = repo.root / FOLDER / "nordhamnsbostader" / name
    link.symlink_to("2014-report.yaml")
    assert in_git(load(repo.root), [FOLDER]).changed
    repo.commit({})
    assert not in_git(load(repo.root), [FOLDER]).changed
    link.unlink()
    assert in_git(load(repo.root), [FOLDER]).changed
    link.write_text("kind: report\n", encoding="utf-8")
    assert in_git(load(repo.root), [FOLDER]).changed == name.endswith(".yaml")


def test_a_review_beside_a_large_file_is_made_again_from_git(
    repo: Made, prostcli: Prostcli, tmp_path: Path
) -> None:
    repo.commit({f"{FOLDER}/README.md": "x" * 300_000})
    review = tmp_path / "r.md"
    root = ("--root", str(repo.root))
    ran = prostcli(*root, "review", "--as-of", "2016-06-01", "-o", str(review))
    assert ran.status == 0, ran.err
    repo.edit(PATH, "value: 688", "value: 690")
    ran = prostcli(*root, "review", "--check", str(review))
    assert ran.status == 0, ran.out + ran.err
