"""One more exception in `program/exceptions.yaml`: added at its end, nothing else touched."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from prostcli.errors import ProstError
from prostcli.model.exceptions import Exceptions, fingerprint
from prostcli.rules.privacy import Seen
from prostcli.write.text import keyed, quoted


class Why(NamedTuple):
    """What a reviewer must know of an exception."""

    reason: str
    decided_by: str
    expires: date
    reference: str | None = None


def added(text: str, held: Exceptions | None, seen: list[Seen], why: Why, salt: str) -> str:
    """The file with an exception for each of what was seen.

    `held` is what the file says now, None where there is none yet; `salt` is used only then. A file
    that does not end with its list is not changed: an entry at its end would belong to another key.
    """
    if held is not None:
        salt = held.salt
        last = text.rstrip().rpartition("\n")[2]
        if held.exceptions and not last.startswith("    "):
            raise ProstError("exceptions-form")
    lines = [] if held is not None else [f"kind: exceptions\nsalt: {quoted(salt)}"]
    if held is None or not held.exceptions:
        if held is not None and "exceptions" in held.model_fields_set:
            raise ProstError("exceptions-form")
        lines.append("exceptions:")
    known = {(e.code, e.fingerprint) for e in held.exceptions} if held is not None else set()
    for one in seen:
        code = one.rule.code
        mark = fingerprint(salt, code, one.sighting.value)
        if (code, mark) in known:
            continue
        known.add((code, mark))  # type: ignore[arg-type]  # the codes that are exempt are checked
        lines += [f"  - code: {code}", f"    fingerprint: {quoted(mark)}"]
        lines += keyed("reason", why.reason, 4) + keyed("decided_by", why.decided_by, 4)
        if why.reference is not None:
            lines += keyed("reference", why.reference, 4)
        if one.commit is not None:
            lines.append("    found_in: history")
        lines.append(f"    expires: {why.expires.isoformat()}")
    if text and not text.endswith("\n"):
        text += "\n"
    return text + "".join(f"{line}\n" for line in lines)
