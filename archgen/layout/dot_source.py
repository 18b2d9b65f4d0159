"""Drawing -> DOT: every size is given, and Graphviz finds no text to measure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphviz import Digraph

from archgen.layout.ranks import Pair, Ranks, flow, names, stand_ins
from archgen.model.drawing import Direction, Drawing

POINTS = 72.0  # an inch
Size = tuple[float, float]


@dataclass(frozen=True)
class Plan:
    """How Graphviz is asked to place a drawing. Sizes are in pixels; without `ranks` it chooses the rows itself."""

    direction: Direction
    sizes: Mapping[str, Size]
    ranks: Ranks | None = None
    between: float = 40.0


def dot_source(drawing: Drawing, plan: Plan) -> str:
    """Write `drawing` in DOT as `plan` has it."""
    graph = Digraph()
    graph.attr(
        rankdir="LR" if plan.direction == "right" else "TB",
        nodesep=_inches(plan.between),
        ranksep=_inches(60),
        splines="none",
        newrank="true" if plan.ranks is not None else "false",
    )
    graph.attr("node", shape="box", fixedsize="true", label="")
    graph.attr("edge", arrowhead="none")
    _contents(graph, drawing, plan, None)
    for source, target in flow(drawing):
        apart = 1 if plan.ranks is None else plan.ranks[target] - plan.ranks[source]
        graph.edge(node_name(drawing, source), node_name(drawing, target), weight="10", minlen=str(apart))
    for source, target in _ties(drawing, plan.ranks or {}):
        graph.edge(node_name(drawing, source), node_name(drawing, target), style="invis")
    return str(graph.source)


def node_name(drawing: Drawing, name: str) -> str:
    """What a box, or an empty frame, is called in DOT: without letters that DOT gives a meaning."""
    return f"{names(drawing).index(name)} {re.sub('[^A-Za-z0-9]+', ' ', name).strip()}".strip()


def cluster_name(drawing: Drawing, frame: str) -> str:
    """What a frame is called in DOT."""
    place = [each.id for each in drawing.frames].index(frame)
    return f"cluster {place} {re.sub('[^A-Za-z0-9]+', ' ', frame).strip()}".strip()


def _contents(graph: Digraph, drawing: Drawing, plan: Plan, frame: str | None) -> None:
    ends = stand_ins(drawing)
    for box in drawing.boxes:
        if box.frame == frame:
            _node(graph, drawing, plan, box.id)
    for inner in drawing.frames:
        if inner.parent == frame:
            with graph.subgraph(name=cluster_name(drawing, inner.id)) as cluster:
                cluster.attr(margin=str(30 if plan.direction == "right" else 20))
                if ends[inner.id] == inner.id:
                    _node(cluster, drawing, plan, inner.id)
                _contents(cluster, drawing, plan, inner.id)


def _node(graph: Digraph, drawing: Drawing, plan: Plan, name: str) -> None:
    width, height = plan.sizes[name]
    graph.node(node_name(drawing, name), width=_inches(width), height=_inches(height))


def _ties(drawing: Drawing, ranks: Ranks) -> Sequence[Pair]:
    """Edges nobody sees that hold each thing in its row: one to a neighbour a row above, where no arrow does."""
    held = {target for source, target in flow(drawing) if ranks and ranks[target] - ranks[source] == 1}
    leads: dict[int, str] = {}
    for name, rank in ranks.items():
        leads.setdefault(rank, name)
    return [(leads[rank - 1], name) for name, rank in ranks.items() if rank > 0 and name not in held]


def _inches(pixels: float) -> str:
    return f"{pixels / POINTS:.4f}"
