"""Drawing -> boxes, frames, lines and labels at their places: the best of some arrangements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archgen.layout.anatomy import ROOMY, Anatomy, even_lanes, measure
from archgen.layout.dot_answer import centres
from archgen.layout.dot_source import Plan, Size, dot_source
from archgen.layout.graphviz import Engine
from archgen.layout.labels import label
from archgen.layout.placement import Placement, Route
from archgen.layout.ranks import names
from archgen.layout.routes import route
from archgen.layout.rows import settle, title_width
from archgen.layout.spots import Spot
from archgen.model.drawing import Drawing


@dataclass(frozen=True)
class Layered:
    """A drawing in layers, every part at its place. Routes and spots are in the order of the arrows."""

    anatomies: Mapping[str, Anatomy]
    placement: Placement
    routes: Sequence[Route]
    spots: Sequence[Spot | None]


def arrange(drawing: Drawing, engine: Engine) -> Layered:
    """Place `drawing` with the help of `engine`."""
    anatomies = {box.id: measure(box, ROOMY) for box in drawing.boxes}
    plan = Plan(drawing.direction, _sizes(drawing, anatomies))
    placement = settle(drawing, plan, centres(engine(dot_source(drawing, plan)), drawing))
    routes = route(drawing, placement)
    return Layered(anatomies, placement, routes, label(drawing.arrows, placement, routes))


def _sizes(drawing: Drawing, anatomies: Mapping[str, Anatomy]) -> Mapping[str, Size]:
    sizes = {name: (anatomy.width, anatomy.height) for name, anatomy in anatomies.items()}
    for frame in drawing.frames:
        if frame.id in names(drawing):
            sizes[frame.id] = (even_lanes(title_width(frame)), 40.0)
    return sizes
