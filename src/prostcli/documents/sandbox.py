"""Where templates of somebody's own are filled in: what they can use is listed, all else refused.

They see values and can do nothing with what lies behind them: fields of named tuples, what lists
hold, the filters and functions that the tool registers, and those of Jinja that are named here.
What they cost is counted: by a `Meter`, at the places that `counting` puts into the templates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import wraps
from operator import methodcaller
from typing import Any

from jinja2 import TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2 import filters as jinja
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.parser import Parser
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from jinja2.tests import TESTS
from jinja2.utils import Namespace
from markupsafe import Markup

from prostcli.documents.bounds import Meter, text_of
from prostcli.documents.counting import DATA, EACH, HELD, JOINED, KEPT, PART, counting

_LOOP = frozenset({
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem",
    "cycle", "changed",
})  # fmt: skip
_OF_DAYS = ("year", "month", "day")
_TESTS = (
    "defined", "undefined", "none", "true", "false", "boolean", "string", "number", "integer",
    "sequence", "iterable", "mapping", "in", "sameas",
    "eq", "equalto", "==", "ne", "!=", "gt", "greaterthan", ">", "ge", ">=", "lt", "lessthan", "<",
    "le", "<=",
)  # fmt: skip
_OF_LISTS = {
    "list": jinja.do_list, "first": jinja.do_first, "last": jinja.do_last, "max": jinja.do_max,
    "min": jinja.do_min, "sort": jinja.do_sort, "unique": jinja.do_unique,
    "reverse": jinja.do_reverse, "map": jinja.sync_do_map,
    "select": jinja.sync_do_select, "reject": jinja.sync_do_reject,
    "selectattr": jinja.sync_do_selectattr, "rejectattr": jinja.sync_do_rejectattr,
}  # fmt: skip
"""Filters of Jinja that take a list: each gets one that has been counted."""
_OF_TEXTS = {"lower": "lower", "upper": "upper", "capitalize": "capitalize", "trim": "strip"}
"""Filters that are methods of a text: what is made stays so."""
_ESCAPED = 8
"""What each character counts of a text that is masked and escaped, which takes time and room."""
_FORMAT = re.compile(r"%(?:%|[-+ 0]?\d{0,2}(?:\.\d{1,2})?[sdf])|(%)")


class Sandbox(SandboxedEnvironment):
    """An environment for templates that may be anybody's."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, finalize: Callable[[object], Markup], **options: Any) -> None:  # noqa: ANN401
        self.meter = meter = Meter()

        @pass_context  # what hangs on a context is not worked out beforehand
        def written(_context: Context, value: object) -> Markup:
            meter.step()
            if isinstance(value, str) and not isinstance(value, Markup):
                meter.room(_ESCAPED * len(value))
            made = finalize(value)
            meter.room(len(made))
            return made

        self._written = finalize
        super().__init__(finalize=written, optimized=False, **options)
        self.globals = {"range": self.globals["range"], "namespace": Namespace}
        self.tests = {name: TESTS[name] for name in _TESTS}
        self.tests |= {"even": _is_even, "odd": _is_odd}
        self.filters = {name: self._of_list(made) for name, made in _OF_LISTS.items()}
        self.filters |= {name: _of_text(made) for name, made in _OF_TEXTS.items()}
        self.filters |= {
            "abs": _absolute, "count": len, "default": jinja.do_default, "d": jinja.do_default,
            "format": self._format, "int": self._int, "items": _items, "dictsort": _sorted_items,
            "groupby": self._groupby, "join": self._join, "length": len, "replace": self._replace,
            "string": text_of, "sum": self._sum,
            EACH: meter.each, HELD: meter.hold, KEPT: self._kept, DATA: self._data,
            PART: self._part, JOINED: self._joined,
        }  # fmt: skip

    # What can be reached.

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
        """A field of a value, or what one of Jinja's own things tells."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if attribute in _names(obj) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        if isinstance(obj, Undefined):
            str(obj)  # raises, with the name that is missing
        if hasattr(type(obj), attribute):
            return self.unsafe_undefined(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401
        """What a list, a text or a dictionary holds; a name is a field's."""
        if isinstance(obj, dict) or (
            isinstance(obj, str | tuple | list) and isinstance(argument, int)
        ):
            try:
                return obj[argument]
            except LookupError:
                return self.undefined(obj=obj, name=argument)
        if isinstance(argument, str):
            return self.getattr(obj, str(argument))
        return self.undefined(obj=obj, name=argument)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """What a macro writes, or a function that is registered gives."""
        meter = self.meter
        meter.step()
        if not isinstance(obj, Macro) and not any(obj is f for f in self.globals.values()):
            if isinstance(obj, Undefined):
                str(obj)  # raises, with what is missing
            of = getattr(obj, "__self__", None)
            if not (isinstance(of, LoopContext) and getattr(obj, "__name__", "") in _LOOP):
                raise SecurityError(f"{type(obj).__name__} cannot be called")
        meter.deeper()
        try:
            return self._kept(context.call(obj, *args, **kwargs))
        finally:
            meter.depth -= 1

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002
        """Sums of numbers; texts and lists can be put together and nothing else."""
        self.meter.step()
        if isinstance(left, int | float) and isinstance(right, int | float):
            return self.meter.number(self.binop_table[operator](left, right))
        if operator == "+":
            if isinstance(left, str) and isinstance(right, str):
                return self._joined((left, right))
            if isinstance(left, list | tuple) and isinstance(right, list | tuple):
                return self.meter.hold([*left, *right])
        raise TypeError(f"no {operator} of {type(left).__name__} and {type(right).__name__}")

    def _load_template(self, name: str, globals: Any) -> Any:  # noqa: A002, ANN401  so called
        self.meter.step()
        return super()._load_template(name, globals)

    # How a template is made to be counted.

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parser = None
        try:
            parser = Parser(self, source, name, filename)
            return counting(parser.parse(), name, filename)
        except TemplateSyntaxError as error:
            error.filename = filename  # of a comment without an end Jinja does not tell the file
            raise
        except (RecursionError, MemoryError, ValueError, OverflowError) as error:
            line = parser.stream.current.lineno if parser is not None else 1
            raise TemplateSyntaxError(f"{type(error).__name__}", line, name, filename) from error

    def _compile(self, source: str, filename: str) -> Any:  # noqa: ANN401
        try:
            return super()._compile(source, filename)
        except (RecursionError, MemoryError, ValueError, OverflowError, SyntaxError) as error:
            raise TemplateSyntaxError(type(error).__name__, 1, filename=filename) from error

    # The filters.

    def _kept(self, value: Any) -> Any:  # noqa: ANN401
        """Whatever has been worked out, counted."""
        self.meter.step()
        if isinstance(value, str):
            self.meter.room(len(value))
        return value

    def _data(self, text: Markup) -> Markup:
        self.meter.step()
        self.meter.room(len(text))
        return text

    def _part(self, value: Any, start: Any, stop: Any, step: Any) -> Any:  # noqa: ANN401
        if not isinstance(value, str | tuple | list):
            raise TypeError(f"no part of {type(value).__name__}")
        return self._kept(value[start:stop:step])

    def _joined(self, parts: Sequence[Any], between: str = "") -> str:
        """Texts as one. With what has been made among them the others are made too."""
        made = [text_of(part) for part in parts]
        self.meter.room(sum(map(len, made)) + len(between) * len(made))
        if isinstance(between, Markup) or any(isinstance(part, Markup) for part in made):
            return Markup(self._written(between)).join(self._written(part) for part in made)  # noqa: S704  made
        return between.join(made)

    def _join(self, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
        parts = list(self.meter.each(value))
        if attribute is not None:
            get = jinja.make_attrgetter(self, attribute)
            parts = [get(part) for part in parts]
        return self._joined(parts, text_of(d))

    def _groupby(self, value: Iterable[Any], attribute: str | int) -> list[tuple[Any, list[Any]]]:
        """As plain tuples: what Jinja makes looks like a document's value, and is not counted."""
        groups = jinja.sync_do_groupby(self, list(self.meter.each(value)), attribute)
        return self.meter.hold([(group[0], list(group[1])) for group in groups])

    def _replace(self, value: Any, old: str, new: str) -> str:  # noqa: ANN401
        text, old, new = str(text_of(value)), str(text_of(old)), str(text_of(new))
        self.meter.room(len(text) + text.count(old) * len(new))
        return text.replace(old, new)

    def _format(self, value: str, *args: Any) -> str:  # noqa: ANN401
        """`%s`, `%d` and `%.2f`, with no more than two digits for how wide."""
        text = str(text_of(value))
        if any(found[1] for found in _FORMAT.finditer(text)):
            raise ValueError("only %s, %d and %f, with at most two digits")
        parts = tuple(text_of(arg) if not isinstance(arg, int | float) else arg for arg in args)
        self.meter.room(len(text) + sum(len(p) if isinstance(p, str) else 99 for p in parts))
        return text % parts

    def _int(self, value: Any, default: int = 0) -> int:  # noqa: ANN401
        try:
            return int(self.meter.number(int(value[:20] if isinstance(value, str) else value)))
        except (TypeError, ValueError, OverflowError):
            return default

    def _sum(
        self, value: Iterable[Any], attribute: str | int | None = None, start: float = 0
    ) -> float:
        total = start
        get = jinja.make_attrgetter(self, attribute) if attribute is not None else None
        for part in self.meter.each(value):
            number = get(part) if get is not None else part
            if not isinstance(number, int | float):
                raise TypeError(f"not a number: {type(number).__name__}")
            total = self.meter.number(total + number)
        return total

    def _of_list(self, made: Callable[..., Any]) -> Callable[..., Any]:
        """A filter of Jinja that is given a list which has been counted."""
        given = getattr(made, "jinja_pass_arg", None) is not None
        meter = self.meter

        @wraps(made)
        def counted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            first = int(given)
            values = list(meter.each(args[first]))
            return made(*args[:first], values, *args[first + 1 :], **kwargs)

        return counted


def _names(obj: object) -> Collection[str]:
    """What a thing can be asked for by name."""
    if isinstance(obj, tuple):
        return tuple(getattr(obj, "_fields", ()))
    if isinstance(obj, date):
        return _OF_DAYS
    if isinstance(obj, LoopContext):
        return _LOOP
    if isinstance(obj, TemplateModule):
        return vars(obj)
    # What was put into it; it answers to nothing else.
    return dict(getattr(obj, "_Namespace__attrs")) if isinstance(obj, Namespace) else ()  # noqa: B009


def _of_text(method: str) -> Callable[[object], str]:
    make = methodcaller(method)
    return lambda value: make(text_of(value))


def _absolute(value: float) -> float:
    return abs(value)


def _is_even(value: int) -> bool:
    return not _is_odd(value)


def _is_odd(value: int) -> bool:
    if not isinstance(value, int):
        raise TypeError(f"not a number: {type(value).__name__}")
    return value % 2 == 1


def _items(value: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    return list(value.items()) if isinstance(value, dict) else []


def _sorted_items(value: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    return sorted(_items(value))
