"""What authors ask for of parts of a figure, done to the rows that it would have without, and looked for in what was drawn."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from archgen.layout.keeping.newcomers import Joining
from archgen.layout.placement import Area
from archgen.layout.standing import Standing
from archgen.model.drawing import Drawing
from archgen.model.kept import Hint

SAID: Mapping[str, str] = {
    "same_row": "in the row of",
    "above": "above",
    "below": "below",
    "left_of": "left of",
    "right_of": "right of",
    "near": "near",
}


def hinted(drawing: Drawing, standing: Standing, wide: Mapping[str, float], apart: float, hints: Sequence[Hint]) -> Standing:
    """The standing after each hint was followed in turn; all parts that these name are in it."""
    for hint in hints:
        standing = _Following(drawing, standing, wide, apart).followed(hint)
    return standing


def unmet(hints: Sequence[Hint], areas: Mapping[str, Area], titles: Mapping[str, str]) -> Iterator[str]:
    """The hints that the figure does not follow, each in a sentence."""
    for hint in hints:
        if not _is_met(hint, areas):
            wish = f"in the {hint.other} row" if hint.wish == "row" else f"{SAID[hint.wish]} {titles.get(hint.other, hint.other)}"
            yield f"{titles.get(hint.part, hint.part)} is not {wish}: other hints, or groups, stand against it"


class _Following:
    def __init__(self, drawing: Drawing, standing: Standing, wide: Mapping[str, float], apart: float) -> None:
        self.standing = Standing([list(row) for row in standing.rows], dict(standing.middles), list(standing.drops))
        self.joining = Joining(drawing, self.standing, wide, apart)
        self.wide, self.apart = wide, apart

    def followed(self, hint: Hint) -> Standing:
        ways: Mapping[str, Callable[[str, str], None]] = {
            "row": self._to_end,
            "same_row": self._beside,
            "near": self._near,
            "above": self._above,
            "below": self._below,
            "left_of": self._left,
            "right_of": self._right,
        }
        ways[hint.wish](hint.part, hint.other)
        return self.joining.standing().without_empty_rows()

    def _row(self, part: str) -> int:
        return next(number for number, row in enumerate(self.joining.rows) if part in row)

    def _to_end(self, part: str, end: str) -> None:
        row = 0 if end == "first" else len(self.joining.rows) - 1
        if self._row(part) != row:
            self.joining.move(part, row, self.joining.middles[part])

    def _beside(self, part: str, other: str) -> None:
        if self._row(part) != self._row(other):
            self.joining.move(part, self._row(other), self.joining.middles[part])

    def _near(self, part: str, other: str) -> None:
        """Beside it, on the side where it is already."""
        left = self.joining.middles[part] < self.joining.middles[other]
        self.joining.put_beside(part, other, left=left)

    def _above(self, part: str, other: str) -> None:
        if self._row(part) >= self._row(other):
            row = self._row(other)
            if row == 0:
                self.joining.open_row(0)
                row = 1
            self.joining.move(part, row - 1, self.joining.middles[part])

    def _below(self, part: str, other: str) -> None:
        if self._row(part) <= self._row(other):
            row = self._row(other) + 1
            if row == len(self.joining.rows):
                self.joining.open_row(row)
            self.joining.move(part, row, self.joining.middles[part])

    def _left(self, part: str, other: str) -> None:
        if self._row(part) != self._row(other) or self.joining.middles[part] > self.joining.middles[other]:
            self.joining.put_beside(part, other, left=True)

    def _right(self, part: str, other: str) -> None:
        if self._row(part) != self._row(other) or self.joining.middles[part] < self.joining.middles[other]:
            self.joining.put_beside(part, other, left=False)


def _is_met(hint: Hint, areas: Mapping[str, Area]) -> bool:
    mine = areas[hint.part]
    if hint.wish == "row":
        heights = [area.centre.y for area in areas.values()]
        end = min(heights) if hint.other == "first" else max(heights)
        return abs(mine.centre.y - end) < mine.height / 2
    theirs = areas[hint.other]
    level = mine.top < theirs.bottom and theirs.top < mine.bottom
    between = [
        area for area in areas.values() if area.top < mine.bottom and mine.top < area.bottom and _parts(area, mine, theirs)
    ]
    return {
        "same_row": level,
        "above": mine.bottom <= theirs.top,
        "below": mine.top >= theirs.bottom,
        "left_of": level and mine.right <= theirs.left,
        "right_of": level and mine.left >= theirs.right,
        "near": level and not between,
    }[hint.wish]


def _parts(area: Area, one: Area, other: Area) -> bool:
    low, high = sorted((one.centre.x, other.centre.x))
    return area not in (one, other) and low < area.centre.x < high
