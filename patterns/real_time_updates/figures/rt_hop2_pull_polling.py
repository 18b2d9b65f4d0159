"""Servers that look for news by themselves, and what that asks of the store."""

from archgen import Glyph
from archgen.figures import Bar, BarChart, Figure, Graph, Link, Node, Threshold

LOOKING = Graph(
    [
        Node("Source", "writes what changed", glyph=Glyph.SERVER, tone="compute"),
        Node("Events", "number, time, kind, content", glyph=Glyph.CYLINDER, tone="data"),
        Node("Server 1", "clients 1 to 500", glyph=Glyph.PLUG, tone="compute", group="Endpoint servers"),
        Node("Server 2", "clients 501 to 1,000", glyph=Glyph.PLUG, tone="compute", group="Endpoint servers"),
        Node("Server 3", "clients 1,001 to 1,500", glyph=Glyph.PLUG, tone="compute", group="Endpoint servers"),
    ],
    [
        Link("Source", "Events", "insert"),
        Link("Server 1", "Events", "after 88?", dashed=True, back=True),
        Link("Server 2", "Events", "after 88? every second", dashed=True, back=True),
        Link("Server 3", "Events", "after 87?", dashed=True, back=True),
    ],
)
LOAD = BarChart(
    [
        Bar("3 servers, one scope", 3, text="3/s", tone="good"),
        Bar("100 servers, one scope", 100, text="100/s", tone="good"),
        Bar("3 servers, 1,000 rooms each", 3_000, text="3,000/s", tone="messaging"),
        Bar("100 servers, 1,000 rooms each", 100_000, text="100,000/s", tone="bad"),
    ],
    title="Queries a second, at a look every second",
    thresholds=[Threshold(5_000, "a usual database")],
    logarithmic=True,
)

figure = Figure(
    "Every server looks for itself",
    [LOOKING, LOAD],
    subtitle="Load is servers × scopes ÷ interval: a hundred that read one table are nothing, a query for each room is much.",
    takeaway="Simple and late by the interval. Good for fewer than ten servers that read the same rows.",
)
