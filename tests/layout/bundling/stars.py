"""Drawings in which lines could share their way: many boxes that are connected with one."""

from collections.abc import Sequence

from archgen.layout.laid import Layered
from archgen.layout.place import in_streets
from archgen.layout.placement import Area, Placement, Route
from archgen.model.drawing import Arrow, Box, Drawing, Style

NAMES = ("Orders", "Payments", "Catalogue", "Users", "Search", "Mailer", "Reports", "Billing")


def star(labels: Sequence[str], *, outwards: bool = False, styles: Sequence[Style] = ("solid",)) -> Drawing:
    """As many boxes as labels, each with a line to one box, or from it; styles in turn."""
    boxes = [Box(f"b{number}", NAMES[number % len(NAMES)]) for number in range(len(labels))]
    arrows = []
    for number, (box, label) in enumerate(zip(boxes, labels, strict=True)):
        ends = ("hub", box.id) if outwards else (box.id, "hub")
        arrows.append(Arrow(*ends, label, styles[number % len(styles)], of=(f"line-{number}",)))
    return Drawing("star", "Star", "A star.", (Box("hub", "Metrics"), *boxes), tuple(arrows))


def laid(drawing: Drawing) -> Layered:
    """Each line for itself."""
    return in_streets(drawing)


def drawn(boxes: dict[str, Area], routes: Sequence[Route]) -> Layered:
    """With these lines and no labels."""
    return Layered({}, Placement(boxes, {}, {}), routes, [None for _ in routes])
