"""Which words a language's documents have by themselves, and which texts the files give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

from prostcli.documents.templates import templates_folder
from prostcli.language import Language


def templates(code: str) -> dict[str, Path]:
    """The templates of a language by their names."""
    folder = templates_folder() / code
    return {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*.j2"))}


NAMES = list(templates("sv"))


def parsed(code: str, name: str) -> nodes.Template:
    """A template of a language."""
    source = templates(code)[name].read_text(encoding="utf-8")
    return Environment(autoescape=True).parse(source)


WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def literals(node: nodes.Node) -> Iterator[str]:
    """The text that a template itself writes: not the codes that it asks for."""
    if isinstance(node, nodes.TemplateData):
        yield node.data
    elif isinstance(node, nodes.Const):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, nodes.Pair):
        yield from literals(node.value)
    elif isinstance(node, nodes.Filter):
        if node.node is not None:
            yield from literals(node.node)
    elif isinstance(node, nodes.List) and all(isinstance(i, nodes.Const) for i in node.items):
        return  # the names of chapters
    elif not isinstance(node, nodes.Compare | nodes.Include | nodes.Import | nodes.FromImport):
        for child in node.iter_child_nodes():
            yield from literals(child)


def template_words(code: str) -> set[str]:
    """Every word that the templates of a language write."""
    texts = (t for name in NAMES for t in literals(parsed(code, name)))
    return {w.lower() for t in texts for w in WORD.findall(t)}


def vocabulary(language: Language) -> set[str]:
    """Those, and the words of the terms, the statuses and the months."""
    marks = (m for mark in language.marks.values() for m in (mark.label, mark.meaning))
    texts = (*language.terms.values(), *marks, *language.months, language.and_word)
    return template_words(language.code) | {w.lower() for t in texts for w in WORD.findall(t)}


def scalars(value: object) -> Iterator[str]:
    """Every text in what a file holds, keys left out."""
    if isinstance(value, dict):
        for part in value.values():
            yield from scalars(part)
    elif isinstance(value, list):
        for part in value:
            yield from scalars(part)
    elif isinstance(value, str):
        yield value
