"""Something in a text that can point at a person."""

from typing import Final, NamedTuple

NUMBER: Final = "personal-number"
E_MAIL: Final = "e-mail-address"
PHONE: Final = "telephone-number"
STREET: Final = "street-address"
COUNT: Final = "small-count-in-words"


class Sighting(NamedTuple):
    """Something that can point at a person. `value` is for comparing and is never shown."""

    kind: str
    start: int
    end: int
    value: str
    certain: bool = True
    people: int = 0
    """How many, where it is a count in words."""

    def __repr__(self) -> str:
        """Without the value."""
        return f"Sighting({self.kind}, {self.start}, {self.end})"
