"""Which layout each kind of panel has."""

from collections.abc import Callable, Mapping
from typing import Any

from archgen.figures.cards import Cards
from archgen.figures.panel import Panel
from archgen.layout.panels.block import Block
from archgen.layout.panels.cards import place_cards

KINDS: Mapping[type[Panel], Callable[[Any, float], Block]] = {Cards: place_cards}


def place_panel(panel: Panel, room: float) -> Block:
    """Lay a panel out in at most `room` pixels of width; wider only where it cannot be narrower."""
    return KINDS[type(panel)](panel, room)
