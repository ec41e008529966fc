"""The mistakes that the option parser finds, in the user's language."""

import difflib

from prostcli.language import Language


def usage_message(error: Exception, language: Language) -> str | None:
    """What is wrong with the command line, and the way out; None if that is not the trouble.

    The parser's own exceptions are told by name: it is vendored by typer and not for import.
    """
    if not hasattr(error, "exit_code") or not hasattr(error, "format_message"):
        return None
    name = type(error).__name__
    said = str(getattr(error, "message", ""))
    ctx = getattr(error, "ctx", None)
    command = getattr(ctx, "command_path", "prostcli") or "prostcli"
    facts: dict[str, object] = {"command": command}
    if name == "NoSuchOption":
        option = str(getattr(error, "option_name", ""))
        known = [o for p in ctx.command.params for o in p.opts] if ctx is not None else []
        near = difflib.get_close_matches(option, known, n=1)
        facts |= {"option": option, "near": near[0] if near else ""}
        code = "usage-option"
    elif name == "MissingParameter":
        param = getattr(error, "param", None)
        options = [o for o in getattr(param, "opts", None) or () if o.startswith("-")]
        name = (getattr(param, "human_readable_name", None) or "?").upper()
        facts["what"] = options[-1] if options else name
        code = "usage-missing"
    elif name == "BadOptionUsage":
        facts["option"] = str(getattr(error, "option_name", ""))
        code = "usage-value"
    elif name == "BadParameter":
        param = getattr(error, "param", None)
        opts = getattr(param, "opts", None) or ["?"]
        choices = getattr(getattr(param, "type", None), "choices", None)
        facts |= {"option": opts[-1], "why": said}
        if choices:
            facts["allowed"] = [str(getattr(c, "value", c)) for c in choices]
        code = "usage-choice" if choices else "usage-bad"
    elif "No such command" in said and ctx is not None:
        wanted = said.split("'")[1]
        known = list(getattr(ctx.command, "commands", {}))
        near = difflib.get_close_matches(wanted, known, n=1)
        facts |= {"wanted": wanted, "near": near[0] if near else "", "known": known}
        code = "usage-command"
    elif "unexpected extra argument" in said:
        facts["extra"] = said.rpartition("(")[2].rstrip(")")
        code = "usage-extra"
    else:
        facts["why"] = str(error.format_message())
        code = "usage-other"
    text, hint = language.error(code, facts)
    return f"{text} {hint}".strip()
