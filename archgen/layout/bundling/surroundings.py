"""What stands in the way of lines that share theirs, and what they cross."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from archgen.layout.bundling.straights import BESIDE, Straight, is_plain, straight, without
from archgen.layout.laid import Layered
from archgen.layout.placement import Area, Route

BOXES, TITLES, BORDERS, LABELS = 8.0, 4.0, 10.0, 3.0  # what new pieces keep clear of, in pixels
SLACK = 0.5  # around what is near
BUCKET = 80.0


class Held(NamedTuple):
    """What stands somewhere: a box by its name, a title, a piece of the line of an arrow, or its label."""

    area: Straight
    is_text: bool
    name: str = ""
    arrow: int = -1


class Surroundings:
    """All that is in a figure, found by place; what is asked of a piece of line again is remembered until anything changes."""

    def __init__(self, layered: Layered) -> None:
        placement = layered.placement
        self.frames = list(placement.frames.values())
        self._parts, self._lines = _Places(), _Places()
        self._of: dict[int, list[int]] = {}
        self._stood: dict[Straight, tuple[bool, frozenset[str]]] = {}
        for name, area in placement.boxes.items():
            self._parts.put(Held(_taken(area), is_text=False, name=name))
        for area in placement.titles.values():
            self._parts.put(Held(_taken(area), is_text=True))
        self.put(layered, range(len(layered.routes)))

    def put(self, layered: Layered, arrows: Iterable[int]) -> None:
        """Take in where lines and labels of these arrows are now, and forget where they were."""
        self._met: dict[Straight, frozenset[int]] = {}
        self._crossed: dict[Straight, Sequence[int]] = {}
        for arrow in arrows:
            for number in self._of.pop(arrow, ()):
                self._lines.remove(number)
            held = [Held(piece, is_text=False, arrow=arrow) for piece in straight(layered.routes[arrow])]
            spot = layered.spots[arrow]
            if spot is not None:
                held.append(Held(_taken(spot.area), is_text=True, arrow=arrow))
            self._of[arrow] = [self._lines.put(each) for each in held]

    def disturbed(self, route: Route, before: Sequence[Straight], ends: Collection[str]) -> frozenset[int] | None:
        """The arrows whose lines or labels a line would come too close to on a new way, where that is not as it was `before`.

        None where a part stands in the way that is none of those where the line `ends`.
        """
        found: frozenset[int] = frozenset()
        for piece in without(straight(route), before):
            if not self._misses_parts(piece, ends):
                return None
            found |= self._disturbed(piece)
        return found

    def crossings(self, strokes: Iterable[Straight]) -> Sequence[int]:
        """The arrows of the lines that are crossed, each as often as that is so."""
        return [arrow for piece in strokes for arrow in self._crossings(piece)]

    def _misses_parts(self, piece: Straight, ends: Collection[str]) -> bool:
        stood = self._stood.get(piece)
        if stood is None:
            near = self._parts.near(_grown(piece, BOXES))
            blocked = any(_overlap(each.area, _grown(piece, TITLES if each.is_text else 0)) for each in near)
            blocked = blocked or any(_runs_along(piece, frame) for frame in self.frames)
            stood = self._stood[piece] = blocked, frozenset(each.name for each in near if not each.is_text)
        blocked, boxes = stood
        return not blocked and boxes.issubset(ends)

    def _disturbed(self, piece: Straight) -> frozenset[int]:
        """The arrows whose lines a piece runs along, or crosses where that is not plain, and those whose labels it touches."""
        met = self._met.get(piece)
        if met is None:
            around = _grown(piece, LABELS)
            met = self._met[piece] = frozenset(
                arrow
                for area, is_text, _, arrow in self._lines.near(_grown(piece, BESIDE))
                if (_overlap(around, area) if is_text else not is_plain(piece, area))
            )
        return met

    def _crossings(self, piece: Straight) -> Sequence[int]:
        crossed = self._crossed.get(piece)
        if crossed is None:
            near = self._lines.near(_grown(piece, 1))
            crossed = self._crossed[piece] = [arrow for area, text, _, arrow in near if not text and _cross(piece, area)]
        return crossed


class _Places:
    """What is held, found by where it stands."""

    def __init__(self) -> None:
        self._buckets: dict[tuple[int, int], dict[int, Held]] = {}
        self._held: dict[int, Held] = {}
        self._count = 0

    def put(self, held: Held) -> int:
        """Hold one more, which is removed by the number that is given."""
        self._count += 1
        self._held[self._count] = held
        for bucket in _buckets(held.area):
            self._buckets.setdefault(bucket, {})[self._count] = held
        return self._count

    def remove(self, number: int) -> None:
        """Hold the one of that number no longer."""
        for bucket in _buckets(self._held.pop(number).area):
            del self._buckets[bucket][number]

    def near(self, area: Straight) -> Sequence[Held]:
        """All that touches an area, or nearly does."""
        found: dict[int, Held] = {}
        for bucket in _buckets(area):
            if bucket in self._buckets:
                found |= self._buckets[bucket]
        _, left, top, right, bottom = _grown(area, SLACK)
        return [
            each
            for each in found.values()
            if left < each.area.right and each.area.left < right and top < each.area.bottom and each.area.top < bottom
        ]


def _buckets(area: Straight) -> Iterator[tuple[int, int]]:
    _, left, top, right, bottom = area
    rows = range(int(top // BUCKET), int(bottom // BUCKET) + 1)
    for column in range(int(left // BUCKET), int(right // BUCKET) + 1):
        for row in rows:
            yield column, row


def _taken(area: Area) -> Straight:
    """An area as a piece, however thick: that of a line has no width or no height."""
    return Straight(area.width == 0, area.left, area.top, area.right, area.bottom)


def _grown(piece: Straight, by: float) -> Straight:
    upright, left, top, right, bottom = piece
    return Straight(upright, left - by, top - by, right + by, bottom + by)


def _overlap(one: Straight, other: Straight) -> bool:
    """Whether both share more than an edge."""
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def _cross(one: Straight, other: Straight) -> bool:
    """Whether two pieces, one upright and one level, cross between their ends."""
    if one.upright == other.upright:
        return False
    if not one.upright:
        one, other = other, one
    return other.left < one.left < other.right and one.top < other.top < one.bottom


def _runs_along(piece: Straight, frame: Area) -> bool:
    """Whether it runs close along a border of the frame."""
    if piece.upright:
        close = min(abs(piece.left - frame.left), abs(piece.left - frame.right)) < BORDERS
        return close and min(piece.bottom, frame.bottom) - max(piece.top, frame.top) > BORDERS
    close = min(abs(piece.top - frame.top), abs(piece.top - frame.bottom)) < BORDERS
    return close and min(piece.right, frame.right) - max(piece.left, frame.left) > BORDERS
