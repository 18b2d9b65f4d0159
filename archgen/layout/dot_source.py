"""Drawing -> DOT: every size is given, and Graphviz finds no text to measure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from archgen.layout.placement import LANE
from archgen.layout.ranks import Pair, Ranks, flow, names
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
    called, spans = node_names(drawing), [*_spans(drawing, plan.ranks)]
    _contents(graph, drawing, plan, called, None)
    for upper, lower, apart in spans:
        if apart < 2 or plan.bridges:
            graph.edge(called[upper], called[lower], weight="10", minlen=str(apart))
    for source, target in _ties(spans, plan.ranks):
        graph.edge(called[source], called[target], style="invis")
    return str(graph.source)


def node_names(drawing: Drawing) -> Mapping[str, str]:
    """What each box, and each empty frame, is called in DOT: without letters that DOT gives a meaning."""
    return {name: f"{place} {_plain(name)}".strip() for place, name in enumerate(names(drawing))}


def cluster_name(drawing: Drawing, frame: str) -> str:
    """What a frame is called in DOT."""
    place = [each.id for each in drawing.frames].index(frame)
    return f"cluster {place} {_plain(frame)}".strip()


def _plain(name: str) -> str:
    return re.sub("[^A-Za-z0-9]+", " ", name).strip()


def _contents(graph: "Digraph", drawing: Drawing, plan: Plan, called: Mapping[str, str], frame: str | None) -> None:
    for box in drawing.boxes:
        if box.frame == frame:
            _node(graph, plan, box.id, called[box.id])
    for inner in drawing.frames:
        if inner.parent == frame:
            with graph.subgraph(name=cluster_name(drawing, inner.id)) as cluster:
                cluster.attr(margin=str(_margin(plan)))
                if inner.id in called:
                    _node(cluster, plan, inner.id, called[inner.id])
                _contents(cluster, drawing, plan, called, inner.id)


def _node(graph: "Digraph", plan: Plan, name: str, called: str) -> None:
    width, height = plan.sizes[name]
    width = max(width, plan.least_widths.get(name, 0.0))
    apart = plan.between - LANE
    if plan.direction == "right":
        height += apart
    else:
        width += apart
    graph.node(called, width=_inches(width), height=_inches(height))


def _margin(plan: Plan) -> int:
    """From a box to its frame; the distance between boxes, half of which is in their sizes, counts towards it."""
    wish = 30 if plan.direction == "right" else 20
    return max(2, round(wish - (plan.between - LANE) / 2))


def _spans(drawing: Drawing, ranks: Ranks | None) -> Iterator[tuple[str, str, int]]:
    """The pairs of the flow, the upper first, with the number of rows from one to the other."""
    for source, target in flow(drawing):
        apart = 1 if ranks is None else ranks[target] - ranks[source]
        yield (source, target, apart) if apart >= 0 else (target, source, -apart)


def _ties(spans: Sequence[tuple[str, str, int]], ranks: Ranks | None) -> Sequence[Pair]:
    """Edges nobody sees that hold each thing in its row: one to a neighbour a row above, where no arrow does."""
    if ranks is None:
        return ()
    held = {lower for _, lower, apart in spans if apart == 1}
    leads: dict[int, str] = {}
    for name, rank in ranks.items():
        leads.setdefault(rank, name)
    return [(leads[rank - 1], name) for name, rank in ranks.items() if rank > 0 and name not in held]


def _inches(pixels: float) -> str:
    return f"{pixels / POINTS:.4f}"
