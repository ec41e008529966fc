"""A page opened in a browser, and what must hold for everyone who reads it.

Each check returns its faults as lines of text, and none means that the page passed: `assert not
visit(path).faults()`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request, ViewportSize

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
"""What axe looks for: WCAG 2.1 AA is the law (EN 301 549), the last is good practice."""

_LOCAL = ("file:", "data:", "blob:", "about:")
WIDE: ViewportSize = {"width": 1280, "height": 1024}
_NARROW: ViewportSize = {"width": 320, "height": 256}  # the same window at 400 %, WCAG 1.4.10
_SCRIPT = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")


class Axe(NamedTuple):
    """What axe says of a page: `rule: element: what to do`, one line for each element."""

    violations: list[str]
    undecided: list[str]
    """What it could not tell, such as contrast over a picture: somebody must look."""


class Visit:
    """A local page in its own window, opened and loaded."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.complaints: list[str] = []
        """Errors and warnings of the console, of scripts, and requests that failed or went out."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error.message}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.set_default_timeout(20_000)
        page.goto(path.resolve().as_uri(), wait_until="load")

    def faults(self, looked_at: tuple[str, ...] = ()) -> list[str]:
        """Everything that is wrong.

        `looked_at`: how the lines begin that axe could not decide and a person has, such as text
        in a picture.
        """
        axe = self.axe()
        undecided = [line for line in axe.undecided if not line.startswith(looked_at)]
        checks = (axe.violations, undecided, self.keyboard(), self.reflow())
        return [*self.complaints, *(line for found in checks for line in found)]

    def unfold(self) -> None:
        """Open every `details`: what is folded away is checked by nothing here."""
        self.page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")

    def axe(self, scheme: Literal["light", "dark"] = "light") -> Axe:
        """Accessibility, as far as a program can tell, with the page's light or dark colours."""
        from axe_playwright_python.sync_playwright import Axe as Run

        self.page.emulate_media(color_scheme=scheme)
        options = {
            "runOnly": {"type": "tag", "values": list(RULES)},
            "resultTypes": ["violations", "incomplete"],
        }
        response = Run().run(self.page, options=options).response
        if not response["passes"] and not response["violations"]:
            raise AssertionError("axe has looked at nothing")
        return Axe(_lines(response["violations"]), _lines(response["incomplete"]))

    def keyboard(self) -> list[str]:
        """What Tab does not reach on the way down the page, or without showing that it has."""
        self._use_script()
        self.page.evaluate("checks.start()")
        for _ in range(self.page.evaluate("checks.stops.length")):
            self.page.keyboard.press("Tab")
            self.page.evaluate("checks.arrived()")
        found: list[str] = self.page.evaluate("checks.keyboardFaults()")
        return found

    def reflow(self) -> list[str]:
        """What at 320 pixels makes the page scroll sideways, is cut off, or scrolls by mouse only.

        A table may scroll in a region of its own, if the keyboard can do it.
        """
        self._use_script()
        self.page.set_viewport_size(_NARROW)
        found: list[str] = self.page.evaluate("checks.reflowFaults()")
        self.page.set_viewport_size(WIDE)
        return found

    def _use_script(self) -> None:
        self.page.evaluate(_SCRIPT)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith(_LOCAL):
            self.complaints.append(f"goes out: {request.url}")

    def _failed(self, request: Request) -> None:
        self.complaints.append(f"failed: {request.url} ({request.failure})")


def _lines(results: list[dict[str, Any]]) -> list[str]:
    lines = []
    for rule in results:
        for node in rule["nodes"]:
            what = " ".join((node.get("failureSummary") or rule["help"]).split())
            lines.append(f"{rule['id']}: {' '.join(map(str, node['target']))}: {what}")
    return lines
