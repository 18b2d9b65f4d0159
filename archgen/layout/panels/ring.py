"""Rings: arcs in the colours of their owners, nodes named outside, keys inside, and beside it what each node owns."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from archgen.dsl.appearance import Tone
from archgen.dsl.readable import number
from archgen.figures.ring import Ring, RingNode
from archgen.layout.adding import added
from archgen.layout.panels.block import Block, beside, stacked
from archgen.layout.panels.paragraph import line_height, paragraph
from archgen.model.picture import Line, Point, Rect, Shape, TextRole
from archgen.values import dataclass

RADIUS = 140.0
FINE = 12  # places that sines are rounded to: machines differ in the last of theirs
NODE, KEY = 14.0, 9.0
OUTSIDE, INSIDE = 24.0, 18.0  # from the ring to names
CHANGE = 9.0  # from the ring to the arcs that change hands
STEP = 4.0  # degrees between the points of an arc
SEAM = 1.6  # degrees that an arc keeps from either end
NAME, KEY_NAME = 130.0, 76.0
UP = 90.0  # how far from the middle names may stand within the ring, so that those of both sides keep apart
NAMED_PLACES = 14  # with more of them, only the list beside names the nodes
LIST_GAP, SWATCH = 36.0, 12.0
LIST = 250.0
Side = Literal["left", "right"]


@dataclass(frozen=True)
class Named:
    """A name that belongs to a place of the ring: its text, on which side of the middle, how high its middle is."""

    degrees: float
    text: Block
    side: Side
    y: float


def place_ring(ring: Ring, room: float) -> Block:
    """Set the ring, and the list of its nodes and keys beside it, or below it where there is less room."""
    drawn, owned = _ring(ring), _list(ring)
    if drawn.width + LIST_GAP + owned.width > room:
        wide = max(drawn.width, owned.width)
        return stacked((_centred(drawn, wide), _centred(owned, wide)), 20)
    lower = Block(owned.width, max(drawn.height, owned.height), owned.at(0, max(0.0, (drawn.height - owned.height) / 2)))
    return beside((drawn, lower), LIST_GAP)


def _centred(block: Block, wide: float) -> Block:
    return Block(wide, block.height, block.at((wide - block.width) / 2, 0))


def _ring(ring: Ring) -> Block:
    places = [(place, node) for node in ring.nodes for place in node.at]
    named = places if len(places) <= NAMED_PLACES else []
    nodes = _apart([_named(place, node.name, "strong", NAME, _tone(ring, node), RADIUS + OUTSIDE) for place, node in named])
    keys = _within([_named(key.at, key.name, "label", KEY_NAME, "neutral", RADIUS - INSIDE) for key in ring.keys])
    shapes = (
        *_arcs(ring),
        *(shape for name in nodes for shape in _written(name, RADIUS + NODE / 2 + 3, _outside(name))),
        *(shape for name in keys for shape in _written(name, RADIUS - KEY / 2 - 3, _inside(name))),
        *_pins(ring, places),
    )
    beyond = max((name.text.width for name in nodes), default=0.0) + OUTSIDE
    top, bottom = _extent(nodes)
    frame = Block(2 * (RADIUS + beyond), bottom - top, shapes)
    return Block(frame.width, frame.height, frame.at(RADIUS + beyond, -top))


def _extent(nodes: Sequence[Named]) -> tuple[float, float]:
    """How far up and down the ring and the names reach; never less than a name of one line, so that rings stand in line."""
    tops = [name.y - name.text.height / 2 for name in nodes]
    bottoms = [name.y + name.text.height / 2 for name in nodes]
    edge = RADIUS + OUTSIDE + line_height("strong") / 2 if nodes else RADIUS + CHANGE + 4
    return min([-edge, *tops]), max([edge, *bottoms])


def _point(degrees: float, radius: float) -> Point:
    turned = math.radians(degrees - 90)
    return Point(radius * round(math.cos(turned), FINE), radius * round(math.sin(turned), FINE))


def _arcs(ring: Ring) -> Iterator[Shape]:
    """The ring in the colours of its owners, and outside it what has just changed hands."""
    for start, end, node in ring.arcs(without=ring.going):
        yield _arc(start, end, RADIUS, ring.tone(node))
    tone: Tone = "good" if ring.coming else "bad"
    for start, end, node in ring.arcs():
        if node.name == ring.changed:
            yield replace(_arc(start, end, RADIUS + CHANGE, tone), role="plot")


def _arc(start: float, end: float, radius: float, tone: Tone) -> Line:
    start, end = min(start + SEAM, end), max(start, end - SEAM)
    steps = max(1, math.ceil((end - start) / STEP))
    points = tuple(_point(start + (end - start) * step / steps, radius) for step in range(steps + 1))
    return Line(points, "band", tone=tone, head=False, radius=0)


def _pins(ring: Ring, places: Sequence[tuple[float, RingNode]]) -> Iterator[Shape]:
    for place, node in places:
        yield _dot(place, NODE, "pin", _tone(ring, node))
    for key in ring.keys:
        yield _dot(key.at, KEY, "bar", _change(ring) if ring.moves(key) else "neutral")


def _tone(ring: Ring, node: RingNode) -> Tone:
    """The colour of a node: its own, or that of a loss."""
    return "bad" if node.name == ring.going else ring.tone(node)


def _dot(degrees: float, size: float, role: Literal["pin", "bar"], tone: Tone) -> Rect:
    at = _point(degrees, RADIUS)
    return Rect(at.x - size / 2, at.y - size / 2, size, size, role, tone, size / 2)


def _change(ring: Ring) -> Tone:
    return "good" if ring.coming else "bad"


def _named(degrees: float, text: str, role: TextRole, width: float, tone: Tone, radius: float) -> Named:
    at = _point(degrees, radius)
    return Named(degrees, paragraph(text, role, width, tone), "left" if at.x < -0.01 else "right", at.y)


def _columns(names: Sequence[Named]) -> Iterator[list[Named]]:
    """The names of each side, from the top down."""
    for side in ("left", "right"):
        yield sorted((name for name in names if name.side == side), key=lambda name: name.y)


def _apart(names: Sequence[Named]) -> Sequence[Named]:
    """Names of one side moved down as far as they must to keep apart, the whole column moved up by half of that."""
    moved: list[Named] = []
    for column in _columns(names):
        stacked_names = _down(column, -math.inf)
        shift = added(name.y - before.y for before, name in zip(column, stacked_names, strict=True)) / max(1, len(column))
        moved += [replace(name, y=name.y - shift) for name in stacked_names]
    return moved


def _within(names: Sequence[Named]) -> Sequence[Named]:
    """Names moved apart between `UP` and as far down; none of a side for which there is not enough room."""
    moved: list[Named] = []
    for column in _columns(names):
        if added(name.text.height + 2 for name in column) <= 2 * UP:
            lower = _down(column, -UP)
            lifted = _down([replace(name, y=-name.y) for name in reversed(lower)], -UP)
            moved += [replace(name, y=-name.y) for name in lifted]
    return moved


def _down(column: Sequence[Named], top: float) -> list[Named]:
    """Each name below the one before it, and below `top`."""
    moved: list[Named] = []
    for name in column:
        y = max(name.y, top + name.text.height / 2)
        moved.append(replace(name, y=y))
        top = y + name.text.height / 2 + 2
    return moved


def _written(name: Named, from_radius: float, left: float) -> Iterator[Shape]:
    """The name from `left` on, at its own height, with a line to its place where that is elsewhere."""
    start, text = _point(name.degrees, from_radius), name.text
    above, below = name.y - text.height / 2 - start.y, start.y - name.y - text.height / 2
    if max(above, below) > line_height("label") / 2:
        x = min(max(start.x, left + 4), left + text.width - 4)
        yield Line(
            (start, Point(x, name.y - text.height / 2 if above > 0 else name.y + text.height / 2)), "rule", head=False, radius=0
        )
    yield from text.at(left, name.y - text.height / 2)


def _outside(name: Named) -> float:
    """Where a name outside the ring begins: it ends, or begins, as far from the ring as its height allows."""
    x = max(4.0, _chord(RADIUS + OUTSIDE, name.y))
    return x if name.side == "right" else -x - name.text.width


def _inside(name: Named) -> float:
    """Where a name within the ring begins: below or above its place near the top and the foot, else beside it."""
    wide = name.text.width
    x = min(_chord(RADIUS - INSIDE, name.y), abs(_point(name.degrees, RADIUS).x) + wide / 2)
    x = max(x, wide + 4)
    return x - wide if name.side == "right" else -x


def _chord(radius: float, y: float) -> float:
    """How far from the middle a circle of that radius passes at that height."""
    high = min(abs(y), radius)
    return math.sqrt(max(0.0, radius * radius - high * high))


def _list(ring: Ring) -> Block:
    """What each node owns, and each key belongs to."""
    nodes = [_node(ring, node) for node in ring.nodes]
    keys = [_key(ring, place) for place in range(len(ring.keys))]
    parts = [*nodes, *([Block(0, 6), *keys] if keys else [])]
    return stacked(parts, 4)


def _node(ring: Ring, node: RingNode) -> Block:
    changed = {ring.coming: "new", ring.going: "lost"}.get(node.name) if node.name == ring.changed else None
    share = ring.share(node, without=ring.going) if node.name != ring.going else ring.share(node)
    places = "" if len(node.at) == 1 else f" in {len(node.at)} arcs"
    owns = f"{'owned' if node.name == ring.going else 'owns'} {number(round(100 * share))} %{places}"
    text = f"{node.name}{f' ({changed})' if changed else ''}: {owns}"
    return _listed(text, _tone(ring, node), 3)


def _key(ring: Ring, place: int) -> Block:
    key = ring.keys[place]
    owner, other = ring.owner(key.at), ring.owner(key.at, without=ring.changed)
    if not ring.moves(key):
        return _listed(f"{key.name}: {owner.name}", "neutral", SWATCH / 2)
    before, after = (other, owner) if ring.coming else (owner, other)
    return _listed(f"{key.name}: moves from {before.name} to {after.name}", _change(ring), SWATCH / 2)


def _listed(text: str, tone: Tone, radius: float) -> Block:
    said = paragraph(text, "body", LIST - SWATCH - 10)
    size = SWATCH if radius < SWATCH / 2 else KEY
    middle = line_height("body") / 2
    dot = Rect((SWATCH - size) / 2, middle - size / 2, size, size, "bar", tone, min(radius, size / 2))
    return Block(SWATCH + 10 + said.width, said.height, (dot, *said.at(SWATCH + 10, 0)))
