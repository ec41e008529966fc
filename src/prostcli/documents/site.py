"""A site: the review and what it is made of as linked pages, each readable by itself.

Everything lies in one folder, and every link is a name in it: so it works under any address and
from a folder that a browser opens. No page needs a script; the search has one, that only hides
lines of the list which stands there anyway.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from prostcli.documents.engine import Drafting, to_list
from prostcli.documents.html import Body, Press, Setting
from prostcli.documents.views.context import Context
from prostcli.documents.views.front import Front
from prostcli.documents.views.site import site, to_sources
from prostcli.language import Language


class Download(NamedTuple):
    """A file beside the pages."""

    what: str
    """What it tells: status, activities, submissions, review."""
    name: str
    form: str
    kilobytes: int
    """Its size, rounded up."""


class Missing(NamedTuple):
    """A form of the review that could not be made."""

    makes: str
    installs: str
    """The command that installs what it needs."""


class Written(NamedTuple):
    """A page before it is set: its name, where it stands in the navigation, and its text."""

    name: str
    under: str
    """The page of the navigation that it belongs to."""
    body: Body


class Pages:
    """The pages of a site in one language."""

    def __init__(self, context: Context, templates: Path | None = None) -> None:
        """The assessment is as `foreign.told_in` makes it for the language."""
        language = context.language
        self.language = language
        self.site = site(context)
        marked = context.programme.language != language.code
        pages = dict(self.site.pages_of_boards)
        self._drafting = Drafting(language, templates, marked=marked)
        self._drafting.register("board_page", lambda board: pages.get(board, ""))
        self._press = Press(Setting(language, templates, marked))
        self.review = self._drafting.draft("review", to_list, r=self.site.review)
        self.review_set = self._press.body(self.review)

    def pages(
        self, downloads: tuple[Download, ...], missing: tuple[Missing, ...], left: tuple[str, ...]
    ) -> Iterator[tuple[str, str]]:
        """Every page: name and text. `left`: the forms that take too long to be made here."""
        search = self._press.text("search.js")
        facts = {
            "style": self._press.text("style.css") + self._press.text("site.css"),
            "site": self.site,
            "basis": _basis(self.site.review.front, self.language),
            "invalid": self.site.review.front.invalid,
            "edited": self.site.review.front.edited,
        }
        for page in self._written(downloads, missing, left):
            script = search if page.name == "search.html" else ""
            yield (
                page.name,
                self._press.page(
                    page.body,
                    "site",
                    **facts,
                    name=page.name,
                    under=page.under,
                    script=script,
                    sources=_only(script) if script else "'none'",
                ),
            )

    def _written(
        self, downloads: tuple[Download, ...], missing: tuple[Missing, ...], left: tuple[str, ...]
    ) -> Iterator[Written]:
        whole = self.site
        yield self._page("index")
        for year in whole.years:
            yield self._page("year", year.page, "years", y=year)
        yield self._page("obligations")
        for measure in whole.measures:
            yield self._page("obligation", measure.page, "obligations.html", p=measure)
        yield self._page("boards")
        for board in whole.boards:
            yield self._page("board", board.page, "boards.html", p=board)
        yield self._page("activities")
        yield Written("review.html", "review.html", self.review_set)
        yield self._page("sources")
        yield self._page("search")
        yield self._page("downloads", downloads=downloads, absent=missing, left=left)

    def _page(self, template: str, name: str = "", under: str = "", **facts: object) -> Written:
        name = name or f"{template}.html"
        draft = self._drafting.draft(f"site/{template}", to_sources, s=self.site, **facts)
        return Written(name, under or name, self._press.body(draft))


def _only(script: str) -> str:
    """What a page says of the scripts that may run in it: this one, known by its content.

    `'self'` would mean nothing for a page that is opened from a folder.
    """
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _basis(front: Front, language: Language) -> str:
    """What every page rests on."""
    facts: Mapping[str, object] = {
        "edition": front.edition,
        "day": front.as_of,
        "commit": front.commit,
    }
    said = [language.term("site-basis", **facts)]
    if front.commit:
        said.append(language.term("site-changed" if front.changed else "site-version", **facts))
    return " ".join(said)
