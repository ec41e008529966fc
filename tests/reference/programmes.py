"""Whole random programmes: a city's boards as they come, merge, split and hand over, its measures,
what is decided about them in mid-term, and what the boards file. Most of them are ones that
`validate` has no quarrel with."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st

from tests.reference.contract import City, Values, bound_by, exists, has_ended

T = TypeVar("T")
A_DAY = timedelta(days=1)
UNREADABLE = ("kind: [", "kind: plan\nyear: 2020\n", "entries: {}\n")

SCALES: Values = {
    "default": [
        ("fulfilled", "good", "✓", "H"),
        ("partly", "partial", "◐", "D"),
        ("not-fulfilled", "bad", "✗", "I"),
        ("not-applicable", "exempt", "⊘", "E"),
    ],
    "prohibition": [
        ("complied", "good", "✓", "O"),
        ("breach", "bad", "✗", "X"),
        ("not-checked", "unknown", "?", "?"),
    ],
    "odd": [("best", "good", "★", "B"), ("better", "good", "☆", "b"), ("gone", "exempt", "∅", "g")],
}
NATURES: list[Values] = [
    {"id": "insats", "label": {"sv": "Insats"}},
    {"id": "forbud", "label": {"sv": "Förbud"}, "scale": "prohibition"},
    {"id": "udda", "label": {"sv": "Udda"}, "scale": "odd"},
    {"id": "ambition", "label": {"sv": "Ambition"}, "share": False},
]
OUTCOMES = {n["id"]: [value for value, *_ in SCALES[n.get("scale", "default")]] for n in NATURES}
GOOD = {"insats": "fulfilled", "forbud": "complied", "udda": "better", "ambition": "fulfilled"}


CHUNK = st.binary(min_size=64, max_size=64)


class Dice:
    """Choices that hypothesis makes and can make smaller: the first of several, the nearest day.

    It draws bytes, many at a time: a draw for each choice would take longer than all the rest.
    """

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.left = b""

    def number(self, least: int, most: int) -> int:
        size = 1 if most - least < 64 else 2  # so that all come about as often
        if len(self.left) < size:
            self.left = self.draw(CHUNK)
        taken, self.left = self.left[:size], self.left[size:]
        return least + int.from_bytes(taken, "big") % (most - least + 1)

    def among(self, of: Sequence[T]) -> T:
        return of[self.number(0, len(of) - 1)]

    def one(self, *of: T) -> T:
        return self.among(of)

    def chance(self, of_ten: int) -> bool:
        """True so many times out of ten; false is the simpler."""
        return self.number(0, 9) >= 10 - of_ten

    def some(self, of: Sequence[T], of_ten: int) -> list[T]:
        return [x for x in of if self.chance(of_ten)]

    def within(self, first: date, last: date) -> date:
        """A day; most often the first of a month or one beside it."""
        found = first + self.number(0, max(0, (last - first).days)) * A_DAY
        if self.chance(6):
            found = found.replace(day=1) + self.number(-1, 1) * A_DAY
        return min(max(found, first), last)


@st.composite
def cities(draw: st.DrawFn) -> City:
    """An edition and what has been filed under it."""
    dice = Dice(draw)
    start = (
        date(2020, 1, 1) if dice.chance(5) else dice.within(date(2020, 1, 2), date(2020, 12, 30))
    )
    end = date(start.year + dice.number(0, 3), 12, 31)
    if dice.chance(4):
        end = max(start + 30 * A_DAY, dice.within(start, end))
    programme = adopted(dice, start, end)
    boards = register(dice, start, end)
    obligations = measures(dice, programme, boards, start, end)
    city = City(programme, boards, {"kind": "obligations", "obligations": obligations}, {})
    settle(city)
    transfers(dice, city, start, end)
    assignments(dice, city, start, end)
    write_offs(dice, city, start, end)
    submissions(dice, city, start, end)
    activities_off(dice, city)
    for key in ("amendments", "assignments", "write_offs"):
        if not programme[key]:
            del programme[key]
    return city


def adopted(dice: Dice, start: date, end: date) -> Values:
    """`programme.yaml` as it was adopted, with the decisions that mid-term may rest on."""
    plan: Values = {"due": {"years": -1, "month": 12, "day": 31}}
    report: Values = {"due": {"years": 1, "month": 2, "day": "last"}}
    if dice.chance(3):
        plan["due"] = {
            "years": dice.number(-1, 0),
            "month": dice.number(1, 12),
            "day": dice.one("last", 1, 15, 28),
        }
        report["due"] = {
            "years": dice.number(0, 2),
            "month": dice.number(1, 12),
            "day": dice.one("last", 1, 15, 30),
        }
        if report["due"]["day"] == 30:
            report["due"]["month"] = dice.one(4, 6, 9, 11)
    if dice.chance(3):
        plan["first_year"] = start.year + dice.number(0, 1)
    if dice.chance(2):
        dice.one(plan, report)["last_year"] = end.year - dice.number(0, 1)
    mid_term = [
        {
            "id": f"beslut-{i}",
            "body": "KF",
            "date": dice.within(start - 40 * A_DAY, end + 90 * A_DAY).isoformat(),
            "status": "decided",
            "summary": {"sv": "Ändrade."},
            "reference": f"Dnr {i}",
        }
        for i in range(3)
    ]
    return {
        "kind": "programme",
        "edition": "e",
        "title": "P",
        "short_title": {"sv": "P"},
        "city": "L",
        "owner": "a",
        "fictitious": True,
        "paper": {"title": "H", "reference": "Dnr 0"},
        "term": {"from": start.isoformat(), "to": end.isoformat()},
        "about": {"sv": "Om."},
        "numbering": {"sv": "Vår."},
        "decisions": [
            {"id": "kf", "body": "KF", "date": "2018-11-20", "status": "decided",
             "summary": {"sv": "Antog."}},
            *mid_term,
        ],
        "amendments": [],
        "assignments": [],
        "write_offs": [],
        "sections": [{"id": "s", "title": "S", "label": {"sv": "S"}},
                     {"id": "t", "title": "T", "label": {"sv": "T"}}],
        "natures": NATURES,
        "scales": {
            name: [
                {"value": value, "counts": counts, "glyph": glyph, "ascii": ascii_,
                 "label": {"sv": value}, "meaning": {"sv": "M"}}
                for value, counts, glyph, ascii_ in scale
            ]
            for name, scale in SCALES.items()
        },
        "calendar": {
            "plan": plan,
            "report": report,
            "new_board_months": dice.one(2, 0, 1, 6),
            "basis": {"sv": "D."},
        },
    }  # fmt: skip


def register(dice: Dice, start: date, end: date) -> Values:
    """`boards.yaml`: boards that begin, change their names, end, and have successors."""
    boards: list[Values] = []
    for _ in range(dice.number(2, 4)):
        new_board(dice, boards)
    if dice.chance(2):
        new_board(dice, boards, {"from": dice.within(start - 60 * A_DAY, end).isoformat()})
    if dice.chance(3):
        changes = dice.within(start, end)
        boards[0]["names"] = [
            {"name": "Gamla nämnden", "valid": {"to": (changes - A_DAY).isoformat()}},
            {"name": "Nya nämnden", "valid": {"from": changes.isoformat()}},
        ]
    last = start - 20 * A_DAY
    for _ in range(dice.one(0, 1, 0, 2)):
        last = min(end, dice.within(last + A_DAY, end))
        reform(dice, boards, last)
    return {
        "kind": "boards",
        "basis": {"sv": "B."},
        "groups": [
            {"id": "g", "label": {"sv": "G"}},
            {"id": "h", "label": {"sv": "H"}},
            {"id": "alla", "label": {"sv": "Alla"}, "everyone": True},
        ],
        "boards": boards,
        "transfers": [],
    }


def new_board(dice: Dice, boards: list[Values], valid: Values | None = None) -> Values:
    name = "abcdefijklmn"[len(boards)]  # g and h are groups
    found: Values = {"id": name, "short": f"N{name}", "names": [{"name": f"Nämnd {name}"}]}
    if valid is not None:
        found["valid"] = valid
    if groups := dice.some(["g", "h"], 4):
        found["groups"] = groups
    boards.append(found)
    return found


def reform(dice: Dice, boards: list[Values], last: date) -> None:
    """Some boards end on a day: they merge, are split, or nobody takes over."""
    there = [b for b in boards[1:] if exists(b, last) and not has_ended(b, last + A_DAY)]
    ending = there[: dice.number(1, 2)]
    heirs: list[str] = []
    for _ in range(dice.one(1, 2, 0) if ending else 0):
        others = [b for b in boards if b not in ending and exists(b, last + A_DAY)]
        if others and dice.chance(4):
            heirs.append(dice.among(others)["id"])
        else:
            heirs.append(new_board(dice, boards, {"from": (last + A_DAY).isoformat()})["id"])
    for board in ending:
        board["valid"] = board.get("valid", {}) | {"to": last.isoformat()}
        if heirs:
            board["successors"] = list(dict.fromkeys(heirs))


def measures(dice: Dice, programme: Values, boards: Values, start: date, end: date) -> list[Values]:
    """`obligations.yaml`, with what amendments do to the measures."""
    found = []
    ids = [b["id"] for b in boards["boards"]]
    for i in range(dice.number(1, 3)):
        addressees: list[Values] = []
        if not dice.chance(2):
            groups = [
                g for g in ("g", "h") if any(g in b.get("groups", []) for b in boards["boards"])
            ]
            addressees = [
                dice.among([{"board": b} for b in ids] + [{"group": g} for g in ("alla", *groups)])
                for _ in range(dice.one(1, 2))
            ]
            if addressees[0] == addressees[-1]:
                addressees = addressees[:1]
        one: Values = {
            "id": f"{'st'[i % 2]}.{i}",
            "section": "st"[i % 2],
            "label": {"sv": f"M{i}"},
            "text": f"Text {i}.",
            "source": {"lines": f"L{10 + i}"},
            "nature": dice.one("insats", "insats", "forbud", "udda", "ambition"),
            "recurrence": dice.one(
                "continuous", "once", "conditional", f"until {dice.within(start, end)}"
            ),
        }
        if addressees:
            one["addressees"] = addressees
        amendment = dice.one("", "", "", "", "add", "replace", "end")
        if amendment:
            change: Values = {
                "id": f"andring-{i}",
                "decision": f"beslut-{dice.number(0, 2)}",
                "change": amendment,
                "from": dice.within(start + A_DAY, end).isoformat(),
                "target": {"sv": "Åtgärden"},
            }
            if amendment == "add":
                one["amendment"] = change["id"]
                one["recurrence"] = dice.one("continuous", "once")
            else:
                change["obligation"] = one["id"]
            if amendment == "replace":
                change["replaces"] = one["text"]
            if amendment != "end":
                change["text"] = one["text"] if amendment == "add" else f"Ny text {i}."
            programme["amendments"].append(change)
        found.append(one)
    return found


FAR = date(2030, 1, 1)


def settle(city: City) -> None:
    """No measure binds nobody on any day, and none is ended that does so already."""
    for measure in city.obligations["obligations"]:
        if "addressees" in measure and not any(bound_by(city, measure, FAR).values()):
            measure["addressees"] = [{"group": "alla"}]
        for change in city.programme["amendments"]:
            if (change["change"], change.get("obligation")) == ("end", measure["id"]):
                city.programme["amendments"].remove(change)
                on = date.fromisoformat(change["from"])
                if "addressees" not in measure or bound_by(city, measure, FAR).get(on):
                    city.programme["amendments"].append(change)
                break


def transfers(dice: Dice, city: City, start: date, end: date) -> None:
    """Duties that change hands in mid-term, from who has them the day before."""
    on = start
    for i in range(dice.one(0, 1, 0, 2)):
        measure = dice.among(city.obligations["obligations"])
        last_days = [b["valid"]["to"] for b in city.boards["boards"] if "to" in b.get("valid", {})]
        after = [date.fromisoformat(last) + A_DAY for last in sorted(last_days)]
        reforms = [day for day in after if on < day <= end]
        on = min(end, dice.within(on + A_DAY, end))
        if reforms and dice.chance(4):
            on = dice.among(reforms)  # boards end and a duty changes hands on one day
        having = bound_by(city, measure, FAR).get(on - A_DAY, {})
        takers = [b["id"] for b in city.boards["boards"] if exists(b, on) and b["id"] not in having]
        if not having or not takers:
            continue
        leaves: Values = {"board": dice.among(sorted(having))}
        for group in ("g", "h", "alla"):
            members = [b["id"] for b in city.boards["boards"] if group in b.get("groups", [])]
            if dice.chance(2) and set(members) & set(having):
                leaves = {"group": group}
        city.boards["transfers"].append({
            "id": f"byte-{i}",
            "date": on.isoformat(),
            "obligations": [measure["id"]],
            "from": leaves,
            "to": dice.among(takers),
            "what": {"sv": "Bytte."},
            "fact": {"source": "KF", "confirmed": True},
        })  # fmt: skip


def assignments(dice: Dice, city: City, start: date, end: date) -> None:
    """Measures that nobody was given, given to somebody."""
    for measure in city.obligations["obligations"]:
        if "addressees" in measure or not dice.chance(6):
            continue
        on = dice.within(start, end)
        there = [b["id"] for b in city.boards["boards"] if exists(b, on)]
        if not there:
            continue
        assignment: Values = {
            "id": f"uppdrag-{measure['id'].replace('.', '-')}",
            "decision": f"beslut-{dice.number(0, 2)}",
            "obligations": [measure["id"]],
            "to": dice.one({"board": dice.among(there)}, {"group": "alla"}),
        }
        if dice.chance(7):
            assignment["from"] = on.isoformat()
        city.programme["assignments"].append(assignment)
        begins = date.fromisoformat(assignment.get("from") or start.isoformat())
        if not any(bound for on, bound in bound_by(city, measure, FAR).items() if on >= begins):
            city.programme["assignments"].pop()


def write_offs(dice: Dice, city: City, start: date, end: date) -> None:
    """What is ended before it is met."""
    for i, measure in enumerate(city.obligations["obligations"]):
        if not dice.chance(2):
            continue
        on = dice.within(start, end)
        having = sorted(bound_by(city, measure, FAR).get(on, {}))
        if not having:
            continue
        one: Values = {
            "id": f"avskrivning-{i}",
            "decision": f"beslut-{dice.number(0, 2)}",
            "obligations": [measure["id"]],
            "from": on.isoformat(),
            "reason": {"sv": "R."},
        }
        if dice.chance(5):
            one["boards"] = [dice.among(having)]
        elif dice.chance(2):
            one["boards"] = ["alla"]
        city.programme["write_offs"].append(one)


def activities_off(dice: Dice, city: City) -> None:
    """A planned activity that a decision ends before it is done."""
    if (planned := promised(city)) and dice.chance(2):
        board, year, name = dice.among(planned)
        city.programme["write_offs"].append({
            "id": "avskriven-insats",
            "decision": f"beslut-{dice.number(0, 2)}",
            "activities": [{"board": board, "year": year, "id": name}],
            "reason": {"sv": "R."},
        })  # fmt: skip


# ---------------------------------------------------------------- what the boards file


def submissions(dice: Dice, city: City, start: date, end: date) -> None:
    """Plans and reports: decided, received and drafts, corrected, and some that cannot be read."""
    for year in range(start.year, end.year + 1):
        for board in city.boards["boards"]:
            if not any(exists(board, date(year, 1, 1) + n * A_DAY) for n in range(365)):
                continue
            for kind in ("plan", "report"):
                for version in range(1, dice.one(0, 1, 1, 1, 2, 0, 1, 1, 1, 3) + 1):
                    number = f"-{version}" if version > 1 else ""
                    path = f"reports/e/{board['id']}/{year}-{kind}{number}.yaml"
                    city.reports[path] = submission(dice, city, board["id"], year, kind)


def submission(dice: Dice, city: City, board: str, year: int, kind: str) -> Values | None:
    oddity = dice.number(0, 49)
    if oddity == 49:
        return None
    found: Values = {"kind": kind, "board": board, "year": year}
    if oddity == 48:
        found["year"] = year + 1
    if not dice.chance(2):
        around = date(year - 1, 12, 31) if kind == "plan" else date(year + 1, 2, 15)
        found["decision"] = {
            "date": (around + dice.number(-40, 60) * A_DAY).isoformat(),
            "paragraph": "§ 1",
            "reference": "Dnr 1",
        }
        how = dice.one("", "", "", "", "delegated", "noted", "office")
        if how:
            found["decision"]["how"] = how
        if oddity == 47:
            found["decision"]["fingerprint"] = "0" * 64
    entries = []
    for measure in city.obligations["obligations"]:
        if dice.chance(8):
            about = plan_entry if kind == "plan" else report_entry
            entries.append(about(dice, city, (board, year), measure))
    found["entries"] = entries
    return found


def plan_entry(dice: Dice, city: City, place: tuple[str, int], measure: Values) -> Values:
    says = dice.one("activities", "activities", "ongoing", "no_activity", "not_addressed")
    entry: Values = {"obligation": measure["id"]}
    if says == "activities":
        entry["activities"] = [
            activity(dice, city, place, name_of(measure, i), measure)
            for i in range(dice.one(1, 1, 2))
        ]
    elif says == "not_addressed":
        entry["not_addressed"] = True
    else:
        entry[says] = "Som förut."
    return entry


def activity(dice: Dice, city: City, place: tuple[str, int], name: str, measure: Values) -> Values:
    board, year = place
    found: Values = {"id": name, "text": "Vi gör."}
    others = [m["id"] for m in city.obligations["obligations"] if m is not measure]
    if others and dice.chance(2):
        found["also"] = [dice.among(others)]
    if dice.chance(3):
        found["due"] = dice.within(date(year, 1, 1), date(year, 12, 31)).isoformat()
    boards = [b["id"] for b in city.boards["boards"]]
    if dice.chance(4):
        found["with"] = [b for b in dice.some(boards, 6) if b != board] or [boards[0]]
    if dice.chance(4) and (earlier := promised(city)):
        of, at, name = dice.among(earlier)
        if at < year:
            found["continues"] = {"year": at, "id": name, "board": of}
    return found


def name_of(measure: Values, i: int) -> str:
    """The id of a measure's activity: alike at all boards, so that some are done together."""
    return f"{measure['id'].replace('.', '')}-{i}"


def promised(city: City) -> list[tuple[str, int, str]]:
    """The activities of the plans so far: board, year, id."""
    return [
        (plan["board"], plan["year"], activity["id"])
        for plan in city.reports.values()
        if plan is not None and plan["kind"] == "plan"
        for entry in plan["entries"]
        for activity in entry.get("activities", [])
    ]


def report_entry(dice: Dice, city: City, place: tuple[str, int], measure: Values) -> Values:
    _, year = place
    entry: Values = {"obligation": measure["id"]}
    if dice.chance(1):
        return entry | {"not_addressed": True}
    nature = measure["nature"]
    entry["outcome"] = GOOD[nature] if dice.chance(4) else dice.among(OUTCOMES[nature])
    entry |= {
        "summary": "Så gick det.",
        "evidence": "Räknat.",
        "obstacles": "Tid.",
        "reason": "Inget.",
    }
    answers = []
    for i in range(2):
        if dice.chance(7):
            result = dice.one(
                "done", "partly", "not-done", "postponed", "cancelled", "transferred", "unanswered"
            )
            answer = {"id": name_of(measure, i), "result": result}
            if result == "transferred":
                takers = [b for b in city.boards["boards"] if exists(b, date(year + 1, 1, 1))]
                answer["to"] = dice.among(takers or city.boards["boards"])["id"]
            if dice.chance(4):
                answer["date"] = dice.within(date(year, 1, 1), date(year, 12, 31)).isoformat()
            answers.append(answer)
    if answers:
        entry["activities"] = answers
    return entry


# ---------------------------------------------------------------- to a folder


def written(city: City, root: Path, unreadable: str = UNREADABLE[0]) -> None:
    """The city as files. JSON is YAML, and much the quickest to write."""
    for name in ("programme", "boards", "obligations"):
        put(root / f"program/e/{name}.yaml", json.dumps(getattr(city, name), ensure_ascii=False))
    for path, value in city.reports.items():
        put(root / path, unreadable if value is None else json.dumps(value, ensure_ascii=False))


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


# ---------------------------------------------------------------- dates to ask about


def days_that_matter(city: City) -> list[date]:
    """Every day that stands in the files, and the calendar's."""
    text = json.dumps(
        [city.programme, city.boards, city.obligations, *filter(None, city.reports.values())]
    )
    found = set()
    for at in range(len(text) - 9):
        if text[at : at + 2] == "20" and text[at + 4] == text[at + 7] == "-":
            found.add(date.fromisoformat(text[at : at + 10]))
    return sorted(found)
