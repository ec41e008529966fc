"""The entries of a new baseline: the work that was already there."""

from __future__ import annotations

from prostcli.write.measure import measures
from prostcli.write.page import Page
from prostcli.write.text import plain


def baseline(page: Page) -> None:
    """Everything after the head."""
    page.ask("source", 0)
    page.add("entries:")
    for _, obligation in measures(page):
        page.add(f"- obligation: {plain(obligation.id)}", 2)
        page.ask("summary", 4, "then")
        page.ask("source", 4, "entry-source")
        page.say("ask-stated_by", 4)
        page.add("stated_by:", 4)
    page.blank()
    page.say("general", 2)
    page.add("# - summary: >-", 2)
    page.add("#   source: >-", 2)
    page.add("#   stated_by:", 2)
