"""An order in which boxes, and frames, stand as they stood: only lines change places, with one another and with these."""

from collections.abc import Mapping

from archgen.layout.streets.middles import middles
from archgen.layout.streets.row_tree import RowTree


def stand_as(tree: RowTree, stands: Mapping[int, float]) -> None:
    """Put all in the order of where boxes stood, and let boxes and frames keep it."""
    middle = middles(tree.strata, stands)
    tree.kept = True
    tree.staying |= set(tree.strata.boxes.values())
    for row, children in enumerate(tree.rows):
        for held in children.values():
            held.sort(key=lambda child: middle[child])
        tree.count_off(row)
