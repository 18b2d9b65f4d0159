"""Answer -> places: where Graphviz put each box, after a check that it put them all."""

from collections.abc import Mapping
from typing import Any

from archgen.errors import EngineError
from archgen.layout.dot_source import cluster_name, node_names
from archgen.layout.graphviz import Answer
from archgen.model.drawing import Drawing
from archgen.model.picture import Point


def centres(answer: Answer, drawing: Drawing) -> Mapping[str, Point]:
    """The centre of each box and each empty frame; y grows downwards.

    Raises `EngineError` when a box or a frame did not come back.
    """
    objects: Mapping[str, Mapping[str, Any]] = {str(each.get("name")): each for each in answer.get("objects", ())}
    nodes = {name: objects.get(called, {}).get("pos") for name, called in node_names(drawing).items()}
    clusters = {frame.id: objects.get(cluster_name(drawing, frame.id), {}).get("bb") for frame in drawing.frames}
    lost = sorted(name for name, place in (*nodes.items(), *clusters.items()) if place is None)
    if lost:
        listed = ", ".join(f'"{name}"' for name in lost[:5])
        raise EngineError(f"Graphviz gave no place to {listed}; draw fewer parts, or try ARCHGEN_DOT=dot")
    return {name: _point(str(place)) for name, place in nodes.items()}


def _point(place: str) -> Point:
    try:
        x, y = (float(part) for part in place.split(","))
    except ValueError:
        raise EngineError(f'Graphviz gave "{place}" as a place; check the program that ARCHGEN_DOT names') from None
    return Point(x, -y)
