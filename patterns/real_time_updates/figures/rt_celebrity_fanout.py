"""A post for ten million followers: written to each of them, or once for all."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

EACH = Graph(
    [
        Node("Celebrity", "one post", glyph=Glyph.MOBILE, tone="client"),
        Node("Fan-out", "10,000,000 writes at once", glyph=Glyph.GEARS, tone="bad"),
        Node("Queues", "one for each follower", glyph=Glyph.STACK, tone="bad"),
        Node("Everybody else", "waits behind it", glyph=Glyph.USERS, tone="client"),
    ],
    [
        Link("Celebrity", "Fan-out"),
        Link("Fan-out", "Queues", "100 s at 100,000 a second"),
        Link("Queues", "Everybody else", "minutes late"),
    ],
    title="A copy for each follower",
)
ONCE = Graph(
    [
        Node("Celebrity", "one post", glyph=Glyph.MOBILE, tone="client"),
        Node("Cache", "written once", glyph=Glyph.BOLT, tone="good"),
        Node("US", glyph=Glyph.PLUG, tone="compute"),
        Node("Europe", glyph=Glyph.PLUG, tone="compute"),
        Node("Asia", glyph=Glyph.PLUG, tone="compute"),
        Node("Followers", "who are connected", glyph=Glyph.USERS, tone="client"),
    ],
    [
        Link("Celebrity", "Cache"),
        Link("Cache", "US"),
        Link("Cache", "Europe", "a notice each"),
        Link("Cache", "Asia"),
        Link("US", "Followers", "3 million"),
        Link("Europe", "Followers", "4 million"),
        Link("Asia", "Followers", "3 million"),
    ],
    title="Once, then by region",
)

figure = Figure(
    "Ten million copies, or one that is fetched",
    [EACH, ONCE],
    subtitle="Servers of a region tell who is connected; who comes later reads the cache. So with trends and breaking news.",
    takeaway="Treat accounts above some ten thousand followers differently: read their posts, do not write them out.",
)
