"""Workers that go easy on what they call."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Graph, Link, Node

LIMITED = Graph(
    [
        Node("Queue", "10,000 jobs", glyph=Glyph.STACK, tone="messaging"),
        Node("Workers", "20", glyph=Glyph.GEARS, tone="compute"),
        Node("Limiter", "100 a second, for all of them", glyph=Glyph.GAUGE, tone="edge"),
        Node("Payment API", "bears 120 a second", glyph=Glyph.CLOUD, tone="external"),
    ],
    [Link("Queue", "Workers"), Link("Workers", "Limiter", "a token, please"), Link("Limiter", "Payment API", "100 a second")],
    direction="right",
)
WAYS = Cards(
    [
        Card("So many at once", "The size of the pool.", note="coarse: rate = workers ÷ time", tone="compute"),
        Card("Token bucket", "A token for each call, refilled evenly.", note="exact, and allows bursts", tone="good"),
        Card("Leaky bucket", "Calls leave at an even pace.", note="no bursts at all", tone="messaging"),
        Card(
            "By what comes back", "Slower when answers are late or fail.", note="finds the limit; hard to tune", tone="external"
        ),
    ],
    columns=4,
)

figure = Figure(
    "10,000 jobs must not become 10,000 calls",
    [LIMITED, WAYS],
    subtitle="A pool of 20 calls 20 at once at the most. Functions that start by themselves call as many as there are jobs.",
    takeaway="Count in one place for all workers. Twenty limiters of 100 a second are 2,000.",
)
