"""What speaks against lines as they run, by the measures of the whole figure: less of it where they share their way."""

from collections.abc import Collection, Mapping, Sequence

from archgen.layout.adding import added
from archgen.layout.bundling.branches import Branched, length_of
from archgen.layout.bundling.straights import Straight, crossings_among
from archgen.layout.bundling.surroundings import Surroundings
from archgen.layout.placement import Route
from archgen.layout.score import BEND, CROSSING, LENGTH

STROKE = 5.0  # that comes to a side for itself, or leaves it


class Apart:
    """What speaks against lines that run each for itself, for any of them."""

    def __init__(self, routes: Mapping[int, Route], pieces: Mapping[int, Sequence[Straight]], around: Surroundings) -> None:
        self._alone = {arrow: LENGTH * length_of(route) + BEND * (len(route) - 2) + STROKE for arrow, route in routes.items()}
        self._crossed = {arrow: around.crossings(each) for arrow, each in pieces.items()}

    def cost(self, arrows: Collection[int]) -> float:
        """That of these; where two of them cross, it counts once."""
        among = sum(other in arrows for arrow in arrows for other in self._crossed[arrow])
        crossings = sum(len(self._crossed[arrow]) for arrow in arrows) - among / 2
        return added(self._alone[arrow] for arrow in arrows) + CROSSING * crossings


def together(way: Branched, around: Surroundings) -> float:
    """What speaks against lines that share their way."""
    strokes = [*way.pieces.values(), *way.shared]
    every = [piece for stroke in strokes for piece in stroke]
    bends = len(every) - len(strokes)
    crossings = sum(arrow not in way.own for arrow in around.crossings(every)) + crossings_among(every)
    length = added(added(piece.length for piece in stroke) for stroke in strokes)
    return LENGTH * length + BEND * bends + CROSSING * crossings + STROKE
