"""The course of a line: straight pieces with rounded corners, and the head of an arrow."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from archgen.model.picture import Line, Point
from archgen.svg.numbers import number

HEAD_LENGTH = 7.0
HEAD_SPREAD = 4.0


def course(line: Line) -> str:
    """Return the path data of the line itself; empty where it has no length."""
    points = _distinct(line.points)
    if len(points) < 2:
        return ""
    last = len(points) - 2
    bends = [
        _bend(*three, line.radius, line.leaves and place == 1, line.joins and place == last)
        for place, three in enumerate(zip(points, points[1:], points[2:], strict=False), 1)
    ]
    return f"M{_at(points[0])}{''.join(bends)}L{_at(points[-1])}"


def heads(line: Line, size: float = 1.0, *, filled: bool = False) -> Iterator[str]:
    """The path data of the heads of an arrow: at its last point, and at its first where it has a tail."""
    points = _distinct(line.points)
    if line.role == "arrow" and len(points) > 1:
        if line.head:
            yield _head(points[-1], points[-2], size, "Z" * filled)
        if line.tail:
            yield _head(points[0], points[1], size, "Z" * filled)


def _head(tip: Point, before: Point, size: float, end: str) -> str:
    back = _towards(tip, before, HEAD_LENGTH * size)
    across_x, across_y = _direction(tip, before)
    spread = HEAD_SPREAD * size
    left = Point(back.x - across_y * spread, back.y + across_x * spread)
    right = Point(back.x + across_y * spread, back.y - across_x * spread)
    return f"M{_at(left)}L{_at(tip)}L{_at(right)}{end}"


def _bend(before: Point, corner: Point, after: Point, radius: float, leaves: bool, joins: bool) -> str:
    """A round corner, which takes half of what is between it and the next one, or all where another line goes on there."""
    ahead, behind = _distance(before, corner) / (1 if leaves else 2), _distance(corner, after) / (1 if joins else 2)
    room = min(radius, ahead, behind)
    start, end = _towards(corner, before, room), _towards(corner, after, room)
    return f"L{_at(start)}Q{_at(corner)} {_at(end)}"


def _distinct(points: Sequence[Point]) -> list[Point]:
    kept = list(points[:1])
    kept.extend(point for last, point in pairwise(points) if _distance(last, point) > 0.01)
    return kept


def _towards(start: Point, goal: Point, distance: float) -> Point:
    x, y = _direction(start, goal)
    return Point(start.x + x * distance, start.y + y * distance)


def _direction(start: Point, goal: Point) -> tuple[float, float]:
    distance = _distance(start, goal)
    return (goal.x - start.x) / distance, (goal.y - start.y) / distance


def _distance(one: Point, other: Point) -> float:
    return hypot(other.x - one.x, other.y - one.y)


def _at(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"
