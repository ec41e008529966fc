"""The signs that pass for a hyphen, as people write and as word processors make of it."""

from typing import Final

DASHES: Final = "-\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63"
DASH: Final = DASHES.replace("-", r"\-")
"""The same for use between the brackets of an expression."""
