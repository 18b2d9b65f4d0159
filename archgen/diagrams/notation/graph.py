"""A graph of a figure as boxes and arrows."""

from archgen.figures import Graph
from archgen.plugin import Arrow, Box, Drawing, Frame


def draw_graph(graph: Graph) -> Drawing:
    """The panel as what is placed in layers."""
    nodes = graph.all_nodes
    return Drawing(
        "graph",
        graph.title,
        graph.told(),
        tuple(Box(node.name, node.name, node.text, node.glyph, node.tone, frame=_frame_id(node.group)) for node in nodes),
        tuple(
            Arrow(link.source, link.target, link.text, "dashed" if link.dashed else "solid", link.back, link.both)
            for link in graph.links
        ),
        tuple(Frame(f"group:{name}", name) for name in dict.fromkeys(node.group for node in nodes if node.group)),
        graph.direction,
    )


def _frame_id(group: str | None) -> str | None:
    return None if group is None else f"group:{group}"
