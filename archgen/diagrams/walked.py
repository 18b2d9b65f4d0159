"""A walked tree: a decision tree with the way that a design takes down it."""

from collections.abc import Iterator

from archgen.diagrams.decisions import draw_walked
from archgen.figures import Walked
from archgen.plugin import Diagram, Drawing


def draw(walked: Walked) -> Iterator[Drawing]:
    """One figure of the whole tree."""
    yield draw_walked(walked)


diagram = Diagram("Walked decision tree", Walked, draw)
