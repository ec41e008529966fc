"""`prostcli show`: one measure or one board, whole."""

from typing import TYPE_CHECKING, Annotated

import typer

from prostcli.cli import terminal
from prostcli.cli.options import AsOf, Edition, Lang, Root, settings
from prostcli.cli.waiting import waiting
from prostcli.cli.words import word
from prostcli.errors import ProstError

if TYPE_CHECKING:
    from prostcli.model.material import Material


def show(  # noqa: D103  its help is the language's
    ctx: typer.Context,
    wanted: Annotated[str, typer.Argument(metavar="ID", help=word("help-show-id"))],
    root: Root = None,
    lang: Lang = None,
    programme: Edition = None,
    as_of: AsOf = None,
) -> None:
    from prostcli.documents.engine import text
    from prostcli.documents.templates import document_language
    from prostcli.documents.text import wrapped
    from prostcli.documents.views.show import (
        board_shown,
        duty_shown,
        obligation_shown,
        question_shown,
    )
    from prostcli.language import language
    from prostcli.model.history import UNTOLD
    from prostcli.output.text import unarmed, visible
    from prostcli.usecases import entries_in_git, view

    chosen = settings(ctx, root, lang, programme, as_of)
    with waiting():
        seen = view(chosen.folder(), chosen.day(), chosen.edition)
    assessment, locate = seen.assessment, seen.workspace.locate
    material = assessment.material
    asked = chosen.language(material.programme)
    words = language(document_language(asked.code))
    wanted = _by_label(material, wanted)
    changed = UNTOLD
    if wanted in material.obligation:
        with waiting():
            changed = entries_in_git(seen, (s.path for s in material.submitted))
        measure = obligation_shown(assessment, words, locate, wanted, changed.entries)
        drawn = text("show-obligation", words, visible, s=measure)
    elif wanted in material.boards:
        kin = {wanted, *(b.id for b in (*material.before(wanted), *material.after(wanted)))}
        paths = [s.path for s in material.submitted if s.slot.board in kin]
        with waiting():
            changed = entries_in_git(seen, paths)
        board = board_shown(assessment, words, locate, wanted, changed.entries)
        drawn = text("show-board", words, visible, s=board)
    elif wanted in {d.id for d in material.duties_file.value.duties}:
        duty = duty_shown(assessment, words, locate, wanted)
        drawn = text("show-duty", words, visible, s=duty)
    elif wanted in {q.id for q in material.programme.questions}:
        question = question_shown(assessment, words, locate, wanted)
        drawn = text("show-question", words, visible, s=question)
    else:
        raise _unshown(material, wanted)
    for path in seen.unread:
        terminal.say(asked.term("invalid-file", path=path))
    if changed.lack:
        drawn = f"{drawn.rstrip()}\n\n{asked.term(f'history-{changed.lack}')}\n"
    lines = wrapped(drawn, terminal.columns()).split("\n")
    terminal.put("\n".join(unarmed(line) for line in lines))
    raise typer.Exit(1 if seen.unread else 0)


def _by_label(material: "Material", wanted: str) -> str:
    """The one board or measure that is called so; else what was asked for, which may be an id.

    `ProstError` where several are.
    """
    from prostcli.cli.labels import boards, meant, obligations

    others = {d.id for d in material.duties_file.value.duties}
    others |= {q.id for q in material.programme.questions}
    if wanted in others:  # an id before any label
        return wanted
    labels = {**boards(material), **obligations(material)}
    try:
        found = meant((wanted,), labels, "show-nothing", "id")
    except ProstError:
        return wanted
    if len(found) > 1:
        raise ProstError("show-several", id=wanted, known=[*found])
    return found[0]


def _unshown(material: "Material", wanted: str) -> ProstError:
    """Why there is nothing to show: an id of something else, or of nothing."""
    from prostcli.rules.rule import near

    if wanted in material.sections:
        held = [o.id for o in material.obligations if o.section == wanted]
        return ProstError("show-section", id=wanted, held=held)
    if wanted in material.groups:
        held = [b.id for b in material.members(wanted)]
        return ProstError("show-group", id=wanted, held=held)
    known = [*material.obligation, *material.boards]
    known += [d.id for d in material.duties_file.value.duties]
    known += [q.id for q in material.programme.questions]
    return ProstError("show-nothing", id=wanted, near=near(wanted, known))
