"""A document made whole, from the files to the bytes of a form, and whether it still can be."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from prostcli.documents import views
from prostcli.documents.engine import Draft, Drafting, Link, to_list
from prostcli.documents.foreign import told_in
from prostcli.documents.provenance import (
    Form,
    Own,
    Programs,
    Provenance,
    Recipe,
    forge_link,
    recipe_in,
    written,
)
from prostcli.documents.sources import Source, Sources
from prostcli.documents.views.sources import FileView
from prostcli.errors import ProstError
from prostcli.language import Language, language
from prostcli.load.files import PROGRAMME, REPORTS, Unreadable
from prostcli.load.workspace import Workspace, limits, load
from prostcli.publishing.own import Lack, found, own_reference, own_templates
from prostcli.publishing.withheld import must_be_fit
from prostcli.usecases import View, seen_in

if TYPE_CHECKING:
    from prostcli.documents.html import Body, Setting


@dataclass(frozen=True)
class Order:
    """The document that is wanted."""

    form: Form
    language: Language
    board: str | None = None
    """With `year`: one board's annex instead of the review."""
    year: int | None = None
    templates: Path | None = None
    ref: str | None = None
    """Where git is asked what it knows of the files; None: where it is."""
    reference: Path | None = None
    """The city's own Word document to take the styles from."""


@dataclass(frozen=True)
class Content:
    """What a form is made of, whatever the form."""

    order: Order
    template: str
    views: Mapping[str, object]
    recipe: Recipe
    link: Link
    short_title: str
    marked: bool
    """Whether passages in other languages are."""
    drafted: Draft | None = None
    """The text, where another form of the same document has it already."""
    set: Body | None = None
    """The same set as HTML."""

    @cached_property
    def drafting(self) -> Drafting:
        """What drafts it."""
        return Drafting(self.order.language, self.order.templates, marked=self.marked)

    @cached_property
    def draft(self) -> Draft:
        """The text with places for pictures."""
        return self.drafted or self.drafting.draft(self.template, self.link, **self.views)

    @property
    def setting(self) -> Setting:
        """How it is set as HTML."""
        from prostcli.documents.html import Setting

        facts = {"provenance": written(self.recipe)}
        return Setting(self.order.language, self.order.templates, self.marked, facts=facts)


def _markdown(content: Content) -> bytes:
    text = content.drafting.markdown(content.draft)
    return f"{text}\n<!-- prostcli {written(content.recipe)} -->\n".encode()


def _html(content: Content) -> bytes:
    from prostcli.documents.html import Press

    press = Press(content.setting)
    return press.page(content.set or press.body(content.draft)).encode()


def _pdf(content: Content) -> bytes:
    from prostcli.documents.pdf import About, pdf

    order = content.order
    about = About(
        content.short_title,
        date.fromisoformat(content.recipe.as_of),
        cover=order.board is None,
        recipe=written(content.recipe),
    )
    return pdf(content.draft, order.language, about)


def _word(content: Content) -> bytes:
    from prostcli.documents.word import word

    day = date.fromisoformat(content.recipe.as_of)
    recipe = written(content.recipe)
    return word(content.draft, content.setting, recipe, day, content.order.reference)


TEXT: Final[tuple[Form, ...]] = ("md", "html")
FORMS: Final[dict[Form, Callable[[Content], bytes]]] = {
    "md": _markdown,
    "html": _html,
    "pdf": _pdf,
    "docx": _word,
}
"""By the ending of the file."""


def publish(seen: View, order: Order, *, kept: bool = False) -> bytes:
    """The document in the form that is wanted. The form is one of `FORMS`.

    `kept`: it is to be written to a file. Raises `WithheldError` where nothing may be.
    """
    made = content(seen, order)
    if kept:
        must_be_fit(seen, made.recipe.files)
    return FORMS[order.form](made)


def content(seen: View, order: Order) -> Content:
    """What the document says and rests on."""
    seen = told(seen, order.language)
    assessment, locate = seen.assessment, seen.workspace.locate
    provenance = provenance_of(seen, order.ref)
    if order.board is not None and order.year is not None:
        annex = views.annex(assessment, order.language, locate, order.board, order.year, provenance)
        return _content(seen, order, provenance, _Filling("annex", {"a": annex}, annex.files))
    review = views.review(assessment, order.language, locate, provenance)
    return review_content(seen, order, provenance, review)


def told(seen: View, language: Language) -> View:
    """What was seen, with each passage in another language marked."""
    return replace(seen, assessment=told_in(seen.assessment, language.code))


def review_content(
    seen: View, order: Order, provenance: Provenance, review: views.Review
) -> Content:
    """The same of a review whose values are there already, made of what is `told`."""
    listed = (*review.sources.programme, *review.sources.submissions)
    return _content(seen, order, provenance, _Filling("review", {"r": review}, listed))


class _Filling(NamedTuple):
    """A template, what fills it, and the files that this rests on."""

    template: str
    made: dict[str, object]
    files: tuple[FileView, ...]


def _content(seen: View, order: Order, provenance: Provenance, filling: _Filling) -> Content:
    assessment = seen.assessment
    programme = assessment.material.programme
    git = provenance.git
    recipe = Recipe(
        tool=_version(),
        edition=assessment.material.edition,
        as_of=assessment.as_of.isoformat(),
        language=order.language.code,
        form=order.form,
        board=order.board,
        year=order.year,
        commit="" if git.changed else git.commit,
        # What cannot be read, as a link, has none: the document says so and shows nothing of it.
        files={f.path: f.sha256 for f in filling.files if f.sha256},
        templates=own_templates(order.templates, seen.workspace.root),
        reference=own_reference(order.reference, seen.workspace.root)
        if order.form == "docx"
        else None,
        programs=_programs(order.form),
    )
    short_title = order.language.words(programme.short_title)
    link = to_list
    if programme.forge is not None:
        link = partial(_on_forge, programme.forge, provenance)
    marked = programme.language != order.language.code
    return Content(order, filling.template, filling.made, recipe, link, short_title, marked)


def _on_forge(template: str, provenance: Provenance, source: Source) -> str:
    return forge_link(template, provenance.git, source) or to_list(source)


def provenance_of(seen: View, ref: str | None = None) -> Provenance:
    """The fingerprints of the edition's files as git has them, and how they stand in it."""
    from prostcli.load.history import in_git

    material = seen.assessment.material
    folders = (f"{PROGRAMME}/{material.edition}", f"{REPORTS}/{material.edition}")
    git = in_git(seen.workspace, folders, ref)
    found = {}
    for path in Sources(material, seen.workspace.locate).paths:
        try:
            data = seen.workspace.source.read(path, limits(path).size)
        except Unreadable:
            continue
        if path in git.with_lf:  # the same on every computer
            data = data.replace(b"\r\n", b"\n")
        found[path] = hashlib.sha256(data).hexdigest()
    return Provenance(git, found)


def _version() -> str:
    from importlib.metadata import version

    return version("prostcli")


def _programs(form: Form) -> Programs | None:
    """The programs that set a form, and their versions; None where it needs no other."""
    if form == "pdf":
        from prostcli.documents import pdf

        return pdf.set_by()
    if form == "docx":
        from prostcli.documents import word

        return word.set_by()
    return None


History: TypeAlias = Literal[
    "", "unnamed", "no-git", "no-repository", "shallow", "unknown", "unread", "differs"
]
"""Why git could not help. unnamed: the document names no commit; unknown: the repository is whole
and has no such commit; unread: it has, and no document can be made from it; differs: one can, and
it is another."""


class Change(NamedTuple):
    """A program that was of another version when the document was made."""

    program: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a document can be made again from the repository."""

    again: bool
    recipe: Recipe
    from_commit: str = ""
    """The commit that it was made again from, where the files have changed since."""
    changed: tuple[str, ...] = ()
    """Files that are not as they were, by path; those that are gone too."""
    added: tuple[str, ...] = ()
    """Files that there were not."""
    differs_at: int = 0
    """The first line that is another, from 1; 0: none, or the form has no lines."""
    versions: tuple[Change, ...] = ()
    templates: Lack = ""
    """What is lacking of the templates that it was made with."""
    reference: Lack = ""
    history: History = ""
    failed: ProstError | None = None
    """Why it could not even be tried; told if git could not help."""


def check(root: Path, data: bytes, templates: Path | None, reference: Path | None) -> Verdict:
    """Make a document again from what it says of itself, and compare.

    From the files as they are; where they have changed, from the commit that the document names.
    Raises `ProstError` where it is no document of ours.
    """
    recipe = recipe_in(data)
    if recipe.form not in FORMS:
        raise ProstError("no-format", format=recipe.form, known=list(FORMS))
    used = found(recipe.templates, templates)
    styles = found(recipe.reference, reference)
    order = Order(
        recipe.form, language(recipe.language), recipe.board, recipe.year, used.path,
        reference=styles.path,
    )  # fmt: skip
    if recipe.form in TEXT:  # git may write text with other line ends
        data = data.replace(b"\r\n", b"\n")
    failed: ProstError | None = None
    made, now = b"", dict[str, str]()
    try:
        made, now = _again(load(root, watchful=True), recipe, order)
    except ProstError as error:  # as they are they cannot be read: they may once have been
        failed = error
    changed = tuple(p for p, sha in recipe.files.items() if now.get(p) != sha)
    added = tuple(sorted(now.keys() - recipe.files.keys()))
    history: History = ""
    commit = ""
    if made != data:
        then, history = _from_git(root, recipe, order, tried=not (changed or added))
        if then == data:
            made, commit, history = then, recipe.commit, ""
    again = made == data
    return Verdict(
        again, recipe, commit, changed, added,
        differs_at=0 if again or recipe.form not in TEXT else _first_difference(made, data),
        versions=tuple(_versions(recipe)),
        templates=used.lack,
        reference=styles.lack,
        history=history,
        failed=None if again else failed,
    )  # fmt: skip


def _from_git(root: Path, recipe: Recipe, order: Order, *, tried: bool) -> tuple[bytes, History]:
    """The document made from the commit that it names; or why it cannot be.

    With `tried` the files are as they were then: it is only asked what git lacks.
    """
    from prostcli.load.git.repository import repository
    from prostcli.load.git.snapshot import committed

    if not recipe.commit:
        return b"", "" if tried else "unnamed"
    try:
        repo = repository(root)
    except ProstError as error:
        return b"", _NO_GIT.get(error.code, "unread")
    lacking: History = "shallow" if repo.shallow else ""
    try:
        commit, store = committed(repo, recipe.commit)
    except ProstError:
        return b"", lacking or "unknown"
    if tried:
        return b"", lacking
    try:
        made, _ = _again(load(root, store, watchful=True), recipe, replace(order, ref=commit))
    except ProstError:
        return b"", lacking or "unread"
    return made, lacking or "differs"


_NO_GIT: Final[dict[str, History]] = {
    "no-git": "no-git", "no-repository": "no-repository", "broken-repository": "no-repository",
}  # fmt: skip


def _versions(recipe: Recipe) -> Iterator[Change]:
    then: dict[str, str] = {"prostcli": recipe.tool, **(recipe.programs or {})}
    now: dict[str, str] = {"prostcli": _version(), **(_programs(recipe.form) or {})}
    for program, version in then.items():
        if version != now.get(program, version):
            yield Change(program, version, now[program])


def _again(workspace: Workspace, recipe: Recipe, order: Order) -> tuple[bytes, dict[str, str]]:
    day = date.fromisoformat(recipe.as_of)
    seen = seen_in(workspace, day, recipe.edition)
    material = seen.assessment.material
    term = material.programme.term
    if recipe.board is not None and recipe.board not in material.boards:
        raise ProstError("no-board", board=recipe.board)
    if recipe.year is not None and recipe.year not in term.years:
        raise ProstError("no-year", year=recipe.year, **{"from": term.start, "to": term.end})
    made = content(seen, order)
    # Where they lie is another matter than what they are.
    same = {
        "templates": _as_told(made.recipe.templates, recipe.templates),
        "reference": _as_told(made.recipe.reference, recipe.reference),
    }
    made = replace(made, recipe=made.recipe.model_copy(update=same))
    return FORMS[recipe.form](made), made.recipe.files


def _as_told(made: Own | None, kept: Own | None) -> Own | None:
    return kept if made and kept and made.sha256 == kept.sha256 else made


def _first_difference(made: bytes, data: bytes) -> int:
    ours, theirs = made.split(b"\n"), data.split(b"\n")
    pairs = zip(ours, theirs, strict=False)
    return next((n for n, (a, b) in enumerate(pairs, 1) if a != b), min(len(ours), len(theirs)) + 1)
