"""What stands in the way of lines that share theirs, and what they cross."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from archgen.layout.laid import Layered
from archgen.layout.placement import Area, Route
from archgen.values import dataclass

BOXES, TITLES, BORDERS, LABELS = 8.0, 4.0, 10.0, 3.0  # what new pieces keep clear of, in pixels
BESIDE, CROSSING = 9.0, 7.0  # from a line that runs along, and from where one that is crossed turns or ends

BUCKET = 80.0

Straight = tuple[bool, Area]  # a piece of line: whether it is upright, and what it takes


@dataclass(frozen=True)
class Thing:
    """What stands somewhere: a piece of the line of an arrow, its label, a box by its name, or a title."""

    sort: Literal["line", "label", "box", "title"]
    area: Area
    arrow: int = -1
    name: str = ""
    upright: bool = False


class Surroundings:
    """All that is in a figure, found by place; what is asked of a piece of line again is remembered until anything changes."""

    def __init__(self, layered: Layered) -> None:
        placement = layered.placement
        self.frames = list(placement.frames.values())
        self._buckets: dict[tuple[int, int], dict[int, Thing]] = {}
        self._of: dict[int, list[tuple[Thing, int]]] = {}
        self._count = 0
        for name, area in placement.boxes.items():
            self._add(Thing("box", area, name=name))
        for area in placement.titles.values():
            self._add(Thing("title", area))
        self.put(layered, range(len(layered.routes)))

    def put(self, layered: Layered, arrows: Iterable[int]) -> None:
        """Take in where lines and labels of these arrows are now, and forget where they were."""
        self._stood: dict[Straight, tuple[bool, frozenset[str]]] = {}
        self._met: dict[Straight, frozenset[int]] = {}
        self._crossed: dict[Straight, Sequence[int]] = {}
        for arrow in arrows:
            for thing, number in self._of.pop(arrow, ()):
                for bucket in _buckets(thing.area):
                    del self._buckets[bucket][number]
            for upright, area in straight(layered.routes[arrow]):
                self._add(Thing("line", area, arrow, upright=upright))
            spot = layered.spots[arrow]
            if spot is not None:
                self._add(Thing("label", spot.area, arrow))

    def is_free(self, route: Route, before: Route, but: Collection[int], ends: Collection[str]) -> bool:
        """Whether a new way of a line may be taken, where it is not as it was `before`.

        The lines `but` these are minded with their labels, and all parts but those where the line `ends`.
        """
        old = straight(before)
        new = [piece for piece in straight(route) if not any(_holds(area, piece[1]) for _, area in old)]
        return all(self._misses_parts(piece, ends) and self._disturbed(piece).issubset(but) for piece in new)

    def crossings(self, strokes: Iterable[Straight]) -> Sequence[int]:
        """The arrows of the lines that are crossed, each as often as that is so."""
        return [arrow for piece in strokes for arrow in self._crossings(piece)]

    def _misses_parts(self, piece: Straight, ends: Collection[str]) -> bool:
        if piece not in self._stood:
            _, area = piece
            near = [each for each in self._near(area.grown(BOXES)) if each.sort in ("box", "title")]
            blocked = any(each.area.overlaps(area if each.sort == "box" else area.grown(TITLES)) for each in near)
            blocked = blocked or any(_runs_along(piece, frame) for frame in self.frames)
            self._stood[piece] = blocked, frozenset(each.name for each in near if each.sort == "box")
        blocked, boxes = self._stood[piece]
        return not blocked and boxes.issubset(ends)

    def _disturbed(self, piece: Straight) -> frozenset[int]:
        """The arrows whose lines a piece runs along, or crosses where that is not plain, and those whose labels it touches."""
        if piece not in self._met:
            near = self._near(piece[1].grown(BESIDE))
            found = (each.arrow for each in near if each.sort == "line" and not is_plain(piece, (each.upright, each.area)))
            around = piece[1].grown(LABELS)
            labels = (each.arrow for each in near if each.sort == "label" and around.overlaps(each.area))
            self._met[piece] = frozenset((*found, *labels))
        return self._met[piece]

    def _crossings(self, piece: Straight) -> Sequence[int]:
        if piece not in self._crossed:
            upright, area = piece
            near = (each for each in self._near(area.grown(1)) if each.sort == "line" and each.upright != upright)
            self._crossed[piece] = [each.arrow for each in near if _cross(area, each.area)]
        return self._crossed[piece]

    def _add(self, thing: Thing) -> None:
        self._of.setdefault(thing.arrow, []).append((thing, self._count))
        for bucket in _buckets(thing.area):
            self._buckets.setdefault(bucket, {})[self._count] = thing
        self._count += 1

    def _near(self, area: Area) -> Sequence[Thing]:
        """All that touches an area, or nearly does."""
        found: dict[int, Thing] = {}
        for bucket in _buckets(area):
            found |= self._buckets.get(bucket, {})
        return [each for each in found.values() if _touches(area, each.area, 0.5)]


def _buckets(area: Area) -> Iterator[tuple[int, int]]:
    for column in range(int(area.left // BUCKET), int(area.right // BUCKET) + 1):
        for row in range(int(area.top // BUCKET), int(area.bottom // BUCKET) + 1):
            yield column, row


def straight(route: Route) -> Sequence[Straight]:
    """The straight pieces of a line."""
    found = []
    for one, other in pairwise(route):
        left, right = (one.x, other.x) if one.x < other.x else (other.x, one.x)
        top, bottom = (one.y, other.y) if one.y < other.y else (other.y, one.y)
        found.append((one.x == other.x, Area(left, top, right, bottom)))
    return found


def crossings_among(strokes: Sequence[Straight]) -> int:
    """How often pieces cross one another."""
    lying = [area for upright, area in strokes if not upright]
    return sum(_cross(area, other) for upright, area in strokes if upright for other in lying)


def _cross(one: Area, other: Area) -> bool:
    """Whether two pieces, one upright and one level, cross between their ends."""
    if one.height == 0:
        one, other = other, one
    return other.left < one.left < other.right and one.top < other.top < one.bottom


def _holds(outer: Area, inner: Area) -> bool:
    return outer.left <= inner.left and outer.top <= inner.top and outer.right >= inner.right and outer.bottom >= inner.bottom


def _runs_along(piece: Straight, frame: Area) -> bool:
    """Whether it runs close along a border of the frame."""
    upright, area = piece
    if upright:
        close = min(abs(area.left - frame.left), abs(area.left - frame.right)) < BORDERS
        return close and min(area.bottom, frame.bottom) - max(area.top, frame.top) > BORDERS
    close = min(abs(area.top - frame.top), abs(area.top - frame.bottom)) < BORDERS
    return close and min(area.right, frame.right) - max(area.left, frame.left) > BORDERS


def is_plain(one: Straight, other: Straight) -> bool:
    """Whether both are far apart, or cross each other far from the ends of either."""
    if one[0] == other[0]:
        return not _touches(one[1], other[1], BESIDE)
    if not _touches(one[1], other[1], CROSSING):
        return True
    standing, lying = (one[1], other[1]) if one[0] else (other[1], one[1])
    return (
        lying.left + CROSSING <= standing.left <= lying.right - CROSSING
        and standing.top + CROSSING <= lying.top <= standing.bottom - CROSSING
    )


def _touches(one: Area, other: Area, margin: float) -> bool:
    return (
        one.left - margin < other.right
        and other.left < one.right + margin
        and one.top - margin < other.bottom
        and other.top < one.bottom + margin
    )
