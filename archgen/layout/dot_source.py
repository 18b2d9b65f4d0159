"""Drawing -> DOT: every size is given, and Graphviz finds no text to measure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from archgen.layout.placement import LANE
from archgen.layout.ranks import Pair, Ranks, flow, names, stand_ins
from archgen.model.drawing import Direction, Drawing
from archgen.values import dataclass

if TYPE_CHECKING:
    from graphviz import Digraph

POINTS = 72.0  # an inch
Size = tuple[float, float]


@dataclass(frozen=True)
class Plan:
    """How Graphviz is asked to place a drawing. Sizes are in pixels; without `ranks` it chooses the rows itself.

    Without `bridges`, arrows that skip rows are kept from it: it would widen the picture for them to pass.
    `least_widths` is room kept for some things that is wider than they are. `between` is the distance of neighbours in
    a row. It is part of their sizes in DOT, so that a line that passes takes no more than a lane. `row_gap` is added
    to the distance of rows.
    """

    direction: Direction
    sizes: Mapping[str, Size]
    least_widths: Mapping[str, float] = field(default_factory=dict)
    ranks: Ranks | None = None
    bridges: bool = True
    between: float = 40.0
    row_gap: float = 0.0


def dot_source(drawing: Drawing, plan: Plan) -> str:
    """Write `drawing` in DOT as `plan` has it."""
    from graphviz import Digraph

    graph = Digraph()
    graph.attr(
        rankdir="LR" if plan.direction == "right" else "TB",
        nodesep=_inches(LANE),
        ranksep=_inches(60),
        splines="none",
        newrank="true" if plan.ranks is not None else "false",
    )
    graph.attr("node", shape="box", fixedsize="true", label="")
    graph.attr("edge", arrowhead="none")
    _contents(graph, drawing, plan, None)
    for upper, lower, apart in _spans(drawing, plan.ranks):
        if apart < 2 or plan.bridges:
            graph.edge(node_name(drawing, upper), node_name(drawing, lower), weight="10", minlen=str(apart))
    for source, target in _ties(drawing, plan.ranks):
        graph.edge(node_name(drawing, source), node_name(drawing, target), style="invis")
    return str(graph.source)


def node_name(drawing: Drawing, name: str) -> str:
    """What a box, or an empty frame, is called in DOT: without letters that DOT gives a meaning."""
    return f"{names(drawing).index(name)} {re.sub('[^A-Za-z0-9]+', ' ', name).strip()}".strip()


def cluster_name(drawing: Drawing, frame: str) -> str:
    """What a frame is called in DOT."""
    place = [each.id for each in drawing.frames].index(frame)
    return f"cluster {place} {re.sub('[^A-Za-z0-9]+', ' ', frame).strip()}".strip()


def _contents(graph: "Digraph", drawing: Drawing, plan: Plan, frame: str | None) -> None:
    ends = stand_ins(drawing)
    for box in drawing.boxes:
        if box.frame == frame:
            _node(graph, drawing, plan, box.id)
    for inner in drawing.frames:
        if inner.parent == frame:
            with graph.subgraph(name=cluster_name(drawing, inner.id)) as cluster:
                cluster.attr(margin=str(_margin(plan)))
                if ends[inner.id] == inner.id:
                    _node(cluster, drawing, plan, inner.id)
                _contents(cluster, drawing, plan, inner.id)


def _node(graph: "Digraph", drawing: Drawing, plan: Plan, name: str) -> None:
    width, height = plan.sizes[name]
    width = max(width, plan.least_widths.get(name, 0.0))
    apart = plan.between - LANE
    if plan.direction == "right":
        height += apart
    else:
        width += apart
    graph.node(node_name(drawing, name), width=_inches(width), height=_inches(height))


def _margin(plan: Plan) -> int:
    """From a box to its frame; the distance between boxes, half of which is in their sizes, counts towards it."""
    wish = 30 if plan.direction == "right" else 20
    return max(2, round(wish - (plan.between - LANE) / 2))


def _spans(drawing: Drawing, ranks: Ranks | None) -> Iterator[tuple[str, str, int]]:
    """The pairs of the flow, the upper first, with the number of rows from one to the other."""
    for source, target in flow(drawing):
        apart = 1 if ranks is None else ranks[target] - ranks[source]
        yield (source, target, apart) if apart >= 0 else (target, source, -apart)


def _ties(drawing: Drawing, ranks: Ranks | None) -> Sequence[Pair]:
    """Edges nobody sees that hold each thing in its row: one to a neighbour a row above, where no arrow does."""
    if ranks is None:
        return ()
    held = {lower for _, lower, apart in _spans(drawing, ranks) if apart == 1}
    leads: dict[int, str] = {}
    for name, rank in ranks.items():
        leads.setdefault(rank, name)
    return [(leads[rank - 1], name) for name, rank in ranks.items() if rank > 0 and name not in held]


def _inches(pixels: float) -> str:
    return f"{pixels / POINTS:.4f}"
