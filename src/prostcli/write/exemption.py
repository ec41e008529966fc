"""One more exemption in `program/exemptions.yaml`: added at its end, nothing else touched."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from prostcli.errors import ProstError
from prostcli.model.exemptions import Exemptions, fingerprint
from prostcli.rules.sightings import Seen
from prostcli.write.text import keyed, quoted


class Grounds(NamedTuple):
    """What a reviewer must know of an exemption."""

    reason: str
    decided_by: str
    expires: date
    reference: str | None = None
    found_in: Literal["files", "elsewhere", "history"] = "files"


def added(text: str, held: Exemptions | None, seen: Seen, grounds: Grounds, salt: str) -> str:
    """The file with an exemption for what was seen.

    `held` is what the file says now, None where there is none yet; `salt` is used only then. A file
    that does not end with its list is not changed: an entry at its end would belong to another key.
    """
    if held is not None:
        salt = held.salt
        last = text.rstrip().rpartition("\n")[2]
        listed = bool(held.exemptions)
        if listed != last.startswith("    ") or listed != ("exemptions" in held.model_fields_set):
            raise ProstError("exemptions-form")
    code = seen.rule.code
    mark = fingerprint(salt, code, seen.sighting.value)
    for entry in held.exemptions if held is not None else ():
        if (entry.code, entry.fingerprint) == (code, mark) and entry.expires >= grounds.expires:
            raise ProstError("exempt-already", day=entry.expires)
    lines = [] if held is not None else ["kind: exemptions", f"salt: {quoted(salt)}"]
    if held is None or not held.exemptions:
        lines.append("exemptions:")
    lines += [f"  - code: {code}", f"    fingerprint: {quoted(mark)}"]
    lines += keyed("reason", grounds.reason, 4) + keyed("decided_by", grounds.decided_by, 4)
    if grounds.reference is not None:
        lines += keyed("reference", grounds.reference, 4)
    if grounds.found_in != "files":
        lines.append(f"    found_in: {grounds.found_in}")
    lines.append(f"    expires: {grounds.expires.isoformat()}")
    if text and not text.endswith("\n"):
        text += "\n"
    return text + "".join(f"{line}\n" for line in lines)
