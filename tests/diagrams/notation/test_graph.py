from archgen.diagrams.notation.graph import draw_graph
from archgen.figures import Graph, Link, Node


def test_a_graph_is_drawn_with_its_groups_in_its_direction() -> None:
    nodes = [Node("A", "first", group="Ours"), Node("B", group="Ours"), Node("C")]
    drawing = draw_graph(Graph(nodes, [Link("A", "B", "then", dashed=True), Link("C", "A", back=True)], direction="right"))
    assert [(box.id, box.subtitle, box.frame) for box in drawing.boxes] == [
        ("A", "first", "group:Ours"),
        ("B", "", "group:Ours"),
        ("C", "", None),
    ]
    assert [(arrow.label, arrow.style, arrow.back) for arrow in drawing.arrows] == [
        ("then", "dashed", False),
        ("", "solid", True),
    ]
    assert [(frame.id, frame.title) for frame in drawing.frames] == [("group:Ours", "Ours")]
    assert drawing.direction == "right"


def test_a_link_that_leads_both_ways_has_a_head_at_either_end() -> None:
    graph = Graph(["A", "B"], [Link("A", "B", "frames", both=True), Link("A", "B")])
    assert [arrow.both for arrow in draw_graph(graph).arrows] == [True, False]
    assert graph.told() == "A. B. A and B: frames. A to B."
