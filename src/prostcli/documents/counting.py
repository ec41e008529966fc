"""A template of somebody's own, changed so that what it does can be counted.

Before it is compiled each of its loops, lists, texts and comparisons is put through a filter that
counts. What cannot be counted, or has no place in a document, is refused with its line.
"""

from __future__ import annotations

from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

# What the filters are called; no template can write such a name, which has a space.
EACH = "each of"
"""What a loop goes through."""
HELD = "held in"
"""A list, tuple or dictionary that is written out."""
KEPT = "kept by"
"""Whatever a filter, a test or a comparison gives."""
DATA = "data of"
"""What stands between the signs of Jinja."""
PART = "part of"
"""`a[1:2]`."""
JOINED = "joined to"
"""`a ~ b`."""

_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.NSRef, nodes.Const,
    nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword, nodes.Getattr, nodes.Getitem,
    nodes.Slice, nodes.Filter, nodes.Test, nodes.Call, nodes.Compare, nodes.Operand, nodes.Not,
    nodes.And, nodes.Or, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod,
    nodes.Neg, nodes.Pos, nodes.Concat, nodes.CondExpr, nodes.If, nodes.For, nodes.Macro,
    nodes.CallBlock, nodes.FilterBlock, nodes.With, nodes.Assign, nodes.AssignBlock, nodes.Include,
    nodes.Import, nodes.FromImport,
)  # fmt: skip
_NO_NAMES = frozenset({"self", "super", "varargs", "kwargs"})
_DEEPEST = 60
"""Of what stands within each other; what Python can compile is deeper."""


def counting(template: nodes.Template, name: str | None, filename: str | None) -> nodes.Template:
    """The template, changed. Raises `TemplateSyntaxError` where it is refused."""
    made = _Counting(name, filename).visit(template)
    assert isinstance(made, nodes.Template)  # noqa: S101  what is outermost is not changed
    return made


class _Counting(NodeTransformer):
    def __init__(self, name: str | None, filename: str | None) -> None:
        self._file = name, filename
        self._depth = 0

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, ARG002
        """The node with what is in it, changed."""
        why = _why_not(node)
        self._depth += 1
        if self._depth > _DEEPEST:
            why = "so much within each other"
        if why:
            line = next((n.lineno for n in (node, *node.find_all(nodes.Node)) if n.lineno), 1)
            raise TemplateSyntaxError(f"{why} cannot be used", line, *self._file)
        changed = _through_filter(self.generic_visit(node))
        self._depth -= 1
        return changed


def _why_not(node: nodes.Node) -> str:
    """What a template may not hold; empty where it may."""
    if type(node) not in _NODES:
        return "**" if isinstance(node, nodes.Pow) else type(node).__name__.lower()
    if isinstance(node, nodes.Name) and node.name in _NO_NAMES:
        return node.name
    if isinstance(node, nodes.For) and node.recursive:
        return "recursive"
    if isinstance(node, nodes.Call | nodes.Filter | nodes.Test) and (
        node.dyn_args is not None or node.dyn_kwargs is not None
    ):
        return "*"
    return ""


def _through_filter(node: nodes.Node) -> nodes.Node:
    """The node, or a filter that counts it."""
    made: nodes.Node = node  # as is what a {% filter %} is given: it is written, and counted there
    match node:
        case nodes.For():
            node.iter = _filter(node.iter, EACH)
        case nodes.TemplateData():
            made = _filter(node, DATA)
        case nodes.List() | nodes.Dict() | nodes.Tuple(ctx="load"):
            made = _filter(node, HELD)
        case nodes.Concat():
            made = _filter(nodes.List(node.nodes, lineno=node.lineno), JOINED)
        case nodes.Getitem(arg=nodes.Slice() as cut):
            nothing = nodes.Const(None, lineno=node.lineno)
            ends = (part or nothing for part in (cut.start, cut.stop, cut.step))
            made = _filter(node.node, PART, *ends)
        case nodes.Filter(node=nodes.Expr()) | nodes.Test() | nodes.Compare():
            made = _filter(node, KEPT)
        case _:
            pass
    return made


def _filter(node: nodes.Node, name: str, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, list(args), [], None, None, lineno=node.lineno)
