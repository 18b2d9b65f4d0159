"""Where each block would be best: where the lines to others that it is linked to are short."""

from collections.abc import Sequence

from archgen.layout.streets.blocks import Blocks
from archgen.layout.streets.chains import Strata
from archgen.layout.streets.ports import Ports

BOX_WEIGHT = 3.0
PAD = 16.0  # from the side of a frame to what is in it
Pull = tuple[int, float, float]  # a block, how far right of it another is best, and how much that counts


class Wishes:
    """What each block is linked to, and how far right of that it is best; and what the sides of frames hold."""

    def __init__(self, strata: Strata, order: Sequence[Sequence[int]], ports: Ports, blocks: Blocks) -> None:
        self._pulls: dict[int, list[Pull]] = {lead: [] for lead in dict.fromkeys(blocks.lead)}
        self.borders: dict[int, tuple[bool, list[tuple[int, float]]]] = {}
        for row in strata.links:
            for upper, lower, arrow in row:
                apart = ports.offsets.get((arrow, upper, "bottom"), 0.0) - ports.offsets.get((arrow, lower, "top"), 0.0)
                self._pull(strata, blocks, upper, lower, apart)
        for row in strata.turns:
            for one, other, _ in row:
                self._pull(strata, blocks, one, other, 0.0)
        for sides in strata.sides.values():
            inner = self._inner(strata, order, ports, blocks, sides)
            for side in (0, 1):
                self.borders[blocks.lead[sides[0][side]]] = (side == 0, inner[side])
        self.pulled = [
            (lead, pulls, sum(weight for _, _, weight in pulls))
            for lead, pulls in self._pulls.items()
            if pulls and lead not in self.borders
        ]

    def _pull(self, strata: Strata, blocks: Blocks, upper: int, lower: int, apart: float) -> None:
        one, other = blocks.lead[upper], blocks.lead[lower]
        if one == other:
            return
        weight = BOX_WEIGHT if strata.items[upper].kind == strata.items[lower].kind == "box" else 1.0
        by = blocks.shift[upper] + apart - blocks.shift[lower]  # how far right of `one` the other is best
        self._pulls[one].append((other, -by, weight))
        self._pulls[other].append((one, by, weight))

    @staticmethod
    def _inner(
        strata: Strata, order: Sequence[Sequence[int]], ports: Ports, blocks: Blocks, sides: Sequence[tuple[int, int]]
    ) -> tuple[list[tuple[int, float]], list[tuple[int, float]]]:
        """What stands first and last in the frame in each of its rows, with how far from it the border is best."""
        firsts, lasts = [], []
        for left, right in sides:
            row = order[strata.items[left].row]
            after, before = row[row.index(left) + 1], row[row.index(right) - 1]
            if after != right:
                firsts.append((blocks.lead[after], blocks.shift[after] - ports.widths.get(after, 0.0) / 2 - PAD))
                reach = ports.widths.get(before, 0.0) / 2 + ports.beside.get(before, 0.0) + PAD
                lasts.append((blocks.lead[before], blocks.shift[before] + reach))
        return firsts, lasts

    def of(self, places: Sequence[float], *, tight: bool = False) -> Sequence[float]:
        """Wishes by where all stand; where `tight`, all but sides of frames stay."""
        wishes = list(places)
        for lead, pulls, weights in () if tight else self.pulled:
            total = 0.0
            for one, by, weight in pulls:
                total += (places[one] + by) * weight
            wishes[lead] = total / weights
        for lead, (is_left, inner) in self.borders.items():
            edges = [places[one] + by for one, by in inner]
            wishes[lead] = (min(edges) if is_left else max(edges)) if edges else places[lead]
        return wishes
