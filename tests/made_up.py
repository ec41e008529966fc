"""Numbers for tests, made when they are needed: none stands in the repository.

They have a right check digit and a date that exists. Whether anybody has one of them is not known,
so none is written down.
"""

from __future__ import annotations


def with_check_digit(nine: str) -> str:
    """Nine digits and the one that makes the sum right: odd places count double (Luhn)."""
    total = 0
    for place, digit in enumerate(nine):
        product = int(digit) * (2 if place % 2 == 0 else 1)
        total += product if product < 10 else product - 9
    return nine + str((10 - total % 10) % 10)


BORN = "811218"
"""A date of birth."""
PERSONAL = with_check_digit(BORN + "987")
CO_ORDINATION = with_check_digit("811278" + "987")
"""The day of birth and sixty."""
_OF_2000 = with_check_digit("000101" + "987")
EARLY = f"{_OF_2000[:6]}-{_OF_2000[6:]}"
"""One that could be numbers of lines: the first less than the last."""
LAST = PERSONAL[6:]
HYPHENED = f"{BORN}-{LAST}"
MASKED = "******-****"
ADDRESS = "anna.andersson" + "@" + "example.org"
