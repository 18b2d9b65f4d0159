"""Which layout each kind of panel has."""

from collections.abc import Callable, Mapping
from typing import Any

from archgen.figures.cards import Cards
from archgen.figures.chart import BarChart, LineChart
from archgen.figures.panel import Panel
from archgen.figures.ring import Ring
from archgen.figures.table import Comparison
from archgen.figures.timeline import Timeline
from archgen.layout.panels.bar_chart import place_bars
from archgen.layout.panels.block import Block
from archgen.layout.panels.cards import place_cards
from archgen.layout.panels.line_chart import place_lines
from archgen.layout.panels.ring import place_ring
from archgen.layout.panels.table import place_table
from archgen.layout.panels.timeline import place_timeline

KINDS: Mapping[type[Panel], Callable[[Any, float], Block]] = {
    BarChart: place_bars,
    Cards: place_cards,
    LineChart: place_lines,
    Ring: place_ring,
    Comparison: place_table,
    Timeline: place_timeline,
}


def place_panel(panel: Panel, room: float) -> Block:
    """Lay a panel out in at most `room` pixels of width; wider only where it cannot be narrower."""
    return KINDS[type(panel)](panel, room)
