"""What a text without quotes is in YAML, by the core schema of version 1.2: `yes`, `1:30` and a date are texts."""

import re
from typing import Final

from archgen.model.positioned import Scalar

WORDS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}
INTEGER: Final = re.compile(r"[-+]?[0-9]+")
REAL: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
MAX_DIGITS: Final = 18


def core_scalar(text: str) -> Scalar:
    """The number, boolean, nothing or text that it stands for. Raises ValueError for a whole number of too many digits.

    >>> core_scalar("12"), core_scalar("1.5e3"), core_scalar("Null"), core_scalar("no")
    (12, 1500.0, None, 'no')
    """
    if text.lower() in WORDS:
        return WORDS[text.lower()]
    if INTEGER.fullmatch(text):
        digits = len(text.lstrip("+-"))
        if digits > MAX_DIGITS:
            raise ValueError(f"a number of {digits} digits is not supported; a text of digits goes in quotes")
        return int(text)
    return float(text) if REAL.fullmatch(text) else text
