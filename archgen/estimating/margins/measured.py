"""The margin of every number of a design that does not state exactly what they rest on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import isclose

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.word import Word
from archgen.estimating.margins.absent import NONE, value
from archgen.estimating.margins.directions import Directions, direction, ends, merged, most
from archgen.estimating.margins.opened import Open
from archgen.estimating.margins.worlds import Derive, Worlds
from archgen.model.architecture import Architecture
from archgen.model.by_measure import ByMeasure, Named
from archgen.model.estimate import Derivation, Estimate, Margin, Measure, Moved, Quantity, World, subjects

Key = tuple[str, Measure]
# Of so many inputs it is said how they move a number.
TOLD = 8
# What is nearer than that is how computers count.
SAME = 1e-12


def with_margins(architecture: Architecture, opens: Sequence[Open], derive: Derive) -> Estimate:
    """The likely numbers, each with its least and its most, and the designs in which these were found."""
    worlds = Worlds(architecture, opens, derive)
    likely = worlds.at(worlds.likely)
    if likely is None:
        return derive(architecture)
    every = _alone(worlds)
    quantities = {**likely.estimate.quantities, **dict(_only_elsewhere(likely.estimate, worlds.all()))}
    moved = {key: _moved(worlds, every, key, one.value) for key, one in quantities.items()}
    corners = _corners(worlds, moved)
    for key, quantity in quantities.items():
        margin = _margin(key, quantity.value, moved[key], worlds.all())
        if margin:
            object.__setattr__(quantity, "margin", margin)
    return Estimate(_named(architecture, quantities), tuple(corners))


def _named(architecture: Architecture, quantities: Mapping[Key, Quantity]) -> Named[Word, str, Measure, Quantity]:
    """The numbers by what has these ids: components and connections before others, whose ids may be like theirs."""
    ids = subjects(architecture)
    known = {id: subject for subject, id in sorted(ids.items(), key=lambda pair: isinstance(pair[0], (Component, Connection)))}
    return Named(ByMeasure({(known[id], measure): one for (id, measure), one in quantities.items()}), ids)


def _alone(worlds: Worlds) -> Sequence[tuple[World | None, World | None]]:
    """Each group of inputs at its low and at its high end, all others as is likely."""
    return [(worlds.one(place, "low"), worlds.one(place, "high")) for place in range(len(worlds.groups))]


def _only_elsewhere(likely: Estimate, worlds: Sequence[World]) -> Iterator[tuple[Key, Quantity]]:
    """What waits within the ranges, and does not by the likely numbers."""
    for world in worlds:
        for (subject, measure), one in world.estimate.quantities.items():
            if measure in NONE and (subject, measure) not in likely.quantities:
                none = Derivation("none by the likely numbers")
                yield (subject, measure), replace(one, value=0.0, derivation=none, partial=False)


def _moved(worlds: Worlds, every: Sequence[tuple[World | None, World | None]], key: Key, likely: float) -> Sequence[Moved]:
    """By each group of inputs; one that moves nothing too, so that they stand in the order of the groups."""
    found = []
    for group, pair in zip(worlds.groups, every, strict=True):
        low, high = (value(one.estimate, *key) if one else None for one in pair)
        found.append(Moved(_name(group), likely if low is None else low, likely if high is None else high))
    return found


def _name(group: Sequence[Open]) -> str:
    first = group[0]
    return first.name if len(group) == 1 else f"{first.attribute} of {len(group):,} {type(first.word).__name__.lower()} words"


def _corners(worlds: Worlds, moved: Mapping[Key, Sequence[Moved]]) -> Sequence[World]:
    """Estimate the designs in which numbers are least and most; those first that most numbers need."""
    wanted: dict[Directions, int] = {}
    for by in moved.values():
        directions = tuple(direction(one.at_low, one.at_low, one.at_high) for one in by)
        wanted[directions] = wanted.get(directions, 0) + 1
    full = [directions for directions, _ in sorted(wanted.items(), key=lambda pair: (-pair[1], pair[0]))]
    usual = most(wanted, len(worlds.groups))
    found = (worlds.at(ends(one, high=high)) for one in merged([*full, usual], usual) for high in (False, True))
    return list(dict.fromkeys(one for one in found if one))


def _margin(key: Key, likely: float, moved: Sequence[Moved], worlds: Sequence[World]) -> Margin | None:
    values = [likely, *(found for one in worlds if (found := value(one.estimate, *key)) is not None)]
    low, high = min(values), max(values)
    if isclose(low, high, rel_tol=SAME):
        return None
    by = sorted((one for one in moved if one.width > SAME * abs(likely)), key=lambda one: -one.width)
    return Margin(low, high, tuple(by[:TOLD]))
