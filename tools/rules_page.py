"""`docs/rules.md`: every code that `validate` can tell, with its manual in Swedish and in English.

Generated from the rules themselves, so that it cannot say anything else than the tool does:

    python tools/rules_page.py            write it
    python tools/rules_page.py --check    say whether it is up to date (exit status 1 if not)
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from prostcli.language import language
from prostcli.rules import CATALOGUE
from prostcli.rules.rule import Rule

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"

HEAD = """\
# Felkoder

Allt som `prostcli validate` kan säga om en fil. Samma text visas av `prostcli explain KOD`. En kod
byter aldrig betydelse och används aldrig igen för något annat.

Ett **fel** gör att kontrollen säger nej. En **varning** gör det bara med `--strict`. En
**upplysning** gör det aldrig.

*All that `prostcli validate` can tell; the English manual stands below each Swedish one.*

<!-- Skrivs av tools/rules_page.py: ändra texten i reglerna och i languages/sv.py, inte här. -->
"""

FAMILIES = {
    "PRO0": "Filen och dess text",
    "PRO1": "Nycklar och värden",
    "PRO2": "Planer",
    "PRO3": "Redovisningar",
    "PRO4": "Programmets egna filer",
    "PRO5": "Filer, nämnder och beslut",
    "PRO6": "Personuppgifter",
    "PRO7": "Beslutat och förseglat",
    "PRO8": "Ägarens egna ord i uppföljningen",
}


def page() -> str:
    """The whole page."""
    parts = [HEAD, *_contents()]
    for start, title in FAMILIES.items():
        parts.append(f"## {title}\n")
        parts += [_entry(rule) for rule in _rules(start)]
    return "\n".join(parts)


def _rules(start: str) -> list[Rule]:
    return [CATALOGUE[code] for code in sorted(CATALOGUE) if code.startswith(start)]


def _contents() -> list[str]:
    words = language("sv")
    lines = ["| kod | namn | | säger |", "|---|---|---|---|"]
    for code in sorted(CATALOGUE):
        rule = CATALOGUE[code]
        severity = words.term(f"severity-{rule.severity}")
        said = re.sub(r"\{\w+\}", "…", words.messages[code].text)
        said = said.replace("|", "\\|").replace("*", "\\*")
        lines.append(f"| [{code}](#{code.lower()}) | `{rule.name}` | {severity} | {said} |")
    return ["\n".join(lines) + "\n"]


def _entry(rule: Rule) -> str:
    """One code: what it is called, how much it weighs, both manuals."""
    words = language("sv")
    severity = words.term(f"severity-{rule.severity}")
    english = "\n".join(f"> {line}".rstrip() for line in rule.manual.splitlines())
    return (
        f"### {rule.code}\n\n`{rule.name}` ({severity})\n\n"
        f"{words.manuals[rule.code]}\n\n{english}\n"
    )


def main() -> int:
    """Write the page, or with `--check` only say whether it is as it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if it is stale")
    wanted = page()
    if parser.parse_args().check:
        if PAGE.exists() and PAGE.read_text(encoding="utf-8") == wanted:
            return 0
        print("docs/rules.md is stale: run python tools/rules_page.py", file=sys.stderr)
        return 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
