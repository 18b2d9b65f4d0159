"""Texts that people write: names, ids, and sentences without characters that no figure can show."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, TypeVar

from archgen.dsl.marks import AfterValidator

T = TypeVar("T")
MAX_NAME = 200
MAX_ID = 500
# What XML or YAML cannot hold. In several sets, as Python takes long to make one of characters this far apart.
UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|[\ud800-\udfff]|[\ufffe\uffff]")
# They would let a text be read in another order than it is written in.
REVERSALS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    """The text as it is. Raises ValueError for a control character or half a character."""
    strange = None if text.isascii() and text.isprintable() else UNSHOWN.search(text)
    if strange:
        raise ValueError(f"the character U+{ord(strange[0]):04X} cannot be shown; leave it out")
    return text


def name(text: str) -> str:
    r"""The text on one line. Raises ValueError where that is empty, or longer than a figure can hold.

    >>> name("  Message\n store ")
    'Message store'
    """
    line = " ".join(shown(text).split())
    if not line:
        raise ValueError("a name cannot be empty")
    if len(line) > MAX_NAME:
        raise ValueError(f"a name has at most {MAX_NAME} characters; say the rest in a note or summary")
    return line


def identifier(text: str) -> str:
    """The text as it is. Raises ValueError for anything but letters, digits, `_`, `-` and `.`."""
    if not re.fullmatch(r"[\w.-]+", shown(text)) or len(text) > MAX_ID:
        from archgen.dsl.naming import slug

        instead = f'; write {slug(text)}, and "{text}" as its name' if 0 < len(text) <= MAX_NAME else ""
        raise ValueError(f'an id is made of letters, digits, "_", "-" and ".", at most {MAX_ID} of them{instead}')
    return text


Text = Annotated[str, AfterValidator(shown)]
Name = Annotated[str, AfterValidator(name)]
Id = Annotated[str, AfterValidator(identifier)]
# Whoever gave a list may go on to change it; the word keeps what it was given.
Listed = Annotated[Sequence[T], AfterValidator(tuple)]
Reasons = Annotated[Mapping[Name, Text], AfterValidator(lambda reasons: MappingProxyType(dict(reasons)))]
