"""`program/exemptions.yaml`: what looks like personal data and may stand all the same."""

from typing import Annotated, Literal

from pydantic import Field

from prostcli.model.fields import Day, Many, Model, Text

Code = Literal["PRO601", "PRO602", "PRO603", "PRO604"]


class Exemption(Model):
    """One of them, known by a salted fingerprint only: the file must not repeat what it excuses."""

    code: Code
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    reason: Text
    decided_by: Text
    """A board or a function, never a person."""
    expires: Day
    """The last day that it holds."""
    reference: Text | None = None
    found_in: Literal["files", "elsewhere", "history"] = "files"
    """`elsewhere`: outside `program/` and `reports/`; `history`: only in an earlier version."""


class Exemptions(Model):
    """All of them, for the whole repository. The programme's owner reviews the file."""

    kind: Literal["exemptions"]
    salt: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    exemptions: Many[Exemption] = ()


def fingerprint(salt: str, code: str, value: str) -> str:
    """What stands for a value. Made slow on purpose (scrypt, RFC 7914).

    There are few enough personal numbers to try them all against a quick hash.
    """
    import hashlib

    key = f"{code} {value}".encode()
    return hashlib.scrypt(key, salt=bytes.fromhex(salt), n=2**13, r=8, p=1, dklen=32).hex()
