"""What an editor offers to put in: an entry, an activity, a figure, a decision, a whole file.

A tab stop is left empty, never filled with a hint: until the text is written the file is refused,
as a scaffold is. Where only the edition's ids or the tool's words may stand there is a menu.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from prostcli.model.programme import Counts
from prostcli.model.submissions import Result
from prostcli.output.schema.values import (
    BOARD,
    DUTY,
    OBLIGATION,
    QUESTION,
    Node,
    Values,
    markdown,
)

Body: TypeAlias = dict[str, Any]


class _Stops:
    """The tab stops of one snippet, numbered as they come."""

    def __init__(self) -> None:
        self._number = 0

    def empty(self) -> str:
        """A place to write in."""
        self._number += 1
        return f"${self._number}"

    def text(self, depth: int = 0) -> str:
        """A text on a line of its own, which needs no quotation marks.

        An editor indents the line only as the one that the snippet begins on. These spaces are
        enough for every place that the snippet can be put in: more than enough for most.
        """
        return f">-\n{' ' * (6 + 4 * depth)}{self.empty()}"

    def menu(self, values: Iterable[str | int]) -> str:
        """A menu. There are always boards, measures and outcomes; the rest is asked first."""
        choices = ",".join(str(v) for v in values)
        self._number += 1
        return f"${{{self._number}|{choices}|}}"


class Snippets:
    """The snippets of one edition, each with its label in the programme's language."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._programme = values.material.programme

    def of_model(self, name: str) -> list[Node]:
        """What can be put in where such a value stands: a whole file where it is empty."""
        made = {
            "Plan": self._plan,
            "Report": self._report,
            "Baseline": self._baseline,
            "Decision": self._decisions,
            "Cost": self._costs,
        }
        return list(made[name]()) if name in made else []

    def of_key(self, model: str, key: str) -> list[Node]:
        """What can be put in as one more item of the list at that key.

        There are always several: with only one the editor puts it in with the key, and not as an
        item of a list.
        """
        made = {
            ("Plan", "entries"): self._plan_entries,
            ("PlanEntry", "activities"): self._activities,
            ("Report", "entries"): self._report_entries,
            ("ReportEntry", "activities"): self._done,
            ("ReportEntry", "figures"): self._figures,
            ("Plan", "answers"): self._answers,
            ("Report", "answers"): self._answers,
            ("Baseline", "entries"): self._baseline_entries,
        }
        return list(made[model, key]()) if (model, key) in made else []

    def _snippet(self, term: str, body: Body, about: str = "") -> Node:
        said = {"description": about, "markdownDescription": markdown(about)} if about else {}
        return {"label": self._values.language.term(f"snippet-{term}"), **said, "body": body}

    def _ids(self, what: str) -> list[str]:
        return [v.value for v in self._values.of(what)]

    # a plan

    def _plan_entries(self) -> Iterator[Node]:
        for term, key in (
            ("planned", "activities"),
            ("ongoing", "ongoing"),
            ("no_activity", "no_activity"),
            ("not_addressed", "not_addressed"),
        ):
            stops = _Stops()
            body: Body = {OBLIGATION: stops.menu(self._ids(OBLIGATION))}
            if key == "activities":
                body[key] = [self._activity(stops, depth=1)]
            else:
                body[key] = True if key == "not_addressed" else stops.text()
            yield self._snippet(term, body, self._values.language.key("PlanEntry", key).about)

    @staticmethod
    def _activity(stops: _Stops, depth: int = 0) -> Body:
        return {"id": stops.empty(), "text": stops.text(depth)}

    def _activities(self) -> Iterator[Node]:
        yield self._snippet("activity", self._activity(_Stops()))
        stops = _Stops()
        others = [stops.menu(self._ids(BOARD))]
        yield self._snippet("activity-with", {**self._activity(stops), "with": others})

    def _plan(self) -> Iterator[Node]:
        stops = _Stops()
        body = self._head("plan", stops)
        menu = stops.menu(self._ids(OBLIGATION))
        body["entries"] = [{OBLIGATION: menu, "activities": [self._activity(stops, depth=2)]}]
        yield self._whole("plan", body)

    # a report

    def _report_entries(self) -> Iterator[Node]:
        for term, counts, needs in (
            ("good", (Counts.GOOD,), ("summary", "evidence")),
            ("short", (Counts.PARTIAL, Counts.BAD), ("summary", "obstacles")),
            ("exempt", (Counts.EXEMPT,), ("reason",)),
            ("unknown", (Counts.UNKNOWN,), ("summary",)),
        ):
            outcomes = self._outcomes(*counts)
            if outcomes:
                stops = _Stops()
                body: Body = {OBLIGATION: stops.menu(self._ids(OBLIGATION))}
                body["outcome"] = stops.menu(outcomes)
                body |= {key: stops.text() for key in needs}
                yield self._snippet(term, body)
        silent = {OBLIGATION: _Stops().menu(self._ids(OBLIGATION)), "not_addressed": True}
        about = self._values.language.key("ReportEntry", "not_addressed").about
        yield self._snippet("not_addressed", silent, about)
        if self._ids(DUTY):
            stops = _Stops()
            duty = {DUTY: stops.menu(self._ids(DUTY)), "summary": stops.text()}
            about = self._values.language.key("ReportEntry", DUTY).about
            yield self._snippet("duty", duty, about)

    def _outcomes(self, *counts: Counts) -> list[str]:
        """The outcomes of all scales that count so, each once."""
        scales = self._programme.scales.values()
        return list(dict.fromkeys(o.value for scale in scales for o in scale if o.counts in counts))

    def _done(self) -> Iterator[Node]:
        results = [r.value for r in Result if r is not Result.TRANSFERRED]
        stops = _Stops()
        yield self._snippet("answered", {"id": stops.empty(), "result": stops.menu(results)})
        stops = _Stops()
        body: Body = {"id": stops.empty(), "result": Result.TRANSFERRED.value}
        body["to"] = stops.menu(self._ids(BOARD))
        yield self._snippet("transferred", body)
        stops = _Stops()
        yield self._snippet("unplanned", {"text": stops.text(), "result": stops.menu(results)})

    def _figures(self) -> Iterator[Node]:
        for term, keys in (("figure", ()), ("figure-by-sex", ("women", "men"))):
            stops = _Stops()
            body: Body = {key: stops.empty() for key in ("name", "label", "value", "unit")}
            kinds = ("clients", "households", "cases", "staff", "pupils", "visits", "other")
            body["counts"] = stops.menu(kinds)
            body |= {key: stops.empty() for key in keys}
            yield self._snippet(term, body)

    def _costs(self) -> Iterator[Node]:
        stops = _Stops()
        yield self._snippet("cost", {"amount": stops.empty(), "funding": stops.text()})

    def _report(self) -> Iterator[Node]:
        stops = _Stops()
        body = self._head("report", stops)
        entry: Body = {OBLIGATION: stops.menu(self._ids(OBLIGATION))}
        entry["outcome"] = stops.menu(self._outcomes(*Counts))
        body["entries"] = [entry | {key: stops.text(depth=1) for key in ("summary", "evidence")}]
        yield self._whole("report", body)

    # both, and a baseline

    def _head(self, kind: str, stops: _Stops) -> Body:
        board, years = stops.menu(self._ids(BOARD)), stops.menu(self._programme.term.years)
        return {"kind": kind, "board": board, "year": years}

    def _whole(self, kind: str, body: Body) -> Node:
        return self._snippet(kind, body, self._values.language.term("snippet-about-file"))

    def _decisions(self) -> Iterator[Node]:
        stops = _Stops()
        yield self._snippet("decision", self._decision(stops))
        stops = _Stops()
        body = {**self._decision(stops), "by": stops.menu(self._ids(BOARD))}
        yield self._snippet("decision-by", body)

    @staticmethod
    def _decision(stops: _Stops) -> Body:
        paragraph = f'"§ {stops.empty()}"'
        return {"date": stops.empty(), "paragraph": paragraph, "reference": stops.empty()}

    def _answers(self) -> Iterator[Node]:
        if not self._ids(QUESTION):
            return
        stops = _Stops()
        body = {QUESTION: stops.menu(self._ids(QUESTION)), "text": stops.text()}
        yield self._snippet("answer", body)
        for value in self._values.of(QUESTION):
            label = f"{self._values.language.term('snippet-answer')}: {value.value}"
            body = {QUESTION: value.value, "text": _Stops().text()}
            about = {"description": value.words, "markdownDescription": markdown(value.words)}
            yield {"label": label, **about, "body": body}

    def _baseline_entries(self) -> Iterator[Node]:
        stops = _Stops()
        yield self._snippet(
            "baseline-entry",
            {OBLIGATION: stops.menu(self._ids(OBLIGATION)), **self._then(stops)},
        )
        yield self._snippet("general", self._then(_Stops()))

    @staticmethod
    def _then(stops: _Stops, depth: int = 0) -> Body:
        body: Body = {"summary": stops.text(depth), "source": stops.empty()}
        return {**body, "stated_by": stops.menu(("board", "office"))}

    def _baseline(self) -> Iterator[Node]:
        stops = _Stops()
        body = self._head("baseline", stops)
        body["source"] = stops.empty()
        entry = {OBLIGATION: stops.menu(self._ids(OBLIGATION)), **self._then(stops, depth=1)}
        body["entries"] = [entry]
        yield self._whole("baseline", body)
