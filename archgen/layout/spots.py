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
PASSES = CLEARANCE + 1.0  # a line that reaches farther to both sides of another crosses it
BOX_CLEARANCE = 6.0
BORDER_CLEARANCE = 6.0  # from borders of frames, where there is room
BESIDE = 6.0  # added to the cost of a place next to the line instead of on it
ON_BORDER, NEAR_BORDER = 8.0, 1.5
BESIDE_CROSSING, AT_CROSSING = 32.0, 3.0  # from where another line crosses the label's own; what it costs to stand there
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

    def within(self, area: Area, piece: int) -> list[Taken]:
        """What stands in the way in `area`, but for the piece of line with that number."""
        left, top, right, bottom = area.left, area.top, area.right, area.bottom
        near = {each for bucket in _buckets(area) for each in self.buckets.get(bucket, ())}
        return [
            each
            for each in near
            if each[4] != piece and left < each[2] and each[0] < right and top < each[3] and each[1] < bottom
        ]

    def crossings(self, piece: "Piece", number: int) -> Sequence[float]:
        """How far along itself other lines cross the piece with that number."""
        area, found = piece.area, []
        for left, top, right, bottom, other in self.within(area, number):
            low, up, along = (left, right, top) if piece.upright else (top, bottom, left)
            across = area.left if piece.upright else area.top
            if other >= 0 and low + PASSES < across < up - PASSES:
                found.append(along + CLEARANCE)
        return found

    def border_cost(self, area: Area) -> float:
        """What speaks against `area` for the borders of frames that it covers a part of, or nearly touches."""
        cost = 0.0
        for border in self.borders:
            if _lies_across(border, area, BORDER_CLEARANCE):
                cost += ON_BORDER if _lies_across(border, area, 0.0) else NEAR_BORDER
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
    way = [(number, piece, ground.crossings(piece, number)) for number, piece in enumerate(pieces(route), first_piece)]
    for lines, cost in texts(label):
        passed = 0.0
        for number, piece, crossings in way:
            for area, along, extra in _along(piece, size(lines), number, ground):
                middle = abs(passed + along - whole / 2) / 40
                there = ground.border_cost(area) + _crossing_cost(piece, area, crossings)
                found.append(Spot(lines, area, cost + extra + middle + there))
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


def _along(piece: Piece, extent: tuple[float, float], number: int, ground: Ground) -> Iterator[tuple[Area, float, float]]:
    """Free places on the piece and beside it, from one end to the other.

    With each, how far along the piece its middle is, and what it costs not to be on the piece. What stands in the way is
    looked for once for all places that differ in nothing but how far along they are.
    """
    low, up = piece.free
    long = extent[1] if piece.upright else extent[0]
    if up - low < long:
        return
    count = int((up - low - long) / STEP)
    rest = (up - low - long - count * STEP) / 2
    origin = piece.start.y if piece.upright else piece.start.x
    bands = [(*band, _blocked(piece, band, number, ground)) for band in _bands(piece, extent)]
    for place in range(count + 1):
        start = low + rest + place * STEP
        end = start + long
        for near, far, extra, blocked in bands:
            if _is_free(start, end, blocked):
                area = Area(near, start, far, end) if piece.upright else Area(start, near, end, far)
                yield area, abs((start + end) / 2 - origin), extra


def _bands(piece: Piece, extent: tuple[float, float]) -> Iterator[tuple[float, float, float]]:
    """From where to where a label may lie across the piece: on it, then beside it; and what that costs."""
    wide, high = extent
    if piece.upright:
        x = piece.start.x
        yield x - wide / 2, x + wide / 2, 0.0
        yield x + 3, x + 3 + wide, BESIDE
        yield x - 3 - wide, x - 3, BESIDE
    else:
        y = piece.start.y
        yield y - high / 2, y + high / 2, 0.0
        yield y - 3 - high, y - 3, BESIDE
        yield y + 3, y + 3 + high, BESIDE


def _blocked(piece: Piece, band: tuple[float, float, float], number: int, ground: Ground) -> Sequence[tuple[float, float]]:
    """From where to where along the piece something stands in a band; on it, the piece itself does not."""
    near, far, extra = band
    low, up = piece.free
    but = number if extra < BESIDE else -2
    if piece.upright:
        return [(top, bottom) for _, top, _, bottom, _ in ground.within(Area(near, low - STEP, far, up + STEP), but)]
    return [(left, right) for left, _, right, _, _ in ground.within(Area(low - STEP, near, up + STEP, far), but)]


def _is_free(start: float, end: float, blocked: Sequence[tuple[float, float]]) -> bool:
    for low, up in blocked:  # noqa: SIM110  # as it is asked for each place of each label
        if low < end and start < up:
            return False
    return True


def _crossing_cost(piece: Piece, area: Area, crossings: Sequence[float]) -> float:
    """What speaks against a place for the nearest crossing: the closer, the more."""
    if not crossings:
        return 0.0
    low, up = (area.top, area.bottom) if piece.upright else (area.left, area.right)
    away = min(max(low - at, at - up, 0.0) for at in crossings)
    return AT_CROSSING * max(0.0, 1.0 - away / BESIDE_CROSSING)


def _length(piece: Piece) -> float:
    return abs(piece.start.x - piece.end.x) + abs(piece.start.y - piece.end.y)


def _buckets(area: Area) -> Iterator[tuple[int, int]]:
    for column in range(int(area.left // BUCKET), int(area.right // BUCKET) + 1):
        for row in range(int(area.top // BUCKET), int(area.bottom // BUCKET) + 1):
            yield column, row


def _lies_across(border: Area, area: Area, margin: float) -> bool:
    """Whether an area with that margin around it lies partly within a border, not wholly."""
    left, top, right, bottom = area.left - margin, area.top - margin, area.right + margin, area.bottom + margin
    if left >= border.right or right <= border.left or top >= border.bottom or bottom <= border.top:
        return False
    return left < border.left or top < border.top or right > border.right or bottom > border.bottom
