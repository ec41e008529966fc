"""A workspace to measure on: a made-up city with as many valid plans and reports as wanted.

    ./run python benchmarks/generate.py FOLDER [--files 3000]
    ./run python benchmarks/generate.py FOLDER --whole

The first has ten years and as many boards as the files need, 11 to 16 entries and about 5 KB in
each. The second is for documents: 30 boards, 30 measures that all bind every board, five years, and
every plan and report there and decided. The same choice always gives the same bytes. The files are
of the real formats; `prostcli validate` finds nothing to say about them. Everything in them is
invented, and each file says so.
"""

from __future__ import annotations

import argparse
import random
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SAID = "# Påhittad kommun, bara till för att mäta på."


class Shape(NamedTuple):
    """How large a city is, and what binds whom."""

    years: range
    for_all: int
    """So many measures bind every board, and each group of boards one more."""
    groups: tuple[str, ...]
    files: int
    """Plans and reports: board after board, the last board's perhaps not to the end."""

    @property
    def boards(self) -> int:
        """As many as the files need."""
        return -(-self.files // (2 * len(self.years)))

    @property
    def edition(self) -> str:
        """The programme's years."""
        return f"{self.years[0]}-{self.years[-1]}"

    @property
    def sections(self) -> int:
        """Four measures that bind all in each, and one section for those of the groups."""
        return -(-self.for_all // 4) + bool(self.groups)


def long_row(files: int) -> Shape:
    """Ten years and as many files as wanted: for what is done file by file."""
    return Shape(range(2001, 2011), 11, ("a", "b", "c", "d", "e"), files)


WHOLE = Shape(range(2001, 2006), 30, (), 30 * 2 * 5)
"""30 boards, 30 measures and five years, without a gap: for documents."""

SCALES = {
    "default": (
        ("fulfilled", "good", "H"),
        ("partly", "partial", "D"),
        ("not-fulfilled", "bad", "I"),
        ("not-applicable", "exempt", "E"),
    ),
    "check": (("complied", "good", "K"), ("breach", "bad", "A"), ("not-checked", "unknown", "O")),
}
THINGS = (
    "fältgruppens kvällspass", "ungdomsmottagningens öppettider", "utbildningen för ny personal",
    "samverkan med föreningslivet", "informationen på webbplatsen", "rutinen för överlämning",
    "handledningen i arbetsgrupperna", "träffarna med skolornas elevhälsa", "nätverket för chefer",
    "kartläggningen av behovet", "broschyren på lätt svenska", "upphandlingens villkor",
    "den gemensamma introduktionen", "uppföljningen av förra årets enkät",
)  # fmt: skip
PLANNED = (
    "Utöka {thing} från två till tre tillfällen i månaden.",
    "Gå igenom {thing} tillsammans med de enheter som berörs och rätta det som brister.",
    "Ta fram ett förslag till hur {thing} kan ordnas från och med hösten.",
    "Prova {thing} i mindre skala under våren, och besluta sedan om det ska fortsätta.",
    "Ge alla nya medarbetare en genomgång av {thing} under deras första månad.",
)
TOLD = (
    "Arbetet med {thing} har följt planen och ses nu som en del av den vanliga verksamheten.",
    "Under året prövades {thing} i två omgångar, först i liten skala och sedan i hela området.",
    "Nämnden har avsatt tid och personal för {thing}, och varje enhet har en utsedd funktion.",
    "Det som gällde {thing} blev klart före sommaren; resten fördelades på hösten.",
    "Erfarenheterna av {thing} är goda: fler känner till stödet än vid förra mätningen.",
    "Två enheter slogs ihop under året, och {thing} fick därför en ny hemvist.",
)
KNOWN = (
    "Närvarolistor och schema för {thing}.",
    "Enheternas egna sammanställningar, genomgångna av förvaltningen i januari.",
    "En enkät till samtliga enhetschefer och minnesanteckningar om {thing}.",
)
HINDERED = (
    "Lokalen blev klar först i november, och {thing} kunde inte börja dessförinnan.",
    "Två tjänster var obesatta under hösten; då fick {thing} stå tillbaka.",
)
NEXT = (
    "Nästa år tas {thing} upp på nytt i plan och budget.",
    "Förvaltningen återkommer med ett förslag om {thing} före sommaren.",
)


def generate(folder: Path, shape: Shape) -> None:
    """Write the workspace into an empty or missing folder."""
    programme, reports = (folder / name / shape.edition for name in ("program", "reports"))
    _write(programme / "programme.yaml", _programme(shape))
    _write(programme / "boards.yaml", _boards(shape))
    _write(programme / "obligations.yaml", _obligations(shape))
    left = shape.files
    for board in range(shape.boards):
        measures = _measures(shape, board)
        for year in shape.years:
            names: dict[str, list[str]] = {}
            for kind, text in (("plan", _plan(board, year, measures, names)),
                               ("report", _report(board, year, measures, names))):  # fmt: skip
                if left:
                    place = reports / _board(board) / f"{year}-{kind}.yaml"
                    _write(place, text)
                    left -= 1


def _write(path: Path, lines: Iterator[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([SAID, *lines, ""]), encoding="utf-8", newline="\n")


def _board(board: int) -> str:
    return f"namnd-{board + 1:03d}"


def _groups(shape: Shape, board: int) -> list[str]:
    """The groups that a board belongs to: none for the first, all five for the thirty-second."""
    return [g for bit, g in enumerate(shape.groups) if board >> bit & 1]


def _measures(shape: Shape, board: int) -> list[str]:
    return [
        *(f"{1 + i // 4}.{1 + i % 4}.1" for i in range(shape.for_all)),
        *(f"{shape.sections}.{1 + shape.groups.index(g)}.1" for g in _groups(shape, board)),
    ]


def _programme(shape: Shape) -> Iterator[str]:
    yield f"""\
kind: programme
edition: "{shape.edition}"
title: Ett påhittat program
short_title: {{sv: Det påhittade programmet}}
city: Påhittad kommun
owner: {_board(0)}
fictitious: true
paper: {{title: Ingen handling, reference: Inget nummer}}
term: {{from: {shape.years[0]}-01-01, to: {shape.years[-1]}-12-31}}
about: {{sv: Bara till för att mäta hur fort verktyget läser.}}
numbering: {{sv: Numren är påhittade.}}
decisions:
  - {{id: inget, body: Ingen, status: decided, summary: {{sv: Inget är beslutat.}}}}
sections:"""
    for number in range(1, shape.sections + 1):
        yield f'  - {{id: "{number}", title: Avsnitt {number}, label: {{sv: Avsnitt {number}}}}}'
    yield """\
natures:
  - {id: insats, label: {sv: Insats}}
  - {id: forbud, label: {sv: Förbud}, scale: check}
scales:"""
    for name, values in SCALES.items():
        yield f"  {name}:"
        for value, counts, letter in values:
            yield f"    - {{value: {value}, counts: {counts}, glyph: {letter}, ascii: {letter},"
            yield f"       label: {{sv: Värdet {value}}}, meaning: {{sv: Räknas som {counts}}}}}"
    yield """\
calendar:
  plan: {due: {years: -1, month: 12, day: 31}}
  report: {due: {years: 1, month: 2, day: last}}
  basis: {sv: Påhittade dagar.}
partners:
  - {id: polisen, name: {sv: Polisen}}
  - {id: foreningar, name: {sv: Föreningslivet}}
questions:
  - {id: samordning, label: {sv: Samordning}, text: {sv: "Hur samordnas arbetet?"}}"""


def _boards(shape: Shape) -> Iterator[str]:
    yield "kind: boards"
    yield "basis: {sv: Påhittade nämnder.}"
    yield "groups:"
    yield "  - {id: alla, label: {sv: Alla nämnder}, everyone: true}"
    for group in shape.groups:
        yield f"  - {{id: {group}, label: {{sv: Grupp {group}}}}}"
    yield "boards:"
    for board in range(shape.boards):
        yield f"  - id: {_board(board)}"
        yield f"    short: Nämnd {board + 1}"
        yield f"    names: [{{name: Nämnd nummer {board + 1}}}]"
        yield f"    groups: [{', '.join(_groups(shape, board))}]"


def _obligations(shape: Shape) -> Iterator[str]:
    """The measures that bind some board: with few boards some groups have no members."""
    bound = {measure for board in range(shape.boards) for measure in _measures(shape, board)}
    for_all = _measures(shape, 0)
    yield "kind: obligations"
    yield "obligations:"
    for measure in _measures(shape, 2 ** len(shape.groups) - 1):
        if measure not in bound:
            continue
        section, number, _ = measure.split(".")
        group = "alla" if measure in for_all else shape.groups[int(number) - 1]
        yield f"  - id: {measure}"
        yield f'    section: "{section}"'
        yield f"    label: {{sv: Åtgärd {measure}}}"
        yield "    text: Nämnden ska göra det som är påhittat."
        yield "    source: {lines: L1-2}"
        yield f"    nature: {'forbud' if measure == '1.1.1' else 'insats'}"
        yield "    addressees:"
        yield f"      - {{group: {group}}}"


def _plan(board: int, year: int, measures: list[str], names: dict[str, list[str]]) -> Iterator[str]:
    chance = random.Random(f"plan {board} {year}")  # noqa: S311  nothing here is secret
    whose = f"({board}, {year})"
    yield "kind: plan"
    yield f"board: {_board(board)}"
    yield f"year: {year}"
    yield from _decision(chance, year - 1, 12)
    yield "entries:"
    for measure in measures:
        yield f"  - obligation: {measure}"
        planned = names.setdefault(measure, [])
        kind = chance.random()
        if kind < 0.16:
            yield from _text("ongoing", _sentence(chance, TOLD, whose), 4)
        elif kind < 0.22:
            yield from _text("no_activity", _sentence(chance, NEXT, whose), 4)
        elif kind < 0.25:
            yield "    not_addressed: true"
        else:
            yield "    activities:"
            for number in range(chance.choice((1, 1, 1, 2, 2))):
                name = f"insats-{measure.replace('.', '-')}-{number + 1}"
                planned.append(name)
                yield f"      - id: {name}"
                yield from _text("text", _sentence(chance, PLANNED, whose), 8)
                yield f"        due: {year}-{chance.randint(3, 12):02d}-28"
                yield f"        unit: {chance.choice(('Enheten för unga', 'Fältgruppen'))}"
        if chance.random() < 0.6:
            yield f"    place: s. {chance.randint(3, 60)}"
    yield from _answers(chance, whose)


def _report(
    board: int, year: int, measures: list[str], names: dict[str, list[str]]
) -> Iterator[str]:
    chance = random.Random(f"report {board} {year}")  # noqa: S311  nothing here is secret
    whose = f"({board}, {year})"
    yield "kind: report"
    yield f"board: {_board(board)}"
    yield f"year: {year}"
    yield from _decision(chance, year + 1, 2)
    yield "entries:"
    for measure in measures:
        yield f"  - obligation: {measure}"
        good, bad = ("complied", "breach") if measure == "1.1.1" else ("fulfilled", "partly")
        reached = chance.random() < 0.6
        yield f"    outcome: {good if reached else bad}"
        yield from _text("summary", _sentence(chance, TOLD, whose), 4)
        if reached:
            yield from _text("evidence", _sentence(chance, KNOWN, whose), 4)
        else:
            yield from _text("obstacles", _sentence(chance, HINDERED, whose), 4)
            yield from _text("next_steps", _sentence(chance, NEXT, whose), 4)
        if names.get(measure):
            yield "    activities:"
        for name in names.get(measure, ()):
            yield f"      - id: {name}"
            yield f"        result: {chance.choice(('done', 'done', 'partly', 'postponed'))}"
        if chance.random() < 0.2:
            yield "    partners: [polisen, foreningar]"
        if chance.random() < 0.15:
            staff = chance.randint(8, 90)
            yield "    figures:"
            yield (
                f"      - {{name: deltagare, label: Utbildade, value: {staff}, unit: personer,"
                f" counts: staff, women: {staff - staff // 3}, men: {staff // 3}}}"
            )
        if chance.random() < 0.1:
            yield f"    cost: {{amount: {chance.randint(10, 400)}000, funding: Egen budget}}"
    yield from _answers(chance, whose)


def _decision(chance: random.Random, year: int, month: int) -> Iterator[str]:
    yield "decision:"
    yield f"  date: {year}-{month:02d}-{chance.randint(1, 20):02d}"
    yield f'  paragraph: "§ {chance.randint(2, 30)}"'
    yield f'  reference: "Dnr 1.2-{chance.randint(10, 900)}/{year}"'


def _answers(chance: random.Random, whose: str) -> Iterator[str]:
    yield "answers:"
    yield "  - question: samordning"
    yield from _text("text", _sentence(chance, TOLD, whose), 4)


def _sentence(chance: random.Random, wordings: tuple[str, ...], whose: str) -> str:
    """A sentence that nobody else has, nor the same board in another year."""
    (wording,) = chance.sample(wordings, 1)
    return f"{wording.format(thing=chance.choice(THINGS))} {whose}"


def _text(key: str, text: str, indent: int) -> Iterator[str]:
    """A short text on the key's own line, a longer one as a block, as people write them."""
    margin = " " * indent
    if len(text) < 70 and ": " not in text:
        yield f"{margin}{key}: {text}"
    else:
        yield f"{margin}{key}: >-"
        yield textwrap.fill(text, 92, initial_indent=margin + "  ", subsequent_indent=margin + "  ")


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a folder that is not there yet")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--files", type=int, default=3000, help="how many plans and reports")
    shape.add_argument("--whole", action="store_true", help="30 boards, 30 measures, five years")
    given = parser.parse_args()
    if given.folder.exists():
        print(f"{given.folder} is there already", file=sys.stderr)
        return 2
    generate(given.folder, WHOLE if given.whole else long_row(given.files))
    return 0


if __name__ == "__main__":
    sys.exit(main())
