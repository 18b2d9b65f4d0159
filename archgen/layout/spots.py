"""Where along its line a label could stand, and what each place would hide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import pairwise

from archgen.layout.adding import added
from archgen.layout.placement import Area, Placement, Route
from archgen.layout.text_size import text_width, wrap
from archgen.model.picture import Point
from archgen.values import dataclass

LINE_HEIGHT = 15.0
HALO = 4.0  # from the text to the edge of the ground that it stands on
WRAPS = ((130.0, 0.0), (96.0, 3.0), (70.0, 6.0))  # widths to break at, and what they cost
WIDE_WRAPS = (180.0, 260.0, 400.0, 1000.0)  # for labels that are too long for these
MOST_LINES = 3
TURN, START, HEAD = 8.0, 8.0, 16.0  # of a piece of line left free at a corner, at its start and at its head
CLEARANCE = 2.0  # from lines and titles
BOX_CLEARANCE = 6.0
BORDER_CLEARANCE = 6.0  # from borders of frames, where there is room
BESIDE = 6.0  # added to the cost of a place next to the line instead of on it
ON_BORDER, NEAR_BORDER = 8.0, 1.5
STEP = 5.0
BUCKET = 64.0

Taken = tuple[float, float, float, float, int]  # the edges of what stands in the way, and the number of its piece of line


@dataclass(frozen=True)
class Spot:
    """A place for a label: its lines of text, and the ground that they take."""

    lines: Sequence[str]
    area: Area
    cost: float


@dataclass(frozen=True)
class Piece:
    """A straight piece of a line: what it takes, and what of it a label may stand on."""

    start: Point
    end: Point
    first: bool
    last: bool

    @property
    def upright(self) -> bool:
        """Whether it runs up or down."""
        return self.start.x == self.end.x

    @property
    def area(self) -> Area:
        """What it takes, without its thickness."""
        a, b = self.start, self.end
        left, right = (a.x, b.x) if a.x < b.x else (b.x, a.x)
        top, bottom = (a.y, b.y) if a.y < b.y else (b.y, a.y)
        return Area(left, top, right, bottom)

    @property
    def free(self) -> tuple[float, float]:
        """From where to where it may be covered, along itself."""
        a, b = (self.start.y, self.end.y) if self.upright else (self.start.x, self.end.x)
        near, far = START if self.first else TURN, HEAD if self.last else TURN
        return (a + near, b - far) if a < b else (b + far, a - near)


@dataclass(frozen=True)
class Ground:
    """All that labels must not hide, found by place."""

    buckets: Mapping[tuple[int, int], Sequence[Taken]] = field(default_factory=dict)
    borders: Sequence[Area] = ()

    def hides(self, area: Area, piece: int) -> bool:
        """Whether `area` covers anything but the piece of line with that number."""
        left, top, right, bottom = area.left, area.top, area.right, area.bottom
        for bucket in _buckets(area):
            for near, above, far, below, number in self.buckets.get(bucket, ()):
                if number != piece and left < far and near < right and top < below and above < bottom:
                    return True
        return False

    def border_cost(self, area: Area) -> float:
        """What speaks against `area` for the borders of frames that it covers a part of, or nearly touches."""
        near = area.grown(BORDER_CLEARANCE)
        cost = 0.0
        for border in self.borders:
            if border.overlaps(near) and not _within(near, border):
                cost += ON_BORDER if border.overlaps(area) and not _within(area, border) else NEAR_BORDER
        return cost


def pieces(route: Route) -> Sequence[Piece]:
    """The straight pieces of a line."""
    last = len(route) - 2
    return [Piece(a, b, number == 0, number == last) for number, (a, b) in enumerate(pairwise(route))]


def ground(placement: Placement, routes: Sequence[Route]) -> Ground:
    """What stands in the way of labels: boxes, titles, heads, and all lines; pieces are numbered through."""
    taken = [(area.grown(BOX_CLEARANCE), -1) for area in placement.boxes.values()]
    taken += [(area.grown(CLEARANCE), -1) for area in placement.titles.values()]
    number = 0
    for route in routes:
        end = route[-1]
        taken.append((Area(end.x, end.y, end.x, end.y).grown(HEAD - 6), -1))
        for piece in pieces(route):
            taken.append((piece.area.grown(CLEARANCE), number))
            number += 1
    buckets: dict[tuple[int, int], list[Taken]] = {}
    for area, owner in taken:
        for bucket in _buckets(area):
            buckets.setdefault(bucket, []).append((area.left, area.top, area.right, area.bottom, owner))
    return Ground(buckets, tuple(placement.frames.values()))


@lru_cache(maxsize=4096)
def texts(label: str) -> Sequence[tuple[Sequence[str], float]]:
    """The ways to break a label into lines, each with its cost; the best first."""
    found: dict[tuple[str, ...], float] = {}
    for width, cost in WRAPS:
        lines = tuple(wrap(label, "label", width))
        if len(lines) <= MOST_LINES:
            found.setdefault(lines, cost)
    if found:
        return list(found.items())
    broken = [wrap(label, "label", width) for width in WIDE_WRAPS]
    return [(next((lines for lines in broken if len(lines) <= MOST_LINES), broken[-1]), 0.0)]


def size(lines: Sequence[str]) -> tuple[float, float]:
    """The ground that lines of a label take."""
    return _size(tuple(lines))


@lru_cache(maxsize=4096)
def _size(lines: tuple[str, ...]) -> tuple[float, float]:
    return max(text_width(line, "label") for line in lines) + 2 * HALO, LINE_HEIGHT * len(lines) + 1


def spots(label: str, route: Route, first_piece: int, ground: Ground) -> Sequence[Spot]:
    """Every place for `label` that hides nothing, the best first. `first_piece` is the number of its first piece."""
    found = []
    whole = added(_length(piece) for piece in pieces(route))
    for lines, cost in texts(label):
        wide, high = size(lines)
        passed = 0.0
        for number, piece in enumerate(pieces(route), first_piece):
            for area, extra in _along(piece, wide, high):
                middle = abs(passed + _offset(piece, area) - whole / 2) / 40
                if not ground.hides(area, number if extra < BESIDE else -2):
                    total = cost + extra + middle + ground.border_cost(area)
                    found.append(Spot(lines, area, total))
            passed += _length(piece)
    return sorted(found, key=lambda spot: spot.cost)


def last_resort(label: str, route: Route) -> Spot:
    """The middle of the longest piece, whatever it hides: better there than nowhere."""
    piece = max(pieces(route), key=_length)
    lines, cost = texts(label)[-1]
    wide, high = size(lines)
    middle = piece.area.centre
    left, top = middle.x - wide / 2, middle.y - high / 2
    return Spot(lines, Area(left, top, left + wide, top + high), cost)


def _along(piece: Piece, wide: float, high: float) -> Iterator[tuple[Area, float]]:
    """Places on the piece, from one end to the other, then beside it."""
    low, up = piece.free
    extent = high if piece.upright else wide
    if up - low < extent:
        return
    count = int((up - low - extent) / STEP)
    rest = (up - low - extent - count * STEP) / 2
    for number in range(count + 1):
        start = low + rest + number * STEP
        if piece.upright:
            x = piece.start.x
            yield Area(x - wide / 2, start, x + wide / 2, start + high), 0.0
            yield Area(x + 3, start, x + 3 + wide, start + high), BESIDE
            yield Area(x - 3 - wide, start, x - 3, start + high), BESIDE
        else:
            y = piece.start.y
            yield Area(start, y - high / 2, start + wide, y + high / 2), 0.0
            yield Area(start, y - 3 - high, start + wide, y - 3), BESIDE
            yield Area(start, y + 3, start + wide, y + 3 + high), BESIDE


def _offset(piece: Piece, area: Area) -> float:
    """How far along the piece the middle of `area` is."""
    middle = area.centre
    return abs(middle.y - piece.start.y) if piece.upright else abs(middle.x - piece.start.x)


def _length(piece: Piece) -> float:
    return abs(piece.start.x - piece.end.x) + abs(piece.start.y - piece.end.y)


def _buckets(area: Area) -> Iterator[tuple[int, int]]:
    for column in range(int(area.left // BUCKET), int(area.right // BUCKET) + 1):
        for row in range(int(area.top // BUCKET), int(area.bottom // BUCKET) + 1):
            yield column, row


def _within(inner: Area, outer: Area) -> bool:
    return outer.left <= inner.left and outer.top <= inner.top and outer.right >= inner.right and outer.bottom >= inner.bottom
