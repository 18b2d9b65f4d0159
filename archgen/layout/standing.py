"""Where parts are to stand: rows, and the middle of each part in them."""

from collections.abc import Mapping

from archgen.values import dataclass


@dataclass
class Standing:
    """The rows of a drawing, the middle of each part from the left, and how far it is down to the next row: in pixels.

    A row that nothing is known of has no drop.
    """

    rows: list[list[str]]
    middles: dict[str, float]
    drops: list[float]

    @property
    def row_of(self) -> Mapping[str, int]:
        """The row that each part stands in."""
        return {name: number for number, row in enumerate(self.rows) for name in row}

    def without_empty_rows(self) -> "Standing":
        """The same, with no row that nothing stands in."""
        filled = [(row, drop) for row, drop in zip(self.rows, self.drops, strict=True) if row]
        return Standing([row for row, _ in filled], self.middles, [drop for _, drop in filled])
