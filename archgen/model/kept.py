"""How a figure is to be arranged: where its parts stood when that was kept, and what its author asks for."""

from typing import Literal

from archgen.values import dataclass

STEP = 10  # pixels that a place counts in
MOST = 10_000  # steps
Wish = Literal["row", "same_row", "above", "below", "left_of", "right_of", "near"]


@dataclass(frozen=True)
class Stand:
    """Where a part stands in its row: its middle, in steps from the left; None where only the order is stated."""

    part: str
    at: int | None = None


@dataclass(frozen=True)
class Hint:
    """What is asked for of a part: `other` is a part that it is to stand beside, `first` or `last` for a row."""

    part: str
    wish: Wish
    other: str


@dataclass(frozen=True)
class Kept:
    """Rows from the top to the bottom, each from the left to the right.

    `drops` are the steps from each row down to the next one, at least; none where they are not stated. `narrow` says that
    texts were broken to narrow lines.
    """

    rows: tuple[tuple[Stand, ...], ...] = ()
    drops: tuple[int, ...] = ()
    hints: tuple[Hint, ...] = ()
    narrow: bool = False
