"""Valid files made wrong, made otherwise without a change of meaning, and made anything at all.

What becomes of each is known by how it was made, and not from what the tool says of it.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
import tempfile
import time
import traceback
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

from prostcli.assessment.cells import assess
from prostcli.diagnostic import Severity
from prostcli.language import language
from prostcli.load.workspace import load
from prostcli.load.yaml import SUBMISSION_LIMITS, Refusal, decode, read
from prostcli.output.full import full
from prostcli.usecases import check
from prostcli.write.scaffold import scaffold
from tests.findings import DAY, told
from tests.write.filling import filled

TOP = Path(__file__).parent.parent.parent
BASE = TOP / "tests" / "cases" / "base"
LINDVIK = TOP / "tests" / "lindvik"
MAKERS = list[tuple[str, Callable[["Seed", Random], bytes]]]


class Seed(NamedTuple):
    """A valid submission, and the workspace that it is valid in."""

    workspace: Path
    path: str
    text: str

    @property
    def value(self) -> Any:
        return read(decode(self.text.encode()), SUBMISSION_LIMITS)


class Mutant(NamedTuple):
    """A file made from a seed."""

    name: str
    seed: Seed
    data: bytes
    value: Any = None
    """What it must read as; None: it must be refused, or nothing is known of it."""


def seeds() -> list[Seed]:
    """Submissions of the test cases and of Lindvik, and filled-in scaffolds of Stockholm's."""
    found = []
    for workspace in (BASE, LINDVIK):
        for path in sorted((workspace / "reports").rglob("*.yaml")):
            name = path.relative_to(workspace).as_posix()
            found.append(Seed(workspace, name, path.read_text(encoding="utf-8")))
    material = load(TOP).editions["2006-2010"].material
    assert material is not None
    state = assess(material, date(2008, 3, 31))
    for kind, board, year in (("plan", "farsta", 2007), ("report", "farsta", 2007),
                              ("report", "socialtjanstnamnden", 2007)):  # fmt: skip
        text = filled(scaffold(state, language("sv"), kind, board, year))  # type: ignore[arg-type]
        found.append(Seed(TOP, f"reports/2006-2010/{board}/{year}-{kind}.yaml", text))
    return found


# --- made wrong

UNSEEN = [
    "\0", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x85", "\x9b", "\u061c",
    "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069", "\u206a",
    "\ufff9",    "\ufffe", "\uffff", "\ufdd0", "\U000e0001", "\U000e0041", "\U0001ffff",
]  # fmt: skip
LOOK_ALIKE = {"a": "а", "c": "с", "e": "е", "i": "і", "o": "о", "p": "р", "y": "у", "d": "ｄ"}
HIDDEN = ["\u200b", "\u200c", "\u200d", "\u00ad", "\u2060", "\u034f", "\ufe0f", "\u3164", "\u00a0"]


def _put_in(text: str, sign: str, at: int) -> bytes:
    return (text[:at] + sign + text[at:]).encode()


def _unseen(seed: Seed, dice: Random) -> bytes:
    return _put_in(seed.text, dice.choice(UNSEEN), dice.randrange(len(seed.text)))


def _mark_inside(seed: Seed, dice: Random) -> bytes:
    return _put_in(seed.text, "\ufeff", dice.randrange(1, len(seed.text)))


def _return_alone(seed: Seed, dice: Random) -> bytes:
    at = dice.choice([i for i, c in enumerate(seed.text) if c != "\n"])
    return _put_in(seed.text, "\r", at)


def _not_utf8(seed: Seed, dice: Random) -> bytes:
    data = seed.text.encode()
    at = dice.randrange(len(data))
    junk = dice.choice(
        [b"\xff", b"\xfe", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\x80"]
    )
    while data[at] & 0xC0 == 0x80:  # not inside a letter: the junk might complete it
        at -= 1
    return data[:at] + junk + data[at:]


def _other_encoding(seed: Seed, dice: Random) -> bytes:
    name = dice.choice(["cp1252", "mac_roman", "cp850", "utf-16", "utf-16-le", "utf-32", "utf-7"])
    if name == "utf-7":
        name = "cp437"
    return ("# å är fel\n" + seed.text).encode(name, errors="replace")


def _line_before(pattern: str, line: str) -> Callable[[Seed, Random], bytes]:
    """The line put before a line that the pattern finds, with its indent."""

    def make(seed: Seed, dice: Random) -> bytes:
        lines = seed.text.split("\n")
        at = dice.choice([i for i, one in enumerate(lines) if re.match(pattern, one)])
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        return "\n".join([*lines[:at], indent + line, *lines[at:]]).encode()

    return make


def _key_again(seed: Seed, dice: Random) -> bytes:
    lines = seed.text.split("\n")
    at = dice.choice([i for i, one in enumerate(lines) if re.match("(kind|board|year): ", one)])
    return "\n".join([*lines[:at], lines[at], *lines[at:]]).encode()


def _before_value(mark: str) -> Callable[[Seed, Random], bytes]:
    """A mark before a plain value of the top."""

    def make(seed: Seed, dice: Random) -> bytes:
        key = dice.choice(["kind", "board", "year"])
        return re.sub(f"(?m)^{key}: ", f"{key}: {mark}", seed.text, count=1).encode()

    return make


def _at_end(tail: str) -> Callable[[Seed, Random], bytes]:
    return lambda seed, _: (seed.text.rstrip("\n") + "\n" + tail).encode()


def _at_start(head: str) -> Callable[[Seed, Random], bytes]:
    return lambda seed, _: (head + seed.text).encode()


def _instead(data: bytes) -> Callable[[Seed, Random], bytes]:
    return lambda _seed, _: data


def _key_that_looks_alike(seed: Seed, dice: Random) -> bytes:
    key = dice.choice(["kind", "board", "year", "entries"])
    letter = dice.choice([c for c in key if c in LOOK_ALIKE])
    false = key.replace(letter, LOOK_ALIKE[letter], 1)
    return re.sub(f"(?m)^{key}:", f"{false}:", seed.text, count=1).encode()


def _key_with_something_hidden(seed: Seed, dice: Random) -> bytes:
    key = dice.choice(["kind", "board", "year", "entries"])
    at = dice.randrange(1, len(key))
    false = key[:at] + dice.choice(HIDDEN) + key[at:]
    return re.sub(f"(?m)^{key}:", f"{false}:", seed.text, count=1).encode()


def _tab(seed: Seed, dice: Random) -> bytes:
    lines = seed.text.split("\n")
    at = dice.choice([i for i, one in enumerate(lines) if re.match("  - (obligation|duty): ", one)])
    lines[at] = "\t" + lines[at][2:]
    return "\n".join(lines).encode()


def _year(written: str) -> Callable[[Seed, Random], bytes]:
    return lambda seed, _: re.sub("(?m)^year: .*$", f"year: {written}", seed.text, count=1).encode()


Change = Callable[[Any, Random], object]


def _changed(change: Change) -> Callable[[Seed, Random], bytes]:
    """The value changed, and written as JSON, which is YAML."""

    def make(seed: Seed, dice: Random) -> bytes:
        value = seed.value
        change(value, dice)
        return json.dumps(value, ensure_ascii=False, indent=1).encode()

    return make


def _an_entry(value: Any, dice: Random) -> dict[str, Any]:
    found: dict[str, Any] = dice.choice([e for e in value["entries"] if "obligation" in e])
    return found


def _set(key: str, *words: object) -> Change:
    return lambda value, dice: value.update({key: copy.deepcopy(dice.choice(words))})


def _set_in_entry(key: str, *words: object) -> Change:
    return lambda value, dice: _an_entry(value, dice).update(
        {key: copy.deepcopy(dice.choice(words))}
    )


def _without(*keys: str) -> Change:
    return lambda value, dice: value.pop(dice.choice(keys))


def _renamed(value: Any, dice: Random) -> None:
    """A key somewhere spelt with one letter too many."""
    holders = [h for h in _mappings(value) if h]
    holder = dice.choice(holders)
    key = dice.choice(list(holder))
    holder[key + dice.choice("xqz")] = holder.pop(key)


def _nothing(value: Any, dice: Random) -> None:
    holder = dice.choice([h for h in _mappings(value) if h])
    holder[dice.choice(list(holder))] = None


def _wrong_kind(value: Any, dice: Random) -> None:
    holder = dice.choice([h for h in _mappings(value) if h])
    key = dice.choice(list(holder))
    old = holder[key]
    if isinstance(old, str):
        holder[key] = dice.choice([[old], {"sv": old}, True, 1.5])
    elif isinstance(old, list | dict):
        holder[key] = dice.choice(["text", 7, False])
    else:
        holder[key] = dice.choice(["text", [old], {"a": old}, 0.5])


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _mappings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _mappings(inner)


def _texts(value: Any) -> list[tuple[dict[str, Any], str]]:
    """Where somebody's own words stand."""
    keys = ("text", "summary", "evidence", "obstacles", "reason", "ongoing", "no_activity", "unit",
            "comment", "next_steps", "effect")  # fmt: skip
    return [(m, k) for m in _mappings(value) for k in m if k in keys and isinstance(m[k], str)]


def _blank(value: Any, dice: Random) -> None:
    holder, key = dice.choice(_texts(value))
    holder[key] = dice.choice(["", " ", "\n", "\u00a0", "\u200b", "\u3164\u200b ", "\u2060\ufe0f"])


def _too_long(value: Any, dice: Random) -> None:
    holder, key = dice.choice(_texts(value))
    holder[key] = "å" * (SUBMISSION_LIMITS.size // 2)


def _many(value: Any, _dice: Random) -> None:
    value["answers"] = [{}] * SUBMISSION_LIMITS.nodes


WRONG: MAKERS = [
    ("an unseen character", _unseen), ("a mark inside", _mark_inside),
    ("a return alone", _return_alone), ("not UTF-8", _not_utf8),
    ("another encoding", _other_encoding), ("a key again", _key_again),
    ("an unknown key", _line_before("(kind|board|year):", "okänd: 1")),
    ("an anchor", _before_value("&a ")), ("an alias", _before_value("*a #")),
    ("a tag", _before_value("!!str ")), ("a tag of one's own", _before_value("!x ")),
    ("a second document", _at_end("---\nkind: plan\n")), ("two ends", _at_end("...\n...\n")),
    ("an open quotation", _at_end('x: "y\n')), ("an open bracket", _at_end("x: [1, 2\n")),
    ("text after the end", _at_end("...\nmer text\n")), ("a list after it", _at_end("- x\n")),
    ("a directive", _at_start("%YAML 1.2\n---\n")), ("two starts", _at_start("---\n---\n")),
    ("two marks", _at_start("\ufeff\ufeff")), ("nothing", _instead(b"")),
    ("only a comment", _instead("# å\n".encode())), ("only a word", _instead(b"ja\n")),
    ("a list", _instead(b"- kind: plan\n")), ("nesting", _instead(b"[" * 5000)),
    ("nesting with an end", _instead(b"[" * 17 + b"]" * 17)),
    ("a key that looks alike", _key_that_looks_alike),
    ("a key with something hidden", _key_with_something_hidden), ("a tab", _tab),
    *((f"the year {y}", _year(y)) for y in (
        "2021.0", "2.021e3", "0x7E5", "0o3745", "2_021", "33:41", ".inf", "1e400", ".nan", "-2021",
        "'2021'", "true", "~", "2021-01-01", "12345678901234567890", "２０２１", "0b1", "[2021]",
    )),
    ("the year of another file", _changed(_set("year", 1899, 2105, 0, -1))),
    ("an unknown board", _changed(_set("board", "ingen", "Park", "park ", "pаrk", "par\u00adk"))),
    ("another kind", _changed(_set("kind", "review", "Plan", "report ", "planer"))),
    ("an unknown measure", _changed(_set_in_entry("obligation", "9.9", "x", "1..1", "1.1 "))),
    ("no kind, board, year or entries", _changed(_without("kind", "board", "year", "entries"))),
    ("a key renamed", _changed(_renamed)), ("nothing after a key", _changed(_nothing)),
    ("a value of another kind", _changed(_wrong_kind)), ("an empty text", _changed(_blank)),
    ("a text too long", _changed(_too_long)), ("too many values", _changed(_many)),
    ("entries that are none", _changed(_set("entries", "x", {}, [[]], ["x"], [7], [{}]))),
    ("an answer to nothing", _changed(_set("answers", [{"question": "ingen", "text": "x"}]))),
    ("a decision that is none", _changed(_set("decision", "2021-01-01", [], {"date": "2021-02-30"},
        {"date": "1 maj"}, {"date": 20210101}, {"date": "2021-1-1"}, {"when": "2021-01-01"}))),
]  # fmt: skip
FOR_REPORTS: MAKERS = [
    ("an outcome of no scale", _changed(_set_in_entry("outcome", "klar", "Done", "done ", 1))),
    ("a figure that is none", _changed(_set_in_entry("figures", [{"name": "x"}], "x",
        [{"name": "x", "label": "X", "value": 1.5, "unit": "st", "counts": "other"}],
        [{"name": "x", "label": "X", "value": "många", "unit": "st", "counts": "other"}],
        [{"name": "x", "label": "X", "value": 1, "unit": "st", "counts": "hundar"}]))),
    ("a partner of nobody", _changed(_set_in_entry("partners", ["ingen"], [1], "polisen", [[]]))),
]  # fmt: skip


# --- made otherwise


def _as_it_was(seed: Seed, _dice: Random) -> Any:
    return seed.value


def _comments(seed: Seed, dice: Random) -> bytes:
    """Comments and empty lines before what is surely no part of a text."""
    lines = []
    for line in seed.text.split("\n"):
        if re.match(r"[a-z]+:|  - [a-z]", line) and dice.random() < 0.4:
            lines += dice.choice([["# å: [x"], ["", "  # \u00a0\u200d'", ""], ["#", "#\t&a *b !c"]])
        lines.append(line)
    return "\n".join(lines).encode()


def _line_ends(seed: Seed, dice: Random) -> bytes:
    return "".join(
        line + dice.choice(["\n", "\r\n"]) for line in seed.text.removesuffix("\n").split("\n")
    ).encode()


def _written_with(quote: str | None = None, **how: Any) -> Callable[[Seed, Random], bytes]:
    """By another program."""

    class Writer(yaml.SafeDumper):
        pass

    Writer.add_representer(
        str,
        lambda writer, text: writer.represent_scalar("tag:yaml.org,2002:str", text, style=quote),
    )

    def make(seed: Seed, dice: Random) -> bytes:
        value = _shuffled(seed.value, dice) if dice.random() < 0.5 else seed.value
        whole = {"allow_unicode": dice.random() < 0.5, **how}
        text: str = yaml.dump(value, Dumper=Writer, **whole)
        return text.encode()

    return make


def _shuffled(value: Any, dice: Random) -> Any:
    if isinstance(value, list):
        return [_shuffled(v, dice) for v in value]
    if isinstance(value, dict):
        keys = list(value)
        dice.shuffle(keys)
        return {k: _shuffled(value[k], dice) for k in keys}
    return value


def _json(seed: Seed, dice: Random) -> bytes:
    return json.dumps(
        seed.value, ensure_ascii=dice.random() < 0.5, indent=dice.choice([None, 0, 1, 4])
    ).encode()


RIGHT: MAKERS = [
    ("as it was", lambda seed, _: seed.text.encode()), ("comments", _comments),
    ("line ends", _line_ends),
    ("CRLF", lambda seed, _: seed.text.replace("\n", "\r\n").encode()),
    ("a mark", lambda seed, _: b"\xef\xbb\xbf" + seed.text.encode()),
    ("a mark and CRLF", lambda seed, _: ("\ufeff" + seed.text).replace("\n", "\r\n").encode()),
    ("a start", _at_start("---\n")), ("an end", _at_end("...\n")),
    ("a start and an end", lambda seed, _: f"\n# x\n--- # x\n{seed.text}\n...\n# x\n".encode()),
    ("no line end last", lambda seed, _: seed.text.rstrip("\n").encode()),
    ("lines after it", _at_end("\n\n   \n# slut\n\n")),
    ("NFD", lambda seed, _: unicodedata.normalize("NFD", seed.text).encode()),
    ("NFC", lambda seed, _: unicodedata.normalize("NFC", seed.text).encode()),
    ("JSON", _json), ("plain", _written_with()), ("single", _written_with(quote="'")),
    ("double", _written_with(quote='"')), ("flow", _written_with(default_flow_style=True)),
    ("sorted", _written_with(sort_keys=True)), ("wide", _written_with(width=10**6, indent=8)),
    ("narrow", _written_with(width=20)), ("CRLF and double", lambda seed, dice:
        _written_with(quote='"')(seed, dice).replace(b"\n", b"\r\n")),
]  # fmt: skip

WORDS = [
    "vård\u00adtagare", "n\u200dn", "n\u200cn", "5\u00a0kr", "e\u0301n", "x\u200bx", "❤\ufe0f",
    "– ”ja” ½ §", "x" * 60_000, "å " * 20_000 + "å", "rad\n\nrad\n# rad", "a: b # c", "- x", "{",
    "'", "\\e\\x9b", "%d{x}", "null", "2021-02-30", "한국어 العربية", "\ue000", "~", "::error::",
]  # fmt: skip


def _other_words(seed: Seed, dice: Random) -> tuple[bytes, Any]:
    """A text that says something else, in words that are nobody's fault."""
    value = seed.value
    holder, key = dice.choice(_texts(value))
    holder[key] = dice.choice(WORDS)
    text = dice.choice([
        json.dumps(value, ensure_ascii=False), yaml.safe_dump(value, allow_unicode=True),
        json.dumps(value), yaml.safe_dump(value, width=10**6),
    ])  # fmt: skip
    holder[key] = unicodedata.normalize("NFC", holder[key])
    return text.encode(), value


# --- made anything


def _anything(seed: Seed, dice: Random) -> bytes:
    data = bytearray(seed.text.encode())
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(data) or 1)
        to = min(len(data), at + dice.randint(1, 60))
        how = dice.randrange(6)
        if how == 0:
            data[at:at] = dice.randbytes(dice.randint(1, 4))
        elif how == 1:
            del data[at:to]
        elif how == 2:
            data[at:at] = data[at:to] * dice.randint(1, 50)
        elif how == 3 and data:
            data[at] ^= 1 << dice.randrange(8)
        elif how == 4:
            data[at:at] = dice.choice(
                [b"\n", b"\t", b": ", b"- ", b"[", b"{", b"'", b'"', b"#", b"|\n", b">-\n", b"? "]
            )
        else:
            lines = bytes(data).split(b"\n")
            dice.shuffle(lines)
            data = bytearray(b"\n".join(lines))
    return bytes(data)


# --- all of them


def wrong(number: int) -> Iterator[Mutant]:
    """So many files that must be refused."""
    dice = Random("wrong")  # noqa: S311
    all_seeds = seeds()
    for at in range(number):
        seed = dice.choice(all_seeds)
        makers = WRONG + (FOR_REPORTS if seed.path.endswith("report.yaml") else [])
        name, make = makers[at % len(WRONG)] if at % 7 else dice.choice(makers)
        yield Mutant(name, seed, make(seed, dice))


def right(number: int) -> Iterator[Mutant]:
    """So many files that must be accepted, with what they must read as."""
    dice = Random("right")  # noqa: S311
    all_seeds = seeds()
    for at in range(number):
        seed = dice.choice(all_seeds)
        if at % 4 == 3 and _texts(seed.value):
            data, value = _other_words(seed, dice)
            yield Mutant("other words", seed, data, value)
            continue
        name, make = RIGHT[at % len(RIGHT)] if at % 3 else dice.choice(RIGHT)
        yield Mutant(name, seed, make(seed, dice), seed.value)


def anything(number: int) -> Iterator[Mutant]:
    """So many files that may be anything."""
    dice = Random("anything")  # noqa: S311
    all_seeds = seeds()
    for _ in range(number):
        seed = dice.choice(all_seeds)
        yield Mutant("anything", seed, _anything(seed, dice))


# --- what becomes of one, in a process of its own


class Fate(NamedTuple):
    """What the tool said of a mutant, and what that cost."""

    errors: tuple[str, ...]
    value: Any
    seconds: float
    """Of processor time."""
    trouble: str
    """A traceback, if there was one."""
    peak: int
    """KiB of memory that the process has needed so far."""


def fate(mutant: Mutant) -> Fate:
    """Put the mutant in the place of its seed and check the whole workspace."""
    root = _workspace(mutant.seed.workspace)
    path = root / mutant.seed.path
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_bytes() if path.exists() else None
    path.write_bytes(mutant.data)
    errors: tuple[str, ...] = ()
    value, trouble = None, ""
    start = time.process_time()
    try:
        found = check(load(root, watchful=True), DAY)
        errors = tuple(
            d.code for d in found if d.severity is Severity.ERROR and d.path == mutant.seed.path
        )
        told(root, full)
        value = read(decode(mutant.data), SUBMISSION_LIMITS)
    except Refusal:
        pass
    except Exception:  # noqa: BLE001  any of them is what the test is about
        trouble = traceback.format_exc()
    seconds = time.process_time() - start
    path.write_bytes(old) if old is not None else path.unlink()
    return Fate(errors, value, seconds, trouble, _peak())


def _peak() -> int:
    """KiB. What getrusage tells begins with that of the process which started this one."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


@cache
def _workspace(of: Path) -> Path:
    """A copy of the workspace, for this process alone."""
    root = Path(tempfile.mkdtemp(prefix="mutants")) / "root"
    shutil.copytree(of / "program", root / "program")
    if of != TOP:
        shutil.copytree(of / "reports", root / "reports")
    return root
