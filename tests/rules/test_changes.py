"""What of a decided file still stands in a later version of it, and what of a range is undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from prostcli.load.decided import _version, submission
from prostcli.load.layout import layout
from prostcli.load.seal import fingerprint
from prostcli.model.material import Slot
from prostcli.rules.changes import Step, Version, rewriting, rewritten
from tests.timing import within

PATH = "reports/2020-2021/park/2021-report.yaml"
DECIDED = """\
kind: report
board: park
year: 2021
decision: {date: 2022-02-17}
entries:
  - obligation: "1.1"
    outcome: half
    summary: Bänkarna är målade.  # preliminärt
    obstacles: Två var trasiga.
  - obligation: "1.2"
    outcome: half
    summary: Stigen är röjd.
    obstacles: Den är smal.
"""
DRAFT = DECIDED.replace("decision: {date: 2022-02-17}\n", "")


def sealed(text: str) -> str:
    """The text with the fingerprint that is its own."""
    bare = re.sub(r", fingerprint: \w+", "", text)
    mark = fingerprint(layout(bare))
    return re.sub(r"(decision: \{date: [0-9-]+)", rf"\1, fingerprint: {mark}", bare)


def version(text: str | None, path: str = PATH) -> Version:
    slot = submission(path)
    assert slot is not None
    return Version(slot, there=False) if text is None else _version(slot, text.encode())


def told(before: str, after: str | None) -> tuple[bool, str, tuple[str, ...]] | None:
    return rewriting(version(before), version(after))


LAID_OUT = DECIDED.replace("{date: 2022-02-17}", "\n  date: '2022-02-17'\n").replace("\n", "\r\n")
FILLED_IN = DECIDED.replace(
    "2022-02-17}", '2022-02-17, by: park, how: decided, paragraph: "§ 4", reference: Dnr 9/2022}'
)


@pytest.mark.parametrize("now", [DECIDED, LAID_OUT, FILLED_IN, sealed(DECIDED), sealed(FILLED_IN)])
def test_what_stands(now: str) -> None:
    assert told(DECIDED, now) is None
    assert told(DRAFT, now) is None
    assert told(DRAFT, None) is None


SEALED_LAID_OUT = sealed(DECIDED).replace("summary: ", "summary:   ").replace("\n", "\r\n")


@pytest.mark.parametrize("now", [SEALED_LAID_OUT, sealed(FILLED_IN)])
def test_what_stands_of_what_is_sealed(now: str) -> None:
    assert told(sealed(DECIDED), now) is None


def test_comments_are_sealed_and_not_decided() -> None:
    other = DECIDED.replace("preliminärt", "slutligt")
    assert told(DECIDED, other) is None
    assert told(sealed(DECIDED), sealed(other)) == (True, "comment", ())
    assert told(sealed(DECIDED), other) == (True, "says", ("decision.fingerprint",))


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        ("målade", "lagade", ("1.1.summary",)),
        ("Två", "Tre", ("1.1.obstacles",)),
        ("2022-02-17", "2022-02-18", ("decision.date",)),
        ("2022-02-17", "2022-02-17, how: noted", ("decision.how",)),
        ("2022-02-17", "2022-02-17, by: hus", ("decision.by",)),
        ("decision: {date: 2022-02-17}\n", "", ("decision",)),
        ("year: 2021", "year: 2020", ("year",)),
        ("röjd.\n", "röjd.\n    effect: Fler går där.\n", ("1.2.effect",)),
    ],
)
def test_what_does_not_stand(old: str, new: str, keys: tuple[str, ...]) -> None:
    other = DECIDED.replace(old, new)
    assert other != DECIDED
    assert told(DECIDED, other) == (False, "says", keys)
    known = sealed(DECIDED)
    seal_is_gone = () if keys == ("decision",) else ("decision.fingerprint",)
    assert told(known, other) == (True, "says", (*keys, *seal_is_gone))
    assert told(known, sealed(other)) == (True, "says", keys)


def test_what_was_filled_in_stands_too() -> None:
    assert told(FILLED_IN, DECIDED) == (
        False, "says", ("decision.paragraph", "decision.reference"),
    )  # fmt: skip
    dissent = DECIDED.replace(
        "2022-02-17", "2022-02-17, dissent: [{kind: reservation, parties: [c]}]"
    )
    assert told(DECIDED, dissent) is None
    assert told(dissent, DECIDED) == (False, "says", ("decision.dissent",))


@pytest.mark.parametrize("how", ["noted", "office"])
def test_what_is_only_received_may_change_until_it_is_sealed(how: str) -> None:
    received = DECIDED.replace("2022-02-17", f"2022-02-17, how: {how}")
    other = received.replace("målade", "lagade")
    assert told(received, other) is None
    assert told(received, None) is None
    assert told(sealed(received), sealed(other)) == (True, "says", ("1.1.summary",))
    assert told(sealed(received), None) == (True, "gone", ())


def test_what_is_gone_or_cannot_be_read() -> None:
    assert told(DECIDED, None) == (False, "gone", ())
    assert told(sealed(DECIDED), None) == (True, "gone", ())
    assert told(sealed(DECIDED), "kind: [") == (True, "unread", ())
    assert told("kind: [", None) is None  # nobody knows what it was


def test_a_broken_seal_is_mended_by_what_was_sealed_and_by_nothing_else() -> None:
    broken = sealed(DECIDED).replace("målade", "lagade")
    assert told(broken, sealed(DECIDED)) is None
    assert told(broken, broken.replace("{date", "{  date")) is None
    assert told(broken, sealed(broken)) == (True, "says", ("decision.fingerprint",))
    other = broken.replace("röjd", "bred")
    assert told(broken, other) == (True, "says", ("1.2.summary",))


# --- a range


A, B, C = (sealed(DECIDED.replace("målade", word)) for word in ("målade", "lagade", "nya"))


LATER, OTHER = (DECIDED.replace("målade", word) for word in ("lagade", "nya"))
_first, _second = DECIDED.partition('  - obligation: "1.2"')[::2]
TURNED = (
    _first.partition("  - obligation")[0]
    + '  - obligation: "1.2"'
    + _second
    + "  - obligation"
    + _first.partition("  - obligation")[2]
)
"""The same with its entries the other way round."""
SIGNED = LATER.replace("2022-02-17", '2022-02-17, paragraph: "§ 4"')
BROKEN = A.replace("målade", "omålade")
BY_PARK = DECIDED.replace("2022-02-17", "2022-02-17, by: park")


def there(*versions: Version) -> Callable[[Callable[[Slot], bool]], list[Version]]:
    """The files as they are in the end, of which those are given that are asked for."""
    return lambda wanted: [v for v in versions if wanted(v.slot)]


def course(*texts: str | None, end: str | None = None) -> list[tuple[str, str]]:
    """What is told of a file that one commit after the other gives these texts."""
    steps = [
        Step(str(n), version(one), version(other))
        for n, (one, other) in enumerate(pairwise(texts), 1)
    ]
    last = version(end if end is not None else texts[-1])
    return [(commit, how.way) for commit, _, how in rewritten(steps, there(last))]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((None, DRAFT, A), []),
        ((A, B), [("1", "says")]),
        ((None, A, B), [("2", "says")]),
        ((A, B, A), []),
        ((A, B, C), [("1", "says"), ("2", "says")]),
        ((A, B, C, B), [("1", "says")]),
        ((A, B, A, C), [("3", "says")]),
        ((A, None), [("1", "gone")]),
        ((A, None, A), []),
        ((A, None, B), [("1", "gone")]),
        ((A, DRAFT, B), [("1", "says")]),
        ((A, "kind: [", A), []),
        ((A, "kind: [", B), [("1", "unread")]),
        # Of what is not sealed, neither order nor what is filled in makes another text.
        ((DECIDED, LATER, DECIDED), []),
        ((DECIDED, LATER, TURNED), []),
        ((DECIDED, LATER, FILLED_IN), []),
        ((FILLED_IN, LATER, DECIDED), [("1", "says"), ("2", "says")]),
        ((DECIDED, LATER, OTHER, LATER, TURNED, OTHER), [("5", "says")]),
        ((DECIDED, LATER, SIGNED, LATER), [("1", "says"), ("3", "says")]),
        ((DECIDED, LATER, OTHER, SIGNED), [("1", "says")]),
        ((SIGNED, OTHER, LATER, DECIDED, SIGNED), []),
        ((BROKEN, B, A), []),  # as what was sealed, whatever stood there
        ((BROKEN, B, BROKEN), []),
        # Of what is sealed the comments stay too.
        ((BROKEN, B, BROKEN.replace("preliminärt", "nu")), [("1", "says"), ("2", "says")]),
        ((BY_PARK, LATER, DECIDED), []),  # its own board decides, named or not
    ],
)
def test_each_change_is_told_that_is_not_undone(
    texts: tuple[str | None, ...], found: list[tuple[str, str]]
) -> None:
    assert course(*texts) == found


@pytest.mark.slow
@pytest.mark.parametrize("mark", [sealed, str], ids=["sealed", "decided"])
@pytest.mark.parametrize("what", ["målade", "2022-02-17"], ids=["a text", "the decision"])
def test_a_file_that_every_commit_rewrites_takes_no_time(
    mark: Callable[[str], str], what: str
) -> None:
    many = 1000
    changed = [f"{what} {n}" for n in range(many)]
    if what.startswith("2022"):
        changed = [f"{what}, reference: Dnr {n}" for n in range(many)]
    versions = [version(mark(DECIDED.replace(what, new, 1))) for new in changed]
    steps = [Step(str(n), *two) for n, two in enumerate(pairwise([*versions, *versions[1:2]]), 1)]
    with within(2):
        found = [commit for commit, _, _ in rewritten(steps, there(steps[-1].after))]
    assert found == ["1"]  # the last one puts back what the second said
    with within(2):
        found = [commit for commit, _, _ in rewritten(steps[:-1], there(steps[-2].after))]
    assert len(found) == many - 1


def test_what_a_merge_put_right_is_undone() -> None:
    assert course(A, B, end=A) == []


def moved(path: str, text: str, *, later: bool) -> list[str]:
    """What is told where a sealed file is gone and another, with some text, has come."""
    gone = Step("1", version(A), version(None))
    came = Step("2" if later else "1", version(None, path), version(text, path))
    end = [gone.after, came.after]
    return [how.way for _, _, how in rewritten([gone, came], there(*end))]


@pytest.mark.parametrize("later", [False, True], ids=["at once", "in a later commit"])
@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("reports/2020-2021/park/2021-report-2.yaml", A, []),
        ("reports/2020-2024/park/2021-report.yaml", A, []),
        ("reports/2020-2021/park/2021-report-2.yaml", B, ["gone"]),
        ("reports/2020-2021/hus/2021-report.yaml", A, ["gone"]),  # counts for nothing there
        ("reports/2020-2021/park/2020-report.yaml", A, ["gone"]),
    ],
)
def test_what_moves_whole_to_where_it_counts_is_not_gone(
    path: str, text: str, found: list[str], *, later: bool
) -> None:
    assert moved(path, text, later=later) == found


def test_only_what_could_be_it_is_asked_for_in_the_end() -> None:
    asked: dict[str, bool] = {}

    def noted(wanted: Callable[[Slot], bool]) -> list[Version]:
        for name in ("park/2021-report", "park/2021-report-2", "hus/2021-report", "park/2021-plan"):
            asked[name] = wanted(version(None, f"reports/2020-2021/{name}.yaml").slot)
        return []

    assert len(list(rewritten([Step("1", version(A), version(None))], noted))) == 1
    assert [name for name, is_asked in asked.items() if is_asked] == [
        "park/2021-report", "park/2021-report-2"
    ]  # fmt: skip


def test_what_moved_and_then_went_is_gone() -> None:
    path = "reports/2020-2021/park/2021-report-2.yaml"
    steps = [
        Step("1", version(A), version(None)),
        Step("1", version(None, path), version(A, path)),
        Step("2", version(A, path), version(None, path)),
    ]
    end = {s.after.slot.path: s.after._replace(value=None, there=False) for s in steps}
    told = [(c, slot.path, h.way) for c, slot, h in rewritten(steps, there(*end.values()))]
    assert told == [("2", path, "gone")]
