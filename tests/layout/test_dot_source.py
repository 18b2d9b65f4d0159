from archgen.layout.dot_source import Plan, dot_source
from archgen.model.drawing import Arrow, Box, Drawing, Frame

DRAWING = Drawing(
    "shop",
    "Shop",
    "A shop.",
    (Box("app", "App"), Box('the "web": shop\\', "Shop", frame="edge"), Box("db", "Store", frame="zone")),
    (Arrow("app", 'the "web": shop\\', "HTTPS"), Arrow("edge", "zone"), Arrow("db", "app")),
    (Frame("edge", "Edge"), Frame("zone", "Zone", "edge"), Frame("spare", "Spare")),
)
SIZES = {"app": (100.0, 40.0), 'the "web": shop\\': (120.0, 60.0), "db": (100.0, 40.0), "spare": (80.0, 40.0)}

EXPECTED = """\
digraph {
	newrank=false nodesep=0.1389 rankdir=TB ranksep=0.8333 splines=none
	node [fixedsize=true label="" shape=box]
	edge [arrowhead=none]
	"0 app" [height=0.5556 width=1.8056]
	subgraph "cluster 0 edge" {
		margin=5
		"1 the web shop" [height=0.8333 width=2.0833]
		subgraph "cluster 1 zone" {
			margin=5
			"2 db" [height=0.5556 width=1.8056]
		}
	}
	subgraph "cluster 2 spare" {
		margin=5
		"3 spare" [height=0.5556 width=1.5278]
	}
	"0 app" -> "1 the web shop" [minlen=1 weight=10]
	"1 the web shop" -> "2 db" [minlen=1 weight=10]
	"0 app" -> "2 db" [minlen=1 weight=10]
}
"""


def test_a_drawing_is_written_with_all_sizes_and_no_text() -> None:
    assert dot_source(DRAWING, Plan("down", SIZES)) == EXPECTED


def test_given_rows_are_held_by_edges_nobody_sees() -> None:
    ranks = {"app": 0, 'the "web": shop\\': 2, "db": 2, "spare": 1}
    source = dot_source(DRAWING, Plan("down", SIZES, ranks=ranks))
    assert '"0 app" -> "1 the web shop" [minlen=2 weight=10]' in source
    assert '"1 the web shop" -> "2 db" [minlen=0 weight=10]' in source
    assert '"3 spare" -> "1 the web shop" [style=invis]' in source
    assert '"3 spare" -> "2 db" [style=invis]' in source
    assert '"0 app" -> "3 spare" [style=invis]' in source


def test_a_drawing_to_the_right_makes_room_above_the_boxes() -> None:
    source = dot_source(DRAWING, Plan("right", SIZES))
    assert "rankdir=LR" in source
    assert '"0 app" [height=0.9722 width=1.3889]' in source
