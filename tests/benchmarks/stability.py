"""How much of a figure moves when its design changes a little: python -m tests.benchmarks.stability.

For 60 random designs of 20 components, and several small changes: the share of the old components that moved by more than half
a box, to the side or up or down, where moving all of them together does not count; and the share of the pairs of old components
that came to stand the other way round, left of one another or above. Each with the layout file that was written before the
change, and without one.
"""

import random
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations
from statistics import mean, median

from archgen.layout.place import place, standing
from archgen.model.drawing import Arrow, Box, Drawing, Frame
from archgen.model.picture import Rect

DESIGNS, COMPONENTS, CONNECTIONS = 60, 20, 28
Middles = Mapping[str, tuple[float, float, float, float]]


def design(seed: int) -> Drawing:
    """A random design in four groups, whose connections mostly lead ahead."""
    chance = random.Random(seed)
    boxes = tuple(
        Box(f"b{n}", f"Component {n}", "3 replicas", "server", frame=f"g{n * 4 // COMPONENTS}") for n in range(COMPONENTS)
    )
    pairs = {(chance.randrange(max(0, n - 7), n), n): None for n in range(1, COMPONENTS)}
    while len(pairs) < CONNECTIONS:
        one, other = sorted(chance.sample(range(COMPONENTS), 2))
        pairs.setdefault((one, other), None)
    arrows = tuple(Arrow(f"b{one}", f"b{other}", chance.choice(("calls", "reads by key", "publishes"))) for one, other in pairs)
    return Drawing("d", "D", "", boxes, arrows, tuple(Frame(f"g{n}", f"Group {n}") for n in range(4)))


def grown(drawing: Drawing, seed: int) -> Drawing:
    """The design with one more component at its end, and two connections."""
    chance = random.Random(1000 + seed)
    new = Box("new", "Added component", "1 replica", "server", frame=chance.choice(drawing.frames).id)
    one, other = chance.sample([box.id for box in drawing.boxes], 2)
    added = (Arrow(one, "new", "asks"), Arrow("new", other, "writes"))
    return replace(drawing, boxes=(*drawing.boxes, new), arrows=(*drawing.arrows, *added))


def joined(drawing: Drawing, seed: int) -> Drawing:
    """The design with one more connection."""
    one, other = random.Random(2000 + seed).sample([box.id for box in drawing.boxes], 2)
    return replace(drawing, arrows=(*drawing.arrows, Arrow(one, other, "asks")))


def less(drawing: Drawing, seed: int) -> Drawing:
    """The design without one of its components, and the connections of that."""
    gone = random.Random(3000 + seed).choice(drawing.boxes).id
    arrows = tuple(arrow for arrow in drawing.arrows if gone not in (arrow.source, arrow.target))
    return replace(drawing, boxes=tuple(box for box in drawing.boxes if box.id != gone), arrows=arrows)


def renamed(drawing: Drawing, seed: int) -> Drawing:
    """The design with one component that says more."""
    chosen = random.Random(4000 + seed).choice(drawing.boxes)
    told = replace(chosen, title="Renamed component", subtitle="12 replicas, PostgreSQL")
    return replace(drawing, boxes=tuple(told if box is chosen else box for box in drawing.boxes))


CHANGES: Mapping[str, Callable[[Drawing, int], Drawing]] = {
    "a component and two connections more": grown,
    "a connection more": joined,
    "a component less": less,
    "a component renamed": renamed,
}


def middles(drawing: Drawing) -> Middles:
    """The middle and the size of each box."""
    rects = [shape for shape in place(drawing).shapes if isinstance(shape, Rect) and shape.role == "box"]
    return {
        box.id: (rect.x + rect.width / 2, rect.y + rect.height / 2, rect.width, rect.height)
        for box, rect in zip(drawing.boxes, rects, strict=True)
    }


def moved(old: Middles, new: Middles) -> float:
    """The share of what is in both that moved."""
    both = [id for id in old if id in new]
    x = median(new[id][0] - old[id][0] for id in both)
    y = median(new[id][1] - old[id][1] for id in both)
    return mean(
        abs(new[id][0] - old[id][0] - x) > old[id][2] / 2 or abs(new[id][1] - old[id][1] - y) > old[id][3] / 2 for id in both
    )


def turned(old: Middles, new: Middles) -> float:
    """The share of the pairs of what is in both that stand the other way round, by more than half a box before and after."""
    both = [id for id in old if id in new]
    return mean(
        any(_side(old, one, other, axis) * _side(new, one, other, axis) < 0 for axis in (0, 1))
        for one, other in combinations(both, 2)
    )


def _side(places: Middles, one: str, other: str, axis: int) -> int:
    apart = places[one][axis] - places[other][axis]
    return 0 if abs(apart) < (places[one][axis + 2] + places[other][axis + 2]) / 4 else 1 if apart > 0 else -1


def shares(change: Callable[[Drawing, int], Drawing], seed: int, *, kept: bool) -> tuple[float, float]:
    """How much of one design moved, and how many pairs of it turned round."""
    before = design(seed)
    layout = standing(before) if kept else None
    old, new = middles(replace(before, kept=layout)), middles(replace(change(before, seed), kept=layout))
    return moved(old, new), turned(old, new)


if __name__ == "__main__":
    for said, change in CHANGES.items():
        for kept in (False, True):
            found = [shares(change, seed, kept=kept) for seed in range(DESIGNS)]
            gone, round_ = (100 * mean(each) for each in zip(*found, strict=True))
            file = "with a layout file" if kept else "without"
            sys.stdout.write(f"{said}, {file}: {gone:.1f} % of the components moved, {round_:.1f} % of the pairs turned round\n")
