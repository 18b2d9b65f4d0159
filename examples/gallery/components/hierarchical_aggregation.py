"""A million events a second, added up before they are written."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

REGIONS = ["Europe", "America", "Asia"]

figure = Figure(
    "Add up near the source, write the sums",
    [
        Graph(
            [
                Node("Viewers", "1,000,000 likes a second", glyph=Glyph.USERS, tone="client"),
                *(
                    Node(f"Edge, {name}", "300 servers, one sum a second each", glyph=Glyph.SERVER, tone="edge")
                    for name in REGIONS
                ),
                *(Node(f"Adder, {name}", "300 sums into one", glyph=Glyph.FUNNEL, tone="compute") for name in REGIONS),
                Node("Total", "three sums a second", glyph=Glyph.FUNNEL, tone="compute"),
                Node("Counter", "one write a second", glyph=Glyph.CYLINDER, tone="data"),
            ],
            [
                *(Link("Viewers", f"Edge, {name}", "likes") for name in REGIONS),
                *(Link(f"Edge, {name}", f"Adder, {name}", "300/s") for name in REGIONS),
                *(Link(f"Adder, {name}", "Total", "1/s") for name in REGIONS),
                Link("Total", "Counter", "1/s"),
            ],
        )
    ],
    subtitle="Each stage waits a second and passes on one number. The count is three seconds old.",
    takeaway="A million writes become one. What is lost: who liked, and what an edge server held when it died.",
)
