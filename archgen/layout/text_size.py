"""How wide a text is in the typeface of its role, from a table; no font and no library is needed.

The tables hold the advances and the kerning of what is shipped of Inter and JetBrains Mono; `tools/bake_fonts.py` writes them.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import Any

from archgen.layout.adding import added
from archgen.layout.arabic import arabic_advance
from archgen.model.picture import TYPEFACES, Family, TextRole
from archgen.model.units import GAP, bound
from archgen.values import dataclass

_SOFT_BREAK = re.compile(r"(?<=[-/_.:,@])(?=\w)|(?<=[a-z0-9])(?=[A-Z])")


@lru_cache(maxsize=65536)
def text_width(text: str, role: TextRole) -> float:
    """Return how many pixels `text` takes in one line.

    >>> round(text_width("API gateway", "title"), 1)
    84.1
    """
    face = TYPEFACES[role]
    return _table(face.family, face.weight).measure(unicodedata.normalize("NFC", text)) * face.size


def wrap(text: str, role: TextRole, width: float) -> list[str]:
    """Break `text` into the fewest lines that fit `width`, as even as can be; none for a text without words.

    A word that is too long is broken after a sign, before a capital letter or, failing these, anywhere. A number stays beside its
    unit where both fit.

    >>> wrap("the order is confirmed", "label", 90)
    ['the order is', 'confirmed']
    >>> wrap("what is kept for 30 d", "label", 110)
    ['what is kept', 'for 30 d']
    """
    pieces = [piece for word in _words(text, role, width) for piece in _pieces(word, role, width)]
    lines = _fill(pieces, role, width)
    if len(lines) < 2:
        return lines
    tight, loose = max(text_width(piece.text, role) for piece in pieces), width
    while loose - tight > 1:
        middle = (tight + loose) / 2
        if len(_fill(pieces, role, middle)) > len(lines):
            tight = middle
        else:
            loose = middle
    return _fill(pieces, role, loose)


def unbroken_width(text: str, role: TextRole) -> float:
    """The least width in which `text` is broken only between words, after signs and before capital letters.

    >>> unbroken_width("a ReplicaSet", "label") == text_width("Replica", "label")
    True
    """
    parts = (part for word in _words(text, role, inf) for part in _SOFT_BREAK.split(word))
    return max((text_width(part, role) for part in parts), default=0.0)


@dataclass(frozen=True)
class _Piece:
    """What may not be broken; `space` says whether one parts it from the piece before."""

    text: str
    space: bool


@dataclass(frozen=True)
class _Table:
    """Advances of characters and kerning of pairs, in ems."""

    advances: Mapping[str, float]
    kerning: "_Kerning"

    def measure(self, text: str) -> float:
        kerned = added([self.kerning[first].get(second, 0.0) for first, second in pairwise(text)])
        letters = [self.advances.get(letter) or _unknown_advance(letter, following) for letter, following in pairwise(text + " ")]
        return kerned + added(letters)


class _Kerning(dict[str, Mapping[str, float]]):
    """What the second of two characters moves by, for each first: spread out for those that are met."""

    def __init__(self, groups: Mapping[str, Mapping[str, str]], unit: float) -> None:
        self.groups = {first: seconds for firsts, seconds in groups.items() for first in firsts}
        self.unit = unit

    def __missing__(self, first: str) -> Mapping[str, float]:
        self[first] = found = _spread(self.groups.get(first, {}), self.unit)
        return found


def _words(text: str, role: TextRole, width: float) -> Iterator[str]:
    """What stands between spaces, a number together with its unit if there is room for both."""
    for word in bound(" ".join(text.split())).split(" "):
        together = word.replace(GAP, " ")
        yield from together.split() if GAP in word and text_width(together, role) > width else [together] if together else []


def _fill(pieces: Sequence[_Piece], role: TextRole, width: float) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        joined = lines[-1] + " " * piece.space + piece.text if lines else piece.text
        if lines and text_width(joined, role) <= width:
            lines[-1] = joined
        else:
            lines.append(piece.text)
    return lines


def _pieces(word: str, role: TextRole, width: float) -> Iterator[_Piece]:
    whole = text_width(word, role) <= width
    parts = [word] if whole else [cut for part in _SOFT_BREAK.split(word) for cut in _cuts(part, role, width)]
    for number, part in enumerate(parts):
        yield _Piece(part, space=number == 0)


def _cuts(part: str, role: TextRole, width: float) -> Iterator[str]:
    start = 0
    for end in range(1, len(part) + 1):
        if end - start > 1 and text_width(part[start:end], role) > width:
            yield part[start : end - 1]
            start = end - 1
    yield part[start:]


def _unknown_advance(character: str, following: str) -> float:
    """Guess what another font will take for a character that Inter's subset lacks, where that one follows."""
    arabic = arabic_advance(character, following)
    if arabic is not None:
        return arabic
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.72 if character.isupper() or unicodedata.bidirectional(character) in {"R", "AL"} else 0.6


@cache
def _table(family: Family, weight: int) -> _Table:
    baked = _baked(family.lower().replace(" ", "_"))
    unit = 1 / baked["unitsPerEm"]
    face = baked[str(weight)]
    return _Table(_spread(face["advances"], unit), _Kerning(face["kerning"], unit))


@cache
def _baked(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(Path(__file__).with_name(f"{name}.json").read_text("utf-8"))
    return found


def _spread(groups: Mapping[str, str], unit: float) -> dict[str, float]:
    return {character: int(value) * unit for value, characters in groups.items() for character in characters}
