"""A site, whole: the pages, and the files to download, as bytes by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from prostcli.assessment.activities import Commitment, commitments, unplanned
from prostcli.assessment.cells import Assessment, Beside
from prostcli.assessment.selection import Selection
from prostcli.documents.engine import Draft, to_list
from prostcli.documents.extras import lacking
from prostcli.documents.provenance import Form
from prostcli.documents.site import Download, Missing, Pages
from prostcli.documents.views.context import Context
from prostcli.language import Language
from prostcli.model.submissions import PlanEntry, ReportEntry
from prostcli.output.csv import Dialect
from prostcli.publishing.document import (
    FORMS,
    Content,
    Order,
    provenance_of,
    review_content,
    told,
)
from prostcli.source import Locate
from prostcli.usecases import View


class Made(NamedTuple):
    """What the files to download are made from."""

    assessment: Assessment
    """Without drafts."""
    language: Language
    locate: Locate
    pages: Pages
    content: Callable[[Form], Content]
    """What the review in a form is made of."""
    ledger: tuple[Commitment, ...]
    """Without what drafts answer."""


class Maker(NamedTuple):
    """A file to download: what it tells, its name and form, and how it is made."""

    what: str
    name: str
    form: str
    make: Callable[[Made], str | bytes]
    extra: str = ""
    """The extra that it needs, of `documents.extras`; without it the file is left out, and said
    to be."""


def _status_csv(made: Made, dialect: Dialect) -> str:
    from prostcli.output.status.csv import csv

    return csv(made.assessment, made.assessment.cells, made.locate, dialect)


def _status_json(made: Made) -> str:
    from prostcli.output.status.json import json

    return json(made.assessment, Selection(), made.locate)


def _activities_csv(made: Made, dialect: Dialect) -> str:
    from prostcli.output.activities.csv import csv

    return csv(made.assessment, made.ledger, unplanned(made.assessment), made.locate, dialect)


def _activities_json(made: Made) -> str:
    from prostcli.output.activities.json import json
    from prostcli.output.caveats import caveats

    beside, named = unplanned(made.assessment), caveats(made.assessment, Selection())
    return json(made.assessment, made.ledger, beside, named, made.locate)


def _submissions_csv(made: Made, dialect: Dialect) -> str:
    from prostcli.output.submissions.csv import csv
    from prostcli.output.submissions.view import Wanted, rows

    found = rows(made.assessment, Wanted(), made.language)
    return csv(made.assessment, found, dialect)


def _submissions_json(made: Made) -> str:
    from prostcli.output.submissions.json import json
    from prostcli.output.submissions.view import Wanted, rows

    return json(made.assessment, rows(made.assessment, Wanted(), made.language))


def _review_in(form: Form) -> Callable[[Made], bytes]:
    return lambda made: FORMS[form](made.content(form))


QUICK = (
    Maker("review", "review-document.html", "HTML", _review_in("html")),
    Maker("review", "review.md", "Markdown", _review_in("md")),
    Maker("status", "status.csv", "CSV", partial(_status_csv, dialect="open")),
    Maker("status", "status-excel.csv", "Excel", partial(_status_csv, dialect="excel")),
    Maker("status", "status.json", "JSON", _status_json),
    Maker("activities", "activities.csv", "CSV", partial(_activities_csv, dialect="open")),
    Maker("activities", "activities-excel.csv", "Excel", partial(_activities_csv, dialect="excel")),
    Maker("activities", "activities.json", "JSON", _activities_json),
    Maker("submissions", "submissions.csv", "CSV", partial(_submissions_csv, dialect="open")),
    Maker(
        "submissions", "submissions-excel.csv", "Excel", partial(_submissions_csv, dialect="excel")
    ),
    Maker("submissions", "submissions.json", "JSON", _submissions_json),
)
"""Those that take no time, for whoever looks at the site while the files are written."""
MAKERS = (
    *QUICK[:2],
    Maker("review", "review.pdf", "PDF", _review_in("pdf"), "pdf"),
    Maker("review", "review.docx", "Word", _review_in("docx"), "word"),
    *QUICK[2:],
)


def publication(
    seen: View,
    language: Language,
    templates: Path | None = None,
    makers: tuple[Maker, ...] = MAKERS,
) -> dict[str, bytes]:
    """Every file of the site by its name, the same bytes for the same files and date."""
    assessment, locate = seen.assessment, seen.workspace.locate
    provenance = provenance_of(seen)
    spoken = told(seen, language)
    context = Context.of(spoken.assessment, language, locate, provenance)
    pages = Pages(context, templates)

    drafted: list[Draft] = []  # once for all forms

    def content(form: Form) -> Content:
        order = Order(form, language, templates=templates)
        found = review_content(spoken, order, provenance, pages.site.review)
        if found.link is to_list:  # else its marks lead to the forge, and the page's do not
            return replace(found, drafted=pages.review, set=pages.review_set)
        if not drafted:
            drafted.append(found.draft)
        return replace(found, drafted=drafted[0])

    ledger = tuple(
        replace(c, done=None, answered=None) if c.fate == "draft" else c
        for c in (
            context.commitments if spoken.assessment is assessment else commitments(assessment)
        )
    )
    made = Made(without_drafts(assessment), language, locate, pages, content, ledger)
    files: dict[str, bytes] = {}
    downloads, missing = [], []
    for maker in makers:
        command = lacking(maker.extra) if maker.extra else None
        if command is not None:
            missing.append(Missing(maker.form, command))
            continue
        data = maker.make(made)
        files[maker.name] = data if isinstance(data, bytes) else data.encode("utf-8")
        downloads.append(
            Download(maker.what, maker.name, maker.form, -(-len(files[maker.name]) // 1000))
        )
    there = {maker.name for maker in makers}
    left = tuple(maker.form for maker in MAKERS if maker.name not in there)
    for name, text in pages.pages(tuple(downloads), tuple(missing), left):
        files[name] = text.encode("utf-8")
    return files


def without_drafts(assessment: Assessment) -> Assessment:
    """What may be published: that there is a draft, and nothing of what it says."""
    drafts = {
        (key, kind)
        for kind, currents in (
            (PlanEntry, assessment.standings.plans),
            (ReportEntry, assessment.standings.reports),
        )
        for key, current in currents.items()
        if current.standing == "draft"
    }

    def kept(found: tuple[Beside, ...]) -> tuple[Beside, ...]:
        return tuple(b for b in found if ((b.board, b.year), type(b.entry)) not in drafts)

    return replace(
        assessment,
        cells=tuple(
            c._replace(preliminary=None) if c.report == "draft" else c for c in assessment.cells
        ),
        voluntary=kept(assessment.voluntary),
        duties=kept(assessment.duties),
    )
