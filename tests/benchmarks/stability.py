"""How much of a figure moves when a component and two connections are added: python -m tests.benchmarks.stability.

For 60 random designs of 20 components: the share of the old components that moved by more than half a box, where moving all
of them together does not count.
"""

import random
import sys
from collections.abc import Mapping
from dataclasses import replace
from statistics import mean, median

from archgen.layout.place import place
from archgen.model.drawing import Arrow, Box, Drawing, Frame
from archgen.model.picture import Rect

DESIGNS, COMPONENTS, CONNECTIONS = 60, 20, 28


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


def middles(drawing: Drawing) -> Mapping[str, tuple[float, float, float, float]]:
    """The middle and the size of each box."""
    rects = [shape for shape in place(drawing).shapes if isinstance(shape, Rect) and shape.role == "box"]
    return {
        box.id: (rect.x + rect.width / 2, rect.y + rect.height / 2, rect.width, rect.height)
        for box, rect in zip(drawing.boxes, rects, strict=True)
    }


def moved(seed: int) -> float:
    """The share of the old components of one design that moved."""
    old, new = middles(design(seed)), middles(grown(design(seed), seed))
    x = median(new[id][0] - old[id][0] for id in old)
    y = median(new[id][1] - old[id][1] for id in old)
    far = [abs(new[id][0] - at[0] - x) > at[2] / 2 or abs(new[id][1] - at[1] - y) > at[3] / 2 for id, at in old.items()]
    return mean(far)


if __name__ == "__main__":
    shares = [moved(seed) for seed in range(DESIGNS)]
    sys.stdout.write(f"{100 * mean(shares):.0f} % of the components moved by more than half a box\n")
