"""Parts by their kind: each part is looked at once, however many kinds are asked for."""

from collections.abc import Sequence
from itertools import chain
from typing import Any, Generic, TypeVar

P = TypeVar("P")


class Kinds(Generic[P]):
    """Parts, sorted by their class. Rules ask the same kinds of every design, and large ones have many thousands of parts."""

    def __init__(self, parts: tuple[P, ...]) -> None:
        self._parts = parts
        self._places: dict[type, list[int]] = {}
        self._known: dict[type, tuple[Any, ...]] = {}
        for place, part in enumerate(parts):
            self._places.setdefault(type(part), []).append(place)

    def of(self, kind: type) -> tuple[Any, ...]:
        """All parts of that kind, in the order in which they were given."""
        known = self._known.get(kind)
        if known is None:
            places = [found for cls, found in self._places.items() if issubclass(cls, kind)]
            known = self._known[kind] = self._parts if len(places) == len(self._places) else self._at(places)
        return known

    def _at(self, places: Sequence[list[int]]) -> tuple[Any, ...]:
        ordered = places[0] if len(places) == 1 else sorted(chain.from_iterable(places))
        return tuple(map(self._parts.__getitem__, ordered))
